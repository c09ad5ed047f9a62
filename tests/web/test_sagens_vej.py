"""Does the walk through a case name every step once, tell only what can be seen as done, and name what is missing?"""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from pejl.events import KIND_BY_KEY, FieldValue
from pejl.web.access.models import Case
from pejl.web.cases import bridge
from pejl.web.cases.models import EventRow
from pejl.web.cases.walk_steps import STEPS
from tests.web.nordby import NOW, Nordby, event

# Its pages are opened on both databases by test_roles and test_scope; what they say is no database's doing.
pytestmark = pytest.mark.one_database

URL = "/sag/{}/vej/"
# The rows of the requirements that are walked.
ROWS = [f"C{number}" for number in range(1, 43)]


def page(client: Client, case: str = "egen", query: str = "") -> str:
    response = client.get(URL.format(case) + query)
    assert response.status_code == 200
    return response.content.decode()


def steps(html: str) -> dict[str, tuple[str, str]]:
    """How each step stands, and all that is told of it, by the row of the requirements."""
    found = {}
    for item in re.findall(r'<li class="pejl-step .*?(?=<li class="pejl-step |</ol>)', html, re.DOTALL):
        key = re.search(r'pejl-gang-key">(C\d+)<', item)
        standing = re.search(r'pejl-step-standing">([^<]*)<', item)
        assert key
        assert standing
        found[key[1]] = (standing[1], " ".join(re.sub(r"<[^>]+>", " ", item).split()))
    return found


def tell(case: Case, *told: tuple[str, int, str, dict[str, FieldValue]]) -> None:
    """Something more has happened: kind, days ago, course, fields."""
    events = [
        event(case, kind, days_ago=days, thread=thread, fields=fields, hours_ago=1, done_by="RAAD")
        for kind, days, thread, fields in told
    ]
    EventRow.objects.bulk_create([bridge.row_of(each, case=case) for each in events])
    bridge.recompute(case, as_of=NOW)


def a_case(nordby: Nordby, key: str, *, covered: bool = True) -> Case:
    """A new case of the adviser's, with nothing in it."""
    case = Case.objects.create(key=key, number=f"NB-{key}", adviser="RAAD", team=nordby.units["Team Nord"])
    told = [event(case, "raadgiver_tildelt", days_ago=200, done_by="RAAD")]
    if covered:
        told.append(event(case, "kilde_daekker", days_ago=400))
    EventRow.objects.bulk_create([bridge.row_of(each, case=case) for each in told])
    bridge.recompute(case, as_of=NOW)
    return case


def worked(nordby: Nordby) -> Case:
    """A case in which everything the papers ask for was done and written down."""
    case, text = a_case(nordby, "gennemarbejdet"), "Skrevet"
    five: dict[str, FieldValue] = dict.fromkeys(("udspring", "maal", "indsatstype", "varighed", "inddragelse_af"), text)
    follow_up: dict[str, FieldValue] = {
        **dict.fromkeys(("vurdering", "egne_ord", "leverandoerens_ord"), text),
        "maalstatus": "uaendret",
        "konsekvens": "ophoerer",
    }
    tell(
        case,
        ("underretning_modtaget", 190, "U1", {"underretter": "skole", "uafklaret_type": False}),
        ("kvittering_sendt", 189, "U1", {}),
        ("oplysning_indhentet", 185, "U1", {"fra_hvem": "Skolen"}),
        ("indledende_vurdering", 184, "U1", {"kerne": text, "vurdering": text, "udfald": "afdaekning"}),
        ("tilbagemelding_underretter", 183, "U1", {}),
        ("partshoering_indkaldt", 182, "U1", {}),
        ("partshoering_holdt", 150, "U1", {"vurdering": text}),
        ("bevilling", 140, "I1", {"paragraf": "§ 30", "kompetence": "Teamleder", **five}),
        ("indsats_ivaerksat", 130, "I1", {"paragraf": "§ 30"}),
        ("maal_aftalt", 129, "M1", {"maal": text, "maales_paa": text}),
        ("maal_vurderet", 80, "M1", {"maalstatus": "uaendret", "vurdering": text}),
        ("opfoelgning_holdt", 80, "I1", follow_up),
        ("statusudtalelse", 30, "I1", {"fra_hvem": "Familiehuset"}),
        ("indsats_ophoert", 29, "I1", {}),
        ("tilbagemelding_almen", 28, "", {"til_hvem": "Skolen"}),
        ("familie_orienteret", 28, "", {"hvem": "foraelder_1"}),
        ("svar_til_barnet", 28, "", {"svar": text}),
        ("sag_afsluttet", 27, "", {"effekt": "delvist", "vurdering": text}),
    )
    first = event(case, "vurdering_24_timer", days_ago=190, thread="U1", fields={"vurdering": text}, hours_ago=0)
    bridge.row_of(first, case=case).save()
    bridge.recompute(case, as_of=NOW)
    return case


# --- the list -------------------------------------------------------------------------------------------------


def test_every_row_of_the_requirements_stands_in_the_walk_once_and_in_order() -> None:
    assert [step.key for step in STEPS] == ROWS
    assert len({step.title for step in STEPS}) == len(STEPS)
    assert all(step.looks for step in STEPS)


def test_the_page_shows_every_step(nordby: Nordby) -> None:
    assert list(steps(page(nordby.client("raadgiver")))) == ROWS


# --- honest ---------------------------------------------------------------------------------------------------


def test_an_empty_case_has_nothing_done(nordby: Nordby) -> None:
    a_case(nordby, "tom")
    found = steps(page(nordby.client("raadgiver"), "tom"))
    done = {key for key, (standing, _) in found.items() if standing in ("Gjort", "Gjort for sent")}
    assert done == set()
    assert found["C1"][0] == "Mangler"
    assert found["C14"][0] == "Mangler"
    assert "Ingen næste skridt aftalt" in found["C14"][1]
    assert found["C24"][0] == "Ikke krævet"
    assert found["C41"] == ("Mangler", found["C41"][1])
    assert "200 dage fra" in found["C41"][1]


def test_what_no_source_would_tell_is_not_called_missing(nordby: Nordby) -> None:
    a_case(nordby, "udaekket", covered=False)
    found = steps(page(nordby.client("raadgiver"), "udaekket"))
    assert found["C1"][0] == "Kan ikke afgøres"
    assert "Kilden fortæller ikke om det" in found["C1"][1]


def test_a_case_that_was_worked_through_shows_what_was_done(nordby: Nordby) -> None:
    worked(nordby)
    found = steps(page(nordby.client("raadgiver"), "gennemarbejdet"))
    done = {key for key, (standing, _) in found.items() if standing == "Gjort"}
    assert done >= {"C1", "C2", "C4", "C5", "C7", "C9", "C10", "C11", "C15", "C16", "C19", "C35", "C36", "C37", "C38"}
    missing = {key for key, (standing, _) in found.items() if standing.startswith("Mangler")}
    assert missing == set(), {key: found[key] for key in missing}
    # What is about leadership and lists is never told as done.
    elsewhere = {key for key, (standing, _) in found.items() if standing == "Ses ikke i sagen"}
    assert elsewhere == {"C12", "C13", "C17", "C18", "C20", "C25", "C39", "C42"}
    assert found["C3"][0] == "Kan ikke afgøres"


@pytest.mark.parametrize(("step", "address"), [("C18", "/noegletal/mod-hinanden/"), ("C20", "/kompetence/virkning/")])
def test_figures_are_linked_to_for_those_who_see_them_and_said_to_all(nordby: Nordby, step: str, address: str) -> None:
    shown = {role: page(nordby.client(role)) for role in ("raadgiver", "teamleder")}
    assert f'href="{address}"' in shown["teamleder"]
    assert f'href="{address}"' not in shown["raadgiver"]
    assert all("Det er tal" in steps(each)[step][1] or "Det følges" in steps(each)[step][1] for each in shown.values())


@pytest.mark.parametrize(
    ("kind", "thread", "key"),
    [
        ("oplysning_indhentet", "U1", "C7"),
        ("indledende_vurdering", "U1", "C9"),
        ("tilbagemelding_underretter", "U1", "C10"),
        ("kvittering_sendt", "U1", "C2"),
        ("opfoelgning_holdt", "I1", "C37"),
        ("maal_vurderet", "M1", "C37"),
        ("statusudtalelse", "I1", "C38"),
        ("tilbagemelding_almen", "", "C38"),
        ("familie_orienteret", "", "C38"),
        ("svar_til_barnet", "", "C38"),
    ],
)
def test_each_step_that_was_left_out_is_named(nordby: Nordby, kind: str, thread: str, key: str) -> None:
    case = worked(nordby)
    EventRow.objects.filter(case=case, kind=kind, thread_id=thread).delete()
    bridge.recompute(case, as_of=NOW)
    standing, told = steps(page(nordby.client("raadgiver"), "gennemarbejdet"))[key]
    assert standing.startswith("Mangler") or standing == "Ikke gjort, mens det kunne", told


def test_a_missing_part_of_a_grant_and_a_missing_assessment_are_named(nordby: Nordby) -> None:
    case = worked(nordby)
    for kind, field in (("bevilling", "varighed"), ("opfoelgning_holdt", "vurdering")):
        row = EventRow.objects.get(case=case, kind=kind)
        EventRow.objects.filter(pk=row.pk).update(fields={k: v for k, v in row.fields.items() if k != field})
    found = steps(page(nordby.client("raadgiver"), "gennemarbejdet"))
    assert found["C16"][0] == "Mangler"
    assert "»Indsatsens varighed« er ikke skrevet" in found["C16"][1]
    assert KIND_BY_KEY["opfoelgning_holdt"].label in found["C40"][1]


def test_what_was_corrected_does_not_count(nordby: Nordby) -> None:
    case = worked(nordby)
    row = EventRow.objects.get(case=case, kind="statusudtalelse")
    tell(case, ("rettelse", 1, "I1", {"replaces": row.event_id, "reason": "Forkert sag"}))
    assert steps(page(nordby.client("raadgiver"), "gennemarbejdet"))["C38"][0] == "Mangler"


def test_law_and_paper_do_not_look_alike(nordby: Nordby) -> None:
    html = page(nordby.client("raadgiver"))
    law = re.search(r'pejl-gang-key">C10<.*?</li>\s*(?:<li class="pejl-step |</ol>)', html, re.DOTALL)
    paper = re.search(r'pejl-gang-key">C7<.*?</li>\s*(?:<li class="pejl-step |</ol>)', html, re.DOTALL)
    assert law
    assert paper
    assert "pejl-force-law" in law[0]
    assert "Kommunens papir" in paper[0]
    assert "pejl-force-law" not in paper[0]


def test_contact_is_not_urged_before_the_childs_safety_has_been_looked_at(nordby: Nordby) -> None:
    html = page(nordby.client("raadgiver"))
    assert "/registrer/partshoering_indkaldt/" not in html
    assert "/registrer/samtale_med_barnet/" in html


def test_only_what_is_missing(nordby: Nordby) -> None:
    every, gaps = steps(page(nordby.client("raadgiver"))), steps(page(nordby.client("raadgiver"), query="?vis=mangler"))
    named = ("Mangler", "Mangler, fristen er gået", "Ikke gjort, mens det kunne")
    assert gaps == {key: told for key, told in every.items() if told[0] in named}
    assert gaps


def test_beside_a_case_system_text_is_not_called_missing(nordby: Nordby, settings: Settings) -> None:
    worked(nordby)
    settings.PEJL_MODE = "ved_siden_af"
    found = steps(page(nordby.client("raadgiver"), "gennemarbejdet"))
    assert found["C40"][0] == "Ses ikke i sagen"
    assert found["C4"][0] == "Gjort"


# --- who, and how much it costs -------------------------------------------------------------------------------


@pytest.mark.parametrize("person", ["syd", "centerchef", "datakonsulent", "visitationsudvalg"])
def test_who_may_not_open_the_case_gets_no_walk(nordby: Nordby, person: str) -> None:
    assert nordby.client(person).get(URL.format("egen")).status_code == 404
    assert nordby.client("raadgiver").get(URL.format("beskyttet")).status_code == 404


def queries(client: Client, case: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        page(client, case)
    return len(caught)


def test_a_long_case_asks_no_more_questions_than_an_empty_one(nordby: Nordby) -> None:
    a_case(nordby, "tom")
    worked(nordby)
    client = nordby.client("raadgiver")
    page(client, "tom")
    assert queries(client, "gennemarbejdet") == queries(client, "tom") <= 25
