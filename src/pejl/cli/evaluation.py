"""Which engine works a ledger out, and what comes of it?"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Final

import polars as pl

from pejl.cli.progress import Progress
from pejl.engine import columnar, plain
from pejl.ledger import DEADLINE_SCHEMA, deadline_frame, events_by_case
from pejl.rulebook import RULEBOOK
from pejl.rules import Rulebook
from pejl.tables import Deadline

# From here on the columnar engine's start is worth its while.
MANY_CASES: Final = 2_000


class Engine(StrEnum):
    """The two ways to the same answer."""

    PLAIN = "plain"
    COLUMNAR = "columnar"


def suited_to(frame: pl.DataFrame) -> Engine:
    """The engine that is quicker for so many cases."""
    return Engine.COLUMNAR if frame["case_id"].n_unique() > MANY_CASES else Engine.PLAIN


def deadlines_in(
    frame: pl.DataFrame,
    *,
    engine: Engine,
    when: tuple[datetime, datetime | None],
    progress: Progress,
    rulebook: Rulebook = RULEBOOK,
) -> pl.DataFrame:
    """Every deadline of the ledger, as of one instant and as known at another."""
    as_of, known_at = when
    with progress.step("Regner fristerne ud"):
        if engine is Engine.COLUMNAR:
            found = columnar.evaluate(frame, rulebook=rulebook, as_of=as_of, known_at=known_at)
            return found.select(DEADLINE_SCHEMA.names())
        return deadline_frame(_one_by_one(frame, rulebook, when=when, progress=progress), as_of=as_of)


def _one_by_one(
    frame: pl.DataFrame, rulebook: Rulebook, *, when: tuple[datetime, datetime | None], progress: Progress
) -> list[Deadline]:
    as_of, known_at = when
    cases = list(events_by_case(frame))
    # Events without a case declare what the sources cover, and speak to every case.
    common = cases.pop(0) if cases and not cases[0][0].case_id else []
    return [
        deadline
        for events in progress.over(cases, of=len(cases))
        for deadline in plain.evaluate([*common, *events], rulebook=rulebook, as_of=as_of, known_at=known_at)
    ]
