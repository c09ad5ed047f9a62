"""Does a child's case open with its people, say what comes first, and tell each reader what is theirs to read?"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pejl.events import SAG_AFSLUTTET, SAG_GENAABNET, TVAERSMOEDE, Event, Step
from pejl.web.access.models import Case, Cover, LogEntry, Naming
from pejl.web.cases import bridge
from pejl.web.cases.actions.registering import correct, move
from pejl.web.cases.actions.writing import Sent
from pejl.web.cases.cpr import opened
from pejl.web.cases.duties import Duties
from pejl.web.cases.models import Batch, Child, DeadlineRow, EventRow, Relative, SecondSource
from pejl.web.cases.steps import STEPS, Standing, steps_of
from pejl.web.cases.timeline import SILENT_DAYS, silences
from tests.web.nordby import NOW, TODAY, Nordby, event

OPENS_OWN = {
    "administrativ": 200,
    "modtagelse": 200,
    "raadgiver": 200,
    "medraadgiver": 404,
    "vikar": 404,
    "tilsynskonsulent": 200,
    "teamleder": 200,
    "afdelingsleder": 200,
    "centerchef": 404,
    "visitationsudvalg": 404,
    "datakonsulent": 404,
    "systemansvarlig": 404,
}


def page(client: Client, address: str = "/sag/egen/") -> str:
    """The page's text."""
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def sent(nordby: Nordby) -> Sent:
    """A form that the adviser has sent."""
    return Sent(by=nordby.people["raadgiver"], at=NOW, token="t")  # noqa: S106 -- a form's token opens nothing


def add(nordby: Nordby, *events: Event, case: str = "egen") -> None:
    """More events in a case, worked out as after an import."""
    rows = [bridge.row_of(each, case=nordby.cases[case]) for each in events]
    EventRow.objects.bulk_create(rows)
    bridge.recompute_many([nordby.cases[case]], as_of=NOW)


# --- who ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", OPENS_OWN)
def test_each_role_opens_the_case_or_does_not(nordby: Nordby, role: str) -> None:
    assert nordby.client(role).get("/sag/egen/").status_code == OPENS_OWN[role]
    assert nordby.client(role).get("/sag/beskyttet/").status_code == 404


def test_a_stand_in_opens_what_the_absent_adviser_has(nordby: Nordby) -> None:
    Cover.objects.create(initials="RAAD", user=nordby.people["vikar"], first=TODAY, last=TODAY, given_by="Leder")
    assert "Vikar for rådgiveren" in page(nordby.client("vikar"))
    assert LogEntry.objects.get(username="vikar", act="laest").why == "Vikar for rådgiveren"


# --- the people -----------------------------------------------------------------------------------------------


def test_the_case_opens_with_the_childs_people(nordby: Nordby) -> None:
    told = page(nordby.client("raadgiver"))
    assert "Barn Egen" in told
    assert "9 år, født 3. maj 2017" in told
    assert re.search(r"Forældremyndighed</dt><dd>Mor til egen", told)
    assert re.search(r"<strong>Navn på raadgiver</strong> siden \d+\. \w+ 2025\s+· ingen før", told)


def test_who_must_not_be_contacted_stands_out_with_the_reason(nordby: Nordby) -> None:
    told = page(nordby.client("raadgiver"))
    warning = told.index("må ikke kontaktes. Tilhold")
    assert told.index("<h1>") < warning < told.index("Barnets mennesker</h2>")


def test_a_protected_address_is_folded_and_only_for_those_with_professional_text(nordby: Nordby) -> None:
    assert re.search(r"<summary>Vis adressen</summary>Vej egen 1", page(nordby.client("raadgiver")))
    without = page(nordby.client("administrativ"))
    assert "Beskyttet adresse" in without
    assert "Vej egen 1" not in without


def test_of_siblings_only_those_stand_here_whose_case_can_be_opened(nordby: Nordby) -> None:
    leader, adviser = page(nordby.client("afdelingsleder")), page(nordby.client("raadgiver"))
    assert '<a href="/sag/syd/">Barn Syd</a>' in leader
    assert "Beskyttet</a>" not in leader
    assert "øskende" not in adviser.partition('id="frister"')[0]
    assert "Barn Syd" not in adviser


def test_the_cpr_number_is_shown_when_asked_for_and_the_log_says_so(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    assert "034517-1000" not in page(client)
    assert client.get("/sag/egen/cpr/").status_code == 302
    assert not LogEntry.objects.filter(act="cpr").exists()
    assert "034517-1000" in client.post("/sag/egen/cpr/").content.decode()
    assert LogEntry.objects.get(act="cpr").case_key == "egen"


def test_advisers_before_are_counted_as_people(nordby: Nordby) -> None:
    shifts = [
        event(nordby.cases["egen"], "raadgiver_tildelt", days_ago=days, done_by=who)
        for days, who in ((290, "SYDR"), (280, "RAAD"), (270, "SYDR"), (260, "RAAD"))
    ]
    add(nordby, *shifts)
    told = page(nordby.client("raadgiver"))
    assert "· 1 rådgiver før" in told
    assert "Navn på syd, " in told


# --- what comes first -----------------------------------------------------------------------------------------


def test_the_childs_safety_stands_before_everything_else(nordby: Nordby) -> None:
    told = page(nordby.client("raadgiver"))
    first = [told.index("Først: Risikovurdering"), told.index("Først: Samtale med barnet ved mistanke om overgreb")]
    assert max(first) < told.index("Barnets mennesker</h2>")
    assert re.search(r'href="/sag/egen/[^"]*risikovurdering[^"]*\?frist=\w+"', told)


def test_nothing_urges_the_parents_while_the_risk_is_not_assessed(nordby: Nordby) -> None:
    ordinary = event(
        nordby.cases["egen"], "underretning_modtaget", days_ago=2, thread="U3", fields={"underretter": "familie"}
    )
    add(nordby, ordinary)
    held = page(nordby.client("raadgiver"))
    assert "Indkaldt til partshøring" in held
    assert "partshoering_indkaldt" not in held
    assert "kvittering_sendt" not in held.partition("underretningen fra 8. juni 2026")[2].partition("</li>")[0]
    done = [
        event(nordby.cases["egen"], "risikovurdering", days_ago=0, thread="U2"),
        event(nordby.cases["egen"], "samtale_med_barnet", days_ago=0, thread="U2"),
    ]
    add(nordby, *done)
    told = page(nordby.client("raadgiver"))
    assert "Først:" not in told
    assert "partshoering_indkaldt" in told


def test_in_a_source_that_tells_nothing_of_talks_the_careful_reading_holds(nordby: Nordby) -> None:
    EventRow.objects.filter(case=nordby.cases["egen"], kind="kilde_daekker").delete()
    bridge.recompute_many([nordby.cases["egen"]], as_of=NOW)
    told = page(nordby.client("raadgiver"))
    assert "Først: Samtale med barnet ved mistanke om overgreb" in told
    assert "Se efter i fagsystemet" in told


def test_the_steps_stand_in_the_order_of_the_law_each_with_how_it_stands(nordby: Nordby) -> None:
    told = page(nordby.client("raadgiver"))
    assert re.findall(r'pejl-step-name">([^<]+)', told) == [step.value for step in STEPS]
    standing = dict(re.findall(r'pejl-step-name">([^<]+)</p>\s*<p class="pejl-step-standing">([^<]+)', told))
    assert standing[Step.KONTAKT] == "Mangler, fristen er gået"  # the 24 hours of yesterday's notification
    assert standing[Step.SCREENING] == "Mangler, fristen er gået"
    assert standing[Step.KLAGE] == "Ikke krævet"


def test_in_a_closed_case_nothing_is_to_be_done_and_what_was_missed_is_told(nordby: Nordby) -> None:
    told = page(nordby.client("raadgiver"), "/sag/lukket/")
    assert "Sagen er afsluttet" in told
    assert "Blev ikke gjort, mens det kunne" in told
    assert "Fristen er gået</h3>" not in told
    steps = told.partition('id="trin"')[2].partition("</section>")[0]
    assert ": ikke gjort." in steps


def test_a_step_that_is_still_ahead_is_under_way_and_not_done() -> None:
    kinds = ["visitation_dagsorden"]
    wanted: Any = {Step.AFGOERELSE: ["noget kommer først"]}
    rows = {row.step: row for row in steps_of(Duties(all=(), closed=False), kinds=kinds, first=wanted)}
    assert rows[Step.AFGOERELSE].standing is Standing.UNDER_WAY
    rows = {row.step: row for row in steps_of(Duties(all=(), closed=False), kinds=kinds, first={Step.PLAN: []})}
    assert rows[Step.AFGOERELSE].standing is Standing.DONE


# --- what has happened ----------------------------------------------------------------------------------------


def test_professional_text_is_for_those_with_the_right_to_it(nordby: Nordby) -> None:
    assert "Fortroligt om NB-egen" in page(nordby.client("raadgiver"))
    without = page(nordby.client("administrativ"))
    assert "Fortroligt" not in without
    assert "Mistanke om overgreb:" not in re.sub(r"<[^>]+>", "", without)
    assert "Notat" in without  # that it happened, and when
    assert "Skole eller andet uddannelsessted" in without  # whom the receipt goes to


def test_beside_a_case_system_no_note_is_shown(nordby: Nordby, settings: object) -> None:
    settings.PEJL_MODE = "ved_siden_af"  # type: ignore[attr-defined]  # the fixture's own type says no more
    told = page(nordby.client("raadgiver"))
    assert "Fortroligt" not in told
    assert "Sagen føres i fagsystemet" in told


def test_a_corrected_event_stands_struck_with_its_reason(nordby: Nordby) -> None:
    row = EventRow.objects.get(case=nordby.cases["egen"], kind="notat")
    correct(row, reason="Skrevet to gange.", instead=None, sent=sent(nordby))
    told = page(nordby.client("raadgiver"))
    assert "<s>Notat</s>" in told
    assert "Skrevet to gange." in told
    assert "Skrevet to gange." not in page(nordby.client("administrativ"))


def test_what_was_sealed_leaves_its_place_without_the_content(nordby: Nordby) -> None:
    row = EventRow.objects.get(case=nordby.cases["egen"], kind="notat")
    move(row, to=nordby.cases["syd"], sent=sent(nordby))
    told = page(nordby.client("raadgiver"))
    assert "Forseglet 10. juni 2026" in told
    assert "Fortroligt" not in told
    assert "Notat" not in told
    assert "Fortroligt om NB-egen" in page(nordby.client("teamleder"))


def test_what_was_written_down_late_says_so_unless_a_list_brought_it(nordby: Nordby) -> None:
    client, note = nordby.client("raadgiver"), EventRow.objects.filter(case=nordby.cases["egen"], kind="notat")
    batch = Batch.objects.create(state="laest_ind", mapping="m", file_name="f", file_hash="h", uploaded_at=NOW)
    for brought_by, written, marks in (
        (None, NOW - timedelta(days=49), 0),
        (None, NOW - timedelta(days=48), 1),
        (batch, NOW, 0),
    ):
        note.update(recorded_at=written, batch=brought_by)
        assert page(client).count("efterregistreret") == marks


def test_one_event_told_by_two_sources_stands_once_with_both(nordby: Nordby) -> None:
    again = event(nordby.cases["egen"], "notat", days_ago=50, fields={"tekst": "Det samme igen"}, thread="X")
    add(nordby, again)
    one, other = EventRow.objects.filter(case=nordby.cases["egen"], kind="notat").order_by("pk")
    EventRow.objects.filter(pk=other.pk).update(source="pejl")
    SecondSource.objects.create(event=one, other=other)
    told = page(nordby.client("raadgiver"))
    assert "to kilder" in told
    assert "Kilde: fagsystem og Pejl." in told
    assert "Det samme igen" not in told


def test_a_silence_is_told_from_sixty_one_days_and_only_while_the_case_is_open(nordby: Nordby) -> None:
    def days(*ago: int, kinds: dict[int, str] | None = None) -> list[int]:
        case = nordby.cases["egen"]
        events = [event(case, (kinds or {}).get(each, TVAERSMOEDE.key), days_ago=each) for each in ago]
        return [each.days for each in silences(events, today=TODAY)]

    assert days(SILENT_DAYS) == []
    assert days(SILENT_DAYS + 1) == [SILENT_DAYS + 1]
    assert days(200, 100, 1) == [100, 99]
    assert days(200, 100, 1, kinds={200: SAG_AFSLUTTET.key, 100: SAG_GENAABNET.key}) == [99]
    assert days(90, kinds={90: SAG_AFSLUTTET.key}) == []


def test_the_timeline_can_be_narrowed_and_words_stay_out_of_the_log(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    labels = re.compile(r'pejl-event-label">([^<]+?)\s*<')
    assert labels.findall(page(client, "/sag/egen/?trin=INDSATS")) == ["Anbringelse iværksat"]
    course = re.search(r'<option value="(\w+)">Anbringelsen efter § 46', page(client))
    assert course
    assert labels.findall(page(client, f"/sag/egen/?forloeb={course[1]}")) == [
        "Anbringelse iværksat",
        "Afgørelse truffet",
    ]
    found = client.post("/sag/egen/", {"tekst": "fortroligt"}).content.decode()
    assert labels.findall(found) == ["Notat"]
    entry = LogEntry.objects.get(act="soegning")
    assert (entry.case_key, entry.detail) == ("egen", {"side": "sag"})
    assert "fortroligt" not in str(list(LogEntry.objects.values())).casefold()


def test_a_case_of_any_length_asks_the_same_number_of_questions(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    page(client)
    with CaptureQueriesContext(connection) as short:
        page(client)
    case = nordby.cases["egen"]
    add(nordby, *[event(case, "tvaersmoede", days_ago=ago) for ago in range(3, 43)])
    Relative.objects.create(child=Child.objects.get(case=case), name="Farmor", relation="Farmor")
    with CaptureQueriesContext(connection) as long:
        told = page(client)
    assert len(long) == len(short)
    assert "ældste også" in told


# --- putting the people right ---------------------------------------------------------------------------------


def form_of(client: Client) -> dict[str, str]:
    """The form as a browser would send it back."""
    told = page(client, "/sag/egen/mennesker/")
    form = dict(re.findall(r'<input type="hidden" name="(token|set)" value="([^"]*)"', told))
    form |= {"barn-name": "Barn Egen", "barn-born": "2017-05-03", "barn-address_protected": "on"}
    form |= {"barn-address": "Vej egen 1"} if "barn-address" in told else {}
    for number, (name, relation) in enumerate((("Mor til egen", "Mor"), ("Far til egen", "Far"))):
        form |= {f"voksen-{number}-name": name, f"voksen-{number}-relation": relation}
    return form | {"voksen-0-custody": "on", "voksen-1-do_not_contact": "on", "voksen-1-do_not_contact_why": "Tilhold"}


def test_the_facts_about_people_can_be_put_right_once(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    form = form_of(client) | {"barn-name": "Åse Aagaard", "barn-cpr": "0305171234", "voksen-0-phone": "70 00 00 00"}
    form |= {"voksen-2-name": "Ny mand", "voksen-2-relation": "Stedfar", "voksen-1-gone": "on"}
    for _ in range(2):
        assert client.post("/sag/egen/mennesker/", form).status_code == 302
    child = Child.objects.get(case__key="egen")
    assert (child.name, child.name_sort) == ("Åse Aagaard", "{3se {3g{3rd")
    assert opened(child.cpr) == "030517-1234"
    assert list(child.relatives.order_by("pk").values_list("name", "phone")) == [
        ("Mor til egen", "70 00 00 00"),
        ("Ny mand", ""),
    ]


def test_who_may_not_see_a_protected_address_cannot_unprotect_it(nordby: Nordby) -> None:
    client = nordby.client("administrativ")
    form = {name: value for name, value in form_of(client).items() if name != "barn-address_protected"}
    assert client.post("/sag/egen/mennesker/", form).status_code == 302
    assert Child.objects.get(case__key="egen").address_protected
    assert "Vej egen 1" not in page(client)


@pytest.mark.parametrize("token", ["", "x" * 65])
def test_what_is_sent_without_a_token_of_ours_is_not_said_to_be_kept(nordby: Nordby, token: str) -> None:
    client = nordby.client("raadgiver")
    answer = client.post("/sag/egen/mennesker/", form_of(client) | {"barn-name": "Et andet navn", "token": token})
    assert answer.status_code == 409
    assert "Siden er for gammel" in answer.content.decode()
    assert Child.objects.get(case__key="egen").name == "Barn Egen"


def test_the_longest_name_has_a_place_in_the_order(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    assert client.post("/sag/egen/mennesker/", form_of(client) | {"barn-name": "ø" * 200}).status_code == 302
    child = Child.objects.get(case__key="egen")
    assert len(child.name_sort) == 250


def test_a_duty_by_a_version_that_is_gone_is_told_by_the_newest(nordby: Nordby) -> None:
    DeadlineRow.objects.update(rule_version="en, der er gået")
    DeadlineRow.objects.filter(rule="underretning.kvitteres").update(rule="en.regel_der_er_gaaet")
    client = nordby.client("raadgiver")
    assert "24-timers vurdering" in page(client)
    assert client.get("/sager/").status_code == 200


def test_who_writes_without_having_seen_the_newest_is_told_so(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    form = form_of(client) | {"barn-name": "Et andet navn"}
    Relative.objects.filter(name="Mor til egen").update(phone="11 11 11 11")
    answer = client.post("/sag/egen/mennesker/", form)
    assert answer.status_code == 409
    assert "11 11 11 11" in answer.content.decode()
    assert Child.objects.get(case__key="egen").name == "Barn Egen"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"barn-name": ""}, "Feltet er tomt"),
        ({"barn-cpr": "123"}, "CPR-nummeret skal have ti tal"),
        ({"barn-born": f"{TODAY + timedelta(days=1)}"}, "Dagen er ikke kommet endnu"),
        ({"voksen-1-do_not_contact_why": ""}, "Skriv hvorfor"),
    ],
)
def test_what_cannot_be_right_is_refused_with_what_to_do(nordby: Nordby, wrong: dict[str, str], words: str) -> None:
    client = nordby.client("raadgiver")
    answer = client.post("/sag/egen/mennesker/", form_of(client) | wrong)
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_a_protected_address_is_neither_shown_nor_lost_by_those_who_may_not_see_it(nordby: Nordby) -> None:
    client = nordby.client("administrativ")
    assert "Vej egen 1" not in page(client, "/sag/egen/mennesker/")
    assert client.post("/sag/egen/mennesker/", form_of(client) | {"barn-name": "Nyt Navn"}).status_code == 302
    child = Child.objects.get(case__key="egen")
    assert (child.name, child.address) == ("Nyt Navn", "Vej egen 1")


def test_beside_a_case_system_people_are_put_right_there(nordby: Nordby, settings: object) -> None:
    settings.PEJL_MODE = "ved_siden_af"  # type: ignore[attr-defined]  # the fixture's own type says no more
    assert nordby.client("raadgiver").get("/sag/egen/mennesker/").status_code == 404


def test_a_case_without_a_child_can_be_opened(nordby: Nordby) -> None:
    Case.objects.create(key="ny", number="NB-ny")
    Naming.objects.create(
        case=Case.objects.get(key="ny"), user=nordby.people["medraadgiver"], named_as="medraadgiver", first=TODAY
    )
    assert "Der er ikke registreret noget endnu" in page(nordby.client("medraadgiver"), "/sag/ny/")


def test_what_is_next_stands_at_the_top_but_never_beside_what_comes_before_everything(nordby: Nordby) -> None:
    client = nordby.client("syd")
    unsafe = page(client, "/sag/syd/")
    assert ">Først: " in re.sub(r"</svg>", ">", unsafe)
    assert "pejl-glance" not in unsafe
    EventRow.objects.filter(case=nordby.cases["syd"], event_id="syd-underretning_modtaget-1-U2").delete()
    bridge.recompute_many([nordby.cases["syd"]], as_of=NOW)
    told = page(client, "/sag/syd/")
    found = re.search(r'<p class="pejl-glance">(.*?)</p>', told, re.DOTALL)
    assert found
    assert re.search(r"fris(t|ter) er gået|Næste: ", found[1])
