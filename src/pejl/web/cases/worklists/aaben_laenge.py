"""Which cases have been open for long, so that each is reviewed (requirement C39)?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from pejl import events as e
from pejl.dates import LAST_OF_MONTH, add_months, local_day
from pejl.rules import Force
from pejl.web.cases.models import EventRow
from pejl.web.cases.worklists.kind import CLOSED, REVIEWS, Ending, Found, ListKind, Wanted, in_force, months_between

if TYPE_CHECKING:
    from pejl.web.access.models import Case

# What is told about the ledger itself opens no case.
_ABOUT_THE_LEDGER: Final = (e.KILDE_DAEKKER.key, e.RETTELSE.key)


def opened(case: str) -> Any:
    """The day the case was opened again for the last time, else the first day anything happened in it."""
    rows = in_force(EventRow.objects.filter(case=OuterRef(case)))
    again = rows.filter(kind=e.SAG_GENAABNET.key).order_by("-day", "-pk").values("day")[:1]
    first = rows.exclude(kind__in=_ABOUT_THE_LEDGER).order_by("day", "pk").values("day")[:1]
    return Coalesce(Subquery(again), Subquery(first))


def _open_for_long(cases: QuerySet[Case], wanted: Wanted) -> list[Found]:
    if wanted.months is None:
        return []
    limit = add_months(local_day(wanted.at), months=-wanted.months, if_missing_day=LAST_OF_MONTH)
    rows = cases.filter(closed=False).annotate(opened=opened("pk")).filter(opened__lte=limit)
    return [Found(case, "", day) for case, day in rows.order_by("opened", "pk").values_list("pk", "opened")]


AABEN_LAENGE: Final = ListKind(
    key="aaben_laenge",
    title="Gennemgang af sager, der har været åbne længe",
    says=(
        "De sager, der har været åbne i så mange måneder, som du vælger, når listen begynder. En sag, der har været "
        "lukket, regnes fra den dag, den blev åbnet igen. Hver sag er færdig på listen, når den er gennemgået eller "
        "lukket."
    ),
    source="Kommunens eget valg, ikke lov. Hvor længe »længe« er, bestemmer I selv.",
    force=Force.LOCAL,
    one="sag",
    many="sager",
    asks_months=True,
    since=opened("case"),
    since_label="Åben fra",
    lasted_label="Har været åben i",
    lasted=months_between,
    finds=_open_for_long,
    endings=(Ending(told="Gennemgået", rows=REVIEWS, by="day"), CLOSED),
    step=e.SAG_GENNEMGAAET,
    step_words="Gennemgå sagen",
)
