"""Who has today what is overdue, and who had it when it passed due?

A leader who has inherited what others let pass should see it at once, and so should whoever reads the figures.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypedDict

from django.db.models import Case as Choose
from django.db.models import CharField, Count, F, Q, QuerySet, Value, When

from pejl.rules import Force
from pejl.tables import Status
from pejl.web.access.models import Case
from pejl.web.cases.models import DeadlineRow, Spell
from pejl.web.cases.standing import status_at

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    class _Told(TypedDict):
        standing: str
        origin: str

    Overdue = WithAnnotations[DeadlineRow, _Told]


class Origin(StrEnum):
    """Whose it was on the day it passed due, seen from whose it is today."""

    OWN = "egen"
    COLLEAGUE = "anden_raadgiver"
    TEAM = "andet_team"
    NOBODY = "ingen"

    @property
    def danish(self) -> str:
        """The words of the tables."""
        return {
            Origin.OWN: "Udløb hos den nuværende rådgiver",
            Origin.COLLEAGUE: "Arvet fra en anden rådgiver",
            Origin.TEAM: "Arvet fra et andet team",
            Origin.NOBODY: "Ingen rådgiver, da fristen udløb",
        }[self]


def origin() -> Choose:
    """An expression that gives the ``Origin`` of a duty that is overdue."""
    return Choose(
        When(adviser_at_due="", then=Value(Origin.NOBODY.value)),
        When(Q(team_at_due__isnull=False) & ~Q(team_at_due=F("case__team")), then=Value(Origin.TEAM.value)),
        When(~Q(adviser_at_due=F("case__adviser")), then=Value(Origin.COLLEAGUE.value)),
        default=Value(Origin.OWN.value),
        output_field=CharField(),
    )


@dataclass(slots=True)
class Held:
    """What a team holds that is overdue, of one force: law, guidance and local goals are never added up."""

    team: int | None  # None: the case has no team yet
    force: Force
    children: int = 0
    by_origin: Counter[Origin] = field(default_factory=Counter)
    in_closed: int = 0

    @property
    def in_open(self) -> int:
        """Overdue in cases that are open, where something can still be done."""
        return self.by_origin.total()


def overdue(rows: QuerySet[DeadlineRow], *, at: datetime) -> QuerySet[Overdue]:
    """Only what is overdue, with its ``origin``."""
    return rows.annotate(standing=status_at(at), origin=origin()).filter(standing=Status.OVERDUE.value)


def held_by_team(rows: QuerySet[DeadlineRow], *, at: datetime) -> list[Held]:
    """What each team holds of each force."""
    late = overdue(rows, at=at)
    found: dict[tuple[int | None, str], Held] = {}
    counts = late.values_list("case__team", "force", "case__closed", "origin").order_by().annotate(number=Count("pk"))
    for team, force, closed, whence, number in counts:
        held = found.setdefault((team, force), Held(team, Force(force)))
        if closed:
            held.in_closed += number
        else:
            held.by_origin[Origin(whence)] += number
    children = late.filter(case__closed=False).values_list("case__team", "force").order_by()
    for team, force, number in children.annotate(number=Count("case", distinct=True)):
        found[team, force].children = number
    return list(found.values())


def held_by_rule(rows: QuerySet[DeadlineRow], *, at: datetime) -> dict[str, Counter[int | None]]:
    """How many of each rule are overdue in open cases, by team."""
    found = defaultdict[str, Counter[int | None]](Counter)
    late = overdue(rows, at=at).filter(case__closed=False)
    for rule, team, number in late.values_list("rule", "case__team").order_by().annotate(number=Count("pk")):
        found[rule][team] += number
    return dict(found)


# --- changes of adviser --------------------------------------------------------------------------------------

_YEAR: Final = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Changes:
    """How often the children's adviser has changed, and how long they have had the one they have."""

    in_a_year: Counter[int]  # children by the number of changes; 3 means three or more
    how_long: Counter[str]

    @property
    def children(self) -> int:
        """All the open cases."""
        return self.in_a_year.total()


HOW_LONG: Final = {
    "ny": "Under 3 måneder",
    "et_aar": "3–12 måneder",
    "laenge": "Over et år",
    "ingen": "Ingen rådgiver nu",
}


def changes_of_adviser(cases: QuerySet[Case], *, today: date) -> Changes:
    """The open cases by changes of adviser in the last year. The first adviser of a child is no change."""
    spells = Spell.objects.filter(case__in=cases.filter(closed=False)).order_by("case", "first", "pk")
    by_case: dict[int, list[tuple[date, date | None, str]]] = {
        number: [] for number in cases.filter(closed=False).values_list("pk", flat=True)
    }
    for case, first, last, initials in spells.values_list("case", "first", "last", "initials"):
        by_case[case].append((first, last, initials))
    return Changes(
        Counter(min(_changes(spells_of, since=today - _YEAR), 3) for spells_of in by_case.values()),
        Counter(_how_long(spells_of, today=today) for spells_of in by_case.values()),
    )


def _changes(spells: list[tuple[date, date | None, str]], *, since: date) -> int:
    others = pairwise(spells)
    return sum(later[0] >= since and later[2] != earlier[2] for earlier, later in others)


def _how_long(spells: list[tuple[date, date | None, str]], *, today: date) -> str:
    if not spells or spells[-1][1] is not None:
        return "ingen"
    days = (today - spells[-1][0]).days
    return "ny" if days < 91 else "et_aar" if days <= _YEAR.days else "laenge"
