"""pejl simulate: a ledger of an invented municipality, and beside it what is true in it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from typing import Final

from pejl.cli.command import Command, Desk, Refused
from pejl.cli.layout import counted
from pejl.cli.moments import day
from pejl.cli.opening import size_of
from pejl.cli.progress import Progress
from pejl.ledger import EVENT_SCHEMA, write_tables
from pejl.simulation import simulate

# A day of its own, not today, so that the same seed gives the same ledger tomorrow.
DEFAULT_LAST_DAY: Final = date(2026, 6, 30)
# Denmark, and as far back as the simulation can tell of.
_MOST: Final = {"--inhabitants": 6_000_000, "--years": 15}


def _describe(parser: ArgumentParser) -> None:
    parser.add_argument("--inhabitants", metavar="ANTAL", type=int, required=True, help="kommunens indbyggertal")
    parser.add_argument("--years", metavar="ANTAL", type=int, required=True, help="hvor mange år listen dækker")
    parser.add_argument("--seed", metavar="TAL", type=int, required=True, help="samme tal giver samme liste")
    parser.add_argument(
        "--out", metavar="LISTE", type=Path, required=True, help="filen, som hændelseslisten skal skrives i"
    )
    parser.add_argument(
        "--end",
        metavar="DAG",
        type=day,
        default=DEFAULT_LAST_DAY,
        help=f"listens sidste dag; uden den {DEFAULT_LAST_DAY.isoformat()}",
    )


def _run(args: Namespace, desk: Desk) -> int:
    for option, value in {"--inhabitants": args.inhabitants, "--years": args.years}.items():
        if not 1 <= value <= _MOST[option]:
            raise Refused(f"{option} skal være fra 1 til {_MOST[option]}, ikke {value}. Skriv et andet tal.")
    if args.seed < 0:
        raise Refused(f"--seed skal være 0 eller mere, ikke {args.seed}. Skriv et andet tal.")
    progress = Progress(desk, steps=2)
    with progress.step("Opdigter en kommune"):
        made = simulate(args.inhabitants, years=args.years, seed=args.seed, last_day=args.end)
    truth = args.out.with_name(f"{args.out.stem}.sandhed.parquet")
    with progress.step("Skriver"):
        write_tables({args.out: made.events.select(EVENT_SCHEMA.names()), truth: made.truth})
    desk.say(f"{args.out}: {size_of(made.events)} i en opdigtet kommune.")
    desk.say(f"{truth}: {counted(made.truth.height, 'ting', 'ting')}, der er sande i den, til at prøve Pejl af på.")
    return 0


COMMAND = Command(name="simulate", does="lav en opdigtet kommune at øve sig på", describe=_describe, run=_run)
