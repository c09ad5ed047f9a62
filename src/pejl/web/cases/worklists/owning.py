"""Who can own an entry of a worklist? Only who may open the case: its adviser, its second adviser, its leader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from pejl.web.access.models import Naming, Post, Unit, User, running
from pejl.web.access.names import sort_key
from pejl.web.access.roles import ROLES, Right, Sees

if TYPE_CHECKING:
    from pejl.web.access.models import Case

_LEADING: Final = [role.key for role in ROLES if role.sees is Sees.UNIT and Right.ASSIGN in role.rights]


@dataclass(frozen=True, slots=True, kw_only=True)
class Owners:
    """Who leads which units, who is second adviser in which case, and what they are called."""

    names: Mapping[str, str]
    leads: Mapping[str, frozenset[int]]  # initials -> units
    named: frozenset[tuple[str, int]]  # initials, case
    above: Mapping[int, int | None]

    def may_own(self, initials: str, case: Case) -> bool:
        """Whether this person may open the case, and so can own what is to be done in it."""
        led = self.leads.get(initials, frozenset())
        return case.adviser == initials or (initials, case.pk) in self.named or bool(led & self._units(case))

    def _units(self, case: Case) -> set[int]:
        """The unit of the case and those above it; of a case without a team, all above the teams."""
        if case.team_id is None:
            return {unit for unit in self.above if unit in self.above.values()}
        return {case.team_id, *_up(case.team_id, self.above)}

    @property
    def choices(self) -> list[tuple[str, str]]:
        """All of them by name."""
        ordered = sorted(self.names.items(), key=lambda each: (sort_key(each[1]), each[0]))
        return [(initials, f"{name} ({initials})") for initials, name in ordered]

    def name_of(self, initials: str) -> str:
        """What they are called; the initials where nobody here has them."""
        return self.names.get(initials, initials)


def owners_of(cases: Iterable[Case], unit: Unit, *, on: date) -> Owners:
    """The advisers of these cases, first and second, and the leaders of the unit: a fixed number of questions."""
    found = list(cases)
    above = dict(Unit.objects.values_list("pk", "parent_id"))
    posts = Post.objects.filter(running(on), role__in=_LEADING, user__is_active=True).exclude(user__initials="")
    leads: dict[str, frozenset[int]] = {}
    for initials, led in posts.values_list("user__initials", "unit_id").order_by("pk"):
        leads[initials] = leads.get(initials, frozenset()) | {led}
    mine = {initials for initials, units in leads.items() if units & _around(unit.pk, above)}
    seconds = Naming.objects.filter(running(on), named_as=Naming.As.MEDRAADGIVER, user__is_active=True)
    named = frozenset(
        seconds.filter(case__in=[each.pk for each in found])
        .exclude(user__initials="")
        .values_list("user__initials", "case_id")
    )
    wanted = mine | {initials for initials, _ in named} | {each.adviser for each in found if each.adviser}
    names = dict(User.objects.filter(initials__in=wanted, is_active=True).values_list("initials", "name"))
    return Owners(names=names, leads=leads, named=named, above=above)


def _around(unit: int, above: Mapping[int, int | None]) -> set[int]:
    """The unit, those above it and those below it."""
    below = {each for each in above if unit in _up(each, above)}
    return {unit} | below | set(_up(unit, above))


def _up(unit: int, above: Mapping[int, int | None]) -> Iterator[int]:
    """Those above a unit, the nearest first."""
    parent = above.get(unit)
    while parent is not None:
        yield parent
        parent = above.get(parent)
