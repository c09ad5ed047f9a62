"""Who is let into a case that is not theirs, for how long, who looks at it afterwards, and how is a case protected?"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client

from pejl.web import clock
from pejl.web.access.models import Case, ChangeEntry, LogEntry, Naming, Protection, TemporaryAccess
from pejl.web.access.openings import openings_to_review
from pejl.web.access.person import person_of
from tests.web.nordby import NAMED, NOW, PROTECTED, TODAY, Nordby

WHY = "Politiet har ringet om barnet, og rådgiveren er gået hjem."


def ask(client: Client, number: str, *, why: str = WHY) -> tuple[int, str]:
    """Ask for a case by its number; the status, and the page without what differs by itself."""
    answer = client.post("/aabn/", {"nummer": number, "begrundelse": why})
    told = re.sub(r'(csrfmiddlewaretoken" value="|nonce=")[^"]*', "", answer.content.decode())
    return answer.status_code, told.replace(number, "NUMMER")


# --- for a time -----------------------------------------------------------------------------------------------


def test_the_duty_shift_opens_a_case_for_a_day_and_a_night(nordby: Nordby, monkeypatch: pytest.MonkeyPatch) -> None:
    client = nordby.client("teamleder_syd")
    assert client.get("/sag/egen/").status_code == 404
    assert ask(client, " NB-egen ")[0] == 302
    told = client.get("/sag/egen/").content.decode()
    assert "Du har åbnet sagen med begrundelse" in told
    opened = LogEntry.objects.get(act="noedadgang")
    assert (opened.case_key, opened.why) == ("egen", WHY)
    assert LogEntry.objects.filter(act="laest", why=f"Åbnet med begrundelse: {WHY}").exists()
    assert ChangeEntry.objects.filter(action="aabnet_med_begrundelse", case_key="egen").exists()
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(hours=24))
    assert nordby.client("teamleder_syd").get("/sag/egen/").status_code == 404


def test_a_protected_number_and_one_that_does_not_exist_get_the_same_answer(nordby: Nordby) -> None:
    client = nordby.client("modtagelse")
    protected, unknown = ask(client, f"NB-{PROTECTED}"), ask(client, "NB-0000000")
    assert protected == unknown
    assert protected[0] == 422
    assert "Der er ingen sag med det nummer, som kan åbnes her." in protected[1]
    assert not TemporaryAccess.objects.exists()
    assert {entry.case_key for entry in LogEntry.objects.filter(act="afvist")} == {""}


@pytest.mark.parametrize("why", ["", "akut", "Det er meget akut"])
def test_without_a_sentence_nothing_is_opened(nordby: Nordby, why: str) -> None:
    assert ask(nordby.client("modtagelse"), "NB-lukket", why=why)[0] == 422
    assert not TemporaryAccess.objects.exists()


def test_who_has_the_case_already_opens_it_as_they_do(nordby: Nordby) -> None:
    assert ask(nordby.client("modtagelse"), "NB-egen")[0] == 302
    assert not TemporaryAccess.objects.exists()


@pytest.mark.parametrize("role", ["raadgiver", "administrativ", "tilsynskonsulent", "centerchef", "visitationsudvalg"])
def test_others_cannot_ask(nordby: Nordby, role: str) -> None:
    assert ask(nordby.client(role), "NB-syd")[0] == 404


def test_who_opened_for_a_time_lets_nobody_else_in(nordby: Nordby) -> None:
    client = nordby.client("teamleder_syd")
    ask(client, "NB-egen")
    assert client.get("/sag/egen/").status_code == 200
    for page in ("beskyt", "navngiv", "log"):
        assert client.get(f"/sag/egen/{page}/").status_code == 404


# --- the owner looks at it ------------------------------------------------------------------------------------


def opening(nordby: Nordby, *, by: str = "teamleder_syd", case: str = "egen") -> TemporaryAccess:
    """Somebody has opened a case."""
    given = {"given_at": NOW - timedelta(hours=2), "until": NOW + timedelta(hours=22)}
    return TemporaryAccess.objects.create(case=nordby.cases[case], user=nordby.people[by], reason=WHY, **given)


def verdict(client: Client, result: str) -> int:
    """Press a button on the first opening of the list."""
    mark = re.search(r'name="aabning" value="(\w+)"', client.get("/aabninger/").content.decode())
    assert mark
    return client.post("/aabninger/", {"aabning": mark[1], "resultat": result}).status_code


@pytest.mark.parametrize(
    ("case", "owners"), [("egen", {"raadgiver", "teamleder", "afdelingsleder"}), ("uden", {"afdelingsleder"})]
)
def test_the_adviser_and_the_leader_of_the_team_have_it_on_their_list(
    nordby: Nordby, case: str, owners: set[str]
) -> None:
    opening(nordby, case=case)
    found = {
        name for name, user in nordby.people.items() if openings_to_review(person_of(user, on=TODAY), on=TODAY, at=NOW)
    }
    assert found == owners


def test_nobody_looks_at_their_own_opening(nordby: Nordby) -> None:
    opening(nordby, by="teamleder")
    assert "Der er ingen at gennemse" in nordby.client("teamleder").get("/aabninger/").content.decode()


def test_an_opening_is_judged_once(nordby: Nordby) -> None:
    first, second = nordby.client("raadgiver"), nordby.client("teamleder")
    opening(nordby)
    stale = second.get("/aabninger/").content.decode()
    assert verdict(first, "foelges_op") == 302
    mark = re.search(r'name="aabning" value="(\w+)"', stale)
    assert mark
    told = second.post("/aabninger/", {"aabning": mark[1], "resultat": "i_orden"}, follow=True).content.decode()
    assert "allerede gennemset af Navn på raadgiver" in told
    row = TemporaryAccess.objects.get()
    assert (row.verdict, row.reviewed_by, row.reviewed_at) == ("foelges_op", "Navn på raadgiver", NOW)


def test_an_opening_of_a_case_that_is_protected_since_leaves_the_lists_of_the_others(nordby: Nordby) -> None:
    opening(nordby)
    Case.objects.filter(key="egen").update(protected=True)
    assert "Der er ingen at gennemse" in nordby.client("afdelingsleder").get("/aabninger/").content.decode()


# --- protected ------------------------------------------------------------------------------------------------


def test_a_case_is_protected_for_the_named_alone(nordby: Nordby) -> None:
    client = nordby.client("teamleder")
    told = client.get("/sag/egen/beskyt/").content.decode()
    assert re.search(r'value="raadgiver"[^>]*checked', told)  # the adviser is proposed
    answer = client.post("/sag/egen/beskyt/", {"begrundelse": WHY, "navngivne": ["raadgiver"]}, follow=True)
    assert "Du er ikke navngivet og kan derfor ikke længere se den" in answer.content.decode()
    assert client.get("/sag/egen/").status_code == 404
    assert "Beskyttet sag" in nordby.client("raadgiver").get("/sag/egen/").content.decode()
    assert nordby.client("afdelingsleder").get("/sag/egen/").status_code == 404
    assert Protection.objects.get().reason == WHY
    entry = ChangeEntry.objects.get(action="beskyttet")
    assert (entry.what, entry.username) == ({"named": ["raadgiver"]}, "teamleder")


def test_protecting_takes_those_out_who_are_not_chosen(nordby: Nordby) -> None:
    Naming.objects.create(
        case=nordby.cases["egen"], user=nordby.people["medraadgiver"], named_as="medraadgiver", first=TODAY
    )
    assert nordby.client("medraadgiver").get("/sag/egen/").status_code == 200
    form = {"begrundelse": WHY, "navngivne": ["teamleder"]}
    assert nordby.client("teamleder").post("/sag/egen/beskyt/", form).headers["Location"] == "/sag/egen/"
    assert nordby.client("medraadgiver").get("/sag/egen/").status_code == 404


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"begrundelse": WHY}, "Sæt kryds ved mindst én"),
        ({"begrundelse": "kort", "navngivne": ["raadgiver"]}, "Begrundelsen er for kort"),
        ({"begrundelse": WHY, "navngivne": ["centerchef"]}, "kan ikke vælges længere"),
    ],
)
def test_protecting_needs_a_reason_and_somebody_who_can_come_in(
    nordby: Nordby, form: dict[str, object], words: str
) -> None:
    answer = nordby.client("teamleder").post("/sag/egen/beskyt/", form)
    assert (answer.status_code, words in answer.content.decode()) == (422, True)
    assert not Case.objects.get(key="egen").protected


def test_the_named_leader_can_let_it_be_an_ordinary_case_again(nordby: Nordby) -> None:
    client = nordby.client("teamleder")
    client.post("/sag/egen/beskyt/", {"begrundelse": WHY, "navngivne": ["teamleder"]})
    assert client.post("/sag/egen/beskyt/", {"begrundelse": "Faren er ovre, siger politiet."}).status_code == 302
    assert nordby.client("raadgiver").get("/sag/egen/").status_code == 200
    kept = Protection.objects.get()
    assert (kept.ended_why, kept.ended_by) == ("Faren er ovre, siger politiet.", "Navn på teamleder")


@pytest.mark.parametrize("role", ["raadgiver", "modtagelse", "administrativ", NAMED])
def test_only_leaders_of_the_unit_protect_and_name(nordby: Nordby, role: str) -> None:
    for page in ("beskyt", "navngiv"):
        assert nordby.client(role).get(f"/sag/egen/{page}/").status_code == 404


# --- named ----------------------------------------------------------------------------------------------------


def name(client: Client, **changes: str) -> tuple[int, str]:
    """Send the form that names a stand-in."""
    form = {"person": "syd", "som": "vikar", "fra": f"{TODAY}", "til": f"{TODAY}", "begrundelse": WHY} | changes
    answer = client.post("/sag/egen/navngiv/", form)
    return answer.status_code, answer.content.decode()


def test_a_colleague_of_another_team_comes_in_by_being_named(nordby: Nordby, monkeypatch: pytest.MonkeyPatch) -> None:
    assert nordby.client("syd").get("/sag/egen/").status_code == 404
    assert name(nordby.client("teamleder"))[0] == 302
    assert nordby.client("syd").get("/sag/egen/").status_code == 200
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=1))
    assert nordby.client("syd").get("/sag/egen/").status_code == 404


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"til": ""}, "En vikar skal have en slutdag"),
        ({"til": f"{TODAY - timedelta(days=1)}"}, "Slutdagen ligger før den første dag"),
        ({"til": "i morgen"}, "Dagen kan ikke læses"),
        ({"person": "systemansvarlig"}, "Personen kan ikke vælges længere"),
        ({"som": "beskyttet"}, "beskyttet"),
        ({"begrundelse": ""}, "Skriv en begrundelse"),
    ],
)
def test_a_naming_that_cannot_be_is_refused(nordby: Nordby, changes: dict[str, str], words: str) -> None:
    status, told = name(nordby.client("teamleder"), **changes)
    assert (status, words in told) == (422, True)
    assert not Naming.objects.filter(case__key="egen").exists()


def test_a_naming_is_ended_at_once(nordby: Nordby) -> None:
    client = nordby.client("teamleder")
    name(client)
    assert name(client)[0] == 422  # named already
    mark = re.search(r'name="afslut" value="(\w+)"', client.get("/sag/egen/navngiv/").content.decode())
    assert mark
    assert client.post("/sag/egen/navngiv/", {"afslut": mark[1]}).status_code == 302
    assert nordby.client("syd").get("/sag/egen/").status_code == 404


def test_the_last_one_named_in_a_protected_case_stays(nordby: Nordby) -> None:
    client = nordby.client("teamleder")
    client.post("/sag/egen/beskyt/", {"begrundelse": WHY, "navngivne": ["teamleder"]})
    mark = re.search(r'name="afslut" value="(\w+)"', client.get("/sag/egen/navngiv/").content.decode())
    assert mark
    answer = client.post("/sag/egen/navngiv/", {"afslut": mark[1]}, follow=True)
    assert "ville blive lukket for alle" in answer.content.decode()
    assert client.get("/sag/egen/").status_code == 200
