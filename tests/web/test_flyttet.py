"""Is a family that moves away told of to the new municipality, and does the duty outlive the case that is closed?"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from pejl.web.access.models import ChangeEntry
from pejl.web.cases.actions.writing import new_token
from pejl.web.cases.models import DeadlineRow, EventRow
from tests.web.nordby import TODAY, Nordby, days_before

URL = "/sag/egen/flyttet/"
RULE = "underretning.tilflytningskommune"


def send(client: Client, **answers: str) -> Any:
    data = {"token": new_token(), "dag": TODAY.isoformat(), "til": "Sundby", "behov": "ja", **answers}
    return client.post(URL, data, follow=True)


def duty() -> DeadlineRow | None:
    return DeadlineRow.objects.filter(case__key="egen", rule=RULE).first()


def test_with_a_need_the_duty_stands_on_the_day_after_the_case_is_closed(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    answer = send(client)
    assert "Tilflytningskommunen skal underrettes." in answer.content.decode()
    nordby.cases["egen"].refresh_from_db()
    assert nordby.cases["egen"].closed
    row = duty()
    assert row
    assert (row.due_at, row.met_at, row.stopped_at) == (None, None, None)
    day, case = (client.get(url).content.decode() for url in ("/min-dag/", "/sag/egen/"))
    assert row.mark in day
    before, _, _ = case.partition("Blev ikke gjort, mens det kunne")
    assert "Registrér »Underretning til tilflytningskommunen«" in before


def test_told_at_once_it_is_met_and_the_summary_is_kept(nordby: Nordby) -> None:
    send(nordby.client("raadgiver"), underrettet=days_before(3).isoformat(), sammenfatning="Undersøgelsen fra maj")
    row, told = duty(), EventRow.objects.get(kind="mellemkommunal_underretning")
    assert row
    assert row.met_event == told.event_id
    assert told.fields == {"til_kommune": "Sundby", "sammenfatning": "Undersøgelsen fra maj"}
    assert ChangeEntry.objects.filter(action="flyttet_til_kommune", case_key="egen").count() == 1


def test_without_a_need_there_is_no_duty(nordby: Nordby) -> None:
    send(nordby.client("raadgiver"), behov="nej")
    assert duty() is None


def test_unjudged_need_is_shown_as_such(nordby: Nordby) -> None:
    send(nordby.client("raadgiver"), behov="ved-ikke")
    row = duty()
    assert row
    assert row.unknown_reason == "felt_mangler"


@pytest.mark.parametrize(
    ("answers", "fault"),
    [
        ({"behov": ""}, "Vælg ja, nej eller ved ikke."),
        ({"underrettet": TODAY.isoformat()}, "Skriv sammenfatningen. Loven kræver"),
        ({"sammenfatning": "Noget"}, "Skriv den dag, underretningen blev sendt"),
        ({"dag": "2026-06-11"}, "Dagen er ikke kommet endnu."),
    ],
)
def test_what_is_missing_is_said(nordby: Nordby, answers: dict[str, str], fault: str) -> None:
    answer = send(nordby.client("raadgiver"), **answers)
    assert answer.status_code == 422
    assert fault in answer.content.decode()
    assert not EventRow.objects.filter(kind="sag_flyttet").exists()


def test_sent_twice_it_is_one_move(nordby: Nordby) -> None:
    client, token = nordby.client("raadgiver"), new_token()
    send(client, token=token)
    again = send(client, token=token)
    assert "allerede" in again.content.decode()
    assert EventRow.objects.filter(kind="sag_flyttet").count() == 1


def test_beside_a_case_system_no_free_text_is_asked_for(nordby: Nordby, settings: Settings) -> None:
    settings.PEJL_MODE = "ved_siden_af"
    client = nordby.client("raadgiver")
    page = client.get(URL).content.decode()
    assert "<textarea" not in page
    send(client, underrettet=TODAY.isoformat())
    assert EventRow.objects.get(kind="mellemkommunal_underretning").fields == {}
