"""Does a paper fit a page of Pejl: below its one heading, escaped, its tables and charts told to everybody?"""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from pejl.reports import Drawing, Heading, Part, Quote, Table, Text
from pejl.reports.html import as_html, parts_as_html
from pejl.reports.layout import columns_of, table_behind
from tests.unit.sample_paper import DRAWN, FORMULA, HOSTILE, LONG, PAPER, SHORT, WIDE

EMPTY = {"br", "line", "rect", "path", "circle", "polyline", "polygon", "use"}


class Reader(HTMLParser):
    """The elements in order, and whether every one of them is closed where it should be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY:
            assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def named(self, *names: str) -> list[dict[str, str | None]]:
        return [given for tag, given in self.elements if tag in names]


def of(*parts: Part) -> str:
    return parts_as_html(replace(PAPER, parts=parts))


def test_the_headings_follow_the_page_s_own() -> None:
    page = Reader(as_html(PAPER))
    tags = [tag for tag, _ in page.elements]
    headings = [part for part in PAPER.parts if isinstance(part, Heading)]
    assert tags.count("h1") == 0
    assert tags.count("h2") == sum(each.level == 1 for each in headings)
    assert tags.count("h3") == sum(each.level == 2 for each in headings)
    assert "<h4>A</h4>" in parts_as_html(replace(PAPER, parts=(Heading(text="A", level=5),)), level=4)


def test_nothing_in_it_needs_an_exception_from_the_strict_policy() -> None:
    page = Reader(as_html(PAPER))
    assert not page.named("style", "script")
    assert not [given for _, given in page.elements if any(name == "style" or name.startswith("on") for name in given)]


def test_what_looks_like_orders_is_shown_as_it_was_written() -> None:
    shown = "".join(Reader(as_html(PAPER)).words)
    assert shown.count(HOSTILE) == 2
    assert shown.count(FORMULA) == 2
    nasty = '"><img src=x onerror=alert(1)>'
    held = of(
        Table(caption=nasty, head=(nasty, nasty), rows=((nasty, nasty),), note=nasty), Quote(body=nasty, who=nasty)
    )
    assert not Reader(held).named("img")


def test_every_table_has_a_caption_and_tells_what_heads_what() -> None:
    page = Reader(as_html(PAPER))
    assert len(page.named("table")) == len(page.named("caption")) == len(DRAWN) + 3
    scopes = [given["scope"] for given in page.named("th")]
    tables = (SHORT, LONG, WIDE)
    assert scopes.count("col") == sum(len(each.head) for each in tables) + sum(
        len(table_behind(each).head) for each in DRAWN
    )
    assert scopes.count("row") == sum(len(each.rows) for each in tables) + sum(len(each.periods) for each in DRAWN)
    assert "<td></td>" in of(Table(caption="T", head=("", "Antal"), rows=(("Skole", "4"),)))


def test_a_chart_is_a_figure_with_its_table_folded_away() -> None:
    page = Reader(of(Drawing(chart=DRAWN[0])))
    tags = [tag for tag, _ in page.elements]
    assert tags[:4] == ["figure", "figcaption", "div", "svg"]
    # One for a screen, one for a phone; the style sheet shows only one.
    assert [svg["width"] for svg in page.named("svg")] == ["720", "340"]
    assert tags.index("details") < tags.index("table")
    assert DRAWN[0].note in page.words


def test_no_two_things_on_the_page_have_the_same_id() -> None:
    twice = Reader(of(Drawing(chart=DRAWN[0]), Drawing(chart=DRAWN[0])))
    ids = [given["id"] for _, given in twice.elements if "id" in given]
    assert ids
    assert len(ids) == len(set(ids))


def test_a_template_shows_it_and_a_page_without_one_escapes_it() -> None:
    fragment = as_html(PAPER)
    assert fragment.__html__() is fragment


@pytest.mark.parametrize(
    ("cells", "are_figures"),
    [
        (("12", "1.234", "–"), True),
        (("12 af 17", "færre end 5"), True),
        (("82 %", "71,5 %"), True),
        (("250.000 kr.", "0 kr."), True),
        (("–", "ikke opgjort"), False),
        (("12", "se bilag"), False),
        (("18. april 2024", "2. maj 2024"), False),
    ],
)
def test_only_figures_stand_to_the_right(cells: tuple[str, ...], are_figures: bool) -> None:
    table = Table(caption="T", head=("Hvad", "Hvor meget"), rows=tuple(("a", cell) for cell in cells))
    assert columns_of(table).figures == (False, are_figures)
    assert ('class="pejl-numeric"' in of(table)) is are_figures


def test_empty_words_leave_nothing_behind() -> None:
    assert of(Heading(text=" "), Text(body="\n\n"), Quote(body="")) == ""


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="every row needs 2 cells"):
        Table(caption="T", head=("A", "B"), rows=(("a",),))


def test_a_table_without_headings_is_refused() -> None:
    with pytest.raises(ValueError, match="it needs headings"):
        Table(caption="T", head=(), rows=())


def test_a_paper_needs_moments_with_a_time_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        replace(PAPER, made_at=PAPER.made_at.replace(tzinfo=None))
