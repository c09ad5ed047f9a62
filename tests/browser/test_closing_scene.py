"""Can a case be closed by the procedure, from the list of what is missing, without any late duty being cleaned away?"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpensAs
from tests.browser.test_scenes import DENMARK, just_now, send, title_is
from tests.browser.walk import leads_to, link_on

Judges = Callable[[Page], list[str]]
NOTIFICATION = "Underretning modtaget"
ASSESSMENT = "24-timers vurdering"
AT_MOST = 15  # more lines than that no list has


def today() -> str:
    """As a day field wants it. Never the day of »just now«: right after midnight that is the day before."""
    return f"{datetime.now(DENMARK):%Y-%m-%d}"


def answer(page: Page, at: datetime) -> None:
    """The day, the hour where it is asked for, and whatever else must be answered: the last that can be chosen."""
    page.get_by_label("Dag (skal").fill(f"{at:%Y-%m-%d}")
    clock = page.get_by_label("Klokkeslæt (skal")
    if clock.count():
        clock.fill(f"{at:%H:%M}")
    for asked in page.locator("form.pejl-register select[required]").all():
        if not asked.input_value():
            asked.select_option(index=1)
    names = page.locator("form.pejl-register input[type=radio][required]").evaluate_all(
        "found => [...new Set(found.filter((each) => !found.some((other) => other.name === each.name && other.checked))"
        ".map((each) => each.name))]"
    )
    for name in names:
        no = page.locator(f"input[name='{name}'][value=nej]")
        choice = no if no.count() else page.locator(f"input[name='{name}']").first
        page.locator(f"label[for='{choice.get_attribute('id')}']").click()


def lines(page: Page) -> Locator:
    """What the list says is missing."""
    missing = page.locator(".pejl-step-standing", has_text=re.compile("^Mangler$"))
    return page.locator("li.pejl-step").filter(has=missing)


def part(page: Page, heading: str) -> Locator:
    """The list under a heading about the duties."""
    return page.locator(f"h3:text-is('{heading}') + p + ul")


def test_a_case_is_closed_by_the_procedure(page_as: OpensAs, axe: Judges) -> None:
    page = page_as("mette")
    agreed = page.get_by_role("region", name=re.compile("^Aftalt på møder")).get_by_role("link").all()
    case = next(way for each in agreed if leads_to(way := str(each.evaluate("one => one.href")), "sag"))
    page.goto(case)

    # A school's notification whose 24 hours are over when the case is closed.
    page.goto(link_on(page, "registrer-vaelg"))
    page.get_by_role("main").get_by_role("link", name=NOTIFICATION, exact=True).last.click()
    answer(page, just_now(days=3))
    page.get_by_label("Underretter", exact=False).first.select_option("skole")
    send(page, "Registrér")

    page.goto(case)
    page.goto(link_on(page, "afslut"))
    title_is(page, "Afslut sagen")
    assert axe(page) == []
    expect(part(page, "Bliver stående som overskredet")).to_contain_text(ASSESSMENT)

    # Nobody is locked out, but it takes a reason.
    page.get_by_label("Sagen afsluttes").fill(today())
    page.get_by_label("Hvad førte indsatsen til").select_option("delvist")
    send(page, "Afslut sagen")
    expect(page.get_by_role("link", name=re.compile("Skriv, hvorfor sagen afsluttes nu"))).to_be_visible()

    everything_in_place(page)
    title_is(page, "Afslut sagen")
    expect(page.get_by_text("Intet mangler.")).to_be_visible()
    expect(page.get_by_label("Hvorfor afsluttes sagen")).to_have_count(0)

    page.get_by_label("Sagen afsluttes").fill(today())
    page.get_by_label("Hvad førte indsatsen til").select_option("delvist")
    page.get_by_label("Faglig vurdering").fill("Målene er delvist nået, og skolen følger barnet fremover.")
    send(page, "Afslut sagen")
    page.wait_for_url(case)
    expect(page.get_by_text("Sagen er afsluttet. Kommer der noget nyt")).to_be_visible()
    expect(page.locator(".pejl-marks")).to_contain_text("Afsluttet")

    # The late duty is still there, as one that was not done in time.
    missed = page.locator("details", has_text="Blev ikke gjort, mens det kunne")
    missed.locator("summary").click()
    expect(missed).to_contain_text(ASSESSMENT)
    page.goto(link_on(page, "sagens-vej"))
    assert axe(page) == []
    expect(page.locator("li.pejl-step", has_text="Statusudtalelser samlet")).to_contain_text("Gjort")


def everything_in_place(page: Page) -> None:
    """Line by line: register what the list asks for, and come back to a shorter list."""
    for _ in range(AT_MOST):
        left = lines(page).count()
        if not left:
            return
        line = lines(page).first
        if line.get_by_role("link", name="Se aftalerne").count():
            line.get_by_role("link", name="Se aftalerne").click()
            page.get_by_role("button", name=re.compile("^Gjort")).first.click()
            page.goto(link_on(page, "sag"))
            page.goto(link_on(page, "afslut"))
            continue
        line.locator(".pejl-gang-ways a").first.click()
        answer(page, just_now())
        send(page, "Registrér")
        title_is(page, "Afslut sagen")
        assert lines(page).count() <= left
    raise AssertionError(f"cannot put everything in place; missing: {lines(page).all_inner_texts()}")
