"""What does the ledger know already from this source, and what of it has a person had a hand in?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl

from pejl.events import KILDE_DAEKKER, RETTELSE, struck
from pejl.importers.buckets import Buckets, Workshop
from pejl.importers.identity import LIST_DIGITS, ROW_DIGITS, SLOT_DIGITS, list_id
from pejl.importers.layout import Mapping
from pejl.importers.pull import Before
from pejl.ledger.frames import EVENT_SCHEMA

SLOT: Final = "\tslot"  # the place of an event: the beginning of its id, and the same for all its versions
STANDING: Final = "\tstanding"  # in force: no correction has taken it out
TOUCHED: Final = "\ttouched"  # a person has corrected what stands in this place
KNOWN_SCHEMA: Final = pl.Schema(dict(EVENT_SCHEMA) | {SLOT: pl.String(), STANDING: pl.Boolean(), TOUCHED: pl.Boolean()})
_ROWS_AT_A_TIME: Final = 50_000
_BOOKKEEPING: Final = (RETTELSE.key, KILDE_DAEKKER.key)


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger has from this source's lists, put aside by row, and what is said of it as a whole."""

    events: Buckets
    in_touched_cases: pl.DataFrame  # all that is in force in cases where a person has corrected the list
    before: Before


def known_from(ledger: pl.LazyFrame, mapping: Mapping, *, workshop: Workshop) -> Known:
    """Go through the ledger once, a piece at a time."""
    own = pl.col("source") == mapping.source
    gone, touched = _corrected(ledger, mapping)
    events = Buckets(workshop, "known", schema=KNOWN_SCHEMA, by=pl.col("event_id").str.head(ROW_DIGITS))
    lists = [list_id(mapping.source, each.name) for each in mapping.lists]
    from_lists = own & _happened() & pl.col("event_id").str.head(LIST_DIGITS).is_in(lists)
    for batch in ledger.filter(from_lists).collect_batches(chunk_size=_ROWS_AT_A_TIME):
        events.add(_placed(batch, gone=gone, touched=touched))
    return Known(
        events,
        _in_force_in_touched_cases(ledger, gone=gone, touched=touched),
        _before(ledger.filter(own)),
    )


def _before(own: pl.LazyFrame) -> Before:
    coverage = own.filter(pl.col("kind") == KILDE_DAEKKER.key)
    return Before(
        coverage.select("day", "f_slags", "f_trukket").collect(),
        own.select(pl.col("recorded_at").max()).collect().item(),
    )


def _happened() -> pl.Expr:
    return ~pl.col("kind").is_in(_BOOKKEEPING)


def _corrected(ledger: pl.LazyFrame, mapping: Mapping) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The events that are out of force, and the places where a person's correction is in force."""
    columns = ("recorded_at", "event_id", "case_id", "f_replaces", "source")
    corrections = ledger.filter(pl.col("kind") == RETTELSE.key).select(columns).collect()
    gone = pl.DataFrame(
        sorted(struck(row[:4] for row in corrections.iter_rows())),
        schema={"case_id": pl.String(), "event_id": pl.String()},
        orient="row",
    )
    by_people = corrections.filter(pl.col("source") != mapping.source).join(
        gone, on=["case_id", "event_id"], how="anti"
    )
    return gone, by_people.select(pl.col("f_replaces").str.head(SLOT_DIGITS).alias(SLOT), "case_id").unique()


def _placed(events: pl.DataFrame, *, gone: pl.DataFrame, touched: pl.DataFrame) -> pl.DataFrame:
    placed = events.with_columns(pl.col("event_id").str.head(SLOT_DIGITS).alias(SLOT))
    return placed.join(
        gone.with_columns(pl.lit(False).alias(STANDING)), on=["case_id", "event_id"], how="left"
    ).with_columns(
        pl.col(STANDING).fill_null(True),
        pl.col(SLOT).is_in(touched[SLOT].implode()).alias(TOUCHED),
    )


def _in_force_in_touched_cases(ledger: pl.LazyFrame, *, gone: pl.DataFrame, touched: pl.DataFrame) -> pl.DataFrame:
    cases = touched["case_id"].unique().implode()
    found = ledger.filter(_happened() & pl.col("case_id").is_in(cases)).collect()
    return found.join(gone, on=["case_id", "event_id"], how="anti")
