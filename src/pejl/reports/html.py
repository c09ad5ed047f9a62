"""How does a paper stand on a page of Pejl? As escaped HTML below the page's own heading, with charts drawn in it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final

from pejl.reports.layout import behind, columns_of, front, paragraphs, parts_of, plain, svg_of, table_behind
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

_LOWEST: Final = 6  # there is no h7
# Drawn once for a screen and once for a phone, since a drawing that shrinks takes its letters along; the style
# sheet shows one of them, and the other is read aloud to nobody.
_WIDE: Final = 720
_NARROW: Final = 340


class Html(str):
    """Text that is HTML already; Django's templates know it by this method and escape it no more."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def as_html(report: Report, *, level: int = 2) -> Html:
    """The paper below a page's own heading: its front and its parts, headings from ``level``."""
    return Html(_facts(front(report)) + parts_as_html(report, level=level))


def parts_as_html(report: Report, *, level: int = 2, name: str = "papir") -> Html:
    """The parts alone, for a page that tells the paper's front in its own way.

    ``name`` keeps the ids of its charts apart from those of another paper's on the page.
    """
    return Html("".join(_part(part, level, f"{name}-{number}") for number, part in enumerate(parts_of(report))))


def _part(part: Part, level: int, name: str) -> str:
    match part:
        case Heading():
            tag = f"h{min(level + part.level - 1, _LOWEST)}"
            return f"<{tag}>{_words(part.text)}</{tag}>"
        case Text():
            return _paragraphs(part.body)
        case Quote():
            who = f'<p class="pejl-quote-who">– {_words(part.who)}</p>' if part.who else ""
            return f'<blockquote class="pejl-quote">{_paragraphs(part.body)}{who}</blockquote>'
        case Bullets():
            tag = "ol" if part.numbered else "ul"
            return f"<{tag}>{_joined('li', map(_words, part.items))}</{tag}>"
        case Table():
            return _table(part) + _note(part.note)
        case Drawing():
            return _drawing(part, name)
        case Facts():
            return _facts(part.pairs)
        case Aside():
            return _aside(part)
        case NewPage():
            return '<div class="pejl-new-page"></div>'


def _table(table: Table) -> str:
    figures = columns_of(table).figures
    head = "".join(_head(words, is_figure) for words, is_figure in zip(table.head, figures, strict=True))
    rows = _joined("tr", (_row(table, row, figures) for row in table.rows))
    return (
        '<div class="pejl-table-wrapper"><table class="table table--compact table-md-responsive-headers pejl-table">'
        f"<caption>{_words(table.caption)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _head(words: str, is_figure: bool) -> str:
    # A heading without words would be read aloud as one.
    name = 'th scope="col"' if words.strip() else "td"
    return f"<{name}{_numeric(is_figure)}>{_words(words)}</{name[:2]}>"


def _row(table: Table, row: tuple[str, ...], figures: tuple[bool, ...]) -> str:
    first, *rest = row
    cells = "".join(
        f'<td data-title="{_words(title)}"{_numeric(is_figure)}>{_words(cell)}</td>'
        for title, cell, is_figure in zip(table.head[1:], rest, figures[1:], strict=True)
    )
    return f'<th scope="row">{_words(first)}</th>{cells}'


def _numeric(is_figure: bool) -> str:
    return ' class="pejl-numeric"' if is_figure else ""


def _drawing(drawing: Drawing, name: str) -> str:
    chart = drawing.chart
    # The name has the part's number, which keeps the ids of a chart shown twice apart.
    wide, narrow = (svg_of(chart, width=width, name=f"{name}-{width}") for width in (_WIDE, _NARROW))
    drawn = f'<div class="pejl-drawn-wide">{wide}</div><div class="pejl-drawn-narrow">{narrow}</div>'
    table = f'<div class="details-text">{_table(table_behind(chart))}</div>'
    return (
        f'<figure class="pejl-chart"><figcaption>{_words(chart.title)}</figcaption>{drawn}{_note(chart.note)}'
        f'<details class="details pejl-fold"><summary class="details-summary">{behind(chart)} som tabel</summary>'
        f"{table}</details></figure>"
    )


def _facts(pairs: tuple[tuple[str, str], ...]) -> str:
    told = (f"<dt>{_words(name)}</dt><dd>{_words(value)}</dd>" for name, value in pairs)
    return f'<dl class="pejl-definitions">{_joined("div", told)}</dl>'


def _aside(aside: Aside) -> str:
    title = f'<p class="pejl-aside-title">{_words(aside.title)}</p>' if aside.title else ""
    return f'<div class="pejl-aside">{title}{_paragraphs(aside.body)}</div>'


# --- words ------------------------------------------------------------------------------------------------------


def _note(words: str) -> str:
    return f'<p class="pejl-note">{_words(words)}</p>' if words else ""


def _paragraphs(body: str) -> str:
    return _joined("p", ("<br>".join(map(escape, lines)) for lines in paragraphs(body)))


def _joined(name: str, held: Iterable[str]) -> str:
    return "".join(f"<{name}>{each}</{name}>" for each in held)


def _words(text: str) -> str:
    return escape(plain(text).strip()).replace("\n", "<br>")
