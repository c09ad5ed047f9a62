"""By when? The days and instants of a limit, counted once per distinct day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import numpy as np

from pejl import dates
from pejl.dates import WorkingCalendar
from pejl.engine.columnar.positions import (
    HOUR,
    NEVER,
    NONE,
    Flags,
    Ints,
    Ledger,
    day_number,
    end_of_day,
    per_day,
    span,
)
from pejl.engine.columnar.verdicts import code_of
from pejl.rules import Days, Hours, Match, Months, NoLimit, Scope, ToBirthday, Within, WorkingDays, Years
from pejl.tables import Unknown


class Clocks(NamedTuple):
    """The strict reading, the last instant in time, and the instant by which it is surely in time; NEVER: none."""

    warn_at: Ints
    due_at: Ints
    surely_by: Ints
    problem: Ints  # codes of Unknown: why there is no instant

    @classmethod
    def of(cls, warn: Ints, due: Ints, *, problem: Ints) -> Clocks:
        """Instants that are none where there is a problem."""
        warn, due = np.where(problem > 0, NEVER, warn), np.where(problem > 0, NEVER, due)
        return cls(warn, due, due, problem)


def due_days(days: Ints, duration: Days | Months | Years | WorkingDays, times: int = 1) -> Ints:
    def count(day: date) -> int:
        match duration:
            case Days(number, start_counts):
                return day_number(dates.add_days(day, days=number * times - start_counts))
            case Months(number, rounding):
                return day_number(dates.add_months(day, months=number * times, if_missing_day=rounding))
            case Years(number, rounding):
                return day_number(dates.add_years(day, years=number * times, if_missing_day=rounding))
            case WorkingDays(number):
                late = WorkingCalendar.LATE
                return day_number(dates.add_working_days(day, days=number * times, calendar=late))

    return per_day(days, count, what=(duration, times))


def strict_days(days: Ints, number: int) -> Ints:
    strict = WorkingCalendar.STRICT
    return per_day(
        days,
        lambda d: day_number(dates.add_working_days(d, days=number, calendar=strict)),
        what=("strict", number),
    )


def clock_within(ledger: Ledger, duty: Within, starts: Ints, counted: Ints, missing: Flags) -> Clocks:
    """By when each duty must be met; ``counted``: the day it is counted from, anything where it is missing."""
    no_problem = np.zeros(starts.shape, dtype=np.int64)
    match duty.time:
        case NoLimit():
            never = np.full(starts.shape, NEVER, dtype=np.int64)
            return Clocks(never, never, never, no_problem)
        case Hours(number):
            earliest, latest = span(ledger, starts, hours=True)
            limit = number * HOUR
            return Clocks(earliest + limit, latest + limit, earliest + limit, no_problem)
        case ToBirthday():
            return _to_birthday(ledger, duty.time, starts)
        case WorkingDays(number):
            warn = end_of_day(strict_days(counted, number))
            due = end_of_day(due_days(counted, duty.time))
        case _:
            warn = due = end_of_day(due_days(counted, duty.time))
    if duty.cap:
        capped = _capped(ledger, duty, starts)
        warn, due = np.where(capped < due, capped, warn), np.minimum(due, capped)
    return Clocks.of(warn, due, problem=missing * code_of(Unknown.START_MISSING))


def _to_birthday(ledger: Ledger, until: ToBirthday, starts: Ints) -> Clocks:
    """To the birthday, or so many months before it."""
    birthday = ledger.birthday(starts, years=until.years)
    told = birthday != NEVER
    day = np.where(told, birthday, ledger.day[starts])
    day = per_day(
        day,
        lambda each: day_number(
            dates.add_months(each, months=-until.months_before, if_missing_day=dates.LAST_OF_MONTH)
        ),
        what=("months before", until.months_before),
    )
    passed = np.where(day < ledger.day[starts], code_of(Unknown.DAY_PASSED), 0)
    due = end_of_day(day)
    return Clocks.of(due, due, problem=np.where(told, passed, code_of(Unknown.BIRTH_MISSING)))


def _capped(ledger: Ledger, duty: Within, starts: Ints) -> Ints:
    """The end of the day of the first finish after each start, of a course decided by then; NEVER if none."""
    assert duty.cap
    finishes = ledger.lines(tuple(Match(kind) for kind in duty.cap.finished_by))
    decisions = ledger.lines(tuple(Match(kind) for kind in duty.cap.decided_by))
    index, finish = finishes.pairs(starts, from_=ledger.same_day[1][starts], scope=Scope.CASE)
    decided = decisions.last_in_thread(ledger.thread[finish], ledger.same_day[1][starts[index]])
    finished = finishes.last_in_thread(ledger.thread[finish], ledger.same_day[1][starts[index]])
    running = (decided != NONE) & (finished <= decided)
    index, finish = index[running], finish[running]
    capped = np.full(starts.shape, NEVER, dtype=np.int64)
    first = np.unique(index, return_index=True)[1]
    capped[index[first]] = end_of_day(ledger.day[finish[first]])
    return capped
