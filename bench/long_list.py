"""What does it cost to import a million rows of csv, next to just reading them? The list is invented here."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from bench.eight import AS_OF
from bench.sizes import VAR
from pejl.importers.extract import import_extract
from pejl.importers.mapping import read_mapping
from pejl.ledger import write_table

ROWS: Final = 1_000_000
_LIST: Final = VAR / f"stor-liste-{ROWS}.csv"
_MAPPING: Final = Path(__file__).with_name("stor-liste.toml")
_FIRST_DAY: Final = (date(2020, 1, 1) - date(1970, 1, 1)).days
_NOTIFIERS: Final = ("Skole", "Sundhedsvæsenet", "Anonym", "Andre")


def make() -> int:
    """Write the list, unless it lies there."""
    if not _LIST.exists():
        VAR.mkdir(parents=True, exist_ok=True)
        _invented().write_csv(_LIST, separator=";")
    return ROWS


def _invented() -> pl.DataFrame:
    rng = np.random.default_rng(2026)
    received, minutes, slow = rng.integers(0, 2_300, ROWS), rng.integers(0, 24 * 60, ROWS), rng.integers(0, 2, ROWS)
    return pl.DataFrame(
        {
            "Nr.": np.arange(ROWS) + 1,
            "Sag": rng.integers(0, ROWS // 3, ROWS),
            "Modtaget": _as_written(received),
            "Modtaget kl.": pl.Series(minutes * 60_000_000_000).cast(pl.Time).dt.strftime("%H:%M"),
            "Underretter": pl.Series(_NOTIFIERS).gather(rng.integers(0, len(_NOTIFIERS), ROWS)),
            "Vurderet": _as_written(received + slow),
            "Kvittering": _as_written(received + 2 + 3 * slow),
            "Rådgiver": "r" + pl.Series(rng.integers(0, 40, ROWS)).cast(pl.String),
        }
    )


def _as_written(days: NDArray[np.int64]) -> pl.Series:
    return pl.Series(_FIRST_DAY + days).cast(pl.Int32).cast(pl.Date).dt.strftime("%d-%m-%Y")


def read_bare() -> int:
    """The same file with Polars alone, as text; nothing checked, nothing made of it."""
    return pl.read_csv(_LIST, separator=";", infer_schema=False).height


def import_it() -> int:
    """The same file through a mapping, to a ledger on disk."""
    imported = import_extract(_LIST, mapping=read_mapping(_MAPPING), ledger=None, recorded_at=AS_OF)
    write_table(imported.table, VAR / "stor-liste.parquet")
    return imported.new
