"""How is a ledger read from Parquet, CSV or Excel, and what is said when the file is not one?

Every fault of the file is a ``LedgerError``: a Danish sentence with the place and the remedy. Rows are
counted as a spreadsheet counts them: the header is row 1. What comes back has exactly the columns of
``EVENT_SCHEMA``, and every required cell is filled in; whether it makes sense is for ``check_ledger``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from difflib import get_close_matches
from pathlib import Path
from typing import Final

import polars as pl

from pejl.ledger.frames import EVENT_SCHEMA, INSTANT, OWN_TEXTS
from pejl.ledger.refusals import LedgerError, refuse_missing
from pejl.ledger.texts import REMEDY, parsed, unguarded
from pejl.ledger.workbook import Cell, read_first_sheet
from pejl.tables import REQUIRED_EVENT_COLUMNS

FIRST_ROW: Final = 2  # the row of the first event, the header being row 1
_ROW: Final = "række"  # no column of a ledger has this name
_LONGEST_SHOWN: Final = 60
_PARQUET_MAGIC: Final = b"PAR1"
# An event has an id of its own, so it cannot pack to nothing: a file that says so is damaged, or a bomb.
MOST_ROWS_A_BYTE: Final = 10
_UTF8_BOM: Final = b"\xef\xbb\xbf"
_UTF16_BOMS: Final = (b"\xff\xfe", b"\xfe\xff")


def read_ledger(path: Path) -> pl.DataFrame:
    """The ledger in a file (.parquet, .csv, .xlsx), or in a folder of Parquet parts."""
    if path.is_dir():
        return pl.concat([_read_parquet(part) for part in parts(path)])
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise LedgerError(f"Filtypen på »{path.name}« kendes ikke. Brug en fil af typen .parquet, .csv eller .xlsx.")
    refuse_missing(path)
    return reader(path)


def scan_ledger(path: Path) -> pl.LazyFrame:
    """The same, read only when and where needed; of Parquet, the columns are checked but not the cells."""
    if path.is_dir():
        return pl.concat([_scan_parquet(part) for part in parts(path)])
    if path.suffix.lower() == ".parquet":
        refuse_missing(path)
        return _scan_parquet(path)
    return read_ledger(path).lazy()


def parts(path: Path) -> list[Path]:
    """The Parquet files of a ledger in a folder, in the order of their names; of a file, the file itself."""
    if not path.is_dir():
        return [path]
    found = sorted(path.glob("*.parquet"))
    if not found:
        raise LedgerError(f"Mappen »{path.name}« har ingen .parquet-filer. Vælg en mappe med en hændelsesliste.")
    return found


# --- Parquet ------------------------------------------------------------------------------------------------


def _read_parquet(path: Path) -> pl.DataFrame:
    lazy = _scan_parquet(path)
    # A damaged file may show itself only when the cells are used, so they are looked over in here too.
    with _garbled_refused(path):
        height: int = lazy.select(pl.len()).collect().item()
        if height > MOST_ROWS_A_BYTE * path.stat().st_size:
            raise _garbled(path)
        return _complete(lazy.collect().rechunk(), path=path)


def _scan_parquet(path: Path) -> pl.LazyFrame:
    _refuse_not_parquet(path)
    with _garbled_refused(path):
        schema = pl.read_parquet_schema(path)
        lazy = pl.scan_parquet(path, glob=False, hive_partitioning=False)
    _check_columns(schema, path=path)
    return lazy.select(_column(name, stored_as=schema.get(name), path=path) for name in EVENT_SCHEMA)


def _refuse_not_parquet(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(len(_PARQUET_MAGIC))
            file.seek(-len(_PARQUET_MAGIC), io.SEEK_END)
            end = file.read()
    except OSError as error:
        raise _garbled(path) from error
    if not start == end == _PARQUET_MAGIC:
        raise _garbled(path)


@contextmanager
def _garbled_refused(path: Path) -> Iterator[None]:
    try:
        yield
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError, ValueError) as error:
        raise _garbled(path) from error


def _garbled(path: Path) -> LedgerError:
    return LedgerError(
        f"Filen »{path.name}« kan ikke læses som Parquet. Den er afbrudt, beskadiget eller af en anden type. "
        "Hent eller gem den igen."
    )


def _column(name: str, *, stored_as: pl.DataType | None, path: Path) -> pl.Expr:
    wanted = EVENT_SCHEMA[name]
    if stored_as is None or stored_as == pl.Null:
        return _tidied(name, pl.lit(None, dtype=wanted))
    if not _fits(stored_as, wanted=wanted):
        raise LedgerError(
            f"Kolonnen »{name}« i »{path.name}« har typen {stored_as}, men skal have typen {wanted}. "
            "Gem filen igen med den rigtige type, eller som .csv."
        )
    return _tidied(name, pl.col(name).cast(wanted))


def _fits(stored_as: pl.DataType, *, wanted: pl.DataType) -> bool:
    if wanted == pl.String:
        return stored_as in (pl.String, pl.Categorical, pl.Enum)
    if isinstance(stored_as, pl.Datetime):
        # An instant without a time zone could be Danish or UTC: an hour or two apart, so nobody guesses.
        return wanted == INSTANT and stored_as.time_zone is not None
    return stored_as.is_integer() if wanted == pl.Int64 else stored_as == wanted


def _tidied(name: str, column: pl.Expr) -> pl.Expr:
    """Empty text has one form: "" in the event's own columns, null in the fields."""
    if name in OWN_TEXTS:
        return column.fill_null("").alias(name)
    if EVENT_SCHEMA[name] == pl.String:
        return pl.when(column != "").then(column).alias(name)
    return column.alias(name)


# --- CSV ----------------------------------------------------------------------------------------------------


def _read_csv(path: Path) -> pl.DataFrame:
    text = _decoded(path)
    header_line = text[: text.find("\n")] if "\n" in text else text
    if "\0" in header_line:
        raise _not_csv(path)
    separator = ";" if ";" in header_line else ","
    header = _cells(header_line.rstrip("\r"), separator=separator, path=path)
    _check_columns(header, path=path)
    raw = _split(text, separator=separator, header=header, path=path)
    return _from_texts(raw.select(unguarded(pl.all())), path=path)


def _cells(line: str, *, separator: str, path: Path) -> list[str]:
    try:
        return [name.strip() for name in next(csv.reader([line], delimiter=separator), [])]
    except csv.Error as error:
        raise _not_csv(path) from error


def _decoded(path: Path) -> str:
    content = path.read_bytes()
    if content.startswith(_UTF16_BOMS):
        raise _not_csv(path)
    marked = content.startswith(_UTF8_BOM)
    content = content.removeprefix(_UTF8_BOM)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        if marked or _is_cut_off(content, error):
            raise _not_the_same_letters(path, content.count(b"\n", 0, error.start) + 1) from error
        return _decoded_as_danish_windows(content, path=path)


def _is_cut_off(content: bytes, error: UnicodeDecodeError) -> bool:
    # UTF-8 until the very last letter, of which only the first half is there.
    at_the_end = error.end == len(content) and error.reason == "unexpected end of data"
    return at_the_end and not content[: error.start].isascii()


def _decoded_as_danish_windows(content: bytes, *, path: Path) -> str:
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise LedgerError(
            f"Linje {line} i »{path.name}« har et tegn, der hverken er UTF-8 eller Windows-1252. "
            "Gem filen i Excel som »CSV UTF-8 (semikolonsepareret)«."
        ) from error


def _not_the_same_letters(path: Path, line: int) -> LedgerError:
    return LedgerError(
        f"Linje {line} i »{path.name}« har tegn, der ikke er UTF-8, som resten af filen. "
        "Filen er afbrudt eller beskadiget. Hent eller gem den igen."
    )


def _not_csv(path: Path) -> LedgerError:
    return LedgerError(
        f"Filen »{path.name}« er ikke en CSV-fil i UTF-8 eller Windows-1252. "
        "Gem den i Excel som »CSV UTF-8 (semikolonsepareret)«."
    )


def _split(text: str, *, separator: str, header: Sequence[str], path: Path) -> pl.DataFrame:
    try:
        raw = pl.read_csv(
            text.encode(),
            separator=separator,
            has_header=False,
            skip_rows=1,
            schema={name: pl.String() for name in header},
            empty_string_is_null=False,
            raise_if_empty=False,
        )
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException) as error:
        raise _uneven(_broken_row(text, separator=separator, width=len(header)), path=path) from error
    # Polars fills a short row up without a word. The separators tell whether one was short: those in the file
    # that do not stand inside a cell must be one fewer than the columns in every row.
    inside = raw.select(pl.sum_horizontal(pl.all().str.count_matches(separator, literal=True).sum())).item()
    if text.count(separator) - (inside or 0) != (len(header) - 1) * (raw.height + 1):
        row = _broken_row(text, separator=separator, width=len(header))
        if row is not None:
            raise _uneven(row, path=path)
    return raw


def _broken_row(text: str, *, separator: str, width: int) -> int | None:
    """The first row that is neither empty nor as wide as the header. Slow; for faults only."""
    number = 0
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), 1):
            if row and len(row) != width:
                return number
    except csv.Error:
        return number + 1
    return None


def _uneven(row: int | None, *, path: Path) -> LedgerError:
    place = f"Række {row} i »{path.name}«" if row else f"»{path.name}«"
    return LedgerError(
        f"{place} kan ikke deles i de samme kolonner som overskriften. Et skilletegn eller et citationstegn "
        "mangler eller er for meget, eller filen er afbrudt. Ret rækken, eller hent filen igen."
    )


# --- Excel --------------------------------------------------------------------------------------------------


def _read_xlsx(path: Path) -> pl.DataFrame:
    rows = read_first_sheet(path)
    header = [_cell_text(cell).strip() for cell in rows[0]] if rows else []
    while header and not header[-1]:
        header.pop()
    _check_columns(header, path=path)
    columns = {
        name: pl.Series(name, [_cell_text(row[place]) for row in rows[1:]], dtype=pl.String())
        for place, name in enumerate(header)
    }
    return _from_texts(pl.DataFrame(columns), path=path)


def _cell_text(cell: Cell) -> str:
    """The cell as it would stand in a CSV file."""
    match cell:
        case bool():
            return "ja" if cell else "nej"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() if cell.time() == datetime.min.time():
            return cell.date().isoformat()
        case date() | time():
            return cell.isoformat()
    return str(cell)


# --- what holds for every kind of file ----------------------------------------------------------------------


def _check_columns(names: Iterable[str], *, path: Path) -> None:
    header = list(names)
    if not set(header) & set(REQUIRED_EVENT_COLUMNS):
        raise LedgerError(
            f"»{path.name}« er ikke en hændelsesliste: overskriften i række 1 har ingen af kolonnerne "
            f"{_listed(REQUIRED_EVENT_COLUMNS)}. Vælg en anden fil, eller indlæs den med pejl import-extract."
        )
    for name in header:
        _check_column(name, times=header.count(name), path=path)
    if missing := [name for name in REQUIRED_EVENT_COLUMNS if name not in header]:
        raise LedgerError(
            f"»{path.name}« mangler {_listed(missing)} i overskriften. En hændelsesliste skal have "
            f"kolonnerne {_listed(REQUIRED_EVENT_COLUMNS)}. Tilføj det, der mangler."
        )


def _check_column(name: str, *, times: int, path: Path) -> None:
    if name not in EVENT_SCHEMA:
        near = get_close_matches(name, EVENT_SCHEMA, n=1)
        remedy = f"Mente du »{near[0]}«? Ret navnet, eller fjern kolonnen." if near else "Fjern kolonnen."
        raise LedgerError(f"Kolonnen »{name}« i »{path.name}« findes ikke i en hændelsesliste. {remedy}")
    if times > 1:
        raise LedgerError(f"Kolonnen »{name}« står {times} gange i »{path.name}«. Fjern de overflødige.")


def _listed(names: Iterable[str]) -> str:
    *others, last = (f"»{name}«" for name in names)
    return f"{', '.join(others)} og {last}" if others else last


def _from_texts(raw: pl.DataFrame, *, path: Path) -> pl.DataFrame:
    """Cells of text as a ledger; rows with nothing in them are skipped, and still counted."""
    numbered = raw.with_row_index(_ROW, offset=FIRST_ROW)
    kept = numbered.filter(pl.any_horizontal(pl.col(raw.columns) != ""))
    columns = {name: _typed(kept[name], rows=kept[_ROW], path=path) for name in raw.columns}
    frame = kept.select(
        _tidied(name, pl.lit(columns[name]) if name in columns else pl.lit(None, dtype=dtype))
        for name, dtype in EVENT_SCHEMA.items()
    )
    return _complete(frame, rows=kept[_ROW], path=path)


def _typed(texts: pl.Series, *, rows: pl.Series, path: Path) -> pl.Series:
    dtype = EVENT_SCHEMA[texts.name]
    values = parsed(texts, dtype=dtype)
    wrong = values.is_null() & (texts.str.strip_chars() != "")
    if not wrong.any():
        return values
    first = wrong.arg_true()[0]
    raise LedgerError(
        f"Række {rows[first]} i »{path.name}« har »{_short(texts[first])}« i kolonnen »{texts.name}«, "
        f"og det kan ikke læses{_others(wrong)}. {REMEDY[dtype]}"
    )


def _others(wrong: pl.Series) -> str:
    return f" (og noget lignende i {wrong.sum() - 1} andre rækker)" if wrong.sum() > 1 else ""


def _short(value: str) -> str:
    return value if len(value) <= _LONGEST_SHOWN else f"{value[:_LONGEST_SHOWN]}…"


def _complete(frame: pl.DataFrame, *, path: Path, rows: pl.Series | None = None) -> pl.DataFrame:
    """The frame, when every required cell is filled in and every day is one that can be counted with."""
    for column in frame:
        if column.name in REQUIRED_EVENT_COLUMNS:
            empty = column == "" if column.dtype == pl.String else column.is_null()
            _refuse(empty, rows=rows, path=path, why=f"mangler »{column.name}«")
        if column.dtype.is_temporal():
            _refuse(_impossible(column), rows=rows, path=path, why=f"har et umuligt år i »{column.name}«")
    return frame


def _impossible(column: pl.Series) -> pl.Series:
    # Years that Python cannot hold: only a damaged file, or a program that counts on without end, has them.
    # Compared as numbers, for Polars itself gives up on such a day.
    limits = pl.Series([date(2, 1, 1), date(9998, 12, 31)]).cast(column.dtype).to_physical()
    return ~column.to_physical().is_between(limits[0], limits[1])


def _refuse(wrong: pl.Series, *, rows: pl.Series | None, path: Path, why: str) -> None:
    if wrong.any():
        first = wrong.arg_true()[0]
        row = first + FIRST_ROW if rows is None else rows[first]
        raise LedgerError(f"Række {row} i »{path.name}« {why}{_others(wrong)}. Ret rækken, eller fjern den.")


_READERS: Final = {".parquet": _read_parquet, ".csv": _read_csv, ".xlsx": _read_xlsx}
