"""One case's events in order: what may match, what belongs together, what came before what, and how long is a time?

The readable engine's reading of a case; ``plain`` judges the duties with it.

- An event belongs to a course when it has the course's thread, or no thread (then it speaks of the whole case).
  A start without thread sees the whole case.
- An event is *not surely before* another when its day is later, or is the same and the hours do not show it to
  be earlier. Among those, the first in order counts.
- Day duties compare days; hour duties compare the earliest and the latest instant an event can have had.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from pejl import dates
from pejl.dates import WorkingCalendar, end_of_day, start_of_day
from pejl.events import BARNET_FOEDT, KILDE_DAEKKER, SAG_AFSLUTTET, SAG_GENAABNET, TID_USIKKER, Event, Kind
from pejl.rules import (
    Aged,
    Cap,
    Condition,
    Days,
    Duration,
    FieldIn,
    FieldSet,
    Hours,
    Match,
    Months,
    NoLimit,
    Rule,
    Running,
    Scope,
    ToBirthday,
    WorkingDays,
    Years,
    lies_under,
)
from pejl.tables import Coverage, Unknown

HOUR = timedelta(hours=1)


class Case:
    """One case's events in order, by kind, with the days from which its sources cover each kind."""

    def __init__(self, events: list[Event], *, coverage: Coverage, today: date) -> None:
        self.by_kind: dict[str, list[Event]] = {}
        for event in sorted(events, key=in_order):
            self.by_kind.setdefault(event.kind, []).append(event)
        # A birth tells the child's age; it is no step of the case, which began long after.
        births = self.by_kind.pop(BARNET_FOEDT.key, [])
        self.born = births[0].day if births else None
        self._forget_undone_closings()
        steps = [event for event in events if event.kind != BARNET_FOEDT.key] if births else events
        self.first_day = min(event.day for event in steps)
        self.sources = {event.source for event in steps}
        self.coverage = coverage
        self.today = today
        self._matching: dict[int, tuple[list[Event], list[Event]]] = {}
        self._of_kinds: dict[int, list[Event]] = {}
        self._covered_from: dict[str, date | None] = {}

    def can_start(self, rule: Rule) -> bool:
        """False when nothing in the case starts the rule, or every day that could decide lies outside its time."""
        begun = [events for match in rule.starts if (events := self.by_kind.get(match.kind.key))]
        if not begun:
            return False
        first, last = rule.in_force.first, rule.in_force.last
        if first is None and last is None:
            return True
        begun += [events for kind in rule.basis if (events := self.by_kind.get(kind.key))]
        for events in begun:
            late_enough = first is None or first <= events[-1].day
            # What is counted from lies before the start.
            if late_enough and (last is None or rule.counts_from or events[0].day <= last):
                return True
        return False

    def of(self, matches: tuple[Match, ...], *, sure: bool = True) -> list[Event]:
        """The events that surely match, in order; with ``sure=False`` those that may, a field being missing.

        Remembered by the identity of the tuple, which lives in the rule: hashing its conditions costs more than
        all the rest of judging a case.
        """
        if not matches:
            return []
        if len(matches) == 1 and not matches[0].where:
            return self.by_kind.get(matches[0].kind.key, []) if sure else []
        found = self._matching.get(id(matches))
        if found is None:
            found = self._matching[id(matches)] = self._sorted_out(matches)
        return found[0] if sure else found[1]

    def _sorted_out(self, matches: tuple[Match, ...]) -> tuple[list[Event], list[Event]]:
        surely: list[Event] = []
        maybe: list[Event] = []
        for match in matches:
            for event in self.by_kind.get(match.kind.key, ()):
                verdict = holds_all(match.where, event)
                if verdict is not False:
                    (surely if verdict else maybe).append(event)
        if len(matches) > 1:
            surely.sort(key=in_order)
            maybe.sort(key=in_order)
        return surely, maybe

    def of_kinds(self, kinds: tuple[Kind, ...]) -> list[Event]:
        """Every event of these kinds, in order."""
        if len(kinds) == 1:
            return self.by_kind.get(kinds[0].key, [])
        found = self._of_kinds.get(id(kinds))
        if found is None:
            found = sorted((event for kind in kinds for event in self.by_kind.get(kind.key, ())), key=in_order)
            self._of_kinds[id(kinds)] = found
        return found

    def _forget_undone_closings(self) -> None:
        """A case closed and opened again was never over: such a closing stops nothing (ADR 6)."""
        reopened = self.by_kind.get(SAG_GENAABNET.key)
        if reopened and SAG_AFSLUTTET.key in self.by_kind:
            closings = self.by_kind[SAG_AFSLUTTET.key]
            self.by_kind[SAG_AFSLUTTET.key] = [each for each in closings if surely_before(reopened[-1], each)]

    def covers(self, kind: Kind, *, from_day: date) -> bool:
        """True when a source of the case delivers this kind of event from this day on."""
        if kind.key not in self._covered_from:
            self._covered_from[kind.key] = self._first_day_covered(kind)
        first_day = self._covered_from[kind.key]
        return first_day is not None and first_day <= from_day

    def _first_day_covered(self, kind: Kind) -> date | None:
        days = [self.coverage.since(source, kinds=[kind.key]) for source in self.sources]
        own = (e for e in self.by_kind.get(KILDE_DAEKKER.key, ()) if e.fields.get("slags", "") in ("", kind.key))
        return min((day for day in (*days, *(e.day for e in own)) if day is not None), default=None)


def in_order(event: Event) -> tuple[date, datetime, str]:
    return event.order


# --- conditions: True, False, or None where a field is missing -----------------------------------------


def holds(condition: Condition, event: Event) -> bool | None:
    value = event.fields.get(condition.field)
    missing = value is None or (isinstance(value, str) and not value.strip())
    if isinstance(condition, FieldSet):
        return not missing
    if missing:
        return None
    if isinstance(condition, FieldIn):
        return value in condition.values
    return any(lies_under(str(value), under=each) for each in condition.paragraphs)


def all_of(verdicts: Iterable[bool | None]) -> bool | None:
    found: bool | None = True
    for verdict in verdicts:
        if verdict is False:
            return False
        if verdict is None:
            found = None
    return found


def holds_all(where: tuple[Condition, ...], event: Event) -> bool | None:
    return holds(where[0], event) if len(where) == 1 else all_of(holds(condition, event) for condition in where)


def has_age(case: Case, aged: Aged, at: Event) -> bool | None:
    """Is the child as old as that on the day of the event? None: nobody knows when it was born."""
    if case.born is None:
        return None
    old_enough = at.day >= birthday(case.born, years=aged.from_years)
    return old_enough and (aged.below is None or at.day < birthday(case.born, years=aged.below))


def birthday(born: date, *, years: int) -> date:
    """Who was born on 29 February has it on the last of the month in other years."""
    return dates.add_years(born, years=years, if_missing_day=dates.LAST_OF_MONTH)


def is_running(case: Case, running: Running, at: Event) -> bool | None:
    """Is such a course running on the day of the event? None: one may be.

    A field of its start may be missing, or the sources may not deliver such starts at all.
    """

    def lasts(begun: Event) -> bool:
        ends = (end for kind in running.ended_by for end in case.by_kind.get(kind.key, ()))
        over = any(in_scope(end, begun) and begun.day <= end.day < at.day for end in ends)
        return begun.day <= at.day and in_scope(begun, at, scope=running.scope) and not over

    if any(lasts(begun) for begun in case.of(running.begun_by)):
        return True
    seen = all(case.covers(match.kind, from_day=at.day) for match in running.begun_by)
    return None if not seen or any(map(lasts, case.of(running.begun_by, sure=False))) else False


# --- which events belong together, and in what order ---------------------------------------------------


def in_scope(event: Event, of: Event, *, scope: Scope = Scope.THREAD) -> bool:
    return scope is Scope.CASE or not of.thread_id or event.thread_id in ("", of.thread_id)


def surely_before(event: Event, other: Event) -> bool:
    if event.day != other.day:
        return event.day < other.day
    return event.at is not None and other.at is not None and event.at < other.at


def first(events: Iterable[Event], *, wanted: Callable[[Event], bool]) -> Event | None:
    return next(filter(wanted, events), None)


def last(events: list[Event], *, wanted: Callable[[Event], bool]) -> Event | None:
    return next(filter(wanted, reversed(events)), None)


class Span(NamedTuple):
    """The earliest and the latest instant an event can have had, for the duty at hand."""

    earliest: datetime
    latest: datetime


def span(event: Event, *, hours: bool) -> Span:
    if not hours:
        end = end_of_day(event.day)
        return Span(end, end)
    if event.at is None:
        return Span(start_of_day(event.day), end_of_day(event.day))
    match event.fields.get(TID_USIKKER.name):
        case "dobbelt":
            return Span(event.at, event.at + HOUR)
        case "findes_ikke":
            return Span(event.at - HOUR, event.at)
    return Span(event.at, event.at)


# --- how long ------------------------------------------------------------------------------------------


class Clock(NamedTuple):
    """The strict reading, the last instant in time, and the instant by which it is surely in time."""

    warn_at: datetime | None
    due_at: datetime | None
    surely_by: datetime | None
    problem: Unknown = Unknown.NOTHING

    @classmethod
    def until(cls, day: date) -> Clock:
        """In time to the end of this day, in every reading."""
        due = end_of_day(day)
        return cls(due, due, due)


NO_CLOCK = Clock(None, None, None)


@lru_cache(maxsize=65536)
def due_day(day: date, duration: Duration, times: int = 1) -> date:
    """The last day in time, counted from a day; ``times`` counts whole rhythms from it without drifting."""
    match duration:
        case Days(number, start_counts):
            return dates.add_days(day, days=number * times - start_counts)
        case Months(number, rounding):
            return dates.add_months(day, months=number * times, if_missing_day=rounding)
        case Years(number, rounding):
            return dates.add_years(day, years=number * times, if_missing_day=rounding)
        case WorkingDays(number):
            return dates.add_working_days(day, days=number * times, calendar=WorkingCalendar.LATE)
        case _:
            raise ValueError(f"cannot count days in {duration}; use days, working days, months or years")


@lru_cache(maxsize=65536)
def day_clock(day: date, duration: Duration) -> Clock:
    clock = Clock.until(due_day(day, duration))
    if isinstance(duration, WorkingDays):
        strict = dates.add_working_days(day, days=duration.number, calendar=WorkingCalendar.STRICT)
        return clock._replace(warn_at=end_of_day(strict))
    return clock


def birthday_clock(born: date | None, until: ToBirthday, *, start: Event) -> Clock:
    """To the birthday, or so many months before it."""
    if born is None:
        return NO_CLOCK._replace(problem=Unknown.BIRTH_MISSING)
    day = last_day(born, until)
    return NO_CLOCK._replace(problem=Unknown.DAY_PASSED) if day < start.day else Clock.until(day)


def last_day(born: date, until: ToBirthday) -> date:
    """The last day in time for who was born on a day."""
    whole = birthday(born, years=until.years)
    return dates.add_months(whole, months=-until.months_before, if_missing_day=dates.LAST_OF_MONTH)


def clock_of(start: Event, *, duration: Duration, counted_from: date | None) -> Clock:
    if isinstance(duration, NoLimit):
        return NO_CLOCK
    if isinstance(duration, Hours):
        begun = span(start, hours=True)
        limit = timedelta(hours=duration.number)
        return Clock(begun.earliest + limit, begun.latest + limit, begun.earliest + limit)
    if counted_from is None:
        return NO_CLOCK._replace(problem=Unknown.START_MISSING)
    return day_clock(counted_from, duration)


def capped(case: Case, *, cap: Cap, start: Event) -> Event | None:
    """The first finish after the start of a course decided on or before it, and unfinished then."""

    def parallel(finish: Event) -> bool:
        if finish.day <= start.day:
            return False
        decided = last(case.of_kinds(cap.decided_by), wanted=lambda e: before_start(e, finish))
        finished = last(case.of_kinds(cap.finished_by), wanted=lambda e: before_start(e, finish))
        return decided is not None and not (finished and finished.order > decided.order)

    def before_start(event: Event, finish: Event) -> bool:
        return event.thread_id == finish.thread_id and event.day <= start.day

    return first(case.of_kinds(cap.finished_by), wanted=parallel)
