"""By when? The days and instants of a limit, counted once per distinct day."""

from __future__ import annotations

from datetime import date

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
from pejl.rules import Days, Hours, Match, Months, NoLimit, Scope, Within, WorkingDays, Years


def due_days(days: Ints, duration: Days | Months | Years | WorkingDays, times: int = 1) -> Ints:
    def count(day: date) -> int:
        match duration:
            case Days(number):
                return day_number(dates.add_days(day, days=number * times))
            case Months(number, rounding):
                return day_number(dates.add_months(day, months=number * times, if_missing_day=rounding))
            case Years(number, rounding):
                return day_number(dates.add_years(day, years=number * times, if_missing_day=rounding))
            case WorkingDays(number):
                late = WorkingCalendar.LATE
                return day_number(dates.add_working_days(day, days=number * times, calendar=late))

    return per_day(days, count)


def strict_days(days: Ints, number: int) -> Ints:
    strict = WorkingCalendar.STRICT
    return per_day(days, lambda d: day_number(dates.add_working_days(d, days=number, calendar=strict)))


def clock_within(ledger: Ledger, duty: Within, starts: Ints, counted: Ints, missing: Flags) -> tuple[Ints, Ints, Ints]:
    """The strict reading, the last instant in time, and the instant by which it is surely in time."""
    never = np.full(starts.shape, NEVER, dtype=np.int64)
    match duty.time:
        case NoLimit():
            return never, never, never
        case Hours(number):
            earliest, latest = span(ledger, starts, hours=True)
            return earliest + number * HOUR, latest + number * HOUR, earliest + number * HOUR
        case WorkingDays(number):
            warn = end_of_day(strict_days(counted, number))
            due = end_of_day(due_days(counted, duty.time))
        case _:
            warn = due = end_of_day(due_days(counted, duty.time))
    if duty.cap:
        capped = _capped(ledger, duty, starts)
        warn, due = np.where(capped < due, capped, warn), np.minimum(due, capped)
    return np.where(missing, NEVER, warn), np.where(missing, NEVER, due), np.where(missing, NEVER, due)


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
