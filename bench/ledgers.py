"""How are the measured ledgers made? Once, and again when what makes them has changed.

A ledger is a folder of Parquet parts, one or more for each municipality. All events of a case stand in one part, and
the rows of a part stand in the order in which they were written down, as in a ledger one only adds to.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Final

import polars as pl

import pejl
from bench.eight import LAST_DAY
from bench.sizes import MANIFEST, Size
from pejl.ledger import write_ledger
from pejl.simulation import simulate_municipalities

# A part is read whole by whoever judges it.
MOST_EVENTS: Final = 300_000


def make(size: Size, *, say: Callable[[str], None]) -> None:
    """See to it that the ledger lies there; nothing happens when it was made from the very same."""
    told = asdict(size) | {"last_day": str(LAST_DAY), "generator": _fingerprint()}
    made_from = json.loads(json.dumps(told))  # as it is read again: JSON has lists and no tuples
    manifest = size.folder / MANIFEST
    if manifest.exists() and json.loads(manifest.read_text(encoding="utf-8"))["made_from"] == made_from:
        return
    shutil.rmtree(size.folder, ignore_errors=True)
    size.folder.mkdir(parents=True)
    holds = {"cases": 0, "events": 0}
    for number, frame in enumerate(_frames(size), 1):
        say(f"Laver hændelseslisten »{size.name}«: {number} af {size.parts}")
        for piece, events in enumerate(_pieces(frame), 1):
            write_ledger(events, size.folder / f"del-{number:03}-{piece:02}.parquet")
            holds["cases"] += events["case_id"].n_unique() - 1  # what the source covers stands under no case
            holds["events"] += events.height
    content = json.dumps({"made_from": made_from, "holds": holds}, indent=1)
    manifest.write_text(content, encoding="utf-8")


def _pieces(frame: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """A large municipality in several parts, each with whole cases and with what its source covers."""
    pieces = -(-frame.height // MOST_EVENTS)
    place = pl.col("case_id").hash() % pieces
    for piece in range(pieces):
        own = frame.filter((place == piece) & (pl.col("case_id") != ""))
        covers = frame.filter(pl.col("case_id") == "")
        # An event has one row: in every part but the first, what a source covers is told under an id of its own.
        yield pl.concat([covers.with_columns(pl.col("event_id") + ("" if piece == 0 else f"-{piece}")), own])


def _frames(size: Size) -> Iterator[pl.DataFrame]:
    districts = simulate_municipalities(size.districts, years=size.years, seed=size.seed, last_day=LAST_DAY)
    for district in districts:
        events = district.events.sort("recorded_at", "event_id")
        if size.cases is not None:
            kept = events["case_id"].unique().sort().head(size.cases // size.parts + 1)
            events = events.filter(pl.col("case_id").is_in(kept))
        yield events


def _fingerprint() -> str:
    """A change in the simulation, or in what an event is, gives another ledger."""
    home = Path(pejl.__file__).parent
    sources = [*sorted((home / "simulation").glob("*.py")), home / "events.py", home / "tables.py"]
    return sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:16]
