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
from pejl.importers.appended import Appended
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
    EXPECTED,
    SEEN_SCHEMA,
    compared,
    missing_lines,
    overruled_lines,
    refuse_most_missing,
    seen,
    still_different,
    there,
)
from pejl.importers.pull import NOTHING_BEFORE, Pull, coverage, coverage_taken_back, refuse_older
from pejl.importers.reading import form_of
from pejl.importers.rejects import count, in_order
from pejl.importers.rows import ROW_ID, identified, judged, row_schema
from pejl.importers.sheet import ROW, Batches

ROWS_A_BUCKET: Final = 75_000
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
        self._rows_known, self._rows_missing, self._rows_there = Counter[str](), Counter[str](), Counter[str]()
        self._appended = Appended(pull, workshop=workshop)
        self._overruled = [pl.DataFrame(schema=candidate_schema(self._mapping))]
        self._rows = {
            each.name: Buckets(workshop, f"rows-{number}", schema=row_schema(each), by=pl.col(ROW_ID))
            for number, each in enumerate(self._mapping.lists)
        }
        self._named = Buckets(workshop, "named", schema=NAMING_SCHEMA, by=pl.col("case_id"))
        # The next two are only needed where there is a ledger to compare with.
        of_row = pl.col("event_id").str.head(ROW_DIGITS)
        self._found = Buckets(workshop, "found", schema=candidate_schema(self._mapping), by=of_row)
        self._seen = Buckets(workshop, "seen", schema=SEEN_SCHEMA, by=pl.col(ROW_ID))

    def finished(self, batches: Batches, *, before: pl.LazyFrame | None) -> Imported:
        """The whole way; each step needs all buckets of the one before."""
        self._put_aside(batches)
        for number in self._workshop.numbers:
            self._judge(number)
        for number in self._workshop.numbers:
            self._take(advisers_assigned(self._named[number], mapping=self._mapping))
        if self._known:
            for number in self._workshop.numbers:
                self._compare(number, self._known)
        self._refuse_most_missing()
        new = self._appended.height
        earlier = self._known.before if self._known else NOTHING_BEFORE
        self._appended.add(coverage_taken_back(self._pull, before=earlier))
        if self._appended.height:
            refuse_older(self._pull, before=earlier)
        self._appended.add(coverage(self._pull, before=earlier, anything_new=new > 0))
        rejects = {each.name: in_order(self._rejects[each.name]) for each in self._mapping.lists}
        return Imported(
            table=self._appended.after(before),
            new=self._appended.height,
            rejects=pl.concat(rejects.values()),
            counts=tuple(self._count(each, rejects[each.name]) for each in self._mapping.lists),
            overruled=pl.concat(self._overruled),
            workshop=self._workshop,
        )

    def _count(self, source: ListSource, rejects: pl.DataFrame) -> ListCount:
        events = self._given[list_id(self._mapping.source, source.name)]
        return count(rejects, source=source, read=self._read[source.name], events=events)

    # --- rows -------------------------------------------------------------------------------------------------

    def _put_aside(self, batches: Batches) -> None:
        for source, batch in batches:
            rows = batch.filter(pl.any_horizontal(pl.col(source.columns).is_not_null()))
            self._read[source.name] += rows.height
            admitted = identified(rows, source, mapping=self._mapping)
            self._rejects[source.name].append(admitted.rejects)
            self._rows_there[source.name] += admitted.usable.height + admitted.unusable.height
            self._rows[source.name].add(admitted.usable)
            if self._known:
                self._seen.add(there(admitted.unusable, usable=False))

    def _judge(self, number: int) -> None:
        for source in self._mapping.lists:
            rows = self._rows[source.name][number].sort(ROW_ID, ROW)
            verdict = judged(rows, source, last_day=self._pull.last_day + _ONE_DAY)
            self._rejects[source.name].append(verdict.rejects)
            self._take(pl.concat(candidates(verdict.usable, source, mapping=self._mapping)))
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
            since = {list_id(self._mapping.source, each.name): each.since for each in self._mapping.lists}
            first = pl.col(ROW_ID).str.head(LIST_DIGITS).replace_strict(since, return_dtype=pl.Date())
            before_the_pull = assigned.filter(pl.col("day") < first).join(rows, on=ROW_ID, how="anti")
            unusable = assigned.join(rows.filter(~pl.col("usable")), on=ROW_ID, how="semi")
            return pl.concat([before_the_pull, unusable])
        return assigned.join(rows.filter("usable"), on=ROW_ID, how="anti")

    # --- events -----------------------------------------------------------------------------------------------

    def _take(self, found: pl.DataFrame) -> None:
        """Events found in the list: to compare with the ledger, or if there is none, to append."""
        lists = found.group_by(pl.col("event_id").str.head(LIST_DIGITS)).len()
        self._given.update(dict(lists.iter_rows()))
        if self._known:
            self._found.add(found)
        else:
            self._appended.add(found.drop(ROW))

    def _compare(self, number: int, known: Known) -> None:
        """Append what one bucket adds to the ledger; what it leaves alone but speaks of goes to the rejects."""
        result = compared(self._found[number], known.events[number], seen=self._seen[number], pull=self._pull)
        self._appended.add(result.events)
        self._rows_known.update(dict(result.known_rows.iter_rows()))
        gone = result.missing.filter(EXPECTED).unique(ROW_ID)
        self._rows_missing.update(gone[ROW_ID].str.head(LIST_DIGITS))
        overruled = still_different(result.overruled, in_force=known.in_touched_cases)
        self._overruled.append(overruled)
        for source in self._mapping.lists:
            self._rejects[source.name] += [
                missing_lines(result.missing, source, pull=self._pull),
                overruled_lines(overruled, source, mapping=self._mapping),
            ]

    def _refuse_most_missing(self) -> None:
        for source in self._mapping.lists:
            digits = list_id(self._mapping.source, source.name)
            refuse_most_missing(
                source,
                known=self._rows_known[digits],
                missing=self._rows_missing[digits],
                read=self._rows_there[source.name],
                mapping=self._mapping,
            )
