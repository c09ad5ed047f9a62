"""Does a theme meeting show its four parts, what was agreed last time, and who has told nothing?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pejl.web.access.actions import Doing
from pejl.web.plan.actions import new, put
from pejl.web.plan.models import (
    Effect,
    Evidence,
    Experience,
    FocusArea,
    Judgement,
    Option,
    PlanUnit,
    PracticeCase,
    Strategy,
    ThemeMeeting,
)
from pejl.web.plan.theme_meetings import subjects, years
from tests.web.nordby import NOW, TODAY, Nordby

# Every sheet is written on both databases by test_sheets, and the pages are opened by test_roles and test_scope.
pytestmark = pytest.mark.one_database

BEFORE, AFTER = TODAY - timedelta(days=90), TODAY + timedelta(days=90)


def doing(nordby: Nordby) -> Doing:
    return Doing(by=nordby.people["afdelingsleder"], at=NOW)


def strategy() -> Strategy:
    return Strategy.objects.get(key="plan-strategi")


def meeting(nordby: Nordby, name: str, on: date, **values: Any) -> ThemeMeeting:
    area = FocusArea.objects.get(key="plan-fokusomraade")
    return new(ThemeMeeting, doing=doing(nordby), strategy=strategy(), name=name, on=on, themes=[area], **values)


def page_of(nordby: Nordby, row: ThemeMeeting, who: str = "raadgiver") -> str:
    answer = nordby.client(who).get(reverse("temamoede", args=(row.key,)))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_year_with_fewer_than_two_is_told_of(nordby: Nordby) -> None:
    put(strategy(), doing=doing(nordby), first=date(2025, 1, 1), last=date(2027, 12, 31))
    meeting(nordby, "Efterår", date(2026, 11, 2))
    assert [(each.year, each.missing) for each in years(strategy())] == [(2025, 2), (2026, 0), (2027, 2)]
    page = nordby.client("raadgiver").get(reverse("temamoeder")).content.decode()
    assert "Der er intet temamøde i 2025. Strategien regner med to om året." in page
    assert "i 2026." not in page
    assert '<h2 id="aar-2026">2026</h2>' in page


def test_a_strategy_without_theme_meetings_is_not_reminded(nordby: Nordby) -> None:
    ThemeMeeting.objects.update(removed_at=NOW)
    page = nordby.client("raadgiver").get(reverse("temamoeder")).content.decode()
    assert "Ingen temamøder endnu" in page
    assert "Der mangler et møde" not in page


def test_the_meeting_shows_what_was_known_by_its_day(nordby: Nordby) -> None:
    effect = Effect.objects.get(key="plan-effekt")
    Judgement.objects.update(removed_at=NOW)
    ways: tuple[dict[str, Any], ...] = (
        {"kind": "indikator", "subject": "planer.foreligger"},
        {"kind": "tilsyn", "question": "Står barnets mening i sagen?"},
        {"kind": "planmaal"},
    )
    for way in ways:
        new(Evidence, doing=doing(nordby), effect=effect, **way)
    for day, said_then in ((BEFORE, "Før mødet"), (AFTER, "Efter mødet")):
        said: dict[str, Any] = {"on": day, "words": said_then}
        new(Judgement, doing=doing(nordby), effect=effect, verdict="delvist", by="Lederen", **said)
        new(Experience, doing=doing(nordby), effect=effect, who="ung", method="interview", **said)
    page = page_of(nordby, meeting(nordby, "Nu", TODAY))
    assert page.count("Før mødet") == 2
    assert "Efter mødet" not in page
    for words in ("Står barnets mening i sagen?", "Mål i børnenes planer", "Pejl kan endnu ikke holde ledelsestilsyn"):
        assert words in page
    # Figures are for those who may read totals.
    link = reverse("noegletal-omraade", args=("plan-fokusomraade",))
    assert link not in page
    assert link in page_of(nordby, ThemeMeeting.objects.get(name="Nu"), "centerchef")


def test_of_two_judgements_on_a_day_the_one_written_last_is_shown(nordby: Nordby) -> None:
    effect = Effect.objects.get(key="plan-effekt")
    Judgement.objects.update(removed_at=NOW)
    for verdict in ("naaet", "delvist"):
        new(Judgement, doing=doing(nordby), effect=effect, on=BEFORE, verdict=verdict, words="Ord.", by="Lederen")
    [subject] = subjects(meeting(nordby, "Efterår", AFTER))
    shown = [each.judged for _, wanted in subject.levels for each in wanted if each.effect == effect]
    assert [each.verdict for each in shown if each] == ["delvist"]


def test_the_next_meeting_says_what_the_last_agreed_and_what_came_of_it(nordby: Nordby) -> None:
    ThemeMeeting.objects.update(removed_at=NOW)
    last = meeting(nordby, "Forår", BEFORE, agreed="Vi begynder med makkere.", held=True)
    chosen: dict[str, Any] = {"outcome": "valgt", "followed": "Otte sager har en makker."}
    new(Option, doing=doing(nordby), meeting=last, text="Makkere på svære sager", **chosen)
    new(Option, doing=doing(nordby), meeting=last, text="Et vikarhold", outcome="fravalgt")
    page = page_of(nordby, meeting(nordby, "Efterår", AFTER, follow_up="Det går langsommere, end vi ville."))
    for told in ("Vi begynder med makkere.", "Otte sager har en makker.", "Det går langsommere, end vi ville."):
        assert told in page
    assert "Et vikarhold" not in page
    assert "Siden sidste temamøde" not in page_of(nordby, last)


def test_departments_without_an_approved_case_are_named_and_drafts_are_not_shown(nordby: Nordby) -> None:
    PracticeCase.objects.update(removed_at=NOW)
    area = FocusArea.objects.get(key="plan-fokusomraade")
    of: dict[str, Any] = {"strategy": strategy(), "told_on": TODAY, "shows": "lykkes"}
    units = [
        new(PlanUnit, doing=doing(nordby), strategy=strategy(), name=name, part=part)
        for name, part in (("Familiehuset", "sekundaer"), ("Skolerne", "sekundaer"), ("Havnen", "udenfor"))
    ]
    for unit, state, text in ((units[0], "godkendt", "Familien valgte selv."), (units[1], "kladde", "Maja på 9 år.")):
        new(
            PracticeCase,
            doing=doing(nordby),
            unit=unit,
            area=area,
            title="T",
            text=text,
            state=state,
            **of,
        )
    page = page_of(nordby, meeting(nordby, "Nu", TODAY), "afdelingsleder")
    assert "Familien valgte selv." in page
    assert "Maja" not in page
    assert "Ingen godkendt case, men 1 på vej" in page
    assert "Disse har ingen godkendt case om mødets temaer: Enheden, Skolerne." in page
    assert "Havnen" not in page


@pytest.mark.parametrize("late", [True, False])
def test_a_day_that_has_gone_asks_whether_it_was_held(nordby: Nordby, *, late: bool) -> None:
    page = page_of(nordby, meeting(nordby, "Gået", BEFORE, held=not late))
    assert ("Er mødet holdt?" in page) is late


def questions(nordby: Nordby, address: str) -> int:
    client = nordby.client("afdelingsleder")
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_the_pages_ask_as_many_questions_whatever_is_written(nordby: Nordby) -> None:
    row = meeting(nordby, "Nu", TODAY)
    addresses = [reverse("temamoeder"), reverse("temamoede", args=(row.key,)), reverse("praksiscases")]
    few = [questions(nordby, address) for address in addresses]
    area, unit = FocusArea.objects.get(key="plan-fokusomraade"), PlanUnit.objects.get(key="plan-enhed")
    for number in range(6):
        another = new(FocusArea, doing=doing(nordby), strategy=strategy(), name=f"Område {number}", number=number)
        effect = new(Effect, doing=doing(nordby), area=another, level="borger", text="Noget")
        new(Judgement, doing=doing(nordby), effect=effect, on=BEFORE, verdict="delvist", words="Ord.", by="Lederen")
        new(Evidence, doing=doing(nordby), effect=effect, kind="oplevelse", who="barn")
        new(Option, doing=doing(nordby), meeting=row, text=f"Mulighed {number}")
        put(row, doing=doing(nordby), themes=[*row.themes.all(), another])
        told: dict[str, Any] = {"strategy": strategy(), "unit": unit, "area": area, "shows": "lykkes", "told_on": TODAY}
        new(
            PracticeCase,
            doing=doing(nordby),
            title=f"Fortælling {number}",
            text="Det gik godt.",
            state="godkendt",
            **told,
        )
        meeting(nordby, f"Møde {number}", TODAY - timedelta(days=1))
    # The meeting now has one before it, whose choices are asked for.
    assert [questions(nordby, address) for address in addresses] == [few[0], few[1] + 1, few[2]]
