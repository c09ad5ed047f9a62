"""Does a person see what comes back before a closed case is opened again, and is nothing written until they say yes?"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from pejl.web.access.models import Case, ChangeEntry
from pejl.web.cases import bridge
from pejl.web.cases.actions.writing import new_token
from pejl.web.cases.models import DeadlineRow, EventRow
from tests.web.nordby import NOW, Nordby, event

URL = "/sag/lukket/genaabn/"


def stopped(rule: str) -> int:
    return DeadlineRow.objects.filter(case__key="lukket", rule=rule, stopped_at__isnull=False).count()


def send(client: Client, **answers: str) -> Any:
    return client.post(URL, {"token": new_token(), "begrundelse": "Lukket ved en fejl.", **answers}, follow=True)


def test_the_duties_that_come_back_are_told_before_anything_is_written(nordby: Nordby) -> None:
    before = list(DeadlineRow.objects.filter(case__key="lukket").values_list("mark", "stopped_at"))
    page = nordby.client("raadgiver").get(URL).content.decode()
    assert "Det her vender tilbage" in page
    assert "Plan ved anbringelse med samtykke" in page
    assert "Risikovurdering ved æreskonflikt" in page
    assert before == list(DeadlineRow.objects.filter(case__key="lukket").values_list("mark", "stopped_at"))
    assert not EventRow.objects.filter(kind="sag_genaabnet").exists()
    assert Case.objects.get(key="lukket").closed


def test_opened_again_the_case_was_never_over(nordby: Nordby) -> None:
    assert stopped("undersoegelse.afsluttes")
    send(nordby.client("raadgiver"))
    assert not stopped("undersoegelse.afsluttes")
    assert not Case.objects.get(key="lukket").closed
    row = EventRow.objects.get(kind="sag_genaabnet")
    assert (row.fields["begrundelse"], row.at) == ("Lukket ved en fejl.", NOW)
    assert ChangeEntry.objects.filter(action="genaabnet", case_key="lukket").count() == 1


def test_what_was_told_is_what_comes_back(nordby: Nordby) -> None:
    """The dry run and the real one give the same duties."""
    from pejl.web.cases.actions.reopening import as_if_reopened
    from pejl.web.cases.actions.writing import Sent

    sent = Sent(by=nordby.people["raadgiver"], at=NOW, token=new_token())
    told = {
        (row.rule, row.thread_id, row.due_at, row.stopped_at)
        for row in as_if_reopened(nordby.cases["lukket"], sent=sent)
    }
    send(nordby.client("raadgiver"))
    rows = DeadlineRow.objects.filter(case__key="lukket")
    assert told == set(rows.values_list("rule", "thread_id", "due_at", "stopped_at"))


@pytest.mark.parametrize(
    ("url", "said"),
    [("/sag/egen/genaabn/", "Sagen er åben"), (URL, "Det her vender tilbage")],
)
def test_an_open_case_has_nothing_to_open(nordby: Nordby, url: str, said: str) -> None:
    assert said in nordby.client("raadgiver").get(url).content.decode()


def test_a_reason_is_asked_for_and_an_open_case_is_refused(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    missing = send(client, begrundelse="")
    assert missing.status_code == 422
    assert "Skriv kort, hvorfor sagen åbnes igen." in missing.content.decode()
    data = {"token": new_token(), "begrundelse": "Igen."}
    assert client.post("/sag/egen/genaabn/", data).status_code == 422
    assert not EventRow.objects.filter(kind="sag_genaabnet").exists()


def test_a_notification_on_a_closed_case_offers_to_open_it(nordby: Nordby) -> None:
    client, case = nordby.client("raadgiver"), nordby.cases["lukket"]
    warned = "Der er kommet en underretning, efter at sagen blev lukket"
    assert warned not in client.get("/sag/lukket/").content.decode()
    EventRow.objects.filter(case=case, kind="sag_afsluttet").update(day="2026-06-01")
    EventRow.objects.create(**_late(case))
    bridge.recompute(case, as_of=NOW)
    page = client.get("/sag/lukket/").content.decode()
    assert warned in page
    assert URL in page


def _late(case: Case) -> dict[str, object]:
    row = bridge.row_of(event(case, "underretning_modtaget", days_ago=0, thread="U3", hours_ago=1), case=case)
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if field.attname != "id"}
