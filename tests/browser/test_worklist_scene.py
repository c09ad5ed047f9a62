"""Can a leader put a worklist in order without scripts, and does a review in the case take it off the list?"""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpensAs
from tests.browser.test_scenes import just_now, send, title_is

LIST = "Gennemgang af al løbende tidlig hjælp, Team Nord"


def left(page: Page) -> int:
    """How many are left, as the page's first words say it."""
    found = re.match(r"(\d+) af \d+", page.locator(".pejl-lead strong").inner_text())
    assert found
    return int(found[1])


def test_a_list_is_put_in_order_and_a_review_takes_one_off(site: str, page_as: OpensAs) -> None:
    page = page_as("lars", javascript=False)
    page.goto(f"{site}/overblik/arbejdslister/")
    page.get_by_role("link", name=LIST).click()
    title_is(page, LIST)
    address, before = page.url, left(page)
    row = page.get_by_role("row").filter(has=page.get_by_role("checkbox")).last
    child = row.get_by_role("rowheader").inner_text()
    row.get_by_role("checkbox").check()
    row.get_by_role("spinbutton").fill("1")
    page.get_by_label("Ejer af de valgte").select_option(label="Lars Brinkager (LABR)")
    send(page, "Gem")
    expect(page.get_by_text("Gemt for 1 forløb.")).to_be_visible()

    row = page.get_by_role("row").filter(has_text=child).filter(has=page.get_by_role("checkbox"))
    expect(row).to_contain_text("Lars Brinkager")
    row.get_by_role("link", name="Gennemgå hjælpen").click()
    page.get_by_label("Dag (").fill(f"{just_now():%Y-%m-%d}")
    page.get_by_label("Hvad blev det til").select_option(label="Fortsætter, som det er")
    page.get_by_label("Faglig vurdering").fill("Problemet er afgrænset, og der er fremgang.")
    send(page, "Registrér")

    page.goto(address)
    assert left(page) == before - 1
    assert page.get_by_role("checkbox").count() == before - 1
