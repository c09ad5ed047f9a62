"""Who among the advisers needs help? Load first, then what came with the cases, then lateness; nobody is ranked.

A child counts where it is looked after, so a stand-in's children are told beside their own. Nothing here is a share
or a grade of a person: a leader uses it to move work, and each adviser sees the same row of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from pejl.dates import add_days, end_of_day
from pejl.rules import Force, Role
from pejl.tables import Status
from pejl.web.access.models import Case, Cover, Omraade, Post, StaffDecision, User, running
from pejl.web.access.names import sort_key
from pejl.web.access.roles import RAADGIVER
from pejl.web.cases.models import DeadlineRow, Spell
from pejl.web.cases.overview.holding import Origin, origin
from pejl.web.cases.standing import status_at

# A case is new to its adviser for so long.
NEW: Final = timedelta(days=90)
SOON: Final = 7  # days
# Told beside the load, for a talk and not for an answer; the union counts as we do: children, absent colleagues' too.
GUIDE: Final = "20–30 børn pr. fuldtidsstilling (Dansk Socialrådgiverforenings vejledende sagstal)"


@dataclass(slots=True)
class Lateness:
    """What is late or soon due in an adviser's cases of one kind."""

    due_soon: int = 0
    due_soon_local: int = 0  # the municipality's own goals, never added to the law's
    overdue: int = 0
    overdue_inherited: int = 0
    overdue_local: int = 0


@dataclass(slots=True)
class Load:
    """What one adviser carries."""

    initials: str
    name: str
    share: Decimal | None = None  # of full time, today; None: nobody has told us
    children: int = 0
    with_disability: int = 0  # of the children, those whose case is one of disability
    families: int = 0
    taken_over: int = 0  # cases that somebody else had until lately
    social: Lateness = field(default_factory=Lateness)
    disability: Lateness = field(default_factory=Lateness)  # never added to the other
    covers: list[str] = field(default_factory=list)  # those they stand in for
    covered_by: list[str] = field(default_factory=list)
    covered_children: int = 0
    covered_families: int = 0

    @property
    def per_full_time(self) -> Decimal | None:
        """Children for each full-time post, those of absent colleagues included."""
        return self._each(self.children + self.covered_children)

    @property
    def families_per_full_time(self) -> Decimal | None:
        """Families for each full-time post, those of absent colleagues included."""
        return self._each(self.families + self.covered_families)

    def _each(self, number: int) -> Decimal | None:
        return (Decimal(number) / self.share).quantize(Decimal("0.1")) if self.share else None


def opened(decisions: Iterable[StaffDecision], *, today: date) -> StaffDecision | None:
    """The newest decision, if it says that staff have been told and MED has treated the lists; else None."""
    newest = max(decisions, key=lambda each: (each.decided_at, each.pk), default=None)
    return newest if newest and newest.informed_on <= today and newest.med_on <= today else None


def loads(cases: QuerySet[Case], *, at: datetime, today: date, also: Iterable[str] = ()) -> list[Load]:
    """What each adviser of these cases carries, by name; ``also``: advisers to show even without a case."""
    still_open = cases.filter(closed=False)
    carried = _carried(still_open)
    found = {initials: Load(initials, initials) for initials in {*carried, *also} - {""}}
    for initials, load in found.items():
        load.children, load.with_disability, load.families = carried.get(initials, (0, 0, 0))
    _add_people(found, today=today)
    _add_taken_over(found, still_open, since=today - NEW)
    _add_lateness(found, still_open, at=at, today=today)
    _add_cover(found, today=today)
    return sorted(found.values(), key=lambda load: (sort_key(load.name), load.initials))


def without_adviser(cases: QuerySet[Case]) -> int:
    """How many open cases nobody has."""
    return cases.filter(closed=False, adviser="").count()


def advisers_of(units: Iterable[int], *, today: date) -> list[str]:
    """The initials of everybody who is adviser in these units today."""
    posts = Post.objects.filter(running(today), unit__in=units, role=RAADGIVER.key, user__is_active=True)
    return list(posts.exclude(user__initials="").values_list("user__initials", flat=True).distinct())


def _carried(cases: QuerySet[Case]) -> dict[str, tuple[int, int, int]]:
    families = Count(Coalesce(F("child__family"), -F("pk")), distinct=True)
    children = Count("pk", distinct=True)
    disability = Count("pk", distinct=True, filter=Q(omraade=Omraade.HANDICAP))
    rows = cases.values_list("adviser").order_by().annotate(children=children, disability=disability, families=families)
    return {initials: (number, of_them, homes) for initials, number, of_them, homes in rows}


def _add_people(found: dict[str, Load], *, today: date) -> None:
    for user in User.objects.filter(initials__in=found):
        found[user.initials].name = user.name
    posts = Post.objects.filter(running(today), role=RAADGIVER.key, user__initials__in=found)
    for initials, share in posts.values_list("user__initials", "share"):
        found[initials].share = (found[initials].share or Decimal(0)) + share


def _add_taken_over(found: dict[str, Load], cases: QuerySet[Case], *, since: date) -> None:
    earlier = Spell.objects.filter(case=OuterRef("case"), first__lte=OuterRef("first")).exclude(
        initials=OuterRef("initials")
    )
    new = Spell.objects.filter(Exists(earlier), case__in=cases, last=None, first__gt=since)
    for initials, number in new.values_list("initials").order_by().annotate(number=Count("case", distinct=True)):
        if initials in found:
            found[initials].taken_over = number


def _add_lateness(found: dict[str, Load], cases: QuerySet[Case], *, at: datetime, today: date) -> None:
    soon = end_of_day(add_days(today, days=SOON))
    # What falls on the reception or the office is not the adviser's to be told of.
    own = DeadlineRow.objects.filter(case__in=cases, falls_on=Role.RAADGIVER.value)
    rows = own.annotate(standing=status_at(at), origin=origin())
    wanted = Q(standing=Status.OVERDUE.value) | Q(standing=Status.OPEN.value, due_at__lte=soon)
    counts = rows.filter(wanted).values_list("case__adviser", "case__omraade", "force", "standing", "origin").order_by()
    for initials, kind, force, status, whence, number in counts.annotate(number=Count("pk")):
        if initials in found:
            load = found[initials]
            of_kind = load.disability if kind == Omraade.HANDICAP else load.social
            _add(of_kind, number, local=force == Force.LOCAL, status=Status(status), own=whence == Origin.OWN)


def _add(load: Lateness, number: int, *, local: bool, status: Status, own: bool) -> None:
    if status is Status.OPEN:
        load.due_soon += 0 if local else number
        load.due_soon_local += number if local else 0
    elif local:
        load.overdue_local += number
    else:
        load.overdue += number
        load.overdue_inherited += 0 if own else number


def _add_cover(found: dict[str, Load], *, today: date) -> None:
    covers = list(Cover.objects.filter(running(today)).select_related("user"))
    absent = {cover.initials for cover in covers}
    names = dict(User.objects.filter(initials__in=absent).values_list("initials", "name")) if absent else {}
    for cover in covers:
        if cover.user.initials in found:
            found[cover.user.initials].covers.append(names.get(cover.initials, cover.initials))
            if cover.initials in found:
                found[cover.user.initials].covered_children += found[cover.initials].children
                found[cover.user.initials].covered_families += found[cover.initials].families
        if cover.initials in found:
            found[cover.initials].covered_by.append(cover.user.name)
