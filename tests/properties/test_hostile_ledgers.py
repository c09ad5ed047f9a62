"""Is a damaged, foreign or hostile file always refused in words, whatever is wrong with it?

A damaged file can by chance still be a ledger, with another letter in a name. So the promise is: either the
refusal, or a frame with the right columns that can be checked and turned into events. Never anything else, and
the file itself is never touched.
"""

import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pejl.events import Event
from pejl.ledger import EVENT_SCHEMA, LedgerError, check_ledger, events_of, frame_of, read_ledger, write_ledger

ENDINGS = ("parquet", "csv", "xlsx")
SOME_EVENTS = [
    Event(
        event_id=f"hændelse {number}",
        case_id=f"s{number % 7}",
        kind="underretning_modtaget",
        day=date(2026, 1, 1 + number % 28),
        at=datetime(2026, 1, 1 + number % 28, 9, number, tzinfo=UTC) if number % 2 else None,
        recorded_at=datetime(2026, 2, 1, tzinfo=UTC),
        source="=kilde; \"med\" 'alt'",
        fields={"ufoedt": number % 3 == 0, "underretter": "skole"},
    )
    for number in range(60)
]
files = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)


@pytest.fixture(scope="module", params=ENDINGS)
def sound(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hel") / f"liste.{request.param}"
    write_ledger(frame_of(SOME_EVENTS), path)
    return path


def outcome(path: Path, content: bytes) -> str:
    """What comes of reading a file with this content: the refusal, or "" for a frame that holds what it must."""
    path.write_bytes(content)
    said = ""
    try:
        frame = read_ledger(path)
    except LedgerError as refused:
        said = str(refused)
        assert path.name in said
        assert said.endswith(".")
    else:
        assert frame.schema == EVENT_SCHEMA
        check_ledger(frame)
        assert len(events_of(frame)) == frame.height
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]
    return said


@files
@given(data=st.data())
def test_a_file_that_is_cut_off(sound: Path, data: st.DataObject, tmp_path: Path):
    content = sound.read_bytes()
    end = data.draw(st.integers(0, len(content) - 1))

    said = outcome(tmp_path / sound.name, content[:end])

    # A CSV file that ends with a whole row, or with part of the header and no row, looks like one that is whole.
    looks_whole = content[end - 1 : end] == b"\n" or content[end : end + 1] == b"\n" or b"\n" not in content[:end]
    assert said or (sound.suffix == ".csv" and looks_whole)


@files
@given(data=st.data())
def test_a_file_with_garbled_bytes(sound: Path, data: st.DataObject, tmp_path: Path):
    content = bytearray(sound.read_bytes())
    for _ in range(data.draw(st.integers(1, 20))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))

    outcome(tmp_path / sound.name, bytes(content))


@files
@given(data=st.data())
def test_a_file_with_something_put_in_or_taken_out(sound: Path, data: st.DataObject, tmp_path: Path):
    content = sound.read_bytes()
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(start + 300, len(content))))

    outcome(tmp_path / sound.name, content[:start] + data.draw(st.binary(max_size=30)) + content[end:])


@pytest.mark.parametrize("ending", ENDINGS)
@files
@given(content=st.binary(max_size=400))
def test_random_bytes(ending: str, content: bytes, tmp_path: Path):
    assert outcome(tmp_path / f"liste.{ending}", content)


@pytest.mark.parametrize("ending", ENDINGS)
@files
@given(content=st.binary(max_size=200))
def test_random_bytes_in_the_dress_of_the_format(ending: str, content: bytes, tmp_path: Path):
    dress = {"parquet": (b"PAR1", b"PAR1"), "csv": (b"event_id;day;kind\n", b"\n"), "xlsx": (b"PK\x03\x04", b"")}
    before, after = dress[ending]

    assert outcome(tmp_path / f"liste.{ending}", before + content + after)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("other", ENDINGS)
def test_a_file_of_another_kind_under_a_false_name(ending: str, other: str, tmp_path: Path):
    real = tmp_path / f"ægte.{other}"
    write_ledger(frame_of(SOME_EVENTS), real)
    content = real.read_bytes()
    real.unlink()

    assert bool(outcome(tmp_path / f"liste.{ending}", content)) is (ending != other)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp850", "mac-roman", "cp037"])
def test_csv_in_a_foreign_encoding(encoding: str, tmp_path: Path):
    text = "event_id;kind;day;recorded_at;source;f_tekst\na;notat;2026-03-02;2026-03-02T12:00:00Z;x;ø\n"

    said = outcome(tmp_path / "liste.csv", text.encode(encoding))

    # These two share their first half with Windows-1252, and nothing in the file tells them apart.
    assert bool(said) is (encoding not in ("cp850", "mac-roman"))


@files
@given(cells=st.lists(st.text(st.characters(codec="utf-8"), max_size=20), max_size=30))
def test_a_workbook_whose_sheet_is_nonsense(cells: list[str], tmp_path: Path):
    path = tmp_path / "liste.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for number, cell in enumerate(cells):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", cell)

    assert outcome(path, path.read_bytes())
