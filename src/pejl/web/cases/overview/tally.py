"""How many duties stand how? Counted by the database in one grouped question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple

from django.db.models import Count, QuerySet
from django.db.models.expressions import Combinable

from pejl.tables import Status
from pejl.web.cases.models import DeadlineRow
from pejl.web.cases.standing import status_at


class Tally(NamedTuple):
    """How many duties stand in each way; ``running`` is the status »open«."""

    met: int = 0
    late: int = 0
    overdue: int = 0
    running: int = 0
    unknown: int = 0
    excused: int = 0
    cancelled: int = 0

    @property
    def judged(self) -> int:
        """The denominator of the share in time: what could be kept and has been decided."""
        return self.met + self.late + self.overdue

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self)

    def at(self, status: Status) -> int:
        """How many stand so."""
        return self[_PLACE[status]]

    def plus(self, other: Tally) -> Tally:
        """The two together."""
        return Tally(*(one + another for one, another in zip(self, other, strict=True)))


_ORDER: Final = (
    Status.MET,
    Status.LATE,
    Status.OVERDUE,
    Status.OPEN,
    Status.UNKNOWN,
    Status.EXCUSED,
    Status.CANCELLED,
)
_PLACE: Final = {status: place for place, status in enumerate(_ORDER)}
NOTHING: Final = Tally()


def tallies(rows: QuerySet[DeadlineRow], *by: str, at: datetime, **made: Combinable) -> dict[tuple[Any, ...], Tally]:
    """The duties counted by status, grouped by these columns (``made``: columns worked out on the way)."""
    grouped = rows.annotate(standing=status_at(at), **made).values_list(*by, *made, "standing").order_by()
    counts: dict[tuple[Any, ...], dict[Status, int]] = defaultdict(dict)
    for *key, status, number in grouped.annotate(number=Count("pk")):
        counts[tuple(key)][Status(status)] = number
    return {key: tally_of(each) for key, each in counts.items()}


def tally_of(counts: Mapping[Status, int]) -> Tally:
    """The same of duties that were counted elsewhere."""
    return Tally(*(counts.get(each, 0) for each in _ORDER))


def summed(tallies_of: dict[tuple[Any, ...], Tally], *, rule: str) -> Tally:
    """All versions of a rule together, where the first two columns are rule and version."""
    found = NOTHING
    for key, tally in tallies_of.items():
        if key[0] == rule:
            found = found.plus(tally)
    return found
