"""How are the measured ledgers made? Once, and again when what makes them has changed.

A ledger is a folder of Parquet parts. All events of a case stand in one part (the case's number, modulo the number of
parts), and the rows of a part stand in the order in which they were written down, as in a ledger one only adds to.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

import polars as pl

import pejl
from bench.eight import LAST_DAY
from bench.sizes import MANIFEST, Size
from pejl.ledger import write_ledger
from pejl.simulation import simulate_parts


def make(size: Size, *, say: Callable[[str], None]) -> None:
    """See to it that the ledger lies there; nothing happens when it was made from the very same."""
    made_from = asdict(size) | {"last_day": str(LAST_DAY), "generator": _fingerprint()}
    manifest = size.folder / MANIFEST
    if manifest.exists() and json.loads(manifest.read_text(encoding="utf-8"))["made_from"] == made_from:
        return
    shutil.rmtree(size.folder, ignore_errors=True)
    size.folder.mkdir(parents=True)
    holds = {"cases": 0, "events": 0}
    for number, frame in enumerate(_frames(size), 1):
        say(f"Laver hændelseslisten »{size.name}«: del {number} af {size.parts}")
        write_ledger(frame, size.folder / f"del-{number:03}.parquet")
        holds["cases"] += frame["case_id"].n_unique() - 1  # what the source covers stands under no case
        holds["events"] += frame.height
    content = json.dumps({"made_from": made_from, "holds": holds}, indent=1)
    manifest.write_text(content, encoding="utf-8")


def _frames(size: Size) -> Iterator[pl.DataFrame]:
    districts = simulate_parts(size.inhabitants, years=size.years, seed=size.seed, last_day=LAST_DAY, parts=size.parts)
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
