"""What is done inside a measured process of the web's part? Django set up on a copy of a database, one task, timed.

``python -m bench.web_measured TASK SIZE REPEATS``. The copy goes when the process does, so what a page writes in the
log and what is registered never changes what the next one is measured on.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import django

from bench.web_sizes import WEB, WEB_SIZES, WebSize

if TYPE_CHECKING:
    from bench.web_timing import Timed


def set_up(url: str, *, data: Path) -> None:
    """Django, before any module with a model is imported."""
    for name in [each for each in os.environ if each.startswith("PEJL_")]:
        del os.environ[name]
    (data / "static").mkdir()
    os.environ |= {"DJANGO_SETTINGS_MODULE": "bench.web_settings", "DATABASE_URL": url, "PEJL_DATA": str(data)}
    django.setup()


def _on_a_copy(size: WebSize, folder: Path) -> None:
    copy = folder / "pejl.sqlite3"
    if size.database.exists():
        shutil.copyfile(size.database, copy)
    set_up(f"sqlite:///{copy}", data=folder)


def make(size: WebSize, folder: Path, _: int) -> Timed:
    """The database made, unless it lies there already."""
    set_up(f"sqlite:///{folder / 'ny.sqlite3'}", data=folder)
    from bench import web_data
    from bench.web_timing import Timed

    if not web_data.is_made(size):
        print(f"Laver databasen »{size.name}« …", file=sys.stderr, flush=True)
        holds = web_data.make(size)
        web_data.keep(size, folder / "ny.sqlite3", holds=holds)
    return Timed([0.0], [0.0], facts=dict(size.holds))


def page(name: str) -> Callable[[WebSize, Path, int], Timed]:
    """One page by its name."""

    def task(size: WebSize, folder: Path, times: int) -> Timed:
        _on_a_copy(size, folder)
        from bench.web_pages import PAGES, time_page

        return time_page(PAGES[name], times=times)

    return task


def addresses(size: WebSize, folder: Path, _: int) -> Timed:
    """The questions of every page, counted."""
    _on_a_copy(size, folder)
    from bench.web_addresses import count_all
    from bench.web_timing import Timed

    return Timed([0.0], [0.0], facts=count_all())


def register(size: WebSize, folder: Path, times: int) -> Timed:
    """One event, the action alone."""
    _on_a_copy(size, folder)
    from bench.web_writes import registered

    return registered(times)


def post(size: WebSize, folder: Path, times: int) -> Timed:
    """One event, through the page."""
    _on_a_copy(size, folder)
    from bench.web_writes import posted

    return posted(times)


def first_start(size: WebSize, folder: Path, _: int) -> Timed:
    """The demo, from an empty file."""
    set_up(f"sqlite:///{folder / 'ny.sqlite3'}", data=folder)
    from bench.web_writes import first_start

    return first_start(size)


def take_in(size: WebSize, folder: Path, _: int) -> Timed:
    """The sample list, into the municipality."""
    _on_a_copy(size, folder)
    from bench.web_writes import taken_in

    return taken_in()


def load(pages: str) -> Callable[[WebSize, Path, int], Timed]:
    """Sixteen at once, on PostgreSQL."""

    def task(size: WebSize, folder: Path, times: int) -> Timed:
        from bench.web_load import loaded

        return loaded(size, folder, times=times, pages=pages)

    return task


_TASKS: Final[dict[str, Callable[[WebSize, Path, int], Timed]]] = {
    "make": make,
    "addresses": addresses,
    "register": register,
    "post": post,
    "first-start": first_start,
    "take-in": take_in,
    "load-lists": load("lists"),
    "load-day": load("day"),
}


def main(task: str, size: str, times: str) -> None:
    """Do it, and tell."""
    do = page(task.removeprefix("page:")) if task.startswith("page:") else _TASKS[task]
    WEB.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="kopi-", dir=WEB, ignore_cleanup_errors=True) as folder:
        timed = do(WEB_SIZES[size], Path(folder), int(times))
    print(json.dumps({"seconds": timed.seconds, "cpu": timed.cpu, "rows": timed.rows, "facts": timed.facts}))


if __name__ == "__main__":
    main(*sys.argv[1:])
