"""Does the table say who was involved in each step, who was left out and why, and where nobody knows?"""

from __future__ import annotations

import re

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pejl.events import FieldValue
from pejl.web.cases import bridge
from pejl.web.cases.models import EventRow
from tests.web.nordby import NOW, Nordby, event

PAGE = "/sag/syd/inddragelse/"
GAP, UNSEEN = "Ikke set, og ingen grund er skrevet", "Kan ikke ses her: kilden fortæller det ikke"
CHILD, PARENTS, PRIVATE, PROFESSIONAL = range(4)


def add(nordby: Nordby, *told: tuple[int, str, str, dict[str, FieldValue]], case: str = "syd") -> None:
    """Events so many days ago, in these courses."""
    own = nordby.cases[case]
    rows = [
        bridge.row_of(event(own, kind, days_ago=days, thread=thread, fields=fields), case=own)
        for days, kind, thread, fields in told
    ]
    EventRow.objects.bulk_create(rows)
    bridge.recompute_many([own], as_of=NOW)


def safe(nordby: Nordby) -> None:
    """The case without the notification that makes the family wait."""
    EventRow.objects.filter(event_id="syd-underretning_modtaget-1-U2").delete()
    bridge.recompute_many([nordby.cases["syd"]], as_of=NOW)


def words(html: str) -> str:
    """As it is read aloud."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def table(client: Client, address: str = PAGE) -> dict[str, list[str]]:
    """What stands in the four cells of each step."""
    answer = client.get(address)
    assert answer.status_code == 200
    rows = re.findall(r'<th scope="row" data-title="Trin">([^<]+)<(.*?)</tr>', answer.content.decode(), re.DOTALL)
    return {step: [words(cell) for cell in re.findall(r"<td.*?</td>", rest, re.DOTALL)] for step, rest in rows}


COUNTS: list[tuple[str, str, dict[str, FieldValue], str, int]] = [
    ("partshoering_holdt", "U1", {}, "Screening", PARENTS),
    ("samtykke_givet", "I1", {"hvem": "foraelder_1"}, "Høring, visitation og afgørelse", PARENTS),
    ("samtykke_givet", "I1", {"hvem": "ung_15"}, "Høring, visitation og afgørelse", CHILD),
    ("netvaerksmoede", "B1", {}, "Afdækning og undersøgelse", PRIVATE),
    ("tvaersmoede", "B1", {}, "Afdækning og undersøgelse", PROFESSIONAL),
    ("inddragelse", "U1", {"hvem": "netvaerk"}, "Kontakt", PRIVATE),
    ("inddragelse", "U1", {"hvem": "fagperson"}, "Kontakt", PROFESSIONAL),
    ("samtale_med_barnet", "B1", {}, "Afdækning og undersøgelse", CHILD),
    ("tilsynsbesoeg", "I1", {"talt_med_barnet": True}, "Opfølgning og tilsyn", CHILD),
    ("opfoelgning_holdt", "I1", {"egne_ord": "Det går bedre"}, "Opfølgning og tilsyn", PARENTS),
]


def test_what_is_written_counts_for_the_one_it_is_about(nordby: Nordby) -> None:
    safe(nordby)
    client = nordby.client("syd")
    for kind, thread, fields, step, party in COUNTS:
        add(nordby, (110, kind, thread, fields))
        found = table(client)[step]
        assert "20. februar 2026" in found[party], kind
        assert [number for number, cell in enumerate(found) if cell != GAP] == [party], kind
        EventRow.objects.filter(event_id=f"syd-{kind}-110-{thread}").delete()


def test_a_step_without_anybody_and_without_a_reason_says_so_and_is_counted(nordby: Nordby) -> None:
    safe(nordby)
    client = nordby.client("syd")
    found = table(client)
    assert list(found) == [
        "Kontakt",
        "Afdækning og undersøgelse",
        "Høring, visitation og afgørelse",
        "Indsats og anbringelse",
    ]
    assert {cell for cells in found.values() for cell in cells} == {GAP}
    told = words(client.get(PAGE).content.decode())
    assert "16 steder kan der hverken ses inddragelse eller en grund." in told
    assert "Ikke nået endnu: screening, plan, opfølgning og tilsyn, klage, udvalg og aktindsigt." in told


def test_a_reason_fills_the_gap_and_a_missing_reason_does_not(nordby: Nordby) -> None:
    safe(nordby)
    reason: dict[str, FieldValue] = {"hvem": "netvaerk", "hvorfor_ikke": "utrygt", "begrundelse": "Morbror truer"}
    add(nordby, (290, "inddragelse_undladt", "U1", reason), (289, "inddragelse_undladt", "U1", {"hvem": "fagperson"}))
    client = nordby.client("syd")
    cells = table(client)["Kontakt"]
    assert cells[PRIVATE] == "Inddragelse undladt, 24. august 2025 : Det ville være utrygt eller farligt. Morbror truer"
    assert cells[PROFESSIONAL] == "Inddragelse undladt, 25. august 2025 : ingen grund skrevet"
    assert "15 steder" in client.get(PAGE).content.decode()


def test_a_meeting_whose_guests_are_free_text_is_only_perhaps(nordby: Nordby) -> None:
    safe(nordby)
    add(nordby, (290, "underretningsmoede", "U1", {"deltagere": "Mor og skolen"}))
    assert table(nordby.client("syd"))["Kontakt"][PARENTS] == "Måske: Underretningsmøde, 24. august 2025"


def test_what_the_source_never_tells_is_no_gap(nordby: Nordby) -> None:
    safe(nordby)
    EventRow.objects.filter(case=nordby.cases["syd"], kind="kilde_daekker").update(
        fields={"slags": "samtale_med_barnet"}
    )
    cells = table(nordby.client("syd"))["Kontakt"]
    assert cells == [GAP, UNSEEN, UNSEEN, UNSEEN]


def test_while_the_childs_safety_comes_first_the_family_is_not_missed(nordby: Nordby) -> None:
    cells = table(nordby.client("raadgiver"), "/sag/egen/inddragelse/")["Kontakt"]
    assert cells == [GAP, *["Vent: barnets sikkerhed kommer først"] * 2, GAP]


def test_what_was_corrected_does_not_count(nordby: Nordby) -> None:
    safe(nordby)
    wrong: dict[str, FieldValue] = {"hvem": "netvaerk"}
    add(nordby, (290, "inddragelse", "U1", wrong))
    add(nordby, (1, "rettelse", "U1", {"replaces": "syd-inddragelse-290-U1", "reason": "Forkert barn"}))
    assert table(nordby.client("syd"))["Kontakt"][PRIVATE] == GAP


def test_the_reason_is_for_those_who_may_read_it(nordby: Nordby, settings: object) -> None:
    reason: dict[str, FieldValue] = {"hvem": "netvaerk", "hvorfor_ikke": "utrygt", "begrundelse": "Morbror truer"}
    add(nordby, (290, "inddragelse_undladt", "U1", reason), case="egen")
    address = "/sag/egen/inddragelse/"
    assert "Morbror truer" in table(nordby.client("raadgiver"), address)["Kontakt"][PRIVATE]
    hidden = table(nordby.client("administrativ"), address)["Kontakt"][PRIVATE]
    assert hidden.endswith("grunden vises ikke her")
    settings.PEJL_MODE = "ved_siden_af"  # type: ignore[attr-defined]  # the fixture's own type says no more
    beside = table(nordby.client("raadgiver"), address)["Kontakt"][PRIVATE]
    assert beside.endswith("Det ville være utrygt eller farligt")


def test_the_number_of_questions_does_not_grow_with_the_case(nordby: Nordby) -> None:
    client = nordby.client("syd")
    client.get(PAGE)
    with CaptureQueriesContext(connection) as short:
        client.get(PAGE)
    add(nordby, *[(days, "tvaersmoede", "I1", {}) for days in range(3, 40)])
    with CaptureQueriesContext(connection) as long:
        client.get(PAGE)
    assert len(long) == len(short)
