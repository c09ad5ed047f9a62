"""How is a case read by a figure: its events, its duties and what its sources deliver, at one moment or several?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db.models import Count, Min, Q, QuerySet

from pejl.dates import local_day
from pejl.events import BARNET_FOEDT, KILDE_DAEKKER, RETTELSE, Event
from pejl.indicators import Indicator, Read, Whole, read_case
from pejl.tables import Coverage, Deadline, Unknown
from pejl.web.access.models import Case
from pejl.web.cases import bridge
from pejl.web.cases.models import Child, DeadlineRow, EventRow, Family

_ROWS: Final = 2_000  # cases read at a time
# What a duty and its row call the same.
_DUTY: Final = tuple(name for name in Deadline._fields if name != "case_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """As of when the cases are read, as known when, and which rules' duties are asked for (None: all of them).

    Without ``known_at`` by all that is known and by the duties as they are kept, which is of now. With it as of any
    moment and as known at any other, by duties judged anew.

    ``kinds``: the only kinds of event that are asked for (None: all of them). It spares a page that counts one thing
    most of what lies in the cases; it cannot be asked for with ``known_at``, which needs what the duties follow from.
    Without ``families`` siblings are not told of.
    """

    as_of: datetime
    known_at: datetime | None = None
    rules: frozenset[str] | None = None
    kinds: frozenset[str] | None = None
    families: bool = True

    def __post_init__(self) -> None:
        if self.kinds is not None and self.known_at is not None:
            raise ValueError("cannot judge duties anew by some kinds of event; leave out kinds or known_at")


def reading_of(indicators: Sequence[Indicator], *, as_of: datetime) -> Reading:
    """All that these are counted from, as it stands now, and nothing else."""
    rules = frozenset(rule for each in indicators for rule in each.rules)
    own = frozenset(kind for each in indicators for kind in each.kinds_read)
    families = any(each.of_families for each in indicators)
    return Reading(as_of=as_of, rules=rules, kinds=own | bridge.kinds_counted(rules), families=families)


def reads(cases: QuerySet[Case], reading: Reading) -> Iterator[tuple[Case, Read]]:
    """Each of these cases as a figure reads it; so many at a time that not all of them are in memory at once."""
    for some, families in _slices(cases, families=reading.families):
        events, wholes = _events(some, reading)
        yield from zip(some, _read_at(some, events, reading, families=families, wholes=wholes), strict=True)


def reads_at(cases: QuerySet[Case], readings: Sequence[Reading]) -> Iterator[tuple[Case, tuple[Read, ...]]]:
    """The same at several moments, asked of the database once; each of them reads all that is written."""
    for some, families in _slices(cases, families=True):
        events = bridge.ledger_events([case.pk for case in some])
        at_each = [list(_read_at(some, events, each, families=families, wholes={})) for each in readings]
        yield from zip(some, zip(*at_each, strict=True), strict=True)


_Families = Mapping[int, int | None] | None


def _slices(cases: QuerySet[Case], *, families: bool) -> Iterator[tuple[list[Case], _Families]]:
    """So many cases at a time, and the family of each where families are written down at all."""
    families = families and Family.objects.filter(children__case__protected=False).exists()
    last = 0
    while some := list(cases.filter(pk__gt=last).order_by("pk")[:_ROWS]):
        yield some, _families_of(some) if families else None
        if len(some) < _ROWS:
            return
        last = some[-1].pk


def _families_of(cases: Sequence[Case]) -> _Families:
    return dict(Child.objects.filter(case__in=[case.pk for case in cases]).values_list("case_id", "family_id"))


def _events(cases: Sequence[Case], reading: Reading) -> tuple[list[Event], dict[str, Whole]]:
    """The events asked for, and what only the whole of each case tells where some of it was left out.

    Of a case in which something was corrected all is read: what was struck tells nothing of the case.
    """
    if reading.kinds is None:
        return bridge.ledger_events([case.pk for case in cases]), {}
    wholes = _wholes(cases, as_of=reading.as_of)
    corrected = [case.pk for case in cases if wholes.get(case.number, ()) is None]
    only = Q(kind__in=sorted({*reading.kinds, KILDE_DAEKKER.key})) | Q(case__in=corrected)
    return bridge.ledger_events([case.pk for case in cases], only=only), {
        number: each for number, each in wholes.items() if each
    }


def _wholes(cases: Sequence[Case], *, as_of: datetime) -> dict[str, Whole | None]:
    """What only the whole of a case tells, in one question; None where something was corrected."""
    today = local_day(as_of)
    happened = Q(day__lt=today) | Q(day=today, at__isnull=True) | Q(day=today, at__lte=as_of)
    rows = EventRow.objects.filter(case__in=[case.pk for case in cases]).exclude(kind=BARNET_FOEDT.key).order_by()
    by_source = rows.values_list("case__number", "source").annotate(
        happened=Count("pk", filter=happened),
        first=Min("day", filter=happened & ~Q(kind=KILDE_DAEKKER.key)),
        corrections=Count("pk", filter=Q(kind=RETTELSE.key)),
    )
    found = defaultdict[str, list[tuple[str, int, date | None, int]]](list)
    for number, *told in by_source:
        found[number].append((*told,))
    return {number: _whole(number, told) for number, told in found.items()}


def _whole(number: str, by_source: list[tuple[str, int, date | None, int]]) -> Whole | None:
    if any(corrections for *_, corrections in by_source):
        return None
    sources = frozenset(source for source, happened, _, _ in by_source if happened)
    return Whole(number, sources, min((first for _, _, first, _ in by_source if first), default=None))


def _read_at(
    cases: Sequence[Case],
    events: list[Event],
    reading: Reading,
    *,
    families: _Families,
    wholes: Mapping[str, Whole],
) -> Iterator[Read]:
    known_at, by_case = reading.known_at, bridge.by_case(events)
    coverage = Coverage.declared_in(each for each in by_case[""] if known_at is None or each.recorded_at <= known_at)
    duties = _duties(cases, events, reading)
    for case in cases:
        yield read_case(
            by_case.get(case.number, ()),
            duties.get(case.number, ()),
            coverage=coverage,
            as_of=reading.as_of,
            known_at=known_at,
            family=None if families is None else str(families.get(case.pk) or ""),
            whole=wholes.get(case.number),
        )


def _duties(cases: Sequence[Case], events: list[Event], reading: Reading) -> Mapping[str, list[Deadline]]:
    if reading.known_at is None:
        return _kept_duties(cases, reading)
    return bridge.judged_anew(cases, events, rules=reading.rules, as_of=reading.as_of, known_at=reading.known_at)


def _kept_duties(cases: Sequence[Case], reading: Reading) -> dict[str, list[Deadline]]:
    found = defaultdict[str, list[Deadline]](list)
    rows = DeadlineRow.objects.filter(case__in=[case.pk for case in cases]).order_by("pk")
    if reading.rules is not None:
        rows = rows.filter(rule__in=reading.rules)
    for number, *values in rows.values_list("case__number", *_DUTY).iterator(chunk_size=_ROWS):
        duty = Deadline(number, *values)
        found[number].append(duty._replace(unknown_reason=Unknown(duty.unknown_reason)))
    return found
