"""How does a table look on a screen: aligned, wrapped between words, numbers as Danes write them?"""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import Final

_GAP: Final = "  "
_TITLE_WIDTH: Final = 12


def number(value: int) -> str:
    """A whole number with a point at each thousand.

    >>> number(1234567)
    '1.234.567'
    """
    return f"{value:,}".replace(",", ".")


def counted(value: int, one: str, many: str) -> str:
    """A number and its noun.

    >>> counted(1, "sag", "sager"), counted(2000, "sag", "sager")
    ('1 sag', '2.000 sager')
    """
    return f"{number(value)} {one if value == 1 else many}"


def share(part: int, *, of: int) -> str:
    """A percentage that never stands without the number it is of, and is 0 or 100 only when it really is.

    >>> share(999, of=1000), share(2, of=3), share(0, of=0)
    ('99 % af 1.000', '67 % af 3', '')
    """
    if not of:
        return ""
    percent = round(100 * part / of)
    percent = min(percent, 99) if part < of else percent
    return f"{max(percent, 1) if part else 0} % af {number(of)}"


def table(rows: Sequence[Sequence[str]], *, first_width: int) -> list[str]:
    """The rows as lines: the first column to the left, the others to the right, as wide as they must be."""
    wrapped = [[wrap(row[0], first_width) or [""], *([cell] for cell in row[1:])] for row in rows]
    widths = [max(len(line) for row in wrapped for line in row[place]) for place in range(len(rows[0]))]
    return [line for row in wrapped for line in _lines(row, widths)]


def _lines(row: Sequence[Sequence[str]], widths: Sequence[int]) -> list[str]:
    *above, last = row[0]
    cells = [cell[0].rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
    return [*above, _GAP.join([last.ljust(widths[0]), *cells]).rstrip()]


def heading(titles: Sequence[str]) -> list[list[str]]:
    """Titles as rows above a table, wrapped so that columns stay narrow.

    >>> heading(["", "kan ikke afgøres", "i alt"])
    [['', 'kan ikke', ''], ['', 'afgøres', 'i alt']]
    """
    wrapped = [wrap(title, _TITLE_WIDTH) for title in titles]
    deepest = max(len(each) for each in wrapped)
    return [list(row) for row in zip(*([""] * (deepest - len(each)) + each for each in wrapped), strict=True)]
