"""Do the truths about deadlines hold that no example can show? On generated rulebooks and crowded ledgers."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from pejl.engine import columnar, plain
from pejl.events import RETTELSE, Event, effective
from pejl.ledger import frame_of
from pejl.rules import Rulebook
from pejl.tables import Deadline
from tests.properties.generated import AS_OF, RECORDED, crowded, worlds

World = tuple[Rulebook, list[Event]]
MOMENTS = st.sampled_from(AS_OF)


def rows(world: World, as_of: datetime) -> list[Deadline]:
    rulebook, events = world
    return plain.evaluate(events, rulebook=rulebook, as_of=as_of)


@settings(max_examples=60)
@given(world=worlds(), as_of=MOMENTS, rng=st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(world: World, as_of: datetime, rng) -> None:
    rulebook, events = world
    shuffled = list(events)
    rng.shuffle(shuffled)
    assert rows((rulebook, shuffled), as_of) == rows(world, as_of)
    one, other = (columnar.evaluate(frame_of(each), rulebook=rulebook, as_of=as_of) for each in (events, shuffled))
    assert one.equals(other)


@settings(max_examples=60)
@given(world=worlds(), as_of=MOMENTS)
def test_a_case_is_judged_alone(world: World, as_of: datetime) -> None:
    rulebook, events = world
    declared = [event for event in events if not event.case_id]
    alone: list[Deadline] = []
    for case_id in sorted({event.case_id for event in events} - {""}):
        own = [event for event in events if event.case_id == case_id]
        alone += rows((rulebook, [*declared, *own]), as_of)
    assert alone == rows(world, as_of)


@settings(max_examples=40)
@given(world=worlds(), as_of=MOMENTS, rng=st.randoms(use_true_random=False))
def test_a_ledger_may_be_split_by_case(world: World, as_of: datetime, rng: Random) -> None:
    """So that any ledger can be judged in parts, and only the touched cases again."""
    rulebook, events = world
    part = {case_id: rng.randrange(3) for case_id in sorted({event.case_id for event in events} - {""})}
    parts = [[event for event in events if part.get(event.case_id, number) == number] for number in range(3)]
    found = pl.concat(columnar.evaluate(frame_of(each), rulebook=rulebook, as_of=as_of) for each in parts)
    whole = columnar.evaluate(frame_of(events), rulebook=rulebook, as_of=as_of)
    assert found.sort("case_id", maintain_order=True).equals(whole)


@settings(max_examples=60)
@given(world=worlds(), as_of=MOMENTS)
def test_a_correction_equals_never_having_erred(world: World, as_of: datetime) -> None:
    """Evaluating what is left after corrections gives what evaluating with them gives."""
    rulebook, events = world
    clean = [event for event in effective(events) if event.kind != RETTELSE.key]
    assert rows((rulebook, clean), as_of) == rows(world, as_of)


@settings(max_examples=50)
@given(world=worlds(), as_of=MOMENTS, seed=st.integers(0, 2**32))
def test_errors_put_right_leave_no_trace(world: World, as_of: datetime, seed: int) -> None:
    """Wrong events that are corrected, and right ones whose correction is itself regretted: in both engines."""
    rulebook, events = world
    rng = Random(seed)  # noqa: S311 -- the same each time, not secret
    right = effective(events)
    errors = [replace(event, event_id=f"fejl {event.event_id}") for event in effective(crowded(seed, cases=6))]
    doubted = rng.sample(right, k=min(4, len(right)))
    corrections = [correction(event, days=5) for event in (*errors, *doubted)]
    regrets = [correction(event, days=6) for event in corrections[len(errors) :]]
    erred = [*right, *errors, *corrections, *regrets]
    rng.shuffle(erred)
    assert rows((rulebook, erred), as_of) == rows((rulebook, right), as_of)
    one, other = (columnar.evaluate(frame_of(each), rulebook=rulebook, as_of=as_of) for each in (erred, right))
    assert one.equals(other)


def correction(of: Event, *, days: int) -> Event:
    """Some days after it was written, or after it was first corrected."""
    fields = {"replaces": of.event_id, "reason": "forkert"}
    recorded_at = RECORDED + timedelta(days=days)
    return replace(of, event_id=f"ret {of.event_id}", kind=RETTELSE.key, recorded_at=recorded_at, fields=fields)


@settings(max_examples=60)
@given(world=worlds(), as_of=MOMENTS)
def test_what_was_not_known_then_is_not_used_then(world: World, as_of: datetime) -> None:
    rulebook, events = world
    known_at = RECORDED + timedelta(days=1)
    known = [event for event in events if event.recorded_at <= known_at]
    then = plain.evaluate(events, rulebook=rulebook, as_of=as_of, known_at=known_at)
    assert then == rows((rulebook, known), as_of)


@settings(max_examples=60)
@given(world=worlds(), as_of=MOMENTS)
def test_what_has_not_happened_yet_is_not_used(world: World, as_of: datetime) -> None:
    rulebook, events = world
    frame = frame_of(events)
    later = columnar.evaluate(frame, rulebook=rulebook, as_of=as_of)
    happened = frame.filter((pl.col("case_id") == "") | (pl.col("day") <= as_of.date()))
    assert later.equals(columnar.evaluate(happened, rulebook=rulebook, as_of=as_of))


@settings(max_examples=60)
@given(world=worlds(), as_of=MOMENTS, days=st.integers(1, 400))
def test_the_status_of_a_row_follows_time_by_itself(world: World, as_of: datetime, days: int) -> None:
    """With nothing new, a stored row asked about later says what a new evaluation then would say.

    Rows that only a later day brings (the next year of visits) are new rows, not changed ones.
    """
    rulebook, events = world
    later = as_of + timedelta(days=days)
    happened = [e for e in events if e.day < as_of.date()]
    before = rows((rulebook, happened), as_of)
    after = rows((rulebook, happened), later)
    assert set(before) <= set(after)
    assert {(row, row.status(later)) for row in before} <= {(row, row.status(later)) for row in after}


@settings(max_examples=60)
@given(world=worlds(), as_of=MOMENTS)
def test_a_row_is_met_late_or_in_time_and_never_both_stopped_and_late(world: World, as_of: datetime) -> None:
    for row in rows(world, as_of):
        status = row.status(as_of)
        assert (row.met_event != "") == (row.met_at is not None)
        if status == "met" and row.due_at:
            assert row.met_at
            assert row.met_at <= row.due_at
        if status == "late":
            assert row.met_at
            assert row.due_at
            assert row.met_at > row.due_at
        if status == "overdue":
            assert row.due_at
            assert row.due_at < as_of
            assert not row.met_at
        if status == "unknown":
            assert row.unknown_reason
