"""How does a unit answer a round for all its goals at once, each answer kept beside those of the other rounds?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from pejl.web.access.actions import Doing, Refused
from pejl.web.plan.actions import new, put
from pejl.web.plan.models import LocalGoal, PlanUnit, Round, RoundAnswer
from pejl.web.plan.rounds import is_asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is told of one goal."""

    far: str
    words: str
    remains: str = ""


def asked_goals(unit: PlanUnit, row: Round) -> list[LocalGoal]:
    """The goals of the unit that the round asks about."""
    goals = LocalGoal.objects.filter(unit=unit, removed_at__isnull=True).select_related("area")
    return [each for each in goals.order_by("area__family", "area__number", "pk") if is_asked(each, row)]


def standing(unit: PlanUnit, row: Round) -> dict[int, RoundAnswer]:
    """{goal: what stands already}."""
    rows = RoundAnswer.objects.filter(goal__unit=unit, round=row, removed_at__isnull=True)
    return {each.goal_id: each for each in rows}


def answer(unit: PlanUnit, row: Round, told: Mapping[LocalGoal, Answer], *, doing: Doing) -> int:
    """Write what is told, all or nothing; gives how many answers are new or other than they were."""
    with transaction.atomic():
        PlanUnit.objects.select_for_update().get(pk=unit.pk)
        if not told:
            raise Refused("Der er ikke skrevet noget. Vælg ved mindst ét mål, hvor langt I er, og skriv en status.")
        before = standing(unit, row)
        return sum(_one(goal, row, each, before.get(goal.pk), doing=doing) for goal, each in told.items())


def _one(goal: LocalGoal, row: Round, told: Answer, there: RoundAnswer | None, *, doing: Doing) -> bool:
    values: dict[str, Any] = {"far": told.far, "words": told.words, "remains": told.remains}
    if there is None:
        new(RoundAnswer, doing=doing, round=row, goal=goal, by=doing.by.name, on=doing.today, **values)
        return True
    if all(getattr(there, name) == value for name, value in values.items()):
        return False
    # The first day is what is held against the round's; who wrote it last, and when, stands in the history.
    put(there, doing=doing, reason="Svaret er skrevet om.", by=doing.by.name, **values)
    return True
