"""Can Norddjurs' item of 18 April 2024 be rebuilt, with its headings in order and its decision apart?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from pypdf import PdfReader

from pejl.charts import Line, LineChart, Unit
from pejl.reports import Drawing, Heading, Report, Table, Text
from pejl.reports.pdf import as_pdf
from pejl.reports.word import as_word
from pejl.web.examples.norddjurs_sag import WORDS, People, make_item
from pejl.web.insight.models import Paper
from pejl.web.insight.papers.composing import frozen
from tests.web.nordby import Nordby

# Papers are written and approved on both databases by test_papirer; the words of this one are no database's doing.
pytestmark = pytest.mark.one_database

HEADINGS = [
    "Sagsfremstilling",
    "Sammenhæng til andre politikker/strategier og fagområder",
    "Økonomiske konsekvenser",
    "Lovgrundlag",
    "Indstilling",
    "Beslutning",
    "Bilag",
]


@pytest.fixture
def item(nordby: Nordby) -> Paper:
    people = People(writer=nordby.people["afdelingsleder"], approver=nordby.people["centerchef"])
    return make_item(nordby.units["Myndighed"], people)


def newest(paper: Paper) -> Report:
    return frozen(paper.editions.order_by("-number")[0])


def under(report: Report, heading: str) -> str:
    """The words under a heading."""
    found, inside = "", False
    for part in report.parts:
        if isinstance(part, Heading) and part.level == 1:
            inside = part.text == heading
        elif inside and isinstance(part, Text):
            found += f"{part.body}\n"
    return found


def test_the_headings_stand_in_their_order(item: Paper) -> None:
    told = [part.text for part in newest(item).parts if isinstance(part, Heading) and part.level == 1]
    assert told == HEADINGS


def test_the_recommendation_and_the_decision_are_two_and_not_the_same(item: Paper) -> None:
    """Recommended to be taken note of; decided: approved (X12)."""
    assert "tages til efterretning" in item.recommendation
    assert (item.decision, item.decided_on) == ("Godkendt.", date(2024, 4, 18))
    report = newest(item)
    assert "Godkendt." in under(report, "Beslutning")
    assert "efterretning" not in under(report, "Beslutning")
    assert under(report, "Indstilling").strip() == item.recommendation


def test_the_status_is_per_march_and_discussed_in_april(item: Paper) -> None:
    """X13."""
    facts = dict(newest(item).facts)
    assert facts["Status"] == "Pr. 31. marts 2024"
    assert facts["Mødedag"] == "18. april 2024"


def test_the_edition_the_committee_had_before_it_has_no_decision(item: Paper) -> None:
    first, second = item.editions.order_by("number")
    assert "Godkendt." not in under(frozen(first), "Beslutning")
    assert first.sha256 != second.sha256


def test_every_fact_has_its_source(item: Paper) -> None:
    for key in ("sagsfremstilling", "sammenhaeng", "oekonomi"):
        assert "Kilde: Norddjurs" in WORDS[key]


def test_the_word_file_has_the_headings_as_headings(item: Paper) -> None:
    document = Document(BytesIO(as_word(newest(item))))
    told = [line.text for line in document.paragraphs if line.style and line.style.name == "Heading 1"]
    assert told == HEADINGS
    assert document.core_properties.title == item.title


def tags(node: Any) -> Iterator[Any]:
    """Every tag of a PDF's tree, in reading order."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for each in node:
            yield from tags(each)
    elif hasattr(node, "get"):
        if "/S" in node:
            yield node
        yield from tags(node.get("/K", []))


def test_the_pdf_is_tagged_danish_titled_and_says_its_charts_and_tables(item: Paper) -> None:
    line = Line(name="Andel", values=(50.0, 60.0), told=("6 af 12 (50 %)", "9 af 15 (60 %)"))
    chart = LineChart(title="I tide", says="Andelen er 60 %.", unit=Unit.PERCENT, periods=("1.", "2."), lines=(line,))
    table = Table(caption="Tal", head=("Periode", "Antal"), rows=(("1. kvartal", "12"),))
    report = newest(item)
    whole = Report(
        title=report.title,
        municipality=report.municipality,
        made_at=report.made_at,
        parts=(*report.parts, Drawing(chart=chart), table),
    )
    root: Any = PdfReader(BytesIO(as_pdf(whole))).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "da"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    found = list(tags(root["/StructTreeRoot"]["/K"]))
    assert [str(each["/Alt"]) for each in found if each["/S"] == "/Figure"] == ["Andelen er 60 %."]
    assert sum(each["/S"] == "/TH" for each in found) >= 2
    assert sum(each["/S"] == "/H2" or each["/S"] == "/H1" for each in found) >= len(HEADINGS)
