"""What is done inside a measured process of the plan's part? Django set up on a copy of a database, one task.

``python -m bench.plan_measured TASK SIZE REPEATS``. The copy goes when the process does.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench.plan_sizes import PLAN, PLAN_SIZES, PlanSize
from bench.web_measured import set_up

if TYPE_CHECKING:
    from bench.web_timing import Timed


def make_base(size: PlanSize, folder: Path, _: int) -> Timed:
    """The municipality made, unless it lies there already."""
    new = folder / "ny.sqlite3"
    set_up(f"sqlite:///{new}", data=folder)
    from django.db import connection

    from bench import plan_data
    from bench.web_timing import Timed

    if not plan_data.is_made(size) and not plan_data.base().exists():
        print("Laver kommunen …", file=sys.stderr, flush=True)
        plan_data.make_base()
        connection.close()
        for old in PLAN.glob("kommunen-*.sqlite3"):
            old.unlink()
        shutil.move(new, plan_data.base())
    return Timed([0.0], [0.0])


def make(size: PlanSize, folder: Path, _: int) -> Timed:
    """The plan written into a copy of the municipality, unless it lies there already."""
    new = folder / "ny.sqlite3"
    set_up(f"sqlite:///{new}", data=folder)
    from bench import plan_data
    from bench.web_timing import Timed

    if not plan_data.is_made(size):
        print(f"Laver planen »{size.name}« …", file=sys.stderr, flush=True)
        shutil.copyfile(plan_data.base(), new)
        plan_data.keep(size, new, holds=plan_data.make(size))
    return Timed([0.0], [0.0], facts=dict(size.holds))


def pages(size: PlanSize, folder: Path, times: int) -> Timed:
    """Every page of the plan, by turns with the empty one. All in one process: what is held against what is close."""
    _on_a_copy(size, folder)
    from bench.plan_pages import time_all
    from bench.web_timing import Timed

    return Timed([0.0], [0.0], facts=time_all(times))


def questions(size: PlanSize, folder: Path, _: int) -> Timed:
    """The questions of every page, counted."""
    _on_a_copy(size, folder)
    from bench.plan_pages import count_all
    from bench.web_timing import Timed

    return Timed([0.0], [0.0], facts=count_all())


def _on_a_copy(size: PlanSize, folder: Path) -> None:
    copy = folder / "pejl.sqlite3"
    shutil.copyfile(size.database, copy)
    set_up(f"sqlite:///{copy}", data=folder)


_TASKS: Final[dict[str, Callable[[PlanSize, Path, int], Timed]]] = {
    "make-base": make_base,
    "make": make,
    "pages": pages,
    "questions": questions,
}


def main(task: str, size: str, times: str) -> None:
    """Do it, and tell."""
    PLAN.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="kopi-", dir=PLAN, ignore_cleanup_errors=True) as folder:
        timed = _TASKS[task](PLAN_SIZES[size], Path(folder), int(times))
    print(json.dumps({"seconds": timed.seconds, "cpu": timed.cpu, "rows": timed.rows, "facts": timed.facts}))


if __name__ == "__main__":
    main(*sys.argv[1:])
