"""Who is asking, with which roles today, and so with which rights and how far?

Worked out once a request, with two queries (the posts, the units); scope and menus ask nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from pejl.rules import Role as Duty
from pejl.web.access.models import Post, Unit, User, running
from pejl.web.access.roles import ROLE_BY_KEY, Right, Role, Sees

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from pejl.web.access.models import Case


@dataclass(frozen=True, slots=True)
class Place:
    """A role, and the units it reaches: its own and those below; above the teams also what has no team yet."""

    role: Role
    unit: str
    units: frozenset[int]
    above_teams: bool = False


@dataclass(frozen=True)
class Person:
    """A signed-in user as they stand on a day."""

    user: User
    places: tuple[Place, ...]
    teams: Mapping[int, str] = field(default_factory=dict, compare=False, repr=False)  # every team's name
    # The questions ``gate.visible`` has put together for this person, and ``gate.counted`` under None; not the answers.
    scopes: dict[tuple[date, datetime] | None, QuerySet[Case]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def name(self) -> str:
        """The person's name."""
        return self.user.name

    @property
    def initials(self) -> str:
        """As events name them; empty for those without cases."""
        return self.user.initials

    @property
    def rights(self) -> frozenset[Right]:
        """What they may do in some post."""
        return frozenset[Right]().union(*(place.role.rights for place in self.places))

    @property
    def duties(self) -> frozenset[Duty]:
        """The roles whose duties fall on them."""
        return frozenset[Duty]().union(*(place.role.duties for place in self.places))

    @property
    def roles_told(self) -> str:
        """The roles and units in words."""
        return ", ".join(f"{place.role.label} ({place.unit})" for place in self.places) or "Ingen rolle i dag"

    def may(self, right: Right) -> bool:
        """Whether some post gives the right."""
        return any(right in place.role.rights for place in self.places)

    def units(self, sees: Sees, *, right: Right | None = None) -> frozenset[int]:
        """The units reached by posts that see so far (and give the right)."""
        places = (each for each in self.places if each.role.sees is sees)
        return frozenset[int]().union(*(each.units for each in places if right is None or right in each.role.rights))

    def reaches_no_team(self, right: Right) -> bool:
        """Whether cases without a team yet belong to some unit of theirs where they have the right."""
        seeing = (Sees.UNIT, Sees.NONE)  # a centre head sees no case, but counts them all
        return any(each.above_teams and right in each.role.rights and each.role.sees in seeing for each in self.places)

    @property
    def overview_units(self) -> frozenset[int]:
        """The units whose totals they may see."""
        places = (each.units for each in self.places if Right.OVERVIEW in each.role.rights)
        return frozenset[int]().union(*places)


def person_of(user: User, *, on: date) -> Person:
    """The user with the posts of that day."""
    posts = list(Post.objects.filter(running(on), user=user).select_related("unit").order_by("pk"))
    units = list(Unit.objects.values_list("pk", "parent_id", "level", "name")) if posts else []
    below = _below((pk, parent) for pk, parent, _, _ in units)
    teams = {pk: name for pk, _, level, name in units if level == Unit.Level.TEAM}
    return Person(user, tuple(_place(post, units=below[post.unit_id]) for post in posts), teams)


def _place(post: Post, *, units: frozenset[int]) -> Place:
    return Place(ROLE_BY_KEY[post.role], post.unit.name, units, post.unit.level != Unit.Level.TEAM)


def _below(pairs: Iterable[tuple[int, int | None]]) -> dict[int, frozenset[int]]:
    """Each unit with itself and all below it."""
    children: dict[int | None, list[int]] = {}
    everyone = []
    for unit, parent in pairs:
        children.setdefault(parent, []).append(unit)
        everyone.append(unit)

    def reach(unit: int) -> frozenset[int]:
        return frozenset({unit}).union(*(reach(each) for each in children.get(unit, ())))

    return {unit: reach(unit) for unit in everyone}
