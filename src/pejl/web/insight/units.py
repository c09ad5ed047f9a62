"""Whose figures are there: which units count a case, which may a person see, and how many full-time posts were there?

A case counts in the team that has it and in everything above; a case without a team counts in every department and in
the centre, as it does at the gate. A figure of now takes the team of the case today; one of an earlier moment takes
the team it was with then. Duties are counted where the case is and not where it was when they fell due: the overview's
rules page asks »whose was it«, a figure asks »how do our children fare«.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from django.db.models import Q, QuerySet

from pejl.dates import local_day
from pejl.indicators import Given, Indicator, Period, Read
from pejl.indicators import Unit as Sort
from pejl.indicators.stabilitet import FULDTID
from pejl.rulebook.handicap import is_disability_case
from pejl.web.access import gate
from pejl.web.access.models import Case, Omraade, Post, Unit
from pejl.web.access.roles import RAADGIVER
from pejl.web.cases import bridge

if TYPE_CHECKING:
    from pejl.web.access.person import Person

# Figures of both kinds of case: those told for each full-time post, since posts are not divided by kind.
BOTH: Final = ""


def kinds_of_case(indicator: Indicator) -> tuple[str, ...]:
    """The kinds of case it is told of, each by itself; never added up, except for each full-time post."""
    return (BOTH,) if indicator.unit is Sort.RATIO else tuple(Omraade.values)


def kind_told(omraade: str) -> str:
    """The kind of case in words."""
    return Omraade(omraade).label if omraade else "Sociale sager og handicapsager"


class Units:
    """All the units with what is above and below each; asked for once."""

    def __init__(self) -> None:
        self.by_pk = {unit.pk: unit for unit in Unit.objects.order_by("pk")}
        self._teams: bridge.Teams | None = None

    def below(self, unit: Unit) -> frozenset[int]:
        """The unit and all below it."""
        children = [each for each in self.by_pk.values() if each.parent_id == unit.pk]
        return frozenset({unit.pk}).union(*(self.below(each) for each in children))

    def counting(self, team: int | None) -> list[int]:
        """The units in whose figures a case of this team counts."""
        if team is None:
            return [unit.pk for unit in self.by_pk.values() if unit.level != Unit.Level.TEAM]
        found, above = [], self.by_pk.get(team)
        while above is not None:
            found.append(above.pk)
            above = self.by_pk.get(above.parent_id) if above.parent_id else None
        return found

    def team(self, case: Case, read: Read, *, on: date | None) -> int | None:
        """The team of the case: today's, or the one that had it on a day."""
        if on is None:
            return case.team_id
        self._teams = self._teams or bridge.Teams()
        return bridge.team_then(case, read, on=on, teams=self._teams)

    @property
    def top(self) -> Unit | None:
        """The unit that everything belongs to, where there is one."""
        roots = [unit for unit in self.by_pk.values() if unit.parent_id is None]
        return roots[0] if len(roots) == 1 else None


def kind_then(case: Case, read: Read, *, then: bool) -> str:
    """The kind of case: today's, or by what was known then."""
    if not then:
        return case.omraade
    return Omraade.HANDICAP if is_disability_case(read.events) else Omraade.SOCIAL


def unprotected(units: Units, unit: Unit) -> QuerySet[Case]:
    """Every case that may count in the unit's figures today, whoever asks: never a protected one."""
    no_team = Q(team_id__isnull=True) if unit.level != Unit.Level.TEAM else Q(pk__in=())
    return Case.objects.filter(Q(team_id__in=units.below(unit)) | no_team, protected=False)


def counted(person: Person, units: Units, unit: Unit) -> QuerySet[Case]:
    """Those of them that are in the totals this person may see."""
    return gate.counted(person).filter(pk__in=unprotected(units, unit).values("pk"))


def of_person(person: Person, units: Units) -> list[Unit]:
    """The units whose figures the person may see, the widest first."""
    order = {Unit.Level.CENTER: 0, Unit.Level.AFDELING: 1, Unit.Level.TEAM: 2}
    reached = person.overview_units
    mine = [unit for unit in units.by_pk.values() if unit.pk in reached]
    return sorted(mine, key=lambda each: (order[Unit.Level(each.level)], each.name))


@dataclass(frozen=True, slots=True)
class _Share:
    """A post of an adviser, as full-time posts count it."""

    unit: int
    first: date
    last: date | None
    share: float


class FullTime:
    """How many full-time posts of advisers each unit had on a day; from the posts, asked for once."""

    def __init__(self, units: Units) -> None:
        self._units = units
        # Of those who have left, too: they were there then, and their posts end.
        rows = Post.objects.filter(role=RAADGIVER.key).order_by("pk")
        told = rows.values_list("unit_id", "first", "last", "share")
        self._shares = [_Share(unit, first, last, float(share)) for unit, first, last, share in told]

    def of(self, unit: Unit, *, on: date) -> float:
        """The posts of the unit and of those below it."""
        below = self._units.below(unit)
        held = (each for each in self._shares if each.first <= on and (each.last is None or on <= each.last))
        return round(sum(each.share for each in held if each.unit in below), 2)

    def given(self, unit: Unit, *, periods: Iterable[Period], as_of: datetime) -> Given:
        """For the last day of each period, or today in the one that runs."""
        today = local_day(as_of)
        found: Mapping[date, float] = {each.last: self.of(unit, on=min(each.last, today)) for each in periods}
        return {FULDTID: found}
