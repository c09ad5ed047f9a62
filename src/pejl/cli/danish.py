"""How does argparse speak Danish: its headings, its help, and what it says when a command cannot be understood?"""

from __future__ import annotations

import re
from argparse import ArgumentParser, HelpFormatter
from collections.abc import Iterable
from typing import Any, Final, NoReturn

from pejl.cli.command import Refused

# Stands before a reason that a type of argument has already written in Danish.
DANISH: Final = "på dansk: "
_WIDTH: Final = 100
_INDENT: Final = 32


class DanishFormatter(HelpFormatter):
    """Help with Danish headings, of the same width everywhere."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_WIDTH, max_help_position=_INDENT)

    def add_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        """The line "Brug: …"."""
        super().add_usage(usage, actions, groups, "Brug: " if prefix is None else prefix)


class DanishParser(ArgumentParser):
    """A parser that raises ``Refused`` with a Danish sentence instead of leaving the program."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{**settings, "add_help": False, "allow_abbrev": False, "formatter_class": DanishFormatter})
        self._positionals.title = "Det skal du skrive"
        self._optionals.title = "Tilvalg"
        self.add_argument("-h", "--help", "--hjælp", action="help", help="vis denne hjælp")

    def error(self, message: str) -> NoReturn:
        """Refuse in Danish what argparse refuses in English."""
        _, told, reason = message.partition(DANISH)
        if told:
            raise Refused(reason)
        raise Refused(f"{in_danish(message)} Skriv »{self.prog} --help« for at se, hvordan den bruges.")


def in_danish(message: str) -> str:
    """A message of argparse as a Danish sentence.

    >>> in_danish("the following arguments are required: LISTE, --as-of")
    'Der mangler noget i kommandoen: LISTE, --as-of.'
    """
    for pattern, danish in _MESSAGES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return found.expand(danish).replace("'", "")
    return f"Kommandoen kan ikke forstås ({message})."


# Python's own messages since 3.11, whose wording of choices has changed once.
_MESSAGES: Final = (
    (r"the following arguments are required: (.*)", r"Der mangler noget i kommandoen: \1."),
    (r"unrecognized arguments: (.*)", r"Kommandoen kender ikke »\1«."),
    (r"one of the arguments (.*) is required", r"Skriv et af disse: \1."),
    (r"argument (.*): not allowed with argument (.*)", r"\1 og \2 kan ikke bruges sammen."),
    (r"argument (.*): expected (?:one|at least one) argument", r"Der mangler en værdi efter \1."),
    (r"argument (.*): expected (\d+) arguments", r"Der skal stå \2 værdier efter \1."),
    (r"argument (.*): ignored explicit argument (.*)", r"\1 skal ikke have en værdi efter sig."),
    (r"argument KOMMANDO: invalid choice: '?(.*?)'? \(.*\)", r"Kommandoen »\1« findes ikke."),
    (r"argument (.*): invalid choice: '?(.*?)'? \(choose from (.*)\)", r"\1 kan ikke være »\2«. Brug en af disse: \3."),
    (r"argument (.*): invalid (?:whole|int) value: '(.*)'", r"\1 skal være et helt tal, ikke »\2«."),
)
