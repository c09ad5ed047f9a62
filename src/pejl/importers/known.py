"""What does the ledger know already from this source, and what of it has a person had a hand in?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl

from pejl.events import KILDE_DAEKKER, RETTELSE, struck
from pejl.importers.buckets import Buckets, Workshop
from pejl.importers.candidates import candidate_schema
from pejl.importers.identity import LIST_DIGITS, ROW_DIGITS, SLOT_DIGITS, list_id
from pejl.importers.layout import Mapping
from pejl.importers.pull import BY_PERSON, COVERAGE_SCHEMA, IN_FORCE, Before
from pejl.importers.refusal import ImportRefused
from pejl.ledger.frames import EVENT_SCHEMA, FIELD_COLUMNS

SLOT: Final = "\tslot"  # the place of an event: the beginning of its id, and the same for all its versions
STANDING: Final = "\tstanding"  # in force: no correction has taken it out
TOUCHED: Final = "\ttouched"  # a person has corrected what stands in this place
MORE: Final = "\tmore"  # it says something in a column that the source cannot fill in any more
_ROWS_AT_A_TIME: Final = 100_000
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
    _refuse_forgotten_list(ledger.filter(own & _happened()), mapping, gone=gone)
    schema = known_schema(mapping)
    events = Buckets(workshop, "known", schema=schema, by=pl.col("event_id").str.head(ROW_DIGITS))
    lists = [list_id(mapping.source, each.name) for each in mapping.lists]
    from_lists = own & _happened() & pl.col("event_id").str.head(LIST_DIGITS).is_in(lists)
    of_events = [name for name in schema if name in EVENT_SCHEMA]
    more = pl.any_horizontal(pl.col(name).is_not_null() for name in FIELD_COLUMNS if name not in of_events)
    # Slices, and no more columns than are compared: a ledger is mostly empty cells, and they take up room too.
    for start in range(0, ledger.select(pl.len()).collect().item(), _ROWS_AT_A_TIME):
        rows = ledger.slice(start, _ROWS_AT_A_TIME).filter(from_lists).select(*of_events, more.alias(MORE))
        events.add(_placed(rows.collect(), gone=gone, touched=touched))
    return Known(
        events,
        _in_force_in_touched_cases(ledger, gone=gone, touched=touched),
        _before(ledger.filter(own), gone=gone, touched=touched),
    )


def known_schema(mapping: Mapping) -> pl.Schema:
    """The columns of a known event that can be compared with what the source says now, and where it stands."""
    names = [name for name in candidate_schema(mapping) if name in EVENT_SCHEMA]
    columns = {name: EVENT_SCHEMA[name] for name in ("recorded_at", *names)}
    flags = {name: pl.Boolean() for name in (MORE, STANDING, TOUCHED)}
    return pl.Schema({**columns, SLOT: pl.String(), **flags})


def _before(own: pl.LazyFrame, *, gone: pl.DataFrame, touched: pl.DataFrame) -> Before:
    declared = own.filter((pl.col("kind") == KILDE_DAEKKER.key) & (pl.col("case_id") == "")).collect()
    placed = _placed(declared, gone=gone, touched=touched)
    return Before(
        placed.rename({STANDING: IN_FORCE, TOUCHED: BY_PERSON}).select(COVERAGE_SCHEMA.names()),
        own.select(pl.col("recorded_at").max()).collect().item(),
    )


def _refuse_forgotten_list(own: pl.LazyFrame, mapping: Mapping, *, gone: pl.DataFrame) -> None:
    """Raise ``ImportRefused`` when something from the source is in force from a list that the mapping does not name.

    Under a new name all its rows would be taken for new, and those of the old name would never be heard of again.
    """
    named = [list_id(mapping.source, each.name) for each in mapping.lists]
    beginning = pl.col("event_id").str.head(LIST_DIGITS).alias(_LIST)
    from_a_list = pl.col("event_id").str.contains(_IMPORTED_ID) & ~beginning.is_in(named)
    stray = own.filter(from_a_list).select(beginning, "event_id", "case_id", "thread_id")
    standing = stray.join(gone.lazy(), on=["case_id", "event_id"], how="anti")
    found = standing.group_by(_LIST).agg(pl.col("thread_id").max()).sort(_LIST).collect()
    for digits, thread in found.iter_rows():
        name = thread.partition(":")[0]
        which = f"Listen »{name}«" if list_id(mapping.source, name) == digits else "En liste fra samme kilde"
        raise ImportRefused(
            f"{which} findes i hændelseslisten, men ikke i mappingen. Giv listen det samme navn som før i mappingen. "
            "Er det en anden fil, så giv dens mapping sin egen »kilde«."
        )


_LIST: Final = "\tlist"
_IMPORTED_ID: Final = f"^[0-9a-f]{{{SLOT_DIGITS}}}(-[0-9]+)?$"


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
