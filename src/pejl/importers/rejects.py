"""How does a problem become a line in the list of rejects, in words that help to mend it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from pejl.importers.importer import REJECT_SCHEMA, ListCount, RejectKind
from pejl.importers.layout import ListSource
from pejl.importers.sheet import ROW

NO_REJECTS: Final = pl.DataFrame(schema=REJECT_SCHEMA)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with some rows: in which column, and what to do about it.

    The value is what stands in the column, unless it is said to be something else.
    """

    kind: RejectKind
    column: str
    reason: str | pl.Expr
    value: pl.Expr | None = None


def lines(rows: pl.DataFrame, problem: Problem, *, source: ListSource) -> pl.DataFrame:
    """These rows of a list as lines of one problem."""
    value = pl.col(problem.column) if problem.value is None else problem.value
    return rows.select(
        pl.lit(problem.kind.value).alias("kind"),
        pl.lit(source.label).alias("sheet"),
        pl.col(ROW).alias("row"),
        pl.col(source.row_key).fill_null("").alias("row_key"),
        pl.lit(problem.column).alias("column"),
        value.fill_null("").alias("value"),
        (pl.lit(problem.reason) if isinstance(problem.reason, str) else problem.reason).alias("reason"),
    ).cast(REJECT_SCHEMA)


def in_order(rejects: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """All the lines of one list as they are looked up: by row, and those without a row last."""
    return pl.concat([NO_REJECTS, *rejects]).sort("row", "kind", "column", "row_key", "value", nulls_last=True)


def count(rejects: pl.DataFrame, *, source: ListSource, read: int, events: int) -> ListCount:
    """What came of a list, by its lines in the list of rejects."""
    rows = dict(rejects.group_by("kind").agg(pl.col("row").n_unique()).iter_rows())
    return ListCount(
        sheet=source.label,
        read=read,
        doubles=rows.get(RejectKind.DOUBLE, 0),
        rejected=rows.get(RejectKind.REJECTED, 0),
        conflicts=rows.get(RejectKind.CONFLICT, 0),
        omitted=rows.get(RejectKind.OMITTED, 0),
        warnings=rejects.filter(pl.col("kind") == RejectKind.WARNING.value).height,
        events=events,
    )
