"""How is a ledger read from a CSV file that a spreadsheet, or something else, has written?"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import polars as pl

from pejl.ledger.cells import from_texts
from pejl.ledger.columns import check_columns
from pejl.ledger.refusals import LedgerError
from pejl.ledger.texts import unguarded

_UTF8_BOM: Final = b"\xef\xbb\xbf"
_UTF16_BOMS: Final = (b"\xff\xfe", b"\xfe\xff")


def read_csv(path: Path) -> pl.DataFrame:
    """The ledger in a CSV file, however a spreadsheet saved it: ; or , and UTF-8 or Windows-1252."""
    text = _decoded(path)
    header_line = text[: text.find("\n")] if "\n" in text else text
    if "\0" in header_line:
        raise _not_csv(path)
    separator = ";" if ";" in header_line else ","
    header = _cells(header_line.rstrip("\r"), separator=separator, path=path)
    check_columns(header, path=path)
    raw = _split(text, separator=separator, header=header, path=path)
    return from_texts(raw.select(unguarded(pl.all())), path=path)


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
