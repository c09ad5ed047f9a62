"""Where do the two families of focus areas cross, and which of the units' goals stand in each cell (A5)?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pejl.web.plan.areas import there
from pejl.web.plan.models import Family, FocusArea, LocalGoal, Strategy


@dataclass(frozen=True, slots=True)
class Cell:
    """One crossing."""

    column: FocusArea
    row: FocusArea
    goals: Sequence[LocalGoal]


@dataclass(frozen=True, slots=True)
class Row:
    """One of the organisation's, across all of the citizens'."""

    area: FocusArea
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The citizens' as columns, the organisation's as rows, the goals in the cells."""

    columns: Sequence[FocusArea]
    rows: Sequence[Row]
    loose: Sequence[LocalGoal]  # those that cross nothing

    @property
    def number(self) -> int:
        """How many goals stand in a cell."""
        return sum(len(cell.goals) for row in self.rows for cell in row.cells)

    @property
    def by_column(self) -> list[tuple[FocusArea, list[Cell]]]:
        """The same, column by column, for a narrow screen."""
        return [(area, [row.cells[at] for row in self.rows]) for at, area in enumerate(self.columns)]


def matrix_of(strategy: Strategy, areas: Sequence[FocusArea]) -> Matrix | None:
    """None where the strategy does not have both families."""
    columns = [each for each in areas if each.family == Family.BORGER]
    across = [each for each in areas if each.family == Family.ORGANISATION]
    if not columns or not across:
        return None
    goals: dict[frozenset[int], list[LocalGoal]] = {}
    for goal in there(LocalGoal, "unit__number", unit__strategy=strategy).select_related("unit", "area"):
        goals.setdefault(frozenset({goal.area_id, goal.crosses_id or goal.area_id}), []).append(goal)
    rows = [
        Row(each, [Cell(column, each, goals.pop(frozenset({column.pk, each.pk}), [])) for column in columns])
        for each in across
    ]
    return Matrix(columns, rows, [goal for those in goals.values() for goal in those])
