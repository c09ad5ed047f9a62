"""Does the example hold what Odsherred says: every recommendation, every reference, and both of what differs?"""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from pejl.reports.pdf import as_pdf
from pejl.web.access.models import User
from pejl.web.examples.odsherred import fill
from pejl.web.plan import account, course_page
from pejl.web.plan.account import How
from pejl.web.plan.account_paper import account_paper
from pejl.web.plan.models import (
    CaseReview,
    Course,
    CourseMeeting,
    OutsideReview,
    PlanChange,
    Recommendation,
    SelfEvaluation,
    Training,
    WheelItem,
    Wording,
)
from tests.web.kept import keep
from tests.web.nordby import BACKEND, NOW

# It is written on both databases by test_examples; what it says is no database's doing.
pytestmark = pytest.mark.one_database

COUNTS = [4, 5, 2, 2, 4, 5, 3, 3]


@pytest.fixture(scope="module")
def written(django_db_setup: None, django_db_blocker: Any) -> Any:
    """Written once: every value of it goes through the log."""
    from tests.web.nordby import Nordby

    def build() -> Nordby:
        fill(now=NOW)
        return Nordby()

    with django_db_blocker.unblock():
        return keep(build)


@pytest.fixture
def odsherred(written: Any, db: None) -> Course:
    written.again()
    return Course.objects.get()


def text_of(course: Course) -> str:
    paper = as_pdf(account_paper(course, municipality="Odsherred Kommune", made_at=NOW))
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages).split())


def test_twenty_eight_recommendations_under_eight_themes_each_with_a_heading_and_a_source(odsherred: Course) -> None:
    told = account.read(odsherred)
    assert [len(each.opening) for each in told.themes] == COUNTS
    assert told.heading == "28 anbefalinger under otte temaer"
    assert all(each.recommendation.problem and each.recommendation.source for each in told.opening)


def test_every_recommendation_is_answered_and_every_reference_leads_to_words(odsherred: Course) -> None:
    told = account.read(odsherred)
    assert told.missing == []
    by_number = {each.number: each for each in told.opening}
    references = {each.number: each.refers_number for each in told.opening if each.refers_to}
    assert references == {
        **{"2.2": "2.1", "2.4": "2.1", "3.1": "1.1", "3.2": "1.2"},
        **{"6.3": "6.2", "6.4": "6.2", "7.2": "6.5"},
    }
    assert {by_number[each].how for each in references.values()} == {How.OWN}
    same = {each.number: each.recommendation.same_as for each in told.opening if each.recommendation.same_as}
    assert {one: account.number_of(other) for one, other in same.items()} == {
        **{"2.2": "1.3", "3.1": "1.1", "3.2": "1.2", "7.2": "6.5"}
    }


def test_what_is_outstanding_is_counted_point_by_point(odsherred: Course) -> None:
    told = {each.number: each.standing for each in account.read(odsherred).opening}
    assert told["2.3"] == "Punkt 2, 3 og 5 udestår."
    assert told["1.1"] == "Punkt 4 udestår."
    assert told["4.1"] == "Alle 8 punkter er udført."
    assert told["3.1"] == "Punkt 1, 2, 3, 4 og 5 er ikke oplyst."


def test_three_new_on_short_and_six_on_long_sight_with_days_worked_out(odsherred: Course) -> None:
    fresh = account.read(odsherred).fresh
    assert len(fresh) == 9
    days = {each.horizon: (each.due_from, each.due) for each in fresh}
    assert days == {"kort": (None, date(2023, 7, 31)), "lang": (date(2024, 1, 31), date(2025, 1, 31))}
    assert [each.horizon for each in fresh].count("kort") == 3
    assert fresh[0].urgent
    assert fresh[0].theme.number == 5


def test_meetings_reviews_and_areas_are_all_there(odsherred: Course) -> None:
    meetings = CourseMeeting.objects.filter(course=odsherred)
    assert meetings.filter(kind="status").count() == 6
    assert [each.name[0] for each in meetings.filter(with_review=True).order_by("pk")] == ["2", "4", "6"]
    assert meetings.filter(kind="virtuelt").count() == 2
    assert [each.on for each in meetings.filter(kind="laering").order_by("on")] == [
        date(2021, 3, 25),
        date(2021, 6, 26),
    ]
    assert list(CaseReview.objects.order_by("pk").values_list("cases", flat=True)) == [20, 3, 3, 3]
    assert SelfEvaluation.objects.filter(grade="").count() == 10
    assert len(odsherred.remaining_lines) == 3
    assert OutsideReview.objects.count() == 8
    assert len(course_page.goals_of(odsherred)) == 8


@pytest.mark.parametrize(
    ("about", "says"),
    [
        ("Hvornår afdelingslederen stoppede", {"november 2022", "1. december 2022", "udgangen af 2022"}),
        ("Workshoppen om inddragelse", {"November 2022, 2½ dage", "Efteråret 2022"}),
        ("Læringsdagene", {"25. marts 2021", "oktober 2021"}),
        ("Analysens tid", {"september 2021", "oktober 2021"}),
        ("Hvor langt flowchartet er", {"ibrugtagning udestår", "i brug"}),
        ("Eksempler på gode handleplaner", {"arbejdet med at beskrive", "arbejdes på", "skal fortsat laves"}),
        ("Hvem der holdt kurserne", {"Børnekataloget", "SPUK", "Task Forcen: kurser"}),
        ("Tal til øverste ledelse og politikere", {"siden 2019", "halve år", "ingen samlet model", "2, 3 og 5"}),
    ],
)
def test_where_the_papers_differ_each_wording_is_kept_with_its_source(
    odsherred: Course, about: str, says: set[str]
) -> None:
    rows = list(Wording.objects.filter(course=odsherred, about=about))
    assert all(each.source for each in rows)
    for words in says:
        assert any(words in each.says for each in rows), words


def test_the_course_has_every_name_of_who_held_it(odsherred: Course) -> None:
    supplier = Training.objects.get(name="Systematik i sagsbehandlingen").supplier
    assert all(each in supplier for each in ("Task Forcen", "Børnekataloget", "SPUK"))


def test_no_ledelsestilsyn_is_planned_between_february_and_autumn(odsherred: Course) -> None:
    days = sorted(WheelItem.objects.filter(kind="tilsyn").values_list("first", flat=True))
    assert days == [date(2023, 2, 1), date(2023, 9, 1)]
    assert WheelItem.objects.get(again="maaned").first == date(2023, 1, 1)


def test_it_stands_in_the_log_as_written_at_the_time(odsherred: Course) -> None:
    assert max(PlanChange.objects.values_list("day", flat=True)) < date(2023, 5, 1)
    assert Recommendation.objects.filter(source="").count() == 0


def test_the_account_is_one_document_with_whose_words_they_are(odsherred: Course) -> None:
    text = text_of(odsherred)
    for each in account.read(odsherred).opening:
        assert f"Anbefaling {each.number}: Task Forcen" in text, each.number
    assert text.count("Vurdering udefra: Task Forcen") >= 20
    assert "Se svaret på 1.1" in text
    assert "Selvevaluering, da og nu" in text
    assert "Loven overholdt i sagerne" in text


def test_the_pages_are_read_in_the_example(odsherred: Course) -> None:
    client = Client()
    client.force_login(User.objects.get(username="lykke"), backend=BACKEND)
    for theme in odsherred.themes.all():
        assert client.get(f"/plan/forloeb/tema/{theme.key}/").status_code == 200
    page = client.get(f"/plan/forloeb/{odsherred.key}/").content.decode()
    assert "28 anbefalinger under otte temaer" in page
    way = client.get(f"/plan/forloeb/{odsherred.key}/undervejs/").content.decode()
    assert "Her siger papirerne noget forskelligt" in way
