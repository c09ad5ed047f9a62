"""Do the pages of the actions tell how each stands, what waits, what is too much at once, and what has happened?"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pejl.web.access.actions import Doing, Refused
from pejl.web.plan.actions import new, put
from pejl.web.plan.holding import Pause, put_on_hold, reorder, take_up
from pejl.web.plan.models import Action, Dependency, PlanChange, Report, Strategy, Track
from pejl.web.plan.since import WITHOUT_TRACK, TrackStatus, since
from tests.web.nordby import NOW, TODAY, Nordby

# What it asks and writes goes through the same actions as every sheet, which are tried on both.
pytestmark = pytest.mark.one_database

WHY = "Den nye chef vil først se på rækkefølgen."


def doing(nordby: Nordby, at: datetime = NOW) -> Doing:
    return Doing(by=nordby.people["afdelingsleder"], at=at)


def strategy() -> Strategy:
    return Strategy.objects.get(key="plan-strategi")


def action(nordby: Nordby, name: str, **values: Any) -> Action:
    return new(Action, doing=doing(nordby), strategy=strategy(), name=name, **values)


def test_more_than_a_few_at_once_is_told_and_not_forbidden(nordby: Nordby) -> None:
    put(strategy(), doing=doing(nordby), few=1, few_areas=1)
    for name in ("Børnesamtaler", "Netværk"):
        action(nordby, name, stage="i_gang", profession=name)
    page = nordby.client("teamleder").get(reverse("handlinger")).content.decode()
    assert "Der er 3 handlinger i gang. Strategien siger højst 1 ad gangen." in page
    assert "Der arbejdes ekstra med 2 faglige områder på én gang: Børnesamtaler, Netværk." in page


@pytest.mark.parametrize(
    ("other_stage", "happened", "waits"),
    [("i_gang", None, True), ("i_drift", None, False), ("stoppet", None, False), ("i_gang", TODAY, False)],
)
def test_an_action_waits_until_the_other_is_in_operation(
    nordby: Nordby, other_stage: str, happened: date | None, waits: bool
) -> None:
    other = action(nordby, "Kurset", stage=other_stage)
    new(Dependency, doing=doing(nordby), action=action(nordby, "Samtalen"), other=other, happened_on=happened)
    page = nordby.client("raadgiver").get(reverse("handlinger"), {"vis": "alle"}).content.decode()
    assert ("Venter på: »Kurset« er i drift" in page) is waits


def test_on_hold_says_why_since_when_by_whom_and_until_what(nordby: Nordby) -> None:
    client, address = nordby.client("afdelingsleder"), reverse("handling-hold", args=("plan-handling",))
    assert client.post(address, {"hvorfor": WHY}).status_code == 422
    sent = {"hvorfor": WHY, "siden": "2026-06-01", "hvem": "Børne- og familiechefen", "indtil": "Seminaret er holdt"}
    assert client.post(address, sent).status_code == 302
    page = nordby.client("raadgiver").get(reverse("handling", args=("plan-handling",))).content.decode()
    for told in (WHY, "1. juni 2026", "Børne- og familiechefen", "Seminaret er holdt"):
        assert told in page
    # The same form is now the way back, so that a second click changes nothing.
    assert client.post(address, sent).status_code == 302
    assert Action.objects.get(key="plan-handling").stage == Action.Stage.I_GANG


def test_what_is_on_hold_is_not_put_on_hold_again(nordby: Nordby) -> None:
    pause = Pause(why=WHY, since=TODAY, by="Chefen", until="Seminaret")
    held = put_on_hold(Action.objects.get(key="plan-handling"), pause, doing=doing(nordby))
    with pytest.raises(Refused, match="allerede på hold"):
        put_on_hold(held, pause, doing=doing(nordby))
    again = take_up(held, why="Seminaret er holdt, og vi er klar.", doing=doing(nordby))
    assert (again.stage, again.hold_reason) == (Action.Stage.I_GANG, "")
    assert PlanChange.objects.filter(row="plan-handling", field="hold_reason", before=WHY).exists()


def test_a_new_order_is_set_with_one_reason_and_the_old_one_can_be_read(nordby: Nordby) -> None:
    put(Track.objects.get(key="plan-spor"), doing=doing(nordby), number=1)
    second = new(Track, doing=doing(nordby), strategy=strategy(), name="Budget", number=2)
    client, address = nordby.client("afdelingsleder"), reverse("raekkefoelge")
    form = client.get(address).context["form"]
    sent = {bound.html_name: bound.value() for bound in form if bound.value() is not None}
    assert client.post(address, sent | {"hvorfor": WHY}).status_code == 422  # nothing was moved
    sent |= {"spor-plan-spor": 2, f"spor-{second.key}": 1}
    assert client.post(address, sent).status_code == 422  # no reason
    assert client.post(address, sent | {"hvorfor": WHY}).status_code == 302
    change = PlanChange.objects.get(row="plan-spor", field="number", act="aendret")
    assert (change.before, change.after, change.reason) == ("1", "2", WHY)


def test_a_new_order_is_set_whole_or_not_at_all(nordby: Nordby) -> None:
    gone = new(Track, doing=doing(nordby), strategy=strategy(), name="Budget", number=2)
    rows = [(Track.objects.get(key="plan-spor"), 9), (gone, 8)]
    Track.objects.filter(pk=gone.pk).update(removed_at=NOW)
    with pytest.raises(Refused, match="taget ud i mellemtiden"):
        reorder(rows, why=WHY, doing=doing(nordby))
    assert Track.objects.get(key="plan-spor").number == 1


def test_since_last_time_comes_out_of_the_log_track_by_track(nordby: Nordby) -> None:
    april = datetime(2026, 4, 15, 10, tzinfo=UTC)
    track = Track.objects.get(key="plan-spor")
    moved = new(Action, doing=doing(nordby, april), strategy=strategy(), name="Netværksmøder", track=track)
    put(moved, doing=doing(nordby, april + timedelta(days=20)), stage="i_gang", reason="Lederne har sagt ja.")
    put(moved, doing=doing(nordby, april + timedelta(days=21)), text="Vi holder møder.", source="Et papir")
    new(Report, doing=doing(nordby), action=moved, on=date(2026, 5, 20), now="Tre møder er holdt.", by="Lederen")
    told = {status.name: status for status in since(strategy(), first=date(2026, 4, 30), last=date(2026, 5, 30))}
    happened = told["Sporet"].happenings
    assert [each.lines for each in happened] == [
        ("Beskrivelse er skrevet",),
        ("Stadie: fra Planlagt til I gang",),
    ]
    assert happened[1].reason == "Lederne har sagt ja."
    assert [each.now for each in told["Sporet"].reports] == ["Tre møder er holdt."]
    earlier = {status.name: status for status in since(strategy(), first=date(2026, 4, 1), last=date(2026, 4, 30))}
    assert [each.heading for each in earlier["Sporet"].happenings] == ["Handling (ny)"]
    assert earlier.get(WITHOUT_TRACK) is None


def test_what_came_late_into_the_log_is_told_on_its_own_day(nordby: Nordby) -> None:
    new(Action, doing=doing(nordby), day=date(2026, 3, 1), strategy=strategy(), name="Skrevet ind i juni")
    names = [each.title for status in _all(date(2026, 2, 1), date(2026, 3, 31)) for each in status.happenings]
    assert names == ["Skrevet ind i juni"]


def _all(first: date, last: date) -> list[TrackStatus]:
    return since(strategy(), first=first, last=last)


def questions(nordby: Nordby, address: str) -> int:
    client = nordby.client("teamleder")
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("name", ["handlinger", "siden-sidst", "raekkefoelge"])
def test_the_pages_ask_as_many_questions_whatever_is_written(nordby: Nordby, name: str) -> None:
    address = reverse(name)
    few = questions(nordby, address)
    track = Track.objects.get(key="plan-spor")
    for number in range(12):
        made = action(nordby, f"Handling {number}", track=track if number % 2 else None, stage="i_gang")
        new(Dependency, doing=doing(nordby), action=made, what="Noget")
        new(Report, doing=doing(nordby), action=made, on=TODAY, now="Det går.", by="Lederen")
    assert questions(nordby, address) == few


def test_a_long_time_is_shown_page_by_page_and_nothing_is_left_out(
    nordby: Nordby, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(7):
        made = action(nordby, f"Handling {number}.", stage="planlagt")
        new(Report, doing=doing(nordby), action=made, on=TODAY, now=f"Status {number}.", by="Lederen")
    client, address = nordby.client("raadgiver"), reverse("siden-sidst")
    monkeypatch.setattr("pejl.web.plan.views.siden_sidst._LINES", 10_000)
    whole = client.get(address).content.decode()
    assert "På denne side står" not in whole
    monkeypatch.setattr("pejl.web.plan.views.siden_sidst._LINES", 10)
    monkeypatch.setattr("pejl.web.plan.views.siden_sidst._REPORTS", 3)
    first = client.get(address)
    pages = range(1, first.context["page"].paginator.num_pages + 1)
    shown = [client.get(address, {"side": page}).content.decode() for page in pages]
    assert all("På denne side står" in page for page in shown)
    assert len(pages) > 3
    for told in [f"Handling {number}." for number in range(7)] + [f"Status {number}." for number in range(7)]:
        assert told in whole
        assert any(told in page for page in shown)


def test_an_action_that_is_not_there_is_not_there(nordby: Nordby) -> None:
    assert nordby.client("raadgiver").get(reverse("handling", args=("findes-ikke",))).status_code == 404
