"""How is a ledger read from Parquet, CSV or Excel, and what is said when the file is not one?

Every fault of the file is a ``LedgerError``: a Danish sentence with the place and the remedy. What comes back
has exactly the columns of ``EVENT_SCHEMA``, each cell is of the type of its column, and every required one is
filled in; whether it all makes sense is for ``check_ledger``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from pathlib import Path
from typing import Final

import polars as pl

from pejl.ledger.cells import from_texts
from pejl.ledger.columns import check_columns
from pejl.ledger.parquet import read_parquet, scan_parquet
from pejl.ledger.refusals import LedgerError, refuse_missing
from pejl.ledger.separated import read_csv
from pejl.ledger.workbook import Cell, read_first_sheet


def read_ledger(path: Path) -> pl.DataFrame:
    """The ledger in a file (.parquet, .csv, .xlsx), or in a folder of Parquet parts."""
    if path.is_dir():
        return pl.concat([read_parquet(part) for part in parts(path)], rechunk=True)
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise LedgerError(f"Filtypen på »{path.name}« kendes ikke. Brug en fil af typen .parquet, .csv eller .xlsx.")
    refuse_missing(path)
    return reader(path)


def scan_ledger(path: Path) -> pl.LazyFrame:
    """The same, read only when and where needed; of Parquet, the columns are checked but not the cells."""
    if path.is_dir():
        return pl.concat([scan_parquet(part) for part in parts(path)])
    if path.suffix.lower() == ".parquet":
        refuse_missing(path)
        return scan_parquet(path)
    return read_ledger(path).lazy()


def parts(path: Path) -> list[Path]:
    """The Parquet files of a ledger in a folder, in the order of their names; of a file, the file itself."""
    if not path.is_dir():
        return [path]
    found = sorted(path.glob("*.parquet"))
    if not found:
        raise LedgerError(f"Mappen »{path.name}« har ingen .parquet-filer. Vælg en mappe med en hændelsesliste.")
    return found


def _read_xlsx(path: Path) -> pl.DataFrame:
    rows = read_first_sheet(path)
    header = [_cell_text(cell).strip() for cell in rows[0]] if rows else []
    while header and not header[-1]:
        header.pop()
    check_columns(header, path=path)
    columns = {
        name: pl.Series(name, [_cell_text(row[place]) for row in rows[1:]], dtype=pl.String())
        for place, name in enumerate(header)
    }
    return from_texts(pl.DataFrame(columns), path=path)


def _cell_text(cell: Cell) -> str:
    """The cell as it would stand in a CSV file."""
    match cell:
        case bool():
            return "ja" if cell else "nej"
        case float() if cell.is_integer():
            return str(int(cell))
        case date() | time():
            return cell.isoformat()
    return str(cell)


_READERS: Final[Mapping[str, Callable[[Path], pl.DataFrame]]] = {
    ".parquet": read_parquet,
    ".csv": read_csv,
    ".xlsx": _read_xlsx,
}
