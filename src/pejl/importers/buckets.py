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
ROWS_WAITING: Final = 150_000


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
    """Rows of one schema, shared out by the hash of an expression. First all are added, then they are taken up."""

    def __init__(self, workshop: Workshop, name: str, *, schema: pl.Schema, by: pl.Expr) -> None:
        self._workshop, self._name = workshop, name
        self._schema, self._number = schema, (by.hash() % workshop.buckets).alias(_BUCKET)
        self._waiting: list[pl.DataFrame] = []
        self._files: list[list[Path]] = [[] for _ in workshop.numbers]
        self._times_written = 0

    def add(self, rows: pl.DataFrame) -> None:
        """Put these rows aside."""
        self._waiting.append(rows.select(self._schema.names()))
        if self._workshop.buckets > 1 and sum(part.height for part in self._waiting) > ROWS_WAITING:
            self._write()

    def _write(self) -> None:
        rows = pl.concat(self._waiting).with_columns(self._number)
        self._waiting.clear()
        for (number,), part in rows.partition_by(_BUCKET, as_dict=True, include_key=False).items():
            file = self._workshop.folder / f"{self._name}-{number}-{self._times_written}.arrow"
            part.write_ipc(file)
            self._files[int(number)].append(file)
        self._times_written += 1

    def __getitem__(self, number: int) -> pl.DataFrame:
        """All rows of one bucket, in the order they were put aside."""
        if self._workshop.buckets == 1:
            return pl.concat([self._empty, *self._waiting])
        if self._waiting:
            self._write()
        return pl.concat([self._empty, *(pl.read_ipc(file) for file in self._files[number])])

    @property
    def _empty(self) -> pl.DataFrame:
        return pl.DataFrame(schema=self._schema)
