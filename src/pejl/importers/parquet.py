"""What stands in a Parquet file, as text?"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import polars as pl

from pejl.dates import COPENHAGEN
from pejl.importers.layout import Mapping
from pejl.importers.refusal import ImportRefused
from pejl.importers.sheet import ROWS_AT_A_TIME, Batches, damage_refused, places, tidied

# A row needs a key of its own, so it cannot pack to nothing; a file that says so is damaged or hostile.
MOST_ROWS_A_BYTE: Final = 100
SPARE_ROWS: Final = 1_000_000


def most_rows(path: Path) -> int:
    """How many rows the file has."""
    with damage_refused(_damaged(path)):
        height: int = _scan(path).select(pl.len()).collect().item()
    if height > MOST_ROWS_A_BYTE * path.stat().st_size + SPARE_ROWS:
        raise _damaged(path)
    return height


def batches(path: Path, mapping: Mapping) -> Batches:
    """The rows of the one list in the file. Its names count as row 1, as they do when Excel shows them."""
    (source,) = mapping.lists
    with damage_refused(_damaged(path)):
        schema = pl.Schema(pl.read_parquet_schema(path))
    names = list(schema)
    where = places(names, source, path=path)
    texts = [_as_text(names[place], schema, path=path).alias(column) for column, place in where.items()]
    # Slices, since a single row group may hold the whole file.
    for start in range(0, most_rows(path), ROWS_AT_A_TIME):
        with damage_refused(_damaged(path)):
            batch = _scan(path).slice(start, ROWS_AT_A_TIME).select(texts).collect()
        yield source, tidied(batch, first=start + 2)


def _scan(path: Path) -> pl.LazyFrame:
    return pl.scan_parquet(path, glob=False, hive_partitioning=False, low_memory=True)


def _damaged(path: Path) -> ImportRefused:
    return ImportRefused(
        f"Filen »{path.name}« kan ikke læses som Parquet. Den er afbrudt eller beskadiget. Hent den igen."
    )


def _as_text(name: str, schema: pl.Schema, *, path: Path) -> pl.Expr:
    dtype, column = schema[name], pl.col(name)
    if isinstance(dtype, pl.Datetime):
        local = column if dtype.time_zone is None else column.dt.convert_time_zone(COPENHAGEN.key)
        return local.dt.strftime("%Y-%m-%d %H:%M:%S")
    if dtype == pl.Time:
        return column.dt.strftime("%H:%M:%S")
    if dtype == pl.Boolean:
        return pl.when(column).then(pl.lit("ja")).when(~column).then(pl.lit("nej"))
    if dtype.is_float():
        whole = pl.when(column == column.floor()).then(column.cast(pl.Int64(), strict=False))
        return pl.coalesce(whole.cast(pl.String()), column.cast(pl.String()))
    if dtype.is_nested() or dtype in (pl.Binary, pl.Object):
        raise ImportRefused(f"Kolonnen »{name}« i »{path.name}« er hverken tekst, tal eller dato. Gem den som tekst.")
    return column.cast(pl.String())
