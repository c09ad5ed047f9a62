"""How does a paper become a PDF? Tagged, Danish and titled (PDF/UA-1), with its charts as drawings with words."""

from __future__ import annotations

import re
from typing import Final

from pejl.reports.layout import Sheets, columns_of, front, paragraphs, plain, sheets_of, svg_of, table_behind, title_of
from pejl.reports.paper import (
    Aside,
    Bullets,
    Drawing,
    Facts,
    Heading,
    NewPage,
    Part,
    Quote,
    Report,
    Table,
    Text,
)
from pejl.reports.typesetting import set_pdf

# So many headings, and a reader needs to see at the front what the paper holds.
_MANY_HEADINGS: Final = 12
# A word without an end would run off the paper; after so many letters it may be broken.
_LONGEST: Final = 30
_LONGEST_IN_CELL: Final = 18
_MAY_BREAK: Final = "\u200b"
_CHART: Final = 640  # the width a chart is drawn at, in its own points
# A row higher than this many lines may be split between two pages.
_TALL: Final = 25
_SIGNS_ACROSS: Final = 100
Told = dict[str, object]


def as_pdf(report: Report) -> bytes:
    """The file; raises MissingSign when none of our fonts has one of its signs."""
    return set_pdf("paper.typ", _told(report), at=report.made_at)


def _told(report: Report) -> Told:
    sheets = sheets_of(report)
    return {
        "title": _words(title_of(report)),
        "subtitle": _words(report.subtitle),
        "municipality": _words(report.municipality),
        "version": _words(report.version),
        "front": _pairs(front(report)),
        "contents": sum(isinstance(part, Heading) for each in sheets for part in each.parts) >= _MANY_HEADINGS,
        "sheets": [_sheets(each) for each in sheets],
    }


def _sheets(sheets: Sheets) -> Told:
    return {"turned": sheets.turned, "parts": [_part(part) for part in sheets.parts]}


def _part(part: Part) -> Told:
    match part:
        case Heading():
            return {"shape": "heading", "level": part.level, "text": _words(part.text)}
        case Text():
            return {"shape": "text", "paragraphs": _paragraphs(part.body)}
        case Quote():
            return {"shape": "quote", "paragraphs": _paragraphs(part.body), "who": _words(part.who)}
        case Bullets():
            return {"shape": "bullets", "numbered": part.numbered, "items": [_words(item) for item in part.items]}
        case Table():
            return _table(part)
        case Drawing():
            return _drawing(part)
        case Facts():
            return {"shape": "facts", "pairs": _pairs(part.pairs)}
        case Aside():
            return {"shape": "aside", "title": _words(part.title), "paragraphs": _paragraphs(part.body)}
        case NewPage():
            return {"shape": "new_page"}


def _table(table: Table) -> Told:
    columns = columns_of(table)
    return {
        "shape": "table",
        "caption": _words(table.caption),
        "head": [_cell(cell) for cell in table.head],
        "rows": [{"cells": [_cell(cell) for cell in row], "tall": _is_tall(row, columns.shares)} for row in table.rows],
        "note": _words(table.note),
        "shares": columns.shares,
        "figures": columns.figures,
        "scale": columns.scale,
    }


def _is_tall(row: tuple[str, ...], shares: tuple[float, ...]) -> bool:
    lines = (cell.count("\n") + len(cell) / (_SIGNS_ACROSS * share) for cell, share in zip(row, shares, strict=True))
    return max(lines) > _TALL


def _drawing(drawing: Drawing) -> Told:
    chart = drawing.chart
    return {
        "shape": "drawing",
        "title": _words(chart.title),
        "says": plain(chart.says) or plain(chart.title),
        "svg": svg_of(chart, width=_CHART),
        "note": _words(chart.note),
        "table": _table(table_behind(chart)),
    }


# --- words ------------------------------------------------------------------------------------------------------


def _pairs(pairs: tuple[tuple[str, str], ...]) -> list[list[str]]:
    return [[_words(name), _words(value)] for name, value in pairs]


def _paragraphs(body: str) -> list[list[str]]:
    return [[_words(line) for line in lines] for lines in paragraphs(body)]


def _words(text: str) -> str:
    return _breakable(plain(text).strip(), _LONGEST)


def _cell(text: str) -> list[str]:
    return [_breakable(line, _LONGEST_IN_CELL) for line in plain(text).strip().split("\n")]


def _breakable(line: str, longest: int) -> str:
    def broken(found: re.Match[str]) -> str:
        word = found[0]
        return _MAY_BREAK.join(word[start : start + longest] for start in range(0, len(word), longest))

    return re.sub(rf"\S{{{longest + 1},}}", broken, line)
