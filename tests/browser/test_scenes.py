"""Does the day's work go as it should: see what to do, do it, put it right, look somebody up?"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import islice
from urllib.parse import unquote_plus, urlsplit
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpensAs
from tests.browser.walk import link_on, routes, ways_on

DENMARK = ZoneInfo("Europe/Copenhagen")
ASSESSMENT = "24-timers vurdering"
WITH_AND_WITHOUT_SCRIPTS = pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
Judges = Callable[[Page], list[str]]


def just_now(*, days: int = 0, minutes: int = 3) -> datetime:
    """Some minutes ago on a Danish clock, or so many days more: the future is refused.

    Counted in UTC, so that it is never in the hour that is left out in spring.
    """
    return (datetime.now(UTC) - timedelta(days=days, minutes=minutes)).astimezone(DENMARK)


def send(page: Page, button: str) -> None:
    """Click the button that sends the form, and wait for all of the answer."""
    page.get_by_role("button", name=button, exact=True).click()
    page.wait_for_load_state()


def title_is(page: Page, text: str | re.Pattern[str]) -> None:
    """The page has come whose main heading this is, and all of it: what stands on it can be counted."""
    expect(page.get_by_role("heading", level=1)).to_have_text(text)
    page.wait_for_load_state()


def fill_in_time(page: Page, at: datetime) -> None:
    """The day and the hour; neither is ever preset."""
    day, clock = page.get_by_label("Dag (skal"), page.get_by_label("Klokkeslæt (")
    assert (day.input_value(), clock.input_value()) == ("", "")
    day.fill(f"{at:%Y-%m-%d}")
    clock.fill(f"{at:%H:%M}")


def duties(page: Page, title: str, heading: str = "") -> Locator:
    """The lines of Min dag about one duty, under one of its headings."""
    within = page.get_by_role("region", name=re.compile(f"^{heading}")) if heading else page.get_by_role("main")
    return within.locator("li.pejl-duty").filter(has=page.get_by_text(title, exact=True))


_LISTS: dict[str, list[str]] = {}


def cases_in(page: Page, *, site: str) -> list[str]:
    """The addresses of the cases on a person's list as it was first seen: registering changes its order."""
    who = next(str(each.get("value")) for each in page.context.cookies(site) if each.get("name") == "sessionid")
    if who not in _LISTS:
        page.goto(site + routes()["sager"])
        pattern = re.compile(r"/sag/[^/]+/")
        found = (each for each in ways_on(page) if pattern.fullmatch(urlsplit(each).path))
        _LISTS[who] = list(dict.fromkeys(found))
    return _LISTS[who]


def events(page: Page, label: str) -> Locator:
    """The entries of one kind in a case's timeline."""
    return page.locator("li.pejl-event").filter(has=page.locator(".pejl-event-label", has_text=label))


def on_day(page: Page, label: str, at: datetime) -> Locator:
    """Those of them that tell of one day."""
    return events(page, label).filter(has=page.locator(f"time[datetime^='{at:%Y-%m-%d}']"))


def free_days(page: Page, label: str, number: int) -> list[datetime]:
    """The latest days before today of which the case tells nothing of the kind, whatever other scenes have written."""
    lately = (just_now(days=days) for days in range(1, 60))
    return list(islice((at for at in lately if not on_day(page, label, at).count()), number))


def register(page: Page, case: str, kind: str, at: datetime) -> None:
    """Register something that happened in a case, from the case's own page."""
    page.goto(case)
    page.goto(link_on(page, "registrer-vaelg"))
    page.get_by_role("main").get_by_role("link", name=kind, exact=True).last.click()
    title_is(page, kind)
    fill_in_time(page, at)


# --- Min dag --------------------------------------------------------------------------------------------------


@WITH_AND_WITHOUT_SCRIPTS
def test_a_missing_assessment_is_registered_and_leaves_the_day(page_as: OpensAs, *, javascript: bool) -> None:
    page = page_as("mette", javascript=javascript)
    late = duties(page, ASSESSMENT, "Overskredet")
    before, child = late.count(), late.first.locator(".pejl-duty-child a").inner_text()
    mine = late.filter(has_text=child).count()
    late.first.get_by_role("link", name="Registrér").click()
    title_is(page, ASSESSMENT)
    fill_in_time(page, just_now())
    send(page, "Registrér")
    title_is(page, "Min dag")
    expect(page.get_by_text(f"»{ASSESSMENT}« er registreret.")).to_be_visible()
    assert (late.count(), late.filter(has_text=child).count()) == (before - 1, mine - 1)


def test_the_reasons_for_a_date_open_in_place(page_as: OpensAs) -> None:
    page = page_as("mette")
    line = duties(page, ASSESSMENT).first
    line.locator("summary").click()
    expect(line.get_by_role("list")).to_contain_text("24 timer")
    expect(line).to_contain_text("Kilde:")
    assert urlsplit(page.url).path == routes()["min-dag"]


def test_the_reasons_for_a_date_have_a_page_without_scripts(page_as: OpensAs) -> None:
    page = page_as("mette", javascript=False)
    line = duties(page, ASSESSMENT).first
    line.locator("summary").click()
    line.get_by_role("link", name="Vis trinene bag datoen").click()
    title_is(page, ASSESSMENT)
    expect(page.get_by_role("main")).to_contain_text("Kilde:")


def test_the_day_can_be_worked_with_the_keyboard_alone(page_as: OpensAs) -> None:
    page = page_as("jonas")
    before = duties(page, ASSESSMENT).count()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Gå til sidens indhold")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    tab_to(page, f"Registrér det, der opfylder »{ASSESSMENT}«")
    page.keyboard.press("Enter")
    title_is(page, ASSESSMENT)
    at = just_now()
    tab_to(page, "Dag (")
    type_one_of(page, "%d%m%Y", "%m%d%Y", at=at, gives="%Y-%m-%d")
    tab_to(page, "Klokkeslæt (")
    type_one_of(page, "%H%M", "%I%M%p", at=at, gives="%H:%M")
    page.keyboard.press("Enter")
    title_is(page, "Min dag")
    assert duties(page, ASSESSMENT).count() == before - 1


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what has this name has the focus; what has it is always seen to."""
    told = """() => {
        const here = document.activeElement, label = here.labels && here.labels[0];
        return (label || here).textContent.trim().replace(/\\s+/g, " ");
    }"""
    seen = []
    for _ in range(250):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(told))
        if seen[-1].startswith(name):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", f"nobody can see that {name} has the focus"
            return
    raise AssertionError(f"cannot reach {name!r} with the Tab key; it went to {seen}")


def type_one_of(page: Page, *ways: str, at: datetime, gives: str) -> None:
    """Type a day or an hour as this browser's language wants it: Danish if it speaks that, else English."""
    for way in ways:
        page.keyboard.type(at.strftime(way))
        if page.evaluate("document.activeElement.value") == at.strftime(gives):
            return
        for _ in range(3):
            page.keyboard.press("ArrowLeft")
    raise AssertionError(f"cannot type {at.strftime(gives)}")


# --- a case ---------------------------------------------------------------------------------------------------


def test_a_double_click_and_a_step_back_register_once(site: str, page_as: OpensAs, axe: Judges) -> None:
    page = page_as("mette")
    case = cases_in(page, site=site)[1]
    kind = "Anden direkte kontakt med barnet"
    page.goto(case)
    (at,) = free_days(page, kind, 1)
    before = events(page, kind).count()
    register(page, case, kind, at)
    page.get_by_role("button", name="Registrér", exact=True).dblclick()
    page.wait_for_url(case)
    page.go_back()
    fill_in_time(page, at)
    send(page, "Registrér")
    expect(page.get_by_role("main")).to_contain_text("står allerede i sagen")
    assert axe(page) == []
    page.goto(case)
    assert events(page, kind).count() == before + 1


@WITH_AND_WITHOUT_SCRIPTS
def test_an_event_is_corrected_with_a_reason(site: str, page_as: OpensAs, *, javascript: bool) -> None:
    page = page_as("mette", javascript=javascript)
    case = cases_in(page, site=site)[2 if javascript else 3]
    kind = "Samtale med barnet"
    page.goto(case)
    before, struck = events(page, kind).count(), events(page, kind).locator("s").count()
    wrong, right = free_days(page, kind, 2)
    register(page, case, kind, wrong)
    answer_what_is_asked(page)
    send(page, "Registrér")
    on_day(page, kind, wrong).get_by_role("link", name="Ret", exact=False).first.click()
    title_is(page, "Ret en registrering")
    send(page, "Gem rettelsen")
    problems = page.get_by_role("alert")
    expect(problems).to_contain_text("Hvorfor rettes det? Skriv kort, hvorfor det rettes")
    problems.get_by_role("link", name="Hvorfor rettes det?").click()
    expect(page.get_by_label("Hvorfor rettes det?")).to_be_focused()
    page.get_by_label("Hvorfor rettes det?").fill("Forkert dag")
    page.get_by_label("Dag (skal").fill(f"{right:%Y-%m-%d}")
    send(page, "Gem rettelsen")
    expect(page.get_by_text(f"»{kind}« er rettet.")).to_be_visible()
    assert events(page, kind).count() == before + 2
    assert events(page, kind).locator("s").count() == struck + 1
    why = on_day(page, kind, wrong).filter(has=page.locator("s")).locator("details")
    why.locator("summary").click()
    expect(why).to_contain_text("Forkert dag")


def answer_what_is_asked(page: Page) -> None:
    """No to whatever must be answered with yes or no, and the first choice elsewhere."""
    for group in page.locator("main form fieldset:visible").filter(has=page.get_by_label("Nej", exact=True)).all():
        group.get_by_label("Nej", exact=True).check()
    for select in page.locator("main form select[required]:visible").all():
        select.select_option(index=1)
    for group in page.locator("main form fieldset:visible").filter(has=page.locator("[required][type=radio]")).all():
        if not group.locator(":checked").count():
            group.get_by_role("radio").last.check()


def test_what_stands_on_the_wrong_child_is_moved(site: str, page_as: OpensAs, axe: Judges) -> None:
    page = page_as("mette")
    wrong, right = cases_in(page, site=site)[4:6]
    kind = "Anden direkte kontakt med barnet"
    page.goto(right)
    before, number = events(page, kind).count(), page.locator(".pejl-number-text").first.inner_text()
    page.goto(wrong)
    (at,) = free_days(page, kind, 1)
    register(page, wrong, kind, at)
    answer_what_is_asked(page)
    send(page, "Registrér")
    on_day(page, kind, at).get_by_role("link", name="Forkert barn?").click()
    title_is(page, "Registreret på forkert barn")
    page.get_by_label("Det rigtige barns sagsnummer eller navn").fill(number)
    send(page, "Søg")
    assert axe(page) == []
    page.get_by_role("button", name="Vælg").click()
    title_is(page, "Flyt til det rigtige barn")
    assert axe(page) == []
    answer_what_is_asked(page)
    send(page, "Flyt")
    expect(page.get_by_text("Det er flyttet hertil.")).to_be_visible()
    assert events(page, kind).count() == before + 1
    page.goto(wrong)
    expect(page.get_by_text("noget blev registreret på forkert barn").first).to_be_visible()
    expect(page.get_by_role("main")).not_to_contain_text(number)


@WITH_AND_WITHOUT_SCRIPTS
def test_a_cpr_number_is_shown_when_asked_for(site: str, page_as: OpensAs, *, javascript: bool) -> None:
    page = page_as("mette", javascript=javascript)
    number = re.compile(r"\d{6}-?\d{4}")
    page.goto(cases_in(page, site=site)[0])
    expect(page.get_by_role("main")).not_to_contain_text(number)
    page.get_by_role("button", name="Vis CPR-nummer").click()
    expect(page.get_by_role("main")).to_contain_text(number)
    assert ("cpr" in page.url) is not javascript


def test_a_case_number_is_copied(site: str, page_as: OpensAs) -> None:
    page = page_as("mette")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(cases_in(page, site=site)[0])
    page.get_by_role("button", name="Kopiér").first.click()
    expect(page.get_by_role("button", name="Kopieret").first).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(".pejl-number-text").first.inner_text()


def test_on_paper_there_is_no_menu_and_nothing_to_press(site: str, page_as: OpensAs) -> None:
    page = page_as("mette")
    for address in (site, cases_in(page, site=site)[0]):
        page.goto(address)
        expect(page.get_by_role("navigation", name="Hovedmenu").first).to_be_visible()
        page.emulate_media(media="print")
        for gone in (page.get_by_role("navigation", name="Hovedmenu"), page.get_by_text("Mette Lindevang").first):
            expect(gone.first).to_be_hidden()
        assert page.locator("main :is(button, .button)").filter(visible=True).count() == 0
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.emulate_media(media="screen")


# --- looking somebody up --------------------------------------------------------------------------------------


@WITH_AND_WITHOUT_SCRIPTS
def test_a_search_leaves_no_name_behind(site: str, page_as: OpensAs, *, javascript: bool) -> None:
    page = page_as("mette", javascript=javascript)
    page.goto(site + routes()["sager"])
    name = page.locator("tbody th a").first.inner_text()
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    page.get_by_label("Navn, sagsnummer eller CPR-nummer").fill(name)
    send(page, "Søg")
    expect(page.get_by_role("table", name="Sager, der passer")).to_contain_text(name)
    assert [each for each in addresses if name.split()[0] in unquote_plus(each)] == []
    assert name.split()[0] not in page.title()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_menu_goes_everywhere(page_as: OpensAs, axe: Judges, width: int) -> None:
    page = page_as("mette", width)
    if width == 390:
        page.get_by_text("Menu", exact=True).click()
        assert axe(page) == []
    menu = page.get_by_role("navigation", name="Hovedmenu").filter(visible=True)
    expect(menu.get_by_role("link", name="Min dag")).to_have_attribute("aria-current", "page")
    menu.get_by_role("link", name="Sager").click()
    title_is(page, "Sager")
