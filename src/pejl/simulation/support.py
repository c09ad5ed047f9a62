"""What is written down while the child gets help: start, follow-up, visits, changes, end?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pejl import events
from pejl.simulation import calibration as c
from pejl.simulation import phrases
from pejl.simulation.almanac import NEVER, Flags, Ints, months_later
from pejl.simulation.decisions import Decided
from pejl.simulation.pen import Course, Pen
from pejl.simulation.plan import EARLY, Plan
from pejl.simulation.table import Table

FIRST_FOLLOW_UP_MONTHS = 3  # law notes OPF-01, SEL-09


@dataclass(frozen=True, slots=True)
class FollowUps(Table):
    """One row a follow-up owed: the effort it is about, what it counts from, its due day and when it was held."""

    effort: Ints
    since: Ints
    number: Ints  # of the event it counts from
    due: Ints
    held: Ints
    first: Flags


@dataclass(frozen=True, slots=True)
class Visits(Table):
    """One row a year of a placement: its begin and end, and how many visits there were with a talk."""

    effort: Ints
    begin: Ints
    end: Ints
    talks: Ints


@dataclass(frozen=True, slots=True)
class Supported:
    """What the truth needs to know about the help."""

    follow_ups: FollowUps
    visits: Visits
    started: Ints  # the numbers of the events that began each effort


class Support:
    """Writes the help itself."""

    def __init__(self, pen: Pen, plan: Plan, *, decided: Decided) -> None:
        self._pen, self._plan, self._decided = pen, plan, decided
        self._draws, self._almanac = pen.draws, pen.almanac
        self._efforts, self._course = decided.efforts, decided.course

    def write(self) -> Supported:
        """Write all help; gives what is owed along the way."""
        started = self._start_and_end()
        first = self._first_follow_ups(started)
        parts, last = [first], first
        while len(last):
            last = self._next_follow_ups(last)
            parts.append(last)
        return Supported(FollowUps.joined(parts), self._visits(), started)

    def _start_and_end(self) -> Ints:
        efforts, course = self._efforts, self._course
        paragraph = self._decided.paragraph
        support, placed = course.only(~efforts.placed), course.only(efforts.placed)
        helped = self._pen.write(events.INDSATS_IVAERKSAT, support, day=efforts.start, paragraf=paragraph)
        away = self._pen.write(
            events.ANBRINGELSE_IVAERKSAT,
            placed,
            day=efforts.start,
            paragraf=paragraph,
            anbringelsestype=self._draws.code(c.PLACES, size=len(efforts)),
        )
        self._pen.write(events.INDSATS_OPHOERT, support, day=efforts.end)
        self._pen.write(events.ANBRINGELSE_OPHOERT, placed, day=efforts.end)
        return np.maximum(helped, away)

    # --- follow-up ------------------------------------------------------------------------------------------

    def _first_follow_ups(self, started: Ints) -> FollowUps:
        efforts, draws, size = self._efforts, self._draws, len(self._efforts)
        due = self.first_due()
        soon = draws.between(np.minimum(efforts.start + 20, due), due, size=size)
        soon = np.maximum(self._almanac.office_day_before(soon), efforts.start + 1)
        late = self._almanac.office_day(due + 1 + draws.about(30, size=size))
        held = np.where(draws.chance(c.FIRST_FOLLOW_UP_IN_TIME / (1 - c.NEVER_FOLLOWED_UP), size=size), soon, late)
        skipped = np.where(efforts.sort == EARLY, 1 - c.FOLLOWED_UP_ON_EARLY, c.NEVER_FOLLOWED_UP)
        held = np.where(draws.chance(skipped, size=size) | (held > efforts.end), NEVER, held)
        first = np.ones(size, dtype=bool)
        return FollowUps(np.arange(size), efforts.start, started, due, held, first)

    def first_due(self) -> Ints:
        """Three months from the start; in the new law sooner, if an investigation beside it ends before that."""
        efforts, courses = self._efforts, self._plan.courses
        due = months_later(efforts.start, months=FIRST_FOLLOW_UP_MONTHS)
        pairs = (
            (courses.clarifying, courses.clarified),
            (courses.investigating, courses.investigated),
        )
        for begun, done in pairs:
            beside = (begun[efforts.case] <= efforts.start) & (efforts.start < done[efforts.case])
            beside &= ~self._decided.old_law
            due = np.where(beside, np.minimum(due, done[efforts.case]), due)
        return due

    def _next_follow_ups(self, last: FollowUps) -> FollowUps:
        """Write those held, and plan the next for each."""
        held = last.where(last.held <= self._reach(last.effort))
        draws, size = self._draws, len(held)
        course = self._of(held.effort)
        due = self._almanac.office_day(held.held + draws.between(*c.NEXT_WITHIN_DAYS, size=size))
        number = self._pen.write(
            events.OPFOELGNING_HOLDT,
            course,
            day=held.held,
            naeste_senest=due,
            vurdering=draws.text(phrases.ASSESSMENTS, size=size),
        )
        has_plan = self._decided.planned[held.effort] < held.held
        self._pen.write(
            events.PLAN_REVIDERET,
            course.only(has_plan & draws.chance(c.PLAN_REVISED, size=size)),
            day=self._almanac.office_day(held.held + draws.between(1, 14, size=size)),
        )
        soon = self._almanac.office_day_before(due - draws.between(0, 25, size=size))
        late = self._almanac.office_day(due + 1 + draws.about(25, size=size))
        following = np.where(draws.chance(c.NEXT_FOLLOW_UP_IN_TIME, size=size), soon, late)
        following = np.where(following > self._efforts.end[held.effort], NEVER, following)
        return FollowUps(held.effort, held.held, number, due, following, np.zeros(size, dtype=bool))

    def _reach(self, effort: Ints) -> Ints:
        """The last day on which anything about these efforts can be written."""
        return np.minimum(self._efforts.end, self._pen.horizon[self._efforts.case])[effort]

    def _of(self, effort: Ints) -> Course:
        return Course(self._course.case[effort], self._course.thread[effort])

    # --- placements -----------------------------------------------------------------------------------------

    def _visits(self) -> Visits:
        """Two visits are owed in each year of a placement; some are not made, and on some nobody talks."""
        efforts = self._efforts
        rows, year, parts = np.flatnonzero(efforts.placed), 0, []
        while len(rows):
            begin = months_later(efforts.start[rows], months=12 * year)
            end = months_later(efforts.start[rows], months=12 * (year + 1))
            lasts = begin <= self._reach(rows)
            rows, begin, end, year = rows[lasts], begin[lasts], end[lasts], year + 1
            talks = self._visit(rows, begin + 10, begin + 165) + self._visit(rows, begin + 185, begin + 345)
            self._change_place(rows, begin, end)
            parts.append(Visits(rows, begin, end, talks))
        empty = np.empty(0, dtype=np.int64)
        return Visits.joined([Visits(empty, empty, empty, empty), *parts])

    def _visit(self, rows: Ints, low: Ints, high: Ints) -> Ints:
        """Write one visit each; gives 1 where the child was talked with."""
        draws, size = self._draws, len(rows)
        day = self._almanac.office_day(draws.between(low, high, size=size))
        made = draws.chance(c.VISIT_MADE, size=size) & (day < self._efforts.end[rows])
        talked = draws.chance(c.TALKED_ON_VISIT, size=size)
        number = self._pen.write(events.TILSYNSBESOEG, self._of(rows).only(made), day=day, talt_med_barnet=talked)
        return ((number >= 0) & talked).astype(np.int64)

    def _change_place(self, rows: Ints, begin: Ints, end: Ints) -> None:
        draws, size = self._draws, len(rows)
        until = np.minimum(end, self._efforts.end[rows]) - 1
        day = self._almanac.office_day(draws.between(begin + 1, until - 5, size=size))
        lasts = day < self._efforts.end[rows]
        self._pen.write(
            events.ANBRINGELSE_AENDRET,
            self._of(rows).only(lasts & draws.chance(c.PLACE_CHANGES_A_YEAR, size=size)),
            day=day,
            paragraf=self._decided.paragraph.gather(rows),
            anbringelsestype=draws.code(c.PLACES, size=size),
        )
        self._pen.write(
            events.STATUSUDTALELSE,
            self._of(rows).only(lasts & draws.chance(c.STATEMENT_A_YEAR, size=size)),
            day=day,
        )
