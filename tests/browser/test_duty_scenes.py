"""Does an evening on duty reach the day team, and can a team leader give and hand over cases? In a real browser."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpensAs
from tests.browser.test_scenes import fill_in_time, just_now, send, title_is
from tests.browser.walk import routes

TOLD = "pige ca. 12, Kirkestræde"
NOTE = "Hun sover hos en veninde i nat. Ring til skolens leder kl. 8."


def clock(page: Page) -> Locator:
    """The line of the child on the page of the duty."""
    return page.locator("li.pejl-clock").filter(has_text=TOLD)


def test_an_evening_on_duty_is_handed_over_and_read_by_the_day_team(page_as: OpensAs, site: str) -> None:
    night = page_as("viggo")
    night.goto(site + routes()["nyt-ind"])
    night.get_by_label("Hvad ved vi om barnet?").fill(TOLD)
    reached = just_now(minutes=23)
    night.locator("[name=dag]").fill(f"{reached:%Y-%m-%d}")
    night.locator("[name=klokken]").fill(f"{reached:%H:%M}")
    night.locator("[name=afsender]").select_option("skole")
    night.locator("[name=type][value=underretning_modtaget]").check(force=True)
    night.locator("main button[name=goer][value=gem]").last.click()
    night.wait_for_load_state()

    night.goto(site + routes()["vagt"])
    expect(clock(night)).to_contain_text("23 timer og")
    expect(clock(night)).to_contain_text("Skole eller andet uddannelsessted")
    clock(night).get_by_role("link", name="Registrér vurderingen").click()
    title_is(night, "24-timers vurdering")
    fill_in_time(night, just_now())
    send(night, "Registrér")
    title_is(night, "Vagt")
    expect(clock(night)).to_have_count(0)

    row = night.get_by_role("row").filter(has_text=TOLD)
    expect(row).to_contain_text("Vurderet")
    row.get_by_role("link", name="Overdrag").click()
    title_is(night, "Overdragelse til den næste")
    night.get_by_label("Det skal den næste vide").fill(NOTE)
    send(night, "Overdrag")
    expect(night.get_by_role("region", name="Overdraget, ikke læst endnu")).to_contain_text(NOTE)

    day = page_as("mette")
    waiting = day.get_by_role("region", name=re.compile("^Overdraget fra vagten"))
    waiting.get_by_role("link", name=TOLD).click()
    expect(day.get_by_role("main")).to_contain_text(NOTE)
    send(day, "Jeg har læst det")
    expect(day.get_by_role("main")).not_to_contain_text(NOTE)
    day.goto(site + routes()["min-dag"])
    expect(waiting.get_by_role("link", name=TOLD)).to_have_count(0)
    night.goto(site + routes()["vagt"])
    expect(night.get_by_role("main")).not_to_contain_text(NOTE)


def test_a_team_leader_gives_three_cases_away_and_hands_one_over(page_as: OpensAs, site: str) -> None:
    page = page_as("lars")
    page.goto(site + routes()["fordeling"])
    found = page.get_by_role("region", name=re.compile("^Nye og uden rådgiver"))
    ticks = found.get_by_role("checkbox")
    before = ticks.count()
    assert before >= 3
    for number in range(3):
        ticks.nth(number).check()
    told = [
        each.strip()
        for each in page.get_by_label("Hvem skal have de valgte sager?").locator("option").all_inner_texts()
    ]
    nord = [each for each in told if each.endswith("Team Nord") and "Mette" not in each]
    page.get_by_label("Hvem skal have de valgte sager?").select_option(label=nord[0])
    send(page, "Giv de valgte sager videre")
    expect(page.get_by_text(f"3 sager er givet til {nord[0].partition(' (')[0]}.")).to_be_visible()
    expect(ticks).to_have_count(before - 3)

    giver = re.search(r"\((\w+)\)", nord[0])
    assert giver
    page.get_by_label("Overdrag fra en rådgiver").select_option(giver[1])
    send(page, "Vis sagerne")
    held = page.get_by_role("region", name=re.compile("^Sager hos"))
    case = held.get_by_role("rowheader").first.get_by_role("link")
    child, address = case.inner_text(), case.get_attribute("href")
    held.get_by_role("checkbox").first.check()
    page.get_by_label("Hvem skal have de valgte sager?").select_option(label=nord[1])
    send(page, "Giv de valgte sager videre")
    expect(page.get_by_role("main")).to_contain_text("Vælg, hvorfor den skal skifte rådgiver.")
    page.get_by_label("Hvorfor skifter sagen rådgiver?").select_option("omorganisering")
    page.get_by_label("Det skal den nye rådgiver vide").fill("Skolen kender aftalen om fredag.")
    send(page, "Giv de valgte sager videre")
    expect(page.get_by_text(f"1 sag er givet til {nord[1].partition(' (')[0]}.")).to_be_visible()
    page.goto(f"{site}{address}")
    title_is(page, child)
    expect(page.get_by_role("main")).to_contain_text(nord[1].partition(" (")[0])
    expect(page.get_by_role("main")).to_contain_text("Skolen kender aftalen om fredag.")
