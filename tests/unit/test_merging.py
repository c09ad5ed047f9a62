"""Does a later pull add events and corrections, never overwrite, and believe the person who corrected in Pejl?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from pejl.events import Event, effective
from pejl.importers import ImportRefused, import_extract
from pejl.importers.identity import SLOT_DIGITS
from pejl.importers.importer import Imported
from pejl.ledger import Severity, check_ledger, events_of, frame_of
from tests.small_lists import (
    FILLED_IN,
    MAPPING,
    RECORDED_AT,
    happened,
    lines_of,
    mapping_of,
    pulled,
    row,
    small_mapping,
    write_list,
)

A_MONTH = timedelta(days=31)
Rows = Sequence[Sequence[str]]


class Story:
    """Pulls of one list, a month apart, on one ledger."""

    def __init__(self, folder: Path, *, complete: bool = True) -> None:
        self.folder, self.mapping = folder, small_mapping(folder, complete=complete)
        self.ledger: pl.DataFrame | None = None
        self.at = RECORDED_AT

    def pull(self, *rows: Sequence[str]) -> Imported:
        """The next pull; its ledger is sound, holds all it held, and the same file again adds nothing."""
        imported = self._import(rows)
        before = 0 if self.ledger is None else self.ledger.height
        if self.ledger is not None:
            assert_frame_equal(imported.events.head(before), self.ledger)
        assert imported.events.height == before + imported.new
        faults = check_ledger(imported.events).filter(pl.col("severity") == Severity.FAULT.value)
        assert faults.is_empty()
        self.ledger = imported.events
        self.at += A_MONTH
        again = self._import(rows)
        assert again.new == 0
        assert_frame_equal(again.events, self.ledger)
        return imported

    def _import(self, rows: Rows) -> Imported:
        return pulled(rows, self.folder, ledger=self.ledger, recorded_at=self.at, mapping=self.mapping)

    def register(self, *events: Event) -> None:
        """What a person registers in Pejl."""
        assert self.ledger is not None
        self.ledger = pl.concat([self.ledger, frame_of(events)])

    def id_of(self, kind: str) -> str:
        """The newest event of a kind."""
        assert self.ledger is not None
        return str(self.ledger.filter(pl.col("kind") == kind)["event_id"][-1])

    def standing(self, kind: str) -> list[Event]:
        """What is in force of a kind, as the engines see it."""
        assert self.ledger is not None
        return [event for event in effective(events_of(self.ledger)) if event.kind == kind]

    def days(self, kind: str) -> list[int]:
        """The days of the month of what is in force."""
        return sorted(event.day.day for event in self.standing(kind))


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return Story(tmp_path)


def by_person(kind: str, **fields: str) -> Event:
    return Event(
        event_id=f"pejl-{kind}-{fields}",
        case_id="S1",
        kind=kind,
        day=date(2026, 7, 2) if kind == "rettelse" else date(2024, 2, 4),
        recorded_at=RECORDED_AT + timedelta(days=1),
        source="pejl",
        recorded_by="KMO",
        fields=fields,
    )


def corrections(imported: Imported) -> list[tuple[str, str]]:
    found = imported.events.filter(pl.col("recorded_at") == imported.events["recorded_at"].max())
    return found.filter(pl.col("kind") == "rettelse").select("f_replaces", "f_reason").rows()


# --- what has changed ---------------------------------------------------------------------------------------


def test_the_same_file_twice_changes_nothing(story: Story) -> None:
    first = story.pull(FILLED_IN, row(Nr="U2", Sag="S2"))
    second = story.pull(row(Nr="U2", Sag="S2"), FILLED_IN)
    assert second.new == 0
    assert_frame_equal(second.events, first.events)


def test_a_new_row_gives_new_events(story: Story) -> None:
    story.pull(FILLED_IN)
    second = story.pull(FILLED_IN, row(Nr="U2", Modtaget="03-02-2024", Vurderet="04-02-2024"))
    assert story.days("underretning_modtaget") == [1, 3]
    assert corrections(second) == []
    assert second.new == 3  # no adviser: the same as before


def test_a_changed_day_gives_a_correction_and_a_new_event(story: Story) -> None:
    story.pull(FILLED_IN)
    old = story.id_of("kvittering_sendt")
    second = story.pull(row(Kvittering="06-02-2024"))
    assert corrections(second) == [(old, "Ændret i fagsystemet ved udtræk tirsdag den 30. juni 2026.")]
    assert story.days("kvittering_sendt") == [6]
    assert story.id_of("kvittering_sendt") == f"{old}-2"
    assert second.new == 2


def test_the_ledger_as_known_before_is_as_it_was(story: Story) -> None:
    story.pull(FILLED_IN)
    story.pull(row(Kvittering="06-02-2024"))
    assert story.ledger is not None
    then = effective(events_of(story.ledger), known_at=RECORDED_AT)
    assert [event.day for event in then if event.kind == "kvittering_sendt"] == [date(2024, 2, 5)]


def test_back_and_forth_gives_an_id_each_time(story: Story) -> None:
    for day in (5, 6, 5, 6, 5):
        story.pull(row(Kvittering=f"{day}.2.24"))
        assert story.days("kvittering_sendt") == [day]
    assert story.id_of("kvittering_sendt")[SLOT_DIGITS:] == "-5"


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"Kl": "09:30"}, "underretning_modtaget"),
        ({"Kl": ""}, "underretning_modtaget"),
        ({"Fra": "Anonym"}, "underretning_modtaget"),
        ({"Fra": "?"}, "underretning_modtaget"),
        ({"Rådgiver": "BKR"}, "raadgiver_tildelt"),
    ],
)
def test_every_part_of_an_event_counts(story: Story, changes: dict[str, str], kind: str) -> None:
    story.pull(FILLED_IN)
    second = story.pull(row(**changes))
    assert kind in {event.kind for event in events_of(second.events.tail(second.new))}
    assert len(story.standing(kind)) == 1


def test_a_row_that_moves_to_another_case(story: Story) -> None:
    story.pull(FILLED_IN, row(Nr="U2", Modtaget="03-02-2024", Vurderet="", Kvittering=""))
    story.pull(row(Sag="S9"), row(Nr="U2", Modtaget="03-02-2024", Vurderet="", Kvittering=""))
    assert [event.case_id for event in story.standing("kvittering_sendt")] == ["S9"]
    # The adviser of S1 is now first named by the second row.
    assert sorted(event.case_id for event in story.standing("raadgiver_tildelt")) == ["S1", "S9"]


def test_a_value_gone_blank_is_withdrawn(story: Story) -> None:
    story.pull(FILLED_IN)
    old = story.id_of("kvittering_sendt")
    second = story.pull(row(Kvittering=""))
    assert corrections(second) == [(old, "Slettet i fagsystemet ved udtræk tirsdag den 30. juni 2026.")]
    assert second.new == 1
    assert story.standing("kvittering_sendt") == []


def test_a_value_that_comes_again_is_registered_anew(story: Story) -> None:
    for text in ("5.2.24", "", "5.2.24", ""):
        story.pull(row(Kvittering=text))
    story.pull(row(Kvittering="5.2.24"))
    assert story.days("kvittering_sendt") == [5]


def test_a_day_that_can_no_longer_be_read_is_not_gone(story: Story) -> None:
    story.pull(FILLED_IN)
    second = story.pull(row(Kvittering="ukendt"))
    assert second.new == 0
    assert lines_of(second, "advarsel") == [(2, "Kvittering", "ukendt")]
    assert story.days("kvittering_sendt") == [5]


@pytest.mark.parametrize("broken", [row(Modtaget="ukendt"), row(Vurderet="31-01-2024"), row(Sag="")])
def test_a_row_that_can_no_longer_be_used_is_not_gone(story: Story, broken: list[str]) -> None:
    story.pull(FILLED_IN)
    second = story.pull(broken)
    assert second.new == 0
    assert lines_of(second, "advarsel") == []
    assert story.days("underretning_modtaget") == [1]


def test_a_row_whose_cells_have_moved_is_not_gone(story: Story, tmp_path: Path) -> None:
    story.pull(FILLED_IN)
    path = write_list([], tmp_path / "lille.csv")
    with path.open("a", encoding="utf-8") as file:
        file.write(";".join((*FILLED_IN, "og", "mere")) + "\n")
    second = import_extract(path, mapping=story.mapping, ledger=story.ledger, recorded_at=story.at)
    assert second.new == 0
    assert lines_of(second, "afvist") == [(2, "Nr.", "U1")]


def test_rows_in_conflict_are_not_gone(story: Story) -> None:
    story.pull(FILLED_IN)
    assert story.pull(FILLED_IN, row(Fra="Anonym")).new == 0


def test_a_row_that_can_no_longer_be_used_still_names_its_adviser(story: Story) -> None:
    later = row(Nr="U2", Modtaget="03-02-2024", Vurderet="")
    story.pull(FILLED_IN, later)
    assert story.pull(row(Vurderet="31-01-2024"), later).new == 0


# --- rows that are missing ----------------------------------------------------------------------------------


def test_a_missing_row_is_withdrawn_when_the_list_is_complete(story: Story) -> None:
    story.pull(FILLED_IN, row(Nr="U2", Sag="S2"))
    second = story.pull(FILLED_IN)
    assert {event.case_id for event in story.standing("underretning_modtaget")} == {"S1"}
    assert len(corrections(second)) == 4
    assert {reason for _, reason in corrections(second)} == {
        "Rækken er ikke længere i listen ved udtræk tirsdag den 30. juni 2026."
    }
    assert second.rejects.select("kind", "row", "row_key", "column", "value").rows() == [
        ("advarsel", None, "U2", "Sag", "S2")
    ]
    assert second.rejects["reason"].item() == "Rækken er ikke længere i listen. Det, den gav, er trukket tilbage."
    assert story.pull(FILLED_IN).rejects.is_empty()


def test_a_missing_row_is_only_reported_when_the_list_is_not_complete(tmp_path: Path) -> None:
    story = Story(tmp_path, complete=False)
    story.pull(FILLED_IN, row(Nr="U2", Sag="S2"))
    second = story.pull(FILLED_IN)
    assert second.new == 0
    assert second.rejects["reason"].item() == "Rækken er ikke længere i listen. Det, den gav, står ved magt."


def test_a_row_that_comes_again_is_registered_anew(story: Story) -> None:
    story.pull(FILLED_IN, row(Nr="U2", Modtaget="02-02-2024"))
    story.pull(FILLED_IN)
    third = story.pull(FILLED_IN, row(Nr="U2", Modtaget="02-02-2024"))
    assert third.new == 3
    assert len(story.standing("underretning_modtaget")) == 2


def test_pulls_of_only_what_is_new_remember_the_adviser(tmp_path: Path) -> None:
    story = Story(tmp_path, complete=False)
    story.pull(FILLED_IN)
    story.pull(row(Nr="U2", Modtaget="03-02-2024", Vurderet=""))
    story.pull(row(Nr="U3", Modtaget="05-02-2024", Vurderet="", Rådgiver="BKR"))
    assert [event.done_by for event in story.standing("raadgiver_tildelt")] == ["AHO", "BKR"]


def test_a_list_of_another_source_is_left_alone(story: Story, tmp_path: Path) -> None:
    story.pull(FILLED_IN)
    story.mapping = mapping_of(MAPPING.format(complete="true").replace('"lille"', '"anden"'), tmp_path)
    second = story.pull(row(Nr="U7", Sag="S7"))
    assert second.rejects.is_empty()
    assert len(story.standing("underretning_modtaget")) == 2


# --- what a person has corrected ----------------------------------------------------------------------------


def test_what_a_person_corrected_beats_the_file(story: Story) -> None:
    story.pull(FILLED_IN)
    story.register(by_person("rettelse", replaces=story.id_of("kvittering_sendt"), reason="Sendt dagen før"))
    story.register(by_person("kvittering_sendt"))
    for text in ("05-02-2024", "06-02-2024", ""):
        second = story.pull(row(Kvittering=text))
        assert second.new == 0
        assert lines_of(second, "advarsel") == ([(2, "", f"Kvittering sendt til underretter {text}")] if text else [])
        assert story.days("kvittering_sendt") == [4]


def test_a_file_that_says_the_same_as_the_person_is_no_difference(story: Story) -> None:
    story.pull(FILLED_IN)
    story.register(by_person("rettelse", replaces=story.id_of("kvittering_sendt"), reason="Sendt dagen før"))
    story.register(by_person("kvittering_sendt"))
    assert story.pull(row(Kvittering="04-02-2024")).rejects.is_empty()


def test_what_a_person_withdrew_stays_withdrawn(story: Story) -> None:
    story.pull(FILLED_IN)
    story.register(by_person("rettelse", replaces=story.id_of("kvittering_sendt"), reason="Aldrig sendt"))
    second = story.pull(FILLED_IN)
    assert second.new == 0
    assert lines_of(second, "advarsel") == [(2, "", "Kvittering sendt til underretter 05-02-2024")]
    assert second.rejects["row_key"].item() == "U1"
    assert story.standing("kvittering_sendt") == []


def test_a_person_who_brings_back_what_the_file_corrected_is_believed(story: Story) -> None:
    story.pull(FILLED_IN)
    story.pull(row(Kvittering=""))
    brought_back = by_person("rettelse", replaces=story.id_of("rettelse"), reason="Den blev sendt")
    story.register(replace(brought_back, recorded_at=story.at))
    assert story.days("kvittering_sendt") == [5]
    assert story.pull(row(Kvittering="")).new == 0
    assert story.days("kvittering_sendt") == [5]


def test_a_correction_that_is_regretted_gives_the_file_its_say_again(story: Story) -> None:
    story.pull(FILLED_IN)
    first = by_person("rettelse", replaces=story.id_of("kvittering_sendt"), reason="Aldrig sendt")
    story.register(first)
    regretted = by_person("rettelse", replaces=first.event_id, reason="Jo")
    story.register(replace(regretted, recorded_at=first.recorded_at + timedelta(hours=1)))
    assert story.pull(row(Kvittering="06-02-2024")).new == 2
    assert story.days("kvittering_sendt") == [6]


def test_what_a_person_registered_beside_the_file_is_left_alone(story: Story) -> None:
    story.pull(FILLED_IN)
    story.register(by_person("kvittering_sendt"))
    assert story.pull(FILLED_IN).new == 0
    assert story.days("kvittering_sendt") == [4, 5]


# --- the pull as a whole ------------------------------------------------------------------------------------


def test_a_newer_pull_says_until_when_it_covers(story: Story, tmp_path: Path) -> None:
    story.pull(FILLED_IN)
    story.mapping = mapping_of(MAPPING.format(complete="true").replace("2026-06-30", "2026-07-31"), tmp_path)
    second = story.pull(FILLED_IN)
    assert set(second.events.tail(second.new)["f_trukket"]) == {date(2026, 7, 31)}
    assert happened(second.events).height == 4


def test_without_a_day_of_its_own_a_pull_with_nothing_new_says_nothing(story: Story, tmp_path: Path) -> None:
    story.mapping = mapping_of(MAPPING.format(complete="true").replace("trukket = 2026-06-30", ""), tmp_path)
    story.pull(FILLED_IN)
    assert story.pull(FILLED_IN).new == 0
    assert story.pull(row(Kvittering="6.2.24")).new == 4


def test_an_older_pull_is_refused_when_it_would_change_something(story: Story, tmp_path: Path) -> None:
    story.pull(FILLED_IN)
    story.mapping = mapping_of(MAPPING.format(complete="true").replace("2026-06-30", "2026-05-31"), tmp_path)
    assert story.pull(FILLED_IN).new == 0
    with pytest.raises(
        ImportRefused, match=r"Udtrækket går til søndag den 31\. maj 2026, men hændelseslisten har allerede"
    ):
        story.pull(row(Kvittering=""))


def test_a_pull_registered_before_an_earlier_one_is_refused(story: Story) -> None:
    story.pull(FILLED_IN)
    story.at = RECORDED_AT - A_MONTH
    with pytest.raises(ImportRefused, match=r"Udtrækket registreres .* men hændelseslisten har allerede noget"):
        story.pull(row(Kvittering=""))


def test_a_ledger_may_be_read_only_as_needed(story: Story, tmp_path: Path) -> None:
    story.pull(FILLED_IN)
    assert story.ledger is not None
    story.ledger.write_parquet(tmp_path / "liste.parquet")
    lazy = import_extract(
        write_list([row(Kvittering="")], tmp_path / "lille.csv"),
        mapping=story.mapping,
        ledger=pl.scan_parquet(tmp_path / "liste.parquet"),
        recorded_at=story.at,
    )
    assert_frame_equal(lazy.events, story.pull(row(Kvittering="")).events)


def test_an_empty_ledger_is_as_none(tmp_path: Path) -> None:
    empty = frame_of([])
    assert_frame_equal(pulled([FILLED_IN], tmp_path, ledger=empty).events, pulled([FILLED_IN], tmp_path).events)
