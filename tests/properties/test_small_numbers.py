"""Can somebody who lays all that is published side by side work out a number that was held back?

The attacker shares no code with the defence. It keeps, for every number not shown, the set of all it can still be (the
bits of one whole number), narrows the sets by every sum until nothing moves, and then tries worlds out.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pejl.small_numbers import CannotProtect, Grid, Shown, Sum, Why, Zero, hiding, protected, share, table, together

COUNTS = st.one_of(st.integers(0, 6), st.integers(0, 30))
SMALL = {1, 2, 3, 4}
Sets = dict[str, int]


class Attacker:
    """Knows the sums, what is shown, what each mark means, and (from elsewhere) which marks do not hide a zero."""

    def __init__(self, grid: Grid, page: Mapping[str, Shown]) -> None:
        self.sums = [(each.whole, each.parts) for each in grid.sums]
        self.truth = {name: number or 0 for name, number in grid.cells.items()}
        self.ceiling = 2 * max(number or 0 for number in grid.cells.values()) + 40
        self.decided = {name for name, each in page.items() if each.why is Why.ALLOWED}
        self.start = {name: self.known(name, page.get(name)) for name in grid.cells}
        self.seen: dict[str, set[int]] = {name: set() for name in grid.cells}

    def known(self, name: str, shown: Shown | None) -> int:
        """All one number can be, by what stands on the page alone."""
        everything = (1 << self.ceiling + 1) - 1
        if shown is None or shown.why in {Why.UNDIVIDED, Why.UNCOUNTED}:
            return everything
        if shown.number is not None:
            return 1 << shown.number
        zero = 1 if self.truth[name] == 0 else 0
        return bits(SMALL) | zero if shown.why is Why.SMALL else everything & ~bits(SMALL | {0}) | zero

    def blinded(self) -> "Attacker":
        """The same attacker when all that is shown is struck out, but for the marks and what was decided."""
        other = object.__new__(Attacker)
        other.__dict__ = self.__dict__ | {"seen": {name: set() for name in self.start}}
        shut = Shown(number=None, why=Why.GIVES_BACK, told="")
        other.start = {
            name: self.known(name, shut) if each.bit_count() == 1 and name not in self.decided else each
            for name, each in self.start.items()
        }
        return other

    def can_be(self, name: str, number: int) -> bool:
        """Whether a whole world fits."""
        if number not in self.seen[name]:
            world = self.world({**self.start, name: self.start[name] & 1 << number}, [600])
            for each, one in (world or {}).items():
                self.seen[each].add(one.bit_length() - 1)
        return number in self.seen[name]

    def world(self, sets: Sets, patience: list[int]) -> Sets | None:
        patience[0] -= 1
        narrowed = self.narrowed(sets) if patience[0] > 0 else None
        if narrowed is None:
            return None
        several = [name for name, each in narrowed.items() if each.bit_count() > 1]
        if not several:
            return narrowed
        name = min(several, key=lambda each: narrowed[each].bit_count())
        # Looking near the truth first finds a world sooner; whether there is one is the same.
        left = [number for number in range(self.ceiling + 1) if narrowed[name] >> number & 1]
        left.sort(key=lambda number: abs(number - self.truth[name]))
        tries = (self.world({**narrowed, name: 1 << number}, patience) for number in left)
        return next((found for found in tries if found), None)

    def narrowed(self, sets: Sets) -> Sets | None:
        sets, moving = dict(sets), True
        while moving:
            moving = False
            for whole, parts in self.sums:
                new = fitting(sets, whole, parts)
                if not all(new.values()):
                    return None
                moving = moving or any(sets[name] != each for name, each in new.items())
                sets |= new
        return sets if all(sets.values()) else None


def bits(numbers: set[int]) -> int:
    return sum(1 << number for number in numbers)


def added(one: int, other: int) -> int:
    """All sums of a number of the one set and a number of the other."""
    few, many = sorted((one, other), key=int.bit_count)
    found = 0
    while few:
        least = few & -few
        found |= many << least.bit_length() - 1
        few ^= least
    return found


def taken(whole: int, rest: int) -> int:
    """All differences, zero or more, between a number of the whole's set and one of the rest's."""
    found = 0
    while rest:
        least = rest & -rest
        found |= whole >> least.bit_length() - 1
        rest ^= least
    return found


def fitting(sets: Sets, whole: str, parts: tuple[str, ...]) -> Sets:
    before, after = [1], [1]
    for name in parts:
        before.append(added(before[-1], sets[name]))
    for name in reversed(parts):
        after.append(added(after[-1], sets[name]))
    total = sets[whole] & before[-1]
    rests = [added(before[at], after[len(parts) - 1 - at]) for at in range(len(parts))]
    return {whole: total} | {name: sets[name] & taken(total, rests[at]) for at, name in enumerate(parts)}


def given_away(grid: Grid, page: Mapping[str, Shown]) -> list[str]:
    """Which numbers the attacker comes too close to."""
    attacker = Attacker(grid, page)
    blind = attacker.blinded()
    return [name for name in grid.cells if too_close(name, grid, page, attacker, blind)]


def too_close(name: str, grid: Grid, page: Mapping[str, Shown], attacker: Attacker, blind: Attacker) -> bool:
    shown, number = page.get(name), grid.cells[name]
    if number is None or (shown is not None and shown.number is not None):
        return False
    if number in SMALL and (shown is None or shown.why is Why.SMALL):
        return any(not attacker.can_be(name, each) and blind.can_be(name, each) for each in SMALL)
    if shown is None:
        return False
    others = (near for step in range(1, 25) for near in (number - step, number + step) if near >= 0)
    return not any(attacker.can_be(name, each) for each in others)


@st.composite
def tables(draw: st.DrawFn) -> Grid:
    """One to three tables; the later ones may be last year's, with the years' sum beside them, or share a total."""
    rows, columns = draw(st.integers(2, 4)), draw(st.integers(2, 3))
    count = draw(st.integers(1, 3 if rows * columns < 7 else 1))
    grids = [table(f"t{each}", numbers(draw, rows, columns)) for each in range(count)]
    if count == 1:
        return grids[0]
    both = {name.partition("/")[2] for name in grids[0].cells} if draw(st.booleans()) else {"alle/alle"}
    sums = [Sum(f"sum/{each}", tuple(f"t{at}/{each}" for at in range(count))) for each in sorted(both)]
    held = together(grids)
    whole = {each.whole: sum(held.cells[part] or 0 for part in each.parts) for each in sums}
    return together([held, Grid(cells=whole)], sums=sums)


def numbers(draw: st.DrawFn, rows: int, columns: int) -> dict[str, dict[str, int]]:
    return {f"r{row}": {f"c{column}": draw(COUNTS) for column in range(columns)} for row in range(rows)}


@settings(max_examples=40)
@given(grid=tables(), zero=st.sampled_from(Zero))
def test_nobody_can_work_a_hidden_number_out(grid: Grid, zero: Zero) -> None:
    assert given_away(grid, protected(grid, zero=zero)) == []


@settings(max_examples=40)
@given(pairs=st.lists(st.tuples(COUNTS, COUNTS), min_size=1, max_size=4), zero=st.sampled_from(Zero))
def test_nor_what_a_share_leaves_over_in_the_quarters_of_a_year(pairs: list[tuple[int, int]], zero: Zero) -> None:
    quarters = [share(f"k{at}", counted=one, out_of=one + other) for at, (one, other) in enumerate(pairs)]
    year = share("aar", counted=sum(one for one, _ in pairs), out_of=sum(map(sum, pairs)))
    sums = [Sum(f"aar{each}", tuple(f"k{at}{each}" for at in range(len(pairs)))) for each in ("", "/af", "/andre")]
    grid = together([*quarters, year], sums=sums)
    assert given_away(grid, protected(grid, zero=zero)) == []


@settings(max_examples=15)
@given(grid=tables())
def test_nor_when_a_part_of_it_was_published_before(grid: Grid) -> None:
    first = Grid(
        cells={name: number for name, number in grid.cells.items() if name.startswith("t0")},
        sums=tuple(each for each in grid.sums if each.whole.startswith("t0")),
    )
    earlier = protected(first)
    page = protected(grid, before=earlier)
    assert {name: page[name].number for name in earlier} == {name: each.number for name, each in earlier.items()}
    assert given_away(grid, page) == []


@settings(max_examples=25)
@given(grid=tables(), data=st.data())
def test_nor_by_what_somebody_decided_to_show(grid: Grid, data: st.DataObject) -> None:
    small = [name for name, number in grid.cells.items() if number in SMALL] or ["t0/alle/alle"]
    chosen = data.draw(st.lists(st.sampled_from(small), min_size=1, max_size=2))
    with suppress(CannotProtect):
        page = protected(grid, allowed=dict.fromkeys(chosen, "Centerchefen"))
        assert all(page[name].number == grid.cells[name] for name in chosen)
        assert given_away(grid, page) == []


@settings(max_examples=60)
@given(rows=st.integers(2, 4), columns=st.integers(2, 4), data=st.data())
def test_with_nothing_small_nothing_is_hidden(rows: int, columns: int, data: st.DataObject) -> None:
    large = st.integers(5, 40)
    cells = {f"r{row}": {f"c{column}": data.draw(large) for column in range(columns)} for row in range(rows)}
    page = protected(table("t", cells))
    assert all(each.why is Why.OPEN for each in page.values())


KNOWN = table("t", {"nord": {"pige": 3, "dreng": 20}, "syd": {"pige": 15, "dreng": 30}})


def test_the_attacker_wins_where_only_the_small_number_is_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    assert given_away(KNOWN, protected(KNOWN)) == []
    monkeypatch.setattr(hiding._Hiding, "_first_unsafe", lambda *_: "")
    assert given_away(KNOWN, protected(KNOWN)) == ["t/nord/pige"]


def test_the_attacker_wins_where_a_row_is_left_half_open() -> None:
    page = protected(KNOWN)
    page["t/syd/pige"] = replace(page["t/syd/pige"], number=15, why=Why.OPEN)
    assert given_away(KNOWN, page) == ["t/nord/pige", "t/nord/dreng", "t/syd/dreng"]


def test_the_attacker_wins_by_knowing_that_what_is_held_back_is_not_small() -> None:
    grid = Grid(cells={"a": 1, "b": 5, "alle": 6}, sums=(Sum("alle", ("a", "b")),))
    hidden = Shown(number=None, why=Why.GIVES_BACK, told="ikke vist")
    page = {"a": replace(hidden, why=Why.SMALL), "b": hidden, "alle": Shown(number=6, why=Why.OPEN, told="6")}
    assert given_away(grid, page) == ["a", "b"]
    assert given_away(grid, protected(grid)) == []
