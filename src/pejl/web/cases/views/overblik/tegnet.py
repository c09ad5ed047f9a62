"""How are the rows of a chapter drawn? In Python, since the front of the overview shows five hundred numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from pejl.rules import Force
from pejl.web.components import force_mark, integer
from pejl.web.escaping import escaped

if TYPE_CHECKING:
    from pejl.web.cases.overview.book import Entry
    from pejl.web.cases.views.overblik.visning import Cell


@dataclass(frozen=True, slots=True)
class Row:
    """One version of a rule in the table of its chapter."""

    entry: Entry
    url: str
    cells: list[Cell]
    share: str


def head_drawn(headings: Iterable[str]) -> SafeString:
    """The head of every chapter's table."""
    cells = format_html_join("", '<th scope="col" class="pejl-numeric">{}</th>', ((each,) for each in headings))
    return format_html('<tr><th scope="col">Pligt</th>{}<th scope="col">Andel i tide</th></tr>', cells)


def rows_drawn(rows: Iterable[Row]) -> SafeString:
    """The body of a chapter's table."""
    return mark_safe("\n".join(_row(each) for each in rows))  # noqa: S308 -- each part is escaped already


def _row(row: Row) -> str:
    cells = "".join(_cells(row))
    about = _about(row.entry)
    share = escaped(row.share)
    return (
        f'<tr><th scope="row" class="pejl-duty-cell"><span class="pejl-duty">'
        f'<a href="{escaped(row.url)}">{about[0]}</a></span>{about[1]}</th>'
        f'{cells}<td data-title="Andel i tide">{share}</td></tr>'
    )


@lru_cache(maxsize=512)
def _about(entry: Entry) -> tuple[str, SafeString]:
    """What the rule is called, and what it rests on: law, guidance and local goals never look alike."""
    source = "" if entry.force is Force.LOCAL else entry.source
    mark = force_mark(entry.force, entry.confirmed)
    return escaped(entry.title), format_html('<span class="pejl-duty-source">{} {}</span>', mark, source)


def _cells(row: Row) -> Iterator[str]:
    title = _about(row.entry)[0]
    for cell in row.cells:
        number = integer(cell.number)
        if cell.url and cell.number:
            told = f'<span class="sr-only"> {cell.heading.lower()}, {title}: se sagerne</span>'
            number = f'<a href="{escaped(cell.url)}">{number}{told}</a>'
        yield f'<td class="pejl-numeric" data-title="{cell.heading}">{number}</td>'
