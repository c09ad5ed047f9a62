"""Which events does each usable row give, before anyone asks what the ledger knows already?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polars as pl

from pejl.events import RAADGIVER_TILDELT, TID_USIKKER
from pejl.importers.cells import AT, DAY, DOUBT, WRONG
from pejl.importers.identity import kind_digits
from pejl.importers.layout import EventSource, ListSource, Mapping, fields_of
from pejl.importers.rows import ROW_ID, event_kinds, value_column
from pejl.importers.sheet import ROW
from pejl.ledger.frames import EVENT_SCHEMA

_DOUBT_FIELD: Final = f"f_{TID_USIKKER.name}"
_OWN: Final = ("event_id", "case_id", "thread_id", "shared_id", "kind", "day", "at", "done_by")
_KIND: Final = "\tkind"
# True for a naming that the ledger knows from a row that is not in this pull.
KNOWN: Final = "\tknown"
# Who is named as adviser by which row, and when.
NAMING_SCHEMA: Final = pl.Schema(
    {name: EVENT_SCHEMA[name] for name in ("case_id", "day", "at", "done_by", _DOUBT_FIELD)}
    | {ROW_ID: pl.String(), ROW: pl.Int64(), KNOWN: pl.Boolean()}
)


def candidate_schema(mapping: Mapping) -> pl.Schema:
    """The columns of an event that this source can fill in, and the row it comes from."""
    columns = dict.fromkeys((*_OWN, _DOUBT_FIELD, *mapping.field_columns))
    return pl.Schema({name: EVENT_SCHEMA[name] for name in columns} | {ROW: pl.Int64()})


# --- events -------------------------------------------------------------------------------------------------


def candidates(rows: pl.DataFrame, source: ListSource, *, mapping: Mapping) -> Iterator[pl.DataFrame]:
    """The events of these rows; one frame for each event in the mapping."""
    schema = candidate_schema(mapping)
    for number, event in enumerate(source.events):
        given = _of_some_kind(rows, event).filter(pl.col(event.moment.day + DAY).is_not_null())
        values = _own_values(event, source) | _field_values(number, event)
        yield given.select(values.get(name, pl.lit(None)).cast(dtype).alias(name) for name, dtype in schema.items())


def unreadable(rows: pl.DataFrame, source: ListSource) -> pl.Series:
    """The ids of the events that these rows would give, if only their dates could be read."""
    found = (
        _of_some_kind(rows, event).filter(pl.col(event.moment.day + WRONG)).select(_id(event))
        for event in source.events
    )
    return pl.concat(found).to_series() if source.events else pl.Series([], dtype=pl.String())


def _of_some_kind(rows: pl.DataFrame, event: EventSource) -> pl.DataFrame:
    """The rows that give this event, with its kind in each."""
    return rows.with_columns(event_kinds(rows, event).alias(_KIND)).filter(pl.col(_KIND) != "")


def _own_values(event: EventSource, source: ListSource) -> dict[str, pl.Expr]:
    return {
        "event_id": _id(event),
        "case_id": pl.col(source.case),
        "thread_id": pl.lit("") if event.whole_case else _tied(source.thread, source.thread_key),
        "shared_id": _tied(source.name, source.shared) if source.shared else pl.lit(""),
        "kind": pl.col(_KIND),
        "day": pl.col(event.moment.day + DAY),
        "at": pl.col(event.moment.day + AT),
        "done_by": pl.col(event.done_by).fill_null("") if event.done_by else pl.lit(""),
        _DOUBT_FIELD: pl.col(event.moment.day + DOUBT),
        ROW: pl.col(ROW),
    }


def _id(event: EventSource) -> pl.Expr:
    digits = {kind: kind_digits(kind, ordinal) for kind, ordinal in event.ordinals.items()}
    return pl.col(ROW_ID) + pl.col(_KIND).replace_strict(digits, return_dtype=pl.String())


def _tied(prefix: str, column: str) -> pl.Expr:
    return (prefix + pl.lit(":") + pl.col(column)).fill_null("")


def _field_values(number: int, event: EventSource) -> dict[str, pl.Expr]:
    """The values of the fields, where the kind has such a field."""
    values: dict[str, pl.Expr] = {}
    for each in event.fields:
        kinds = [kind for kind in event.kind.kinds if each.target.name in fields_of(kind)]
        value = pl.col(value_column(number, each)) if each.column else pl.lit(each.constant)
        values[f"f_{each.target.name}"] = pl.when(pl.col(_KIND).is_in(kinds)).then(value)
    return values


# --- advisers -----------------------------------------------------------------------------------------------


def advisers_named(rows: pl.DataFrame, source: ListSource) -> pl.DataFrame:
    """Who these rows name as the adviser of their case, on the row's key date; blank names nobody."""
    key = source.key_moment.day
    return rows.filter(pl.col(source.adviser).is_not_null()).select(
        pl.col(source.case).alias("case_id"),
        pl.col(key + DAY).alias("day"),
        pl.col(key + AT).alias("at"),
        pl.col(source.adviser).alias("done_by"),
        pl.col(key + DOUBT).alias(_DOUBT_FIELD),
        ROW_ID,
        ROW,
        pl.lit(False).alias(KNOWN),
    )


def advisers_assigned(named: pl.DataFrame, *, mapping: Mapping) -> pl.DataFrame:
    """The events where a case's adviser is another than the one its newest earlier row named."""
    # In the order of Event.order: an unknown hour comes before the known hours of its day.
    in_order = named.sort("case_id", "day", "at", ROW_ID, nulls_last=False)
    before = pl.col("done_by").shift(1).over("case_id")
    changed = in_order.filter(before.ne_missing(pl.col("done_by")) & ~pl.col(KNOWN))
    return changed.select(_assigned(name).cast(dtype).alias(name) for name, dtype in candidate_schema(mapping).items())


def _assigned(column: str) -> pl.Expr:
    given = {
        "event_id": pl.col(ROW_ID) + kind_digits(RAADGIVER_TILDELT.key),
        "kind": pl.lit(RAADGIVER_TILDELT.key),
        "thread_id": pl.lit(""),  # an adviser is the adviser of the case as a whole
        "shared_id": pl.lit(""),
    }
    if column in given:
        return given[column]
    return pl.col(column) if column in (*NAMING_SCHEMA, ROW) else pl.lit(None)
