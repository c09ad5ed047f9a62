"""How is the year drawn: twelve months around a circle, and a mark for everything that falls in each?

Every kind has a shape of its own beside its colour, and whatever the picture shows stands in the list below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

from pejl.dates import MONTHS
from pejl.web.plan.wheel import Occurrence, State

SIZE: Final = 640
_MIDDLE: Final = SIZE / 2
_OUTER, _INNER, _NAMES = 300.0, 120.0, 272.0
# Marks stand in two rows along the month, the first outermost.
_ROWS: Final = (230.0, 198.0, 166.0)
_IN_ROW: Final = 4
MOST: Final = len(_ROWS) * _IN_ROW - 1


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: where its middle is, and how it looks."""

    x: str
    y: str
    state: str


@dataclass(frozen=True, slots=True)
class Month:
    """One of twelve."""

    path: str
    name: str
    x: str
    y: str
    number: int
    late: int
    marks: Sequence[Mark]
    more: str  # »+3« where not all have room
    more_x: str
    more_y: str
    now: bool

    @property
    def told(self) -> str:
        """What a screen reader is told."""
        if not self.number:
            return f"{self.name}: intet"
        told = "1 punkt" if self.number == 1 else f"{self.number} punkter"
        return f"{self.name}: {told}" + (f", heraf {self.late} forsinket" if self.late else "")


def months(found: Iterable[Occurrence], *, this_month: int = 0) -> list[Month]:
    """The year around the circle, January at the top and on as a clock goes."""
    listed = list(found)
    return [_month(at, [each for each in listed if each.day.month == at + 1], this_month) for at in range(12)]


def _month(at: int, found: Sequence[Occurrence], this_month: int) -> Month:
    name_x, name_y = _point(_NAMES, at + 0.5)
    shown = found if len(found) <= MOST + 1 else found[:MOST]
    more = len(found) - len(shown)
    more_x, more_y = _place(at, len(shown))
    return Month(
        path=_slice(at),
        name=MONTHS[at].capitalize(),
        x=name_x,
        y=name_y,
        number=len(found),
        late=sum(each.state is State.LATE for each in found),
        marks=[Mark(*_place(at, number), each.state.value) for number, each in enumerate(shown)],
        more=f"+{more}" if more else "",
        more_x=more_x,
        more_y=more_y,
        now=at + 1 == this_month,
    )


def _place(at: int, number: int) -> tuple[str, str]:
    row, column = divmod(number, _IN_ROW)
    return _point(_ROWS[min(row, len(_ROWS) - 1)], at + (column + 1) / (_IN_ROW + 1))


def _slice(at: int) -> str:
    (a, b), (c, d) = _point(_OUTER, at), _point(_OUTER, at + 1)
    (e, f), (g, h) = _point(_INNER, at + 1), _point(_INNER, at)
    return f"M{a} {b}A{_OUTER:.0f} {_OUTER:.0f} 0 0 1 {c} {d}L{e} {f}A{_INNER:.0f} {_INNER:.0f} 0 0 0 {g} {h}Z"


def _point(radius: float, month: float) -> tuple[str, str]:
    angle = 2 * pi * month / 12 - pi / 2
    return f"{_MIDDLE + radius * cos(angle):.1f}", f"{_MIDDLE + radius * sin(angle):.1f}"
