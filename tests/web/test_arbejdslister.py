"""Do leaders' lists tell the truth: what is left, how it went down, what has come since, and who set what when?"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pejl.dates import local_day
from pejl.events import FieldValue
from pejl.web.access.actions import Doing, Refused
from pejl.web.access.models import Case, ChangeEntry, LogEntry, Naming, Omraade, Post, Unit
from pejl.web.cases import bridge
from pejl.web.cases.models import EventRow
from pejl.web.cases.worklists import KINDS
from pejl.web.cases.worklists.curve import Point, Span, Work, curve, drawn
from pejl.web.worklists.actions import Begun, begin, newest_setting
from pejl.web.worklists.models import Entry, Setting, Worklist
from tests.web.nordby import FIRST, NOW, PROTECTED, TODAY, Nordby, days_before, event
from tests.web.overview_pages import more_cases, page, tell, words
from tests.web.test_registering import messages_of, opened

LISTS = "/overblik/arbejdslister/"
LIST = f"{LISTS}arbejdsliste/"
MINE = "/arbejdslister/mine/"
LATER = days_before(-60).isoformat()


def asked(client: Client, **said: str) -> dict[str, str]:
    """The form that begins a list, filled in."""
    return {**opened(client, LISTS), "maaldag": LATER, "omraade": "social", **said}


def left(html: str) -> str:
    """How many are left, as the page's first words say it."""
    found = re.search(r"<strong>(\d+ af \d+)</strong>", html)
    assert found
    return found[1]


def unit(nordby: Nordby, name: str) -> str:
    return str(nordby.units[name].pk)


# --- the curve, by example ------------------------------------------------------------------------------------


def test_the_curve_of_a_list_of_five() -> None:
    """Begun on Monday 2 March; one is done that week, one is taken on and two are done in the next, two are left."""
    begun, second = date(2026, 3, 2), date(2026, 3, 10)
    works = [
        Work(taken_on=begun, done_on=date(2026, 3, 5)),
        Work(taken_on=begun, done_on=date(2026, 3, 9)),
        Work(taken_on=begun, done_on=None),
        Work(taken_on=begun, done_on=date(2026, 3, 15)),
        Work(taken_on=second, done_on=None),
    ]
    points = curve(works, Span(started_on=begun, target_on=date(2026, 3, 30), as_of=date(2026, 3, 18)))
    assert [(each.day.isoformat(), each.left, round(each.wanted, 2), each.running) for each in points] == [
        ("2026-03-02", 4, 4.0, False),
        ("2026-03-08", 3, 3.14, False),
        ("2026-03-15", 2, 2.14, False),
        ("2026-03-22", 2, 1.14, True),
        ("2026-03-29", None, 0.14, False),
        ("2026-03-30", None, 0.0, False),
    ]
    told = drawn(points, of="undersøgelser", title="Team Nord")
    assert told.lines[0].told == ("4", "3", "2", "2", "kommer", "kommer")
    assert told.lines[1].told == ("4", "4", "3", "2", "1", "0")
    assert told.says.startswith("4 undersøgelser tilbage 2.3.26, 2 til sidst.")


def test_what_was_done_before_the_list_began_is_never_left() -> None:
    """Told late: the investigation had ended all along."""
    span = Span(started_on=date(2026, 3, 2), target_on=date(2026, 3, 16), as_of=date(2026, 3, 4))
    assert curve([Work(taken_on=span.started_on, done_on=date(2026, 2, 1))], span)[0].left == 0


def test_a_list_of_twenty_weeks_is_told_by_the_week() -> None:
    begun = date(2026, 3, 2)
    points = curve([], Span(started_on=begun, target_on=begun + timedelta(weeks=20), as_of=begun))
    assert points[-1] == Point(day=date(2026, 7, 20), left=None, wanted=0.0)
    assert {each.day.weekday() for each in points[1:-1]} == {6}


def test_the_curve_of_an_ended_list_stops_on_its_last_day() -> None:
    begun, ended = date(2026, 3, 2), date(2026, 3, 11)
    works = [Work(taken_on=begun, done_on=ended), Work(taken_on=begun, done_on=date(2026, 3, 20))]
    points = curve(works, Span(started_on=begun, target_on=date(2026, 4, 30), as_of=ended, ended=True))
    assert [(each.day.day, each.left, each.running) for each in points] == [
        (2, 2, False),
        (8, 2, False),
        (11, 1, False),
    ]


def test_a_longer_list_is_told_by_the_month() -> None:
    begun = date(2026, 3, 2)
    points = curve([], Span(started_on=begun, target_on=date(2026, 9, 20), as_of=begun))
    ends = [(3, 31), (4, 30), (5, 31), (6, 30), (7, 31), (8, 31), (9, 20)]
    assert [(each.day.month, each.day.day) for each in points[1:]] == ends


# --- beginning ------------------------------------------------------------------------------------------------


def test_a_leader_begins_a_list_and_a_double_click_begins_one(nordby: Nordby) -> None:
    client = nordby.client("afdelingsleder")
    said = asked(client, slags="nedbringelse", enhed=unit(nordby, "Myndighed"))
    answer, again = (client.post(LISTS, said) for _ in range(2))
    assert (answer.status_code, again.status_code) == (302, 302)
    assert answer.headers["Location"] == again.headers["Location"]
    row = Worklist.objects.get(unit__name="Myndighed")
    assert (row.started_on, row.target_on.isoformat(), row.began_by) == (TODAY, LATER, "Navn på afdelingsleder")
    assert left(page(client, answer.headers["Location"])) == "3 af 3"
    # Every open case has one that is late; the protected is on no list that is found.
    assert set(row.entries.values_list("case__key", flat=True)) == {"egen", "syd", "uden"}
    assert ChangeEntry.objects.filter(action="arbejdsliste_begyndt").count() == 1


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"slags": "nedbringelse"}, "Team Nord har allerede en liste af den slags"),
        ({"slags": "nedbringelse", "omraade": "handicap"}, "Der er ingen sager at sætte på listen"),
        ({"slags": "aaben_laenge", "maaneder": ""}, "Skriv, hvor mange måneder"),
        ({"slags": "aaben_laenge", "maaldag": TODAY.isoformat()}, "Måldagen skal ligge efter i dag"),
        ({"slags": "aaben_laenge", "enhed": "0"}, "Vælg en af de enheder, du leder."),
        ({"slags": "findes-ikke"}, "Vælg en fra listen."),
    ],
)
def test_what_cannot_be_begun_is_refused_with_what_to_do(nordby: Nordby, said: dict[str, str], told: str) -> None:
    client, before = nordby.client("teamleder"), Worklist.objects.count()
    answer = client.post(LISTS, asked(client, enhed=unit(nordby, "Team Nord")) | said)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert Worklist.objects.count() == before


def test_a_team_leader_cannot_begin_a_list_for_another_team(nordby: Nordby) -> None:
    client = nordby.client("teamleder")
    answer = client.post(LISTS, asked(client, slags="aaben_laenge", enhed=unit(nordby, "Team Syd")))
    assert answer.status_code == 422
    assert "0 af" not in page(client, LISTS)


def test_a_centre_head_sees_the_numbers_and_no_child(nordby: Nordby) -> None:
    client = nordby.client("centerchef")
    html = page(client, LIST)
    assert left(html) == "1 af 1"
    assert "Barn Egen" not in html
    assert "/sag/" not in html
    assert client.post(LIST, {"goer": "slut"}).status_code == 404
    assert "Begynd en ny liste" not in page(client, LISTS)


def test_who_counts_more_than_they_open_sees_only_those_they_open(nordby: Nordby) -> None:
    """A team leader who is centre head as well counts another team's case, and is told of no child in it."""
    department = Unit.objects.get(level=Unit.Level.AFDELING)
    asked = Begun(
        key="begge",
        kind="aaben_laenge",
        unit=department,
        omraade=Omraade.SOCIAL,
        months=1,
        title="Begge",
        target_on=TODAY + timedelta(days=60),
    )
    both = [(nordby.cases[each], "") for each in ("egen", "syd")]
    begin(asked, both, doing=Doing(by=nordby.people["afdelingsleder"], at=NOW))
    user, centre = nordby.people["teamleder"], Unit.objects.get(level=Unit.Level.CENTER)
    Post.objects.create(user=user, unit=centre, role="centerchef", first=FIRST)
    client = nordby.client("teamleder")
    assert client.get("/sag/syd/").status_code == 404
    html = page(client, f"{LISTS}begge/")
    assert left(html) == "2 af 2"
    assert "1 af dem, der er eller har været på listen, kan du ikke åbne" in html
    assert "Barn Egen" in html
    assert "Barn Syd" not in html
    assert "/sag/syd/" not in html


def test_another_team_does_not_find_the_list(nordby: Nordby) -> None:
    client = nordby.client("teamleder_syd")
    assert client.get(LIST).status_code == 404
    assert "arbejdsliste/" not in page(client, LISTS)


# --- what is left ---------------------------------------------------------------------------------------------


def test_a_finished_investigation_leaves_the_list_and_moves_the_curve_back(nordby: Nordby) -> None:
    client = nordby.client("teamleder")
    html = page(client, LIST)
    assert left(html) == "1 af 1"
    tell(nordby, "egen", "undersoegelse_afsluttet", days_ago=20, thread="B1")
    html = page(client, LIST)
    assert left(html) == "0 af 1"
    assert "Undersøgelsen er afsluttet" in html
    # Begun 30 days ago, done 20 days ago: one the first Sunday, none the Sunday after it was done.
    cells = re.findall(r'<td data-title="Tilbage">([^<]*)</td>', html)
    assert cells[:4] == ["1", "1", "0", "0"]
    # A finish that was told by mistake brings it back.
    case = Case.objects.get(key="egen")
    struck: dict[str, FieldValue] = {"replaces": "egen-undersoegelse_afsluttet-20-B1", "reason": "Forkert barn"}
    tell(nordby, "egen", "rettelse", days_ago=1, fields=struck)
    assert case.events.filter(kind="rettelse").exists()
    assert left(page(client, LIST)) == "1 af 1"


def test_a_case_that_has_been_protected_is_in_no_number(nordby: Nordby) -> None:
    """Two were put on; of one the page says nothing at all, also not that something is left out."""
    assert Worklist.objects.get(key="arbejdsliste").entries.count() == 2
    html = page(nordby.client("afdelingsleder"), LIST)
    assert left(html) == "1 af 1"
    assert "tælles ikke med" not in html
    Case.objects.filter(key="egen").update(protected=True)
    html = page(nordby.client("afdelingsleder"), LIST)
    assert left(html) == "0 af 0"
    assert "tælles ikke med" not in html
    assert "Barn Egen" not in html


def test_a_case_that_has_moved_is_told_as_a_number(nordby: Nordby) -> None:
    Case.objects.filter(key="egen").update(team=nordby.units["Team Syd"])
    html = page(nordby.client("afdelingsleder"), LIST)
    assert left(html) == "0 af 0"
    assert "1 af dem, der er sat på listen, ligger nu hos et andet team" in html


def test_an_investigation_that_was_never_decided_is_told_apart(nordby: Nordby) -> None:
    struck: dict[str, FieldValue] = {"replaces": "egen-undersoegelse_besluttet-280-B1", "reason": "Forkert barn"}
    tell(nordby, "egen", "rettelse", days_ago=1, fields=struck)
    html = page(nordby.client("teamleder"), LIST)
    assert left(html) == "0 af 0"
    assert "1 er rettet i sagen" in html


def test_what_has_come_since_stands_apart_until_it_is_taken_on(nordby: Nordby) -> None:
    client = nordby.client("teamleder")
    assert "Kommet til siden" not in page(client, LIST)
    more_cases(nordby, 3)
    html = page(client, LIST)
    assert left(html) == "1 af 1"
    assert "Kommet til siden (3)" in html
    assert "3 undersøgelser er taget med" in messages_of(client.post(LIST, {"goer": "tag-med"}, follow=True))
    html = page(client, LIST)
    assert left(html) == "4 af 4"
    assert "3 af dem er taget med, efter at listen begyndte" in html
    assert "Kommet til siden" not in html
    client.post(LIST, {"goer": "tag-med"})
    assert Entry.objects.filter(worklist__key="arbejdsliste").count() == 5


@pytest.mark.parametrize("person", ["teamleder", "afdelingsleder"])
def test_the_rows_are_as_many_as_the_number_and_each_opens(nordby: Nordby, person: str) -> None:
    more_cases(nordby, 4)
    client = nordby.client(person)
    nordby.client("teamleder").post(LIST, {"goer": "tag-med"})
    html = page(client, LIST)
    rows = set(re.findall(r'<th scope="row" data-title="Barn"><a href="(/sag/[^"]*)">', html))
    assert f"{len(rows)} af 5" == left(html) == "5 af 5"
    assert [client.get(each).status_code for each in rows] == [200] * 5
    assert LogEntry.objects.filter(detail__side="overblik-arbejdsliste").exists()


def test_more_rows_ask_no_more_questions(nordby: Nordby) -> None:
    client = nordby.client("afdelingsleder")

    def asks(address: str) -> int:
        with CaptureQueriesContext(connection) as caught:
            page(client, address)
        return len(caught)

    more_cases(nordby, 2)
    client.post(LIST, {"goer": "tag-med"})
    before = {address: asks(address) for address in (LIST, LISTS, MINE)}
    more_cases(nordby, 12, named="flere")
    client.post(LIST, {"goer": "tag-med"})
    assert {address: asks(address) for address in before} == before
    assert before[LIST] <= 26


# --- order, owner, day ----------------------------------------------------------------------------------------


def arranged(client: Client, **said: Any) -> Any:
    read = newest_setting(Worklist.objects.get(key="arbejdsliste"))
    return client.post(LIST, {"goer": "saet", "ejer": "", "maaldag": "", "laest": read, **said}, follow=True)


def test_order_owner_and_day_are_set_and_kept_with_who_set_them(nordby: Nordby) -> None:
    client = nordby.client("teamleder")
    first = {"valgt": ["post-egen"], "ejer": "TEAM", "maaldag": LATER, "plads_post-egen": "1"}
    assert "Gemt for 1 undersøgelse." in messages_of(arranged(client, **first))
    html = page(client, LIST)
    assert "Navn på teamleder" in words(html)
    assert "Intet er ændret." in messages_of(arranged(client, **first))
    arranged(client, valgt=["post-egen"], ejer="sagens-raadgiver", **{"plads_post-egen": "2"})
    kept = Setting.objects.filter(entry__key="post-egen").order_by("pk")
    told = [(each.place, each.owner, str(each.target_on), each.set_by) for each in kept]
    assert told == [(1, "TEAM", LATER, "Navn på teamleder"), (2, "", LATER, "Navn på teamleder")]
    assert page(client, LIST).count('data-title="Af">Navn på teamleder<') == 2


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"ejer": "TEAM"}, "Sæt kryds ved dem"),
        ({"valgt": ["post-egen"], "ejer": "MEDR"}, "Personen kan ikke vælges længere"),
        ({"valgt": ["post-egen"], "maaldag": "2026-01-01"}, "Måldagen kan ikke ligge, før listen begyndte"),
        ({"valgt": ["post-egen"], "maaldag": "i morgen"}, "Dagen kan ikke læses"),
        ({"plads_post-egen": "0"}, "Skriv et helt tal fra 1 til 999"),
    ],
)
def test_what_cannot_be_set_is_refused_and_kept_as_typed(nordby: Nordby, said: dict[str, Any], told: str) -> None:
    answer = arranged(nordby.client("teamleder"), **said)
    assert answer.status_code == 422
    html = answer.content.decode()
    assert told in html
    assert ('value="post-egen" checked' in html) == ("valgt" in said)
    assert not Setting.objects.exclude(entry=None).exists()


def test_nobody_sets_over_what_another_has_set_since_the_page_was_read(nordby: Nordby) -> None:
    team, department = nordby.client("teamleder"), nordby.client("afdelingsleder")
    read = re.search(r'name="laest" value="(\d+)"', page(department, LIST))
    assert read, "the page says what it was read from"
    arranged(team, **{"plads_post-egen": "1"})
    answer = arranged(department, **{"plads_post-egen": "7", "laest": read[1]})
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "En anden har sat noget på listen" in html
    assert 'value="7"' in html  # what was typed is not lost
    assert Entry.objects.get(key="post-egen").place == 1
    again = re.search(r'name="laest" value="(\d+)"', html)
    assert again
    arranged(department, **{"plads_post-egen": "7", "laest": again[1]})
    assert Entry.objects.get(key="post-egen").place == 7


def test_a_row_that_was_not_on_the_page_keeps_its_place(nordby: Nordby) -> None:
    Entry.objects.filter(key="post-egen").update(place=4)
    arranged(nordby.client("teamleder"))
    assert Entry.objects.get(key="post-egen").place == 4
    arranged(nordby.client("teamleder"), **{"plads_post-egen": ""})
    assert Entry.objects.get(key="post-egen").place is None


def test_an_owner_must_be_able_to_open_the_case(nordby: Nordby) -> None:
    """Named in one of two cases, one owns that one and not the other."""
    more_cases(nordby, 1)
    client = nordby.client("teamleder")
    client.post(LIST, {"goer": "tag-med"})
    other = Entry.objects.get(case__key="mere-0")
    who = nordby.people["medraadgiver"]
    Naming.objects.create(case=nordby.cases["egen"], user=who, named_as="medraadgiver", first=FIRST, given_by="Leder")
    answer = arranged(client, valgt=["post-egen", other.key], ejer=who.initials)
    assert answer.status_code == 422
    assert "Navn på medraadgiver kan ikke åbne 1 af de 2 valgte sager" in answer.content.decode()
    arranged(client, valgt=["post-egen"], ejer=who.initials)
    assert Entry.objects.get(key="post-egen").owner == who.initials
    assert "Undersøgelser over fire måneder, Team Nord" in page(nordby.client("medraadgiver"), "/min-dag/")


def test_the_day_of_the_list_is_moved_and_the_first_is_kept(nordby: Nordby) -> None:
    client = nordby.client("teamleder")
    wrong = client.post(LIST, {"goer": "flyt", "ny_maaldag": "2026-01-01"})
    assert wrong.status_code == 422
    assert "Måldagen skal ligge efter den dag, listen begyndte" in wrong.content.decode()
    assert client.post(LIST, {"goer": "flyt", "ny_maaldag": LATER}).status_code == 302
    assert "Måldagen er flyttet" in page(client, LIST)
    kept = Setting.objects.filter(entry=None, worklist__key="arbejdsliste").order_by("pk")
    assert [str(each.target_on) for each in kept] == [days_before(-30).isoformat(), LATER]


def test_an_ended_list_is_read_as_it_stood_and_not_changed(nordby: Nordby) -> None:
    client = nordby.client("teamleder")
    assert client.post(LIST, {"goer": "slut"}).status_code == 302
    html = page(client, LIST)
    assert left(html) == "1 af 1"
    assert "Listen er sluttet" in html
    assert "<button" not in html[html.index("<main") : html.index("</main>")]
    assert client.post(LIST, {"goer": "tag-med"}).status_code == 404
    assert "Undersøgelser over fire" not in page(nordby.client("raadgiver"), "/min-dag/")
    # And a new one of the same kind can begin.
    again = client.post(LISTS, asked(client, slags="nedbringelse", enhed=unit(nordby, "Team Nord")))
    assert again.status_code == 302


# --- the review -----------------------------------------------------------------------------------------------


def early_help(nordby: Nordby, *, thread: str = "H1") -> str:
    """A running course of early help in one's own case and a list begun to review it; gives the list's address."""
    case = nordby.cases["egen"]
    grant: dict[str, FieldValue] = {"paragraf": "§ 30"}
    for kind in ("bevilling", "indsats_ivaerksat"):
        bridge.row_of(event(case, kind, days_ago=100, thread=thread, fields=grant), case=case).save()
    client = nordby.client("teamleder")
    answer: Any = client.post(LISTS, asked(client, slags="tidlig_hjaelp", enhed=unit(nordby, "Team Nord")))
    assert answer.status_code == 302
    return str(answer.url)


def review(client: Client, listed: str, **said: str) -> Any:
    """Follow the list's own link to the form, and send it."""
    link = re.search(r'href="(/sag/egen/registrer/sag_gennemgaaet/[^"]*)"', page(client, listed))
    assert link
    fields = {**opened(client, link[1]), "dag": TODAY.isoformat(), **said}
    return client.post(link[1], fields, follow=True)


def test_a_review_with_its_outcome_ends_the_entry_and_leads_on(nordby: Nordby) -> None:
    listed, client = early_help(nordby), nordby.client("teamleder")
    html = page(client, listed)
    assert left(html) == "1 af 1"
    assert "ikke lov" in words(html)
    assert "Barnets lov § 30" in words(html)
    short = review(client, listed, f_gennemgang_udfald="afsluttes")
    assert short.status_code == 422
    assert "Skriv kort den faglige vurdering" in short.content.decode()
    told = review(client, listed, f_gennemgang_udfald="afsluttes", f_effekt_set="Ro derhjemme", f_vurdering="Nået")
    assert "/registrer/indsats_ophoert/" in messages_of(told)
    html = page(client, listed)
    assert left(html) == "0 af 1"
    assert "Gennemgået: afsluttes" in html
    assert "Hvad hjælpen har ændret, er skrevet ved 1 af 1 gennemgåede." in html
    assert "Ro derhjemme" not in html
    row = EventRow.objects.get(kind="sag_gennemgaaet")
    assert row.thread_id == "H1"
    # Taken back, it is left again; and when the correction is taken back, it is done again.
    for struck, thread, stands in ((row.event_id, "", "1 af 1"), ("egen-rettelse-0-", "igen", "0 af 1")):
        fields: dict[str, FieldValue] = {"replaces": struck, "reason": "Fejl"}
        tell(nordby, "egen", "rettelse", days_ago=0, thread=thread, fields=fields)
        assert left(page(client, listed)) == stands


def test_a_review_before_the_list_is_no_answer_to_it_and_an_ended_course_is(nordby: Nordby) -> None:
    listed, client = early_help(nordby), nordby.client("teamleder")
    tell(nordby, "egen", "sag_gennemgaaet", days_ago=40, thread="H1", fields={"gennemgang_udfald": "fortsaetter"})
    assert left(page(client, listed)) == "1 af 1"
    tell(nordby, "egen", "indsats_ophoert", days_ago=5, thread="H1")
    assert left(page(client, listed)) == "0 af 1"
    assert "Hjælpen er ophørt" in page(client, listed)


def test_help_under_another_paragraph_is_not_early_help(nordby: Nordby) -> None:
    case = nordby.cases["egen"]
    other: dict[str, FieldValue] = {"paragraf": "§ 32, stk. 1, nr. 3"}
    bridge.row_of(event(case, "indsats_ivaerksat", days_ago=90, thread="S1", fields=other), case=case).save()
    early_help(nordby)
    row = Worklist.objects.get(kind="tidlig_hjaelp")
    assert list(row.entries.values_list("thread_id", flat=True)) == ["H1"]


def test_a_case_is_open_since_it_was_opened_again(nordby: Nordby) -> None:
    """The first that happened in »egen« was 300 days ago: more than nine months and less than ten."""
    client = nordby.client("teamleder")
    said = {"slags": "aaben_laenge", "enhed": unit(nordby, "Team Nord")}
    assert client.post(LISTS, asked(client, **said, maaneder="10")).status_code == 422
    tell(nordby, "egen", "sag_genaabnet", days_ago=30)
    assert client.post(LISTS, asked(client, **said, maaneder="9")).status_code == 422
    EventRow.objects.filter(kind="sag_genaabnet").delete()
    answer: Any = client.post(LISTS, asked(client, **said, maaneder="9"))
    assert answer.status_code == 302
    assert "Åben fra" in page(client, answer.url)
    tell(nordby, "egen", "sag_gennemgaaet", days_ago=0, fields={"gennemgang_udfald": "fortsaetter"})
    html = page(client, answer.url)
    assert left(html) == "0 af 1"
    assert "Gennemgået: fortsætter, som det er" in html


# --- one's own day --------------------------------------------------------------------------------------------


def test_the_adviser_sees_it_on_the_day_until_it_is_done(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    html = page(client, "/min-dag/")
    assert "1 venter på dig" in html
    assert "10. juli 2026" in html
    assert "Barn Egen" in page(client, MINE)
    assert PROTECTED.capitalize() not in page(client, MINE)
    tell(nordby, "egen", "undersoegelse_afsluttet", days_ago=1, thread="B1")
    assert "venter på dig, " not in page(client, "/min-dag/")
    assert "Intet venter" in page(client, MINE)


def test_who_neither_owns_nor_advises_has_nothing(nordby: Nordby) -> None:
    assert "Arbejdslister" not in words(page(nordby.client("vikar"), "/min-dag/"))
    assert "Intet venter" in page(nordby.client("syd"), MINE)


# --- a kind is a value ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS, ids=[kind.key for kind in KINDS])
def test_each_kind_says_what_it_is_and_that_it_is_not_law(kind: Any) -> None:
    assert kind.says.endswith(".")
    assert kind.source.endswith(".")
    assert kind.force == "local"
    assert kind.endings
    assert len(kind.key) <= 40


def test_begun_without_cases_or_ahead_of_its_day_is_refused_by_the_action(nordby: Nordby) -> None:
    doing = Doing(by=nordby.people["teamleder"], at=NOW)
    wanted = Begun(
        key="ny",
        kind="aaben_laenge",
        unit=Unit.objects.get(name="Team Syd"),
        omraade=Omraade.SOCIAL,
        months=12,
        title="Sager",
        target_on=local_day(NOW),
    )
    with pytest.raises(Refused, match="ingen sager"):
        begin(wanted, [], doing=doing)
    with pytest.raises(Refused, match="efter i dag"):
        begin(wanted, [(nordby.cases["syd"], "")], doing=doing)
