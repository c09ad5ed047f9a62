"""What does a later pull add to a ledger that has an earlier one? Events and corrections; nothing is overwritten.

Each event a list can give has its place in the ledger, told by the beginning of its id (``identity``). What is
in force in that place is compared with what the list says now. Where a person has corrected it in Pejl, the
person is believed, and the difference is only listed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl

from pejl.dates import local_day
from pejl.events import KIND_BY_KEY, RAADGIVER_TILDELT, RETTELSE
from pejl.importers.candidates import unreadable
from pejl.importers.identity import LIST_DIGITS, ROW_DIGITS, SLOT_DIGITS, kind_digits, list_id
from pejl.importers.importer import RejectKind
from pejl.importers.known import MORE, SLOT, STANDING, TOUCHED
from pejl.importers.layout import ListSource, Mapping
from pejl.importers.pull import Pull
from pejl.importers.refusal import ImportRefused
from pejl.importers.rejects import Problem, lines
from pejl.importers.rows import ROW_ID, Judged
from pejl.importers.sheet import ROW
from pejl.ledger.frames import EVENT_SCHEMA

# Which rows and events the pull holds. A row (and no slot) is there; usable or not. A slot is an event whose
# date cannot be read: it is not gone, and what the ledger has of it stands.
SEEN_SCHEMA: Final = pl.Schema({ROW_ID: pl.String(), SLOT: pl.String(), "usable": pl.Boolean()})

# What an event says, by which the list and the ledger are compared.
_SAYS: Final = tuple(name for name in EVENT_SCHEMA if name not in ("event_id", "recorded_at", "source", "recorded_by"))
# The same without what a person who registers in Pejl cannot know of the list.
_SAYS_IN_PEJL: Final = tuple(name for name in _SAYS if name not in ("thread_id", "shared_id", "done_by"))
_OLD: Final = "\told"
_VALUE: Final = "\tvalue"


def seen(verdict: Judged, source: ListSource) -> pl.DataFrame:
    """What judged rows show to be in the list, usable or not."""
    slots = unreadable(verdict.usable, source).alias(SLOT).to_frame()
    return pl.concat(
        [
            there(verdict.usable, usable=True),
            there(verdict.unusable, usable=False),
            slots.select(pl.col(SLOT).str.head(ROW_DIGITS).alias(ROW_ID), SLOT, usable=False),
        ]
    )


def there(rows: pl.DataFrame, *, usable: bool) -> pl.DataFrame:
    """These rows as being in the list."""
    return rows.select(ROW_ID, pl.lit(None, dtype=pl.String()).alias(SLOT), pl.lit(usable).alias("usable"))


@dataclass(frozen=True, slots=True)
class Compared:
    """What a pull adds, and what it leaves as it is but speaks of."""

    events: pl.DataFrame
    missing: pl.DataFrame  # events of rows that are no longer in the list, and whether these should be (EXPECTED)
    known_rows: pl.DataFrame  # how many rows of each list are known that should be in the pull
    overruled: pl.DataFrame  # events of the list that a person has corrected in Pejl


def compared(found: pl.DataFrame, known: pl.DataFrame, *, seen: pl.DataFrame, pull: Pull) -> Compared:
    """What the events found in a pull add to those known; both of the same rows."""
    touched = known.filter(pl.col(TOUCHED))
    standing = known.filter(pl.col(STANDING) & ~pl.col(TOUCHED))
    overruled = found.join(touched, left_on="event_id", right_on=SLOT, how="semi")
    believed = found.join(touched, left_on="event_id", right_on=SLOT, how="anti")
    fresh, changed = _changes(believed, standing)
    gone, missing = _gone(standing, believed, seen=seen)
    key_days = _key_days(known, mapping=pull.mapping)
    missing = missing.join(key_days.select(ROW_ID, EXPECTED), on=ROW_ID, how="left")
    withdrawn = missing.filter(EXPECTED) if pull.mapping.complete else missing.clear()
    corrections = [
        _correction(changed, f"Ændret i fagsystemet {pull.words}.", pull=pull),
        _correction(gone, f"Slettet i fagsystemet {pull.words}.", pull=pull),
        _correction(withdrawn, f"Rækken er ikke længere i listen {pull.words}.", pull=pull),
    ]
    events = pl.concat([_versioned(fresh, known), *corrections], how="diagonal")
    in_force = known.filter(STANDING).select(pl.col("event_id").str.head(ROW_DIGITS).alias(ROW_ID)).unique()
    expected = key_days.filter(EXPECTED).join(in_force, on=ROW_ID, how="semi")
    return Compared(events, missing, expected.group_by(LIST).len(), overruled)


LIST: Final = "\tlist"  # the beginning of the ids from a list
EXPECTED: Final = "\texpected"  # a row whose key date is among the days that the pull covers


def _key_digits(mapping: Mapping) -> list[str]:
    """The ends of the ids of the events that happen on the key date of their row."""
    on_key_date = (
        kind_digits(kind, ordinal)
        for each in mapping.lists
        for event in each.events
        if event.moment.day == each.key_moment.day
        for kind, ordinal in event.ordinals.items()
    )
    return [*on_key_date, kind_digits(RAADGIVER_TILDELT.key)]


_KEY: Final = "\tkey"


def _key_days(known: pl.DataFrame, *, mapping: Mapping) -> pl.DataFrame:
    """Each row that is known, with its list and whether the day it is known by is one that its list covers."""
    # A row whose key date gives no event is known by the first day of those it gave.
    by_key = pl.col("event_id").str.slice(ROW_DIGITS, SLOT_DIGITS - ROW_DIGITS).is_in(_key_digits(mapping))
    newest = pl.col("day").filter(pl.col(_KEY)).last()
    since = {list_id(mapping.source, each.name): each.since for each in mapping.lists}
    rows = known.sort("recorded_at", "event_id").with_columns(
        pl.col("event_id").str.head(ROW_DIGITS).alias(ROW_ID), by_key.alias(_KEY)
    )
    days = rows.group_by(ROW_ID).agg(pl.coalesce(newest, pl.col("day").min()).alias("day"))
    first = pl.col(LIST).replace_strict(since, return_dtype=pl.Date())
    return days.with_columns(pl.col(ROW_ID).str.head(LIST_DIGITS).alias(LIST)).select(
        ROW_ID, LIST, (pl.col("day") >= first).alias(EXPECTED)
    )


def _changes(found: pl.DataFrame, standing: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The events to append, and those in force that they take the place of."""
    says = [name for name in _SAYS if name in found.columns]
    old = standing.select(SLOT, MORE, *(pl.col(name).alias(name + _OLD) for name in ("event_id", *says)))
    pairs = found.join(old, left_on="event_id", right_on=SLOT, how="left")
    differs = pl.any_horizontal(pl.col(name).ne_missing(pl.col(name + _OLD)) for name in says)
    fresh = pairs.filter(pl.col("event_id" + _OLD).is_null() | differs | pl.col(MORE))
    replaced = fresh.select(pl.col("event_id" + _OLD).alias("event_id")).drop_nulls()
    return fresh.select(found.columns), standing.join(replaced, on="event_id", how="semi")


def _gone(standing: pl.DataFrame, found: pl.DataFrame, *, seen: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The events in force whose value is no longer in its row, and those whose row is no longer in the list."""
    rows = seen.filter(pl.col(SLOT).is_null())
    unreadable = seen.filter(pl.col(SLOT).is_not_null())
    absent = (
        standing.join(found, left_on=SLOT, right_on="event_id", how="anti")
        .join(unreadable, on=SLOT, how="anti")
        .with_columns(pl.col("event_id").str.head(ROW_DIGITS).alias(ROW_ID))
    )
    # A row that stands there and cannot be used says nothing, so what it said before is left alone.
    gone = absent.join(rows.filter("usable"), on=ROW_ID, how="semi")
    return gone, absent.join(rows, on=ROW_ID, how="anti")


def _versioned(fresh: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """The events to append, each with an id that no earlier version in the same place has."""
    versions = known.group_by(SLOT).agg(pl.len().alias(_OLD))
    numbered = fresh.join(versions, left_on="event_id", right_on=SLOT, how="left")
    later = pl.format("{}-{}", "event_id", pl.col(_OLD) + 1)
    return numbered.with_columns(pl.coalesce(later, "event_id").alias("event_id")).select(fresh.columns)


def _correction(events: pl.DataFrame, reason: str, *, pull: Pull) -> pl.DataFrame:
    """The corrections that take these events out of force."""
    return events.select(
        (pl.col("event_id") + "-r").alias("event_id"),
        "case_id",
        "thread_id",
        pl.lit("").alias("shared_id"),
        pl.lit(RETTELSE.key).alias("kind"),
        pl.lit(local_day(pull.recorded_at)).alias("day"),
        pl.lit(pull.recorded_at).cast(EVENT_SCHEMA["at"]).alias("at"),
        pl.lit("").alias("done_by"),
        pl.col("event_id").alias("f_replaces"),
        pl.lit(reason).alias("f_reason"),
    )


# --- what is only spoken of ---------------------------------------------------------------------------------


def still_different(overruled: pl.DataFrame, *, in_force: pl.DataFrame) -> pl.DataFrame:
    """Those of the list's events that say something else than what is in force in the case."""
    says = [name for name in _SAYS_IN_PEJL if name in overruled.columns]
    return overruled.join(in_force, on=says, how="anti", nulls_equal=True)


def missing_lines(missing: pl.DataFrame, source: ListSource, *, pull: Pull) -> pl.DataFrame:
    """One line for each row of a list that is no longer in it."""
    stands = "Det, den gav, står ved magt."
    outcome = (
        pl.when(~pl.col(EXPECTED))
        .then(pl.lit(f"Den ligger før {source.since:%d-%m-%Y}, hvor udtrækket begynder. {stands}"))
        .otherwise(pl.lit("Det, den gav, er trukket tilbage." if pull.mapping.complete else stands))
    )
    reason = pl.format("Rækken er ikke længere i listen. {}", outcome)
    rows = _of(missing, source, mapping=pull.mapping).group_by(ROW_ID)
    once = rows.agg(
        pl.col("thread_id").max(), pl.col("case_id").first().alias(_VALUE), pl.lit(None).alias(ROW), pl.first(EXPECTED)
    )
    return _lines(once, Problem(RejectKind.WARNING, source.case, reason, pl.col(_VALUE)), source=source)


def refuse_most_missing(source: ListSource, *, known: int, missing: int, read: int, mapping: Mapping) -> None:
    """Raise ``ImportRefused`` when so much of a complete list is gone that the pull is hardly what it should be."""
    if not mapping.complete or mapping.may_lack or not known:
        return
    if read and (missing < LEAST_MISSING or 2 * missing <= known):
        return
    lacks = f"mangler {missing} af de {known} rækker" if read else f"er tom, men havde {known} rækker"
    raise ImportRefused(
        f"Listen »{source.label}« {lacks}, som hændelseslisten kender fra {source.since:%d-%m-%Y} og frem. Tjek, at "
        "udtrækket er helt, og at »ark« og »fra« i mappingen passer. Er rækkerne virkelig slettet, så skriv "
        "»maa_mangle = true« øverst i mappingen. Intet er ændret."
    )


# So few rows may well have been deleted since the last pull, however short the list is.
LEAST_MISSING: Final = 10


def overruled_lines(overruled: pl.DataFrame, source: ListSource, *, mapping: Mapping) -> pl.DataFrame:
    """One line for each event of a list that a person has corrected in Pejl to something else."""
    label = pl.col("kind").replace_strict(_LABELS, return_dtype=pl.String())
    what = pl.format("{} {}", label, pl.col("day").dt.strftime("%d-%m-%Y"))
    events = _of(overruled, source, mapping=mapping).with_columns(what.alias(_VALUE))
    return _lines(events, Problem(RejectKind.WARNING, "", _OVERRULED, pl.col(_VALUE)), source=source)


_LABELS: Final = {key: kind.label for key, kind in KIND_BY_KEY.items()}
_OVERRULED: Final = (
    "Hændelsen er rettet i Pejl, og det gælder. Ret den også i fagsystemet, hvis Pejl har ret, ellers i Pejl."
)


def _of(events: pl.DataFrame, source: ListSource, *, mapping: Mapping) -> pl.DataFrame:
    return events.filter(pl.col("event_id").str.head(LIST_DIGITS) == list_id(mapping.source, source.name))


def _lines(events: pl.DataFrame, problem: Problem, *, source: ListSource) -> pl.DataFrame:
    # The thread is named after the row's key, unless the mapping names it after another column.
    in_thread = pl.col("thread_id").str.strip_prefix(f"{source.thread}:")
    key = in_thread if source.thread_key == source.row_key else pl.lit("")
    return lines(events.with_columns(key.alias(source.row_key)), problem, source=source)
