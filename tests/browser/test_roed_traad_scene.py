"""Does the red thread go both ways: from a focus area to the cases behind its figure, and from a child to the area?"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpensAs
from tests.browser.test_scenes import cases_in, title_is
from tests.browser.walk import routes

AREA = "Hjælp i tide"
FIGURE = "Underretninger vurderet inden for 24 timer"


@pytest.mark.parametrize("width", [1280, 390])
def test_a_team_leader_goes_from_the_focus_area_to_the_cases_behind_its_figure(
    page_as: OpensAs, site: str, width: int
) -> None:
    page = page_as("lars", width, blank=True)
    page.goto(site + routes()["plan"])
    page.get_by_role("link", name=AREA).first.click()
    title_is(page, AREA)
    page.locator('a[href*="/noegletal/omraade/"]').first.click()
    title_is(page, "Sådan går det")
    expect(page.get_by_role("main")).to_contain_text("Intet her siger, at en handling er årsag til et tal.")
    page.get_by_role("link", name=FIGURE, exact=True).click()
    title_is(page, FIGURE)
    drawing = page.locator(f".pejl-chart-{'wide' if width > 800 else 'narrow'} svg").first
    expect(drawing).to_be_visible()
    page.locator(".pejl-figure-periods a").nth(1).click()
    title_is(page, "Sagerne bag tallet")
    told = page.get_by_role("main").inner_text()
    counted = re.search(r"(\d+) af (\d+)", told)
    lines = re.search(r"(\d+) linje", told)
    assert counted
    assert lines
    unknown = re.search(r"(\d+) kan ikke afgøres", told)
    assert int(lines[1]) == int(counted[2]) + (int(unknown[1]) if unknown else 0)
    page.get_by_role("table").get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"/sag/"))


@pytest.mark.parametrize("width", [1280, 390])
def test_an_adviser_goes_from_a_child_s_case_to_the_focus_area(page_as: OpensAs, site: str, width: int) -> None:
    page = page_as("mette", width, blank=True)
    _with_something_to_tell(page, site)
    title_is(page, "Det her arbejder vi med")
    expect(page.get_by_role("main")).to_contain_text("Det er ikke en bedømmelse af barnet, familien eller dig.")
    area = page.get_by_role("main").get_by_role("heading", level=2).first
    name = area.inner_text()
    area.get_by_role("link").click()
    title_is(page, name)
    expect(page).to_have_url(re.compile(r"/plan/omraade/"))


def _with_something_to_tell(page: Page, site: str) -> None:
    """The thread of the first of her cases that bears on something."""
    for case in cases_in(page, site=site)[:10]:
        page.goto(case)
        page.get_by_role("link", name="Det her arbejder vi med").click()
        if page.get_by_role("main").get_by_role("heading", level=2).count():
            return
    raise AssertionError("none of the first ten cases bears on anything; look at the demo's strategy")
