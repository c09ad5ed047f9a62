"""Can a list be tried without changing anything, and be read in whole, once, and as the command line would do it?"""

from __future__ import annotations

import os
import re
import stat
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from polars.testing import assert_frame_equal

from pejl.cli import main
from pejl.importers import import_extract, read_mapping
from pejl.ledger import events_of
from pejl.web.access.models import Case, ChangeEntry, LogEntry
from pejl.web.access.roles import ROLES
from pejl.web.cases import bridge, uploads
from pejl.web.cases.actions import importing
from pejl.web.cases.actions.people import write_people
from pejl.web.cases.actions.writing import Sent, new_token
from pejl.web.cases.models import Batch, Child, EventRow, Reject, SentLetter
from pejl.web.cases.people import mark_of_facts, relatives_of
from pejl.web.reception.models import LetterChild
from tests.repository.tracked import ROOT
from tests.web.lists import NAME, Desk, desk_in, dump, registered, row
from tests.web.nordby import NOW, Nordby

SAMPLE = ROOT / "tests/samples/udtraek-nordby.xlsx"
ADDRESSES = ("indlaes-batch", "indlaes-laes-ind", "indlaes-afviste", "indlaes-tag-tilbage")


@pytest.fixture
def desk(nordby: Nordby, settings: Any, tmp_path: Path) -> Desk:
    """Where lists are read in, with a folder of its own."""
    settings.PEJL_DATA = settings.PEJL_MAPPINGS = tmp_path
    return desk_in(tmp_path, nordby=nordby)


@pytest.fixture
def empty(desk: Desk) -> Desk:
    """The same, before there is any case."""
    for model in (LetterChild, SentLetter, EventRow, Case):
        model.objects.all().delete()
    return desk


# --- who --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [role.key for role in ROLES if role.key != "datakonsulent"])
def test_nobody_else_finds_any_of_it(desk: Desk, role: str) -> None:
    batch = desk.tried(row(), row(Nr="", Sag="S2"))
    client = desk.nordby.client(role)
    for name, arguments in (("indlaes", []), *((name, [batch.key]) for name in ADDRESSES)):
        if name != "indlaes-laes-ind":
            assert client.get(reverse(name, args=arguments)).status_code == 404, name
        if name != "indlaes-afviste":
            assert client.post(reverse(name, args=arguments), {"reason": "x"}).status_code == 404, name
    assert Batch.objects.get().state == Batch.State.TRIED


# --- trying -----------------------------------------------------------------------------------------------------


def test_trying_writes_no_event(desk: Desk) -> None:
    before = dump()
    batch = desk.tried(row(), row(Nr="U2", Sag="S2", Vurderet="01-01-2024"), row(Nr=""))
    assert dump() == before
    assert (batch.state, batch.new_events, batch.new_cases, batch.corrections) == ("proevet", 4, 1, 0)
    assert batch.counts[0] | {"read": 3, "rejected": 2} == batch.counts[0]
    page = desk.page(batch)
    assert "Læs ind" in page
    assert "Rækken har intet nummer" in page
    assert "24-timers vurdering, fra 1. januar 2024" in page


def test_a_list_that_cannot_be_used_is_refused_in_full(desk: Desk) -> None:
    answer = desk.send(b"Nr.;Sag;Modtaget\nU1;S1;01-02-2024\n", name="Underretninger maj.csv")
    batch = Batch.objects.get()
    assert answer.status_code == 302
    assert batch.state == Batch.State.REFUSED
    assert "har ingen overskrift" in batch.refusal
    assert "Underretninger maj.csv" in batch.refusal
    assert batch.stored_as not in batch.refusal
    assert batch.refusal.replace("'", "&#x27;") in desk.page(batch)
    assert desk.take_in(batch).status_code == 422
    assert not EventRow.objects.filter(batch=batch).exists()


def test_a_form_without_a_file_says_what_to_do(desk: Desk) -> None:
    answer = desk.nordby.client("datakonsulent").post(reverse("indlaes"), {"mapping": "../hemmelig.toml", "token": "t"})
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Vælg den fil, du har trukket fra fagsystemet." in text
    assert "Den mapping findes ikke mere." in text


def test_the_file_lies_where_only_pejl_can_read_it(desk: Desk) -> None:
    batch = desk.tried(row(), name="sag 1 Asta.csv")
    path = uploads.path_of(batch.stored_as)
    assert path.parent == desk.folder / "uploads"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert "Asta" not in path.name


def test_a_double_click_gives_one_batch_and_one_file(desk: Desk) -> None:
    content = desk.content([row()])
    first, second = (desk.send(content, once="det samme") for _ in range(2))
    assert first.url == second.url
    assert Batch.objects.count() == 1
    assert len(list(uploads.folder().iterdir())) == 1


def test_a_cell_cannot_run_in_a_spreadsheet_and_no_cpr_number_is_told(desk: Desk) -> None:
    batch = desk.tried(row(Fra="=HYPERLINK(1)"), row(Nr="U2", Sag="S2", Fra="Mor 030417-1234"))
    answer = desk.nordby.client("datakonsulent").get(reverse("indlaes-afviste", args=[batch.key]))
    text = answer.content.decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in text
    assert "Mor (CPR-nummer)" in text
    assert "1234" not in text + desk.page(batch)
    assert LogEntry.objects.filter(act=LogEntry.Act.EXPORT).count() == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"Sag": "030417-1234"}, "Sagsnumrene i listen ligner CPR-numre."),
        ({"Rådgiver": "Aase Holm Christensen Pedersen"}, "Rådgiveren »AASE HOLM CHRISTENSEN PEDERSEN…«"),
        ({"Sag": "S" * 101}, "der er plads til 100 tegn"),
    ],
)
def test_what_cannot_be_kept_is_refused(desk: Desk, changes: dict[str, str], said: str) -> None:
    batch = desk.tried(row(**changes))
    assert batch.state == Batch.State.REFUSED
    assert said in batch.refusal


# --- reading in -------------------------------------------------------------------------------------------------


def test_the_sample_gives_what_the_command_line_gives(
    empty: Desk, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.PEJL_MAPPINGS = ROOT / "mappings"
    batch = empty.tried_file(SAMPLE, mapping="eksempel-udtraek.toml")
    rejects = empty.nordby.client("datakonsulent").get(reverse("indlaes-afviste", args=[batch.key])).content
    assert empty.take_in(batch).status_code == 302

    out, rejected = empty.folder / "sager.parquet", empty.folder / "afvist.csv"
    mapping = ROOT / "mappings/eksempel-udtraek.toml"
    arguments = [str(SAMPLE), "--mapping", str(mapping), "--out", str(out), "--rejects", str(rejected)]
    assert main(["import-extract", *arguments, "--recorded-at", "2026-06-10T11:30"]) == 0
    alone = import_extract(SAMPLE, mapping=read_mapping(mapping), ledger=None, recorded_at=NOW)

    assert_frame_equal(bridge.ledger_frame(), alone.events)
    assert sorted(map(str, events_of(bridge.ledger_frame()))) == sorted(map(str, events_of(alone.events)))
    told = re.sub(r"\s+", " ", capsys.readouterr().out)
    for count in Batch.objects.get().counts:
        numbers = (count["read"], count["events"], count["doubles"], count["rejected"], count["conflicts"])
        assert " ".join([count["sheet"], *(f"{number:,}".replace(",", ".") for number in numbers)]) in told
    assert f"{alone.new:,} nye hændelser".replace(",", ".") in told
    assert rejects == rejected.read_bytes()


def test_reading_in_gives_cases_and_deadlines(desk: Desk) -> None:
    batch = desk.taken_in(row(Sag="NB-egen"), row(Nr="U2", Sag="S2", Vurderet="", Vurderet_kl=""))
    assert (batch.state, batch.recorded_at, batch.recorded_by) == ("laest_ind", NOW, "Navn på datakonsulent")
    assert set(EventRow.objects.filter(batch=batch).values_list("recorded_at", flat=True)) == {NOW}
    new = Case.objects.get(number="S2")
    assert (new.adviser, new.version) == ("AHO", 0)
    late = new.deadlines.get(rule="underretning.vurderes")
    assert late.met_at is None
    assert Case.objects.get(key="egen").version == 1
    change = ChangeEntry.objects.get(action="liste_laest_ind")
    assert change.what == {"batch": batch.key, "kilde": "lille", "haendelser": 9, "nye_sager": 1}


def test_deadlines_are_those_made_from_scratch(desk: Desk) -> None:
    desk.taken_in(row(Sag="NB-egen"), row(Nr="U2", Sag="S2"))
    kept = dump()
    bridge.recompute_many(list(Case.objects.order_by("pk")), as_of=NOW)
    assert dump() == kept


def test_a_new_reach_of_the_source_is_seen_in_every_case_of_it(desk: Desk) -> None:
    """The receipt cannot be judged while the list does not claim to have them all; later it is missing."""
    desk.taken_in(row(Kvittering=""))
    receipt = Case.objects.get(number="S1").deadlines.get(rule="underretning.kvitteres")
    assert receipt.unknown_reason == "ikke_daekket"
    text = (
        (desk.folder / NAME).read_text().replace('"vurdering_24_timer"]', '"vurdering_24_timer", "kvittering_sendt"]')
    )
    (desk.folder / NAME).write_text(text)
    desk.taken_in(row(Kvittering=""), row(Nr="U9", Sag="S9"))
    receipt = Case.objects.get(number="S1").deadlines.get(rule="underretning.kvitteres")
    assert receipt.unknown_reason == ""


def test_read_in_twice_it_stands_once(desk: Desk) -> None:
    batch = desk.tried(row())
    assert [desk.take_in(batch).status_code for _ in range(2)] == [302, 302]
    once = dump()
    assert desk.take_in(batch).status_code == 302
    assert dump() == once
    assert ChangeEntry.objects.filter(action="liste_laest_ind").count() == 1


def test_of_two_people_one_wins_and_the_other_is_told(desk: Desk) -> None:
    batch = desk.tried(row())
    desk.take_in(batch)
    post = desk.nordby.units["Center"].posts.get(role="datakonsulent")
    post.user = desk.nordby.people["systemansvarlig"]
    post.pk = None
    post.save()
    desk.person = "systemansvarlig"
    answer = desk.take_in(batch)
    assert answer.status_code == 409
    assert "Listen er allerede læst ind af Navn på datakonsulent." in answer.content.decode()


def test_numbers_that_have_changed_are_shown_before_anything_is_read_in(desk: Desk) -> None:
    one, other = desk.tried(row()), desk.tried(row())
    desk.take_in(one)
    answer = desk.take_in(other)
    assert answer.status_code == 409
    assert "tallene er blevet andre" in answer.content.decode()
    again = Batch.objects.get(pk=other.pk)
    assert (again.state, again.new_events) == ("proevet", 0)
    assert "Der er ikke noget nyt i listen" in desk.page(again)


def test_what_is_registered_in_between_does_not_stop_it(desk: Desk) -> None:
    batch = desk.tried(row(Sag="NB-egen"))
    registered(desk, "samtale_med_barnet")
    assert desk.take_in(batch).status_code == 302
    kept = dump()
    bridge.recompute_many(list(Case.objects.order_by("pk")), as_of=NOW)
    assert dump() == kept


def test_what_is_registered_while_it_is_worked_out_is_not_lost(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = desk.tried(row(Sag="NB-egen"))
    worked_out = bridge.worked_out
    told: list[str] = []

    def slowly(*args: object, **more: object) -> object:
        if not told:
            told.append(registered(desk, "vurdering_24_timer", days_ago=0, at=NOW, thread_id="U2").event_id)
        return worked_out(*args, **more)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(bridge, "worked_out", slowly)
    assert desk.take_in(batch).status_code == 302
    met = Case.objects.get(key="egen").deadlines.filter(met_event=told[0])
    assert met.exists()


def test_a_birthday_put_right_while_it_is_worked_out_counts(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    batch, case = desk.tried(row(Sag="NB-egen")), desk.nordby.cases["egen"]
    worked_out, told = bridge._worked_out, list[str]()

    def slowly(*args: object, **more: object) -> object:
        found = worked_out(*args, **more)  # type: ignore[arg-type]  # as it was called
        if not told:
            child = Child.objects.get(case=case)
            seen = mark_of_facts(child, relatives_of(child))
            told.append(new_token())
            sent = Sent(by=desk.nordby.people["raadgiver"], at=NOW, token=told[0])
            write_people(case, {"born": date(2018, 5, 3)}, [], seen=seen, sent=sent)
        return found

    monkeypatch.setattr(bridge, "_worked_out", slowly)
    assert desk.take_in(batch).status_code == 302
    monkeypatch.undo()
    kept = dump()
    bridge.recompute_many(list(Case.objects.order_by("pk")), as_of=NOW)
    assert dump() == kept


def test_a_town_hall_that_never_rests_is_asked_to_try_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = desk.tried(row(Sag="NB-egen"))
    worked_out = bridge.worked_out

    def busy(*args: object, **more: object) -> object:
        registered(desk, "samtale_med_barnet")
        return worked_out(*args, **more)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(bridge, "worked_out", busy)
    answer = desk.take_in(batch)
    assert answer.status_code == 409
    assert "Prøv igen om lidt." in answer.content.decode()
    assert not EventRow.objects.filter(batch=batch).exists()


def test_a_file_that_was_changed_is_not_read_in(desk: Desk) -> None:
    batch = desk.tried(row())
    uploads.path_of(batch.stored_as).write_bytes(desk.content([row(Sag="S7")]))
    answer = desk.take_in(batch)
    assert answer.status_code == 422
    assert "Læg den op igen." in answer.content.decode()


def test_a_failure_on_the_way_leaves_everything_as_it_was(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = desk.tried(row(Sag="NB-egen"), row(Nr="U2", Sag="S2"))
    before = dump()

    def fails(*args: object, **more: object) -> None:
        raise RuntimeError("cannot go on; this test stops it")

    monkeypatch.setattr(importing, "_note_taken_in", fails)
    with pytest.raises(RuntimeError):
        desk.take_in(batch)
    assert dump() == before
    assert Batch.objects.get().state == Batch.State.TRIED


# --- how long it is kept ------------------------------------------------------------------------------------------


def test_files_and_rejects_go_when_their_day_comes(desk: Desk) -> None:
    batch = desk.tried(row(), row(Nr=""))
    assert "slettes fredag den 10. juli 2026" in desk.page(batch)
    path = uploads.path_of(batch.stored_as)
    assert uploads.delete_old_uploads(NOW + timedelta(days=29)) == 0
    assert uploads.delete_old_uploads(NOW + timedelta(days=30)) == 1
    assert not path.exists()
    assert not Reject.objects.exists()
    batch.refresh_from_db()
    assert (batch.stored_as, batch.files_deleted_at) == ("", NOW + timedelta(days=30))
    assert "Filen er slettet" in desk.page(batch)
    assert desk.take_in(batch).status_code == 422
    assert uploads.delete_old_uploads(NOW + timedelta(days=60)) == 0


def test_a_file_that_no_batch_knows_of_goes_too(desk: Desk) -> None:
    kept = desk.tried(row())
    stray = uploads.folder() / "efterladt"
    stray.write_bytes(b"x")
    os.utime(stray, ((NOW - timedelta(days=31)).timestamp(),) * 2)
    os.utime(uploads.path_of(kept.stored_as), ((NOW - timedelta(days=31)).timestamp(),) * 2)
    assert uploads.delete_old_uploads(NOW) == 1
    assert [path.name for path in uploads.folder().iterdir()] == [kept.stored_as]


# --- the pages ----------------------------------------------------------------------------------------------------


def queries(desk: Desk, address: str) -> int:
    """How many questions a page asks the database."""
    client = desk.nordby.client("datakonsulent")
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_pages_ask_as_much_of_many_as_of_few(desk: Desk) -> None:
    few = desk.tried(row(), row(Nr=""))
    lists, page = queries(desk, reverse("indlaes")), queries(desk, reverse("indlaes-batch", args=[few.key]))
    many = desk.tried(row(), *(row(Nr="", Sag=f"S{number}") for number in range(60)))
    for _ in range(3):
        desk.tried(row())
    assert queries(desk, reverse("indlaes")) == lists
    assert queries(desk, reverse("indlaes-batch", args=[many.key])) == page


def test_rows_are_paged_and_filtered(desk: Desk) -> None:
    batch = desk.tried(row(), *(row(Nr="", Sag=f"S{number}") for number in range(60)), row(Nr="I alt"))
    client = desk.nordby.client("datakonsulent")
    first = client.get(reverse("indlaes-batch", args=[batch.key])).content.decode()
    assert "Side 1 af 3" in first
    assert "Afviste (60)" in first
    omitted = client.get(f"{reverse('indlaes-batch', args=[batch.key])}?slags=udeladt").content.decode()
    assert "I alt" in omitted
    assert "Rækken har intet nummer" not in omitted


def test_without_a_mapping_the_page_says_what_to_do(desk: Desk) -> None:
    (desk.folder / NAME).unlink()
    page = desk.nordby.client("datakonsulent").get(reverse("indlaes")).content.decode()
    assert "Der er ingen mapping" in page
    assert "Der er ikke læst nogen lister ind." in page
