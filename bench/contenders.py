"""Who runs the race? Pejl's own engines, the baselines, and the floor that nobody who reads and sorts comes under."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

import polars as pl

from bench import baseline_duckdb, baseline_pandas
from bench.eight import EIGHT, Contender
from bench.many_rules import many_rules
from pejl.engine import columnar, plain
from pejl.ledger import deadline_frame, events_by_case, read_ledger
from pejl.rulebook import RULEBOOK
from pejl.rules import Rulebook
from pejl.tables import Deadline


def floor(parts: list[Path], folder: Path, *, as_of: datetime) -> int:
    """Every column of every part read, sorted once and written: no deadlines at all."""
    events = 0
    for part in parts:
        frame = pl.read_parquet(part, glob=False).sort("case_id", "day", "at", "event_id")
        frame.write_parquet(folder / part.name)
        events += frame.height
    return events


def floor_unwritten(parts: list[Path], folder: Path, *, as_of: datetime) -> int:
    """The floor without the writing, which is most of it: a ledger is much bigger than its deadlines."""
    return sum(pl.read_parquet(part, glob=False).sort("case_id", "day", "at", "event_id").height for part in parts)


def columnar_eight(parts: list[Path], folder: Path, *, as_of: datetime) -> int:
    """Pejl's columnar engine on the eight rules that everybody judges."""
    return _columnar(parts, folder, rulebook=EIGHT, as_of=as_of)


def columnar_all(parts: list[Path], folder: Path, *, as_of: datetime) -> int:
    """Pejl's columnar engine on the whole rulebook."""
    return _columnar(parts, folder, rulebook=RULEBOOK, as_of=as_of)


def columnar_many(parts: list[Path], folder: Path, *, as_of: datetime) -> int:
    """Pejl's columnar engine on more than three hundred rules."""
    return _columnar(parts, folder, rulebook=many_rules(), as_of=as_of)


def _columnar(parts: list[Path], folder: Path, *, rulebook: Rulebook, as_of: datetime) -> int:
    deadlines = 0
    for part in parts:
        # Only the columns the rules name: a ledger has many more, and most are empty.
        events = pl.read_parquet(part, columns=columnar.columns_used(rulebook), glob=False)
        frame = columnar.evaluate(events, rulebook=rulebook, as_of=as_of)
        frame.write_parquet(folder / part.name)
        deadlines += frame.height
    return deadlines


def plain_eight(parts: list[Path], folder: Path, *, as_of: datetime) -> int:
    """Pejl's readable engine, one case at a time."""
    return _plain(parts, folder, rulebook=EIGHT, as_of=as_of)


def plain_all(parts: list[Path], folder: Path, *, as_of: datetime) -> int:
    """The same on the whole rulebook."""
    return _plain(parts, folder, rulebook=RULEBOOK, as_of=as_of)


def _plain(parts: list[Path], folder: Path, *, rulebook: Rulebook, as_of: datetime) -> int:
    deadlines = 0
    for part in parts:
        judged = plain_deadlines(read_ledger(part), rulebook=rulebook, as_of=as_of)
        deadline_frame(judged, as_of=as_of).write_parquet(folder / part.name)
        deadlines += len(judged)
    return deadlines


def plain_deadlines(frame: pl.DataFrame, *, rulebook: Rulebook, as_of: datetime) -> list[Deadline]:
    """Each case by itself, with what the sources cover."""
    cases = events_by_case(frame)
    covers = [event for event in next(cases, []) if not event.case_id]
    return [
        deadline
        for events in events_by_case(frame.filter(pl.col("case_id") != ""))
        for deadline in plain.evaluate([*covers, *events], rulebook=rulebook, as_of=as_of)
    ]


CONTENDERS: Final[dict[str, Contender]] = {
    "floor": floor,
    "floor-unwritten": floor_unwritten,
    "columnar-eight": columnar_eight,
    "columnar-all": columnar_all,
    "columnar-many": columnar_many,
    "plain-eight": plain_eight,
    "plain-all": plain_all,
    "pandas-eight": baseline_pandas.run,
    "duckdb-eight": baseline_duckdb.run,
}
