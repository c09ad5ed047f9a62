"""What is written down about each contact: from the letter in the box to the answer to the one who wrote?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import polars as pl

from pejl import events
from pejl.simulation import calibration as c
from pejl.simulation import phrases
from pejl.simulation.almanac import DAY_SECONDS, NEVER, Flags, Ints
from pejl.simulation.arrivals import APPLICATION, ENQUIRY, NOTIFICATION, NOTIFIERS, Contacts
from pejl.simulation.draws import texts, where
from pejl.simulation.pen import Course, Pen, thread
from pejl.simulation.plan import NEW_LAW, Plan

HEARING_DAYS: Final = 14  # requirement C8: the municipality's own goal
RECEIPT_WORKING_DAYS: Final = 6  # law notes UND-05
_HOUR: Final = 3_600
_OUTCOME_OF_PATH: Final = {
    "clarified": "afdaekning",
    "clarified_helped": "afdaekning",
    "investigated": "undersoegelse",
    "investigated_helped": "undersoegelse",
    "helped_meanwhile": "undersoegelse",
    "placed": "undersoegelse",
}


@dataclass(frozen=True, slots=True)
class Received:
    """One row a notification that was not taken down to an enquiry: what came of it, for the truth."""

    contacts: Contacts
    course: Course
    number: Ints
    at: Ints
    assessed_at: Ints
    receipt: Ints
    called: Ints
    left_out: Flags


@dataclass(frozen=True, slots=True)
class _Concern:
    """What the letters are about: nothing that counts as a notification, abuse, an honour conflict."""

    retyped: Flags
    abuse: Flags
    honour: Flags


class Intake:
    """Writes everything that belongs to one contact."""

    def __init__(self, pen: Pen, plan: Plan) -> None:
        self._pen, self._plan = pen, plan
        self._draws, self._almanac = pen.draws, pen.almanac

    def write(self) -> Received:
        """Write all contacts; gives the notifications."""
        contacts = self._plan.contacts
        self._write_application(contacts.where(contacts.sort == APPLICATION))
        self._write_enquiry(contacts.where(contacts.sort == ENQUIRY))
        return self._write_notification(np.flatnonzero(contacts.sort == NOTIFICATION))

    def _write_application(self, contacts: Contacts) -> None:
        early = self._draws.chance(0.5, size=len(contacts))
        paragraph = np.where(contacts.day < NEW_LAW, 2, 0) + early
        choices = ("§ 32, stk. 1", "§ 30, stk. 1", "§ 52, stk. 3", "§ 11, stk. 3")
        self._pen.write(
            events.ANSOEGNING_MODTAGET,
            Course(contacts.case, thread("S", contacts.nth)),
            day=contacts.day,
            local=contacts.local,
            paragraf=texts(choices, paragraph),
        )

    def _write_enquiry(self, contacts: Contacts) -> None:
        course = Course(contacts.case, thread("H", contacts.nth))
        self._pen.write(
            events.HENVENDELSE_MODTAGET,
            course,
            day=contacts.day,
            local=contacts.local,
            underretter=notifier_codes(contacts),
        )

    # --- notifications --------------------------------------------------------------------------------------

    def _write_notification(self, rows: Ints) -> Received:
        contacts = self._plan.contacts.where(rows)
        course = Course(contacts.case, thread("U", contacts.nth))
        concern = self._concern(len(contacts))
        number = self._write_letter(contacts, replace(course, shared=contacts.letter), concern=concern)
        self._retype(contacts, course.only(concern.retyped))
        meant = course.only(~concern.retyped)
        called, left_out = self._call(contacts, meant, danger=concern.abuse | concern.honour)
        received = Received(
            contacts=contacts,
            course=course,
            number=np.where(concern.retyped, -1, number),
            at=self._almanac.instant(contacts.local),
            assessed_at=self._assess(contacts, meant),
            receipt=self._receipt(contacts, meant),
            called=called,
            left_out=left_out,
        )
        self._talk_about(contacts, meant.only(concern.abuse))
        self._screen(contacts, meant, rows=rows)
        self._tell(contacts, meant)
        return received

    def _concern(self, size: int) -> _Concern:
        draws = self._draws
        retyped = draws.chance(c.RETYPED, size=size)
        abuse = ~retyped & draws.chance(c.SUSPECTED_ABUSE, size=size)
        return _Concern(retyped, abuse, ~retyped & draws.chance(c.HONOUR_CONFLICT, size=size))

    def _write_letter(self, contacts: Contacts, course: Course, *, concern: _Concern) -> Ints:
        """The letter, and where it tells of an honour conflict, the risk to think of before anyone is called."""
        size, draws = len(contacts), self._draws
        self._pen.write(
            events.RISIKOVURDERING,
            replace(course, shared=None).only(concern.honour),
            day=contacts.day + 1,
            vurdering=draws.text(phrases.ASSESSMENTS, size=size),
        )
        return self._pen.write(
            events.UNDERRETNING_MODTAGET,
            course,
            day=contacts.day,
            local=contacts.local,
            underretter=notifier_codes(contacts),
            uafklaret_type=concern.retyped,
            mistanke_overgreb=concern.abuse,
            foraeldre_mistaenkt=concern.abuse & draws.chance(c.PARENT_SUSPECTED, size=size),
            ufoedt=self._is_unborn(contacts),
            aeresrelateret=concern.honour,
        )

    def _is_unborn(self, contacts: Contacts) -> Flags:
        birth = self._plan.cases.birth[contacts.case]
        unborn: Flags = (birth != NEVER) & (contacts.day < birth)
        return unborn

    def _retype(self, contacts: Contacts, course: Course) -> None:
        size = len(contacts)
        self._pen.write(
            events.KONTAKT_NEDGRADERET,
            course,
            day=self._later(contacts.day, 1, 5),
            begrundelse=self._draws.text(phrases.WHY_RETYPED, size=size),
            anden_person=self._colleague(size),
        )

    def _assess(self, contacts: Contacts, course: Course) -> Ints:
        """The 24-hour assessment; gives its instants."""
        size, draws = len(contacts), self._draws
        soon = 300 + np.minimum(draws.about(c.ASSESSED_AFTER_HOURS * _HOUR, size=size), DAY_SECONDS - 900)
        late = DAY_SECONDS + 300 + draws.about(20 * _HOUR, size=size)
        in_time = draws.chance(c.ASSESSED_IN_TIME / (1 - c.NEVER_ASSESSED), size=size)
        at = self._almanac.instant(contacts.local) + np.where(in_time, soon, late)
        never = draws.chance(c.NEVER_ASSESSED, size=size)
        local = self._almanac.local(at)
        self._pen.write(
            events.VURDERING_24_TIMER,
            course.only(~never),
            day=local.day,
            local=local,
            vurdering=draws.text(phrases.ASSESSMENTS, size=size),
            akut_behov=draws.chance(c.ACUTE, size=size),
        )
        return np.where(never, NEVER * DAY_SECONDS, at)

    def _receipt(self, contacts: Contacts, course: Course) -> Ints:
        size, draws = len(contacts), self._draws
        soon = draws.between(0, RECEIPT_WORKING_DAYS, size=size)
        late = RECEIPT_WORKING_DAYS + 1 + draws.about(6, size=size)
        days = np.where(draws.chance(c.RECEIPT_IN_TIME / (1 - c.NO_RECEIPT), size=size), soon, late)
        sent = self._almanac.working_days_later(contacts.day, np.maximum(days, 1))
        anonymous = contacts.notifier == NOTIFIERS.index("anonym")
        never = anonymous | draws.chance(c.NO_RECEIPT, size=size)
        day = np.where(never, NEVER, sent)
        self._pen.write(events.KVITTERING_SENDT, course, day=day)
        return day

    def _call(self, contacts: Contacts, course: Course, *, danger: Flags) -> tuple[Ints, Flags]:
        """The family is called to a meeting, or there is a reason not to; gives the days and where there is."""
        size, draws = len(contacts), self._draws
        share = np.array([c.CALL_LEFT_OUT.get(each, 0.0) for each in NOTIFIERS])[contacts.notifier]
        left_out = danger | draws.chance(share, size=size)
        due = contacts.day + HEARING_DAYS
        soon = self._almanac.office_day_before(contacts.day + draws.between(2, HEARING_DAYS, size=size))
        late = self._almanac.office_day(due + 1 + draws.between(0, 25, size=size))
        in_time = draws.chance(c.CALLED_IN_TIME, size=size)
        called = np.where(in_time, np.maximum(soon, contacts.day + 1), late)
        never = ~in_time & draws.chance(c.NEVER_CALLED / (1 - c.CALLED_IN_TIME), size=size)
        called = np.where(left_out | never, NEVER, called)
        self._pen.write(events.PARTSHOERING_INDKALDT, course, day=called)
        self._pen.write(
            events.PARTSHOERING_HOLDT,
            course.only(draws.chance(c.MEETING_HELD, size=size)),
            day=self._later(called, 5, 15),
            deltagere=draws.text(phrases.PRESENT, size=size),
        )
        self._pen.write(
            events.PARTSHOERING_UNDLADT,
            course.only(left_out),
            day=np.minimum(self._later(contacts.day, 1, 5), due),
            begrundelse=draws.text(phrases.WHY_NOT_CALLED, size=size),
        )
        return called, left_out

    def _talk_about(self, contacts: Contacts, course: Course) -> None:
        talked = self._draws.chance(c.TALK_ON_ABUSE, size=len(contacts)) & ~self._is_unborn(contacts)
        self._pen.write(events.SAMTALE_MED_BARNET, course.only(talked), day=self._later(contacts.day, 1, 5))

    def _screen(self, contacts: Contacts, course: Course, *, rows: Ints) -> None:
        """Screening, or a re-assessment where the child already has help."""
        size, draws, plan = len(contacts), self._draws, self._plan
        helped = plan.efforts.running(contacts.case, day=contacts.day)
        screened = ~helped & draws.chance(c.SCREENED, size=size)
        sets_off = plan.courses.trigger[contacts.case] == rows
        outcome = np.where(sets_off, plan.cases.path[contacts.case], 0)
        # What follows from the screening is not decided before it.
        next_step = np.where(sets_off, plan.next_step[contacts.case], NEVER)
        day = np.minimum(self._later(contacts.day, 3, 20), next_step)
        self._pen.write(
            events.INDLEDENDE_VURDERING,
            course.only(screened),
            day=day,
            udfald=texts([_OUTCOME_OF_PATH.get(path, "ingen") for path in c.PATHS], outcome),
            vurdering=draws.text(phrases.ASSESSMENTS, size=size),
        )
        considered = course.only(screened & draws.chance(c.SIBLINGS_CONSIDERED, size=size))
        words = draws.text(phrases.ASSESSMENTS, size=size)
        self._pen.write(events.SOESKENDE_OVERVEJET, considered, day=day, vurdering=words)
        told = course.only(screened & draws.chance(c.BISIDDER_TOLD, size=size))
        self._pen.write(events.BISIDDER_OPLYST, told, day=day)
        self._reassess(contacts, course.only(helped))

    def _reassess(self, contacts: Contacts, course: Course) -> None:
        size, draws = len(contacts), self._draws
        someone_new = draws.chance(c.SOMEONE_NEW, size=size)
        self._pen.write(
            events.GENVURDERING,
            course.only(draws.chance(c.REASSESSED, size=size)),
            day=self._later(contacts.day, 1, 21),
            ny_deltager=someone_new,
            anden_person=where(someone_new, self._colleague(size)),
            vurdering=draws.text(phrases.ASSESSMENTS, size=size),
        )

    def _tell(self, contacts: Contacts, course: Course) -> None:
        """What the notifier is told, and the meeting with those who notified."""
        size, draws = len(contacts), self._draws
        professional = np.array([each in c.PROFESSIONALS for each in NOTIFIERS])[contacts.notifier]
        self._pen.write(
            events.TILBAGEMELDING_UNDERRETTER,
            course.only(professional & draws.chance(c.FEEDBACK, size=size)),
            day=self._later(contacts.day, 10, 45),
            om_indsatsens_type=draws.chance(0.3, size=size),
        )
        self._pen.write(
            events.UNDERRETNINGSMOEDE,
            course.only(professional & draws.chance(c.NOTIFICATION_MEETING, size=size)),
            day=self._later(contacts.day, 2, 20),
            deltagere=draws.text(phrases.PRESENT, size=size),
            aftalt=draws.text(phrases.AGREED, size=size),
        )

    def _later(self, day: Ints, low: int, high: int) -> Ints:
        return self._almanac.office_day(day + self._draws.between(low, high, size=len(day)))

    def _colleague(self, size: int) -> pl.Series:
        """The title of a second person: never a name."""
        return self._draws.text(("Teamleder", "Rådgiver fra et andet team", "Faglig konsulent"), size=size)


def notifier_codes(contacts: Contacts) -> pl.Series:
    """Who it was, in the categories of the time: from 2024 the child and the family are counted apart."""
    old = np.array([NOTIFIERS.index(c.UNTIL_2023.get(each, each)) for each in NOTIFIERS])
    places = np.where(contacts.day < NEW_LAW, old[contacts.notifier], contacts.notifier)
    return texts(NOTIFIERS, places)
