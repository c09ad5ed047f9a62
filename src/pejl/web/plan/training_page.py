"""What is set aside for learning, what is used of it, which courses are there, and who has learned what?

A price nobody knows is not nothing: it is counted apart, and the remainder is then »at most«.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, Prefetch

from pejl.small_numbers import SMALLEST
from pejl.web.access.models import Post, User, running
from pejl.web.access.roles import AFDELINGSLEDER, ROLES, Right
from pejl.web.plan.areas import there
from pejl.web.plan.models import Fund, PlanUnit, Strategy, Training

Stage = Training.Stage
# Those whose day it is to teach the others come last: what runs and what is planned is what people ask for.
_ORDER: Final = (Stage.I_GANG, Stage.PLANLAGT, Stage.AFSLUTTET, Stage.AFLYST)
_OVER: Final = frozenset({Stage.AFSLUTTET, Stage.AFLYST})
# Fewer colleagues than this in a unit are not told of to those outside its line.
FEWEST: Final = SMALLEST
# Those who work with families, and the leaders closest to them.
_LEARN: Final = [role.key for role in ROLES if Right.MIN_DAG in role.rights and role.key != AFDELINGSLEDER.key]


# --- the fund ---------------------------------------------------------------------------------------------------


def bound_of(training: Training) -> int | None:
    """How much of the fund the course holds: what is paid, else what is ordered; None where nobody knows."""
    if training.stage in _OVER and training.spent is not None:
        return training.spent
    if training.stage == Stage.AFLYST:
        return 0
    known = [each for each in (training.committed, training.spent) if each is not None]
    return max(known) if known else None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearAccount:
    """A year of a fund, in whole kroner: set aside = spent + committed and not yet spent + what remains."""

    name: str
    year: int
    amount: int
    spent: int
    committed: int
    unknown: int  # courses whose price nobody has written
    row: Fund | None = None  # none for the sum of several years

    @property
    def remains(self) -> int:
        """What is left; below zero where more is promised than there is."""
        return self.amount - self.spent - self.committed

    @property
    def over(self) -> int:
        """How much too much is promised."""
        return max(0, -self.remains)


def accounts(strategy: Strategy) -> list[YearAccount]:
    """Every year of every fund."""
    paid = Prefetch("trainings", there(Training))
    # By the strategy's own rows, which then need not be read with the strategy once more.
    funds = strategy.funds.filter(removed_at__isnull=True).order_by("name", "year", "pk").prefetch_related(paid)
    return [account_of(fund, list(fund.trainings.all())) for fund in funds]


def account_of(fund: Fund, trainings: Sequence[Training]) -> YearAccount:
    """A year's account, from the courses that draw on it."""
    bound = [(each, bound_of(each)) for each in trainings]
    spent = sum(each.spent or 0 for each in trainings)
    return YearAccount(
        name=fund.name,
        year=fund.year,
        amount=fund.amount,
        spent=spent,
        committed=sum(held or 0 for _, held in bound) - spent,
        unknown=sum(held is None for _, held in bound),
        row=fund,
    )


def together(told: Iterable[YearAccount]) -> list[YearAccount]:
    """The sum over the years of each fund that has more than one."""
    by_name: dict[str, list[YearAccount]] = {}
    for each in told:
        by_name.setdefault(each.name, []).append(each)
    return [
        YearAccount(
            name=name,
            year=0,
            amount=sum(each.amount for each in years),
            spent=sum(each.spent for each in years),
            committed=sum(each.committed for each in years),
            unknown=sum(each.unknown for each in years),
        )
        for name, years in by_name.items()
        if len(years) > 1
    ]


# --- the courses ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """A course as a line: how many take part, what it costs, and whether it was followed into practice."""

    training: Training
    people: int
    units: Sequence[str]

    @property
    def unpractised(self) -> bool:
        """Over, and nobody has written how it is tried out at work."""
        row = self.training
        return row.stage == Stage.AFSLUTTET and not (row.exercise or row.seen_in)


def courses(strategy: Strategy) -> list[tuple[str, list[Line]]]:
    """By stage, in a fixed number of questions."""
    rows = strategy.trainings.filter(removed_at__isnull=True).order_by("first", "name", "pk")
    rows = rows.select_related("area", "fund").annotate(people=Count("participants"))
    rows = rows.prefetch_related(Prefetch("units", there(PlanUnit, "number", "name")))
    lines = [Line(each, each.people, [unit.name for unit in each.units.all()]) for each in rows]
    staged = [(str(stage.label), [each for each in lines if each.training.stage == stage]) for stage in _ORDER]
    return [(label, found) for label, found in staged if found]


# --- who has learned what (I5) ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Skill:
    """A competence in one unit. Names only for those who lead it; nothing at all where so few work."""

    competence: str
    unit: str
    have: int
    of: int
    named: bool
    with_it: Sequence[str] = ()
    without: Sequence[str] = ()

    @property
    def hidden(self) -> bool:
        """Too few work there to be told of outside its line."""
        return not self.named and self.of < FEWEST


def skills(strategy: Strategy, *, on: date, leads: frozenset[int]) -> list[Skill]:
    """Each competence a finished course gives, unit by unit; ``leads``: the units whose people the reader leads."""
    finished = there(Training, "competence", strategy=strategy, stage=Stage.AFSLUTTET).exclude(competence="")
    has: dict[str, set[int]] = {}
    for competence, person in finished.values_list("competence", "participants"):
        has.setdefault(competence, set()).update({person} - {None})  # a course nobody is written on
    if not has:
        return []
    works = _people(on)
    return [
        _skill(competence, unit, people, learned, named=pk in leads)
        for competence, learned in has.items()
        for (unit, pk), people in works.items()
    ]


def _people(on: date) -> dict[tuple[str, int], list[User]]:
    """Who works in each unit, each person once there."""
    posts = Post.objects.filter(running(on), user__is_active=True, role__in=_LEARN).select_related("user", "unit")
    found: dict[tuple[str, int], dict[int, User]] = {}
    for post in posts.order_by("unit__name", "user__name"):
        found.setdefault((post.unit.name, post.unit_id), {})[post.user_id] = post.user
    return {unit: list(people.values()) for unit, people in found.items()}


def _skill(competence: str, unit: str, people: Sequence[User], learned: set[int], *, named: bool) -> Skill:
    have = [each.name for each in people if each.pk in learned]
    lack = [each.name for each in people if each.pk not in learned]
    return Skill(competence, unit, len(have), len(people), named, have if named else (), lack if named else ())
