"""Does what reaches us stand on the right child at once, with its own 24 hours, and no sign of who is protected?"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from pejl.dates import COPENHAGEN
from pejl.web import clock
from pejl.web.access.models import Case, ChangeEntry, Naming
from pejl.web.cases import bridge
from pejl.web.cases.actions.registering import correct
from pejl.web.cases.actions.writing import Sent, new_token
from pejl.web.cases.models import Child, DeadlineRow, EventRow
from pejl.web.reception.actions.taking_in import FORM, Contact, Told, take_in
from pejl.web.reception.models import Letter, LetterChild, Watch
from tests.web.nordby import NAMED, NOW, PROTECTED, TODAY, Nordby, remove_protected
from tests.web.test_registering import opened

NYT_IND = "/nyt-ind/"
HIDDEN = {"barn-0-navn": "Barn Beskyttet", "barn-0-cpr": "034517-1004", "barn-0-foedt": "2017-05-03"}
# What is drawn anew: keys, numbers and tokens.
DRAWN = re.compile(
    r'(csrfmiddlewaretoken" value="|nonce="|name="token" value=")[^"]*|(modtaget/|/sag/|/afklar/)[^"/]*|P-[2-9A-Z]{8}'
)


def told(client: Client, **other: str) -> dict[str, str]:
    """The form with what somebody can say on the telephone."""
    said = {"afsender": "skole", "barn-0-barn": "dreng ca. 8, Skolegade", "type": "underretning_modtaget"}
    names = {name.replace("barn_", "barn-").replace("_0_", "-0-"): value for name, value in other.items()}
    return opened(client, NYT_IND) | said | names


def taken(client: Client, data: dict[str, str]) -> Letter:
    """Sent, and taken in."""
    response = client.post(NYT_IND, data)
    assert response.status_code == 302, response.content.decode()[:4000]
    return Letter.objects.get(key=response.headers["Location"].rstrip("/").rpartition("/")[2])


def event_of(letter: Letter, *, case: Case | None = None) -> EventRow:
    rows = EventRow.objects.filter(shared_id=letter.shared_id)
    return rows.get(case=case) if case else rows.get()


def duty(row: EventRow, rule: str) -> DeadlineRow:
    return DeadlineRow.objects.get(starts_event=row.event_id, rule=rule)


def started(row: EventRow) -> set[str]:
    """The duties that certainly began with an event."""
    return set(DeadlineRow.objects.filter(starts_event=row.event_id, unknown_reason="").values_list("rule", flat=True))


def days_and_hour(at: datetime) -> dict[str, str]:
    local = at.astimezone(COPENHAGEN)
    return {"dag": f"{local:%Y-%m-%d}", "klokken": f"{local:%H:%M}"}


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


# --- under a minute -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("person", ["administrativ", "modtagelse", "raadgiver", "teamleder"])
def test_what_is_known_is_enough_and_the_24_hours_run_from_when_it_came(nordby: Nordby, person: str) -> None:
    client = nordby.client(person)
    came = NOW - timedelta(hours=3)
    letter = taken(client, told(client, tekst="Kommer sulten i skole.") | days_and_hour(came))
    row = event_of(letter)
    assert (row.kind, row.at, row.fields["underretter"]) == ("underretning_modtaget", came, "skole")
    assert "Kommer sulten" not in str(row.fields)
    assert duty(row, "underretning.vurderes").due_at == came + timedelta(hours=24)
    child = Child.objects.get(case=row.case)
    assert (child.unsettled, child.described) == (True, "dreng ca. 8, Skolegade")
    shown = page(client, f"/nyt-ind/modtaget/{letter.key}/")
    assert "Barnets lov § 136" in shown
    assert "kl. 08.30" in shown
    assert "dreng ca. 8, Skolegade" in page(client, NYT_IND)


def test_at_most_five_fields_stand_before_the_rest(nordby: Nordby) -> None:
    html = page(nordby.client("modtagelse"), NYT_IND)
    form = html[html.index('class="pejl-register"') : html.index("Hvad er det?")]
    unfolded = re.sub(r"<details.*?</details>", "", form, flags=re.DOTALL)
    fields = re.findall(r'<(?:input(?![^>]*type="hidden")|select|textarea)[^>]*name="([^"]+)"', unfolded)
    assert fields == ["dag", "klokken", "afsender", "barn-0-barn", "tekst"]


def test_whoever_is_not_sure_has_a_notification(nordby: Nordby) -> None:
    client = nordby.client("modtagelse")
    row = event_of(taken(client, told(client, type="usikker")))
    assert (row.kind, row.fields["uafklaret_type"]) == ("underretning_modtaget", True)
    assert duty(row, "underretning.vurderes").due_at


@pytest.mark.parametrize("kind", ["henvendelse_modtaget", "ansoegning_modtaget"])
def test_a_question_or_an_application_gives_no_24_hours(nordby: Nordby, kind: str) -> None:
    client = nordby.client("modtagelse")
    row = event_of(taken(client, told(client, type=kind)))
    assert row.kind == kind
    assert not DeadlineRow.objects.filter(starts_event=row.event_id, rule__startswith="underretning").exists()


def test_nobody_is_sent_a_receipt_who_is_anonymous(nordby: Nordby) -> None:
    client = nordby.client("modtagelse")
    letter = taken(client, told(client, afsender="anonym"))
    assert letter.anonymous
    assert duty(event_of(letter), "underretning.kvitteres").excused_reason == "Underretteren er anonym."
    assert "skal ikke sendes kvittering" in page(client, f"/nyt-ind/modtaget/{letter.key}/")
    refused = client.post(NYT_IND, told(client, afsender="anonym", navn="Ib Ibsen"))
    assert refused.status_code == 422
    assert "men der står et navn" in refused.content.decode()


def test_the_hour_may_be_unknown(nordby: Nordby) -> None:
    client = nordby.client("administrativ")
    row = event_of(taken(client, told(client, klokken="", klokken_ukendt="on")))
    assert (row.at, row.day) == (None, TODAY)
    assert duty(row, "underretning.vurderes").unknown_reason == "klokkeslaet_start"


def test_what_came_in_the_night_is_judged_from_the_night_and_said_kindly(nordby: Nordby) -> None:
    client = nordby.client("administrativ")
    letter = taken(client, told(client, afsender="politi") | days_and_hour(NOW - timedelta(hours=36)))
    shown = page(client, f"/nyt-ind/modtaget/{letter.key}/")
    assert "De 24 timer er gået" in shown
    assert duty(event_of(letter), "underretning.vurderes").due_at == NOW - timedelta(hours=12)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"afsender": ""}, "Vælg, hvem det kommer fra."),
        ({"barn-0-barn": ""}, "Skriv det, I ved om barnet"),
        ({"dag": "2026-06-11"}, "Dagen er ikke kommet endnu."),
        ({"klokken": "11:31"}, "Klokken er kun 11.30."),
        ({"klokken": ""}, "Skriv klokkeslættet."),
        ({"barn-0-cpr": "1234"}, "CPR-nummeret passer ikke."),
        ({"token": ""}, ""),
    ],
)
def test_what_cannot_be_is_refused_and_what_was_written_stays(nordby: Nordby, wrong: dict[str, str], said: str) -> None:
    client = nordby.client("modtagelse")
    response = client.post(NYT_IND, told(client, tekst="Bliver stående") | wrong)
    if wrong == {"token": ""}:  # a page without a token gets one when it is shown again, and is not lost
        assert response.status_code == 302
        return
    assert response.status_code == 422
    html = response.content.decode()
    assert said in html
    assert "Bliver stående" in html
    assert not Letter.objects.filter(text="Bliver stående").exists()


def test_a_double_click_is_one_letter(nordby: Nordby) -> None:
    client = nordby.client("modtagelse")
    data = told(client)
    assert taken(client, data) == taken(client, data)
    assert Letter.objects.filter(recorded_at=NOW).count() == 1
    assert ChangeEntry.objects.filter(action="taget_ind").count() == 1


def test_beside_a_case_system_nobody_is_asked_for_the_family_s_story(nordby: Nordby, settings: Settings) -> None:
    settings.PEJL_MODE = "ved_siden_af"
    assert {"tekst", "navn", "kontakt"}.isdisjoint(opened(nordby.client("modtagelse"), NYT_IND))


# --- one letter, several children -----------------------------------------------------------------------------


def test_three_siblings_in_one_letter_have_their_own_hours_each(nordby: Nordby) -> None:
    client = nordby.client("modtagelse")
    data = told(client, tekst="Tre søskende.")
    for number, name in ((1, "pige 5. a"), (2, "lillesøster")):
        shown = client.post(NYT_IND, data | {"goer": "tilfoej"})
        assert shown.status_code == 200
        assert "Tre søskende." in shown.content.decode()
        data |= {"antal": str(number + 1), f"barn-{number}-barn": name}
    letter = taken(client, data | {"goer": "gem"})
    rows = EventRow.objects.filter(shared_id=letter.shared_id)
    assert len({row.case_id for row in rows}) == len({row.thread_id for row in rows}) == 3
    assert all(duty(row, "underretning.vurderes").due_at for row in rows)
    assert page(client, f"/nyt-ind/modtaget/{letter.key}/").count("24-timers vurdering") == 3


def test_a_child_is_taken_off_the_form_again_and_the_others_stay(nordby: Nordby) -> None:
    client = nordby.client("modtagelse")
    data = told(client) | {"antal": "2", "barn-1-barn": "pige 5. a", "goer": "fjern-0"}
    html = client.post(NYT_IND, data).content.decode()
    assert "pige 5. a" in html
    assert "Skolegade&quot;" not in html.replace("dreng ca. 8, Skolegade«", "")
    assert 'name="antal" value="1"' in html


# --- children we know -----------------------------------------------------------------------------------------


def test_a_known_child_is_offered_and_a_running_placement_is_assessed_by_someone_new(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    data = told(client, **{"barn-0-navn": "Egen"})
    asked = client.post(NYT_IND, data)
    assert asked.status_code == 200
    html = asked.content.decode()
    assert "Vi kender måske barnet" in html
    assert "Barnet får hjælp nu" in html
    assert "Brevet om egen" in html
    assert "Syd" not in html
    letter = taken(client, data | {"barn-0-sag": "egen"})
    row = event_of(letter)
    assert row.case is not None
    assert row.case.key == "egen"
    assert "underretning.genvurderes" in started(row)
    assert "som ikke har haft sagen før" in page(client, f"/nyt-ind/modtaget/{letter.key}/")


def test_the_office_sees_days_and_numbers_and_not_what_was_said(nordby: Nordby) -> None:
    client = nordby.client("administrativ")
    html = client.post(NYT_IND, told(client, **{"barn-0-navn": "Barn Egen"})).content.decode()
    assert "2 underretninger før" in html
    assert "Brevet om egen" not in html


def test_another_child_by_the_same_name_gets_a_case_of_its_own(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    before = Case.objects.count()
    taken(client, told(client, **{"barn-0-navn": "Barn Egen", "barn-0-sag": "nyt"}))
    assert Case.objects.count() == before + 1


def test_a_case_out_of_reach_can_be_neither_seen_nor_chosen(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    syd = {"barn-0-cpr": "034517-1001", "barn-0-navn": "Barn Syd"}
    for key in ("syd", PROTECTED, "findes-ikke"):
        refused = client.post(NYT_IND, told(client, **syd, **{"barn-0-sag": key}))
        assert refused.status_code == 422
        assert "Den valgte sag kan ikke findes" in refused.content.decode()


def test_abuse_by_a_parent_holds_back_whatever_turns_to_the_parents(nordby: Nordby) -> None:
    client = nordby.client("modtagelse")
    said = {"mistanke_overgreb": "ja", "foraeldre_mistaenkt": "ja", "aeresrelateret": "nej"}
    letter = taken(client, told(client, **said))
    assert "underretning.samtale_overgreb" in started(event_of(letter))
    html = page(client, f"/nyt-ind/modtaget/{letter.key}/")
    assert "Kontakt ikke forældre og netværk endnu" in html
    hearing = html[html.index("Indkaldt til partshøring") :].split("</li>")[0]
    assert "Venter på samtalen med barnet" in hearing
    assert "Senest" not in hearing


# --- a protected child ----------------------------------------------------------------------------------------


def answered(client: Client, data: dict[str, str]) -> tuple[int, str, int, str]:
    """What is answered, by how many questions, and how the page after it looks; then undone."""
    with transaction.atomic():
        connection.queries_log.clear()
        with CaptureQueriesContext(connection) as queries:
            response = client.post(NYT_IND, data)
        asked = len(queries)
        after = client.get(response.headers.get("Location", NYT_IND)).content.decode()
        transaction.set_rollback(True)
    html = response.content.decode() + response.headers.get("Location", "")
    return response.status_code, DRAWN.sub("", html), asked, DRAWN.sub("", after)


def on_back_up(nordby: Nordby, person: str = "syd") -> None:
    Watch.objects.create(
        user=nordby.people[person],
        duty=Watch.Duty.BAGVAGT,
        first_at=NOW - timedelta(hours=1),
        last_at=NOW + timedelta(hours=8),
        given_by="Afdelingsleder",
    )


@pytest.mark.parametrize("person", ["administrativ", "modtagelse", "raadgiver", "teamleder", "afdelingsleder"])
def test_nobody_can_tell_that_the_child_they_write_in_is_protected(nordby: Nordby, person: str) -> None:
    on_back_up(nordby)
    client = nordby.client(person)
    forms = [told(client, **HIDDEN), told(client, **{"barn-0-navn": "Barn Beskyttet", "barn-0-foedt": "2017-05-03"})]
    there = [answered(client, each) for each in forms]
    remove_protected()
    gone = [answered(client, each) for each in forms]
    assert there == gone
    assert [each[0] for each in there] == [302, 302]


def test_the_named_and_the_back_up_see_it_at_once(nordby: Nordby) -> None:
    on_back_up(nordby)
    registrar = nordby.client("modtagelse")
    letter = taken(registrar, told(registrar, tekst="Om det beskyttede barn", **HIDDEN))
    own, hidden = EventRow.objects.filter(shared_id=letter.shared_id).order_by("case__protected")
    assert own.case != hidden.case == nordby.cases[PROTECTED]
    assert duty(hidden, "underretning.vurderes").due_at == duty(own, "underretning.vurderes").due_at
    for person in (NAMED, "syd"):
        client = nordby.client(person)
        assert "Om det beskyttede barn" in page(client, f"/brev/{letter.key}/")
        assert f"/brev/{letter.key}/" in page(client, f"/sag/{PROTECTED}/")
    assert registrar.get(f"/sag/{PROTECTED}/").status_code == 404
    let_in = Naming.objects.get(case__key=PROTECTED, user=nordby.people["syd"])
    assert (let_in.first, let_in.last) == (TODAY, TODAY + timedelta(days=1))
    assert (let_in.named_as, bool(let_in.reason)) == (Naming.As.BESKYTTET, True)


def test_the_public_form_writes_a_protected_child_to_the_named_alone(nordby: Nordby) -> None:
    child = Told(told="dreng", cpr="034517-1004", name="Et andet navn")
    contact = Contact(kind="underretning_modtaget", received_at=NOW, channel="formular", children=(child,))
    before, token = Case.objects.count(), new_token()
    letter = take_in(contact, by=None, at=NOW, token=token)
    assert take_in(contact, by=None, at=NOW, token=token) == letter
    assert (event_of(letter).case, event_of(letter).recorded_by) == (nordby.cases[PROTECTED], FORM)
    assert Case.objects.count() == before


def test_the_public_form_makes_a_case_for_everybody_else(nordby: Nordby) -> None:
    child = Told(told="pige i 2. klasse")
    contact = Contact(kind="underretning_modtaget", received_at=NOW, channel="formular", children=(child,))
    row = event_of(take_in(contact, by=None, at=NOW, token=new_token()))
    assert row.case is not None
    assert row.case.number.startswith("P-")
    assert duty(row, "underretning.vurderes").due_at == NOW + timedelta(hours=24)


# --- who is the child? ----------------------------------------------------------------------------------------


def unknown(nordby: Nordby, **other: Any) -> Case:
    """The case of a child nobody knew."""
    client = nordby.client("modtagelse")
    case = event_of(taken(client, told(client, tekst="Det, skolen sagde", **other))).case
    assert case is not None
    return case


def test_the_child_gets_its_name(nordby: Nordby) -> None:
    client, case = nordby.client("modtagelse"), unknown(nordby)
    address = f"/afklar/{case.key}/"
    assert address in page(client, NYT_IND)
    too_little = client.post(address, {"navn": "Ny Navnesen", "token": new_token()})
    assert too_little.status_code == 422
    client.post(address, {"navn": "Ny Navnesen", "foedt": "2018-02-01", "token": new_token()})
    child = Child.objects.get(case=case)
    assert (child.name, child.unsettled) == ("Ny Navnesen", False)
    assert address not in page(client, NYT_IND)


def named(client: Client, case: Case) -> tuple[int, str, int]:
    """The answer to writing the protected child's number on a case."""
    data = {"navn": "Barn Beskyttet", "cpr": "034517-1004", "token": new_token()}
    with transaction.atomic(), CaptureQueriesContext(connection) as queries:
        response = client.post(f"/afklar/{case.key}/", data)
        transaction.set_rollback(True)
    return response.status_code, DRAWN.sub("", response.content.decode()), len(queries)


def test_the_name_of_a_protected_child_is_no_sign_either_and_reaches_the_named(nordby: Nordby) -> None:
    client, case = nordby.client("modtagelse"), unknown(nordby)
    there = named(client, case)
    with transaction.atomic():
        remove_protected()
        gone = named(client, case)
        transaction.set_rollback(True)
    assert there == gone
    client.post(f"/afklar/{case.key}/", {"navn": "Barn Beskyttet", "cpr": "034517-1004", "token": new_token()})
    letter = LetterChild.objects.get(case=case).letter
    assert event_of(letter, case=nordby.cases[PROTECTED]).kind == "underretning_modtaget"


def test_a_known_child_takes_over_the_whole_course(nordby: Nordby) -> None:
    case = unknown(nordby)
    leader = nordby.client("afdelingsleder")
    assessed = opened(leader, f"/sag/{case.key}/registrer/vurdering_24_timer/")
    assessed |= {"dag": f"{TODAY}", "klokken": "11:30", "f_vurdering": "Ikke akut", "f_akut_behov": "nej"}
    assert leader.post(f"/sag/{case.key}/registrer/vurdering_24_timer/", assessed).status_code == 302
    address = f"/afklar/{case.key}/"
    found = leader.post(address, {"soeg": "Barn Egen"}).content.decode()
    assert 'value="egen"' in found
    assert "Ja, det er samme barn" in leader.post(address, {"til": "egen"}).content.decode()
    yes = {"til": "egen", "bekraeft": "ja", "token": new_token()}
    assert leader.post(address, yes).status_code == 302
    case.refresh_from_db()
    letter = LetterChild.objects.get(case=nordby.cases["egen"], letter__text="Det, skolen sagde")
    row = EventRow.objects.get(event_id=letter.event_id)
    assert (case.closed, row.case, row.shared_id) == (True, nordby.cases["egen"], letter.letter.shared_id)
    assert duty(row, "underretning.vurderes").met_at == NOW
    assert "underretning.genvurderes" in started(row)
    assert not DeadlineRow.objects.filter(case=case, met_at=None, stopped_at=None).exists()
    assert "Det, skolen sagde" in page(nordby.client("raadgiver"), f"/brev/{letter.letter.key}/")
    assert nordby.client("modtagelse").get(f"/nyt-ind/modtaget/{letter.letter.key}/").status_code == 200
    assert leader.post(address, yes | {"token": new_token()}).status_code == 200  # it says that it is settled
    assert EventRow.objects.filter(case=nordby.cases["egen"], shared_id=row.shared_id).count() == 1


def test_nobody_can_tell_that_the_child_was_found_to_be_protected(nordby: Nordby) -> None:
    """Who wrote it in keeps it as it was; a case that closes itself would be a sign."""
    registrar, leader = nordby.client("modtagelse"), nordby.client(NAMED)
    letter = taken(registrar, told(registrar))
    row = event_of(letter)
    case = row.case
    assert case is not None
    Naming.objects.create(
        case=case, user=nordby.people[NAMED], named_as=Naming.As.MEDRAADGIVER, first=TODAY, given_by="Afdelingsleder"
    )
    addresses = (NYT_IND, f"/nyt-ind/modtaget/{letter.key}/", f"/sag/{case.key}/", "/vagt/", "/min-dag/")
    before = [DRAWN.sub("", page(registrar, each)) for each in addresses]
    tied = {"til": PROTECTED, "bekraeft": "ja"}
    assert leader.post(f"/afklar/{case.key}/", tied | {"token": new_token()}).status_code == 302
    assert [DRAWN.sub("", page(registrar, each)) for each in addresses] == before
    hidden = event_of(letter, case=nordby.cases[PROTECTED])
    assert duty(hidden, "underretning.vurderes").due_at == duty(row, "underretning.vurderes").due_at
    assert page(leader, f"/brev/{letter.key}/")
    again = leader.post(f"/afklar/{case.key}/", tied | {"token": new_token()})
    assert again.status_code == 422
    assert "står allerede i den beskyttede sag" in again.content.decode()


def test_a_child_s_own_case_is_never_moved(nordby: Nordby) -> None:
    leader = nordby.client("afdelingsleder")
    html = leader.post("/afklar/egen/", {"til": "syd", "bekraeft": "ja", "token": new_token()}).content.decode()
    assert "Det er afklaret" in html
    assert not EventRow.objects.filter(case__key="egen", sealed=True).exists()


# --- the same twice -------------------------------------------------------------------------------------------


def test_one_worry_told_twice_is_joined_and_parted_by_a_person(nordby: Nordby, monkeypatch: pytest.MonkeyPatch) -> None:
    client = nordby.client("raadgiver")
    rows = []
    for hours, sender in ((5, "dagtilbud"), (4, "sundhedspleje")):
        came = days_and_hour(NOW - timedelta(hours=hours))
        child = {"barn-0-navn": "Barn Egen", "barn-0-sag": "egen"}
        rows.append(event_of(taken(client, told(client, afsender=sender, **child) | came)))
    form = {"den": rows[1].event_id, "og": rows[0].event_id, "token": new_token()}
    assert "Læg sammen" in page(client, "/nyt-ind/samme/")
    assert client.post("/nyt-ind/samme/", form).status_code == 302
    running = DeadlineRow.objects.filter(case__key="egen", rule="underretning.vurderes")
    assert rows[1].event_id not in {each.starts_event for each in running}
    assert duty(rows[0], "underretning.vurderes").due_at == NOW + timedelta(hours=19)
    later = LetterChild.objects.get(event_id=rows[1].event_id)
    assert (later.joined_by, later.joined_to) == ("RAAD", LetterChild.objects.get(event_id=rows[0].event_id))
    assert client.get(f"/brev/{later.letter.key}/").status_code == 200
    assert "af Navn på raadgiver" in page(client, "/nyt-ind/samme/")
    assert client.post("/nyt-ind/samme/", form | {"token": new_token()}).status_code == 422
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(minutes=1))  # what is regretted is older than the regret
    assert client.post("/nyt-ind/samme/", {"skil": rows[1].event_id, "token": new_token()}).status_code == 302
    assert duty(rows[1], "underretning.vurderes").due_at == NOW + timedelta(hours=20)


def test_what_somebody_has_acted_on_is_not_joined_away(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    child = {"barn-0-navn": "Barn Egen", "barn-0-sag": "egen"}
    rows = [event_of(taken(client, told(client, **child) | days_and_hour(NOW - timedelta(hours=h)))) for h in (5, 4)]
    case = nordby.cases["egen"]
    assessed = bridge.event_of(rows[1], number=case.number)
    EventRow.objects.create(
        event_id="vurderet", case=case, thread_id=assessed.thread_id, kind="vurdering_24_timer", day=TODAY, at=NOW,
        recorded_at=NOW, source="pejl",
    )  # fmt: skip
    form = {"den": rows[0].event_id, "og": rows[1].event_id, "token": new_token()}
    refused = client.post("/nyt-ind/samme/", form)
    assert refused.status_code == 422
    assert "allerede registreret »24-timers vurdering«" in refused.content.decode()


def two(client: Client, *, hours: int = 1, second: dict[str, str] | None = None) -> list[EventRow]:
    """The same child told of twice, so long between."""
    child, rows = {"barn-0-navn": "Barn Egen", "barn-0-sag": "egen"}, []
    for ago, more in ((4 + hours, {}), (4, second or {})):
        came = days_and_hour(NOW - timedelta(hours=ago))
        rows.append(event_of(taken(client, told(client, **child) | came | more)))
    return rows


def joined(client: Client, rows: list[EventRow]) -> tuple[int, str]:
    form = {"den": rows[0].event_id, "og": rows[1].event_id, "token": new_token()}
    answer = client.post("/nyt-ind/samme/", form)
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("said", ["mistanke_overgreb", "foraeldre_mistaenkt", "aeresrelateret"])
def test_a_suspicion_is_never_joined_away(nordby: Nordby, said: str) -> None:
    client = nordby.client("raadgiver")
    rows = two(client, second={said: "ja"})
    status, html = joined(client, rows)
    assert status == 422
    assert "og det gør den første ikke" in html
    assert rows[1].event_id not in bridge.withdrawn_ids(nordby.cases["egen"])


def test_the_second_stands_where_the_first_no_longer_does(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    rows = two(client)
    sent = Sent(by=nordby.people["raadgiver"], at=NOW, token=new_token())
    correct(rows[0], instead=None, reason="Skrevet ind ved en fejl", sent=sent)
    assert joined(client, rows)[0] == 422
    assert rows[1].event_id not in bridge.withdrawn_ids(nordby.cases["egen"])


def test_more_than_a_day_between_is_never_the_same(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    assert joined(client, two(client, hours=25))[0] == 422


def test_what_was_joined_is_not_parted_in_a_case_that_has_been_left(nordby: Nordby) -> None:
    leader = nordby.client("afdelingsleder")
    child = {"barn-0-navn": "Ny Dreng", "barn-0-barn": "dreng"}
    first = event_of(taken(leader, told(leader, **child)))
    assert first.case is not None
    again = told(leader, **child, **{"barn-0-sag": first.case.key})
    second = event_of(taken(leader, again))
    assert joined(leader, [first, second])[0] == 302
    tied = {"til": "egen", "bekraeft": "ja", "token": new_token()}
    assert leader.post(f"/afklar/{first.case.key}/", tied).status_code == 302
    answer = leader.post("/nyt-ind/samme/", {"skil": second.event_id, "token": new_token()})
    assert answer.status_code == 422
    assert "Registrér den anden underretning i den sag" in answer.content.decode()


# --- the letter, and how much is asked of the database --------------------------------------------------------


def test_a_letter_is_read_by_those_who_may_open_the_case(nordby: Nordby) -> None:
    assert "Brevet om egen" in page(nordby.client("raadgiver"), "/brev/egen/")
    office = page(nordby.client("administrativ"), "/brev/egen/")
    assert "Brevet om egen" not in office
    assert "Afsender om egen" not in office
    for key in ("syd", PROTECTED, "findes-ikke"):
        assert nordby.client("raadgiver").get(f"/brev/{key}/").status_code == 404
    assert nordby.client("raadgiver").get("/nyt-ind/modtaget/egen/").status_code == 200
    assert nordby.client("modtagelse").get("/nyt-ind/modtaget/egen/").status_code == 404


def questions(client: Client, address: str, data: dict[str, str] | None = None) -> int:
    with CaptureQueriesContext(connection) as queries:
        response = client.post(address, data) if data else client.get(address)
    assert response.status_code == 200
    return len(queries)


def test_many_cost_no_more_questions_than_few(nordby: Nordby) -> None:
    client = nordby.client("modtagelse")
    unknown(nordby)
    search = told(client, **{"barn-0-navn": "Barn", "goer": "find"})
    few = [questions(client, NYT_IND), questions(client, NYT_IND, search), questions(client, "/nyt-ind/samme/")]
    for name in ("Barn Et", "Barn To"):
        child = {"barn-0-navn": name, "barn-0-foedt": "2018-01-01", "barn-0-sag": "nyt"}
        taken(client, told(client, **child))
    unknown(nordby)
    many = [questions(client, NYT_IND), questions(client, NYT_IND, search), questions(client, "/nyt-ind/samme/")]
    assert few == many
