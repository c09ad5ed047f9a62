"""How does an indicator's series become a chart with its table, with the starts of actions marked on it?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from pejl.charts import BarChart, Chart, Line, LineChart, Mark, StackedChart, line_of
from pejl.charts import Unit as Drawn
from pejl.dates import local_day
from pejl.indicators import Indicator, Period, period_of
from pejl.indicators import Unit as Sort
from pejl.indicators.telling import FEWEST_FOR_PERCENT
from pejl.tables import Point, Series
from pejl.web.charted import Shown as Shown
from pejl.web.charted import shown as shown
from pejl.web.insight.figures import whole
from pejl.web.insight.periods import per_of

if TYPE_CHECKING:
    from pejl.web.plan.models import Action

_UNIT: Final = {
    Sort.COUNT: Drawn.COUNT,
    Sort.SHARE: Drawn.PERCENT,
    Sort.DAYS: Drawn.DAYS,
    Sort.RATIO: Drawn.RATIO,
}
_FEW: Final = f"Af færre end {FEWEST_FOR_PERCENT} tegnes ingen procent; antallene står i tabellen."
NO_CAUSE: Final = "Stregerne viser, hvornår en handling begyndte. De siger ikke, at handlingen er årsag til tallet."


def chart_of(indicator: Indicator, series: Series, *, actions: Sequence[Action] = ()) -> Chart | None:
    """The whole, period by period: a count as bars, the rest as a line; None where there is nothing to draw."""
    points = whole(series)
    if not points:
        return None
    unit = _UNIT[indicator.unit]
    line = line_of(points, name=_line_name(indicator), unit=unit)
    few = indicator.unit is Sort.SHARE and any(each.out_of and each.out_of < FEWEST_FOR_PERCENT for each in points)
    marks = tuple(_marks(points, actions))
    plain = LineChart(
        title=f"{indicator.name}, {series.of}",
        says=_says(indicator, line, points),
        unit=unit,
        periods=tuple(_period(each).name for each in points),
        uncertain=_running(series, points),
        lines=(line,),
        marks=marks,
        note=" ".join(filter(None, [_FEW if few else "", NO_CAUSE if marks else ""])),
    )
    return plain if marks or indicator.unit is not Sort.COUNT else _as_bars(plain)


def _as_bars(chart: LineChart) -> BarChart:
    return BarChart(
        title=chart.title,
        says=chart.says,
        unit=chart.unit,
        periods=chart.periods,
        uncertain=chart.uncertain,
        lines=chart.lines,
        note=chart.note,
    )


def groups_of(indicator: Indicator, series: Series) -> Chart | None:
    """The parts of the whole, period by period, for an indicator that has parts."""
    points = whole(series)
    if not indicator.groups or not points:
        return None
    lines = [_group_line(series, group.key, group.label) for group in indicator.groups]
    drawn = tuple(line for line in lines if any(line.values))
    if len(drawn) <= 1:
        return None
    return StackedChart(
        title=f"{indicator.name}: fordelingen, {series.of}",
        says=f"Hver søjle er en periode, delt i {len(drawn)} dele. Antallene står i tabellen.",
        unit=Drawn.COUNT,
        periods=tuple(_period(each).name for each in points),
        uncertain=_running(series, points),
        lines=drawn,
    )


def _group_line(series: Series, key: str, label: str) -> Line:
    """How many in the part, period by period: of a share the part's own number and not its share."""
    own = {each.first: each.counted for each in series.points if each.group == key}
    counts = [Point(first=each.first, last=each.last, counted=own.get(each.first)) for each in whole(series)]
    return line_of(counts, name=label, unit=Drawn.COUNT)


def _line_name(indicator: Indicator) -> str:
    return {
        Sort.COUNT: "Antal",
        Sort.SHARE: "Andel",
        Sort.DAYS: "Median i dage",
        Sort.RATIO: "For hver fuldtidsstilling",
    }[indicator.unit]


def _says(indicator: Indicator, line: Line, points: Sequence[Point]) -> str:
    """The chart in one sentence: its first and last figure."""
    first, last = _period(points[0]).name, _period(points[-1]).name
    return f"{indicator.name}: {line.told[0]} i {first} og {line.told[-1]} i {last}."


def _running(series: Series, points: Sequence[Point]) -> tuple[int, ...]:
    """The periods that had not ended when it was counted."""
    day = local_day(series.as_of)
    return tuple(place for place, each in enumerate(points) if each.last >= day)


def _marks(points: Sequence[Point], actions: Iterable[Action]) -> Iterable[Mark]:
    firsts = {each.first: place for place, each in enumerate(points)}
    per = per_of(_period(points[0]))
    for action in actions:
        period = period_of(action.first, per=per) if action.first else None
        if period and period.first in firsts:
            yield Mark(period=firsts[period.first], label=f"Begyndte: {action.name}")


def _period(point: Point) -> Period:
    return Period(point.first, point.last)
