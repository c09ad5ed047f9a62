"""How does a command get a ledger that can be worked on, and what must the reader of the answer know about it?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import polars as pl

from pejl.cli.command import Refused
from pejl.cli.layout import counted
from pejl.cli.progress import Progress
from pejl.dates import danish_date, local_day
from pejl.events import KILDE_DAEKKER
from pejl.ledger import Severity, check_ledger, read_ledger


def sound_ledger(path: Path, *, progress: Progress) -> pl.DataFrame:
    """The ledger, when nothing in it is wrong; warnings are for ``pejl check`` to tell."""
    with progress.step("Læser hændelseslisten"):
        frame = read_ledger(path)
    with progress.step("Kontrollerer hændelseslisten"):
        refuse_faults(check_ledger(frame), path=path)
    return frame


def refuse_faults(checked: pl.DataFrame, *, path: Path) -> None:
    """Refuse a ledger with faults; warnings are none."""
    found = checked.filter(pl.col("severity") == Severity.FAULT.value)
    if found.is_empty():
        return
    first = found.row(0, named=True)
    raise Refused(
        f"»{path.name}« har {counted(found.height, 'fejl', 'fejl')}, så fristerne kan ikke regnes ud. Den første er "
        f"i række {first['row']}, kolonnen »{first['column']}«: {first['fault']} "
        f"Se alle med »pejl check {path}«, ret dem, og prøv igen."
    )


def ends_of_pulls(frame: pl.DataFrame, *, as_of: datetime, known_at: datetime | None) -> Iterator[str]:
    """A warning for each source whose pull ends before the day asked about."""
    known = frame.filter((pl.col("recorded_at") <= known_at) if known_at else pl.lit(True))
    declared = known.filter((pl.col("kind") == KILDE_DAEKKER.key) & pl.col("f_trukket").is_not_null())
    ends = declared.group_by("source").agg(pl.col("f_trukket").max()).sort("source")
    for source, last in ends.iter_rows():
        if local_day(as_of) > last:
            yield (
                f"OBS: Udtrækket fra »{source}« slutter {danish_date(last)}. Det, der er sket senere, er ikke kendt, "
                "så frister efter den dag kan stå som overskredet uden at være det."
            )


def size_of(frame: pl.DataFrame) -> str:
    """How many events in how many cases."""
    cases = frame.filter(pl.col("case_id") != "")["case_id"].n_unique()
    return f"{counted(frame.height, 'hændelse', 'hændelser')} i {counted(cases, 'sag', 'sager')}"
