"""How may a number stand on the page, why, and what does a reader know from its mark alone?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from pejl.small_numbers.grids import Grid, Sum
from pejl.small_numbers.possible import Range

# Ours: no Danish authority's own number was found.
SMALLEST: Final = 5


class Zero(Enum):
    """What a zero tells. Of itself nothing of anybody; but where all are in one group, it tells something of each."""

    SHOWN = "vist"  # where the figure is about us, not about the children: all 40 were answered in time
    REVEALING = "skjult, hvor alle er i samme gruppe"
    HIDDEN = "skjult som et lille tal"


class Why(Enum):
    """Why a number stands on the page as it does."""

    OPEN = ""
    ALLOWED = "Vist efter beslutning."
    SMALL = "Tallet er så lille, at det kan pege på enkelte børn."
    UNDIVIDED = "Ikke vist, fordi det samlede tal er for lille til at dele op."
    GIVES_BACK = "Ikke vist, fordi et andet tal ellers kunne regnes ud."
    UNCOUNTED = "Ikke opgjort."
    UNPRINTED = "Står ikke på siden."

    @property
    def hides(self) -> bool:
        """Whether there is a number that is held back."""
        return self in {Why.SMALL, Why.UNDIVIDED, Why.GIVES_BACK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What may be shown of one number: itself, or None and the reason."""

    number: int | None
    why: Why
    told: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """What is to be published, and by which threshold and decisions."""

    grid: Grid
    smallest: int
    zero: Zero
    allowed: Mapping[str, str]
    before: Mapping[str, Shown]

    def small(self, name: str) -> bool:
        """Whether it is so small that it is about somebody."""
        return 0 < (self.grid.cells[name] or 0) < self.smallest

    def tells_of_all(self) -> set[str]:
        """The zeros that count as small."""
        if self.zero is Zero.HIDDEN:
            return {name for name, number in self.grid.cells.items() if number == 0}
        sums = self.grid.sums if self.zero is Zero.REVEALING else ()
        return {name for each in sums if len(self.filled(each)) == 1 for name in self.empty(each)}

    def filled(self, each: Sum) -> list[str]:
        """The parts with somebody in them, or nobody knows how many."""
        return [name for name in each.parts if self.grid.cells[name] != 0]

    def empty(self, each: Sum) -> list[str]:
        """The parts with nobody in them."""
        return [name for name in each.parts if self.grid.cells[name] == 0]

    def first_mark(self, name: str) -> Why:
        """How a number stands before anything else is looked at."""
        if self.grid.cells[name] is None:
            return Why.UNCOUNTED
        if name in self.allowed:
            return Why.ALLOWED
        if name in self.grid.unprinted:
            return Why.UNPRINTED
        too_small = self.small(name) or name in self.tells_of_all()
        if earlier := self.before.get(name):
            return self._as_before(earlier, too_small)
        return Why.SMALL if too_small else Why.OPEN

    def _as_before(self, earlier: Shown, too_small: bool) -> Why:
        if earlier.why is Why.UNDIVIDED:
            return Why.UNDIVIDED
        if earlier.number is not None:
            return Why.ALLOWED if too_small else Why.OPEN
        if too_small:
            return Why.SMALL
        return Why.GIVES_BACK if earlier.why.hides else Why.OPEN

    def may_hide(self, name: str) -> bool:
        """Whether it is not out already."""
        earlier = self.before.get(name)
        return name not in self.allowed and not (earlier and earlier.number is not None)

    def range_of(self, name: str, why: Why) -> Range:
        """What the reader is taken to know of a number from its mark alone: never more than is true."""
        number = self.grid.cells[name]
        ceiling = (max(n or 0 for n in self.grid.cells.values()) if number is None else number) + 4 * self.smallest
        if why is Why.SMALL:
            return Range(0 if number == 0 else 1, self.smallest - 1)
        if why is Why.GIVES_BACK:
            return Range(0 if number == 0 else self.smallest, ceiling, self.smallest)
        return Range(0, ceiling)

    def shown(self, name: str, why: Why) -> Shown:
        """What is shown of it."""
        number = self.grid.cells[name]
        if why is Why.SMALL:
            return Shown(number=None, why=why, told=f"færre end {self.smallest}", reason=why.value)
        if why.hides or number is None:
            told = "ikke opgjort" if number is None else "ikke vist"
            return Shown(number=None, why=why, told=told, reason=why.value)
        reason = f"{why.value} {self.allowed.get(name, 'Vist før.')}" if why is Why.ALLOWED else ""
        return Shown(number=number, why=why, told=f"{number:,}".replace(",", "."), reason=reason)
