"""Can a teacher write to us of a child in a browser, with scripts and without, and be sure that it is stored?"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opens

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SEEN = "Han kom uden jakke.\nHan sagde: »Der er ingen hjemme.«"
Judges = Callable[[Page], list[str]]


def fill_in(page: Page) -> None:
    """What a teacher knows."""
    page.get_by_label("Barnets navn").fill("Viggo Prøve")
    page.get_by_label("Hvad har du set og hørt?").fill(SEEN)
    page.get_by_label("Dit navn").fill("Lise Lærer")
    page.get_by_label("Din telefon eller mail").fill("11 11 11 11")


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name, exact=True).first.click()


def title_is(page: Page, title: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


@pytest.mark.parametrize(("width", "javascript"), [(1280, True), (390, False)])
def test_from_the_first_page_to_a_receipt_that_proves_it(
    site: str, open_page: Opens, axe: Judges, width: int, javascript: bool
) -> None:
    page = open_page(width, javascript=javascript)

    def is_for_everybody() -> None:
        assert page.evaluate(SIDEWAYS) == 0
        if javascript:
            assert axe(page) == []

    page.goto(f"{site}/underret/")
    expect(page.get_by_role("complementary")).to_contain_text("Ring 112")
    page.get_by_role("link", name="Skole", exact=True).click()
    press(page, "Læs det igennem")
    is_for_everybody()
    expect(page.get_by_role("alert").get_by_role("link")).to_have_count(4)
    fill_in(page)
    press(page, "Skriv om et barn mere")
    page.get_by_label("Barnets navn").nth(1).fill("Ida Prøve")
    press(page, "Læs det igennem")
    title_is(page, "Læs det igennem")
    expect(page.get_by_role("main")).to_contain_text("Der er ingen hjemme.")
    expect(page.get_by_role("main")).to_contain_text("Ida Prøve")
    is_for_everybody()
    press(page, "Send underretningen")
    title_is(page, "Underretningen er gemt")
    is_for_everybody()
    code = page.locator(".underret-code").inner_text()
    page.get_by_role("link", name="se, at underretningen er gemt").click()
    page.get_by_label("Koden").fill(code.lower())
    press(page, "Se efter")
    title_is(page, "Underretningen er gemt")
    expect(page.get_by_role("main")).to_contain_text("har ingen ændret noget")
    expect(page.get_by_role("main")).not_to_contain_text("Viggo")
    is_for_everybody()


def test_it_is_saved_while_it_is_written_and_found_again(site: str, open_page: Opens, axe: Judges) -> None:
    page = open_page()
    page.goto(f"{site}/underret/skole/")
    fill_in(page)
    expect(page.locator("[data-save-status]")).to_have_text(
        re.compile(r"Gemt kl\. \d\d\.\d\d\. Underretningen er ikke sendt endnu\.")
    )
    page.goto(f"{site}/underret/")
    assert axe(page) == []
    page.get_by_role("link", name="Skriv videre", exact=True).click()
    expect(page.get_by_label("Hvad har du set og hørt?")).to_have_value(SEEN)
    press(page, "Skriv videre senere")
    assert axe(page) == []
    code = page.locator(".underret-code").inner_text()
    elsewhere = open_page(390)
    elsewhere.goto(f"{site}/underret/fortsaet/")
    elsewhere.get_by_label("Koden").fill(code)
    press(elsewhere, "Skriv videre")
    expect(elsewhere.get_by_label("Hvad har du set og hørt?")).to_have_value(SEEN)


def test_a_line_that_is_lost_is_told_and_nothing_is(site: str, open_page: Opens) -> None:
    page = open_page()
    page.goto(f"{site}/underret/skole/")
    page.route("**/underret/skole/", lambda route: route.abort())
    fill_in(page)
    expect(page.locator("[data-save-status]")).to_contain_text("ikke gemt endnu")
    page.unroute("**/underret/skole/")
    expect(page.locator("[data-save-status]")).to_contain_text("Gemt kl.")


def test_two_tabs_and_a_double_click_are_one_letter(site: str, open_page: Opens) -> None:
    page = open_page()
    page.goto(f"{site}/underret/skole/")
    fill_in(page)
    press(page, "Læs det igennem")
    other = page.context.new_page()
    other.goto(f"{site}/underret/skole/")
    press(other, "Læs det igennem")
    page.get_by_role("button", name="Send underretningen").dblclick()
    title_is(page, "Underretningen er gemt")
    press(other, "Send underretningen")
    title_is(other, "Underretningen er gemt")
    assert page.locator(".underret-code").inner_text() == other.locator(".underret-code").inner_text()


def test_the_way_back_after_sending_begins_anew_and_says_what_is_stored(site: str, open_page: Opens) -> None:
    page = open_page()
    page.goto(f"{site}/underret/skole/")
    fill_in(page)
    press(page, "Læs det igennem")
    press(page, "Send underretningen")
    code = page.locator(".underret-code").inner_text()
    page.goto(f"{site}/underret/skole/")
    expect(page.get_by_role("main")).to_contain_text(code)
    expect(page.get_by_label("Barnets navn")).to_have_value("")


def test_the_receipt_can_be_printed(site: str, open_page: Opens) -> None:
    page = open_page()
    page.goto(f"{site}/underret/skole/")
    fill_in(page)
    press(page, "Læs det igennem")
    press(page, "Send underretningen")
    page.emulate_media(media="print")
    expect(page.locator(".underret-code")).to_be_visible()
    expect(page.get_by_role("link", name="Skriv en underretning mere")).to_be_hidden()
