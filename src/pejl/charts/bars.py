"""How are periods or groups set beside each other? Lying bars, so that any name and any number has room.

Whole bars side by side, or one bar whose parts are a whole.
"""

from __future__ import annotations

from typing import Final

from pejl.charts.chart import Chart, StackedChart, Unit
from pejl.charts.lines import gaps_in, scale_for, shown_values
from pejl.charts.sheet import INK, LINE, MUTED, Sheet, number, px, room_for

_BAR: Final = 18  # px high
_AIR: Final = 4
_SAMPLE: Final = 26


def draw_bars(sheet: Sheet, chart: Chart) -> None:
    """What each pattern is, then the bars with their names, then the axis."""
    _legend(sheet, chart)
    frame = _Frame(sheet, chart)
    top = sheet.at
    for period in range(len(chart.periods)):
        frame.name(period)
        frame.stack(period) if isinstance(chart, StackedChart) else frame.beside(period)
    frame.axis(top)
    _notes(sheet, chart)


def _legend(sheet: Sheet, chart: Chart) -> None:
    for which, line in enumerate(chart.lines):
        if len(chart.lines) > 1 or line.name != chart.title:
            sheet.bar(1, sheet.at + 2, (18, 13), which=which)
            sheet.paragraph(line.name, indent=_SAMPLE)
    sheet.at += 6


def _notes(sheet: Sheet, chart: Chart) -> None:
    if isinstance(chart, StackedChart) and gaps_in(chart):
        sheet.paragraph("* Et tal er ikke vist eller ikke opgjort. Tabellen siger hvorfor.")


class _Frame:
    """The room the bars lie in, from zero to the end of the axis."""

    def __init__(self, sheet: Sheet, chart: Chart) -> None:
        self.sheet, self.chart = sheet, chart
        self.names = [name + " (foreløbig)" * (at in chart.uncertain) for at, name in enumerate(chart.periods)]
        widest = max((room_for(name) for name in self.names), default=0) + 10
        self.above = widest > sheet.width * 0.3  # a long name stands above its bars
        self.left = 4 if self.above else widest
        self.scale = scale_for(self._lengths(), chart.unit, most=5 if sheet.width >= 480 else 3)
        self.right = sheet.width - self._room_at_the_end()

    def _lengths(self) -> list[float]:
        if not isinstance(self.chart, StackedChart):
            return shown_values(self.chart)
        return [sum(line.values[at] or 0 for line in self.chart.lines) for at in range(len(self.chart.periods))]

    def _room_at_the_end(self) -> float:
        """A bar's number stands after it; a short bar leaves more room than a long one, but none is cut off."""
        if isinstance(self.chart, StackedChart):
            return 24
        told = [self._told(line, at) for line in range(len(self.chart.lines)) for at in range(len(self.chart.periods))]
        return max(24, min(max((room_for(each) for each in told), default=0) + 10, self.sheet.width * 0.34))

    def x(self, value: float) -> float:
        return self.left + (self.right - self.left) * min(value, self.scale.top) / self.scale.top

    def name(self, period: int) -> None:
        words = self.names[period]
        if self.above:
            self.sheet.at += 2
            self.sheet.paragraph(words, indent=self.left + 6)
        else:
            stacked = isinstance(self.chart, StackedChart)
            high = _BAR + 4 if stacked else len(self.chart.lines) * (_BAR + _AIR) - _AIR
            middle = self.sheet.at + high / 2
            self.sheet.words(self.left - 8, middle + 4.5, words, anchor="end")

    def beside(self, period: int) -> None:
        for which, line in enumerate(self.chart.lines):
            value, y = line.values[period], self.sheet.at
            end = self.x(value or 0)
            if value:
                size = (end - self.left, float(_BAR))
                # Where there are several, the pattern is needed to tell them apart.
                hollow = period in self.chart.uncertain and len(self.chart.lines) == 1
                self.sheet.bar(self.left, y, size, which=which, hollow=hollow)
            told = self._told(which, period)
            short = told if end + 6 + room_for(told) <= self.sheet.width or value is None else self._short(value)
            self.sheet.words(end + 6, y + 13.5, short, colour=INK if value is not None else MUTED)
            self.sheet.at += _BAR + _AIR
        self.sheet.at += 6

    def _told(self, which: int, period: int) -> str:
        line = self.chart.lines[which]
        value = line.values[period]
        return line.told[period] or ("" if value is None else self._short(value))

    def _short(self, value: float) -> str:
        return number(value, self.chart.unit)

    def stack(self, period: int) -> None:
        before, y = 0.0, self.sheet.at
        for which, line in enumerate(self.chart.lines):
            value = line.values[period] or 0
            start, end = self.x(before), self.x(before + value)
            if end - start > 3:
                # A strip of white between the parts.
                size = (end - start - 3, float(_BAR + 4))
                self.sheet.bar(start + 1.5, y, size, which=which)
                self._inside(start, end, self._short(value))
            before += value
        if any(line.values[period] is None for line in self.chart.lines):
            self.sheet.words(self.x(before) + 8, y + 15, "*")
        self.sheet.at += _BAR + 4 + 10

    def _inside(self, start: float, end: float, told: str) -> None:
        if end - start > room_for(told) + 14:
            self.sheet.backed((start + end) / 2, self.sheet.at + (_BAR + 4) / 2, told)

    def axis(self, top: float) -> None:
        foot = self.sheet.at
        self.sheet.path(f"M{px(self.left)} {px(top - 2)}V{px(foot)}", colour=INK)
        self.sheet.path(f"M{px(self.left)} {px(foot)}H{px(self.right)}", colour=INK)
        for tick in self.scale.ticks():
            self.sheet.path(f"M{px(self.x(tick))} {px(foot)}v5", colour=INK)
            told = number(tick, self.chart.unit)
            x = max(room_for(told) / 2, self.x(tick))
            self.sheet.words(x, foot + 19, told, anchor="middle", colour=MUTED)
        if self.chart.unit is not Unit.PERCENT:
            told = self.chart.unit.value.capitalize()
            self.sheet.words(self.right, foot + 19 + LINE, told, anchor="end", colour=MUTED)
            self.sheet.at += LINE
        self.sheet.at += 28
