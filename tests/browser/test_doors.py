"""Who gets in where: those who lead down to the case, those who may not to the very page of what is not there?"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from pejl.web.demo.people import PASSWORD
from tests.browser.conftest import Opens, OpensAs
from tests.browser.test_scenes import ASSESSMENT, cases_in, duties, just_now, send, title_is
from tests.browser.walk import PAGES, address_of, link_on, routes, ways_on

NOWHERE = "/sag/findes-slet-ikke/"
GONE = "Siden findes ikke, eller du har ikke adgang til den."
# What is new in every answer: nobody can tell anything by it.
NEW_EACH_TIME = re.compile(r'(nonce|name="csrfmiddlewaretoken" value)="[^"]*"')
Judges = Callable[[Page], list[str]]


def answer(page: Page, address: str) -> tuple[int, str]:
    """What comes back, without what is new each time."""
    came = page.request.get(address, max_redirects=0)
    return came.status, NEW_EACH_TIME.sub("", came.text())


# --- leading --------------------------------------------------------------------------------------------------


def test_a_leader_goes_from_the_overdue_investigations_down_to_a_case(site: str, page_as: OpensAs) -> None:
    page = page_as("lars")
    page.get_by_role("navigation", name="Hovedmenu").get_by_role("link", name="Overblik").click()
    title_is(page, "Overblik")
    page.get_by_role("link", name="Undersøgelser", exact=True).click()
    title_is(page, "Undersøgelser over fire måneder")
    counted = page.get_by_role("table", name=re.compile("^Undersøgelser efter"))
    ended = counted.get_by_role("row", name=re.compile("^Afsluttet"))
    over = ended.get_by_role("link", name=re.compile("over fristen, uden foreløbig vurdering"))
    number = int(over.inner_text().split()[0])
    over.click()
    listed = page.get_by_role("table", name="Undersøgelserne").locator("tbody tr")
    assert listed.count() == number > 0
    child = listed.first.get_by_role("link")
    name = child.inner_text()
    child.click()
    title_is(page, name)


def test_a_leader_names_somebody_in_a_case_and_ends_it(site: str, page_as: OpensAs) -> None:
    page = page_as("lars")
    page.goto(cases_in(page, site=site)[1])
    page.goto(link_on(page, "sag-navngiv"))
    before = page.locator("tbody tr").count()
    page.get_by_label("Hvem?").select_option(label="Tove Nisholt (TONI)")
    page.get_by_label("Tilsynskonsulent").check()
    page.get_by_label("Hvorfor?").fill("Fører det personrettede tilsyn fra i dag.")
    send(page, "Navngiv")
    expect(page.get_by_text("Tove Nisholt er navngivet i sagen.")).to_be_visible()
    assert page.locator("tbody tr").count() == before + 1
    page.get_by_role("button", name="Afslut Tove Nisholt").last.click()
    expect(page.get_by_text("Navngivningen er afsluttet.")).to_be_visible()
    assert page.locator("tbody tr").count() == before


def test_lists_by_adviser_open_once_staff_have_been_told(site: str, page_as: OpensAs, axe: Judges) -> None:
    page = page_as("karen")
    page.goto(site + routes()["overblik-raadgivere-beslutning"])
    page.get_by_label("Hvornår blev medarbejderne informeret?").fill(f"{just_now(days=30):%Y-%m-%d}")
    page.get_by_label("Hvornår blev listerne behandlet i MED?").fill(f"{just_now(days=9):%Y-%m-%d}")
    send(page, "Registrér")
    page.goto(site + routes()["overblik-raadgivere"])
    told = page.get_by_role("main").get_by_role("heading").all_inner_texts()
    assert told.index("Hvem har brug for hjælp?") < told.index("Frister")
    names = page.get_by_role("table", name="Belastning, efter navn").locator("tbody th").all_inner_texts()
    assert len(names) > 10
    assert axe(page) == []


# --- refused --------------------------------------------------------------------------------------------------


def test_a_centre_head_is_refused_every_case_by_any_address(site: str, page_as: OpensAs) -> None:
    known: set[str] = set()
    for who, first in (("mette", "min-dag"), ("lars", "sager"), ("karen", "overblik-undersoegelser")):
        page = page_as(who)
        page.goto(site + routes()[first])
        known.update(ways_on(page))
        page.goto(link_on(page, "sag"))
        known.update(ways_on(page))
    head = page_as("henrik")
    about_cases = sorted(each for each in known if "/sag/" in each or "/sager/" in each)
    assert len(about_cases) > 100
    nowhere = answer(head, site + NOWHERE)
    assert nowhere[0] == 404
    assert GONE in nowhere[1]
    assert [each for each in about_cases if answer(head, each) != nowhere] == []
    head.goto(about_cases[0])
    title_is(head, GONE)


def test_a_centre_head_sees_totals_and_no_way_to_a_case(site: str, page_as: OpensAs) -> None:
    page = page_as("henrik")
    title_is(page, "Overblik")
    for stop in (each for each in PAGES if each.who == "henrik"):
        page.goto(site + address_of(page, site, stop))
        assert [each for each in ways_on(page) if re.search(r"/sag(er)?/", each)] == []


def test_a_protected_case_is_there_only_for_those_named(site: str, page_as: OpensAs, axe: Judges) -> None:
    page = page_as("jonas")
    page.goto(site + routes()["sager"] + "?vis=100")
    row = page.locator("tbody tr").filter(has=page.get_by_role("img", name="Beskyttet sag"))
    number = row.locator("td").first.inner_text()
    row.get_by_role("link").click()
    expect(page.get_by_role("main")).to_contain_text("Beskyttet sag")
    assert axe(page) == []
    head = page_as("karen")
    head.goto(page.url)
    head.goto(link_on(head, "sag-beskyt"))
    title_is(head, "Ophæv beskyttelsen")
    assert axe(head) == []
    for who in ("mette", "susanne"):
        other = page_as(who)
        assert answer(other, page.url) == answer(other, site + NOWHERE)
        other.goto(site + routes()["sager"])
        other.get_by_label("Navn, sagsnummer eller CPR-nummer").fill(number)
        send(other, "Søg")
        expect(other.get_by_role("main")).to_contain_text("Ingen af dine sager passer")


def test_the_duty_officer_opens_a_case_with_a_reason_and_its_leader_reviews_that(
    site: str, page_as: OpensAs, axe: Judges
) -> None:
    leader = page_as("lars")
    leader.goto(site + routes()["sager"] + "?afsluttede=1")
    number = leader.locator("tbody tr td").first.inner_text().split()[0]
    page = page_as("viggo")
    ask_to_open(page, site, "NO-FINDES-IKKE", "Skolen ringer og er bekymret for barnet nu.")
    expect(page.get_by_role("alert")).to_be_visible()
    assert axe(page) == []
    reason = "Politiet står med barnet og spørger, hvem der har sagen."
    ask_to_open(page, site, number, reason)
    expect(page.get_by_text("Du har åbnet sagen med begrundelse")).to_be_visible()
    leader.goto(site + routes()["nye-aabninger"])
    opened = leader.get_by_role("listitem").filter(has_text=reason)
    expect(opened).to_contain_text("Viggo Damhede")
    opened.get_by_role("button", name="I orden").click()
    expect(leader.get_by_text("Åbningen er gennemset.")).to_be_visible()
    expect(leader.get_by_role("row").filter(has_text=reason)).to_contain_text("I orden")


def ask_to_open(page: Page, site: str, number: str, reason: str) -> None:
    """Fill in the form for opening a case that is somebody else's."""
    page.goto(site + routes()["aabn-med-begrundelse"])
    page.get_by_label("Sagsnummer").fill(number)
    page.get_by_label("Hvorfor skal du se sagen nu?").fill(reason)
    send(page, "Åbn sagen")


# --- in and out -----------------------------------------------------------------------------------------------


def test_wrong_passwords_lock_the_door_for_a_while(site: str, open_page: Opens, axe: Judges) -> None:
    page = open_page()
    page.goto(site)
    for tries in range(12):
        if page.get_by_role("heading", name="Vent et kvarter").count():
            break
        if tries:
            expect(page.get_by_role("alert")).to_contain_text("Brugernavn eller adgangskode er ikke rigtig.")
        page.get_by_label("Brugernavn").fill("en-der-ikke-findes")
        page.get_by_label("Adgangskode").fill("gæt")
        send(page, "Log ind")
        page.wait_for_load_state()
    title_is(page, "Vent et kvarter, før du prøver igen")
    assert axe(page) == []
    # The same for whoever types the right one now; others get in.
    page.get_by_role("link", name="Tilbage til log ind").click()
    page.get_by_role("button", name="Henrik Aabymark").click()
    title_is(page, "Overblik")


def test_one_signs_out_and_is_out(site: str, open_page: Opens) -> None:
    page = open_page(javascript=False)
    page.goto(site)
    page.get_by_role("button", name="Tove Nisholt").click()
    title_is(page, "Min dag")
    page.locator("details.pejl-person summary").click()
    send(page, "Log ud")
    expect(page.get_by_text("Du er logget ud.")).to_be_visible()
    page.goto(site + routes()["min-dag"])
    title_is(page, "Log ind")


def test_a_part_asked_for_after_the_login_ended_gives_the_whole_login_page(site: str, page_as: OpensAs) -> None:
    page = page_as("mette")
    page.context.clear_cookies()
    duties(page, ASSESSMENT).first.locator("summary").click()
    title_is(page, "Log ind")
    page.get_by_label("Brugernavn").fill("mette")
    page.get_by_label("Adgangskode").fill(PASSWORD)
    send(page, "Log ind")
    expect(page.get_by_role("main")).to_contain_text("Kilde:")


@pytest.mark.parametrize("width", [390, 1280])
def test_what_is_not_there_is_told_kindly(site: str, page_as: OpensAs, axe: Judges, width: int) -> None:
    page = page_as("mette", width)
    page.goto(site + NOWHERE)
    title_is(page, GONE)
    assert axe(page) == []
    page.get_by_role("link", name="Gå til forsiden").click()
    title_is(page, "Min dag")
