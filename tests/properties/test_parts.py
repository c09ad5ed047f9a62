"""Do a ledger's cases, worked out in parts or only where something is new, give the very same rows as the whole?"""

from datetime import datetime, timedelta

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from pejl.engine import columnar, parts
from pejl.engine.parts import Asked
from pejl.events import Event
from pejl.ledger import frame_of
from pejl.rules import Rulebook
from tests.properties.generated import AS_OF, RECORDED, worlds

KNOWN = st.sampled_from((None, RECORDED + timedelta(days=1)))


def whole(frame: pl.DataFrame, asked: Asked) -> pl.DataFrame:
    return columnar.evaluate(frame, rulebook=asked.rulebook, as_of=asked.as_of, known_at=asked.known_at)


@settings(max_examples=40)
@given(world=worlds(), number=st.integers(1, 9), as_of=st.sampled_from(AS_OF), known=KNOWN)
def test_in_any_number_of_parts(
    world: tuple[Rulebook, list[Event]], number: int, as_of: datetime, known: datetime | None
) -> None:
    asked, frame = Asked(world[0], as_of, known), frame_of(world[1])
    in_parts = pl.concat(parts.evaluate_in_parts(frame, asked, parts=number))
    assert in_parts.equals(whole(frame, asked))


@settings(max_examples=40)
@given(world=worlds(), number=st.integers(1, 5), seed=st.integers(0, 99), as_of=st.sampled_from(AS_OF))
def test_cases_in_any_company(world: tuple[Rulebook, list[Event]], number: int, seed: int, as_of: datetime) -> None:
    asked, frame = Asked(world[0], as_of), frame_of(world[1])
    place = pl.col("case_id").hash(seed) % number
    companies = [frame.filter((place == each) | (pl.col("case_id") == "")) for each in range(number)]
    every = pl.concat(parts.evaluate(company, asked) for company in companies)
    assert every.sort("case_id", maintain_order=True).equals(whole(frame, asked))


@settings(max_examples=40)
@given(world=worlds(), share=st.floats(0, 1), as_of=st.sampled_from(AS_OF), known=KNOWN)
def test_only_where_something_is_new(
    world: tuple[Rulebook, list[Event]], share: float, as_of: datetime, known: datetime | None
) -> None:
    asked, frame = Asked(world[0], as_of, known), frame_of(world[1])
    before = round(share * frame.height)
    kept = whole(frame.head(before), asked)
    again = parts.renewed(kept, frame.lazy(), asked, new=frame.slice(before))
    assert again.equals(whole(frame, asked))


def test_what_a_source_covers_touches_every_case() -> None:
    new = pl.DataFrame({"case_id": ["b", "a", "b"]})
    touched = parts.touched(new)
    assert touched is not None
    assert touched.to_list() == ["a", "b"]
    assert parts.touched(pl.DataFrame({"case_id": ["a", ""]})) is None
