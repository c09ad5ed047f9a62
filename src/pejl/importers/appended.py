"""Where do the events go that an import appends, and how do they become rows of a ledger?"""

from __future__ import annotations

from typing import Final

import polars as pl

from pejl.importers.buckets import Workshop
from pejl.importers.pull import Pull
from pejl.ledger.frames import EVENT_SCHEMA, OWN_TEXTS

_ORDER: Final = ("case_id", "day", "at", "event_id")


class Appended:
    """The events that an import appends: in memory when they are few, else in files in the workshop.

    Columns that no event has are only filled in when the table is asked for; most of a ledger is empty cells.
    """

    def __init__(self, pull: Pull, *, workshop: Workshop) -> None:
        self._pull, self._workshop = pull, workshop
        self._parts: list[pl.LazyFrame] = []
        self.height = 0

    def add(self, events: pl.DataFrame) -> None:
        """Append events; columns they do not have are empty."""
        if events.is_empty():
            return
        self.height += events.height
        self._parts.append(self._whole(self._put(events), events.columns))

    def _put(self, events: pl.DataFrame) -> pl.LazyFrame:
        if self._workshop.buckets == 1:
            return events.lazy()
        file = self._workshop.folder / f"events-{len(self._parts)}.arrow"
        events.write_ipc(file)
        return pl.scan_ipc(file)

    def _whole(self, events: pl.LazyFrame, columns: list[str]) -> pl.LazyFrame:
        of_all = {"source": self._pull.mapping.source, "recorded_at": self._pull.recorded_at}
        return events.select(
            (pl.col(name) if name in columns else pl.lit(of_all.get(name, _empty(name)))).cast(dtype).alias(name)
            for name, dtype in EVENT_SCHEMA.items()
        )

    def after(self, ledger: pl.LazyFrame | None) -> pl.LazyFrame:
        """The ledger with the events after those it had; the same when there are none."""
        before = [] if ledger is None else [ledger]
        if self._workshop.buckets == 1 and self._parts:
            # Few enough to stand by case and day, which is how people look them up.
            return pl.concat([*before, pl.concat(self._parts).sort(*_ORDER, nulls_last=False).collect().lazy()])
        return pl.concat([*before, *self._parts] or [pl.LazyFrame(schema=EVENT_SCHEMA)])


def _empty(name: str) -> str | None:
    """What stands in a column of a ledger when there is nothing to say."""
    return "" if name in OWN_TEXTS else None
