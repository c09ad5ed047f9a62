"""All cases at once: which deadlines follow from these events? For bulk, what-if and the nation.

The same meaning as ``plain``, reached another way; the two share no code and must agree row for row. Events are
positions in one order (``positions.py``), a rule is a handful of searches among them, and dates are counted once
per distinct day, by the same calendar that the readable engine uses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np
import polars as pl

from pejl import dates
from pejl.dates import WorkingCalendar
from pejl.engine.positions import (
    DAY_OFFSET,
    FALSE,
    HOUR,
    MAYBE,
    NEVER,
    NONE,
    TRUE,
    Flags,
    Ints,
    Ledger,
    Line,
    Verdicts,
    all_of,
    day_number,
    end_of_day,
    first_not_before,
    holds,
    instant,
    is_running,
    last_not_after,
    per_day,
    seconds_of,
    span,
    start_of_day,
    surely_before,
)
from pejl.events import KILDE_DAEKKER, RETTELSE, struck
from pejl.rules import (
    AtLeast,
    Before,
    DayIn,
    Days,
    Hours,
    Match,
    Months,
    NoLimit,
    Recurring,
    Rule,
    Rulebook,
    Scope,
    Within,
    WorkingDays,
    Years,
)
from pejl.tables import DEADLINE_COLUMNS, ColumnType, Coverage, Status, Unknown

_UNKNOWN_CODES = list(Unknown)


def evaluate(
    frame: pl.DataFrame, *, rulebook: Rulebook, as_of: datetime, known_at: datetime | None = None
) -> pl.DataFrame:
    """Every deadline in a ledger as of an instant (UTC): DEADLINE_COLUMNS, in the order of case and rulebook."""
    standing = _standing(frame.select(_columns_used(rulebook)), known_at=known_at)
    declared = standing.filter(pl.col("case_id") == "")
    happened = standing.filter((pl.col("case_id") != "") & _has_happened(as_of))
    ledger = Ledger(happened, coverage=_declared(declared), today=day_number(dates.local_day(as_of)))
    tables = [table for rule in rulebook.rules for table in _judge_rule(ledger, rule)]
    return _in_order(ledger, tables, as_of=as_of)


_ALWAYS_USED = ("event_id", "case_id", "thread_id", "kind", "day", "at", "recorded_at", "source")
_FIELDS_ALWAYS_USED = ("tid_usikker", "replaces", "slags", "begrundelse")


def _columns_used(rulebook: Rulebook) -> list[str]:
    """The columns these rules read: a ledger has many, and moving them about costs more than the rules."""
    fields = dict.fromkeys(_FIELDS_ALWAYS_USED)
    for rule in rulebook.rules:
        begun = (match for running in rule.when for match in running.begun_by)
        matches = (*rule.starts, *rule.met_by, *rule.stopped_by, *rule.excused_by, *begun)
        fields.update(dict.fromkeys(condition.field for match in matches for condition in match.where))
        fields.update(dict.fromkeys(exemption.condition.field for exemption in rule.excused_if))
        if rule.counts_from:
            fields[rule.counts_from] = None
        if isinstance(rule.duty, Recurring) and isinstance(rule.duty.every, DayIn):
            fields[rule.duty.every.field] = None
    return [*_ALWAYS_USED, *(f"f_{name}" for name in fields)]


def _standing(frame: pl.DataFrame, *, known_at: datetime | None) -> pl.DataFrame:
    """The events after corrections: only the few corrections leave the columns."""
    known = frame if known_at is None else frame.filter(pl.col("recorded_at") <= known_at)
    is_correction = pl.col("kind") == RETTELSE.key
    corrections = known.filter(is_correction).select("recorded_at", "event_id", "case_id", "f_replaces")
    if corrections.is_empty():
        return known
    gone = pl.DataFrame(list(struck(corrections.iter_rows())), schema=["case_id", "event_id"], orient="row").cast(
        pl.String
    )
    return known.filter(~is_correction).join(gone, on=["case_id", "event_id"], how="anti")


def _has_happened(as_of: datetime) -> pl.Expr:
    today = dates.local_day(as_of)
    reached = pl.col("at").is_null() | (pl.col("at") <= as_of)
    return (pl.col("day") < today) | ((pl.col("day") == today) & reached)


def _declared(frame: pl.DataFrame) -> Coverage:
    rows = frame.filter(pl.col("kind") == KILDE_DAEKKER.key).select("source", "f_slags", "day").iter_rows()
    found: dict[str, dict[str, date]] = {}
    for source, slags, day in rows:
        kinds = found.setdefault(source, {})
        kinds[slags or ""] = min(day, kinds.get(slags or "", day))
    return Coverage(found)


# --- how long ---------------------------------------------------------------------------------------


def _due_days(days: Ints, duration: Days | Months | Years | WorkingDays, times: int = 1) -> Ints:
    def count(day: date) -> int:
        match duration:
            case Days(number):
                return day_number(dates.add_days(day, days=number * times))
            case Months(number, rounding):
                return day_number(dates.add_months(day, months=number * times, if_missing_day=rounding))
            case Years(number, rounding):
                return day_number(dates.add_years(day, years=number * times, if_missing_day=rounding))
            case WorkingDays(number):
                late = WorkingCalendar.LATE
                return day_number(dates.add_working_days(day, days=number * times, calendar=late))

    return per_day(days, count)


def _strict_days(days: Ints, number: int) -> Ints:
    strict = WorkingCalendar.STRICT
    return per_day(days, lambda d: day_number(dates.add_working_days(d, days=number, calendar=strict)))


# --- one rule ------------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True)
class _Duties:
    """The duties a rule has begun: one element each. ``course`` starts the rhythm, ``start`` the row."""

    ledger: Ledger
    rule: Rule
    course: Ints
    start: Ints
    sure: Flags
    starts_at: Ints  # NEVER: the day to count from is missing
    warn_at: Ints
    due_at: Ints  # NEVER: no limit
    surely_by: Ints
    covered_from: Ints
    problem: Ints  # codes of Unknown that the clock itself gives

    @property
    def hours(self) -> bool:
        return isinstance(self.rule.duty, Within) and isinstance(self.rule.duty.time, Hours)


@dataclass(slots=True, kw_only=True)
class _Table:
    """What became of the duties, ready to be made into columns."""

    duties: _Duties
    met: Ints
    stop: Ints
    reason: pl.Series
    unknown: Ints


def _code(unknown: Unknown) -> int:
    return _UNKNOWN_CODES.index(unknown)


def _judge_rule(ledger: Ledger, rule: Rule) -> Iterator[_Table]:
    starts, sure = _starts(ledger, rule)
    if not starts.size:
        return
    match rule.duty:
        case Within():
            yield _judge_within(ledger, rule, starts, sure)
        case Before():
            yield _judge_before(ledger, rule, starts, sure)
        case Recurring():
            yield _judge_recurring(ledger, rule, starts, sure)
        case AtLeast():
            yield from _judge_at_least(ledger, rule, starts, sure)


def _starts(ledger: Ledger, rule: Rule) -> tuple[Ints, Flags]:
    """The events that start the rule, and whether each surely does."""
    surely = ledger.lines(rule.starts).positions
    maybe = ledger.lines(rule.starts, sure=False).positions
    positions = np.concatenate([surely, maybe])
    verdict = np.repeat(np.array([TRUE, MAYBE], dtype=np.int8), [surely.size, maybe.size])
    order = np.argsort(positions, kind="stable")
    positions, verdict = positions[order], verdict[order]
    if rule.only_first:
        first = np.sort(np.unique(ledger.thread[positions], return_index=True)[1])
        positions, verdict = positions[first], verdict[first]
    if rule.when and positions.size:
        verdict = all_of([verdict, *(is_running(ledger, running, positions) for running in rule.when)])
    keep = verdict != FALSE
    return positions[keep], (verdict == TRUE)[keep]


def _law_day(ledger: Ledger, rule: Rule, *, course: Ints, on: Ints, otherwise: Ints) -> Flags:
    """Is the rule in force for each course: by the latest decision in it on or before the day, else otherwise."""
    day = otherwise
    if rule.basis:
        decisions = ledger.lines(tuple(Match(kind) for kind in rule.basis))
        found = decisions.last_in_thread(ledger.thread[course], ledger.same_day[1][on])
        day = np.where(found == NONE, otherwise, ledger.day[found])
    first = day_number(rule.in_force.first) if rule.in_force.first else -NEVER
    last = day_number(rule.in_force.last) if rule.in_force.last else NEVER
    return (first <= day) & (day <= last)


def _judge_within(ledger: Ledger, rule: Rule, starts: Ints, sure: Flags) -> _Table:
    assert isinstance(rule.duty, Within)
    counted, missing = _counted_from(ledger, rule, starts)
    applies = _law_day(ledger, rule, course=starts, on=starts, otherwise=counted)
    starts, sure, counted, missing = starts[applies], sure[applies], counted[applies], missing[applies]
    warn, due, surely_by = _clock(ledger, rule.duty, starts, counted, missing)
    starts_at = _shown_start(ledger, starts)
    if rule.counts_from:
        starts_at = np.where(missing, NEVER, start_of_day(counted))
    limited = not isinstance(rule.duty.time, NoLimit)
    return _settle(
        _Duties(
            ledger=ledger,
            rule=rule,
            course=starts,
            start=starts,
            sure=sure,
            starts_at=starts_at,
            warn_at=warn,
            due_at=due,
            surely_by=surely_by,
            covered_from=ledger.day[starts],
            problem=np.where(missing & limited, _code(Unknown.START_MISSING), 0),
        ),
        met=first_not_before(ledger.lines(rule.met_by), starts, scope=rule.scope),
        maybe=first_not_before(ledger.lines(rule.met_by, sure=False), starts, scope=rule.scope),
    )


def _counted_from(ledger: Ledger, rule: Rule, starts: Ints) -> tuple[Ints, Flags]:
    """The day each duty is counted from (the event's own where it is missing), and where it is missing."""
    if not rule.counts_from:
        return ledger.day[starts], np.zeros(starts.shape, dtype=np.bool_)
    days = ledger.field(rule.counts_from, starts)
    missing = days.is_null().to_numpy()
    numbers = days.to_physical().fill_null(0).to_numpy().astype(np.int64)
    return np.where(missing, ledger.day[starts], numbers), missing


def _shown_start(ledger: Ledger, starts: Ints) -> Ints:
    return np.where(ledger.known[starts], ledger.at[starts], start_of_day(ledger.day[starts]))


def _clock(ledger: Ledger, duty: Within, starts: Ints, counted: Ints, missing: Flags) -> tuple[Ints, Ints, Ints]:
    """The strict reading, the last instant in time, and the instant by which it is surely in time."""
    never = np.full(starts.shape, NEVER, dtype=np.int64)
    match duty.time:
        case NoLimit():
            return never, never, never
        case Hours(number):
            earliest, latest = span(ledger, starts, hours=True)
            return earliest + number * HOUR, latest + number * HOUR, earliest + number * HOUR
        case WorkingDays(number):
            warn = end_of_day(_strict_days(counted, number))
            due = end_of_day(_due_days(counted, duty.time))
        case _:
            warn = due = end_of_day(_due_days(counted, duty.time))
    if duty.cap:
        capped = _capped(ledger, duty, starts)
        warn, due = np.where(capped < due, capped, warn), np.minimum(due, capped)
    return np.where(missing, NEVER, warn), np.where(missing, NEVER, due), np.where(missing, NEVER, due)


def _capped(ledger: Ledger, duty: Within, starts: Ints) -> Ints:
    """The end of the day of the first finish after each start, of a course decided by then; NEVER if none."""
    assert duty.cap
    finishes = ledger.lines(tuple(Match(kind) for kind in duty.cap.finished_by))
    decisions = ledger.lines(tuple(Match(kind) for kind in duty.cap.decided_by))
    index, finish = finishes.pairs(starts, from_=ledger.same_day[1][starts], scope=Scope.CASE)
    decided = decisions.last_in_thread(ledger.thread[finish], ledger.same_day[1][starts[index]])
    index, finish = index[decided != NONE], finish[decided != NONE]
    capped = np.full(starts.shape, NEVER, dtype=np.int64)
    first = np.unique(index, return_index=True)[1]
    capped[index[first]] = end_of_day(ledger.day[finish[first]])
    return capped


def _stops(duties: _Duties) -> Ints:
    """The first event in each course that stops it."""
    line = duties.ledger.lines(duties.rule.stopped_by)
    return first_not_before(line, duties.course, scope=Scope.THREAD)


def _settle(duties: _Duties, *, met: Ints, maybe: Ints) -> _Table:
    """What met, stopped and excused duties that something must follow, and what is left unknown."""
    ledger, hours = duties.ledger, duties.hours
    stop = _stops(duties)
    stop_earliest, stop_latest = span(ledger, stop, hours=hours)
    stopped = (stop != NONE) & (stop_latest <= duties.surely_by)
    met = np.where(stopped & surely_before(ledger, stop, met), NONE, met)
    maybe = np.where(stopped & surely_before(ledger, stop, maybe), NONE, maybe)
    reason = _excuse(duties)
    unknown = _doubt(duties, met=met, maybe=maybe)
    silent = (met == NONE) & ~stopped & reason.is_null().to_numpy()
    unsure_stop = (stop != NONE) & (duties.due_at != NEVER) & (stop_earliest <= duties.due_at)
    quiet = _doubt_of_silence(duties, unsure_stop)
    unknown = np.where((unknown == 0) & silent, quiet, unknown)
    unknown = _first_code(duties.problem, _transition(duties), unknown)
    return _Table(duties=duties, met=met, stop=stop, reason=reason, unknown=unknown)


def _first_code(*codes: Ints) -> Ints:
    found = codes[0]
    for code in codes[1:]:
        found = np.where(found == 0, code, found)
    return found


def _doubt(duties: _Duties, *, met: Ints, maybe: Ints) -> Ints:
    """What is unknown because a field or an hour is missing, where that decides."""
    ledger, due = duties.ledger, duties.due_at
    earliest, latest = span(ledger, met, hours=duties.hours)
    maybe_earliest, _ = span(ledger, maybe, hours=duties.hours)
    in_time = (met != NONE) & (latest <= duties.surely_by)
    may_have = (maybe != NONE) & ((due == NEVER) | (maybe_earliest <= due))
    unsure_hour = (met != NONE) & (due != NEVER) & (earliest <= due)
    doubt = np.where(may_have, _code(Unknown.FIELD_MISSING), unsure_hour * _code(Unknown.HOUR_OF_END))
    return np.where(~duties.sure, _code(Unknown.FIELD_MISSING), np.where(in_time, 0, doubt))


def _doubt_of_silence(duties: _Duties, unsure_stop: Flags) -> Ints:
    """What is unknown when nothing met, stopped or excused the duty."""
    uncovered = _uncovered(duties)
    unsure_start = duties.hours & (duties.warn_at != duties.due_at)
    return np.where(
        unsure_stop,
        _code(Unknown.HOUR_OF_END),
        np.where(uncovered, _code(Unknown.NOT_COVERED), np.where(unsure_start, _code(Unknown.HOUR_OF_START), 0)),
    )


def _uncovered(duties: _Duties) -> Flags:
    kinds = [match.kind.key for match in duties.rule.met_by]
    from_ = duties.ledger.covered_from(kinds)[duties.ledger.case[duties.start]]
    return from_ > duties.covered_from


def _transition(duties: _Duties) -> Ints:
    day = duties.rule.transition_from
    if day is None:
        return np.zeros(duties.start.shape, dtype=np.int64)
    turn = seconds_of(dates.start_of_day(day))
    return np.where((duties.due_at != NEVER) & (duties.due_at >= turn), _code(Unknown.TRANSITION), 0)


def _exempt(duties: _Duties) -> pl.Series:
    """The reason where a fact about the starting event excuses the duty, else null."""
    reason = np.full(duties.start.shape, None, dtype=object)
    for exemption in reversed(duties.rule.excused_if):
        reason[holds(duties.ledger, exemption.condition, duties.start) == TRUE] = exemption.reason
    return pl.Series(reason.tolist(), dtype=pl.String)


def _excuse(duties: _Duties) -> pl.Series:
    """The reason that excuses each duty, else null; like a stop, only on or before due."""
    exempt = _exempt(duties)
    if not duties.rule.excused_by:
        return exempt
    ledger = duties.ledger
    excuse = first_not_before(ledger.reasoned(duties.rule.excused_by), duties.start, scope=duties.rule.scope)
    _, latest = span(ledger, excuse, hours=duties.hours)
    in_time = (excuse != NONE) & (latest <= duties.surely_by)
    return _reason_of(ledger, exempt, excuse, given=in_time)


def _reason_of(ledger: Ledger, exempt: pl.Series, excuse: Ints, *, given: Flags) -> pl.Series:
    words = ledger.field("begrundelse", np.where(given, excuse, 0)) if ledger.size else exempt
    return exempt.zip_with(pl.Series(~given) | exempt.is_not_null(), words)


def _judge_before(ledger: Ledger, rule: Rule, starts: Ints, sure: Flags) -> _Table:
    assert isinstance(rule.duty, Before)
    applies = _law_day(ledger, rule, course=starts, on=starts, otherwise=ledger.day[starts])
    starts, sure = starts[applies], sure[applies]
    since_line = ledger.lines(tuple(Match(kind) for kind in rule.duty.since))
    since = since_line.last(starts, before=ledger.same_day[0][starts], scope=rule.scope)
    due = instant(ledger, starts)
    duties = _Duties(
        ledger=ledger,
        rule=rule,
        course=starts,
        start=starts,
        sure=sure,
        starts_at=_shown_start(ledger, starts),
        warn_at=due,
        due_at=due,
        surely_by=due,
        covered_from=np.where(since == NONE, ledger.day[ledger.same_case[0][starts]], ledger.day[since]),
        problem=np.zeros(starts.shape, dtype=np.int64),
    )
    return _settle_before(duties, since)


def _settle_before(duties: _Duties, since: Ints) -> _Table:
    """Whether it had happened first; if not, and nothing excused it, the first that came after is late."""
    ledger, rule, start = duties.ledger, duties.rule, duties.start
    met = last_not_after(ledger.lines(rule.met_by), start, scope=rule.scope)
    maybe = last_not_after(ledger.lines(rule.met_by, sure=False), start, scope=rule.scope)
    verdict = _after(ledger, met, since)
    excuse = last_not_after(ledger.reasoned(rule.excused_by), start, scope=rule.scope)
    excused = _after(ledger, excuse, since) != FALSE
    reason = _reason_of(ledger, _exempt(duties), excuse, given=excused)
    missed = verdict == FALSE
    field_missing = ~duties.sure | (missed & (_after(ledger, maybe, since) != FALSE))
    unknown = np.where(verdict == MAYBE, _code(Unknown.HOUR_OF_END), 0)
    unknown = np.where(field_missing, _code(Unknown.FIELD_MISSING), unknown)
    unexcused = reason.is_null().to_numpy()
    late = np.where(unexcused, _first_after(ledger.lines(rule.met_by), start, scope=rule.scope), NONE)
    met = np.where(missed, late, met)
    silent = missed & (met == NONE) & unexcused & (unknown == 0) & _uncovered(duties)
    unknown = np.where(silent, _code(Unknown.NOT_COVERED), unknown)
    nothing = np.full(start.shape, NONE, dtype=np.int64)
    return _Table(duties=duties, met=met, stop=nothing, reason=reason, unknown=unknown)


def _after(ledger: Ledger, event: Ints, since: Ints) -> Verdicts:
    """Did each event come after the preceding decision? MAYBE: the same day, and the hours do not say."""
    later = (since == NONE) | (ledger.day[event] > ledger.day[since])
    same = (since != NONE) & (ledger.day[event] == ledger.day[since])
    both = ledger.known[event] & ledger.known[since]
    by_hour = np.where(both, ledger.at[event] > ledger.at[since], MAYBE)
    return np.where(event == NONE, FALSE, np.where(same, by_hour, later)).astype(np.int8)


def _first_after(line: Line, starts: Ints, *, scope: Scope) -> Ints:
    """The first event surely after each start: a later day, or a later hour where both are known."""
    ledger = line.ledger
    from_ = np.where(ledger.known[starts], ledger.tie[1][starts], ledger.same_day[1][starts])
    return line.first(starts, from_=from_, scope=scope)


def _judge_recurring(ledger: Ledger, rule: Rule, starts: Ints, sure: Flags) -> _Table:
    assert isinstance(rule.duty, Recurring)
    once = np.sort(np.unique(_thread_day(ledger, starts), return_index=True)[1])
    courses, sure = starts[once], sure[once]
    index, anchor = _anchors(ledger, rule, courses)
    course, sure = courses[index], sure[index]
    applies = _law_day(ledger, rule, course=course, on=anchor, otherwise=ledger.day[course])
    course, anchor, sure = course[applies], anchor[applies], sure[applies]
    due, missing = _rhythm(ledger, rule.duty, anchor)
    return _settle(
        _Duties(
            ledger=ledger,
            rule=rule,
            course=course,
            start=anchor,
            sure=sure,
            starts_at=_shown_start(ledger, anchor),
            warn_at=due,
            due_at=due,
            surely_by=due,
            covered_from=ledger.day[anchor],
            problem=np.where(missing, _code(Unknown.NEXT_MISSING), 0),
        ),
        met=_next_meeting(ledger.lines(rule.met_by), course, anchor, scope=rule.scope),
        maybe=_next_meeting(ledger.lines(rule.met_by, sure=False), course, anchor, scope=rule.scope),
    )


def _thread_day(ledger: Ledger, positions: Ints) -> Ints:
    return (ledger.thread[positions] << 18) | (ledger.day[positions] + DAY_OFFSET)


def _anchors(ledger: Ledger, rule: Rule, courses: Ints) -> tuple[Ints, Ints]:
    """What each row counts from: (index of the course, position), the start first if the rhythm begins there."""
    assert isinstance(rule.duty, Recurring)
    stop = first_not_before(ledger.lines(rule.stopped_by), courses, scope=Scope.THREAD)
    again = _begun_again(ledger, rule, courses)
    index, met = ledger.lines(rule.met_by).pairs(courses, from_=ledger.same_day[0][courses], scope=rule.scope)
    keep = (met != courses[index]) & ~surely_before(ledger, met, courses[index])
    keep &= (again[index] == NONE) | (ledger.day[met] < ledger.day[again[index]])
    keep &= ~surely_before(ledger, stop[index], met)
    index, met = index[keep], met[keep]
    if not rule.duty.from_start:
        return index, met
    order = np.argsort(np.concatenate([np.arange(courses.size), index]), kind="stable")
    return np.concatenate([np.arange(courses.size), index])[order], np.concatenate([courses, met])[order]


def _begun_again(ledger: Ledger, rule: Rule, courses: Ints) -> Ints:
    """The next start, sure or not, in the very same thread on a later day."""
    both = np.concatenate([ledger.lines(rule.starts, sure=sure).positions for sure in (True, False)])
    line = Line(ledger, np.sort(both))
    return line.first_in_thread(ledger.thread[courses], ledger.same_day[1][courses])


def _rhythm(ledger: Ledger, duty: Recurring, anchor: Ints) -> tuple[Ints, Flags]:
    """When each row is due, and where the day that says so is missing."""
    if not isinstance(duty.every, DayIn):
        return end_of_day(_due_days(ledger.day[anchor], duty.every)), np.zeros(anchor.shape, dtype=np.bool_)
    days = ledger.field(duty.every.field, anchor)
    missing = days.is_null().to_numpy()
    numbers = days.to_physical().fill_null(0).to_numpy().astype(np.int64)
    return np.where(missing, NEVER, end_of_day(numbers)), missing


def _next_meeting(line: Line, course: Ints, anchor: Ints, *, scope: Scope) -> Ints:
    """The first meeting event after each anchor; after the start itself, by the rules for starts."""
    from_course = first_not_before(line, course, scope=scope, not_itself=True)
    following = line.first(course, from_=anchor + 1, scope=scope)
    return np.where(anchor == course, from_course, following)


def _judge_at_least(ledger: Ledger, rule: Rule, starts: Ints, sure: Flags) -> Iterator[_Table]:
    """One table for each number of periods since the start, so long as any course lasts that long."""
    assert isinstance(rule.duty, AtLeast)
    applies = _law_day(ledger, rule, course=starts, on=starts, otherwise=ledger.day[starts])
    starts, sure = starts[applies], sure[applies]
    stop = first_not_before(ledger.lines(rule.stopped_by), starts, scope=Scope.THREAD)
    stop_day = np.where(stop == NONE, NEVER, ledger.day[stop])
    begin, number = ledger.day[starts], 1
    while starts.size:
        runs = (begin <= np.minimum(ledger.today, stop_day)) & ~((begin == stop_day) & (begin != ledger.day[starts]))
        starts, sure, stop, stop_day, begin = (each[runs] for each in (starts, sure, stop, stop_day, begin))
        end = _due_days(ledger.day[starts], rule.duty.per, number)
        if starts.size:
            yield from _settle_period(ledger, rule, starts, sure, stop, begin, end)
        begin, number = end, number + 1


def _settle_period(
    ledger: Ledger, rule: Rule, starts: Ints, sure: Flags, stop: Ints, begin: Ints, end: Ints
) -> Iterator[_Table]:
    """One table for each time owed in a period; the anniversary belongs to the period it ends."""
    assert isinstance(rule.duty, AtLeast)
    due = end_of_day(end)
    shown = np.where(begin == ledger.day[starts], _shown_start(ledger, starts), start_of_day(begin))
    duties = _Duties(
        ledger=ledger,
        rule=rule,
        course=starts,
        start=starts,
        sure=sure,
        starts_at=shown,
        warn_at=due,
        due_at=due,
        surely_by=due,
        covered_from=begin,
        problem=np.zeros(starts.shape, dtype=np.int64),
    )
    times = _times(duties, stop=stop, end=end, sure=True)
    maybe = np.bincount(_times(duties, stop=stop, end=end, sure=False)[0], minlength=starts.size)
    count = np.bincount(times[0], minlength=starts.size)
    first = np.cumsum(count) - count
    uncovered = _uncovered(duties) & ~((stop != NONE) & (ledger.day[stop] <= end))
    for number in range(rule.duty.times):
        held = number < count
        met = np.full(starts.shape, NONE, dtype=np.int64)
        met[held] = times[1][first[held] + number]
        field_missing = ~sure | (~held & (number < count + maybe))
        unknown = np.where(~held & uncovered, _code(Unknown.NOT_COVERED), 0)
        unknown = np.where(field_missing, _code(Unknown.FIELD_MISSING), unknown)
        unknown = _first_code(_transition(duties), unknown)
        none = pl.Series([None] * starts.size, dtype=pl.String)
        yield _Table(duties=duties, met=met, stop=stop, reason=none, unknown=unknown)


def _times(duties: _Duties, *, stop: Ints, end: Ints, sure: bool) -> tuple[Ints, Ints]:
    """The (index, position) of what counts in each period, in order."""
    ledger, starts, begin = duties.ledger, duties.start, duties.covered_from
    line = ledger.lines(duties.rule.met_by, sure=sure)
    index, met = line.pairs(starts, from_=ledger.same_day[0][starts], scope=duties.rule.scope)
    day, own = ledger.day[met], starts[index]
    inside = (begin[index] < day) | ((begin[index] == ledger.day[own]) & (day == ledger.day[own]))
    keep = inside & (day <= end[index]) & ~surely_before(ledger, met, own)
    keep &= ~surely_before(ledger, stop[index], met)
    return index[keep], met[keep]


# --- out -----------------------------------------------------------------------------------------------


def _in_order(ledger: Ledger, tables: list[_Table], *, as_of: datetime) -> pl.DataFrame:
    """All tables as one frame, case by case and rule by rule in the order of the book.

    Put in order while everything is still integers: each text column is then gathered once.
    """
    if not tables:
        return pl.DataFrame(schema={name: _DTYPE[type_] for name, type_ in DEADLINE_COLUMNS.items()})
    course = np.concatenate([table.duties.course for table in tables])
    order = np.argsort(ledger.case[course], kind="stable")

    def ordered(part: Callable[[_Table], Ints]) -> Ints:
        return np.concatenate([part(table) for table in tables])[order]

    rules = [table.duties.rule for table in tables]
    which = np.repeat(np.arange(len(tables)), [table.duties.start.size for table in tables])[order]
    met, stop = ordered(lambda table: table.met), ordered(lambda table: table.stop)
    source = ledger.frame
    columns = {
        "case_id": source["case_id"].gather(ledger.row[course[order]]),
        "thread_id": source["thread_id"].gather(ledger.row[course[order]]),
        "rule": pl.Series([rule.key for rule in rules]).gather(which),
        "rule_version": pl.Series([rule.version for rule in rules]).gather(which),
        "falls_on": pl.Series([str(rule.falls_on) for rule in rules]).gather(which),
        "starts_event": source["event_id"].gather(ledger.row[ordered(lambda table: table.duties.start)]),
        "starts_at": _instants(ordered(lambda table: table.duties.starts_at)),
        "warn_at": _instants(ordered(lambda table: table.duties.warn_at)),
        "due_at": _instants(ordered(lambda table: table.duties.due_at)),
        "met_event": _ids(ledger, met),
        "met_at": _instants(np.where(met == NONE, NEVER, instant(ledger, met))),
        "stopped_at": _instants(np.where(stop == NONE, NEVER, instant(ledger, stop))),
        "excused_reason": pl.concat([table.reason for table in tables]).gather(order).fill_null(""),
        "unknown_reason": pl.Series([str(code) for code in _UNKNOWN_CODES]).gather(
            ordered(lambda table: table.unknown)
        ),
        "force": pl.Series([str(rule.force) for rule in rules]).gather(which),
    }
    return pl.DataFrame(columns).with_columns(_status(as_of)).select(list(DEADLINE_COLUMNS))


_DTYPE: dict[ColumnType, Any] = {
    ColumnType.TEXT: pl.String,
    ColumnType.DAY: pl.Date,
    ColumnType.INSTANT: pl.Datetime("us", "UTC"),
    ColumnType.YESNO: pl.Boolean,
    ColumnType.NUMBER: pl.Int64,
}


def _ids(ledger: Ledger, positions: Ints) -> pl.Series:
    ids = ledger.frame["event_id"].gather(ledger.row[positions])
    return ids.set(pl.Series(positions == NONE), "")


def _instants(seconds: Ints) -> pl.Series:
    missing = pl.Series(seconds == NEVER)
    micros = pl.Series(np.where(seconds == NEVER, 0, seconds) * 1_000_000)
    return micros.set(missing, None).cast(pl.Datetime("us")).dt.replace_time_zone("UTC")


def _status(as_of: datetime) -> pl.Expr:
    """How each duty stands at the moment: the first that fits, in the order of the design."""
    met, due = pl.col("met_at").is_not_null(), pl.col("due_at")
    unsure_start = pl.col("unknown_reason") == str(Unknown.HOUR_OF_START)
    stopped = pl.col("stopped_at").is_not_null() & (due.is_null() | (pl.col("stopped_at") <= due))
    return (
        pl.when((pl.col("unknown_reason") != "") & ~unsure_start)
        .then(pl.lit(str(Status.UNKNOWN)))
        .when(met & due.is_not_null() & (pl.col("met_at") > due))
        .then(pl.lit(str(Status.LATE)))
        .when(met)
        .then(pl.lit(str(Status.MET)))
        .when(pl.col("excused_reason") != "")
        .then(pl.lit(str(Status.EXCUSED)))
        .when(stopped)
        .then(pl.lit(str(Status.CANCELLED)))
        .when(due.is_null())
        .then(pl.lit(str(Status.OPEN)))
        .when(due < as_of)
        .then(pl.lit(str(Status.OVERDUE)))
        .when(unsure_start & (pl.col("warn_at") < as_of))
        .then(pl.lit(str(Status.UNKNOWN)))
        .otherwise(pl.lit(str(Status.OPEN)))
        .alias("status")
    )
