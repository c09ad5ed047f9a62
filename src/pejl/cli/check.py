"""pejl check: is a ledger sound, and if not, what must be put right where?"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import polars as pl

from pejl.cli.command import Command, Desk
from pejl.cli.layout import counted
from pejl.cli.opening import size_of
from pejl.cli.progress import Progress
from pejl.ledger import Severity, check_ledger, read_ledger, write_table

# More than this nobody reads on a screen; a file holds them all.
SHOWN: Final = 100
_LONGEST_VALUE: Final = 40


def _describe(parser: ArgumentParser) -> None:
    parser.add_argument("ledger", metavar="LISTE", type=Path, help="hændelseslisten (.parquet, .csv eller .xlsx)")
    parser.add_argument("--out", metavar="FIL", type=Path, help="skriv alle fejl og advarsler til en fil")


def _run(args: Namespace, desk: Desk) -> int:
    progress = Progress(desk, steps=2)
    with progress.step("Læser hændelseslisten"):
        frame = read_ledger(args.ledger)
    with progress.step("Kontrollerer hændelseslisten"):
        found = check_ledger(frame)
    if args.out:
        write_table(found, args.out)
    for line in _lines(found):
        desk.say(line)
    faults = found.filter(pl.col("severity") == Severity.FAULT.value).height
    warnings = counted(found.height - faults, "advarsel", "advarsler")
    desk.say(f"{args.ledger.name}: {size_of(frame)}, {counted(faults, 'fejl', 'fejl')} og {warnings}.")
    return 1 if faults else 0


def _lines(found: pl.DataFrame) -> Iterator[str]:
    for each in found.head(SHOWN).iter_rows(named=True):
        value = each["value"][:_LONGEST_VALUE]
        yield f"{each['severity'].capitalize()} i række {each['row']}, {each['column']} »{value}«: {each['fault']}"
    if found.height > SHOWN:
        yield f"… og {found.height - SHOWN} til. Skriv dem alle til en fil med --out fejl.csv."


COMMAND = Command(name="check", does="kontrollér en hændelsesliste", describe=_describe, run=_run)
