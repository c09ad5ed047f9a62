"""What do the kept figures say: each indicator's series in a unit, the newest in words, and which way it goes?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from django.db.models import Q

from pejl.dates import local_day
from pejl.indicators import NOT_COUNTED, Indicator, Per, Period, by_key, told
from pejl.indicators import Unit as Sort
from pejl.indicators.telling import FEWEST_FOR_PERCENT
from pejl.tables import Point, Series
from pejl.web.access.models import Omraade, Unit
from pejl.web.insight.models import Measured, Measuring
from pejl.web.insight.units import BOTH

# Ours: nobody has decided when a figure goes one way. Fewer steps than these may be chance.
_STEPS: Final = 4
_COLUMNS: Final = (
    *("run_id", "indicator", "version", "first", "last", "group"),
    *("counted", "out_of", "unknown", "value"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Whose figures, of which kind of case, and how long the periods are."""

    unit: Unit
    omraade: str = Omraade.SOCIAL
    per: Per = Per.MONTH


def stored(
    whose: Whose, *, since: date, until: date | None = None, indicators: Collection[str] = ()
) -> dict[str, Series]:
    """The kept series by their keys, of the periods that begin between these days; those never counted are not there.

    Two questions, however many indicators there are. A series told of both kinds of case is the same for either.
    """
    rows = Measured.objects.filter(
        Q(omraade=whose.omraade) | Q(omraade=BOTH), unit=whose.unit, per=whose.per.value, first__gte=since
    )
    if until:
        rows = rows.filter(first__lte=until)
    if indicators:
        rows = rows.filter(indicator__in=indicators)
    found = defaultdict[str, list[tuple[int, int, Point]]](list)
    for run, indicator, version, *point in rows.order_by("first", "pk").values_list(*_COLUMNS):
        found[indicator].append((run, version, _point(*point)))
    runs = Measuring.objects.in_bulk({run for rows_of in found.values() for run, _, _ in rows_of})
    return {key: _series(key, rows, runs, of=whose.unit.name) for key, rows in found.items()}


def _point(
    first: date,
    last: date,
    group: str,
    counted: int | None,
    out_of: int | None,
    unknown: int,
    value: float | None,
) -> Point:
    return Point(first=first, last=last, group=group, counted=counted, out_of=out_of, unknown=unknown, value=value)


def _series(key: str, rows: list[tuple[int, int, Point]], runs: dict[int, Measuring], *, of: str) -> Series:
    """By the newest definition only: figures of two versions cannot be compared."""
    run, version, _ = rows[-1]
    points = tuple(point for _, counted_by, point in rows if counted_by == version)
    return Series(
        indicator=key,
        version=version,
        of=of,
        as_of=runs[run].as_of,
        known_at=runs[run].known_at,
        points=points,
    )


def newest_run() -> Measuring | None:
    """When the figures were last counted."""
    return Measuring.objects.order_by("-measured_at", "-pk").first()


# --- in words -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Newest:
    """The figure of the newest period that has ended, the one before it, and which way it has gone."""

    period: str
    words: str
    before: str
    trend: str

    @property
    def counted(self) -> bool:
        """Whether somebody could count it."""
        return not self.words.startswith(NOT_COUNTED)


def whole(series: Series | None) -> list[Point]:
    """The points of the whole, without the groups."""
    return [each for each in series.points if not each.group] if series else []


def newest(indicator: Indicator, series: Series | None, *, period: Period) -> Newest:
    """The figure in words; where nothing was counted that is what it says."""
    # What was counted before the period was over is no figure of it.
    counted_on = local_day(series.as_of) if series else period.first
    ended = [each for each in whole(series) if each.last <= period.last and each.last < counted_on]
    if not ended or ended[-1].first != period.first:
        return Newest(period=period.name, words=NOT_COUNTED, before="", trend="")
    before = told(indicator, ended[-2]) if len(ended) > 1 and ended[-2].counted is not None else ""
    return Newest(period=period.name, words=told(indicator, ended[-1]), before=before, trend=trend(indicator, ended))


def trend(indicator: Indicator, points: Iterable[Point]) -> str:
    """»Faldet« only when each of the last four periods went that way; otherwise nothing, since it may be chance."""
    sizes = [_size(indicator, each) for each in list(points)[-_STEPS - 1 :]]
    if len(sizes) <= _STEPS or None in sizes:
        return ""
    steps = [later - earlier for earlier, later in pairwise([each for each in sizes if each is not None])]
    if all(step > 0 for step in steps):
        return "Steget fire gange i træk"
    return "Faldet fire gange i træk" if all(step < 0 for step in steps) else ""


def _size(indicator: Indicator, point: Point) -> float | None:
    """What is compared; nothing where a percentage would be of too few."""
    if point.counted is None:
        return None
    match indicator.unit:
        case Sort.COUNT:
            return float(point.counted)
        case Sort.SHARE:
            enough = point.out_of is not None and point.out_of >= FEWEST_FOR_PERCENT
            return point.counted / point.out_of if enough and point.out_of else None
    return point.value


def indicator_of(key: str) -> Indicator | None:
    """The indicator of this key, or None."""
    try:
        return by_key(key)
    except KeyError:
        return None
