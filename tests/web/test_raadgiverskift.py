"""Is a child's wish for another adviser kept in its own words, answered by who decides, and told back with a reason?"""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from pejl.web.access.models import Case, User
from pejl.web.cases import bridge
from pejl.web.cases.actions.writing import new_token
from pejl.web.cases.models import EventRow, Spell
from pejl.web.cases.wishes import open_requests
from tests.web.nordby import TODAY, Nordby, event

URL = "/sag/egen/raadgiverskift/"
WORDS = "Jeg vil gerne tale med en anden"


def wish(client: Client, **answers: str) -> Any:
    data = {"token": new_token(), "dag": TODAY.isoformat(), "ord": WORDS, "baggrund": "", **answers}
    return client.post(URL, data, follow=True)


def answer(client: Client, **answers: str) -> Any:
    data = {"token": new_token(), "svar": "nej", "begrundelse": "Du beholder din rådgiver lidt endnu.", **answers}
    return client.post(URL, data, follow=True)


def test_the_wish_stands_in_the_case_and_with_the_leader(nordby: Nordby) -> None:
    wish(nordby.client("raadgiver"))
    assert EventRow.objects.get(kind="raadgiverskift_oensket").fields == {"barnets_ord": WORDS}
    page = nordby.client("raadgiver").get("/sag/egen/").content.decode()
    assert "Barnet har bedt om en anden rådgiver" in page
    told = nordby.client("teamleder").get(URL).content.decode()
    assert f"»{WORDS}«" in told
    assert "Gem svaret" in told
    assert "Svar Barn Egen" in nordby.client("teamleder").get("/fordeling/").content.decode()
    assert "Svar Barn Egen" not in nordby.client("teamleder_syd").get("/fordeling/").content.decode()
    (waiting,) = open_requests(Case.objects.all())
    assert (waiting.case.key, waiting.since) == ("egen", TODAY)


def test_the_adviser_sees_that_it_waits_and_does_not_answer(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    wish(client)
    assert "Venter på svar" in client.get(URL).content.decode()
    answer(client)
    assert not EventRow.objects.filter(kind="raadgiverskift_besvaret").exists()


def test_the_child_s_words_are_only_for_those_who_read_text(nordby: Nordby) -> None:
    wish(nordby.client("raadgiver"))
    assert WORDS not in nordby.client("administrativ").get(URL).content.decode()


def test_no_is_answered_with_a_reason_and_told_to_the_child(nordby: Nordby) -> None:
    wish(nordby.client("raadgiver"))
    client = nordby.client("teamleder")
    assert answer(client, begrundelse="").status_code == 422
    answer(client, dag=TODAY.isoformat(), fortalt="Vi talte om det i dag")
    row = EventRow.objects.get(kind="raadgiverskift_besvaret")
    assert row.fields["imoedekommet"] is False
    assert EventRow.objects.get(kind="svar_til_barnet").fields == {"svar": "Vi talte om det i dag"}
    assert Case.objects.get(key="egen").adviser == "RAAD"
    assert open_requests(Case.objects.all()) == []


def test_yes_changes_the_adviser_because_the_child_asked(nordby: Nordby) -> None:
    User.objects.filter(username="medraadgiver").update(initials="MEDR")
    wish(nordby.client("raadgiver"))
    client = nordby.client("teamleder")
    assert "Vælg den rådgiver, der får sagen." in answer(client, svar="ja").content.decode()
    done = answer(client, svar="ja", raadgiver="SYDR")
    assert "Barnet har ikke fået svaret endnu." in done.content.decode()
    assert Case.objects.get(key="egen").adviser == "SYDR"
    before = Spell.objects.get(case__key="egen", initials="RAAD")
    assert (before.last, before.ended_why) == (TODAY, "barnet_bad")


def test_the_same_wish_is_not_written_twice(nordby: Nordby) -> None:
    client, token = nordby.client("raadgiver"), new_token()
    wish(client, token=token)
    wish(client, token=token)
    assert EventRow.objects.filter(kind="raadgiverskift_oensket").count() == 1


def test_a_withdrawn_wish_waits_no_longer(nordby: Nordby) -> None:
    wish(nordby.client("raadgiver"))
    row = EventRow.objects.get(kind="raadgiverskift_oensket")
    assert row.case
    taken = event(row.case, "rettelse", days_ago=0, fields={"replaces": row.event_id, "reason": "Forkert barn"})
    bridge.row_of(taken, case=row.case).save()
    assert open_requests(Case.objects.all()) == []


def test_it_is_the_same_number_of_questions_however_many_wait(nordby: Nordby) -> None:
    cases = list(Case.objects.all())
    counts: list[int] = []
    for some in (cases[:1], cases):
        for case in some:
            bridge.row_of(event(case, "raadgiverskift_oensket", days_ago=len(counts)), case=case).save()
        with CaptureQueriesContext(connection) as asked:
            assert len(open_requests(Case.objects.all())) == len(some)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_beside_a_case_system_no_words_are_kept(nordby: Nordby, settings: Settings) -> None:
    settings.PEJL_MODE = "ved_siden_af"
    wish(nordby.client("raadgiver"))
    assert EventRow.objects.get(kind="raadgiverskift_oensket").fields == {}
    assert "<textarea" not in nordby.client("teamleder").get(URL).content.decode()
