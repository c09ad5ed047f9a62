"""Which columns has a ledger as a Polars frame, and how do events become rows and rows events?

Empty text is ``""`` in the event's own columns and null in the ``f_`` columns, so that "not filled in" has
one form in each. Coming back, an event has only the fields that are filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import groupby
from operator import attrgetter
from typing import Final

import polars as pl

from pejl.events import FIELD_BY_NAME, NO_FIELDS, Event, FieldValue
from pejl.tables import DEADLINE_COLUMNS, EVENT_COLUMNS, ColumnType, Deadline

INSTANT: Final = pl.Datetime("us", "UTC")
POLARS_TYPE: Final[Mapping[ColumnType, pl.DataType]] = {
    ColumnType.TEXT: pl.String(),
    ColumnType.DAY: pl.Date(),
    ColumnType.INSTANT: INSTANT,
    ColumnType.YESNO: pl.Boolean(),
    ColumnType.NUMBER: pl.Int64(),
}
EVENT_SCHEMA: Final = pl.Schema({name: POLARS_TYPE[each] for name, each in EVENT_COLUMNS.items()})
DEADLINE_SCHEMA: Final = pl.Schema({name: POLARS_TYPE[each] for name, each in DEADLINE_COLUMNS.items()})

OWN_COLUMNS: Final = tuple(name for name in EVENT_COLUMNS if not name.startswith("f_"))
OWN_TEXTS: Final = tuple(name for name in OWN_COLUMNS if EVENT_COLUMNS[name] is ColumnType.TEXT)
FIELD_COLUMNS: Final = tuple(name for name in EVENT_COLUMNS if name.startswith("f_"))

# Rows turned into events at a time: enough to be fast, little enough to keep memory flat.
_ROWS_AT_A_TIME: Final = 50_000


# --- events to rows and back --------------------------------------------------------------------------------


def frame_of(events: Iterable[Event]) -> pl.DataFrame:
    """The events as rows, in the order given."""
    rows = list(events)
    used = frozenset[str]().union(*(event.fields for event in rows))
    if strangers := sorted(used - FIELD_BY_NAME.keys()):
        raise ValueError(f"cannot put the fields {strangers} in a ledger; add them to events.KINDS instead")
    own = {name: [getattr(event, name) for event in rows] for name in OWN_COLUMNS}
    typed = {f"f_{name}": [_filled_in(event, name) for event in rows] for name in used}
    columns = own | typed
    return pl.DataFrame(
        [
            pl.Series(name, columns[name], dtype=dtype) if name in columns else _empty(name, len(rows))
            for name, dtype in EVENT_SCHEMA.items()
        ]
    )


def _filled_in(event: Event, name: str) -> FieldValue | None:
    value = event.fields.get(name)
    return None if value == "" else value


def _empty(name: str, length: int) -> pl.Series:
    return pl.Series(name, [None], dtype=EVENT_SCHEMA[name]).new_from_index(0, length)


def events_of(frame: pl.DataFrame) -> list[Event]:
    """The rows as events, in the order of the rows."""
    return list(_events(frame))


def events_by_case(frame: pl.DataFrame) -> Iterator[list[Event]]:
    """The events of one case at a time, in the order of the case numbers; events without a case come first.

    Events without a case declare what the sources cover: pass them along with those of each case.
    """
    for _, events in groupby(_events(frame.sort("case_id", maintain_order=True)), key=attrgetter("case_id")):
        yield list(events)


def _events(frame: pl.DataFrame) -> Iterator[Event]:
    for rows in frame.iter_slices(_ROWS_AT_A_TIME):
        own = [_values(rows[name]) for name in OWN_COLUMNS]
        for values, filled_in in zip(zip(*own, strict=True), _field_dicts(rows), strict=True):
            yield Event(**dict(zip(OWN_COLUMNS, values, strict=True)), fields=filled_in)


def _field_dicts(rows: pl.DataFrame) -> list[Mapping[str, FieldValue]]:
    found: list[dict[str, FieldValue]] = [{} for _ in range(rows.height)]
    for column in FIELD_COLUMNS:
        name, filled_in = column.removeprefix("f_"), rows[column].is_not_null()
        for row, value in zip(filled_in.arg_true(), _values(rows[column].filter(filled_in)), strict=True):
            found[row][name] = value
    return [each or NO_FIELDS for each in found]


def _values(column: pl.Series) -> list[FieldValue | datetime | None]:
    if column.dtype != INSTANT:
        return column.to_list()
    # Polars gives instants a ZoneInfo("UTC"); the rest of Pejl has datetime.UTC, which is also much faster.
    naive = column.dt.replace_time_zone(None).to_list()
    return [at if at is None else at.replace(tzinfo=UTC) for at in naive]


# --- deadlines ----------------------------------------------------------------------------------------------


_DEADLINE_FIELDS: Final = Deadline._fields


def deadline_frame(deadlines: Iterable[Deadline], *, as_of: datetime) -> pl.DataFrame:
    """The deadlines as rows, in the order given, each with its status at this moment."""
    rows = list(deadlines)
    columns = {name: [_plain(getattr(row, name)) for row in rows] for name in _DEADLINE_FIELDS}
    columns["status"] = [row.status(as_of).value for row in rows]
    return pl.DataFrame(columns, schema=DEADLINE_SCHEMA)


def _plain(value: object) -> object:
    # Enums of text become the text itself, so that every cell of a column is of one type.
    return str(value) if isinstance(value, str) else value
