"""Is a talk counted with nobody in it, put right without being overwritten, and shown without giving anybody away?"""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from pejl.web.access.models import ChangeEntry, LogEntry, new_key
from pejl.web.access.person import person_of
from pejl.web.cases.models import EventRow
from pejl.web.counselling import figures
from pejl.web.counselling.early import Use, of_grants, of_talks
from pejl.web.counselling.forms import asked
from pejl.web.counselling.models import Talk
from pejl.web.counselling.offers import OFFERS as OFFERED_EARLY
from pejl.web.counselling.talks import standing, standing_in
from pejl.web.counselling.values import QUESTIONS, Choice, Question
from tests.web.nordby import NOW, TODAY, Nordby

COUNT = "/aaben-raadgivning/"
FIX = f"{COUNT}ret/samtale-a/"
NUMBERS = f"{COUNT}tal/"
OFFERS = f"{COUNT}tilbud/"
JUDGE = f"{OFFERS}grupper/?aar=2026"


def answers(**other: object) -> dict[str, object]:
    """A talk anybody at the desk could have had."""
    told: dict[str, object] = {
        "key": new_key(),
        "day": TODAY.isoformat(),
        "way": "telefon",
        "who": "ung",
        "age": "15_17",
        "themes": ["trivsel", "venner"],
        "need": "samtalen",
        "offered": "ja",
        "led_on": "ingen",
    }
    return {**told, **other}


def talks(number: int, *, day: date, **other: object) -> None:
    """So many of the same kind."""
    told = {**answers(**other), "day": day}
    del told["key"]
    Talk.objects.bulk_create(Talk(**told) for _ in range(number))


# --- nobody in it -------------------------------------------------------------------------------------------------


def test_there_is_nowhere_to_write_a_name_and_no_way_to_a_case(nordby: Nordby) -> None:
    fields = apps.get_model("counselling", "Talk")._meta.get_fields()
    assert not [each for each in fields if each.is_relation]
    assert not [each for each in fields if isinstance(each, models.TextField | models.DateTimeField)]
    html = nordby.client("modtagelse").get(COUNT).content.decode()
    form = html.partition("pejl-talk")[2].partition("</form>")[0]
    typed = set(re.findall(r'type="(\w+)"', form))
    assert typed <= {"hidden", "date", "radio", "checkbox", "submit"}
    assert "<textarea" not in form


def test_what_is_not_on_a_list_is_refused(nordby: Nordby) -> None:
    client = nordby.client("modtagelse")
    for other, told in (
        ({"who": "Barn Egen"}, "Vælg fra listen"),
        ({"themes": []}, "Hvad handlede det om? Vælg et svar."),
        ({"need": ""}, "Hvilket behov så du? Vælg et svar."),
        ({"day": (TODAY + timedelta(days=1)).isoformat()}, "kan ikke ligge i fremtiden"),
        ({"day": (TODAY - timedelta(days=400)).isoformat()}, "højst være et år gammel"),
    ):
        response = client.post(COUNT, answers(**other))
        assert response.status_code == 422
        assert told in response.content.decode()
    assert Talk.objects.count() == 1


def test_the_log_says_who_counted_and_not_which_talk(nordby: Nordby) -> None:
    told = answers()
    assert nordby.client("modtagelse").post(COUNT, told).status_code == 302
    entry = ChangeEntry.objects.get(action="raadgivning_talt")
    assert entry.username == "modtagelse"
    kept = " ".join(str(value) for value in entry.__dict__.values())
    assert not [each for each in (str(told["key"]), "venner", "15_17") if each in kept]
    assert not LogEntry.objects.filter(detail__icontains="venner").exists()


def test_a_worry_is_notified_apart_and_the_law_is_told_as_unconfirmed(nordby: Nordby) -> None:
    html = nordby.client("modtagelse").get(COUNT).content.decode()
    assert "Din egen pligt til at underrette gælder også" in html
    assert "§ 133" in html
    assert "§§ 28-29" in html
    assert "ikke bekræftet" in html
    assert 'href="/nyt-ind/"' in html
    assert COUNT in nordby.client("modtagelse").get("/nyt-ind/").content.decode()


# --- put right ----------------------------------------------------------------------------------------------------


def test_a_double_click_is_one_talk(nordby: Nordby) -> None:
    client, told = nordby.client("administrativ"), answers()
    assert [client.post(COUNT, told).status_code for _ in range(2)] == [302, 302]
    assert Talk.objects.count() == 2


def test_a_correction_is_a_row_of_its_own_and_is_made_once(nordby: Nordby) -> None:
    client, told = nordby.client("modtagelse"), answers(who="barn")
    assert [client.post(FIX, told).status_code for _ in range(2)] == [302, 302]
    assert client.post(FIX, answers()).status_code == 404
    assert Talk.objects.get(key="samtale-a").who == "foraelder"
    assert [talk.who for talk in standing()] == ["barn"]
    assert ChangeEntry.objects.filter(action="raadgivning_rettet").count() == 1


def test_what_was_no_talk_is_taken_out_of_the_numbers(nordby: Nordby) -> None:
    assert nordby.client("modtagelse").post(FIX, answers(taken_back="on")).status_code == 302
    assert not standing().exists()
    assert Talk.objects.count() == 2


def test_after_a_fortnight_it_is_only_a_number(nordby: Nordby) -> None:
    Talk.objects.update(day=TODAY - timedelta(days=15))
    client = nordby.client("modtagelse")
    assert client.get(FIX).status_code == 404
    assert "/ret/samtale-a/" not in client.get(COUNT).content.decode()


# --- the numbers --------------------------------------------------------------------------------------------------


def test_a_leader_sees_the_months_and_the_needs_nothing_meets(nordby: Nordby) -> None:
    talks(3, day=TODAY - timedelta(days=40), need="behandling", offered="ventetid")
    html = nordby.client("teamleder").get(NUMBERS).content.decode()
    assert "Samtaler i 2026: 4" in html
    assert "At møde andre i samme situation" in html.partition("Behov, der ikke bliver mødt helt")[2]
    assert [number for _, _, number in figures.unmet(standing_in(2026))] == [3, 1]
    told = figures.inside(standing_in(2026), year=2026, today=TODAY)
    assert [row.number for row in told.periods][3:6] == [0, 3, 1]
    assert {each.label for each in QUESTIONS} == {table.heading for table in told.tables}


def test_an_answer_that_is_no_longer_asked_for_is_still_counted(nordby: Nordby) -> None:
    talks(2, day=TODAY, who="nabo")
    told = figures.inside(standing_in(2026), year=2026, today=TODAY)
    who = next(table for table in told.tables if table.heading == "Hvem kom?")
    assert [(row.label, row.number) for row in who.rows if row.number] == [("En forælder", 1), ("nabo", 2)]
    retired = Question("who", "Hvem kom", "", (Choice("nabo", "En nabo", used=False), Choice("barn", "Et barn")))
    assert [asked(retired, kept="").valid_value(each) for each in ("nabo", "barn")] == [False, True]
    assert asked(retired, kept="nabo").valid_value("nabo"), "or what was told could not be put right"


def test_others_see_whole_quarters_with_the_small_numbers_held_back(nordby: Nordby) -> None:
    other = {"way": "aftalt", "age": "6_9", "need": "gruppe", "offered": "nej", "led_on": "skole"}
    talks(20, day=date(2026, 2, 3))
    talks(20, day=date(2026, 2, 3), who="foraelder", themes=["skole"], **other)
    html = nordby.client("centerchef").get(NUMBERS).content.decode()
    assert "Samtaler i 2026: 40" in html, "June is in a quarter that is not over"
    talks(2, day=date(2026, 2, 4), who="barn", themes=["vold"])
    html = nordby.client("centerchef").get(NUMBERS).content.decode()
    assert "færre end 5" in html
    assert "Behov, der ikke bliver mødt helt" not in html
    told = figures.outside(standing_in(2026), year=2026, today=TODAY)
    who = next(table for table in told.tables if table.heading == "Hvem kom?")
    shown = {row.label: row.number for row in who.rows}
    assert shown["Et barn"] is None
    assert None in [number for label, number in shown.items() if label != "Et barn"], "or the child could be worked out"
    themes = next(table for table in told.tables if table.several)
    assert {row.label: row.told for row in themes.rows}["Vold eller utryghed"] == "færre end 5"


def test_nothing_is_shown_to_others_before_a_quarter_is_over(nordby: Nordby) -> None:
    told = figures.outside(standing_in(2026), year=2026, today=date(2026, 3, 31))
    assert (told.periods, told.total.number) == ((), 0)


@pytest.mark.parametrize("person", ["teamleder", "centerchef"])
def test_the_page_asks_as_many_questions_however_many_came(nordby: Nordby, person: str) -> None:
    client = nordby.client(person)
    client.get(NUMBERS)
    with CaptureQueriesContext(connection) as before:
        client.get(NUMBERS)
    talks(60, day=TODAY - timedelta(days=100))
    with CaptureQueriesContext(connection) as after:
        client.get(NUMBERS)
    assert len(before) == len(after)


# --- the early offers as a whole ----------------------------------------------------------------------------------


def grant(nordby: Nordby, name: str, *, thread: str, day: date = TODAY - timedelta(days=60), **fields: str) -> None:
    """A grant of early help in a case."""
    event(nordby, name, "bevilling", day=day, thread=thread, fields={"paragraf": "§ 30, stk. 1", **fields})


def event(nordby: Nordby, name: str, kind: str, *, day: date, thread: str, fields: dict[str, object]) -> None:
    EventRow.objects.create(
        event_id=f"{name}-{kind}-{thread}",
        case=nordby.cases[name],
        thread_id=thread,
        kind=kind,
        day=day,
        recorded_at=NOW,
        source="Pejl",
        fields=fields,
    )


def used(nordby: Nordby, person: str = "teamleder") -> dict[str, Use]:
    return {offer.key: use for offer, use in of_grants(person_of(nordby.people[person], on=TODAY), year=2026).items()}


def test_an_offer_is_told_by_its_words_and_its_goals_by_what_was_judged_last(nordby: Nordby) -> None:
    grant(nordby, "egen", thread="t1", indsatstype="Samtalegruppe for unge")
    grant(nordby, "egen", thread="t2", indsatstype="Familiekonsulent")
    grant(nordby, "egen", thread="t3")
    later = TODAY - timedelta(days=10)
    event(nordby, "egen", "indsats_ivaerksat", day=later, thread="t1", fields={"paragraf": "§ 30, stk. 1"})
    event(nordby, "egen", "maal_vurderet", day=later, thread="t1", fields={"maalstatus": "naaet"})
    event(nordby, "egen", "maal_vurderet", day=later, thread="t2", fields={"maalstatus": "uaendret"})
    told = used(nordby)
    assert told["grupper"] == Use(used=1, met=1, waiting=0)
    assert told["konsulent"] == Use(used=1, not_met=1, waiting=1)
    assert told["ikke_skrevet"] == Use(used=1, unknown=1, waiting=1)


def test_help_that_began_the_same_day_or_ran_already_is_not_waited_for(nordby: Nordby) -> None:
    day = TODAY - timedelta(days=60)
    for thread, begun in (("t1", day), ("t2", date(2025, 11, 1))):
        grant(nordby, "egen", thread=thread)
        event(nordby, "egen", "indsats_ivaerksat", day=begun, thread=thread, fields={})
    EventRow.objects.filter(kind="bevilling", thread_id="t1").update(at=NOW - timedelta(days=60))
    assert used(nordby)["ikke_skrevet"] == Use(used=2, unknown=2, waiting=0)
    event(nordby, "egen", "indsats_ophoert", day=date(2025, 12, 1), thread="t2", fields={})
    assert used(nordby)["ikke_skrevet"] == Use(used=2, unknown=2, waiting=1)


def test_a_year_in_which_nobody_wrote_them_down_is_no_nought(nordby: Nordby) -> None:
    grant(nordby, "egen", thread="t1", day=date(2025, 5, 1))
    client, untold = nordby.client("teamleder"), "Intet er skrevet i Pejl til og med"
    told = {year: client.get(f"{OFFERS}?aar={year}").content.decode().count(untold) for year in (2024, 2025, 2026)}
    assert told == {2024: len(OFFERED_EARLY), 2025: 1, 2026: 0}, "the talks are of this year"


def test_a_goal_in_a_course_of_its_own_tells_of_the_only_grant_there_is(nordby: Nordby) -> None:
    grant(nordby, "egen", thread="t1")
    event(nordby, "egen", "maal_vurderet", day=TODAY, thread="maal-1", fields={"maalstatus": "naaet"})
    assert used(nordby)["ikke_skrevet"] == Use(used=1, met=1, waiting=1)
    event(nordby, "egen", "bevilling", day=TODAY, thread="t2", fields={"paragraf": "§ 32, stk. 1, nr. 5"})
    assert used(nordby)["ikke_skrevet"] == Use(used=1, unknown=1, waiting=1)


def test_a_grant_that_was_withdrawn_of_another_year_or_paragraph_does_not_count(nordby: Nordby) -> None:
    grant(nordby, "egen", thread="t1")
    grant(nordby, "egen", thread="t2", day=date(2025, 12, 31))
    event(nordby, "egen", "bevilling", day=TODAY, thread="t3", fields={"paragraf": "§ 32, stk. 1, nr. 5"})
    event(nordby, "egen", "rettelse", day=TODAY, thread="", fields={"replaces": "egen-bevilling-t1", "reason": "Fejl"})
    assert used(nordby) == {}


def test_a_protected_case_changes_no_number_and_no_question(nordby: Nordby) -> None:
    client = nordby.client("teamleder")
    client.get(OFFERS)
    with CaptureQueriesContext(connection) as before:
        plain = numbers(client.get(OFFERS).content.decode())
    grant(nordby, "beskyttet", thread="t1", indsatstype="Samtalegruppe")
    with CaptureQueriesContext(connection) as after:
        assert numbers(client.get(OFFERS).content.decode()) == plain
    assert len(before) == len(after)
    grant(nordby, "egen", thread="t1", indsatstype="Samtalegruppe")
    with CaptureQueriesContext(connection) as more:
        assert numbers(client.get(OFFERS).content.decode()) != plain
    assert len(more) == len(before)


def numbers(html: str) -> list[str]:
    return re.findall(r'data-title="(?:Brugt|Venter)">([^<]*)<', html)


def test_a_leader_judges_an_offer_and_the_judgement_before_is_kept(nordby: Nordby) -> None:
    client = nordby.client("centerchef")
    told = {"key": new_key(), "verdict": "udvid", "reason": "Mange spørger efter grupper, vi ikke har."}
    assert [client.post(JUDGE, told).status_code for _ in range(2)] == [302, 302]
    again = {"key": new_key(), "verdict": "stop", "reason": "Grupperne er flyttet til foreningerne nu."}
    client.post(JUDGE, again)
    html = client.get(OFFERS).content.decode()
    assert "Stop det." in html.partition("Alle vurderinger")[0]
    assert "Mange spørger efter grupper" in html.partition("Alle vurderinger")[2]
    assert ChangeEntry.objects.filter(action="tilbud_vurderet").count() == 2
    refused = client.post(JUDGE, {**told, "key": new_key(), "reason": "Fordi"})
    assert refused.status_code == 422
    assert "Begrundelsen er for kort" in refused.content.decode()


def test_the_centre_head_gets_the_talks_only_where_small_numbers_are_hidden(nordby: Nordby) -> None:
    html = nordby.client("centerchef").get(OFFERS).content.decode()
    row = html.partition("Åben, anonym rådgivning")[2].partition("</tr>")[0]
    assert "med de små tal skjult" in row
    assert 'data-title="Behovet mødt"' not in row
    assert of_talks(standing_in(2026)) == Use(used=1, not_met=1, waiting=0)
