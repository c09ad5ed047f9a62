"""Do all contenders of the benchmark hand over the very same deadlines, and is a difference seen?"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import polars as pl
import pytest

from bench import baseline_duckdb, baseline_pandas
from bench.agreement import differences, fingerprint, written_in
from bench.contenders import columnar_eight, plain_eight
from bench.eight import AS_OF, EIGHT, Contender
from bench.the_case import the_case
from pejl.engine import columnar, plain
from pejl.ledger import frame_of, write_ledger
from pejl.rulebook import RULEBOOK
from pejl.simulation import simulate
from pejl.tables import Unknown
from tests.properties.generated import AS_OF as CROWDED_AS_OF
from tests.properties.generated import crowded, kinds_named

# Seeds whose cases, taken together, cannot be judged for every reason that these rules have.
CROWDED_SEEDS = (16, 36)
OTHERS = [plain_eight, baseline_pandas.run, baseline_duckdb.run]


def written(contender: Contender, ledger: pl.DataFrame, folder: Path, *, as_of: datetime) -> pl.LazyFrame:
    """What a contender writes about a ledger in two parts."""
    parts, out = [folder / "1.parquet", folder / "2.parquet"], folder / contender.__module__ / str(id(contender))
    out.mkdir(parents=True)
    for number, part in enumerate(parts):
        own = (pl.col("case_id").hash() % 2 == number) | (pl.col("case_id") == "")
        write_ledger(ledger.filter(own), part)
    count = contender(parts, out, as_of=as_of)
    rows = written_in(out)
    assert count == rows.select(pl.len()).collect().item()
    return rows


@pytest.fixture(scope="module")
def municipality() -> pl.DataFrame:
    return simulate(2_000, years=4, seed=7, last_day=AS_OF.date()).events


@pytest.mark.parametrize("contender", OTHERS)
def test_all_agree_on_an_invented_municipality(
    contender: Contender, municipality: pl.DataFrame, tmp_path: Path
) -> None:
    ours = written(columnar_eight, municipality, tmp_path, as_of=AS_OF)
    theirs = written(contender, municipality, tmp_path, as_of=AS_OF)
    assert differences(ours, theirs) == []
    assert set(ours.collect()["rule"]) == set(EIGHT.by_key)


def crowded_ledger(seed: int) -> pl.DataFrame:
    return frame_of(crowded(seed, cases=600, kinds=kinds_named(EIGHT)))


@pytest.mark.parametrize("contender", OTHERS)
@pytest.mark.parametrize(("seed", "as_of"), [*zip(CROWDED_SEEDS, CROWDED_AS_OF[1:], strict=True)])
def test_all_agree_on_crowded_cases(contender: Contender, seed: int, as_of: datetime, tmp_path: Path) -> None:
    ledger = crowded_ledger(seed)
    ours = written(columnar_eight, ledger, tmp_path, as_of=as_of)
    assert differences(ours, written(contender, ledger, tmp_path, as_of=as_of)) == []


def test_the_crowded_cases_have_all_the_fine_points() -> None:
    found = [columnar.evaluate(crowded_ledger(seed), rulebook=EIGHT, as_of=AS_OF) for seed in CROWDED_SEEDS]
    reasons = set(pl.concat(found)["unknown_reason"])
    assert reasons == set(Unknown) - {Unknown.NEXT_MISSING, Unknown.TRANSITION}  # these belong to rhythms


def changed(rows: pl.LazyFrame) -> Iterator[pl.LazyFrame]:
    yield rows.slice(1)
    yield pl.concat([rows, rows.head(1)])
    yield rows.with_columns(pl.lit("met").alias("status"))
    yield rows.with_columns(pl.col("due_at") + pl.duration(seconds=1))


def test_a_difference_is_seen(municipality: pl.DataFrame, tmp_path: Path) -> None:
    rows = written(columnar_eight, municipality, tmp_path, as_of=AS_OF)
    assert fingerprint(rows) == fingerprint(rows.reverse())
    for other in changed(rows):
        assert fingerprint(rows) != fingerprint(other)
        assert differences(rows, other)


def test_the_case_has_25_events_that_begin_most_rules() -> None:
    events = the_case()
    assert sum(event.case_id != "" for event in events) == 25
    found = plain.evaluate(events, rulebook=RULEBOOK, as_of=AS_OF)
    assert len({(each.rule, each.rule_version) for each in found}) > len(RULEBOOK.rules) / 2
