"""Is a grant under § 30 refused for the part it lacks and then given, and does it raise no limit of its own making?"""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpensAs
from tests.browser.test_scenes import cases_in, events, just_now, send, title_is
from tests.browser.walk import link_on

Judges = Callable[[Page], list[str]]
GRANT, DECISION = "Bevilling givet", "Afgørelse truffet"
PLAN = "plan"  # in the title of every duty that the plan of a decision raises
PARTS = {
    "Sammenhæng med den indledende vurdering": "Screeningen peger på uro ved sengetid.",
    "Mål": "Barnet sover hele natten.",
    "Indsatsens type": "Rådgivning",
    "Inddragelse af barn, forældre og netværk": "Barnet, mor og mormor har været med til at finde på den.",
}


def open_form(page: Page, case: str, kind: str) -> None:
    """The form of a kind of event, from the case's own page."""
    page.goto(case)
    page.goto(link_on(page, "registrer-vaelg"))
    page.get_by_role("main").get_by_role("link", name=kind, exact=True).last.click()
    title_is(page, kind)


def in_a_new_course(page: Page) -> None:
    """Where the case has courses to choose from, this begins one of its own."""
    asked = page.get_by_role("radio", name="Et nyt forløb")
    if asked.count():
        asked.check()
    elif page.get_by_label("Hvad hører det til?").count():
        page.get_by_label("Hvad hører det til?").select_option(label="Et nyt forløb")


def say_why_it_comes_first(page: Page) -> None:
    """Where the law wants something else first, and it is not there."""
    asked = label(page, "Hvorfor det sker før det, der skulle komme først")
    if asked.count():
        asked.select_option(label="Det indhentes bagefter")


def next_steps(page: Page, case: str) -> list[str]:
    """The titles of the duties that wait in the case."""
    page.goto(case)
    return sorted(page.locator("section[aria-labelledby=frister] .pejl-duty-title").all_inner_texts())


def label(page: Page, words: str) -> Locator:
    """The field with this label, whatever stands after the words."""
    return page.get_by_label(re.compile(rf"^{re.escape(words)} \("))


def test_a_grant_is_refused_for_its_missing_part_and_then_given(site: str, page_as: OpensAs, axe: Judges) -> None:
    page = page_as("mette")
    case = cases_in(page, site=site)[9]
    before, given = next_steps(page, case), events(page, GRANT).count()
    open_form(page, case, GRANT)
    assert axe(page) == []
    label(page, "Dag").fill(f"{just_now(days=1):%Y-%m-%d}")
    in_a_new_course(page)
    label(page, "Paragraf").fill("§ 30")
    for name, words in PARTS.items():
        label(page, name).fill(words)
    send(page, "Registrér")

    problems = page.get_by_role("alert")
    expect(problems).to_contain_text(
        "Bevillingen efter § 30 kan ikke registreres endnu. Der mangler »Indsatsens varighed«."
    )
    assert axe(page) == []
    problems.get_by_role("link", name="Indsatsens varighed").click()
    expect(label(page, "Indsatsens varighed")).to_be_focused()
    for name, words in PARTS.items():
        expect(label(page, name)).to_have_value(words)
    label(page, "Indsatsens varighed").fill("3 måneder")
    send(page, "Registrér")
    expect(page.get_by_text(f"»{GRANT}« er registreret.")).to_be_visible()
    expect(page.get_by_role("link", name="Støttende indsats iværksat").first).to_be_visible()
    assert axe(page) == []

    # Early help has no plan and no follow-up with a limit in the law; nothing is made up.
    after = next_steps(page, case)
    assert events(page, GRANT).count() == given + 1
    assert [each for each in after if after.count(each) > before.count(each) and PLAN in each.lower()] == []
    assert [each for each in after if after.count(each) > before.count(each) and "opfølgning" in each.lower()] == []

    # A decision under § 32 with a plan does have one.
    open_form(page, case, DECISION)
    say_why_it_comes_first(page)
    label(page, "Dag").fill(f"{just_now(days=1):%Y-%m-%d}")
    in_a_new_course(page)
    label(page, "Paragraf").fill("§ 32, stk. 1, nr. 2")
    page.get_by_label("Ja", exact=True).first.check()
    label(page, "Formål").fill("Ro om aftenen.")
    label(page, "Indsatsens varighed").fill("6 måneder")
    label(page, "Hvem havde kompetencen").fill("Teamleder")
    send(page, "Registrér")
    expect(page.get_by_text(f"»{DECISION}« er registreret.")).to_be_visible()
    decided = next_steps(page, case)
    assert [each for each in decided if decided.count(each) > after.count(each) and PLAN in each.lower()] != []
