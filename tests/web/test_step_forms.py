"""Does the form at a step ask little, help much, and write what several children share once in each case?"""

from collections.abc import Iterable
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from pytest_django import Settings

from pejl.events import KIND_BY_KEY, Event, FieldValue
from pejl.rulebook import RULEBOOK
from pejl.web.access.models import Case, ChangeEntry
from pejl.web.cases import bridge
from pejl.web.cases.actions import registering, writing
from pejl.web.cases.forms.courses import PLACES, courses_of
from pejl.web.cases.forms.guided import GUIDES
from pejl.web.cases.forms.guides import THE_CHILDS_OWN, law_at_hand
from pejl.web.cases.forms.next_steps import AFTER, KNOWN
from pejl.web.cases.forms.registering import AT_FIRST, EventForm
from pejl.web.cases.forms.setting import Colleague, Setting
from pejl.web.cases.models import DeadlineRow, EventRow, FormToken
from tests.web.nordby import NOW, PROTECTED, TODAY, Nordby, days_before, event
from tests.web.test_registering import COURSES, messages_of, opened, url

LEADER = "afdelingsleder"  # sees both teams, so also the sibling in the other one


def form_of(key: str, *, beside: bool) -> EventForm:
    setting = Setting(
        kind=KIND_BY_KEY[key],
        book=RULEBOOK,
        moment=NOW,
        me=Colleague(initials="RAAD", name="Navn"),
        courses=courses_of(COURSES),
        beside=beside,
    )
    return EventForm(setting)


def add(case: Case, kind: str, *, days_ago: int, thread: str = "", **fields: FieldValue) -> EventRow:
    row = bridge.row_of(event(case, kind, days_ago=days_ago, thread=thread, fields=fields), case=case)
    row.save()
    bridge.recompute(case, as_of=NOW)
    return row


def without_worry(nordby: Nordby, *keys: str) -> None:
    """Nothing hinders talking with the parents any more."""
    for key in keys:
        EventRow.objects.filter(case__key=key, thread_id="U2").delete()
        bridge.recompute(nordby.cases[key], as_of=NOW)


def filled(client: Client, address: str, **answers: str) -> dict[str, str]:
    return {**opened(client, address), "dag": TODAY.isoformat(), **answers}


# --- the guides -----------------------------------------------------------------------------------------------


@pytest.mark.one_database
@pytest.mark.parametrize("beside", [False, True], ids=["alene", "ved siden af"])
@pytest.mark.parametrize("key", GUIDES)
def test_a_guide_asks_first_what_it_says_and_loses_no_field(key: str, beside: bool) -> None:
    guide, form = GUIDES[key], form_of(key, beside=beside)
    first = [bound.name for bound in (*form.moment, *form.at_first)]
    assert len(first) <= AT_FIRST
    own = {each.name for each in KIND_BY_KEY[key].fields}
    assert set(guide.first) <= own | {"dag", "klokken"}
    assert {each.name for group in guide.groups for each in group.fields} <= own
    grouped = [bound.name for group in form.groups for bound in group.fields]
    assert sorted([*first, *(bound.name for bound in form.more), *grouped]) == sorted(form.fields)
    assert not beside or not guide.phrase_into or f"f_{guide.phrase_into}" not in form.fields


def test_every_guide_and_every_next_step_can_be_registered() -> None:
    steps = {each.key for steps in AFTER.values() for each in steps}
    assert {*GUIDES, *AFTER, *steps} <= set(PLACES)
    for known in KNOWN:
        assert all(known.field in kind.fields for kind in known.kinds)


def test_law_at_hand_comes_from_the_rulebook_and_is_cited_once() -> None:
    kind = KIND_BY_KEY["opfoelgning_holdt"]
    told = law_at_hand(GUIDES[kind.key], kind, book=RULEBOOK, on=TODAY)
    places = [str(each.cites) for each in told]
    assert "Barnets lov § 95, stk. 1-2" in places
    assert len(places) == len(set(places))
    assert not any("Serviceloven" in each for each in places)


def test_every_guide_has_a_page_with_its_questions(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    for key, guide in GUIDES.items():
        # The one is registered on the page of the closing procedure, the other by leaders alone.
        if key in ("sag_afsluttet", "undersoegelse_kvalitet_vurderet"):
            continue
        response = client.get(url(key))
        assert response.status_code == 200, key
        html = unescape(response.content.decode())
        assert all(question in html for question in guide.questions), key


def test_the_phrase_is_put_in_without_a_script_and_nothing_is_lost_or_registered(nordby: Nordby) -> None:
    client, before = nordby.client("raadgiver"), EventRow.objects.count()
    address = url("indledende_vurdering")
    sent = filled(
        client, address, f_kerne="Sover ikke om natten", f_vurdering="Mine ord", forloeb="U1", f_udfald="ingen"
    )
    response = client.post(address, {**sent, "saet_frase": "ja"})
    assert response.status_code == 200
    again = response.context["form"]
    assert again["f_kerne"].value() == "Sover ikke om natten"
    assert again["dag"].value() == TODAY.isoformat()
    assert again["forloeb"].value() == "U1"
    written = again["f_vurdering"].value()
    assert written.startswith("Mine ord\n\n")
    assert len(written) > len("Mine ord\n\n")
    assert (EventRow.objects.count(), FormToken.objects.count()) == (before, 0)
    assert client.post(address, {**sent, "f_vurdering": written}).status_code == 302


def test_beside_a_case_system_the_phrase_is_shown_and_has_no_field_to_go_into(
    nordby: Nordby, settings: Settings
) -> None:
    settings.PEJL_MODE = "ved_siden_af"
    html = nordby.client("raadgiver").get(url("indledende_vurdering")).content.decode()
    assert "Frase:" in html
    assert "saet_frase" not in html


def test_no_progress_goes_on_only_with_a_reason(nordby: Nordby, settings: Settings) -> None:
    client, address = nordby.client("raadgiver"), url("opfoelgning_holdt")
    for mode in ("alene", "ved_siden_af"):
        settings.PEJL_MODE = mode
        sent = filled(client, address, forloeb="I1", f_maalstatus="uaendret", f_konsekvens="fortsaetter")
        response = client.post(address, {**sent, "f_naeste_senest": (TODAY + timedelta(days=90)).isoformat()})
        assert response.status_code == 422
        html = unescape(response.content.decode())
        assert "Der mangler »Begrundelse«" in html
        assert "Skriv, hvorfor indsatsen fortsætter, når der ikke er fremgang." in html
    assert client.post(address, {**sent, "f_konsekvens": "erstattes"}).status_code == 302
    sent = filled(client, address, forloeb="I1", f_maalstatus="uaendret", f_konsekvens="fortsaetter", bekraeftet="ja")
    assert client.post(address, {**sent, "f_begrundelse": "Familien er lige begyndt."}).status_code == 302


def test_nobody_waits_without_a_stand_on_other_help(nordby: Nordby) -> None:
    client, address = nordby.client("raadgiver"), url("indsats_paa_venteliste")
    sent = filled(client, address, forloeb="nyt", f_indsatstype="Familiebehandling")
    for said in ("", "ved-ikke"):
        assert client.post(address, {**sent, "f_anden_hjaelp": said}).status_code == 422
    assert client.post(address, {**sent, "f_anden_hjaelp": "nej"}).status_code == 302


# --- agreements -----------------------------------------------------------------------------------------------


def test_what_is_agreed_at_a_meeting_is_written_with_it(nordby: Nordby) -> None:
    client, address = nordby.client("raadgiver"), url("tvaersmoede")
    soon = (TODAY + timedelta(days=7)).isoformat()
    made = {
        "aftale-1-f_hvem_goer": "Skolen",
        "aftale-1-f_hvad": "Ringer til far",
        "aftale-1-f_senest": soon,
        "aftale-3-f_hvem_goer": "Rådgiver",
        "aftale-3-f_hvad": "Bestiller tid",
    }
    response = client.post(address, filled(client, address, f_deltagere="Skole og mor", **made), follow=True)
    assert "2 aftaler er skrevet ned." in messages_of(response)
    first, second = EventRow.objects.filter(case__key="egen", kind="aftale_indgaaet").order_by("pk")
    assert first.fields == {"hvem_goer": "Skolen", "hvad": "Ringer til far", "senest": soon}
    assert second.fields == {"hvem_goer": "Rådgiver", "hvad": "Bestiller tid"}
    assert len({"", first.thread_id, second.thread_id}) == 3
    assert ChangeEntry.objects.filter(action="registreret").count() == 3


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ({"aftale-1-f_hvad": "Ringer"}, "Aftale 1: Skriv, hvem der gør det."),
        ({"aftale-2-f_hvem_goer": "Mor"}, "Aftale 2: Skriv, hvad der er aftalt."),
        (
            {"aftale-1-f_hvem_goer": "Mor", "aftale-1-f_hvad": "Ringer", "aftale-1-f_senest": "2026-06-01"},
            "Aftale 1: Dagen ligger før mødet.",
        ),
    ],
)
def test_half_an_agreement_is_none(nordby: Nordby, made: dict[str, str], told: str) -> None:
    client, address, before = nordby.client("raadgiver"), url("tvaersmoede"), EventRow.objects.count()
    response = client.post(address, filled(client, address, **made))
    assert response.status_code == 422
    assert told in unescape(response.content.decode())
    assert EventRow.objects.count() == before


def test_beside_a_case_system_an_agreement_says_who_and_when(nordby: Nordby, settings: Settings) -> None:
    settings.PEJL_MODE = "ved_siden_af"
    client, address = nordby.client("raadgiver"), url("tvaersmoede")
    assert "aftale-1-f_hvad" not in opened(client, address)
    sent = filled(client, address, **{"aftale-1-f_hvem_goer": "Skolen", "aftale-1-f_hvad": "Skal ikke gemmes"})
    assert client.post(address, sent).status_code == 302
    assert EventRow.objects.get(kind="aftale_indgaaet").fields == {"hvem_goer": "Skolen"}


# --- siblings -------------------------------------------------------------------------------------------------


def test_siblings_are_offered_to_those_who_see_them_and_a_protected_one_to_nobody(nordby: Nordby) -> None:
    html = nordby.client(LEADER).get(url("indledende_vurdering")).content.decode()
    assert "Barn Syd" in html
    assert "Barn Beskyttet" not in html
    assert "Gælder også søskende" not in nordby.client("raadgiver").get(url("indledende_vurdering")).content.decode()


@pytest.mark.parametrize("key", [PROTECTED, "uden", "findes-ikke"])
def test_what_is_no_sibling_of_theirs_cannot_be_chosen(nordby: Nordby, key: str) -> None:
    client, address, before = nordby.client(LEADER), url("indledende_vurdering"), EventRow.objects.count()
    response = client.post(address, {**filled(client, address, forloeb="U1"), "soeskende": [key]})
    assert response.status_code == 422
    assert EventRow.objects.count() == before


def test_one_act_is_written_once_in_each_case_in_its_own_course(nordby: Nordby) -> None:
    client, address = nordby.client(LEADER), url("indledende_vurdering")
    add(nordby.cases["syd"], "henvendelse_modtaget", days_ago=3, thread="H9")
    sent = {**filled(client, address, forloeb="U1", f_vurdering="Fælles vurdering"), "soeskende": ["syd"]}
    response = client.post(address, sent, follow=True)
    assert "Det er også skrevet hos 1 søskende." in messages_of(response)
    again = client.post(address, sent)
    assert "Det er allerede registreret" in again.content.decode()
    own, other = EventRow.objects.filter(kind="indledende_vurdering").order_by("pk")
    assert (own.case_id, other.case_id) == (nordby.cases["egen"].pk, nordby.cases["syd"].pk)
    assert own.shared_id == other.shared_id != ""
    # The newer course of the sibling is not chosen: U1 came with the same letter in both cases.
    assert (own.thread_id, other.thread_id) == ("U1", "U1")
    assert other.fields == {"vurdering": "Fælles vurdering"}
    assert set(ChangeEntry.objects.filter(action="registreret").values_list("case_key", flat=True)) == {"egen", "syd"}
    assert FormToken.objects.count() == 1


def test_a_new_course_begins_in_each_case(nordby: Nordby) -> None:
    client, address = nordby.client(LEADER), url("undersoegelse_besluttet")
    sent = filled(client, address, f_boernehus_skal_bruges="nej")
    assert client.post(address, {**sent, "soeskende": ["syd"]}).status_code == 302
    own, other = EventRow.objects.filter(kind="undersoegelse_besluttet", source="pejl").order_by("pk")
    assert len({own.thread_id, other.thread_id, ""}) == 3
    assert DeadlineRow.objects.filter(case=other.case, thread_id=other.thread_id).exists()


def test_what_the_child_said_is_not_written_of_a_sibling(nordby: Nordby) -> None:
    client, address = nordby.client(LEADER), url("plan_lavet")
    sent = filled(client, address, forloeb="I1", f_vurdering="God plan", f_barnets_ord="Jeg vil hjem")
    assert client.post(address, {**sent, "soeskende": ["syd"]}).status_code == 302
    own, other = EventRow.objects.filter(kind="plan_lavet").order_by("pk")
    assert own.fields["barnets_ord"] == "Jeg vil hjem"
    assert other.fields == {"vurdering": "God plan"}
    for guide in GUIDES.values():
        words = {each.name for each in guide.kind.fields} & THE_CHILDS_OWN
        assert not guide.siblings or words <= {"barnets_ord"}, guide.kind.key


def test_a_joint_act_is_written_in_all_cases_or_in_none(nordby: Nordby, monkeypatch: pytest.MonkeyPatch) -> None:
    client, address = nordby.client(LEADER), url("indledende_vurdering")
    client.raise_request_exception = False
    sent = {**filled(client, address, forloeb="U1"), "soeskende": ["syd"]}
    before, real = EventRow.objects.count(), writing.append

    def fail(case: Case, events: Iterable[Event], *, sent: writing.Sent) -> list[EventRow]:
        if case.key == "syd":
            raise RuntimeError("the second case fails")
        return real(case, events, sent=sent)

    with monkeypatch.context() as patch:
        patch.setattr(registering, "append", fail)
        assert client.post(address, sent).status_code == 500
    assert (EventRow.objects.count(), FormToken.objects.count()) == (before, 0)
    assert client.post(address, sent).status_code == 302


def test_what_stands_with_the_sibling_already_is_asked_about(nordby: Nordby) -> None:
    client, address = nordby.client(LEADER), url("indledende_vurdering")
    add(nordby.cases["syd"], "indledende_vurdering", days_ago=0, thread="U1")
    sent, before = {**filled(client, address, forloeb="U1"), "soeskende": ["syd"]}, EventRow.objects.count()
    response = client.post(address, sent)
    assert response.status_code == 409
    assert "står allerede i en søskendes sag" in unescape(response.content.decode())
    assert EventRow.objects.count() == before
    assert client.post(address, {**sent, "bekraeftet": "ja"}).status_code == 302


def test_putting_one_right_changes_none_of_the_others_and_says_so(nordby: Nordby) -> None:
    client, address = nordby.client(LEADER), url("indledende_vurdering")
    client.post(address, {**filled(client, address, forloeb="U1", f_vurdering="Før"), "soeskende": ["syd"]})
    own, other = EventRow.objects.filter(kind="indledende_vurdering").order_by("pk")
    mend = f"/sag/egen/ret/{own.event_id}/"
    assert "Det samme er skrevet hos 1 søskende." in client.get(mend).content.decode()
    sent = {**opened(client, mend), "f_vurdering": "Efter", "grund": "Skrevet forkert"}
    assert client.post(mend, sent).status_code == 302
    assert bridge.withdrawn_ids(nordby.cases["egen"]) == {own.event_id}
    assert bridge.withdrawn_ids(nordby.cases["syd"]) == frozenset()
    assert EventRow.objects.get(pk=other.pk).fields == {"vurdering": "Før"}


# --- what comes next ------------------------------------------------------------------------------------------


def after(client: Client, kind: str, **answers: str) -> str:
    address = url(kind)
    return messages_of(client.post(address, filled(client, address, **answers), follow=True))


def test_the_next_step_is_offered_and_nothing_that_turns_to_the_parents_too_early(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    held = after(client, "oplysning_indhentet", forloeb="U1")
    assert "Det næste kan være:" in held
    assert "partshoering" not in held
    without_worry(nordby, "egen")
    free = after(client, "vurdering_24_timer", forloeb="U1", klokken="09:00", f_akut_behov="nej")
    assert "/registrer/partshoering_indkaldt/" in free
    assert "Barn Egen" not in free


def test_what_is_known_stands_in_the_next_form(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    without_worry(nordby, "egen")
    assert after(client, "indledende_vurdering", forloeb="U1", f_udfald="undersoegelse")
    row = EventRow.objects.latest("pk")
    fields = opened(client, url("undersoegelse_besluttet", query=f"?efter={row.event_id}"))
    assert fields["f_behov_kendt"] == days_before(300).isoformat()
    assert fields["dag"] == ""
    assert opened(client, url("undersoegelse_besluttet"))["f_behov_kendt"] == ""
    placed = EventRow.objects.get(case__key="egen", kind="anbringelse_ivaerksat")
    fields = opened(client, url("afgoerelse_truffet", query=f"?efter={placed.event_id}"))
    assert (fields["f_paragraf"], fields["forloeb"]) == ("§ 46", "I1")


def test_an_event_of_another_case_tells_a_form_nothing(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    theirs = EventRow.objects.get(case__key="syd", kind="afgoerelse_truffet")
    assert opened(client, url("bevilling", query=f"?efter={theirs.event_id}"))["f_paragraf"] == ""


def test_the_same_people_are_filled_in_when_somebody_chooses_it(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    add(nordby.cases["egen"], "netvaerksmoede", days_ago=9, deltagere="Mormor og skolen")
    assert opened(client, url("netvaerksmoede"))["f_deltagere"] == ""
    assert opened(client, url("netvaerksmoede", query="?som_sidst=1"))["f_deltagere"] == "Mormor og skolen"


def test_what_commonly_comes_before_is_shown_with_its_day(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    add(nordby.cases["egen"], "oplysning_indhentet", days_ago=4, thread="U1")
    html = client.get(url("indledende_vurdering")).content.decode()
    assert "Oplysninger indhentet, senest 6. juni 2026" in html
    # The hearing turns to the parents, and the risk has not been assessed: it is told, and not linked to.
    assert "Partshøring holdt: ikke registreret" in html
    assert "/registrer/partshoering_holdt/" not in html
