"""``pejl …``: what can be done with a ledger from the command line, without Django and without a database?

A command is a value in a file of its own; the list below is the order of the help.
"""

from __future__ import annotations

import io
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib.metadata import version
from typing import Final, TextIO

from pejl.cli import check, evaluate, explain, figures, import_extract, rulebook, simulate
from pejl.cli.command import Command, Desk, Refused
from pejl.cli.danish import DanishParser
from pejl.importers.refusal import ImportRefused
from pejl.ledger import LedgerError

COMMANDS: Final[tuple[Command, ...]] = (
    import_extract.COMMAND,
    check.COMMAND,
    evaluate.COMMAND,
    explain.COMMAND,
    figures.COMMAND,
    rulebook.COMMAND,
    simulate.COMMAND,
)
_INTERRUPTED: Final = 130


def main(argv: Sequence[str] | None = None, *, out: TextIO | None = None, notes: TextIO | None = None) -> int:
    """Carry out one command; gives the exit code."""
    desk = Desk(out=out or sys.stdout, notes=notes or sys.stderr)
    _spare_letters(desk)
    try:
        args = _parser().parse_args(argv)
        return _carry_out(args, desk)
    except (Refused, LedgerError, ImportRefused) as refusal:
        desk.note(str(refusal))
        return 1
    except MemoryError:
        desk.note("Der er ikke hukommelse nok til så stor en liste. Del den op, eller brug en større maskine.")
        return 1
    except KeyboardInterrupt:
        desk.note("Afbrudt.")
        return _INTERRUPTED
    except SystemExit as shown:  # after --help and --version
        return int(shown.code or 0)


def _carry_out(args: Namespace, desk: Desk) -> int:
    command: Command = args.command
    try:
        code = command.run(args, desk)
        desk.out.flush()
    except BrokenPipeError:
        # Whoever read the answer, such as ``head``, has read enough. Python would complain once more when it
        # leaves, so what is still waiting goes nowhere.
        with open(os.devnull, "w", encoding="utf-8") as nowhere:
            os.dup2(nowhere.fileno(), desk.out.fileno())
        return 0
    return code


def _parser() -> DanishParser:
    parser = DanishParser(prog="pejl", description="Frister, ledelsestilsyn og pejlemærker for børne- og ungeområdet.")
    parser.add_argument("--version", action="version", version=version("pejl"), help="vis, hvilken udgave det er")
    words = parser.add_subparsers(title="Kommandoer", metavar="KOMMANDO", required=True)
    for command in COMMANDS:
        one = words.add_parser(command.name, help=command.does, description=f"{_sentence(command.does)}.")
        command.describe(one)
        one.set_defaults(command=command)
    return parser


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]


def _spare_letters(desk: Desk) -> None:
    # A screen that lacks a letter shows a question mark instead of stopping the work.
    for stream in (desk.out, desk.notes):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
