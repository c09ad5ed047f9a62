"""Which duties were kept and which were not, as the inventor knows it?

Worked out from the plan, not from the ledger, so that a test can ask the engine whether it found the same. A fact
is only stated where nothing is in doubt: not where a day decides that two events share, not before the ledger
begins, not after the case's horizon. ``event_id`` is the event that starts the duty, ``detail`` its last day.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from pejl import events
from pejl.events import Kind
from pejl.simulation.almanac import DAY_SECONDS, NEVER, Flags, Ints, months_later
from pejl.simulation.arrivals import NOTIFIERS
from pejl.simulation.casework import Investigations
from pejl.simulation.decisions import Decided, plan_due, preceding
from pejl.simulation.intake import HEARING_DAYS, RECEIPT_WORKING_DAYS, Received
from pejl.simulation.pen import Course, Pen, as_dates, thread
from pejl.simulation.plan import FORCED, SUPPORT, WITH_CONSENT, Plan, one_key
from pejl.simulation.support import FIRST_FOLLOW_UP_MONTHS, Supported

VISITS_A_YEAR = 2  # law notes TIL-01
INVESTIGATION_MONTHS = 4  # law notes BFU-02


@dataclass(frozen=True, slots=True)
class Duty:
    """One row a duty: the event that starts it, its last day, when it was met, and when it fell away."""

    course: Course
    starts: Ints
    day: Ints
    due: Ints
    met: Ints
    until: Ints | int = NEVER


class Days:
    """The days on which something happened in each case, to look up the next and the last."""

    def __init__(self, case: Ints, day: Ints) -> None:
        self._keys = np.sort(one_key(case, day))

    def next(self, case: Ints, *, day: Ints) -> Ints:
        """The first day on or after this one, or NEVER."""
        return self._at(np.searchsorted(self._keys, one_key(case, day)), case, missing=NEVER)

    def last(self, case: Ints, *, day: Ints) -> Ints:
        """The last day on or before this one, or -1."""
        return self._at(np.searchsorted(self._keys, one_key(case, day), side="right") - 1, case, missing=-1)

    def _at(self, place: Ints, case: Ints, *, missing: int) -> Ints:
        if not len(self._keys):
            return np.full(len(case), missing, dtype=np.int64)
        inside = (place >= 0) & (place < len(self._keys))
        day = self._keys[np.where(inside, place, 0)] - one_key(case, 0 * case)
        return np.where(inside & (day >= 0) & (day <= NEVER), day, missing)


class Truth:
    """States the facts of a plan once everything is written."""

    def __init__(self, pen: Pen, plan: Plan) -> None:
        self._pen, self._plan = pen, plan
        self._first, self._last = plan.window.first, plan.window.last

    def tell(
        self, received: Received, *, investigations: Investigations, decided: Decided, supported: Supported
    ) -> None:
        """State them all."""
        self._of_notifications(received)
        self._of_reassessments(received)
        self._of_investigations(investigations)
        self._of_talks(decided)
        self._of_plans(decided)
        self._of_follow_ups(decided, supported)
        self._of_visits(decided, supported)

    def _judge(self, duty: Duty, *, kept: str, broken: str, where: Flags | None = None) -> None:
        horizon = self._pen.horizon[duty.course.case]
        known = (duty.starts >= 0) & (duty.day >= self._first) & (duty.day <= horizon)
        known &= True if where is None else where
        in_time = duty.met <= duty.due
        stands = np.minimum(horizon, duty.until)
        self._state(kept, duty, known & in_time & (duty.met <= stands))
        self._state(broken, duty, known & ~in_time & (duty.due < stands))

    def _state(self, what: str, duty: Duty, chosen: Flags) -> None:
        rows = np.flatnonzero(chosen)
        self._pen.plant(
            what,
            duty.course.case[rows],
            thread=duty.course.thread[rows],
            number=duty.starts[rows],
            detail=as_dates(duty.due[rows]).cast(pl.String()),
        )

    def _days(self, *kinds: Kind) -> Days:
        return Days(*self._pen.written(*kinds))

    # --- notifications --------------------------------------------------------------------------------------

    def _of_notifications(self, received: Received) -> None:
        contacts, almanac = received.contacts, self._pen.almanac
        start = (received.course, received.number, contacts.day)
        # Hours are judged by the hour: a duty that is met late on its last day counts as met a day later.
        due_at = received.at + DAY_SECONDS
        due, met = almanac.local(due_at).day, almanac.local(received.assessed_at).day
        met = np.where(received.assessed_at > due_at, np.maximum(met, due + 1), np.minimum(met, due))
        self._judge(Duty(*start, due, met), kept="vurdering_til_tiden", broken="vurdering_for_sent")
        receipt_due = almanac.working_days_later(contacts.day, RECEIPT_WORKING_DAYS)
        self._judge(
            Duty(*start, receipt_due, received.receipt),
            kept="kvittering_til_tiden",
            broken="kvittering_for_sent",
            where=contacts.notifier != NOTIFIERS.index("anonym"),
        )
        hearing = Duty(*start, contacts.day + HEARING_DAYS, received.called, self._closing(contacts.case, contacts.day))
        self._judge(hearing, kept="partshoering_til_tiden", broken="partshoering_for_sent", where=~received.left_out)
        excused = received.left_out & (received.number >= 0) & (contacts.day >= self._first)
        excused &= contacts.day + HEARING_DAYS <= self._pen.horizon[contacts.case]
        self._state("partshoering_undtaget", hearing, excused)

    def _closing(self, case: Ints, day: Ints) -> Ints:
        return self._days(events.SAG_AFSLUTTET, events.SAG_FLYTTET).next(case, day=day)

    def _of_reassessments(self, received: Received) -> None:
        contacts = received.contacts
        # The day help begins or ends is left out: there the hours would decide.
        helped = self._plan.efforts.running(contacts.case, day=contacts.day, within=1)
        done = self._days(events.GENVURDERING).next(contacts.case, day=contacts.day)
        known = helped & (received.number >= 0) & (contacts.day >= self._first)
        known &= contacts.day <= self._pen.horizon[contacts.case]
        duty = Duty(received.course, received.number, contacts.day, contacts.day, done)
        self._state("genvurdering_mangler", duty, known & (done == NEVER))

    # --- investigations and decisions -----------------------------------------------------------------------

    def _of_investigations(self, rows: Investigations) -> None:
        due = months_later(rows.known, months=INVESTIGATION_MONTHS)
        course = Course(rows.case, np.full(len(rows), thread("B", 1)))
        duty = Duty(course, rows.number, rows.begun, due, rows.done, self._closing(rows.case, rows.begun))
        # Barnets lov applies from the day the need was known.
        self._judge(
            duty,
            kept="undersoegelse_inden_4_mdr",
            broken="undersoegelse_over_4_mdr",
            where=rows.known >= self._first,
        )

    def _of_talks(self, decided: Decided) -> None:
        """Before each decision under barnets lov, since the one before it."""
        efforts, since = decided.efforts, preceding(decided.efforts)
        talks = self._days(events.SAMTALE_MED_BARNET, events.KONTAKT_MED_BARNET)
        talked = talks.last(efforts.case, day=efforts.decided)
        excused = self._days(events.SAMTALE_UNDLADT).last(efforts.case, day=efforts.decided)
        known = ~decided.old_law & self._told_from_the_start(decided)
        duty = Duty(decided.course, decided.number, efforts.decided, efforts.decided, efforts.decided)
        silent = known & ((talked < since) | (talked < 0))
        self._state("samtale_holdt", duty, known & (since < talked) & (talked < efforts.decided))
        self._state("samtale_undladt", duty, silent & (since < excused) & (excused < efforts.decided))
        self._state("samtale_mangler", duty, silent & ((excused < since) | (excused < 0)))

    def _told_from_the_start(self, decided: Decided) -> Flags:
        """What should have come before the decision can be missed only where the whole case is in the ledger."""
        efforts = decided.efforts
        opened = self._plan.cases.opened[efforts.case]
        alone = preceding(efforts) != efforts.decided
        known: Flags = (decided.number >= 0) & (opened >= self._first) & (efforts.decided < self._last) & alone
        return known

    def _of_plans(self, decided: Decided) -> None:
        efforts, old = decided.efforts, decided.old_law
        plans = self._days(events.PLAN_LAVET, events.PLAN_REVIDERET)
        start = (decided.course, decided.number, efforts.decided)
        chosen = (efforts.sort == WITH_CONSENT) | ((efforts.sort == SUPPORT) & decided.plan_chosen)
        after = np.where(old, decided.cannot_wait, chosen)
        next_plan = plans.next(efforts.case, day=efforts.decided)
        within = Duty(*start, plan_due(decided), next_plan, self._end(decided))
        self._judge(within, kept="plan_til_tiden", broken="plan_for_sent", where=after)
        # Serviceloven wanted a plan since the decision before; barnets lov § 47 wants one at all.
        last_plan, since = plans.last(efforts.case, day=efforts.decided), np.where(old, preceding(efforts), -1)
        asked = np.isin(efforts.sort, (SUPPORT, WITH_CONSENT)) & ~decided.cannot_wait
        before = np.where(old, asked, efforts.sort == FORCED) & self._told_from_the_start(decided)
        clear = (last_plan < efforts.decided) & ((last_plan != since) | (last_plan < 0))
        duty = Duty(*start, efforts.decided, np.where(last_plan > since, efforts.decided, NEVER))
        self._judge(duty, kept="plan_foer_afgoerelse", broken="plan_efter_afgoerelse", where=before & clear)
        never = plans.next(efforts.case, day=0 * efforts.case) == NEVER
        late = within.due < self._pen.horizon[efforts.case]
        inside = (decided.number >= 0) & (efforts.decided >= self._first)
        self._state("plan_mangler", within, (after | before) & never & late & inside)

    def _end(self, decided: Decided) -> Ints:
        """The day help ends, or the case, after each decision: then a plan is no longer owed."""
        ends = self._days(events.INDSATS_OPHOERT, events.ANBRINGELSE_OPHOERT, events.SAG_AFSLUTTET, events.SAG_FLYTTET)
        return ends.next(decided.efforts.case, day=decided.efforts.decided)

    # --- help -----------------------------------------------------------------------------------------------

    def _of_follow_ups(self, decided: Decided, supported: Supported) -> None:
        owed = supported.follow_ups
        efforts = decided.efforts.where(owed.effort)
        course = Course(decided.course.case[owed.effort], decided.course.thread[owed.effort])
        # An investigation beside it that is not over on the last day shortens nothing yet.
        full = months_later(efforts.start, months=FIRST_FOLLOW_UP_MONTHS)
        unseen = owed.first & (owed.due > self._pen.horizon[efforts.case])
        due = np.where(unseen, full, owed.due)
        duty = Duty(course, owed.number, owed.since, due, owed.held, efforts.end)
        asked = efforts.sort >= SUPPORT
        self._judge(duty, kept="opfoelgning_til_tiden", broken="opfoelgning_for_sent", where=asked & owed.first)
        self._judge(
            duty,
            kept="naeste_opfoelgning_til_tiden",
            broken="naeste_opfoelgning_for_sent",
            where=asked & ~owed.first & ~decided.old_law[owed.effort],
        )

    def _of_visits(self, decided: Decided, supported: Supported) -> None:
        years = supported.visits
        efforts = decided.efforts.where(years.effort)
        course = Course(decided.course.case[years.effort], decided.course.thread[years.effort])
        enough = years.talks >= VISITS_A_YEAR
        duty = Duty(
            course,
            supported.started[years.effort],
            years.begin,
            years.end,
            np.where(enough, years.begin, NEVER),
            efforts.end,
        )
        self._judge(duty, kept="tilsyn_holdt", broken="tilsyn_mangler")
