"""Do two contenders hand over the very same deadlines? Every column of every row; their order does not matter."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from pejl.tables import DEADLINE_COLUMNS, ColumnType

_INSTANTS = [name for name, each in DEADLINE_COLUMNS.items() if each is ColumnType.INSTANT]
_ALL = list(DEADLINE_COLUMNS)
_HALF = 2**32


def written_in(folder: Path) -> pl.LazyFrame:
    """The deadlines a contender wrote, instants without the zone that only some of them write."""
    return pl.scan_parquet(folder / "*.parquet").select(_ALL).with_columns(pl.col(_INSTANTS).cast(pl.Datetime("us")))


def fingerprint(deadlines: pl.LazyFrame) -> tuple[int, int]:
    """The number of rows and the sum of a hash of each: the same for the same rows in any order."""
    # Halves of the hash are summed apart, so that no sum runs over.
    row = pl.struct(_ALL).hash()
    counts = deadlines.select(pl.len(), (row // _HALF).sum().alias("upper"), (row % _HALF).sum().alias("lower"))
    rows, upper, lower = counts.collect(engine="streaming").row(0)
    return int(rows), int(upper) * _HALF + int(lower)


def differences(one: pl.LazyFrame, other: pl.LazyFrame) -> list[str]:
    """Up to three rows that only one of them has; empty when they agree."""
    left, right = (each.collect().sort(_ALL, nulls_last=True) for each in (one, other))
    if left.equals(right):
        return []
    only_left = left.join(right, on=_ALL, how="anti", nulls_equal=True)
    only_right = right.join(left, on=_ALL, how="anti", nulls_equal=True)
    told = [f"kun den første: {row}" for row in only_left.head(3).to_dicts()]
    told += [f"kun den anden: {row}" for row in only_right.head(3).to_dicts()]
    return told or [f"den første har {left.height} rækker, den anden {right.height}; nogle står to gange"]
