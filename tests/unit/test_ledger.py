"""Is a ledger read, checked and written as promised, and is every refusal a sentence that helps?"""

import doctest
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest
from polars.testing import assert_frame_equal

from pejl.events import KILDE_DAEKKER, NOTAT, RETTELSE, UNDERRETNING_MODTAGET, Event
from pejl.ledger import (
    DEADLINE_SCHEMA,
    EVENT_SCHEMA,
    LedgerError,
    archive,
    check_ledger,
    deadline_frame,
    events_by_case,
    events_of,
    frame_of,
    parquet,
    parts,
    read_ledger,
    scan_ledger,
    texts,
    write_ledger,
    write_table,
    write_tables,
    writing,
)
from pejl.tables import DEADLINE_COLUMNS, EVENT_COLUMNS, Deadline, Unknown

RECORDED = datetime(2026, 3, 2, 12, tzinfo=UTC)
HEADER = "event_id;case_id;kind;day;recorded_at;source"
ROW = "a1;s1;notat;2026-03-02;2026-03-02T12:00:00Z;journal"


def event(event_id: str = "a1", **changes: Any) -> Event:
    """A note of 2 March 2026 in case s1, with changes."""
    given: dict[str, Any] = {
        "case_id": "s1",
        "kind": NOTAT.key,
        "day": date(2026, 3, 2),
        "recorded_at": RECORDED,
        "source": "x",
    }
    return Event(event_id=event_id, **given | changes)


def coverage(source: str = "x") -> Event:
    return event("dækning", case_id="", kind=KILDE_DAEKKER.key, source=source)


def refusal(path: Path) -> str:
    """What is said when the file is read."""
    with pytest.raises(LedgerError) as refused:
        read_ledger(path)
    return str(refused.value)


def csv_file(tmp_path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "liste.csv"
    path.write_bytes("\n".join([*lines, ""]).encode(encoding))
    return path


def parquet_file(tmp_path: Path, **changes: pl.Series | None) -> Path:
    """A sound ledger of three notes with some columns replaced, or left out where None."""
    path = tmp_path / "liste.parquet"
    frame = frame_of([event("a1"), event("a2"), event("a3")])
    for name, column in changes.items():
        frame = frame.drop(name) if column is None else frame.with_columns(column.alias(name))
    frame.write_parquet(path)
    return path


def xlsx_file(tmp_path: Path, *rows: Sequence[object]) -> Path:
    path = tmp_path / "liste.xlsx"
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


# --- frames ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("module", [texts])
def test_the_examples_in_the_code_hold(module):
    assert doctest.testmod(module).failed == 0


def test_the_columns_are_those_of_the_tables():
    assert EVENT_SCHEMA.names() == list(EVENT_COLUMNS)
    assert DEADLINE_SCHEMA.names() == list(DEADLINE_COLUMNS)
    assert EVENT_SCHEMA["day"] == pl.Date
    assert EVENT_SCHEMA["at"] == pl.Datetime("us", "UTC")
    assert EVENT_SCHEMA["f_ufoedt"] == pl.Boolean


def test_a_field_left_empty_is_not_filled_in():
    (back,) = events_of(frame_of([event(fields={"tekst": ""})]))

    assert back.fields == {}


def test_an_instant_in_another_zone_is_the_same_instant():
    copenhagen = timezone(timedelta(hours=1))

    frame = frame_of([event(at=datetime(2026, 3, 2, 0, 30, tzinfo=copenhagen), day=date(2026, 3, 2))])

    assert frame["at"][0] == datetime(2026, 3, 1, 23, 30, tzinfo=UTC)


def test_a_field_outside_the_vocabulary_is_a_mistake_of_the_developer():
    with pytest.raises(ValueError, match="cannot put the fields \\['ukendt'\\] in a ledger; add them"):
        frame_of([event(fields={"ukendt": "x"})])


def test_events_without_a_case_come_first():
    cases = list(events_by_case(frame_of([event("b", case_id="s2"), event("a"), coverage()])))

    assert [[each.event_id for each in case] for case in cases] == [["dækning"], ["a"], ["b"]]


def test_deadlines_carry_the_status_of_the_moment():
    due = datetime(2026, 3, 3, 22, 59, 59, tzinfo=UTC)
    deadline = Deadline(
        case_id="s1",
        thread_id="",
        rule="r",
        rule_version="v",
        falls_on="raadgiver",
        starts_event="a1",
        starts_at=RECORDED,
        warn_at=due,
        due_at=due,
        met_event="",
        met_at=None,
        stopped_at=None,
        excused_reason="",
        unknown_reason=Unknown.NOTHING,
        force="law",
    )

    before, after = (deadline_frame([deadline], as_of=due + timedelta(seconds=each)) for each in (0, 1))

    assert before.schema == DEADLINE_SCHEMA
    assert (before["status"].item(), after["status"].item()) == ("open", "overdue")
    assert deadline_frame([], as_of=due).schema == DEADLINE_SCHEMA


# --- reading --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("separator", [";", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv_is_read_however_a_spreadsheet_saved_it(tmp_path: Path, separator: str, encoding: str):
    lines = (f"{HEADER};f_tekst", f"{ROW};Søskende på ærø")

    frame = read_ledger(csv_file(tmp_path, *(each.replace(";", separator) for each in lines), encoding=encoding))

    assert events_of(frame) == [event(source="journal", fields={"tekst": "Søskende på ærø"})]


@pytest.mark.parametrize("day", ["2026-03-02", "02-03-2026", "02.03.2026", " 2026-03-02 "])
@pytest.mark.parametrize("instant", ["2026-03-02T12:00:00Z", "2026-03-02 13:00:00+01:00", "2026-03-02T13:00+0100"])
@pytest.mark.parametrize("yes", ["ja", "SAND", "True"])
def test_csv_is_read_after_excel_has_rewritten_its_cells(tmp_path: Path, day: str, instant: str, yes: str):
    path = csv_file(tmp_path, f"{HEADER};f_ufoedt", f"a1;s1;underretning_modtaget;{day};{instant};x;{yes}")

    (read,) = events_of(read_ledger(path))

    assert read == event(kind=UNDERRETNING_MODTAGET.key, fields={"ufoedt": True})


def test_a_row_with_nothing_in_it_is_skipped_and_still_counted(tmp_path: Path):
    path = csv_file(tmp_path, HEADER, ROW, "", ";;;;;", ROW.replace("2026-03-02;", "i går;"))

    assert refusal(path).startswith("Række 5 i »liste.csv« har »i går« i kolonnen »day«")


def test_a_header_without_rows_is_an_empty_ledger(tmp_path: Path):
    assert read_ledger(csv_file(tmp_path, HEADER)).is_empty()
    assert_frame_equal(read_ledger(csv_file(tmp_path, HEADER)), frame_of([]))


def test_cells_that_excel_has_typed_are_understood(tmp_path: Path):
    header = [*HEADER.split(";"), "f_ufoedt", None]
    row = [7.0, 4711, "underretning_modtaget", datetime.fromisoformat("2026-03-02"), "2026-03-02T12:00:00Z", "x", True]

    (read,) = events_of(read_ledger(xlsx_file(tmp_path, header, row)))

    expected = event("7", case_id="4711", kind=UNDERRETNING_MODTAGET.key, fields={"ufoedt": True})
    assert read == expected


def test_parquet_of_other_programs_is_understood(tmp_path: Path):
    recorded = pl.Series([RECORDED] * 3).dt.cast_time_unit("ns").dt.convert_time_zone("Europe/Copenhagen")
    path = parquet_file(
        tmp_path,
        kind=pl.Series([NOTAT.key] * 3, dtype=pl.Categorical),
        recorded_at=recorded,
        thread_id=pl.Series([None] * 3, dtype=pl.Null),
        f_tekst=None,
        f_begrundelse=pl.Series(["", None, "x"]),
    )

    frame = read_ledger(path)

    assert frame.schema == EVENT_SCHEMA
    assert frame["recorded_at"].to_list() == [RECORDED] * 3
    assert frame["f_begrundelse"].to_list() == [None, None, "x"]
    assert frame["thread_id"].to_list() == ["", "", ""]


def test_a_folder_of_parts_is_one_ledger(tmp_path: Path):
    write_ledger(frame_of([event("b")]), tmp_path / "del-2.parquet")
    write_ledger(frame_of([event("a")]), tmp_path / "del-1.parquet")

    assert [each.event_id for each in events_of(read_ledger(tmp_path))] == ["a", "b"]
    assert_frame_equal(scan_ledger(tmp_path).collect(), read_ledger(tmp_path))
    assert [part.name for part in parts(tmp_path)] == ["del-1.parquet", "del-2.parquet"]


@pytest.mark.parametrize("ending", ["parquet", "csv"])
def test_scanning_gives_what_reading_gives(tmp_path: Path, ending: str):
    path = tmp_path / f"liste.{ending}"
    write_ledger(frame_of([event(fields={"tekst": "x"}), coverage()]), path)

    assert_frame_equal(scan_ledger(path).collect(), read_ledger(path))
    assert parts(path) == [path]


# --- refusals -------------------------------------------------------------------------------------------------

CSV_REFUSALS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "not a ledger": (("navn;adresse", "Ane;Vej 1"), "er ikke en hændelsesliste"),
    "unknown column": (
        (f"{HEADER};dai", f"{ROW};x"),
        "»dai« i »liste.csv« findes ikke i en hændelsesliste. Mente du »day«?",
    ),
    "strange column": ((f"{HEADER};xyzzy", f"{ROW};x"), "Fjern kolonnen."),
    "double column": ((f"{HEADER};source", f"{ROW};x"), "»source« står 2 gange"),
    "missing column": (("event_id;case_id;kind;day", "a;s;notat;2026-03-02"), "mangler »recorded_at« og »source«"),
    "wrong day": ((HEADER, ROW, ROW.replace("03-02;", "02-30;")), "Række 3 i »liste.csv« har »2026-02-30«"),
    "naive instant": ((HEADER, ROW.replace("00Z", "00")), "Skriv et tidspunkt med tidszone"),
    "wrong yes": (
        (f"{HEADER};f_ufoedt", f"{ROW};måske", f"{ROW};vist"),
        "noget lignende i én anden række). Skriv ja eller nej",
    ),
    "long value": ((HEADER, ROW.replace("2026-03-02;", "x" * 90 + ";")), "x" * 60 + "…"),
    "short row": ((HEADER, ROW, "a2;s1;notat"), "Række 3 i »liste.csv« kan ikke deles"),
    "short row behind a long text": ((f"{HEADER};f_tekst", f'{ROW};"a;b"', "a2;s1"), "Række 3"),
    "long row": ((HEADER, f"{ROW};mere"), "Række 2"),
    "line ends of another age": (("event_id;kind\ra1;notat",), "er ikke en CSV-fil"),
    "open quote": ((HEADER, ROW, f'"{ROW}'), "Række 3"),
    "missing id": ((HEADER, ROW, ROW.removeprefix("a1")), "Række 3 i »liste.csv« mangler »event_id«"),
    "missing day": ((HEADER, ROW.replace("2026-03-02;", ";")), "Række 2 i »liste.csv« mangler »day«"),
}


@pytest.mark.parametrize("name", CSV_REFUSALS)
def test_a_csv_file_with_a_fault_is_refused_with_its_place(tmp_path: Path, name: str):
    lines, expected = CSV_REFUSALS[name]

    assert expected in refusal(csv_file(tmp_path, *lines))


def test_a_csv_file_in_another_encoding_is_refused(tmp_path: Path):
    text = f"{HEADER};f_tekst\n{ROW};æøå\n"
    path = tmp_path / "liste.csv"
    for content, expected in {
        text.encode("utf-16"): "er ikke en CSV-fil i UTF-8",
        text.encode("utf-16-le"): "er ikke en CSV-fil i UTF-8",
        text.encode()[:-2]: "Linje 2 i »liste.csv« har tegn, der ikke er UTF-8",
        text.encode("utf-8-sig") + b"\xe6": "Linje 3 i »liste.csv« har tegn, der ikke er UTF-8",
        text.encode() + b"\x81": "hverken er UTF-8 eller Windows-1252",
    }.items():
        path.write_bytes(content)
        assert expected in refusal(path)


def test_what_is_no_file_is_refused(tmp_path: Path):
    (tmp_path / "mappe.csv").mkdir()
    (tmp_path / "tom.csv").touch()
    (tmp_path / "liste.pdf").touch()

    assert "findes ikke eller kan ikke åbnes. Tjek navnet" in refusal(tmp_path / "ingen.csv")
    assert "er tom. Hent eller gem den igen" in refusal(tmp_path / "tom.csv")
    assert "Brug en fil af typen .parquet, .csv eller .xlsx" in refusal(tmp_path / "liste.pdf")
    assert "har ingen .parquet-filer" in refusal(tmp_path / "mappe.csv")
    (tmp_path / "mappe.csv" / "del.parquet").touch()
    assert "»del.parquet« kan ikke læses som Parquet" in refusal(tmp_path / "mappe.csv")
    with pytest.raises(LedgerError, match="findes ikke"):
        scan_ledger(tmp_path / "ingen.parquet")


PARQUET_REFUSALS: Mapping[str, tuple[pl.Series, str]] = {
    "day": (pl.Series(["2026-03-02"] * 3), "»day« i »liste.parquet« har typen String, men skal have typen Date"),
    "at": (pl.Series([RECORDED.replace(tzinfo=None)] * 3), "»at« i »liste.parquet« har typen Datetime"),
    "event_id": (pl.Series([1, 2, 3]), "»event_id«"),
    "f_ufoedt": (pl.Series([1, 0, 1]), "»f_ufoedt«"),
    "recorded_at": (
        pl.Series([RECORDED, None, None]),
        "Række 3 i »liste.parquet« mangler »recorded_at« (og noget lign",
    ),
    "source": (pl.Series(["x", "x", ""]), "Række 4 i »liste.parquet« mangler »source«."),
    "f_trukket": (
        pl.Series([None, 10**7, None]).cast(pl.Int32).cast(pl.Date),
        "Række 3 i »liste.parquet« har et umuligt år",
    ),
}


@pytest.mark.parametrize("column", PARQUET_REFUSALS)
def test_a_parquet_file_with_a_fault_is_refused_with_its_place(tmp_path: Path, column: str):
    series, expected = PARQUET_REFUSALS[column]
    if column == "recorded_at":
        series = series.cast(EVENT_SCHEMA[column])

    assert expected in refusal(parquet_file(tmp_path, **{column: series}))


def test_a_parquet_file_of_something_else_is_refused(tmp_path: Path):
    path = tmp_path / "liste.parquet"
    pl.DataFrame({"navn": ["Ane"]}).write_parquet(path)
    assert "er ikke en hændelsesliste" in refusal(path)

    path.write_bytes(b"PAR1" * 20)
    assert "kan ikke læses som Parquet" in refusal(path)

    path.write_bytes(b"slet ikke Parquet")
    assert "kan ikke læses som Parquet" in refusal(path)

    path.write_bytes(b"PA")
    assert "kan ikke læses som Parquet" in refusal(path)


def test_a_parquet_file_that_packs_to_nothing_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = parquet_file(tmp_path)
    monkeypatch.setattr(parquet, "MOST_ROWS_A_BYTE", 0)

    assert "kan ikke læses som Parquet" in refusal(path)


def test_an_excel_file_with_a_fault_is_refused_with_its_place(tmp_path: Path):
    header = list(HEADER.split(";"))
    row: list[object] = list(ROW.split(";"))

    moment = datetime.fromisoformat("2026-03-02T12:30")
    assert "har »2026-03-02T12:30:00« i kolonnen »day«" in refusal(
        xlsx_file(tmp_path, header, [*row[:3], moment, *row[4:]])
    )
    assert "Række 3 i »liste.xlsx« har »1.5«" in refusal(xlsx_file(tmp_path, header, row, [*row[:3], 1.5, *row[4:]]))
    assert "har ingen af kolonnerne" in refusal(xlsx_file(tmp_path))
    assert "har ingen af kolonnerne" in refusal(xlsx_file(tmp_path, [], header, row))


# --- Excel files that must not be opened ----------------------------------------------------------------------


def sheet_xml(cell: str) -> str:
    return f'<worksheet><sheetData><row r="1"><c r="A1"/></row><row><c r="{cell}"/></row></sheetData></worksheet>'


def zip_of(tmp_path: Path, **members: str) -> Path:
    path = tmp_path / "liste.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in members.items():
            book.writestr(f"xl/worksheets/{name}.xml", content)
    return path


def test_a_cell_far_out_is_refused_before_it_fills_the_memory(tmp_path: Path):
    assert "har et ark med for mange celler" in refusal(zip_of(tmp_path, sheet1=sheet_xml("XFD1048576")))


def test_a_file_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = zip_of(tmp_path, sheet1="0" * 100_000)
    monkeypatch.setattr(archive, "MAX_UNPACKED_BYTES", 99_999)

    assert "når den pakkes ud" in refusal(path)


def test_a_directory_that_lies_about_the_size_is_found_out(tmp_path: Path):
    content = "0" * 100_000
    path = zip_of(tmp_path, sheet1=content)
    # Whoever lies about the size can lie about the checksum too, so that the first bytes seem to be all.
    for real, told in ((100_000, 10), (zlib.crc32(content.encode()), zlib.crc32(content[:11].encode()))):
        path.write_bytes(path.read_bytes().replace(struct.pack("<I", real), struct.pack("<I", told)))

    assert "kan ikke læses som Excel" in refusal(path)


@pytest.mark.parametrize(("limit", "expected"), [("MAX_FILE_BYTES", "fylder mere end"), ("MAX_PARTS", "består af")])
def test_a_file_over_a_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, expected: str):
    path = zip_of(tmp_path, sheet1="x")
    monkeypatch.setattr(archive, limit, 0)

    assert expected in refusal(path)


@pytest.mark.parametrize("content", [b"\xd0\xcf\x11\xe0 gammel", b"PK\x03\x04 afbrudt", b"slet ikke Excel"])
def test_what_is_no_excel_file_is_refused(tmp_path: Path, content: bytes):
    path = tmp_path / "liste.xlsx"
    path.write_bytes(content)

    assert "kan ikke læses som Excel" in refusal(path)


def test_a_zip_file_that_is_no_workbook_is_refused(tmp_path: Path):
    assert "kan ikke læses som Excel" in refusal(zip_of(tmp_path, sheet1=sheet_xml("B2")))


# --- checking -------------------------------------------------------------------------------------------------


def faults(*events: Event) -> list[tuple[object, ...]]:
    """(row, column, severity) of each fault, besides those of a declared source."""
    found = check_ledger(frame_of([*events, coverage()]))
    return list(found.select("row", "column", "severity").iter_rows())


def test_a_sound_ledger_has_no_faults():
    correction = event("a2", kind=RETTELSE.key, fields={"replaces": "a1", "reason": "forkert"})

    assert faults(event(at=datetime(2026, 3, 1, 23, 30, tzinfo=UTC), fields={"tekst": "x"}), correction) == []


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"kind": "notatt"}, "kind"),
        ({"case_id": ""}, "case_id"),
        ({"event_id": ""}, "event_id"),
        ({"source": ""}, "source"),
        ({"day": date(1989, 12, 31)}, "day"),
        ({"at": datetime(2026, 3, 2, 23, 30, tzinfo=UTC)}, "at"),
        ({"fields": {"ufoedt": True}}, "f_ufoedt"),
        ({"fields": {"tid_usikker": "måske"}}, "f_tid_usikker"),
        ({"kind": RETTELSE.key}, "f_replaces"),
        ({"kind": RETTELSE.key, "fields": {"replaces": "findes ikke"}}, "f_replaces"),
        ({"kind": RETTELSE.key, "fields": {"replaces": "dækning"}}, "f_replaces"),
        ({"kind": KILDE_DAEKKER.key, "fields": {"slags": "notatt"}}, "f_slags"),
        ({"kind": KILDE_DAEKKER.key, "fields": {"trukket": date(2101, 1, 1)}}, "f_trukket"),
    ],
)
def test_each_fault_is_found_in_its_column(changes: dict[str, Any], column: str):
    assert faults(event("god"), event(**changes)) == [(3, column, "fejl")]


def test_the_row_of_a_ledger_made_elsewhere_may_lack_what_a_file_must_have():
    frame = frame_of([event(), coverage()]).with_columns(day=pl.lit(None, dtype=pl.Date))

    assert check_ledger(frame)["column"].to_list() == ["day", "day"]


def test_an_id_used_twice_is_a_fault_in_both_rows():
    assert faults(event("a"), event("b"), event("a", case_id="s2")) == [
        (2, "event_id", "fejl"),
        (4, "event_id", "fejl"),
    ]


def test_what_may_be_right_is_only_a_warning():
    early = event(recorded_at=datetime(2026, 2, 28, 12, tzinfo=UTC))
    undeclared = event("b", source="ukendt")

    assert faults(early, undeclared) == [(2, "recorded_at", "advarsel"), (3, "source", "advarsel")]


def test_a_fault_says_what_is_wrong_and_what_to_do():
    found = check_ledger(frame_of([event(at=datetime(2026, 3, 2, 23, 30, tzinfo=UTC)), coverage()]))

    assert found.select("value", "fault").row(0) == (
        "2026-03-02T23:30:00Z",
        "Tidspunktet er i Danmark den 03-03-2026, men dagen er den 02-03-2026. Ret dagen eller tidspunktet.",
    )


# --- writing --------------------------------------------------------------------------------------------------


def test_csv_opens_in_danish_excel_without_running_anything(tmp_path: Path):
    path = tmp_path / "liste.csv"
    texts_written = ["=1+2", "'=1+2", "'t Hart", "-1", "æ"]

    write_table(pl.DataFrame({"tekst": texts_written, "tal": [-1, 2, 3, 4, 5]}), path)

    lines = path.read_bytes().decode("utf-8-sig").splitlines()
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert lines == ["tekst;tal", "'=1+2;-1", "''=1+2;2", "'t Hart;3", "'-1;4", "æ;5"]


def test_json_is_one_array_with_instants_in_utc(tmp_path: Path):
    path = tmp_path / "liste.json"

    write_ledger(frame_of([event(kind=UNDERRETNING_MODTAGET.key, fields={"ufoedt": False})]), path)

    (row,) = json.loads(path.read_text(encoding="utf-8"))
    assert list(row) == list(EVENT_COLUMNS)
    assert (row["day"], row["recorded_at"], row["at"]) == ("2026-03-02", "2026-03-02T12:00:00Z", None)
    assert row["f_ufoedt"] is False


def test_excel_gets_days_it_can_count_with_and_texts_that_stay_texts(tmp_path: Path):
    path = tmp_path / "liste.xlsx"
    days = [date(2026, 3, 2), date(1850, 1, 1)]

    write_table(pl.DataFrame({"dag": days, "tekst": ["=1+2", "0012"], "tal": [1, 2**60], "ja": [True, None]}), path)

    sheet = openpyxl.load_workbook(path).active
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["dag", "tekst", "tal", "ja"],
        [datetime.fromisoformat("2026-03-02"), "=1+2", 1, True],
        ["1850-01-01", "0012", str(2**60), None],
    ]
    assert sheet["B2"].data_type == "s"


def test_a_lazy_table_is_written_like_any_other(tmp_path: Path):
    frame = frame_of([event(), coverage()])
    for ending in ("parquet", "csv", "xlsx", "json"):
        write_ledger(frame.lazy(), tmp_path / f"liste.{ending}")

    assert_frame_equal(read_ledger(tmp_path / "liste.parquet"), frame)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("liste.txt", "Brug en af typerne .parquet, .csv, .xlsx, .json"),
        ("ingen/liste.csv", "mappen findes ikke"),
        ("mappe.csv", "det er en mappe"),
        ("x" * 300 + ".csv", "navnet er for langt"),
    ],
)
def test_what_cannot_be_written_is_refused(tmp_path: Path, name: str, expected: str):
    (tmp_path / "mappe.csv").mkdir()

    with pytest.raises(LedgerError, match=expected):
        write_table(pl.DataFrame({"a": [1]}), tmp_path / name)

    assert [each.name for each in tmp_path.iterdir()] == ["mappe.csv"]


@pytest.mark.parametrize("limit", ["MAX_XLSX_ROWS", "MAX_XLSX_TEXT"])
def test_what_excel_cannot_hold_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str):
    monkeypatch.setattr(writing, limit, 1)

    with pytest.raises(LedgerError, match=r"Brug \.parquet eller \.csv"):
        write_table(pl.DataFrame({"a": ["xx"]}), tmp_path / "liste.xlsx")

    assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_what_was_there(tmp_path: Path):
    path = tmp_path / "liste.csv"
    path.write_text("det gamle", encoding="utf-8")

    # A list cannot stand in one cell of a CSV file, which is found out only while writing.
    with pytest.raises(LedgerError, match="Intet er ændret"):
        write_table(pl.DataFrame({"a": [[1, 2]]}), path)

    assert path.read_text(encoding="utf-8") == "det gamle"
    assert [each.name for each in tmp_path.iterdir()] == ["liste.csv"]


def test_several_files_are_written_all_or_none(tmp_path: Path):
    frame = pl.DataFrame({"a": [1]})
    (tmp_path / "mappe.csv").mkdir()

    with pytest.raises(LedgerError):
        write_tables({tmp_path / "første.csv": frame, tmp_path / "mappe.csv": frame})
    assert [each.name for each in tmp_path.iterdir()] == ["mappe.csv"]

    write_tables({tmp_path / "første.csv": frame, tmp_path / "anden.parquet": frame})
    assert sorted(each.name for each in tmp_path.iterdir()) == ["anden.parquet", "første.csv", "mappe.csv"]


def test_a_link_to_a_file_still_leads_to_it(tmp_path: Path):
    real, link = tmp_path / "rigtig.csv", tmp_path / "genvej.csv"
    real.write_text("det gamle", encoding="utf-8")
    link.symlink_to(real)

    write_table(pl.DataFrame({"a": [1]}), link)

    assert link.is_symlink()
    assert real.read_text(encoding="utf-8-sig") == "a\n1\n"


def test_the_writers_write_to_any_open_file():
    file = io.BytesIO()

    writing._write_csv(pl.DataFrame({"a": ["æ"]}), file)

    assert file.getvalue().decode("utf-8-sig") == "a\næ\n"
