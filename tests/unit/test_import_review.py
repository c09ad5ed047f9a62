"""Does the import keep to what a review of it asked for: paragraphs, midnights, missing rows and mended mappings?"""

import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import IO

import polars as pl
import pytest
from openpyxl import Workbook

from pejl.events import effective
from pejl.importers import ImportRefused, cells, import_extract, read_mapping
from pejl.importers.importer import Imported
from pejl.importers.layout import Mapping
from pejl.ledger import LedgerError, Severity, archive, check_ledger, events_of
from tests.repository.tracked import ROOT
from tests.small_lists import (
    FILLED_IN,
    HEADINGS,
    MAPPING,
    RECORDED_AT,
    lines_of,
    mapping_of,
    of_kind,
    pulled,
    row,
    small_mapping,
)

A_MONTH = timedelta(days=31)
SMALL = MAPPING.format(complete="true")

EFFORTS = """
kilde = "indsatser"
fra = 2024-01-01
[lister.indsatser]
raekkenoegle = "Nr"
sag = "Sag"
noegledato = "Start"
[[lister.indsatser.haendelser]]
dato = "Start"
felter.paragraf = "Paragraf"
slags = { kolonne = "Paragraf", vaerdier = { "§46" = "anbringelse_ivaerksat", "§ 32 stk. 1" = "indsats_ivaerksat" } }
"""


def efforts(tmp_path: Path, *paragraphs: str, mapping: str = EFFORTS) -> Imported:
    rows = (f"{number};S1;01-02-2024;{each}" for number, each in enumerate(paragraphs))
    path = tmp_path / "indsatser.csv"
    path.write_text("\n".join(["Nr;Sag;Start;Paragraf", *rows, ""]), encoding="utf-8")
    return import_extract(path, mapping=mapping_of(mapping, tmp_path), ledger=None, recorded_at=RECORDED_AT)


def next_pull(before: Imported, rows: list[list[str]], folder: Path, *, mapping: Mapping | None = None) -> Imported:
    last = before.events["recorded_at"].max()
    assert last is not None
    return pulled(rows, folder, ledger=before.events, recorded_at=RECORDED_AT + A_MONTH, mapping=mapping)


def standing(imported: Imported, kind: str) -> list[date]:
    return sorted(event.day for event in effective(events_of(imported.events)) if event.kind == kind)


# --- paragraphs ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["§46 stk 1", "§ 46, stk. 1", "§ 46  Stk.1", "Barnets lov § 46, stk. 1"])
def test_a_paragraph_is_stored_in_one_spelling(tmp_path: Path, text: str) -> None:
    imported = efforts(tmp_path, text)
    assert of_kind(imported, "anbringelse_ivaerksat")["f_paragraf"].to_list() == ["§ 46, stk. 1"]
    assert imported.rejects.is_empty()


def test_a_paragraph_that_cannot_be_read_is_empty(tmp_path: Path) -> None:
    imported = efforts(tmp_path, "§ 46 (frivillig)")
    assert of_kind(imported, "anbringelse_ivaerksat")["f_paragraf"].to_list() == [None]
    assert imported.rejects["reason"].to_list() == [
        "Paragraffen »§ 46 (frivillig)« kan ikke læses. Skriv den som »§ 46, stk. 1«."
    ]


@pytest.mark.parametrize("text", ["§ 46 a", "§ 460", "§ 32, stk. 10", "§ 32", "§ 47", ""])
def test_a_paragraph_that_the_mapping_does_not_name_is_no_effort(tmp_path: Path, text: str) -> None:
    imported = efforts(tmp_path, text)
    assert imported.events.is_empty()
    assert lines_of(imported, "advarsel") == [(2, "Paragraf", text)]


def test_a_paragraph_lies_under_a_longer_one(tmp_path: Path) -> None:
    assert of_kind(efforts(tmp_path, "§32 stk 1 nr 3"), "indsats_ivaerksat").height == 1


def test_doubles_that_spell_a_paragraph_differently_are_doubles(tmp_path: Path) -> None:
    path = tmp_path / "indsatser.csv"
    path.write_text("Nr;Sag;Start;Paragraf\n1;S1;1.2.24;§46\n1;S1;1.2.24;§ 46\n", encoding="utf-8")
    imported = import_extract(path, mapping=mapping_of(EFFORTS, tmp_path), ledger=None, recorded_at=RECORDED_AT)
    assert imported.counts[0].doubles == 1


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ('felter.paragraf = "Paragraf"', 'felter.paragraf = { fast = "den der" }', "Paragraffen »den der«"),
        ('"§ 32 stk. 1"', '"§ 46"', "Værdien »§ 46« står to gange"),
    ],
)
def test_a_mapping_with_a_wrong_paragraph_is_refused(tmp_path: Path, right: str, wrong: str, says: str) -> None:
    with pytest.raises(ImportRefused, match=says):
        mapping_of(EFFORTS.replace(right, wrong), tmp_path)


# --- midnight -----------------------------------------------------------------------------------------------


def saved(cells_of_row: list[object], folder: Path, *, form: str) -> Path:
    path = folder / f"liste.{form}"
    if form == "xlsx":
        book = Workbook()
        assert book.active is not None
        book.active.append(HEADINGS)
        book.active.append(cells_of_row)
        book.save(path)
    elif form == "parquet":
        pl.DataFrame({name: [cell] for name, cell in zip(HEADINGS, cells_of_row, strict=True)}).write_parquet(path)
    else:
        path.write_text(";".join(HEADINGS) + "\n" + ";".join(map(str, cells_of_row)) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet"])
@pytest.mark.parametrize("text", ["01-02-2024 00:00", "2024-02-01T00:00:00", "2024-02-01 00:00:00.000"])
def test_midnight_beside_a_day_is_no_hour(tmp_path: Path, form: str, text: str) -> None:
    path = saved(list(row(Modtaget=text, Kl="")), tmp_path, form=form)
    imported = import_extract(path, mapping=small_mapping(tmp_path), ledger=None, recorded_at=RECORDED_AT)
    assert of_kind(imported, "underretning_modtaget").select("day", "at").row(0) == (date(2024, 2, 1), None)
    assert imported.rejects.is_empty()


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet"])
@pytest.mark.parametrize("text", ["00:00", "00:00:00", "kl. 0.00"])
def test_midnight_in_a_column_of_its_own_is_no_hour_and_said_so(tmp_path: Path, form: str, text: str) -> None:
    path = saved(list(row(Kl=text)), tmp_path, form=form)
    imported = import_extract(path, mapping=small_mapping(tmp_path), ledger=None, recorded_at=RECORDED_AT)
    assert of_kind(imported, "underretning_modtaget")["at"].to_list() == [None]
    assert lines_of(imported, "advarsel") == [(2, "Kl.", text)]
    assert imported.rejects["reason"].item().startswith("Kl. 00.00 læses som ukendt klokkeslæt")


# --- the example --------------------------------------------------------------------------------------------


def test_the_example_names_each_paragraph(tmp_path: Path) -> None:
    mapping = read_mapping(ROOT / "mappings/eksempel-udtraek.toml")
    started = mapping.lists[2].events[1].kind
    placements = [f"§ {number}, stk. 1" for number in (46, 47, 49, 67, 143)]
    assert {started.kind_of(each) for each in placements} == {"anbringelse_ivaerksat"}
    assert started.kind_of("§32 stk 1 nr 3") == "indsats_ivaerksat"
    assert (started.kind_of("§ 999"), started.complete) == ("", False)
    assert "samtale_med_barnet" not in mapping.coverage


# --- rows that are missing ----------------------------------------------------------------------------------


def many(count: int) -> list[list[str]]:
    return [row(Nr=f"U{number}", Sag=f"S{number}") for number in range(count)]


def test_a_row_from_before_the_pull_is_not_withdrawn(tmp_path: Path) -> None:
    first = pulled([row(Nr="U2", Modtaget="02-01-2025", Vurderet=""), list(FILLED_IN)], tmp_path)
    later = mapping_of(SMALL.replace("2024-01-01", "2025-01-01"), tmp_path)
    second = next_pull(first, [row(Nr="U2", Modtaget="02-01-2025", Vurderet="")], tmp_path, mapping=later)
    assert standing(second, "underretning_modtaget") == [date(2024, 2, 1), date(2025, 1, 2)]
    assert standing(second, "raadgiver_tildelt") == [date(2024, 2, 1)]
    (reason,) = second.rejects["reason"]
    assert "Den ligger før 01-01-2025" in reason
    assert reason.endswith("står ved magt.")


def test_a_pull_that_lacks_most_rows_is_refused(tmp_path: Path) -> None:
    first = pulled(many(20), tmp_path)
    assert next_pull(first, many(10), tmp_path).new > 0
    with pytest.raises(ImportRefused, match=r"mangler 11 af de 20 rækker.*maa_mangle = true"):
        next_pull(first, many(9), tmp_path)
    meant = mapping_of(SMALL.replace("komplet", "maa_mangle = true\nkomplet"), tmp_path)
    assert len(standing(next_pull(first, many(9), tmp_path, mapping=meant), "underretning_modtaget")) == 9


def test_a_few_rows_may_be_gone_from_a_short_list(tmp_path: Path) -> None:
    assert next_pull(pulled(many(10), tmp_path), many(1), tmp_path).new > 0


def test_a_pull_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="er tom, men havde 1 række"):
        next_pull(pulled(many(1), tmp_path), [], tmp_path)


def test_a_list_that_is_not_complete_may_be_empty(tmp_path: Path) -> None:
    first = pulled(many(20), tmp_path)
    assert next_pull(first, [], tmp_path, mapping=small_mapping(tmp_path, complete=False)).new == 0


# --- mistakes in the mapping --------------------------------------------------------------------------------


def declared(imported: Imported) -> list[tuple[str, date]]:
    events = effective(events_of(imported.events))
    return sorted((str(each.fields["slags"]), each.day) for each in events if each.kind == "kilde_daekker")


def test_what_the_mapping_no_longer_covers_is_taken_back(tmp_path: Path) -> None:
    first = pulled([FILLED_IN], tmp_path)
    fewer = mapping_of(SMALL.replace(', "vurdering_24_timer"]', "]"), tmp_path)
    second = next_pull(first, [list(FILLED_IN)], tmp_path, mapping=fewer)
    assert declared(second) == [("underretning_modtaget", date(2024, 1, 1))]
    assert second.new == 1
    assert next_pull(second, [list(FILLED_IN)], tmp_path, mapping=fewer).new == 0
    # And said again, it is a later version.
    third = next_pull(second, [list(FILLED_IN)], tmp_path)
    assert len(declared(third)) == 2
    assert third.events["event_id"].is_unique().all()


def test_a_ledger_where_coverage_is_taken_back_is_sound(tmp_path: Path) -> None:
    fewer = mapping_of(SMALL.replace(', "vurdering_24_timer"]', "]"), tmp_path)
    second = next_pull(pulled([FILLED_IN], tmp_path), [list(FILLED_IN)], tmp_path, mapping=fewer)
    assert check_ledger(second.events).filter(pl.col("severity") == Severity.FAULT.value).is_empty()


def test_another_first_day_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    later = mapping_of(SMALL.replace("fra = 2024-01-01", "fra = 2024-01-15"), tmp_path)
    second = next_pull(pulled([FILLED_IN], tmp_path), [list(FILLED_IN)], tmp_path, mapping=later)
    assert {day for _, day in declared(second)} == {date(2024, 1, 15)}
    assert second.new == 4


def test_a_list_with_a_new_name_is_refused(tmp_path: Path) -> None:
    renamed = mapping_of(SMALL.replace("lister.underretninger", "lister.andre"), tmp_path)
    with pytest.raises(ImportRefused, match=r"Listen »underretninger« findes i hændelseslisten, men ikke i mappingen"):
        next_pull(pulled([FILLED_IN], tmp_path), [list(FILLED_IN)], tmp_path, mapping=renamed)


# --- doubles, keys and days ---------------------------------------------------------------------------------


def test_doubles_fill_each_others_blanks(tmp_path: Path) -> None:
    rows = [row(Kvittering="", Rådgiver="AHO"), row(Vurderet="", Vurderet_kl="", Kl="00:00", Rådgiver="")]
    imported = pulled(rows, tmp_path)
    assert imported.counts[0].doubles == 1
    assert [len(standing(imported, kind)) for kind in ("vurdering_24_timer", "kvittering_sendt")] == [1, 1]
    assert of_kind(imported, "underretning_modtaget")["at"].null_count() == 0
    assert of_kind(imported, "raadgiver_tildelt").height == 1


def test_a_double_that_has_the_hour_beside_the_day_gives_it(tmp_path: Path) -> None:
    rows = [row(Modtaget="1.2.24", Kl=""), row(Modtaget="01-02-2024 09:00", Kl="")]
    for each in (rows, rows[::-1]):
        assert of_kind(pulled(each, tmp_path), "underretning_modtaget")["at"].null_count() == 0


def test_blanks_in_a_key_count_as_one(tmp_path: Path) -> None:
    rows = [row(Nr="U  1", Sag=" S   1"), row(Nr="U 1 ", Sag="S 1")]
    imported = pulled(rows, tmp_path)
    assert imported.counts[0].doubles == 1
    assert of_kind(imported, "underretning_modtaget").select("case_id", "thread_id").row(0) == (
        "S 1",
        "underretninger:U 1",
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("02-07-2026", "Datoen ligger efter udtrækket, der går til 30-06-2026."),
        ("31-12-1989", "Datoen ligger før 1990."),
        ("31-02-2025", "Datoen kan ikke læses."),
    ],
)
def test_a_day_out_of_reach_has_its_own_reason(tmp_path: Path, text: str, says: str) -> None:
    assert pulled([row(Kvittering=text)], tmp_path).rejects["reason"].item().startswith(says)
    (reason,) = pulled([row(Modtaget=text)], tmp_path).rejects["reason"]
    assert reason.startswith(says)
    assert reason.endswith("Uden den bruges rækken ikke.")


def test_a_field_with_a_day_out_of_reach_has_its_own_reason() -> None:
    (behov,) = (
        field
        for each in read_mapping(ROOT / "mappings/eksempel-udtraek.toml").lists
        for event in each.events
        for field in event.fields
        if field.target.name == "behov_kendt"
    )
    said = cells.why_no_value("01-01-2030", behov, last_day=date(2026, 7, 1))
    assert "Datoen ligger efter udtrækket" in said


# --- the guard of Excel files -------------------------------------------------------------------------------


def test_the_file_is_closed_and_faults_of_the_disk_are_refusals(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(list(FILLED_IN), tmp_path, form="xlsx")
    opened = []
    real: Callable[..., IO[bytes]] = zipfile.ZipFile.open

    def remembered(self: object, *args: object, **kwargs: object) -> object:
        opened.append(real(self, *args, **kwargs))
        return opened[-1]

    monkeypatch.setattr(zipfile.ZipFile, "open", remembered)
    monkeypatch.setattr(archive, "MAX_ROWS", 0)
    with pytest.raises(LedgerError, match="har et ark med flere end"):
        archive.refuse_unsafe(path, refusal=LedgerError)
    assert opened
    assert all(part.closed for part in opened)

    def broken(self: object, *args: object, **kwargs: object) -> object:
        raise OSError("seek")

    monkeypatch.setattr(zipfile.ZipFile, "open", broken)
    with pytest.raises(ImportRefused, match="kan ikke læses som Excel"):
        archive.refuse_unsafe(path, refusal=ImportRefused)
