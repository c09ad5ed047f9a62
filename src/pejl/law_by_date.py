"""Which rules are in force on a day, and what is different on another? Told in Danish from the rules' own values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from pejl import wording
from pejl.rules import Rule, Rulebook

# Which of a rule's values stand behind a line of ``wording.facts``. Two acts may name one kind of event differently,
# so it is the values that are compared, and the words that are shown.
BEHIND: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "Kilde": ("cites",),
        "Hvor sikkert": ("force", "cites"),
        "Hvem": ("falls_on",),
        "Begynder med": ("starts", "only_first", "when"),
        "Frist": ("duty", "counts_from", "transition_from"),
        "Opfyldes af": ("met_by",),
        "Bortfalder ved": ("stopped_by",),
        "Undtages ved": ("excused_by", "excused_if"),
        "Hvor der ses efter": ("scope",),
    }
)
# Follows from the others: that the one ends where the other begins is why they are told at all.
FOLLOWS: Final = ("Gælder", "Kan ikke afgøres")


@dataclass(frozen=True, slots=True)
class Difference:
    """One line that reads otherwise."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A rule with one version in force on the one day, and another on the other."""

    before: Rule
    after: Rule
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """What is different on the second day, in the order of the book."""

    began: tuple[Rule, ...]
    ended: tuple[Rule, ...]
    changed: tuple[Changed, ...]

    def __bool__(self) -> bool:
        return bool(self.began or self.ended or self.changed)


def in_force_on(book: Rulebook, day: date) -> tuple[Rule, ...]:
    """The version of each rule that is in force on a day."""
    return tuple(rule for rule in book.rules if day in rule.in_force)


def differences(book: Rulebook, first: date, second: date) -> Differences:
    """What began, ended and changed from the one day to the other."""
    one, other = ({rule.key: rule for rule in in_force_on(book, day)} for day in (first, second))
    both = [(rule, other[key]) for key, rule in one.items() if key in other and other[key] != rule]
    return Differences(
        began=tuple(rule for key, rule in other.items() if key not in one),
        ended=tuple(rule for key, rule in one.items() if key not in other),
        changed=tuple(Changed(older, newer, tuple(_differences(older, newer))) for older, newer in both),
    )


def _differences(older: Rule, newer: Rule) -> Iterator[Difference]:
    if older.title != newer.title:
        yield Difference("Titel", older.title, newer.title)
    if older.says != newer.says:
        yield Difference("Ord", older.says, newer.says)
    before, after = wording.facts(older), wording.facts(newer)
    for what, values in BEHIND.items():
        same = all(getattr(older, each) == getattr(newer, each) for each in values)
        if not same and before[what] != after[what]:
            yield Difference(what, before[what], after[what])
