"""How are more rows handled than memory holds? Put aside on disk in buckets, and taken up one bucket at a time.

Rows that must be seen together (those with the same key, those of the same case) have the same hash and end in
the same bucket. A small file has one bucket and never touches the disk.
"""

from __future__ import annotations

import shutil
import tempfile
import weakref
from pathlib import Path
from typing import Final

import polars as pl

_BUCKET: Final = "\tbucket"
# So many rows wait in memory before they are written, to keep the files few and the memory flat.
_ROWS_WAITING: Final = 150_000


class Workshop:
    """A folder for the time of one import, gone when the last who holds the workshop lets go of it."""

    def __init__(self, *, buckets: int) -> None:
        self.buckets = buckets
        self._folder: Path | None = None

    @property
    def numbers(self) -> range:
        """The numbers of the buckets."""
        return range(self.buckets)

    @property
    def folder(self) -> Path:
        """The folder, made when first asked for; nobody but the user may look into it."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="pejl-"))
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        return self._folder


class Buckets:
    """Rows of one schema, shared out by the hash of an expression."""

    def __init__(self, workshop: Workshop, name: str, *, schema: pl.Schema, by: pl.Expr) -> None:
        self._workshop, self._name = workshop, name
        self._schema, self._by = schema, by
        self._waiting: list[list[pl.DataFrame]] = [[] for _ in range(workshop.buckets)]
        self._rows_waiting = self._times_written = 0

    def add(self, rows: pl.DataFrame) -> None:
        """Put these rows aside."""
        rows = rows.select(self._schema.names())
        for number, part in self._parts(rows):
            self._waiting[number].append(part)
        self._rows_waiting += rows.height
        if self._workshop.buckets > 1 and self._rows_waiting > _ROWS_WAITING:
            self._write()

    def _parts(self, rows: pl.DataFrame) -> list[tuple[int, pl.DataFrame]]:
        if self._workshop.buckets == 1:
            return [(0, rows)]
        numbered = rows.with_columns((self._by.hash() % self._workshop.buckets).alias(_BUCKET))
        parts = numbered.partition_by(_BUCKET, as_dict=True, include_key=False)
        return [(int(number), part) for (number,), part in parts.items()]

    def _write(self) -> None:
        for number, parts in enumerate(self._waiting):
            if parts:
                file = self._workshop.folder / f"{self._name}-{number}-{self._times_written}.arrow"
                pl.concat(parts).write_ipc(file, compression="lz4")
                parts.clear()
        self._rows_waiting = 0
        self._times_written += 1

    def __getitem__(self, number: int) -> pl.DataFrame:
        """All rows of one bucket, in the order they were put aside."""
        written = (self._workshop.folder / f"{self._name}-{number}-{time}.arrow" for time in range(self._times_written))
        read = [pl.read_ipc(file) for file in written if file.exists()]
        return pl.concat([pl.DataFrame(schema=self._schema), *read, *self._waiting[number]])
