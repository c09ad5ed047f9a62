"""Do the two engines agree, row for row, on a hundred thousand invented cases?

The columnar engine judges them all at once. The readable one, which judges each case alone and would take the most of
a minute, judges every sixth of them, and besides every case with something in it that few cases have: a kind of event
or an outcome of a rule.
"""

from datetime import UTC, date, datetime
from itertools import chain

import polars as pl
import pytest

from pejl.engine import columnar, plain
from pejl.ledger import deadline_frame, events_by_case, events_of
from pejl.rulebook import RULEBOOK
from pejl.simulation import simulate
from tests.properties.test_engines_agree import assert_same

AS_OF = datetime(2026, 6, 30, 21, 59, 59, tzinfo=UTC)
LAST_DAY = date(2026, 6, 30)
# Ten years across the law's turn: 400,000 inhabitants give a little over 100,000 cases.
INHABITANTS, YEARS, AT_LEAST = 400_000, 10, 100_000
# What happens seldom is not simulated; test_engines_agree holds every rule of the book.
AT_LEAST_RULES = 50


# What no more cases than this have is compared in all of them; and of the rest one in so many.
FEW, ONE_IN = 300, 6


def to_compare(events: pl.DataFrame, deadlines: pl.DataFrame) -> pl.Series:
    """The cases that the readable engine judges too."""
    kinds = events.select("case_id", "kind").unique()
    outcomes = deadlines.select(
        "case_id", kind=pl.concat_str("rule", "rule_version", "status", "unknown_reason", separator=" ")
    ).unique()
    seldom = pl.concat([kinds, outcomes]).filter(pl.len().over("kind") <= FEW)
    some = events["case_id"].unique().sort().gather_every(ONE_IN)
    return pl.concat([some, seldom["case_id"]]).unique()


def readable(events: pl.DataFrame) -> pl.DataFrame:
    """Every deadline by the readable engine, one case at a time."""
    declared = events_of(events.filter(pl.col("case_id") == ""))
    cases = events_by_case(events.filter(pl.col("case_id") != ""))
    found = [plain.evaluate([*declared, *case], rulebook=RULEBOOK, as_of=AS_OF) for case in cases]
    return deadline_frame(chain.from_iterable(found), as_of=AS_OF)


@pytest.mark.slow
def test_on_a_hundred_thousand_cases() -> None:
    events = simulate(INHABITANTS, years=YEARS, seed=20260630, last_day=LAST_DAY).events
    assert events["case_id"].n_unique() >= AT_LEAST
    other = columnar.evaluate(events, rulebook=RULEBOOK, as_of=AS_OF)
    chosen = to_compare(events, other).implode()
    one = readable(events.filter((pl.col("case_id") == "") | pl.col("case_id").is_in(chosen)))
    same = other.filter(pl.col("case_id").is_in(chosen))
    assert_same(one.sort(one.columns, nulls_last=True), same.sort(same.columns, nulls_last=True))
    assert set(same.select("rule", "rule_version", "status").unique().iter_rows()) == set(
        other.select("rule", "rule_version", "status").unique().iter_rows()
    )
    assert other.select("rule", "rule_version").unique().height >= AT_LEAST_RULES
    assert other["status"].n_unique() == 7
