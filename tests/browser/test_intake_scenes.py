"""Does what reaches us, on a Friday or at night, give the limits it should, and none it should not?"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpensAs
from tests.browser.walk import routes

DENMARK = ZoneInfo("Europe/Copenhagen")
ASSESSED, RECEIPT, HEARING = "24-timers vurdering", "Kvittering til underretter", "Indkaldt til partshøring"
TALK, RISK, ANEW = "Samtale med barnet ved mistanke", "Risikovurdering", "Genvurdering"
MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni", "juli"),
    *("august", "september", "oktober", "november", "december"),
)
NOTHING_SPECIAL = ("mistanke_overgreb", "foraeldre_mistaenkt", "aeresrelateret")


def last(weekday: int, clock: str) -> datetime:
    """The latest such day and hour that has been, on a Danish clock; Monday is 0."""
    now = datetime.now(DENMARK)
    hour, minute = map(int, clock.split("."))
    day = (now - timedelta(days=(now.weekday() - weekday) % 7)).replace(hour=hour, minute=minute, second=0)
    return day if day < now else day - timedelta(days=7)


def write_in(page: Page, site: str, *, at: datetime | None, sender: str, child: str, said: str = "nej") -> None:
    """The five fields, what it is, and the three questions under »Flere felter«."""
    page.goto(site + routes()["nyt-ind"])
    if at:
        page.get_by_label("Dag (skal").fill(f"{at:%Y-%m-%d}")
        page.get_by_label("Klokkeslæt (skal").fill(f"{at:%H:%M}")
    page.get_by_label("Hvem kommer det fra?").select_option(sender)
    page.get_by_label("Hvad ved vi om barnet?").first.fill(child)
    page.get_by_label("Underretning", exact=True).check()
    page.locator("summary", has_text="Flere felter").click()
    for name in NOTHING_SPECIAL:
        page.locator(f"input[name={name}][value={'nej' if name == 'aeresrelateret' else said}]").check()


def save(page: Page) -> None:
    page.locator(".pejl-register-send button").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gemt. Hvad sker der nu?")


def duty(page: Page, title: str, *, child: int = 0) -> Locator:
    """One of the limits that follow for a child."""
    region = page.locator("section.pejl-child").nth(child)
    return region.locator(".pejl-duties > li").filter(has=page.locator(".pejl-duty-title", has_text=title))


def none_of(page: Page, *titles: str) -> None:
    for title in titles:
        expect(duty(page, title)).to_have_count(0)


@pytest.fixture
def guard(page_as: OpensAs) -> Page:
    """Intake, as Viggo sees it."""
    return page_as("viggo", blank=True)


def test_school_writes_on_friday_at_1550(guard: Page, site: str) -> None:
    came = last(4, "15.50")
    write_in(guard, site, at=came, sender="skole", child="dreng i 3. klasse")
    save(guard)
    expect(duty(guard, ASSESSED)).to_contain_text("lørdag den")
    expect(duty(guard, ASSESSED)).to_contain_text("kl. 15.50")
    expect(duty(guard, RECEIPT)).to_contain_text("Senest")
    expect(duty(guard, HEARING)).to_contain_text("Lokalt mål")
    none_of(guard, TALK, RISK)
    expect(guard.get_by_text("Barnets lov § 136")).to_be_visible()


def test_police_at_2310_typed_by_the_day_team(guard: Page, site: str) -> None:
    came = last(6, "23.10") if datetime.now(DENMARK).weekday() else last(6, "23.10") - timedelta(days=7)
    came -= timedelta(days=7)  # certainly more than a day and night ago
    write_in(guard, site, at=came, sender="politi", child="pige ca. 13, Havnegade")
    save(guard)
    expect(guard.get_by_text("De 24 timer er gået")).to_be_visible()
    expect(duty(guard, ASSESSED)).to_contain_text("mandag den")
    expect(duty(guard, ASSESSED)).to_contain_text("kl. 23.10")
    none_of(guard, TALK, RISK)


def test_three_siblings_in_one_letter_without_scripts(page_as: OpensAs, site: str) -> None:
    page = page_as("viggo", javascript=False, blank=True)
    write_in(page, site, at=None, sender="dagtilbud", child="storesøster, 9 år")
    for number, child in ((2, "dreng, 6 år"), (3, "den mindste")):
        page.get_by_role("button", name="Tilføj et barn mere").click()
        page.get_by_label("Hvad ved vi om barnet?").nth(number - 1).fill(child)
    assert page.get_by_label("Hvad ved vi om barnet?").first.input_value() == "storesøster, 9 år"
    save(page)
    for place in range(3):
        expect(duty(page, ASSESSED, child=place)).to_contain_text("Senest")
    expect(page.locator("section.pejl-child")).to_have_count(3)


def test_a_notification_in_a_running_placement_is_assessed_by_someone_new(page_as: OpensAs, site: str) -> None:
    page = page_as("mette", blank=True)
    write_in(page, site, at=None, sender="sundhedspleje", child="barn, der får hjælp")
    page.locator("summary", has_text="Navn, CPR og alder").click()
    helped = page.locator(".pejl-known .form-group-radio").filter(has_text="Barnet får hjælp nu")
    for part_of_a_name in "aeiosn":
        page.get_by_label("Barnets navn").fill(part_of_a_name)
        page.get_by_role("button", name="Find barnet").click()
        if helped.count():
            break
    helped.first.locator("input").check()
    save(page)
    expect(duty(page, ANEW)).to_contain_text("Barnets lov § 137, stk. 1")
    expect(page.get_by_text("som ikke har haft sagen før")).to_be_visible()
    expect(duty(page, ASSESSED)).to_contain_text("Senest")


def test_abuse_by_a_parent_is_talked_with_the_child_about_first(guard: Page, site: str) -> None:
    write_in(guard, site, at=None, sender="skole", child="pige i 6. klasse", said="ja")
    save(guard)
    expect(guard.get_by_text("Kontakt ikke forældre og netværk endnu")).to_be_visible()
    expect(duty(guard, TALK)).to_contain_text("§ 137, stk. 3-4")
    expect(duty(guard, HEARING)).to_contain_text("Venter på samtalen med barnet")
    expect(duty(guard, HEARING)).not_to_contain_text("Senest")
    guard.get_by_role("link", name="Gå til sagen").click()
    expect(guard.get_by_role("link", name="Registrér »Indkaldt til partshøring«")).to_have_count(0)


def test_an_anonymous_caller_is_owed_no_receipt(guard: Page, site: str) -> None:
    write_in(guard, site, at=None, sender="anonym", child="barn i Skolegade")
    save(guard)
    expect(duty(guard, RECEIPT)).to_contain_text("Skal ikke gøres")
    expect(duty(guard, ASSESSED)).to_contain_text("Senest")
    none_of(guard, "Tilbagemelding", TALK)


def test_a_protected_child_reaches_the_named_and_shows_nothing(page_as: OpensAs, site: str) -> None:
    named, guard = page_as("jonas", blank=True), page_as("viggo", blank=True)
    case = protected_case(named, site)
    named.goto(site + case)
    name, lead = named.get_by_role("heading", level=1).inner_text(), named.locator(".pejl-lead").first.inner_text()
    born = lead.partition("født ")[2]
    write_in(guard, site, at=None, sender="skole", child="kollegas barn")
    guard.locator("summary", has_text="Navn, CPR og alder").click()
    guard.get_by_label("Barnets navn").fill(name)
    guard.get_by_label("Født", exact=False).first.fill(danish(born))
    save(guard)
    expect(guard.locator("body")).not_to_contain_text("eskyttet")
    guard.goto(site + case)
    expect(guard.get_by_role("heading", level=1)).not_to_have_text(name)
    before = named.get_by_role("link", name="Sådan nåede det frem").count()
    named.goto(site + case)
    expect(named.get_by_role("link", name="Sådan nåede det frem")).to_have_count(before + 1)


def protected_case(page: Page, site: str) -> str:
    """The address of the case that is marked as protected on this person's list."""
    page.goto(site + routes()["sager"] + "?vis=100")
    row = page.locator("tbody tr").filter(has=page.get_by_role("img", name="Beskyttet sag"))
    return row.first.get_by_role("link").first.get_attribute("href") or ""


def danish(words: str) -> str:
    """A day in words as a day field wants it."""
    day, month, year = words.replace(".", "").split()[:3]
    return f"{year}-{MONTHS.index(month) + 1:02d}-{int(day):02d}"
