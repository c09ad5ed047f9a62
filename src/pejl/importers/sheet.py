"""Which column of a sheet is which, and how do its rows become a frame of text?

Only the columns that the mapping names are taken along. Blank cells become null; days stand as 2026-06-30,
hours as 23:59:00, moments as both. What the texts mean is for ``cells``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import polars as pl
from python_calamine import CalamineError

from pejl.importers.layout import ListSource, folded
from pejl.importers.refusal import ImportRefused, nearest

# The row as Excel numbers it. No heading has a tab in it, so no column of Pejl's own is taken for one of the list's.
ROW: Final = "\trow"
# True for a row whose cells have moved: it has more of them than there are headings.
MOVED: Final = "\tmoved"
ROWS_AT_A_TIME: Final = 40_000

_DAMAGE: Final = (CalamineError, pl.exceptions.PolarsError, OSError, ValueError, ArithmeticError, LookupError)

Batches = Iterator[tuple[ListSource, pl.DataFrame]]


def places(headings: Sequence[str], source: ListSource, *, path: Path) -> dict[str, int]:
    """Where each of the list's columns stands; raises ``ImportRefused`` for one that is not there just once."""
    found = [folded(each) for each in headings]
    where = f"Række {source.heading_row} i »{source.sheet or path.name}«"
    for column in source.columns:
        if folded(column) not in found:
            near = nearest(column, filter(None, map(str.strip, headings))) if any(found) else "Rækken er tom."
            raise ImportRefused(
                f"{where} har ingen overskrift »{column}«. {near} Ret mappingen eller listen, så de passer sammen."
            )
        if found.count(folded(column)) > 1:
            raise ImportRefused(f"{where} har overskriften »{column}« flere gange. Omdøb den ene i listen.")
    return {column: found.index(folded(column)) for column in source.columns}


def text_frame(rows: Sequence[Sequence[str]], where: Mapping[str, int], *, first: int) -> pl.DataFrame:
    """The rows as a frame with ``ROW`` and the columns; a row that ends early has blanks in the rest."""
    width = max(where.values()) + 1
    wide = [row if len(row) >= width else [*row, *[""] * (width - len(row))] for row in rows]
    columns = list(zip(*wide, strict=False))  # rows may well be wider, each in its own way
    texts = {column: pl.Series(columns[place], dtype=pl.String()) for column, place in where.items()}
    return tidied(pl.DataFrame(texts), first=first)


def tidied(texts: pl.DataFrame, *, first: int) -> pl.DataFrame:
    """The texts trimmed, blanks as null, and the rows numbered from ``first``."""
    # The "hard" blank of web pages and Word is trimmed too, since nobody can see the difference.
    trimmed = texts.select(pl.all().str.replace_all("\u00a0", " ", literal=True).str.strip_chars())
    filled = trimmed.select(pl.when(pl.all() != "").then(pl.all()))
    numbered = filled.with_row_index(ROW, offset=first).cast({ROW: pl.Int64()})
    return numbered.with_columns(pl.lit(False).alias(MOVED))


@contextmanager
def damage_refused(refusal: Exception) -> Iterator[None]:
    """Turn whatever the readers of others throw at a damaged file into one refusal."""
    try:
        yield
    except _DAMAGE as error:
        raise refusal from error
    except BaseException as error:
        # A panic in a reader written in Rust; the class is each reader's own, and no subclass of Exception.
        if type(error).__name__ == "PanicException":
            raise refusal from error
        raise
