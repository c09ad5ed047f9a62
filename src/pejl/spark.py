"""How is a ledger worked out on several machines at once? The same columnar engine, on Spark, some cases at a time.

Spark reads the Parquet files, brings the events of each case together, and hands them to the engine as Arrow tables;
what comes back are the very same rows. Needs ``pip install 'pejl[spark]'`` and Java 17; nothing else in Pejl does.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from pejl.engine import columnar
from pejl.engine.parts import Asked, evaluate
from pejl.ledger import DEADLINE_SCHEMA, EVENT_SCHEMA
from pejl.rulebook import RULEBOOK

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

# About so many events are in the memory of each worker at a time.
EVENTS_AT_A_TIME = 250_000


def evaluate_on_spark(
    spark: SparkSession, ledger: Path | str, *, as_of: datetime, known_at: datetime | None = None
) -> DataFrame:
    """Every deadline of a checked ledger (a file or a folder of Parquet), by the rulebook, in no order."""
    columns = columnar.columns_used(RULEBOOK)
    # Other files may lie beside the parts.
    events = spark.read.option("pathGlobFilter", "*.parquet").parquet(str(ledger)).select(*columns)
    cases = events.where("case_id != ''")
    # What the sources cover speaks to every case, so every worker gets it.
    common = _frame(events.where("case_id = ''").toArrow())
    parts = max(spark.sparkContext.defaultParallelism, -(-cases.count() // EVENTS_AT_A_TIME))

    def judged(batches: Iterator[Any]) -> Iterator[Any]:
        """One partition: all events of its cases in, their deadlines out."""
        import pyarrow

        held = list(batches)
        table = pyarrow.Table.from_batches(held) if held else _arrow(EVENT_SCHEMA, only=columns).empty_table()
        found = evaluate(pl.concat([common, _frame(table)]), Asked(RULEBOOK, as_of, known_at))
        yield from found.to_arrow().cast(_arrow(DEADLINE_SCHEMA)).to_batches()

    return cases.repartition(parts, "case_id").mapInArrow(judged, _spark_schema())


def _frame(table: Any) -> pl.DataFrame:
    """An Arrow table of events as the ledger has them."""
    frame = pl.from_arrow(table)
    if not isinstance(frame, pl.DataFrame):
        raise TypeError(f"cannot work on {type(frame).__name__}; hand over a table")
    return frame.cast({name: EVENT_SCHEMA[name] for name in frame.columns})


def _arrow(schema: pl.Schema, *, only: list[str] | None = None) -> Any:
    import pyarrow

    types = {
        pl.String(): pyarrow.string(),
        pl.Date(): pyarrow.date32(),
        pl.Boolean(): pyarrow.bool_(),
        pl.Int64(): pyarrow.int64(),
    }
    return pyarrow.schema(
        [(name, types.get(schema[name], pyarrow.timestamp("us", tz="UTC"))) for name in only or schema.names()]
    )


def _spark_schema() -> str:
    types = {pl.String(): "string", pl.Date(): "date", pl.Boolean(): "boolean", pl.Int64(): "bigint"}
    return ", ".join(f"{name} {types.get(dtype, 'timestamp')}" for name, dtype in DEADLINE_SCHEMA.items())
