"""Do the two engines agree, row for row, on a hundred thousand invented cases?"""

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
    one = readable(events)
    assert_same(one.sort(one.columns, nulls_last=True), other.sort(other.columns, nulls_last=True))
    judged = {(rule.key, rule.version) for rule in RULEBOOK.rules}
    assert set(other.select("rule", "rule_version").unique().iter_rows()) == judged
    assert other["status"].n_unique() == 7
