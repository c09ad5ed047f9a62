"""Does a case that began under serviceloven and went on under barnets lov show each act for its own days?"""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpensAs
from tests.browser.test_scenes import title_is
from tests.browser.walk import routes

# What the demo holds for this scene (``pejl.web.demo.transition``).
NUMBER = "SIM-OVERGANG"


def step(page: Page, name: str) -> Locator:
    """One step of the law with its duties."""
    return page.locator(".pejl-step").filter(has=page.locator(".pejl-step-name", has_text=name))


def why(page: Page, title: str, act: str) -> None:
    """Open the explanation of the duty with this title that the act asks for, from the folded lists."""
    for fold in page.locator("#frister ~ details").all():
        fold.evaluate("one => { one.open = true }")
    links = page.locator("section[aria-labelledby=frister] li", has_text=title).get_by_role("link").all()
    for address in [str(each.evaluate("one => one.href")) for each in links]:
        page.goto(address)
        if act in page.locator("main").inner_text():
            return
    raise AssertionError(f"nothing explains »{title}« by {act}")


def test_each_act_is_shown_for_its_own_days_and_the_transition_is_said(page_as: OpensAs, site: str) -> None:
    page = page_as("mette")
    page.goto(site + routes()["sager"])
    page.get_by_label("Navn, sagsnummer eller CPR-nummer").fill(NUMBER)
    page.get_by_role("button", name="Søg").click()
    page.get_by_role("link", name="Silas Overby").first.click()
    title_is(page, "Silas Overby")
    case = page.url
    page.goto(f"{case}?alle")
    title_is(page, "Silas Overby")

    plan = step(page, "Plan")
    expect(plan).to_contain_text("Plan før afgørelsen: overholdt. Serviceloven (før 2024) § 140, stk. 1")
    expect(plan).to_contain_text("Plan ved anbringelse med samtykke: overholdt. Barnets lov § 91, stk. 2")
    voice = step(page, "Barnets stemme")
    expect(voice).to_contain_text("Serviceloven (før 2024) § 48")
    expect(voice).to_contain_text("Barnets lov § 5, stk. 3")
    labels = page.locator(".pejl-timeline .pejl-event-label").all_inner_texts()
    assert {"Handleplan lavet", "Barnets plan revideret"} <= set(labels)
    assert not {"Barnets plan lavet", "Handleplan revideret"} & set(labels)

    why(page, "Opfølgning", "Serviceloven")
    expect(page.locator("main")).to_contain_text("Overgang, ikke bekræftet")
    page.goto(case)
    why(page, "samtykke", "Barnets lov")
    explained = page.locator("main")
    expect(explained).to_contain_text("Reglen gælder fra 01.01.2024")
    expect(explained).to_contain_text("Startede med »Afgørelse truffet« mandag den 11. november 2024")
