"""Which child is it? Found by number, or by name and day of birth.

What a person is shown, they may see (``gate.visible``). What fits a protected case is only ever written there.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from django.db.models import Q, QuerySet

from pejl.web.access.models import Case
from pejl.web.access.names import sort_key
from pejl.web.cases.cpr import mark_of_cpr
from pejl.web.cases.models import Child


class Described(Protocol):
    """What is known about a child, however it was told."""

    @property
    def name(self) -> str: ...
    @property
    def cpr(self) -> str: ...
    @property
    def born(self) -> date | None: ...


def same_child(child: Described) -> Q | None:
    """The same number, or the same name and the same day of birth; None: too little is known to tell."""
    found = Q(pk__in=())
    if child.cpr:
        found |= Q(cpr_mark=mark_of_cpr(child.cpr))
    if child.name.strip() and child.born:
        found |= Q(name_sort=sort_key(child.name.strip()), born=child.born)
    return found if child.cpr or (child.name.strip() and child.born) else None


def protected_match(child: Described, *, besides: QuerySet[Case]) -> Sequence[Case]:
    """The protected cases it fits, without those the person may open and has been offered."""
    same = same_child(child)
    if same is None:
        return ()
    cases = Case.objects.filter(protected=True, pk__in=Child.objects.filter(same).values("case_id"))
    return list(cases.exclude(pk__in=besides.values("pk")).order_by("pk"))


def known_children(child: Described, *, within: QuerySet[Case], most: int) -> list[Child]:
    """Children the person may see that fit: surely by number or name and birth, or perhaps by name alone."""
    fits = same_child(child) or Q(pk__in=())
    words = [sort_key(word) for word in child.name.split()]
    if words:
        like = Q(unsettled=False)
        for word in words:
            like &= Q(name_sort__contains=word)
        fits |= like
    elif not child.cpr:
        return []
    if child.born:
        fits &= Q(born=child.born) | Q(born__isnull=True) | (same_child(child) or Q(pk__in=()))
    rows = Child.objects.filter(fits, case__in=within).select_related("case")
    return list(rows.order_by("name_sort", "pk")[:most])
