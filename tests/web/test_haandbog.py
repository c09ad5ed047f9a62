"""Are the texts there for everybody, with their law and their days, and does a law change find each of them?"""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from pejl.events import KIND_BY_KEY
from pejl.law import InForce
from pejl.web.access.models import ChangeEntry
from pejl.web.handbook import cited, texts
from pejl.web.handbook.cited import CITED, IN_FORCE, key_of
from pejl.web.handbook.lix import read
from pejl.web.handbook.models import OwnText
from pejl.web.handbook.placeholders import PLACEHOLDERS
from pejl.web.handbook.text import Reader, Text, TextKind, filled, missing, unknown_placeholders
from pejl.web.handbook.texts import TEXTS, at_hand, current
from pejl.web.handbook.texts.metoder import HEADINGS, LUNDY
from tests.web.nordby import NOW, TODAY, Nordby

EGEN = "/haandbog/tekst/frase.bevilling/egen/"


def answers(**other: object) -> dict[str, object]:
    """A version a department leader could write."""
    told: dict[str, object] = {
        "title": "Bevilling hos os",
        "body": "Målet er: {maal}.\r\nTil {kommune}.",
        "owner": "Faglig koordinator",
        "first": TODAY.isoformat(),
        "reason": "Besluttet på ledermødet.",
        "cites": [key_of(cited.FOREBYGGENDE)],
    }
    return {**told, **other}


def own(key: str, *, first: date, cites: list[str] | None = None, body: str = "Vores ord.") -> OwnText:
    return OwnText.objects.create(
        key=key,
        title="Vores egen",
        body=body,
        cites=cites if cites is not None else [key_of(cited.FOREBYGGENDE)],
        owner="Koordinator",
        first=first,
        decided_by="Karen",
        decided_at=NOW,
        reason="Øvet",
    )


# --- the texts themselves -------------------------------------------------------------------------------------


@pytest.mark.one_database
@pytest.mark.parametrize("text", TEXTS, ids=lambda each: each.key)
def test_each_text_has_its_law_its_days_its_owner_and_places_somebody_can_fill(text: Text) -> None:
    assert text.cites
    assert all(each in IN_FORCE and each.row and each.link for each in text.cites)
    assert text.first is not None
    assert all(text.first in IN_FORCE[each] for each in text.cites), "cites what was not in force when it began"
    assert text.owner
    assert text.version
    assert not unknown_placeholders(text.body)
    assert not unknown_placeholders(text.subject)
    assert text.at
    assert set(text.at) <= set(KIND_BY_KEY)
    assert (text.kind is TextKind.BREV) == bool(text.sends) == bool(text.subject)


def test_no_two_texts_have_the_same_key() -> None:
    assert len({text.key for text in TEXTS}) == len(TEXTS)


@pytest.mark.parametrize(
    "kind",
    [
        *("vurdering_24_timer", "genvurdering", "indledende_vurdering", "partshoering_indkaldt", "bevilling"),
        *("afgoerelse_truffet", "opfoelgning_holdt", "sag_afsluttet", "underretningsmoede", "partshoering_undladt"),
    ],
)
@pytest.mark.django_db
def test_the_phrase_is_at_hand_at_its_step(kind: str) -> None:
    assert [text.key for text in at_hand(kind, on=TODAY) if text.kind is TextKind.FRASE] == [f"frase.{kind}"]


def test_the_grant_has_its_five_parts() -> None:
    phrase = texts.TEXT_BY_KEY["frase.bevilling"]
    assert re.findall(r"^(\d)\.", phrase.body, re.MULTILINE) == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("key", ["brev.afgoerelse", "brev.afgoerelse_barn"])
def test_a_decision_tells_how_to_complain_and_in_which_time(key: str) -> None:
    body = texts.TEXT_BY_KEY[key].body
    assert "4 uger" in body
    assert "Ankestyrelsen" in body
    assert cited.KLAGE in texts.TEXT_BY_KEY[key].cites


def test_what_is_not_confirmed_says_so() -> None:
    for each in (cited.KLAGE, cited.TILBAGEMELDING, cited.KVITTERING, cited.BEGRUNDELSE):
        assert "ikke bekræftet" in str(each)
        assert each.note


def test_the_ics_areas_are_told_as_a_form_and_not_as_law() -> None:
    text = texts.TEXT_BY_KEY["tjekliste.undersoegelse"]
    for area in ("Barnets udvikling", "Forældrekompetencer", "Familie og netværk"):
        assert area in text.body
    assert "ikke længere en fast liste" in text.note


def test_an_open_place_is_shown_and_counted_once() -> None:
    words = filled("Kære {modtager}. {telefon} {telefon}", {"modtager": "Anna"})
    assert words.startswith("Kære Anna. [skriv: ")
    assert missing(words) == [PLACEHOLDERS["telefon"].label]
    assert missing("Et {ukendt} navn") == ["ukendt"]


# --- from which day ---------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_our_own_version_stands_in_its_place_from_its_first_day() -> None:
    own("frase.bevilling", first=TODAY, body="Først.")
    own("frase.bevilling", first=TODAY + timedelta(days=5), body="Senere.")
    told = [current("frase.bevilling", on=TODAY + timedelta(days=days)) for days in (-1, 0, 4, 5)]
    assert [each.body if each and each.own else "Pejls" for each in told] == ["Pejls", "Først.", "Først.", "Senere."]
    assert told[3] is not None
    assert told[3].at == ("bevilling",)


@pytest.mark.django_db
def test_a_text_is_not_there_outside_its_days_nor_is_one_nobody_knows() -> None:
    assert current("frase.bevilling", on=date(2023, 12, 31)) is None
    assert current("frase.findes-ikke", on=TODAY) is None


# --- the pages --------------------------------------------------------------------------------------------------


def test_a_search_finds_words_and_paragraphs_and_stands_in_no_address(nordby: Nordby) -> None:
    client = nordby.client("centerchef")
    found = client.post("/haandbog/", {"soeg": "§ 132"})
    assert "Underretning til tilflytningskommunen" in found.content.decode()
    assert "Bevilling af forebyggende" not in found.content.decode()
    assert "Ingen tekster passer" in client.post("/haandbog/", {"soeg": "giraf"}).content.decode()


def test_kind_and_step_narrow_the_list(nordby: Nordby) -> None:
    page = nordby.client("administrativ")
    html = page.get("/haandbog/?slags=brev&trin=KONTAKT").content.decode()
    assert "Kvittering til den, der har underrettet" in html
    assert "Afgørelse til forældre" not in html
    assert "24-timers vurdering" not in html


def test_the_list_asks_as_many_questions_whatever_has_been_written(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    client.get("/haandbog/")
    with CaptureQueriesContext(connection) as before:
        client.get("/haandbog/")
    for days, text in enumerate(TEXTS):
        own(text.key, first=TODAY - timedelta(days=days))
    with CaptureQueriesContext(connection) as after:
        client.get("/haandbog/")
    assert len(before) == len(after)


def test_reading_the_handbook_opens_no_case(nordby: Nordby, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    from pejl.web.access.models import LogEntry

    count = LogEntry.objects.count()
    client = nordby.client("raadgiver")
    client.get("/haandbog/tekst/brev.afgoerelse/")
    client.post("/haandbog/lixtal/", {"tekst": "Barn Egen har det godt."})
    assert LogEntry.objects.count() == count


def test_the_number_alone_is_given_while_somebody_writes(nordby: Nordby) -> None:
    told = {"tekst": "Undersøgelsesperioden fastsættes efterfølgende. [skriv: dagen]", "reader": Reader.BARN.value}
    html = nordby.client("raadgiver").post("/haandbog/lixtal/", told, HTTP_HX_REQUEST="true").content.decode()
    assert html.lstrip().startswith('<div class="pejl-reading')
    assert "Mangler endnu:" in html
    assert "bør det højst være 25" in html


# --- our own version --------------------------------------------------------------------------------------------


def test_a_department_leader_decides_a_version_with_a_day_and_a_reason(nordby: Nordby) -> None:
    client = nordby.client("afdelingsleder")
    assert client.post(EGEN, answers()).status_code == 302
    row = OwnText.objects.get()
    assert (row.body, row.first, row.decided_at) == ("Målet er: {maal}.\nTil {kommune}.", TODAY, NOW)
    assert ChangeEntry.objects.filter(action="egen_tekst", username="afdelingsleder").count() == 1
    html = nordby.client("raadgiver").get("/haandbog/tekst/frase.bevilling/").content.decode()
    assert "Bevilling hos os" in html
    assert "Besluttet på ledermødet." in html
    assert "Sammenhæng med den indledende vurdering" in html, "the shipped words can still be read"


def test_a_version_that_cannot_be_is_refused_with_a_sentence(nordby: Nordby) -> None:
    client = nordby.client("afdelingsleder")
    for other, told in (
        ({"first": (TODAY - timedelta(days=1)).isoformat()}, "tidligst gælde fra i dag"),
        ({"first": (TODAY + timedelta(days=900)).isoformat()}, "højst gælde fra om to år"),
        ({"body": "Til {barnets_hemmelighed}."}, "Pejl kender ikke {barnets_hemmelighed}"),
        ({"cites": []}, "Vælg mindst ét sted i loven"),
        ({"reason": ""}, "hvorfor teksten ændres"),
    ):
        response = client.post(EGEN, answers(**other))
        assert response.status_code == 422
        assert told in response.content.decode()
    assert not OwnText.objects.exists()


def test_two_versions_cannot_begin_the_same_day(nordby: Nordby) -> None:
    client = nordby.client("afdelingsleder")
    client.post(EGEN, answers())
    again = client.post(EGEN, answers(body="Andre ord."))
    assert again.status_code == 422
    assert OwnText.objects.get().body.startswith("Målet")


# --- a law change -----------------------------------------------------------------------------------------------


def test_a_place_in_the_law_lists_every_text_that_cites_it(nordby: Nordby) -> None:
    own("frase.sag_afsluttet", first=TODAY + timedelta(days=30), cites=[key_of(cited.FOREBYGGENDE)])
    html = nordby.client("raadgiver").get("/haandbog/lov/", {"sted": "Barnets lov § 30"}).content.decode()
    for text in (each for each in TEXTS if cited.FOREBYGGENDE in each.cites):
        assert text.title in html
    assert "Vores egen" in html, "a version that is not in force yet is touched as well"
    assert "Kvittering til den, der har underrettet" not in html


def test_a_text_that_rests_on_what_is_no_longer_in_force_stands_first(
    nordby: Nordby, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = nordby.client("raadgiver")
    assert "Ingen. Alt, teksterne bygger på" in client.get("/haandbog/lov/").content.decode()
    ended = InForce(first=date(2024, 1, 1), last=TODAY - timedelta(days=1))
    monkeypatch.setattr(cited, "IN_FORCE", {**IN_FORCE, cited.FLYTTET: ended})
    html = client.get("/haandbog/lov/").content.decode()
    assert "Underretning til tilflytningskommunen" in html
    assert html.index("Se disse tekster igennem") < html.index("Tekster efter lov")


def test_an_own_text_that_cites_what_pejl_no_longer_knows_is_told_of(nordby: Nordby) -> None:
    own("frase.bevilling", first=TODAY, cites=["BL § 999 (X-01)", key_of(cited.FOREBYGGENDE)])
    html = nordby.client("raadgiver").get("/haandbog/lov/").content.decode()
    assert "BL § 999 (X-01)" in html


def test_what_is_kept_of_a_citation_finds_it_again() -> None:
    assert [CITED[key_of(each)] for each in IN_FORCE] == list(IN_FORCE)


# --- methods ----------------------------------------------------------------------------------------------------


LUNDY_POINTS = tuple(f"- {name}:" for name in LUNDY)
METHODS = [text for text in TEXTS if text.kind is TextKind.METODE]


@pytest.mark.parametrize("text", METHODS, ids=lambda each: each.key)
def test_a_method_tells_when_not_to_use_it_how_the_child_is_heard_and_which_event_is_written(text: Text) -> None:
    lines = text.body.splitlines()
    assert [line for line in lines if line in HEADINGS] == list(HEADINGS)
    assert [line.partition(":")[0].removeprefix("- ") for line in lines if line.startswith(LUNDY_POINTS)] == list(LUNDY)
    written = text.body.partition("Skriv bagefter")[2]
    assert any(f"»{kind.label}«" in written for kind in KIND_BY_KEY.values())
    assert text.sources
    assert read(text.body).lix <= text.reader.hardest  # type: ignore[operator]  # a method is never without words


@pytest.mark.parametrize("key", ["metode.netvaerksmoede", "metode.raadslagning"])
def test_no_network_is_gathered_where_a_parent_is_suspected_or_honour_is_at_stake(key: str) -> None:
    text = texts.TEXT_BY_KEY[key]
    not_when = text.body.partition("Brug den ikke når")[2].partition("Forbered")[0]
    assert "mistænkt for vold eller overgreb" in not_when
    assert "æreskonflikt" in not_when
    assert {cited.RISIKO_FOERST, cited.SAMTALE_OVERGREB} <= set(text.cites)


def test_the_method_stands_at_the_step_it_helps(nordby: Nordby) -> None:
    html = nordby.client("raadgiver").get("/sag/egen/registrer/netvaerksmoede/").content.decode()
    assert "Metode: Inddragende netværksmøde" in html
    assert "Metode: Samtale med barnet" not in html


def test_methods_are_a_kind_of_their_own_and_tell_where_they_come_from(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    html = client.get("/haandbog/?slags=metode").content.decode()
    assert all(text.title in html for text in METHODS)
    assert "24-timers vurdering" not in html
    assert "en kilde er ikke lov" in client.get("/haandbog/tekst/metode.raadslagning/").content.decode()
