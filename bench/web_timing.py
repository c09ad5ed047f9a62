"""How is something in the web timed: how often, next to what, and with which questions to the database?"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import connection

# What is done before the clock starts: templates are read, and lasting questions are asked once.
_WARM_UPS: Final = 3
_FEWEST: Final = 5
# CPython keeps its calls in pieces of memory. A loop that happens to call across the end of one takes and gives back a
# piece each time: the year wheel took 31 or 24 ms by how deep the program stood that timed it. So each repeat is made
# at another depth, as the server's is another too.
_FRAMES: Final = 7


@dataclass(slots=True)
class Timed:
    """The seconds of each repeat, by the clock and by the processor, and what else there is to tell."""

    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    rows: int = 0
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def told(self) -> dict[str, list[float]]:
        """The times alone."""
        return {"seconds": self.seconds, "cpu": self.cpu}

    def time(self, do: Callable[[], Any]) -> None:
        """Do it once more."""
        began, began_cpu = time.perf_counter(), time.process_time()
        do()
        self.seconds.append(time.perf_counter() - began)
        self.cpu.append(time.process_time() - began_cpu)


def side_by_side(*tasks: Callable[[], Any], times: int, at_most: float) -> list[Timed]:
    """The tasks by turns, so that a busy machine is as bad for all of them; fewer times when it takes too long."""
    for _ in range(_WARM_UPS):
        for task in tasks:
            task()
    found = [Timed() for _ in tasks]
    gc.collect()
    began = time.perf_counter()
    for done in range(times):
        for timed, task in zip(found, tasks, strict=True):
            _deeper(done * _FRAMES, timed.time, task)
        if done + 1 >= _FEWEST and time.perf_counter() - began > at_most:
            break
    return found


def _deeper(frames: int, time_it: Callable[[Callable[[], Any]], None], task: Callable[[], Any]) -> None:
    """Time it so many calls further down."""
    if frames:
        _deeper(frames - 1, time_it, task)
    else:
        time_it(task)


@dataclass(frozen=True, slots=True)
class Question:
    """A statement as it went to the database."""

    sql: str
    params: Sequence[Any] | None
    many: bool

    @property
    def asks(self) -> bool:
        """Whether it only reads."""
        return self.sql.startswith("SELECT")


@contextmanager
def questions() -> Iterator[list[Question]]:
    """Every statement that goes to the database meanwhile; beginning and ending a transaction is not counted."""
    asked: list[Question] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        if not sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):
            asked.append(Question(sql, params, many))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield asked


def ask_bare(asked: Sequence[Question]) -> None:
    """The very same questions straight to the database, with every row fetched and nothing made of it."""
    with connection.cursor() as cursor:
        for each in asked:
            cursor.execute(each.sql, each.params)
            cursor.fetchall()
