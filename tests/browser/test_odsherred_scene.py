"""Does Odsherred's account work: read, follow a reference, print it whole, and turn what is new into the next plan?"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import Opens
from tests.browser.examples import example, someone
from tests.browser.judging import Judges

COURSE = "Task Force-forløb i Odsherred"
# Where on the page something stands.
PLACE = "each => { const box = each.getBoundingClientRect(); return [box.x, box.y] }"
SIZES = [4, 5, 2, 2, 4, 5, 3, 3]


@pytest.fixture(scope="module")
def odsherred(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example, on a server of its own."""
    with example("odsherred", tmp_path_factory.mktemp("odsherred")) as site:
        yield site


def course(page: Page, site: str) -> None:
    page.goto(f"{site}/plan/forloeb/")
    page.get_by_role("link", name=COURSE).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(COURSE)


def test_the_account_is_read_theme_by_theme_and_a_reference_leads_to_the_answer(
    odsherred: str, open_page: Opens, axe: Judges
) -> None:
    page = someone(odsherred, open_page, "hanne")
    page.goto(f"{odsherred}/plan/forloeb/")
    expect(page.get_by_role("img", name="Tidslinje: 8 eftersyn udefra")).to_be_visible()
    assert axe(page) == []
    course(page, odsherred)
    expect(page.get_by_text("28 anbefalinger under otte temaer").first).to_be_visible()
    urgent = page.get_by_role("region", name="Det haster")
    expect(urgent).to_contain_text("Fristen på fire måneder holdes ikke")
    assert axe(page) == []
    page.get_by_role("link", name="2. Ledelsesinformation, ledelsestilsyn og sagssparring").click()
    answer = page.get_by_role("region", name="2.3 Ledelsesinformationen skal udvikles")
    expect(answer).to_contain_text("Punkt 2, 3 og 5 udestår.")
    expect(answer).to_contain_text("Fra Odsherred Kommune")
    expect(answer).to_contain_text("Fra Task Forcen")
    assert axe(page) == []
    page.get_by_role("region", name="2.2").get_by_role("link", name="Se svaret på 2.1").click()
    expect(page).to_have_url(page.url.partition("#")[0] + "#a-2-1")
    page.get_by_role("link", name="Næste: 3.").click()
    page.get_by_role("region", name="3.1").get_by_role("link", name="Se svaret på 1.1").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("1. Politik, strategi og styring")
    expect(page.get_by_role("region", name="1.1")).to_contain_text("Et mål- og rammedokument er skrevet")


def test_on_a_phone_the_columns_stack_with_their_owner_named(odsherred: str, open_page: Opens, axe: Judges) -> None:
    page = someone(odsherred, open_page, "lykke", width=390)
    course(page, odsherred)
    page.get_by_role("link", name="1. Politik, strategi og styring").click()
    first = page.get_by_role("region", name="1.1")
    first.get_by_role("heading", name="Anbefalingen").wait_for()
    names = ("Anbefalingen", "Vores svar", "Vurdering udefra")
    tops = [first.get_by_role("heading", name=each, exact=True).evaluate(PLACE) for each in names]
    assert [x for x, _ in tops] == [tops[0][0]] * 3
    assert tops == sorted(tops, key=lambda each: each[1])
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert axe(page) == []
    course(page, odsherred)
    page.get_by_role("link", name="Undervejs").click()
    expect(page.get_by_role("heading", name="Her siger papirerne noget forskelligt")).to_be_visible()
    expect(page.get_by_text("1. december 2022.")).to_be_visible()
    assert axe(page) == []


def test_the_account_is_printed_as_a_document_of_its_own(odsherred: str, open_page: Opens) -> None:
    page = someone(odsherred, open_page, "lykke")
    course(page, odsherred)
    with page.expect_download() as taken:
        page.get_by_role("link", name="hent den som PDF").click()
    paper = PdfReader(io.BytesIO(Path(taken.value.path()).read_bytes()))
    catalog: Any = paper.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "da"
    assert paper.metadata is not None
    assert paper.metadata.title == f"Redegørelse: {COURSE}"
    text = " ".join(" ".join(each.extract_text() for each in paper.pages).split())
    numbers = [f"{theme}.{number}" for theme, size in enumerate(SIZES, start=1) for number in range(1, size + 1)]
    assert len(numbers) == 28
    assert [each for each in numbers if f"Anbefaling {each}: Task Forcen" not in text] == []


def test_nine_new_recommendations_become_a_plan_in_one_act_and_not_twice(
    odsherred: str, open_page: Opens, axe: Judges
) -> None:
    page = someone(odsherred, open_page, "hanne")
    course(page, odsherred)
    again = someone(odsherred, open_page, "torben")
    for each in (page, again):
        course(each, odsherred)
        each.get_by_role("link", name="Lav den næste plan af anbefalingerne").click()
    expect(page.get_by_role("list", name="Det bliver til handlinger").get_by_role("listitem")).to_have_count(9)
    assert axe(page) == []
    page.get_by_role("button", name="Lav planen").click()
    expect(page.get_by_text("Kladden »Udviklingsplan 2023–2025« er lavet med 9 handlinger.")).to_be_visible()
    expect(page.get_by_role("table", name="Nye anbefalinger")).not_to_contain_text("Ikke i en plan endnu")
    again.get_by_role("button", name="Lav planen").click()
    expect(again.get_by_role("main")).to_contain_text("allerede blevet til planen »Udviklingsplan 2023–2025«")
    with page.expect_download() as taken:
        page.get_by_role("link", name="Hent planen som PDF").click()
    paper = " ".join(each.extract_text() for each in PdfReader(taken.value.path()).pages)
    assert "9 handlinger i rækkefølge" in " ".join(paper.split())
