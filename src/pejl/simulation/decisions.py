"""What is written down about a decision: talk with the child, consent, hearing, the decision itself, and the plan?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import polars as pl

from pejl import events
from pejl.simulation import calibration as c
from pejl.simulation import phrases
from pejl.simulation.almanac import NEVER, Flags, Ints, months_later
from pejl.simulation.draws import texts, where
from pejl.simulation.pen import Course, Pen, thread
from pejl.simulation.plan import EARLY, FORCED, NEW_LAW, SUPPORT, WITH_CONSENT, Efforts, Plan

_EARLY: Final = ("§ 30, stk. 1", "§ 11, stk. 3")
_WITH_CONSENT: Final = ("§ 46, stk. 1", "§ 52, stk. 3, nr. 7")
_FORCED: Final = ("§ 47, stk. 1", "§ 58, stk. 1")
_SUPPORT: Final = tuple(
    (f"§ 32, stk. 1, nr. {number}", f"§ 52, stk. 3, nr. {before}")
    for number, before in sorted(c.SUPPORT_BEFORE_2024.items())
)
# For each sort of effort and number of § 32, the paragraph in barnets lov and in serviceloven.
_PARAGRAPHS: Final = tuple(each for pair in (_EARLY, _WITH_CONSENT, _FORCED, *_SUPPORT) for each in pair)
PLAN_MONTHS: Final = 3  # law notes PLA-02, PLA-03
URGENT_PLAN_MONTHS: Final = 4  # law notes SEL-07


@dataclass(frozen=True, slots=True)
class Decided:
    """One row an effort: where it is written and what was decided, for what follows and for the truth."""

    efforts: Efforts
    course: Course
    paragraph: pl.Series
    number: Ints
    old_law: Flags
    plan_chosen: Flags
    cannot_wait: Flags
    planned: Ints  # the day of the plan, or NEVER


class Decisions:
    """Writes everything that leads to the decisions and follows from them, but not the help itself."""

    def __init__(self, pen: Pen, plan: Plan) -> None:
        self._pen, self._plan = pen, plan
        self._draws, self._almanac = pen.draws, pen.almanac

    def write(self) -> Decided:
        """Write all decisions; gives them."""
        efforts = self._plan.efforts
        placed = np.where(efforts.placed, thread("A", efforts.nth), thread("I", efforts.nth))
        course = Course(efforts.case, placed)
        decided = self._decide(efforts, course)
        self._talk(decided)
        self._consent(decided)
        self._hear(decided)
        self._send(decided)
        self._complain(decided)
        self._make_plans(decided)
        return decided

    def _decide(self, efforts: Efforts, course: Course) -> Decided:
        size, old_law = len(efforts), efforts.decided < NEW_LAW
        paragraph = _paragraphs(efforts)
        support = efforts.sort == SUPPORT
        plan_chosen = np.where(support, self._draws.chance(c.PLAN_CHOSEN, size=size), efforts.placed)
        asks_for_plan = support | (efforts.sort == WITH_CONSENT)
        cannot_wait = old_law & asks_for_plan & self._draws.chance(c.CANNOT_WAIT, size=size)
        number = self._pen.write(
            events.AFGOERELSE_TRUFFET,
            course,
            day=efforts.decided,
            paragraf=paragraph,
            plan_valgt=where(~old_law, pl.Series(plan_chosen)),
            kan_ikke_afvente=where(old_law, pl.Series(cannot_wait)),
            begrundelse=self._draws.text(phrases.WHY_DECIDED, size=size),
        )
        self._pen.write(
            events.UDVALGETS_AFGOERELSE,
            course.only(efforts.sort == FORCED),
            day=efforts.decided,
            paragraf=paragraph,
        )
        decided = Decided(
            efforts, course, paragraph, number, old_law, plan_chosen & ~old_law, cannot_wait, NEVER + 0 * number
        )
        return replace(decided, planned=self._plan_days(decided))

    # --- before ---------------------------------------------------------------------------------------------

    def _talk(self, decided: Decided) -> None:
        """The child is heard, or there is a reason not to and somebody else is asked, or neither."""
        efforts, course, draws, size = decided.efforts, decided.course, self._draws, len(decided.efforts)
        small = self._plan.cases.age_on(efforts.decided, case=efforts.case) < c.SMALL_CHILD_YEARS
        talked = ~small & draws.chance(c.TALKED_BEFORE_DECISION, size=size)
        left_out = ~talked & draws.chance(np.where(small, c.LEFT_OUT_SMALL, c.LEFT_OUT), size=size)
        otherwise = draws.chance(c.OTHER_CONTACT, size=size)
        day = self._before(efforts, 1, 21)
        self._pen.write(events.SAMTALE_MED_BARNET, course.only(talked & ~otherwise), day=day)
        self._pen.write(
            events.KONTAKT_MED_BARNET,
            course.only(talked & otherwise),
            day=day,
            kontaktform=draws.text(phrases.FORMS_OF_CONTACT, size=size),
        )
        self._pen.write(
            events.SAMTALE_UNDLADT,
            course.only(left_out),
            day=day,
            begrundelse=draws.text(phrases.WHY_NOT_TALKED, size=size),
        )
        self._pen.write(
            events.HOLDNING_INDHENTET,
            course.only(left_out & draws.chance(c.VIEW_ANOTHER_WAY, size=size)),
            day=day,
            kilde=draws.text(phrases.SOURCES_OF_VIEW, size=size),
        )

    def _consent(self, decided: Decided) -> None:
        efforts, draws, size = decided.efforts, self._draws, len(decided.efforts)
        forced = efforts.sort == FORCED
        young = self._plan.cases.age_on(efforts.decided, case=efforts.case) >= c.CONSENT_AT_YEARS
        second = draws.chance(c.SECOND_PARENT, size=size)
        refused = (second & draws.chance(c.CONSENT_REFUSED / c.SECOND_PARENT, size=size)) | forced
        for who, asked in {"foraelder_1": ~forced, "foraelder_2": second & ~refused, "ung_15": young}.items():
            course = decided.course.only(asked & draws.chance(c.CONSENT, size=size))
            self._pen.write(events.SAMTYKKE_GIVET, course, day=self._before(efforts, 1, 12), hvem=who)
        self._pen.write(
            events.SAMTYKKE_AFVIST,
            decided.course.only(refused),
            day=self._before(efforts, 1, 12),
            hvem=texts(("foraelder_2", "foraelder_1"), forced.astype(np.int64)),
        )
        withdrawn = draws.between(efforts.start + 10, efforts.end - 1, size=size)
        self._pen.write(
            events.SAMTYKKE_TRUKKET,
            decided.course.only(~forced & draws.chance(c.CONSENT_WITHDRAWN, size=size)),
            day=self._almanac.office_day(withdrawn),
            hvem="foraelder_1",
        )

    def _hear(self, decided: Decided) -> None:
        efforts, draws, size = decided.efforts, self._draws, len(decided.efforts)
        self._pen.write(
            events.HOERING_PARTER,
            decided.course.only(draws.chance(c.HEARD, size=size)),
            day=self._before(efforts, 8, 25),
            svarfrist=efforts.decided - 1,
        )
        self._pen.write(
            events.VISITATION,
            decided.course.only(draws.chance(c.VISITATED, size=size)),
            day=self._before(efforts, 1, 10),
            begrundelse=draws.text(phrases.WHY_VISITATED, size=size),
        )
        chair = (efforts.sort == FORCED) & draws.chance(c.CHAIR_FIRST, size=size)
        self._pen.write(
            events.FORMANDENS_AFGOERELSE,
            decided.course.only(chair),
            day=self._before(efforts, 3, 7),
            paragraf=decided.paragraph,
        )

    def _before(self, efforts: Efforts, low: int, high: int) -> Ints:
        """Some day before the decision and after the one before it; NEVER where there is no room."""
        first = _earliest(efforts, self._plan)
        day = efforts.decided - self._draws.between(low, high, size=len(efforts))
        day = np.clip(self._almanac.office_day_before(day), first, efforts.decided - 1)
        return np.where(first < efforts.decided, day, NEVER)

    # --- after ----------------------------------------------------------------------------------------------

    def _send(self, decided: Decided) -> None:
        efforts, draws, size = decided.efforts, self._draws, len(decided.efforts)
        party_at = np.where(decided.old_law, c.PARTY_AT_YEARS_BEFORE_2024, c.PARTY_AT_YEARS)
        party = self._plan.cases.age_on(efforts.decided, case=efforts.case) >= party_at
        sent = self._almanac.office_day(efforts.decided + draws.between(0, 3, size=size))
        for who, receives in {"foraelder_1": np.ones(size, dtype=bool), "barnet": party}.items():
            self._pen.write(events.AFGOERELSE_SENDT, decided.course.only(receives), day=sent, hvem=who)
        self._pen.write(
            events.BEVILLING,
            decided.course.only(draws.chance(c.GRANT_NOTED, size=size)),
            day=self._almanac.office_day(efforts.decided + draws.between(0, 3, size=size)),
            paragraf=decided.paragraph,
            kompetence=draws.text(phrases.COMPETENCE, size=size),
        )
        self._pen.write(
            events.INDSATS_BEVILGET,
            decided.course.only(~efforts.placed),
            day=efforts.decided,
            paragraf=decided.paragraph,
        )

    def _make_plans(self, decided: Decided) -> None:
        """Where a plan is owed it is made in time, late or never; only the first of a case is made from nothing."""
        day, course = decided.planned, decided.course
        order = np.lexsort((day, course.case))
        first = np.zeros(len(day), dtype=bool)
        first[order] = np.append([True], course.case[order][1:] != course.case[order][:-1])[: len(day)]
        self._pen.write(events.PLAN_LAVET, course.only(first), day=day)
        self._pen.write(events.PLAN_REVIDERET, course.only(~first), day=day)

    def _plan_days(self, decided: Decided) -> Ints:
        efforts, draws, size = decided.efforts, self._draws, len(decided.efforts)
        before = (decided.old_law & ~decided.cannot_wait) | (efforts.sort == FORCED)
        due = plan_due(decided)
        within = draws.between(efforts.decided + 10, due, size=size)
        soon = np.where(before, self._before(efforts, 1, 15), self._almanac.office_day_before(within))
        overdue = np.where(before, efforts.decided, due) + 1 + draws.about(35, size=size)
        how = draws.place((c.PLAN_IN_TIME, c.PLAN_LATE, 1 - c.PLAN_IN_TIME - c.PLAN_LATE), size=size)
        day = np.choose(how, [soon, self._almanac.office_day(overdue), np.full(size, NEVER)])
        owed = (efforts.sort != EARLY) & (decided.old_law | decided.plan_chosen)
        return np.where(owed & (day <= efforts.end), day, NEVER)

    def _complain(self, decided: Decided) -> None:
        rows = np.flatnonzero(self._draws.chance(c.COMPLAINTS, size=len(decided.efforts)))
        efforts, draws, size = decided.efforts.where(rows), self._draws, len(rows)
        course = Course(efforts.case, thread("K", np.minimum(efforts.nth, 8)))
        received = self._almanac.office_day(efforts.decided + draws.between(5, 28, size=size))
        self._pen.write(events.KLAGE_MODTAGET, course, day=received, hvem=draws.code(c.WHO_COMPLAINS, size=size))
        outcome = draws.code(c.REASSESSED_COMPLAINT, size=size)
        reassessed = self._almanac.office_day(received + draws.between(7, 40, size=size))
        self._pen.write(events.KLAGE_GENVURDERET, course, day=reassessed, klageudfald=outcome)
        self._pen.write(
            events.ANKESTYRELSENS_AFGOERELSE,
            course.only((outcome != "medhold").to_numpy()),
            day=self._almanac.office_day(reassessed + draws.between(50, 160, size=size)),
            ankeudfald=draws.code(c.APPEALS, size=size),
        )


def plan_due(decided: Decided) -> Ints:
    """The last day for the plan where it may come after the decision."""
    urgent = months_later(decided.efforts.decided, months=URGENT_PLAN_MONTHS)
    return np.where(decided.old_law, urgent, months_later(decided.efforts.decided, months=PLAN_MONTHS))


def preceding(efforts: Efforts) -> Ints:
    """The day of the decision before each in its case; -1 for the first."""
    same = np.append([False], efforts.case[1:] == efforts.case[:-1])[: len(efforts)]
    return np.where(same, np.append([-1], efforts.decided[:-1])[: len(efforts)], -1)


def _earliest(efforts: Efforts, plan: Plan) -> Ints:
    return np.maximum(preceding(efforts), plan.courses.known[efforts.case]) + 1


def _paragraphs(efforts: Efforts) -> pl.Series:
    rank = {number: place for place, number in enumerate(sorted(c.SUPPORT_BEFORE_2024), start=3)}
    of_number = np.array([rank.get(number, 0) for number in range(max(rank) + 1)])
    pair = np.select(
        [efforts.sort == EARLY, efforts.sort == WITH_CONSENT, efforts.sort == FORCED],
        [0, 1, 2],
        default=of_number[efforts.number],
    )
    return texts(_PARAGRAPHS, 2 * pair + (efforts.decided < NEW_LAW))
