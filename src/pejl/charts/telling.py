"""What does a chart say in words, and how does a series of figures become a row in it?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pejl.charts.chart import Chart, Line, RingChart, Unit
from pejl.charts.sheet import number
from pejl.indicators.telling import FEWEST_FOR_PERCENT, NOT_COUNTED, percent
from pejl.small_numbers import SMALLEST, Grid, Shown, share, together
from pejl.tables import Point


class Told(NamedTuple):
    """A chart as a table: its headings, and a row for each period; the first cell heads the row."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table(chart: Chart) -> Told:
    """Every value in words, and why one is not there; what is not final, and what happened, are said too."""
    if isinstance(chart, RingChart):
        rings = tuple((ring.name, ", ".join(ring.who)) for ring in chart.rings)
        return Told(("Hvor", "Hvem"), (("I centrum", chart.centre), *rings))
    marks: dict[int, list[str]] = {}
    for mark in getattr(chart, "marks", ()):
        marks.setdefault(mark.period, []).append(mark.label)
    rows = tuple(_row(chart, at, marks) for at in range(len(chart.periods)))
    happened = ("Det skete",) if marks else ()
    return Told(("Periode", *(line.name for line in chart.lines), *happened), rows)


def _row(chart: Chart, at: int, marks: Mapping[int, list[str]]) -> tuple[str, ...]:
    period = chart.periods[at] + (" (foreløbig)" if at in chart.uncertain else "")
    values = (line.told[at] or _value(line.values[at], chart.unit) for line in chart.lines)
    return (period, *values, *([" · ".join(marks.get(at, []))] if marks else []))


def _value(value: float | None, unit: Unit) -> str:
    return NOT_COUNTED if value is None else number(value, unit)


def grid_of(points: Iterable[Point], *, name: str) -> Grid:
    """The counts behind a row, to protect together with all else that is published beside them.

    They are called »name/first day/group«, as ``line_of`` looks them up.
    """
    return together(_grid(name_of(point, name), point) for point in points)


def _grid(name: str, point: Point) -> Grid:
    if point.out_of is None:
        return Grid(cells={name: point.counted})
    return share(name, counted=point.counted, out_of=point.out_of)


def name_of(point: Point, name: str) -> str:
    """What the count of this point is called among all that is published together."""
    return "/".join(filter(None, (name, point.first.isoformat(), point.group)))


def line_of(points: Iterable[Point], *, name: str, unit: Unit, shown: Mapping[str, Shown] | None = None) -> Line:
    """One row of a chart. Inside the line as it is; for others, by what ``protected`` lets be ``shown``.

    A share is drawn only where it is of ten or more; below that the words are all there is.

    >>> from datetime import date
    >>> june = {"first": date(2026, 6, 1), "last": date(2026, 6, 30)}
    >>> few, many = Point(**june, counted=3, out_of=7), Point(**june, counted=12, out_of=17, unknown=1)
    >>> row = line_of((few, many), name="I tide", unit=Unit.PERCENT)
    >>> row.told, [value and round(value) for value in row.values]
    (('3 af 7', '12 af 17 (71 %), 1 kan ikke afgøres'), [None, 71])
    >>> from pejl.small_numbers import protected
    >>> line_of((few,), name="I tide", unit=Unit.PERCENT, shown=protected(grid_of((few,), name="I tide"))).told
    ('færre end 5',)
    """
    held = [(point, _hidden(point, name, shown)) for point in points]
    return Line(
        name=name,
        values=tuple(None if hidden else _drawn(point, unit) for point, hidden in held),
        told=tuple(hidden or _in_words(point, unit) + _unknown(point, shown) for point, hidden in held),
    )


def _hidden(point: Point, name: str, shown: Mapping[str, Shown] | None) -> str:
    """What is said instead of the figure; empty: it may be shown."""
    if shown is None or point.counted is None:
        return ""
    key = name_of(point, name)
    cells = [shown[key], *([shown[f"{key}/af"]] if point.out_of is not None else [])]
    return next((cell.told for cell in cells if cell.why.hides), "")


def _drawn(point: Point, unit: Unit) -> float | None:
    if point.value is not None or point.counted is None or unit in {Unit.DAYS, Unit.RATIO}:
        return point.value
    if unit is Unit.PERCENT:
        enough = point.out_of is not None and point.out_of >= FEWEST_FOR_PERCENT
        return 100 * point.counted / point.out_of if enough and point.out_of else None
    return float(point.counted)


def _in_words(point: Point, unit: Unit) -> str:
    if point.value is not None:
        return f"{number(point.value, unit)} dage" if unit is Unit.DAYS else number(point.value, unit)
    if point.counted is None or unit in {Unit.DAYS, Unit.RATIO}:
        return NOT_COUNTED
    counted = number(point.counted, Unit.COUNT)
    if point.out_of is None:
        return counted
    if not point.out_of:
        return "ingen at tælle"
    share_of = f"{counted} af {number(point.out_of, Unit.COUNT)}"
    few = point.out_of < FEWEST_FOR_PERCENT
    return share_of if few else f"{share_of} ({percent(point.counted, of=point.out_of)} %)"


def _unknown(point: Point, shown: Mapping[str, Shown] | None) -> str:
    if not point.unknown:
        return ""
    few = shown is not None and point.unknown < SMALLEST
    return f", {f'færre end {SMALLEST}' if few else number(point.unknown, Unit.COUNT)} kan ikke afgøres"
