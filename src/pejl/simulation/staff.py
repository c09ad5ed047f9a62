"""Who works here, who has which case when, and who comes and goes?

A desk is a post with its cases; advisers hold a desk one after the other. When one leaves, all cases open at the
desk get a new adviser. Initials are made from numbers, so they belong to nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np
import polars as pl

from pejl import events
from pejl.events import KINDS, Step
from pejl.simulation import calibration as c
from pejl.simulation.almanac import NEVER, Almanac, Flags, Ints
from pejl.simulation.draws import Draws
from pejl.simulation.pen import NO_THREAD, Course, Pen
from pejl.simulation.plan import Plan, one_key

_YEAR: Final = 365.25


class Role(IntEnum):
    """Who does a kind of event; somebody outside has no initials here."""

    OUTSIDE = 0
    ADVISER = 1
    INTAKE = 2
    OFFICE = 3
    SUPERVISOR = 4


_OUTSIDE: Final = {
    events.UNDERRETNING_MODTAGET,
    events.HENVENDELSE_MODTAGET,
    events.ANSOEGNING_MODTAGET,
    events.KLAGE_MODTAGET,
    events.ANKESTYRELSENS_AFGOERELSE,
    events.UDVALGETS_AFGOERELSE,
    events.FORMANDENS_AFGOERELSE,
    events.AKTINDSIGT_BEDT,
    events.STATUSUDTALELSE,
    events.BARNET_FOEDT,
    events.KILDE_DAEKKER,
}
_OFFICE: Final = {events.KVITTERING_SENDT, events.AFGOERELSE_SENDT, events.AKTINDSIGT_BESVARET}


def _role(kind: events.Kind) -> Role:
    if kind in _OUTSIDE:
        return Role.OUTSIDE
    if kind in _OFFICE:
        return Role.OFFICE
    if kind is events.TILSYNSBESOEG:
        return Role.SUPERVISOR
    return Role.INTAKE if kind.step is Step.KONTAKT else Role.ADVISER


ROLE_OF: Final = np.array([_role(kind) for kind in KINDS])
# How many of each role there are for every adviser; own guesses.
_PER_ADVISER: Final = {Role.INTAKE: 0.25, Role.OFFICE: 0.15, Role.SUPERVISOR: 0.1}
_LETTERS: Final = "ABDEFGHIJKLMNOPRSTUV"
_SPREAD: Final = 67_867  # has no factor in common with the number of initials, so that no two are the same


@dataclass(frozen=True, slots=True)
class Staff:
    """The people, and which desk each case has."""

    desks: int
    desk: Ints  # of each case
    other_desk: Ints  # of each case from ``changed`` on
    changed: Ints
    left_desk: Ints  # one row for each time somebody left a desk, in order of desk and day
    left_day: Ints
    first_of_role: dict[Role, tuple[int, int]]  # first number and how many

    def desk_on(self, day: Ints, *, case: Ints) -> Ints:
        """The desk that had the case that day."""
        return np.where(day >= self.changed[case], self.other_desk[case], self.desk[case])

    def team_on(self, day: Ints, *, case: Ints) -> Ints:
        """The team that had the case that day."""
        return self.desk_on(day, case=case) // c.ADVISERS_OF_A_TEAM

    def adviser_on(self, day: Ints, *, case: Ints) -> Ints:
        """The number of the person who had the case that day."""
        desk = self.desk_on(day, case=case)
        # The first at each desk, and one for each who left before; so many left other desks before this one.
        return desk + np.searchsorted(one_key(self.left_desk, self.left_day), one_key(desk, day), side="right")


class Staffing:
    """Invents the staff for a plan."""

    def __init__(self, plan: Plan, *, almanac: Almanac, draws: Draws) -> None:
        self._plan, self._almanac, self._draws = plan, almanac, draws

    def hire(self) -> Staff:
        """Desks for all cases, and who leaves them when."""
        open_cases = c.OPEN_CASES_PER_1000 * self._plan.window.inhabitants / 1000
        desks = max(2, round(open_cases / c.CASES_OF_AN_ADVISER))
        left_desk, left_day = self._leaving(desks)
        numbers, first = {}, desks + len(left_desk)
        for role, share in _PER_ADVISER.items():
            numbers[role] = (first, max(2, round(share * desks)))
            first += numbers[role][1]
        size = len(self._plan.cases)
        desk = self._desks(desks, open_cases)
        other = (desk + self._draws.between(1, desks - 1, size=size)) % desks
        return Staff(desks, desk, other, self._changes(), left_desk, left_day, numbers)

    def _desks(self, desks: int, open_cases: float) -> Ints:
        """One desk has far too many cases; the others share the rest."""
        overload = min(0.5, c.OVERLOADED_CASES * c.OVERLOAD_MARGIN / max(open_cases, 1))
        lot = self._plan.cases.lot
        rest = 1 + ((lot - overload) / (1 - overload) * (desks - 1)).astype(np.int64)
        return np.where(lot < overload, 0, rest)

    def _leaving(self, desks: int) -> tuple[Ints, Ints]:
        window = self._plan.window
        years = (window.last - window.stock) / _YEAR
        rate = -np.log(1 - c.ADVISERS_LEAVING_A_YEAR) + c.OTHER_CHANGES_A_YEAR
        size = self._draws.how_many(rate * years * desks)
        desk = self._draws.between(0, desks - 1, size=size)
        day = self._almanac.office_day(self._draws.between(window.stock, window.last, size=size))
        order = np.lexsort((day, desk))
        return desk[order], day[order]

    def _changes(self) -> Ints:
        """When single cases go to another desk, for the child's sake or the team's."""
        plan, size = self._plan, len(self._plan.cases)
        first = plan.spells.where(plan.spells.first)
        day = self._draws.between(first.begin + 20, first.end - 10, size=size)
        changes = self._draws.chance(c.CASE_CHANGES, size=size) & (first.end - first.begin > 40)
        return np.where(changes, self._almanac.office_day(day), NEVER)


def write_staff(pen: Pen, plan: Plan, staff: Staff) -> None:
    """Write who is assigned to each case and who leaves it."""
    spells, draws, size = plan.spells, pen.draws, len(plan.spells)
    course = _of_case(spells.case)
    assigned = pen.almanac.office_day(spells.begin + draws.between(1, 7, size=size))
    pen.write(events.RAADGIVER_TILDELT, course, day=assigned)
    row, change = _during(spells.case, assigned, spells.end, staff)
    leaves = _is_leaving(draws, len(staff.left_day))[change]
    why = np.where(leaves, draws.place(c.LEAVING.values(), size=len(row)), 0)
    stays = len(c.LEAVING) + draws.place(c.STAYING.values(), size=len(staff.left_day))[change]
    reasons = pl.Series([*c.LEAVING, *c.STAYING]).gather(np.where(leaves, why, stays))
    _hand_over(pen, spells.case[row], staff.left_day[change], reasons)
    moved = np.flatnonzero(staff.changed != NEVER)
    _hand_over(pen, moved, staff.changed[moved], draws.code(c.WHY_CASE_CHANGES, size=len(moved)))


def _hand_over(pen: Pen, case: Ints, day: Ints, reasons: pl.Series) -> None:
    course = _of_case(case)
    pen.write(events.RAADGIVER_FRATRAADT, course, day=day, aarsag=reasons)
    vacant = pen.draws.between(*c.VACANT_DAYS, size=len(case))
    vacant = np.where(pen.draws.chance(0.5, size=len(case)), 0, vacant)
    pen.write(events.RAADGIVER_TILDELT, course, day=pen.almanac.office_day(day + vacant))


def _is_leaving(draws: Draws, size: int) -> Flags:
    leaving = -np.log(1 - c.ADVISERS_LEAVING_A_YEAR)
    return draws.chance(leaving / (leaving + c.OTHER_CHANGES_A_YEAR), size=size)


def _during(case: Ints, begin: Ints, end: Ints, staff: Staff) -> tuple[Ints, Ints]:
    """Each pair of a spell and somebody leaving the desk while it lasts."""
    keys = one_key(staff.left_desk, staff.left_day)
    before_change = np.minimum(end, staff.changed[case])
    after_change = np.maximum(begin, staff.changed[case])
    pairs = []
    for desk, low, high in (
        (staff.desk[case], begin, before_change),
        (staff.other_desk[case], after_change, end),
    ):
        first = np.searchsorted(keys, one_key(desk, low), side="right")
        after = np.maximum(np.searchsorted(keys, one_key(desk, np.maximum(high, low))), first)
        count = np.where(high > low, after - first, 0)
        row = np.repeat(np.arange(len(case)), count)
        nth = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
        pairs.append((row, first[row] + nth))
    return np.concatenate([row for row, _ in pairs]), np.concatenate([change for _, change in pairs])


def _of_case(case: Ints) -> Course:
    return Course(case, np.full(len(case), NO_THREAD))


def initials(numbers: Ints, *, parts: int, part: int) -> pl.Series:
    """Four letters for each person, none twice among the first 160,000; empty for -1.

    >>> initials(np.array([0, 1, -1]), parts=1, part=0).to_list()
    ['IOKJ', 'PHVS', '']
    """
    base = len(_LETTERS)
    code = (numbers * parts + part + 1) * _SPREAD % base**4
    letters = [pl.Series(list(_LETTERS)).gather(code // base**place % base) for place in range(4)]
    words = pl.select(pl.concat_str([each.alias(str(n)) for n, each in enumerate(letters)])).to_series()
    return words.set(pl.Series(numbers < 0), "")
