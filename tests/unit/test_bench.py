"""Do all contenders of the benchmark hand over the very same deadlines, is a difference seen, and is a budget told?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import polars as pl
import pytest

from bench import baseline_duckdb, baseline_pandas, ledgers, report, web
from bench.agreement import differences, fingerprint, written_in
from bench.contenders import columnar_eight, plain_eight
from bench.eight import AS_OF, EIGHT, Contender
from bench.many_rules import LEAST, many_rules
from bench.measurement import Measurement
from bench.sections import Row, Section
from bench.sizes import NATION, TINY
from bench.the_case import the_case
from pejl.engine import columnar, plain
from pejl.ledger import frame_of, write_ledger
from pejl.rulebook import RULEBOOK
from pejl.simulation import simulate
from pejl.tables import Unknown
from tests.properties.generated import AS_OF as CROWDED_AS_OF
from tests.properties.generated import crowded, kinds_named

# Seeds whose cases, taken together, cannot be judged for every reason that these rules have.
CROWDED_SEEDS = (1, 4)
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
    of_rhythms, of_birthdays = {Unknown.NEXT_MISSING, Unknown.TRANSITION}, {Unknown.BIRTH_MISSING, Unknown.DAY_PASSED}
    assert reasons == set(Unknown) - of_rhythms - of_birthdays


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


def test_the_case_has_25_events_that_begin_many_rules() -> None:
    events = the_case()
    assert sum(event.case_id != "" for event in events) == 25
    found = plain.evaluate(events, rulebook=RULEBOOK, as_of=AS_OF)
    assert len({(each.rule, each.rule_version) for each in found}) >= 30


def test_many_rules_are_more_than_the_english_ones_and_all_have_something_to_do(municipality: pl.DataFrame) -> None:
    book = many_rules()
    assert len(book.rules) >= LEAST
    assert len({rule.fingerprint for rule in book.rules}) == len(book.rules)
    found = set(columnar.evaluate(municipality, rulebook=book, as_of=AS_OF)["rule"])
    assert len(found) > len(book.by_key) / 2


def test_the_country_has_its_98_municipalities_and_a_large_one_stands_in_pieces() -> None:
    assert (len(NATION.districts), round(sum(NATION.districts), -3)) == (98, 6_000_000)
    assert list(NATION.districts) == sorted(NATION.districts, reverse=True)


def test_a_ledger_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.sizes.VAR", tmp_path)
    size = replace(TINY, municipalities=(1_500, 500), parts=2)
    said: list[str] = []
    for _ in range(2):
        ledgers.make(size, say=said.append)
    assert len(said) == len(size.parts_made) == 2
    assert size.holds["events"] == sum(pl.read_parquet(part).height for part in size.parts_made)
    ledgers.make(replace(size, municipalities=(1_500, 600)), say=said.append)
    assert len(said) == 4


def test_a_large_municipality_in_pieces_is_the_same(
    municipality: pl.DataFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledgers, "MOST_EVENTS", 3_000)
    pieces = list(ledgers._pieces(municipality))
    assert len(pieces) > 1
    cases = [set(piece["case_id"]) - {""} for piece in pieces]
    assert sum(map(len, cases)) == len(set.union(*cases))
    every = pl.concat(pieces)
    assert not every["event_id"].is_duplicated().any()
    found = [columnar.evaluate(each, rulebook=EIGHT, as_of=AS_OF) for each in (municipality, *pieces)]
    assert pl.concat(found[1:]).sort("case_id", maintain_order=True).equals(found[0])


# --- how the numbers of the web are told ------------------------------------------------------------------------


def took(*seconds: float, cpu: tuple[float, ...] = ()) -> Measurement:
    return Measurement(seconds=seconds, cpu=cpu, peak_mib=100)


def cells_of(row: Row) -> list[str]:
    """The cells of its line in the table."""
    (line,) = [each for each in report.as_markdown({}, [Section("", [row])]).splitlines() if each.startswith("| a |")]
    return [cell.strip() for cell in line.split("|")[1:-1]]


def test_a_budget_is_held_against_what_is_named() -> None:
    found = took(0.1, 0.2, 0.9, cpu=(0.08,))
    assert cells_of(Row(what="a", measurement=found, scale=1_000, unit="ms", budget=50))[-2] == "50 / 100 ms"
    judged = Row(what="a", measurement=found, scale=1_000, unit="ms", budget=50, judged=0.9)
    assert cells_of(judged)[-2] == "50 / 900 ms"
    limited = Row(what="a", measurement=found, limit=8, ratio=2.5, against="tom side")
    assert cells_of(limited)[-2:] == ["8 / 2,5 × tom side", "2,5 × tom side"]


def test_a_limit_to_the_memory_is_told_beside_what_was_used() -> None:
    assert cells_of(Row(what="a", measurement=took(1.0)))[4] == "100 MiB"
    assert cells_of(Row(what="a", measurement=took(1.0), most_mib=3_072))[4] == "100 af 3.072 MiB"


def test_what_other_processes_did_has_no_time_of_the_processor() -> None:
    assert cells_of(Row(what="a", measurement=took(1.0, 3.0)))[:4] == ["a", "1 s", "2 s", "–"]


def test_the_overview_may_take_an_empty_page_and_half_again_its_own_questions() -> None:
    bare = {"seconds": [0.2], "cpu": [0.1]}
    found = Measurement(seconds=(0.3,), cpu=(0.2,), peak_mib=100, facts={"bare": bare})
    row = Row(what="Overblik", measurement=found, scale=1_000, unit="ms")
    held = web._held(row, "overblik", took(0.1, cpu=(0.01,)))
    assert held.budget == pytest.approx(160)
    assert held.judged == 0.2


def test_a_page_that_asks_more_when_there_is_more_is_named() -> None:
    few: dict[str, int | None] = {"sager": 12, "sag": 17, "login": None}
    (fixed,) = web._questions_told(few, few)
    assert fixed.startswith("2 af 2 sider")
    assert "1 adresser" in fixed
    told, growing = web._questions_told(few, {**few, "sag": 19})
    assert told.startswith("1 af 2 sider")
    assert "højst 19 gange" in told
    assert growing == "Ikke lige mange: sag (17 og 19)."
