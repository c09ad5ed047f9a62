"""Which investigations are past their four months, so that a plan brings them down (requirement C25)?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.db.models import OuterRef, QuerySet, Subquery

from pejl.dates import local_day
from pejl.events import UNDERSOEGELSE_AFSLUTTET
from pejl.rules import Force
from pejl.web.cases.models import DeadlineRow
from pejl.web.cases.overview.investigations import FINISHED, OVER, Phase, Within, investigations
from pejl.web.cases.worklists.kind import Ending, Found, ListKind, Wanted, days_between

if TYPE_CHECKING:
    from pejl.web.access.models import Case

_DUTY: Final[QuerySet[Any]] = DeadlineRow.objects.filter(
    case=OuterRef("case"), thread_id=OuterRef("thread_id"), rule=FINISHED
).order_by("pk")


def _overdue(cases: QuerySet[Case], wanted: Wanted) -> list[Found]:
    rows = investigations(DeadlineRow.objects.filter(case__in=cases), within=Within(at=wanted.at))
    over = rows.filter(phase=Phase.RUNNING.value, group__in=[each.value for each in OVER])
    told = over.order_by("due_at", "pk").values_list("case_id", "thread_id", "due_at")
    return [Found(case, thread, local_day(due) if due else None) for case, thread, due in told]


NEDBRINGELSE: Final = ListKind(
    key="nedbringelse",
    title="Nedbringelse af undersøgelser over fire måneder",
    says=(
        "De børnefaglige undersøgelser, der har løbet over fire måneder, når listen begynder. Hver af dem er færdig på "
        "listen, når undersøgelsen er registreret afsluttet, eller når den stopper, fordi sagen lukkes eller flyttes."
    ),
    source="Fristen er Barnets lov § 20, stk. 3. At lægge en plan for at bringe dem ned er kommunens eget valg.",
    force=Force.LOCAL,
    one="undersøgelse",
    many="undersøgelser",
    since=Subquery(_DUTY.values("due_at")[:1]),
    since_label="Fristen var",
    lasted_label="Over fristen",
    lasted=days_between,
    finds=_overdue,
    there=_DUTY,
    endings=(
        Ending(told="Undersøgelsen er afsluttet", rows=_DUTY.filter(met_at__isnull=False), by="met_at"),
        Ending(
            told="Stoppet, fordi sagen blev lukket eller flyttet",
            rows=_DUTY.filter(met_at__isnull=True, stopped_at__isnull=False),
            by="stopped_at",
        ),
    ),
    step=UNDERSOEGELSE_AFSLUTTET,
    step_words="Registrér afslutningen",
)
