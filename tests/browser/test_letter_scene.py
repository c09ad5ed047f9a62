"""Can a letter be written, read through, sent once and fetched again, with scripts and without?"""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpensAs
from tests.browser.test_scenes import WITH_AND_WITHOUT_SCRIPTS, Judges, title_is

HARD = "Undersøgelsesperioden fastsættes efterfølgende af forvaltningsmyndigheden."


def opened_from_a_case(page: Page, letter: str) -> None:
    """From the person's list to a case, and on to a new letter there."""
    page.get_by_role("link", name="Sager", exact=True).first.click()
    page.locator("main tbody a[href^='/sag/']").first.click()
    page.get_by_role("link", name="Skriv brev").click()
    page.get_by_role("link", name=letter, exact=True).click()
    title_is(page, letter)


def fill_open_places(page: Page) -> None:
    """Write something in each open place, as a person would."""
    field = page.get_by_label(re.compile("^Brevet"))
    field.fill(re.sub(r"\[skriv: [^\]]+\]", "det, vi aftalte", field.input_value()))


@WITH_AND_WITHOUT_SCRIPTS
def test_a_letter_is_written_and_kept_as_sent(page_as: OpensAs, axe: Judges, *, javascript: bool) -> None:
    page = page_as("mette", javascript=javascript)
    opened_from_a_case(page, "Underretning til tilflytningskommunen")
    page.get_by_role("button", name="Registrér som sendt").click()
    expect(page.get_by_role("main")).to_contain_text("Der mangler: ")

    page.get_by_label(re.compile("^Til")).fill("Sydby Kommune" if javascript else "Østby Kommune")
    fill_open_places(page)
    field = page.get_by_label(re.compile("^Brevet"))
    words = f"{HARD}\n\n{field.input_value()}"
    field.fill(words)
    if not javascript:
        page.get_by_role("button", name="Se, hvor svær den er").click()
        assert page.get_by_label(re.compile("^Brevet")).input_value().strip() == words.strip(), "no word is lost"
    expect(page.locator("#lix")).to_contain_text(f"Sværeste sætning: »{HARD}«")
    if javascript:
        assert axe(page) == []

    page.get_by_role("button", name="Registrér som sendt").click()
    expect(page.get_by_role("main")).to_contain_text("Pejl sender ikke post")
    expect(page.locator(".pejl-letter")).to_contain_text(HARD)
    with page.expect_download() as fetched:
        page.get_by_role("link", name="Hent som PDF").click()
    assert re.fullmatch(r"brev-\d{4}-\d{2}-\d{2}\.pdf", fetched.value.suggested_filename)
    assert fetched.value.path().read_bytes().startswith(b"%PDF-")
