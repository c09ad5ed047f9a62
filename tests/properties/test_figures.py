"""Truths about every figure, on an invented municipality and on crowded little cases."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random

import pytest

from pejl.dates import end_of_day
from pejl.engine import plain
from pejl.events import Event, effective
from pejl.indicators import (
    INDICATORS,
    Indicator,
    Per,
    Read,
    Unit,
    Verdict,
    Whole,
    by_key,
    difference,
    latest,
    measured_all,
    read_case,
    rows,
)
from pejl.indicators.counting import Each
from pejl.ledger import events_by_case
from pejl.rulebook import RULEBOOK
from pejl.simulation import Simulated, simulate
from pejl.tables import Coverage, Series
from pejl.what_if import kinds_of

LAST_DAY = date(2026, 6, 30)
AS_OF = end_of_day(LAST_DAY)
LATE = datetime(2027, 1, 1, tzinfo=UTC)
MONTHS = latest(Per.MONTH, day=LAST_DAY, number=18)
GIVEN = {"fuldtid": {each.last: 4.5 for each in MONTHS}}
ADDS_UP = [each for each in INDICATORS if each.unit in (Unit.COUNT, Unit.SHARE)]


@cache
def municipality() -> Simulated:
    return simulate(5_000, years=2, seed=7, last_day=LAST_DAY)


@cache
def cases() -> tuple[tuple[Event, ...], ...]:
    """Each case with the declarations of coverage before it."""
    common, *own = events_by_case(municipality().events)
    return tuple((*common, *each) for each in own)


def read_of(events: tuple[Event, ...], *, known_at: datetime = LATE, as_of: datetime = AS_OF) -> Read:
    duties = plain.evaluate(events, rulebook=RULEBOOK, as_of=as_of, known_at=known_at)
    number = next(each.case_id for each in events if each.case_id)
    return read_case(
        events,
        duties,
        coverage=Coverage.declared_in(events),
        as_of=as_of,
        known_at=known_at,
        family=f"{sum(map(ord, number)) % 97}",
    )


@cache
def reads() -> tuple[Read, ...]:
    return tuple(read_of(each) for each in cases())


def partly(indicator: Indicator, events: tuple[Event, ...], whole: Read) -> Read:
    """The same case read only by what the indicator says that it is counted from."""
    deciding = (kinds_of(rule) for rule in RULEBOOK.rules if rule.key in indicator.rules)
    wanted = indicator.kinds_read.union(*deciding)
    return read_case(
        (each for each in effective(events) if each.kind in wanted),
        (duty for duty in whole.deadlines if duty.rule in indicator.rules),
        coverage=whole.coverage,
        as_of=AS_OF,
        family=whole.family,
        whole=Whole(whole.case_id, frozenset(e.source for e in whole.events if e.case_id), whole.first_day),
    )


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda each: each.key)
def test_a_case_read_only_by_the_kinds_an_indicator_names_tells_the_same(indicator: Indicator) -> None:
    for events, read in zip(cases(), reads(), strict=True):
        some = partly(indicator, events, read)
        assert rows(indicator, some, periods=MONTHS, as_of=AS_OF) == rows(indicator, read, periods=MONTHS, as_of=AS_OF)


def figures(of: tuple[Read, ...], *, known_at: datetime = LATE) -> dict[str, Series]:
    return measured_all(INDICATORS, of, periods=MONTHS, as_of=AS_OF, known_at=known_at, given=GIVEN)


@cache
def whole() -> dict[str, Series]:
    return figures(reads())


def test_something_is_counted() -> None:
    told = {key for key, series in whole().items() if any(each.counted for each in series.points)}
    assert len(told) > 40


def test_the_order_of_cases_and_of_rows_does_not_matter() -> None:
    shuffled = []
    for number, events in enumerate(cases()):
        mixed = list(events)
        Random(number).shuffle(mixed)  # noqa: S311 -- an order to try, not a secret
        shuffled.append(read_of(tuple(mixed)))
    assert figures(tuple(reversed(shuffled))) == whole()


@pytest.mark.parametrize("indicator", ADDS_UP, ids=lambda each: each.key)
def test_parts_added_up_are_the_whole(indicator: Indicator) -> None:
    halves = [_half(half)[indicator.key].points for half in (0, 1)]
    for one, other, both in zip(*halves, whole()[indicator.key].points, strict=True):
        assert _sum(one.counted, other.counted) == both.counted
        assert _sum(one.out_of, other.out_of) == both.out_of
        assert one.unknown + other.unknown == both.unknown


@cache
def _half(number: int) -> dict[str, Series]:
    return figures(reads()[number::2])


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None and other is None else (one or 0) + (other or 0)


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda each: each.key)
def test_a_figure_is_the_number_of_its_rows(indicator: Indicator) -> None:
    behind = [row for read in reads() for row in rows(indicator, read, periods=MONTHS, as_of=AS_OF)]
    by_period = defaultdict(list)
    for row in behind:
        by_period[row.period.first].append(row)
    for point in whole()[indicator.key].points:
        if point.group:
            continue
        found = by_period[point.first]
        yes = [row for row in found if row.verdict is Verdict.YES]
        distinct = {row.counted_as or (row.case_id, place) for place, row in enumerate(yes)}
        assert point.unknown == sum(row.verdict is Verdict.UNKNOWN for row in found)
        assert (point.counted or 0) == len(distinct)
        if point.out_of is not None:
            assert point.out_of == sum(row.verdict is not Verdict.UNKNOWN for row in found)
            assert 0 <= (point.counted or 0) <= point.out_of


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda each: each.key)
def test_groups_are_known_and_never_more_than_the_whole(indicator: Indicator) -> None:
    points = whole()[indicator.key].points
    for first in {point.first for point in points}:
        total, *groups = (point for point in points if point.first == first)
        assert [point.group for point in groups] == [group.key for group in indicator.groups]
        if total.counted is not None and groups:
            limit = total.out_of if indicator.unit is Unit.SHARE else total.counted
            assert sum(point.counted or 0 for point in groups) == limit


def test_a_known_moment_always_gives_the_same_however_much_comes_later() -> None:
    then = end_of_day(LAST_DAY - timedelta(days=60))
    with_all = figures(tuple(read_of(each, known_at=then) for each in cases()), known_at=then)
    known = tuple(tuple(e for e in each if e.recorded_at <= then) for each in cases())
    without = figures(
        tuple(read_of(each, known_at=then) for each in known if any(e.case_id for e in each)), known_at=then
    )
    assert with_all == without
    changed = [key for key in with_all if with_all[key].points != whole()[key].points]
    assert changed
    for key in changed:
        assert difference(by_key(key), with_all[key], whole()[key])


def test_what_has_not_come_yet_is_never_zero() -> None:
    ahead = latest(Per.MONTH, day=date(2026, 9, 30), number=3)
    found = measured_all(INDICATORS, reads(), periods=ahead, as_of=AS_OF, known_at=LATE, given=GIVEN)
    assert {each.counted for series in found.values() for each in series.points} == {None}


def test_without_a_source_that_tells_nothing_is_counted() -> None:
    blind = tuple(replace(each, coverage=Coverage()) for each in reads())
    for series in figures(blind).values():
        assert {each.counted for each in series.points} == {None}


# --- against what is true in the municipality -----------------------------------------------------------------

# Facts the inventor states (kept, broken), and the rule they are about.
_TRUTH = {
    "underretning.vurderes": ("vurdering_til_tiden", "vurdering_for_sent"),
    "lokal.partshoering_indkaldes": ("partshoering_til_tiden", "partshoering_for_sent"),
    "undersoegelse.afsluttes": ("undersoegelse_inden_4_mdr", "undersoegelse_over_4_mdr"),
    "opfoelgning.foerste": ("opfoelgning_til_tiden", "opfoelgning_for_sent"),
    "opfoelgning.naeste": ("naeste_opfoelgning_til_tiden", "naeste_opfoelgning_for_sent"),
}
_OF_RULE = {
    "underretning.vurderes": "underretninger.vurderet_24_timer",
    "lokal.partshoering_indkaldes": "underretninger.partshoering_indkaldt",
    "undersoegelse.afsluttes": "frister.undersoegelse",
    "opfoelgning.foerste": "opfoelgning.foerste",
    "opfoelgning.naeste": "opfoelgning.naeste",
}


@pytest.mark.parametrize("rule", _TRUTH)
def test_it_agrees_with_what_is_true_in_the_municipality(rule: str) -> None:
    """Every fact whose last day lies in one of the months is a row of that day with that answer."""
    found = {}
    for read in reads():
        for row in rows(by_key(_OF_RULE[rule]), read, periods=MONTHS, as_of=AS_OF):
            if row.rule == rule:
                found[row.case_id, row.event_id, row.day.isoformat()] = row.verdict
    stated = [
        (fact, verdict)
        for verdict, what in zip((Verdict.YES, Verdict.NO), _TRUTH[rule], strict=True)
        for fact in _facts(what)
        if MONTHS[0].first.isoformat() <= fact[-1] <= LAST_DAY.isoformat()
    ]
    assert len(stated) > 10
    assert [(fact, verdict) for fact, verdict in stated if found.get(fact) is not verdict] == []


def _facts(what: str) -> list[tuple[str, str, str]]:
    of_it = municipality().truth.filter(municipality().truth["what"] == what)
    return of_it.select("case_id", "event_id", "detail").rows()


def test_each_that_shares_a_count_is_tried() -> None:
    assert {Each.CHILD, Each.FAMILY} <= {getattr(getattr(i.counts, "what", i.counts), "each", None) for i in INDICATORS}
