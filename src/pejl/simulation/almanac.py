"""Which day, which instant? The Danish calendar of ``dates`` for whole arrays of days at once.

A day is the number of days since 1970, an instant the number of seconds. ``NEVER`` stands for what does not happen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np
import numpy.typing as npt

from pejl.dates import WorkingCalendar, is_working_day, start_of_day

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

NEVER: Final = 1_000_000  # a day far outside every calendar here
EPOCH: Final = date(1970, 1, 1)
DAY_SECONDS: Final = 86_400
# When the clocks change, the local hour from two to three comes twice, or not at all; in UTC it is one o'clock.
_HOUR: Final = 3_600
_BEFORE_CHANGE: Final = 2 * _HOUR
_AFTER_CHANGE: Final = 3 * _HOUR


def number_of(day: date) -> int:
    """The day as a number.

    >>> number_of(date(1970, 1, 3))
    2
    """
    return (day - EPOCH).days


def day_of(number: int) -> date:
    """The number as a day."""
    return EPOCH + timedelta(days=number)


def months_later(days: Ints, *, months: int) -> Ints:
    """The day of the same number so many months later, or the last of that month where there is none.

    >>> day_of(int(months_later(np.array([number_of(date(2023, 10, 31))]), months=4)[0]))
    datetime.date(2024, 2, 29)
    """
    day = days.astype("datetime64[D]")
    month = day.astype("datetime64[M]")
    into = (day - month.astype("datetime64[D]")).astype(np.int64)
    first = (month + months).astype("datetime64[D]").astype(np.int64)
    after = (month + months + 1).astype("datetime64[D]").astype(np.int64)
    found: Ints = np.minimum(first + into, after - 1)
    return found


@dataclass(frozen=True, slots=True)
class Local:
    """Danish days and seconds into them, as a clock on the wall shows them."""

    day: Ints
    second: Ints


class Almanac:
    """The calendar from one day to another; days outside are left as they are."""

    def __init__(self, first: date, last: date) -> None:
        days = [first + timedelta(days=n) for n in range((last - first).days + 2)]
        self.first, self.last = number_of(first), number_of(last)
        self._midnights = np.array([int(start_of_day(day).timestamp()) for day in days], dtype=np.int64)
        numbers = np.arange(self.first, self.last + 2)
        # How far the wall clock is ahead of UTC at the start of each day.
        self._ahead = numbers * DAY_SECONDS - self._midnights
        working = np.array([is_working_day(day, calendar=WorkingCalendar.LATE) for day in days])
        self._working_days = numbers[working]
        # How many working days there are up to and with each day.
        self._worked = np.cumsum(working)

    @property
    def clock_change_days(self) -> tuple[Ints, Ints]:
        """The days on which an hour comes twice, and those on which one is missing."""
        change = np.diff(self._ahead)
        return self.first + np.flatnonzero(change < 0), self.first + np.flatnonzero(change > 0)

    def instant(self, local: Local) -> Ints:
        """The instants, an hour that comes twice read as the first, a missing one as an hour later."""
        place = local.day - self.first
        ahead = np.where(local.second < _AFTER_CHANGE, self._ahead[place], self._ahead[place + 1])
        return local.day * DAY_SECONDS + local.second - ahead

    def local(self, at: Ints) -> Local:
        """What the wall clock showed; instants after the last day stay on the day after it."""
        place = np.searchsorted(self._midnights, at, side="right") - 1
        place = np.clip(place, 0, len(self._midnights) - 2)
        day = place + self.first
        changed = at >= day * DAY_SECONDS + _HOUR
        ahead = np.where(changed, self._ahead[place + 1], self._ahead[place])
        return Local(day, at + ahead - day * DAY_SECONDS)

    def doubtful(self, local: Local) -> tuple[Flags, Flags]:
        """Where the wall clock showed an hour that comes twice, and one that does not exist."""
        place = local.day - self.first
        change = self._ahead[place + 1] - self._ahead[place]
        hour = (local.second >= _BEFORE_CHANGE) & (local.second < _AFTER_CHANGE)
        return hour & (change < 0), hour & (change > 0)

    def end_of_day(self, day: int) -> int:
        """The last second of a Danish day."""
        return int(self._midnights[day + 1 - self.first]) - 1

    def working_days_later(self, days: Ints, count: Ints | int) -> Ints:
        """The working day on which so many working days end; the day itself is not counted."""
        place, inside = self._place(days)
        wanted = np.minimum(self._worked[place] - 1 + count, len(self._working_days) - 1)
        return np.where(inside & (np.asarray(count) > 0), self._working_days[wanted], days)

    def office_day(self, days: Ints) -> Ints:
        """The day itself when people work on it, else the next working day."""
        place, inside = self._place(days)
        return self.working_days_later(days, (inside & ~self._is_working(place)).astype(np.int64))

    def office_day_before(self, days: Ints) -> Ints:
        """The day itself when people work on it, else the working day before."""
        place, inside = self._place(days)
        earlier = self._working_days[np.maximum(self._worked[place] - 1, 0)]
        return np.where(inside, earlier, days)

    def _is_working(self, place: Ints) -> Flags:
        found: Flags = self._working_days[np.maximum(self._worked[place] - 1, 0)] == place + self.first
        return found

    def _place(self, days: Ints) -> tuple[Ints, Flags]:
        inside = (days >= self.first) & (days <= self.last)
        return np.where(inside, days - self.first, 0), inside
