"""Does the plan show its goals, whose words they are and how they go, name what is old, and give the family a paper?"""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from pejl.events import FieldValue
from pejl.web.access.models import Case, LogEntry, Naming
from pejl.web.cases.goals import MANY, plan_name
from pejl.web.cases.models import Child
from tests.web.nordby import FIRST, TODAY, Nordby
from tests.web.test_registering import opened
from tests.web.test_sagens_vej import a_case, tell

URL = "/sag/planlagt/planen/"


def goal(number: int = 1, days: int = 90, **more: FieldValue) -> tuple[str, int, str, dict[str, FieldValue]]:
    told: dict[str, FieldValue] = {"maal": f"Ord {number}", "hvis_ord": "barnet", "maales_paa": f"Ses {number}"}
    return "maal_aftalt", days, f"M{number}", {**told, "aftalt_med": "Mor", **more}


def judged(number: int, days: int, status: str) -> tuple[str, int, str, dict[str, FieldValue]]:
    return "maal_vurderet", days, f"M{number}", {"maalstatus": status, "vurdering": f"Vurdering {days}"}


def page(client: Client, url: str = URL) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.fixture
def client(nordby: Nordby) -> Client:
    """The adviser, who has a case with a plan and one goal."""
    case = a_case(nordby, "planlagt")
    Child.objects.create(case=case, name="Barn Planlagt", name_sort="barn planlagt", born=date(2016, 2, 1))
    plan: dict[str, FieldValue] = {"barnets_ord": "Jeg vil bo hjemme", "vurdering": "Hjælpen passer"}
    tell(case, ("plan_lavet", 95, "I1", plan), goal())
    return nordby.client("raadgiver")


# --- the goals ------------------------------------------------------------------------------------------------


def test_a_goal_stands_with_its_words_and_whose_they_are(client: Client) -> None:
    told = text(page(client))
    for words in ("Barnets plan", "Ord 1", "Hvis ord Barnets", "med Mor", "Ses 1", "Ikke vurderet endnu"):
        assert words in told
    assert "Jeg vil bo hjemme" in told


def test_the_latest_status_comes_first_with_its_history_and_the_follow_ups_that_used_it(
    client: Client, nordby: Nordby
) -> None:
    case = a_case(nordby, "fulgt")
    tell(
        case,
        goal(days=90),
        judged(1, 62, "uaendret"),
        ("opfoelgning_holdt", 60, "I1", {}),
        judged(1, 30, "fremgang"),
        ("opfoelgning_holdt", 30, "I1", {}),
    )
    html = page(client, "/sag/fulgt/planen/")
    told = text(html)
    assert told.index("Fremgang") < told.index("Uændret")
    days = [(TODAY - timedelta(days=ago)) for ago in (60, 30)]
    assert re.search(rf"Brugt ved opfølgningerne {days[0].day}\. \w+ 2026, {days[1].day}\. \w+ 2026", told)
    assert "Ikke vurderet ved den seneste opfølgning" not in told


def test_a_goal_that_was_passed_over_at_the_last_follow_up_is_named(client: Client, nordby: Nordby) -> None:
    case = a_case(nordby, "forbigaaet")
    tell(case, goal(), goal(2), judged(1, 20, "fremgang"), ("opfoelgning_holdt", 20, "I1", {}))
    html = page(client, "/sag/forbigaaet/planen/")
    assert "men ét mål er hverken vurderet til opfølgningen eller siden" in text(html)
    marked = [each for each in re.findall(r"<h3>(.*?)</h3>", html, re.DOTALL) if "Ikke vurderet" in each]
    assert len(marked) == 1
    assert "Ord 2" in marked[0]
    tell(case, judged(2, 1, "uaendret"))
    assert "hverken vurderet" not in text(page(client, "/sag/forbigaaet/planen/"))


def test_a_goal_that_is_reached_stands_apart_and_is_not_judged_again(client: Client, nordby: Nordby) -> None:
    tell(a_case(nordby, "naaet"), goal(), judged(1, 3, "naaet"))
    html = page(client, "/sag/naaet/planen/")
    assert "Mål, der er nået eller lagt væk" in html
    assert "Der er ingen mål lige nu" in html
    assert "/registrer/maal_vurderet/" not in html


def test_the_day_of_a_goal_that_has_passed_is_said_kindly(client: Client, nordby: Nordby) -> None:
    tell(a_case(nordby, "sent"), goal(senest=(TODAY - timedelta(days=1)).isoformat()))
    told = text(page(client, "/sag/sent/planen/"))
    assert "Skulle være nået 9. juni 2026" in told
    assert "overskredet" not in told


@pytest.mark.parametrize(("number", "warned"), [(MANY, False), (MANY + 1, True)])
def test_too_many_goals_are_asked_about(client: Client, nordby: Nordby, number: int, warned: bool) -> None:
    tell(a_case(nordby, "mange"), *(goal(each) for each in range(number)))
    assert ("Er der for mange mål?" in page(client, "/sag/mange/planen/")) is warned


def test_a_goal_is_judged_from_the_page_in_its_own_course_and_back(client: Client, nordby: Nordby) -> None:
    case = a_case(nordby, "to-maal")
    tell(case, goal(), goal(2))
    links = re.findall(r'href="(/sag/to-maal/registrer/maal_vurderet/[^"]*)"', page(client, "/sag/to-maal/planen/"))
    assert len(set(links)) == 2
    url = links[1].replace("&amp;", "&")
    assert "M2" not in url
    form = opened(client, url)
    assert form["forloeb"] == "M2"
    answer = client.post(url, {**form, "dag": TODAY.isoformat(), "f_maalstatus": "fremgang"})
    assert answer["Location"] == "/sag/to-maal/planen/"
    assert "Fremgang" in page(client, "/sag/to-maal/planen/")


def test_what_was_corrected_is_no_goal(client: Client, nordby: Nordby) -> None:
    case = a_case(nordby, "rettet")
    tell(case, goal())
    tell(case, ("rettelse", 0, "M1", {"replaces": "rettet-maal_aftalt-90-M1", "reason": "Forkert barn"}))
    assert "Ord 1" not in page(client, "/sag/rettet/planen/")


# --- the plan -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "born", "name"),
    [
        (date(2023, 12, 31), date(2006, 1, 1), "Handleplan"),
        (date(2024, 1, 1), date(2008, 1, 2), "Barnets plan"),
        (date(2024, 1, 2), date(2008, 1, 2), "Ungeplan"),
        (date(2026, 1, 1), None, "Barnets plan"),
    ],
)
def test_the_plan_is_named_by_the_law_of_its_day(day: date, born: date | None, name: str) -> None:
    assert plan_name(day, born=born) == name


def test_a_follow_up_that_asked_for_something_else_makes_the_plan_old(client: Client, nordby: Nordby) -> None:
    assert "Er planen stadig rigtig?" not in page(client)
    case = Case.objects.get(key="planlagt")
    tell(case, ("opfoelgning_holdt", 10, "I1", {"konsekvens": "justeres"}))
    assert "indsatsen justeres" in text(page(client))
    tell(case, ("plan_revideret", 5, "I1", {}))
    html = page(client)
    assert "Er planen stadig rigtig?" not in html
    assert "Barnets plan lavet" in html.partition("Planen før")[2]


def test_what_the_law_says_of_the_plan_stands_with_its_limit(nordby: Nordby) -> None:
    told = text(page(nordby.client("raadgiver"), "/sag/egen/planen/"))
    assert "Plan ved anbringelse med samtykke" in told
    assert re.search(r"overskredet\s+Lov", told)


# --- the paper for the family ---------------------------------------------------------------------------------


def test_the_paper_holds_the_goals_and_nothing_of_what_others_think(client: Client, nordby: Nordby) -> None:
    case = Case.objects.get(key="planlagt")
    tell(case, judged(1, 3, "fremgang"))
    told = text(page(client, f"{URL}?udgave=familien").partition("<main")[2])
    assert "Ord 1" in told
    assert "fremgang" in told
    for words in ("Vurdering 3", "Jeg vil bo hjemme", "Hjælpen passer", "NB-planlagt"):
        assert words not in told


def test_where_the_parents_were_suspected_the_childs_own_words_stay_out_of_the_paper(client: Client) -> None:
    case = Case.objects.get(key="planlagt")
    tell(case, ("underretning_modtaget", 200, "U1", {"foraeldre_mistaenkt": True}), goal(2, hvis_ord="foraeldre"))
    told = text(page(client, f"{URL}?udgave=familien").partition("<main")[2])
    assert "Ord 1" not in told
    assert "Ord 2" in told
    assert "Ord 1" in text(page(client))


# --- who may read what ----------------------------------------------------------------------------------------


def test_who_may_not_read_text_sees_that_there_is_a_goal_and_no_words(nordby: Nordby, client: Client) -> None:
    office = nordby.people["administrativ"]
    case = Case.objects.get(key="planlagt")
    Naming.objects.create(case=case, user=office, named_as=Naming.As.MEDRAADGIVER, first=FIRST, given_by="Leder")
    for url in (URL, f"{URL}?udgave=familien"):
        told = text(page(nordby.client("administrativ"), url))
        assert "Ord 1" not in told
        assert "Hjælpen passer" not in told
    assert "Mål 1" in text(page(nordby.client("administrativ")))


def test_beside_a_case_system_codes_and_days_stand_alone(client: Client, settings: Settings) -> None:
    settings.PEJL_MODE = "ved_siden_af"
    told = text(page(client))
    assert "Planens og målenes ord står i fagsystemet" in told
    assert "Hvis ord Barnets" in told
    assert "Ord 1" not in told
    assert "Ord 1" not in text(page(client, f"{URL}?udgave=familien"))


@pytest.mark.parametrize("person", ["syd", "vikar", "centerchef", "systemansvarlig"])
def test_who_may_not_open_the_case_gets_no_plan(nordby: Nordby, client: Client, person: str) -> None:
    assert nordby.client(person).get(URL).status_code == 404
    assert client.get("/sag/beskyttet/planen/").status_code == 404


def test_reading_the_plan_is_logged(client: Client) -> None:
    page(client)
    assert LogEntry.objects.filter(act=LogEntry.Act.READ, case_key="planlagt", username="raadgiver").count() == 1


def test_more_goals_ask_no_more_questions(client: Client, nordby: Nordby) -> None:
    case = Case.objects.get(key="planlagt")
    counts = []
    for number in (1, 2):
        page(client)
        with CaptureQueriesContext(connection) as caught:
            page(client)
        counts.append(len(caught))
        if number == 1:
            tell(case, *(goal(each) for each in range(2, 9)), judged(2, 4, "fremgang"))
    assert counts[0] == counts[1]
