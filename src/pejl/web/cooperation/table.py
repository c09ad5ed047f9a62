"""Who is whose cross-disciplinary adviser on a day, and which places have none? Three questions, however many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from pejl.web.access.models import Post, User, running
from pejl.web.access.roles import ROLES, Right
from pejl.web.cooperation.models import Attachment, Place
from pejl.web.cooperation.uses import told


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One agreement, as the page tells it; ``here``: whether the person has a post with us that day."""

    row: Attachment
    comes: bool
    here: bool

    @property
    def uses(self) -> str:
        """What the adviser is used for, in words."""
        return told(self.row.uses)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One place with its advisers today, and those that come."""

    place: Place
    lines: Sequence[Line]

    @property
    def without(self) -> bool:
        """Whether nobody who is with us is its adviser today."""
        return not any(line.here and not line.comes for line in self.lines)


@dataclass(frozen=True, slots=True)
class Table:
    """All places that are there, kind by kind."""

    rows: Sequence[Row]

    @property
    def by_kind(self) -> list[tuple[str, list[Row]]]:
        """The kinds that have places, with their words."""
        found = [(kind.heading, [each for each in self.rows if each.place.kind == kind]) for kind in Place.Kind]
        return [(label, rows) for label, rows in found if rows]

    @property
    def without(self) -> list[Place]:
        """The places that nobody comes to."""
        return [each.place for each in self.rows if each.without]

    def of(self, user: User) -> list[tuple[Place, Line]]:
        """The places this person is the adviser of, today or soon."""
        return [(each.place, line) for each in self.rows for line in each.lines if line.row.user_id == user.pk]


def table(*, on: date) -> Table:
    """As it is on a day."""
    places = Place.objects.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=on)).order_by("name")
    by_place, here = defaultdict[int, list[Attachment]](list), _here(on)
    for row in _not_over(on):
        by_place[row.place_id].append(row)
    return Table([Row(place=each, lines=_lines(by_place[each.pk], here=here, on=on)) for each in places])


def _not_over(on: date) -> QuerySet[Attachment]:
    ahead = Q(last__isnull=True) | Q(last__gte=on)
    # One that ended before it began never was.
    rows = Attachment.objects.filter(ahead).exclude(last__lt=F("first")).select_related("user")
    return rows.order_by("first", "user__name", "pk")


def _lines(rows: Iterable[Attachment], *, here: frozenset[int], on: date) -> list[Line]:
    return [Line(row=each, comes=each.first > on, here=each.user_id in here) for each in rows]


def _here(on: date) -> frozenset[int]:
    posts = Post.objects.filter(running(on), user__is_active=True)
    return frozenset(posts.values_list("user_id", flat=True))


def may_be_adviser(*, on: date) -> QuerySet[User]:
    """Those who can be: whose role works with cases."""
    roles = [role.key for role in ROLES if Right.REGISTER in role.rights]
    posts = Post.objects.filter(running(on), role__in=roles)
    return User.objects.filter(is_active=True, pk__in=posts.values("user")).order_by("name", "pk")
