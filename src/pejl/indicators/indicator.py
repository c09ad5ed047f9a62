"""What is an indicator? A question about the work, what is counted to answer it, and what the answer rests on.

An indicator is a value: a municipality that wants one more writes one and adds it to a list. Nothing here counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pejl.events import Field, Kind
from pejl.indicators.counting import Counted, Duties, Happened, Running, Standing, in_families, kinds_of, rules_of
from pejl.indicators.reading import ALWAYS_READ
from pejl.law import Citation
from pejl.rules import Condition, FieldIn, Force
from pejl.small_numbers import SMALLEST


class Better(StrEnum):
    """Which way is good; for many figures neither is, and then nothing may be coloured or ranked by them."""

    HIGHER = "hoejere"
    LOWER = "lavere"
    NEITHER = "ingen"

    @property
    def danish(self) -> str:
        """The words of the definition."""
        return {
            Better.HIGHER: "Højere er bedre",
            Better.LOWER: "Lavere er bedre",
            Better.NEITHER: "Hverken højere eller lavere er bedre i sig selv",
        }[self]


class Unit(StrEnum):
    """What sort of number it is."""

    COUNT = "antal"
    SHARE = "andel"
    DAYS = "dage"  # the median, with the number it is the median of
    RATIO = "forhold"  # to a number given from outside, with the number counted

    @property
    def danish(self) -> str:
        """The words of the definition."""
        return {
            Unit.COUNT: "Antal",
            Unit.SHARE: "Andel, altid vist som et antal af et antal",
            Unit.DAYS: "Median i dage: halvdelen ligger under, halvdelen over",
            Unit.RATIO: "Antal for hver, med én decimal",
        }[self]


class Marker(StrEnum):
    """The four quality markers of casework, and the steering laid upon them (practice notes a)."""

    UDREDNING = "udredning"
    VALG = "valg"
    OPFOELGNING = "opfoelgning"
    INDDRAGELSE = "inddragelse"
    STYRING = "styring"

    @property
    def danish(self) -> str:
        """The marker's name."""
        return {
            Marker.UDREDNING: "Faglig udredning",
            Marker.VALG: "Valg af indsats",
            Marker.OPFOELGNING: "Opfølgning",
            Marker.INDDRAGELSE: "Inddragelse",
            Marker.STYRING: "Styring og faglig ledelse",
        }[self]


class Rests(StrEnum):
    """What stands behind a figure. These are never shown alike."""

    LAW = "lov"
    GUIDANCE = "vejledning"
    LOCAL = "lokalt"
    PRACTICE = "praksis"
    OWN = "eget"

    @property
    def danish(self) -> str:
        """The words shown."""
        return {
            Rests.LAW: "Lov",
            Rests.GUIDANCE: "Vejledning",
            Rests.LOCAL: "Lokalt mål, ikke lov",
            Rests.PRACTICE: "Almindelig praksis, ikke lov",
            Rests.OWN: "Pejls eget valg, ikke lov",
        }[self]

    @classmethod
    def on(cls, force: Force) -> Rests:
        """What the duties of a rule rest on."""
        return {Force.LAW: cls.LAW, Force.GUIDANCE: cls.GUIDANCE, Force.LOCAL: cls.LOCAL}[force]


@dataclass(frozen=True, slots=True)
class Group:
    """A part of what is counted. ``when``: what the event says; nothing: whatever no group before it took."""

    key: str
    label: str
    when: tuple[Condition, ...] = ()


NOT_TOLD: Final = Group("ikke_oplyst", "Ikke oplyst")


def groups_by(field: Field) -> tuple[Group, ...]:
    """A group for each choice of a field, and one for where it was not filled in."""
    made = (Group(code, label, (FieldIn(field.name, frozenset({code})),)) for code, label in field.choices.items())
    return (*made, NOT_TOLD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One figure: its question, how it is counted, and what it means.

    A change of how it is counted is a new ``version``, since figures of two versions cannot be compared.
    """

    key: str  # »emne.navn«, ASCII; never used again for something else
    version: int = 1
    name: str  # as on the screen
    question: str
    means: str  # what the figure tells, and what it does not
    how: str  # what is counted, of what, by which day, and what is left out
    counts: Counted
    unit: Unit
    better: Better
    bears_on: tuple[Marker, ...]
    rests: Rests
    cites: tuple[Citation, ...] = ()
    source: str = ""  # where it is from, when it is not law
    needs: tuple[Kind, ...]  # kinds the source must deliver; without them the figure is »ikke opgjort«
    groups: tuple[Group, ...] = ()
    smallest: int = SMALLEST  # outside the line nothing smaller is shown (practice notes k)
    for_child: str  # what the same means in one case, said to the one who works in it

    def __post_init__(self) -> None:
        if self.rests in (Rests.LAW, Rests.GUIDANCE) and not self.cites:
            raise ValueError(f"cannot let {self.key} rest on law without a citation; add one")
        if not self.cites and not self.source:
            raise ValueError(f"cannot say where {self.key} comes from; add a source")
        if self.unit is Unit.COUNT and _is_share(self.counts):
            raise ValueError(f"cannot tell {self.key} as a count, since it has a yes and a no; make it a share")

    @property
    def topic(self) -> str:
        """The first part of the key."""
        return self.key.partition(".")[0]

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules whose duties it counts."""
        return rules_of(self.counts)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of event it is counted from, besides those of its rules."""
        return kinds_of(self.counts) | {kind.key for kind in self.needs}

    @property
    def kinds_read(self) -> frozenset[str]:
        """The kinds of event a case must be read by to count it, besides those that decide the duties of its rules."""
        return self.kinds | ALWAYS_READ

    @property
    def of_families(self) -> bool:
        """Whether siblings are counted together."""
        return in_families(self.counts)

    @property
    def confirmed(self) -> bool:
        """False where we have not read the law it rests on: »ikke bekræftet«."""
        return all(each.sure.confirmed for each in self.cites)

    @property
    def label_of(self) -> dict[str, str]:
        """The words of each group."""
        return {group.key: group.label for group in self.groups}

    @property
    def given(self) -> str:
        """What must be given from outside; empty: nothing."""
        return str(getattr(self.counts, "given", ""))


def _is_share(counts: Counted) -> bool:
    match counts:
        case Duties() | Running():
            return True
        case Happened() | Standing():
            return bool(counts.yes)
    return False
