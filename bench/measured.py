"""What is done inside a measured process? One task, several times, timed; what came of it goes out as JSON.

``python -m bench.measured TASK SIZE REPEATS``. What the task needs first (imports, reading what stands in memory
already) is not timed, but counts in the memory of the process.
"""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

import polars as pl

from bench import long_list
from bench.agreement import differences, fingerprint, written_in
from bench.contenders import CONTENDERS, plain_deadlines
from bench.eight import AS_OF
from bench.ledgers import make
from bench.measurement import again
from bench.sizes import NATION, SIZES, Size
from bench.the_case import the_case
from pejl.engine import columnar, plain
from pejl.ledger import deadline_frame, events_by_case, events_of, read_ledger
from pejl.rulebook import RULEBOOK

_CASES_AT_A_TIME: Final = 1_000


@dataclass(frozen=True, slots=True)
class Task:
    """Something to time, and what else there is to tell; ``do`` gives a number of rows."""

    do: Callable[[], int]
    facts: dict[str, Any] = field(default_factory=dict)


def the_one_case(_: Size) -> Task:
    """The readable engine on one case, a thousand times over."""
    events = the_case()
    found = plain.evaluate(events, rulebook=RULEBOOK, as_of=AS_OF)

    def do() -> int:
        for _ in range(_CASES_AT_A_TIME):
            plain.evaluate(events, rulebook=RULEBOOK, as_of=AS_OF)
        return len(found)

    begun = {(each.rule, each.rule_version) for each in found}
    return Task(do, {"times": _CASES_AT_A_TIME, "rules": len(begun), "of_rules": len(RULEBOOK.rules)})


def plain_in_memory(size: Size) -> Task:
    """The readable engine on a ledger that stands in memory as rows: events made, judged, made rows again."""
    frame = pl.concat(read_ledger(part) for part in size.parts_made)

    def do() -> int:
        return deadline_frame(plain_deadlines(frame, rulebook=RULEBOOK, as_of=AS_OF), as_of=AS_OF).height

    return Task(do)


def columnar_in_memory(size: Size) -> Task:
    """The columnar engine on the same."""
    frame = pl.concat(read_ledger(part) for part in size.parts_made)
    return Task(lambda: columnar.evaluate(frame, rulebook=RULEBOOK, as_of=AS_OF).height)


def plain_per_case(size: Size) -> Task:
    """The readable engine on the whole rulebook, case by case, with the events made beforehand."""
    frame = pl.concat(read_ledger(part) for part in size.parts_made)
    covers = events_of(frame.filter(pl.col("case_id") == "").unique("source"))
    cases = [[*covers, *events] for events in events_by_case(frame.filter(pl.col("case_id") != ""))]

    def do() -> int:
        return sum(len(plain.evaluate(events, rulebook=RULEBOOK, as_of=AS_OF)) for events in cases)

    return Task(do, {"cases": len(cases)})


def contend(size: Size, *, name: str) -> Task:
    """A contender on a ledger: from Parquet parts to Parquet."""
    parts, folder = size.parts_made, size.results_of(name)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return Task(lambda: CONTENDERS[name](parts, folder, as_of=AS_OF))


def make_ledger(size: Size) -> Task:
    """The ledger made, unless it lies there already."""
    make(size, say=lambda line: print(line, file=sys.stderr, flush=True))
    return Task(lambda: 0, dict(size.holds))


def agree(size: Size) -> Task:
    """Have all who judged the same rules of a ledger written the very same rows?"""
    differing: dict[str, list[str]] = {}
    for rules in ("eight", "all"):
        differing |= _differing(size, rules)
    return Task(lambda: 0, {"differing": differing})


def _differing(size: Size, rules: str) -> dict[str, list[str]]:
    folders = sorted(each for each in size.results_of("").glob(f"*-{rules}"))
    prints = {folder.name: fingerprint(written_in(folder)) for folder in folders}
    ours = size.results_of(f"columnar-{rules}")
    others = [name for name, each in prints.items() if each != prints[ours.name]]
    return {
        name: [] if size == NATION else differences(written_in(ours), written_in(size.results_of(name)))
        for name in others
    }


TASKS: Final[dict[str, Callable[[Size], Task]]] = {
    "make": make_ledger,
    "agree": agree,
    "the-one-case": the_one_case,
    "plain-in-memory": plain_in_memory,
    "columnar-in-memory": columnar_in_memory,
    "plain-per-case": plain_per_case,
    "make-long-list": lambda _: Task(long_list.make),
    "read-long-list": lambda _: Task(long_list.read_bare),
    "import-long-list": lambda _: Task(long_list.import_it),
    **{name: partial(contend, name=name) for name in CONTENDERS},
}


def main(task: str, size: str, repeats: str) -> None:
    """Do it, and tell."""
    prepared = TASKS[task](SIZES[size])
    seconds: list[float] = []
    cpu, rows = [], 0
    while again(seconds, repeats=int(repeats)):
        began, began_cpu = time.perf_counter(), time.process_time()
        rows = prepared.do()
        seconds.append(time.perf_counter() - began)
        cpu.append(time.process_time() - began_cpu)
    print(json.dumps({"seconds": seconds, "cpu": cpu, "rows": rows, "facts": prepared.facts}))


if __name__ == "__main__":
    main(*sys.argv[1:])
