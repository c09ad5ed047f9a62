"""Which cells does the first sheet of an Excel file hold, and is it safe to open?

An Excel file is a zip file. A few kilobytes can unpack to more than a machine has, or place one cell so far
out that the sheet between fills the memory; so all is measured here before the real reader sees the file.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import IO, Final

from python_calamine import CalamineError, CalamineWorkbook

from pejl.ledger.refusals import LedgerError, refuse_missing

Cell = str | int | float | bool | date | datetime | time | timedelta

# Above these a file is hardly a list that people keep in Excel, and Parquet is the better way anyway.
MAX_FILE_BYTES: Final = 200 * 1024**2
MAX_UNPACKED_BYTES: Final = 2 * 1024**3
MAX_PARTS: Final = 10_000
MAX_CELLS: Final = 50_000_000

_ONE_READ: Final = 1024**2
# Longer than any reference to a cell with its quotes, so that one across two reads is not missed.
_OVERLAP: Final = 40
_CELL_AT: Final = re.compile(rb"""[\s:]r\s*=\s*["']([A-Za-z]*)([0-9]+)["']""")
# What Python's zip reader says of a file that is cut, garbled, encrypted or packed in an unknown way.
_GARBLED: Final = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
    OSError,
)
_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"


def read_first_sheet(path: Path) -> list[list[Cell]]:
    """The rows of cells from row 1 on, whatever is empty in front; an empty cell is ``""``."""
    refuse_missing(path)
    _refuse_unsafe(path)
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            return workbook.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError, IndexError) as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> LedgerError:
    return LedgerError(
        f"Filen »{path.name}« kan ikke læses som Excel. Den er afbrudt, beskadiget, af en ældre type "
        "eller låst med adgangskode. Hent den igen, eller gem den på ny som .xlsx uden adgangskode."
    )


def _refuse_unsafe(path: Path) -> None:
    if path.stat().st_size > MAX_FILE_BYTES:
        raise _too_big(path, f"fylder mere end {MAX_FILE_BYTES // 1024**2} MB")
    # Before the zip file is looked for: it may stand behind something else, which the reader would open.
    with path.open("rb") as file:
        if file.read(len(_OLD_EXCEL)) == _OLD_EXCEL:
            raise _unreadable(path)
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_big(path, archive)
    except _GARBLED as error:
        raise _unreadable(path) from error


def _refuse_big(path: Path, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if len(members) > MAX_PARTS:
        raise _too_big(path, f"består af mere end {MAX_PARTS} dele")
    if sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
        raise _too_big(path, f"fylder mere end {MAX_UNPACKED_BYTES // 1024**3} GB, når den pakkes ud")
    for member in members:
        # The directory may lie about the size. One byte more than it promises is asked for, and none may come.
        promised = member.file_size
        member.file_size = promised + 1
        with archive.open(member) as file:
            _refuse_wide(path, _reads(file, promised=promised))


def _reads(file: IO[bytes], *, promised: int) -> Iterator[bytes]:
    seen, tail = 0, b""
    while block := file.read(_ONE_READ):
        seen += len(block)
        if seen > promised:
            raise zipfile.BadZipFile(f"cannot trust a part that promised {promised} bytes and holds more")
        yield tail + block
        tail = block[-_OVERLAP:]


def _refuse_wide(path: Path, blocks: Iterator[bytes]) -> None:
    rows = columns = 1
    for block in blocks:
        for letters, number in _CELL_AT.findall(block):
            rows, columns = max(rows, int(number[:9])), max(columns, _column_number(letters[:5]))
        if rows * columns > MAX_CELLS:
            raise _too_big(path, f"har et ark med plads til mere end {MAX_CELLS} celler")


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _too_big(path: Path, why: str) -> LedgerError:
    return LedgerError(
        f"Excel-filen »{path.name}« {why}, og det er mere, end Pejl vil åbne. "
        "Del den i mindre filer, slet tomme rækker og kolonner, eller gem den som .parquet."
    )
