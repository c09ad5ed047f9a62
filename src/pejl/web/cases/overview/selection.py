"""Which cases and duties does a figure count? Everything the overview counts starts here, and so at the gate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db.models import BooleanField, Q, QuerySet, Value, When
from django.db.models import Case as Choose

from pejl.web.access import gate
from pejl.web.access.models import Omraade
from pejl.web.cases.models import DeadlineRow

if TYPE_CHECKING:
    from pejl.web.access.models import Case
    from pejl.web.access.person import Person
    from pejl.web.access.request import Request


# Whether the duty has a start, and so a month.
DATED: Final = Choose(When(month="", then=Value(False)), default=Value(True), output_field=BooleanField())


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What somebody has narrowed the figures to; months are written as in ``DeadlineRow.month``."""

    first: str = ""  # the month the duty began; empty: from the first there is
    last: str = ""  # empty: to the last there is
    team: int | None = None  # the team that has the case today
    notifier: str = ""
    # One of the two. None: both, for lists of people, where each row tells them apart.
    omraade: Omraade | None = Omraade.SOCIAL

    @property
    def in_period(self) -> Q:
        """The duties that began in the period. One without a start belongs to no month, so only to all of them."""
        since = Q(month__gte=self.first) if self.first else Q()
        # No month comes before all of them: where there is a first, it is left out already.
        dated = ~Q(month="") if self.last and not self.first else Q()
        until = Q(month__lte=self.last) if self.last else Q()
        return since & until & dated

    @property
    def before_period(self) -> Q:
        """The duties that began earlier, or whose start is missing: left out of the period's figures."""
        return Q(month__lt=self.first) if self.first else Q(pk__in=())


def cases(person: Person, selection: Selection) -> QuerySet[Case]:
    """The cases whose totals the person may see, of the kind and in the team chosen."""
    found = gate.counted(person)
    if selection.omraade:
        found = found.filter(omraade=selection.omraade)
    return found.filter(team=selection.team) if selection.team else found


def duties(person: Person, selection: Selection) -> QuerySet[DeadlineRow]:
    """The duties of those cases, of every month, of the chosen notifier."""
    return _of_notifier(DeadlineRow.objects.filter(case__in=cases(person, selection)), selection)


def openable(request: Request, selection: Selection) -> QuerySet[Case]:
    """Those of the counted cases that the person may also open: what a figure can be opened down to."""
    visible = gate.visible(request.person, on=request.today, at=request.moment)
    return cases(request.person, selection).filter(pk__in=visible.values("pk"))


def openable_duties(request: Request, selection: Selection) -> QuerySet[DeadlineRow]:
    """The duties of the cases the person may open, of every month, of the chosen notifier."""
    return _of_notifier(DeadlineRow.objects.filter(case__in=openable(request, selection)), selection)


def _of_notifier(rows: QuerySet[DeadlineRow], selection: Selection) -> QuerySet[DeadlineRow]:
    return rows.filter(notifier=selection.notifier) if selection.notifier else rows
