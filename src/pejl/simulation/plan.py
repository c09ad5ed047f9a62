"""How does each case go, from the first contact to the closing? Days only; writing them down comes after.

One contact of each case sets its course off. What follows depends on the path the case was given.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from pejl.events import BARNETS_LOV_FIRST_DAY
from pejl.simulation import calibration as c
from pejl.simulation.almanac import NEVER, Almanac, Flags, Ints, months_later, number_of
from pejl.simulation.arrivals import Arrivals, Cases, Contacts, Window
from pejl.simulation.draws import Bounds, Draws
from pejl.simulation.table import Table

NEW_LAW: Final = number_of(BARNETS_LOV_FIRST_DAY)
EARLY, SUPPORT, WITH_CONSENT, FORCED = range(4)
# Larger than any day that happens, so that case and day make one number.
_DAYS: Final = 2 * NEVER


def one_key(case: Ints, day: Ints) -> Ints:
    """Case and day as one number that sorts as both do."""
    return case * _DAYS + day


@dataclass(frozen=True, slots=True)
class Courses(Table):
    """One row a case: the contact that set it off, and the clarifying or investigating that followed."""

    trigger: Ints  # the row among the contacts
    known: Ints  # the day of that contact
    clarifying: Ints
    clarified: Ints
    investigating: Ints
    investigated: Ints


@dataclass(frozen=True, slots=True)
class Efforts(Table):
    """One row an effort or placement, in the order of case and decision."""

    case: Ints
    sort: Ints
    number: Ints  # of § 32, stk. 1
    decided: Ints
    start: Ints
    end: Ints

    @property
    def placed(self) -> Flags:
        """Whether the child lives somewhere else."""
        return self.sort >= WITH_CONSENT

    @property
    def nth(self) -> Ints:
        """The effort's number in its case."""
        return np.arange(len(self)) - np.searchsorted(self.case, self.case) + 1

    def running(self, case: Ints, *, day: Ints, within: int = 0) -> Flags:
        """Whether the child had support (not § 30) that day; ``within`` keeps so many days off both ends."""
        found = np.zeros(len(case), dtype=bool)
        if not len(self):
            return found
        first, after = np.searchsorted(self.case, case), np.searchsorted(self.case, case, side="right")
        for nth in range(int((after - first).max(initial=0))):
            row = np.minimum(first + nth, len(self) - 1)
            lasts = (self.start[row] + within <= day) & (day <= self.end[row] - within)
            found |= (first + nth < after) & (self.sort[row] != EARLY) & lasts
        return found


@dataclass(frozen=True, slots=True)
class Spells(Table):
    """One row a time the case was open, in order of case and day."""

    case: Ints
    begin: Ints
    end: Ints
    first: Flags


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that is going to happen, before it is written."""

    window: Window
    cases: Cases
    contacts: Contacts
    courses: Courses
    efforts: Efforts
    spells: Spells
    moved: Ints  # the day each case moves to another municipality, or NEVER

    @property
    def horizon(self) -> Ints:
        """The last day of each case in this ledger."""
        return np.minimum(self.moved, self.window.last)

    @property
    def next_step(self) -> Ints:
        """The first day on which something more is decided in each case, or NEVER."""
        step = np.minimum(self.courses.clarifying, self.courses.investigating)
        np.minimum.at(step, self.efforts.case, self.efforts.decided)
        return step


class Planner:
    """Works out a plan for the cases of a municipality."""

    def __init__(self, window: Window, *, almanac: Almanac, draws: Draws) -> None:
        self._window, self._almanac, self._draws = window, almanac, draws

    def plan(self) -> Plan:
        """The plan, without the cases that were over before the first day."""
        cases, contacts = Arrivals(self._window, almanac=self._almanac, draws=self._draws).invent()
        courses = self._courses(cases, contacts)
        efforts = self._efforts(cases, courses)
        spells = self._spells(cases, contacts, self._busy_until(cases, contacts, courses, efforts))
        over = _last_of(spells.case, spells.end, size=len(cases))
        return _without(
            over < self._window.first,
            Plan(self._window, cases, contacts, courses, efforts, spells, self._moves(spells, len(cases))),
        )

    # --- clarifying and investigating -----------------------------------------------------------------------

    def _courses(self, cases: Cases, contacts: Contacts) -> Courses:
        size, draws = len(cases), self._draws
        first = np.searchsorted(contacts.case, np.arange(size))
        count = np.searchsorted(contacts.case, np.arange(size), side="right") - first
        trigger = first + (draws.unit(size) * count).astype(np.int64)
        known = contacts.day[trigger]
        clarifies = _goes(cases, "clarified", "clarified_helped") & (known >= NEW_LAW)
        clarifying = self._later(known, (5, 20), when=clarifies)
        investigates = _goes(cases, "investigated", "investigated_helped", "helped_meanwhile", "placed")
        investigating = self._later(known, (3, 30), when=investigates)
        return Courses(
            trigger=trigger,
            known=known,
            clarifying=clarifying,
            clarified=self._later(clarifying, c.CLARIFYING_DAYS, when=clarifies),
            investigating=investigating,
            investigated=self._investigated(known, investigating),
        )

    def _investigated(self, known: Ints, investigating: Ints) -> Ints:
        draws, size = self._draws, len(known)
        due = months_later(known, months=4)
        soonest = np.minimum(investigating, NEVER) + 15
        in_time = self._almanac.office_day_before(np.maximum(due - draws.about(25, size=size), soonest))
        late = self._almanac.office_day(due + 1 + draws.about(c.OVER_BY_DAYS, size=size))
        done = np.where(draws.chance(c.INVESTIGATION_OVER_4_MONTHS, size=size), late, in_time)
        return np.where(investigating == NEVER, NEVER, done)

    def _later(self, day: Ints, days: Bounds, *, when: Flags) -> Ints:
        later = self._almanac.office_day(day + self._draws.between(*days, size=len(day)))
        return np.where(when, later, NEVER)

    # --- efforts --------------------------------------------------------------------------------------------

    def _efforts(self, cases: Cases, courses: Courses) -> Efforts:
        helped = self._first_efforts(cases, courses)
        placed = self._placements(cases, courses)
        parts = [placed, self._before_placements(courses, placed)]
        for _ in range(c.MOST_EFFORTS):
            parts.append(helped)
            helped = self._next_efforts(cases, helped)
        joined = Efforts.joined(parts)
        return joined.where(np.lexsort((joined.decided, joined.case)))

    def _first_efforts(self, cases: Cases, courses: Courses) -> Efforts:
        known = courses.known
        early, meanwhile = _goes(cases, "early"), _goes(cases, "helped_meanwhile")
        clarified = courses.clarified != NEVER
        # Before 2024 there was no afdækning: what would have been clarified is helped directly.
        directly = _goes(cases, "helped") | (_goes(cases, "clarified_helped") & ~clarified)
        decided = np.select(
            [
                early,
                directly,
                _goes(cases, "clarified_helped"),
                _goes(cases, "investigated_helped"),
                meanwhile,
            ],
            [
                self._later(known, (10, 40), when=early),
                self._later(known, (14, 45), when=directly),
                self._later(courses.clarified, (5, 20), when=clarified),
                self._later(courses.investigated, (5, 30), when=courses.investigated != NEVER),
                self._later(courses.investigating, (5, 45), when=meanwhile),
            ],
            default=NEVER,
        )
        rows = np.flatnonzero(decided != NEVER)
        return self._of_support(rows, np.where(early, EARLY, SUPPORT)[rows], decided=decided[rows])

    def _next_efforts(self, cases: Cases, last: Efforts) -> Efforts:
        rows = np.flatnonzero(self._draws.chance(c.MORE_EFFORTS, size=len(last)))
        case = last.case[rows]
        days = self._draws.between(40, 260, size=len(rows))
        again = _goes(cases, "early")[case] & self._draws.chance(c.EARLY_AGAIN, size=len(rows))
        decided = self._almanac.office_day(last.start[rows] + days)
        return self._of_support(case, np.where(again, EARLY, SUPPORT), decided=decided)

    def _of_support(self, case: Ints, sort: Ints, *, decided: Ints) -> Efforts:
        size = len(case)
        start = self._later(decided, c.STARTED_AFTER_DAYS, when=decided != NEVER)
        mean = np.where(sort == EARLY, c.EARLY_DAYS, c.SUPPORT_DAYS) - c.SHORTEST_EFFORT
        lasts = c.SHORTEST_EFFORT + (self._draws.about(1000, size=size) * mean / 1000).astype(np.int64)
        return Efforts(
            case=case,
            sort=sort,
            number=self._draws.key(c.SUPPORT_NUMBERS, size=size),
            decided=decided,
            start=start,
            end=self._almanac.office_day(start + lasts),
        )

    def _placements(self, cases: Cases, courses: Courses) -> Efforts:
        case = np.flatnonzero(_goes(cases, "placed"))
        size, draws = len(case), self._draws
        at_once = draws.chance(c.PLACED_AT_ONCE, size=size)
        always = np.ones(size, dtype=bool)
        decided = np.where(
            at_once,
            self._later(courses.investigating[case], (1, 20), when=always),
            self._later(courses.investigated[case], (3, 25), when=always),
        )
        start = decided + draws.between(0, np.where(at_once, 2, 30), size=size)
        adult = start + np.maximum(c.ADULT_YEARS - cases.age_on(start, case=case), 1) * 365 - 180
        lasts = c.SHORTEST_EFFORT + draws.about(c.PLACEMENT_DAYS, size=size)
        return Efforts(
            case=case,
            sort=np.where(draws.chance(c.FORCED, size=size), FORCED, WITH_CONSENT),
            number=np.zeros(size, dtype=np.int64),
            decided=decided,
            start=start,
            end=self._almanac.office_day(np.minimum(start + lasts, adult)),
        )

    def _before_placements(self, courses: Courses, placed: Efforts) -> Efforts:
        """Support while the investigation runs, until the child is placed."""
        rows = np.flatnonzero(self._draws.chance(c.HELPED_BEFORE_PLACED, size=len(placed)))
        case = placed.case[rows]
        decided = courses.investigating[case] + self._draws.between(3, 30, size=len(rows))
        support = self._of_support(case, np.full(len(rows), SUPPORT), decided=self._almanac.office_day(decided))
        in_time = support.start + c.SHORTEST_EFFORT < placed.start[rows]
        return replace(support, end=placed.start[rows]).where(in_time)

    # --- how long the case is open --------------------------------------------------------------------------

    def _busy_until(self, cases: Cases, contacts: Contacts, courses: Courses, efforts: Efforts) -> Ints:
        """The day by which there is nothing left to do after each contact."""
        draws = self._draws
        busy = contacts.day + draws.between(*c.HANDLED_DAYS, size=len(contacts))
        ends = np.maximum(_or_0(courses.clarified), _or_0(courses.investigated))
        np.maximum.at(ends, efforts.case, efforts.end)
        ends = np.maximum(ends, _or_0(cases.birth) + 20) + draws.between(5, 40, size=len(cases))
        busy[courses.trigger] = np.maximum(busy[courses.trigger], ends)
        return busy

    def _spells(self, cases: Cases, contacts: Contacts, busy: Ints) -> Spells:
        """Open from the first contact until nothing is left to do, and again from a later contact."""
        reached = np.maximum.accumulate(one_key(contacts.case, busy)) - one_key(contacts.case, 0 * busy)
        closed = self._almanac.office_day(reached)
        day, last = contacts.day, contacts.is_last
        closes = last | np.append(day[1:] > closed[:-1], [True])[: len(day)]
        opens = np.append([True], closes[:-1])[: len(day)]
        case = contacts.case[opens]
        return Spells(case, day[opens], closed[closes], np.append([True], case[1:] != case[:-1])[: len(case)])

    def _moves(self, spells: Spells, size: int) -> Ints:
        """Some move away while their case is open."""
        room = spells.end - spells.begin - 60
        leaves = spells.first & (room > 0) & self._draws.chance(c.MOVES, size=len(room))
        day = spells.begin + 30 + self._draws.between(0, np.maximum(room, 0), size=len(room))
        moved = np.full(size, NEVER, dtype=np.int64)
        moved[spells.case[leaves]] = self._almanac.office_day(day[leaves])
        return moved


def _goes(cases: Cases, *paths: str) -> Flags:
    return np.isin(cases.path, [c.PATHS.index(path) for path in paths])


def _or_0(day: Ints) -> Ints:
    return np.where(day == NEVER, 0, day)


def _last_of(case: Ints, day: Ints, *, size: int) -> Ints:
    found = np.zeros(size, dtype=np.int64)
    np.maximum.at(found, case, day)
    return found


def _without(gone: Flags, plan: Plan) -> Plan:
    """The plan without these cases, the others numbered anew."""
    keep = ~gone
    renumbered = np.cumsum(keep) - 1
    rows = np.cumsum(keep[plan.contacts.case]) - 1
    contacts = plan.contacts.where(keep[plan.contacts.case])
    efforts = plan.efforts.where(keep[plan.efforts.case])
    spells = plan.spells.where(keep[plan.spells.case])
    courses = plan.courses.where(keep)
    return Plan(
        plan.window,
        plan.cases.where(keep),
        replace(contacts, case=renumbered[contacts.case]),
        replace(courses, trigger=rows[courses.trigger]),
        replace(efforts, case=renumbered[efforts.case]),
        replace(spells, case=renumbered[spells.case]),
        plan.moved[keep],
    )
