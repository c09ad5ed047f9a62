"""Which events of a case count, and from which day does anybody tell of a kind? For the pages that read them all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q

from pejl.events import KILDE_DAEKKER, Event, effective
from pejl.tables import ALL_KINDS
from pejl.web.access.models import Case
from pejl.web.cases import bridge
from pejl.web.cases.models import EventRow, SecondSource

_SLAGS: Final = "slags"


@dataclass(frozen=True, slots=True)
class Standing:
    """The events that count, in their order, and what the sources say that they tell."""

    events: tuple[Event, ...]
    covered: dict[str, date]  # kind, or all kinds -> the first day

    def covered_since(self, *kinds: str) -> date | None:
        """The first day from which at least one of these kinds would be told; None: never."""
        days = [self.covered[kind] for kind in (*kinds, ALL_KINDS) if kind in self.covered]
        return min(days, default=None)


def standing_in(case: Case) -> Standing:
    """Read the case once: without what was corrected, sealed, or told twice."""
    twins = SecondSource.objects.filter(event__case=case).values("other_id")
    rows = EventRow.objects.filter(Q(case=case) | Q(case__isnull=True), sealed=False).exclude(pk__in=twins)
    told = effective(bridge.event_of(row, number=case.number if row.case_id else "") for row in rows.order_by("pk"))
    own = [event for event in told if event.case_id]
    sources = {event.source for event in own}
    covered: dict[str, date] = {}
    for event in told:
        if event.kind == KILDE_DAEKKER.key and event.source in sources:
            kind = str(event.fields.get(_SLAGS, ALL_KINDS))
            covered[kind] = min(event.day, covered.get(kind, event.day))
    events = sorted((each for each in own if each.kind != KILDE_DAEKKER.key), key=lambda each: each.order)
    return Standing(tuple(events), covered)
