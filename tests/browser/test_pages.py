"""Can everyone use every page: with a screen reader, on a phone, without scripts? And is every page here?"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Protocol

import pytest
from playwright.sync_api import APIResponse, Browser, Page

from tests.browser.conftest import Opens, OpensAs, sign_in
from tests.browser.judging import Judges
from tests.browser.lists import read_in, small_list, try_list
from tests.browser.walk import CASE, NO_PAGE, PAGES, Read, Stop, address_of, leads_to, routes

PHONE, DESK = 390, 1280
EVERY_PAGE = pytest.mark.parametrize("stop", PAGES, ids=str)

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# What is folded away must be as good as the rest; what is fetched first when it is unfolded is a page of its own.
UNFOLD = """() => document.querySelectorAll("main details:not([hx-get])").forEach((each) => { each.open = true; })"""
OUTLINE = """() => [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")]
    .filter((each) => each.checkVisibility()).map((each) => Number(each.tagName[1]))"""
# Whatever htmx asks for must be within reach without it: by a link, or by a form that can be sent.
ONLY_BY_SCRIPT = """() => [...document.querySelectorAll("[hx-get], [hx-post]")].filter((each) => {
    const asked = each.getAttribute("hx-get") || each.getAttribute("hx-post");
    const ways = [each, ...each.querySelectorAll("a[href], form[action]")];
    return !ways.some((way) => [way.getAttribute("href"), way.getAttribute("action")].includes(asked));
}).map((each) => each.outerHTML.slice(0, 200))"""
NOT_SENDABLE = """() => [...document.forms].filter((each) => !each.querySelector("button:not([type=button])"))
    .map((each) => each.outerHTML.slice(0, 200))"""


class Visits(Protocol):
    """A page, seen by the one who looks at it."""

    def __call__(self, stop: Stop, width: int = DESK, *, javascript: bool = True) -> Page: ...


@pytest.fixture(scope="session")
def read() -> Read:
    """Where the pages on the ways lead, so that each way is walked once."""
    return {}


@pytest.fixture(scope="session")
def lists(site: str, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A list that has only been tried, and then one that has been read in: the two that dan's pages are about."""
    path = small_list(tmp_path_factory.mktemp("lists") / "to-raekker.xlsx")
    page = browser.new_page()
    sign_in(page, site, "dan")
    try_list(page, site, path)
    try_list(page, site, path)
    read_in(page)
    page.context.close()


@pytest.fixture
def visit(site: str, open_page: Opens, page_as: OpensAs, lists: None, read: Read) -> Visits:
    """Go to a page as the one who looks at it."""

    def visit(stop: Stop, width: int = DESK, *, javascript: bool = True) -> Page:
        if stop.who:
            page = page_as(stop.who, width, javascript=javascript, blank=True)
        else:
            page = open_page(width, javascript=javascript)
        answer = page.goto(site + address_of(page, site, stop, read=read))
        assert answer is not None
        assert answer.status == 200, f"{stop}: {answer.status} for {page.url}"
        assert leads_to(page.url, stop.name), f"{stop}: sent on to {page.url}"
        return page

    return visit


@EVERY_PAGE
def test_everyone_can_use_it_at_a_desk_and_on_a_phone(stop: Stop, visit: Visits, axe: Judges) -> None:
    """One visit, turned from wide to narrow as a window is; a first visit on a phone is tried below."""
    page = visit(stop)
    assert page.title().removesuffix(" – Pejl") not in ("", page.title())
    page.evaluate(UNFOLD)
    assert axe(page) == []
    assert page.evaluate(SIDEWAYS) == 0
    page.set_viewport_size({"width": PHONE, "height": 900})
    assert axe(page, again=True) == []
    assert page.evaluate(SIDEWAYS) == 0


@EVERY_PAGE
def test_everyone_can_use_it_without_scripts(stop: Stop, visit: Visits) -> None:
    page = visit(stop, PHONE, javascript=False)
    outline = page.evaluate(OUTLINE)
    assert outline.count(1) == 1, outline
    assert outline[0] == 1, outline
    assert all(after - before <= 1 for before, after in pairwise(outline)), outline
    assert page.evaluate(ONLY_BY_SCRIPT) == []
    assert page.evaluate(NOT_SENDABLE) == []
    assert page.evaluate(SIDEWAYS) == 0


# --- is every page here? --------------------------------------------------------------------------------------

ANSWERS: dict[str, Callable[[APIResponse], bool]] = {
    "sends on": lambda answer: answer.status in (302, 303),
    "is only sent": lambda answer: answer.status == 405,
    "is a file": lambda answer: answer.headers.get("content-disposition", "").startswith("attachment"),
    "is not there": lambda answer: answer.status == 404,
}


def test_every_address_is_a_page_here_or_known_to_be_none() -> None:
    pages, others = {each.name.partition("#")[0] for each in PAGES}, {each.name for each, _ in NO_PAGE}
    assert pages & others == set()
    assert sorted(pages | others) == sorted(routes()), "write the page into tests/browser/walk.py"


@pytest.mark.parametrize(("stop", "answers"), NO_PAGE, ids=[str(each) for each, _ in NO_PAGE])
def test_what_is_no_page_answers_as_it_should(
    stop: Stop, answers: str, site: str, open_page: Opens, page_as: OpensAs, lists: None
) -> None:
    page = page_as(stop.who, blank=True) if stop.who else open_page()
    answer = page.request.get(site + address_of(page, site, stop), max_redirects=0)
    assert ANSWERS[answers](answer), f"{answer.status} {answer.headers}"


# --- a form that is refused -----------------------------------------------------------------------------------

# Forms in which nothing has been written, each with the button that sends it.
UNANSWERED = (
    (Stop("login"), "Log ind"),
    (Stop("underret-skriv", way=("underret",)), "Læs det igennem"),
    (Stop("underret-fortsaet", way=("underret",)), "Skriv videre"),
    (Stop("underret-kvittering", way=("underret",)), "Se efter"),
    (Stop("registrer", "mette", ("min-dag",)), "Registrér"),
    (Stop("ret", "mette", CASE), "Gem rettelsen"),
    (Stop("flyt", "mette", CASE), "Søg"),
    (Stop("sager-soeg", "mette"), "Søg"),
    (Stop("sag-beskyt", "lars", CASE), "Beskyt sagen"),
    (Stop("sag-navngiv", "lars", CASE), "Navngiv"),
    (Stop("aabn-med-begrundelse", "viggo", ("sager",)), "Åbn sagen"),
    (Stop("overblik-raadgivere-beslutning", "karen", ("overblik", "overblik-raadgivere")), "Registrér"),
    (Stop("regelbog-tal", "karen", ("regelbog",)), "Gem tallet"),
    (Stop("indlaes", "dan"), "Prøv listen"),
    (Stop("indlaes-tag-tilbage", "dan", ("indlaes", "indlaes-batch")), "Tag listen tilbage"),
    (Stop("vikarer", "lars"), "Sæt på"),
    (Stop("medarbejder", "sys", ("medarbejdere",)), "Giv rollen"),
    (Stop("medarbejder-ny", "sys", ("medarbejdere",)), "Opret"),
    (Stop("enheder", "sys", ("medarbejdere",)), "Opret"),
)


@pytest.mark.parametrize(("stop", "button"), UNANSWERED, ids=[str(each) for each, _ in UNANSWERED])
def test_a_form_that_is_refused_says_what_to_do(
    stop: Stop, button: str, visit: Visits, axe: Callable[[Page], list[str]]
) -> None:
    page = visit(stop, PHONE)
    with page.expect_response(lambda answer: answer.request.is_navigation_request()) as answered:
        page.get_by_role("main").get_by_role("button", name=button, exact=True).click()
    assert answered.value.status == 422
    problems = page.get_by_role("alert")
    assert problems.get_by_role("heading").inner_text() == "Der er noget, der skal rettes"
    assert axe(page) == []
    assert page.evaluate(SIDEWAYS) == 0
    problems.get_by_role("link").first.click()
    assert page.evaluate("document.activeElement.matches('main form :is(input, select, textarea)')")
