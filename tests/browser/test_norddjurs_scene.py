"""Norddjurs in August 2025: a new head, what has happened since April, and the young people nobody else sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opens
from tests.browser.examples import example, someone
from tests.browser.judging import judge

WHY = "Den nye chef vil samle kræfterne om fundamentet, før der sættes mere i gang."


@pytest.fixture(scope="module")
def norddjurs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The municipality on 18 August 2025."""
    with example("norddjurs", tmp_path_factory.mktemp("norddjurs")) as site:
        yield site


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).first.click()
    page.wait_for_load_state()


@pytest.mark.parametrize("width", [1280, 390])
def test_what_has_happened_since_april_comes_out_of_the_log(norddjurs: str, open_page: Opens, width: int) -> None:
    page = someone(norddjurs, open_page, "signe", width=width)
    page.goto(f"{norddjurs}/plan/siden-sidst/?siden=2025-04-15")
    expect(page.get_by_role("heading", name="Efter 15. april 2025 til og med 18. august 2025")).to_be_visible()
    told = page.locator("main").inner_text()
    assert "Stadie: fra Planlagt til På hold" in told
    assert "Begrundelse: Arbejdet har ventet på, at den nye børne- og familiechef tiltræder." in told
    assert "En DUBU-konsulent er begyndt." in told
    assert "Seminar i november. Området er i fokus i hele 2026." in told
    # What was there in April already has not happened since.
    assert "Udviklingsspor (ny)" not in told
    assert judge(page) == []


def test_the_new_head_sets_another_order_and_puts_a_part_on_hold(norddjurs: str, open_page: Opens) -> None:
    page = someone(norddjurs, open_page, "signe")
    page.goto(f"{norddjurs}/plan/raekkefoelge/")
    page.get_by_label("Forebyggende strategi på anbringelsesområdet").fill("1")
    page.get_by_label("Kulturarbejde og fælles mindset").fill("4")
    page.get_by_label("Hvorfor ændres rækkefølgen?").fill(WHY)
    assert judge(page) == []
    page.get_by_role("button", name="Gem rækkefølgen").click()
    expect(page.get_by_text("Rækkefølgen er ændret (2 flyttet).")).to_be_visible()
    page.goto(f"{norddjurs}/plan/handlinger/")
    follow(page, "Projekt Grenaa Havn")
    follow(page, "Sæt på hold")
    page.get_by_label("Hvorfor sættes handlingen på hold?").fill(WHY)
    page.get_by_label("Går i gang igen, når").fill("Seminaret i november er holdt")
    page.get_by_role("button", name="Gem").click()
    expect(page.locator("main").get_by_text("Går i gang igen, når: Seminaret i november er holdt")).to_be_visible()
    page.goto(f"{norddjurs}/plan/siden-sidst/?siden=2025-08-17")
    told = page.locator("main").inner_text()
    assert told.count(f"Begrundelse: {WHY}") == 3
    assert "Nummer: fra 4 til 1" in told
    # The order is the new one, and the old can still be read.
    headings = [each.inner_text() for each in page.get_by_role("heading", level=3).all()]
    assert headings[0] == "Forebyggende strategi på anbringelsesområdet"
    page.get_by_role("link", name="Forebyggende strategi på anbringelsesområdet").first.click()
    expect(page.locator("main table")).to_contain_text(WHY)


def test_nobody_outside_the_circle_sees_who_and_a_small_number_is_a_decision(norddjurs: str, open_page: Opens) -> None:
    page = someone(norddjurs, open_page, "ole")
    page.goto(f"{norddjurs}/ungekredsen/")
    expect(page.get_by_role("row", name=re.compile("Opdigtet ung")).first).to_be_visible()
    assert page.get_by_role("link", name=re.compile("Opdigtet ung")).count() == 14
    assert judge(page) == []
    outside = someone(norddjurs, open_page, "signe")
    assert "Opdigtet ung" not in outside.goto(f"{norddjurs}/ungekredsen/").text()  # type: ignore[union-attr]  # answered
    expect(outside.get_by_role("heading", level=1)).to_contain_text("Siden findes ikke")
    director = someone(norddjurs, open_page, "dorthe")
    director.goto(f"{norddjurs}/ungekredsen/tal/")
    row = director.get_by_role("row", name=re.compile("Heraf fået en ny"))
    expect(row).to_contain_text("færre end 5")
    director.get_by_label("Hvilket tal").select_option("indsats")
    director.get_by_label("Ja, tallet må vises").check()
    director.get_by_label("Hvorfor?").fill("Gruppen er drøftet med udvalget, og ingen kan kendes på tallet.")
    assert judge(director) == []
    director.get_by_role("button", name="Gem beslutningen").click()
    expect(director.get_by_role("row", name=re.compile("Heraf fået en ny")).first).to_contain_text("4")
    expect(director.get_by_role("row", name=re.compile("Gruppen er drøftet"))).to_contain_text("Dorthe Lystrupgaard")
