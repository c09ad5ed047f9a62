"""Which cases stand in a list, in which order, and what is due next in each?

A fixed number of questions, however many cases: the page of cases, and the duties of that page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db.models import Exists, F, Min, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Collate

from pejl.rules import Before, Rulebook
from pejl.web.access.log import Detail
from pejl.web.access.models import Case
from pejl.web.access.names import in_danish
from pejl.web.cases.day import rule_of
from pejl.web.cases.models import DeadlineRow
from pejl.web.cases.people import age_words, names_of
from pejl.web.cases.standing import CERTAIN, WAITING

ORDERS: Final = ("navn", "frist", "overskredet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which of the cases, and in which order; holds no name and no number of a child."""

    adviser: str = ""
    team: int = 0
    closed: bool = False
    overdue: bool = False
    order: str = "navn"

    @property
    def filters(self) -> Detail:
        """As the log writes it; what was not asked for is left out."""
        flags = [name for name, on in (("afsluttede", self.closed), ("overskredet", self.overdue)) if on]
        told: Detail = {"raadgiver": self.adviser, "team": self.team, "orden": self.order, "kun": flags}
        return {name: value for name, value in told.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A duty as a list shows it."""

    title: str
    due_at: datetime
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One case of a list."""

    key: str
    number: str
    name: str  # of the child; empty where nobody has written it
    age: str
    adviser: str
    team: str
    protected: bool
    closed: bool
    coming: Due | None
    overdue: Due | None


@dataclass(frozen=True, slots=True)
class Asked:
    """The moment of the list, and the rulebook its duties are named by."""

    at: datetime
    today: date
    book: Rulebook

    @property
    def duties(self) -> QuerySet[DeadlineRow]:
        """What has a limit and can still be met."""
        first = {rule.key for rule in self.book.rules if isinstance(rule.duty, Before)}
        rows = DeadlineRow.objects.filter(WAITING, CERTAIN, due_at__isnull=False, stopped_at__isnull=True)
        return rows.exclude(rule__in=first)


def listed(cases: QuerySet[Case], *, wanted: Wanted, asked: Asked) -> QuerySet[Case]:
    """The cases that are asked for, in order."""
    own = asked.duties.filter(case=OuterRef("pk"))
    cases = cases.filter(closed=wanted.closed)
    if wanted.adviser:
        cases = cases.filter(adviser=wanted.adviser)
    if wanted.team:
        cases = cases.filter(team_id=wanted.team)
    if wanted.overdue:
        cases = cases.filter(Exists(own.filter(due_at__lt=asked.at)))
    return _ordered(cases, own, wanted=wanted, at=asked.at)


def by_name() -> Collate:
    """In the order of the children's names; a case without one stands by its number."""
    return in_danish(Coalesce("child__name_sort", "number"))


def _ordered(cases: QuerySet[Case], own: QuerySet[DeadlineRow], *, wanted: Wanted, at: datetime) -> QuerySet[Case]:
    """By the child's name, or by how near or how old the limit is; a leading minus turns the order around."""
    back, order = wanted.order.startswith("-"), wanted.order.lstrip("-")
    if order in ("frist", "overskredet"):
        due = own.filter(due_at__gte=at) if order == "frist" else own.filter(due_at__lt=at)
        first = due.order_by().values("case").annotate(first=Min("due_at")).values("first")
        cases = cases.annotate(first_due=Subquery(first))
        by = F("first_due")
        return cases.order_by(by.desc(nulls_last=True) if back else by.asc(nulls_last=True), by_name(), "pk")
    return cases.order_by(by_name().desc() if back else by_name().asc(), "pk")


def rows_of(cases: Iterable[Case], *, asked: Asked) -> list[Row]:
    """The cases with what is due in them; they were read with their child and team."""
    held = list(cases)
    due = _due(held, asked=asked)
    names = names_of({case.adviser for case in held})
    return [_row(case, due=due[case.pk], names=names, asked=asked) for case in held]


def _due(cases: list[Case], *, asked: Asked) -> dict[int, list[DeadlineRow]]:
    found: dict[int, list[DeadlineRow]] = defaultdict(list)
    for row in asked.duties.filter(case__in=cases).order_by("due_at", "pk"):
        found[row.case_id].append(row)
    return found


def _row(case: Case, *, due: list[DeadlineRow], names: dict[str, str], asked: Asked) -> Row:
    child = getattr(case, "child", None)
    over = next((row for row in due if row.due_at and row.due_at < asked.at), None)
    coming = next((row for row in due if row.due_at and row.due_at >= asked.at), None)
    return Row(
        key=case.key,
        number=case.number,
        name=child.name if child else "",
        age=age_words(child.born, day=asked.today) if child else "",
        adviser=names.get(case.adviser, case.adviser),
        team=case.team.name if case.team else "",
        protected=case.protected,
        closed=case.closed,
        coming=_told(coming, asked=asked),
        overdue=_told(over, asked=asked),
    )


def _told(row: DeadlineRow | None, *, asked: Asked) -> Due | None:
    rule = rule_of(row, asked.book) if row else None
    if row is None or row.due_at is None or rule is None:
        return None
    return Due(title=rule.title, due_at=row.due_at, mark=row.mark)
