"""Can every sheet of the plan be written, corrected, taken out and read as it was, and by nobody it is not for?"""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from pejl.web.plan.models import Action, PlanChange
from pejl.web.plan.sheets import SHEET_BY_SLUG, SHEETS, Sheet, field_label
from tests.web.nordby import Nordby
from tests.web.nordby_plan import missing

EVERY = [pytest.param(sheet, id=sheet.slug) for sheet in SHEETS]
REASON = "Det er besluttet på ledermødet i dag."


def test_every_sheet_has_a_row_to_be_tried_with() -> None:
    assert missing() == set()


def test_no_sheet_asks_more_than_five_fields_first() -> None:
    assert {sheet.slug for sheet in SHEETS if len(sheet.main) > 5} == set()


def test_every_field_of_every_sheet_is_there() -> None:
    for sheet in SHEETS:
        names = {each.name for each in sheet.model._meta.get_fields()}
        asked = {*sheet.main, *sheet.more, *sheet.reasoned, *sheet.stamped}
        assert asked <= names, sheet.slug


def test_every_field_has_a_name_people_use() -> None:
    for sheet in SHEETS:
        for name in {*sheet.main, *sheet.more, sheet.parent} - {""}:
            assert field_label(sheet.model._meta.get_field(name)) != name.replace("_", " "), (sheet.slug, name)


def row_of(sheet: Sheet) -> Any:
    return sheet.model._default_manager.get(key=f"plan-{sheet.slug}")


def as_posted(sheet: Sheet, form: Any) -> dict[str, Any]:
    """What a browser would send of the form as it stands."""
    found = {}
    for bound in form:
        value = bound.field.prepare_value(bound.value()) if hasattr(bound.field, "prepare_value") else bound.value()
        if value is not None and value is not False:
            found[bound.html_name] = value
    return found


@pytest.mark.parametrize("sheet", EVERY)
def test_a_leader_writes_a_row_and_a_double_click_writes_it_once(nordby: Nordby, sheet: Sheet) -> None:
    client, there = nordby.client("afdelingsleder"), row_of(sheet)
    if sheet.slug in ("redegoerelse", "selvevaluering", "pulje", "opfoelgning"):  # one for each of something
        there.removed_at = there.removed_at or PlanChange.objects.first().at  # type: ignore[union-attr]  # one is there
        there.save() if sheet.slug != "redegoerelse" else there.delete()
    belongs = getattr(there, sheet.parent).key if sheet.parent else "-"
    address = reverse("ark-ny", args=(sheet.slug, belongs))
    shown = client.get(address).context["form"]
    old = client.get(reverse("ark-ret", args=(sheet.slug, there.key))) if not there.removed_at and there.pk else None
    sent = (as_posted(sheet, old.context["form"]) if old else _filled(sheet, there)) | {"key": shown["key"].value()}
    before = sheet.model._default_manager.count()
    answers = [client.post(address, sent) for _ in range(2)]
    assert [each.status_code for each in answers] == [302, 302], answers[0].context["form"].errors
    assert sheet.model._default_manager.count() == before + 1
    made = sheet.model._default_manager.get(key=sent["key"])
    assert PlanChange.objects.filter(row=made.key, act="tilfoejet", by_username="afdelingsleder").exists()


def _filled(sheet: Sheet, row: Any) -> dict[str, Any]:
    from pejl.web.plan.forms import SheetForm

    return as_posted(sheet, SheetForm(sheet=sheet, row=row, parent=None))


# All are written on both databases, above.
@pytest.mark.one_database
@pytest.mark.parametrize("sheet", EVERY)
def test_a_leader_takes_a_row_out_with_a_reason_and_it_stays_in_the_history(nordby: Nordby, sheet: Sheet) -> None:
    client, there = nordby.client("afdelingsleder"), row_of(sheet)
    address = reverse("ark-tag-ud", args=(sheet.slug, there.key))
    assert client.post(address, {"reason": "kort"}).status_code == 422
    answer = client.post(address, {"reason": REASON})
    there.refresh_from_db()
    if there.removed_at is None:
        assert "Der hører stadig noget til" in answer.content.decode()
    else:
        assert client.get(reverse("ark-ret", args=(sheet.slug, there.key))).status_code == 404
        assert REASON in client.get(reverse("ark-historik", args=(sheet.slug, there.key))).content.decode()


# All are written on both databases, above.
@pytest.mark.one_database
@pytest.mark.parametrize("sheet", EVERY)
def test_an_adviser_reads_the_history_and_writes_nothing(nordby: Nordby, sheet: Sheet) -> None:
    client, there = nordby.client("raadgiver"), row_of(sheet)
    assert client.get(reverse("ark-ret", args=(sheet.slug, there.key))).status_code == 404
    read = client.get(reverse("ark-historik", args=(sheet.slug, there.key)))
    assert read.status_code == (404 if sheet.closed else 200)


def test_the_owner_of_an_action_tells_how_it_stands(nordby: Nordby) -> None:
    Action.objects.filter(key="plan-handling").update(owner=nordby.people["raadgiver"])
    address = reverse("ark-ny", args=("status", "plan-handling"))
    assert nordby.client("raadgiver").get(address).status_code == 200
    assert nordby.client("vikar").get(address).status_code == 404
    assert nordby.client("raadgiver").get(reverse("ark-ret", args=("handling", "plan-handling"))).status_code == 404


def test_a_changed_priority_asks_for_a_reason_and_keeps_what_was(nordby: Nordby) -> None:
    client, address = nordby.client("afdelingsleder"), reverse("ark-ret", args=("handling", "plan-handling"))
    sent = as_posted(SHEET_BY_SLUG["handling"], client.get(address).context["form"]) | {"number": "7"}
    refused = client.post(address, sent)
    assert refused.status_code == 422
    assert "Skriv, hvorfor" in refused.content.decode()
    assert client.post(address, sent | {"reason": REASON}).status_code == 302
    change = PlanChange.objects.get(row="plan-handling", field="number", act="aendret")
    assert (change.before, change.after, change.reason) == ("1", "7", REASON)


def test_what_another_has_written_meanwhile_is_not_overwritten(nordby: Nordby) -> None:
    client, address = nordby.client("afdelingsleder"), reverse("ark-ret", args=("handling", "plan-handling"))
    sent = as_posted(SHEET_BY_SLUG["handling"], client.get(address).context["form"])
    first = nordby.client("teamleder").post(address, sent | {"name": "Nyt navn"})
    assert first.status_code == 302, first.context["form"].errors
    refused = client.post(address, sent | {"name": "Et tredje navn"})
    assert refused.status_code == 422
    assert "En anden har rettet det" in refused.content.decode()
    assert Action.objects.get(key="plan-handling").name == "Nyt navn"


def test_an_action_on_hold_says_why_and_since_when(nordby: Nordby) -> None:
    client, address = nordby.client("afdelingsleder"), reverse("ark-ret", args=("handling", "plan-handling"))
    sent = as_posted(SHEET_BY_SLUG["handling"], client.get(address).context["form"])
    refused = client.post(address, sent | {"stage": "paa_hold", "reason": REASON})
    assert refused.status_code == 422
    assert {"hold_reason", "hold_since"} <= set(refused.context["form"].errors)
