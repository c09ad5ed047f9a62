"""Who waits for an effort, how long have they waited, and is there other help meanwhile (C33)?

An effort waits from the day it was put on the waiting list until it begins, or is given up, in the same course.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import QuerySet

from pejl import events as e
from pejl.events import Event, effective
from pejl.web.access.models import Case
from pejl.web.cases import bridge
from pejl.web.cases.models import EventRow
from pejl.web.cases.timeline import Reader, may_see, words_of
from pejl.web.cases.written import field_of

_HELP: Final = field_of(e.INDSATS_PAA_VENTELISTE, "hjaelp_imens")
_ENDS: Final = (e.INDSATS_IVAERKSAT, e.INDSATS_OPHOERT, e.ANBRINGELSE_IVAERKSAT)
_END_KEYS: Final = frozenset(kind.key for kind in _ENDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One effort that has not begun."""

    case: Case
    since: date
    days: int
    effort: str
    decided: bool | None  # other help meanwhile; None: nobody has taken a stand
    told: str


def waiting_in(cases: QuerySet[Case], *, reader: Reader, today: date) -> list[Waiting]:
    """Every effort that waits in these cases, the longest first: two questions to the database."""
    put = EventRow.objects.filter(case__in=cases, kind=e.INDSATS_PAA_VENTELISTE.key)
    held = {row.case.pk: row.case for row in put.select_related("case__child").order_by("pk") if row.case}
    kinds = (e.INDSATS_PAA_VENTELISTE.key, *_END_KEYS, e.RETTELSE.key)
    rows = EventRow.objects.filter(case_id__in=held, kind__in=kinds).order_by("pk")
    by_case: dict[int, list[Event]] = defaultdict(list)
    for row in rows:
        if row.case_id is not None:
            by_case[row.case_id].append(bridge.event_of(row, number=str(row.case_id)))
    found = [
        _told(event, case=case, reader=reader, today=today)
        for pk, case in held.items()
        for event in still_waiting(effective(by_case[pk]))
    ]
    return sorted(found, key=lambda each: (-each.days, each.case.number))


def still_waiting(standing: Iterable[Event]) -> list[Event]:
    """What was put on the list and has neither begun nor been given up."""
    events = list(standing)
    ended = [each for each in events if each.kind in _END_KEYS]
    return [
        each
        for each in events
        if each.kind == e.INDSATS_PAA_VENTELISTE.key
        and not any(end.thread_id == each.thread_id and end.order >= each.order for end in ended)
    ]


def _told(event: Event, *, case: Case, reader: Reader, today: date) -> Waiting:
    def said(field: e.Field) -> str:
        value = event.fields.get(field.name)
        return words_of(field, value) if value not in (None, "") and may_see(field, reader=reader) else ""

    decided = event.fields.get("anden_hjaelp")
    return Waiting(
        case=case,
        since=event.day,
        days=(today - event.day).days,
        effort=said(e.INDSATSTYPE),
        decided=decided if isinstance(decided, bool) else None,
        told=said(_HELP),
    )
