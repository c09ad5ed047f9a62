"""What is held back, and why: first what is too small, then what would give it back, then no more than that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pejl.small_numbers.grids import Grid, Sum, apart
from pejl.small_numbers.marks import SMALLEST, Rules, Shown, Why, Zero
from pejl.small_numbers.possible import Equation, Reading


class CannotProtect(ValueError):
    """What was decided or published before gives a hidden number back, whatever else is held back."""


def protected(
    grid: Grid,
    *,
    smallest: int = SMALLEST,
    zero: Zero = Zero.REVEALING,
    allowed: Mapping[str, str] | None = None,
    before: Mapping[str, Shown] | None = None,
) -> dict[str, Shown]:
    """What may be shown of each printed number.

    ``allowed`` names the numbers a person with authority has decided to show, with the decision. ``before`` is what
    earlier papers showed of the same numbers: out is out, and what was held back stays so.

    >>> from pejl.small_numbers import share
    >>> circle = share("indsats", counted=4, out_of=14)
    >>> protected(circle)["indsats"].told
    'færre end 5'
    >>> protected(circle, allowed={"indsats": "Centerchefen, 3. maj 2024"})["indsats"].told
    '4'
    """
    found: dict[str, Shown] = {}
    for each in apart(grid):
        rules = Rules(each, smallest, zero, allowed or {}, before or {})
        found |= {name: rules.shown(name, mark) for name, mark in _Hiding(rules).marks().items()}
    return {name: found[name] for name in grid.cells if name not in grid.unprinted}


class _Hiding:
    """The marks, while more of them are put and some taken away again."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.cells, self.sums = rules.grid.cells, rules.grid.sums
        self.now = {name: rules.first_mark(name) for name in self.cells}
        self.sensitive = {name for name in self.cells if rules.small(name)} | rules.tells_of_all()
        self.worlds: set[frozenset[tuple[str, int]]] = set()
        self.sums_of: dict[str, list[Sum]] = {name: [] for name in self.cells}
        for each in self.sums:
            for name in each.cells:
                self.sums_of[name].append(each)

    def marks(self) -> dict[str, Why]:
        """All of it, in order."""
        if not any(self._guarded(name) for name in self.cells):
            return self.now
        self._undivide()
        self._settle_goals()
        while unsafe := self._first_unsafe(self.now):
            self._with_more(unsafe)
        self._show_what_can_be()
        return self.now

    def _guarded(self, name: str) -> bool:
        """Whether somebody could be known by it, or it helps to hide one who could."""
        return self.now[name].hides or (self.now[name] is Why.UNPRINTED and name in self.sensitive)

    # ── a total that is too small ────────────────────────────────────────────────────────────────────────────

    def _undivide(self) -> None:
        """Hold back all parts of a total too small to divide, and so on downwards, until nothing more follows."""
        while more := {name for each in self.sums for name in self._undivided_by(each)}:
            self.now |= dict.fromkeys(more, Why.UNDIVIDED)

    def _undivided_by(self, each: Sum) -> Iterator[str]:
        whole, filled = self.now[each.whole], self.rules.filled(each)
        small = self.rules.small(each.whole) and whole in {Why.SMALL, Why.ALLOWED}
        if whole is Why.UNDIVIDED or (small and len(filled) > 1):
            yield from (name for name in each.parts if self.now[name] in {Why.SMALL, Why.OPEN} and self._may(name))
        elif small and len(filled) == 1 and self.now[filled[0]] is Why.UNDIVIDED and self._may(each.whole):
            yield each.whole

    def _may(self, name: str) -> bool:
        return self.rules.may_hide(name)

    # ── what must stay possible ──────────────────────────────────────────────────────────────────────────────

    def _settle_goals(self) -> None:
        """Which numbers must stay possible of each: all that its mark leaves open when nothing else is shown."""
        fullest = {name: self._hidden(name) if self._may(name) else why for name, why in self.now.items()}
        reading = self._read(fullest)
        self.goals = {
            name: [number for number in self._wanted(name) if reading.could_be(name, number)]
            for name in self.cells
            if self._guarded(name) and self._wanted(name)
        }
        if lost := sorted(name for name, goal in self.goals.items() if len(goal) < 2):
            self._hold_back_all(lost)

    def _wanted(self, name: str) -> range:
        """All small numbers, of what is about somebody; of a zero that hides such a one: not only itself."""
        if name in self.sensitive:
            return range(self.rules.smallest)
        return range(2 if self.now[name] is Why.UNDIVIDED and self.cells[name] == 0 else 0)

    def _hold_back_all(self, lost: list[str]) -> None:
        """The marks alone tell: here nothing is told but that it is held back."""
        reading = self._read({name: self._hidden(name) for name in self.cells})
        company = {each for name in lost for each in reading.company(name)}
        if not any(self.now[name] is not Why.UNDIVIDED and self._may(name) and self._printed(name) for name in company):
            raise CannotProtect(f"cannot hide {', '.join(lost)}; what is allowed or already published gives it back")
        self.now |= {name: Why.UNDIVIDED for name in company if self._may(name) and self._printed(name)}
        self._settle_goals()

    def _printed(self, name: str) -> bool:
        return self.now[name] not in {Why.UNPRINTED, Why.UNCOUNTED}

    def _hidden(self, name: str) -> Why:
        return Why.GIVES_BACK if self.now[name] is Why.OPEN else self.now[name]

    def _read(self, marks: Mapping[str, Why]) -> Reading:
        """The published numbers as the reader has them: ranges for the unknown, sums with the known put in."""
        unknown = {name for name, why in marks.items() if why not in {Why.OPEN, Why.ALLOWED}}
        equations = []
        for each in self.sums:
            weighted = [(each.whole, -1), *((name, 1) for name in each.parts)]
            known = sum(weight * (self.cells[name] or 0) for name, weight in weighted if name not in unknown)
            equations.append(Equation(tuple(pair for pair in weighted if pair[0] in unknown), -known))
        truth = {name: number for name in unknown if (number := self.cells[name]) is not None}
        ranges = {name: self.rules.range_of(name, marks[name]) for name in unknown}
        return Reading(ranges, equations, truth=truth, worlds=self.worlds)

    def _first_unsafe(self, marks: Mapping[str, Why]) -> str:
        """The first number about somebody that one could come too close to; empty: all are safe."""
        reading = self._read(marks)
        return next((name for name in self.goals if not self._safe(name, reading)), "")

    def _safe(self, name: str, reading: Reading) -> bool:
        return all(reading.could_be(name, number) for number in self.goals[name])

    # ── what would give it back ──────────────────────────────────────────────────────────────────────────────

    def _with_more(self, unsafe: str) -> None:
        """Hold back one more number (and what it needs in turn): the cheapest that makes this one safe."""
        tries = sorted((self._closed(name) for name in self._neighbours(unsafe)), key=self._cost)
        if tries:
            self.now = next((marks for marks in tries if self._safe(unsafe, self._read(marks))), tries[0])
        else:
            self._hold_back_all([unsafe])

    def _neighbours(self, unsafe: str) -> list[str]:
        """What is shown in a sum with this one; where all of that is hidden already, with its company."""
        for group in ([unsafe], self._read(self.now).company(unsafe)):
            near = {name for each in group for one in self.sums_of[each] for name in one.cells}
            if found := sorted(name for name in near if self.now[name] is Why.OPEN and self._may(name)):
                return found
        return []

    def _closed(self, name: str) -> dict[str, Why]:
        """The marks with this one held back too, and one more in each sum where it would now stand alone."""
        marks = self.now | {name: Why.GIVES_BACK}
        while lone := next((each for each in self.sums if self._lone(each, marks)), None):
            free = [each for each in lone.cells if marks[each] is Why.OPEN and self._may(each)]
            if not free:
                break
            best = min(free, key=lambda each: (self._lones_after(each, marks), *self._dear(each)))
            marks[best] = Why.GIVES_BACK
        return marks

    def _lone(self, each: Sum, marks: Mapping[str, Why]) -> bool:
        unknown = [name for name in each.cells if marks[name] not in {Why.OPEN, Why.ALLOWED}]
        return len(unknown) == 1 and (marks[unknown[0]].hides or unknown[0] in self.goals)

    def _lones_after(self, name: str, marks: dict[str, Why]) -> int:
        return sum(self._lone(each, marks | {name: Why.GIVES_BACK}) for each in self.sums_of[name]) - sum(
            self._lone(each, marks) for each in self.sums_of[name]
        )

    def _dear(self, name: str) -> tuple[bool, bool, bool, int, str]:
        """How sorry one is to lose a number: totals and zeros most, and one with no room to hide in."""
        number = self.cells[name] or 0
        total = any(each.whole == name for each in self.sums_of[name])
        return number == 0, total, number < 2 * self.rules.smallest - 2, number, name

    def _cost(self, marks: dict[str, Why]) -> tuple[int, int, list[tuple[bool, bool, bool, int, str]]]:
        new = [name for name, why in marks.items() if why is not self.now[name]]
        return len(new), sum(self._dear(name)[1] for name in new), [self._dear(name) for name in new]

    # ── no more than that ────────────────────────────────────────────────────────────────────────────────────

    def _show_what_can_be(self) -> None:
        """Take each mark away again that nothing needs, the dearest number first, until all left are needed."""
        before: dict[str, Why] = {}
        while before != self.now:
            before = self.now
            for name in sorted(self.cells, key=self._dear, reverse=True):
                if self.now[name] is Why.GIVES_BACK and not self._hidden_before(name):
                    without = self.now | {name: Why.OPEN}
                    self.now = self.now if self._first_unsafe(without) else without

    def _hidden_before(self, name: str) -> bool:
        earlier = self.rules.before.get(name)
        return earlier is not None and earlier.why.hides
