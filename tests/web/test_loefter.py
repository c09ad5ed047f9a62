"""Is what the municipality promises kept apart from the law, decided by somebody, and plain enough for a family?"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pejl.rulebook import RULEBOOK
from pejl.rules import Force
from pejl.web.access.models import ChangeEntry
from pejl.web.handbook.lix import read
from pejl.web.handbook.models import Promise
from pejl.web.handbook.promises import NOWHERE, PROPOSALS, coming, holding, seen
from pejl.web.handbook.text import Reader
from tests.web.nordby import TODAY, Nordby

LIST = "/haandbog/det-kan-i-regne-med/"
PAPER = f"{LIST}papir/"
NEW = f"{LIST}nyt/"
EDIT = f"{LIST}ret/loefte-a/"


def answers(**other: object) -> dict[str, object]:
    """A promise a department leader could make."""
    told: dict[str, object] = {
        "key": "svar",
        "number": 1,
        "says": "Når I ringer, får I svar inden for to hverdage.",
        "seen": "",
        "owner": "Faglig koordinator",
        "first": TODAY.isoformat(),
        "last": "",
        "reason": "Besluttet på ledermødet den 3. juni.",
    }
    return {**told, **other}


def paper(client: Client) -> str:
    return client.get(PAPER).content.decode().partition("pejl-promises")[2]


# --- the proposals ----------------------------------------------------------------------------------------------


def test_what_a_family_gets_to_read_is_plain(nordby: Nordby) -> None:
    client = nordby.client("afdelingsleder")
    for each in PROPOSALS:
        client.post(NEW, answers(key=each.key, says=each.says, seen=each.seen))
    told = paper(client)
    assert all(each.says in told for each in PROPOSALS)
    sentences = "\n\n".join(re.findall(r"<(?:p|li)>(.*?)</", told))
    assert (read(sentences).lix or 100) <= Reader.FORAELDER.hardest
    assert all((read(each.says).lix or 100) <= Reader.FORAELDER.hardest for each in PROPOSALS)


def test_a_proposal_points_at_something_or_says_it_is_seen_nowhere() -> None:
    assert {seen(each.seen).words for each in PROPOSALS if not each.seen} == {NOWHERE}
    assert all("ikke længere" not in seen(each.seen).words for each in PROPOSALS)
    rules = [seen(each.seen).rule for each in PROPOSALS if seen(each.seen).rule]
    assert rules
    assert all(RULEBOOK.by_key[key][-1].force is Force.LOCAL for key in rules), "what the law gives is not promised"


def test_a_proposal_holds_for_nobody_before_it_is_decided(nordby: Nordby) -> None:
    says = PROPOSALS[0].says
    assert says in nordby.client("afdelingsleder").get(LIST).content.decode()
    assert says not in nordby.client("raadgiver").get(LIST).content.decode()
    assert says not in paper(nordby.client("afdelingsleder"))


# --- deciding ---------------------------------------------------------------------------------------------------


def test_a_promise_is_marked_as_the_municipality_s_own_and_tells_where_it_shows(nordby: Nordby) -> None:
    client = nordby.client("afdelingsleder")
    assert client.post(NEW, answers(seen="regel:lokal.partshoering_indkaldes")).status_code == 302
    html = nordby.client("raadgiver").get(LIST).content.decode()
    assert "pejl-force-local" in html
    assert "pejl-force-law" not in html
    assert "/regelbog/regel/lokal.partshoering_indkaldes/" in html
    assert "Barnet fik svar på det, barnet sagde" in html
    assert ChangeEntry.objects.filter(action="loefte_besluttet").count() == 1


def test_a_new_version_counts_from_its_day_and_the_old_one_can_still_be_read(nordby: Nordby) -> None:
    client = nordby.client("afdelingsleder")
    tomorrow = TODAY + timedelta(days=1)
    told = answers(key="ignored", number=2, says="Barnet får svar inden en uge.", first=tomorrow.isoformat())
    assert client.post(EDIT, told).status_code == 302
    assert Promise.objects.filter(key="loefte-a").count() == 2
    assert "Barnet får svar på det, det har sagt." in paper(client)
    assert "Barnet får svar inden en uge." in client.get(LIST).content.decode(), "decided, and not in force yet"
    Promise.objects.filter(number=2).update(first=TODAY)
    assert "Barnet får svar inden en uge." in paper(client)
    assert "Barnet får svar på det" not in paper(client)


def test_a_promise_is_taken_back_and_ends_on_its_last_day(nordby: Nordby) -> None:
    client = nordby.client("afdelingsleder")
    assert client.post(EDIT, answers(number=2, taken_back="on")).status_code == 302
    assert "Vi har ikke givet nogen løfter endnu" in paper(client)
    client.post(NEW, answers(last=TODAY.isoformat()))
    assert "to hverdage" in paper(client)
    Promise.objects.filter(key="svar").update(first=TODAY - timedelta(days=2), last=TODAY - timedelta(days=1))
    assert "to hverdage" not in paper(client)


def test_a_promise_taken_back_does_not_come_back_by_a_version_decided_before(nordby: Nordby) -> None:
    client = nordby.client("afdelingsleder")
    later = TODAY + timedelta(days=30)
    client.post(EDIT, answers(number=2, says="Barnet får svar inden en uge.", first=later.isoformat()))
    assert client.post(EDIT, answers(number=3, says="Barnet får svar.", taken_back="on")).status_code == 302
    rows = list(Promise.objects.filter(key="loefte-a"))
    assert len(rows) == 3, "what was decided is kept"
    assert holding(rows, on=later) == []
    assert coming(rows, on=TODAY) == []


def test_the_same_form_sent_twice_is_one_version_and_another_is_refused(nordby: Nordby) -> None:
    client = nordby.client("afdelingsleder")
    assert [client.post(NEW, answers()).status_code for _ in range(2)] == [302, 302]
    assert Promise.objects.filter(key="svar").count() == 1
    other = client.post(NEW, answers(says="Når I ringer, får I svar samme dag."))
    assert other.status_code == 422
    assert "ændret, mens du skrev" in other.content.decode()


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"first": (TODAY - timedelta(days=1)).isoformat()}, "tidligst gælde fra i dag"),
        ({"first": (TODAY + timedelta(days=900)).isoformat()}, "højst gælde fra om to år"),
        ({"last": "2026-01-01"}, "Den sidste dag ligger før den første"),
        ({"says": ""}, "Skriv, hvad I lover"),
        ({"seen": "regel:findes.ikke"}, "Vælg noget fra listen"),
        ({"reason": "Fordi."}, "Begrundelsen er for kort"),
    ],
)
def test_a_promise_that_cannot_be_is_refused_and_what_was_typed_is_kept(
    nordby: Nordby, other: dict[str, object], told: str
) -> None:
    response = nordby.client("afdelingsleder").post(NEW, answers(**{"owner": "Koordinatoren", **other}))
    assert response.status_code == 422
    assert told in response.content.decode()
    assert "Koordinatoren" in response.content.decode()
    assert Promise.objects.count() == 1


def test_the_list_asks_as_many_questions_however_much_is_promised(nordby: Nordby) -> None:
    client = nordby.client("afdelingsleder")
    client.get(LIST)
    with CaptureQueriesContext(connection) as before:
        client.get(LIST)
    for each in PROPOSALS:
        client.post(NEW, answers(key=each.key, says=each.says, seen=each.seen))
    client.get(LIST)
    with CaptureQueriesContext(connection) as after:
        client.get(LIST)
    assert len(before) == len(after)
