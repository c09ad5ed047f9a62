"""How is a ledger that does not fit in the memory laid out, so that it can be worked on some cases at a time?

It is read a batch of rows at a time and written to a folder in parts: all events of a case in one part, and the parts
in the order of the case numbers, so that what is worked out of one after the other stands in the order of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import polars as pl

from pejl.events import KILDE_DAEKKER
from pejl.ledger.checking import ROW, check_cases, check_rows
from pejl.ledger.frames import EVENT_SCHEMA
from pejl.ledger.parquet import batches, scan_parquet
from pejl.ledger.reading import parts
from pejl.ledger.refusals import refuse_missing

# As many rows as Polars itself writes in one group, so that no group is read for two batches.
BATCH_ROWS: Final = 262_144
PART_EVENTS: Final = 400_000
WRITTEN_ROWS: Final = 500_000  # at a time, so that the files do not become many and small
IDS_AT_A_TIME: Final = 20_000_000
SAMPLED_EVERY: Final = 500  # rows
_NUMBERS_AT_A_TIME: Final = 4_000_000


class Division:
    """A ledger on its way into parts. What speaks of no case speaks of all, and belongs to every part."""

    def __init__(self, path: Path, *, folder: Path, columns: Sequence[str]) -> None:
        self._path, self._folder = path, folder
        self._columns = [ROW, *columns]
        self._bounds = case_bounds(path, parts_of=PART_EVENTS)
        self.parts = len(self._bounds) + 1
        self.batches = sum(-(-_rows_of(part) // BATCH_ROWS) for part in parts(path))
        self.events = 0
        self._common = list[pl.DataFrame]()
        self._declared = [pl.DataFrame(schema=EVENT_SCHEMA)]
        self._held = list[pl.DataFrame]()

    def lay_out(self) -> Iterator[pl.DataFrame]:
        """Write all batches to the parts; gives the faults that the rows of each show by themselves."""
        for batch in self._batches():
            rows = batch.with_row_index(ROW, offset=self.events + 2)
            found = check_rows(rows)
            self._declared.append(_copied(batch.filter(pl.col("kind") == KILDE_DAEKKER.key)))
            self._held.append(rows.select(self._columns))
            self.events += batch.height
            if sum(held.height for held in self._held) >= WRITTEN_ROWS:
                self._write()
            yield found
        self._write()

    def _batches(self) -> Iterator[pl.DataFrame]:
        for part in parts(self._path):
            yield from batches(part, rows=BATCH_ROWS)

    def _write(self) -> None:
        """What is held, to files named by the part and by how far the ledger has been read."""
        if not self._held:
            return
        rows = pl.concat(self._held)
        self._held.clear()
        self._common.append(_copied(rows.filter(pl.col("case_id") == "")))
        own = rows.filter(pl.col("case_id") != "")
        place = self._bounds.search_sorted(own["case_id"], side="right").alias("part")
        for (part,), events in own.with_columns(place).partition_by("part", as_dict=True, include_key=False).items():
            name = f"{part:06}-{self.events:012}.parquet"
            events.write_parquet(self._folder / name, compression="lz4", statistics=False)

    @property
    def common(self) -> pl.DataFrame:
        """What speaks of no case."""
        return pl.concat(self._common)

    @property
    def declared(self) -> pl.DataFrame:
        """All that says what a source covers, with every column."""
        return pl.concat(self._declared)

    def part(self, number: int) -> pl.DataFrame:
        """The events of a part's cases, and before them those of no case."""
        files = self._files(f"{number:06}-*.parquet")
        return pl.concat([self.common, *(pl.read_parquet(file, glob=False) for file in files)])

    def double_ids(self) -> pl.DataFrame:
        """Faults: the ids that more than one event has, in whatever part. The ids of some are looked at at a time."""
        files = self._files("*.parquet")
        ids = pl.scan_parquet(files, glob=False) if files else self.common.lazy()
        hashed = ids.select(ROW, pl.col("event_id").hash())
        turns = max(1, -(-self.events // IDS_AT_A_TIME))
        rows = [_doubled(hashed.filter(pl.col("event_id") % turns == turn)) for turn in range(turns)]
        return check_cases(ids.filter(pl.col(ROW).is_in(pl.concat(rows).implode())).collect())

    def _files(self, pattern: str) -> list[Path]:
        return sorted(self._folder.glob(pattern))


def _copied(few: pl.DataFrame) -> pl.DataFrame:
    """The same rows by themselves: Polars lets a few texts hold on to those of the whole batch they came from."""
    return pl.DataFrame(few.rows(), schema=few.schema, orient="row")


def _doubled(hashed: pl.LazyFrame) -> pl.Series:
    found = hashed.collect(engine="streaming")
    return found.filter(pl.col("event_id").is_duplicated())[ROW]


def rows_in(path: Path) -> int:
    """How many events a ledger in Parquet holds; none of them is read."""
    return sum(_rows_of(part) for part in parts(path))


def _rows_of(file: Path) -> int:
    refuse_missing(file)
    rows: int = scan_parquet(file).select(pl.len()).collect().item()
    return rows


def case_bounds(path: Path, *, parts_of: int) -> pl.Series:
    """The first case of each part but the first, for parts of about so many events; a sample of the rows says which."""
    sample = pl.concat([_sampled(file) for file in parts(path)])
    wanted = -(-len(sample) * SAMPLED_EVERY // parts_of)
    places = [len(sample) * number // wanted for number in range(1, wanted)]
    return sample.sort().gather(places).unique().sort()


def _sampled(file: Path) -> pl.Series:
    cases = scan_parquet(file).select("case_id")
    starts = range(0, max(_rows_of(file), 1), _NUMBERS_AT_A_TIME)
    found = list[str]()
    for start in starts:
        some = cases.slice(start, _NUMBERS_AT_A_TIME).collect()["case_id"]
        found += some.filter(some != "").gather_every(SAMPLED_EVERY).to_list()
    return pl.Series("case_id", found, dtype=pl.String())
