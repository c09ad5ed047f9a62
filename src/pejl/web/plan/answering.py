"""How does a unit answer a round for all its goals at once, each answer kept beside those of the other rounds?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max

from pejl.web.access.actions import Doing, Refused
from pejl.web.plan.actions import new, put
from pejl.web.plan.models import LocalGoal, PlanChange, PlanUnit, Round, RoundAnswer
from pejl.web.plan.rounds import is_asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is told of one goal; ``seen``: the newest change the writer knew of, None where nobody else can write."""

    far: str
    words: str
    remains: str = ""
    seen: str | None = None

    @property
    def values(self) -> dict[str, Any]:
        """As its row keeps them."""
        return {"far": self.far, "words": self.words, "remains": self.remains}

    def is_in(self, there: RoundAnswer) -> bool:
        """Whether the row says so already."""
        return all(getattr(there, name) == value for name, value in self.values.items())


class Overtaken(Refused):
    """Others have answered for these goals while this was written: what stands there now."""

    def __init__(self, answers: list[RoundAnswer]) -> None:
        super().__init__("En anden har svaret, mens du skrev. Intet er gemt. Det, du har skrevet, står her endnu.")
        self.answers = answers


def asked_goals(unit: PlanUnit, row: Round) -> list[LocalGoal]:
    """The goals of the unit that the round asks about."""
    goals = LocalGoal.objects.filter(unit=unit, removed_at__isnull=True).select_related("area")
    return [each for each in goals.order_by("area__family", "area__number", "pk") if is_asked(each, row)]


def standing(unit: PlanUnit, row: Round) -> dict[int, RoundAnswer]:
    """{goal: what stands already}."""
    rows = RoundAnswer.objects.filter(goal__unit=unit, round=row, removed_at__isnull=True)
    return {each.goal_id: each for each in rows}


def newest(answers: Collection[RoundAnswer]) -> dict[int, str]:
    """{goal: the newest change of its answer}; one question."""
    of = {each.key: each.goal_id for each in answers}
    rows = PlanChange.objects.filter(row__in=of).order_by().values_list("row").annotate(newest=Max("pk"))
    return {of[key]: str(number) for key, number in rows}


def answer(unit: PlanUnit, row: Round, told: Mapping[LocalGoal, Answer], *, doing: Doing) -> int:
    """Write what is told, all or nothing; gives how many answers are new or other than they were."""
    with transaction.atomic():
        PlanUnit.objects.select_for_update().get(pk=unit.pk)
        if not told:
            raise Refused("Der er ikke skrevet noget. Vælg ved mindst ét mål, hvor langt I er, og skriv en status.")
        before = standing(unit, row)
        _refuse_overtaken(told, before)
        return sum(_one(goal, row, each, before.get(goal.pk), doing=doing) for goal, each in told.items())


def _refuse_overtaken(told: Mapping[LocalGoal, Answer], before: Mapping[int, RoundAnswer]) -> None:
    """A leader who had the page open must not write over what another has written since, unread."""
    others = {goal.pk: each for goal, each in told.items() if goal.pk in before and not each.is_in(before[goal.pk])}
    now = newest([before[goal] for goal in others])
    overtaken = [before[goal] for goal, each in others.items() if each.seen not in (None, now.get(goal, ""))]
    if overtaken:
        raise Overtaken(overtaken)


def _one(goal: LocalGoal, row: Round, told: Answer, there: RoundAnswer | None, *, doing: Doing) -> bool:
    if there is None:
        new(RoundAnswer, doing=doing, round=row, goal=goal, by=doing.by.name, on=doing.today, **told.values)
        return True
    if told.is_in(there):
        return False
    # The first day is what is held against the round's; who wrote it last, and when, stands in the history.
    put(there, doing=doing, reason="Svaret er skrevet om.", by=doing.by.name, **told.values)
    return True
