"""What must be known of each case to look for mistakes in it, read in a fixed number of questions?

Only events of the kinds that some fault looks at are read, and of them those that no correction has taken out of force.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, NamedTuple

from django.db.models import F, Q, QuerySet

from pejl.events import RETTELSE, Event, Kind, effective
from pejl.tables import Status, Unknown
from pejl.web.access.models import Case
from pejl.web.cases import bridge
from pejl.web.cases.actions.writing import PEJL
from pejl.web.cases.models import DeadlineRow, EventRow
from pejl.web.cases.standing import status_at

_IN_DOUBT: Final = (Unknown.HOUR_OF_START, Unknown.HOUR_OF_END, Unknown.FIELD_MISSING, Unknown.NEXT_MISSING)


class Doubt(NamedTuple):
    """A duty that cannot be judged, and why."""

    reason: Unknown
    rule: str
    thread_id: str
    starts_event: str


# The fields that a source is seen to fill in on a kind of event: (source, kind, field); HOUR is one of them.
Delivered = frozenset[tuple[str, str, str]]
HOUR: Final = "at"
# So many of the newest events of a kind tell what its sources fill in. They are anybody's, so that what is a mistake to
# one is a mistake to all: a person's few cases may happen to have nothing filled in.
_NEWEST: Final = 150


@dataclass(slots=True, kw_only=True)
class CaseFacts:
    """One case as the faults look at it."""

    pk: int
    key: str
    name: str
    adviser: str
    team: str
    closed: bool
    protected: bool
    today: date
    delivered: Delivered = frozenset()
    events: list[Event] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def of(self, *kinds: Kind) -> list[Event]:
        """The events of these kinds, in order."""
        keys = {kind.key for kind in kinds}
        return [event for event in self.events if event.kind in keys]

    def lacks(self, event: Event, name: str) -> bool:
        """Whether an event has no answer where its source gives one; else the list has no such column at all."""
        missing = event.at is None if name == HOUR else event.fields.get(name) in (None, "")
        return missing and (event.source == PEJL or (event.source, event.kind, name) in self.delivered)

    def unknown(self, *reasons: Unknown) -> list[Doubt]:
        """The duties in doubt for one of these reasons."""
        return [each for each in self.doubts if each.reason in reasons]


def facts_of(cases: QuerySet[Case], *, kinds: Collection[str], at: datetime, today: date) -> list[CaseFacts]:
    """The cases by the child's name, with their events of these kinds and what cannot be judged in them."""
    held = _held(cases, today=today)
    events = _events(cases, kinds=kinds)
    delivered = _delivered(_newest(kinds))
    by_number: dict[str, list[Event]] = defaultdict(list)
    for event in effective(events):
        by_number[event.case_id].append(event)
    for number, case in held.items():
        case.events = sorted(by_number[number], key=lambda event: event.order)
        case.delivered = delivered
    _add_doubts({case.pk: case for case in held.values()}, cases, at=at)
    return list(held.values())


def _held(cases: QuerySet[Case], *, today: date) -> dict[str, CaseFacts]:
    return {
        case.number: CaseFacts(
            pk=case.pk,
            key=case.key,
            name=_name(case),
            adviser=case.adviser,
            team=case.team.name if case.team else "",
            closed=case.closed,
            protected=case.protected,
            today=today,
        )
        for case in cases.select_related("child", "team").order_by("child__name_sort", "number")
    }


def _name(case: Case) -> str:
    """The child, or the case's number where nobody has written who it is."""
    child = getattr(case, "child", None)
    return child.name if child else case.number


def _events(cases: QuerySet[Case], *, kinds: Collection[str]) -> list[Event]:
    # A day after the instant it was recorded at is one to look closer at; the fault itself knows Danish days.
    wanted = Q(kind__in=[*kinds, RETTELSE.key]) | Q(day__gt=F("recorded_at"))
    rows = EventRow.objects.filter(wanted, case__in=cases, sealed=False).select_related("case")
    return [bridge.event_of(row, number=row.case.number) for row in rows if row.case]


def _newest(kinds: Collection[str]) -> Iterator[Event]:
    for kind in sorted(kinds):
        rows = EventRow.objects.filter(kind=kind, case__protected=False).order_by("-day", "-pk")[:_NEWEST]
        yield from (bridge.event_of(row, number="") for row in rows)


def _delivered(events: Iterable[Event]) -> Delivered:
    found: set[tuple[str, str, str]] = set()
    for event in events:
        filled_in = [name for name, value in event.fields.items() if value != ""]
        found.update((event.source, event.kind, name) for name in (*filled_in, *((HOUR,) if event.at else ())))
    return frozenset(found)


def _add_doubts(held: dict[int, CaseFacts], cases: QuerySet[Case], *, at: datetime) -> None:
    rows = DeadlineRow.objects.filter(case__in=cases, unknown_reason__in=[each.value for each in _IN_DOUBT])
    unknown = rows.annotate(status=status_at(at)).filter(status=Status.UNKNOWN.value)
    for case, reason, *told in unknown.values_list("case_id", "unknown_reason", "rule", "thread_id", "starts_event"):
        held[case].doubts.append(Doubt(Unknown(reason), *told))
