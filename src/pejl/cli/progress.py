"""How does a person at the screen know that a long piece of work is under way, and how far it has come?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Timer
from time import monotonic
from typing import Final, TypeVar

from pejl.cli.command import Desk

# Shorter work needs no word.
PATIENCE_SECONDS: Final = 2.0

_Item = TypeVar("_Item")


class Progress:
    """So many steps, told one by one once the work has lasted longer than the patience."""

    def __init__(self, desk: Desk, *, steps: int) -> None:
        self._desk = desk
        self._steps = steps
        self._done = 0
        self._begun = monotonic()

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """One step; named when it begins late, or while it lasts."""
        waiting = PATIENCE_SECONDS - (monotonic() - self._begun)
        timer = Timer(max(waiting, 0.0), self._tell, args=(name,))
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            self._done += 1

    def over(self, items: Iterable[_Item], *, of: int) -> Iterator[_Item]:
        """The items of the step at hand, told at each tenth when it takes long."""
        tenths = 0
        for number, item in enumerate(items):
            if number * 10 // max(of, 1) > tenths and monotonic() - self._begun > PATIENCE_SECONDS:
                tenths = number * 10 // of
                self._desk.note(f"{self._percent(tenths / 10)} %")
            yield item

    def _tell(self, name: str) -> None:
        self._desk.note(f"{self._percent()} % – {name} …")

    def _percent(self, part: float = 0.0) -> str:
        return f"{100 * (self._done + part) / self._steps:3.0f}"
