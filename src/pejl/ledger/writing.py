"""How is a table written to a file that people and programs can open, with nothing half-written on failure?

CSV has semicolons and a byte order mark, so that Danish Excel opens it in columns and with æ, ø and å; days
are ISO, and instants ISO in UTC. Excel files hold instants as the same text, for Excel knows no time zones.
All is first written beside the target, and only put in its place when every file of the set is whole.
"""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import IO, Final, Protocol

import polars as pl
import xlsxwriter  # type: ignore[import-untyped]  # ships no types

from pejl.ledger.frames import EVENT_SCHEMA
from pejl.ledger.refusals import LedgerError
from pejl.ledger.texts import as_text, guarded

# What Excel itself can hold.
MAX_XLSX_ROWS: Final = 1_048_576
MAX_XLSX_TEXT: Final = 32_767
_TROUBLE: Final = (
    pl.exceptions.PolarsError,
    pl.exceptions.PanicException,
    xlsxwriter.exceptions.XlsxWriterException,
)
_MAX_XLSX_NUMBER: Final = 2**53
_FIRST_XLSX_DAY: Final = date(1900, 3, 1)  # Excel counts a 29 February 1900 that never was


Table = pl.DataFrame | pl.LazyFrame


def write_ledger(frame: Table, path: Path) -> None:
    """A ledger with all its columns in their order."""
    write_table(frame.select(EVENT_SCHEMA.names()).cast(EVENT_SCHEMA), path)


def write_table(frame: Table, path: Path) -> None:
    """One table; the kind of file (.parquet, .csv, .xlsx, .json) follows the name."""
    write_tables({path: frame})


def write_tables(tables: Mapping[Path, Table]) -> None:
    """Several tables, all or none: each is written and flushed before the first is put in its place."""
    beside = {path: _place_beside(path.resolve()) for path in tables}
    try:
        for path, frame in tables.items():
            with _refused_in_danish(path):
                _refuse_folder(path)
                _write_beside(frame, beside[path], writer=_writer(path))
        for path, temporary in beside.items():
            with _refused_in_danish(path):
                temporary.replace(path.resolve())
                _flush_folder(temporary.parent)
    finally:
        for temporary in beside.values():
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


_Writer = Callable[[Table, IO[bytes]], None]


def _writer(path: Path) -> _Writer:
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise LedgerError(f"Filtypen på »{path.name}« kendes ikke. Brug en af typerne {', '.join(_WRITERS)}.")
    return writer


def _place_beside(path: Path) -> Path:
    return path.with_name(f".{path.name[:100]}.{secrets.token_hex(8)}.tmp")


def _write_beside(frame: Table, temporary: Path, *, writer: _Writer) -> None:
    with temporary.open("xb") as file:
        writer(frame, file)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    # Some systems cannot flush a folder; the file is whole in any case, only its name might be the old one.
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _refuse_folder(path: Path) -> None:
    # Found out before anything is put in its place, so that a set of files is all or none.
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))


@contextmanager
def _refused_in_danish(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = _WHY.get(error.errno or 0, str(error.strerror or error))
        raise LedgerError(f"Filen »{path}« kunne ikke skrives: {why}. Intet er ændret.") from error
    except _TROUBLE as error:
        raise LedgerError(f"Filen »{path}« kunne ikke skrives. Prøv en anden filtype. Intet er ændret.") from error


_WHY: Final = {
    errno.ENOENT: "mappen findes ikke. Lav den først, eller vælg en anden",
    errno.ENOTDIR: "mappen findes ikke. Lav den først, eller vælg en anden",
    errno.EACCES: "der er ikke adgang. Luk filen i andre programmer, eller vælg en anden mappe",
    errno.EPERM: "der er ikke adgang. Luk filen i andre programmer, eller vælg en anden mappe",
    errno.EROFS: "der må ikke skrives på det drev. Vælg en anden mappe",
    errno.EISDIR: "det er en mappe. Vælg et andet navn",
    errno.ENOSPC: "disken er fuld. Gør plads, og prøv igen",
    errno.EDQUOT: "disken er fuld. Gør plads, og prøv igen",
    errno.ENAMETOOLONG: "navnet er for langt. Vælg et kortere",
}


# --- one kind of file each ----------------------------------------------------------------------------------


def _write_parquet(table: Table, file: IO[bytes]) -> None:
    # A lazy table is written as it is read, and need not fit in memory.
    table.lazy().sink_parquet(file)


def _write_csv(table: Table, file: IO[bytes]) -> None:
    lazy = table.lazy()
    schema = lazy.collect_schema()
    own_texts = [name for name, dtype in schema.items() if dtype == pl.String]
    texts = lazy.select(as_text(name, dtype) for name, dtype in schema.items())
    filled_in = texts.with_columns(pl.when(pl.col(pl.String) != "").then(pl.col(pl.String)).name.keep())
    # As lazily as Parquet, so that a long table need not fit in memory.
    filled_in.with_columns(guarded(pl.col(own_texts))).sink_csv(file, separator=";", include_bom=True)


def _write_json(table: Table, file: IO[bytes]) -> None:
    frame = table.lazy().collect()
    yesno = frame.select(pl.col(pl.Boolean))
    file.write(_in_iso(frame).with_columns(yesno).write_json().encode())


def _in_iso(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(as_text(name, dtype) for name, dtype in frame.schema.items())


def _write_xlsx(table: Table, file: IO[bytes]) -> None:
    frame = table.lazy().collect()
    _refuse_beyond_excel(frame)
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Tabel")
        sheet.freeze_panes(1, 0)
        _write_row(sheet, 0, frame.columns, form=workbook.add_format({"bold": True}))
        day = workbook.add_format({"num_format": "dd-mm-yyyy"})
        for number, row in enumerate(_excel_rows(frame), 1):
            _write_row(sheet, number, row, form=day)


def _excel_rows(frame: pl.DataFrame) -> Iterator[tuple[object, ...]]:
    return _in_iso(frame).with_columns(frame.select(pl.col(pl.Date, pl.Boolean))).iter_rows()


class _Sheet(Protocol):
    def write_boolean(self, row: int, column: int, value: bool) -> object: ...
    def write_number(self, row: int, column: int, value: float) -> object: ...
    def write_datetime(self, row: int, column: int, value: date, form: object) -> object: ...
    def write_string(self, row: int, column: int, value: str, form: object) -> object: ...


def _write_row(sheet: _Sheet, number: int, row: Iterable[object], *, form: object) -> None:
    for place, cell in enumerate(row):
        match cell:
            case None | "":
                continue
            case bool():
                sheet.write_boolean(number, place, cell)
            case int() | float() if abs(cell) <= _MAX_XLSX_NUMBER:
                sheet.write_number(number, place, cell)
            case date() if cell >= _FIRST_XLSX_DAY:
                sheet.write_datetime(number, place, cell, form)
            case _:
                sheet.write_string(number, place, str(cell), form if number == 0 else None)


def _refuse_beyond_excel(frame: pl.DataFrame) -> None:
    if frame.height >= MAX_XLSX_ROWS:
        raise LedgerError(
            f"Tabellen har {frame.height} rækker, og Excel kan højst have {MAX_XLSX_ROWS - 1}. "
            "Brug .parquet eller .csv."
        )
    for name in (name for name, dtype in frame.schema.items() if dtype == pl.String):
        long = frame[name].str.len_chars() > MAX_XLSX_TEXT
        if long.any():
            raise LedgerError(
                f"Række {long.arg_true()[0] + 2} har i kolonnen »{name}« en tekst på over {MAX_XLSX_TEXT} "
                "tegn, og det kan Excel ikke rumme. Brug .parquet eller .csv."
            )


_WRITERS: Final[Mapping[str, _Writer]] = {
    ".parquet": _write_parquet,
    ".csv": _write_csv,
    ".xlsx": _write_xlsx,
    ".json": _write_json,
}
