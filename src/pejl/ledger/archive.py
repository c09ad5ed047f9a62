"""Is this Excel file safe to open? All is measured here before the real reader sees it.

An Excel file is a zip file. A few kilobytes can unpack to more than a machine has, or place one cell so far
out that the sheet between fills the memory.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Final

MAX_FILE_BYTES: Final = 300 * 1024**2
MAX_UNPACKED_BYTES: Final = 2 * 1024**3
# Sheets full of the same few words pack twenty to fifty to one. Bombs pack a thousand to one.
MAX_RATIO: Final = 200
RATIO_MATTERS_FROM: Final = 20 * 1024**2
MAX_PARTS: Final = 10_000
MAX_ROWS: Final = 1_048_576
# What the reader needs, measured: so much for each place from the first cell to the last, and so much more
# for each place with something in it. The whole import must stay below 1.5 GB.
BYTES_A_PLACE: Final = 32
BYTES_A_CELL: Final = 64
MAX_SHEET_BYTES: Final = 1_300_000_000

ONE_READ: Final = 1024**2
# Longer than any reference to a cell with its quotes, so that one across two reads is not missed.
_OVERLAP: Final = 40
_LETTERS: Final = 26
_BLANKS: Final = bytes.maketrans(b"\t\r\n", b"   ")
# A reference may be written in other ways than ` r="A1"`, though no program does it.
_UNUSUAL: Final = (b" r ", b" r= ", b" r='")
_CELL_AT: Final = re.compile(rb""" r *= *["']([A-Za-z]*)([0-9]+)["']""")


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


def refuse_unsafe(path: Path, *, refusal: Callable[[str], Exception]) -> None:
    """Raise a refusal unless the file is a whole zip file of a size that Pejl will open."""
    try:
        fault = _fault(path)
    except _GARBLED as error:
        raise unreadable(path, refusal=refusal) from error
    if fault:
        raise refusal(
            f"Excel-filen »{path.name}« {fault}, og det er mere, end Pejl vil åbne. Slet tomme rækker og kolonner, "
            "eller gem listen som csv eller Parquet."
        )


def unreadable(path: Path, *, refusal: Callable[[str], Exception]) -> Exception:
    """The refusal of a file that begins as Excel and is not."""
    return refusal(
        f"Filen »{path.name}« kan ikke læses som Excel. Den er afbrudt, beskadiget, af en ældre type "
        "eller låst med adgangskode. Hent den igen, eller gem den på ny som .xlsx uden adgangskode."
    )


def _fault(path: Path) -> str:
    """Why the file is too much to open; "" when it is not. Whatever is read is closed again before it is said."""
    if path.stat().st_size > MAX_FILE_BYTES:
        return f"fylder mere end {MAX_FILE_BYTES // 1024**2} MB"
    # Before the zip file is looked for: it may stand behind something else, which the reader would open.
    with path.open("rb") as file:
        if file.read(len(_OLD_EXCEL)) == _OLD_EXCEL:
            raise zipfile.BadZipFile("cannot open an Excel file of the old or the locked kind; save it as .xlsx")
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        if fault := _too_big(members):
            return fault
        for member in members:
            # The directory may lie about the size. One byte more than it promises is asked for, and none may come.
            promised = member.file_size
            member.file_size = promised + 1
            with archive.open(member) as part:
                if fault := _too_wide(_reads(part, promised=promised)):
                    return fault
    return ""


def _too_big(members: list[zipfile.ZipInfo]) -> str:
    if len(members) > MAX_PARTS:
        return f"består af mere end {MAX_PARTS} dele"
    unpacked = sum(member.file_size for member in members)
    if unpacked > MAX_UNPACKED_BYTES:
        return f"fylder mere end {MAX_UNPACKED_BYTES // 1024**3} GB, når den pakkes ud"
    if unpacked > RATIO_MATTERS_FROM and unpacked > MAX_RATIO * sum(each.compress_size for each in members):
        return f"bliver mere end {MAX_RATIO} gange større, når den pakkes ud"
    return ""


def _reads(file: IO[bytes], *, promised: int) -> Iterator[bytes]:
    seen, tail = 0, b""
    while block := file.read(ONE_READ):
        seen += len(block)
        if seen > promised:
            raise zipfile.BadZipFile(f"cannot trust a part that promised {promised} bytes and holds more")
        block = tail + block
        yield block
        tail = block[-_OVERLAP:]


def _too_wide(blocks: Iterable[bytes]) -> str:
    extent = _Extent()
    for block in blocks:
        extent.see(block.translate(_BLANKS))
        if extent.rows > MAX_ROWS:
            return f"har et ark med flere end {MAX_ROWS} rækker"
        if extent.needed > MAX_SHEET_BYTES:
            return "har et ark med for mange celler fra den første til den sidste"
    return ""


class _Extent:
    """How far out a sheet's cells reach.

    Going through each of eleven million cells takes twenty seconds. So each block is first asked whether it has
    any cell further out than those seen, which takes two for them all, and is only then gone through.
    """

    def __init__(self) -> None:
        self.rows = self.columns = self.cells = 0
        self._further = self._pattern()

    def see(self, block: bytes) -> None:
        self.cells += block.count(b"c>")
        if self._further.search(block) or any(form in block for form in _UNUSUAL):
            for letters, number in _CELL_AT.findall(block):
                self.rows = max(self.rows, int(number[:9]))
                self.columns = max(self.columns, _column_number(letters[:5]))
            self._further = self._pattern()

    @property
    def needed(self) -> int:
        """The bytes the reader would need. With one-letter columns only the number of digits of the rows is known."""
        rows = self.rows if self.columns > _LETTERS else min(10 ** len(str(self.rows)), MAX_ROWS)
        return rows * self.columns * BYTES_A_PLACE + self.cells * BYTES_A_CELL

    def _pattern(self) -> re.Pattern[bytes]:
        digits = min(len(str(self.rows)) + 1, len(str(MAX_ROWS)))
        if self.columns >= _LETTERS:
            return re.compile(rb' r="[A-Za-z]')
        first = chr(ord("A") + self.columns)
        beyond = f"[{first}-Z{first.lower()}-z]|[A-Za-z]{{2}}|[A-Za-z]?[0-9]{{{digits}}}"
        return re.compile(f' r="(?:{beyond})'.encode())


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + letter - ord("A") + 1
    return number
