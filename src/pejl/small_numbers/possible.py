"""Could a number that is not shown be this one, by all that is shown? Bounded search among whole numbers.

It errs to one side only: a world it finds is possible; one it does not find in time is taken for impossible, and then
more is hidden.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# So many tries before giving up. Real tables need ten or twenty.
PATIENCE = 400


@dataclass(frozen=True, slots=True)
class Range:
    """From ``low`` to ``high``, but for the small ones from 1 up to and without ``hole``."""

    low: int
    high: int
    hole: int = 1

    def within(self, low: int, high: int) -> Range | None:
        """What is left between two bounds; None: nothing."""
        low, high = max(low, self.low), min(high, self.high)
        low = self.hole if 1 <= low < self.hole else low
        high = 0 if 1 <= high < self.hole else high
        return None if low > high else Range(low, high, self.hole)


@dataclass(frozen=True, slots=True)
class Equation:
    """These unknown parts together, less the unknown whole (weight -1), are this number."""

    weights: tuple[tuple[str, int], ...]
    total: int


World = dict[str, Range]


class Reading:
    """What is published, as somebody reads it: the unknown numbers' ranges, and the sums they stand in.

    ``truth`` only says where to look first. ``worlds`` are those found in other readings of the same numbers, each as
    what differs from the truth: they hold here too, if all of that is unknown here.
    """

    def __init__(
        self,
        ranges: Mapping[str, Range],
        equations: Sequence[Equation],
        *,
        truth: Mapping[str, int],
        worlds: set[frozenset[tuple[str, int]]],
    ) -> None:
        self.ranges, self.truth, self.worlds = ranges, truth, worlds
        self.of: dict[str, list[Equation]] = {}
        for equation in equations:
            for name, _ in equation.weights:
                self.of.setdefault(name, []).append(equation)
        self._seen = set(truth.items()).union(*(world for world in worlds if all(name in ranges for name, _ in world)))
        self._company: dict[str, list[str]] = {}

    def could_be(self, name: str, number: int) -> bool:
        """Whether some world has this number here, every other number in its range, and every sum right."""
        if (name, number) in self._seen:
            return True
        company = self.company(name)
        if not (fixed := self.ranges[name].within(number, number)):
            return False
        found = _Search(self).finds({each: self.ranges[each] for each in company} | {name: fixed}, company)
        if found:
            different = frozenset((each, only.low) for each, only in found.items() if self.truth.get(each) != only.low)
            self._seen |= different
            self.worlds.add(different)
        return found is not None

    def company(self, name: str) -> list[str]:
        """Every unknown that hangs together with this one."""
        if name not in self._company:
            found, waiting = {name}, [name]
            while waiting:
                near = {each for equation in self.of.get(waiting.pop(), ()) for each, _ in equation.weights}
                waiting += near - found
                found |= near
            self._company |= dict.fromkeys(found, sorted(found))
        return self._company[name]


class _Search:
    """One look for a world, with so much patience."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.left = PATIENCE

    def finds(self, world: World, changed: list[str]) -> World | None:
        """Narrow every range by the sums; where that leaves a choice, try the likeliest number first."""
        self.left -= 1
        if self.left < 0 or not self._narrow(world, changed):
            return None
        open_ones = [name for name, each in world.items() if each.low < each.high]
        if not open_ones:
            return world
        name = min(open_ones, key=lambda each: (world[each].high - world[each].low, each))
        tries = (self.finds({**world, name: each}, [name]) for each in self._choices(name, world[name]))
        return next((found for found in tries if found), None)

    def _choices(self, name: str, among: Range) -> list[Range]:
        likely = min(max(self.reading.truth.get(name, among.low), among.low), among.high)
        if 1 <= likely < among.hole:
            likely = among.high
        bounds = ((likely, likely), (among.low, likely - 1), (likely + 1, among.high))
        return [found for low, high in bounds if (found := among.within(low, high))]

    def _narrow(self, world: World, changed: list[str]) -> bool:
        waiting = list(changed)
        while waiting:
            for equation in self.reading.of.get(waiting.pop(), ()):
                narrowed = _narrowed(equation, world)
                if narrowed is None:
                    return False
                waiting += narrowed
        return True


def _narrowed(equation: Equation, world: World) -> list[str] | None:
    """Tighten the ranges in one sum; the names that became tighter, or None when the sum cannot be right."""
    least = sum(weight * (world[name].low if weight > 0 else world[name].high) for name, weight in equation.weights)
    most = sum(weight * (world[name].high if weight > 0 else world[name].low) for name, weight in equation.weights)
    tighter = []
    for name, weight in equation.weights:
        old = world[name]
        own_least, own_most = (old.low, old.high) if weight > 0 else (-old.high, -old.low)
        low, high = equation.total - (most - own_most), equation.total - (least - own_least)
        new = old.within(low, high) if weight > 0 else old.within(-high, -low)
        if new is None:
            return None
        if new != old:
            world[name] = new
            least += (new.low if weight > 0 else -new.high) - own_least
            most += (new.high if weight > 0 else -new.low) - own_most
            tighter.append(name)
    return tighter
