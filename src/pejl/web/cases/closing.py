"""What has to be in place before a case is closed, and what does closing it not clean away (C37, C38, H7)?

The checklist is a list of values: a municipality that wants one more line writes one more value. Nothing here locks
anybody out: where something is missing, the closing says why.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from pejl import events as e
from pejl.tables import Status
from pejl.web.cases import closing_looks as looks
from pejl.web.cases.duties import Duties, Duty
from pejl.web.cases.ending import Ending, Found, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One line of the checklist; ``why`` is said where it is missing."""

    key: str
    title: str
    why: str
    look: Callable[[Ending], Found]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line as it stands in a case."""

    check: Check
    found: Found

    @property
    def missing(self) -> bool:
        """Whether closing now takes a reason."""
        return self.found.standing is Standing.MISSING


def checklist(ending: Ending) -> list[Line]:
    """Every line, in the order of the procedure."""
    return [Line(check=check, found=check.look(ending)) for check in CHECKLIST]


def lacks(ending: Ending) -> list[str]:
    """The titles of what is missing."""
    return [line.check.title for line in checklist(ending) if line.missing]


CHECKLIST: Final = (
    Check(
        key="foerst",
        title="Barnets sikkerhed",
        why="Det, der skal gøres før alt andet, er ikke gjort endnu.",
        look=looks.safety,
    ),
    Check(
        key="indsats",
        title="Indsatserne er ophørt eller givet videre",
        why="Løber en indsats stadig, så tag stilling til den, før sagen afsluttes.",
        look=looks.efforts,
    ),
    Check(
        key="opfoelgning",
        title="Der er fulgt op på hver indsats",
        why="Følg op en sidste gang; det er grundlaget for at vurdere effekten.",
        look=looks.follow_ups,
    ),
    Check(
        key="statusudtalelser",
        title="Statusudtalelser er samlet",
        why="Bed om dem fra dem, der har givet hjælpen, og dem, der ser barnet til daglig.",
        look=looks.statements,
    ),
    Check(
        key="maal",
        title="Målene er vurderet",
        why="Vurdér hvert mål, så det ses, hvad indsatsen førte til.",
        look=looks.goals,
    ),
    Check(
        key="almen",
        title="Tilbagemelding til skole, dagtilbud eller sundhedspleje",
        why="Fortæl dem, der har barnet fremover, at sagen slutter, og hvad de skal holde øje med.",
        look=looks.universal,
    ),
    Check(
        key="familie",
        title="Familien har fået det at vide",
        why="Fortæl, hvad der er opnået, hvorfor sagen slutter, og hvor de kan henvende sig.",
        look=looks.family,
    ),
    Check(
        key="barnet",
        title="Barnet har fået det at vide",
        why="Fortæl barnet, hvad dets ord førte til, og hvem det kan tale med nu.",
        look=looks.child,
    ),
    Check(
        key="underretter",
        title="Tilbagemelding til den faglige underretter",
        why="Den, der underrettede som fagperson, venter på svar.",
        look=looks.notifier,
    ),
    Check(
        key="aftaler",
        title="Det aftalte er gjort",
        why="Nogen venter på det. Er det gjort, så sig det; ellers aftal det på ny.",
        look=looks.agreed,
    ),
)


# --- what closing does to the duties --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What becomes of the duties that wait when the case is closed."""

    stays: tuple[Duty, ...]  # overdue: it stays overdue, for it was not done in time
    stops: tuple[Duty, ...]  # it would have been due later, and closing ends it
    goes_on: tuple[Duty, ...]  # closing does not end it

    def __bool__(self) -> bool:
        return bool(self.stays or self.stops or self.goes_on)


def effect_on(duties: Duties) -> Effect:
    """Sorted by what closing does to each; a stop after the limit cleans nothing away."""
    waiting = [each for each in duties.all if each.waits and not each.missed]
    late = [each for each in waiting if each.status is Status.OVERDUE]
    early = [each for each in waiting if each.status is not Status.OVERDUE]
    return Effect(
        stays=tuple(late),
        stops=tuple(each for each in early if _is_stopped(each)),
        goes_on=tuple(each for each in early if not _is_stopped(each)),
    )


def _is_stopped(duty: Duty) -> bool:
    return any(match.kind == e.SAG_AFSLUTTET for match in duty.rule.stopped_by)
