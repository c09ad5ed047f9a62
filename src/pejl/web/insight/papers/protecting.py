"""Which numbers of a paper may leave the line, when all that has left it before is laid beside it?

A reader has every paper that has gone to a committee or to everybody. So the numbers of this one are protected
together with theirs: a unit and those below it, a quarter and its months, whatever paper they stand in. What is left
over when the parts that are printed are taken from a whole stands on no page, and is guarded as if it did.

Numbers of the same figure from two moments that differ, because data came late, are not laid together; the core says
the same of itself (``pejl.small_numbers``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from pejl.charts import grid_of
from pejl.charts.telling import name_of
from pejl.indicators import Period, by_key
from pejl.indicators.counting import AT_THE_END, Duties, Running
from pejl.small_numbers import Grid, Shown, Sum, Why, Zero, protected, together
from pejl.tables import Point
from pejl.web.insight.papers.kept import Figure, read
from pejl.web.insight.units import Units


@dataclass(frozen=True, slots=True)
class Place:
    """One number's place: of which unit, in which period, and what it is called."""

    unit: int
    period: Period
    name: str
    point: Point


@dataclass(slots=True)
class Before:
    """What has left the line already: the figures, and what was shown of each number."""

    figures: list[Figure] = field(default_factory=list)
    shown: dict[str, Shown] = field(default_factory=dict)


# A figure of our own work tells nothing of anybody where all went well: all 40 were answered in time.
_OURS: Final = (Duties, Running)


def safe_to_show(
    figures: Sequence[Figure], *, before: Before, allowed: Mapping[str, str], units: Units
) -> dict[str, Shown]:
    """What may be shown of each number of these figures; raises CannotProtect when what is out gives one back."""
    found: dict[str, Shown] = {}
    for key in dict.fromkeys(each.series.indicator for each in figures):
        own = [each for each in figures if each.series.indicator == key]
        found |= _of_indicator(key, own, before=before, allowed=allowed, units=units)
    return found


def _of_indicator(
    key: str, own: Sequence[Figure], *, before: Before, allowed: Mapping[str, str], units: Units
) -> dict[str, Shown]:
    places = {each.name: each for figure in own for each in _places(figure)}
    earlier: dict[str, Place] = {}
    # The newest paper counts: what an older one said of the same, before data came late, is another number.
    for place in (place for figure in before.figures if figure.series.indicator == key for place in _places(figure)):
        if place.name in places and not _same(places[place.name], place):
            earlier.pop(place.name, None)
        else:
            earlier[place.name] = place
    grid, derived = _grid({**earlier, **places}, units, adds=not isinstance(by_key(key).counts, AT_THE_END))
    known = {name: each for name, each in before.shown.items() if name in grid.cells and _of(name) in earlier}
    zero = Zero.SHOWN if isinstance(by_key(key).counts, _OURS) else Zero.REVEALING
    given = {f"{name}{end}": why for name, why in allowed.items() for end in ("", "/af", "/andre")}
    may = {name: why for name, why in given.items() if name in grid.cells and name not in derived}
    shown = protected(grid, zero=zero, allowed=may, before=known)
    return {name: each for name, each in shown.items() if _of(name) in places}


def _same(one: Place, other: Place) -> bool:
    return (one.point.counted, one.point.out_of) == (other.point.counted, other.point.out_of)


def _of(name: str) -> str:
    """The figure a number belongs to: »…/af« is what »…« is a share of."""
    return name.removesuffix("/af").removesuffix("/andre")


def _places(figure: Figure) -> Iterator[Place]:
    for point in figure.series.points:
        yield Place(figure.unit, Period(point.first, point.last), name_of(point, figure.name), point)


# --- what adds up to what -------------------------------------------------------------------------------------


def _grid(places: Mapping[str, Place], units: Units, *, adds: bool) -> tuple[Grid, frozenset[str]]:
    """All the numbers and their sums, and the names of what is left over and stands on no page."""
    grids = [grid_of([each.point], name=name.rsplit("/", 1)[0]) for name, each in places.items()]
    rests = [_rest(whole, parts) for whole, parts in _wholes(places, units, adds=adds)]
    real = [each for each in rests if each is not None]
    derived = frozenset(name for each in real for name in each.cells if name.startswith("rest/"))
    numbers = together((*grids, *real))
    return Grid(cells=numbers.cells, sums=numbers.sums, unprinted=numbers.unprinted | derived), derived


def _wholes(places: Mapping[str, Place], units: Units, *, adds: bool) -> Iterator[tuple[Place, list[Place]]]:
    """Each number with the largest printed parts of it, by unit; and by period, where periods add up."""
    kinds: dict[str, list[Place]] = defaultdict(list)
    for each in places.values():
        kinds[each.name.split("/")[1]].append(each)
    for same in kinds.values():
        for whole in same:
            below = units.below(units.by_pk[whole.unit]) - {whole.unit} if whole.unit in units.by_pk else frozenset()
            yield (
                whole,
                _largest(
                    [each for each in same if each.unit in below and each.period == whole.period],
                    lambda one, other: one.unit in units.below(units.by_pk[other.unit]),
                ),
            )
            if adds:
                inside = [each for each in same if each.unit == whole.unit and _within(each.period, whole.period)]
                yield whole, _largest(inside, lambda one, other: _within(one.period, other.period))


def _within(one: Period, other: Period) -> bool:
    return one != other and other.first <= one.first and one.last <= other.last


def _largest(parts: list[Place], lies_in: Any) -> list[Place]:
    return [one for one in parts if not any(one is not other and lies_in(one, other) for other in parts)]


def _rest(whole: Place, parts: Sequence[Place]) -> Grid | None:
    """What is left over when the parts are taken from the whole; None where nobody can tell."""
    if not parts:
        return None
    counted, out_of = (_left(whole, parts, name) for name in ("counted", "out_of"))
    if counted is None:
        return None
    rest = f"rest/{whole.name}/{'+'.join(f'{each.unit}-{each.period.first}' for each in parts)}"
    cells: dict[str, int | None] = {rest: counted, **_cells((whole, *parts), "")}
    sums = [Sum(whole.name, (*(each.name for each in parts), rest))]
    if out_of is not None and out_of >= counted:
        cells |= {f"{rest}/af": out_of, f"{rest}/andre": out_of - counted} | _cells((whole, *parts), "/af")
        sums.append(Sum(f"{whole.name}/af", (*(f"{each.name}/af" for each in parts), f"{rest}/af")))
        sums.append(Sum(f"{rest}/af", (rest, f"{rest}/andre")))
    return Grid(cells=cells, sums=tuple(sums))


def _cells(places: Iterable[Place], end: str) -> dict[str, int | None]:
    return {f"{each.name}{end}": each.point.out_of if end else each.point.counted for each in places}


def _left(whole: Place, parts: Sequence[Place], name: str) -> int | None:
    numbers = [getattr(each.point, name) for each in (whole, *parts)]
    if any(number is None for number in numbers):
        return None
    first, *others = numbers
    left = int(first) - sum(others)
    return left if left >= 0 else None


# --- kept with an edition -------------------------------------------------------------------------------------


def stored_shown(shown: Mapping[str, Shown]) -> dict[str, dict[str, Any]]:
    """As it is kept with the edition."""
    return {
        name: {"number": each.number, "why": each.why.name, "told": each.told, "reason": each.reason}
        for name, each in shown.items()
    }


def read_shown(kept: Mapping[str, Mapping[str, Any]]) -> dict[str, Shown]:
    """What an edition showed."""
    return {
        name: Shown(number=each["number"], why=Why[each["why"]], told=each["told"], reason=each["reason"])
        for name, each in kept.items()
    }


def gathered(editions: Iterable[Mapping[str, Any]]) -> Before:
    """What these editions have shown, the oldest first."""
    before = Before()
    for each in editions:
        before.figures += read(each.get("series", ()))
        before.shown |= read_shown(each.get("shown", {}))
    return before
