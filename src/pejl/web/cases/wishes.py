"""Which children have asked for another adviser and still wait for an answer?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from pejl.events import RAADGIVERSKIFT_BESVARET, RAADGIVERSKIFT_OENSKET, Event
from pejl.web.access.models import Case
from pejl.web.cases import bridge
from pejl.web.cases.models import EventRow

_KINDS = (RAADGIVERSKIFT_OENSKET.key, RAADGIVERSKIFT_BESVARET.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One wish that waits: since when, in which case. The child's words are read in the case."""

    case: Case
    since: date
    event: Event


def open_requests(cases: QuerySet[Case]) -> list[Wish]:
    """The wishes that wait in these cases, the oldest first; two questions, however many cases."""
    rows = EventRow.objects.filter(case__in=cases, kind__in=_KINDS, sealed=False).select_related("case__child")
    asked = list(rows.order_by("recorded_at", "pk"))
    gone = bridge.withdrawn_in(cases.filter(pk__in=[row.case_id for row in asked]))
    waiting: dict[int, Wish] = {}
    for row in asked:
        if row.event_id in gone or row.case is None:
            continue
        if row.kind == RAADGIVERSKIFT_BESVARET.key:
            waiting.pop(row.case.pk, None)
        else:
            event = bridge.event_of(row, number=row.case.number)
            waiting.setdefault(row.case.pk, Wish(case=row.case, since=row.day, event=event))
    return sorted(waiting.values(), key=lambda wish: (wish.since, wish.case.pk))


def open_wish(case: Case) -> Wish | None:
    """The one that waits in this case."""
    return next(iter(open_requests(Case.objects.filter(pk=case.pk))), None)
