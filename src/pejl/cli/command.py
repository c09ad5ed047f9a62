"""What is a command of ``pejl``: a name, what it does in Danish, what can be written after it, and what runs it?"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from typing import TextIO


class Refused(Exception):
    """The command cannot be carried out; the message is the Danish sentence for the user, remedy included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where a command writes: answers go ``out``, progress and notes about the work go to ``notes``."""

    out: TextIO
    notes: TextIO

    def say(self, line: str = "") -> None:
        """One line of the answer."""
        self.out.write(f"{line}\n")

    def note(self, line: str) -> None:
        """One line about the work, which is no part of the answer."""
        self.notes.write(f"{line}\n")
        self.notes.flush()


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One word after ``pejl``. ``run`` gives the exit code."""

    name: str
    does: str
    describe: Callable[[ArgumentParser], None]
    run: Callable[[Namespace, Desk], int]
