"""Does the list hold the cases in scope and no other, and can a child be looked up without a trace of the words?"""

from __future__ import annotations

import csv
import io
import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pejl.web.access.models import Case, LogEntry, StaffDecision
from pejl.web.access.names import sort_key
from pejl.web.cases import bridge
from pejl.web.cases.models import Child, EventRow
from tests.web.nordby import NAMED, NOW, PROTECTED, TODAY, Nordby, story

SEES = {
    "administrativ": {"egen", "syd", "uden"},
    "modtagelse": {"egen", "syd", "uden"},
    "raadgiver": {"egen"},
    "syd": {"syd"},
    NAMED: {PROTECTED},
    "medraadgiver": set(),
    "vikar": set(),
    "tilsynskonsulent": {"egen", "syd", "uden"},
    "teamleder": {"egen"},
    "teamleder_syd": {"syd"},
    "afdelingsleder": {"egen", "syd", "uden"},
    "visitationsudvalg": set(),
}


def numbers(client: Client, address: str = "/sager/") -> list[str]:
    """The keys of the cases on a list, in order."""
    answer = client.get(address)
    assert answer.status_code == 200
    return re.findall(r'href="/sag/([\w-]+)/"', answer.content.decode())


def more_cases(nordby: Nordby, *names: str) -> None:
    """Cases of the adviser in Team Nord, each a whole story."""
    made = [Case.objects.create(key=f"k{number}", number=f"NB-k{number}") for number, _ in enumerate(names)]
    for case, name in zip(made, names, strict=True):
        EventRow.objects.bulk_create([bridge.row_of(each, case=case) for each in story(case, adviser="RAAD")])
        Child.objects.create(case=case, name=name, name_sort=sort_key(name))
    bridge.recompute_many(made, as_of=NOW)


@pytest.mark.parametrize("person", SEES)
def test_the_list_holds_what_can_be_opened(nordby: Nordby, person: str) -> None:
    assert set(numbers(nordby.client(person))) == SEES[person]


def test_closed_cases_stand_apart(nordby: Nordby) -> None:
    assert numbers(nordby.client("raadgiver"), "/sager/?afsluttede=1") == ["lukket"]


def test_names_stand_in_danish_order(nordby: Nordby) -> None:
    more_cases(nordby, "Åse", "Zahra", "Aage", "Ærtha", "Øjvind", "Anna")
    told = nordby.client("raadgiver").get("/sager/").content.decode()
    found = re.findall(r'href="/sag/k\d/">([^<]+)</a>', told)
    assert found == ["Anna", "Zahra", "Ærtha", "Øjvind", "Aage", "Åse"]


def test_the_list_is_ordered_by_what_is_due(nordby: Nordby) -> None:
    more_cases(nordby, "Anna")  # before the other by name; with nothing but yesterday's notification
    kept = ("raadgiver_tildelt", "kilde_daekker")
    EventRow.objects.filter(case__key="k0").exclude(thread_id="U2").exclude(kind__in=kept).delete()
    bridge.recompute_many([Case.objects.get(key="k0")], as_of=NOW)
    client = nordby.client("teamleder")
    assert numbers(client, "/sager/?orden=overskredet") == ["egen", "k0"]
    assert numbers(client, "/sager/?orden=-overskredet") == ["k0", "egen"]


def test_only_those_with_an_overdue_limit(nordby: Nordby) -> None:
    more_cases(nordby, "Uden noget")
    EventRow.objects.filter(case__key="k0").exclude(kind__in=("raadgiver_tildelt", "kilde_daekker")).delete()
    bridge.recompute_many([Case.objects.get(key="k0")], as_of=NOW)
    client = nordby.client("raadgiver")
    assert set(numbers(client)) == {"egen", "k0"}
    assert numbers(client, "/sager/?overskredet=1") == ["egen"]


def test_lists_by_adviser_open_when_staff_have_been_told(nordby: Nordby) -> None:
    client = nordby.client("afdelingsleder")
    assert 'name="raadgiver"' not in client.get("/sager/").content.decode()
    assert set(numbers(client, "/sager/?raadgiver=RAAD")) == {"egen", "syd", "uden"}
    StaffDecision.objects.create(informed_on=TODAY, med_on=TODAY, decided_by="Leder", decided_at=NOW)
    assert numbers(client, "/sager/?raadgiver=RAAD") == ["egen"]


def test_the_number_of_questions_does_not_follow_the_number_of_cases(nordby: Nordby) -> None:
    client = nordby.client("teamleder")
    client.get("/sager/?vis=100")
    with CaptureQueriesContext(connection) as few:
        client.get("/sager/?vis=100")
    more_cases(nordby, *(f"Barn {number}" for number in range(24)))
    with CaptureQueriesContext(connection) as many:
        assert len(numbers(client, "/sager/?vis=100")) == 25
    assert len(many) == len(few)
    assert len(numbers(client)) == 20


# --- a search -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["Barn Egen", "egen barn", "BARN", "nb-egen", "NB-egen", "034517-1000", "0345171000"])
def test_a_child_is_found_by_name_and_numbers(nordby: Nordby, words: str) -> None:
    answer = nordby.client("raadgiver").post("/sager/soeg/", {"soeg": words})
    assert re.findall(r'href="/sag/([\w-]+)/"', answer.content.decode())[:1] == ["egen"]
    entry = LogEntry.objects.get(act="soegning")
    assert words not in str(entry.detail)
    assert set(entry.detail) == {"side", "paa", "antal"}


@pytest.mark.parametrize("words", ["Syd", "NB-syd", "034517-1001", "Beskyttet", "NB-beskyttet", "034517-1004"])
def test_nobody_is_found_outside_the_scope(nordby: Nordby, words: str) -> None:
    answer = nordby.client("raadgiver").post("/sager/soeg/", {"soeg": words})
    assert "Ingen af dine sager passer" in answer.content.decode()


def test_a_search_says_what_to_write(nordby: Nordby) -> None:
    answer = nordby.client("raadgiver").post("/sager/soeg/", {"soeg": "x"})
    assert (answer.status_code, "Skriv mindst to bogstaver" in answer.content.decode()) == (422, True)


def test_a_visiting_committee_searches_for_nobody(nordby: Nordby) -> None:
    assert nordby.client("visitationsudvalg").post("/sager/soeg/", {"soeg": "Barn"}).status_code == 404


# --- a file ---------------------------------------------------------------------------------------------------


def test_the_file_has_numbers_and_neither_names_nor_protected_cases(nordby: Nordby) -> None:
    Case.objects.filter(key="syd").update(protected=True)
    case = Case.objects.get(key="syd")
    case.namings.create(user=nordby.people["afdelingsleder"], named_as="beskyttet", first=date(2026, 1, 1))
    client = nordby.client("afdelingsleder")
    assert set(numbers(client)) == {"egen", "syd", "uden"}
    answer = client.get("/sager/fil/")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert [row[0] for row in rows[1:]] == ["NB-egen", "NB-uden"]
    assert "Barn" not in answer.content.decode()
    assert LogEntry.objects.get(act="eksport").detail == {"side": "sager-fil", "antal": 2, "orden": "navn"}


def test_the_file_names_advisers_once_staff_have_been_told(nordby: Nordby) -> None:
    client = nordby.client("teamleder")
    assert "Navn på raadgiver" not in client.get("/sager/fil/").content.decode()
    StaffDecision.objects.create(informed_on=TODAY, med_on=TODAY, decided_by="Afdelingsleder", decided_at=NOW)
    assert "NB-egen;Navn på raadgiver;Team Nord" in client.get("/sager/fil/").content.decode()


def test_what_a_list_was_narrowed_by_stands_in_the_log_without_a_child(nordby: Nordby) -> None:
    numbers(nordby.client("raadgiver"), "/sager/?overskredet=1&mine=1")
    told = LogEntry.objects.get(act="liste").detail
    assert told == {"side": "sager", "antal": 1, "raadgiver": "RAAD", "orden": "navn", "kun": ["overskredet"]}
