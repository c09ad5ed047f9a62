"""Can anybody read a paper's PDF, also with a screen reader, and does nothing people wrote do anything in it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from time import process_time
from typing import Any

import pypdf
import pytest

from pejl.reports import Drawing, Heading, Report, Table, Text
from pejl.reports.layout import table_behind
from pejl.reports.pdf import as_pdf
from pejl.reports.typesetting import MissingSign
from tests.unit.sample_paper import DRAWN, FORMULA, HOSTILE, LONG, PAPER, SHORT, WIDE, long_paper

EMBEDDED = ("LibertinusSerif", "DejaVuSansMono", "NewCM")


@lru_cache
def made(paper: Report) -> bytes:
    return as_pdf(paper)


def read(paper: Report = PAPER) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(made(paper)))


def words_of(paper: Report = PAPER) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in read(paper).pages)


def tags(node: Any) -> Iterator[Any]:
    """Every tag of the tree, in reading order."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for each in node:
            yield from tags(each)
    elif isinstance(node, dict) and "/S" in node:
        yield node
        yield from tags(node.get("/K", []))


def tree(paper: Report = PAPER) -> list[Any]:
    root: Any = read(paper).trailer["/Root"]
    return list(tags(root["/StructTreeRoot"]["/K"]))


def counted(paper: Report = PAPER) -> Counter[str]:
    return Counter(str(tag["/S"]) for tag in tree(paper))


# --- told to a screen reader ------------------------------------------------------------------------------------


def test_the_file_says_that_it_is_tagged_danish_and_what_it_is_called() -> None:
    root: Any = read().trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "da"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    about = read().metadata
    assert about is not None
    assert (about.title, about.author) == (PAPER.title, PAPER.municipality)
    assert about.creation_date == PAPER.made_at
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()


def test_every_chart_is_said_in_words() -> None:
    figures = [tag for tag in tree() if tag["/S"] == "/Figure"]
    assert [str(tag["/Alt"]) for tag in figures] == [chart.says for chart in DRAWN]


def test_the_headings_are_headings_and_none_is_skipped() -> None:
    assert counted()["/H1"] == sum(isinstance(part, Heading) and part.level == 1 for part in PAPER.parts)
    assert counted()["/H2"] == sum(isinstance(part, Heading) and part.level == 2 for part in PAPER.parts)
    deep = replace(PAPER, parts=(Heading(text="Dybt", level=4), Heading(text="Ned", level=6), Text(body="Tekst")))
    assert (counted(deep)["/H1"], counted(deep)["/H2"], counted(deep)["/H3"]) == (1, 1, 0)


def test_every_table_has_a_caption_and_headings_to_its_columns() -> None:
    tables = [tag for tag in tree() if tag["/S"] == "/Table"]
    assert len(tables) == len(DRAWN) + 3
    for table in tables:
        inside = Counter(str(tag["/S"]) for tag in tags(table["/K"]))
        assert inside["/Caption"] == 1
        assert inside["/TH"] > 0
        assert inside["/TD"] % inside["/TH"] == 0
    heads = sum(len(table.head) for table in (SHORT, LONG, WIDE)) + sum(
        len(table_behind(chart).head) for chart in DRAWN
    )
    assert counted()["/TH"] == heads


def test_lists_and_quotations_are_what_they_look_like() -> None:
    # Three lists of points, and the paper's facts twice.
    assert counted()["/L"] == 5
    assert counted()["/BlockQuote"] == 1


# --- on paper ---------------------------------------------------------------------------------------------------


def test_the_front_tells_which_paper_this_is_and_how_old_its_figures_are() -> None:
    first = " ".join(read().pages[0].extract_text().split())
    for words in (PAPER.title, PAPER.subtitle, "Udgave 2", "31. oktober 2026 kl. 23.59", "22. november 2026 kl. 13.30"):
        assert words in first


def test_every_page_tells_its_number_and_all_but_the_first_the_paper() -> None:
    pages = [" ".join(page.extract_text().split()) for page in read().pages]
    assert len(pages) > 4
    for number, page in enumerate(pages, start=1):
        assert f"Side {number} af {len(pages)}" in page
        assert page.startswith("Nordby Kommune Status på strategien for børn og unge")
    assert pages[1].count(PAPER.title) == 1


def test_a_long_table_says_its_headings_again_and_loses_no_row() -> None:
    pages = [page.extract_text() for page in read().pages]
    assert sum("Det, der mangler" in page for page in pages) == 2
    assert words_of().count("oplært.") == len(LONG.rows) + 1


def test_a_table_of_many_texts_turns_the_sheet_and_takes_its_heading_along() -> None:
    turned = [page for page in read().pages if page.mediabox.width > page.mediabox.height]
    assert len(turned) == 1
    assert turned[0].extract_text().count("Afdelingernes mål") == 2


def test_a_table_wider_than_any_sheet_stays_on_it() -> None:
    many = Table(caption="Bred", head=tuple(f"Kolonne {at}" for at in range(16)), rows=(("sagsbehandling",) * 16,) * 3)
    paper = replace(PAPER, parts=(many,))
    (page,) = [page for page in read(paper).pages if "Bred" in page.extract_text()]
    assert page.extract_text().replace("-\n", "").replace("\n", "").count("sagsbehandling") == 48


def test_all_letters_are_in_the_file_and_our_own() -> None:
    fonts: set[str] = set()
    for page in read().pages:
        inside: Any = page["/Resources"]
        fonts |= {str(font.get_object()["/BaseFont"]).partition("+")[2] for font in inside["/Font"].values()}
    assert fonts
    assert all(font.startswith(EMBEDDED) for font in fonts)


# --- what people wrote ------------------------------------------------------------------------------------------


def test_what_looks_like_orders_is_shown_as_it_was_written() -> None:
    assert words_of().count(HOSTILE) == 2
    assert words_of().count(FORMULA) == 2


def test_a_chart_with_orders_in_its_names_is_only_a_drawing() -> None:
    chart = replace(DRAWN[0], title=HOSTILE, says=HOSTILE, periods=(HOSTILE,) * len(DRAWN[0].periods))
    paper = replace(PAPER, parts=(Drawing(chart=chart),))
    assert [str(tag["/Alt"]) for tag in tree(paper) if tag["/S"] == "/Figure"] == [HOSTILE]


def test_a_sign_no_font_has_is_named() -> None:
    with pytest.raises(MissingSign, match="🦄") as refused:
        as_pdf(replace(PAPER, parts=(Text(body="Det gik godt 🦄"),)))
    assert refused.value.sign == "🦄"


def test_the_same_paper_gives_the_same_file() -> None:
    assert as_pdf(PAPER) == made(PAPER)


def test_a_long_paper_with_many_charts_is_made_while_one_waits() -> None:
    paper = long_paper(20)
    start = process_time()
    pages = len(pypdf.PdfReader(BytesIO(as_pdf(paper))).pages)
    assert pages >= 18
    assert counted(paper)["/Figure"] == 20
    # Ten times what it takes here, so that only a change of kind is seen.
    assert process_time() - start < 5
