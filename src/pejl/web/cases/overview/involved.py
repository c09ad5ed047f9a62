"""Who was involved in which steps of many cases? The same answer as the page of each case, counted in a few columns.

A step belongs to the period in which something last happened in it, so that it is counted once. A case is read only
where something happened in the period, and of it only the kinds that are a step or tell of somebody.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from django.db.models import Case as Choose
from django.db.models import F, QuerySet, TextField, Value, When
from django.db.models.functions import Cast

from pejl.events import KILDE_DAEKKER, NO_FIELDS, RETTELSE, FieldValue, Step, effective
from pejl.tables import ALL_KINDS
from pejl.web.access.names import in_danish
from pejl.web.cases import bridge
from pejl.web.cases.day import waiting_first
from pejl.web.cases.day_cases import among
from pejl.web.cases.involving import (
    FAMILY,
    OWN_STEP,
    READ,
    STEPS,
    TELLERS,
    Party,
    Stand,
    kinds_telling_of,
    placed,
    stand_of,
    stands_by,
)
from pejl.web.cases.models import EventRow, SecondSource

if TYPE_CHECKING:
    from pejl.web.access.models import Case

_ROWS: Final = 5_000
_EMPTY: Final = "{}"
_CASE: Final = itemgetter(0)
_NOBODY: Final = frozenset[Party]()

Place = tuple[Step, Party]


@dataclass(frozen=True, slots=True)
class CaseInvolved:
    """One case: how each party stands in each step of the period."""

    case: int
    team: int | None
    adviser: str
    stands: Mapping[Place, Stand]

    def of(self, party: Party) -> list[Stand]:
        """How one party stands, step by step, where it can be seen and is not waited with."""
        return [stand for (_, who), stand in self.stands.items() if who is party and stand in SEEN]


# What can be judged at all: the rest is counted apart.
SEEN: Final = frozenset({Stand.INVOLVED, Stand.PERHAPS, Stand.REASON, Stand.GAP})


class _Told(NamedTuple):
    """As much of an event as is read."""

    case: int
    kind: str
    thread_id: str
    day: date
    fields: Mapping[str, FieldValue]


def involved(cases: QuerySet[Case], *, first: date | None = None, last: date | None = None) -> Iterator[CaseInvolved]:
    """Those of the cases with a step in the period (None: open at that end); seven questions, however many."""
    held = _held(cases, first)
    rows = _standing(cases).filter(case__in=among(held))
    since, waiting = _covered(rows), waiting_first(cases)
    for case, told in groupby(_told(rows), key=_CASE):
        days, found = _steps(told)
        own: dict[Step, date] = {
            step: days[step] for step in STEPS if step in days and in_period(days[step], first, last)
        }
        if own:
            waits = FAMILY if case in waiting else _NOBODY
            yield CaseInvolved(case, *held[case], _stands(own, found, since=since[case], waits=waits))


def in_period(day: date, first: date | None, last: date | None) -> bool:
    """Whether a day lies in the period; None: open at that end."""
    return (first or day) <= day <= (last or day)


def _held(cases: QuerySet[Case], first: date | None) -> dict[int, tuple[int | None, str]]:
    """Who has each of the cases today, of those in which something happened from the first day on."""
    if first:
        rows = EventRow.objects.filter(case__in=cases, day__gte=first, kind__in=READ)
        cases = cases.filter(pk__in=rows.values("case"))
    return {pk: (team, adviser) for pk, team, adviser in cases.values_list("pk", "team", "adviser")}


def _standing(cases: QuerySet[Case]) -> QuerySet[EventRow]:
    """The events that count: neither sealed, corrected nor told twice."""
    rows = EventRow.objects.filter(sealed=False).exclude(event_id__in=bridge.withdrawn_in(cases))
    return rows.exclude(pk__in=SecondSource.objects.filter(event__case__in=cases).values("other_id"))


def _told(rows: QuerySet[EventRow]) -> Iterator[_Told]:
    """In the order of the ledger; what is written only where it may tell of somebody, as text, for most is empty."""
    written = Choose(
        When(kind__in=TELLERS, then=Cast("fields", TextField())), default=Value(_EMPTY), output_field=TextField()
    )
    order = ("case", "day", F("at").asc(nulls_first=True), in_danish(F("event_id")))
    told = rows.filter(kind__in=READ).order_by(*order).values_list("case", "kind", "thread_id", "day", written)
    for case, kind, thread, day, text in told.iterator(_ROWS):
        yield _Told(case, kind, thread, day, NO_FIELDS if text == _EMPTY else json.loads(text))


def _steps(told: Iterable[_Told]) -> tuple[dict[Step, date], dict[Place, set[Stand]]]:
    """The last day of each step, and what was told of whom in it."""
    days: dict[Step, date] = {}
    found: dict[Place, set[Stand]] = {}
    for event, step in placed(told):
        stands = list(stands_by(event)) if event.kind in TELLERS else ()
        for party, stand in stands:
            found.setdefault((step, party), set()).add(stand)
        if (stands or OWN_STEP.get(event.kind) is step) and event.day >= days.get(step, event.day):
            days[step] = event.day
    return days, found


def _stands(
    days: Mapping[Step, date],
    found: Mapping[Place, set[Stand]],
    *,
    since: Mapping[Party, date],
    waits: frozenset[Party],
) -> dict[Place, Stand]:
    never = date.max
    return {
        (step, party): stand_of(found.get((step, party), ()), told=since.get(party, never) <= day, waits=party in waits)
        for step, day in days.items()
        for party in Party
    }


# --- who would tell -------------------------------------------------------------------------------------------


_Declared = dict[Party, date]


def _covered(rows: QuerySet[EventRow]) -> Mapping[int, _Declared]:
    """The first day from which the sources of each case would tell of each party; a party is left out: never."""
    common = _declared((each.source, each.day, each.fields) for each in effective(bridge.ledger_events([])))
    own = defaultdict[int, list[tuple[str, date, Mapping[str, FieldValue]]]](list)
    for case, *told in rows.filter(kind=KILDE_DAEKKER.key).values_list("case", "source", "day", "fields"):
        own[case].append((*told,))
    found = defaultdict[int, _Declared](dict)
    sources = rows.exclude(kind=RETTELSE.key).order_by().values_list("case", "source").distinct()
    for case, source in sources.iterator(_ROWS):
        for declared in (common, _declared(own[case])) if case in own else (common,):
            for party, day in declared.get(source, {}).items():
                found[case][party] = min(day, found[case].get(party, day))
    return found


def _declared(told: Iterable[tuple[str, date, Mapping[str, FieldValue]]]) -> Mapping[str, _Declared]:
    """What each source says that it tells."""
    found = defaultdict[str, _Declared](dict)
    for source, day, fields in told:
        for party in _PARTIES_OF.get(str(fields.get("slags", ALL_KINDS)), ()):
            found[source][party] = min(day, found[source].get(party, day))
    return found


_PARTIES_OF: Final[Mapping[str, tuple[Party, ...]]] = {
    ALL_KINDS: tuple(Party),
    **{kind: tuple(party for party in Party if kind in kinds_telling_of(party)) for kind in TELLERS},
}
