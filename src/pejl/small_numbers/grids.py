"""Which numbers are published together, and which of them add up to which others?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Sum:
    """The whole is the parts together: a row and its total, a year and its quarters."""

    whole: str
    parts: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """All the names in it."""
        return (self.whole, *self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Numbers by name, and their sums. A number nobody could count is None.

    ``unprinted`` stand on no page, but can be worked out from what does, such as what a share leaves over.
    """

    cells: Mapping[str, int | None]
    sums: tuple[Sum, ...] = ()
    unprinted: frozenset[str] = field(default=frozenset())

    def __post_init__(self) -> None:
        """Refuse what does not add up: nobody could say what such numbers give away."""
        object.__setattr__(self, "cells", MappingProxyType(dict(self.cells)))
        for name, number in self.cells.items():
            if number is not None and number < 0:
                raise ValueError(f"cannot protect {name} = {number}; a count is zero or more")
        for each in self.sums:
            _refuse_what_does_not_add_up(each, self.cells)


def _refuse_what_does_not_add_up(each: Sum, cells: Mapping[str, int | None]) -> None:
    if missing := [name for name in each.cells if name not in cells]:
        raise ValueError(f"cannot add up {each.whole}; give {', '.join(missing)} a number, or None")
    whole, parts = cells[each.whole], [cells[name] for name in each.parts]
    known = sum(part for part in parts if part is not None)
    if whole is not None and (known > whole or (None not in parts and known != whole)):
        raise ValueError(f"cannot add up {each.whole} = {whole}; its parts are {known} together")


def table(name: str, rows: Mapping[str, Mapping[str, int]]) -> Grid:
    """Rows of columns with every total: cells »name/row/column«, and »alle« for a total.

    >>> table("anbragte", {"nord": {"pige": 6, "dreng": 9}}).cells["anbragte/nord/alle"]
    15
    """
    columns = tuple(next(iter(rows.values()), {}))
    cells: dict[str, int | None] = {}
    for row, numbers in rows.items():
        cells |= {f"{name}/{row}/{column}": numbers[column] for column in columns}
        cells[f"{name}/{row}/alle"] = sum(numbers[column] for column in columns)
    for column in (*columns, "alle"):
        cells[f"{name}/alle/{column}"] = sum(cells[f"{name}/{row}/{column}"] or 0 for row in rows)
    across = (Sum(f"{name}/{row}/alle", tuple(f"{name}/{row}/{each}" for each in columns)) for row in (*rows, "alle"))
    down = (Sum(f"{name}/alle/{each}", tuple(f"{name}/{row}/{each}" for row in rows)) for each in (*columns, "alle"))
    return Grid(cells=cells, sums=(*across, *down))


def share(name: str, *, counted: int | None, out_of: int | None) -> Grid:
    """Some of all: cells »name« and »name/af«; »name/andre« are those left over, who stand on no page.

    >>> share("i tide", counted=36, out_of=40).cells["i tide/andre"]
    4
    """
    rest = None if counted is None or out_of is None else out_of - counted
    return Grid(
        cells={name: counted, f"{name}/af": out_of, f"{name}/andre": rest},
        sums=(Sum(f"{name}/af", (name, f"{name}/andre")),),
        unprinted=frozenset({f"{name}/andre"}),
    )


def together(grids: Iterable[Grid], *, sums: Iterable[Sum] = ()) -> Grid:
    """Everything one reader can lay side by side. A name that stands in two of them is the same number."""
    cells: dict[str, int | None] = {}
    held = tuple(grids)
    for name, number in ((name, number) for grid in held for name, number in grid.cells.items()):
        if cells.setdefault(name, number) != number:
            raise ValueError(f"cannot publish {name} as both {cells[name]} and {number}; give one of them another name")
    printed = {name for grid in held for name in grid.cells if name not in grid.unprinted}
    all_sums = dict.fromkeys(each for grid in held for each in grid.sums) | dict.fromkeys(sums)
    return Grid(cells=cells, sums=tuple(all_sums), unprinted=frozenset(cells.keys() - printed))


def apart(grid: Grid) -> list[Grid]:
    """The same numbers in as many grids as have nothing to do with each other."""
    group = {name: {name} for name in grid.cells}
    for each in grid.sums:
        joined = set().union(*(group[name] for name in each.cells))
        group |= dict.fromkeys(joined, joined)
    groups = {min(names): names for names in group.values()}
    return [_only(grid, groups[first]) for first in sorted(groups)]


def _only(grid: Grid, names: set[str]) -> Grid:
    return Grid(
        cells={name: number for name, number in grid.cells.items() if name in names},
        sums=tuple(each for each in grid.sums if each.whole in names),
        unprinted=grid.unprinted & names,
    )
