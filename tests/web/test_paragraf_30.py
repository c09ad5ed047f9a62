"""Is a grant under § 30 refused when one of its five parts is missing, and a § 32 decision without its two?"""

from datetime import date
from html import unescape

import pytest
from django.test import Client
from pytest_django import Settings

from pejl.events import BEVILLING, FIELD_BY_NAME
from pejl.web.cases.actions.registering import register
from pejl.web.cases.actions.writing import Entry, Refused, Sent, new_token
from pejl.web.cases.forms.demands import DEMANDS, lacks, refusals
from pejl.web.cases.models import EventRow
from tests.web.nordby import NOW, TODAY, Nordby
from tests.web.test_registering import opened, url

FIVE = {
    "udspring": "Screeningen peger på uro ved sengetid",
    "maal": "Barnet sover hele natten",
    "indsatstype": "Rådgivning",
    "varighed": "3 måneder",
    "inddragelse_af": "Barn, mor og mormor har været med",
}
ANSWERS = {f"f_{name}": words for name, words in FIVE.items()}


def grant(client: Client, **answers: str) -> dict[str, str]:
    return {
        **opened(client, url("bevilling")),
        "dag": TODAY.isoformat(),
        "forloeb": "nyt",
        "f_paragraf": "§ 30",
        **ANSWERS,
        **answers,
    }


@pytest.mark.parametrize("mode", ["alene", "ved_siden_af"])
def test_a_grant_lacking_any_one_of_its_parts_is_refused_by_the_name_of_it(
    nordby: Nordby, settings: Settings, mode: str
) -> None:
    settings.PEJL_MODE = mode
    client, before = nordby.client("raadgiver"), EventRow.objects.count()
    for name in FIVE:
        response = client.post(url("bevilling"), grant(client, **{f"f_{name}": "  "}))
        assert response.status_code == 422, name
        html = unescape(response.content.decode())
        assert f"Bevillingen efter § 30 kan ikke registreres endnu. Der mangler »{FIELD_BY_NAME[name].label}«." in html
        assert lacks(BEVILLING, {"paragraf": "§ 30", **FIVE, name: ""}, day=TODAY)[name] in html
        assert "Odsherred" in html
    assert EventRow.objects.count() == before
    assert client.post(url("bevilling"), grant(client)).status_code == 302
    assert EventRow.objects.latest("pk").fields == {"paragraf": "§ 30", **FIVE}


def test_several_missing_parts_are_all_named_in_one_sentence() -> None:
    told = list(refusals(BEVILLING, {"paragraf": "§ 30", "maal": "x", "varighed": "y", "udspring": "z"}, day=TODAY))
    assert len(told) == 1
    assert "»Indsatsens type« og »Inddragelse af barn, forældre og netværk«" in told[0]
    assert "»Mål«" not in told[0]


@pytest.mark.parametrize(
    ("paragraph", "day", "demanded"),
    [
        ("§ 30", TODAY, True),
        ("§ 30, stk. 1", TODAY, True),
        ("§ 300", TODAY, False),
        ("§ 32, stk. 1, nr. 3", TODAY, False),
        ("§ 11, stk. 3", date(2023, 12, 31), True),
        ("§ 11, stk. 3", date(2024, 1, 1), False),
        ("§ 11, stk. 2", date(2023, 12, 31), False),
        ("§ 30", date(2023, 12, 31), False),
        ("", TODAY, False),
    ],
)
def test_the_five_parts_are_demanded_by_the_law_of_the_day(paragraph: str, day: date, demanded: bool) -> None:
    assert (set(lacks(BEVILLING, {"paragraf": paragraph}, day=day)) == set(FIVE)) is demanded


def test_nor_can_it_be_registered_in_another_way(nordby: Nordby) -> None:
    sent = Sent(by=nordby.people["raadgiver"], at=NOW, token=new_token())
    entry = Entry(kind="bevilling", day=TODAY, fields={"paragraf": "§ 30", "maal": "Et mål"})
    with pytest.raises(Refused, match="Der mangler"):
        register(nordby.cases["egen"], entry, sent=sent)


def test_a_decision_under_32_says_its_purpose_and_its_length(nordby: Nordby) -> None:
    client, address = nordby.client("raadgiver"), url("afgoerelse_truffet")
    sent = {**opened(client, address), "dag": TODAY.isoformat(), "forloeb": "nyt", "f_plan_valgt": "ja"}
    sent["f_raekkefoelge"] = "indhentes"  # nobody has talked with the child
    response = client.post(address, {**sent, "f_paragraf": "§ 32, stk. 1, nr. 2"})
    assert response.status_code == 422
    html = unescape(response.content.decode())
    assert "Afgørelsen efter § 32 kan ikke registreres endnu. Der mangler »Formål« og »Indsatsens varighed«." in html
    assert "Barnets lov § 32, stk. 1-3" in html
    said = {"f_formaal": "Ro om natten", "f_varighed": "6 måneder"}
    assert client.post(address, {**sent, **said, "f_paragraf": "§ 32, stk. 1, nr. 2"}).status_code == 302


def test_an_old_grant_can_be_put_right_without_parts_it_never_had(nordby: Nordby) -> None:
    client, case = nordby.client("raadgiver"), nordby.cases["egen"]
    row = EventRow.objects.create(
        event_id="gammel",
        case=case,
        kind="bevilling",
        day=TODAY,
        thread_id="I9",
        recorded_at=NOW,
        source="fagsystem",
        fields={"paragraf": "§ 30", "maal": "Et mål"},
    )
    address = f"/sag/egen/ret/{row.event_id}/"
    sent = {**opened(client, address), "grund": "Forkert dag", "dag": "2026-06-01"}
    assert client.post(address, {**sent, "f_maal": ""}).status_code == 422
    assert client.post(address, sent).status_code == 302


def test_every_demand_says_what_to_write_and_where_it_comes_from() -> None:
    for demand in DEMANDS:
        own = {each.name for each in demand.kind.fields}
        assert {each.name for each, _ in demand.fields} <= own
        assert {each.field for each in demand.when} <= own
        assert all(told.endswith(".") for _, told in demand.fields)
        assert demand.source
