"""How is something written in thousands of cases at once: by whom, is the ledger still as it was, and who must wait?

Reading a list in and taking one back work everything out first, and then lock, look whether it still holds, and write.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db.models import Count, F, Max

from pejl.events import Event, effective
from pejl.tables import Coverage
from pejl.web.access.models import Case, User
from pejl.web.cases.actions.joining import Pen
from pejl.web.cases.models import Batch, EventRow, SecondSource

ROWS: Final = 2_000  # asked for or written at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """Who does it, and at what moment; the moment is also when the events are known from."""

    user: User
    at: datetime

    @property
    def pen(self) -> Pen:
        """Who the corrections of the joining are written by."""
        return Pen(by=self.user.initials or self.user.username, at=self.at)


def ledger_mark() -> str:
    """The ledger as it is, in a few figures: another after anything has been added or taken back."""
    events = EventRow.objects.aggregate(n=Count("pk"), last=Max("pk"))
    cases = Case.objects.aggregate(n=Count("pk"), last=Max("pk"))
    pairs = SecondSource.objects.aggregate(n=Count("pk"), last=Max("pk"))
    return "/".join(f"{each['n']}-{each['last'] or 0}" for each in (events, cases, pairs))


def covered(events: Iterable[Event], *, source: str) -> Mapping[str, date] | None:
    """The kinds of event that the source says it delivers, and from when; None: it says nothing."""
    declarations = [each for each in events if not each.case_id and each.source == source]
    return Coverage.declared_in(effective(declarations)).by_source.get(source)


def lock_source(batch: Batch, *, source: str) -> Batch:
    """The batch, so that nobody else takes in or takes back a list of the source until the transaction ends."""
    held = {each.pk: each for each in Batch.objects.select_for_update().filter(source=source).order_by("pk")}
    return held.get(batch.pk) or Batch.objects.select_for_update().get(pk=batch.pk)


def lock_cases(cases: Sequence[Case]) -> None:
    """Keep everybody else from writing in these cases until the transaction ends, in the order of the rows."""
    for some in pieces(sorted(case.pk for case in cases)):
        list(Case.objects.select_for_update().filter(pk__in=some).order_by("pk").values_list("pk"))


def count_up(cases: Sequence[Case]) -> None:
    """Whoever has a form of one of these cases open is told that something has happened."""
    for some in pieces([case.pk for case in cases]):
        Case.objects.filter(pk__in=some).update(version=F("version") + 1)


def pieces(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    """The keys of rows, so many at a time that a query can name them."""
    for start in range(0, len(keys), ROWS):
        yield keys[start : start + ROWS]
