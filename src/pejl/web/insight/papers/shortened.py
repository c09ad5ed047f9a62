"""What of a long drawn part stands on the page of a draft? The first of it; the files and the editions have it all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from pejl.reports import Bullets, Heading, Part, Quote, Table, Text

# A busy half year is 2,000 lines, which nobody reads on a page on the way to the field they write in.
LINES: Final = 6  # below each heading
ROWS: Final = 25  # of each table


def shortened(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts with so many lines below each heading, and a sentence of how many more there are."""
    room, left = LINES, 0
    for part in parts:
        if isinstance(part, Heading):
            yield from _more(left)
            room, left = LINES, 0
        shown = _first(part, room)
        taken = _lines(shown) if shown else 0
        room, left = room - taken, left + _lines(part) - taken
        if shown:
            yield shown
        if isinstance(part, Table):
            yield from _more(len(part.rows) - ROWS)
    yield from _more(left)


def _lines(part: Part) -> int:
    match part:
        case Text() | Quote():
            return 1
        case Bullets(items=items):
            return len(items)
    return 0


def _first(part: Part, room: int) -> Part | None:
    match part:
        case Text() | Quote():
            return part if room else None
        case Bullets(items=items):
            return replace(part, items=items[:room]) if room else None
        case Table(rows=rows):
            return replace(part, rows=rows[:ROWS])
    return part


def _more(left: int) -> Iterator[Part]:
    if left > 0:
        number = f"{left:,}".replace(",", ".")
        words = "linje" if left == 1 else "linjer"
        yield Text(body=f"… og {number} {words} mere. Alt er med i papiret (PDF og Word).")
