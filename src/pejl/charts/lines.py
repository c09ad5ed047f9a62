"""How is development over time drawn? Lines that break where nothing may be shown, with numbered marks across them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Final

from pejl.charts.chart import Chart, Line, LineChart, Mark, Unit
from pejl.charts.sheet import COLOURS, DASHES, INK, LINE, MUTED, PALE, Sheet, number, px, room_for

_HIGH: Final = 220  # px from the axis to its top
_APART: Final = 22  # px between the numbers of two marks
_SAMPLE: Final = 42  # px of a line, shown beside its name


@dataclass(frozen=True, slots=True)
class Scale:
    """What the steps of an axis are, from zero."""

    step: float
    steps: int

    @property
    def top(self) -> float:
        """The highest number on the axis."""
        return self.step * self.steps

    def ticks(self) -> list[float]:
        """Every number on the axis."""
        return [self.step * each for each in range(self.steps + 1)]


def scale_for(values: list[float], unit: Unit, *, most: int = 5) -> Scale:
    """An axis from zero in round steps; a percentage always has all of a hundred.

    >>> scale_for([3, 17], Unit.COUNT).ticks(), scale_for([], Unit.COUNT).ticks(), scale_for([0.4], Unit.RATIO).step
    ([0, 5, 10, 15, 20], [0, 1], 0.1)
    """
    highest = max(values, default=0)
    if unit is Unit.PERCENT:
        return Scale(25, max(4, ceil(highest / 25 - 1e-9)))
    if highest <= 0:
        return Scale(1, 1)
    rough = highest / most
    tenth = 10.0 ** floor(log10(rough))
    step = next(each * tenth for each in (1, 2, 5, 10) if each * tenth >= rough - 1e-9)
    step = max(1, round(step)) if unit is Unit.COUNT else max(0.1, round(step, 6))
    return Scale(step, max(1, ceil(highest / step - 1e-9)))


def shown_values(chart: Chart) -> list[float]:
    """All values there are."""
    return [value for line in chart.lines for value in line.values if value is not None]


def draw_lines(sheet: Sheet, chart: LineChart) -> None:
    """Axis, marks, lines, and beneath them what each stands for."""
    plot = _Plot(sheet, chart)
    plot.axis()
    plot.marks()
    plot.gaps()
    for which, line in enumerate(chart.lines):
        plot.line(which, line)
    plot.names_at_the_end()
    sheet.at = plot.foot + 30
    _legend(sheet, chart, plot)


class _Plot:
    """The frame the lines are drawn in."""

    def __init__(self, sheet: Sheet, chart: LineChart) -> None:
        self.sheet, self.chart = sheet, chart
        self.scale = scale_for(shown_values(chart), chart.unit)
        self.left = max(room_for(number(tick, chart.unit)) for tick in self.scale.ticks()) + 12
        self.named = _fit_at_the_end(sheet, chart)
        names = max((room_for(line.name) for line in chart.lines), default=0) + 18 if self.named else 14
        self.right = sheet.width - names
        self.levels = _levels(self, chart.marks)
        self.top = sheet.at + 26 + _APART * (max(self.levels, default=-1) + 1)
        self.foot = self.top + _HIGH

    def x(self, period: int) -> float:
        inset = 10.0
        wide = self.right - self.left - 2 * inset
        last = len(self.chart.periods) - 1
        return self.left + inset + (wide * period / last if last > 0 else wide / 2)

    def y(self, value: float) -> float:
        return self.foot - _HIGH * min(value, self.scale.top) / self.scale.top

    def axis(self) -> None:
        for tick in self.scale.ticks():
            y = self.y(tick)
            self.sheet.path(f"M{px(self.left)} {px(y)}H{px(self.right)}", colour=PALE if tick else INK)
            self.sheet.words(self.left - 6, y + 4.5, number(tick, self.chart.unit), anchor="end", colour=MUTED)
        self.sheet.words(0, self.sheet.at + 12, self.chart.unit.value.capitalize(), colour=MUTED)
        for period in shown_labels([self.x(each) for each in range(len(self.chart.periods))], self.chart.periods):
            self._label(period)

    def _label(self, period: int) -> None:
        words, x = self.chart.periods[period], self.x(period)
        half = room_for(words) / 2
        x = max(half, min(x, self.sheet.width - half))
        self.sheet.path(f"M{px(self.x(period))} {px(self.foot)}v5", colour=INK)
        self.sheet.words(x, self.foot + 20, words, anchor="middle", colour=MUTED)

    def marks(self) -> None:
        """The lines first, so that none runs through another's number."""
        places = [
            (self.x(mark.period), self.top - 14 - _APART * at)
            for mark, at in zip(self.chart.marks, self.levels, strict=True)
        ]
        for x in sorted({x for x, _ in places}):
            self.sheet.path(
                f"M{px(x)} {px(min(y for at, y in places if at == x))}V{px(self.foot)}", colour=INK, dash="3 4"
            )
        for place, (x, y) in enumerate(places, start=1):
            self.sheet.dot(x, y, str(place))

    def gaps(self) -> None:
        for period in gaps_in(self.chart):
            self.sheet.words(self.x(period), self.foot - 5, "*", anchor="middle")

    def line(self, which: int, line: Line) -> None:
        colour, dash = COLOURS[which % len(COLOURS)], DASHES[which % len(DASHES)]
        for run in _runs(line.values):
            way = "L".join(f"{px(self.x(period))} {px(self.y(value))}" for period, value in run)
            self.sheet.path(f"M{way}", colour=colour, thick=2.5, dash=dash)
        points = [(period, self.x(period), self.y(value)) for run in _runs(line.values) for period, value in run]
        unsure = self.chart.uncertain
        self.sheet.shapes([(x, y) for period, x, y in points if period not in unsure], which)
        self.sheet.shapes([(x, y) for period, x, y in points if period in unsure], which, hollow=True)

    def names_at_the_end(self) -> None:
        ends = [(self._end(line), line.name) for line in self.chart.lines if self.named]
        below = -float(LINE)
        room = self.foot - LINE * len(ends)
        for place, (y, name) in enumerate(sorted(ends)):
            below = max(below + LINE, min(y, room + LINE * (place + 1)))
            self.sheet.words(self.right + 8, below + 4.5, name)

    def _end(self, line: Line) -> float:
        return next((self.y(value) for value in reversed(line.values) if value is not None), self.foot)


def _fit_at_the_end(sheet: Sheet, chart: Chart) -> bool:
    """Whether the names can stand where their lines end, and the eye need not travel."""
    few = 1 < len(chart.lines) <= 6 and sheet.width >= 520
    return few and all(room_for(line.name) <= sheet.width / 4 for line in chart.lines)


def _levels(plot: _Plot, marks: tuple[Mark, ...]) -> list[int]:
    """How high up each mark's number stands, so that those that lie close do not cover each other."""
    ends: list[float] = []
    levels = []
    for mark in marks:
        x = plot.x(mark.period)
        level = next((at for at, end in enumerate(ends) if abs(x - end) >= _APART), len(ends))
        ends[level : level + 1] = [x]
        levels.append(level)
    return levels


def shown_labels(places: list[float], labels: tuple[str, ...]) -> list[int]:
    """Which labels there is room for: every so many, counted back from the last.

    >>> shown_labels([0, 40, 80, 120], ("2021", "2022", "2023", "2024")), shown_labels([0, 20, 40], ("2021",) * 3)
    ([0, 1, 2, 3], [0, 2])
    """
    widest = max((room_for(label) for label in labels), default=0) + 6
    apart = places[1] - places[0] if len(places) > 1 else widest
    every = max(1, ceil(widest / apart)) if apart else 1
    return sorted(range(len(labels) - 1, -1, -every))


def gaps_in(chart: Chart) -> list[int]:
    """The periods where some value may not be shown, or is not there."""
    return [at for at in range(len(chart.periods)) if any(line.values[at] is None for line in chart.lines)]


def _runs(values: tuple[float | None, ...]) -> Iterator[list[tuple[int, float]]]:
    """The stretches between the gaps."""
    run: list[tuple[int, float]] = []
    for period, value in enumerate((*values, None)):
        if value is not None:
            run.append((period, value))
        elif run:
            yield run
            run = []


def _legend(sheet: Sheet, chart: LineChart, plot: _Plot) -> None:
    for which, line in enumerate(chart.lines):
        if len(chart.lines) > 1 or line.name != chart.title:
            y = sheet.at + 8
            sheet.path(f"M0 {px(y)}h{_SAMPLE - 6}", colour=COLOURS[which % 6], thick=2.5, dash=DASHES[which % 6])
            sheet.shapes([((_SAMPLE - 6) / 2, y)], which)
            sheet.paragraph(line.name, indent=_SAMPLE)
    sheet.at += 4
    for place, mark in enumerate(chart.marks, start=1):
        sheet.dot(10, sheet.at + 9, str(place))
        sheet.paragraph(f"{chart.periods[mark.period]}: {mark.label}", indent=28)
        sheet.at += 4
    if chart.uncertain:
        sheet.paragraph("Hul figur: foreløbigt tal.")
    if gaps_in(chart):
        sheet.paragraph("* Et tal er ikke vist eller ikke opgjort. Tabellen siger hvorfor.")
