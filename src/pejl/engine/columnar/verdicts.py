"""What met, stopped and excused the duties, and what is left unknown? For all duties of a rule at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from pejl import dates
from pejl.engine.columnar.positions import (
    FALSE,
    MAYBE,
    NEVER,
    NONE,
    TRUE,
    Flags,
    Ints,
    Ledger,
    Line,
    Verdicts,
    first_not_before,
    holds,
    instant,
    last_not_after,
    seconds_of,
    span,
    surely_before,
)
from pejl.rules import Hours, Rule, Scope, Within
from pejl.tables import Unknown

UNKNOWN_CODES = list(Unknown)


@dataclass(slots=True, kw_only=True)
class Duties:
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
class Table:
    """What became of the duties, ready to be made into columns."""

    duties: Duties
    met: Ints
    met_at: Ints  # anything where nothing met it
    stop: Ints
    reason: pl.Series
    unknown: Ints


def code_of(unknown: Unknown) -> int:
    return UNKNOWN_CODES.index(unknown)


def stops_of(duties: Duties) -> Ints:
    """The first event in each course that stops it."""
    line = duties.ledger.lines(duties.rule.stopped_by)
    return first_not_before(line, duties.course, scope=Scope.THREAD)


def settle(duties: Duties, *, met: Ints, maybe: Ints) -> Table:
    """What met, stopped and excused duties that something must follow, and what is left unknown."""
    ledger, hours = duties.ledger, duties.hours
    stop = stops_of(duties)
    stop_earliest, stop_latest = span(ledger, stop, hours=hours)
    stopped = (stop != NONE) & (stop_latest <= duties.surely_by)
    met = np.where(stopped & surely_before(ledger, stop, met), NONE, met)
    maybe = np.where(stopped & surely_before(ledger, stop, maybe), NONE, maybe)
    reason = _excuse(duties)
    unknown = _doubt(duties, met=met, maybe=maybe)
    _, met_latest = span(ledger, met, hours=hours)
    silent = ~((met != NONE) & (met_latest <= duties.surely_by)) & ~stopped & reason.is_null().to_numpy()
    unsure_stop = (stop != NONE) & (duties.due_at != NEVER) & (stop_earliest <= duties.due_at)
    quiet = np.where(
        met == NONE, _doubt_of_silence(duties, unsure_stop), uncovered(duties) * code_of(Unknown.NOT_COVERED)
    )
    unknown = np.where((unknown == 0) & silent, quiet, unknown)
    unknown = first_code(duties.problem, transition(duties), unknown)
    met_at = instant(ledger, met)
    return Table(duties=duties, met=met, met_at=met_at, stop=stop, reason=reason, unknown=unknown)


def first_code(*codes: Ints) -> Ints:
    found = codes[0]
    for code in codes[1:]:
        found = np.where(found == 0, code, found)
    return found


def _doubt(duties: Duties, *, met: Ints, maybe: Ints) -> Ints:
    """What is unknown because a field or an hour is missing, where that decides."""
    ledger, due = duties.ledger, duties.due_at
    earliest, latest = span(ledger, met, hours=duties.hours)
    maybe_earliest, _ = span(ledger, maybe, hours=duties.hours)
    in_time = (met != NONE) & (latest <= duties.surely_by)
    may_have = (maybe != NONE) & ((due == NEVER) | (maybe_earliest <= due))
    unsure_hour = (met != NONE) & (due != NEVER) & (earliest <= due)
    doubt = np.where(may_have, code_of(Unknown.FIELD_MISSING), unsure_hour * code_of(Unknown.HOUR_OF_END))
    return np.where(~duties.sure, code_of(Unknown.FIELD_MISSING), np.where(in_time, 0, doubt))


def _doubt_of_silence(duties: Duties, unsure_stop: Flags) -> Ints:
    """What is unknown when nothing met, stopped or excused the duty."""
    unseen = uncovered(duties)
    unsure_start = duties.hours & (duties.warn_at != duties.due_at)
    return np.where(
        unsure_stop,
        code_of(Unknown.HOUR_OF_END),
        np.where(unseen, code_of(Unknown.NOT_COVERED), np.where(unsure_start, code_of(Unknown.HOUR_OF_START), 0)),
    )


def uncovered(duties: Duties) -> Flags:
    """Would no source have told us? Asked of the first kind in met_by: the one that ordinarily meets the duty."""
    kind = duties.rule.met_by[0].kind.key
    from_ = duties.ledger.covered_from(kind)[duties.ledger.case[duties.start]]
    return from_ > duties.covered_from


def transition(duties: Duties) -> Ints:
    day = duties.rule.transition_from
    if day is None:
        return np.zeros(duties.start.shape, dtype=np.int64)
    turn = seconds_of(dates.start_of_day(day))
    return np.where((duties.due_at != NEVER) & (duties.due_at >= turn), code_of(Unknown.TRANSITION), 0)


def _exempt(duties: Duties) -> pl.Series:
    """The reason where a fact about the starting event excuses the duty, else null."""
    reason = np.full(duties.start.shape, None, dtype=object)
    for exemption in reversed(duties.rule.excused_if):
        reason[holds(duties.ledger, exemption.condition, duties.start) == TRUE] = exemption.reason
    return pl.Series(reason.tolist(), dtype=pl.String)


def _excuse(duties: Duties) -> pl.Series:
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


def settle_before(duties: Duties, since: Ints) -> Table:
    """Whether it had happened first; if not, and nothing excused it, the first that came after is late."""
    ledger, rule, start = duties.ledger, duties.rule, duties.start
    met = last_not_after(ledger.lines(rule.met_by), start, scope=rule.scope)
    maybe = last_not_after(ledger.lines(rule.met_by, sure=False), start, scope=rule.scope)
    verdict = after(ledger, met, since)
    excuse = last_not_after(ledger.reasoned(rule.excused_by), start, scope=rule.scope)
    excused = after(ledger, excuse, since) != FALSE
    reason = _reason_of(ledger, _exempt(duties), excuse, given=excused)
    missed = verdict == FALSE
    field_missing = ~duties.sure | (missed & (after(ledger, maybe, since) != FALSE))
    unknown = np.where(verdict == MAYBE, code_of(Unknown.HOUR_OF_END), 0)
    unknown = np.where(field_missing, code_of(Unknown.FIELD_MISSING), unknown)
    unexcused = reason.is_null().to_numpy()
    late = np.where(unexcused, _first_after(ledger.lines(rule.met_by), start, scope=rule.scope), NONE)
    in_time = np.minimum(instant(ledger, met), duties.due_at)
    met = np.where(missed, late, met)
    met_at = np.where(missed, instant(ledger, met), in_time)
    silent = missed & unexcused & (unknown == 0) & uncovered(duties)
    unknown = np.where(silent, code_of(Unknown.NOT_COVERED), unknown)
    nothing = np.full(start.shape, NONE, dtype=np.int64)
    return Table(duties=duties, met=met, met_at=met_at, stop=nothing, reason=reason, unknown=unknown)


def after(ledger: Ledger, event: Ints, since: Ints) -> Verdicts:
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
