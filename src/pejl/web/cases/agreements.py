"""Who has agreed to do what by when, what of it is done, and does every open case have a next step (C14)?

What was agreed at a meeting is no duty by law: when its day has passed it »skulle være gjort«, and it is counted apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from pejl import events as e
from pejl.events import Event, effective
from pejl.web.cases import bridge
from pejl.web.cases.day_cases import Known, among
from pejl.web.cases.duties import Duties
from pejl.web.cases.models import EventRow
from pejl.web.cases.timeline import Reader, may_see, words_of
from pejl.web.cases.written import Written, field_of

_WHO: Final = field_of(e.AFTALE_INDGAAET, "hvem_goer")
_WHAT: Final = field_of(e.AFTALE_INDGAAET, "hvad")
_HAPPENED: Final = field_of(e.AFTALE_UDFOERT, "hvad_skete")


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One thing somebody has agreed to do."""

    event_id: str
    case_number: str
    who: str
    what: str
    by_day: date | None
    agreed_on: date
    done_on: date | None
    happened: str
    late: bool

    @property
    def order(self) -> tuple[bool, date, date, str]:
        """The open ones first, by the day they are to be done; those without a day last."""
        return self.done_on is not None, self.by_day or date.max, self.agreed_on, self.event_id


def agreements_of(events: Iterable[Event], *, reader: Reader, today: date) -> list[Agreement]:
    """The agreements among these events, which all stand."""
    held = list(events)
    done = {(each.case_id, each.thread_id): each for each in held if each.kind == e.AFTALE_UDFOERT.key}
    agreed = (each for each in held if each.kind == e.AFTALE_INDGAAET.key)
    found = [_agreement(each, done.get((each.case_id, each.thread_id)), reader=reader, today=today) for each in agreed]
    return sorted(found, key=lambda each: each.order)


def open_agreements(events: Iterable[Event], *, reader: Reader, today: date) -> list[Agreement]:
    """Those that are not done yet."""
    return [each for each in agreements_of(events, reader=reader, today=today) if each.done_on is None]


def _agreement(event: Event, done: Event | None, *, reader: Reader, today: date) -> Agreement:
    by_day = event.fields.get(e.SENEST.name)
    by_day = by_day if isinstance(by_day, date) else None

    def said(each: Event, field: e.Field) -> str:
        value = each.fields.get(field.name)
        return words_of(field, value) if value not in (None, "") and may_see(field, reader=reader) else ""

    return Agreement(
        event_id=event.event_id,
        case_number=event.case_id,
        who=said(event, _WHO),
        what=said(event, _WHAT),
        by_day=by_day,
        agreed_on=event.day,
        done_on=done.day if done else None,
        happened=said(done, _HAPPENED) if done else "",
        late=bool(done is None and by_day and by_day < today),
    )


# --- for a person's day ---------------------------------------------------------------------------------------

_ASKED: Final = (e.AFTALE_INDGAAET.key, e.AFTALE_UDFOERT.key, e.RETTELSE.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """An open agreement with the case it was made in."""

    case: Known
    agreement: Agreement


def open_in(cases: Collection[Known], *, reader: Reader, today: date) -> list[Agreed]:
    """What is agreed and not done in these cases, the first to be done first: one question to the database."""
    by_id, by_number = {case.case_id: case for case in cases}, {case.number: case for case in cases}
    rows = EventRow.objects.filter(case__pk__in=among(by_id), kind__in=_ASKED).order_by("pk")
    events = [bridge.event_of(row, number=by_id[row.case_id].number) for row in rows if row.case_id]
    found = open_agreements(effective(events), reader=reader, today=today)
    return [Agreed(case=by_number[each.case_number], agreement=each) for each in found]


# --- is there a next step? ------------------------------------------------------------------------------------


def has_next_step(duties: Duties, agreed: Iterable[Agreement], *, events: Iterable[Event], today: date) -> bool:
    """Whether anything in an open case waits for somebody: a duty, an agreement, or the day of the next follow-up."""
    if duties.first or duties.overdue or duties.open or any(each.done_on is None for each in agreed):
        return True
    follow_ups = (each for each in events if each.kind == e.OPFOELGNING_HOLDT.key)
    days = (each.fields.get(e.NAESTE_SENEST.name) for each in follow_ups)
    return any(isinstance(day, date) and day >= today for day in days)


def agreements_in(written: Written) -> list[Agreement]:
    """All agreements of a case that is read already."""
    return agreements_of(written.events, reader=written.reader, today=written.today)
