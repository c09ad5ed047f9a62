"""All cases at once: which deadlines follow from these events? For bulk, what-if and the nation.

The same meaning as ``plain``, reached another way; the two share no code and must agree row for row. Events are
positions in one order (``positions``), a rule is a handful of searches among them (``duties``, ``verdicts``), and
dates are counted once per distinct day, by the same calendar that the readable engine uses (``limits``).
"""

from __future__ import annotations

from datetime import date, datetime

import polars as pl

from pejl import dates
from pejl.engine.columnar.duties import judge_rule
from pejl.engine.columnar.positions import Ledger, day_number
from pejl.engine.columnar.rows import in_order
from pejl.events import BARNET_FOEDT, KILDE_DAEKKER, RETTELSE, struck
from pejl.rules import DayIn, Recurring, Rulebook
from pejl.tables import Coverage

__all__ = ["columns_used", "evaluate"]


def evaluate(
    frame: pl.DataFrame, *, rulebook: Rulebook, as_of: datetime, known_at: datetime | None = None
) -> pl.DataFrame:
    """Every deadline in a ledger as of an instant (UTC): DEADLINE_COLUMNS, in the order of case and rulebook."""
    standing = _standing(frame.select(columns_used(rulebook)), known_at=known_at)
    declared = standing.filter(pl.col("case_id") == "")
    happened = (pl.col("case_id") != "") & _has_happened(as_of)
    # A birth tells the child's age; it is no step of the case, which began long after.
    birth = pl.col("kind") == BARNET_FOEDT.key
    ledger = Ledger(
        standing.filter(happened & ~birth),
        births=standing.filter(happened & birth),
        coverage=_declared(declared),
        today=day_number(dates.local_day(as_of)),
    )
    tables = [table for rule in rulebook.rules for table in judge_rule(ledger, rule)]
    deadlines = in_order(ledger, tables, as_of=as_of)
    ledger.forget()
    return deadlines


_ALWAYS_USED = ("event_id", "case_id", "thread_id", "kind", "day", "at", "recorded_at", "source")
_FIELDS_ALWAYS_USED = ("tid_usikker", "replaces", "slags", "begrundelse")


def columns_used(rulebook: Rulebook) -> list[str]:
    """The columns these rules read: a ledger has many, and moving them about costs more than the rules."""
    fields = dict.fromkeys(_FIELDS_ALWAYS_USED)
    for rule in rulebook.rules:
        begun = (match for running in rule.running for match in running.begun_by)
        matches = (*rule.starts, *rule.met_by, *rule.stopped_by, *rule.excused_by, *begun)
        fields.update(dict.fromkeys(condition.field for match in matches for condition in match.where))
        fields.update(dict.fromkeys(exemption.condition.field for exemption in rule.excused_if))
        if rule.counts_from:
            fields[rule.counts_from] = None
        if isinstance(rule.duty, Recurring) and isinstance(rule.duty.every, DayIn):
            fields[rule.duty.every.field] = None
    return [*_ALWAYS_USED, *(f"f_{name}" for name in fields)]


def _standing(frame: pl.DataFrame, *, known_at: datetime | None) -> pl.DataFrame:
    """The events after corrections: only the few corrections leave the columns."""
    known = frame if known_at is None else frame.filter(pl.col("recorded_at") <= known_at)
    is_correction = pl.col("kind") == RETTELSE.key
    corrections = known.filter(is_correction).select("recorded_at", "event_id", "case_id", "f_replaces")
    if corrections.is_empty():
        return known
    gone = pl.DataFrame(list(struck(corrections.iter_rows())), schema=["case_id", "event_id"], orient="row").cast(
        pl.String
    )
    return known.filter(~is_correction).join(gone, on=["case_id", "event_id"], how="anti")


def _has_happened(as_of: datetime) -> pl.Expr:
    today = dates.local_day(as_of)
    reached = pl.col("at").is_null() | (pl.col("at") <= as_of)
    return (pl.col("day") < today) | ((pl.col("day") == today) & reached)


def _declared(frame: pl.DataFrame) -> Coverage:
    rows = frame.filter(pl.col("kind") == KILDE_DAEKKER.key).select("source", "f_slags", "day").iter_rows()
    found: dict[str, dict[str, date]] = {}
    for source, slags, day in rows:
        kinds = found.setdefault(source, {})
        kinds[slags or ""] = min(day, kinds.get(slags or "", day))
    return Coverage(found)
