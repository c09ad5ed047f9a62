"""Can what happened be registered once, by the right people, with nothing guessed, and put right when it was wrong?"""

import re
from datetime import datetime, timedelta
from html import unescape
from itertools import chain, repeat
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from pejl.dates import COPENHAGEN, local_day
from pejl.events import KIND_BY_KEY, KINDS, FieldType
from pejl.rulebook import RULEBOOK
from pejl.web.access.models import Case, ChangeEntry, LogEntry, User
from pejl.web.cases import bridge, sending
from pejl.web.cases.actions import registering
from pejl.web.cases.actions.writing import Entry, Overtaken, Refused, Sent, new_token
from pejl.web.cases.forms.asked import Need, needs_of
from pejl.web.cases.forms.courses import PLACES, Course, Happened, courses_of
from pejl.web.cases.forms.registering import AT_FIRST, EventForm
from pejl.web.cases.forms.setting import Colleague, Setting
from pejl.web.cases.models import Child, DeadlineRow, EventRow, FormToken
from tests.web.nordby import NOW, TODAY, Nordby, event

EGEN = "/sag/egen/registrer/"


def url(kind: str, *, case: str = "egen", query: str = "") -> str:
    return f"/sag/{case}/registrer/{kind}/{query}"


def opened(client: Client, address: str) -> dict[str, str]:
    """The form as a browser would send it back unchanged."""
    response = client.get(address)
    assert response.status_code == 200, address
    html = response.content.decode()
    fields = {}
    for tag in re.findall(r"<input[^>]*>", html):
        told = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        kind, name = told.get("type", "text"), told.get("name", "")
        if name and name != "csrfmiddlewaretoken" and (kind not in ("radio", "checkbox") or " checked" in tag):
            fields[name] = unescape(told.get("value", ""))
    for name, inside in re.findall(r'<select name="([^"]*)".*?>(.*?)</select>', html, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', inside)
        fields[name] = unescape(chosen[1]) if chosen else ""
    for name, inside in re.findall(r'<textarea name="([^"]*)".*?>(.*?)</textarea>', html, re.DOTALL):
        fields[name] = unescape(inside.strip())
    return fields


def mark(rule: str, *, case: str = "egen") -> str:
    found = DeadlineRow.objects.filter(case__key=case, rule=rule).order_by("-starts_at").first()
    assert found
    return found.mark


def hour(at: datetime) -> str:
    return at.astimezone(COPENHAGEN).strftime("%H:%M")


def messages_of(response: Any) -> str:
    return " ".join(str(each) for each in response.context["messages"])


# --- registering ----------------------------------------------------------------------------------------------


def assessment(client: Client, **answers: str) -> dict[str, str]:
    address = url("vurdering_24_timer", query=f"?frist={mark('underretning.vurderes')}&fra=min-dag")
    at = NOW - timedelta(minutes=10)
    return {**opened(client, address), "dag": TODAY.isoformat(), "klokken": hour(at), **answers}


def test_the_missing_assessment_is_registered_from_the_day_and_leaves_it(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    sent = mark("underretning.vurderes")
    assert sent in client.get("/min-dag/").content.decode()
    response = client.post(
        url("vurdering_24_timer", query=f"?frist={sent}&fra=min-dag"), assessment(client), follow=True
    )
    assert response.redirect_chain[-1][0] == "/min-dag/"
    assert sent not in response.content.decode()
    assert "Pligten »24-timers vurdering« er nu: overholdt for sent." in messages_of(response)
    row = EventRow.objects.latest("pk")
    assert (row.kind, row.thread_id, row.source, row.done_by, row.recorded_by) == (
        "vurdering_24_timer",
        "U2",
        "pejl",
        "RAAD",
        "RAAD",
    )
    assert row.at == NOW - timedelta(minutes=10)
    assert ChangeEntry.objects.get(action="registreret").what == {"kind": row.kind, "event": row.event_id}


def test_it_leads_to_the_case_when_it_was_opened_there(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    response = client.post(url("notat"), {**opened(client, url("notat")), "dag": TODAY.isoformat()})
    assert response.status_code == 302
    assert response["Location"] == "/sag/egen/"


def test_who_has_no_more_to_do_with_the_case_is_led_back_to_the_day(nordby: Nordby) -> None:
    """The reception sees a case while its duty waits; having met it, they no longer do."""
    client = nordby.client("modtagelse")
    EventRow.objects.filter(case__key="uden", thread_id="U1").delete()
    bridge.recompute(nordby.cases["uden"], as_of=NOW)
    for rule, kind in (
        ("underretning.vurderes", "vurdering_24_timer"),
        ("underretning.tilbagemeldes", "tilbagemelding_underretter"),
    ):
        address = url(kind, case="uden", query=f"?frist={mark(rule, case='uden')}")
        fields = {**opened(client, address), "dag": TODAY.isoformat(), "klokken": "11:00"}
        response = client.post(address, fields)
    assert response["Location"] == "/min-dag/"
    again = client.post(address, fields)
    assert again.status_code == 200
    assert "Det er allerede registreret" in again.content.decode()
    assert client.get("/sag/uden/registrer/").status_code == 404


@pytest.mark.parametrize("kind", ["underretning_modtaget", "vurdering_24_timer", "plan_lavet"])
def test_the_time_is_never_preset(nordby: Nordby, kind: str) -> None:
    fields = opened(nordby.client("raadgiver"), url(kind))
    assert (fields["dag"], fields["klokken"]) == ("", "")


def test_of_a_notification_it_is_asked_when_it_got_here(nordby: Nordby) -> None:
    html = nordby.client("raadgiver").get(url("underretning_modtaget")).content.decode()
    assert "Hvornår nåede den frem?" in html
    assert "Modtaget af" in html


def test_a_notification_begins_a_course_of_its_own_and_what_is_not_known_stays_so(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    fields = opened(client, url("underretning_modtaget"))
    answers = {"f_underretter": "skole", "f_mistanke_overgreb": "ja", "f_aeresrelateret": "ved-ikke"}
    response = client.post(
        url("underretning_modtaget"), {**fields, "dag": TODAY.isoformat(), "klokken": "10:15", **answers}
    )
    assert response.status_code == 302
    row = EventRow.objects.latest("pk")
    assert row.fields == {"underretter": "skole", "mistanke_overgreb": True}
    assert row.thread_id not in ("", "U1", "U2")
    assert row.done_by == ""
    assert DeadlineRow.objects.filter(thread_id=row.thread_id, rule="underretning.vurderes").count() == 1


def test_a_course_is_chosen_in_plain_words_and_never_guessed(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    html = client.get(url("kvittering_sendt")).content.decode()
    assert "Underretningen fra 9. juni 2026" in html
    fields = {**opened(client, url("kvittering_sendt")), "dag": TODAY.isoformat()}
    assert "forloeb" not in fields
    response = client.post(url("kvittering_sendt"), fields)
    assert response.status_code == 422
    assert "Vælg, hvad det hører til." in response.content.decode()
    assert client.post(url("kvittering_sendt"), {**fields, "forloeb": "en-andens"}).status_code == 422
    assert client.post(url("kvittering_sendt"), {**fields, "forloeb": "U1"}).status_code == 302
    assert EventRow.objects.latest("pk").thread_id == "U1"


def test_the_only_course_that_runs_is_chosen_beforehand(nordby: Nordby) -> None:
    assert opened(nordby.client("raadgiver"), url("undersoegelse_afsluttet"))["forloeb"] == "B1"


# --- what is refused ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"dag": ""}, "Skriv dagen."),
        ({"dag": "2026-02-31"}, "Dagen findes ikke."),
        ({"dag": "31.02.2026"}, "Dagen findes ikke."),
        ({"dag": "i går"}, "Dagen findes ikke."),
        ({"dag": "2026-06-11"}, "Dagen er ikke kommet endnu."),
        ({"dag": "1026-06-10"}, "Dagen ligger før 1990."),
        ({"klokken": ""}, "Skriv klokkeslættet."),
        ({"klokken": "25:10"}, "Klokkeslættet findes ikke."),
        ({"klokken": "11:31"}, "Klokken er kun 11.30."),
        ({"klokken": "11:10", "klokken_ukendt": "on"}, "Ikke begge dele."),
        ({"f_akut_behov": "måske"}, "Akut behov for støtte"),
        ({"udfoert_af": "UKENDT"}, "Udført af"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(nordby: Nordby, answers: dict[str, str], told: str) -> None:
    client, before = nordby.client("raadgiver"), EventRow.objects.count()
    address = url("vurdering_24_timer", query=f"?frist={mark('underretning.vurderes')}")
    response = client.post(address, assessment(client, **answers))
    assert response.status_code == 422
    html = unescape(response.content.decode())
    assert "Der er noget, der skal rettes" in html
    assert told in html
    assert EventRow.objects.count() == before
    assert not FormToken.objects.exists()


@pytest.mark.parametrize("written", ["2026-06-09", "9.6.2026", "09-06-2026", "9/6 2026", "9.6.26"])
def test_a_day_is_read_however_danes_write_it(nordby: Nordby, written: str) -> None:
    client = nordby.client("raadgiver")
    assert client.post(url("notat"), {**opened(client, url("notat")), "dag": written}).status_code == 302
    assert EventRow.objects.latest("pk").day.isoformat() == "2026-06-09"


def test_an_unknown_hour_can_be_said(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    address = url("vurdering_24_timer", query=f"?frist={mark('underretning.vurderes')}")
    assert client.post(address, assessment(client, klokken="", klokken_ukendt="on")).status_code == 302
    assert EventRow.objects.latest("pk").at is None


@pytest.mark.parametrize(
    ("day", "code", "told"),
    [("2025-10-26", "dobbelt", "Timen kom to gange"), ("2026-03-29", "findes_ikke", "Timen fandtes ikke")],
)
def test_an_hour_that_the_clocks_make_doubtful_is_marked(nordby: Nordby, day: str, code: str, told: str) -> None:
    client = nordby.client("raadgiver")
    fields = {**opened(client, url("kvittering_sendt")), "dag": day, "klokken": "02:30", "forloeb": "U1"}
    response = client.post(url("kvittering_sendt"), fields, follow=True)
    assert told in messages_of(response)
    assert EventRow.objects.latest("pk").fields == {"tid_usikker": code}


def test_what_is_written_down_late_is_said_to_be(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    for days, said in ((1, False), (2, True)):
        day = (TODAY - timedelta(days=days)).isoformat()
        response = client.post(url("notat"), {**opened(client, url("notat")), "dag": day}, follow=True)
        assert ("efterregistreret" in messages_of(response)) is said


def test_a_paragraph_is_read_or_refused(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    address = url("afgoerelse_truffet")
    fields = {**opened(client, address), "dag": TODAY.isoformat(), "forloeb": "nyt", "f_plan_valgt": "ja"}
    fields["f_raekkefoelge"] = "indhentes"  # nobody has talked with the child
    assert client.post(address, {**fields, "f_paragraf": "se bilag"}).status_code == 422
    # Placed with consent before there is an investigation: that is let through with a reason.
    read = {"f_paragraf": "§46 stk 1", "f_raekkefoelge": "hastede"}
    assert client.post(address, {**fields, **read}).status_code == 302
    assert EventRow.objects.latest("pk").fields["paragraf"] == "§ 46, stk. 1"


def test_days_that_contradict_each_other_are_refused(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    for kind, field, day in (
        ("undersoegelse_besluttet", "f_behov_kendt", TODAY + timedelta(days=1)),
        ("opfoelgning_holdt", "f_naeste_senest", TODAY),
    ):
        fields = {**opened(client, url(kind)), "dag": TODAY.isoformat(), field: day.isoformat()}
        response = client.post(url(kind), fields)
        assert response.status_code == 422, kind
        assert "Ret en af dagene." in response.content.decode()


@pytest.mark.parametrize("kind", ["partshoering_undladt", "samtale_undladt", "kontakt_nedgraderet"])
def test_what_excuses_or_stops_a_duty_must_have_its_reason(nordby: Nordby, kind: str) -> None:
    client = nordby.client("raadgiver")
    fields = {**opened(client, url(kind)), "dag": TODAY.isoformat(), "forloeb": "U1", "f_begrundelse": "  "}
    assert client.post(url(kind), fields).status_code == 422


# --- once -----------------------------------------------------------------------------------------------------


def test_a_double_click_is_one_event(nordby: Nordby) -> None:
    client, notes = nordby.client("raadgiver"), EventRow.objects.filter(case__key="egen", kind="notat")
    fields, before = {**opened(client, url("notat")), "dag": TODAY.isoformat()}, notes.count()
    first, second = client.post(url("notat"), fields), client.post(url("notat"), fields)
    assert (first.status_code, second.status_code) == (302, 200)
    assert "Det er allerede registreret" in second.content.decode()
    assert notes.count() == before + 1
    assert ChangeEntry.objects.filter(action="registreret").count() == 1


@pytest.mark.parametrize(("kind", "course"), [("notat", {}), ("kvittering_sendt", {"forloeb": "U2"})])
def test_the_second_click_read_before_the_first_was_written_is_no_fault(
    nordby: Nordby, monkeypatch: pytest.MonkeyPatch, kind: str, course: dict[str, str]
) -> None:
    client, rows = nordby.client("raadgiver"), EventRow.objects.filter(case__key="egen", kind=kind)
    fields = {**opened(client, url(kind)), "dag": TODAY.isoformat(), **course}
    before = rows.count()
    assert client.post(url(kind), fields).status_code == 302
    # What the second asked when it arrived: nothing had been written then.
    used = FormToken.objects.get(token=fields["token"])
    answers = chain([None], repeat(EventRow.objects.get(event_id=used.event_id)))
    monkeypatch.setattr(sending, "already_sent", lambda _token: next(answers))
    second = client.post(url(kind), fields)
    assert (second.status_code, "Det er allerede registreret" in second.content.decode()) == (200, True)
    assert rows.count() == before + 1


def test_a_form_belongs_to_whoever_sent_it(nordby: Nordby) -> None:
    mine, theirs = nordby.client("raadgiver"), nordby.client("teamleder")
    fields = {**opened(mine, url("notat")), "dag": TODAY.isoformat()}
    mine.post(url("notat"), fields)
    assert theirs.post(url("notat"), fields).status_code == 404


def test_a_form_without_its_token_is_not_taken(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    fields = {**opened(client, url("notat")), "dag": TODAY.isoformat(), "token": ""}
    response = client.post(url("notat"), fields)
    assert response.status_code == 422
    assert "Åbn den igen" in response.content.decode()


def receipt(client: Client, *, day: datetime = NOW) -> dict[str, str]:
    return {**opened(client, url("kvittering_sendt")), "dag": local_day(day).isoformat(), "forloeb": "U2"}


def test_two_people_with_the_same_form_open_are_told(nordby: Nordby) -> None:
    mine, theirs = nordby.client("raadgiver"), nordby.client("teamleder")
    my_form, their_form = receipt(mine), receipt(theirs)
    assert theirs.post(url("kvittering_sendt"), their_form).status_code == 302
    response = mine.post(url("kvittering_sendt"), my_form)
    html = unescape(response.content.decode())
    assert response.status_code == 409
    assert "»Kvittering sendt til underretter« onsdag den 10. juni 2026 står allerede i sagen." in html
    assert "registreret af TEAM" in html
    assert "Registrér alligevel" in html
    assert EventRow.objects.filter(kind="kvittering_sendt").count() == 1
    assert mine.post(url("kvittering_sendt"), {**my_form, "bekraeftet": "ja"}).status_code == 302
    assert EventRow.objects.filter(kind="kvittering_sendt").count() == 2


def test_the_same_day_again_is_asked_about_and_another_day_is_not(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    assert client.post(url("kvittering_sendt"), receipt(client)).status_code == 302
    assert client.post(url("kvittering_sendt"), receipt(client)).status_code == 409
    assert client.post(url("kvittering_sendt"), receipt(client, day=NOW - timedelta(days=1))).status_code == 302


def test_something_else_registered_meanwhile_is_no_hindrance(nordby: Nordby) -> None:
    mine, theirs = nordby.client("raadgiver"), nordby.client("teamleder")
    my_form = receipt(mine)
    theirs.post(url("notat"), {**opened(theirs, url("notat")), "dag": TODAY.isoformat()})
    assert mine.post(url("kvittering_sendt"), my_form).status_code == 302


def test_when_something_fails_nothing_is_left(nordby: Nordby, monkeypatch: pytest.MonkeyPatch) -> None:
    client = nordby.client("raadgiver")
    client.raise_request_exception = False
    fields = {**opened(client, url("notat")), "dag": TODAY.isoformat()}
    before = EventRow.objects.count(), DeadlineRow.objects.count(), Case.objects.get(key="egen").version

    def fail(*_args: object, **_named: object) -> None:
        raise RuntimeError("the very last thing fails")

    with monkeypatch.context() as patch:
        patch.setattr(registering, "changed", fail)
        assert client.post(url("notat"), fields).status_code == 500
    assert (EventRow.objects.count(), DeadlineRow.objects.count(), Case.objects.get(key="egen").version) == before
    assert not FormToken.objects.exists()
    assert client.post(url("notat"), fields).status_code == 302


# --- who ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "person", ["syd", "vikar", "medraadgiver", "teamleder_syd", "centerchef", "visitationsudvalg", "datakonsulent"]
)
def test_only_those_who_may_see_the_case_register_in_it(nordby: Nordby, person: str) -> None:
    client = nordby.client(person)
    for address in (EGEN, url("notat"), "/sag/egen/ret/egen-notat-50-/", "/sag/egen/flyt/egen-notat-50-/"):
        assert client.get(address).status_code == 404, address
        assert client.post(address, {"dag": TODAY.isoformat()}).status_code == 404, address


@pytest.mark.parametrize("kind", ["rettelse", "kilde_daekker", "findes_ikke"])
def test_what_is_about_the_ledger_itself_has_no_form(nordby: Nordby, kind: str) -> None:
    assert nordby.client("raadgiver").get(url(kind)).status_code == 404


def test_nor_can_it_be_registered_in_another_way(nordby: Nordby) -> None:
    sent = Sent(by=nordby.people["raadgiver"], at=NOW, token=new_token())
    for kind in ("rettelse", "kilde_daekker"):
        with pytest.raises(Refused):
            registering.register(nordby.cases["egen"], Entry(kind=kind, day=TODAY), sent=sent)


def test_who_gets_the_case_is_decided_by_those_who_lead_its_team(nordby: Nordby) -> None:
    assert nordby.client("raadgiver").get(url("raadgiver_tildelt")).status_code == 404
    assert "raadgiver_tildelt" not in nordby.client("raadgiver").get(EGEN).content.decode()
    leader = nordby.client("teamleder")
    fields = opened(leader, url("raadgiver_tildelt"))
    assert fields["udfoert_af"] == ""
    assert leader.post(url("raadgiver_tildelt"), {**fields, "dag": TODAY.isoformat()}).status_code == 422
    answers = {**fields, "dag": TODAY.isoformat(), "udfoert_af": "SYDR"}
    assert leader.post(url("raadgiver_tildelt"), answers).status_code == 302
    assert Case.objects.get(key="egen").adviser == "SYDR"
    row = EventRow.objects.latest("pk")
    assert (row.done_by, row.recorded_by) == ("SYDR", "TEAM")


def test_everybody_else_who_sees_the_case_can_register(nordby: Nordby) -> None:
    for person in ("raadgiver", "teamleder", "afdelingsleder", "modtagelse", "administrativ", "tilsynskonsulent"):
        assert nordby.client(person).get(EGEN).status_code == 200, person


# --- the forms themselves -------------------------------------------------------------------------------------

COURSES = [
    Happened(kind=kind, day=TODAY, thread_id=f"{kind}-{number}")
    for kind in (
        "underretning_modtaget",
        "undersoegelse_besluttet",
        "anbringelse_ivaerksat",
        "klage_modtaget",
        "aktindsigt_bedt",
    )
    for number in (1, 2)
]


def form_of(key: str, *, beside: bool = False) -> EventForm:
    setting = Setting(
        kind=KIND_BY_KEY[key],
        book=RULEBOOK,
        moment=NOW,
        me=Colleague(initials="RAAD", name="Navn"),
        courses=courses_of(COURSES),
        beside=beside,
    )
    return EventForm(setting)


@pytest.mark.one_database
@pytest.mark.parametrize("beside", [False, True], ids=["alene", "ved siden af"])
@pytest.mark.parametrize("key", PLACES)
def test_no_form_asks_more_than_five_before_the_others(key: str, beside: bool) -> None:
    form = form_of(key, beside=beside)
    first = [*form.moment, *form.at_first]
    assert len(first) <= AT_FIRST
    assert [bound.name for bound in form.folded if bound.field.required] == []
    assert {bound.name for bound in (*first, *form.folded)} == set(form.fields)


@pytest.mark.one_database
@pytest.mark.parametrize("key", PLACES)
def test_a_field_must_be_answered_only_where_a_rule_or_figure_asks(key: str) -> None:
    kind = KIND_BY_KEY[key]
    asked = {field.name for field, need in needs_of(kind, RULEBOOK) if need is not Need.EXTRA}
    form = form_of(key)
    required = {name.removeprefix("f_") for name, field in form.fields.items() if field.required and name[:2] == "f_"}
    assert required <= asked
    for field in kind.fields:
        if field.type is FieldType.YESNO:
            radios: Any = form.fields[f"f_{field.name}"]
            choices = [value for value, _ in radios.choices]
            assert choices == ["ja", "nej", "ved-ikke"]


def test_what_only_a_seldom_look_back_asks_for_must_not_be_answered() -> None:
    talk = {field.name: need for field, need in needs_of(KIND_BY_KEY["samtale_med_barnet"], RULEBOOK)}
    assert talk["to_raadgivere"] is Need.SHOWN
    # Who consented is what the consent is about, however seldom the law asks.
    consent = {field.name: need for field, need in needs_of(KIND_BY_KEY["samtykke_givet"], RULEBOOK)}
    assert consent["hvem"] is Need.ANSWER


def test_what_the_rules_ask_is_found(nordby: Nordby) -> None:
    needs = {key: {f.name: need for f, need in needs_of(KIND_BY_KEY[key], RULEBOOK)} for key in PLACES}
    assert needs["samtale_undladt"]["begrundelse"] is Need.MUST
    assert needs["kontakt_nedgraderet"]["anden_person"] is Need.MUST
    assert needs["visitation"]["begrundelse"] is Need.EXTRA
    assert needs["underretning_modtaget"]["aeresrelateret"] is Need.ANSWER
    assert needs["tilsynsbesoeg"]["talt_med_barnet"] is Need.ANSWER
    assert needs["undersoegelse_besluttet"]["behov_kendt"] is Need.SHOWN
    assert needs["opfoelgning_holdt"]["naeste_senest"] is Need.SHOWN
    # Only the old act asks it.
    assert needs["afgoerelse_truffet"]["kan_ikke_afvente"] is Need.EXTRA


def test_every_kind_has_a_form_but_those_about_the_ledger() -> None:
    assert {kind.key for kind in KINDS} - set(PLACES) == {"rettelse", "kilde_daekker"}


def test_a_course_is_told_by_what_says_most_about_it() -> None:
    told = courses_of(
        [
            Happened(kind="hoering_parter", day=TODAY, thread_id="I1"),
            Happened(kind="afgoerelse_truffet", day=TODAY, thread_id="I1", paragraph="§ 32, stk. 1"),
            Happened(kind="indsats_ophoert", day=TODAY, thread_id="I1"),
            Happened(kind="samtykke_givet", day=TODAY, thread_id="X"),
            Happened(kind="notat", day=TODAY, thread_id=""),
        ]
    )
    assert [(each.choice, each.course) for each in told] == [
        ("Forløbet, der begynder med »Samtykke givet« 10. juni 2026", Course.INDSATS),
        ("Afgørelsen efter § 32, stk. 1, truffet 10. juni 2026 (slut)", Course.INDSATS),
    ]


# --- before its time ------------------------------------------------------------------------------------------


def test_what_turns_to_the_parents_before_its_time_is_warned_about(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    warning = "Kontakt ikke forældre og netværk endnu"
    assert warning in client.get(url("partshoering_indkaldt")).content.decode()
    assert warning not in client.get(url("risikovurdering")).content.decode()
    html = client.get(EGEN).content.decode()
    assert warning in html
    missing = html.partition("Det, der mangler")[2].partition("<h2")[0]
    assert "Risikovurdering" in missing
    assert "partshøring" not in missing


# --- beside a case system -------------------------------------------------------------------------------------


def test_beside_a_case_system_no_free_text_is_kept(nordby: Nordby, settings: Settings) -> None:
    settings.PEJL_MODE = "ved_siden_af"
    client = nordby.client("raadgiver")
    for kind in PLACES:
        if (page := client.get(url(kind))).status_code == 200:
            assert "<textarea" not in page.content.decode(), kind
    assert client.get(url("notat")).status_code == 404
    html = client.get(url("samtale_undladt")).content.decode()
    assert "Kort og uden personoplysninger" in html
    fields = {**opened(client, url("samtale_undladt")), "dag": TODAY.isoformat(), "f_begrundelse": "x" * 201}
    assert client.post(url("samtale_undladt"), fields).status_code == 422


def test_what_the_lists_deliver_is_said_to_come_again(nordby: Nordby, settings: Settings) -> None:
    settings.PEJL_MODE = "ved_siden_af"
    told = event(Case(number=""), "kilde_daekker", days_ago=400, fields={"slags": "kvittering_sendt"})
    bridge.row_of(told, case=None).save()
    client, note = nordby.client("raadgiver"), "Kommer også med næste udtræk"
    assert note in client.get(url("kvittering_sendt")).content.decode()
    assert note not in client.get(url("risikovurdering")).content.decode()
    settings.PEJL_MODE = "alene"
    assert note not in client.get(url("kvittering_sendt")).content.decode()


# --- putting right --------------------------------------------------------------------------------------------


def ret(event_id: str, *, case: str = "egen") -> str:
    return f"/sag/{case}/ret/{event_id}/"


FRESH = "egen-underretning_modtaget-1-U2"


def test_the_form_is_filled_in_with_what_the_event_says(nordby: Nordby) -> None:
    fields = opened(nordby.client("raadgiver"), ret(FRESH))
    assert fields["dag"] == "2026-06-09"
    assert fields["klokken"] == "09:30"
    assert fields["f_underretter"] == "skole"
    assert fields["f_mistanke_overgreb"] == "ja"
    # Not told is shown as not known, never as no.
    assert fields["f_ufoedt"] == "ved-ikke"


def test_a_correction_keeps_the_course_and_needs_a_reason(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    fields = {**opened(client, ret(FRESH)), "klokken": "08:00", "f_aeresrelateret": "nej"}
    assert client.post(ret(FRESH), fields).status_code == 422
    response = client.post(ret(FRESH), {**fields, "grund": "Forkert klokkeslæt"})
    assert response.status_code == 302
    correction = EventRow.objects.get(kind="rettelse")
    assert correction.fields == {"replaces": FRESH, "reason": "Forkert klokkeslæt"}
    new = EventRow.objects.filter(kind="underretning_modtaget").latest("pk")
    assert new.thread_id == "U2"
    assert new.fields["aeresrelateret"] is False
    due = DeadlineRow.objects.get(rule="underretning.vurderes", thread_id="U2", case__key="egen").due_at
    assert due == NOW - timedelta(hours=3, minutes=30)
    assert client.post(ret(FRESH), {**opened(client, ret(new.event_id)), "grund": "igen"}).status_code == 422


def test_an_event_can_be_taken_back_without_another(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    fields = {"token": new_token(), "grund": "Skrevet to gange", "traek_tilbage": "ja"}
    assert client.post(ret(FRESH), fields).status_code == 302
    assert not DeadlineRow.objects.filter(case__key="egen", thread_id="U2").exists()
    assert "Den er allerede rettet" in client.get(ret(FRESH)).content.decode()
    assert client.post(ret(FRESH), {**fields, "token": new_token()}).status_code == 422


def test_who_may_not_read_text_neither_reads_nor_loses_it(nordby: Nordby) -> None:
    client, address = nordby.client("administrativ"), ret("egen-notat-50-")
    html = client.get(address).content.decode()
    assert "Fortroligt om NB-egen" not in html
    assert "Fortroligt om NB-egen" in nordby.client("raadgiver").get(address).content.decode()
    response = client.post(address, {**opened(client, address), "dag": "2026-06-01", "grund": "Forkert dag"})
    assert response.status_code in (200, 302)
    assert EventRow.objects.filter(kind="notat", day="2026-06-01").get().fields == {"tekst": "Fortroligt om NB-egen"}


@pytest.mark.parametrize("event_id", ["syd-notat-50-", "egen-kilde_daekker-400-", "egen-raadgiver_tildelt-300-", "nej"])
def test_what_is_not_there_to_put_right_is_not_found(nordby: Nordby, event_id: str) -> None:
    assert nordby.client("raadgiver").get(ret(event_id)).status_code == 404


def test_what_came_from_the_case_system_is_mended_there(nordby: Nordby, settings: Settings) -> None:
    settings.PEJL_MODE = "ved_siden_af"
    assert "Ret i fagsystemet" in nordby.client("raadgiver").get(ret(FRESH)).content.decode()


# --- what nobody types ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["0001-01-01", "1989-12-31"])
def test_a_day_in_a_year_that_cannot_be_counted_in_is_refused(nordby: Nordby, day: str) -> None:
    sent = {"dag": f"{TODAY}", "f_behov_kendt": day, "token": new_token(), "bekraeftet": "1"}
    answer = nordby.client("raadgiver").post(url("undersoegelse_besluttet"), sent)
    assert answer.status_code == 422
    assert "Dagen ligger ikke mellem 1990 og 2100." in answer.content.decode()


def test_a_next_time_in_another_age_is_refused(nordby: Nordby) -> None:
    sent = {"dag": f"{TODAY}", "f_naeste_senest": "2205-06-01", "forloeb": "I1", "token": new_token()}
    answer = nordby.client("raadgiver").post(url("opfoelgning_holdt"), sent)
    assert answer.status_code == 422
    assert "Dagen ligger ikke mellem 1990 og 2100." in answer.content.decode()


def test_a_version_that_no_case_can_have_is_no_fault_of_ours(nordby: Nordby) -> None:
    sent = {"dag": f"{TODAY}", "f_tekst": "Kort", "token": new_token(), "set": "9" * 5_000}
    assert nordby.client("raadgiver").post(url("notat"), sent).status_code == 302


@pytest.mark.parametrize(
    "address", ["/sag/%00/", f"{EGEN}notat/?frist=%00", "/sag/egen/ret/%00/", "/sag/egen/frist/%00/"]
)
def test_there_is_nothing_by_a_name_that_nobody_can_type(nordby: Nordby, address: str) -> None:
    assert nordby.client("raadgiver").get(address).status_code == 404


def test_a_long_user_name_has_a_place_in_the_ledger(nordby: Nordby) -> None:
    User.objects.filter(username="modtagelse").update(username="v" * 100, initials="")
    sent = {"dag": f"{TODAY}", "f_tekst": "Kort", "token": new_token(), "bekraeftet": "1"}
    assert nordby.client("modtagelse").post(url("notat"), sent).status_code == 302
    assert EventRow.objects.latest("pk").recorded_by == "v" * 60


def test_nor_can_such_a_name_be_sent(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    assert client.post(flyt("egen-notat-50-"), {"til": "\x00"}).status_code == 404
    assert client.post(url("notat"), {"dag": f"{TODAY}", "f_tekst": "Kort", "token": "\x00"}).status_code == 404


# --- on the wrong child ---------------------------------------------------------------------------------------


def flyt(event_id: str) -> str:
    return f"/sag/egen/flyt/{event_id}/"


def other_case(nordby: Nordby) -> Case:
    """Another case of the same adviser."""
    case = Case.objects.create(key="anden", number="NB-anden")
    Child.objects.create(case=case, name="Åse Østergård", name_sort="{3se {2sterg{3rd")
    told = event(case, "raadgiver_tildelt", days_ago=100, done_by="RAAD")
    bridge.row_of(told, case=case).save()
    bridge.recompute(case, as_of=NOW)
    return case


@pytest.mark.parametrize("words", ["NB-anden", "nb-anden", "østerg", "ÅSE"])
def test_the_right_child_is_found_by_number_or_name_among_ones_own(nordby: Nordby, words: str) -> None:
    other_case(nordby)
    html = nordby.client("raadgiver").post(flyt("egen-notat-50-"), {"soeg": words}).content.decode()
    assert "Åse Østergård" in html
    entry = LogEntry.objects.filter(act=LogEntry.Act.SEARCH).get()
    assert entry.detail == {"side": "flyt", "antal": 1}


@pytest.mark.parametrize("words", ["NB-syd", "NB-beskyttet", "Beskyttet", "findes ikke"])
def test_a_child_out_of_reach_is_not_found(nordby: Nordby, words: str) -> None:
    response = nordby.client("raadgiver").post(flyt("egen-notat-50-"), {"soeg": words})
    assert "Ingen af de sager, du har adgang til, passer." in response.content.decode()
    sent = {"til": "syd", "bekraeft": "ja", "token": new_token()}
    assert nordby.client("raadgiver").post(flyt("egen-notat-50-"), sent).status_code == 404


def test_what_is_moved_is_sealed_and_stands_on_the_right_child(nordby: Nordby) -> None:
    right, client = other_case(nordby), nordby.client("raadgiver")
    asked = client.post(flyt(FRESH), {"til": "anden"})
    assert "forseglet" in asked.content.decode()
    token = re.search(r'name="token" value="([^"]*)"', asked.content.decode())
    assert token
    sent = {"til": "anden", "bekraeft": "ja", "token": token[1]}
    assert client.post(flyt(FRESH), sent)["Location"] == "/sag/anden/"
    assert EventRow.objects.get(event_id=FRESH).sealed
    moved = EventRow.objects.get(case=right, kind="underretning_modtaget")
    assert moved.thread_id not in ("", "U2")
    assert moved.fields["underretter"] == "skole"
    assert not DeadlineRow.objects.filter(case__key="egen", thread_id="U2").exists()
    assert DeadlineRow.objects.filter(case=right, rule="underretning.vurderes").count() == 1
    again = client.post(flyt(FRESH), sent)
    assert "Det er allerede registreret" in again.content.decode()
    assert EventRow.objects.filter(case=right, kind="underretning_modtaget").count() == 1
    assert client.get(ret(FRESH)).status_code == 404


def test_the_course_on_the_right_child_is_asked_for(nordby: Nordby) -> None:
    right, client = other_case(nordby), nordby.client("raadgiver")
    for thread in ("U7", "U8"):
        told = event(right, "underretning_modtaget", days_ago=3, thread=thread, hours_ago=1)
        bridge.row_of(told, case=right).save()
    sent = Sent(by=nordby.people["raadgiver"], at=NOW, token=new_token())
    row = registering.register(
        nordby.cases["egen"], Entry(kind="kvittering_sendt", day=TODAY, thread_id="U2"), sent=sent
    )
    answers = {"til": "anden", "bekraeft": "ja", "token": new_token()}
    assert client.post(flyt(row.event_id), answers).status_code == 422
    assert client.post(flyt(row.event_id), {**answers, "forloeb": "U8"}).status_code == 302
    assert EventRow.objects.get(case=right, kind="kvittering_sendt").thread_id == "U8"


def test_an_allocation_is_moved_only_to_a_case_one_may_allocate(nordby: Nordby) -> None:
    leader, allocation = nordby.client("teamleder"), "egen-raadgiver_tildelt-300-"
    reason = "Politiet har ringet om barnet i aften, og vagten er alene."
    assert leader.post("/aabn/", {"nummer": "NB-syd", "begrundelse": reason})["Location"] == "/sag/syd/"
    for sent in ({"til": "syd"}, {"til": "syd", "bekraeft": "ja", "token": new_token()}):
        assert leader.post(flyt(allocation), sent).status_code == 404
    assert not EventRow.objects.get(event_id=allocation).sealed
    assert leader.post(flyt("egen-notat-50-"), {"til": "syd"}).status_code == 200


# --- the action itself ----------------------------------------------------------------------------------------


def test_a_form_seen_before_something_else_happened_is_told_of_the_same_only(nordby: Nordby) -> None:
    case, by = nordby.cases["egen"], nordby.people["raadgiver"]
    seen = Case.objects.get(pk=case.pk).version
    entry = Entry(kind="bisidder_oplyst", day=TODAY - timedelta(days=3), thread_id="U2")

    def send(who: User, what: Entry, *, seen: int | None) -> EventRow:
        return registering.register(case, what, sent=Sent(by=who, at=NOW, token=new_token(), seen=seen))

    send(nordby.people["teamleder"], Entry(kind="bisidder_oplyst", day=TODAY, thread_id="U2"), seen=seen)
    with pytest.raises(Overtaken):
        send(by, entry, seen=seen)
    assert send(by, entry, seen=None).day == entry.day
