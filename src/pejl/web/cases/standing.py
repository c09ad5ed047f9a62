"""How do the stored deadlines stand at a moment, asked of the database? The same answer as ``Deadline.status``.

Counting thousands of rows belongs in the database. A property test holds this expression to ``tables.Deadline``.
"""

from __future__ import annotations

from datetime import datetime

from django.db.models import Case as Choose
from django.db.models import CharField, F, Q, Value, When

from pejl.dates import end_of_day, local_day
from pejl.tables import Deadline, Status, Unknown
from pejl.web.cases.models import DeadlineRow


def status_at(as_of: datetime) -> Choose:
    """An expression that gives the ``Status`` of each row at this moment.

    What met or stopped a duty on a later day had not happened then, so that an earlier moment can be asked about. The
    whole day counts: where nobody knows the hour, the end of the day is what is stored. What excuses a duty or leaves
    it in doubt has no moment of its own, and is told as we know it now; so is what has been corrected since.
    """
    by = end_of_day(local_day(as_of))
    met, stopped = Q(met_at__lte=by), Q(stopped_at__lte=by)
    doubt = ~Q(unknown_reason="") & ~Q(unknown_reason=Unknown.HOUR_OF_START.value)
    return Choose(
        When(doubt, then=Value(Status.UNKNOWN.value)),
        When(met & Q(due_at__isnull=False, met_at__gt=F("due_at")), then=Value(Status.LATE.value)),
        When(met, then=Value(Status.MET.value)),
        When(~Q(excused_reason=""), then=Value(Status.EXCUSED.value)),
        When(stopped & (Q(due_at__isnull=True) | Q(stopped_at__lte=F("due_at"))), then=Value(Status.CANCELLED.value)),
        When(Q(due_at__isnull=True) | Q(warn_at__isnull=True), then=Value(Status.OPEN.value)),
        When(due_at__lt=as_of, then=Value(Status.OVERDUE.value)),
        When(Q(unknown_reason=Unknown.HOUR_OF_START.value, warn_at__lt=as_of), then=Value(Status.UNKNOWN.value)),
        default=Value(Status.OPEN.value),
        output_field=CharField(),
    )


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
