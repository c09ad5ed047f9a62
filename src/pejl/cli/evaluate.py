"""pejl evaluate: which deadlines follow from a ledger, and how do they stand on a day?"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path

import polars as pl

from pejl.cli import evaluation_in_parts, summary, what_if
from pejl.cli.command import Command, Desk, Refused
from pejl.cli.evaluation import Engine, deadlines_in, suited_to
from pejl.cli.layout import number
from pejl.cli.moments import moment
from pejl.cli.opening import ends_of_pulls, size_of, sound_ledger
from pejl.cli.progress import Progress
from pejl.dates import danish_moment
from pejl.engine.parts import Asked
from pejl.ledger import write_table
from pejl.rulebook import RULEBOOK
from pejl.rules import Rulebook


def _describe(parser: ArgumentParser) -> None:
    parser.add_argument(
        "ledger",
        metavar="LISTE",
        type=Path,
        help="hændelseslisten (.parquet, .csv eller .xlsx, eller en mappe med .parquet)",
    )
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
    parser.add_argument(
        "--rules",
        metavar="FIL",
        type=Path,
        help="tankeeksperiment: vis, hvordan fristerne ville have stået med de andre tal i en TOML-fil",
    )


def _run(args: Namespace, desk: Desk) -> int:
    _refuse_to_write(args)
    for each in (args.as_of, args.known_at):
        if each and each.warning:
            desk.note(each.warning)
    thought = what_if.pairs(what_if.read_changes(args.rules)) if args.rules else []
    if not thought and args.engine != Engine.PLAIN and evaluation_in_parts.is_large(args.ledger):
        return _run_in_parts(args, desk)
    progress = Progress(desk, steps=4)
    frame = sound_ledger(args.ledger, progress=progress)
    engine = Engine(args.engine) if args.engine else suited_to(frame)

    def deadlines_by(rulebook: Rulebook) -> pl.DataFrame:
        when = (args.as_of.at, args.known_at.at if args.known_at else None)
        return deadlines_in(frame, engine=engine, when=when, progress=progress, rulebook=rulebook)

    if thought:
        before, after = (deadlines_by(Rulebook.of(pair[place] for pair in thought)) for place in (0, 1))
        told = (what_if.TITLE, *_top_of(frame, args), *what_if.lines(thought, before, after, as_of=args.as_of.at))
    else:
        deadlines = deadlines_by(RULEBOOK)
        with progress.step("Skriver"):
            if args.out:
                write_table(deadlines, args.out)
        tallied = summary.tally(deadlines, as_of=args.as_of.at)
        told = (*_top_of(frame, args), *summary.lines(tallied), *_bottom(tallied, args))
    for line in told:
        desk.say(line)
    return 0


def _run_in_parts(args: Namespace, desk: Desk) -> int:
    """The same for a ledger that is too large to be read whole."""
    asked = Asked(RULEBOOK, args.as_of.at, args.known_at.at if args.known_at else None)
    found = evaluation_in_parts.evaluated(args.ledger, asked, out=args.out, progress=Progress(desk, steps=3))
    top = _top(args, size=found.size, warnings=found.warnings)
    for line in (*top, *summary.lines(found.tally), *_bottom(found.tally, args)):
        desk.say(line)
    return 0


def _refuse_to_write(args: Namespace) -> None:
    if args.out and args.rules:
        raise Refused(
            "Frister fra et tankeeksperiment skrives ikke til en fil, for de kunne blive taget for lovens. "
            "Udelad --out eller --rules."
        )
    if args.out and args.out.resolve() == args.ledger.resolve():
        raise Refused("Fristerne kan ikke skrives oven i hændelseslisten. Vælg et andet navn efter --out.")
    if args.out and args.ledger.is_dir() and args.out.resolve().parent == args.ledger.resolve():
        raise Refused("Fristerne kan ikke skrives i hændelseslistens mappe. Vælg en anden mappe efter --out.")


def _top_of(frame: pl.DataFrame, args: Namespace) -> list[str]:
    known_at = args.known_at.at if args.known_at else None
    warnings = ends_of_pulls(frame, as_of=args.as_of.at, known_at=known_at)
    return _top(args, size=size_of(frame), warnings=warnings)


def _top(args: Namespace, *, size: str, warnings: Iterable[str]) -> list[str]:
    known = f", som det var kendt {danish_moment(args.known_at.at)}" if args.known_at else ""
    return [f"Frister {danish_moment(args.as_of.at)}{known}", f"{args.ledger.name}: {size}", *warnings, ""]


def _bottom(tallied: pl.DataFrame, args: Namespace) -> list[str]:
    return ["", f"Alle {number(summary.total(tallied))} frister er skrevet til {args.out}."] if args.out else []


COMMAND = Command(
    name="evaluate", does="regn alle frister ud, og vis, hvordan de står på et tidspunkt", describe=_describe, run=_run
)
