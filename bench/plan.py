"""How are the pages of the plan shown next to the empty page, and what are they held against? ``bench/run --plan``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from bench.measurement import Measurement, measured
from bench.plan_sizes import FULL, SMALL, PlanSize
from bench.sections import Row, Section, progress, thousands

_PROGRAM: Final = "bench.plan_measured"
_MS: Final = 1_000
_TIMES: Final = 4  # a repeat that is asked for is so many answers
_TIMES_EMPTY: Final = 8
_EMPTY: Final = "tom side"
# Works something out of every case when it is asked for: a count, and no page that lies ready.
_COUNTED: Final = frozenset({"Et nøgletal dengang og nu, talt om"})


def sections(repeats: int) -> list[Section]:
    """The pages of the plan and of the figures; the databases are made first, if need be."""
    for size in (SMALL, FULL):
        _measured("make-base", size)
        _measured("make", size)
    few, many = (_measured("questions", size).facts for size in (SMALL, FULL))
    found = _measured("pages", FULL, repeats=repeats * _TIMES)
    rows = list(_rows(found, few, many))
    return [Section(_heading(), rows, tuple(_told(found.facts, few, many, rows)))]


def _measured(task: str, size: PlanSize, *, repeats: int = 1) -> Measurement:
    if not task.startswith("make"):
        progress(f"Måler »{task}« på {size.label} …")
    return measured(task, size, repeats=repeats, program=_PROGRAM)


def _heading() -> str:
    holds = FULL.holds
    return (
        f"Planens sider: {holds['actions']} handlinger, {holds['effects']} effekter,"
        f" {thousands(holds['log'])} linjer log over ti år, {thousands(holds['figures'])} gemte tal, SQLite;"
        " forespørgsler ved en tiendedel og ved det hele"
    )


def _rows(found: Measurement, few: dict[str, Any], many: dict[str, Any]) -> Iterator[Row]:
    timed = {name: each for name, each in found.facts.items() if "missing" not in each}
    for number, (name, each) in enumerate(timed.items()):
        page, empty = (_of(found, each[what]) for what in ("page", "empty"))
        if not number:
            yield Row(what="Tom side i samme ramme", measurement=empty, scale=_MS, unit="ms", ratio=1, against=_EMPTY)
        yield Row(
            what=name,
            measurement=page,
            scale=_MS,
            unit="ms",
            ratio=min(page.cpu) / min(empty.cpu),
            against=_EMPTY,
            limit=None if name in _COUNTED else _TIMES_EMPTY,
            note=f"{few.get(name) or '?'} og {many.get(name) or '?'} forespørgsler",
        )


def _of(found: Measurement, times: dict[str, list[float]]) -> Measurement:
    """What was timed by turns with others in the same process."""
    return replace(found, seconds=tuple(times["seconds"]), cpu=tuple(times["cpu"]), rows=0, facts={})


def _told(
    timed: dict[str, Any], few: dict[str, int | None], many: dict[str, int | None], rows: list[Row]
) -> Iterator[str]:
    """What does not hold, by name; and what could not be measured."""
    both = [name for name in many if few.get(name) and many[name]]
    growing = [f"{name} ({few[name]} og {many[name]})" for name in both if (few[name] or 0) < (many[name] or 0)]
    fewer = [f"{name} ({few[name]} og {many[name]})" for name in both if (few[name] or 0) > (many[name] or 0)]
    same = len(both) - len(growing) - len(fewer)
    yield f"{same} af {len(both)} sider spørger databasen lige mange gange ved begge størrelser."
    if growing:
        yield f"Spørger flere gange, når der er mere: {', '.join(growing)}."
    if fewer:
        yield f"Spørger færre gange, når der er mere: {', '.join(fewer)}."
    over = [row.what for row in rows if row.limit and row.ratio and row.ratio > row.limit]
    yield f"Over budgettet: {', '.join(over)}." if over else "Alle er inden for budgettet."
    if missing := [f"{name} ({each['missing']})" for name, each in timed.items() if "missing" in each]:
        yield f"Ikke målt: {', '.join(missing)}."
