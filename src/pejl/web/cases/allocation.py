"""Which cases must somebody be found for, who can be given one, and how much do the teams carry?

Starts from the cases the person may both see and give; a case that is protected is among them only for those named.
Nobody is ranked: people stand by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from pejl.dates import danish_date
from pejl.events import (
    AFGOERELSE_TRUFFET,
    ANBRINGELSE_IVAERKSAT,
    INDSATS_BEVILGET,
    INDSATS_IVAERKSAT,
    RAADGIVERSKIFT,
)
from pejl.law import BARNETS_LOV, read_paragraph
from pejl.rules import Rulebook
from pejl.web.access import gate
from pejl.web.access.models import Case, Cover, Naming, Post, Unit, User, running
from pejl.web.access.names import sort_key
from pejl.web.access.person import Person
from pejl.web.access.roles import RAADGIVER, Right, Sees
from pejl.web.cases import bridge
from pejl.web.cases.listing import Asked, Row, Wanted, listed, rows_of
from pejl.web.cases.models import DeadlineRow, EventRow, Spell
from pejl.web.cases.people import names_of

SHOWN: Final = 50
TWO_ADVISERS: Final = BARNETS_LOV.at("§ 21, stk. 5", row="BFU-04b")
_REASONS: Final = dict(RAADGIVERSKIFT.choices)


@dataclass(frozen=True)
class Desk:
    """Whose allocation it is, at which moment, by which rulebook."""

    person: Person
    today: date
    moment: datetime
    book: Rulebook

    @property
    def units(self) -> frozenset[int]:
        """The units this person gives cases in."""
        return self.person.units(Sees.UNIT, right=Right.ASSIGN)

    @property
    def cases(self) -> QuerySet[Case]:
        """The open cases this person may give: those of the units led, and protected ones they are named in."""
        led = Q(protected=True) | gate.led(self.person, right=Right.ASSIGN)
        return gate.visible(self.person, on=self.today, at=self.moment).filter(led, closed=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One case of a list, and why it stands there."""

    row: Row
    version: int
    why: str

    @property
    def value(self) -> str:
        """What is sent when it is chosen: which case, and as it stood when the page was opened."""
        return f"{self.row.key}:{self.version}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Some cases, and how many there are in all."""

    places: list[Place]
    total: int

    @property
    def more(self) -> bool:
        """Whether these are not all."""
        return self.total > len(self.places)


# --- the people -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Adviser:
    """Somebody who can be given a case."""

    initials: str
    name: str
    team: str
    own: bool  # of a team this person leads

    @property
    def words(self) -> str:
        """As it stands in a choice."""
        return f"{self.name} ({self.initials}), {self.team}"


def advisers(desk: Desk) -> list[Adviser]:
    """Everybody who is adviser in a team today, one's own first, by name."""
    posts = Post.objects.filter(running(desk.today), role=RAADGIVER.key, user__is_active=True, unit__level="team")
    found = {
        post.user.initials: Adviser(
            initials=post.user.initials, name=post.user.name, team=post.unit.name, own=post.unit_id in desk.units
        )
        for post in posts.exclude(user__initials="").select_related("user", "unit").order_by("first", "pk")
    }
    return sorted(found.values(), key=lambda each: (not each.own, sort_key(each.name), each.initials))


def absent(desk: Desk, *, known: Iterable[Adviser]) -> dict[str, str]:
    """The advisers of these cases who are not there to look after them, and why, in words."""
    have = set(desk.cases.exclude(adviser="").order_by().values_list("adviser", flat=True).distinct())
    there = {each.initials for each in known}
    users = {user.initials: user for user in User.objects.filter(initials__in=have - there)}
    found = {initials: _gone(users.get(initials)) for initials in have - there}
    covers = Cover.objects.filter(running(desk.today), initials__in=have).select_related("user")
    for cover in covers.order_by("first", "pk"):
        found[cover.initials] = f"Fraværende til {danish_date(cover.last)}. Vikar: {cover.user.name}."
    return found


def _gone(user: User | None) -> str:
    if user is None:
        return "Rådgiveren findes ikke i Pejl."
    return f"{user.name} har ikke rollen som rådgiver i dag." if user.is_active else f"{user.name} er holdt op."


# --- the cases ------------------------------------------------------------------------------------------------


def without_adviser(desk: Desk) -> Section:
    """New cases, and those somebody has left."""
    found, total = _found(desk, desk.cases.filter(adviser=""))
    last = {spell.case_id: spell for spell in Spell.objects.filter(case__in=found).order_by("first", "pk")}
    names = names_of({spell.initials for spell in last.values()})
    return _section(desk, found, total, why={case.pk: _without(last.get(case.pk), names) for case in found})


def _without(spell: Spell | None, names: dict[str, str]) -> str:
    if spell is None:
        return "Ny: har ikke haft en rådgiver endnu."
    who = names.get(spell.initials, spell.initials)
    since = f" siden {danish_date(spell.last)}" if spell.last else ""
    reason = _REASONS.get(spell.ended_why, "")
    return f"Uden rådgiver{since}. {who} havde den sidst{f' ({reason.lower()})' if reason else ''}."


def with_absent(desk: Desk, why: dict[str, str]) -> Section:
    """Those whose adviser is not there."""
    found, total = _found(desk, desk.cases.filter(adviser__in=why))
    return _section(desk, found, total, why={case.pk: why[case.adviser] for case in found})


def held_by(desk: Desk, initials: str) -> Section:
    """All that one adviser has, to be handed over."""
    found, total = _found(desk, desk.cases.filter(adviser=initials))
    return _section(desk, found, total, why={})


def _found(desk: Desk, cases: QuerySet[Case]) -> tuple[list[Case], int]:
    """The first of them, the one longest over its limit first, and how many there are: always two questions."""
    ordered = listed(cases, wanted=Wanted(order="overskredet"), asked=_asked(desk)).select_related("child", "team")
    return list(ordered[:SHOWN]), cases.count()


def _section(desk: Desk, cases: Sequence[Case], total: int, *, why: dict[int, str]) -> Section:
    rows = rows_of(cases, asked=_asked(desk))
    places = [
        Place(row=row, version=case.version, why=why.get(case.pk, "")) for case, row in zip(cases, rows, strict=True)
    ]
    return Section(places=places, total=total)


def _asked(desk: Desk) -> Asked:
    return Asked(at=desk.moment, today=desk.today, book=desk.book)


# --- how much the teams carry ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamLoad:
    """What a team carries, for each full-time adviser there is today."""

    name: str
    children: int
    families: int
    without: int
    full_time: Decimal

    @property
    def children_each(self) -> Decimal | None:
        """Children for each full-time adviser; None: there is nobody to share them."""
        return _each(self.children, self.full_time)

    @property
    def families_each(self) -> Decimal | None:
        """Families for each full-time adviser."""
        return _each(self.families, self.full_time)


def _each(number: int, full_time: Decimal) -> Decimal | None:
    return (Decimal(number) / full_time).quantize(Decimal("0.1")) if full_time else None


def team_loads(desk: Desk) -> list[TeamLoad]:
    """The teams this person leads, by name; without protected cases, so that no total tells of one."""
    families = Count(Coalesce(F("child__family"), -F("pk")), distinct=True)
    rows = Case.objects.filter(closed=False, protected=False, team__in=desk.units).order_by().values_list("team")
    carried = {
        team: told
        for team, *told in rows.annotate(
            children=Count("pk", distinct=True),
            families=families,
            without=Count("pk", filter=Q(adviser=""), distinct=True),
        )
    }
    posts = Post.objects.filter(running(desk.today), role=RAADGIVER.key, user__is_active=True, unit__in=desk.units)
    shares = dict(posts.order_by().values_list("unit").annotate(share=Sum("share")))
    teams = Unit.objects.filter(pk__in=desk.units, level=Unit.Level.TEAM)
    loads = [_team_load(team, carried.get(team.pk, (0, 0, 0)), shares.get(team.pk)) for team in teams]
    return sorted(loads, key=lambda load: sort_key(load.name))


def _team_load(team: Unit, carried: Sequence[int], share: Decimal | None) -> TeamLoad:
    children, families, without = carried
    return TeamLoad(
        name=team.name,
        children=children,
        families=families,
        without=without,
        full_time=(share or Decimal(0)).quantize(Decimal("0.01")),
    )


# --- two advisers ---------------------------------------------------------------------------------------------

_INVESTIGATION: Final = "undersoegelse.afsluttes"
_GIVEN: Final = (INDSATS_BEVILGET.key, INDSATS_IVAERKSAT.key, AFGOERELSE_TRUFFET.key)
_SUPPORT: Final = ("§ 32", "§ 46", "§ 47")


def wants_two_advisers(cases: QuerySet[Case], *, on: date) -> list[Case]:
    """The cases where two advisers as a rule take part in the essential meetings, and no second one is named.

    That is where an investigation runs and no support under §§ 32, 46 or 47 was given before (§ 21, stk. 5).
    """
    running_now = DeadlineRow.objects.filter(
        rule=_INVESTIGATION, case=OuterRef("pk"), met_at=None, stopped_at=None, excused_reason=""
    )
    second = Naming.objects.filter(running(on), case=OuterRef("pk"), named_as=Naming.As.MEDRAADGIVER)
    found = list(cases.filter(Exists(running_now), ~Exists(second), closed=False).select_related("child"))
    helped = _helped({case.pk for case in found})
    return sorted((case for case in found if case.pk not in helped), key=lambda case: case.number)


def _helped(numbers: set[int]) -> set[int]:
    """The cases where such support has been given."""
    cases = Case.objects.filter(pk__in=numbers)
    rows = EventRow.objects.filter(case__in=cases, sealed=False, kind__in=(*_GIVEN, ANBRINGELSE_IVAERKSAT.key))
    gone = bridge.withdrawn_in(cases)
    return {row.case_id for row in rows if row.case_id and row.event_id not in gone and _supports(row)}


def _supports(row: EventRow) -> bool:
    if row.kind == ANBRINGELSE_IVAERKSAT.key:
        return True
    told = read_paragraph(str(bridge.event_of(row, number="").fields.get("paragraf", ""))) or ""
    return told.partition(",")[0] in _SUPPORT
