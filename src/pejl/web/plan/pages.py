"""Which pages does the plan have, and which strategy do they show?"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from django.db.models import F, QuerySet

from pejl.web.access.request import Request
from pejl.web.plan.models import Strategy

# The text and the URL name; each page is for everybody signed in.
TABS: Final[tuple[tuple[str, str], ...]] = (
    ("Strategi", "plan"),
    ("Min strategi", "min-strategi"),
    ("Handlinger", "handlinger"),
    ("Siden sidst", "siden-sidst"),
    ("Mål", "maal"),
    ("Forløb", "forloeb"),
    ("Årshjul", "aarshjul"),
    ("Temamøder", "temamoeder"),
    ("Uddannelse", "uddannelse"),
    ("Projekter", "projekter"),
)
# Pages without a tab of their own, by their module, and the module of the tab they stand under.
STANDS_UNDER: Final[Mapping[str, str]] = MappingProxyType(
    {"pejl.web.plan.views.cases": "pejl.web.plan.views.temamoeder"}
)


def newest_first() -> QuerySet[Strategy]:
    """Every strategy; one whose day nobody has written comes last, whatever the database thinks of nothing."""
    return Strategy.objects.filter(removed_at__isnull=True).order_by(F("first").desc(nulls_last=True), "-pk")


def shown(request: Request) -> Strategy | None:
    """The strategy chosen in the address (``?strategi=``), else the newest in force, else the newest at all."""
    strategies = list(newest_first())
    chosen = request.GET.get("strategi", "")
    for each in strategies:
        if each.key == chosen:
            return each
    in_force = (each for each in strategies if each.status == Strategy.Status.I_KRAFT)
    return next(in_force, strategies[0] if strategies else None)
