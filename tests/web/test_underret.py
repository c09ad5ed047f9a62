"""Can everybody write to us of a child, lose nothing on the way, and know that it is stored?"""

from __future__ import annotations

import os
import re
import secrets
import subprocess
import sys
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings as own
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from pejl.events import UNDERRETTER
from pejl.web import clock, upkeep
from pejl.web.cases.models import Child, EventRow, FormToken
from pejl.web.handbook.lix import read
from pejl.web.reception.actions.taking_in import FORM, take_in
from pejl.web.reception.models import Letter
from pejl.web.underret import actions, codes, drafts, throttle
from pejl.web.underret.asking import MOST_CHILDREN, Sender, questions_of, texts_of
from pejl.web.underret.layout import SENDERS
from pejl.web.underret.models import Draft, Knock, Receipt
from tests.web.nordby import NOW, PROTECTED, Nordby

SEEN = "Han kom uden jakke.\nHan sagde: »Der er ingen hjemme.«"
EVERY_SENDER = pytest.mark.parametrize("sender", SENDERS, ids=[each.key for each in SENDERS])


@pytest.fixture
def token() -> str:
    return codes.new_token()


@pytest.fixture(autouse=True)
def clock_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


def filled(token: str, **different: str) -> dict[str, str]:
    """A form from a school."""
    said = {"token": token, "antal": "1", "barn-0-navn": "Viggo Prøve", "set_hoert": SEEN}
    return {**said, "navn": "Lise Lærer", "kontakt": "11 11 11 11"} | different


def sent(form: dict[str, str], *, sender: str = "skole", client: Client | None = None) -> Any:
    return saved(form, "send", sender=sender, client=client)


def saved(form: dict[str, str], handling: str = "gem", *, sender: str = "skole", client: Client | None = None) -> Any:
    return (client or Client()).post(reverse("underret-skriv", args=[sender]), {**form, "handling": handling})


def code_on(answer: Any) -> str:
    found = re.search(r'underret-code">([^<]+)<', answer.content.decode())
    return found[1] if found else ""


def words(answer: Any) -> str:
    return answer.content.decode().partition("<main")[2]


# --- from the form to the case ------------------------------------------------------------------------------------


def test_what_a_school_writes_is_a_notification_in_each_child_s_case(db: None, token: str) -> None:
    two = {"antal": "2", "barn-1-navn": "Ida Prøve", "barn-1-foedt": "3.5.2017", "overgreb": "ja", "foraelder": "nej"}
    answer = sent(filled(token, **two))
    assert (answer.status_code, code_on(answer)) == (200, codes.receipt_code(token))
    letter = Letter.objects.get()
    assert (letter.channel, letter.sender_type, letter.received_at) == ("formular", "skole", NOW)
    assert (letter.sender_name, letter.sender_contact, letter.anonymous) == ("Lise Lærer", "11 11 11 11", False)
    assert [each.told for each in letter.children.order_by("told")] == ["Ida Prøve, 3.5.2017", "Viggo Prøve"]
    events = EventRow.objects.filter(shared_id=letter.shared_id)
    assert {(each.fields["mistanke_overgreb"], each.fields["foraeldre_mistaenkt"]) for each in events} == {
        (True, False)
    }
    assert letter.answers["2.1 Hvad har du set og hørt?"] == SEEN
    assert [each.split()[0] for each in sorted(letter.answers)] == ["1.1", "1.2", "2.1", "2.2", "2.3", "5.1", "5.2"]


def test_a_cpr_number_is_kept_with_the_child_and_not_in_the_letter(db: None, token: str) -> None:
    sent(filled(token, **{"barn-0-foedt": "034517-4321"}))
    assert "034517" not in str(Letter.objects.get().answers)
    child = Child.objects.get(name="Viggo Prøve")
    assert child.cpr_mark
    assert b"034517" not in bytes(child.cpr)


def test_an_unborn_child_is_told_of_by_its_mother(db: None, token: str) -> None:
    unborn = {"barn-0-navn": "Mor Prøve", "barn-0-foedt": "1.9.2026", "barn-0-ufoedt": "on"}
    sent(filled(token, **unborn), sender="sundhed")
    assert EventRow.objects.get(shared_id=Letter.objects.get().shared_id).fields["ufoedt"] is True
    assert str(Child.objects.get(name="Mor Prøve").expected) == "2026-09-01"


def test_whoever_is_anonymous_leaves_no_name(db: None, token: str) -> None:
    answer = sent(filled(token, anonym="on", relation="Nabo"), sender="borger")
    assert answer.status_code == 200
    letter = Letter.objects.get()
    assert (letter.anonymous, letter.sender_name, letter.sender_contact, letter.sender_role) == (True, "", "", "")
    assert not any(secret in str(letter.answers) for secret in ("Lise", "11 11", "Nabo"))
    assert EventRow.objects.get(shared_id=letter.shared_id).fields["underretter"] == "anonym"


def test_a_child_can_write_without_saying_who_it_is(db: None, token: str) -> None:
    answer = sent({"token": token, "set_hoert": "De skændes hele tiden."}, sender="barnet")
    assert answer.status_code == 200
    assert Letter.objects.get().sender_type == "barnet"
    assert "mistanke_overgreb" not in EventRow.objects.get(kind="underretning_modtaget").fields


@EVERY_SENDER
def test_every_kind_of_sender_can_send(db: None, token: str, sender: Sender) -> None:
    everything = {each.key: "ja" if each.choices else "Et svar" for each in questions_of(sender)}
    chosen = {each.key: each.choices[0][0] for each in questions_of(sender) if each.choices}
    asked = {name: text for name, text in (everything | chosen).items() if name != "anonym"}
    answer = sent({"token": token, "barn-0-navn": "Viggo Prøve", **asked}, sender=sender.key)
    assert answer.status_code == 200, words(answer)
    told = "\n".join(Letter.objects.get().answers)
    assert [each.label for each in questions_of(sender) if each.key in asked and each.label not in told] == []


def test_the_answer_is_the_same_about_a_protected_child(nordby: Nordby) -> None:
    def told(name: str) -> tuple[int, str]:
        token = codes.new_token()
        answer = sent(filled(token, **{"barn-0-navn": name, "barn-0-foedt": "3.5.2017"}))
        drawn = (codes.receipt_code(token), codes.shown(Receipt.objects.latest("pk").fingerprint))
        page = words(answer)
        for each in drawn:
            page = page.replace(each, "")
        return answer.status_code, page

    assert told(f"Barn {PROTECTED.capitalize()}") == told("Et andet barn")


def test_a_letter_about_several_is_no_sign_of_the_one_who_is_protected(nordby: Nordby) -> None:
    """Whoever reads of the one child reads of the other, and must find it as they would any other."""

    def found(name: str) -> int:
        sent(filled(codes.new_token(), antal="2", **{"barn-1-navn": name, "barn-1-foedt": "3.5.2017"}))
        letter = Letter.objects.latest("pk")
        html = nordby.client("modtagelse").get(f"/brev/{letter.key}/").content.decode()
        return html.count("/sag/")

    assert found(f"Barn {PROTECTED.capitalize()}") == found("Et andet barn") > 0
    assert EventRow.objects.filter(case__key=PROTECTED, shared_id__startswith="brev-", recorded_by=FORM).exists()


def test_another_site_cannot_hand_a_writer_a_secret_that_it_knows(db: None, token: str) -> None:
    """Who knew the secret could read along with what is being written."""
    client, elsewhere = Client(), {"sec-fetch-site": "cross-site"}
    client.post(reverse("underret-skriv", args=["skole"]), filled(token), headers=elsewhere)
    assert client.cookies.get("pejl_underret") is None or client.cookies["pejl_underret"].value != token
    saved(filled(token), "senere")
    code = codes.later_code(token)
    client.post(reverse("underret-fortsaet"), {"kode": code}, headers=elsewhere)
    assert client.cookies.get("pejl_underret") is None or client.cookies["pejl_underret"].value != token


# --- once, and proved ---------------------------------------------------------------------------------------------


def test_sent_again_from_anywhere_it_is_one_letter_and_the_same_receipt(db: None, token: str) -> None:
    answers = [sent(filled(token)), sent(filled(token)), sent(filled(token), client=Client())]
    answers += [saved(filled(token), each) for each in ("gem", "videre", "senere")]
    assert {code_on(each) for each in answers} == {codes.receipt_code(token)}
    assert (Letter.objects.count(), Receipt.objects.count(), Draft.objects.count()) == (1, 1, 0)


def test_what_is_changed_after_it_was_sent_is_never_passed_over(db: None, token: str) -> None:
    client = Client()
    sent(filled(token), client=client)
    answer = sent(filled(token, hjaelp="Det her kom til senere."), client=client)
    assert answer.status_code == 409
    assert "Det her kom til senere." in words(answer)
    assert "Det er ikke med" in words(answer)
    again = re.search(r'name="token" value="(\w{64})"', words(answer))
    assert again
    assert again[1] != token
    assert sent(filled(again[1], hjaelp="Det her kom til senere.")).status_code == 200
    assert Letter.objects.count() == 2


def test_the_receipt_proves_that_it_is_stored_and_tells_nothing_of_the_child(db: None, token: str) -> None:
    shown = words(sent(filled(token)))
    code = codes.receipt_code(token)
    answer = Client().post(reverse("underret-kvittering"), {"kode": code.lower().replace("-", " ")})
    assert answer.status_code == 200
    assert "onsdag den 10. juni 2026 kl. 11.30" in words(answer)
    assert "har ingen ændret noget" in words(answer)
    printed = codes.shown(Receipt.objects.get().fingerprint)
    assert printed in shown
    assert printed in words(answer)
    assert not any(secret in words(answer) for secret in ("Viggo", "Lise", "skole", "jakke"))


def test_the_receipt_tells_when_what_is_stored_is_not_what_was_sent(db: None, token: str) -> None:
    sent(filled(token))
    Letter.objects.update(answers={"2.1 Hvad har du set og hørt?": "Noget andet."})
    answer = Client().post(reverse("underret-kvittering"), {"kode": codes.receipt_code(token)})
    assert "Aftrykket passer ikke" in words(answer)


def test_a_code_that_proves_nothing_is_told_apart_from_one_that_is_mistyped(db: None, token: str) -> None:
    def asked(code: str) -> str:
        answer = Client().post(reverse("underret-kvittering"), {"kode": code})
        assert answer.status_code == 422
        return words(answer)

    saved(filled(token), "senere")
    assert "ikke sendt endnu" in asked(codes.later_code(token))
    assert "ikke skrevet rigtigt" in asked(codes.receipt_code(token)[:-1] + "*")
    assert "ikke skrevet rigtigt" in asked("")


def test_one_wrong_sign_or_two_that_changed_places_are_always_seen() -> None:
    for _ in range(20):
        code = codes.receipt_code(codes.new_token()).replace("-", "")
        for at in range(len(code)):
            for sign in codes.SIGNS:
                wrong = code[:at] + sign + code[at + 1 :]
                assert (codes.read_code(wrong) is None) == (wrong != code)
            swapped = code[:at] + code[at : at + 2][::-1] + code[at + 2 :]
            assert (codes.read_code(swapped) is None) == (swapped != code)


def test_the_database_has_no_code_no_secret_and_no_word_of_a_draft(db: None, token: str) -> None:
    client = Client()
    saved(filled(token), "senere", client=client)
    sent(filled(codes.new_token()), client=client)
    sent(filled(gone := codes.new_token()), client=client)
    tables = (Draft, Receipt, Knock, FormToken)
    rows = repr([row for table in tables for row in table.objects.values()])
    row = Draft.objects.get()
    for secret in (gone, token, codes.later_code(token), codes.receipt_code(token), "Viggo", "127.0.0.1"):
        assert secret not in rows
        assert secret.encode() not in bytes(row.content)
    written = drafts.written_with(token)
    assert written
    assert written.data["set_hoert"] == SEEN


# --- not a word before it is stored ----------------------------------------------------------------------------------


def test_nothing_is_said_to_be_stored_when_the_database_does_not_answer(
    db: None, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object, **__: object) -> None:
        raise OperationalError

    monkeypatch.setattr(actions, "take_in", busy)
    monkeypatch.setattr(actions, "_PAUSE", 0)
    answer = sent(filled(token))
    assert answer.status_code == 503
    assert SEEN.partition("\n")[0] in words(answer)
    assert "Det er ikke sendt" in words(answer)
    assert settings_phone() in words(answer)
    assert (Letter.objects.count(), Receipt.objects.count(), code_on(answer)) == (0, 0, "")
    monkeypatch.undo()
    assert sent(filled(token)).status_code == 200


def settings_phone() -> str:
    return str(own.PEJL_ACUTE_PHONE)


def test_a_database_that_is_busy_for_a_moment_is_asked_again(
    db: None, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []

    def busy_once(*args: Any, **named: Any) -> Letter:
        tries.append(1)
        if len(tries) == 1:
            raise OperationalError
        return take_in(*args, **named)

    monkeypatch.setattr(actions, "take_in", busy_once)
    monkeypatch.setattr(actions, "_PAUSE", 0)
    assert sent(filled(token)).status_code == 200
    assert (len(tries), Letter.objects.count()) == (2, 1)


@pytest.mark.parametrize("handling", ["gem", "senere", "videre", "flere"])
def test_a_page_on_the_way_never_says_that_it_is_sent(db: None, token: str, handling: str) -> None:
    answer = saved(filled(token), handling)
    assert answer.status_code == 200
    assert "ikke sendt" in words(answer) or handling == "flere"
    assert not re.search(r"\b(er|blev) (sendt|modtaget)\b", words(answer))
    assert Letter.objects.count() == 0


# --- nothing that was written is lost ---------------------------------------------------------------------------------


def test_a_page_that_is_years_old_still_works(db: None) -> None:
    """No proof of where a form comes from can grow old; a page that has lost its own gets a new one."""
    client = Client(enforce_csrf_checks=True)
    for token in ("", "for-gammel", codes.new_token()):
        answer = saved(filled(token), client=client)
        assert answer.status_code == 200
        assert "Viggo Prøve" in words(answer)
        assert SEEN.partition("\n")[0] in words(answer)
    assert sent(filled(secrets.token_hex(32)), client=client).status_code == 200


def test_a_draft_that_was_deleted_is_made_again_from_the_page(db: None, token: str) -> None:
    saved(filled(token))
    upkeep.clear_away(now=NOW + timedelta(days=15))
    assert Draft.objects.count() == 0
    read_through = saved(filled(token), "videre")
    upkeep.clear_away(now=NOW + timedelta(days=15))
    carried = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', words(read_through)))
    assert carried["token"] == token
    assert sent(carried).status_code == 200
    assert Letter.objects.get().answers["2.1 Hvad har du set og hørt?"] == SEEN


def test_a_form_that_is_refused_is_saved_and_comes_back_with_everything(db: None, token: str) -> None:
    answer = saved(filled(token, navn="", kontakt=""), "videre")
    assert answer.status_code == 422
    assert "Skriv dit navn." in words(answer)
    assert "Viggo Prøve" in words(answer)
    written = drafts.written_with(token)
    assert written
    assert written.data["barn-0-navn"] == "Viggo Prøve"


def test_it_is_found_again_in_the_same_browser_and_with_a_code(db: None) -> None:
    client = Client()
    opened = client.get(reverse("underret-skriv", args=["skole"]))
    token = re.search(r'name="token" value="(\w{64})"', words(opened))
    assert token
    later = saved(filled(token[1]), "senere", client=client)
    assert code_on(later) == codes.later_code(token[1])
    assert "Viggo Prøve" in words(client.get(reverse("underret-skriv", args=["skole"])))
    assert "Skriv videre" in words(client.get(reverse("underret")))
    other = Client()
    assert "Viggo" not in words(other.get(reverse("underret-skriv", args=["skole"])))
    on = other.post(reverse("underret-fortsaet"), {"kode": code_on(later)}, follow=True)
    assert "Viggo Prøve" in words(on)
    assert other.post(reverse("underret-fortsaet"), {"kode": codes.receipt_code(token[1])}).status_code == 422


def test_whoever_is_in_the_wrong_form_keeps_what_they_wrote(db: None, token: str) -> None:
    client = Client()
    saved(filled(token, gjort="Vi har holdt et møde."), client=client)
    assert SEEN.partition("\n")[0] in words(client.get(reverse("underret-skriv", args=["borger"])))
    saved({"token": token, "set_hoert": SEEN}, sender="borger", client=client)
    assert "Vi har holdt et møde." in words(client.get(reverse("underret-skriv", args=["skole"])))


def test_a_tick_that_is_taken_away_is_gone(db: None, token: str) -> None:
    saved(filled(token, anonym="on"), sender="borger")
    saved(filled(token), sender="borger")
    written = drafts.written_with(token)
    assert written
    assert "anonym" not in written.data


def test_room_is_made_for_as_many_children_as_one_letter_takes(db: None, token: str) -> None:
    form = filled(token)
    for number in range(2, MOST_CHILDREN + 1):
        page = words(saved(form, "flere"))
        assert f"Barn {number}</legend>" in page
        form |= {"antal": str(number), f"barn-{number - 1}-navn": f"Nummer {number}"}
    assert 'value="flere"' not in words(saved(form))
    assert sent(form).status_code == 200
    letter = Letter.objects.get()
    assert letter.children.count() == MOST_CHILDREN
    places = [each.split()[0] for each in sorted(letter.answers)]
    assert places == [*(f"1.{each}" for each in range(1, 8)), "2.1", "5.1", "5.2"]


def test_it_can_be_thrown_away_by_whoever_has_it(db: None, token: str) -> None:
    client = Client()
    saved(filled(token), client=client)
    Client().post(reverse("underret-slet"), {"token": codes.new_token()})
    assert Draft.objects.count() == 1
    answer = client.post(reverse("underret-slet"), {"token": token})
    assert "er slettet" in words(answer)
    assert Draft.objects.count() == 0


def test_a_page_saves_itself_and_says_so_only_when_it_is_stored(db: None, token: str) -> None:
    address, quiet = reverse("underret-skriv", args=["skole"]), {"accept": "application/json"}
    answer = Client().post(address, filled(token), headers=quiet)
    assert (answer.status_code, answer.json()["besked"]) == (200, "Gemt kl. 11.30. Underretningen er ikke sendt endnu.")
    sent(filled(token))
    late = Client().post(address, filled(token, hjaelp="For sent."), headers=quiet)
    assert (late.status_code, "er ikke med" in late.json()["besked"]) == (409, True)
    assert Draft.objects.count() == 0


def test_long_texts_are_taken_and_longer_ones_refused_with_everything_left(db: None, token: str) -> None:
    answer = sent(filled(token, set_hoert="a" * 20_001))
    assert answer.status_code == 422
    assert "højst 20.000 tegn" in words(answer)
    assert "a" * 20_001 in words(answer)
    assert "maxlength" not in words(answer)
    assert saved(filled(token, set_hoert="æ" * 800_000)).status_code == 422
    assert sent(filled(token, set_hoert="a" * 20_000)).status_code == 200


def test_a_machine_is_refused_but_a_browser_that_fills_in_too_much_is_told(db: None, token: str) -> None:
    answer = sent(filled(token, hjemmeside="http://reklame.example"))
    assert answer.status_code == 422
    assert "underret-trap-shown" in words(answer)
    assert Letter.objects.count() == 0


# --- how often ------------------------------------------------------------------------------------------------------


def test_a_school_is_never_stopped_and_a_machine_is(db: None, settings: Settings) -> None:
    settings.PEJL_FORM_PER_ADDRESS = 3
    school = Client(REMOTE_ADDR="10.0.0.1")
    tokens = [codes.new_token() for _ in range(4)]
    for token in tokens[:3]:
        assert sent(filled(token), client=school).status_code == 200
    stopped = sent(filled(tokens[3]), client=school)
    assert stopped.status_code == 429
    assert "Viggo Prøve" in words(stopped)
    assert settings_phone() in words(stopped)
    assert drafts.written_with(tokens[3])
    # Another address, what has been sent already, and an hour later.
    assert sent(filled(codes.new_token()), client=Client(REMOTE_ADDR="10.0.0.2")).status_code == 200
    assert sent(filled(tokens[0]), client=school).status_code == 200
    Knock.objects.update(at=NOW - timedelta(hours=1))
    assert sent(filled(tokens[3]), client=school).status_code == 200


def test_all_addresses_together_have_a_limit_too(db: None, settings: Settings) -> None:
    settings.PEJL_FORM_IN_ALL = 2
    statuses = [sent(filled(codes.new_token()), client=Client(REMOTE_ADDR=f"10.0.0.{n}")).status_code for n in range(3)]
    assert statuses == [200, 200, 429]


def test_many_who_only_begin_keep_nobody_from_sending(db: None, settings: Settings) -> None:
    settings.PEJL_FORM_IN_ALL = 1
    begun = [saved(filled(codes.new_token())).status_code for _ in range(6)]
    assert begun == [200] * 5 + [429]
    assert sent(filled(codes.new_token())).status_code == 200


def test_the_address_cannot_be_read_from_its_mark_and_the_mark_is_another_tomorrow(settings: Settings, rf: Any) -> None:
    def mark(address: str, *, day: int = 10, **headers: str) -> str:
        asked = rf.get("/", REMOTE_ADDR=address, **headers)
        return throttle.mark_of_address(asked, day=NOW.date().replace(day=day))

    assert mark("10.0.0.1") == mark("10.0.0.1") != mark("10.0.0.2")
    assert mark("10.0.0.1") != mark("10.0.0.1", day=11)
    assert mark("2001:db8:1:2::1") == mark("2001:db8:1:2:ffff::9") != mark("2001:db8:1:3::1")
    assert mark("::ffff:10.0.0.1") == mark("10.0.0.1") != mark("::ffff:10.0.0.2")  # asked on both nets at once
    assert mark("10.0.0.1", HTTP_X_FORWARDED_FOR="9.9.9.9") == mark("10.0.0.1")
    settings.PEJL_BEHIND_TLS_PROXY = True
    assert mark("10.0.0.1", HTTP_X_FORWARDED_FOR="1.1.1.1, 9.9.9.9") == mark("9.9.9.9")


# --- nobody is followed ---------------------------------------------------------------------------------------------

ADDRESSES = ["underret", "underret-fortsaet", "underret-kvittering"]


def pages(client: Client, token: str) -> list[Any]:
    """Every page of the form."""
    written = [client.get(reverse("underret-skriv", args=[each.key])) for each in SENDERS]
    steps = [saved(filled(token), each, client=client) for each in ("gem", "flere", "senere", "videre")]
    return [*(client.get(reverse(each)) for each in ADDRESSES), *written, *steps, sent(filled(token), client=client)]


def test_no_page_asks_anything_of_anybody_else(db: None, token: str) -> None:
    for answer in pages(Client(), token):
        page = answer.content.decode()
        assert re.findall(r"""(?:src|href|action|formaction)=["'](?:https?:)?//""", page) == []
        assert "<script>" not in page
        assert " style=" not in page
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "no-store, private"
        assert answer.headers["Referrer-Policy"] == "same-origin"


def test_the_only_cookie_is_the_draft_s_own(db: None, token: str) -> None:
    client = Client()
    pages(client, token)
    assert set(client.cookies) == {"pejl_underret"}
    cookie = client.cookies["pejl_underret"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/underret/")
    assert cookie["max-age"] == cookie["expires"] == ""


def test_whoever_is_signed_in_sees_the_same_as_everybody(nordby: Nordby) -> None:
    for client in (Client(), nordby.client("raadgiver")):
        page = client.get(reverse("underret")).content.decode()
        assert "Hovedmenu" not in page
        assert "Navn på" not in page


def test_where_it_is_closed_none_of_it_is_there(db: None, settings: Settings, token: str) -> None:
    assert "Det kræver ikke login" in words(Client().get(reverse("login")))
    settings.PEJL_FORM_OPEN = False
    assert {each.status_code for each in pages(Client(), token)} == {404}
    assert "Det kræver ikke login" not in words(Client().get(reverse("login")))
    assert Letter.objects.count() == 0


@pytest.mark.parametrize(
    ("mode", "phone", "is_open"),
    [("alene", "11 11 11 11", "True"), ("alene", "", "False"), ("ved_siden_af", "11 11 11 11", "False")],
)
def test_it_is_closed_beside_a_case_system_and_without_a_number_to_call(mode: str, phone: str, is_open: str) -> None:
    asked = "from django.conf import settings; print(settings.PEJL_FORM_OPEN)"
    chosen = {"PEJL_MODE": mode, "PEJL_ACUTE_PHONE": phone}
    said = subprocess.run([sys.executable, "-c", asked], env={**os.environ, **chosen}, capture_output=True, text=True)
    assert said.stdout.strip() == is_open, said.stderr


def test_what_is_left_is_deleted(db: None, settings: Settings, token: str) -> None:
    settings.PEJL_KEEP_DRAFTS_DAYS = 3
    saved(filled(token))
    for days, left in ((3, 1), (4, 0)):
        upkeep.clear_away(now=NOW + timedelta(days=days))
        assert (Draft.objects.count(), Knock.objects.count()) == (left, 0)


# --- the layout -----------------------------------------------------------------------------------------------------


@EVERY_SENDER
def test_every_text_can_be_read_by_those_it_is_for(sender: Sender) -> None:
    asked = read("\n".join(text if text.endswith((".", "?", "!")) else f"{text}." for text in texts_of(sender)))
    assert asked.lix is not None
    assert asked.lix <= sender.lix, (asked.lix, asked.hardest, asked.longest)


@EVERY_SENDER
def test_the_layout_holds_together(sender: Sender) -> None:
    keys = [each.key for each in questions_of(sender)]
    assert len(keys) == len(set(keys))
    assert sum(bool(section.child) for section in sender.sections) == 1
    assert sender.kind in UNDERRETTER.choices
    assert all(len(section.questions) + MOST_CHILDREN * bool(section.child) <= 9 for section in sender.sections)
    assert any(each.required for each in questions_of(sender))


def test_a_page_costs_as_many_questions_for_one_child_as_for_many(db: None) -> None:
    def counted(children: int) -> int:
        many = {f"barn-{number}-navn": f"Barn {number}" for number in range(children)}
        with CaptureQueriesContext(connection) as made:
            assert sent(filled(codes.new_token(), **many)).status_code == 200
        return len(made)

    first = counted(2)
    assert counted(5) == first + 3 * (counted(3) - first)
