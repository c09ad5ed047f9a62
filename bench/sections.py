"""What is measured, in which order, and what are the numbers held against? One function a part of the table."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bench.measurement import Measurement, commanded, measured
from bench.sizes import FIFTH, HALF_A_MILLION, MUNICIPALITY, SAMPLE, TENTH, TINY, TWENTIETH, VAR, Size

AS_OF: Final = "2026-06-30"
_LINEAR: Final = 1.25
_MILLION: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table. ``unit`` is what a second is shown as; ``against`` names what the ratio is to.

    A budget is held against the best time, or against the seconds in ``judged``; ``limit`` is a budget for the ratio
    and ``most_mib`` one for the memory.
    """

    what: str
    measurement: Measurement
    scale: float = 1.0  # from the seconds measured to the number shown
    unit: str = "s"
    budget: float | None = None
    judged: float | None = None
    limit: float | None = None
    most_mib: float | None = None
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
    _ready(SAMPLE)
    many = _measured("den læselige motor på mange sager", "plain-per-case", SAMPLE, repeats=repeats)
    cases = many.facts["cases"]
    each = Row(
        what=f"plain, hele regelbogen, en sag i gennemsnit af {thousands(cases)}",
        measurement=many,
        scale=1_000 / cases,
        unit="ms",
        budget=1,
    )
    remark = f"{rules} af regelbogens {of_rules} regler er i gang."
    return Section(f"Én sag: 25 hændelser, {found.rows} frister", [row, each], (remark,))


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
# What Pejl may take of the floor's time, and of memory.
_LIMITS: Final = {"columnar-eight": 3.0, "columnar-all": 6.0}
_MOST_MIB: Final = 3 * 1024.0


def country(size: Size, *, repeats: int) -> Section:
    """The floor, Pejl and the baselines from Parquet to Parquet; times only count where the rows are the same."""
    holds = _ready(size)
    floor = _measured("gulvet", "floor", size, repeats=repeats)
    found = {task: _measured(what, task, size, repeats=repeats) for task, what in _CONTENDERS.items()}
    differing = _measured("om de er enige", "agree", size, repeats=1).facts["differing"]
    plain, plain_differing = _plain()
    differing |= plain_differing
    rows = [Row(what="gulv: læs alt, sortér, skriv", measurement=floor, ratio=1, against="gulv")]
    for task, what in _CONTENDERS.items():
        rows.append(
            Row(
                what=what,
                measurement=found[task],
                ratio=found[task].best / floor.best,
                against="gulv",
                limit=_LIMITS.get(task),
                most_mib=_MOST_MIB if task in _LIMITS else None,
                agrees=task not in differing,
            )
        )
    rows.append(_whole_command(size, floor=floor))
    rows.append(_scaled_row(plain, floor=floor, agrees="plain-eight" not in differing, scale=_scale(holds)))
    heading = f"{size.label.capitalize()}: {_holding(holds)} i {len(size.parts_made)} dele, fra Parquet til Parquet"
    return Section(heading, rows, _told(differing, rows=found["columnar-eight"].rows))


def _whole_command(size: Size, *, floor: Measurement) -> Row:
    """``pejl evaluate`` on the folder: read, checked, divided, judged, and written to one file in order."""
    progress(f"Måler pejl evaluate på {size.label} …")
    out = str(VAR / f"{size.name}-frister.parquet")
    found = commanded(("evaluate", str(size.folder), "--as-of", AS_OF, "--out", out), repeats=1)
    return Row(
        what="pejl evaluate, med kontrol og én fil i orden",
        measurement=found,
        ratio=found.best / floor.best,
        against="gulv",
        most_mib=_MOST_MIB,
    )


def _plain() -> tuple[Measurement, dict[str, list[str]]]:
    """The readable engine on the sample, and whether it agrees with the columnar one there."""
    _ready(SAMPLE)
    plain = _measured("plain", "plain-eight", SAMPLE, repeats=1)
    for task in ("plain-all", "columnar-eight", "columnar-all"):
        measured(task, SAMPLE, repeats=1)
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


def growth(repeats: int) -> Section:
    """Does the time grow with the ledger, and no faster? The whole rulebook on a twentieth and on a fifth."""
    rows = list[Row]()
    for size in (TWENTIETH, FIFTH):
        events = _ready(size)["events"]
        found = _measured("hele regelbogen", "columnar-all", size, repeats=repeats)
        per_event = min(found.cpu) / events
        first = rows[0].measurement if rows else found
        few = TWENTIETH.holds["events"]
        rows.append(
            Row(
                what=f"Pejl columnar, hele regelbogen, {size.label} ({thousands(events)} hændelser)",
                measurement=found,
                scale=_MILLION / events,
                unit="µs pr. hændelse",
                ratio=per_event / (min(first.cpu) / few),
                limit=_LINEAR if rows else None,
                against="cpu pr. hændelse på en tyvendedel",
                most_mib=_MOST_MIB,
            )
        )
    return Section("Fire gange så mange hændelser", rows)


def many_rules(repeats: int) -> Section:
    """The shape of the English validator: more than three hundred rules over half a million rows."""
    holds = _ready(HALF_A_MILLION)
    found = _measured("over 300 regler", "columnar-many", HALF_A_MILLION, repeats=repeats)
    row = Row(what="Pejl columnar, 305 regler eller flere", measurement=found, budget=10, most_mib=1024.0)
    return Section(
        f"Mange regler: {_holding(holds)}, fra Parquet til Parquet",
        [row],
        (
            "Den engelske kontrol af børnelister (D2I 903) tog 48,9 s for 305 regler over 518.860 rækker, 81 s i alt, "
            "og 2,5 GB på to kerner; tallene er hentet, ikke målt her, og reglerne er andre. Pejls regler er "
            "regelbogens, og de samme igen med andre tal.",
        ),
    )


def on_spark(python: str) -> Section:
    """The same engine on Spark, next to itself without; both on this machine, and equal to the row."""
    holds = _ready(TENTH)
    local = _measured("hele regelbogen", "columnar-all", TENTH, repeats=1)
    progress("Måler Spark …")
    spark = measured("spark-all", TENTH, repeats=1, program="bench.on_spark", python=python)
    differing = _measured("om de er enige", "agree", TENTH, repeats=1).facts["differing"]
    rows = [
        Row(what="Pejl columnar, hele regelbogen", measurement=local, ratio=1, against="uden Spark"),
        Row(
            what="det samme på Spark, når Spark er startet",
            measurement=spark,
            ratio=spark.best / local.best,
            against="uden Spark",
            agrees="spark-all" not in differing,
        ),
    ]
    remark = (
        f"Det tog {spark.facts['start']:.0f} s at starte Spark; hukommelsen er Pythons alene, uden Java. "
        f"De to er {'uenige' if differing else 'enige om hver kolonne i hver række'}."
    )
    return Section(f"Spark: {_holding(holds)}, fra Parquet til Parquet", rows, (remark,))


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
