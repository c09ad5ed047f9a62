"""What is an importer, and what does it hand back?

A file goes in; events and rejects come out. An importer never guesses and never stops half way: either the
whole file is refused with one sentence, or every row becomes events or a line in the list of rejects.
"""

from __future__ import annotations

from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol

import polars as pl

from pejl.importers.buckets import Workshop
from pejl.importers.layout import Mapping
from pejl.importers.refusal import ImportRefused as ImportRefused


class RejectKind(StrEnum):
    """What became of a row, or of a cell in it, that could not be used as it stands."""

    REJECTED = "afvist"  # the whole row is left out
    DOUBLE = "dobbelt"  # the row stands again, and is counted once
    CONFLICT = "konflikt"  # rows with the same key say different things: all of them are left out
    WARNING = "advarsel"  # the row is used, but look at this
    OMITTED = "udeladt"  # the mapping says that this is no row of the list, such as the total


# One line a row and problem, so that the list can be mended in the case system.
REJECT_SCHEMA: Final = pl.Schema(
    {
        "kind": pl.String(),
        "sheet": pl.String(),
        "row": pl.Int64(),  # as Excel numbers it; empty for a row that is no longer in the list
        "row_key": pl.String(),
        "column": pl.String(),
        "value": pl.String(),
        "reason": pl.String(),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCount:
    """What came of one list: rows, but for the last two."""

    sheet: str
    read: int
    doubles: int
    rejected: int
    conflicts: int
    omitted: int
    warnings: int
    events: int


@dataclass(frozen=True, kw_only=True)
class Imported:
    """What came of a file. Of a big file the table lies in the workshop's folder, which goes when this value does."""

    table: pl.LazyFrame  # the whole new ledger, with the columns of EVENT_SCHEMA
    new: int  # events appended by this import
    rejects: pl.DataFrame
    counts: tuple[ListCount, ...]
    # What the lists say of events that a person has corrected to something else: an event's place, and the row.
    overruled: pl.DataFrame
    workshop: Workshop = field(repr=False)

    @property
    def events(self) -> pl.DataFrame:
        """The whole new ledger in memory; for big files, write ``table`` instead."""
        return self.table.collect()


class ReadsFile(Protocol):
    """How every importer is called. The ledger is what is known already; None starts a new one."""

    def __call__(
        self,
        path: Path,
        *,
        mapping: Mapping,
        ledger: pl.DataFrame | pl.LazyFrame | None,
        recorded_at: datetime,
    ) -> Imported: ...


@dataclass(frozen=True, slots=True)
class Importer:
    """One kind of source that Pejl can read."""

    key: str
    label: str
    formats: Dictionary[str, str]  # how the file's name ends -> what people call it
    read: ReadsFile
