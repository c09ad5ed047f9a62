"""How do a paper's tables become a workbook to reckon with? A sheet for each table and chart, and one that tells them.

Everything people wrote is a text and never a formula; only plain whole numbers are numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC
from io import BytesIO
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]  # ships no types

from pejl.reports.layout import front, parts_of, plain, table_behind, title_of
from pejl.reports.paper import Aside, Drawing, Report, Table

_FIRST: Final = "Om papiret"
# Excel's own limits: a sheet's name, the signs in a cell, the signs no name may hold, a number without rounding.
_LONGEST_NAME: Final = 31
_LONGEST_CELL: Final = 32_767
_NOT_IN_NAME: Final = re.compile(r"[\[\]:*?/\\]")
_WHOLE: Final = re.compile(r"-?(0|[1-9]\d{0,14})")
_WIDEST: Final = 60
# Nothing in a text may become something else than a text.
_AS_WRITTEN: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table and the name of the sheet it stands on."""

    name: str
    table: Table


def as_excel(report: Report) -> bytes:
    """The file; a paper without tables gives only the sheet that tells about it."""
    held = BytesIO()
    sheets = list(_named(_tables(report)))
    with xlsxwriter.Workbook(held, _AS_WRITTEN) as book:
        made = report.made_at.astimezone(UTC).replace(tzinfo=None)
        book.set_properties({"title": title_of(report), "author": plain(report.municipality), "created": made})
        _write_first(book, report, sheets)
        for sheet in sheets:
            _write(book, sheet)
    return held.getvalue()


def _tables(report: Report) -> Iterator[Table]:
    for part in parts_of(report):
        if isinstance(part, Table):
            yield part
        elif isinstance(part, Drawing):
            behind = table_behind(part.chart)
            yield Table(caption=part.chart.title, head=behind.head, rows=behind.rows, note=part.chart.note)


def _named(tables: Iterable[Table]) -> Iterator[Sheet]:
    for number, table in enumerate(tables, start=1):
        # The number parts two sheets whose captions begin alike.
        name = f"{number} {' '.join(_NOT_IN_NAME.sub(' ', plain(table.caption)).split())}"
        yield Sheet(name=name[:_LONGEST_NAME].strip(" '"), table=table)


# --- written ----------------------------------------------------------------------------------------------------


def _write_first(book: Any, report: Report, sheets: list[Sheet]) -> None:
    page, title, bold = book.add_worksheet(_FIRST), book.add_format({"bold": True, "font_size": 14}), _bold(book)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    page.set_column(0, 0, 34)
    page.set_column(1, 1, 90)
    _text(page, (0, 0), title_of(report), title)
    rows = [("Kommune", report.municipality), ("Emne", report.subtitle), *front(report), *_notes(report)]
    line = 2
    for name, value in rows:
        if value.strip():
            _text(page, (line, 0), name, bold)
            _text(page, (line, 1), value, wrapped)
            line += 1
    for at, sheet in enumerate(sheets, start=line + 1):
        page.write_url(at, 0, f"internal:'{sheet.name.replace(chr(39), chr(39) * 2)}'!A1", string=sheet.name)
        _text(page, (at, 1), f"{sheet.table.caption}\n{sheet.table.note}".strip(), wrapped)


def _notes(report: Report) -> Iterator[tuple[str, str]]:
    for part in parts_of(report):
        if isinstance(part, Aside):
            yield part.title or "Bemærk", part.body


def _write(book: Any, sheet: Sheet) -> None:
    page, table = book.add_worksheet(sheet.name), sheet.table
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for at, words in enumerate(table.head):
        column = [words, *(row[at] for row in table.rows)]
        page.set_column(at, at, min(max(map(len, column)) + 2, _WIDEST))
        _text(page, (0, at), words, head)
    for down, row in enumerate(table.rows, start=1):
        for at, words in enumerate(row):
            _cell(page, (down, at), words, wrapped)
    page.freeze_panes(1, 1)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)


def _cell(page: Any, where: tuple[int, int], words: str, look: Any) -> None:
    if _WHOLE.fullmatch(words.strip()):
        page.write_number(*where, int(words), look)
    else:
        _text(page, where, words, look)


def _text(page: Any, where: tuple[int, int], words: str, look: Any) -> None:
    page.write_string(*where, plain(words).strip()[:_LONGEST_CELL], look)


def _bold(book: Any) -> Any:
    return book.add_format({"bold": True, "valign": "top"})
