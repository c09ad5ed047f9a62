"""Which pages does the plan have, and which strategy do they show?"""

from __future__ import annotations

from typing import Final

from pejl.web.access.request import Request
from pejl.web.plan.models import Strategy

# The text and the URL name; each page is for everybody signed in.
TABS: Final[tuple[tuple[str, str], ...]] = (("Strategi", "plan"),)


def shown(request: Request) -> Strategy | None:
    """The strategy chosen in the address (``?strategi=``), else the newest in force, else the newest at all."""
    strategies = list(Strategy.objects.filter(removed_at__isnull=True).order_by("-first", "-pk"))
    chosen = request.GET.get("strategi", "")
    for each in strategies:
        if each.key == chosen:
            return each
    in_force = (each for each in strategies if each.status == Strategy.Status.I_KRAFT)
    return next(in_force, strategies[0] if strategies else None)
