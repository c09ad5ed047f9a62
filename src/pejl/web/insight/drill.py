"""Which cases are behind a figure: what counted each of them, and how did it go there?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from django.db.models import Q, QuerySet

from pejl.dates import end_of_day, start_of_day
from pejl.events import KIND_BY_KEY, SAG_AFSLUTTET, SAG_FLYTTET, Event
from pejl.indicators import Better, Indicator, Measuring, Period, Row, Verdict
from pejl.indicators.counting import (
    AdviserChanges,
    By,
    Duties,
    Happened,
    Lengths,
    Per,
    Running,
    Standing,
    WithAdviser,
    kinds_of,
)
from pejl.tables import Point
from pejl.web.cases import bridge
from pejl.web.cases.models import DeadlineRow, EventRow
from pejl.web.cases.reads import reading_of, reads

if TYPE_CHECKING:
    from pejl.web.access.models import Case

# What should be looked at first, by which way is good; where neither is, the newest.
_FIRST: Final = {
    Better.HIGHER: (Verdict.NO, Verdict.UNKNOWN, Verdict.YES),
    Better.LOWER: (Verdict.YES, Verdict.UNKNOWN, Verdict.NO),
    Better.NEITHER: (Verdict.YES, Verdict.NO, Verdict.UNKNOWN),
}


@dataclass(slots=True)
class Line:
    """One counted thing. Several cases where they are counted once together: a letter about siblings, a family."""

    verdict: Verdict
    day: date
    groups: set[str]
    what: str
    why: str
    value: float | None
    cases: list[Case] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Behind:
    """The figure of a period and the lines it is added up from."""

    point: Point
    lines: list[Line]

    def number(self, verdict: Verdict) -> int:
        """How many of the lines went so."""
        return sum(each.verdict is verdict for each in self.lines)


def behind(indicator: Indicator, cases: QuerySet[Case], *, period: Period, as_of: datetime) -> Behind:
    """What the period's figure is counted from in these cases, as it stands now."""
    sums = Measuring((indicator,), periods=(period,), as_of=as_of, known_at=as_of)
    found: dict[str, Line] = {}
    titles = {rule.key: rule.title for rule in bridge.rulebook().rules} if indicator.rules else {}
    few = cases.filter(can_have_row(indicator, period))
    for case, read in reads(few, reading_of((indicator,), as_of=as_of)):
        for number, row in enumerate(sums.add(read, of=("",))):
            what = titles.get(row.rule, row.rule) if row.rule else _what(read.by_id.get(row.event_id))
            _add(found, row, case, key=row.counted_as or f"{case.pk} {number}", what=what)
    first = _FIRST[indicator.better]
    ordered = sorted(found.values(), key=lambda each: each.day, reverse=True)
    if indicator.better is not Better.NEITHER:
        ordered.sort(key=lambda each: first.index(each.verdict))
    return Behind(sums.series("")[indicator.key].points[0], ordered)


def _add(found: dict[str, Line], row: Row, case: Case, *, key: str, what: str) -> None:
    """A thing that is counted once is one line; yes in one of its parts is yes, as the figure counts."""
    if row.verdict is Verdict.UNKNOWN:
        key = f"{key} {case.pk} {row.event_id} ukendt"
    line = found.get(key)
    if line is None:
        line = found[key] = Line(row.verdict, row.day, set(), what, row.why, row.value)
    elif row.verdict is Verdict.YES:
        line.verdict = row.verdict
    line.groups.add(row.group)
    if case not in line.cases:
        line.cases.append(case)


def _what(event: Event | None) -> str:
    """What happened; nothing: the case itself."""
    return KIND_BY_KEY[event.kind].label if event else "Sagen"


def only(lines: Iterable[Line], *, verdict: str, group: str) -> Iterator[Line]:
    """Those asked for."""
    for each in lines:
        if (not verdict or each.verdict.value == verdict) and (not group or group in each.groups):
            yield each


# --- which cases can have anything in the period ---------------------------------------------------------------


def can_have_row(indicator: Indicator, period: Period) -> Q:
    """The few cases that need be read; those left out could have no row in the period."""
    match indicator.counts:
        case Duties() as counted:
            return _in(_duties(counted, period))
        case Running() as counted:
            return _in(DeadlineRow.objects.filter(rule=counted.rule))
        case Happened() as counted:
            kinds = [match.kind.key for match in counted.what]
            return _in(_events(kinds).filter(day__gte=period.first, day__lte=period.last))
        case Lengths() as counted:
            kinds = [kind.key for kind in counted.until]
            return _in(_events(kinds).filter(day__gte=period.first, day__lte=period.last))
        case Standing(begun_by=begun) if begun:
            kinds = [match.kind.key for match in begun]
            return _in(_events(kinds).filter(day__lte=period.last))
        case Standing() | Per() | AdviserChanges() | WithAdviser():
            closing = _events([SAG_AFSLUTTET.key, SAG_FLYTTET.key]).filter(day__gt=period.last)
            return Q(closed=False) | _in(closing)
        case counted:
            return _in(_events(kinds_of(counted)).filter(day__lte=period.last))


def _duties(counted: Duties, period: Period) -> QuerySet[DeadlineRow]:
    rows = DeadlineRow.objects.filter(rule__in=counted.rules)
    within = {"gte": start_of_day(period.first), "lte": end_of_day(period.last)}
    match counted.by:
        case By.DUE:
            due = Q(due_at__gte=within["gte"], due_at__lte=within["lte"]) | Q(due_at__isnull=True)
            return rows.filter(due)
        case By.FINISH:
            return rows.filter(met_at__gte=within["gte"], met_at__lte=within["lte"])
    return rows


def _events(kinds: Iterable[str]) -> QuerySet[EventRow]:
    return EventRow.objects.filter(kind__in=sorted(kinds))


def _in(rows: QuerySet[EventRow] | QuerySet[DeadlineRow]) -> Q:
    """The cases that have such a row: looked up by the rows, for few of many cases have one."""
    return Q(pk__in=rows.values("case"))
