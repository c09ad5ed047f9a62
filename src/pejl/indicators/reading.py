"""What is one case, as figures read it: events in order, duties, what its sources deliver, and when it was open?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

from pejl.dates import local_day
from pejl.events import (
    BARNET_FOEDT,
    KILDE_DAEKKER,
    RAADGIVER_FRATRAADT,
    RAADGIVER_TILDELT,
    SAG_AFSLUTTET,
    SAG_FLYTTET,
    SAG_GENAABNET,
    Event,
    Kind,
    effective,
)
from pejl.rules import Condition, FieldIn, FieldSet, Match, lies_under
from pejl.tables import Coverage, Deadline


class Spell(NamedTuple):
    """An adviser had the case from a day to a day; no last day: still."""

    adviser: str
    first: date
    last: date | None


class Whole(NamedTuple):
    """What is told of a case by all of its events, for one that was read only in part."""

    case_id: str
    sources: frozenset[str]  # those that tell of it
    first_day: date | None  # of its first step


@dataclass(frozen=True, kw_only=True)
class Read:
    """One case. The events are those in force that had happened, in their order; ``family`` ties siblings together.

    ``family`` is any text that siblings share and others do not. Empty: no family is written for this child, who is
    then counted alone. None: families are not known here at all, and nothing can be counted in them.

    ``whole``: only some kinds of its events were read (``Indicator.kinds_read``), and this is what the rest tells.
    """

    case_id: str
    events: tuple[Event, ...]
    deadlines: tuple[Deadline, ...]
    coverage: Coverage
    family: str | None = None
    whole: Whole | None = None

    @cached_property
    def by_kind(self) -> dict[str, list[Event]]:
        """The events of each kind, in order."""
        found: dict[str, list[Event]] = {}
        for event in self.events:
            found.setdefault(event.kind, []).append(event)
        return found

    @cached_property
    def by_rule(self) -> dict[str, list[Deadline]]:
        """The duties of each rule."""
        found: dict[str, list[Deadline]] = {}
        for duty in self.deadlines:
            found.setdefault(duty.rule, []).append(duty)
        return found

    @cached_property
    def by_id(self) -> dict[str, Event]:
        """The events by their ids."""
        return {event.event_id: event for event in self.events}

    @cached_property
    def closings(self) -> list[Event]:
        """What ended all that ran. A closing that was undone by opening the case again never did (ADR 6)."""
        reopened = self.by_kind.get(SAG_GENAABNET.key, [])
        closed = self.by_kind.get(SAG_AFSLUTTET.key, [])
        final = [each for each in closed if not reopened or surely_before(reopened[-1], each)]
        return sorted([*final, *self.by_kind.get(SAG_FLYTTET.key, [])], key=lambda each: each.order)

    @cached_property
    def spells(self) -> tuple[Spell, ...]:
        """Who was adviser from when to when."""
        return tuple(_spells(self.events))

    @cached_property
    def first_day(self) -> date | None:
        """The day of the first step; the birth is none."""
        if self.whole:
            return self.whole.first_day
        steps = (each.day for each in self.events if each.kind not in (BARNET_FOEDT.key, KILDE_DAEKKER.key))
        return min(steps, default=None)

    def is_open(self, day: date) -> bool:
        """Whether the case was open at the end of this day."""
        if self.first_day is None or day < self.first_day:
            return False
        before = [each for each in self._turns if each.day <= day]
        return not before or before[-1].kind == SAG_GENAABNET.key

    @cached_property
    def _turns(self) -> list[Event]:
        found = [event for kind in _TURNS for event in self.by_kind.get(kind, ())]
        return sorted(found, key=lambda each: each.order)

    def covers(self, kinds: Iterable[Kind], *, all_from: date, on: date) -> bool:
        """Whether these kinds are delivered: by a source from the one day on, or declared in the case by the other."""
        for kind in kinds:
            by_source, own = self._covered_from(kind.key)
            if not ((by_source and by_source <= all_from) or (own and own <= on)):
                return False
        return True

    @cached_property
    def _covered(self) -> dict[str, tuple[date | None, date | None]]:
        return {}

    @cached_property
    def _sources(self) -> frozenset[str]:
        if self.whole:
            return self.whole.sources
        return frozenset(each.source for each in self.events if each.kind != BARNET_FOEDT.key)

    def _covered_from(self, kind: str) -> tuple[date | None, date | None]:
        if kind not in self._covered:
            days = [self.coverage.since(source, kinds=[kind]) for source in self._sources]
            own = [e.day for e in self.by_kind.get(KILDE_DAEKKER.key, ()) if e.fields.get("slags", "") in ("", kind)]
            self._covered[kind] = (min(filter(None, days), default=None), min(own, default=None))
        return self._covered[kind]


_TURNS = (SAG_AFSLUTTET.key, SAG_FLYTTET.key, SAG_GENAABNET.key)
# Read with every figure: when the case was open, and what is declared in the case itself.
ALWAYS_READ = frozenset({*_TURNS, KILDE_DAEKKER.key})


def _spells(events: Iterable[Event]) -> Iterator[Spell]:
    """The same as the people's pages tell: the same adviser given the case again is no new spell."""
    now: Spell | None = None
    for event in events:
        if event.kind == RAADGIVER_TILDELT.key and event.done_by and (now is None or now.adviser != event.done_by):
            if now:
                yield now._replace(last=event.day)
            now = Spell(event.done_by, event.day, None)
        elif event.kind == RAADGIVER_FRATRAADT.key and now:
            yield now._replace(last=event.day)
            now = None
    if now:
        yield now


def read_case(
    events: Iterable[Event],
    deadlines: Iterable[Deadline],
    *,
    coverage: Coverage,
    as_of: datetime,
    known_at: datetime | None = None,
    family: str | None = None,
    whole: Whole | None = None,
) -> Read:
    """One case as of an instant and as known at another, from all that was ever written in it.

    With ``whole`` from only some kinds of its events, none of them struck. The duties are those an engine gave for
    the same two instants, and the coverage what was declared by the second.
    """
    today = local_day(as_of)
    standing = [e for e in effective(events, known_at=known_at) if e.case_id and _has_happened(e, today, as_of)]
    standing.sort(key=lambda each: each.order)
    return Read(
        case_id=whole.case_id if whole else standing[0].case_id if standing else "",
        events=tuple(standing),
        deadlines=tuple(deadlines),
        coverage=coverage,
        family=family,
        whole=whole,
    )


def _has_happened(event: Event, today: date, as_of: datetime) -> bool:
    return event.day < today or (event.day == today and (event.at is None or event.at <= as_of))


# --- what an event fulfils: yes, no, or None where a field is missing -----------------------------------------


def holds(condition: Condition, event: Event) -> bool | None:
    """Whether the event fulfils the condition; None: the field is missing."""
    value = event.fields.get(condition.field)
    missing = value is None or (isinstance(value, str) and not value.strip())
    if isinstance(condition, FieldSet):
        return not missing
    if missing:
        return None
    if isinstance(condition, FieldIn):
        return value in condition.values
    return any(lies_under(str(value), under=each) for each in condition.paragraphs)


def all_hold(where: tuple[Condition, ...], event: Event) -> bool | None:
    """Whether it fulfils them all."""
    found: bool | None = True
    for condition in where:
        verdict = holds(condition, event)
        if verdict is False:
            return False
        found = None if verdict is None else found
    return found


def matching(read: Read, matches: tuple[Match, ...]) -> list[tuple[Event, bool]]:
    """The events that match, each with whether it surely does."""
    found = []
    for match in matches:
        for event in read.by_kind.get(match.kind.key, ()):
            verdict = all_hold(match.where, event) if match.where else True
            if verdict is not False:
                found.append((event, verdict is True))
    if len(matches) > 1:
        found.sort(key=lambda each: each[0].order)
    return found


# --- which events belong together -----------------------------------------------------------------------------


def in_course(event: Event, of: Event) -> bool:
    """Whether an event speaks of the course that another began; without thread each speaks of the whole case."""
    return not of.thread_id or event.thread_id in ("", of.thread_id)


def surely_before(event: Event, other: Event) -> bool:
    """Earlier, whatever the unknown hours were."""
    if event.day != other.day:
        return event.day < other.day
    return event.at is not None and other.at is not None and event.at < other.at


def end_of(read: Read, start: Event, *, ended_by: tuple[Kind, ...]) -> Event | None:
    """What ended the course this event began: its own end, or the case's."""
    own = (e for kind in ended_by for e in read.by_kind.get(kind.key, ()) if in_course(e, start))
    ends = [each for each in (*own, *read.closings) if not surely_before(each, start)]
    return min(ends, key=lambda each: each.order, default=None)
