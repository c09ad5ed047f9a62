"""How does ``pejl evaluate`` answer for a ledger that does not fit in the memory? Some cases at a time.

The answer is that of the whole, row for row and in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import polars as pl

from pejl.cli import summary
from pejl.cli.command import Refused
from pejl.cli.layout import counted
from pejl.cli.opening import ends_of_pulls, refuse_faults
from pejl.cli.progress import Progress
from pejl.engine import columnar
from pejl.engine.parts import Asked, evaluate
from pejl.ledger import DEADLINE_SCHEMA, Division, LedgerError, check_cases, rows_in, write_table

# Fewer are read whole, which is a little quicker.
MANY_EVENTS: Final = 500_000
_STREAMED: Final = (".parquet", ".csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What there is to tell: how much was looked at, what its sources warn of, and how the deadlines stand."""

    size: str
    warnings: list[str]
    tally: pl.DataFrame


def is_large(path: Path) -> bool:
    """Is it better not read whole? Only Parquet can be read in pieces."""
    return (path.is_dir() or path.suffix.lower() == ".parquet") and rows_in(path) > MANY_EVENTS


def evaluated(path: Path, asked: Asked, *, out: Path | None, progress: Progress) -> Answer:
    """All deadlines of the ledger written to ``out``, and counted."""
    if out and out.suffix.lower() not in _STREAMED:
        raise Refused(
            f"Så mange frister kan kun skrives som {' eller '.join(_STREAMED)}. Vælg et andet navn efter --out."
        )
    with _folder() as folder:
        division = _divided(path, folder=folder, asked=asked, progress=progress)
        cases, tally = _worked_out(division, path=path, results=folder / "frister", asked=asked, progress=progress)
        with progress.step("Skriver"):
            if out:
                write_table(pl.scan_parquet(folder / "frister" / "*.parquet").select(DEADLINE_SCHEMA.names()), out)
        return Answer(
            size=f"{counted(division.events, 'hændelse', 'hændelser')} i {counted(cases, 'sag', 'sager')}",
            warnings=list(ends_of_pulls(division.declared, as_of=asked.as_of, known_at=asked.known_at)),
            tally=tally,
        )


@contextmanager
def _folder() -> Iterator[Path]:
    try:
        with TemporaryDirectory(prefix="pejl-") as name:
            yield Path(name)
    except (OSError, pl.exceptions.ComputeError) as error:
        raise LedgerError(
            "Mellemregningerne kunne ikke skrives. Gør plads på disken, eller lad TMPDIR pege på en mappe med plads "
            "til det samme, som listen fylder, og prøv igen."
        ) from error


def _divided(path: Path, *, folder: Path, asked: Asked, progress: Progress) -> Division:
    with progress.step("Læser, kontrollerer og deler hændelseslisten"):
        division = Division(path, folder=folder, columns=columnar.columns_used(asked.rulebook))
        for faults in progress.over(division.lay_out(), of=division.batches):
            refuse_faults(faults, path=path)
        refuse_faults(division.double_ids(), path=path)
    return division


def _worked_out(
    division: Division, *, path: Path, results: Path, asked: Asked, progress: Progress
) -> tuple[int, pl.DataFrame]:
    """How many cases there are, and the tally; the deadlines stand in files, in the order of the parts."""
    results.mkdir()
    cases, tallies = 0, [summary.tally(pl.DataFrame(schema=DEADLINE_SCHEMA), as_of=asked.as_of)]
    with progress.step("Regner fristerne ud"):
        for number in progress.over(range(division.parts), of=division.parts):
            events = division.part(number)
            refuse_faults(check_cases(events), path=path)
            deadlines = evaluate(events, asked)
            deadlines.write_parquet(results / f"{number:06}.parquet", compression="lz4", statistics=False)
            cases += events.filter(pl.col("case_id") != "")["case_id"].n_unique()
            tallies.append(summary.tally(deadlines, as_of=asked.as_of))
    return cases, summary.together(tallies)
