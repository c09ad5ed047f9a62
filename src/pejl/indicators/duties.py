"""How are duties counted: in time or not, finished in which way, or still running and past due?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from pejl.dates import end_of_day, local_day
from pejl.indicators.counting import By, Duties, Running
from pejl.indicators.indicator import Group
from pejl.indicators.period import Calendar, Period
from pejl.indicators.reading import Read
from pejl.indicators.rows import Row, Verdict, verdict_of
from pejl.tables import Deadline, Status


class Over(StrEnum):
    """How a course stands against its time, where a second duty tells two sorts of lateness apart.

    A preliminary assessment never excuses the four months (law notes BFU-03), so it makes a group of its own. Before
    barnets lov no rule of ours asks for one; those are counted apart instead of as if it were missing.
    """

    IN_TIME = "i_tide"
    WITH = "over_med"
    WITHOUT = "over_uden"
    EARLIER = "over_foer"


OVER_GROUPS: Final = (
    Group(Over.IN_TIME.value, "Inden for fire måneder"),
    Group(Over.WITH.value, "Over fristen, med foreløbig vurdering"),
    Group(Over.WITHOUT.value, "Over fristen, uden foreløbig vurdering"),
    Group(Over.EARLIER.value, "Over fristen, begyndt før barnets lov"),
)
_JUDGED: Final = {Status.MET: Verdict.YES, Status.LATE: Verdict.NO, Status.OVERDUE: Verdict.NO}


def rows_of_duties(counted: Duties, read: Read, calendar: Calendar, *, as_of: datetime) -> Iterator[Row]:
    """The duties that can be judged, each in the period of its day."""
    for rule in counted.rules:
        for duty in read.by_rule.get(rule, ()):
            judged = _judged(counted, duty, as_of=as_of)
            day = _day(counted, read, duty) if judged else None
            period = calendar.of(day) if day else None
            if judged and day and period:
                group = _over(read, duty, beside=counted.beside, at=as_of) if counted.beside else ""
                yield _row(read, duty, period=period, verdict=judged, day=day)._replace(group=group)


def _judged(counted: Duties, duty: Deadline, *, as_of: datetime) -> Verdict | None:
    """Yes or no, unknown, or None: not among those counted."""
    status = duty.status(as_of)
    match counted.by:
        case By.DUE if duty.due_at and duty.due_at > as_of:
            return None
        case By.DUE if not duty.due_at and status is not Status.UNKNOWN:
            return None
        case By.START if not duty.due_at and status is Status.OPEN:
            return Verdict.NO
        case By.FINISH if not duty.met_at:
            return None
    return Verdict.UNKNOWN if status is Status.UNKNOWN else _JUDGED.get(status)


def _day(counted: Duties, read: Read, duty: Deadline) -> date | None:
    """The day that puts it in a period; one whose time cannot be worked out belongs where it began."""
    at = {By.DUE: duty.due_at, By.START: None, By.FINISH: duty.met_at}[counted.by]
    return local_day(at) if at else begun_on(read, duty)


def begun_on(read: Read, duty: Deadline) -> date | None:
    """The day of the event that began the duty."""
    start = read.by_id.get(duty.starts_event)
    return start.day if start else local_day(duty.starts_at) if duty.starts_at else None


def rows_of_running(counted: Running, read: Read, calendar: Calendar, *, as_of: datetime) -> Iterator[Row]:
    """The courses that ran at the end of each period: past due or not."""
    for duty in read.by_rule.get(counted.rule, ()):
        begun = begun_on(read, duty)
        for period, last in calendar.ends:
            at = min(end_of_day(last), as_of)
            if begun and begun <= last and _runs(duty, at):
                late = None if _undecided(duty) else bool(duty.due_at and duty.due_at < at)
                group = "" if late is None else _over(read, duty, beside=counted.beside, at=at)
                row = _row(read, duty, period=period, verdict=verdict_of(late), day=last)
                yield row._replace(group=group)


def _runs(duty: Deadline, at: datetime) -> bool:
    met, stopped = duty.met_at, duty.stopped_at
    return not (met and met <= at) and not (stopped and stopped <= at)


def _undecided(duty: Deadline) -> bool:
    return bool(duty.unknown_reason) and duty.due_at is None


def _over(read: Read, duty: Deadline, *, beside: str, at: datetime) -> str:
    """The group, as of an instant: a preliminary assessment made later was not there yet."""
    if not beside or duty.due_at is None:
        return ""
    end = duty.met_at if duty.met_at and duty.met_at <= at else at
    if end <= duty.due_at:
        return Over.IN_TIME.value
    others = [each for each in read.by_rule.get(beside, ()) if each.starts_event == duty.starts_event]
    if any(each.met_at and each.met_at <= at for each in others):
        return Over.WITH.value
    return Over.WITHOUT.value if others else Over.EARLIER.value


def _row(read: Read, duty: Deadline, *, period: Period, verdict: Verdict, day: date) -> Row:
    why = duty.unknown_reason.danish if verdict is Verdict.UNKNOWN else ""
    row = Row(read.case_id, period, verdict, day, event_id=duty.starts_event, rule=duty.rule, why=why)
    return row._replace(since=_since(read, duty) or day)


def _since(read: Read, duty: Deadline) -> date | None:
    """The day from which a source must tell of what meets it: of a rhythm, the year or the meeting it counts from."""
    begun, counted = begun_on(read, duty), duty.starts_at and local_day(duty.starts_at)
    return max(filter(None, (begun, counted)), default=None)
