"""DuckDB: the eight rules in SQL, for those who would ask a database. The rules stand in ``eight_rules.sql``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import duckdb
import pandas as pd

from bench.daytable import day_table
from bench.eight import EIGHT
from pejl.dates import local_day
from pejl.events import struck

_SQL = Path(__file__).with_name("eight_rules.sql").read_text(encoding="utf-8")


def run(parts: list[Path], folder: Path, *, as_of: datetime) -> int:
    """All parts in one query; DuckDB itself decides what to keep in memory."""
    with duckdb.connect(config={"preserve_insertion_order": False}) as con:
        _prepare(con, parts, as_of=as_of)
        con.execute(_SQL)
        con.table("deadline").write_parquet(str(folder / "frister.parquet"))
        return con.table("judged").shape[0]


def _prepare(con: duckdb.DuckDBPyConnection, parts: list[Path], *, as_of: datetime) -> None:
    """What the SQL asks for: the ledger, the days, what corrections took out of force, the words of the rules."""
    con.read_parquet([str(part) for part in parts]).create_view("stored")
    con.execute("SET TimeZone = 'UTC'")
    con.execute('CREATE VIEW ledger AS SELECT * EXCLUDE ("at"), "at"::TIMESTAMP AS moment FROM stored')
    con.execute("SET VARIABLE as_of = ?::TIMESTAMP", [as_of.replace(tzinfo=None)])
    con.execute("SET VARIABLE today = ?::DATE", [local_day(as_of)])
    days = con.sql("SELECT DISTINCT day FROM ledger UNION SELECT f_behov_kendt FROM ledger").fetchall()
    con.register("limits", day_table(day for (day,) in days if day))
    con.execute("CREATE TABLE day_table AS SELECT * REPLACE (day::DATE AS day) FROM limits")
    corrections = con.sql(
        "SELECT recorded_at::TIMESTAMP, event_id, case_id, f_replaces FROM ledger WHERE kind = 'rettelse'"
    ).fetchall()
    con.register("gone", pd.DataFrame(list(struck(corrections)), columns=["case_id", "event_id"], dtype=str))
    words = [(number, r.key, r.version, str(r.falls_on), str(r.force)) for number, r in enumerate(EIGHT.rules, 1)]
    con.register("rule", pd.DataFrame(words, columns=["rule", "name", "rule_version", "falls_on", "force"]))
