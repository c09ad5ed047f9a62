"""Which unit has a goal under which area, how far is each on its way, and where are the gaps (A21)?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from pejl.web.plan.approving import OPEN, missing_in
from pejl.web.plan.models import FocusArea, LocalGoal, PlanUnit, Round, RoundAnswer
from pejl.web.plan.rounds import Plan, is_asked

# What a cell shows: a shape of its own beside the word, so that colour is never the only sign.
_ICONS: Final = {"godkendt": "check", "sendt": "send", "kladde": "edit", "tilbage": "reply"}
_GAP: Final = "Intet mål"


@dataclass(frozen=True, slots=True)
class Cell:
    """One unit under one area."""

    unit: PlanUnit
    area: FocusArea
    goals: Sequence[LocalGoal]

    @property
    def is_gap(self) -> bool:
        """Whether the unit has set no goal here."""
        return not self.goals

    @property
    def told(self) -> list[tuple[str, str, str]]:
        """(icon, state, words) of each state in the cell; one that says it is a gap."""
        if self.is_gap:
            return [("minus", "hul", _GAP)]
        counts = {state: sum(each.state == state for each in self.goals) for state in LocalGoal.State}
        return [
            (_ICONS[state.value], state.value, f"{state.label} ({number})" if number > 1 else str(state.label))
            for state, number in counts.items()
            if number
        ]

    @property
    def words(self) -> str:
        """The same in one line."""
        return ", ".join(words for _, _, words in self.told)


@dataclass(frozen=True, slots=True)
class Overview:
    """Every unit under every area."""

    units: Sequence[PlanUnit]
    rows: Sequence[tuple[FocusArea, Sequence[Cell]]]

    @property
    def by_unit(self) -> list[tuple[PlanUnit, list[Cell]]]:
        """The same unit by unit, for a narrow screen and for paper."""
        return [(unit, [cells[at] for _, cells in self.rows]) for at, unit in enumerate(self.units)]

    @property
    def cells(self) -> list[Cell]:
        """All of them."""
        return [cell for _, cells in self.rows for cell in cells]

    @property
    def gaps(self) -> list[tuple[PlanUnit, list[FocusArea]]]:
        """The units with gaps, and under which areas."""
        found = [(unit, [cell.area for cell in cells if cell.is_gap]) for unit, cells in self.by_unit]
        return [each for each in found if each[1]]

    @property
    def gap_lines(self) -> list[str]:
        """The same in words; where a unit has nothing at all, the areas are not told over again for each."""
        every = len(self.rows)
        return [
            f"{unit.name}: intet mål endnu"
            if len(areas) == every
            else f"{unit.name}: {', '.join(area.name for area in areas)}"
            for unit, areas in self.gaps
        ]

    @property
    def gap_number(self) -> int:
        """How many cells have no goal."""
        return sum(cell.is_gap for cell in self.cells)


def overview(plan: Plan) -> Overview:
    """The table."""
    by_cell: dict[tuple[int, int], list[LocalGoal]] = {}
    for goal in plan.goals:
        by_cell.setdefault((goal.unit_id, goal.area_id), []).append(goal)
    rows = [
        (area, [Cell(unit, area, by_cell.get((unit.pk, area.pk), [])) for unit in plan.units]) for area in plan.areas
    ]
    return Overview(plan.units, rows)


# --- one unit ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Told:
    """One round's answer about a goal, or that there is none."""

    round: Round
    answer: RoundAnswer | None
    asked: bool
    passed: bool  # whether the round's day is passed

    @property
    def is_late(self) -> bool:
        """Whether it came after the round's day."""
        return self.answer is not None and self.answer.on > self.round.due

    @property
    def words(self) -> str:
        """How far, or why there is nothing."""
        if self.answer:
            return str(self.answer.get_far_display()) + (" (kom for sent)" if self.is_late else "")
        if not self.asked:
            return "Ikke spurgt"
        return "Intet svar" if self.passed else "Afventer"


@dataclass(frozen=True, slots=True)
class GoalSheet:
    """One goal with its rounds side by side, and what it still lacks."""

    goal: LocalGoal
    rounds: Sequence[Told]
    missing: Sequence[str]
    late_by: Round | None  # the round of sending in that it missed
    read: str = ""  # what an approver has read, when this was shown

    @property
    def icon(self) -> str:
        """The shape of its state."""
        return _ICONS[self.goal.state]

    @property
    def told(self) -> list[Told]:
        """The rounds that say anything of it."""
        return [each for each in self.rounds if each.asked or each.answer]

    @property
    def is_open(self) -> bool:
        """Whether it has not been sent in."""
        return self.goal.state in OPEN

    @property
    def is_sent(self) -> bool:
        """Whether it waits for approval."""
        return self.goal.state == LocalGoal.State.SENDT


@dataclass(frozen=True, slots=True)
class AreaSheets:
    """What the unit has under one area."""

    area: FocusArea
    goals: Sequence[GoalSheet]


def sheets_of(plan: Plan, unit: PlanUnit, *, today: date, read: Mapping[str, str] | None = None) -> list[AreaSheets]:
    """The unit's goals under each area, also those without any."""
    sheets = [_sheet(plan, each, today=today, read=(read or {}).get(each.key, "")) for each in plan.goals_of(unit)]
    return [AreaSheets(area, [each for each in sheets if each.goal.area_id == area.pk]) for area in plan.areas]


def _sheet(plan: Plan, goal: LocalGoal, *, today: date, read: str) -> GoalSheet:
    follow_ups = [each for each in plan.rounds if each.kind == Round.Kind.OPFOELGNING]
    told = [
        Told(each, plan.answers.get((each.pk, goal.pk)), is_asked(goal, each), each.due < today) for each in follow_ups
    ]
    sending = next((each for each in plan.rounds if each.kind == Round.Kind.INDSENDELSE), None)
    late = sending if sending and (goal.first_sent_on or today) > sending.due else None
    return GoalSheet(goal, told, missing_in(goal) if goal.state in OPEN else (), late, read)
