"""Does an adviser see the one or two things we work on, and what they mean in the cases that are theirs alone?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pejl.indicators import INDICATORS, Unit
from pejl.web.access.actions import Doing
from pejl.web.access.models import Case
from pejl.web.cases.reads import Reading
from pejl.web.insight.mine import mine, working_on
from pejl.web.plan.actions import new, put
from pejl.web.plan.models import Action, Effect, Evidence, FocusArea, Strategy
from tests.web.nordby import NOW, TODAY, Nordby

# What it asks and writes goes through the same actions as every sheet, which are tried on both.
pytestmark = pytest.mark.one_database

IN_24_HOURS = next(each for each in INDICATORS if "24" in each.name and each.unit is Unit.SHARE)


def doing(nordby: Nordby) -> Doing:
    return Doing(by=nordby.people["afdelingsleder"], at=NOW)


@pytest.fixture
def seen(nordby: Nordby) -> Action:
    """The action shall be seen as its effect, by the 24 hours."""
    effect = Effect.objects.get(key="plan-effekt")
    new(Evidence, doing=doing(nordby), effect=effect, kind="indikator", subject=IN_24_HOURS.key)
    return put(Action.objects.get(key="plan-handling"), doing=doing(nordby), effects=[effect])


def strategy() -> Strategy:
    return Strategy.objects.get(key="plan-strategi")


def test_the_adviser_sees_the_action_why_and_their_own_cases(nordby: Nordby, seen: Action) -> None:
    page = nordby.client("raadgiver").get(reverse("min-strategi")).content.decode()
    for told in ("Handlingen", "Formålet", IN_24_HOURS.name, "Barn Egen"):
        assert told in page
    for another in ("Barn Syd", "Barn Beskyttet", "Barn Uden"):
        assert another not in page


def test_the_named_person_sees_the_protected_case_only_if_it_is_theirs(nordby: Nordby, seen: Action) -> None:
    assert "Barn Beskyttet" not in nordby.client("navngivet").get(reverse("min-strategi")).content.decode()


def test_who_has_no_cases_sees_what_we_work_on_and_nothing_of_any_child(nordby: Nordby, seen: Action) -> None:
    page = nordby.client("centerchef").get(reverse("min-strategi")).content.decode()
    assert "Handlingen" in page
    assert "I dine sager" not in page


def test_the_owner_finds_what_they_answer_for_and_can_tell_how_it_stands(nordby: Nordby) -> None:
    Action.objects.filter(key="plan-handling").update(owner=nordby.people["raadgiver"])
    page = nordby.client("raadgiver").get(reverse("min-strategi")).content.decode()
    assert "Dem, du er ansvarlig for" in page
    assert reverse("ark-ny", args=("status", "plan-handling")) in page
    assert "Dem, du er ansvarlig for" not in nordby.client("vikar").get(reverse("min-strategi")).content.decode()


def test_what_is_in_focus_comes_before_what_only_has_a_low_number(nordby: Nordby) -> None:
    focus = new(FocusArea, doing=doing(nordby), strategy=strategy(), name="I fokus", focus_from=TODAY)
    for number in range(3):
        new(Action, doing=doing(nordby), strategy=strategy(), name=f"F{number}", area=focus, stage="i_gang", number=5)
    assert [each.name for each in working_on(strategy(), today=TODAY)] == ["F0", "F1"]
    before = working_on(strategy(), today=TODAY - timedelta(days=1))
    assert before[0].name == "Handlingen"


def test_the_numbers_are_those_of_the_cases(nordby: Nordby, seen: Action) -> None:
    [work] = mine([seen], Case.objects.filter(key="egen").select_related("child"), at=NOW)
    [here] = work.here
    # One of the two notifications lies within three months, and nobody looked at it in 24 hours.
    assert (here.yes, here.no, here.unknown) == (0, 1, 0)
    assert [case.key for case, _ in here.first] == ["egen"]


def test_a_case_that_can_have_nothing_is_not_read(
    nordby: Nordby, seen: Action, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def reads(cases: QuerySet[Case], reading: Reading) -> Iterator[Any]:
        read.extend(case.key for case in cases)
        return iter(())

    monkeypatch.setattr("pejl.web.insight.mine.reads", reads)
    own = Case.objects.filter(key="egen").select_related("child")
    for later in (0, 2_000):
        mine([seen], own, at=NOW + timedelta(days=later))
    assert read == ["egen"]


def test_the_page_asks_as_many_questions_however_many_cases(nordby: Nordby, seen: Action) -> None:
    client, address = nordby.client("raadgiver"), reverse("min-strategi")
    client.get(address)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    few = asked()
    Case.objects.filter(key__in=["syd", "uden"]).update(adviser="RAAD")
    assert asked() == few
