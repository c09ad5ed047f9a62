"""How does a paper become a Word file people can go on writing in? With real headings, lists, tables and fields.

Word takes no SVG, so a chart is a picture with its words as alternative text, and its table stands below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC
from typing import Final

from docx import Document
from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Cm, Length, Pt
from docx.table import _Row
from docx.text.paragraph import Paragraph

from pejl.reports import word_xml
from pejl.reports.layout import (
    Columns,
    Sheets,
    columns_of,
    front,
    paragraphs,
    plain,
    sheets_of,
    svg_of,
    table_behind,
    title_of,
)
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
from pejl.reports.typesetting import set_pictures
from pejl.reports.word_styles import ASIDE, CELL, CELL_SIZE, FACTS, NOTE, SENDER, dressed

_SHORT: Final = 21.0  # A4 in centimetres
_LONG: Final = 29.7
_MARGIN: Final = 2.3
_CHART: Final = 640
_LOWEST: Final = 9  # Word has no heading below
_TOGETHER: Final = 14  # rows: a table no longer than this stands on one page


def as_word(report: Report) -> bytes:
    """The file; the same paper gives the same bytes."""
    sheets = sheets_of(report)
    document = dressed(Document())
    _tell_about(document, report)
    _write_front(document, report)
    writer = _Writer(document, _pictures(sheets))
    for number, each in enumerate(sheets):
        _turn(document, turned=each.turned, is_first=number == 0)
        writer.write(each)
    _write_edges(document, report)
    return word_xml.packed(document)


def _pictures(sheets: Sequence[Sheets]) -> Iterator[bytes]:
    """The charts in reading order, all made at once."""
    drawings = [part.chart for each in sheets for part in each.parts if isinstance(part, Drawing)]
    return iter(set_pictures([svg_of(chart, width=_CHART) for chart in drawings]))


# --- the whole paper --------------------------------------------------------------------------------------------


def _tell_about(document: Doc, report: Report) -> None:
    told = document.core_properties
    made = report.made_at.astimezone(UTC).replace(tzinfo=None)
    told.title = title_of(report)
    told.subject = plain(report.subtitle)
    told.author = told.last_modified_by = plain(report.municipality)
    told.comments = plain(report.version)
    told.language = "da-DK"
    told.created = told.modified = made
    told.revision = 1


def _write_front(document: Doc, report: Report) -> None:
    document.add_paragraph(plain(report.municipality), style=SENDER)
    document.add_paragraph(title_of(report), style="Title")
    if report.subtitle.strip():
        document.add_paragraph(plain(report.subtitle), style="Subtitle")
    for name, value in front(report):
        _write_fact(document.add_paragraph(style=FACTS), name, value)


def _turn(document: Doc, *, turned: bool, is_first: bool) -> None:
    """Sheets of their own when they stand another way than those before."""
    section = document.sections[-1]
    if is_first and not turned:
        across, down = _SHORT, _LONG
    elif is_first or (section.orientation == WD_ORIENT.LANDSCAPE) != turned:
        section = document.add_section(WD_SECTION.NEW_PAGE)
        across, down = (_LONG, _SHORT) if turned else (_SHORT, _LONG)
    else:
        return
    section.orientation = WD_ORIENT.LANDSCAPE if turned else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(across), Cm(down)
    section.left_margin = section.right_margin = Cm(_MARGIN)
    section.top_margin = section.bottom_margin = Cm(2.5)


def _write_edges(document: Doc, report: Report) -> None:
    """A running head from page two, and »Side 2 af 5« below every page."""
    for number, section in enumerate(document.sections):
        across = Length(section.page_width or 0) - 2 * Cm(_MARGIN)
        section.different_first_page_header_footer = number == 0
        feet = (section.footer, section.first_page_footer) if number == 0 else (section.footer,)
        for edge in (section.header, *feet):
            edge.is_linked_to_previous = False
        _write_edge(section.header.paragraphs[0], plain(report.municipality), across).add_run(title_of(report))
        for foot in feet:
            word_xml.add_pages(_write_edge(foot.paragraphs[0], plain(report.version), across))


def _write_edge(line: Paragraph, left: str, across: int) -> Paragraph:
    line.paragraph_format.tab_stops.add_tab_stop(Length(across), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(f"{left}\t")
    return line


# --- the parts --------------------------------------------------------------------------------------------------


class _Writer:
    """Writes parts at the end of the document."""

    def __init__(self, document: Doc, pictures: Iterator[bytes]) -> None:
        self._document = document
        self._pictures = pictures
        self._ids = {str(style.name): style.style_id for style in document.styles}
        self._across = 0.0  # the width of the text in centimetres
        self._on_new_page = False

    def write(self, sheets: Sheets) -> None:
        self._across = (_LONG if sheets.turned else _SHORT) - 2 * _MARGIN
        for part in sheets.parts:
            self._write_part(part)

    def _write_part(self, part: Part) -> None:
        match part:
            case Heading():
                self._add(f"Heading {min(part.level, _LOWEST)}", part.text)
            case Text():
                self._write_text(part.body)
            case Quote():
                self._write_text(f"{part.body}\n\n– {part.who}" if part.who else part.body, style="Quote")
            case Bullets():
                self._write_bullets(part)
            case Table():
                self._write_table(part)
            case Drawing():
                self._write_drawing(part)
            case Facts():
                self._write_facts(part.pairs)
            case Aside():
                self._write_aside(part)
            case NewPage():
                self._on_new_page = True

    def _add(self, style: str, words: str = "") -> Paragraph:
        line = self._document.add_paragraph(plain(words).strip())
        word_xml.set_style(line, self._ids[style])
        if self._on_new_page:
            line.paragraph_format.page_break_before = True
            self._on_new_page = False
        return line

    def _write_text(self, body: str, *, style: str = "Normal") -> None:
        for lines in paragraphs(body):
            self._add(style, "\n".join(lines))

    def _write_facts(self, pairs: Sequence[tuple[str, str]]) -> None:
        for name, value in pairs:
            _write_fact(self._add(FACTS), name, value)

    def _write_aside(self, aside: Aside) -> None:
        if aside.title:
            line = self._add(ASIDE)
            line.add_run(plain(aside.title)).bold = True
            line.paragraph_format.keep_with_next = True
        self._write_text(aside.body, style=ASIDE)

    def _write_bullets(self, bullets: Bullets) -> None:
        lines = [self._add("List Number" if bullets.numbered else "List Bullet", item) for item in bullets.items]
        if bullets.numbered:
            word_xml.number_from_one(self._document, lines)

    def _write_drawing(self, drawing: Drawing) -> None:
        chart = drawing.chart
        self._add("Caption", chart.title)
        line = self._add("Normal")
        width = Cm(min(self._across, _SHORT - 2 * _MARGIN))
        word_xml.add_picture(line, next(self._pictures), width=width, says=plain(chart.says or chart.title))
        self._write_note(chart.note)
        self._write_table(table_behind(chart))

    # --- tables -------------------------------------------------------------------------------------------------

    def _write_table(self, table: Table) -> None:
        columns = columns_of(table)
        self._add("Caption", table.caption)
        made = self._document.add_table(rows=0, cols=len(table.head))
        widths = [Cm(self._across * share) for share in columns.shares]
        together = len(table.rows) <= _TOGETHER
        for at, words in enumerate((table.head, *table.rows)):
            row = made.add_row()
            word_xml.keep_row_whole(row, heads=at == 0)
            _write_row(row, words, columns, heads=at == 0)
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width
                word_xml.set_style(cell.paragraphs[0], self._ids[CELL])
                cell.paragraphs[0].paragraph_format.keep_with_next = (together and at < len(table.rows)) or None
        word_xml.dress_table(made, widths, says=plain(table.caption))
        # Two tables with nothing between them would become one.
        self._add(NOTE, table.note)

    def _write_note(self, words: str) -> None:
        if words:
            self._add(NOTE, words)


def _write_row(row: _Row, words: Sequence[str], columns: Columns, *, heads: bool) -> None:
    for cell, said, is_figure in zip(row.cells, words, columns.figures, strict=True):
        line = cell.paragraphs[0]
        run = line.add_run(plain(said).strip())
        run.bold = heads or None
        run.font.size = Pt(CELL_SIZE * columns.scale) if columns.scale < 1 else None
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT if is_figure else None


def _write_fact(line: Paragraph, name: str, value: str) -> None:
    """A name and what it is, on one line."""
    line.add_run(plain(name).strip()).bold = True
    line.add_run(f"\t{plain(value).strip()}")
