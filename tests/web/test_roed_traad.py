"""Does the red thread go both ways: from a focus area to its figures, and from a child's case to what we work on?"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from pejl.indicators import by_key
from pejl.web.access.actions import Doing
from pejl.web.access.models import LogEntry
from pejl.web.insight.actions import measure
from pejl.web.plan.actions import new, put
from pejl.web.plan.models import Effect, Evidence, Experience, FocusArea, Judgement, Strategy
from tests.web.nordby import NOW, PROTECTED, TODAY, Nordby
from tests.web.overview_pages import page, tell, words

# Every sheet is written on both databases by test_sheets, and the pages are opened by test_roles and test_scope.
pytestmark = pytest.mark.one_database

PLACED, HEARD, IN_A_DAY = "anbringelser.anbragte", "barnets_stemme.foer_afgoerelse", "underretninger.vurderet_24_timer"
AREA = "/noegletal/omraade/plan-fokusomraade/"


@pytest.fixture
def planned(nordby: Nordby) -> Nordby:
    """The effect is seen by two figures, by children's experience and by the goals of their plans."""
    doing, effect = _doing(nordby), Effect.objects.get(key="plan-effekt")
    Evidence.objects.filter(effect=effect).update(removed_at=NOW)
    for key in (PLACED, HEARD):
        new(Evidence, doing=doing, effect=effect, kind="indikator", subject=key, expected="Flere hver måned")
    new(Evidence, doing=doing, effect=effect, kind="planmaal")
    new(Evidence, doing=doing, effect=effect, kind="oplevelse", who="barn")
    return nordby


def _doing(nordby: Nordby) -> Doing:
    return Doing(by=nordby.people["afdelingsleder"], at=NOW - timedelta(days=2))


# --- from the area ------------------------------------------------------------------------------------------------


def test_an_area_shows_its_effects_beside_what_shows_them(planned: Nordby) -> None:
    tell(planned, "egen", "maal_aftalt", days_ago=90, thread="M1")
    tell(planned, "egen", "maal_vurderet", days_ago=60, thread="M1", fields={"maalstatus": "uaendret"})
    tell(planned, "egen", "maal_vurderet", days_ago=20, thread="M1", fields={"maalstatus": "fremgang"})
    measure(now=NOW)
    shown = words(page(planned.client("teamleder"), AREA))
    assert "Effekten" in shown
    assert f"{by_key(PLACED).name} , maj 2026: 2" in shown
    assert "Det venter vi at se: Flere hver måned" in shown
    assert "1 mål er vurderet det seneste år. Fremgang: 1." in shown  # by the newest judgement
    assert "Det var rart." in shown
    assert "Vides ikke" in shown
    assert "Ingen kan se den" not in shown


def test_an_effect_nobody_can_see_is_named(planned: Nordby) -> None:
    doing = _doing(planned)
    new(Effect, doing=doing, area=FocusArea.objects.get(), level="organisation", text="Vi tør mere", number=9)
    shown = words(page(planned.client("teamleder"), AREA))
    assert "Det kan ingen se endnu Vi tør mere" in shown


def test_experiences_of_different_people_stand_apart_and_the_newest_judgement_is_the_one(planned: Nordby) -> None:
    doing, effect = _doing(planned), Effect.objects.get(key="plan-effekt")
    new(Experience, doing=doing, effect=effect, who="partner", method="interview", on=TODAY, words="Skolen venter.")
    new(Judgement, doing=doing, effect=effect, on=TODAY, verdict="delvist", words="Nu er det bedre.", by="Lederen")
    shown = words(page(planned.client("teamleder"), AREA))
    assert (
        shown.index("Børn") < shown.index("Det var rart.") < shown.index("Samarbejdspartnere") < shown.index("Skolen")
    )
    assert "Delvist nået : Nu er det bedre." in shown


def test_only_those_with_authority_over_the_cases_are_led_to_them(planned: Nordby) -> None:
    measure(now=NOW)
    assert f"/noegletal/{PLACED}/sager/" in page(planned.client("teamleder"), AREA)
    assert "/sager/" not in page(planned.client("centerchef"), AREA)


# --- from the case ------------------------------------------------------------------------------------------------


def test_a_case_tells_its_adviser_which_areas_it_bears_on(planned: Nordby) -> None:
    shown = words(page(planned.client("raadgiver"), "/sag/egen/roed-traad/"))
    assert "Området" in shown
    assert by_key(PLACED).for_child in shown
    # The decision of February was made without anything being written of the child.
    assert f"{by_key(HEARD).for_child} Nej" in shown
    assert by_key(IN_A_DAY).name not in shown  # no effect points to it


def test_it_follows_what_is_registered_and_what_is_planned(planned: Nordby) -> None:
    tell(planned, "egen", "samtale_med_barnet", days_ago=125)
    tell(planned, "egen", "anbringelse_ophoert", days_ago=3, thread="I1")
    shown = words(page(planned.client("raadgiver"), "/sag/egen/roed-traad/"))
    assert f"{by_key(HEARD).for_child} Ja" in shown
    assert by_key(PLACED).for_child not in shown  # as it stands now: not placed any more
    put(Strategy.objects.get(key="plan-strategi"), doing=_doing(planned), reason="Ny strategi", status="erstattet")
    assert "Ingen tal i strategien endnu" in page(planned.client("raadgiver"), "/sag/egen/roed-traad/")


def test_an_adviser_is_not_led_to_totals_and_the_case_is_logged_as_opened(planned: Nordby) -> None:
    opened = LogEntry.objects.filter(act=LogEntry.Act.READ, case_key="egen", username="raadgiver")
    before = opened.count()
    shown = page(planned.client("raadgiver"), "/sag/egen/roed-traad/")
    assert "/noegletal/" not in shown
    assert "/plan/omraade/plan-fokusomraade/" in shown
    assert opened.count() == before + 1
    assert f"/noegletal/{PLACED}/" in page(planned.client("teamleder"), "/sag/egen/roed-traad/")


@pytest.mark.parametrize("key", ["syd", PROTECTED, "findes-ikke"])
def test_another_s_case_is_not_there(planned: Nordby, key: str) -> None:
    assert planned.client("raadgiver").get(f"/sag/{key}/roed-traad/").status_code == 404


def test_the_case_leads_to_its_thread(planned: Nordby) -> None:
    shown = page(planned.client("raadgiver"), "/sag/egen/")
    assert re.search(r'href="/sag/egen/roed-traad/">Det her arbejder vi med', shown)
