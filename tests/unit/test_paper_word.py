"""Is a paper's Word file one that people can go on writing in, and can have read aloud?"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.document import Document as Doc
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from pejl.reports import Heading, NewPage, Report, Table, Text
from pejl.reports.word import as_word
from tests.unit.sample_paper import DRAWN, FORMULA, HOSTILE, LONG, PAPER, SHORT, WIDE


@lru_cache
def made(paper: Report) -> bytes:
    return as_word(paper)


def read(paper: Report = PAPER) -> Doc:
    return Document(BytesIO(made(paper)))


def styled(style: str, paper: Report = PAPER) -> list[str]:
    return [line.text for line in read(paper).paragraphs if line.style is not None and line.style.name == style]


def xml(name: str) -> Any:
    with ZipFile(BytesIO(made(PAPER))) as file:
        return parse_xml(file.read(name))


def test_title_and_headings_are_word_s_own_styles() -> None:
    assert styled("Title") == [PAPER.title]
    headings = [part for part in PAPER.parts if isinstance(part, Heading)]
    for level in (1, 2):
        assert styled(f"Heading {level}") == [each.text for each in headings if each.level == level]


def test_the_front_tells_which_paper_this_is() -> None:
    facts = styled("Fakta")
    assert "Tal opgjort\t31. oktober 2026 kl. 23.59" in facts
    assert "Udgave\tUdgave 2" in facts


def test_every_table_repeats_its_headings_and_divides_no_row() -> None:
    tables = read().tables
    assert len(tables) == len(DRAWN) + 3
    for table in tables:
        heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)
        caption: Any = table._tbl.tblPr.find(qn("w:tblCaption"))
        assert caption.get(qn("w:val"))


def test_a_table_holds_every_cell() -> None:
    for table in (SHORT, LONG, WIDE):
        (shown,) = [each for each in read().tables if each.rows[0].cells[1].text == table.head[1]]
        assert [tuple(cell.text for cell in row.cells) for row in shown.rows] == [table.head, *table.rows]


def test_every_chart_is_a_picture_with_its_words_and_its_table() -> None:
    pictures = list(read().inline_shapes)
    said = [each._inline.docPr.get("descr") for each in pictures]
    assert said == [chart.says for chart in DRAWN]
    assert {caption for caption in styled("Caption") if caption.startswith("Tallene bag")} == {
        f"Tallene bag: {chart.title}" for chart in DRAWN
    }
    across = read().sections[0].page_width
    assert across is not None
    assert all(across * 0.6 < each.width < across for each in pictures)


def test_the_file_is_danish_and_tells_nobody_s_name() -> None:
    languages = {each.get(qn("w:val")) for each in xml("word/styles.xml").iter(qn("w:lang"))}
    assert languages == {"da-DK"}
    about = read().core_properties
    assert (about.title, about.author, about.last_modified_by) == (PAPER.title, PAPER.municipality, PAPER.municipality)
    assert about.created == about.modified == PAPER.made_at
    assert about.language == "da-DK"
    assert about.comments == PAPER.version
    with ZipFile(BytesIO(made(PAPER))) as file:
        assert not [name for name in file.namelist() if "thumbnail" in name]


def test_the_pages_are_counted_by_word() -> None:
    for section in read().sections:
        fields = [field.get(qn("w:instr")) for field in section.footer._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
        assert section.footer.paragraphs[0].text.startswith("Udgave 2\tSide ")
    assert read().sections[0].first_page_footer.paragraphs[0].text.startswith("Udgave 2\tSide ")
    assert read().sections[0].first_page_header.paragraphs[0].text == ""
    assert read().sections[1].header.paragraphs[0].text == f"{PAPER.municipality}\t{PAPER.title}"


def test_a_wide_table_stands_on_turned_sheets_of_its_own() -> None:
    ways = [(section.page_width or 0) > (section.page_height or 0) for section in read().sections]
    assert ways == [False, True, False]


def test_every_numbered_list_begins_at_one() -> None:
    numbers = []
    for line in read().paragraphs:
        found: Any = line._p.find(f".//{qn('w:numId')}")
        if found is not None and line.style is not None and line.style.name == "List Number":
            numbers.append(found.get(qn("w:val")))
    first, *_, last = numbers
    assert numbers == [first] * 3 + [last] * 2
    assert first != last
    starts = xml("word/numbering.xml").findall(f".//{qn('w:startOverride')}")
    assert [each.get(qn("w:val")) for each in starts] == ["1", "1"]


def test_a_new_page_begins_with_what_follows() -> None:
    paper = replace(PAPER, parts=(Text(body="Et"), NewPage(), NewPage(), Heading(text="To"), NewPage()))
    broken = [line.text for line in read(paper).paragraphs if line.paragraph_format.page_break_before]
    assert broken == ["To"]


def test_what_looks_like_orders_is_shown_as_it_was_written() -> None:
    lines = [line.text for line in read().paragraphs]
    assert lines.count(HOSTILE) == 2
    assert FORMULA in lines


def test_a_paper_that_is_one_wide_table_is_turned_from_after_its_front() -> None:
    paper = replace(PAPER, parts=(WIDE, Table(caption="Tom", head=("A", "B"), rows=())))
    assert len(read(paper).sections) == 3
    assert "Tom: Der er ikke noget at vise." in [line.text for line in read(paper).paragraphs]


def test_the_same_paper_gives_the_same_file() -> None:
    assert as_word(PAPER) == made(PAPER)
