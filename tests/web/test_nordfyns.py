"""Is Nordfyns in the example what its paper says: four areas, 18 actions, 750.000 kr., two periods kept?"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from typing import Any

import pytest

from pejl.web.examples import EXAMPLES
from pejl.web.plan.areas import areas_of, unseen
from pejl.web.plan.models import (
    Action,
    Course,
    FocusArea,
    OutsideReview,
    PlanChange,
    Project,
    Strategy,
    ThemeMeeting,
    Training,
    Wording,
)
from pejl.web.plan.practice import approved_cases, departments, units_of
from pejl.web.plan.theme_meetings import years
from pejl.web.plan.training_page import accounts, together
from tests.web.kept import keep
from tests.web.nordby import Nordby

# It is written on both databases by test_examples; what it says is no database's doing.
pytestmark = pytest.mark.one_database

NOW = datetime(2024, 4, 15, 8, tzinfo=UTC)


@pytest.fixture(scope="module")
def written(django_db_setup: None, django_db_blocker: Any) -> Any:
    """Written once: every value of it goes through the log."""

    def build() -> Nordby:
        EXAMPLES["nordfyns"].fill(now=NOW)
        return Nordby()

    with django_db_blocker.unblock():
        return keep(build)


@pytest.fixture
def strategy(written: Any, db: None) -> Strategy:
    written.again()
    return Strategy.objects.get(status="i_kraft")


def test_the_counts_are_the_papers(strategy: Strategy) -> None:
    assert FocusArea.objects.count() == 4
    numbers = Action.objects.values_list("area__number", flat=True)
    assert Counter(numbers) == {1: 5, 2: 5, 3: 5, 4: 3}
    (whole,) = together(accounts(strategy))
    assert whole.amount == 750_000
    assert {each.amount for each in accounts(strategy)} == {250_000}
    assert all(each.name == "Uddannelsespulje" for each in accounts(strategy))
    course = Course.objects.get()
    assert (course.analysis_cases, OutsideReview.objects.get().course_id) == (20, course.pk)
    assert strategy.replaces_id == course.strategy_id


def test_where_the_paper_contradicts_itself_both_are_kept_with_their_place(strategy: Strategy) -> None:
    told = {each.says: each.source for each in Wording.objects.all()}
    assert len(told) == 2
    assert any("2020-2022" in says and "Baggrund" in source for says, source in told.items())
    assert any("2020-2023" in says and "Indledning" in source for says, source in told.items())
    assert strategy.replaces is not None
    assert (strategy.replaces.first, strategy.replaces.last) == (None, None)


def test_two_theme_meetings_a_year_with_days_that_are_said_to_be_invented(strategy: Strategy) -> None:
    assert [(each.year, each.missing) for each in years(strategy)] == [(2023, 0), (2024, 0), (2025, 0)]
    assert all("Opdigtet dato" in each.when_words for each in ThemeMeeting.objects.all())


def test_every_department_but_the_outside_places_has_told_a_case(strategy: Strategy) -> None:
    told = {each.unit_id for each in approved_cases(strategy)}
    silent = [each.name for each in departments(units_of(strategy)) if each.pk not in told]
    assert silent == ["Opholdssteder og døgninstitutioner"]
    assert all("Opdigtet" in each.source for each in approved_cases(strategy))


def test_every_effect_can_be_seen_and_no_invented_course_looks_like_the_papers(strategy: Strategy) -> None:
    assert unseen(areas_of(strategy)) == []
    assert all("Opdigtet" in each.source for each in Training.objects.all())
    assert {each.area.number for each in Training.objects.all() if each.area} == {1}


def test_what_ended_was_handed_over_and_nothing_is_written_in_the_future(strategy: Strategy) -> None:
    project = Project.objects.get(name="Barnets første 1000 dage")
    assert (project.decision, project.last, project.kept_by) == ("drift", date(2022, 12, 31), "Sundhedsplejen")
    assert not PlanChange.objects.filter(at__gt=NOW).exists()
