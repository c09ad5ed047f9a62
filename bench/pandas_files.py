"""How does pandas get at Parquet here? Polars reads and writes, for pandas itself cannot without a package more.

Text becomes categories on the way in, the quickest form pandas has for it; only the names of events, all different,
stay text.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import polars as pl


def read(part: Path, *, columns: Sequence[str]) -> pd.DataFrame:
    """These columns of a part; instants without their zone (UTC)."""
    frame = pl.read_parquet(part, columns=list(columns), glob=False)
    return pd.DataFrame({name: _to_pandas(frame[name]) for name in columns})


def _to_pandas(column: pl.Series) -> pd.Categorical | pd.Series:
    match column.dtype:
        case pl.String if column.name == "event_id":
            return pd.Series(column.to_numpy(), dtype=object)
        case pl.String:
            names = column.drop_nulls().unique().sort()
            codes = column.cast(pl.Enum(names)).to_physical().cast(pl.Int32).fill_null(-1)
            return pd.Categorical.from_codes(codes.to_numpy(), categories=pd.Index(names.to_list(), dtype=object))
        case pl.Date:
            return pd.Series(column.cast(pl.Datetime("us")).to_numpy())
        case pl.Datetime():
            return pd.Series(column.dt.replace_time_zone(None).to_numpy())
        case _:
            return pd.Series(column.fill_null(False).to_numpy())


def write(frame: pd.DataFrame, out: Path) -> None:
    """The frame as a file."""
    pl.DataFrame({name: _to_polars(frame[name]) for name in frame}).write_parquet(out)


def _to_polars(column: pd.Series) -> pl.Series:
    if isinstance(column.dtype, pd.CategoricalDtype):
        names = pl.Series(column.cat.categories.to_list(), dtype=pl.String)
        return names.gather(pl.Series(column.cat.codes.to_numpy()))
    if column.dtype == object:
        return pl.Series(column.to_list(), dtype=pl.String)
    return pl.Series(column.to_numpy()).cast(pl.Datetime("us"))
