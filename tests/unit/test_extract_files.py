"""Is every kind of file read alike, and is one that cannot be read refused in one sentence?"""

import doctest
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from types import ModuleType

import polars as pl
import pytest
from openpyxl import Workbook
from polars.testing import assert_frame_equal

from pejl.importers import (
    IMPORTERS,
    Imported,
    Importer,
    ImportRefused,
    buckets,
    cells,
    extract,
    import_extract,
    layout,
    parquet,
    read_mapping,
    refusal,
    separated,
    sheet,
)
from pejl.importers.workbook import cell_text
from pejl.ledger import archive
from tests.repository.tracked import ROOT
from tests.small_lists import (
    FIELDS,
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
    write_list,
)

NORDBY = ROOT / "tests/samples/udtraek-nordby.xlsx"


def local(text: str) -> datetime:
    """A moment as Excel keeps it, without a time zone."""
    return datetime.fromisoformat(text)


def same_from(path: Path, tmp_path: Path) -> None:
    """Check that a file gives what the csv of the tests gives."""
    expected = pulled([FILLED_IN, row(Nr="U2", Kl="")], tmp_path)
    found = import_extract(path, mapping=small_mapping(tmp_path), ledger=None, recorded_at=RECORDED_AT)
    assert_frame_equal(found.events, expected.events)
    assert found.rejects.is_empty()


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_csv_of_every_kind(tmp_path: Path, separator: str, encoding: str, end: str) -> None:
    path = tmp_path / "anden.csv"
    rows = (HEADINGS, FILLED_IN, row(Nr="U2", Kl=""))
    path.write_bytes(end.join([*(separator.join(each) for each in rows), ""]).encode(encoding))
    same_from(path, tmp_path)


def test_excel_with_days_and_hours_of_its_own(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(HEADINGS)
    page.append(["U1", "S1", date(2024, 2, 1), time(9), "Skole", local("2024-02-02"), "10:00", date(2024, 2, 5), "AHO"])
    page.append(
        ["U2", "S1", local("2024-02-01"), None, "Skole", local("2024-02-02T10:00"), None, date(2024, 2, 5), "AHO"]
    )
    book.save(tmp_path / "anden.xlsx")
    same_from(tmp_path / "anden.xlsx", tmp_path)


def test_excel_numbers_rows_as_people_see_them(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    for place, cell in enumerate(HEADINGS, 3):
        page.cell(4, place, cell)
    for place, cell in enumerate(row(Nr="7", Fra="Naboen", Modtaget="ja"), 3):
        page.cell(9, place, float(cell) if cell == "7" else cell)
    book.save(tmp_path / "forskudt.xlsx")
    mapping = mapping_of(MAPPING.format(complete="true").replace("[[", "overskriftsraekke = 4\n[[", 1), tmp_path)
    imported = import_extract(tmp_path / "forskudt.xlsx", mapping=mapping, ledger=None, recorded_at=RECORDED_AT)
    assert imported.rejects.select("row", "row_key", "column").rows() == [(9, "7", "Fra"), (9, "7", "Modtaget")]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (local("2024-02-01T08:59:59.999"), "2024-02-01 09:00:00"),
        (local("9999-12-31T23:59:59.999"), "9999-12-31 23:59:59"),
        (time(8, 59, 59, 999_000), "09:00:00"),
        (time(0), "00:00:00"),
        (timedelta(hours=9), "09:00:00"),
        (timedelta(days=2), "2 days, 0:00:00"),
        (0.5, "0.5"),
        (7.0, "7"),
        (True, "ja"),
        (False, "nej"),
        ("tekst", "tekst"),
    ],
)
def test_an_excel_cell_as_text(cell: object, text: str) -> None:
    assert cell_text(cell) == text


def test_parquet_of_every_type(tmp_path: Path) -> None:
    path = tmp_path / "anden.parquet"
    local = datetime(2024, 2, 2, 9, tzinfo=UTC)
    pl.DataFrame(
        {
            "Nr.": ["U1", "U2"],
            "Sag": pl.Series(["S1", "S1"], dtype=pl.Categorical),
            "Modtaget": [date(2024, 2, 1)] * 2,
            "Kl.": [time(9), None],
            "Fra": ["Skole"] * 2,
            "Vurderet": [local] * 2,
            "Vurderet kl.": pl.Series([None, None], dtype=pl.Null),
            "Kvittering": pl.Series([date(2024, 2, 5)] * 2).cast(pl.Datetime("ms")),
            "Rådgiver": ["AHO"] * 2,
            "Uvedkommende": [[1], [2]],
        }
    ).write_parquet(path)
    same_from(path, tmp_path)


def test_parquet_numbers_and_truths(tmp_path: Path) -> None:
    path = tmp_path / "tal.parquet"
    columns = {name: [""] for name in ("Næste", "Tekst", "Holdt", "Besøg")}
    pl.DataFrame(
        columns | {"Nr": [7.0], "Sag": [12], "Holdt": ["1.2.24"], "Besøg": [True], "Talt": [False]}
    ).write_parquet(path)
    imported = import_extract(path, mapping=mapping_of(FIELDS, tmp_path), ledger=None, recorded_at=RECORDED_AT)
    visit = of_kind(imported, "tilsynsbesoeg")
    assert visit.select("case_id", "thread_id", "f_talt_med_barnet").row(0) == ("12", "opfoelgning:7", False)


def test_quotation_marks_around_and_inside_cells(tmp_path: Path) -> None:
    path = tmp_path / "anden.csv"
    rows = [
        ";".join(HEADINGS) + ";Note",
        ";".join(FILLED_IN) + ';"Et ""ord"";\nog en linje til"',
        ";".join(row(Nr="U2", Kl="")) + ';5" bred',  # inside a cell a mark is only a mark
    ]
    path.write_text("\n".join([*rows, ""]), encoding="utf-8")
    same_from(path, tmp_path)


def test_rows_count_as_excel_counts_them(tmp_path: Path) -> None:
    path = tmp_path / "linjer.csv"
    quoted = ";".join(row(Fra='"Skole\n\n"'))
    path.write_text("\n".join([";".join(HEADINGS), "", quoted, ";".join(row(Nr="U2", Kl="?")), ""]), encoding="utf-8")
    imported = import_extract(path, mapping=small_mapping(tmp_path), ledger=None, recorded_at=RECORDED_AT)
    assert lines_of(imported, "advarsel") == [(4, "Kl.", "?")]


def take_small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set every limit so low that a short list meets them all."""
    monkeypatch.setattr(extract, "ROWS_A_BUCKET", 30)
    monkeypatch.setattr(separated, "ROWS_AT_A_TIME", 17)
    monkeypatch.setattr(separated, "BLOCK_OF_LETTERS", 500)
    monkeypatch.setattr(buckets, "ROWS_WAITING", 25)


def long_list(changed: int) -> list[list[str]]:
    rows = [
        row(Nr=f"U{n}", Sag=f"S{n % 5}", Rådgiver=f"R{n % 3}", Fra="?" if n % 9 == 0 else "Skole", Kvittering="")
        for n in range(200)
    ]
    rows += [row(Nr="U3", Kl="08:00"), row(Nr="U4", Rådgiver="R1", Sag="S4", Kvittering="")]
    return rows[changed:] + [row(Nr=f"U{n}", Sag=f"S{n % 5}", Kl="08:30", Rådgiver="R1") for n in range(changed - 10)]


def two_pulls(folder: Path) -> list[Imported]:
    """A long list, and the same a few days later with rows gone, rows changed and rows come."""
    first = pulled(long_list(0), folder)
    later = RECORDED_AT + timedelta(days=9)
    return [first, pulled(long_list(60), folder, ledger=first.events, recorded_at=later)]


def test_a_file_in_many_buckets_gives_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_one_go = two_pulls(tmp_path)
    take_small_steps(monkeypatch)
    step_by_step = two_pulls(tmp_path)
    assert in_one_go[0].workshop.buckets == 1
    assert step_by_step[0].workshop.buckets > 5
    for found, expected in zip(step_by_step, in_one_go, strict=True):
        assert_frame_equal(found.events.sort("event_id"), expected.events.sort("event_id"))
        assert_frame_equal(found.rejects, expected.rejects)
        assert found.counts == expected.counts


def test_the_workshop_is_gone_with_the_import(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take_small_steps(monkeypatch)
    imported = pulled(long_list(0), tmp_path)
    folder = imported.workshop.folder
    assert any(folder.iterdir())
    assert folder.stat().st_mode & 0o077 == 0
    del imported
    assert not folder.exists()


# --- files that are refused ---------------------------------------------------------------------------------


def refused(path: Path, tmp_path: Path) -> str:
    with pytest.raises(ImportRefused) as refusal_:
        import_extract(path, mapping=small_mapping(tmp_path), ledger=None, recorded_at=RECORDED_AT)
    return str(refusal_.value)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "er tom"),
        (b"\n\n", "er tom"),
        (b"\xd0\xcf\x11\xe0 old", "af en ældre type"),
        (b"PK\x03\x04 no", "kan ikke læses som Excel"),
        (b"PAR1 no", "kan ikke læses som Parquet"),
        ("Nr.;Sag".encode("utf-16"), "hverken Excel, Parquet eller ren tekst"),
        (b"Nr.;Sag;Modtaget\nU1;S1;1.2.24\n", "har ingen overskrift »Rådgiver«. Brug »Nr.«, »Sag« eller »Modtaget«."),
        (";".join(HEADINGS).replace("Fra", "Frra").encode() + b"\n", "har ingen overskrift »Fra«. Mente du »Frra«?"),
        (";".join((*HEADINGS, "sag ")).encode() + b"\n", "har overskriften »Sag« flere gange"),
        (b"\n;;\n", "Rækken er tom"),
        (b"a" * (2 * 1024**2), "en linje på over 1 MB"),
        (";".join(HEADINGS).encode() + b'\n"U1;S1\n', "Linje 2 i »fil« kan ikke deles i celler"),
        (";".join(HEADINGS).encode() + b'\n"U1"x;S1\n', "Linje 2 i »fil« kan ikke deles i celler"),
        (
            ";".join(HEADINGS).encode() + b"\nU1;S1;1.2.24",
            "er afbrudt: den sidste række har 3 celler og overskriften 9",
        ),
        (";".join(HEADINGS).encode() + b"\nU1;\xc3", "Linje 2 i »fil« har tegn, der ikke er UTF-8"),
        (";".join(HEADINGS).encode() + b"\nU1;\xe6;\n", "Linje 2 i »fil« har tegn, der ikke er UTF-8"),
        (";".join(HEADINGS).encode("cp1252") + b"\nU1;\x81;\n", "Linje 2 i »fil« har et tegn, der hverken er"),
    ],
)
def test_a_file_is_refused_in_one_sentence(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "fil"
    path.write_bytes(content)
    assert says in refused(path, tmp_path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "findes ikke eller kan ikke åbnes" in refused(tmp_path / "ingen.csv", tmp_path)
    assert "er en mappe" in refused(tmp_path, tmp_path)


def test_several_lists_need_a_file_with_sheets(tmp_path: Path) -> None:
    mapping = read_mapping(ROOT / "mappings/eksempel-udtraek.toml")
    path = write_list([FILLED_IN], tmp_path / "lille.csv")
    with pytest.raises(ImportRefused, match=r"Mappingen har 3 lister, men »lille\.csv« rummer kun én"):
        import_extract(path, mapping=mapping, ledger=None, recorded_at=RECORDED_AT)


def test_a_sheet_that_is_not_there(tmp_path: Path) -> None:
    text = MAPPING.format(complete="true").replace('sag = "Sag"', 'sag = "Sag"\nark = "Sager"')
    with pytest.raises(
        ImportRefused, match="har ikke arket »Sager«, men »Underretninger«, »Undersøgelser« eller »Indsatser«"
    ):
        import_extract(NORDBY, mapping=mapping_of(text, tmp_path), ledger=None, recorded_at=RECORDED_AT)


def test_a_parquet_column_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "fil.parquet"
    pl.DataFrame({name: [["x"]] for name in HEADINGS}).write_parquet(path)
    assert "er hverken tekst, tal eller dato" in refused(path, tmp_path)


def test_a_parquet_file_with_more_rows_than_its_bytes_can_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bombe.parquet"
    pl.DataFrame({name: pl.repeat("x", 1_000_000, eager=True) for name in HEADINGS}).write_parquet(path)
    monkeypatch.setattr(parquet, "SPARE_ROWS", 1000)
    monkeypatch.setattr(parquet, "MOST_ROWS_A_BYTE", 5)
    assert "kan ikke læses som Parquet" in refused(path, tmp_path)


def test_a_reader_that_panics_is_a_refusal() -> None:
    """Readers written in Rust say so with a class of their own, which is no Exception."""
    panic = type("PanicException", (BaseException,), {})
    with pytest.raises(ImportRefused, match="beskadiget"), sheet.damage_refused(ImportRefused("Filen er beskadiget.")):
        raise panic


def test_only_damage_is_turned_into_a_refusal() -> None:
    """A fault of ours, or a user who interrupts, is not the file's fault."""
    for error in (KeyboardInterrupt(), NameError("x")):
        with pytest.raises(type(error)), sheet.damage_refused(ImportRefused("Filen er beskadiget.")):
            raise error


@pytest.mark.parametrize("importer", IMPORTERS)
def test_an_importer_says_what_it_is(importer: Importer) -> None:
    assert importer.read is import_extract
    assert set(importer.formats) == {".xlsx", ".csv", ".parquet"}


@pytest.mark.parametrize("module", [archive, cells, layout, refusal])
def test_examples_in_docstrings(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0
