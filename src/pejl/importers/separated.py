"""Which rows does a csv file hold, whatever its letters, separators and quotation marks?

The file is first gone through once, a piece at a time: is it text at all, is it UTF-8 or Windows-1252, is
there an end to its lines? After that it can be read a row at a time without surprises.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from pejl.importers.layout import Mapping
from pejl.importers.refusal import ImportRefused
from pejl.importers.sheet import ROWS_AT_A_TIME, Batches, places, text_frame

SEPARATORS: Final = (";", ",", "\t")
# No line of a list that people made is longer, in bytes; a file without an end to its lines is no list.
MAX_LINE: Final = 1024**2
_LEAST_BYTES_A_ROW: Final = 60
_ONE_READ: Final = 1024**2
_UTF8: Final = "utf-8-sig"
_DANISH_WINDOWS: Final = "cp1252"
_SAVE_AS: Final = "Gem den i Excel som »CSV UTF-8 (semikolonsepareret)«."


def most_rows(path: Path) -> int:
    """About as many rows as the file can have."""
    return path.stat().st_size // _LEAST_BYTES_A_ROW


def batches(path: Path, mapping: Mapping) -> Batches:
    """The rows of the one list in the file."""
    (source,) = mapping.lists
    encoding = encoding_of(path)
    separator = mapping.separator or _likely_separator(path, encoding=encoding, heading_row=source.heading_row)
    rows = _rows(path, separator, encoding=encoding)
    where = places(next(islice(rows, source.heading_row - 1, None), []), source, path=path)
    first = source.heading_row + 1
    while batch := list(islice(rows, ROWS_AT_A_TIME)):
        yield source, text_frame(batch, where, first=first)
        first += len(batch)


def _likely_separator(path: Path, *, encoding: str, heading_row: int) -> str:
    """The separator that divides the row with the headings into the most cells."""

    def width(separator: str) -> int:
        try:
            headings = islice(_rows(path, separator, encoding=encoding), heading_row - 1, None)
            return len(next(headings, []))
        except ImportRefused:
            return 0

    return max(SEPARATORS, key=width)


def _rows(path: Path, separator: str, *, encoding: str) -> Iterator[list[str]]:
    with path.open(encoding=encoding, newline="") as file:
        reader = csv.reader(file, delimiter=separator, strict=True)
        try:
            yield from reader
        except csv.Error as error:
            raise ImportRefused(
                f"Linje {reader.line_num} i »{path.name}« kan ikke deles i celler. Der mangler et citationstegn, "
                "eller der er et for meget. Ret linjen, eller træk listen igen."
            ) from error


# --- is it text, and in which letters? ----------------------------------------------------------------------


def encoding_of(path: Path) -> str:
    """UTF-8 where the whole file is that, and else Windows-1252."""
    utf8 = codecs.getincrementaldecoder(_UTF8)()
    line = 1
    danish_letters = False
    for block in _blocks(path):
        try:
            danish_letters |= not utf8.decode(block).isascii()
        except UnicodeDecodeError as error:
            if danish_letters or not error.object[: error.start].isascii():
                raise _damaged(path, line + error.object.count(b"\n", 0, error.start)) from error
            return _danish_windows(path)
        line += block.count(b"\n")
    if utf8.getstate()[0]:
        raise _damaged(path, line)
    return _UTF8


def _damaged(path: Path, line: int) -> ImportRefused:
    return ImportRefused(
        f"Linje {line} i »{path.name}« har tegn, der ikke er UTF-8 som resten. Filen er afbrudt eller "
        "beskadiget. Træk listen igen."
    )


def _danish_windows(path: Path) -> str:
    line = 1
    for block in _blocks(path):
        try:
            block.decode(_DANISH_WINDOWS)
        except UnicodeDecodeError as error:
            line += block.count(b"\n", 0, error.start)
            raise ImportRefused(
                f"Linje {line} i »{path.name}« har et tegn, der hverken er UTF-8 eller Windows-1252. {_SAVE_AS}"
            ) from error
        line += block.count(b"\n")
    return _DANISH_WINDOWS


def _blocks(path: Path) -> Iterator[bytes]:
    """The file in pieces, as long as they look like text."""
    unfinished = 0
    with path.open("rb") as file:
        while block := file.read(_ONE_READ):
            if b"\0" in block:
                raise ImportRefused(f"Filen »{path.name}« er hverken Excel, Parquet eller ren tekst. {_SAVE_AS}")
            lines = block.replace(b"\r", b"\n").split(b"\n")
            if unfinished + len(lines[0]) > MAX_LINE:
                raise ImportRefused(f"Filen »{path.name}« har en linje på over 1 MB og er næppe en liste. {_SAVE_AS}")
            unfinished = len(lines[-1]) + (unfinished if len(lines) == 1 else 0)
            yield block
