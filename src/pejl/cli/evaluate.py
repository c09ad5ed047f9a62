"""pejl evaluate: which deadlines follow from a ledger, and how do they stand on a day?"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

import polars as pl

from pejl.cli import summary
from pejl.cli.command import Command, Desk, Refused
from pejl.cli.evaluation import Engine, deadlines_in, suited_to
from pejl.cli.layout import number
from pejl.cli.moments import moment
from pejl.cli.opening import ends_of_pulls, size_of, sound_ledger
from pejl.cli.progress import Progress
from pejl.dates import danish_moment
from pejl.ledger import write_table


def _describe(parser: ArgumentParser) -> None:
    parser.add_argument("ledger", metavar="LISTE", type=Path, help="hændelseslisten (.parquet, .csv eller .xlsx)")
    parser.add_argument(
        "--as-of",
        metavar="TIDSPUNKT",
        type=moment,
        required=True,
        help="tidspunktet, fristerne skal ses fra, fx 2026-06-30T23:59; en dag alene er dagen ud",
    )
    parser.add_argument(
        "--known-at",
        metavar="TIDSPUNKT",
        type=moment,
        help="regn kun med det, der var registreret på dette tidspunkt",
    )
    parser.add_argument(
        "--engine",
        choices=[each.value for each in Engine],
        help="beregningen: plain (én sag ad gangen) eller columnar (alle på én gang); svaret er det samme",
    )
    parser.add_argument(
        "--out", metavar="FIL", type=Path, help="skriv alle fristerne til en fil (.csv, .parquet, .json eller .xlsx)"
    )


def _run(args: Namespace, desk: Desk) -> int:
    if args.out and args.out.resolve() == args.ledger.resolve():
        raise Refused("Fristerne kan ikke skrives oven i hændelseslisten. Vælg et andet navn efter --out.")
    for each in (args.as_of, args.known_at):
        if each and each.warning:
            desk.note(each.warning)
    progress = Progress(desk, steps=4)
    frame = sound_ledger(args.ledger, progress=progress)
    when = (args.as_of.at, args.known_at.at if args.known_at else None)
    engine = Engine(args.engine) if args.engine else suited_to(frame)
    deadlines = deadlines_in(frame, engine=engine, when=when, progress=progress)
    with progress.step("Skriver"):
        if args.out:
            write_table(deadlines, args.out)
    for line in (*_top(frame, args), *summary.lines(deadlines, as_of=args.as_of.at), *_bottom(deadlines, args)):
        desk.say(line)
    return 0


def _top(frame: pl.DataFrame, args: Namespace) -> list[str]:
    known_at = args.known_at.at if args.known_at else None
    known = f", som det var kendt {danish_moment(known_at)}" if known_at else ""
    return [
        f"Frister {danish_moment(args.as_of.at)}{known}",
        f"{args.ledger.name}: {size_of(frame)}",
        *ends_of_pulls(frame, as_of=args.as_of.at, known_at=known_at),
        "",
    ]


def _bottom(deadlines: pl.DataFrame, args: Namespace) -> list[str]:
    return ["", f"Alle {number(deadlines.height)} frister er skrevet til {args.out}."] if args.out else []


COMMAND = Command(
    name="evaluate", does="regn alle frister ud, og vis, hvordan de står på et tidspunkt", describe=_describe, run=_run
)
