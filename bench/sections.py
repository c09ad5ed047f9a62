"""What is measured, in which order, and what are the numbers held against? One function a part of the table."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bench.measurement import Measurement, commanded, measured
from bench.sizes import MUNICIPALITY, SAMPLE, TINY, VAR, Size

AS_OF: Final = "2026-06-30"
_MILLION: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table. ``unit`` is what a second is shown as; ``against`` names what the ratio is to.

    A budget is held against the best time, or against the seconds in ``judged``; ``limit`` is a budget for the ratio.
    """

    what: str
    measurement: Measurement
    scale: float = 1.0  # from the seconds measured to the number shown
    unit: str = "s"
    budget: float | None = None
    judged: float | None = None
    limit: float | None = None
    ratio: float | None = None
    against: str = ""
    note: str = ""
    agrees: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the table, with a heading that says how much was measured on."""

    heading: str
    rows: list[Row]
    remarks: tuple[str, ...] = ()


def progress(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _measured(what: str, task: str, size: Size, *, repeats: int) -> Measurement:
    progress(f"Måler {what} på {size.label} …")
    return measured(task, size, repeats=repeats)


def _ready(size: Size) -> dict[str, int]:
    """The ledger made if need be; how much there is in it."""
    return measured("make", size, repeats=1).facts


def thousands(number: int) -> str:
    """A whole number as Danes write it."""
    return f"{number:,}".replace(",", ".")


def _holding(holds: dict[str, int]) -> str:
    return f"{thousands(holds['cases'])} sager, {thousands(holds['events'])} hændelser"


# --- one case, one municipality -----------------------------------------------------------------------------


def one_case(repeats: int) -> Section:
    """The readable engine, as it runs on every page and after every write."""
    found = _measured("den læselige motor", "the-one-case", TINY, repeats=repeats)
    times, rules, of_rules = (found.facts[name] for name in ("times", "rules", "of_rules"))
    row = Row(what="plain, hele regelbogen", measurement=found, scale=_MILLION / times, unit="µs", budget=300)
    return Section(
        f"Én sag: 25 hændelser, {found.rows} frister", [row], (f"{rules} af regelbogens {of_rules} regler er i gang.",)
    )


def municipality(repeats: int) -> Section:
    """Both engines on a municipality, in memory and through the command."""
    holds = _ready(MUNICIPALITY)
    rows = [
        Row(
            what=f"{engine}, i hukommelsen",
            measurement=_measured(engine, f"{engine}-in-memory", MUNICIPALITY, repeats=repeats),
            budget=3,
        )
        for engine in ("plain", "columnar")
    ]
    return Section(f"En kommune: {_holding(holds)}, hele regelbogen", [*rows, *_evaluated(repeats)])


def _evaluated(repeats: int) -> Iterator[Row]:
    (part,) = MUNICIPALITY.parts_made
    for engine in ("plain", "columnar"):
        progress(f"Måler pejl evaluate --engine {engine} …")
        out = str(VAR / f"kommune-{engine}.parquet")
        command = ("evaluate", str(part), "--as-of", AS_OF, "--engine", engine, "--out", out)
        yield Row(what=f"pejl evaluate --engine {engine}", measurement=commanded(command, repeats=repeats), budget=3)


# --- the country --------------------------------------------------------------------------------------------

_CONTENDERS: Final = {
    "floor-unwritten": "gulv uden at skrive",
    "columnar-eight": "Pejl columnar, otte regler",
    "pandas-eight": "pandas, otte regler",
    "duckdb-eight": "DuckDB, otte regler",
    "columnar-all": "Pejl columnar, hele regelbogen",
}


def country(size: Size, *, repeats: int) -> Section:
    """The floor, Pejl and the baselines from Parquet to Parquet; times only count where the rows are the same."""
    holds = _ready(size)
    floor = _measured("gulvet", "floor", size, repeats=repeats)
    found = {task: _measured(what, task, size, repeats=repeats) for task, what in _CONTENDERS.items()}
    differing = _measured("om de er enige", "agree", size, repeats=1).facts["differing"]
    plain, plain_differing = _plain(holds)
    differing |= plain_differing
    rows = [Row(what="gulv: læs alt, sortér, skriv", measurement=floor, ratio=1, against="gulv")]
    for task, what in _CONTENDERS.items():
        ratio = found[task].best / floor.best
        rows.append(Row(what=what, measurement=found[task], ratio=ratio, against="gulv", agrees=task not in differing))
    rows.append(_scaled_row(plain, floor=floor, agrees="plain-eight" not in differing, scale=_scale(holds)))
    heading = f"{size.label.capitalize()}: {_holding(holds)} i {size.parts} dele, fra Parquet til Parquet"
    return Section(heading, rows, _told(differing, rows=found["columnar-eight"].rows))


def _plain(holds: dict[str, int]) -> tuple[Measurement, dict[str, list[str]]]:
    """The readable engine on the sample, and whether it agrees with the columnar one there."""
    _ready(SAMPLE)
    plain = _measured("plain", "plain-eight", SAMPLE, repeats=1)
    measured("columnar-eight", SAMPLE, repeats=1)
    return plain, measured("agree", SAMPLE, repeats=1).facts["differing"]


def _scale(holds: dict[str, int]) -> float:
    return holds["events"] / SAMPLE.holds["events"]


def _scaled_row(plain: Measurement, *, floor: Measurement, agrees: bool, scale: float) -> Row:
    return Row(
        what=f"Pejl plain, otte regler (fra {thousands(SAMPLE.holds['cases'])} sager)",
        measurement=plain,
        scale=scale,
        ratio=plain.best * scale / floor.best,
        against="gulv",
        note="omregnet",
        agrees=agrees,
    )


def _told(differing: dict[str, list[str]], *, rows: int) -> tuple[str, ...]:
    if not differing:
        return (f"De otte regler giver {thousands(rows)} frister. Alle er enige om hver kolonne i hver række.",)
    for name, told in differing.items():
        progress("\n".join((f"{name} er ikke enig med columnar:", *told)))
    return (f"Ikke enige, så deres tid tæller ikke: {', '.join(differing)}.",)


# --- reading lists ------------------------------------------------------------------------------------------


def lists(repeats: int) -> Section:
    """From a case system's list to deadlines, and a long csv next to just reading it."""
    progress("Måler indlæsning af lister …")
    measured("make-long-list", TINY, repeats=1)
    bare = measured("read-long-list", TINY, repeats=repeats)
    imported = measured("import-long-list", TINY, repeats=repeats)
    ratio = imported.best / bare.best
    rows = [
        Row(what="Nordby: import-extract og evaluate", measurement=_nordby(repeats), budget=3),
        Row(what="csv, kun læst af Polars", measurement=bare, ratio=1, against="bar læsning"),
        Row(what="csv, indlæst gennem en mapping", measurement=imported, ratio=ratio, against="bar læsning"),
    ]
    return Section(f"Lister: udtrækket fra Nordby, og en csv med {thousands(bare.rows)} rækker", rows)


def _nordby(repeats: int) -> Measurement:
    ledger = VAR / "nordby.parquet"
    importing = ("import-extract", "tests/samples/udtraek-nordby.xlsx", "--mapping", "mappings/eksempel-udtraek.toml")
    return commanded(
        (*importing, "--out", str(ledger), "--recorded-at", AS_OF),
        ("evaluate", str(ledger), "--as-of", AS_OF),
        repeats=repeats,
        first=lambda: ledger.unlink(missing_ok=True),  # an import adds to what is there
    )
