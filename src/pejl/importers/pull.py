"""Which pull is this: of which source, when was it pulled, when registered, and is it newer than those before?

What a pull says the source delivers (``kilde_daekker``) is worked out here too: it is about the pull as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

import polars as pl

from pejl.dates import danish_date, danish_moment, local_day
from pejl.events import KILDE_DAEKKER, RETTELSE
from pejl.importers.identity import coverage_id
from pejl.importers.layout import Mapping
from pejl.importers.refusal import ImportRefused
from pejl.ledger.frames import EVENT_SCHEMA


@dataclass(frozen=True, slots=True)
class Pull:
    """One import of one source."""

    mapping: Mapping
    recorded_at: datetime

    @property
    def last_day(self) -> date:
        """The last day in the pull: the one the mapping states, or else the day it is registered."""
        return self.mapping.pulled or local_day(self.recorded_at)

    @property
    def words(self) -> str:
        """The pull as the reason of a correction names it."""
        return f"ved udtræk {danish_date(self.last_day)}"


@dataclass(frozen=True, slots=True)
class Before:
    """What the ledger knows of the source as a whole."""

    coverage: pl.DataFrame  # its kilde_daekker, with the columns of COVERAGE_SCHEMA
    recorded_at: datetime | None  # when something from it was last registered


# In force, and not so because a person has said so or not: of each declaration in a ledger.
IN_FORCE: Final = "\tin_force"
BY_PERSON: Final = "\tby_person"
COVERAGE_SCHEMA: Final = pl.Schema(
    {name: EVENT_SCHEMA[name] for name in ("event_id", "day", "f_slags", "f_trukket")}
    | {IN_FORCE: pl.Boolean(), BY_PERSON: pl.Boolean()}
)
NOTHING_BEFORE: Final = Before(pl.DataFrame(schema=COVERAGE_SCHEMA), None)


def coverage(pull: Pull, *, before: Before, anything_new: bool) -> pl.DataFrame:
    """The events that say what the source delivers and until when, where the ledger does not say so already."""
    # Without a day of its own, a pull with nothing new in it is the same file again, and the day is no news.
    days_count = anything_new or pull.mapping.pulled is not None
    rows = [
        _covers(pull, kind, since, before=before.coverage)
        for kind, since in pull.mapping.coverage.items()
        if not _said(before.coverage, kind, since=since, until=pull.last_day if days_count else date.min)
    ]
    return pl.DataFrame(rows, schema={name: EVENT_SCHEMA[name] for name in _COLUMNS}, orient="row")


_COLUMNS: Final = ("event_id", "kind", "day", "f_slags", "f_trukket")


def _covers(pull: Pull, kind: str, since: date, *, before: pl.DataFrame) -> tuple[str, str, date, str, date]:
    identity = coverage_id(pull.mapping.source, kind, days=f"{since}/{pull.last_day}")
    # What was taken back and is said again is a later version, as it is of the events in a list.
    versions = before.filter(pl.col("event_id").str.starts_with(identity)).height
    return f"{identity}-{versions + 1}" if versions else identity, KILDE_DAEKKER.key, since, kind, pull.last_day


def _said(coverage: pl.DataFrame, kind: str, *, since: date, until: date) -> bool:
    """Whether the ledger says so already, or a person has said that it is not so."""
    same = (pl.col("f_slags") == kind) & (pl.col("day") == since)
    still = pl.col(IN_FORCE) & (pl.col("f_trukket") >= until)
    return not coverage.filter(same & (still | pl.col(BY_PERSON))).is_empty()


def coverage_taken_back(pull: Pull, *, before: Before) -> pl.DataFrame:
    """The corrections of what earlier pulls said the source delivers, and the mapping does not say any more."""
    says = pl.DataFrame(
        list(pull.mapping.coverage.items()), schema={"f_slags": pl.String(), "day": pl.Date()}, orient="row"
    )
    wrong = before.coverage.filter(pl.col(IN_FORCE) & ~pl.col(BY_PERSON)).join(says, on=["f_slags", "day"], how="anti")
    return wrong.select(
        (pl.col("event_id") + "-r").alias("event_id"),
        pl.lit(RETTELSE.key).alias("kind"),
        pl.lit(local_day(pull.recorded_at)).alias("day"),
        pl.lit(pull.recorded_at).cast(EVENT_SCHEMA["at"]).alias("at"),
        pl.col("event_id").alias("f_replaces"),
        pl.lit(f"Mappingen siger det ikke længere {pull.words}.").alias("f_reason"),
    )


def refuse_older(pull: Pull, *, before: Before) -> None:
    """Raise ``ImportRefused`` when a pull that would change something is older than one the ledger has."""
    for reason in _older(pull, before):
        raise ImportRefused(f"{reason} Læs udtrækkene ind i den rækkefølge, de er trukket. Intet er ændret.")


def _older(pull: Pull, before: Before) -> Iterator[str]:
    mine = before.coverage.filter(pl.col(IN_FORCE) & pl.col("f_slags").is_in(list(pull.mapping.coverage)))
    newest = mine["f_trukket"].max()
    if isinstance(newest, date) and newest > pull.last_day:
        yield (
            f"Udtrækket går til {danish_date(pull.last_day)}, men hændelseslisten har allerede et nyere fra "
            f"samme kilde, der går til {danish_date(newest)}."
        )
    if before.recorded_at and before.recorded_at > pull.recorded_at:
        yield (
            f"Udtrækket registreres {danish_moment(pull.recorded_at)}, men hændelseslisten har allerede noget "
            f"fra samme kilde, der er registreret {danish_moment(before.recorded_at)}."
        )
