"""Which effects of the plan does an indicator serve, and which actions are meant to be seen in it?

The plan knows only keys; here they meet what they stand for. Nothing here says that an action caused a figure.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from pejl.web.plan.areas import there
from pejl.web.plan.models import Action, Effect, Evidence, FocusArea, Strategy

if TYPE_CHECKING:
    from pejl.indicators import Indicator


def pointing(keys: Collection[str] = ()) -> list[Evidence]:
    """What says that an effect of a strategy in force is seen by an indicator; by these, or by any."""
    rows = there(
        Evidence,
        *("effect__area__strategy__pk", "effect__area__number", "effect__number"),
        kind=Evidence.Kind.INDIKATOR,
        effect__removed_at__isnull=True,
        effect__area__removed_at__isnull=True,
        effect__area__strategy__removed_at__isnull=True,
        effect__area__strategy__status=Strategy.Status.I_KRAFT,
    )
    rows = rows.filter(subject__in=keys) if keys else rows
    return list(rows.select_related("effect__area__strategy"))


def actions_for(effects: Iterable[Effect]) -> list[Action]:
    """The actions that shall be seen as these effects and have a first day, the earliest first."""
    found = there(Action, "first", first__isnull=False, effects__in=[each.pk for each in effects])
    return list(found.distinct())


def by_area(rows: Iterable[Evidence]) -> list[tuple[FocusArea, list[Evidence]]]:
    """The same by focus area, in order."""
    found: dict[int, tuple[FocusArea, list[Evidence]]] = {}
    for each in rows:
        found.setdefault(each.effect.area_id, (each.effect.area, []))[1].append(each)
    return list(found.values())


def served_by(indicator: Indicator) -> tuple[list[tuple[FocusArea, list[Evidence]]], list[Action]]:
    """The effects it serves by focus area, and the actions meant to be seen as them; two questions."""
    evidence = pointing([indicator.key])
    return by_area(evidence), actions_for(each.effect for each in evidence)
