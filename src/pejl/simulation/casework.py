"""What is written down while a case is open: clarifying, investigating, meetings, births, opening and closing?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from pejl import events
from pejl.events import Kind
from pejl.simulation import calibration as c
from pejl.simulation import phrases
from pejl.simulation.almanac import NEVER, Ints, Local, months_later
from pejl.simulation.pen import NO_THREAD, Course, Pen, thread
from pejl.simulation.plan import Plan
from pejl.simulation.table import Table

_Words = Mapping[str, tuple[str, ...]]
_NOTHING: Final[_Words] = {}
_ASSESSMENT: Final[_Words] = {"vurdering": phrases.ASSESSMENTS}
_MEETING: Final[_Words] = {"deltagere": phrases.PRESENT, "aftalt": phrases.AGREED}
_HALF_AN_HOUR: Final = 1_800
_LATEST_FIRST_TWIN: Final = 84_000


@dataclass(frozen=True, slots=True)
class Investigations(Table):
    """One row an investigation, with the number of the event that began it, for the truth."""

    case: Ints
    known: Ints
    begun: Ints
    done: Ints
    number: Ints


class Casework:
    """Writes what belongs to the case or to its clarifying and investigating."""

    def __init__(self, pen: Pen, plan: Plan) -> None:
        self._pen, self._plan = pen, plan
        self._draws, self._almanac = pen.draws, pen.almanac

    def write(self) -> Investigations:
        """Write it all; gives the investigations."""
        self._write_clarifying()
        self._write_births()
        self._write_spells()
        self._write_asides()
        return self._write_investigating()

    # --- clarifying and investigating -----------------------------------------------------------------------

    def _write_clarifying(self) -> None:
        courses = self._plan.courses
        case = np.flatnonzero(courses.clarifying != NEVER)
        course = _course(case, "C")
        self._pen.write(events.AFDAEKNING_BESLUTTET, course, day=courses.clarifying[case])
        self._write_with(events.AFDAEKNING_AFSLUTTET, course, courses.clarified[case], words=_ASSESSMENT)

    def _write_investigating(self) -> Investigations:
        courses = self._plan.courses
        case = np.flatnonzero(courses.investigating != NEVER)
        course = _course(case, "B")
        known, begun, done = courses.known[case], courses.investigating[case], courses.investigated[case]
        number = self._pen.write(events.UNDERSOEGELSE_BESLUTTET, course, day=begun, behov_kendt=known)
        self._write_with(events.UNDERSOEGELSE_AFSLUTTET, course, done, words=_ASSESSMENT)
        investigations = Investigations(case, known, begun, done, number)
        self._write_preliminary(course, investigations)
        self._write_during(course, investigations)
        return investigations

    def _write_preliminary(self, course: Course, rows: Investigations) -> None:
        size = len(rows)
        due = months_later(rows.known, months=4)
        day = self._almanac.office_day_before(due - self._draws.between(0, 10, size=size))
        over = (rows.done > due) & self._draws.chance(c.PRELIMINARY, size=size)
        self._write_with(events.FORELOEBIG_VURDERING, course.only(over), np.maximum(day, rows.begun), words=_ASSESSMENT)

    def _write_during(self, course: Course, rows: Investigations) -> None:
        planned = course.only(self._draws.chance(c.INVESTIGATION_PLANNED, size=len(rows)))
        day = self._draws.between(rows.begun + 1, np.minimum(rows.begun + 21, rows.done - 2), size=len(rows))
        self._write_with(events.UNDERSOEGELSESPLAN_LAVET, planned, self._almanac.office_day(day), words=_NOTHING)
        for kind, (share, words) in _WHILE_INVESTIGATING.items():
            chosen = self._draws.chance(share, size=len(rows))
            if kind is events.SAMTALE_MED_BARNET:
                chosen &= self._plan.cases.birth[rows.case] == NEVER
            day = self._draws.between(rows.begun + 1, rows.done - 2, size=len(rows))
            self._write_with(kind, course.only(chosen), self._almanac.office_day(day), words=words)

    def _write_with(self, kind: Kind, course: Course, day: Ints, *, words: _Words) -> Ints:
        fields = {name: self._draws.text(choices, size=len(course)) for name, choices in words.items()}
        return self._pen.write(kind, course, day=day, local=None, **fields)

    # --- the case itself ------------------------------------------------------------------------------------

    def _write_births(self) -> None:
        cases = self._plan.cases
        case = np.flatnonzero(cases.birth != NEVER)
        twins = cases.twins[case]
        second = self._draws.between(0, _LATEST_FIRST_TWIN, size=len(case))
        # Both of a pair are born within the half hour.
        together = twins * 7_919 % _LATEST_FIRST_TWIN + second % _HALF_AN_HOUR
        local = Local(cases.birth[case], np.where(twins > 0, together, second))
        self._pen.write(
            events.BARNET_FOEDT,
            Course(case, np.full(len(case), NO_THREAD), twins),
            day=local.day,
            local=local,
        )

    def _write_spells(self) -> None:
        spells = self._plan.spells
        course = Course(spells.case, np.full(len(spells), NO_THREAD))
        self._pen.write(events.SAG_GENAABNET, course.only(~spells.first), day=spells.begin)
        moved = self._plan.moved[spells.case]
        moves = (spells.begin <= moved) & (moved < spells.end)
        self._pen.write(events.SAG_FLYTTET, course.only(moves), day=moved)
        self._pen.write(events.SAG_AFSLUTTET, course, day=np.where(moves, moved, spells.end))

    def _write_asides(self) -> None:
        """Somebody asks to see the files; somebody makes a note."""
        asked = self._some_days(c.ACCESS_ASKED)
        course = _course(asked.case, "K", 9)
        self._pen.write(
            events.AKTINDSIGT_BEDT,
            course,
            day=asked.begin,
            hvem=self._draws.code(c.WHO_COMPLAINS, size=len(asked)),
        )
        quick = self._draws.chance(c.ACCESS_IN_7_DAYS, size=len(asked))
        days = self._draws.between(np.where(quick, 1, 8), np.where(quick, 7, 25), size=len(asked))
        self._pen.write(events.AKTINDSIGT_BESVARET, course, day=self._almanac.working_days_later(asked.begin, days))
        noted = self._some_days(c.NOTES)
        self._write_with(
            events.NOTAT,
            Course(noted.case, np.full(len(noted), NO_THREAD)),
            noted.begin,
            words={"tekst": phrases.NOTES},
        )

    def _some_days(self, share: float) -> _Days:
        """A day in the first spell of a share of the cases."""
        spells = self._plan.spells
        some = spells.where(spells.first & self._draws.chance(share, size=len(spells)))
        day = self._draws.between(some.begin, some.end, size=len(some))
        return _Days(some.case, self._almanac.office_day(day))


@dataclass(frozen=True, slots=True)
class _Days(Table):
    case: Ints
    begin: Ints


_WHILE_INVESTIGATING: Final[Mapping[Kind, tuple[float, _Words]]] = {
    events.SAMTALE_MED_BARNET: (c.TALKED_IN_INVESTIGATION, _NOTHING),
    events.SOESKENDE_OVERVEJET: (c.INVESTIGATION_PLANNED, _ASSESSMENT),
    events.BISIDDER_OPLYST: (c.STATEMENT, _NOTHING),
    events.NETVAERKSMOEDE: (c.NETWORK_MEETING, _MEETING),
    events.TVAERSMOEDE: (c.CROSS_MEETING, _MEETING),
    events.STATUSUDTALELSE: (c.STATEMENT, _NOTHING),
}


def _course(case: Ints, letter: str, number: int = 1) -> Course:
    """One course in each of these cases."""
    return Course(case, np.full(len(case), thread(letter, number)))
