"""Does the red thread hold: read the strategy, see how an effect goes, judge it, decide a version of it?"""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import OpensAs
from tests.browser.test_scenes import send, title_is
from tests.browser.walk import routes

EFFECT = "Forældre ved, hvad der sker, og hvorfor det tager tid"
JUDGED = "Forældrene fortæller, at de stadig venter uden at vide hvorfor."


# --- the strategy -------------------------------------------------------------------------------------------------


def test_a_leader_reads_the_strategy_and_judges_an_effect(page_as: OpensAs, site: str) -> None:
    page = page_as("karen", blank=True)
    page.goto(site + routes()["plan"])
    title_is(page, re.compile("Nordbys strategi for børn og familier"))
    page.get_by_role("link", name="Hjælp i tide").first.click()
    title_is(page, "Hjælp i tide")
    effect = page.get_by_role("article").filter(has_text=EFFECT)
    expect(effect).to_contain_text("Ikke vurderet endnu.")
    effect.get_by_role("link", name="Skriv en vurdering").click()
    title_is(page, "Ny vurdering af effekten")
    page.get_by_label("Vurdering").select_option(label="Ikke nået")
    page.get_by_label("Begrundelse").fill(JUDGED)
    page.get_by_label("Dag").fill("2026-01-15")
    send(page, "Gem")
    title_is(page, "Hjælp i tide")
    expect(effect).to_contain_text("Ikke nået")
    expect(effect).to_contain_text(JUDGED)
    expect(effect).to_contain_text("Karen Ørsholt")


def test_an_adviser_sees_what_nobody_can_see_yet_and_why_the_order_was_changed(page_as: OpensAs, site: str) -> None:
    page = page_as("mette", 390, javascript=False, blank=True)
    page.goto(site + routes()["plan"])
    page.get_by_role("link", name="1 effekt kan ingen se endnu").click()
    title_is(page, "Alle effekter")
    expect(page.get_by_role("main")).to_contain_text("Rådgivere går hjem med ro i maven")
    expect(page.get_by_role("link", name="Skriv, hvad den ses ved")).to_have_count(0)
    page.goto(site + routes()["plan"])
    page.get_by_role("link", name="Ændrede prioriteringer").click()
    title_is(page, "Ændrede prioriteringer")
    expect(page.get_by_role("main")).to_contain_text("så kræfterne flyttes til børnesamtalen")


def test_the_head_of_the_centre_decides_a_version_that_stays(page_as: OpensAs, site: str) -> None:
    page = page_as("henrik", blank=True)
    page.goto(site + routes()["plan"])
    page.get_by_role("link", name="Beslut en udgave").click()
    title_is(page, "Beslut en udgave")
    page.get_by_label("Hvem har besluttet den?").fill("Børne- og Ungeudvalget")
    page.get_by_label("Hvorfor en udgave nu?").fill("Udvalget har drøftet strategien og tilsluttet sig den igen.")
    send(page, "Beslut udgaven")
    title_is(page, re.compile(r"Udgave \d"))
    expect(page.get_by_role("main")).to_contain_text("Vi hjælper i tide, sammen med barnet")
    page.goto(site + routes()["plan"])
    expect(page.get_by_role("main")).to_contain_text("Udvalget har drøftet strategien")
