"""Does the example hold what Randers' paper says, both of what differs, and a mark on all that is invented?"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from pejl.web.examples.randers import fill
from pejl.web.examples.randers.strategy import INVENTED
from pejl.web.plan.goals_page import overview
from pejl.web.plan.models import (
    FocusArea,
    LocalGoal,
    OutsideGoal,
    PlanChange,
    RoundAnswer,
    Strategy,
    StrategyVersion,
    WheelDone,
)
from pejl.web.plan.rounds import Stand, read, stands
from pejl.web.plan.wheel import State
from pejl.web.plan.wheel_sources import year_of
from tests.web.kept import keep

# It is written on both databases by test_examples; what it says is no database's doing.
pytestmark = pytest.mark.one_database

THEN = datetime(2017, 6, 6, 9, tzinfo=UTC)
TODAY = THEN.date()
UNITS = ["PPR", "Udføreområdet", "Myndighed", "Krisecenteret"]


@pytest.fixture(scope="module")
def written(django_db_setup: None, django_db_blocker: Any) -> Any:
    """Written once: every value of it goes through the log."""
    from tests.web.nordby import Nordby

    def build() -> Nordby:
        fill(now=THEN)
        return Nordby()

    with django_db_blocker.unblock():
        return keep(build)


@pytest.fixture
def randers(written: Any, db: None) -> Strategy:
    written.again()
    return Strategy.objects.get()


def test_ten_visions_in_two_families_with_purposes_markers_and_the_partnerships_goals(randers: Strategy) -> None:
    families = list(FocusArea.objects.order_by("number").values_list("family", flat=True))
    assert families == ["borger"] * 5 + ["organisation"] * 5
    assert len(randers.purposes.splitlines()) == 5
    assert [each.number for each in OutsideGoal.objects.filter(body__startswith="KL")] == [1, 2, 3]
    assert [each.number for each in OutsideGoal.objects.filter(body__startswith="Partnerskabet")] == [1, 2, 3, 4, 5, 6]
    assert all(each.source and each.vision and each.reasoning for each in FocusArea.objects.all())


def test_where_the_paper_differs_with_itself_both_are_kept(randers: Strategy) -> None:
    assert "2016-19" in randers.period_words  # X2
    assert "treårig" in randers.period_words
    told = {each.name: each.order_words for each in FocusArea.objects.filter(family="borger")}
    # X3: the third stands third in both.
    assert told["Tværgående samarbejde"] == ""
    assert told["Medbestemmelse"].startswith("Nr. 5 i kapitlerne og nr. 1 i papirets opsummering.")
    assert sum(bool(each) for each in told.values()) == 4


def test_four_units_have_goals_and_gaps_and_what_the_paper_does_not_say_is_marked(randers: Strategy) -> None:
    told = overview(read(randers))
    assert [each.name for each in told.units] == UNITS
    assert len(told.cells) == 40
    assert [unit.name for unit, _ in told.gaps] == UNITS
    assert {each.state for each in LocalGoal.objects.all()} == {"godkendt"}
    assert set(LocalGoal.objects.values_list("source", flat=True)) == {INVENTED}
    assert set(RoundAnswer.objects.values_list("source", flat=True)) == {INVENTED}
    assert all(each.why.startswith("Opdigtet eksempel") for each in WheelDone.objects.all())


def test_three_rounds_are_answered_and_the_late_ones_told(randers: Strategy) -> None:
    sending, *followed, adjusted = stands(read(randers), today=TODAY)
    assert [each.round.due for each in followed] == [date(2016, 9, 30), date(2016, 12, 31), date(2017, 3, 31)]
    assert [each.late for each in sending.units] == [0, 0, 0, 5]
    assert {each.stand for told in followed for each in told.units} == {Stand.DONE, Stand.LATE_DONE}
    assert [each.stand for each in followed[1].units][-1] == Stand.LATE_DONE
    assert adjusted.version is not None
    assert adjusted.version.number == 2


def test_the_first_version_still_reads_as_it_was_decided(randers: Strategy) -> None:
    first, second = (str(each.content) for each in StrategyVersion.objects.order_by("number"))
    changed = "I det kommende år spørger alle fire enheder barnet"
    assert changed not in first
    assert changed in second


def test_the_time_plan_stands_in_the_wheel(randers: Strategy) -> None:
    found = year_of(randers, today=TODAY).between(date(2016, 4, 1), date(2017, 5, 31), today=TODAY)
    told = [(each.item.when_words or each.day.isoformat(), each.state) for each in found]
    assert told == [
        ("2016-04-08", State.HELD),
        ("2016-04-26", State.HELD),
        ("April 2016", State.HELD),
        ("Maj-juni 2016", State.HELD),
        ("Ultimo juni 2016", State.LATE),  # eleven cells have no goal
        ("September 2016", State.HELD),
        ("December 2016", State.HELD),
        ("Marts 2017", State.HELD),
        ("Maj 2017", State.HELD),
    ]


def test_filling_it_again_changes_nothing(randers: Strategy) -> None:
    before = PlanChange.objects.count()
    fill(now=THEN)
    assert PlanChange.objects.count() == before
