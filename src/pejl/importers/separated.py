"""Which rows does a csv file hold, whatever its letters, separators and quotation marks?

The file is first gone through once, a piece at a time: is it text at all, is it UTF-8 or Windows-1252, is
there an end to its lines? After that it is read in blocks of whole rows. Polars reads a block fifteen times as
fast as Python does, and says the same as long as the quotation marks stand where they should; from the first
one that does not, Python reads the rest, since it knows on which line a row breaks.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Final, TextIO

import polars as pl

from pejl.importers.layout import Mapping
from pejl.importers.refusal import ImportRefused
from pejl.importers.sheet import MOVED, ROWS_AT_A_TIME, Batches, damage_refused, places, tidied

SEPARATORS: Final = (";", ",", "\t")
# No line of a list that people made is longer, in bytes; a file without an end to its lines is no list.
MAX_LINE: Final = 1024**2
BLOCK_OF_LETTERS: Final = 4_000_000
# So many cells beyond the headings are looked at, to see whether the cells of a row have moved.
_BEYOND: Final = 8
# A whole cell in quotation marks: begins with one, so that the search for it is fast, and looks back from there at
# what stands before. It never gives back what it has taken in, so that no text makes it slow.
_QUOTED: Final = r'"(?<![^{0}\n]")[^"]*+(?:""[^"]*+)*+"(?![^{0}\n])'
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
    with path.open(encoding=encoding) as file:
        cut = Cut(file, separator=separator, name=path.name)
        headings = cut.headings(source.heading_row)
        where = places(headings, source, path=path)
        first = source.heading_row + 1
        for cells in cut.blocks(width=len(headings)):
            texts = cells.select(pl.col(f"{place}").alias(column) for column, place in where.items())
            beyond = cells.select(cells.columns[len(headings) :])
            moved = beyond.select(pl.any_horizontal(pl.all().str.strip_chars() != "").fill_null(False).alias(MOVED))
            yield source, tidied(texts, first=first).with_columns(moved)
            first += cells.height


def _likely_separator(path: Path, *, encoding: str, heading_row: int) -> str:
    """The separator that divides the row with the headings into the most cells."""

    def width(separator: str) -> int:
        with path.open(encoding=encoding) as file:
            try:
                return len(Cut(file, separator=separator, name=path.name).headings(heading_row))
            except ImportRefused:
                return 0

    return max(SEPARATORS, key=width)


@dataclass
class Cut:
    """The text of a file, cut into rows and cells."""

    file: TextIO
    separator: str
    name: str
    lines_read: int = 0
    last_line: str = ""

    def headings(self, row: int) -> list[str]:
        """The cells of the row with the headings; the rows before it are passed by."""
        return next(islice(self._rows(self.file), row - 1, None), [])

    def _rows(self, lines: Iterable[str]) -> Iterator[list[str]]:
        reader = csv.reader(lines, delimiter=self.separator, strict=True)
        before = self.lines_read
        try:
            for row in reader:
                self.lines_read = before + reader.line_num
                yield row
        except csv.Error as error:
            raise ImportRefused(
                f"Linje {before + reader.line_num} i »{self.name}« kan ikke deles i celler. Der mangler et "
                "citationstegn, eller der er et for meget. Ret linjen, eller træk listen igen."
            ) from error

    def blocks(self, *, width: int) -> Iterator[pl.DataFrame]:
        """The rows below the headings, in frames with a column for each cell, named by its place."""
        columns = [f"{place}" for place in range(width + _BEYOND)]
        while lines := self.file.readlines(BLOCK_OF_LETTERS):
            if not self._whole_rows(lines):
                yield from self.by_row(chain(lines, self.file), columns)
                self._refuse_cut_off(width=width)
                return
            with damage_refused(ImportRefused(f"»{self.name}« kan ikke deles i celler. Træk listen igen.")):
                cells = self._quickly(lines, columns)
            yield cells
            self.lines_read, self.last_line = self.lines_read + len(lines), lines[-1]
            self._refuse_cut_off(width=width)

    def _whole_rows(self, lines: list[str]) -> bool:
        """Whether quotation marks stand only around cells; a row that goes on after the last line is taken in."""
        if not any('"' in line for line in lines):
            return True
        odd, spare = sum(line.count('"') for line in lines) % 2, MAX_LINE
        while odd and spare > 0 and (line := self.file.readline()):
            lines.append(line)
            odd, spare = (odd + line.count('"')) % 2, spare - len(line)
        quoted = re.compile(_QUOTED.format(self.separator))
        return not odd and '"' not in quoted.sub("", "".join(lines))

    def _quickly(self, lines: list[str], columns: list[str]) -> pl.DataFrame:
        # Polars takes the number of columns from the first line, so it is given one.
        text = "".join([self.separator.join(columns), "\n", *lines])
        return pl.read_csv(text.encode(), separator=self.separator, infer_schema=False, truncate_ragged_lines=True)

    def by_row(self, lines: Iterable[str], columns: list[str]) -> Iterator[pl.DataFrame]:
        """The same, a row at a time."""
        rows = self._rows(self._noted(lines))
        blanks = [""] * len(columns)
        while batch := [[*row, *blanks][: len(columns)] for row in islice(rows, ROWS_AT_A_TIME)]:
            yield pl.DataFrame(batch, schema=dict.fromkeys(columns, pl.String()), orient="row")

    def _noted(self, lines: Iterable[str]) -> Iterator[str]:
        for line in lines:
            self.last_line = line
            yield line

    def _refuse_cut_off(self, *, width: int) -> None:
        """Half a last row would look as if the rest of it had been deleted."""
        if self.last_line.endswith("\n") or self.last_line.count('"') % 2:
            return
        cells = len(next(csv.reader([self.last_line], delimiter=self.separator), []))
        if cells < width:
            raise ImportRefused(
                f"Filen »{self.name}« er afbrudt: den sidste række har {cells} celler og overskriften {width}. "
                "Træk listen igen."
            )


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
