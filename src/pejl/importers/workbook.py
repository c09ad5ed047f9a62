"""What stands in the sheets of an Excel file, as text?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Final

import polars as pl
from python_calamine import CalamineSheet, CalamineWorkbook

from pejl.importers.layout import ListSource, Mapping, folded
from pejl.importers.refusal import ImportRefused, listed
from pejl.importers.sheet import ROWS_AT_A_TIME, Batches, damage_refused, places, text_frame
from pejl.ledger.archive import refuse_unsafe, unreadable

_LEAST_BYTES_A_ROW: Final = 20
_ONE_DAY: Final = timedelta(days=1)
_HALF_A_SECOND: Final = timedelta(microseconds=500_000)
_LAST_MOMENT: Final = datetime(9999, 12, 31, 23, 59, 59)  # noqa: DTZ001 -- to compare with cells, which have no time zone
_NO_DAY: Final = datetime(2000, 1, 1)  # noqa: DTZ001 -- only its hours are used, and cells have no time zone


def most_rows(path: Path) -> int:
    """About as many rows as the file can have."""
    return path.stat().st_size // _LEAST_BYTES_A_ROW


def batches(path: Path, mapping: Mapping) -> Batches:
    """The rows of each list in its sheet."""
    refuse_unsafe(path, refusal=ImportRefused)
    with damage_refused(unreadable(path, refusal=ImportRefused)):
        workbook = CalamineWorkbook.from_path(path)
    with workbook:
        if not workbook.sheet_names:
            raise unreadable(path, refusal=ImportRefused)
        for source in mapping.lists:
            name = _sheet_name(workbook.sheet_names, source, path=path)
            for batch in _read(workbook, name, source=source, path=path):
                yield source, batch


def _sheet_name(names: Sequence[str], source: ListSource, *, path: Path) -> str:
    if not source.sheet and len(names) == 1:
        return names[0]
    for name in names:
        if folded(name) == folded(source.sheet):
            return name
    raise ImportRefused(
        f"Filen »{path.name}« har ikke arket »{source.sheet}«, men {listed(names)}. "
        "Ret »ark« i mappingen, eller vælg den rigtige fil."
    )


def _read(workbook: CalamineWorkbook, name: str, *, source: ListSource, path: Path) -> Iterator[pl.DataFrame]:
    damaged = unreadable(path, refusal=ImportRefused)
    with damage_refused(damaged):
        rows = _rows(workbook.get_sheet_by_name(name))
        where = places(next(islice(rows, source.heading_row - 1, None), []), source, path=path)
    first = source.heading_row + 1
    while True:
        with damage_refused(damaged):
            batch = list(islice(rows, ROWS_AT_A_TIME))
        if not batch:
            return
        yield text_frame(batch, where, first=first)
        first += len(batch)


def _rows(sheet: CalamineSheet) -> Iterator[list[str]]:
    """The rows from the first one of the sheet, which may well be empty."""
    for row in sheet.iter_rows():
        yield [cell_text(cell) for cell in row]


def cell_text(cell: object) -> str:
    """A cell as the text it would be in a csv file."""
    match cell:
        case str():
            return cell
        case bool():
            return "ja" if cell else "nej"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime():
            return str(_rounded(cell))
        case time():
            return str(_rounded(datetime.combine(_NO_DAY, cell)).time())
        case timedelta() if timedelta() <= cell < _ONE_DAY:
            return str(_rounded(_NO_DAY + cell).time())
        case date():
            return cell.isoformat()
    return str(cell)


def _rounded(at: datetime) -> datetime:
    # Excel keeps hours as fractions of a day, and a third of a day is never quite eight o'clock.
    return (min(at, _LAST_MOMENT) + _HALF_A_SECOND).replace(microsecond=0)
