"""How are events counted that happened in a period, and which of them were as asked?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pejl.events import Event
from pejl.indicators.counting import Asked, Between, Each, Followed, Happened, Has
from pejl.indicators.indicator import Group
from pejl.indicators.period import Calendar
from pejl.indicators.reading import Read, all_hold, in_course, matching
from pejl.indicators.rows import FIELD_MISSING, Row, group_of, verdict_of


def rows_of_happened(
    counted: Happened, read: Read, calendar: Calendar, *, groups: tuple[Group, ...] = ()
) -> Iterator[Row]:
    """Each event of the periods, with the answer to what is asked about it."""
    for event, sure in matching(read, counted.what):
        period = calendar.of(event.day)
        if period:
            answer = answered(counted.yes, read, event, on=event.day) if sure else None
            yield Row(
                case_id=read.case_id,
                period=period,
                verdict=verdict_of(answer),
                day=event.day,
                group=group_of(event, groups) if groups else "",
                event_id=event.event_id,
                why=FIELD_MISSING if answer is None else "",
                counted_as=counted_as(counted.each, read, event),
            )


def answered(asked: Asked, read: Read, event: Event, *, on: date) -> bool | None:
    """Whether it is as asked; nothing asked: yes. None: it cannot be seen."""
    match asked:
        case Has():
            return any(each.day <= on for kind in asked.kinds for each in read.by_kind.get(kind.key, ()))
        case Between():
            return _between(asked, read, event)
        case Followed():
            return any(
                in_course(each, event) and each.day >= event.day
                for kind in asked.kinds
                for each in read.by_kind.get(kind.key, ())
            )
        case _:
            return all_hold(asked, event)


def _between(asked: Between, read: Read, event: Event) -> bool | None:
    begun = [each for each in read.by_kind.get(asked.begun_by.key, ()) if in_course(each, event)]
    earlier = [each for each in begun if each.day <= event.day]
    if not earlier:
        return None
    first = earlier[-1].day
    return any(first <= each.day <= event.day for kind in asked.has for each in read.by_kind.get(kind.key, ()))


def counted_as(each: Each, read: Read, event: Event | None = None) -> str:
    """What several rows share that are counted once."""
    match each:
        case Each.REGISTERED:
            return ""
        case Each.LETTER:
            return (event.shared_id or event.event_id) if event else ""
        case Each.CHILD:
            return read.case_id
        case Each.FAMILY:
            return f"familie {read.family}" if read.family else read.case_id
