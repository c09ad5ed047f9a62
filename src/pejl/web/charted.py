"""How does a page show a chart: drawn for a screen and for a phone, and always as a table too?"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from pejl.charts import Chart, Told, svg, table

_WIDE, _NARROW = 720, 330


@dataclass(frozen=True, slots=True)
class Shown:
    """A chart as a page shows it: at two widths, and as a table."""

    title: str
    wide: SafeString
    narrow: SafeString
    table: Told
    note: str

    @property
    def rows(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Of the table: what heads each row, and its cells with their headings."""
        head = self.table.head[1:]
        return [(first, list(zip(head, cells, strict=True))) for first, *cells in self.table.rows]


def shown(chart: Chart, *, name: str) -> Shown:
    """The chart drawn for a screen and for a phone."""
    wide, narrow = (svg(chart, width=width, name=f"{name}-{width}") for width in (_WIDE, _NARROW))
    # Drawn by us from escaped words.
    return Shown(chart.title, mark_safe(wide), mark_safe(narrow), table(chart), chart.note)  # noqa: S308 -- see above
