"""Which event is this? An id that is the same each time the same list is pulled.

An imported event's id is 24 hexadecimal digits of hashes (SHA-256): 4 of the source and the list, 14 of the
row's key in it, 6 of the kind of event (and which of its kind in the row). So the beginning of an id tells
which list and which row an event came from, and one row's hash does for all its events. A later version of
the same event has -2, -3 … after it, and the correction of a version has -r.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from typing import Final

import polars as pl

LIST_DIGITS: Final = 4
ROW_DIGITS: Final = LIST_DIGITS + 14
SLOT_DIGITS: Final = ROW_DIGITS + 6
_BETWEEN: Final = "\x1f"  # the unit separator, which is in no text of a list


def list_id(source: str, name: str) -> str:
    """The beginning of the id of every event from this list."""
    return sha256(f"{source}{_BETWEEN}{name}".encode()).hexdigest()[:LIST_DIGITS]


def row_ids(keys: pl.Series, *, source: str, name: str) -> pl.Series:
    """The beginning of the ids of every event from each of these rows."""
    beginning = list_id(source, name)
    # The common beginning is taken in once, and each row only adds its key to a copy.
    start = sha256(f"{source}{_BETWEEN}{name}{_BETWEEN}".encode())
    found = []
    for key in keys:
        digest = start.copy()
        digest.update(key.encode())
        found.append(beginning + digest.hexdigest()[: ROW_DIGITS - LIST_DIGITS])
    return pl.Series(found, dtype=pl.String())


@cache
def kind_digits(kind: str, ordinal: int = 1) -> str:
    """The end of the id of every event of this kind; the second of its kind in a row has another."""
    text = kind if ordinal == 1 else f"{kind}{_BETWEEN}{ordinal}"
    return sha256(text.encode()).hexdigest()[: SLOT_DIGITS - ROW_DIGITS]


def coverage_id(source: str, kind: str, *, days: str) -> str:
    """The id of a source's statement that it delivers a kind of event on these days."""
    return sha256(_BETWEEN.join((source, kind, days)).encode()).hexdigest()[:SLOT_DIGITS]
