"""When does each item of the year fall, what became of each time, and what is late? Pure: rows in, days out.

The rule for a repeat: every time is counted in calendar months from the first day, never from the time before. Where a
month has no such day, it falls on the month's last: the 31st of January every month is the 28th (or 29th) of February
and again the 31st of March.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Protocol

from pejl.dates import LAST_OF_MONTH, add_months

RULE: Final = (
    "Et punkt, der gentages, falder på den samme dag i måneden hver gang. Har måneden ikke den dag, falder det på "
    "månedens sidste dag."
)
# Months between two times; what is not here comes once.
MONTHS_BETWEEN: Final[Mapping[str, int]] = MappingProxyType(
    {"aarligt": 12, "halvaarligt": 6, "kvartal": 3, "maaned": 1}
)
HELD: Final = "holdt"
MOVED: Final = "flyttet"
DROPPED: Final = "udgaaet"


class State(StrEnum):
    """How one time stands."""

    PLANNED = "planlagt"
    LATE = "forsinket"  # its day is passed, and nobody has said what happened
    HELD = "holdt"
    DROPPED = "udgaaet"
    PASSED = "passeret"  # its day is passed, and nobody is asked what happened


class Repeated(Protocol):
    """Whatever has a first day, and perhaps comes again."""

    @property
    def first(self) -> date:
        """The first day."""
        ...

    @property
    def again(self) -> str:
        """How often."""
        ...

    @property
    def until(self) -> date | None:
        """The last day it may fall on."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something that falls once or again and again."""

    key: str
    name: str
    kind: str
    kind_words: str
    first: date
    again: str = ""
    until: date | None = None
    body: str = ""
    law: str = ""
    when_words: str = ""
    source: str = ""
    url: str = ""  # where it is read
    # Told by a row of its own (a round, a theme meeting): what became of it, instead of a mark.
    told: State | None = None
    marked: bool = True  # whether people mark what happened; if not, a day that is passed is only passed


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What became of one time of an item: held, moved to another day, or dropped."""

    item: str
    planned: date
    how: str
    on: date | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One time of one item."""

    item: Item
    planned: date  # the day it was first planned for
    day: date  # the day it falls on now
    state: State
    why: str = ""
    marks: int = 0  # how many times somebody has said something about it

    @property
    def is_moved(self) -> bool:
        """Whether it falls on another day than planned."""
        return self.day != self.planned

    @property
    def uid(self) -> str:
        """The same for the same time, also when it is moved."""
        return f"{self.item.key}-{self.planned.isoformat()}"


def occurrences(
    items: Iterable[Item], done: Iterable[Done], *, first: date, last: date, today: date
) -> list[Occurrence]:
    """Every time that falls from ``first`` to ``last``, by day; one that is moved follows its new day."""
    by_item: dict[str, list[Done]] = {}
    for each in done:
        by_item.setdefault(each.item, []).append(each)
    found = [
        _stands(item, planned, by_item.get(item.key, ()), today=today)
        for item in items
        for planned in _asked_for(item, by_item.get(item.key, ()), first=first, last=last)
    ]
    return sorted(
        (each for each in found if first <= each.day <= last), key=lambda each: (each.day, each.item.name, each.uid)
    )


def late(found: Iterable[Occurrence]) -> list[Occurrence]:
    """What is passed without anybody having said what happened, the longest ago first."""
    return [each for each in found if each.state is State.LATE]


def planned_days(item: Repeated, *, first: date = date.min, last: date) -> Iterator[date]:
    """Every day the item is planned for, from one day to another."""
    step = MONTHS_BETWEEN.get(item.again, 0)
    end = min(last, item.until) if item.until else last
    # No time that is passed by falls in the month of ``first``, so none is missed.
    number = max(0, _months_from(item.first, first)) // step if step else 0
    day = _time(item, step * number)
    while day <= end:
        if day >= first:
            yield day
        if not step:
            return
        number += 1
        day = _time(item, step * number)


def _months_from(before: date, after: date) -> int:
    return (after.year - before.year) * 12 + after.month - before.month


def _time(item: Repeated, months: int) -> date:
    return add_months(item.first, months=months, if_missing_day=LAST_OF_MONTH) if months else item.first


def _asked_for(item: Item, done: Sequence[Done], *, first: date, last: date) -> Iterator[date]:
    """The planned days within the time, and those outside it that were moved."""
    yield from planned_days(item, first=first, last=last)
    for day in {each.planned for each in done if each.how == MOVED and not first <= each.planned <= last}:
        yield from planned_days(item, first=day, last=day)


def _stands(item: Item, planned: date, done: Sequence[Done], *, today: date) -> Occurrence:
    """What was said last is what holds; the day is the last one it was given."""
    said = [each for each in done if each.planned == planned]
    day = next((each.on for each in reversed(said) if each.on and each.how != DROPPED), planned)
    newest = said[-1] if said else None
    if newest is None or newest.how == MOVED:
        state = _unmarked(item, day, today)
    else:
        state = State.HELD if newest.how == HELD else State.DROPPED
    why = newest.why if newest else ""
    return Occurrence(item=item, planned=planned, day=day, state=state, why=why, marks=len(said))


def _unmarked(item: Item, day: date, today: date) -> State:
    if item.told is not None:
        return item.told
    if day >= today:
        return State.PLANNED
    return State.LATE if item.marked else State.PASSED
