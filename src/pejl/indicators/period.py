"""Which periods are figures told by, what are they called, and in which of them does a day lie?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final

from pejl.dates import MONTHS
from pejl.wording import danish_day


class Per(StrEnum):
    """How long a period is. The value is what is written at the command line."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"

    @property
    def months(self) -> int:
        """Of how many months."""
        return _LENGTH[self]

    @property
    def danish(self) -> str:
        """The word a reader sees."""
        return _WORD[self]


_LENGTH: Final = {Per.MONTH: 1, Per.QUARTER: 3, Per.HALF_YEAR: 6, Per.YEAR: 12}
_WORD: Final = {Per.MONTH: "måned", Per.QUARTER: "kvartal", Per.HALF_YEAR: "halvår", Per.YEAR: "år"}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from the first to the last, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"cannot have a period from {self.first} to {self.last}; give the earlier day first")

    @property
    def name(self) -> str:
        """What the period is called.

        >>> Period(date(2026, 6, 1), date(2026, 6, 30)).name, Period(date(2026, 4, 1), date(2026, 6, 30)).name
        ('juni 2026', '2. kvartal 2026')
        >>> Period(date(2026, 7, 1), date(2026, 12, 31)).name, Period(date(2026, 1, 1), date(2026, 12, 31)).name
        ('2. halvår 2026', '2026')
        >>> Period(date(2026, 1, 5), date(2026, 2, 3)).name
        '05.01.2026 til 03.02.2026'
        """
        for per in Per:
            if period_of(self.first, per=per) == self:
                return _name(self.first, per)
        return f"{danish_day(self.first)} til {danish_day(self.last)}"

    def ended(self, day: date) -> bool:
        """Whether the whole period had gone by the end of this day; a figure of one that runs is not yet whole."""
        return self.last <= day


def _name(first: date, per: Per) -> str:
    match per:
        case Per.MONTH:
            return f"{MONTHS[first.month - 1]} {first.year}"
        case Per.YEAR:
            return str(first.year)
    return f"{(first.month - 1) // per.months + 1}. {per.danish} {first.year}"


def period_of(day: date, *, per: Per) -> Period:
    """The month, quarter, half year or year in which the day lies."""
    begin = day.month - (day.month - 1) % per.months
    first = date(day.year, begin, 1)
    return Period(first, _month_after(first, per.months) - timedelta(days=1))


def periods(per: Per, *, first: date, last: date) -> tuple[Period, ...]:
    """Every whole period from the one in which the first day lies to the one in which the last lies.

    >>> [each.name for each in periods(Per.HALF_YEAR, first=date(2025, 3, 1), last=date(2026, 2, 1))]
    ['1. halvår 2025', '2. halvår 2025', '1. halvår 2026']
    """
    found = [period_of(first, per=per)]
    while found[-1].last < last:
        found.append(period_of(found[-1].last + timedelta(days=1), per=per))
    return tuple(found)


def latest(per: Per, *, day: date, number: int) -> tuple[Period, ...]:
    """So many periods, of which the last is the one in which the day lies."""
    found = [period_of(day, per=per)]
    while len(found) < number:
        found.append(period_of(found[-1].first - timedelta(days=1), per=per))
    return tuple(reversed(found))


def _month_after(first: date, months: int) -> date:
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1)


class Calendar:
    """Periods in order that share no day, to look a day up in; days between them belong to none."""

    def __init__(self, periods: Sequence[Period], *, today: date) -> None:
        for earlier, later in pairwise(periods):
            if later.first <= earlier.last:
                raise ValueError(f"cannot count {later.first} in two periods; give periods in order that share no day")
        self.begun = tuple(each for each in periods if each.first <= today)
        # The last day that each can tell of: what comes after today is not known yet.
        self.ends = tuple((each, min(each.last, today)) for each in self.begun)
        self._firsts = [each.first for each in self.begun]

    def of(self, day: date) -> Period | None:
        """The period in which the day lies."""
        place = bisect_right(self._firsts, day) - 1
        return self.begun[place] if place >= 0 and day <= self.begun[place].last else None
