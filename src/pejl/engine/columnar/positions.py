"""Where do events stand? All events of a ledger in one order, as integer columns that can be searched.

The events are put in order (case, day, hour, id) by a single sort of one packed integer. After that every
question of the columnar engine ("the first conclusion in this course not before this start") is a search for a
position in a short sorted list of positions, so a rule costs by the events it names, not by the ledger's size.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import assert_never

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pejl import dates
from pejl.events import KILDE_DAEKKER, SAG_AFSLUTTET, SAG_GENAABNET, TID_USIKKER
from pejl.rules import Aged, Condition, FieldIn, FieldSet, Match, ParagraphIn, Running, Scope, lies_under
from pejl.tables import Coverage

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

NONE = -1  # "no such event", where a position is asked for
NEVER = np.iinfo(np.int64).max  # later than every instant and every day
HOUR = 3600
_EPOCH = date(1970, 1, 1)
# A moment inside a case as one integer: the day, and the second of the day plus one (0: the hour is unknown).
_SECOND_BITS = 18
DAY_OFFSET = 1 << 16  # days before 1970 stay positive


def day_number(day: date) -> int:
    return (day - _EPOCH).days


def _day_of(number: int) -> date:
    return date.fromordinal(number + _EPOCH.toordinal())


def seconds_of(instant: datetime) -> int:
    return int(instant.timestamp())


# The days that are kept once they have been counted from: 1935 to 2129.
_KEPT_FROM, _KEPT_DAYS = day_number(date(1935, 1, 1)), 71_000


@lru_cache(maxsize=256)
def _kept(_: Hashable) -> tuple[Ints, Flags]:
    """What has been counted from each day, and from which days it has been."""
    return np.zeros(_KEPT_DAYS, dtype=np.int64), np.zeros(_KEPT_DAYS, dtype=np.bool_)


def per_day(days: Ints, count: Callable[[date], int], *, what: Hashable) -> Ints:
    """Count something from each day, once per distinct day; ``what`` names it, so that the next ledger need not."""
    if not days.size:
        return days
    first, last = int(days.min()), int(days.max())
    if first < _KEPT_FROM or last >= _KEPT_FROM + _KEPT_DAYS:
        seen, counted = np.zeros(last - first + 1, dtype=np.bool_), np.zeros(last - first + 1, dtype=np.int64)
    else:
        first = _KEPT_FROM
        counted, seen = _kept(what)
    offsets = days - first
    new = np.zeros(seen.size, dtype=np.bool_)
    new[offsets] = True
    missing = np.flatnonzero(new & ~seen)
    counted[missing] = [count(_day_of(first + int(offset))) for offset in missing]
    seen[missing] = True
    found: Ints = counted[offsets]
    return found


def start_of_day(days: Ints) -> Ints:
    return per_day(days, lambda day: seconds_of(dates.start_of_day(day)), what="start")


def end_of_day(days: Ints) -> Ints:
    return per_day(days, lambda day: seconds_of(dates.end_of_day(day)), what="end")


class Ledger:
    """The events in one order, as integer columns; a position is an event's place in that order."""

    def __init__(self, frame: pl.DataFrame, *, births: pl.DataFrame, coverage: Coverage, today: int) -> None:
        self.frame, self.births, self.coverage, self.today = frame, births, coverage, today
        self.size = frame.height
        days = frame["day"].to_physical().to_numpy().astype(np.int64)
        at = frame["at"].dt.epoch("s")
        known = at.is_not_null().to_numpy()
        seconds = at.fill_null(0).to_numpy().astype(np.int64)
        case = self._code(frame["case_id"])
        key = _moment(case, days, np.where(known, seconds - start_of_day(days) + 1, 0))
        order = self._ordered(key)
        self.row: Ints = order  # the position's row in the frame
        self.key, self.case, self.day = key[order], case[order], days[order]
        self.known, self.at = known[order], seconds[order]

    @staticmethod
    def _code(values: pl.Series) -> Ints:
        """Small integers for strings, in the order of the strings."""
        names = values.unique().sort()
        return values.cast(pl.Enum(names)).to_physical().to_numpy().astype(np.int64)

    def _ordered(self, key: Ints) -> Ints:
        """Sort by the packed key; only events of the very same moment need their ids compared."""
        order = np.argsort(key, kind="stable")
        ranked = key[order]
        same = np.flatnonzero(ranked[1:] == ranked[:-1])
        if not same.size:
            return order
        tied = np.union1d(same, same + 1)
        ids = self.frame["event_id"].gather(order[tied]).to_numpy()
        order[tied] = order[tied][np.lexsort((ids.astype(str), ranked[tied]))]
        return order

    @cached_property
    def kind(self) -> NDArray[np.uint32]:
        codes = self.frame["kind"].cast(pl.Enum(self._kinds)).to_physical().to_numpy()
        return codes[self.row]

    @cached_property
    def _kinds(self) -> list[str]:
        return self.frame["kind"].unique().sort().to_list()

    @cached_property
    def thread(self) -> Ints:
        """One number for each (case, thread)."""
        names = self._code(self.frame["thread_id"])[self.row]
        pairs = self.case * (int(names.max(initial=0)) + 1) + names
        numbers: Ints = np.unique(pairs, return_inverse=True)[1]
        return numbers

    @cached_property
    def without_thread(self) -> Flags:
        return (self.frame["thread_id"] == "").to_numpy()[self.row]

    @cached_property
    def whole_case_thread(self) -> Ints:
        """By case: the number of the thread of events that speak of the whole case; NONE if there are none."""
        found = np.full(int(self.case.max(initial=-1)) + 1, NONE, dtype=np.int64)
        where = self.without_thread
        found[self.case[where]] = self.thread[where]
        return found

    def _runs(self, values: Ints) -> tuple[Ints, Ints]:
        """For each position: the first position of its run of equal values, and the first after the run."""
        new = np.flatnonzero(np.diff(values, prepend=values[:1] - 1))
        lengths = np.diff(np.append(new, self.size))
        first = np.repeat(new, lengths)
        return first, np.repeat(new + lengths, lengths)

    @cached_property
    def tie(self) -> tuple[Ints, Ints]:
        return self._runs(self.key)

    @cached_property
    def same_day(self) -> tuple[Ints, Ints]:
        return self._runs(self.key >> _SECOND_BITS)

    @cached_property
    def same_case(self) -> tuple[Ints, Ints]:
        return self._runs(self.case)

    @cached_property
    def doubt(self) -> tuple[Flags, Flags]:
        """Whose hour came twice, and whose hour did not exist."""
        column = self.frame[f"f_{TID_USIKKER.name}"]
        twice, skipped = ((column == code).fill_null(False).to_numpy() for code in ("dobbelt", "findes_ikke"))
        return twice[self.row], skipped[self.row]

    @cached_property
    def born(self) -> Ints:
        """By case: the day the child was born; NEVER where no birth is told."""
        first = self.births.group_by("case_id").agg(pl.col("day").min())
        cases = self.frame["case_id"].unique().sort().to_frame()
        days = cases.join(first, on="case_id", how="left", maintain_order="left")["day"].to_physical()
        found: Ints = np.where(days.is_null().to_numpy(), NEVER, days.fill_null(0).to_numpy().astype(np.int64))
        return found

    def birthday(self, of: Ints, *, years: int) -> Ints:
        """For each event: the child's birthday of so many years; NEVER where no birth is told."""
        born = self.born[self.case[of]]
        told = born != NEVER
        # Who was born on 29 February has it on the last of the month in other years.
        whole = per_day(
            born[told],
            lambda day: day_number(dates.add_years(day, years=years, if_missing_day=dates.LAST_OF_MONTH)),
            what=("birthday", years),
        )
        born[told] = whole
        return born

    def end_of_day_in_case(self, of: Ints, day: Ints) -> Ints:
        """For each event: the first position in its case after a day."""
        return np.searchsorted(self.key, _moment(self.case[of], day + 1, np.zeros_like(day)))

    def positions(self, kind: str) -> Ints:
        """Where events of a kind stand, in order."""
        return self._by_kind.get(kind, np.empty(0, dtype=np.int64))

    @cached_property
    def _by_kind(self) -> dict[str, Ints]:
        order = np.argsort(self.kind, kind="stable")
        bounds = np.searchsorted(self.kind[order], np.arange(len(self._kinds) + 1))
        found = {kind: order[bounds[i] : bounds[i + 1]] for i, kind in enumerate(self._kinds)}
        if SAG_AFSLUTTET.key in found and SAG_GENAABNET.key in found:
            found[SAG_AFSLUTTET.key] = self._standing(found[SAG_AFSLUTTET.key], reopened=found[SAG_GENAABNET.key])
        return found

    def _standing(self, closings: Ints, *, reopened: Ints) -> Ints:
        """A case closed and opened again was never over: such a closing stops nothing (ADR 6)."""
        last = np.full(int(self.case.max(initial=-1)) + 1, NONE, dtype=np.int64)
        last[self.case[reopened]] = reopened  # in order, so the last one stays
        undone = last[self.case[closings]]
        standing: Ints = closings[(undone == NONE) | surely_before(self, undone, closings)]
        return standing

    def field(self, name: str, positions: Ints) -> pl.Series:
        """A typed field of the events at these positions; blank text is missing."""
        return self._filled_in(name).gather(self.row[positions])

    def _filled_in(self, name: str) -> pl.Series:
        if name not in self._fields:
            values = self.frame[f"f_{name}"]
            if values.dtype == pl.String:
                values = values.set(values.str.strip_chars() == "", None)
            self._fields[name] = values
        return self._fields[name]

    @cached_property
    def _fields(self) -> dict[str, pl.Series]:
        return {}

    def line(self, match_: Match, *, sure: bool) -> Ints:
        """The positions of events that surely match, or (not ``sure``) may match, a field being missing."""
        cached = self._lines.get((match_, sure))
        if cached is None:
            cached = self._line(match_, sure=sure)
            self._lines[(match_, sure)] = cached
        return cached

    @cached_property
    def _lines(self) -> dict[tuple[Match, bool], Ints]:
        return {}

    def _line(self, match_: Match, *, sure: bool) -> Ints:
        positions = self.positions(match_.kind.key)
        if not match_.where:
            return positions if sure else positions[:0]
        verdict = all_of([holds(self, condition, positions) for condition in match_.where])
        # Whoever asks for the one asks for the other.
        self._lines[(match_, not sure)] = positions[verdict == (MAYBE if sure else TRUE)]
        found: Ints = positions[verdict == (TRUE if sure else MAYBE)]
        return found

    def lines(self, matches: tuple[Match, ...], *, sure: bool = True) -> Line:
        """Events that fulfil one of the matches, ready to be searched."""
        cached = self._merged.get((matches, sure))
        if cached is None:
            parts = [self.line(each, sure=sure) for each in matches]
            cached = Line(self, np.sort(np.concatenate(parts)) if parts else np.empty(0, dtype=np.int64))
            self._merged[(matches, sure)] = cached
        return cached

    @cached_property
    def _merged(self) -> dict[tuple[tuple[Match, ...], bool], Line]:
        return {}

    def forget(self) -> None:
        """Let go of the lines: they point back here, and the arrays would wait for the cycle collector."""
        self._lines.clear()
        self._merged.clear()

    def reasoned(self, matches: tuple[Match, ...]) -> Line:
        """Those that give a reason."""
        positions = self.lines(matches).positions
        given = self.field("begrundelse", positions).is_not_null().to_numpy() if positions.size else positions == 0
        return Line(self, positions[given])

    def covered_from(self, kind: str) -> Ints:
        """By case: the first day from which one of its sources delivers this kind of event; NEVER if none does."""
        if kind not in self._covered:
            self._covered[kind] = self._covered_from(kind)
        return self._covered[kind]

    @cached_property
    def _covered(self) -> dict[str, Ints]:
        return {}

    def _covered_from(self, kind: str) -> Ints:
        days = np.full(int(self.case.max(initial=-1)) + 1, NEVER, dtype=np.int64)
        for source, positions in self._by_source.items():
            first = self.coverage.since(source, kinds=[kind])
            if first is not None:
                cases = self.case[positions]
                days[cases] = np.minimum(days[cases], day_number(first))
        own = self.positions(KILDE_DAEKKER.key)
        if own.size:
            slags = self.field("slags", own)
            own = own[(slags.is_null() | (slags == kind)).to_numpy()]
            np.minimum.at(days, self.case[own], self.day[own])
        return days

    @cached_property
    def _by_source(self) -> dict[str, Ints]:
        """By source: one position in each case it has delivered to."""
        codes = self._code(self.frame["source"])[self.row]
        names = self.frame["source"].unique().sort().to_list()
        found = {}
        for code, name in enumerate(names):
            positions = np.flatnonzero(codes == code)
            found[name] = positions[np.unique(self.case[positions], return_index=True)[1]]
        return found


def _moment(case: Ints, day: Ints, second: Ints) -> Ints:
    if second.size and not (second.min() >= 0 and second.max() < 1 << _SECOND_BITS):
        raise ValueError("cannot order events whose day is not the local day of their hour; run pejl check first")
    return (case << (17 + _SECOND_BITS)) | ((day + DAY_OFFSET) << _SECOND_BITS) | second


class Line:
    """Some events as positions in order, searched within a case or within a course."""

    def __init__(self, ledger: Ledger, positions: Ints) -> None:
        self.ledger, self.positions = ledger, positions

    @cached_property
    def by_thread(self) -> Ints:
        return np.sort(self._threaded(self.ledger.thread[self.positions], self.positions))

    def _threaded(self, thread: Ints, position: Ints) -> Ints:
        return thread * (self.ledger.size + 1) + position

    def first(self, of: Ints, *, from_: Ints, scope: Scope) -> Ints:
        """For each event in ``of``: the first position >= ``from_`` in its scope, or NONE."""
        in_case = self._first_in_case(of, from_)
        if scope is Scope.CASE:
            return in_case
        own = self.first_in_thread(self.ledger.thread[of], from_)
        whole = self.first_in_thread(self.ledger.whole_case_thread[self.ledger.case[of]], from_)
        nearest = np.where((own == NONE) | ((whole != NONE) & (whole < own)), whole, own)
        return np.where(self.ledger.without_thread[of], in_case, nearest)

    def last(self, of: Ints, *, before: Ints, scope: Scope) -> Ints:
        """For each event in ``of``: the last position < ``before`` in its scope, or NONE."""
        in_case = self._last_in_case(of, before)
        if scope is Scope.CASE:
            return in_case
        own = self.last_in_thread(self.ledger.thread[of], before)
        whole = self.last_in_thread(self.ledger.whole_case_thread[self.ledger.case[of]], before)
        return np.where(self.ledger.without_thread[of], in_case, np.maximum(own, whole))

    def _first_in_case(self, of: Ints, from_: Ints) -> Ints:
        found = self._at(np.searchsorted(self.positions, from_))
        return np.where((found != NONE) & (found < self.ledger.same_case[1][of]), found, NONE)

    def _last_in_case(self, of: Ints, before: Ints) -> Ints:
        found = self._at(np.searchsorted(self.positions, before) - 1)
        return np.where(found >= self.ledger.same_case[0][of], found, NONE)

    def _at(self, index: Ints) -> Ints:
        if not self.positions.size:
            return np.full(index.shape, NONE, dtype=np.int64)
        inside = (index >= 0) & (index < self.positions.size)
        return np.where(inside, self.positions[np.clip(index, 0, self.positions.size - 1)], NONE)

    def first_in_thread(self, thread: Ints, from_: Ints) -> Ints:
        return self._in_thread(thread, np.searchsorted(self.by_thread, self._threaded(thread, from_)))

    def last_in_thread(self, thread: Ints, before: Ints) -> Ints:
        """For each thread number: the last position < ``before``, or NONE."""
        return self._in_thread(thread, np.searchsorted(self.by_thread, self._threaded(thread, before)) - 1)

    def _in_thread(self, thread: Ints, index: Ints) -> Ints:
        if not self.positions.size:
            return np.full(index.shape, NONE, dtype=np.int64)
        inside = (index >= 0) & (index < self.positions.size) & (thread != NONE)
        found = self.by_thread[np.clip(index, 0, self.positions.size - 1)]
        width = self.ledger.size + 1
        return np.where(inside & (found // width == thread), found % width, NONE)

    def pairs(self, of: Ints, *, from_: Ints, scope: Scope) -> tuple[Ints, Ints]:
        """Every (index into ``of``, position >= ``from_``) in scope, in order of both."""
        low = np.searchsorted(self.positions, from_)
        high = np.searchsorted(self.positions, self.ledger.same_case[1][of])
        index = np.repeat(np.arange(of.size), np.maximum(high - low, 0))
        position = self.positions[_spread(low, high)]
        keep = np.ones(index.shape, dtype=np.bool_)
        if scope is Scope.THREAD:
            start, ledger = of[index], self.ledger
            keep = (
                ledger.without_thread[start]
                | ledger.without_thread[position]
                | (ledger.thread[start] == ledger.thread[position])
            )
        return index[keep], position[keep]


def _spread(low: Ints, high: Ints) -> Ints:
    """The numbers low..high-1 of each pair, end to end."""
    lengths = np.maximum(high - low, 0)
    skipped = np.repeat(np.cumsum(lengths) - lengths, lengths)
    numbers: Ints = np.arange(int(lengths.sum())) - skipped + np.repeat(low, lengths)
    return numbers


# --- conditions: no, yes, or cannot be said ------------------------------------------------------------

FALSE, TRUE, MAYBE = 0, 1, 2
Verdicts = NDArray[np.int8]


def holds(ledger: Ledger, condition: Condition, positions: Ints) -> Verdicts:
    values = ledger.field(condition.field, positions)
    present = values.is_not_null().to_numpy()
    match condition:
        case FieldSet():
            return present.astype(np.int8)
        case FieldIn(values=wanted):
            fits = values.is_in([each for each in wanted if isinstance(each, bool) == (values.dtype == pl.Boolean)])
        case ParagraphIn(paragraphs=paragraphs):
            distinct = values.unique().drop_nulls().to_list()
            fits = values.is_in([v for v in distinct if any(lies_under(v, under=each) for each in paragraphs)])
        case _:
            assert_never(condition)
    return np.where(present, fits.fill_null(False).to_numpy(), MAYBE).astype(np.int8)


def all_of(verdicts: list[Verdicts]) -> Verdicts:
    stacked = np.stack(verdicts)
    surely = np.where((stacked == TRUE).all(axis=0), TRUE, MAYBE)
    return np.where((stacked == FALSE).any(axis=0), FALSE, surely).astype(np.int8)


def is_so(ledger: Ledger, asked: Running | Aged, starts: Ints) -> Verdicts:
    """Does what must be so on the day of each start hold?"""
    return _has_age(ledger, asked, starts) if isinstance(asked, Aged) else _is_running(ledger, asked, starts)


def _has_age(ledger: Ledger, aged: Aged, starts: Ints) -> Verdicts:
    day, born = ledger.day[starts], ledger.born[ledger.case[starts]]
    fits = day >= ledger.birthday(starts, years=aged.from_years)
    if aged.below is not None:
        fits &= day < ledger.birthday(starts, years=aged.below)
    return np.where(born == NEVER, MAYBE, fits).astype(np.int8)


def _is_running(ledger: Ledger, running: Running, starts: Ints) -> Verdicts:
    ends = ledger.lines(tuple(Match(kind) for kind in running.ended_by))
    surely = _lasting(ledger, ledger.lines(running.begun_by), ends, starts, running.scope)
    maybe = _lasting(ledger, ledger.lines(running.begun_by, sure=False), ends, starts, running.scope)
    unseen = np.zeros(starts.shape, dtype=np.bool_)
    for match_ in running.begun_by:
        unseen |= ledger.covered_from(match_.kind.key)[ledger.case[starts]] > ledger.day[starts]
    return np.where(surely, TRUE, np.where(maybe | unseen, MAYBE, FALSE)).astype(np.int8)


def _lasting(ledger: Ledger, begun: Line, ends: Line, starts: Ints, scope: Scope) -> Flags:
    """Is one of the courses on its way on the day of each start? Begun on or before, not ended before.

    Counted, not searched: those begun by the day less those ended before it, for the case or the course.
    """
    if not begun.positions.size:
        return np.zeros(starts.shape, dtype=np.bool_)
    over = ends.first(begun.positions, from_=ledger.same_day[0][begun.positions], scope=Scope.THREAD)
    last_day = np.where(over == NONE, NEVER, ledger.day[over])
    by_case = _Counted(ledger.case[begun.positions], ledger.day[begun.positions], last_day)
    in_case = by_case.on(ledger.case[starts], ledger.day[starts])
    if scope is Scope.CASE:
        return in_case > 0
    by_thread = _Counted(ledger.thread[begun.positions], ledger.day[begun.positions], last_day)
    own = by_thread.on(ledger.thread[starts], ledger.day[starts])
    whole = by_thread.on(ledger.whole_case_thread[ledger.case[starts]], ledger.day[starts])
    return np.where(ledger.without_thread[starts], in_case, own + whole) > 0


class _Counted:
    """Courses as (group, first day, last day): how many are on their way in a group on a day?"""

    def __init__(self, group: Ints, first: Ints, last: Ints) -> None:
        self.begun = np.sort(self._packed(group, first))
        self.ended = np.sort(self._packed(group[last != NEVER], last[last != NEVER]))

    @staticmethod
    def _packed(group: Ints, day: Ints) -> Ints:
        return (group << 18) | (day + DAY_OFFSET)

    def on(self, group: Ints, day: Ints) -> Ints:
        low = group << 18
        now = self._packed(group, day)
        begun = np.searchsorted(self.begun, now, side="right") - np.searchsorted(self.begun, low)
        ended = np.searchsorted(self.ended, now) - np.searchsorted(self.ended, low)
        return begun - ended


# --- order and time ------------------------------------------------------------------------------------


def first_not_before(line: Line, starts: Ints, *, scope: Scope, not_itself: bool = False) -> Ints:
    """The first event that is not surely before each start: an unknown hour of the same day counts."""
    ledger = line.ledger
    same_day = line.first(starts, from_=ledger.same_day[0][starts], scope=scope)
    hourless = (same_day != NONE) & (same_day < ledger.same_day[1][starts]) & ~ledger.known[same_day]
    from_ = np.where(ledger.known[starts] & ~hourless, ledger.tie[0][starts], ledger.same_day[0][starts])
    found = line.first(starts, from_=from_, scope=scope)
    if not_itself:
        again = line.first(starts, from_=found + 1, scope=scope)
        found = np.where((found == starts) & (found != NONE), again, found)
    return found


def last_not_after(line: Line, starts: Ints, *, scope: Scope) -> Ints:
    """The last event, other than the start, that is not surely after it."""
    ledger = line.ledger
    before = np.where(ledger.known[starts], ledger.tie[1][starts], ledger.same_day[1][starts])
    found = line.last(starts, before=before, scope=scope)
    return np.where(found == starts, line.last(starts, before=starts, scope=scope), found)


def surely_before(ledger: Ledger, one: Ints, other: Ints) -> Flags:
    """Elementwise; False where either is NONE."""
    days, other_days = ledger.day[one], ledger.day[other]
    hours = ledger.known[one] & ledger.known[other] & (ledger.at[one] < ledger.at[other])
    earlier: Flags = (days < other_days) | ((days == other_days) & hours)
    found: Flags = earlier & (one != NONE) & (other != NONE)
    return found


def span(ledger: Ledger, positions: Ints, *, hours: bool) -> tuple[Ints, Ints]:
    """The earliest and latest instant each event can have had; anything where the position is NONE."""
    days = ledger.day[positions]
    if not hours:
        end = end_of_day(days)
        return end, end
    twice, skipped = ledger.doubt
    known, at = ledger.known[positions], ledger.at[positions]
    earliest = np.where(known, at - HOUR * skipped[positions], start_of_day(days))
    return earliest, np.where(known, at + HOUR * twice[positions], end_of_day(days))


def instant(ledger: Ledger, positions: Ints) -> Ints:
    """The instant shown for an event: its hour, else the end of its day."""
    return np.where(ledger.known[positions], ledger.at[positions], end_of_day(ledger.day[positions]))
