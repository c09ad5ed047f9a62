"""How do all tables of verdicts become one frame of deadlines, in the order of case and rulebook?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import numpy as np
import polars as pl

from pejl.engine.columnar.positions import (
    NEVER,
    NONE,
    Ints,
    Ledger,
    instant,
)
from pejl.engine.columnar.verdicts import (
    UNKNOWN_CODES,
    Table,
)
from pejl.tables import DEADLINE_COLUMNS, ColumnType, Status, Unknown


def in_order(ledger: Ledger, tables: list[Table], *, as_of: datetime) -> pl.DataFrame:
    """All tables as one frame, case by case and rule by rule in the order of the book.

    Put in order while everything is still integers: each text column is then gathered once.
    """
    if not tables:
        return pl.DataFrame(schema={name: _DTYPE[type_] for name, type_ in DEADLINE_COLUMNS.items()})
    course = np.concatenate([table.duties.course for table in tables])
    order = np.argsort(ledger.case[course], kind="stable")

    def ordered(part: Callable[[Table], Ints]) -> Ints:
        return np.concatenate([part(table) for table in tables])[order]

    rules = [table.duties.rule for table in tables]
    which = np.repeat(np.arange(len(tables)), [table.duties.start.size for table in tables])[order]
    met, stop = ordered(lambda table: table.met), ordered(lambda table: table.stop)
    source = ledger.frame
    columns = {
        "case_id": source["case_id"].gather(ledger.row[course[order]]),
        "thread_id": source["thread_id"].gather(ledger.row[course[order]]),
        "rule": pl.Series([rule.key for rule in rules]).gather(which),
        "rule_version": pl.Series([rule.version for rule in rules]).gather(which),
        "falls_on": pl.Series([str(rule.falls_on) for rule in rules]).gather(which),
        "starts_event": source["event_id"].gather(ledger.row[ordered(lambda table: table.duties.start)]),
        "starts_at": _instants(ordered(lambda table: table.duties.starts_at)),
        "warn_at": _instants(ordered(lambda table: table.duties.warn_at)),
        "due_at": _instants(ordered(lambda table: table.duties.due_at)),
        "met_event": _ids(ledger, met),
        "met_at": _instants(np.where(met == NONE, NEVER, ordered(lambda table: table.met_at))),
        "stopped_at": _instants(np.where(stop == NONE, NEVER, instant(ledger, stop))),
        "excused_reason": pl.concat([table.reason for table in tables]).gather(order).fill_null(""),
        "unknown_reason": pl.Series([str(code) for code in UNKNOWN_CODES]).gather(ordered(lambda table: table.unknown)),
        "force": pl.Series([str(rule.force) for rule in rules]).gather(which),
    }
    return pl.DataFrame(columns).with_columns(_status(as_of)).select(list(DEADLINE_COLUMNS))


_DTYPE: dict[ColumnType, Any] = {
    ColumnType.TEXT: pl.String,
    ColumnType.DAY: pl.Date,
    ColumnType.INSTANT: pl.Datetime("us", "UTC"),
    ColumnType.YESNO: pl.Boolean,
    ColumnType.NUMBER: pl.Int64,
}


def _ids(ledger: Ledger, positions: Ints) -> pl.Series:
    ids = ledger.frame["event_id"].gather(ledger.row[positions])
    return ids.set(pl.Series(positions == NONE), "")


def _instants(seconds: Ints) -> pl.Series:
    missing = pl.Series(seconds == NEVER)
    micros = pl.Series(np.where(seconds == NEVER, 0, seconds) * 1_000_000)
    return micros.set(missing, None).cast(pl.Datetime("us")).dt.replace_time_zone("UTC")


def _status(as_of: datetime) -> pl.Expr:
    """How each duty stands at the moment: the first that fits, in the order of the design."""
    met, due = pl.col("met_at").is_not_null(), pl.col("due_at")
    unsure_start = pl.col("unknown_reason") == str(Unknown.HOUR_OF_START)
    stopped = pl.col("stopped_at").is_not_null() & (due.is_null() | (pl.col("stopped_at") <= due))
    return (
        pl.when((pl.col("unknown_reason") != "") & ~unsure_start)
        .then(pl.lit(str(Status.UNKNOWN)))
        .when(met & due.is_not_null() & (pl.col("met_at") > due))
        .then(pl.lit(str(Status.LATE)))
        .when(met)
        .then(pl.lit(str(Status.MET)))
        .when(pl.col("excused_reason") != "")
        .then(pl.lit(str(Status.EXCUSED)))
        .when(stopped)
        .then(pl.lit(str(Status.CANCELLED)))
        .when(due.is_null())
        .then(pl.lit(str(Status.OPEN)))
        .when(due < as_of)
        .then(pl.lit(str(Status.OVERDUE)))
        .when(unsure_start & (pl.col("warn_at") < as_of))
        .then(pl.lit(str(Status.UNKNOWN)))
        .otherwise(pl.lit(str(Status.OPEN)))
        .alias("status")
    )
