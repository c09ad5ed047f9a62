"""What is a kind of worklist? Which cases it finds, what it asks of them, and what in a case ends an entry.

The questions within are asked of an entry (``OuterRef("case")``, ``OuterRef("thread_id")``), so that one list, all
lists and one person's own are counted by the same words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.fields.json import KT

from pejl.events import RETTELSE, SAG_AFSLUTTET, SAG_FLYTTET, SAG_GENNEMGAAET, Kind
from pejl.rules import Force
from pejl.web.access.models import Case
from pejl.web.cases.models import EventRow


class Found(NamedTuple):
    """A case, or a course in it, that belongs on such a list, and since when it has been so."""

    case_id: int
    thread_id: str
    since: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked of the cases: the moment, and of some kinds how many months."""

    at: datetime
    months: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What in the case ends an entry: the rows that tell of it, in order, and the column of the day."""

    told: str
    rows: QuerySet[Any]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListKind:
    """One kind of list."""

    key: str
    title: str
    says: str
    source: str
    force: Force
    confirmed: bool = True
    one: str
    many: str
    asks_months: bool = False
    # The day an entry counts from, what it is called, and how long ago that is in words.
    since: Any
    since_label: str
    lasted_label: str
    lasted: Callable[[date, date], str]
    finds: Callable[[QuerySet[Case], Wanted], list[Found]]
    endings: tuple[Ending, ...]
    # Without such a row, what the entry was about has been put right and is no longer there.
    there: QuerySet[Any] | None = None
    # What is registered when an entry is worked through, and the words of the way there.
    step: Kind
    step_words: str

    @property
    def reviews(self) -> bool:
        """Whether it is a review that ends an entry; then its outcome is told."""
        return self.step == SAG_GENNEMGAAET

    @property
    def still_there(self) -> Q:
        """The entries of this kind that are about something that stands in the case."""
        mine = Q(worklist__kind=self.key)
        return mine & Q(Exists(self.there)) if self.there is not None else mine

    @property
    def waiting(self) -> Q:
        """Those of them that nothing has ended."""
        found = self.still_there
        for ending in self.endings:
            found &= ~Q(Exists(ending.rows))
        return found


# --- events that stand ----------------------------------------------------------------------------------------


def _corrections() -> QuerySet[Any]:
    rows = EventRow.objects.filter(kind=RETTELSE.key, case=OuterRef("case"))
    return rows.annotate(struck=KT("fields__replaces")).filter(struck=OuterRef("event_id"))


def in_force(rows: QuerySet[EventRow]) -> QuerySet[EventRow]:
    """Without what was sealed, and what a correction took out unless it was itself taken back."""
    return rows.filter(~Exists(_corrections().filter(~Exists(_corrections()))), sealed=False)


def of_case(*kinds: str) -> QuerySet[EventRow]:
    """What has happened of these kinds in the case of an entry, in order."""
    return in_force(EventRow.objects.filter(case=OuterRef("case"), kind__in=kinds)).order_by("day", "pk")


def of_course(*kinds: str) -> QuerySet[EventRow]:
    """The same in the course of an entry, or tied to none."""
    return of_case(*kinds).filter(Q(thread_id=OuterRef("thread_id")) | Q(thread_id=""))


# --- what ends more than one kind of list ---------------------------------------------------------------------

CLOSED: Final = Ending(
    told="Sagen er afsluttet eller flyttet",
    rows=of_case(SAG_AFSLUTTET.key, SAG_FLYTTET.key).filter(case__closed=True).order_by("-day", "-pk"),
    by="day",
)
# A review before the list began is no answer to it.
REVIEWS: Final = of_case(SAG_GENNEMGAAET.key).filter(day__gte=OuterRef("worklist__started_on"))


def months_between(first: date, last: date) -> str:
    """Whole months in words, for what is counted in months; days while there are few."""
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    if months < 1:
        return _counted(max((last - first).days, 0), "dag", "dage")
    return _counted(months, "måned", "måneder")


def days_between(first: date, last: date) -> str:
    """Whole days in words."""
    return _counted(max((last - first).days, 0), "dag", "dage")


def _counted(number: int, one: str, many: str) -> str:
    return f"1 {one}" if number == 1 else f"{number} {many}"
