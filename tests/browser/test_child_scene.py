"""Can a worker draw the child's network and write down what the child said, and does paper keep the child's secrets?"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpensAs
from tests.browser.test_scenes import cases_in, fill_in_time, just_now, send, title_is
from tests.browser.walk import link_on

Judges = Callable[[Page], list[str]]
MAP = "Kort over barnets netværk"
FEARED = "Jeg tør ikke sige det, når far er der."
OPEN = "Jeg vil gerne spille guitar."


def other_case(page: Page, *, site: str) -> str:
    """The last of the adviser's cases that has a map already: the other scenes take the first, or make new ones."""
    drawn = (each for each in reversed(cases_in(page, site=site)) if MAP in page.request.get(f"{each}netvaerk/").text())
    return next(drawn)


def on(page: Page, case: str, name: str) -> None:
    """To one of the case's pages, by its link."""
    page.goto(case)
    page.goto(link_on(page, name))


def map_of(page: Page) -> Locator:
    """The picture, as it is read aloud."""
    return page.get_by_role("img", name=MAP)


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
def test_somebody_comes_onto_the_map_and_is_taken_off_it_again(
    page_as: OpensAs, site: str, *, javascript: bool
) -> None:
    page = page_as("mette", javascript=javascript)
    on(page, other_case(page, site=site), "netvaerk")
    drawn = map_of(page).locator(".pejl-map-person")
    before = drawn.count()
    page.get_by_role("link", name="Sæt en person på kortet").click()
    page.get_by_label("Navn (skal").fill("Åge Strandby")
    page.get_by_label("Hvem er det").fill("Guitarlærer")
    for choice in ("Privat netværk", "Tæt på"):
        page.get_by_text(choice, exact=True).click()
    page.get_by_label("Kan bruges til").fill("Spiller med barnet om onsdagen")
    send(page, "Gem")
    title_is(page, "Barnets netværk")
    assert drawn.count() == before + 1
    expect(map_of(page)).to_contain_text("Åge")
    row = page.get_by_role("row", name=re.compile("Åge Strandby"))
    expect(row).to_contain_text("Spiller med barnet om onsdagen")
    row.get_by_role("link", name="Ret Åge Strandby").click()
    send(page, "Tag af kortet fra i dag")
    title_is(page, "Barnets netværk")
    assert drawn.count() == before
    page.get_by_text("Tidligere på kortet").click()
    expect(page.get_by_role("link", name="Åge Strandby").first).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_everybody_can_use_the_map_and_it_fits_the_screen(page_as: OpensAs, axe: Judges, site: str, width: int) -> None:
    page = page_as("mette", width)
    on(page, other_case(page, site=site), "netvaerk")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    drawn = map_of(page).bounding_box()
    assert drawn
    assert drawn["width"] <= width
    number = page.locator(".pejl-map-number").first.bounding_box()
    assert number
    assert number["height"] >= 12  # still read on a phone


def talk(page: Page, case: str, words: str, *, hidden: str) -> None:
    """Register what the child said."""
    on(page, case, "barnets-spor")
    page.get_by_role("link", name="Registrér samtale").first.click()
    title_is(page, "Samtale med barnet")
    fill_in_time(page, just_now())
    page.get_by_label("Barnets egne ord").fill(words)
    asked = page.get_by_role("group", name=re.compile("Barnet vil ikke have, at forældrene ser det"))
    asked.get_by_text(hidden, exact=True).click()
    send(page, "Registrér")
    if page.get_by_role("button", name="Registrér alligevel").count():
        send(page, "Registrér alligevel")


def test_what_the_child_wants_hidden_is_marked_on_screen_and_missing_on_paper(
    page_as: OpensAs, axe: Judges, site: str
) -> None:
    page = page_as("mette")
    case = other_case(page, site=site)
    talk(page, case, FEARED, hidden="Ja")
    talk(page, case, OPEN, hidden="Nej")
    on(page, case, "barnets-spor")
    said = page.locator(".pejl-spor-entry").filter(has_text=FEARED)
    expect(said).to_contain_text("Må ikke vises for forældrene")
    expect(said).to_contain_text("Barnet har ikke fået svar endnu.")
    assert axe(page) == []
    page.emulate_media(media="print")
    expect(said).to_be_hidden()
    expect(page.get_by_text(OPEN)).to_be_visible()
    page.emulate_media(media="screen")
    page.get_by_role("link", name="Udskrift til familien").click()
    title_is(page, "Det, barnet har sagt")
    assert FEARED not in page.content()
    expect(page.get_by_text(OPEN)).to_be_visible()
    assert axe(page) == []
    page.emulate_media(media="print")
    expect(page.get_by_text("ikke med")).to_be_hidden()
