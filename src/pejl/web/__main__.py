"""``python -m pejl.web …``: what does a person at the server's terminal do? Start the demo, check, prepare, refresh.

Nothing of Django is imported before it is known what is wanted: the environment is set first.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, HelpFormatter, Namespace
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NoReturn


@dataclass(frozen=True, slots=True)
class Command:
    """A word after ``python -m pejl.web``: what it does, what can be written after it, and what runs it."""

    does: str
    describe: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one command; gives the exit code."""
    asked = _parser().parse_args(argv)
    command: Command = asked.command
    return command.run(asked)


# --- the demo ---------------------------------------------------------------------------------------------------


def _describe_start(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--port", metavar="NUMMER", type=_port, default=8000, help="porten på denne maskine; ellers 8000"
    )
    parser.add_argument("--fresh", action="store_true", help="slet demoens data, og begynd forfra")
    parser.add_argument(
        "--example", metavar="KOMMUNE", default="", help="vis i stedet nordfyns, norddjurs, randers eller odsherred"
    )
    parser.add_argument("--postgres", metavar="ADRESSE", default="", help="brug denne PostgreSQL-database, ikke SQLite")


def _port(text: str) -> int:
    number = int(text)
    if not 1024 <= number <= 65_535:
        raise ValueError
    return number


def _start(asked: Namespace) -> int:
    from pejl.web.examples import EXAMPLES
    from pejl.web.run import Wanted, start

    if asked.postgres and not asked.postgres.startswith(("postgres://", "postgresql://")):
        return _refuse("--postgres skal være en adresse som postgres://bruger:kode@server/database.")
    if asked.example and asked.example not in EXAMPLES:
        return _refuse(f"Eksemplet »{asked.example}« findes ikke. Vælg mellem {', '.join(EXAMPLES)}.")
    return start(Wanted(port=asked.port, fresh=asked.fresh, database_url=asked.postgres, example=asked.example))


# --- in production ----------------------------------------------------------------------------------------------


def _nothing(parser: ArgumentParser) -> None:
    """Nothing can be written after it."""


def _check(asked: Namespace) -> int:
    from django.conf import settings

    _set_up()
    from pejl.web import production
    from pejl.web.access import provider

    found = production.all_faults(settings)
    if not found:
        try:
            provider.connect(settings)
        except provider.NoProvider as problem:
            found = [str(problem)]
    if found:
        sys.stdout.write("".join(f"- {each}\n" for each in found))
        return 1
    sys.stdout.write("Pejl er klar til at starte.\n")
    return 0


def _prepare(asked: Namespace) -> int:
    from django.conf import settings

    _set_up()
    from django.core.management import call_command

    from pejl.web import production

    if found := production.faults(settings):
        return _refuse("\n".join(found))
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    return _refresh(asked)


def _refresh(asked: Namespace) -> int:
    _set_up()
    from pejl.web import clock, upkeep

    number = upkeep.refresh(now=clock.now())
    sys.stdout.write(f"Frister regnet ud igen i {number} {'sag' if number == 1 else 'sager'}.\n")
    return 0


def _key(asked: Namespace) -> int:
    from cryptography.fernet import Fernet

    sys.stdout.write(f"{Fernet.generate_key().decode()}\n")
    return 0


def _describe_first(parser: ArgumentParser) -> None:
    parser.add_argument("username", metavar="BRUGERNAVN", help="det navn, kommunens login giver personen")
    parser.add_argument("--name", metavar="NAVN", required=True, help="personens navn")
    parser.add_argument("--unit", metavar="ENHED", required=True, help="navnet på den øverste enhed, fx et center")


def _first(asked: Namespace) -> int:
    _set_up()
    from pejl.web import clock
    from pejl.web.access.actions import Refused
    from pejl.web.access.staff_actions import make_first

    try:
        make_first(asked.username, name=asked.name, unit=asked.unit, at=clock.now())
    except Refused as refusal:
        return _refuse(str(refusal))
    sys.stdout.write(f"{asked.name} er oprettet som systemansvarlig og kan oprette resten under Medarbejdere.\n")
    return 0


def _set_up() -> None:
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pejl.web.settings")
    django.setup()


# --- words ------------------------------------------------------------------------------------------------------

COMMANDS: Final = {
    "start": Command("vis demoen på denne maskine (det samme som ./start)", _describe_start, _start),
    "check": Command("se, om opsætningen er klar til drift", _nothing, _check),
    "prepare": Command("lav tabeller, saml stilark og regn frister ud; efter hver opdatering", _nothing, _prepare),
    "refresh": Command("regn frister ud igen, og slet det gamle; hver nat", _nothing, _refresh),
    "first": Command("opret den første systemansvarlige", _describe_first, _first),
    "key": Command("lav en nøgle til CPR-numre", _nothing, _key),
}


class _Formatter(HelpFormatter):
    """Danish headings."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=100, max_help_position=32)

    def add_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        """The line »Brug: …«."""
        super().add_usage(usage, actions, groups, "Brug: " if prefix is None else prefix)


class _Parser(ArgumentParser):
    """A parser that speaks Danish."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{**settings, "add_help": False, "allow_abbrev": False, "formatter_class": _Formatter})
        self._positionals.title, self._optionals.title = "Det skal du skrive", "Tilvalg"
        self.add_argument("-h", "--help", action="help", help="vis denne hjælp")

    def error(self, message: str) -> NoReturn:
        """Say where help is to be had; argparse's own words are English."""
        sys.exit(_refuse(f"Kommandoen kan ikke forstås. Skriv »{self.prog} --help« for at se, hvordan den bruges."))


def _parser() -> ArgumentParser:
    parser = _Parser(prog="python -m pejl.web", description="Pejl i browseren.")
    words = parser.add_subparsers(title="Kommandoer", metavar="KOMMANDO", required=True)
    for name, command in COMMANDS.items():
        one = words.add_parser(name, help=command.does, description=f"{command.does[0].upper()}{command.does[1:]}.")
        command.describe(one)
        one.set_defaults(command=command)
    return parser


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
