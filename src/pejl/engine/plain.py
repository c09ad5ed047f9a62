"""One case at a time, readable: which deadlines follow from these events? The meaning of record.

How a case is read stands in ``case.py``; here each of the four kinds of duty is judged by it. Where the earliest
and the latest possible hour, or a missing field, would give different verdicts, the duty is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from pejl import dates
from pejl.dates import end_of_day, start_of_day
from pejl.engine.case import (
    NO_CLOCK,
    Case,
    Clock,
    all_of,
    birthday_clock,
    capped,
    clock_of,
    day_clock,
    due_day,
    first,
    has_age,
    holds,
    in_order,
    in_scope,
    is_running,
    last,
    span,
    surely_before,
)
from pejl.events import BARNET_FOEDT, Event, effective
from pejl.rules import (
    Aged,
    AtLeast,
    Before,
    DayIn,
    Hours,
    Months,
    Recurring,
    Rule,
    Rulebook,
    Running,
    ToBirthday,
    Within,
    Years,
)
from pejl.tables import Coverage, Deadline, Unknown


class Judgement(NamedTuple):
    """A deadline and the events that made it so; ``explain`` tells it in words."""

    deadline: Deadline
    rule: Rule
    start: Event
    met: Event | None
    stop: Event | None
    excuse: Event | None
    basis: Event | None
    cap: Event | None
    born: date | None


def evaluate(
    events: Iterable[Event], *, rulebook: Rulebook, as_of: datetime, known_at: datetime | None = None
) -> list[Deadline]:
    """Every deadline in these cases as of an instant (UTC), as known at another (default: everything known)."""
    found = judgements(events, rulebook=rulebook, as_of=as_of, known_at=known_at)
    return [judgement.deadline for judgement in found]


def judgements(
    events: Iterable[Event], *, rulebook: Rulebook, as_of: datetime, known_at: datetime | None = None
) -> Iterator[Judgement]:
    """The deadlines with the events behind them, case by case and rule by rule in the order of the book."""
    standing = effective(events, known_at=known_at)
    coverage = Coverage.declared_in(standing)
    by_case: dict[str, list[Event]] = {}
    for event in happened(standing, as_of=as_of):
        by_case.setdefault(event.case_id, []).append(event)
    for case_id in sorted(by_case.keys() - {""}):
        if all(event.kind == BARNET_FOEDT.key for event in by_case[case_id]):
            continue  # nothing but the birth is known yet
        case = Case(by_case[case_id], coverage=coverage, today=dates.local_day(as_of))
        for rule in rulebook.begun_by(case.by_kind):
            if case.can_start(rule):
                yield from judge_rule(case, rule)


def happened(events: Iterable[Event], *, as_of: datetime) -> Iterator[Event]:
    """The events that are not in the future of the instant."""
    today = dates.local_day(as_of)
    for event in events:
        if event.day < today or (event.day == today and (event.at is None or event.at <= as_of)):
            yield event


# --- one duty ------------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True)
class _Duty:
    """A duty that has begun; ``course`` is the start of the rhythm, ``start`` what this row counts from."""

    rule: Rule
    course: Event
    start: Event
    sure: bool | None
    clock: Clock
    covered_from: date
    hours: bool = False
    basis: Event | None = None
    cap: Event | None = None
    born: date | None = None


def judge_rule(case: Case, rule: Rule) -> Iterator[Judgement]:
    """The duties of one rule in a case."""
    match rule.duty:
        case Within():
            return _judge_within(case, rule, rule.duty)
        case Before():
            return _judge_before(case, rule, rule.duty)
        case Recurring():
            return _judge_recurring(case, rule, rule.duty)
        case AtLeast():
            return _judge_at_least(case, rule, rule.duty)


def _starts(case: Case, rule: Rule) -> Iterator[tuple[Event, bool | None]]:
    """The events that start the rule, each with True (surely) or None (a field is missing)."""
    surely: list[tuple[Event, bool | None]] = [(event, True) for event in case.of(rule.starts)]
    maybe: list[tuple[Event, bool | None]] = [(event, None) for event in case.of(rule.starts, sure=False)]
    if not (maybe or rule.when or rule.only_first):
        yield from surely
        return
    seen: set[str] = set()
    for start, itself in sorted([*surely, *maybe], key=_start_in_order) if maybe else surely:
        if rule.only_first and start.thread_id in seen:
            continue
        verdict = itself
        if rule.when:
            verdict = all_of([itself, *(_is_so(case, asked, start) for asked in rule.when)])
        if verdict is not False:
            seen.add(start.thread_id)
            yield start, verdict


def _is_so(case: Case, asked: Running | Aged, start: Event) -> bool | None:
    return has_age(case, asked, start) if isinstance(asked, Aged) else is_running(case, asked, start)


def _start_in_order(start: tuple[Event, bool | None]) -> tuple[date, datetime, str]:
    return start[0].order


def _basis(case: Case, rule: Rule, *, course: Event, day: date) -> Event | None:
    """The latest decision in the course on or before the day: it decides which act applies."""
    if not rule.basis:
        return None
    return last(case.of_kinds(rule.basis), wanted=lambda d: in_scope(d, course) and d.day <= day)


def _judge_within(case: Case, rule: Rule, duty: Within) -> Iterator[Judgement]:
    for start, sure in _starts(case, rule):
        counted_from = _counted_from(rule, start)
        basis = _basis(case, rule, course=start, day=start.day)
        if (basis.day if basis else counted_from or start.day) in rule.in_force:
            clock, cap = _clock_within(case, duty, start=start, counted_from=counted_from)
            owed = _Duty(
                rule=rule,
                course=start,
                start=start,
                sure=sure,
                clock=clock,
                covered_from=_looked_from(case, rule, duty, start=start),
                hours=isinstance(duty.time, Hours),
                basis=basis,
                born=case.born,
                cap=cap,
            )
            yield _settle(case, owed, wanted=_following(owed), already=_already(case, owed, duty.already))


def _clock_within(case: Case, duty: Within, *, start: Event, counted_from: date | None) -> tuple[Clock, Event | None]:
    """How long, and the finished course that cut it short, if one did."""
    if isinstance(duty.time, ToBirthday):
        return birthday_clock(case.born, duty.time, start=start), None
    clock = clock_of(start, duration=duty.time, counted_from=counted_from)
    cap = capped(case, cap=duty.cap, start=start) if duty.cap and clock.due_at else None
    if cap and clock.due_at and end_of_day(cap.day) < clock.due_at:
        return Clock.until(cap.day), cap
    return clock, None


def _looked_from(case: Case, rule: Rule, duty: Within, *, start: Event) -> date:
    """The first day on which what meets the duty may lie: its start, or the preceding decision."""
    if duty.already is None:
        return start.day
    since = _preceding(case, rule, duty.already, start=start)
    return since.day if since else case.first_day


def _following(duty: _Duty) -> Callable[[Event], bool]:
    """Events in scope that are not surely before the start."""
    scope, start = duty.rule.scope, duty.start
    return lambda event: in_scope(event, start, scope=scope) and not surely_before(event, start)


def _counted_from(rule: Rule, start: Event) -> date | None:
    if not rule.counts_from:
        return start.day
    day = start.fields.get(rule.counts_from)
    # A need cannot have become known after the investigation of it was decided: such a day is a slip.
    return day if isinstance(day, date) and day <= start.day else None


def _judge_recurring(case: Case, rule: Rule, duty: Recurring) -> Iterator[Judgement]:
    begun: set[tuple[str, date]] = set()
    for course, sure in _starts(case, rule):
        if (course.thread_id, course.day) in begun:
            continue  # two starts on one day in one course are one
        begun.add((course.thread_id, course.day))
        for anchor in _anchors(case, rule, course, from_start=duty.from_start):
            yield from _judge_link(case, rule, link=(course, anchor), sure=sure)


def _anchors(case: Case, rule: Rule, course: Event, *, from_start: bool) -> list[Event]:
    """What each row of the rhythm counts from: the start, then each meeting event while the course runs."""
    stop = _stop(case, rule, course)
    starts = sorted([*case.of(rule.starts), *case.of(rule.starts, sure=False)], key=in_order)
    again = first(starts, wanted=lambda e: e.thread_id == course.thread_id and e.day > course.day)

    def belongs(met: Event) -> bool:
        follows = met is not course and not surely_before(met, course)
        over = (again and met.day >= again.day) or (stop and surely_before(stop, met))
        return in_scope(met, course, scope=rule.scope) and follows and not over

    meetings = list(filter(belongs, case.of(rule.met_by)))
    first_of_day = {met.day: met for met in reversed(meetings)}  # two on one day are one, written twice
    once = [met for met in meetings if first_of_day[met.day] is met]
    return [course, *once] if from_start else once


def _judge_link(case: Case, rule: Rule, *, link: tuple[Event, Event], sure: bool | None) -> Iterator[Judgement]:
    """One row of a rhythm: from the start of the course, or from a meeting event, to the next one."""
    course, anchor = link
    basis = _basis(case, rule, course=course, day=anchor.day)
    if (basis.day if basis else course.day) not in rule.in_force:
        return

    def wanted(event: Event) -> bool:
        if not in_scope(event, course, scope=rule.scope):
            return False
        if anchor is course:
            return event is not course and not surely_before(event, course)
        return event.day > anchor.day

    assert isinstance(rule.duty, Recurring)
    owed = _Duty(
        rule=rule,
        course=course,
        start=anchor,
        sure=sure,
        clock=_rhythm_clock(anchor, rule.duty),
        covered_from=anchor.day,
        basis=basis,
        born=case.born,
    )
    yield _settle(case, owed, wanted=wanted)


def _rhythm_clock(anchor: Event, duty: Recurring) -> Clock:
    if not isinstance(duty.every, DayIn):
        return day_clock(anchor.day, duty.every)
    day = anchor.fields.get(duty.every.field)
    if not isinstance(day, date):
        return NO_CLOCK._replace(problem=Unknown.NEXT_MISSING)
    return Clock.until(day)


def _stop(case: Case, rule: Rule, start: Event) -> Event | None:
    return first(
        case.of(rule.stopped_by),
        wanted=lambda e: in_scope(e, start) and not surely_before(e, start),
    )


def _already(case: Case, duty: _Duty, before: Before | None) -> Event | None:
    """What had met the duty before it began, in its own course and since the preceding decision.

    In its own course, whatever the scope: a plan made for another effort is no plan for this one.
    """
    if before is None:
        return None
    enough = _first_enough(duty)
    done = last(case.of(duty.rule.met_by), wanted=lambda e: enough(e) and in_scope(e, duty.start))
    since = _preceding(case, duty.rule, before, start=duty.start)
    return done if done and _after(done, since) else None


def _settle(case: Case, duty: _Duty, *, wanted: Callable[[Event], bool], already: Event | None = None) -> Judgement:
    """What met, stopped and excused a duty that something must follow, and what is left unknown."""
    rule, clock = duty.rule, duty.clock
    stop = _stop(case, rule, duty.course) if rule.stopped_by else None
    stops = stop is not None and (clock.surely_by is None or span(stop, hours=duty.hours).latest <= clock.surely_by)

    def in_reach(event: Event) -> bool:
        return wanted(event) and not (stops and stop is not None and surely_before(stop, event))

    met = already or first(case.of(rule.met_by), wanted=in_reach)
    if already and stops and stop is not None and surely_before(stop, already):
        met = None  # the duty was over before; only unknown hours on one day can make it so
    maybe = first(case.of(rule.met_by, sure=False), wanted=in_reach)
    excuse, reason = _excuse(case, duty)
    settled = stops or bool(reason)
    unknown = clock.problem or _transition(rule, clock) or _doubt(duty, met=met, maybe=maybe)
    if not unknown and not settled:
        if not met:
            unknown = _doubt_of_silence(case, duty, stop=stop)
        elif not _in_time(duty, met) and not _covered(case, duty):
            unknown = Unknown.NOT_COVERED
    return _judgement(duty, met=met, stop=stop, excuse=(excuse, reason), unknown=unknown)


def _doubt(duty: _Duty, *, met: Event | None, maybe: Event | None) -> Unknown:
    """What is unknown because a field or an hour is missing, where that decides."""
    if duty.sure is None:
        return Unknown.FIELD_MISSING
    due = duty.clock.due_at
    took = span(met, hours=duty.hours) if met else None
    if met and _in_time(duty, met):
        return Unknown.NOTHING
    if maybe and (due is None or span(maybe, hours=duty.hours).earliest <= due):
        return Unknown.FIELD_MISSING
    if took and due and took.earliest <= due:
        return Unknown.HOUR_OF_END
    return Unknown.NOTHING


def _in_time(duty: _Duty, met: Event) -> bool:
    """Surely on or before due, whatever the hours were."""
    surely_by = duty.clock.surely_by
    return surely_by is None or span(met, hours=duty.hours).latest <= surely_by


def _covered(case: Case, duty: _Duty) -> bool:
    """Would a source have told us? Asked of the first kind in met_by: the one that ordinarily meets the duty."""
    return case.covers(duty.rule.met_by[0].kind, from_day=duty.covered_from)


def _doubt_of_silence(case: Case, duty: _Duty, *, stop: Event | None) -> Unknown:
    """What is unknown when nothing met, stopped or excused the duty."""
    due = duty.clock.due_at
    if stop and due and span(stop, hours=duty.hours).earliest <= due:
        return Unknown.HOUR_OF_END
    if not _covered(case, duty):
        return Unknown.NOT_COVERED
    if duty.hours and duty.clock.warn_at != due:
        return Unknown.HOUR_OF_START
    return Unknown.NOTHING


def _transition(rule: Rule, clock: Clock) -> Unknown:
    if rule.transition_from and clock.due_at and clock.due_at >= start_of_day(rule.transition_from):
        return Unknown.TRANSITION
    return Unknown.NOTHING


def _excuse(case: Case, duty: _Duty) -> tuple[Event | None, str]:
    """The event and the reason that excuse the duty; like a stop, only on or before due."""
    rule, start, surely_by = duty.rule, duty.start, duty.clock.surely_by
    for exemption in rule.excused_if:
        if holds(exemption.condition, start):
            return None, exemption.reason
    if not rule.excused_by:
        return None, ""
    reasoned = filter(_has_reason, case.of(rule.excused_by))
    excuse = first(reasoned, wanted=_following(duty))
    if excuse and (surely_by is None or span(excuse, hours=duty.hours).latest <= surely_by):
        return excuse, str(excuse.fields["begrundelse"])
    return None, ""


def _has_reason(event: Event) -> bool:
    return bool(str(event.fields.get("begrundelse", "")).strip())


def _judge_before(case: Case, rule: Rule, duty: Before) -> Iterator[Judgement]:
    for start, sure in _starts(case, rule):
        basis = _basis(case, rule, course=start, day=start.day)
        if (basis.day if basis else start.day) in rule.in_force:
            since = _preceding(case, rule, duty, start=start)
            due = start.at or end_of_day(start.day)
            owed = _Duty(
                rule=rule,
                course=start,
                start=start,
                sure=sure,
                clock=Clock(due, due, due),
                covered_from=since.day if since else case.first_day,
                basis=basis,
                born=case.born,
            )
            yield _settle_before(case, owed, since=since)


def _preceding(case: Case, rule: Rule, duty: Before, *, start: Event) -> Event | None:
    """The last decision on an earlier day: what came before it was heard for that one."""
    return last(case.of_kinds(duty.since), wanted=lambda e: e.day < start.day and in_scope(e, start, scope=rule.scope))


def _settle_before(case: Case, duty: _Duty, *, since: Event | None) -> Judgement:
    """Whether it had happened first; if not, and nothing excused it, the first that came after is late."""
    rule, start = duty.rule, duty.start
    first_enough = _first_enough(duty)
    met = last(case.of(rule.met_by), wanted=first_enough)
    maybe = last(case.of(rule.met_by, sure=False), wanted=first_enough)
    excuse = last(case.of(rule.excused_by), wanted=lambda e: _has_reason(e) and first_enough(e))
    reasons = (each.reason for each in rule.excused_if if holds(each.condition, start))
    reason = next(reasons, "")
    if not reason and excuse and _after(excuse, since) is not False:
        reason = str(excuse.fields["begrundelse"])
    verdict = met is not None and _after(met, since)
    unknown = Unknown.NOTHING
    if duty.sure is None or (verdict is False and maybe and _after(maybe, since) is not False):
        unknown = Unknown.FIELD_MISSING
    elif verdict is None:
        unknown = Unknown.HOUR_OF_END
    if verdict is False:
        met = None if reason else _first_after(case, duty)
        if not reason and not unknown and not _covered(case, duty):
            unknown = Unknown.NOT_COVERED
    return _judgement(duty, met=met, stop=None, excuse=(excuse, reason), unknown=unknown)


def _first_enough(duty: _Duty) -> Callable[[Event], bool]:
    """Other events in scope that are not surely after the start."""
    scope, start = duty.rule.scope, duty.start
    return lambda e: e is not start and in_scope(e, start, scope=scope) and not surely_before(start, e)


def _after(event: Event, since: Event | None) -> bool | None:
    """Did the event come after the preceding decision? None: the same day, and the hours do not say."""
    if since is None or event.day != since.day:
        return since is None or event.day > since.day
    return None if event.at is None or since.at is None else event.at > since.at


def _first_after(case: Case, duty: _Duty) -> Event | None:
    return first(
        case.of(duty.rule.met_by),
        wanted=lambda e: in_scope(e, duty.start, scope=duty.rule.scope) and surely_before(duty.start, e),
    )


def _judge_at_least(case: Case, rule: Rule, duty: AtLeast) -> Iterator[Judgement]:
    for start, sure in _starts(case, rule):
        stop = _stop(case, rule, start)
        for begin, end in _periods(start, per=duty.per, last=min(case.today, stop.day if stop else date.max)):
            if stop and begin == stop.day and begin != start.day:
                break
            basis = _basis(case, rule, course=start, day=begin)
            if (basis.day if basis else start.day) in rule.in_force:
                owed = _Duty(
                    rule=rule,
                    course=start,
                    start=start,
                    sure=sure,
                    clock=Clock.until(end),
                    covered_from=begin,
                    basis=basis,
                    born=case.born,
                )
                yield from _settle_period(case, owed, end=end, stop=stop)


def _periods(start: Event, *, per: Months | Years, last: date) -> Iterator[tuple[date, date]]:
    number, begin = 1, start.day
    while begin <= last:
        end = due_day(start.day, per, number)
        yield begin, end
        number, begin = number + 1, end


def _settle_period(case: Case, duty: _Duty, *, end: date, stop: Event | None) -> Iterator[Judgement]:
    """One row for each time owed in one period; the anniversary belongs to the period it ends."""
    rule, start, begin = duty.rule, duty.start, duty.covered_from
    assert isinstance(rule.duty, AtLeast)

    def counts(event: Event) -> bool:
        inside = begin < event.day <= end or (begin == start.day == event.day)
        return (
            inside
            and in_scope(event, start, scope=rule.scope)
            and not surely_before(event, start)
            and not (stop and surely_before(stop, event))
        )

    times = [event for event in case.of(rule.met_by) if counts(event)]
    maybe = sum(counts(event) for event in case.of(rule.met_by, sure=False))
    for number in range(rule.duty.times):
        met = times[number] if number < len(times) else None
        unknown = _transition(rule, duty.clock)
        if not unknown and (duty.sure is None or (not met and number < len(times) + maybe)):
            unknown = Unknown.FIELD_MISSING
        ended = stop is not None and stop.day <= end
        if not unknown and not met and not ended and not _covered(case, duty):
            unknown = Unknown.NOT_COVERED
        yield _judgement(duty, met=met, stop=stop, excuse=(None, ""), unknown=unknown, begin=begin)


def _judgement(
    duty: _Duty,
    *,
    met: Event | None,
    stop: Event | None,
    excuse: tuple[Event | None, str],
    unknown: Unknown,
    begin: date | None = None,
) -> Judgement:
    rule, start, clock = duty.rule, duty.start, duty.clock
    deadline = Deadline(
        case_id=start.case_id,
        thread_id=duty.course.thread_id,
        rule=rule.key,
        rule_version=rule.version,
        falls_on=rule.falls_on,
        starts_event=start.event_id,
        starts_at=_starts_at(duty, begin=begin),
        warn_at=clock.warn_at,
        due_at=clock.due_at,
        met_event=met.event_id if met else "",
        met_at=_met_at(duty, met) if met else None,
        stopped_at=(stop.at or end_of_day(stop.day)) if stop else None,
        excused_reason=excuse[1],
        unknown_reason=unknown,
        force=rule.force,
    )
    return Judgement(deadline, rule, start, met, stop, excuse[0], duty.basis, duty.cap, duty.born)


def _met_at(duty: _Duty, met: Event) -> datetime:
    """The hour of what met the duty, else the end of its day; what came first enough did not come after due."""
    instant, due = met.at or end_of_day(met.day), duty.clock.due_at
    if isinstance(duty.rule.duty, Before) and due and not surely_before(duty.start, met):
        return min(instant, due)
    return instant


def _starts_at(duty: _Duty, *, begin: date | None) -> datetime | None:
    if duty.rule.counts_from:
        counted_from = _counted_from(duty.rule, duty.start)
        return start_of_day(counted_from) if counted_from else None
    if begin is not None and begin != duty.start.day:
        return start_of_day(begin)
    return duty.start.at or start_of_day(duty.start.day)
