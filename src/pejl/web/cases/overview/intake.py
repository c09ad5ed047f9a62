"""How much came in and was done, counted as letters, as registrations, as children and as families?

One letter about three siblings is one letter, three notifications, three children and one family. Which unit a figure
counts is never left to guessing.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final, NamedTuple

from django.db.models import Count, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf

from pejl import events as kinds
from pejl.events import KIND_BY_KEY, Kind
from pejl.web.access.models import Case
from pejl.web.cases.models import DeadlineRow, EventRow

CONTACTS: Final = (kinds.UNDERRETNING_MODTAGET, kinds.HENVENDELSE_MODTAGET, kinds.ANSOEGNING_MODTAGET)
CHILD: Final = (
    kinds.SAMTALE_MED_BARNET,
    kinds.KONTAKT_MED_BARNET,
    kinds.SAMTALE_UNDLADT,
    kinds.HOLDNING_INDHENTET,
)
# The duty that every notification begins, whatever it is about.
ASSESSED: Final = "underretning.vurderes"
# The child's family; a child whose family nobody has told us is counted alone, under a number no family has.
FAMILY: Final = Coalesce(F("case__child__family"), -F("case"))


# From and to; None: as far as there is anything.
Days = tuple[date | None, date | None]


class Count4(NamedTuple):
    """The same thing counted in its four units."""

    letters: int = 0
    registered: int = 0
    children: int = 0
    families: int = 0
    without_family: int = 0  # children whose family is not known, each counted as a family of its own


def counted(cases: QuerySet[Case], *, days: Days, gone: Collection[str], notifier: str = "") -> dict[Kind, Count4]:
    """What was registered of each kind on these days, without what has been corrected away (``gone``).

    Of a notifier: only notifications, since no other duty tells who was worried.
    """
    rows = _standing(cases, days=days, gone=gone)
    if notifier:
        theirs = DeadlineRow.objects.filter(case__in=cases, rule=ASSESSED, notifier=notifier).values("starts_event")
        rows = rows.filter(event_id__in=theirs)
    grouped = (
        rows.values_list("kind")
        .order_by()
        .annotate(
            letters=Count(Coalesce(NullIf("shared_id", Value("")), F("event_id")), distinct=True),
            registered=Count("pk"),
            children=Count("case", distinct=True),
            families=Count(FAMILY, distinct=True),
            without_family=Count("case", distinct=True, filter=Q(case__child__family__isnull=True)),
        )
    )
    return {KIND_BY_KEY[kind]: Count4(*numbers) for kind, *numbers in grouped}


def _standing(cases: QuerySet[Case], *, days: Days, gone: Collection[str]) -> QuerySet[EventRow]:
    wanted, (first, last) = [kind.key for kind in (*CONTACTS, *CHILD)], days
    rows = EventRow.objects.filter(kind__in=wanted, case__in=cases).exclude(event_id__in=gone)
    if first:
        rows = rows.filter(day__gte=first)
    return rows.filter(day__lte=last) if last else rows
