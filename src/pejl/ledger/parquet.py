"""How is a ledger read from a Parquet file that may be damaged, foreign or hostile?"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import polars as pl

from pejl.ledger.cells import FIRST_ROW, complete, tidied
from pejl.ledger.columns import check_columns
from pejl.ledger.frames import EVENT_SCHEMA, INSTANT
from pejl.ledger.refusals import LedgerError

_PARQUET_MAGIC: Final = b"PAR1"
# An event has an id of its own, so it cannot pack to nothing: a file that says so is damaged, or a bomb.
MOST_ROWS_A_BYTE: Final = 10


def read_parquet(path: Path) -> pl.DataFrame:
    """The whole ledger, every cell looked over."""
    lazy = scan_parquet(path)
    # A damaged file may show itself only when the cells are used, so they are looked over in here too.
    with _garbled_refused(path):
        _height(lazy, path=path)
        return complete(lazy.collect().rechunk(), path=path)


def batches(path: Path, *, rows: int) -> Iterator[pl.DataFrame]:
    """The same so many rows at a time, so that the whole need not fit in the memory."""
    lazy = scan_parquet(path)
    with _garbled_refused(path):
        height = _height(lazy, path=path)
    for start in range(0, height, rows):
        with _garbled_refused(path):
            batch = lazy.slice(start, rows).collect().rechunk()
            numbers = pl.int_range(start + FIRST_ROW, start + FIRST_ROW + batch.height, eager=True)
            found = complete(batch, path=path, rows=numbers)
        yield found


def _height(lazy: pl.LazyFrame, *, path: Path) -> int:
    height: int = lazy.select(pl.len()).collect().item()
    if height > MOST_ROWS_A_BYTE * path.stat().st_size:
        raise _garbled(path)
    return height


def scan_parquet(path: Path) -> pl.LazyFrame:
    """The ledger with its columns looked over; its cells are read when and where they are needed."""
    _refuse_not_parquet(path)
    with _garbled_refused(path):
        schema = pl.read_parquet_schema(path)
        lazy = pl.scan_parquet(path, glob=False, hive_partitioning=False)
    check_columns(schema, path=path)
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
        return tidied(name, pl.lit(None, dtype=wanted))
    if not _fits(stored_as, wanted=wanted):
        raise LedgerError(
            f"Kolonnen »{name}« i »{path.name}« har typen {stored_as}, men skal have typen {wanted}. "
            "Gem filen igen med den rigtige type, eller som .csv."
        )
    return tidied(name, pl.col(name).cast(wanted))


def _fits(stored_as: pl.DataType, *, wanted: pl.DataType) -> bool:
    if wanted == pl.String:
        return stored_as in (pl.String, pl.Categorical, pl.Enum)
    if isinstance(stored_as, pl.Datetime):
        # An instant without a time zone could be Danish or UTC: an hour or two apart, so nobody guesses.
        return wanted == INSTANT and stored_as.time_zone is not None
    return stored_as.is_integer() if wanted == pl.Int64 else stored_as == wanted
