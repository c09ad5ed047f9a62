"""How are courses counted that run at the end of a period, and how long did it take from one thing to the next?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pejl.events import Event
from pejl.indicators.counting import Between, Each, Followed, Has, Lengths, Standing
from pejl.indicators.happenings import answered, counted_as
from pejl.indicators.indicator import Group
from pejl.indicators.period import Calendar, Period
from pejl.indicators.reading import Read, end_of, in_course, matching, surely_before
from pejl.indicators.rows import FAMILY_MISSING, FIELD_MISSING, Row, Verdict, group_of, verdict_of


def rows_of_standing(
    counted: Standing, read: Read, calendar: Calendar, *, groups: tuple[Group, ...] = ()
) -> Iterator[Row]:
    """What runs at the end of each period; of a child that is counted once, the course begun last."""
    if not counted.begun_by:
        yield from _open_cases(counted, read, calendar)
        return
    begun = [(start, sure, end_of(read, start, ended_by=counted.ended_by)) for start, sure in _begun(counted, read)]
    if not begun:
        return
    for period, last in calendar.ends:
        running = [(start, sure) for start, sure, end in begun if start.day <= last and not (end and end.day <= last)]
        if counted.each in (Each.CHILD, Each.FAMILY):
            running = running[-1:]
        for start, sure in running:
            now = _as_it_is(counted, read, start, groups=groups, on=last)
            answer = answered(counted.yes, read, now, on=last) if sure else None
            row = _row(read, start, period=period, day=last, answer=answer)
            yield row._replace(
                group=group_of(now, groups) if groups else "", counted_as=counted_as(counted.each, read, start)
            )


def _begun(counted: Standing, read: Read) -> list[tuple[Event, bool]]:
    return matching(read, counted.begun_by)


def _open_cases(counted: Standing, read: Read, calendar: Calendar) -> Iterator[Row]:
    for period, last in calendar.ends:
        if read.is_open(last):
            row = Row(read.case_id, period, Verdict.YES, last, counted_as=counted_as(counted.each, read))
            lost = counted.each is Each.FAMILY and read.family is None
            yield row._replace(verdict=Verdict.UNKNOWN, why=FAMILY_MISSING, counted_as="") if lost else row


def _as_it_is(counted: Standing, read: Read, start: Event, *, groups: tuple[Group, ...], on: date) -> Event:
    """The latest event of the course that says what is asked; a change that does not say it changed something else."""
    if not counted.changed_by:
        return start
    asked = () if isinstance(counted.yes, Between | Followed | Has) else counted.yes
    names = {each.field for each in (*asked, *(each for group in groups for each in group.when))}
    changes = (
        event
        for event, _ in matching(read, counted.changed_by)
        if in_course(event, start) and not surely_before(event, start) and event.day <= on
    )
    telling = [event for event in changes if all(event.fields.get(name) for name in names)]
    return telling[-1] if telling else start


def rows_of_lengths(counted: Lengths, read: Read, calendar: Calendar) -> Iterator[Row]:
    """The days each took that ended in one of the periods."""
    for start, sure in matching(read, counted.begun_by):
        ends = (e for kind in counted.until for e in read.by_kind.get(kind.key, ()) if in_course(e, start))
        after = [each for each in ends if not surely_before(each, start)]
        end = min(after, key=lambda each: each.order, default=None)
        period = calendar.of(end.day) if end else None
        if end and period:
            begun = start.fields.get(counted.counted_from) if counted.counted_from else start.day
            told = sure and isinstance(begun, date) and begun <= end.day
            row = _row(read, start, period=period, day=end.day, answer=True if told else None)
            yield row._replace(value=float((end.day - begun).days)) if told and isinstance(begun, date) else row


def _row(read: Read, start: Event, *, period: Period, day: date, answer: bool | None) -> Row:
    why = FIELD_MISSING if answer is None else ""
    return Row(read.case_id, period, verdict_of(answer), day, event_id=start.event_id, why=why)
