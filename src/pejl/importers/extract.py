"""How does a pull from a case system become events? The whole way from file to ledger, a bucket of rows at a time.

Rows with the same key meet in one bucket, and those who name a case's adviser in another (``buckets``), so
memory holds one bucket however long the list is; a small list is a single one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import polars as pl

from pejl.events import RAADGIVER_TILDELT
from pejl.importers.buckets import Buckets, Workshop
from pejl.importers.candidates import (
    KNOWN,
    NAMING_SCHEMA,
    advisers_assigned,
    advisers_named,
    candidate_schema,
    candidates,
)
from pejl.importers.identity import LIST_DIGITS, ROW_DIGITS, list_id
from pejl.importers.importer import Imported, ListCount
from pejl.importers.known import SLOT, STANDING, Known, known_from
from pejl.importers.layout import ListSource, Mapping
from pejl.importers.merging import (
    SEEN_SCHEMA,
    compared,
    missing_lines,
    overruled_lines,
    seen,
    still_different,
)
from pejl.importers.pull import NOTHING_BEFORE, Pull, coverage, refuse_older
from pejl.importers.reading import form_of
from pejl.importers.rejects import count, in_order
from pejl.importers.rows import ROW_ID, identified, judged, row_schema
from pejl.importers.sheet import ROW, Batches
from pejl.ledger.frames import EVENT_SCHEMA, OWN_TEXTS

ROWS_A_BUCKET: Final = 150_000
_ONE_DAY: Final = timedelta(days=1)


def import_extract(
    path: Path, *, mapping: Mapping, ledger: pl.DataFrame | pl.LazyFrame | None, recorded_at: datetime
) -> Imported:
    """The ledger with what a file adds to it; raises ``ImportRefused`` when the file cannot be used at all."""
    if recorded_at.tzinfo is None:
        raise ValueError(f"cannot register at {recorded_at!r}, which has no time zone; give it one instead")
    form = form_of(path, mapping)
    workshop = Workshop(buckets=1 + form.most_rows(path) // ROWS_A_BUCKET)
    before = None if ledger is None else ledger.lazy()
    known = None if before is None else known_from(before, mapping, workshop=workshop)
    work = _Import(Pull(mapping, recorded_at), known, workshop=workshop)
    return work.finished(form.batches(path, mapping), before=before)


class _Import:
    """One import on its way through the buckets."""

    def __init__(self, pull: Pull, known: Known | None, *, workshop: Workshop) -> None:
        self._pull, self._mapping, self._known, self._workshop = pull, pull.mapping, known, workshop
        self._rejects: defaultdict[str, list[pl.DataFrame]] = defaultdict(list)
        self._read, self._given = Counter[str](), Counter[str]()
        of_row = pl.col("event_id").str.head(ROW_DIGITS)
        self._found = Buckets(workshop, "found", schema=candidate_schema(self._mapping), by=of_row)
        self._named = Buckets(workshop, "named", schema=NAMING_SCHEMA, by=pl.col("case_id"))
        self._seen = Buckets(workshop, "seen", schema=SEEN_SCHEMA, by=pl.col(ROW_ID))
        self._rows = {
            each.name: Buckets(workshop, f"rows-{number}", schema=row_schema(each), by=pl.col(ROW_ID))
            for number, each in enumerate(self._mapping.lists)
        }

    def finished(self, batches: Batches, *, before: pl.LazyFrame | None) -> Imported:
        """The whole way; each step needs all buckets of the one before."""
        self._put_aside(batches)
        for number in self._workshop.numbers:
            self._judge(number)
        for number in self._workshop.numbers:
            self._found.add(advisers_assigned(self._named[number], mapping=self._mapping))
        appended = _Appended(self._pull, workshop=self._workshop)
        for number in self._workshop.numbers:
            appended.add(self._new(number), name=f"events-{number}")
        earlier = self._known.before if self._known else NOTHING_BEFORE
        if appended.height:
            refuse_older(self._pull, before=earlier)
        appended.add(coverage(self._pull, before=earlier, anything_new=appended.height > 0), name="coverage")
        rejects = {each.name: in_order(self._rejects[each.name]) for each in self._mapping.lists}
        return Imported(
            table=appended.after(before),
            new=appended.height,
            rejects=pl.concat(rejects.values()),
            counts=tuple(self._count(each, rejects[each.name]) for each in self._mapping.lists),
            workshop=self._workshop,
        )

    def _count(self, source: ListSource, rejects: pl.DataFrame) -> ListCount:
        events = self._given[list_id(self._mapping.source, source.name)]
        return count(rejects, source=source, read=self._read[source.name], events=events)

    # --- rows -----------------------------------------------------------------------------------------------

    def _put_aside(self, batches: Batches) -> None:
        for source, batch in batches:
            rows = batch.filter(pl.any_horizontal(pl.col(source.columns).is_not_null()))
            self._read[source.name] += rows.height
            admitted = identified(rows, source, mapping=self._mapping)
            self._rejects[source.name].append(admitted.rejects)
            self._rows[source.name].add(admitted.usable)

    def _judge(self, number: int) -> None:
        for source in self._mapping.lists:
            rows = self._rows[source.name][number].sort(ROW_ID, ROW)
            verdict = judged(rows, source, last_day=self._pull.last_day + _ONE_DAY)
            self._rejects[source.name].append(verdict.rejects)
            for events in candidates(verdict.usable, source, mapping=self._mapping):
                self._found.add(events)
            if source.adviser:
                self._named.add(advisers_named(verdict.usable, source))
            if self._known:
                self._seen.add(seen(verdict, source))
        if self._known:
            self._named.add(self._named_before(self._known.events[number], seen=self._seen[number]))

    def _named_before(self, known: pl.DataFrame, *, seen: pl.DataFrame) -> pl.DataFrame:
        """Who was named by rows that say nothing in this pull, as far as what they said still stands."""
        rows = seen.filter(pl.col(SLOT).is_null())
        assigned = known.filter(pl.col(STANDING) & (pl.col("kind") == RAADGIVER_TILDELT.key)).with_columns(
            pl.col("event_id").str.head(ROW_DIGITS).alias(ROW_ID),
            pl.lit(None, dtype=pl.Int64()).alias(ROW),
            pl.lit(True).alias(KNOWN),
        )
        if self._mapping.complete:
            return assigned.join(rows.filter(~pl.col("usable")), on=ROW_ID, how="semi")
        return assigned.join(rows.filter("usable"), on=ROW_ID, how="anti")

    # --- events ---------------------------------------------------------------------------------------------

    def _new(self, number: int) -> pl.DataFrame:
        """What one bucket adds to the ledger; what it leaves alone but speaks of goes to the rejects."""
        found = self._found[number]
        self._given.update(dict(found.group_by(pl.col("event_id").str.head(LIST_DIGITS)).len().iter_rows()))
        if self._known is None:
            return found
        result = compared(found, self._known.events[number], seen=self._seen[number], pull=self._pull)
        overruled = still_different(result.overruled, in_force=self._known.in_touched_cases)
        for source in self._mapping.lists:
            self._rejects[source.name] += [
                missing_lines(result.missing, source, pull=self._pull),
                overruled_lines(overruled, source, mapping=self._mapping),
            ]
        return result.events


class _Appended:
    """The events that an import appends: in memory when they are few, else in files in the workshop."""

    def __init__(self, pull: Pull, *, workshop: Workshop) -> None:
        self._pull, self._workshop = pull, workshop
        self._parts: list[pl.LazyFrame] = []
        self.height = 0

    def add(self, events: pl.DataFrame, *, name: str) -> None:
        """Append events; the order of a file's rows has no say in theirs."""
        self.height += events.height
        if not events.is_empty():
            self._parts.append(self._whole(self._put(events, name), events.columns))

    def _put(self, events: pl.DataFrame, name: str) -> pl.LazyFrame:
        if self._workshop.buckets == 1:
            # By case and day, which is how people look them up.
            return events.sort(*(column for column in _ORDER if column in events.columns), nulls_last=False).lazy()
        file = self._workshop.folder / f"{name}.arrow"
        events.write_ipc(file, compression="lz4")
        return pl.scan_ipc(file)

    def _whole(self, events: pl.LazyFrame, columns: list[str]) -> pl.LazyFrame:
        """The events with every column of a ledger; only now, since most columns of most events are empty."""
        of_all = {"source": self._pull.mapping.source, "recorded_at": self._pull.recorded_at}
        return events.select(
            (pl.col(name) if name in columns else pl.lit(of_all.get(name, _empty(name)))).cast(dtype).alias(name)
            for name, dtype in EVENT_SCHEMA.items()
        )

    def after(self, ledger: pl.LazyFrame | None) -> pl.LazyFrame:
        """The ledger with the events after those it had; the same when there are none."""
        parts = [*([] if ledger is None else [ledger]), *self._parts]
        return pl.concat(parts) if parts else pl.LazyFrame(schema=EVENT_SCHEMA)


_ORDER: Final = ("case_id", "day", "at", "event_id")


def _empty(name: str) -> str | None:
    """What stands in a column of a ledger when there is nothing to say."""
    return "" if name in OWN_TEXTS else None
