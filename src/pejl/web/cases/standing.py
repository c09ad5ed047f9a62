"""How do the stored deadlines stand at a moment, asked of the database? The same answer as ``Deadline.status``.

Counting thousands of rows belongs in the database. A property test holds this expression to ``tables.Deadline``.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from django.db.models import CharField, DateTimeField, F, Func, Q, Value

from pejl.dates import end_of_day, local_day
from pejl.tables import Deadline, Status, Unknown
from pejl.web.cases.models import DeadlineRow

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models.sql.compiler import SQLCompiler, _AsSqlType

_COLUMNS: Final = ("unknown_reason", "met_at", "due_at", "excused_reason", "stopped_at", "warn_at")
# The branches of ``Deadline.status``, in its order. An empty due date makes each comparison with it untrue.
_TEMPLATE: Final = f"""CASE
    WHEN {{unknown_reason}} NOT IN ('', '{Unknown.HOUR_OF_START}') THEN '{Status.UNKNOWN}'
    WHEN {{met_at}} <= {{by}} AND {{met_at}} > {{due_at}} THEN '{Status.LATE}'
    WHEN {{met_at}} <= {{by}} THEN '{Status.MET}'
    WHEN {{excused_reason}} <> '' THEN '{Status.EXCUSED}'
    WHEN {{stopped_at}} <= {{by}} AND ({{due_at}} IS NULL OR {{stopped_at}} <= {{due_at}}) THEN '{Status.CANCELLED}'
    WHEN {{due_at}} IS NULL OR {{warn_at}} IS NULL THEN '{Status.OPEN}'
    WHEN {{due_at}} < {{now}} THEN '{Status.OVERDUE}'
    WHEN {{unknown_reason}} = '{Unknown.HOUR_OF_START}' AND {{warn_at}} < {{now}} THEN '{Status.UNKNOWN}'
    ELSE '{Status.OPEN}' END"""
# Where the three comparisons with the end of the day and the two with the moment stand in it, in order.
_MOMENTS: Final = ("by", "by", "by", "now", "now")


class _Standing(Func):
    """The status of a row. Written out: built of ``When`` and ``Q`` it cost a page more than the asking of it."""

    output_field = CharField()

    def as_sql(
        self,
        compiler: SQLCompiler,
        connection: BaseDatabaseWrapper,
        function: str | None = None,
        template: str | None = None,
        arg_joiner: str | None = None,
        **_: Any,
    ) -> _AsSqlType:
        """The six columns and the two moments put in their places."""
        *columns, by, now = [compiler.compile(each) for each in self.get_source_expressions()]
        moments = {"by": by, "now": now}
        places = {name: sql for name, (sql, _) in zip(_COLUMNS, columns, strict=True)}
        sql = _TEMPLATE.format(**places, **{name: place for name, (place, _) in moments.items()})
        return sql, tuple(value for name in _MOMENTS for value in moments[name][1])


def status_at(as_of: datetime) -> Func:
    """An expression that gives the ``Status`` of each row at this moment.

    What met or stopped a duty on a later day had not happened then, so that an earlier moment can be asked about. The
    whole day counts: where nobody knows the hour, the end of the day is what is stored. What excuses a duty or leaves
    it in doubt has no moment of its own, and is told as we know it now; so is what has been corrected since.
    """
    by, now = (Value(at, output_field=DateTimeField()) for at in (end_of_day(local_day(as_of)), as_of))
    return _Standing(*_COLUMNS, by, now)


def begun_by(as_of: datetime) -> Q:
    """Only duties that had begun on that day; one whose start is missing has no day, and is left out."""
    return Q(starts_at__lte=end_of_day(local_day(as_of)))


# Neither met, stopped before due, excused nor in doubt: what a day's work is made of.
WAITING = Q(met_at__isnull=True, excused_reason="") & (
    Q(stopped_at__isnull=True) | Q(due_at__isnull=False, stopped_at__gt=F("due_at"))
)
CERTAIN = Q(unknown_reason="") | Q(unknown_reason=Unknown.HOUR_OF_START.value)


def deadline_of(row: DeadlineRow, *, number: str = "") -> Deadline:
    """A row as the core's deadline."""
    values = {name: getattr(row, name) for name in Deadline._fields if name not in ("case_id", "unknown_reason")}
    return Deadline(case_id=number, unknown_reason=Unknown(row.unknown_reason), **values)
