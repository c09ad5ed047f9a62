"""Is a frozen paper told unchanged years later, whatever stands in it, and can every paper become every file?"""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from pejl.charts import BarChart, Chart, Line, LineChart, Mark, StackedChart, Unit
from pejl.reports import (
    Aside,
    Bullets,
    Drawing,
    Facts,
    Heading,
    NewPage,
    Quote,
    Report,
    Table,
    Text,
    from_json,
    hash_of,
    to_json,
)
from pejl.reports.excel import as_excel
from pejl.reports.html import as_html
from pejl.reports.pdf import as_pdf
from pejl.reports.typesetting import MissingSign
from pejl.reports.word import as_word
from tests.unit.sample_paper import PAPER

AWKWARD = (
    "=1+1",
    '#image("x")',
    "<b>",
    "&amp;",
    "\x00\x07",
    "\r\n",
    "a" * 80,
    "»æøå«",
    "-5",
    " ",
    "",
    "0012",
)
WORDS = st.one_of(st.sampled_from(AWKWARD), st.text(st.characters(max_codepoint=0x17F), max_size=15))
NUMBERS = st.one_of(st.none(), st.integers(0, 300), st.floats(0, 300, allow_nan=False))
MOMENTS = st.datetimes(
    datetime.fromisoformat("2024-01-01"), datetime.fromisoformat("2030-01-01"), timezones=st.just(UTC)
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Tables of one to eight columns, also without rows."""
    width = draw(st.integers(1, 8))
    row = st.tuples(*[WORDS] * width)
    return Table(caption=draw(WORDS), head=draw(row), rows=tuple(draw(st.lists(row, max_size=4))), note=draw(WORDS))


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Charts of every kind, with holes where a number may not be shown."""
    periods = tuple(draw(st.lists(WORDS, min_size=1, max_size=5)))
    count = len(periods)
    values, told = (st.lists(each, min_size=count, max_size=count).map(tuple) for each in (NUMBERS, WORDS))
    lines = st.builds(Line, name=WORDS, values=values, told=told)
    shape = draw(st.sampled_from((LineChart, BarChart, StackedChart)))
    more: dict[str, Any] = {}
    if shape is LineChart:
        marks = st.lists(st.builds(Mark, period=st.integers(0, count - 1), label=WORDS), max_size=2)
        more = {"marks": tuple(draw(marks))}
    return shape(
        title=draw(WORDS),
        says=draw(WORDS.filter(str.strip)),
        unit=draw(st.sampled_from(Unit)),
        periods=periods,
        lines=tuple(draw(st.lists(lines, min_size=1, max_size=3))),
        note=draw(WORDS),
        uncertain=tuple(draw(st.sets(st.integers(0, count - 1)))),
        **more,
    )


PAIRS = st.lists(st.tuples(WORDS, WORDS), max_size=3).map(tuple)
PARTS = st.one_of(
    st.builds(Heading, text=WORDS, level=st.integers(1, 7)),
    st.builds(Text, body=WORDS),
    st.builds(Quote, body=WORDS, who=WORDS),
    st.builds(Bullets, items=st.lists(WORDS, max_size=3).map(tuple), numbered=st.booleans()),
    tables(),
    st.builds(Drawing, chart=charts()),
    st.builds(Facts, pairs=PAIRS),
    st.builds(Aside, body=WORDS, title=WORDS),
    st.just(NewPage()),
)
PAPERS = st.builds(
    Report,
    title=WORDS,
    municipality=WORDS,
    made_at=MOMENTS,
    data_at=st.none() | MOMENTS,
    parts=st.lists(PARTS, max_size=6).map(tuple),
    subtitle=WORDS,
    version=WORDS,
    facts=PAIRS,
)
SLOW_TO_DRAW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)


@SLOW_TO_DRAW
@given(paper=PAPERS)
def test_a_stored_paper_comes_back_as_it_was(paper: Report) -> None:
    stored = to_json(paper)
    again = from_json(stored)
    assert again == paper
    assert to_json(again) == stored
    assert hash_of(again) == hash_of(paper)
    # Stored in a database and fetched in another order or with other spaces, it is still the same paper.
    assert from_json(json.dumps(json.loads(stored), indent=2)) == paper


@SLOW_TO_DRAW
@given(one=PAPERS, other=PAPERS)
def test_two_papers_have_the_same_hash_only_when_they_say_the_same(one: Report, other: Report) -> None:
    assume(one != other)
    assert hash_of(one) != hash_of(other)


def test_a_paper_says_its_moments_in_one_way() -> None:
    elsewhere = PAPER.made_at.astimezone(timezone(timedelta(hours=2)))
    assert hash_of(replace(PAPER, made_at=elsewhere)) == hash_of(PAPER)


def test_a_whole_number_is_the_same_figure_with_and_without_its_point() -> None:
    def paper(value: float) -> Report:
        line = Line(name="Nordby", values=(value,), told=("12",))
        chart = BarChart(title="T", says="S", unit=Unit.COUNT, periods=("2026",), lines=(line,))
        return replace(PAPER, parts=(Drawing(chart=chart),))

    assert paper(12) == paper(12.0)
    assert hash_of(paper(12)) == hash_of(paper(12.0))
    assert hash_of(paper(12)) != hash_of(paper(12.5))
    with pytest.raises(ValueError, match="not JSON compliant"):
        hash_of(paper(float("nan")))


def test_a_field_added_later_changes_no_hash() -> None:
    bare = Report(title="T", municipality="Nordby", made_at=PAPER.made_at, parts=(Heading(text="H"), Text(body="B")))
    assert json.loads(to_json(bare)) == {
        "shape": "report",
        "title": "T",
        "municipality": "Nordby",
        "made_at": "2026-11-22T12:30:00+00:00",
        "parts": [{"shape": "heading", "text": "H"}, {"shape": "text", "body": "B"}],
    }


@pytest.mark.parametrize(
    "stored",
    [
        "",
        "[]",
        "7",
        "null",
        '{"shape": "report"}',
        '{"shape": "heading", "text": "H"}',
        '{"shape": "os.system", "text": "H"}',
        '{"text": "H"}',
        to_json(PAPER).replace('"title"', '"titel"', 1),
        to_json(PAPER).replace('"unit":"antal"', '"unit":"kroner"', 1),
    ],
)
def test_what_is_no_paper_is_refused(stored: str) -> None:
    with pytest.raises(ValueError, match=r"cannot|Expecting|valid"):
        from_json(stored)


@settings(SLOW_TO_DRAW, max_examples=10)
@given(paper=PAPERS)
def test_every_paper_becomes_every_file(paper: Report) -> None:
    assert "<script" not in as_html(paper)
    assert Document(BytesIO(as_word(paper))).paragraphs
    assert CalamineWorkbook.from_filelike(BytesIO(as_excel(paper))).sheet_names[0] == "Om papiret"
    # Refused only for a sign that none of our fonts has.
    with suppress(MissingSign):
        assert as_pdf(paper).startswith(b"%PDF")
