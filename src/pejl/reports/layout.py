"""How does a paper stand on its sheets, whatever the kind of file? Its front, its headings, and how wide a table is.

Nothing empty is shown, no level of heading is skipped, and what would break a file is taken out of the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Final

from pejl import charts
from pejl.charts import Chart, RingChart
from pejl.dates import danish_minute
from pejl.reports.paper import Bullets, Drawing, Facts, Heading, Part, Quote, Report, Table, Text
from pejl.reports.stored import hash_of

# XML (Word, Excel, a page) has no sign for these, so a file that held one could not be opened.
_NO_SIGN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_FIGURE: Final = re.compile(r"[<≥≤ca. −-]*\d[\d.,]*( ?%| procent| kr\.| af \d+| dage)?( \(.{1,20}\))?")
# What stands in a column of figures where there is none.
_NO_FIGURE: Final = {"", "–", "-", "ikke opgjort", "færre end 5", "ikke vist", "ikke bekræftet"}
_SUM_SHOWN: Final = 16  # signs of the hash: enough to tell two papers apart by eye

# Measured in signs of a table's type: what a sheet holds upright and turned, with the space between columns.
_UPRIGHT: Final = 98
_TURNED: Final = 152
_BETWEEN: Final = 3
_LONGEST_WORD: Final = 22
_LONGEST_LINE: Final = 45
# A table with little in it is not stretched over the whole sheet.
_NARROWEST: Final = 0.55
# Below this share of the room its text wants, a column is a tower; the sheet is turned instead.
_TOWER: Final = 0.25
_FEW: Final = 3  # so few columns stand well upright, however long their texts
_SMALLEST: Final = 0.7


def plain(text: str) -> str:
    """The words without what no file can hold."""
    return _NO_SIGN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def paragraphs(body: str) -> list[list[str]]:
    """The paragraphs of a text, each with its lines.

    >>> paragraphs("Et\\nTo\\n\\n\\nTre\\n")
    [['Et', 'To'], ['Tre']]
    """
    parts = (part.strip() for part in re.split(r"\n\s*\n", plain(body)))
    return [[line.strip() for line in part.splitlines() if line.strip()] for part in parts if part]


# --- the front --------------------------------------------------------------------------------------------------


def moment_words(at: datetime) -> str:
    """A day and an hour, without the day of the week."""
    return danish_minute(at).partition(" den ")[2]


def front(report: Report) -> tuple[tuple[str, str], ...]:
    """What stands under the title: the paper's own facts, how old its figures are, which copy this is."""
    told = (
        *report.facts,
        ("Tal opgjort", moment_words(report.data_at) if report.data_at else ""),
        ("Udgave", report.version),
        ("Lavet", moment_words(report.made_at)),
        ("Aftryk", hash_of(report)[:_SUM_SHOWN]),
    )
    return tuple((name, value) for name, value in told if value.strip())


def title_of(report: Report) -> str:
    """The paper's name; a file without one would be read aloud by its file name."""
    return plain(report.title).strip() or "Uden titel"


# --- the parts --------------------------------------------------------------------------------------------------


def parts_of(report: Report) -> tuple[Part, ...]:
    """The parts as they are shown: nothing empty, and no level of heading skipped."""
    return tuple(_levelled(part for part in map(_said_if_empty, report.parts) if not _is_empty(part)))


def _said_if_empty(part: Part) -> Part:
    if isinstance(part, Table) and not part.rows:
        return Text(body=f"{part.caption}: Der er ikke noget at vise.")
    return part


def _is_empty(part: Part) -> bool:
    match part:
        case Heading(text=words) | Text(body=words) | Quote(body=words):
            return not plain(words).strip()
        case Bullets(items=held) | Facts(pairs=held):
            return not held
        case _:
            return False


def _levelled(parts: Iterable[Part]) -> Iterator[Part]:
    above = 0
    for part in parts:
        if isinstance(part, Heading):
            above = min(max(part.level, 1), above + 1)
            yield replace(part, level=above)
        else:
            yield part


def svg_of(chart: Chart, *, width: int, name: str = "") -> str:
    """The chart, drawn; ``name`` keeps its ids apart from those of others on the page."""
    return plain(charts.svg(chart, width=width, name=name))


def table_behind(chart: Chart) -> Table:
    """The figures a chart is drawn from, said in words."""
    told = charts.table(chart)
    return Table(caption=f"{behind(chart)} bag: {chart.title}", head=told.head, rows=told.rows)


def behind(chart: Chart) -> str:
    """What a chart is drawn from: who stands around a child are no figures."""
    return "Navnene" if isinstance(chart, RingChart) else "Tallene"


# --- how wide ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """How a table stands on its sheet: each column's share of the width, and which hold figures."""

    shares: tuple[float, ...]
    figures: tuple[bool, ...]
    turned: bool  # needs the sheet turned
    scale: float  # of the type's size, when even that is too little


def columns_of(table: Table) -> Columns:
    """How the columns divide the sheet.

    >>> columns_of(Table(caption="", head=("År", "Antal"), rows=(("2025", "12"),))).figures
    (False, True)
    """
    cells = [[row[at] for row in (table.head, *table.rows)] for at in range(len(table.head))]
    least = [min(max(map(_longest_word, column)), _LONGEST_WORD) + _BETWEEN for column in cells]
    longest = [max(map(len, column)) + _BETWEEN for column in cells]
    wanted = [max(low, min(long, _LONGEST_LINE)) for low, long in zip(least, longest, strict=True)]
    turned = len(cells) > _FEW and _given(least, wanted, _UPRIGHT) < _TOWER
    room = _TURNED if turned else _UPRIGHT
    given = max(0.0, _given(least, wanted, room))
    widths = [low + given * (high - low) for low, high in zip(least, wanted, strict=True)]
    used = 1.0 if wanted != longest else min(1.0, max(_NARROWEST, sum(widths) / room))
    return Columns(
        shares=tuple(used * width / sum(widths) for width in widths),
        figures=tuple(at > 0 and _holds_figures(column[1:]) for at, column in enumerate(cells)),
        turned=turned,
        scale=min(1.0, max(_SMALLEST, room / sum(widths))),
    )


def _given(least: list[int], wanted: list[int], room: int) -> float:
    """How much of what the columns want beyond the least the room gives: 1 all of it, below 0 not even the least."""
    more = sum(wanted) - sum(least)
    left = room - sum(least)
    if more == 0:
        return 1.0 if left >= 0 else -1.0
    return min(1.0, left / more)


def _longest_word(cell: str) -> int:
    return max(map(len, re.split(r"[\s–/-]+", cell)), default=0)


def _holds_figures(cells: list[str]) -> bool:
    real = [cell for cell in cells if cell.strip() not in _NO_FIGURE]
    return bool(real) and all(_FIGURE.fullmatch(cell.strip()) for cell in real)


# --- sheets -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """Parts that follow each other on sheets standing the same way."""

    turned: bool
    parts: tuple[Part, ...]


def sheets_of(report: Report) -> tuple[Sheets, ...]:
    """The paper's parts, divided where the sheets turn; a heading goes with the table it heads."""
    turned: list[tuple[bool, Part]] = []
    for part in reversed(parts_of(report)):
        heads = isinstance(part, Heading) and bool(turned) and turned[-1][0]
        turned.append((heads or _needs_turning(part), part))
    groups = groupby(reversed(turned), key=lambda pair: pair[0])
    return tuple(Sheets(turned=way, parts=tuple(part for _, part in group)) for way, group in groups)


def _needs_turning(part: Part) -> bool:
    if isinstance(part, Table):
        return columns_of(part).turned
    return isinstance(part, Drawing) and columns_of(table_behind(part.chart)).turned
