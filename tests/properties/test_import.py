"""Whatever stands in a list, and whatever is wrong with the file: does the import stay truthful and never break?

The order of the rows has no say, the same file again changes nothing, a series of pulls ends where the last one
alone would, and a hostile file is refused in words or gives rejects, and never anything else.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from polars.testing import assert_frame_equal

from pejl.dates import read_local
from pejl.events import effective
from pejl.importers import ImportRefused, import_extract, separated
from pejl.importers.cells import AT, DOUBT, with_moments
from pejl.importers.importer import REJECT_SCHEMA, RejectKind
from pejl.importers.layout import Moment
from pejl.ledger import EVENT_SCHEMA, Severity, archive, check_ledger, events_of
from tests.small_lists import HEADINGS, RECORDED_AT, happened, pulled, row, small_mapping, write_list

folders = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
few = settings(folders, max_examples=15)  # each is several imports

LAST_DAY = date(2026, 7, 1)
DAYS = st.one_of(
    st.dates(date(2024, 1, 1), date(2024, 1, 9)).flatmap(
        lambda day: st.sampled_from([f"{day:%d-%m-%Y}", f"{day.day}.{day.month}.{day:%y}", day.isoformat()])
    ),
    st.sampled_from(["", "ukendt", "31-02-2024"]),
)
GOOD_DAYS = st.dates(date(2024, 1, 1), date(2024, 1, 9)).map(date.isoformat)
CLOCKS = st.sampled_from(["", "09:00", "kl. 9.00", "10:30", "?"])
CODES = st.sampled_from(["Skole", " SKOLE", "anonym", "Naboen", ""])
ADVISERS = st.sampled_from(["AHO", "aho", "BKR", ""])


@st.composite
def any_row(draw: st.DrawFn) -> list[str]:
    """A row with all the dirt a list can have."""
    return row(
        Nr=draw(st.sampled_from(["U1", "U2", "U3", "U4", "", "I alt"])),
        Sag=draw(st.sampled_from(["S1", "S1", "S2", ""])),
        Modtaget=draw(DAYS),
        Kl=draw(CLOCKS),
        Fra=draw(CODES),
        Vurderet=draw(DAYS),
        Vurderet_kl=draw(CLOCKS),
        Kvittering=draw(DAYS),
        Rådgiver=draw(ADVISERS),
    )


@st.composite
def good_rows(draw: st.DrawFn) -> list[list[str]]:
    """Rows that can all be used, each with a key of its own."""
    keys = draw(st.lists(st.sampled_from(["U1", "U2", "U3", "U4", "U5"]), min_size=1, unique=True))
    return [
        row(
            Nr=key,
            Sag=draw(st.sampled_from(["S1", "S2"])),
            Modtaget=draw(GOOD_DAYS),
            Kl=draw(st.sampled_from(["", "09:00"])),
            Fra=draw(CODES),
            Vurderet="",
            Kvittering=draw(st.one_of(st.just(""), GOOD_DAYS)),
            Rådgiver=draw(ADVISERS),
        )
        for key in keys
    ]


# --- truths about lists -------------------------------------------------------------------------------------


@folders
@given(rows=st.lists(any_row(), max_size=12), data=st.data())
def test_the_order_of_the_rows_never_matters(tmp_path: Path, rows: list[list[str]], data: st.DataObject) -> None:
    one = pulled(rows, tmp_path)
    other = pulled(data.draw(st.permutations(rows)), tmp_path)
    assert_frame_equal(one.events, other.events)
    said = [name for name in REJECT_SCHEMA if name not in ("row", "reason")]
    assert_frame_equal(one.rejects.select(said).sort(said), other.rejects.select(said).sort(said))
    assert one.counts == other.counts


@folders
@given(rows=st.lists(any_row(), max_size=12))
def test_every_row_is_used_or_listed(tmp_path: Path, rows: list[list[str]]) -> None:
    imported = pulled(rows, tmp_path)
    (count,) = imported.counts
    used = happened(imported.events).filter(pl.col("kind") == "underretning_modtaget").height
    assert count.read == used + count.rejected + count.doubles + count.conflicts + count.omitted
    assert check_ledger(imported.events).is_empty()
    assert set(imported.rejects["kind"]) <= {kind.value for kind in RejectKind}
    assert set(imported.rejects["row"]) <= set(range(2, len(rows) + 2))


@folders
@given(rows=st.lists(any_row(), max_size=12))
def test_the_same_file_twice_changes_nothing(tmp_path: Path, rows: list[list[str]]) -> None:
    first = pulled(rows, tmp_path)
    second = pulled(rows, tmp_path, ledger=first.events, recorded_at=RECORDED_AT + timedelta(days=40))
    assert second.new == 0
    assert_frame_equal(second.events, first.events)
    assert_frame_equal(second.rejects, first.rejects)


SAID = [name for name in EVENT_SCHEMA if name not in ("event_id", "recorded_at")]


def in_force(ledger: pl.DataFrame) -> list[tuple[object, ...]]:
    """What stands, by what it says and not by when it was learnt."""
    standing = {event.event_id for event in effective(events_of(ledger))}
    return sorted(ledger.filter(pl.col("event_id").is_in(standing)).select(SAID).rows(), key=repr)


@few
@given(pulls=st.lists(good_rows(), min_size=2, max_size=5))
def test_complete_pulls_end_where_the_last_one_alone_would(tmp_path: Path, pulls: list[list[list[str]]]) -> None:
    ledger = None
    for number, rows in enumerate(pulls):
        before = ledger
        recorded_at = RECORDED_AT + timedelta(days=30 * number)
        ledger = pulled(rows, tmp_path, ledger=before, recorded_at=recorded_at).events
        if before is not None:
            assert_frame_equal(ledger.head(before.height), before)
    assert ledger is not None
    assert in_force(ledger) == in_force(pulled(pulls[-1], tmp_path).events)
    assert check_ledger(ledger).filter(pl.col("severity") == Severity.FAULT.value).is_empty()


@given(st.lists(st.datetimes(datetime(1990, 1, 1), datetime(2026, 6, 30)), min_size=1))  # noqa: DTZ001 -- a Danish clock
@example([datetime(2024, 3, 31, hour, 30) for hour in range(5)])  # noqa: DTZ001 -- a Danish clock
@example([datetime(2024, 10, 27, hour, 30) for hour in range(5)])  # noqa: DTZ001 -- a Danish clock
def test_a_column_of_hours_is_read_as_each_hour_is(moments: list[datetime]) -> None:
    texts = pl.DataFrame({"Dato": [f"{at:%d-%m-%Y}" for at in moments], "Kl": [f"{at:%H:%M:%S}" for at in moments]})
    found = with_moments(texts, [Moment("Dato", "Kl")], last_day=LAST_DAY)
    expected = [read_local(at.date(), clock=at.time()) for at in moments]
    # Midnight sharp is how many keep a day without an hour.
    hours = [reading.at if f"{at:%T}" != "00:00:00" else None for at, reading in zip(moments, expected, strict=True)]
    assert found["Dato" + AT].to_list() == hours
    assert found["Dato" + DOUBT].to_list() == [reading.doubt.value or None for reading in expected]


# --- files that are damaged or hostile ----------------------------------------------------------------------


@pytest.fixture(scope="module", params=["csv", "xlsx", "parquet"])
def sound(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hel") / f"liste.{request.param}"
    rows = [row(Nr=f"U{number}", Sag=f"S{number % 5}", Fra="=1+1") for number in range(40)]
    if request.param == "xlsx":
        save_workbook([HEADINGS, *rows], path)
    elif request.param == "csv":
        write_list(rows, path)
    else:
        pl.DataFrame(rows, schema=list(HEADINGS), orient="row").write_parquet(path)
    return path


def save_workbook(rows: list[object], path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    for each in rows:
        book.active.append(each)
    book.save(path)


def outcome(path: Path) -> str:
    """The refusal; "" for an import whose ledger and rejects are what they must be."""
    said = ""
    try:
        imported = import_extract(path, mapping=small_mapping(path.parent), ledger=None, recorded_at=RECORDED_AT)
    except ImportRefused as refused:
        said = str(refused)
    if said:
        assert said.endswith((".", "?"))
        assert path.name in said
        return said
    assert imported.events.schema == EVENT_SCHEMA
    assert imported.rejects.schema == REJECT_SCHEMA
    check_ledger(imported.events)
    return ""


def test_a_sound_file_is_read(sound: Path) -> None:
    assert outcome(sound) == ""


@folders
@given(data=st.data())
def test_a_file_that_is_cut_off(sound: Path, tmp_path: Path, data: st.DataObject) -> None:
    content = sound.read_bytes()
    path = tmp_path / sound.name
    path.write_bytes(content[: data.draw(st.integers(0, len(content) - 1))])
    assert outcome(path) or sound.suffix == ".csv"


@folders
@given(data=st.data())
def test_a_file_with_garbled_bytes(sound: Path, tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(sound.read_bytes())
    for _ in range(data.draw(st.integers(1, 20))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / sound.name
    path.write_bytes(content)
    outcome(path)


@folders
@given(
    content=st.binary(max_size=400), start=st.sampled_from([b"", b"PK\x03\x04", b"PAR1", b"\xef\xbb\xbf", b"\xff\xfe"])
)
def test_a_file_of_anything(tmp_path: Path, content: bytes, start: bytes) -> None:
    path = tmp_path / "noget"
    path.write_bytes(start + content)
    outcome(path)


@folders
@given(text=st.text(alphabet=';,\t"\r\n\\ Nr.SagUæ1', max_size=200))
def test_a_text_of_anything_under_the_headings(tmp_path: Path, text: str) -> None:
    path = tmp_path / "noget.csv"
    path.write_text(";".join(HEADINGS) + "\n" + text, encoding="utf-8", newline="")
    outcome(path)


@given(
    text=st.text(alphabet=';,"\n ab', max_size=60),
    separator=st.sampled_from(separated.SEPARATORS),
    block=st.sampled_from([8, 1000]),
)
@example(text='a";b\nc";d\n', separator=";", block=1000)
@example(text='"a""b";"c\nd"\n\n;;;;;;;;;;;;;;;;\n""\n', separator=";", block=8)
def test_the_quick_way_to_cut_a_text_says_what_the_slow_one_does(text: str, separator: str, block: int) -> None:
    def cut() -> separated.Cut:
        return separated.Cut(io.StringIO(text), separator=separator, name="tekst")

    def cells(blocks: Iterable[pl.DataFrame]) -> list[tuple[str, ...]]:
        try:
            return [tuple(cell or "" for cell in row) for block in blocks for row in block.iter_rows()]
        except ImportRefused:
            return []

    columns = [f"{place}" for place in range(9)]
    with pytest.MonkeyPatch.context() as limits:
        limits.setattr(separated, "BLOCK_OF_LETTERS", block)
        assert cells(cut().blocks(width=1)) == cells(cut().by_row(io.StringIO(text), columns))


def members(path: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as book:
        for name in book.namelist():
            yield name, book.read(name)


def rezipped(source: Path, path: Path, **changes: bytes) -> Path:
    """The Excel file with the contents of some parts changed: sheet is the sheet."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in members(source):
            book.writestr(name, changes.get("sheet", content) if name.endswith("sheet1.xml") else content)
    return path


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bog") / "liste.xlsx"
    save_workbook([HEADINGS, row(), row(Nr="U2")], path)
    return path


@folders
@given(data=st.data())
def test_an_excel_file_with_garbled_xml_in_a_sound_zip(workbook: Path, tmp_path: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([name for name, _ in members(workbook)]))
    path = tmp_path / "liste.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for each, content in members(workbook):
            garbled = bytearray(content)
            for _ in range(data.draw(st.integers(1, 8)) if each == name else 0):
                garbled[data.draw(st.integers(0, len(garbled) - 1))] = data.draw(st.integers(0, 255))
            book.writestr(each, bytes(garbled))
    outcome(path)


def sheet(*cells: str) -> bytes:
    body = "".join(f"<c {place}><v>1</v></c>" for place in cells)
    return f"<worksheet><sheetData><row>{body}</row></sheetData></worksheet>".encode()


@pytest.mark.parametrize(
    "far",
    [
        'r="XFD1048576"',
        'r="xfd1048576"',
        "r='XFD1048576'",
        'r = "XFD1048576"',
        '\nr="XFD1048576"',
        'r="ALL999999"',
        'r="B9999999"',
    ],
)
def test_a_cell_placed_far_out(workbook: Path, tmp_path: Path, far: str) -> None:
    """A few bytes that would have the reader fill the memory with the empty cells between."""
    path = rezipped(workbook, tmp_path / "langt.xlsx", sheet=sheet('r="A1"', far))
    assert "har et ark med" in outcome(path)


def test_a_wide_sheet_with_few_rows_is_no_bomb(workbook: Path, tmp_path: Path) -> None:
    path = rezipped(workbook, tmp_path / "bred.xlsx", sheet=sheet('r="A1"', 'r="XFD20"'))
    assert "har ingen overskrift" in outcome(path)


def test_a_place_across_two_reads_is_seen(workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = rezipped(workbook, tmp_path / "langt.xlsx", sheet=sheet('r="A1"', 'r="XFD1048576"'))
    for size in range(1, 60):
        monkeypatch.setattr(archive, "ONE_READ", size)
        with pytest.raises(ImportRefused, match="har et ark med"):
            archive.refuse_unsafe(path, refusal=ImportRefused)


def test_a_part_that_unpacks_to_a_thousand_times_its_size(workbook: Path, tmp_path: Path) -> None:
    path = rezipped(workbook, tmp_path / "bombe.xlsx", sheet=b" " * 50 * 1024**2)
    assert path.stat().st_size < 100_000
    assert "gange større, når den pakkes ud" in outcome(path)


@pytest.mark.parametrize("checksum_too", [False, True])
def test_a_part_that_holds_more_than_the_directory_promises(workbook: Path, tmp_path: Path, checksum_too: bool) -> None:
    path = rezipped(workbook, tmp_path / "løgn.xlsx", sheet=b" " * 5 * 1024**2)
    honest, lie = struct.pack("<I", 5 * 1024**2), struct.pack("<I", 1000)
    content = path.read_bytes().replace(honest, lie)
    if checksum_too:  # of the byte that is asked for beyond what is promised
        honest, lie = (struct.pack("<I", zlib.crc32(b" " * size)) for size in (5 * 1024**2, 1001))
        content = content.replace(honest, lie)
    path.write_bytes(content)
    assert "kan ikke læses som Excel" in outcome(path)


@pytest.mark.parametrize(
    ("limit", "says"),
    [
        ("MAX_FILE_BYTES", "fylder mere end"),
        ("MAX_UNPACKED_BYTES", "når den pakkes ud"),
        ("MAX_PARTS", "består af mere end"),
        ("MAX_ROWS", "har et ark med flere end"),
        ("MAX_SHEET_BYTES", "har et ark med for mange celler"),
    ],
)
def test_every_limit_is_kept(workbook: Path, monkeypatch: pytest.MonkeyPatch, limit: str, says: str) -> None:
    monkeypatch.setattr(archive, limit, 1)
    said = outcome(workbook)
    assert says in said
    assert "gem listen som csv" in said


def test_a_workbook_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "andet.xlsx"
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as book:
        book.writestr("brev.txt", "Kære kommune")
    path.write_bytes(content.getvalue())
    assert "kan ikke læses som Excel" in outcome(path)


def test_formulas_and_faults_in_cells_are_only_text(tmp_path: Path) -> None:
    path = tmp_path / "formler.xlsx"
    save_workbook(
        [HEADINGS, row(Nr="=1+1", Fra="#REF!"), row(Nr="U2", Fra="=cmd|' /C calc'!A0", Modtaget="#N/A")], path
    )
    assert outcome(path) == ""
