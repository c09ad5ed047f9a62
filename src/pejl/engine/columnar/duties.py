"""Which duties has a rule begun, from what, and what became of them? One function for each kind of duty."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import polars as pl

from pejl.engine.columnar.limits import clock_within, due_days
from pejl.engine.columnar.positions import (
    DAY_OFFSET,
    FALSE,
    MAYBE,
    NEVER,
    NONE,
    TRUE,
    Flags,
    Ints,
    Ledger,
    Line,
    all_of,
    day_number,
    end_of_day,
    first_not_before,
    instant,
    is_so,
    last_not_after,
    start_of_day,
    surely_before,
)
from pejl.engine.columnar.verdicts import (
    Duties,
    Table,
    after,
    code_of,
    first_code,
    settle,
    settle_before,
    transition,
    uncovered,
)
from pejl.rules import AtLeast, Before, DayIn, Match, Recurring, Rule, Scope, Within
from pejl.tables import Unknown


def judge_rule(ledger: Ledger, rule: Rule) -> Iterator[Table]:
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
    if rule.when and positions.size:
        verdict = all_of([verdict, *(is_so(ledger, asked, positions) for asked in rule.when)])
    positions, verdict = positions[verdict != FALSE], verdict[verdict != FALSE]
    if rule.only_first:
        first = np.sort(np.unique(ledger.thread[positions], return_index=True)[1])
        positions, verdict = positions[first], verdict[first]
    return positions, verdict == TRUE


def _law_day(ledger: Ledger, rule: Rule, *, course: Ints, before: Ints, otherwise: Ints) -> Flags:
    """Is the rule in force for each course: by the latest decision in it at an earlier position, else otherwise."""
    day = otherwise
    if rule.basis:
        decisions = ledger.lines(tuple(Match(kind) for kind in rule.basis))
        found = decisions.last(course, before=before, scope=Scope.THREAD)
        day = np.where(found == NONE, otherwise, ledger.day[found])
    first = day_number(rule.in_force.first) if rule.in_force.first else -NEVER
    last = day_number(rule.in_force.last) if rule.in_force.last else NEVER
    return (first <= day) & (day <= last)


def _judge_within(ledger: Ledger, rule: Rule, starts: Ints, sure: Flags) -> Table:
    assert isinstance(rule.duty, Within)
    counted, missing = _counted_from(ledger, rule, starts)
    applies = _law_day(ledger, rule, course=starts, before=ledger.same_day[1][starts], otherwise=counted)
    starts, sure, counted, missing = starts[applies], sure[applies], counted[applies], missing[applies]
    clock = clock_within(ledger, rule.duty, starts, counted, missing)
    starts_at = _shown_start(ledger, starts)
    if rule.counts_from:
        starts_at = np.where(missing, NEVER, start_of_day(counted))
    return settle(
        Duties(
            ledger=ledger,
            rule=rule,
            course=starts,
            start=starts,
            sure=sure,
            starts_at=starts_at,
            warn_at=clock.warn_at,
            due_at=clock.due_at,
            surely_by=clock.surely_by,
            covered_from=_looked_from(ledger, rule, starts, already=rule.duty.already),
            problem=clock.problem,
        ),
        met=_met_within(ledger, rule, starts, already=rule.duty.already),
        maybe=first_not_before(ledger.lines(rule.met_by, sure=False), starts, scope=rule.scope),
    )


def _looked_from(ledger: Ledger, rule: Rule, starts: Ints, *, already: Before | None) -> Ints:
    """The first day on which what meets each duty may lie: its start, or the preceding decision."""
    if already is None:
        return ledger.day[starts]
    since = preceding(ledger, rule, already, starts)
    return np.where(since == NONE, ledger.day[ledger.same_case[0][starts]], ledger.day[since])


def _met_within(ledger: Ledger, rule: Rule, starts: Ints, *, already: Before | None) -> Ints:
    """What met each duty: what had happened first where that counts, else the first that followed."""
    line = ledger.lines(rule.met_by)
    met = first_not_before(line, starts, scope=rule.scope)
    if already is None:
        return met
    done = last_not_after(line, starts, scope=Scope.THREAD)
    return np.where(after(ledger, done, preceding(ledger, rule, already, starts)) == TRUE, done, met)


def preceding(ledger: Ledger, rule: Rule, before: Before, starts: Ints) -> Ints:
    """The last decision on an earlier day: what came before it was heard for that one."""
    decisions = ledger.lines(tuple(Match(kind) for kind in before.since))
    return decisions.last(starts, before=ledger.same_day[0][starts], scope=rule.scope)


def _counted_from(ledger: Ledger, rule: Rule, starts: Ints) -> tuple[Ints, Flags]:
    """The day each duty is counted from (the event's own where it is missing), and where it is missing."""
    if not rule.counts_from:
        return ledger.day[starts], np.zeros(starts.shape, dtype=np.bool_)
    days = ledger.field(rule.counts_from, starts)
    numbers = days.to_physical().fill_null(0).to_numpy().astype(np.int64)
    missing = days.is_null().to_numpy() | (numbers > ledger.day[starts])
    return np.where(missing, ledger.day[starts], numbers), missing


def _shown_start(ledger: Ledger, starts: Ints) -> Ints:
    return np.where(ledger.known[starts], ledger.at[starts], start_of_day(ledger.day[starts]))


def _judge_before(ledger: Ledger, rule: Rule, starts: Ints, sure: Flags) -> Table:
    assert isinstance(rule.duty, Before)
    applies = _law_day(ledger, rule, course=starts, before=ledger.same_day[1][starts], otherwise=ledger.day[starts])
    starts, sure = starts[applies], sure[applies]
    since = preceding(ledger, rule, rule.duty, starts)
    due = instant(ledger, starts)
    duties = Duties(
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
    return settle_before(duties, since)


def _judge_recurring(ledger: Ledger, rule: Rule, starts: Ints, sure: Flags) -> Table:
    assert isinstance(rule.duty, Recurring)
    once = np.sort(np.unique(_thread_day(ledger, starts), return_index=True)[1])
    courses, sure = starts[once], sure[once]
    index, anchor = _anchors(ledger, rule, courses)
    course, sure = courses[index], sure[index]
    applies = _law_day(ledger, rule, course=course, before=ledger.same_day[1][anchor], otherwise=ledger.day[course])
    course, anchor, sure = course[applies], anchor[applies], sure[applies]
    due, missing = _rhythm(ledger, rule.duty, anchor)
    return settle(
        Duties(
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
            problem=np.where(missing, code_of(Unknown.NEXT_MISSING), 0),
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
    # Two on one day are one, written twice.
    once = np.sort(np.unique((index << 18) | (ledger.day[met] + DAY_OFFSET), return_index=True)[1])
    index, met = index[once], met[once]
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
        return end_of_day(due_days(ledger.day[anchor], duty.every)), np.zeros(anchor.shape, dtype=np.bool_)
    days = ledger.field(duty.every.field, anchor)
    missing = days.is_null().to_numpy()
    numbers = days.to_physical().fill_null(0).to_numpy().astype(np.int64)
    return np.where(missing, NEVER, end_of_day(numbers)), missing


def _next_meeting(line: Line, course: Ints, anchor: Ints, *, scope: Scope) -> Ints:
    """The first meeting event after each anchor; after the start itself, by the rules for starts."""
    from_course = first_not_before(line, course, scope=scope, not_itself=True)
    following = line.first(course, from_=line.ledger.same_day[1][anchor], scope=scope)
    return np.where(anchor == course, from_course, following)


def _judge_at_least(ledger: Ledger, rule: Rule, starts: Ints, sure: Flags) -> Iterator[Table]:
    """One table for each number of periods since the start, so long as any course lasts that long."""
    assert isinstance(rule.duty, AtLeast)
    stop = first_not_before(ledger.lines(rule.stopped_by), starts, scope=Scope.THREAD)
    stop_day = np.where(stop == NONE, NEVER, ledger.day[stop])
    begin, number = ledger.day[starts], 1
    while starts.size:
        runs = (begin <= np.minimum(ledger.today, stop_day)) & ~((begin == stop_day) & (begin != ledger.day[starts]))
        starts, sure, stop, stop_day, begin = (each[runs] for each in (starts, sure, stop, stop_day, begin))
        end = due_days(ledger.day[starts], rule.duty.per, number)
        applies = _in_force(ledger, rule, starts, begin)
        if applies.any():
            period = _Period(starts[applies], sure[applies], stop[applies], begin[applies], end[applies])
            yield from _settle_period(ledger, rule, period)
        begin, number = end, number + 1


def _in_force(ledger: Ledger, rule: Rule, starts: Ints, begin: Ints) -> Flags:
    """Is the rule in force for the period: by the latest decision in the course on or before its first day?"""
    on = ledger.end_of_day_in_case(starts, begin)
    return _law_day(ledger, rule, course=starts, before=on, otherwise=ledger.day[starts])


class _Period(NamedTuple):
    """The courses that last into one period, and its first and last day for each."""

    starts: Ints
    sure: Flags
    stop: Ints
    begin: Ints
    end: Ints


def _settle_period(ledger: Ledger, rule: Rule, period: _Period) -> Iterator[Table]:
    """One table for each time owed in a period; the anniversary belongs to the period it ends."""
    assert isinstance(rule.duty, AtLeast)
    starts, sure, stop, begin, end = period
    due = end_of_day(end)
    shown = np.where(begin == ledger.day[starts], _shown_start(ledger, starts), start_of_day(begin))
    duties = Duties(
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
    unseen = uncovered(duties) & ~((stop != NONE) & (ledger.day[stop] <= end))
    for number in range(rule.duty.times):
        held = number < count
        met = np.full(starts.shape, NONE, dtype=np.int64)
        met[held] = times[1][first[held] + number]
        field_missing = ~sure | (~held & (number < count + maybe))
        unknown = np.where(~held & unseen, code_of(Unknown.NOT_COVERED), 0)
        unknown = np.where(field_missing, code_of(Unknown.FIELD_MISSING), unknown)
        unknown = first_code(transition(duties), unknown)
        none = pl.Series([None] * starts.size, dtype=pl.String)
        yield Table(duties=duties, met=met, met_at=instant(ledger, met), stop=stop, reason=none, unknown=unknown)


def _times(duties: Duties, *, stop: Ints, end: Ints, sure: bool) -> tuple[Ints, Ints]:
    """The (index, position) of what counts in each period, in order."""
    ledger, starts, begin = duties.ledger, duties.start, duties.covered_from
    line = ledger.lines(duties.rule.met_by, sure=sure)
    index, met = line.pairs(starts, from_=ledger.same_day[0][starts], scope=duties.rule.scope)
    day, own = ledger.day[met], starts[index]
    inside = (begin[index] < day) | ((begin[index] == ledger.day[own]) & (day == ledger.day[own]))
    keep = inside & (day <= end[index]) & ~surely_before(ledger, met, own)
    keep &= ~surely_before(ledger, stop[index], met)
    return index[keep], met[keep]
