"""How does a figure look? A chart as a value, and as an accessible SVG with its table: for page, PDF and Word alike.

>>> quarters = ("1. kvt.", "2. kvt.", "3. kvt.")
>>> row = Line(name="I tide", values=(82.0, None, 71.0), told=("82 %", "færre end 5", "12 af 17 (71 %)"))
>>> chart = LineChart(title="I tide", says="Andel i tide.", unit=Unit.PERCENT, periods=quarters, lines=(row,))
>>> 'role="img" width="360"' in svg(chart, name="i-tide", width=360)
True
>>> table(chart).rows[1]
('2. kvt.', 'færre end 5')

A width is drawn at its own size, with text of 13 px: show the one for 360 on a phone rather than shrink the other.
"""

from __future__ import annotations

from functools import lru_cache

from pejl.charts.bars import draw_bars
from pejl.charts.chart import BarChart, Chart, Line, LineChart, Mark, Ring, RingChart, StackedChart, Unit
from pejl.charts.lines import draw_lines
from pejl.charts.rings import draw_rings
from pejl.charts.sheet import NARROWEST, Sheet
from pejl.charts.telling import Told, grid_of, line_of, table

__all__ = [
    "BarChart",
    "Chart",
    "Line",
    "LineChart",
    "Mark",
    "Ring",
    "RingChart",
    "StackedChart",
    "Told",
    "Unit",
    "grid_of",
    "line_of",
    "svg",
    "table",
]


@lru_cache(maxsize=256)
def svg(chart: Chart, *, width: int = 640, name: str = "") -> str:
    """The chart drawn. ``name`` keeps its ids apart from those of another chart on the page.

    The same chart is drawn once: a draft is read, written in and read again, and 12 looks as 12.0 does.
    """
    if any(len(line.values) != len(chart.periods) for line in chart.lines):
        raise ValueError(f"cannot draw {chart.title!r}; give each line {len(chart.periods)} values, None where none is")
    sheet = Sheet(chart, width=max(width, NARROWEST), name=name)
    if isinstance(chart, LineChart):
        draw_lines(sheet, chart)
    elif isinstance(chart, RingChart):
        draw_rings(sheet, chart)
    else:
        draw_bars(sheet, chart)
    return sheet.drawn()
