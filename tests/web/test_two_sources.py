"""Does an event that a person registered and a list delivers later become one event with two sources, and stay one?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pejl.web import clock
from pejl.web.access.models import Case
from pejl.web.cases import bridge
from pejl.web.cases.actions.registering import correct, register
from pejl.web.cases.actions.writing import Entry, Overtaken, Sent, new_token
from pejl.web.cases.models import Batch, DeadlineRow, EventRow, SecondSource
from tests.web.lists import Desk, desk_in, dump, facts, registered, row
from tests.web.nordby import NOW, Nordby

# The list's notification in this case: received at 9 o'clock, assessed the next day at 10.
DAY, NEXT = date(2024, 2, 1), date(2024, 2, 2)
NINE, TEN = datetime(2024, 2, 1, 8, tzinfo=UTC), datetime(2024, 2, 2, 9, tzinfo=UTC)
EGEN = row(Sag="NB-egen")
UNASSESSED = row(Sag="NB-egen", Vurderet="", Vurderet_kl="")
THREAD = "underretninger:U1"


@pytest.fixture
def desk(nordby: Nordby, settings: Any, tmp_path: Path) -> Desk:
    """Where lists are read in; each is pulled later than the one before."""
    settings.PEJL_DATA = settings.PEJL_MAPPINGS = tmp_path
    return desk_in(tmp_path, nordby=nordby)


@pytest.fixture
def on_day(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Lets days pass: the clock and the list's last day go on."""

    def wait(days: int) -> None:
        monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=days))
        desk.write_mapping(pulled=f"2026-06-0{days + 1}")

    return wait


def assessed_by_hand(desk: Desk, **more: Any) -> EventRow:
    """The assessment, registered where its duty stands."""
    told: dict[str, Any] = {"day": NEXT, "at": TEN, "thread_id": THREAD} | more
    return registered(desk, "vurdering_24_timer", **told)


def assessments() -> list[EventRow]:
    """The assessments in force in the case."""
    case = Case.objects.get(key="egen")
    gone = bridge.withdrawn_ids(case)
    return list(EventRow.objects.filter(case=case, kind="vurdering_24_timer").exclude(event_id__in=gone))


def duty(rule: str = "underretning.vurderes", thread: str = THREAD) -> DeadlineRow:
    """A duty of the list's notification."""
    return DeadlineRow.objects.get(case__key="egen", rule=rule, thread_id=thread)


# --- joining ----------------------------------------------------------------------------------------------------


def test_the_one_registered_by_hand_counts(desk: Desk) -> None:
    desk.taken_in(UNASSESSED)
    ours = assessed_by_hand(desk)
    batch = desk.taken_in(EGEN)
    assert batch.joined == 1
    assert len(assessments()) == 1
    pair = SecondSource.objects.get()
    assert (pair.event, pair.other.source) == (ours, "lille")
    assert duty().met_event == ours.event_id
    out = EventRow.objects.get(kind="rettelse", batch=batch)
    assert out.source == "pejl"
    assert out.fields == {
        "replaces": pair.other.event_id,
        "reason": "Samme hændelse var allerede registreret i Pejl.",
    }
    assert "begge kilder beholdes" in desk.page(batch)


def test_pulled_again_it_is_still_one(desk: Desk, on_day: Callable[[int], None]) -> None:
    desk.taken_in(UNASSESSED)
    assessed_by_hand(desk)
    desk.taken_in(EGEN)
    before = dump()
    on_day(1)
    again = desk.taken_in(row(Sag="NB-egen"), row(Nr="U9", Sag="S9"))
    assert (again.new_events, again.corrections, again.joined) == (4, 0, 0)
    assert again.counts[0]["warnings"] == 0
    grown = [line for line in set(dump()) - set(before) if "S9" not in line and "kilde_daekker" not in line]
    assert grown == []
    assert set(before) <= set(dump())


def test_a_day_that_changes_in_the_list_is_told_and_not_believed(desk: Desk) -> None:
    desk.taken_in(UNASSESSED)
    ours = assessed_by_hand(desk)
    desk.taken_in(EGEN)
    desk.write_mapping(pulled="2026-06-02")
    batch = desk.tried(row(Sag="NB-egen", Vurderet="05-02-2024"))
    assert batch.counts[0]["warnings"] == 1
    assert "Hændelsen er rettet i Pejl, og det gælder." in desk.page(batch)
    desk.take_in(batch)
    assert duty().met_event == ours.event_id


def test_the_list_counts_when_the_person_knew_no_more(desk: Desk) -> None:
    desk.taken_in(UNASSESSED)
    ours = assessed_by_hand(desk, at=None, done_by="")
    batch = desk.taken_in(EGEN)
    theirs = EventRow.objects.get(batch=batch, kind="vurdering_24_timer")
    assert SecondSource.objects.get().event == theirs
    assert duty().met_event == theirs.event_id
    assert duty().unknown_reason == ""
    desk.write_mapping(pulled="2026-06-02")
    assert desk.tried(EGEN).new_events == 0
    assert ours.event_id not in {each.event_id for each in EventRow.objects.filter(batch=batch)}


def test_what_each_knows_alone_is_brought_together(desk: Desk) -> None:
    desk.taken_in(UNASSESSED)
    ours = assessed_by_hand(desk, at=None, fields={"akut_behov": True})
    desk.taken_in(EGEN)
    pairs = list(SecondSource.objects.order_by("pk"))
    (both,) = {pair.event for pair in pairs}
    assert (both.at, both.fields, both.done_by, both.source) == (TEN, {"akut_behov": True}, "RAAD", "pejl")
    assert {pair.other.source for pair in pairs} == {"pejl", "lille"}
    assert ours in {pair.other for pair in pairs}
    assert duty().met_event == both.event_id
    desk.write_mapping(pulled="2026-06-02")
    again = desk.tried(EGEN)
    assert (again.new_events, again.corrections, again.counts[0]["warnings"]) == (0, 0, 0)


@pytest.mark.parametrize(
    "other",
    [
        {"day": date(2024, 2, 3), "at": None},
        {"at": datetime(2024, 2, 2, 9, 1, tzinfo=UTC)},
        {"thread_id": "U2"},
    ],
    ids=["en anden dag", "et andet minut", "et andet forløb"],
)
def test_two_events_stay_two(desk: Desk, other: dict[str, Any]) -> None:
    desk.taken_in(UNASSESSED)
    assessed_by_hand(desk, **other)
    batch = desk.taken_in(EGEN)
    assert batch.joined == 0
    assert not SecondSource.objects.exists()


def test_two_by_hand_and_one_in_the_list_are_two(desk: Desk) -> None:
    desk.taken_in(UNASSESSED)
    assessed_by_hand(desk, at=None)
    exact = assessed_by_hand(desk)
    desk.taken_in(EGEN)
    assert SecondSource.objects.get().event == exact
    assert len(assessments()) == 2


def test_an_assignment_is_the_same_only_of_the_same_adviser(desk: Desk) -> None:
    registered(desk, "raadgiver_tildelt", day=DAY, done_by="SYDR")
    assert desk.tried(EGEN).joined == 0
    registered(desk, "raadgiver_tildelt", day=DAY, done_by="AHO")
    assert desk.tried(EGEN).joined == 1


# --- a course of Pejl's own ---------------------------------------------------------------------------------------


def test_a_course_begun_by_hand_moves_to_the_thread_of_the_list(desk: Desk) -> None:
    suspected = {"mistanke_overgreb": True, "underretter": "skole"}
    registered(desk, "underretning_modtaget", day=DAY, at=NINE, thread_id="p-forløb", fields=suspected, done_by="")
    registered(desk, "vurdering_24_timer", day=NEXT, at=TEN, thread_id="p-forløb")
    registered(desk, "indledende_vurdering", day=date(2024, 2, 6), thread_id="p-forløb", fields={"udfald": "ingen"})
    batch = desk.taken_in(EGEN)
    assert batch.joined == 2
    told = [each for each in facts("NB-egen") if each[1] >= DAY and each[1] <= date(2024, 2, 6)]
    assert sorted(kind for kind, _, _ in told) == [
        "indledende_vurdering",
        "kvittering_sendt",
        "raadgiver_tildelt",
        "underretning_modtaget",
        "vurdering_24_timer",
    ]
    assert not DeadlineRow.objects.filter(thread_id="p-forløb").exists()
    assert duty().met_at == TEN
    assert duty("underretning.samtale_overgreb").starts_event == duty().starts_event
    before = dump()
    desk.write_mapping(pulled="2026-06-02")
    again = desk.taken_in(EGEN)
    assert (again.new_events, again.joined, again.counts[0]["warnings"]) == (0, 0, 0)
    assert {line.split()[0] for line in set(before) - set(dump())} <= {"Case"}


# --- when the list takes its event back ---------------------------------------------------------------------------


def test_what_the_list_stood_for_comes_back_when_the_list_withdraws_it(
    desk: Desk, on_day: Callable[[int], None]
) -> None:
    desk.taken_in(UNASSESSED)
    ours = assessed_by_hand(desk, at=None, done_by="")
    desk.taken_in(EGEN)
    on_day(1)
    desk.taken_in(UNASSESSED)
    (back,) = assessments()
    assert (back.source, back.day, back.at, back.thread_id) == (ours.source, ours.day, ours.at, ours.thread_id)
    assert duty().unknown_reason == "klokkeslaet_slut"
    on_day(2)
    assert desk.taken_in(EGEN).joined == 1
    assert len(assessments()) == 1


def test_a_person_who_takes_back_what_counted_is_believed(desk: Desk) -> None:
    desk.taken_in(UNASSESSED)
    ours = assessed_by_hand(desk)
    desk.taken_in(EGEN)
    sent = Sent(by=desk.nordby.people["raadgiver"], at=NOW, token=new_token())
    correct(ours, reason="Det var et andet barn", instead=None, sent=sent)
    desk.write_mapping(pulled="2026-06-02")
    batch = desk.tried(EGEN)
    assert batch.new_events == 0
    assert batch.counts[0]["warnings"] == 1
    assert duty().met_at is None


# --- the list first -----------------------------------------------------------------------------------------------


def test_what_a_list_has_delivered_is_not_registered_unasked(desk: Desk, nordby: Nordby) -> None:
    desk.taken_in(EGEN)
    case, by = Case.objects.get(key="egen"), nordby.people["raadgiver"]
    entry = Entry(kind="vurdering_24_timer", day=NEXT, thread_id=THREAD)
    with pytest.raises(Overtaken, match=r"står allerede i sagen\. Den er registreret af lille"):
        register(case, entry, sent=Sent(by=by, at=NOW, token=new_token(), seen=case.version))
    register(case, replace(entry, day=DAY), sent=Sent(by=by, at=NOW, token=new_token(), seen=case.version))


# --- who may know -------------------------------------------------------------------------------------------------


def test_nothing_is_told_of_what_people_did_in_a_protected_case(desk: Desk) -> None:
    def numbers(batch: Batch) -> tuple[int, int, int]:
        return batch.joined, batch.new_cases, batch.counts[0]["warnings"]

    theirs = row(Sag="NB-beskyttet")
    registered(desk, "vurdering_24_timer", case="NB-beskyttet", day=NEXT, at=TEN)
    one = desk.taken_in(theirs)
    assert SecondSource.objects.count() == 2
    assert numbers(one) == (0, 1, 0)
    desk.write_mapping(pulled="2026-06-02")
    changed = desk.tried(row(Sag="NB-beskyttet", Vurderet="05-02-2024"))
    assert numbers(changed) == (0, 0, 0)
    assert "rettet i Pejl" not in desk.page(changed)
    gone = desk.tried(row(Nr="U7", Sag="S7"))
    assert "NB-beskyttet" not in desk.page(gone)
