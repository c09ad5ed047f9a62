"""Does the child's own part stand in order, with what is missing, for those who may read it, and hidden from paper?"""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pejl.events import FieldValue
from pejl.web.cases import bridge
from pejl.web.cases.models import Child, EventRow
from tests.web.nordby import NOW, Nordby, days_before, event

# Its pages are opened on both databases by test_roles and test_scope; what they say is no database's doing.
pytestmark = pytest.mark.one_database

SPOR, FAMILY = "/sag/{}/barnets-spor/", "/sag/{}/barnets-spor/?til=familien"
Told = dict[str, FieldValue]


def add(nordby: Nordby, case: str, *told: tuple[int, str, Told]) -> None:
    """Events so many days ago, with these words; each kind once a day."""
    rows = [
        bridge.row_of(
            event(nordby.cases[case], kind, days_ago=days, fields=fields, done_by="SYDR"), case=nordby.cases[case]
        )
        for days, kind, fields in told
    ]
    EventRow.objects.bulk_create(rows)
    bridge.recompute_many([nordby.cases[case]], as_of=NOW)


def safe(nordby: Nordby, case: str = "syd") -> None:
    """A case where nobody is suspected of anything."""
    EventRow.objects.filter(case=nordby.cases[case], event_id=f"{case}-underretning_modtaget-1-U2").delete()
    bridge.recompute_many([nordby.cases[case]], as_of=NOW)


def page(client: Client, address: str) -> str:
    """The page's text."""
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def words(html: str) -> str:
    """As it is read aloud: without marks and with single spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def entries(html: str) -> list[str]:
    """Each entry of the trail, in words."""
    return [words(each) for each in re.findall(r'<li class="pejl-spor-entry.*?</div>\s*</li>', html, re.DOTALL)]


TALK: Told = {
    "barnets_ord": "Jeg vil gerne spise hos farmor",
    "sted": "Skolens bibliotek",
    "modtaget_af": "Teamlederen",
    "aendrede": "Aftalen om mandagen",
}


# --- in order -------------------------------------------------------------------------------------------------


def test_the_childs_words_stand_with_where_to_whom_what_changed_the_answer_and_the_decision(nordby: Nordby) -> None:
    safe(nordby)
    answer: Told = {"svar": "Du spiser hos farmor om mandagen"}
    add(nordby, "syd", (130, "samtale_med_barnet", TALK), (110, "svar_til_barnet", answer))
    told = entries(page(nordby.client("syd"), SPOR.format("syd")))
    assert [
        re.split(r" \d{4} ", each)[1].split(" »")[0].split(" Paragraf")[0].split(" Svaret")[0] for each in told
    ] == [
        "Samtale med barnet",
        "Afgørelse truffet",
        "Barnet fik svar på det, barnet sagde",
    ]
    assert "»Jeg vil gerne spise hos farmor«" in told[0]
    assert "Rum Skolens bibliotek Tilhører Teamlederen Indflydelse Aftalen om mandagen" in told[0]
    assert "Fortalt til Navn på syd" in told[0]
    assert "Derefter kom afgørelse truffet 10. februar 2026" in told[0]
    assert "Barnet var hørt først." in told[1]
    assert "Svaret Du spiser hos farmor om mandagen" in told[2]


def test_an_answer_is_to_what_was_said_since_the_decision_before(nordby: Nordby) -> None:
    safe(nordby)
    later: Told = {"barnets_ord": "Tak"}
    add(
        nordby,
        "syd",
        (130, "samtale_med_barnet", TALK),
        (100, "samtale_med_barnet", later),
        (90, "svar_til_barnet", {}),
    )
    before, _, after, _ = entries(page(nordby.client("syd"), SPOR.format("syd")))
    assert "Barnet har ikke fået svar endnu." in before
    assert "Barnet fik svar 12. marts 2026" in after
    assert "Det er ikke skrevet, hvad det ændrede." in after


def test_what_is_missing_is_named_first(nordby: Nordby) -> None:
    safe(nordby)
    add(nordby, "syd", (50, "samtale_med_barnet", TALK))
    told = words(page(nordby.client("syd"), SPOR.format("syd")).partition("I rækkefølge</h2>")[0])
    assert "Barnet er hørt én gang, senest 21. april 2026." in told
    assert "Én afgørelse uden at barnet er hørt først: 10. februar 2026 . Lov Barnets lov § 5, stk. 3" in told
    assert "Én gang har barnet ikke fået svar: 21. april 2026 ." in told
    assert "Det er ikke skrevet, at barnet er oplyst om retten til en bisidder. Lov Barnets lov § 6" in told
    add(nordby, "syd", (2, "svar_til_barnet", {}), (1, "bisidder_oplyst", {}))
    mended = words(page(nordby.client("syd"), SPOR.format("syd")))
    assert "har barnet ikke fået svar" not in mended
    assert "Barnet er oplyst om retten til en bisidder 9. juni 2026." in mended


def test_a_talk_left_out_stands_with_its_reason_and_the_decision_says_so(nordby: Nordby) -> None:
    safe(nordby)
    add(nordby, "syd", (125, "samtale_undladt", {"begrundelse": "Barnet var i kuvøse"}))
    told = entries(page(nordby.client("syd"), SPOR.format("syd")))
    assert "Hvorfor ikke Barnet var i kuvøse" in told[0]
    assert "Barnet blev ikke hørt først: Barnet var i kuvøse." in told[1]


def test_a_goal_and_a_letter_are_the_childs_only_when_they_say_so(nordby: Nordby) -> None:
    safe(nordby)
    add(
        nordby,
        "syd",
        (20, "maal_aftalt", {"maal": "Jeg tør række hånden op", "hvis_ord": "barnet"}),
        (19, "maal_aftalt", {"maal": "Bedre fremmøde", "hvis_ord": "raadgiver"}),
        (18, "brev_sendt", {"brev": "Om skolen", "hvem": "barnet"}),
        (17, "brev_sendt", {"brev": "Om egenbetaling", "hvem": "foraelder_1"}),
    )
    told = words(page(nordby.client("syd"), SPOR.format("syd")))
    assert "»Jeg tør række hånden op«" in told
    assert "Om skolen" in told
    assert "Bedre fremmøde" not in told
    assert "egenbetaling" not in told


def test_a_source_that_never_tells_of_answers_is_not_said_to_lack_them(nordby: Nordby) -> None:
    safe(nordby)
    EventRow.objects.filter(case=nordby.cases["syd"], kind="kilde_daekker").update(
        fields={"slags": "afgoerelse_truffet"}
    )
    add(nordby, "syd", (50, "samtale_med_barnet", TALK))
    told = words(page(nordby.client("syd"), SPOR.format("syd")))
    assert "Det kan ikke ses her, om barnet har fået svar" in told
    assert "Barnet har ikke fået svar endnu" not in told


def test_a_talk_from_before_the_source_told_of_answers_is_not_said_to_be_answered(nordby: Nordby) -> None:
    safe(nordby)
    add(nordby, "syd", (5000, "samtale_med_barnet", TALK), (50, "samtale_med_barnet", TALK), (2, "svar_til_barnet", {}))
    told = words(page(nordby.client("syd"), SPOR.format("syd")))
    assert "Det kan ikke ses her, om barnet har fået svar ved 1 af gangene: kilden fortæller det ikke." in told
    assert "Barnet har fået svar, hver gang det er hørt" not in told


def test_a_visit_where_somebody_talked_with_the_child_is_counted_beside_the_talks(nordby: Nordby) -> None:
    safe(nordby)
    add(nordby, "syd", (50, "samtale_med_barnet", TALK), (20, "tilsynsbesoeg", {"talt_med_barnet": True}))
    told = words(page(nordby.client("syd"), SPOR.format("syd")))
    assert "Der er også talt med barnet ved ét tilsynsbesøg, senest 21. maj 2026." in told


def test_the_paper_for_the_family_has_plain_words_for_the_four(nordby: Nordby) -> None:
    safe(nordby)
    add(nordby, "syd", (50, "samtale_med_barnet", TALK))
    paper = words(page(nordby.client("syd"), FAMILY.format("syd")))
    assert "Hvor og hvordan Skolens bibliotek Hvem fik det at vide Teamlederen Hvad det ændrede Aftalen" in paper
    assert "Tilhører" not in paper


def test_an_empty_trail_says_what_to_do(nordby: Nordby) -> None:
    EventRow.objects.filter(case=nordby.cases["uden"]).exclude(kind="kilde_daekker").delete()
    bridge.recompute_many([nordby.cases["uden"]], as_of=NOW)
    told = page(nordby.client("afdelingsleder"), SPOR.format("uden"))
    assert "Barnet er ikke hørt endnu" in told
    assert 'href="/sag/uden/registrer/samtale_med_barnet/"' in told


# --- who reads ------------------------------------------------------------------------------------------------


def test_those_without_the_right_to_words_see_only_that_it_happened(nordby: Nordby) -> None:
    add(nordby, "egen", (50, "samtale_med_barnet", {**TALK, "skjult_for_foraeldre": True}))
    told = words(page(nordby.client("administrativ"), SPOR.format("egen")))
    assert "Samtale med barnet" in told
    assert "Må ikke vises for forældrene" in told
    for secret in ("farmor", "bibliotek", "Teamlederen", "mandagen"):
        assert secret not in told
    assert "Ordene vises ikke for din rolle" in told


def test_beside_a_case_system_the_words_are_there_and_not_here(nordby: Nordby, settings: object) -> None:
    settings.PEJL_MODE = "ved_siden_af"  # type: ignore[attr-defined]  # the fixture's own type says no more
    add(nordby, "egen", (50, "samtale_med_barnet", TALK))
    told = words(page(nordby.client("raadgiver"), SPOR.format("egen")))
    assert "Ordene står i fagsystemet" in told
    assert "Samtale med barnet" in told
    assert "farmor" not in told
    assert "Udskrift til familien" not in told
    assert "farmor" not in page(nordby.client("raadgiver"), FAMILY.format("egen"))


@pytest.mark.parametrize("case", ["egen", "lukket"])
def test_the_number_of_questions_does_not_grow_with_what_was_said(nordby: Nordby, case: str) -> None:
    client, address = nordby.client("raadgiver"), SPOR.format(case)
    page(client, address)
    with CaptureQueriesContext(connection) as short:
        page(client, address)
    add(nordby, case, *[(days, "samtale_med_barnet", TALK) for days in range(3, 30)], (2, "svar_til_barnet", {}))
    with CaptureQueriesContext(connection) as long:
        page(client, address)
    assert len(long) == len(short)


# --- what the family may have ---------------------------------------------------------------------------------

HIDDEN: Told = {"barnets_ord": "Far slår, når han drikker", "skjult_for_foraeldre": True}
OPEN: Told = {"barnets_ord": "Jeg savner min hund", "skjult_for_foraeldre": False}


def test_what_the_child_wants_hidden_is_on_no_paper_and_leaves_no_trace(nordby: Nordby) -> None:
    safe(nordby)
    add(
        nordby,
        "syd",
        (60, "samtale_med_barnet", HIDDEN),
        (55, "svar_til_barnet", {"svar": "Vi passer på dig, når far drikker"}),
        (40, "samtale_med_barnet", OPEN),
        (30, "svar_til_barnet", {"svar": "Hunden kommer på lørdag"}),
        (5, "underretning_modtaget", {"underretter": "barnet"}),
        (4, "inddragelse_undladt", {"hvem": "barnet", "hvorfor_ikke": "utrygt"}),
    )
    client = nordby.client("syd")
    inside, given = page(client, SPOR.format("syd")), page(client, FAMILY.format("syd"))
    assert "Far slår" in inside
    assert 'class="pejl-spor-entry pejl-spor-talk d-print-none" id="h-syd-samtale_med_barnet-60-"' in inside
    assert len(entries(given)) == 3  # the decision, the open talk and its answer
    paper = words(given)
    assert "Jeg savner min hund" in paper
    assert "Hunden kommer på lørdag" in paper
    for secret in ("Far slår", "drikker", "h-syd-samtale_med_barnet-60-", "fra barnet selv", "utrygt", "hørt først"):
        assert secret not in given
    # The number of places left out is for the screen alone.
    assert given.index('class="d-print-none"') < given.index("4 steder er ikke med")


def test_where_the_parents_are_suspected_only_what_the_child_does_not_mind_is_given(nordby: Nordby) -> None:
    unsaid: Told = {"barnets_ord": "Ingen har spurgt, om de må se det"}
    add(nordby, "egen", (60, "samtale_med_barnet", unsaid), (40, "kontakt_med_barnet", OPEN))
    given = page(nordby.client("raadgiver"), FAMILY.format("egen"))
    assert "Jeg savner min hund" in given
    assert "Ingen har spurgt" not in given
    safe(nordby)
    add(nordby, "syd", (60, "samtale_med_barnet", unsaid))
    assert "Ingen har spurgt" in page(nordby.client("syd"), FAMILY.format("syd"))


def test_the_case_marks_what_is_hidden_and_prints_no_word_of_it(nordby: Nordby) -> None:
    add(nordby, "egen", (60, "samtale_med_barnet", HIDDEN))
    told = page(nordby.client("raadgiver"), "/sag/egen/?alle=1")
    entry = told.partition("Samtale med barnet <span")[2].partition("</li>")[0]
    assert "Må ikke vises for forældrene" in entry
    assert re.search(r'<dl class="pejl-facts d-print-none">.*Far slår', entry, re.DOTALL)


# --- care -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["barnets-spor", "netvaerk", "inddragelse"])
def test_each_page_says_whom_nobody_may_contact_and_offers_the_talk_without_the_parents(
    nordby: Nordby, address: str
) -> None:
    html = page(nordby.client("raadgiver"), f"/sag/egen/{address}/")
    told = words(html)
    assert "Far til egen (Far) må ikke kontaktes. Tilhold" in told
    assert "Tal med barnet uden forældrene" in told
    assert "Barnets lov § 137" in told
    assert "Venter på risikovurderingen" in told
    urging = ("inddragelse/", "partshoering_indkaldt", "netvaerksmoede", "bisidder_oplyst")
    assert [each for each in urging if f"/registrer/{each}" in html] == []


def test_where_nobody_is_in_danger_nothing_is_said_of_it(nordby: Nordby) -> None:
    safe(nordby)
    assert "uden forældrene" not in page(nordby.client("syd"), SPOR.format("syd"))


def test_a_case_without_a_child_opens_all_the_same(nordby: Nordby) -> None:
    Child.objects.filter(case=nordby.cases["egen"]).delete()
    for address in ("barnets-spor", "netvaerk", "inddragelse"):
        page(nordby.client("raadgiver"), f"/sag/egen/{address}/")


def test_of_a_child_who_is_not_born_no_talk_is_missed(nordby: Nordby) -> None:
    Child.objects.filter(case=nordby.cases["egen"]).update(born=None, expected=days_before(-60))
    told = words(page(nordby.client("raadgiver"), SPOR.format("egen")))
    assert "Barnet er ikke født endnu" in told
    assert "Der er ikke skrevet nogen samtale" not in told
