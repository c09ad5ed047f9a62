"""Does the account of the fund add up, is what nobody knows kept apart, and are names only for the nearest leader?"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from pejl.web.access.actions import Doing
from pejl.web.plan.actions import new
from pejl.web.plan.models import FocusArea, Fund, Strategy, Training
from pejl.web.plan.training_page import account_of, accounts, bound_of, together
from tests.web.nordby import NOW, Nordby

# Every sheet is written on both databases by test_sheets, and the pages are opened by test_roles and test_scope.
pytestmark = pytest.mark.one_database

MONEY = st.one_of(st.none(), st.integers(0, 300_000))
COURSES = st.lists(st.builds(Training, stage=st.sampled_from(Training.Stage), committed=MONEY, spent=MONEY), max_size=8)


def doing(nordby: Nordby) -> Doing:
    return Doing(by=nordby.people["afdelingsleder"], at=NOW)


def strategy() -> Strategy:
    return Strategy.objects.get(key="plan-strategi")


def fund() -> Fund:
    return Fund.objects.get(key="plan-pulje")


def course(nordby: Nordby, name: str, **values: Any) -> Training:
    return new(Training, doing=doing(nordby), strategy=strategy(), name=name, fund=fund(), **values)


@given(COURSES)
def test_spent_committed_and_what_remains_are_what_was_set_aside(trainings: list[Training]) -> None:
    told = account_of(Fund(name="Pulje", year=2026, amount=250_000), trainings)
    assert told.spent + told.committed + told.remains == 250_000
    assert told.committed >= 0
    assert told.unknown == sum(
        each.committed is None and each.spent is None and each.stage != "aflyst" for each in trainings
    )
    assert told.over == max(0, sum(bound_of(each) or 0 for each in trainings) - 250_000)


@pytest.mark.parametrize(
    ("stage", "committed", "spent", "holds"),
    [
        ("planlagt", 90_000, None, 90_000),
        ("i_gang", 90_000, 40_000, 90_000),
        ("i_gang", 90_000, 95_000, 95_000),
        ("afsluttet", 90_000, 70_000, 70_000),
        ("afsluttet", 90_000, None, 90_000),
        ("aflyst", 90_000, None, 0),
        ("aflyst", 90_000, 10_000, 10_000),
        ("planlagt", None, None, None),
    ],
)
def test_a_course_holds_what_is_ordered_until_it_is_paid(
    stage: str, committed: int | None, spent: int | None, holds: int | None
) -> None:
    assert bound_of(Training(stage=stage, committed=committed, spent=spent)) == holds


def test_the_page_tells_the_account_and_that_a_price_is_missing(nordby: Nordby) -> None:
    new(Fund, doing=doing(nordby), strategy=strategy(), year=2027, amount=250_000)
    course(nordby, "Analyse", stage="afsluttet", committed=120_000, spent=112_500)
    course(nordby, "Inddragelse", stage="i_gang", committed=90_000)
    course(nordby, "Ukendt pris")
    page = nordby.client("raadgiver").get(reverse("uddannelse")).content.decode()
    for told in ("112.500", "90.000", "højst 47.500 (prisen på ét kursus er ikke oplyst)", "500.000", "Ikke oplyst"):
        assert told in page
    (both,) = together(accounts(strategy()))
    assert (both.amount, both.remains, both.unknown) == (500_000, 297_500, 1)


def test_more_promised_than_there_is_is_warned_of(nordby: Nordby) -> None:
    course(nordby, "Dyrt", committed=260_000)
    page = nordby.client("raadgiver").get(reverse("uddannelse")).content.decode()
    assert "Der er lovet 10.000 kr. mere, end der er sat af i 2026." in page
    assert "-10.000" in page


def test_a_finished_course_nobody_followed_into_practice_is_told_of(nordby: Nordby) -> None:
    made = course(nordby, "Analyse", stage="afsluttet", spent=1)
    assert "Ikke fulgt ind i praksis" in nordby.client("raadgiver").get(reverse("uddannelse")).content.decode()
    Training.objects.filter(pk=made.pk).update(exercise="To og to på teammødet")
    assert "Ikke fulgt ind i praksis" not in nordby.client("raadgiver").get(reverse("uddannelse")).content.decode()


@pytest.mark.parametrize(
    ("who", "learned", "lacks"),
    [
        ("teamleder", True, True),
        ("raadgiver", False, False),
        ("teamleder_syd", False, False),
        ("centerchef", False, False),
    ],
)
def test_who_has_learned_what_is_named_for_the_leader_of_the_unit(
    nordby: Nordby, who: str, *, learned: bool, lacks: bool
) -> None:
    people = [nordby.people["raadgiver"]]
    course(nordby, "Analyse", stage="afsluttet", competence="Analyse", spent=1, participants=people)
    page = nordby.client(who).get(reverse("uddannelse")).content.decode()
    table = page[page.index("Hvem har lært hvad") :]
    assert ("Navn på raadgiver" in table) is learned
    assert ("Navn på medraadgiver" in table) is lacks
    if who == "raadgiver":
        assert "Færre end 5 ansatte" in table


def test_the_training_plan_stands_on_paper_without_names(nordby: Nordby) -> None:
    from docx import Document

    area = FocusArea.objects.get(key="plan-fokusomraade")
    people = [nordby.people["raadgiver"]]
    course(nordby, "Analyse", stage="afsluttet", spent=100_000, participants=people, area=area)
    answer = nordby.client("raadgiver").get(reverse("uddannelsesplan", args=("plan-strategi", "docx")))
    paper = Document(BytesIO(answer.content))
    cells = {cell.text for table in paper.tables for row in table.rows for cell in row.cells}
    assert {"Uddannelsespulje 2026", "250.000", "100.000", "150.000", "Området", "1 deltagere"} <= cells
    assert not any("Navn på" in each for each in cells)
    assert nordby.client("raadgiver").get(reverse("uddannelsesplan", args=("plan-strategi", "exe"))).status_code == 404


def questions(nordby: Nordby) -> int:
    client = nordby.client("teamleder")
    client.get(reverse("uddannelse"))
    with CaptureQueriesContext(connection) as asked:
        assert client.get(reverse("uddannelse")).status_code == 200
    return len(asked)


def test_the_page_asks_as_many_questions_whatever_is_written(nordby: Nordby) -> None:
    given: dict[str, Any] = {
        "stage": "afsluttet",
        "competence": "Analyse",
        "participants": [nordby.people["raadgiver"]],
    }
    course(nordby, "Første", **given)
    few = questions(nordby)
    for number in range(8):
        course(nordby, f"Kursus {number}", **given | {"competence": f"Kunnen {number}"})
    assert questions(nordby) == few
