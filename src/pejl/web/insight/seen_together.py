"""What do two figures look like on one axis of time, and in which half years did they go opposite ways?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from pejl.charts import Line, LineChart, Mark, line_of
from pejl.charts import Unit as Drawn
from pejl.dates import local_day
from pejl.indicators import Indicator, Period, told
from pejl.indicators.opposite import FEWEST, Apart, Change, Compared, apart, compared
from pejl.indicators.pairs import Pair
from pejl.tables import Point, Series
from pejl.web import charted
from pejl.web.insight.figures import whole
from pejl.web.insight.periods import per_of, written

LOOK: Final = "Se nærmere"
_FEW: Final = (
    f"Der er for få til at sige noget: Hvert af de to tal skal være på mindst {FEWEST} i de to halve år tilsammen, "
    "og alle perioderne skal være talt op."
)
_SHORT: Final = "Der er endnu ikke talt så langt tilbage, at et halvt år kan holdes op mod det samme halve år året før."
_NONE: Final = "I ingen af de halve år gik de to tal hver sin vej med mere, end tilfældet kan forklare."


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of a period; without ``period`` it cannot be opened."""

    indicator: Indicator
    words: str
    period: str


@dataclass(frozen=True, slots=True)
class Row:
    """One period with both figures, and whether a half year that ends with it is flagged."""

    name: str
    cells: list[Cell]
    flagged: bool


@dataclass(frozen=True, slots=True)
class Flag:
    """Half years in which the two went opposite ways, both in numbers, and what there is to ask."""

    when: str
    moved: list[str]
    question: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A pair as the page shows it."""

    pair: Pair
    chart: charted.Shown | None
    rows: list[Row]
    flags: list[Flag]
    nothing: str  # why nothing is flagged


def shown(pair: Pair, series: Mapping[str, Series]) -> Shown:
    """The pair with what has been counted of it."""
    both = [series.get(each.key) for each in pair.both]
    kept = [each for each in both if each is not None]
    if len(kept) < len(both):
        return Shown(pair, None, [], [], "")
    columns = _side_by_side(kept)
    found = list(_compared(kept, columns))
    worth_asking = [each for each in apart(found) if pair.question(first_rises=each.first_rises)]
    chart = _chart(pair, kept, columns, marks=worth_asking)
    return Shown(
        pair,
        charted.shown(chart, name=pair.key.replace("_", "-")) if chart else None,
        list(_rows(pair, columns, worth_asking)),
        [_flag(pair, columns[0], each) for each in worth_asking],
        "" if worth_asking else _why_nothing(found),
    )


def _side_by_side(series: Iterable[Series]) -> list[list[Point]]:
    """The periods that both were counted for."""
    by_day = [{each.first: each for each in whole(one)} for one in series]
    days = sorted(set.intersection(*(set(each) for each in by_day)))
    return [[each[day] for day in days] for each in by_day]


def _compared(series: Iterable[Series], columns: list[list[Point]]) -> Iterator[Compared]:
    """Of the periods that had ended when they were counted: one that runs is no figure yet."""
    counted_on = min(local_day(each.as_of) for each in series)
    ended = [list(takewhile(lambda each: each.last < counted_on, column)) for column in columns]
    if ended[0]:
        yield from compared(*ended, months=per_of(_period(ended[0][0])).months)


def _why_nothing(found: list[Compared]) -> str:
    if not found:
        return _SHORT
    few = sum(not each.enough for each in found)
    if few == len(found):
        return _FEW
    return f"{_NONE} I {few} af de {len(found)} halve år er der for få til at sige noget." if few else _NONE


def _flag(pair: Pair, points: list[Point], stretch: Apart) -> Flag:
    since, until = (_period(points[place]).name for place in (stretch.since, stretch.until))
    one = f"Halvåret til og med {until}."
    many = f"De halvår, der slutter fra {since} til {until}. I det seneste af dem:"
    when, newest = one if since == until else many, stretch.newest
    moved = [_moved(pair.first, newest.first), _moved(pair.second, newest.second)]
    return Flag(when, moved, pair.question(first_rises=stretch.first_rises))


def _moved(indicator: Indicator, change: Change) -> str:
    unknown = change.unknown_before + change.unknown_after
    unsure = f" ({unknown} kan ikke afgøres og er ikke med)" if unknown else ""
    return f"{indicator.name}: {change.after} mod {change.before} i det samme halvår året før{unsure}."


def _rows(pair: Pair, columns: list[list[Point]], flagged: Iterable[Apart]) -> Iterator[Row]:
    at = {place for each in flagged for place in range(each.since, each.until + 1)}
    for place, points in enumerate(zip(*columns, strict=True)):
        cells = [_cell(indicator, point) for indicator, point in zip(pair.both, points, strict=True)]
        yield Row(_period(points[0]).name, cells, place in at)


def _cell(indicator: Indicator, point: Point) -> Cell:
    there = point.counted is not None or point.unknown
    return Cell(indicator, told(indicator, point), written(_period(point)) if there else "")


def _chart(pair: Pair, series: list[Series], columns: list[list[Point]], *, marks: Iterable[Apart]) -> LineChart | None:
    points = columns[0]
    if not points:
        return None
    lines = tuple(
        line_of(column, name=indicator.name, unit=Drawn.COUNT)
        for indicator, column in zip(pair.both, columns, strict=True)
    )
    counted_on = min(local_day(each.as_of) for each in series)
    return LineChart(
        title=f"{pair.name}, {series[0].of}",
        says=" ".join(_says(line, points) for line in lines),
        unit=Drawn.COUNT,
        periods=tuple(_period(each).name for each in points),
        uncertain=tuple(place for place, each in enumerate(points) if each.last >= counted_on),
        lines=lines,
        marks=tuple(Mark(period=each.until, label=LOOK) for each in marks),
    )


def _says(line: Line, points: list[Point]) -> str:
    first, last = _period(points[0]).name, _period(points[-1]).name
    return f"{line.name}: {line.told[0]} i {first} og {line.told[-1]} i {last}."


def _period(point: Point) -> Period:
    return Period(point.first, point.last)
