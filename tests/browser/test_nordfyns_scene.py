"""Nordfyns in April 2024: the theme meeting is prepared with all it rests on, and a course draws on the fund."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opens
from tests.browser.examples import example, someone
from tests.browser.judging import judge

DEPARTMENTS = ("Myndighed", "Familiehuset", "Langebyhus", "Sundhedsplejen", "PPR", "Plejefamilieområdet")
STORY = "Da Kalle på 9 år flyttede, spurgte ingen ham."
SAFER = "Da barnet flyttede, spurgte ingen. Nu spørger vi først."


@pytest.fixture(scope="module")
def nordfyns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The municipality on 15 April 2024."""
    with example("nordfyns", tmp_path_factory.mktemp("nordfyns")) as site:
        yield site


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name).first.click()
    page.wait_for_load_state()


def save(page: Page, button: str = "Gem") -> None:
    page.get_by_role("button", name=button, exact=True).click()
    page.wait_for_load_state()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_meeting_rests_on_figures_goals_interviews_and_a_case_from_each_department(
    nordfyns: str, open_page: Opens, width: int
) -> None:
    page = someone(nordfyns, open_page, "ivar", width=width)
    page.goto(f"{nordfyns}/plan/temamoeder/")
    for year in (2023, 2024, 2025):
        section = page.get_by_role("region", name=str(year))
        expect(section.get_by_role("listitem")).to_have_count(2)
    assert judge(page) == []
    follow(page, "Temamøde, forår 2024")
    main = page.locator("main")
    # Every effect of the theme has its judgement, and what it is seen by.
    articles = main.locator("article.pejl-plan-effect")
    expect(articles).to_have_count(5)
    for verdict in ("Delvist nået", "Ikke nået", "Vides ikke"):
        expect(main.get_by_text(verdict).first).to_be_visible()
    expect(main).to_contain_text("Mål i børnenes planer")
    expect(main).to_contain_text("Min rådgiver spurgte to gange.")
    expect(main).to_contain_text("Pejl kan endnu ikke holde ledelsestilsyn.")
    for department in DEPARTMENTS:
        expect(main.get_by_role("heading", name=department, exact=True)).to_be_visible()
    expect(main).to_contain_text("Disse har ingen godkendt case om mødets temaer: Opholdssteder og døgninstitutioner.")
    expect(main).to_contain_text("Inddragelse bliver temaet næste gang.")
    assert judge(page) == []
    # The figures are a click away; with no cases in the example they are typed in, and say so.
    follow(page, "Se tallene og udviklingen for området")
    follow(page, "Samtale eller anden direkte kontakt med barnet før afgørelsen")
    expect(page.locator("main")).to_contain_text("31 af 42")


def test_the_options_are_written_down_and_saved(nordfyns: str, open_page: Opens) -> None:
    page = someone(nordfyns, open_page, "ivar")
    page.goto(f"{nordfyns}/plan/temamoeder/")
    follow(page, "Temamøde, forår 2024")
    follow(page, "Ny handlemulighed")
    page.get_by_label("Handlemulighed").fill("Rådslagning tilbydes i alle undersøgelser")
    page.get_by_label("Det taler for").fill("Netværket er der også bagefter.")
    page.get_by_label("Det taler imod").fill("Det tager tid.")
    page.get_by_label("Udfald").select_option(label="Valgt")
    assert judge(page) == []
    save(page)
    told = page.locator("article.pejl-option").filter(has_text="Rådslagning tilbydes")
    expect(told).to_contain_text("Valgt")
    expect(told).to_contain_text("Netværket er der også bagefter.")


def test_a_story_is_read_for_recognition_before_it_may_be_told(nordfyns: str, open_page: Opens) -> None:
    page = someone(nordfyns, open_page, "dagny")
    page.goto(f"{nordfyns}/plan/cases/")
    follow(page, "Ny virkelighedsnær case")
    page.get_by_label("Enhed").select_option(label="Opholdssteder og døgninstitutioner")
    page.get_by_label("Fokusområde").select_option(label="Inddragelse og involvering")
    page.get_by_label("Viser").select_option(label="Her kan vi blive bedre")
    page.get_by_label("Overskrift").fill("Ingen spurgte")
    page.get_by_label("Fortællingen").fill(STORY)
    save(page)
    for mark in ("Kalle", "9 år"):
        expect(page.locator("mark", has_text=mark)).to_be_visible()
    assert judge(page) == []
    follow(page, "Ret teksten")
    page.get_by_label("Fortællingen").fill(SAFER)
    save(page)
    expect(page.locator("main mark")).to_have_count(0)
    page.get_by_label("Jeg har selv læst hele fortællingen").check(force=True)
    save(page, "Meld tjekket")
    expect(page.locator("main")).to_contain_text("Du har selv skrevet i den.")
    page = someone(nordfyns, open_page, "ivar")
    page.goto(f"{nordfyns}/plan/cases/")
    follow(page, "Ingen spurgte")
    assert judge(page) == []
    save(page, "Godkend til brug")
    expect(page.locator("main")).to_contain_text("Godkendt til brug af Ivar Sletteager")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_course_draws_on_the_fund_and_the_remainder_follows(nordfyns: str, open_page: Opens, width: int) -> None:
    page = someone(nordfyns, open_page, "ivar", width=width)
    page.goto(f"{nordfyns}/plan/uddannelse/")
    main = page.locator("main")
    whole = main.get_by_role("row").filter(has_text="Uddannelsespulje i alt")
    expect(whole).to_contain_text("750.000")
    year = main.get_by_role("row").filter(has_text="Uddannelsespulje 2025").first
    expect(year).to_contain_text("250.000")
    before = int(str(year.locator("td").last.inner_text()).split()[-1].replace(".", ""))
    assert judge(page) == []
    follow(page, "Nyt kursus")
    page.get_by_label("Navn").fill(f"Matchning i {width}")
    page.get_by_label("Fokusområde").select_option(index=1)
    page.get_by_text("Flere felter").click()
    page.get_by_label("Betales af").select_option(label="Uddannelsespulje 2025")
    page.get_by_label("Disponeret i kroner").fill("40000")
    page.get_by_label("Øves i praksis ved").fill("En sag hver, læst af en makker")
    save(page)
    course = main.get_by_role("row").filter(has_text=f"Matchning i {width}")
    expect(course).to_contain_text("40.000 kr. disponeret")
    expect(course).to_contain_text("En sag hver, læst af en makker")
    expect(course).to_contain_text("Fagligt løft af Myndighed")
    told = f"{before - 40_000:,}".replace(",", ".")
    expect(main.get_by_role("row").filter(has_text="Uddannelsespulje 2025").first).to_contain_text(told)
