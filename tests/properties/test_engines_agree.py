"""Do the readable and the columnar engine give the very same deadlines?"""

from datetime import datetime, timedelta

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from pejl.engine import columnar, plain
from pejl.events import Event
from pejl.ledger import deadline_frame, frame_of
from pejl.rules import Rulebook
from tests.properties.generated import AS_OF, RECORDED, worlds


def both(
    events: list[Event], *, rulebook: Rulebook, as_of: datetime, known_at: datetime | None = None
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The two results, in the same row order."""
    readable = plain.evaluate(events, rulebook=rulebook, as_of=as_of, known_at=known_at)
    one = deadline_frame(readable, as_of=as_of)
    other = columnar.evaluate(frame_of(events), rulebook=rulebook, as_of=as_of, known_at=known_at)
    return one.sort(one.columns, nulls_last=True), other.sort(other.columns, nulls_last=True)


def assert_same(one: pl.DataFrame, other: pl.DataFrame) -> None:
    """Row for row and column for column; the first difference is shown."""
    if one.equals(other):
        return
    missing = one.join(other, on=one.columns, how="anti", nulls_equal=True)
    extra = other.join(one, on=one.columns, how="anti", nulls_equal=True)
    raise AssertionError(f"plain only: {missing.to_dicts()}\ncolumnar only: {extra.to_dicts()}")


@settings(max_examples=400)
@given(
    world=worlds(),
    as_of=st.sampled_from(AS_OF),
    known=st.sampled_from((None, RECORDED + timedelta(days=1))),
)
def test_on_generated_rulebooks(world: tuple[Rulebook, list[Event]], as_of: datetime, known: datetime | None) -> None:
    rulebook, events = world
    one, other = both(events, rulebook=rulebook, as_of=as_of, known_at=known)
    assert_same(one, other)
