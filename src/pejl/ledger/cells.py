"""Is every cell of the type of its column, and filled in where it must be?

Rows are counted as a spreadsheet counts them: the header is row 1.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import polars as pl

from pejl.ledger.frames import EVENT_SCHEMA, OWN_TEXTS
from pejl.ledger.refusals import LedgerError
from pejl.ledger.texts import REMEDY, parsed
from pejl.tables import REQUIRED_EVENT_COLUMNS

FIRST_ROW: Final = 2  # the row of the first event, the header being row 1
_ROW: Final = "række"  # no column of a ledger has this name
_LONGEST_SHOWN: Final = 60


def tidied(name: str, column: pl.Expr) -> pl.Expr:
    """Empty text has one form: "" in the event's own columns, null in the fields."""
    if name in OWN_TEXTS:
        return column.fill_null("").alias(name)
    if EVENT_SCHEMA[name] == pl.String:
        return pl.when(column != "").then(column).alias(name)
    return column.alias(name)


def from_texts(raw: pl.DataFrame, *, path: Path) -> pl.DataFrame:
    """Cells of text as a ledger; rows with nothing in them are skipped, and still counted."""
    numbered = raw.with_row_index(_ROW, offset=FIRST_ROW)
    kept = numbered.filter(pl.any_horizontal(pl.col(raw.columns) != ""))
    columns = {name: _typed(kept[name], rows=kept[_ROW], path=path) for name in raw.columns}
    frame = kept.select(
        tidied(name, pl.lit(columns[name]) if name in columns else pl.lit(None, dtype=dtype))
        for name, dtype in EVENT_SCHEMA.items()
    )
    return complete(frame, rows=kept[_ROW], path=path)


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
    others = wrong.sum() - 1
    if not others:
        return ""
    return f" (og noget lignende i {others} andre rækker)" if others > 1 else " (og noget lignende i én anden række)"


def _short(value: str) -> str:
    return value if len(value) <= _LONGEST_SHOWN else f"{value[:_LONGEST_SHOWN]}…"


def complete(frame: pl.DataFrame, *, path: Path, rows: pl.Series | None = None) -> pl.DataFrame:
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
