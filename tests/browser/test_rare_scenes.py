"""Does what seldom happens go as it should: twins are born, a family moves, a case is opened again, consent is gone?"""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpensAs
from tests.browser.test_scenes import DENMARK, answer_what_is_asked, send, title_is
from tests.browser.walk import link_on, routes

# What the demo holds for each of these scenes (``pejl.web.demo.rare``).
UNBORN = "SIM-VENTET"


def today() -> str:
    """As a day field wants it; asked when it is needed, for midnight may pass while the tests run."""
    return f"{datetime.now(DENMARK):%Y-%m-%d}"


def case_with(page: Page, site: str, notice: str) -> str:
    """The address of the first of Mette's cases whose page tells this."""
    page.goto(f"{site}{routes()['sager']}?vis=100")
    found = page.locator("main a[href*='/sag/']").evaluate_all("each => each.map((one) => one.href)")
    for address in dict.fromkeys(each for each in found if len(urlsplit(each).path.split("/")) == 4):
        if notice in page.request.get(address).text():
            return str(address)
    raise AssertionError(f"none of the cases tells »{notice}«")


def by_number(page: Page, site: str, number: str) -> str:
    """The address of the case with this number."""
    page.goto(f"{site}{routes()['sager']}?vis=100")
    row = page.locator("tr", has_text=number)
    return str(row.locator("a[href*='/sag/']").first.evaluate("one => one.href"))


def test_an_expected_child_turns_out_to_be_two(page_as: OpensAs, site: str) -> None:
    page = page_as("mette")
    page.goto(by_number(page, site, UNBORN))
    mother = page.get_by_role("heading", level=1).inner_text()
    expect(page.get_by_text("Barnet er ikke født endnu").first).to_be_visible()
    page.get_by_role("link", name="Skriv, at barnet er født").click()
    title_is(page, "Barnet er født")
    page.get_by_label("Dag (skal").fill(today())
    page.get_by_label("Tvillinger").check(force=True)
    page.get_by_label("Navn på barn 1").fill("Alma Prøve")
    page.get_by_role("button", name="Gem").click()
    title_is(page, "Alma Prøve")
    expect(page.get_by_text("Der er oprettet en sag mere.")).to_be_visible()
    expect(page.get_by_role("row", name=mother)).to_contain_text("Har forældremyndighed")
    limits = page.locator(".pejl-duty-title").all_inner_texts()
    assert limits
    page.get_by_role("link", name=f"Nyfødt 2, barn af {mother}").click()
    title_is(page, f"Nyfødt 2, barn af {mother}")
    assert page.locator(".pejl-duty-title").all_inner_texts() == limits
    expect(page.get_by_role("link", name="Alma Prøve")).to_be_visible()


def test_a_family_moves_and_the_new_municipality_is_still_to_be_told(page_as: OpensAs, site: str) -> None:
    page = page_as("jonas")
    page.goto(site + routes()["sager"])
    page.goto(link_on(page, "sag"))
    page.get_by_role("link", name="Familien er flyttet til en anden kommune").click()
    title_is(page, "Flyttet til en anden kommune")
    page.get_by_label("Dagen, familien flyttede").fill(today())
    page.get_by_label("Til hvilken kommune").fill("Sundby")
    page.get_by_role("radio", name="Ja").check(force=True)
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_text("Tilflytningskommunen skal underrettes.")).to_be_visible()
    here = page.url
    page.goto(site + routes()["min-dag"])
    expect(page.get_by_text("Underretning til tilflytningskommunen").first).to_be_visible()
    page.goto(here)
    page.get_by_role("link", name="Registrér »Underretning til tilflytningskommunen«").first.click()
    page.get_by_label("Dag (skal").fill(today())
    page.get_by_role("button", name="Registrér", exact=True).click()
    expect(page.get_by_text("er nu: overholdt")).to_be_visible()


def test_a_worry_about_a_closed_case_opens_it_again(page_as: OpensAs, site: str) -> None:
    page = page_as("mette")
    page.goto(f"{site}{routes()['min-dag']}?gruppe=afsluttede-sager")
    page.locator(".pejl-duty-child a").first.click()
    page.get_by_role("link", name="Se, hvad der vender tilbage, og genåbn sagen").click()
    title_is(page, "Genåbn sagen")
    expect(page.get_by_role("main")).to_contain_text("24-timers vurdering")
    page.get_by_label("Hvorfor åbnes sagen igen?").fill("Der er kommet en ny underretning fra skolen.")
    page.get_by_role("button", name="Genåbn sagen").click()
    expect(page.get_by_text("Sagen er åben igen.")).to_be_visible()
    expect(page.locator(".pejl-marks")).not_to_contain_text("Afsluttet")


def test_a_fifteenth_birthday_is_told_ahead_with_its_law(page_as: OpensAs) -> None:
    page = page_as("mette")
    ahead = page.locator("section", has=page.get_by_role("heading", name="Fødselsdage, der betyder noget"))
    line = ahead.get_by_role("listitem").filter(has_text="Fylder 15 år").first
    expect(line).to_contain_text("Den unge skal selv samtykke")
    line.get_by_role("link").click()
    ages = page.locator("section", has=page.get_by_role("heading", name="Det, der følger af alderen"))
    ages.locator("summary").first.click()
    expect(ages).to_contain_text("Barnets lov § 46, stk. 1-2")
    expect(ages).to_contain_text("Det er ikke frister, Pejl tæller.")


def test_consent_is_taken_back_and_the_committee_decides(page_as: OpensAs, site: str) -> None:
    page = page_as("mette")
    page.goto(case_with(page, site, "Samtykket til anbringelsen er trukket tilbage"))
    notice = page.locator(".alert", has_text="Samtykket til anbringelsen er trukket tilbage")
    expect(notice).to_contain_text("Barnets lov §§ 47, 51 og 91, stk. 2, 3. pkt.")
    notice.get_by_role("link", name="Registrér udvalgets afgørelse").click()
    title_is(page, "Afgørelse i børne- og ungeudvalget")
    page.get_by_label("Dag (skal").fill(today())
    page.get_by_label("Paragraf").fill("§ 47")
    placement = page.get_by_label("Anbringelsen efter").first
    if placement.count():
        placement.check(force=True)
    else:
        page.get_by_label("Hvad hører det til?").select_option(index=2)
    # What the committee decided on; and, where something should have come first, why it did not: never refused.
    answer_what_is_asked(page)
    send(page, "Registrér")
    expect(page.get_by_text("er registreret.")).to_be_visible()
    expect(notice).to_have_count(0)
    expect(page.get_by_role("main")).to_contain_text("efter § 47 (før §")


def test_a_child_asks_for_another_adviser_and_gets_an_answer(page_as: OpensAs, site: str) -> None:
    leader = page_as("lars")
    leader.goto(site + routes()["fordeling"])
    wishes = leader.locator("section", has=leader.get_by_role("heading", name="Børn, der beder om en anden rådgiver"))
    wishes.get_by_role("link").first.click()
    title_is(leader, "En anden rådgiver")
    expect(leader.get_by_role("main")).to_contain_text("Må jeg få en anden at tale med?")
    leader.get_by_role("radio", name="Ja").check(force=True)
    leader.get_by_label("Rådgiver, der får sagen").select_option(index=1)
    leader.get_by_label("Begrundelse").fill("Du har bedt om det, og det er vigtigt, at du kan tale trygt.")
    leader.get_by_label("Dagen, barnet fik svaret").fill(today())
    leader.get_by_label("Det, barnet fik at vide").fill("Du får en ny rådgiver fra i dag.")
    leader.get_by_role("button", name="Gem svaret").click()
    expect(leader.get_by_text("Svaret er skrevet.")).to_be_visible()
    expect(leader.get_by_role("main")).to_contain_text("barnet eller familien bad om det")
