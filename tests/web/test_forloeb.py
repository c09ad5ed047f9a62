"""Is what others say of us kept apart from our answer, are references held, and does one act make the next plan?"""

from __future__ import annotations

import doctest
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pejl.reports import Aside, Heading, Table, Text
from pejl.web.access.actions import Doing, Refused
from pejl.web.plan import account, horizons, renewing
from pejl.web.plan.account import How
from pejl.web.plan.account_paper import account_paper
from pejl.web.plan.actions import new, take_out
from pejl.web.plan.development_paper import development_paper
from pejl.web.plan.models import (
    Account,
    Action,
    Activity,
    CaseReview,
    Course,
    FocusArea,
    OutsideReview,
    OutsideView,
    PlanChange,
    Recommendation,
    ReviewFinding,
    Strategy,
    Theme,
    Wording,
)
from pejl.web.plan.renewing import NextPlan
from pejl.web.plan.review_line import line_of
from tests.web.nordby import NOW, TODAY, Nordby

# What it asks and writes goes through the same actions as every sheet, which are tried on both.
pytestmark = pytest.mark.one_database

COURSE, THEME = "/plan/forloeb/plan-forloeb/", "/plan/forloeb/tema/plan-tema/"
NEXT = f"{COURSE}naeste-plan/"
WANTED = NextPlan(title="Næste", focus_word="Spor", focus_words="Spor", few=2, origin=Action.From.TASK_FORCE)
SENT = {"title": "Næste", "focus_word": "Spor", "focus_words": "Spor", "few": "2", "origin": "task_force"}


def doing(nordby: Nordby) -> Doing:
    return Doing(by=nordby.people["afdelingsleder"], at=NOW)


def course() -> Course:
    return Course.objects.get(key="plan-forloeb")


def theme(nordby: Nordby, number: int, **values: Any) -> Theme:
    given = {"name": f"Tema {number}", "marker": "udredning", **values}
    return new(Theme, doing=doing(nordby), course=course(), number=number, **given)


def asked(nordby: Nordby, under: Theme, number: int, **values: Any) -> Recommendation:
    return new(
        Recommendation,
        doing=doing(nordby),
        **{"theme": under, "number": number, "text": f"Anbefaling {number}", **values},
    )


def fresh(nordby: Nordby) -> list[Recommendation]:
    """One urgent and one other on short sight under the theme that is there, one on long under another."""
    there, other = Theme.objects.get(key="plan-tema"), theme(nordby, 2)
    kinds = ((there, "kort", False), (there, "kort", True), (other, "lang", False))
    rows = []
    for number, (under, horizon, urgent) in enumerate(kinds, start=1):
        given: dict[str, Any] = {"horizon": horizon, "given_on": TODAY, "urgent": urgent}
        rows.append(asked(nordby, under, number, **given, **horizons.computed(given)))
    return rows


# --- the days of a horizon ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("horizon", "given", "due_from", "due"),
    [
        ("kort", date(2023, 1, 31), None, date(2023, 7, 31)),
        ("kort", date(2023, 8, 31), None, date(2024, 2, 29)),
        ("lang", date(2024, 2, 29), date(2025, 2, 28), date(2026, 2, 28)),
        ("aabning", date(2023, 1, 31), None, None),
        ("kort", None, None, None),
    ],
)
def test_a_horizon_gives_its_days_in_months_rounded_as_it_says(
    horizon: str, given: date | None, due_from: date | None, due: date | None
) -> None:
    assert horizons.expected(horizon, given) == horizons.Expected(due_from, due)


def test_the_example_in_the_text_holds() -> None:
    assert doctest.testmod(horizons).failed == 0


def test_a_recommendation_gets_its_day_when_written_and_is_moved_only_with_a_reason(nordby: Nordby) -> None:
    client = nordby.client("teamleder")
    address = reverse("ark-ny", args=("anbefaling", "plan-tema"))
    sent = {"number": "1", "text": "Hold tilsyn hver måned", "horizon": "kort", "given_on": "2026-01-31", "key": "nyt"}
    assert client.post(address, sent).status_code == 302
    row = Recommendation.objects.get(key="nyt")
    assert (row.due_from, row.due) == (None, date(2026, 7, 31))
    change = reverse("ark-ret", args=("anbefaling", "nyt"))
    moved = {**sent, "due": "2026-09-30", "seen": client.get(change).context["form"]["seen"].value()}
    assert client.post(change, moved).status_code == 422
    assert client.post(change, {**moved, "reason": "Lederen begynder først til maj."}).status_code == 302
    page = client.get(COURSE).content.decode()
    assert "30. september 2026 <strong>flyttet</strong>" in page


# --- who says what --------------------------------------------------------------------------------------------


def test_their_words_and_ours_stand_in_columns_that_name_their_owner(nordby: Nordby) -> None:
    page = nordby.client("raadgiver").get(THEME).content.decode()
    section = page[page.index('id="a-1-1"') : page.index('id="samlet"')]
    theirs, ours, judged = section.split('<div class="pejl-')[2:5]
    assert "Fra Task Forcen" in theirs
    assert "Anbefalingen" in theirs
    assert "Langt." in ours
    assert "Fra Nordby Kommune" in ours
    assert "Vurdering udefra" in judged
    assert "Langt." not in judged


def test_what_is_outstanding_is_named_point_by_point() -> None:
    def points(*states: str) -> str:
        return account.standing([Activity(number=n, state=each) for n, each in enumerate(states, start=1)])

    assert points() == ""
    assert points("udfoert") == "Punktet er udført."
    assert points("udfoert", "udfoert") == "Begge punkter er udført."
    assert points("udfoert", "udestaar", "udestaar", "delvist") == "Punkt 2 og 3 udestår, og punkt 4 er delvist udført."
    assert points("uvist", "udfoert") == "Punkt 1 er ikke oplyst."


def test_a_recommendation_without_an_answer_is_named(nordby: Nordby) -> None:
    asked(nordby, Theme.objects.get(key="plan-tema"), 2, problem="Ingen har svaret")
    client = nordby.client("raadgiver")
    assert "Én anbefaling har intet svar endnu" in client.get(COURSE).content.decode()
    assert 'Her mangler et svar: <a href="#a-1-2">1.2</a>' in client.get(THEME).content.decode()
    paper = account_paper(course(), municipality="Nordby Kommune", made_at=NOW)
    assert Aside(title="Uden svar", body="Disse anbefalinger er ikke besvaret endnu: 1.2.") in paper.parts


def test_the_same_under_two_themes_is_answered_once_and_an_answer_for_the_theme_counts(nordby: Nordby) -> None:
    first = Recommendation.objects.get(key="plan-anbefaling")
    other = theme(nordby, 2, far="Godt på vej.")
    asked(nordby, other, 1, same_as=first)
    asked(nordby, other, 2)
    told = account.read(course())
    assert [each.how for each in told.opening] == [How.OWN, How.ELSEWHERE, How.THEME]
    assert told.opening[1].refers_number == "1.1"
    page = nordby.client("raadgiver").get(f"/plan/forloeb/tema/{other.key}/").content.decode()
    assert 'href="/plan/forloeb/tema/plan-tema/#a-1-1">Se svaret på 1.1</a>' in page
    assert "Langt." not in page  # never copied


def test_a_reference_must_lead_to_words(nordby: Nordby) -> None:
    client, under = nordby.client("afdelingsleder"), Theme.objects.get(key="plan-tema")
    there = Recommendation.objects.get(key="plan-anbefaling")
    second, third = asked(nordby, under, 2), asked(nordby, under, 3)

    def answer(row: Recommendation, **sent: Any) -> int:
        return client.post(
            reverse("ark-ny", args=("redegoerelse", row.key)), {"key": f"svar-{row.pk}", **sent}
        ).status_code

    assert answer(second) == 422  # says nothing
    assert answer(second, refers_to=second.pk) == 422  # itself
    assert answer(second, refers_to=there.pk) == 302
    assert answer(second, refers_to=there.pk, key="igen") == 422  # answered already
    assert answer(third, refers_to=second.pk) == 422  # which only refers on
    assert Account.objects.filter(removed_at__isnull=True).count() == 2


def test_what_others_refer_to_cannot_be_taken_out(nordby: Nordby) -> None:
    row = Recommendation.objects.get(key="plan-anbefaling")
    with pytest.raises(Refused, match="Der hører stadig noget til"):
        take_out(row, doing=doing(nordby), reason="Den er ikke vigtig længere, siger vi.")


# --- the pages ------------------------------------------------------------------------------------------------


def test_the_urgent_comes_first(nordby: Nordby) -> None:
    row = fresh(nordby)[1]
    page = nordby.client("raadgiver").get(COURSE).content.decode()
    assert page.index("Det haster") < page.index("Kort om forløbet")
    assert page.index(row.text) < page.index("Kort om forløbet")


def test_the_papers_two_wordings_both_stand(nordby: Nordby) -> None:
    for says in ("November.", "Den 1. december."):
        new(Wording, doing=doing(nordby), course=course(), about="Hvornår", says=says, source="Papiret")
    page = nordby.client("raadgiver").get(f"{COURSE}undervejs/").content.decode()
    assert page.count("<h3>Hvornår</h3>") == 1
    assert "November." in page
    assert "Den 1. december." in page


def test_case_reviews_are_compared_marker_by_marker(nordby: Nordby) -> None:
    later = new(CaseReview, doing=doing(nordby), course=course(), name="Senere", cases=3, on=TODAY)
    new(ReviewFinding, doing=doing(nordby), review=later, marker="udredning", text="Bedre nu")
    page = nordby.client("raadgiver").get(f"{COURSE}undervejs/").content.decode()
    row = page[page.index('<th scope="row" data-title="Kapitel">Faglig udredning') :]
    assert row.index("Fundet") < row.index("Bedre nu")


def test_the_line_of_time_numbers_everybody_who_looked(nordby: Nordby) -> None:
    for year in (2019, 2021):
        new(OutsideReview, doing=doing(nordby), body="KLK", what="Rapport", year=year)
    page = nordby.client("raadgiver").get("/plan/forloeb/").content.decode()
    assert "Tidslinje: 3 eftersyn udefra, 2019 til 2021." in page
    assert page.count("<circle") == 3


def test_dots_of_the_line_do_not_lie_on_one_another() -> None:
    rows = [OutsideReview(body="Nogen", what="Noget", year=2020) for _ in range(3)]
    line = line_of(rows, [])
    assert line is not None
    assert len({(each.x, each.y) for each in line.dots}) == 3
    assert line_of([], []) is None


def test_an_empty_municipality_is_told_what_to_do(nordby: Nordby) -> None:
    Course.objects.update(removed_at=NOW)
    OutsideReview.objects.update(removed_at=NOW)
    page = nordby.client("afdelingsleder").get("/plan/forloeb/").content.decode()
    assert "Ingen forløb endnu" in page
    assert "Ingen eftersyn endnu" in page
    assert nordby.client("afdelingsleder").get(COURSE).status_code == 404
    assert nordby.client("afdelingsleder").get(THEME).status_code == 404


def test_however_much_there_is_the_pages_ask_as_often(nordby: Nordby) -> None:
    client = nordby.client("afdelingsleder")
    # A goal, a review and the like of each kind is there from the start.
    addresses = ("/plan/forloeb/", COURSE, f"{COURSE}undervejs/", THEME)
    rows = fresh(nordby)
    client.get("/plan/forloeb/")  # the first page of a session asks who it is
    before = [_questions(client, each) for each in addresses]
    under = rows[0].theme
    for number in range(4, 10):
        row = asked(nordby, under, number, same_as=Recommendation.objects.get(key="plan-anbefaling"))
        new(Activity, doing=doing(nordby), theme=under, recommendation=row, number=1, text="Noget")
        new(OutsideView, doing=doing(nordby), theme=under, recommendation=row, by="Task Forcen", text="Godt")
        asked(nordby, under, number, horizon="kort", given_on=TODAY)
        new(OutsideReview, doing=doing(nordby), body="KLK", what="Rapport", year=2000 + number, course=course())
        review = new(CaseReview, doing=doing(nordby), course=course(), name=f"Nr. {number}", cases=3)
        new(ReviewFinding, doing=doing(nordby), review=review, marker="valg", text="Et fund")
    assert [_questions(client, each) for each in addresses] == before


def _questions(client: Any, address: str) -> int:
    with CaptureQueriesContext(connection) as asked_:
        assert client.get(address).status_code == 200
    return len(asked_)


# --- the next plan --------------------------------------------------------------------------------------------


def test_one_act_makes_the_plan_and_a_second_click_is_told_of_it(nordby: Nordby) -> None:
    rows, client = fresh(nordby), nordby.client("teamleder")
    assert client.get(NEXT).context["form"]["few"].value() == 3
    answer = client.post(NEXT, SENT)
    assert answer.status_code == 302
    plan = Strategy.objects.get(title="Næste")
    assert (plan.status, plan.kind, plan.few, plan.focus_word) == ("kladde", "Udviklingsplan", 2, "Spor")
    assert plan.replaces is not None
    assert [each.name for each in plan.areas.order_by("number")] == ["Temaet", "Tema 2"]
    actions = list(plan.actions.order_by("number"))
    assert [each.text for each in actions] == [rows[1].text, rows[0].text, rows[2].text]  # the urgent first
    assert [each.first for each in actions] == [TODAY, TODAY, None]  # few at a time
    assert [each.last for each in actions] == [rows[1].due, rows[0].due, rows[2].due]
    assert {each.origin for each in actions} == {"task_force"}
    assert [list(each.actions.all()) for each in (rows[1], rows[0], rows[2])] == [[each] for each in actions]
    again = client.post(NEXT, SENT)
    assert again.status_code == 422
    assert "allerede blevet til planen »Næste«" in again.content.decode()
    assert Strategy.objects.filter(title="Næste").count() == 1
    assert Action.objects.filter(strategy=plan).count() == 3
    assert PlanChange.objects.filter(strategy=plan.key, by_username="teamleder").exists()


def test_the_plan_is_made_whole_or_not_at_all(nordby: Nordby, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh(nordby)
    before = [model.objects.count() for model in (Strategy, FocusArea, Action, PlanChange)]

    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("the light went out")

    monkeypatch.setattr(renewing, "put", broken)
    with pytest.raises(RuntimeError):
        renewing.renew(course(), WANTED, doing=doing(nordby))
    assert [model.objects.count() for model in (Strategy, FocusArea, Action, PlanChange)] == before


def test_without_anything_new_no_plan_is_made(nordby: Nordby) -> None:
    with pytest.raises(Refused, match="ingen nye anbefalinger"):
        renewing.renew(course(), WANTED, doing=doing(nordby))
    assert "Ingen nye anbefalinger" in nordby.client("teamleder").get(NEXT).content.decode()


def test_a_day_that_has_passed_is_kept_and_nothing_begins_by_itself(nordby: Nordby) -> None:
    given: dict[str, Any] = {"horizon": "kort", "given_on": TODAY - timedelta(days=700)}
    row = asked(nordby, Theme.objects.get(key="plan-tema"), 1, **given, **horizons.computed(given))
    plan = renewing.renew(course(), WANTED, doing=doing(nordby))
    action = plan.actions.get()
    assert (action.first, action.last) == (None, row.due)
    assert row.due is not None
    assert row.due < TODAY


def test_an_adviser_reads_the_course_and_makes_no_plan(nordby: Nordby) -> None:
    fresh(nordby)
    client = nordby.client("raadgiver")
    assert "Lav den næste plan" not in client.get(COURSE).content.decode()
    assert client.get(NEXT).status_code == 404
    assert client.post(NEXT, SENT).status_code == 404


# --- on paper -------------------------------------------------------------------------------------------------


def test_the_account_on_paper_frames_their_words_and_keeps_references(nordby: Nordby) -> None:
    other = theme(nordby, 2)
    asked(nordby, other, 1, same_as=Recommendation.objects.get(key="plan-anbefaling"))
    paper = account_paper(course(), municipality="Nordby Kommune", made_at=NOW)
    framed = {each.title: each.body for each in paper.parts if isinstance(each, Aside)}
    assert framed["Anbefaling 1.1: Task Forcen"] == "Anbefalingen"
    assert framed["Vurdering udefra: Task Forcen"] == "Godt på vej."
    plain = [each.body for each in paper.parts if isinstance(each, Text)]
    assert plain.count("Langt.") == 1
    assert "Se svaret på 1.1." in plain
    assert any(isinstance(each, Heading) and each.text == "Selvevaluering, da og nu" for each in paper.parts)


def test_the_development_plan_on_paper_says_the_order_and_what_each_answers(nordby: Nordby) -> None:
    rows = fresh(nordby)
    plan = renewing.renew(course(), WANTED, doing=doing(nordby))
    paper = development_paper(plan, municipality="Nordby Kommune", made_at=NOW)
    order = next(each for each in paper.parts if isinstance(each, Table))
    assert [row[0] for row in order.rows] == ["1", "2", "3"]
    assert "venter på plads" in order.rows[2][3]
    assert rows[2].text in next(each.body for each in reversed(paper.parts) if isinstance(each, Aside))
    assert Aside(title="Få ad gangen", body="Højst 2 handlinger er i gang på samme tid.") in paper.parts


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_papers_are_fetched_as_files(nordby: Nordby, kind: str) -> None:
    client = nordby.client("raadgiver")
    for address in (f"{COURSE}redegoerelse.{kind}", f"/plan/udviklingsplan/plan-strategi.{kind}"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.content[:2] == (b"%P" if kind == "pdf" else b"PK")
    assert client.get(f"{COURSE}redegoerelse.exe").status_code == 404
