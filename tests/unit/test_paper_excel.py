"""Can people reckon with a paper's tables in Excel, and can nothing they hold be run there?"""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from pejl.reports import Report, Table
from pejl.reports.excel import as_excel
from tests.unit.sample_paper import DRAWN, FORMULA, PAPER, SHORT


def read(paper: Report = PAPER) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(BytesIO(as_excel(paper)))


def with_table(*tables: Table) -> Report:
    return replace(PAPER, parts=tables)


def one_cell(words: str) -> object:
    table = Table(caption="Én", head=("Navn", "Værdi"), rows=(("a", words),))
    return read(with_table(table)).get_sheet_by_index(1).to_python()[1][1]


def test_every_table_and_chart_has_a_sheet_named_in_danish() -> None:
    assert read().sheet_names == [
        "Om papiret",
        "1 Undersøgelser afsluttet inden",
        "2 Underretninger efter afsender",
        "3 Underretninger pr. kvartal",
        "4 Anbragte børn efter anbringel",
        "5 Anbefalingerne og det, der er",
        "6 Afdelingernes mål",
    ]


def test_a_sheet_is_its_table_and_whole_numbers_are_numbers() -> None:
    sheet = read().get_sheet_by_name("3 Underretninger pr. kvartal").to_python()
    assert sheet == [
        list(SHORT.head),
        ["1. kvartal", 214, "210 af 214"],
        ["2. kvartal", 198, "198 af 198"],
        ["3. kvartal", 176, "–"],
    ]


def test_a_chart_gives_its_figures() -> None:
    head, *rows = read().get_sheet_by_index(2).to_python()
    assert head[1:] == [line.name for line in DRAWN[1].lines]
    assert rows[0][:3] == ["Skole", 48, 52]


def test_the_first_sheet_tells_which_paper_this_is_and_what_to_know() -> None:
    told = {row[0]: row[1] for row in read().get_sheet_by_index(0).to_python() if row[0]}
    assert PAPER.title in told
    assert told["Kommune"] == PAPER.municipality
    assert told["Tal opgjort"] == "31. oktober 2026 kl. 23.59"
    assert str(told["Læs tallene med forbehold"]).startswith("Arbejdsgangen begyndte")
    assert told["3 Underretninger pr. kvartal"] == f"{SHORT.caption}\n{SHORT.note}"


@pytest.mark.parametrize(
    "words", [FORMULA, "=1+1", "+45 12 34 56 78", "-", "@SUM(A1)", "{=1}", "0012", "http://eksempel.invalid", "1.234"]
)
def test_what_a_spreadsheet_might_run_or_change_stays_a_text(words: str) -> None:
    assert one_cell(words) == words


@pytest.mark.parametrize(("words", "number"), [("12", 12), ("0", 0), ("-7", -7)])
def test_a_plain_whole_number_is_a_number(words: str, number: int) -> None:
    assert one_cell(words) == number


def test_no_sheet_holds_a_formula_and_every_heading_row_stays_in_sight() -> None:
    with ZipFile(BytesIO(as_excel(PAPER))) as file:
        sheets = {name: file.read(name) for name in file.namelist() if name.startswith("xl/worksheets/sheet")}
    assert not [name for name, held in sheets.items() if b"<f>" in held]
    frozen = [name for name, held in sheets.items() if b'ySplit="1"' in held and b'state="frozen"' in held]
    assert len(frozen) == len(sheets) - 1


@pytest.mark.parametrize("caption", ["", "a/b\\c?*[d]:e", "'='", "x" * 80, "Historik"])
def test_any_caption_gives_a_name_excel_takes(caption: str) -> None:
    table = Table(caption=caption, head=("A",), rows=(("b",),))
    names = read(with_table(table, table)).sheet_names
    assert len(set(names)) == 3
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_a_paper_without_tables_still_tells_about_itself() -> None:
    assert read(with_table()).sheet_names == ["Om papiret"]


def test_the_same_paper_gives_the_same_file() -> None:
    assert as_excel(PAPER) == as_excel(PAPER)
