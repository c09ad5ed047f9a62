"""Can a half-year status go from draft to everybody: comment missing, sent, approved by another, released, printed?"""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import Opens, OpensAs
from tests.browser.test_scenes import title_is
from tests.browser.walk import routes

Judges = Callable[[Page], list[str]]
TITLE = "Status til udvalget fra Team Nord"
COMMENT = "Vi når det meste til tiden. Tallene siger ikke, hvad hjælpen betød for børnene."


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()
    page.wait_for_load_state()


def test_a_status_goes_from_draft_to_everybody(page_as: OpensAs, open_page: Opens, axe: Judges, site: str) -> None:
    lars = page_as("lars", blank=True)
    lars.goto(site + routes()["papir-nyt"])
    lars.locator("[name=skabelon]").select_option("halvaarsstatus")
    lars.get_by_label("Titel").fill(TITLE)
    lars.locator("[name=enhed]").select_option(label="Team Nord")
    lars.get_by_label("Hvem skal have papiret?").fill("Børne- og Ungeudvalget")
    press(lars, "Hent og begynd")
    title_is(lars, TITLE)
    address = lars.url
    # The log and the figures are there already; nobody typed them.
    expect(lars.get_by_role("heading", name="Siden sidst", exact=True).first).to_be_visible()
    expect(lars.locator(".pejl-paper-drawn figure").first).to_be_visible()

    press(lars, "Gem, og send til godkendelse")
    expect(lars.get_by_role("alert")).to_contain_text("Der mangler tekst i: »Tallene«.")
    assert axe(lars) == []
    lars.get_by_label(re.compile("^Faglig kommentar til »Tallene«")).fill(COMMENT)
    press(lars, "Gem, og send til godkendelse")
    expect(lars.get_by_role("main")).to_contain_text("Papiret er sendt til godkendelse.")
    expect(lars.get_by_role("button", name="Godkend papiret")).to_have_count(0)

    henrik = page_as("henrik", blank=True)
    henrik.goto(address)
    press(henrik, "Godkend papiret")
    expect(henrik.get_by_role("main")).to_contain_text("Udgave 1 er godkendt.")
    press(henrik, "Frigiv til alle")
    expect(henrik.get_by_role("main")).to_contain_text("Alle kan læse den uden at logge ind.")

    everybody = open_page(390)
    everybody.goto(site + routes()["offentligt"])
    everybody.get_by_role("link", name=TITLE).click()
    title_is(everybody, TITLE)
    expect(everybody.get_by_role("main")).to_contain_text(COMMENT)
    expect(everybody.locator("body")).not_to_contain_text("Lars Brinkager")
    expect(everybody.locator("body")).not_to_contain_text("Henrik Aabymark")
    assert axe(everybody) == []
    assert everybody.evaluate("document.documentElement.scrollWidth") <= 390
    file = everybody.request.get(everybody.url + "pdf/")
    paper = PdfReader(BytesIO(file.body()))
    root: Any = paper.trailer["/Root"]
    assert (root["/Lang"], paper.metadata.title if paper.metadata else "") == ("da", TITLE)
    assert root["/MarkInfo"]["/Marked"]
    words = " ".join("".join(each.extract_text() for each in paper.pages).split())
    assert "Faglig kommentar" in words
    assert "Udgave 1" in words
