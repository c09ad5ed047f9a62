"""How is a ledger worked out some cases at a time, or only where something is new? With the very same rows in the end.

No rule looks from one case into another; only what the sources cover speaks to all. So cases may be worked out in any
company, as long as all events of a case, and those of no case, are there.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

import polars as pl

from pejl.engine import columnar
from pejl.rules import Rulebook

_CASE = pl.col("case_id")


class Asked(NamedTuple):
    """By which rules, and as of when."""

    rulebook: Rulebook
    as_of: datetime
    known_at: datetime | None = None


def evaluate(frame: pl.DataFrame, asked: Asked) -> pl.DataFrame:
    """Every deadline of these cases, in the order of case and rulebook."""
    return columnar.evaluate(frame, rulebook=asked.rulebook, as_of=asked.as_of, known_at=asked.known_at)


def evaluate_in_parts(frame: pl.DataFrame, asked: Asked, *, parts: int) -> Iterator[pl.DataFrame]:
    """The same of a ledger in the memory, in so many parts: one after the other they are the whole, in its order."""
    common = frame.filter(_CASE == "")
    cases = frame.filter(_CASE != "")
    numbers = cases["case_id"].unique().sort()
    bounds = numbers.gather([len(numbers) * part // parts for part in range(1, parts)]) if len(numbers) else numbers
    place = bounds.search_sorted(cases["case_id"], side="right")
    for part in range(parts):
        yield evaluate(pl.concat([common, cases.filter(place == part)]), asked)


def touched(new: pl.DataFrame) -> pl.Series | None:
    """The cases that new events may have changed; None: all of them, for a source covers something else now."""
    cases = new["case_id"].unique().sort()
    return None if "" in cases else cases


def renewed(kept: pl.DataFrame, ledger: pl.LazyFrame, asked: Asked, *, new: pl.DataFrame) -> pl.DataFrame:
    """The deadlines once new events are in the ledger: touched cases are worked out again, the rest are ``kept``.

    ``kept`` are those without the new events, by the same rules and as of the same moment: a day that passes moves
    every case, and then all are worked out.
    """
    cases = touched(new)
    if cases is None:
        return evaluate(ledger.collect(), asked)
    own = ledger.filter(_CASE.is_in(cases.implode()) | (_CASE == "")).collect()
    rest = kept.filter(~_CASE.is_in(cases.implode()))
    return pl.concat([rest, evaluate(own, asked)]).sort("case_id", maintain_order=True)
