"""Which units have answered a round, who is missing, and what came late? Worked out from the goals and the answers.

A goal is asked about in a round of follow-up when it was sent in by the round's day; a goal that came later is first
asked about in the next. A round of sending in asks every unit for a goal under every area.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from django.db.models import QuerySet

from pejl.web.plan.areas import there
from pejl.web.plan.models import FocusArea, LocalGoal, PlanUnit, Round, RoundAnswer, Strategy, StrategyVersion


class Stand(StrEnum):
    """How a unit stands in a round."""

    DONE = "faerdig"
    LATE_DONE = "faerdig_sent"
    WAITS = "afventer"
    MISSING = "mangler"
    NOT_ASKED = "ikke_spurgt"


WORDS: Final[Mapping[Stand, str]] = {
    Stand.DONE: "Alle svar er der",
    Stand.LATE_DONE: "Alle svar er der, nogle kom for sent",
    Stand.WAITS: "Afventer",
    Stand.MISSING: "Mangler",
    Stand.NOT_ASKED: "Ingen mål at spørge til",
}
_SENDING_WORDS: Final[Mapping[Stand, str]] = {
    **WORDS,
    Stand.DONE: "Alle mål er sendt ind",
    Stand.LATE_DONE: "Alle mål er sendt ind, nogle kom for sent",
    Stand.NOT_ASKED: "Ingen områder at skrive mål under",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitStand:
    """One unit in one round."""

    unit: PlanUnit
    asked: int
    answered: int
    late: int
    missing: tuple[str, ...]  # what is missing, in words
    stand: Stand
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundStand:
    """One round with all units; ``version`` is what an adjustment ended in."""

    round: Round
    units: Sequence[UnitStand]
    version: StrategyVersion | None = None

    @property
    def is_adjustment(self) -> bool:
        """Whether it ends in a new version of the strategy, and asks the units for nothing."""
        return self.round.kind == Round.Kind.JUSTERING

    @property
    def is_follow_up(self) -> bool:
        """Whether the units answer for each goal."""
        return self.round.kind == Round.Kind.OPFOELGNING

    @property
    def behind(self) -> list[UnitStand]:
        """The units that have not done what the round asks, after its day."""
        return [each for each in self.units if each.stand is Stand.MISSING]

    @property
    def done(self) -> bool:
        """Whether nothing more is waited for."""
        if self.is_adjustment:
            return self.version is not None
        return all(each.stand in (Stand.DONE, Stand.LATE_DONE, Stand.NOT_ASKED) for each in self.units)


# What a round is worked out from, without the texts.
_DAYS_OF_GOALS: Final = ("unit_id", "area__name", "first_sent_on")


@dataclass(slots=True)
class Plan:
    """What rounds are worked out from; asked for once, however much there is."""

    units: list[PlanUnit]
    areas: list[FocusArea]
    goals: list[LocalGoal]
    rounds: list[Round]
    answers: dict[tuple[int, int], RoundAnswer] = field(default_factory=dict)
    days: dict[tuple[int, int], date] = field(default_factory=dict)  # of the answers, by round and goal
    versions: list[StrategyVersion] = field(default_factory=list)
    _by_unit: dict[int, list[LocalGoal]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for each in self.goals:
            self._by_unit.setdefault(each.unit_id, []).append(each)

    def goals_of(self, unit: PlanUnit) -> list[LocalGoal]:
        """The goals of a unit, in the order of the areas."""
        return self._by_unit.get(unit.pk, [])


def read(strategy: Strategy, *, words: bool = True, words_of: PlanUnit | None = None) -> Plan:
    """Six questions at most.

    Ten years of goals and answers are a long text: without ``words``, or only of one unit where it is read.
    """
    answers = there(RoundAnswer, "on", round__strategy=strategy, round__removed_at__isnull=True)
    if words_of:
        answers = answers.filter(goal__unit=words_of)
    if not words:
        found = _plan(strategy, list(_goals(strategy).select_related("area").only(*_DAYS_OF_GOALS)))
        days = answers.values_list("round_id", "goal_id", "on")
        found.days = {(asked, goal): day for asked, goal, day in days}
        return found
    found = without_answers(strategy)
    goals, rounds = {each.pk: each for each in found.goals}, {each.pk: each for each in found.rounds}
    for each in answers:
        if each.goal_id in goals:
            # Read already; asked for with each answer, the same goal would come once for every round.
            each.goal, each.round = goals[each.goal_id], rounds[each.round_id]
            found.answers[each.round_id, each.goal_id] = each
            found.days[each.round_id, each.goal_id] = each.on
    return found


def without_answers(strategy: Strategy) -> Plan:
    """What the units have set out to do, and not how it went. Five questions."""
    rows = _goals(strategy).select_related("unit", "area", "crosses")
    return _plan(strategy, list(rows.prefetch_related("outside_goals")))


def _goals(strategy: Strategy) -> QuerySet[LocalGoal]:
    return there(LocalGoal, "area__number", unit__strategy=strategy)


def _plan(strategy: Strategy, goals: list[LocalGoal]) -> Plan:
    with_goals = {each.unit_id for each in goals}
    units = list(there(PlanUnit, "number", strategy=strategy))
    return Plan(
        # Whom the strategy is first for, and whoever else has set a goal.
        units=[each for each in units if each.part == PlanUnit.Part.PRIMAER or each.pk in with_goals],
        areas=list(there(FocusArea, "family", "number", strategy=strategy)),
        goals=goals,
        rounds=list(strategy.rounds.filter(removed_at__isnull=True).order_by("due", "pk")),
        versions=list(strategy.versions.defer("content").order_by("number")),
    )


def is_asked(goal: LocalGoal, row: Round) -> bool:
    """Whether a round of follow-up asks about the goal."""
    return goal.first_sent_on is not None and goal.first_sent_on <= row.due


def stands(plan: Plan, *, today: date) -> list[RoundStand]:
    """Every round, the first first."""
    found = []
    for number, row in enumerate(plan.rounds):
        before = plan.rounds[number - 1].due if number else date.min
        if row.kind == Round.Kind.JUSTERING:
            after = plan.rounds[number + 1].due if number + 1 < len(plan.rounds) else date.max
            found.append(RoundStand(round=row, units=(), version=_version(plan, before, after)))
        else:
            told = _sending if row.kind == Round.Kind.INDSENDELSE else _following
            found.append(RoundStand(round=row, units=[told(plan, row, unit, today=today) for unit in plan.units]))
    return found


def _version(plan: Plan, before: date, after: date) -> StrategyVersion | None:
    """The first version decided after the round before, which is no strategy's first."""
    return next((each for each in plan.versions if each.number > 1 and before < each.on < after), None)


def _sending(plan: Plan, row: Round, unit: PlanUnit, *, today: date) -> UnitStand:
    goals = plan.goals_of(unit)
    # The first that was sent in under each area.
    sent: dict[int, date] = {}
    for day, area in sorted((each.first_sent_on, each.area_id) for each in goals if each.first_sent_on):
        sent.setdefault(area, day)
    missing = tuple(each.name for each in plan.areas if each.pk not in sent)
    late = sum(day > row.due for day in sent.values())
    return _stand(unit, asked=len(plan.areas), missing=missing, late=late, row=row, today=today)


def _following(plan: Plan, row: Round, unit: PlanUnit, *, today: date) -> UnitStand:
    asked = [each for each in plan.goals_of(unit) if is_asked(each, row)]
    days = [plan.days.get((row.pk, each.pk)) for each in asked]
    missing = tuple(goal.area.name for goal, day in zip(asked, days, strict=True) if day is None)
    late = sum(day > row.due for day in days if day)
    return _stand(unit, asked=len(asked), missing=missing, late=late, row=row, today=today)


def _stand(unit: PlanUnit, *, asked: int, missing: tuple[str, ...], late: int, row: Round, today: date) -> UnitStand:
    if not asked:
        stand = Stand.NOT_ASKED
    elif missing:
        stand = Stand.MISSING if today > row.due else Stand.WAITS
    else:
        stand = Stand.LATE_DONE if late else Stand.DONE
    words = (_SENDING_WORDS if row.kind == Round.Kind.INDSENDELSE else WORDS)[stand]
    done = asked - len(missing)
    return UnitStand(unit=unit, asked=asked, answered=done, late=late, missing=missing, stand=stand, words=words)
