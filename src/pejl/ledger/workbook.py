"""Which cells does the first sheet of an Excel file hold? ``archive`` measures the file before it is opened."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from pejl.ledger.archive import refuse_unsafe, unreadable
from pejl.ledger.refusals import LedgerError, refuse_missing

Cell = str | int | float | bool | date | datetime | time | timedelta


def read_first_sheet(path: Path) -> list[list[Cell]]:
    """The rows of cells from row 1 on, whatever is empty in front; an empty cell is ``""``."""
    refuse_missing(path)
    refuse_unsafe(path, refusal=LedgerError)
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            return workbook.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError, IndexError) as error:
        raise unreadable(path, refusal=LedgerError) from error
