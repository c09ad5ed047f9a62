"""How does a list leave Pejl as a file? As CSV that a Danish Excel opens, and that cannot start anything there."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import Final

from django.http import HttpResponse

# A spreadsheet takes a cell that begins so for a formula and runs it.
_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r")


def csv_file(name: str, *, head: Sequence[str], rows: Iterable[Sequence[str]]) -> HttpResponse:
    """The answer that a browser saves under this name."""
    answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    writer = csv.writer(answer, delimiter=";")
    writer.writerow(head)
    writer.writerows([[harmless(cell) for cell in row] for row in rows])
    return answer


def harmless(cell: str) -> str:
    """The text, so marked that a spreadsheet takes it for text.

    >>> harmless("=1+1"), harmless("3. maj 2026")
    ("'=1+1", '3. maj 2026')
    """
    return f"'{cell}" if cell.startswith(_FORMULAS) else cell
