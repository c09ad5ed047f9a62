"""What can be counted in a case? As few operations as possible, each a value that says what, and by which day.

How each is counted stands in ``duties.py``, ``happenings.py``, ``courses.py``, ``ladder.py`` and ``advisers.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from pejl.events import KIND_BY_KEY, Kind
from pejl.rules import Condition, Match

if TYPE_CHECKING:
    from collections.abc import Mapping


class By(StrEnum):
    """The day that puts a duty in a period."""

    DUE = "frist"
    START = "start"
    FINISH = "opfyldt"


class Each(StrEnum):
    """What is counted once, however often it is registered."""

    REGISTERED = "registrering"
    LETTER = "brev"  # one letter about three siblings is one
    CHILD = "barn"
    FAMILY = "familie"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duties:
    """Duties of these rules: in time (yes), late or overdue (no); the cancelled and excused are left out.

    By due day: those whose time had run out, so that the newest months are not flattered by those met early. By
    start day, where the law has no number: met (yes) or not yet (no). By the day they were met: the finished ones.
    """

    rules: tuple[str, ...]
    by: By = By.DUE
    # A duty with the same start whose meeting makes a late one a group of its own; see ``duties.Over``.
    beside: str = ""
    # Rules that need other kinds from the source than the indicator as a whole, by their keys.
    needs: Mapping[str, tuple[Kind, ...]] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """At the end of each period the courses whose duty of this rule is not met: past due (yes) or not (no)."""

    rule: str
    beside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """One of these kinds stands in the case between what began the course and the event asked about, both days in."""

    begun_by: Kind
    has: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Has:
    """One of these kinds stands in the case by the day asked about."""

    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Followed:
    """One of these kinds stands in the same course on the day of the event asked about or later, as far as is known."""

    kinds: tuple[Kind, ...]


Asked = tuple[Condition, ...] | Between | Has | Followed


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """Events on a day of the period; with ``yes`` a share of them, without it a number."""

    what: tuple[Match, ...]
    yes: Asked = ()
    each: Each = Each.REGISTERED


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Courses that run at the end of each period, as the latest change left them; with ``yes`` a share of them.

    Nothing in ``begun_by``: the case itself, from its first day until it is closed.
    """

    begun_by: tuple[Match, ...] = ()
    changed_by: tuple[Match, ...] = ()
    ended_by: tuple[Kind, ...] = ()
    yes: Asked = ()
    each: Each = Each.REGISTERED


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengths:
    """The days from a beginning to what followed it in the same course, by the day of the latter."""

    begun_by: tuple[Match, ...]
    until: tuple[Kind, ...]
    counted_from: str = ""  # a date field of the beginning to count from instead of its day


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of the ladder and the efforts that stand on it."""

    number: int
    label: str
    efforts: tuple[Match, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """Which effort stands on which step; a municipality with another ladder has another value."""

    rungs: tuple[Rung, ...]
    # Each kind that begins or changes an effort, and the kinds that end it.
    ended_by: Mapping[Kind, tuple[Kind, ...]]
    # A child without help for at most so many days has moved, and not begun anew.
    gap_days: int = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """Each day on which the highest step a child stands on became another, by ``UP`` and ``DOWN``."""

    ladder: Ladder


@dataclass(frozen=True, slots=True, kw_only=True)
class OnLadder:
    """At the end of each period the children with help, by the highest step they stand on, and for how many days."""

    ladder: Ladder


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviserChanges:
    """At the end of each period the open cases by changes of adviser in so many days: any (yes) or none (no)."""

    days: int = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class WithAdviser:
    """At the end of each period the open cases with an adviser, and the days since that adviser took over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Per:
    """What stands at the end of each period for each of a number that is given from outside (full-time posts)."""

    what: Standing
    given: str


OfTheChild = Lengths | Moves | OnLadder | AdviserChanges | WithAdviser
Counted = Duties | Running | Happened | Standing | Per | OfTheChild
# What is told of the last day of a period and not of all its days.
AT_THE_END = (Running, Standing, OnLadder, AdviserChanges, WithAdviser, Per)

UP, DOWN = "op", "ned"


def kinds_of(counted: Counted) -> frozenset[str]:
    """The keys of the kinds of event that an operation names itself; the duties name theirs in their rules."""
    match counted:
        case Happened():
            return _of_matches(counted.what) | _of_asked(counted.yes)
        case Standing():
            own = _of_matches((*counted.begun_by, *counted.changed_by)) | {kind.key for kind in counted.ended_by}
            return own | _of_asked(counted.yes)
        case Lengths():
            return _of_matches(counted.begun_by) | {kind.key for kind in counted.until}
        case Moves() | OnLadder():
            ended = {kind.key for kinds in counted.ladder.ended_by.values() for kind in kinds}
            efforts = tuple(each for rung in counted.ladder.rungs for each in rung.efforts)
            return _of_matches(efforts) | ended | {kind.key for kind in counted.ladder.ended_by}
        case Per():
            return kinds_of(counted.what)
        case AdviserChanges() | WithAdviser():
            return frozenset(_ADVISER)
        case Duties() | Running():
            return frozenset()


_ADVISER = ("raadgiver_tildelt", "raadgiver_fratraadt")


def _of_matches(matches: tuple[Match, ...]) -> frozenset[str]:
    return frozenset(match.kind.key for match in matches)


def _of_asked(asked: Asked) -> frozenset[str]:
    match asked:
        case Between():
            return frozenset({asked.begun_by.key, *(kind.key for kind in asked.has)})
        case Has() | Followed():
            return frozenset(kind.key for kind in asked.kinds)
        case _:
            return frozenset()


def in_families(counted: Counted) -> bool:
    """Whether siblings are counted as one."""
    match counted:
        case Per():
            return in_families(counted.what)
        case Happened() | Standing():
            return counted.each is Each.FAMILY
        case _:
            return False


def rules_of(counted: Counted) -> tuple[str, ...]:
    """The keys of the rules whose duties it counts."""
    match counted:
        case Duties():
            return (*counted.rules, *((counted.beside,) if counted.beside else ()))
        case Running():
            return (counted.rule, *((counted.beside,) if counted.beside else ()))
        case _:
            return ()


def known(kinds: frozenset[str]) -> bool:
    """Whether every one of these is a kind of event."""
    return kinds <= KIND_BY_KEY.keys()
