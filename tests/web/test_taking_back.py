"""Is the database as it was when a list is taken back, and does what people have built on it stay and get told?"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from pejl.web import clock
from pejl.web.access.models import Case, ChangeEntry, Naming, Post
from pejl.web.cases import bridge
from pejl.web.cases.actions.registering import correct
from pejl.web.cases.actions.writing import Sent, new_token
from pejl.web.cases.models import Batch, Child, DeadlineRow, EventRow, SecondSource
from tests.web.lists import SOURCE, Desk, desk_in, dump, registered, row
from tests.web.nordby import FIRST, NOW, Nordby

NEXT, TEN = date(2024, 2, 2), datetime(2024, 2, 2, 9, tzinfo=UTC)
ROWS = (row(Sag="NB-egen"), row(Nr="U2", Sag="S2"), row(Nr="U3", Sag="NB-uden", Rådgiver="SYDR"))


@pytest.fixture
def desk(nordby: Nordby, settings: Any, tmp_path: Path) -> Desk:
    """Where lists are read in."""
    settings.PEJL_DATA = settings.PEJL_MAPPINGS = tmp_path
    return desk_in(tmp_path, nordby=nordby)


@pytest.fixture
def on_day(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Lets days pass: the clock and the list's last day go on."""

    def wait(days: int) -> None:
        monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=days))
        desk.write_mapping(pulled=f"2026-06-0{days + 1}")

    return wait


def state(batch: Batch) -> str:
    """How far a batch has come."""
    return Batch.objects.get(pk=batch.pk).state


# --- as it was --------------------------------------------------------------------------------------------------


def test_the_database_is_as_before_and_the_same_again_after(desk: Desk) -> None:
    before = dump()
    batch = desk.taken_in(*ROWS)
    after = dump()
    assert Case.objects.get(key="uden").team is not None
    assert desk.take_back(batch).status_code == 302
    assert dump() == before
    desk.taken_in(*ROWS)
    assert dump() == after


def test_corrections_and_what_was_joined_come_undone_too(desk: Desk) -> None:
    desk.taken_in(row(Sag="NB-egen", Vurderet="", Vurderet_kl=""), row(Nr="U2", Sag="S2"))
    registered(desk, "vurdering_24_timer", day=NEXT, at=TEN, thread_id="underretninger:U1")
    before = dump()
    desk.write_mapping(pulled="2026-06-02")
    batch = desk.taken_in(row(Sag="NB-egen"), row(Nr="U2", Sag="S2", Kvittering="06-02-2024"))
    assert (batch.corrections, batch.joined) == (1, 1)
    assert SecondSource.objects.exists()
    desk.take_back(batch)
    assert dump() == before


def test_what_the_source_covers_is_as_it_was_in_its_other_cases(desk: Desk) -> None:
    desk.taken_in(row(Kvittering=""))
    before = dump()
    path = desk.folder / "lille.toml"
    path.write_text(path.read_text().replace('"vurdering_24_timer"]', '"vurdering_24_timer", "kvittering_sendt"]'))
    batch = desk.taken_in(row(Kvittering=""), row(Nr="U9", Sag="S9"))
    assert dump() != before
    desk.take_back(batch)
    assert dump() == before


def test_the_batch_keeps_how_much_it_was_and_why(desk: Desk) -> None:
    batch = desk.taken_in(*ROWS)
    desk.take_back(batch, reason="Listen var fra nabokommunen")
    batch.refresh_from_db()
    assert (batch.state, batch.taken_back_at, batch.taken_back_by) == ("taget_tilbage", NOW, "Navn på datakonsulent")
    assert batch.taken_back_why == "Listen var fra nabokommunen"
    assert batch.removed["haendelser"] == 12
    change = ChangeEntry.objects.get(action="liste_taget_tilbage")
    assert change.what["hash"] == batch.removed["hash"]
    assert change.what["haendelser"] == 12
    page = desk.page(batch)
    assert "Listen var fra nabokommunen" in page
    assert "12 hændelser og 0 rettelser er fjernet" in page
    desk.take_back(desk.taken_in(*ROWS))
    assert Batch.objects.latest("pk").removed["hash"] == batch.removed["hash"]


def test_deadlines_are_those_made_from_scratch(desk: Desk) -> None:
    batch = desk.taken_in(*ROWS)
    registered(desk, "samtale_med_barnet", case="S2")
    desk.take_back(batch)
    kept = dump()
    bridge.recompute_many(list(Case.objects.order_by("pk")), as_of=NOW)
    assert dump() == kept


# --- in order ---------------------------------------------------------------------------------------------------


def test_only_the_newest_of_a_source_can_be_taken_back(desk: Desk) -> None:
    first = desk.taken_in(row())
    desk.write_mapping(pulled="2026-06-02")
    second = desk.taken_in(row(), row(Nr="U2"), name="nyere liste.csv")
    answer = desk.take_back(first)
    assert answer.status_code == 422
    assert "nyere liste.csv" in answer.content.decode()
    assert state(first) == "laest_ind"
    assert "bygger på denne" in desk.page(first)
    desk.take_back(second)
    assert desk.take_back(first).status_code == 302
    assert not EventRow.objects.filter(source=SOURCE).exists()


def test_a_reason_is_asked_for(desk: Desk) -> None:
    batch = desk.taken_in(row())
    answer = desk.take_back(batch, reason="  ")
    assert answer.status_code == 422
    assert "Skriv kort, hvorfor listen tages tilbage." in answer.content.decode()
    assert state(batch) == "laest_ind"


def test_a_list_that_was_not_read_in_is_not_taken_back(desk: Desk) -> None:
    batch = desk.tried(row())
    answer = desk.take_back(batch)
    assert answer.status_code == 422
    assert "ikke læst ind" in answer.content.decode()


def test_of_two_people_one_wins(desk: Desk) -> None:
    batch = desk.taken_in(row())
    desk.take_back(batch)
    assert desk.take_back(batch).status_code == 302
    Post.objects.create(
        user=desk.nordby.people["systemansvarlig"], unit=desk.nordby.units["Center"], role="datakonsulent", first=FIRST
    )
    desk.person = "systemansvarlig"
    answer = desk.take_back(batch)
    assert answer.status_code == 409
    assert "allerede taget tilbage af Navn på datakonsulent" in answer.content.decode()
    assert ChangeEntry.objects.filter(action="liste_taget_tilbage").count() == 1


def test_what_is_registered_meanwhile_is_not_lost(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = desk.taken_in(*ROWS)
    worked_out = bridge.worked_out
    told: list[EventRow] = []

    def slowly(*args: Any, **more: Any) -> Any:
        if not told:
            told.append(registered(desk, "samtale_med_barnet", case="S2"))
        return worked_out(*args, **more)

    monkeypatch.setattr(bridge, "worked_out", slowly)
    assert desk.take_back(batch).status_code == 302
    assert list(EventRow.objects.filter(case__number="S2", kind="samtale_med_barnet")) == told


# --- what people have built -----------------------------------------------------------------------------------------


def build_on(desk: Desk, batch: Batch) -> list[EventRow]:
    """A registration in a course of the list, one in a case it made, a correction of what it said, and a naming."""
    sent = Sent(by=desk.nordby.people["raadgiver"], at=NOW, token=new_token())
    theirs = EventRow.objects.get(batch=batch, kind="kvittering_sendt", case__number="S2")
    Naming.objects.create(
        case=Case.objects.get(number="S2"),
        user=desk.nordby.people["medraadgiver"],
        named_as=Naming.As.MEDRAADGIVER,
        first=FIRST,
        given_by="Teamleder",
    )
    return [
        registered(desk, "indledende_vurdering", thread_id="underretninger:U1", fields={"udfald": "ingen"}),
        registered(desk, "samtale_med_barnet", case="S2"),
        correct(theirs, reason="Den blev aldrig sendt", instead=None, sent=sent),
    ]


def test_what_people_have_built_stays_and_is_told_before_and_after(desk: Desk) -> None:
    batch = desk.taken_in(*ROWS)
    registered(desk, "tvaersmoede")  # in a case that was there already, and in none of the list's courses
    built = build_on(desk, batch)
    told = (
        "2 registreringer i forløb og sager",
        "1 rettelse af listens hændelser",
        "1 sag, som listen har lavet, og som nogen har arbejdet i",
        "uden beskyttede sager",
    )
    before = desk.page(batch, "indlaes-tag-tilbage")
    assert all(words in before for words in told)
    assert "S2<" not in before
    desk.take_back(batch)
    assert set(EventRow.objects.filter(pk__in=[each.pk for each in built])) == set(built)
    case = Case.objects.get(number="S2")
    assert case.namings.exists()
    assert case.adviser == ""
    after = desk.page(batch)
    assert all(words in after for words in told)


def test_the_case_is_told_to_whoever_may_open_it(desk: Desk) -> None:
    batch = desk.taken_in(*ROWS)
    build_on(desk, batch)
    Post.objects.create(
        user=desk.nordby.people["raadgiver"], unit=desk.nordby.units["Center"], role="datakonsulent", first=FIRST
    )
    desk.person = "raadgiver"
    page = desk.page(batch, "indlaes-tag-tilbage")
    assert reverse("sag", args=["egen"]) in page
    assert "S2<" not in page


def test_a_case_with_a_name_stays(desk: Desk) -> None:
    batch = desk.taken_in(*ROWS)
    Child.objects.create(case=Case.objects.get(number="S2"), name="Asta", name_sort="asta")
    desk.take_back(batch)
    assert Case.objects.filter(number="S2").exists()
    assert not DeadlineRow.objects.filter(case__number="S2").exists()


def test_a_correction_that_stayed_holds_when_the_list_comes_again(desk: Desk, on_day: Callable[[int], None]) -> None:
    batch = desk.taken_in(*ROWS)
    build_on(desk, batch)
    desk.take_back(batch)
    on_day(1)
    desk.taken_in(*ROWS)
    receipt = DeadlineRow.objects.get(case__number="S2", rule="underretning.kvitteres")
    assert receipt.met_at is None


def test_a_case_that_has_come_to_another_team_since_is_left_there(desk: Desk) -> None:
    batch = desk.taken_in(*ROWS)
    assert Case.objects.get(key="uden").team == desk.nordby.units["Team Syd"]
    Case.objects.filter(key="uden").update(team=desk.nordby.units["Team Nord"])
    desk.take_back(batch)
    assert Case.objects.get(key="uden").team == desk.nordby.units["Team Nord"]


def test_nothing_tells_of_what_people_did_in_a_protected_case(desk: Desk) -> None:
    def pages() -> list[str]:
        names = ("indlaes-tag-tilbage", "indlaes-batch")
        return [re.sub(r'(csrfmiddlewaretoken" value="|nonce=")[^"]*', "", desk.page(batch, name)) for name in names]

    batch = desk.taken_in(row(Sag="NB-beskyttet"), row(Nr="U2", Sag="S2"))
    quiet = pages()
    registered(desk, "tvaersmoede", case="NB-beskyttet", thread_id="underretninger:U1")
    registered(desk, "tvaersmoede", case="S2")
    Case.objects.filter(number="S2").update(protected=True)
    assert pages() == quiet
    assert "Ingen har registreret noget" in quiet[0]
    desk.take_back(batch)
    assert Case.objects.filter(number="S2").exists()
    assert "Det blev stående" not in desk.page(batch)
