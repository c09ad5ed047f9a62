"""Which cases is a person's day made of? One question through the gate; all else is asked among its answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from pejl.rules import Role
from pejl.web.access.models import Case, Naming, OpenDuty
from pejl.web.access.openings import openings_to_review, unseen
from pejl.web.access.person import Place
from pejl.web.access.roles import Right, Sees
from pejl.web.cases.going_on import ASKED_ALL_THE_SAME, GOES_ON
from pejl.web.cases.models import DeadlineRow
from pejl.web.cases.standing import WAITING

if TYPE_CHECKING:
    from pejl.web.cases.day import Day, Waiting

_Sql = tuple[str, tuple[str, ...]]
_SECOND: Final = (Naming.As.MEDRAADGIVER, Naming.As.VIKAR)
_BESIDES: Final = (Naming.As.BESKYTTET, Naming.As.TILSYNSKONSULENT)


class Known(NamedTuple):
    """A case the person may see, as far as a line of a list tells of it."""

    case_id: int
    closed: bool
    adviser: str
    key: str
    number: str
    name: str  # the child's; empty where no list has told it


def among(numbers: Iterable[int]) -> RawSQL:
    """Some cases, to ask among; written out, for Django looks each of thousands through several times first.

    Of none it asks all the same, so that a page always asks as many questions.
    """
    return RawSQL(",".join(str(int(number)) for number in numbers) or "0", ())  # noqa: S611 -- digits of our own keys alone


# --- the cases of a day ---------------------------------------------------------------------------------------


def known(day: Day) -> dict[int, Known]:
    """Those with the person as adviser or stand-in, those their turns may be about, and those with notes for them."""
    some = set().union(*(_here(day, place) for place in turn_places(day)), second(day), day.noted)
    found = Q(adviser__in=day.advisers) | Q(pk__in=among(some))
    return _read(day.cases.filter(found))


def known_among(day: Day, numbers: Iterable[int]) -> dict[int, Known]:
    """Those of these cases that the person may see."""
    return _read(day.cases.filter(pk__in=among(numbers)))


def _read(cases: QuerySet[Case]) -> dict[int, Known]:
    rows = cases.order_by("pk").values_list("pk", "closed", "adviser", "key", "number", "child__name")
    return {pk: Known(pk, closed, adviser, key, number, name or "") for pk, closed, adviser, key, number, name in rows}


def second(day: Day) -> set[int]:
    """The cases an adviser is named in beside the case's own."""
    return _named(day, _SECOND) if Role.RAADGIVER in day.person.duties else set()


def _named(day: Day, ways: Collection[str]) -> set[int]:
    return {case for case, named_as in day.named if named_as in ways}


def turn_places(day: Day) -> list[Place]:
    """The posts whose duties fall on whoever is there."""
    return [place for place in day.person.places if place.role.sees is Sees.DUTY]


def _here(day: Day, place: Place) -> set[int]:
    """Of what may be worked on anywhere, what lies in the units of the post, and what the person is named in."""
    teams, besides = {None, *place.units}, _named(day, _BESIDES)
    return {case for case, team in day.at_work[place.role.duties] if team in teams or case in besides}


def at_work(duties: frozenset[Role]) -> list[tuple[int, int | None]]:
    """The numbers and teams of the cases in which such a duty is outstanding, whoever may see them.

    ``known`` asks the gate which of them the person may see.
    """
    return _rows(_at_work(duties))


def noted() -> set[int]:
    """The numbers of the cases with something handed over that nobody has read, whoever may see them."""
    return {case for (case,) in _rows(_noted())}


def _rows(asked: _Sql) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(*asked)
        return list(cursor.fetchall())


@cache
def _at_work(duties: frozenset[Role]) -> _Sql:
    """The open cases, and the closed ones in which it goes on.

    ``visible`` asks for such a duty as well; asked for first, only these few are looked at, whoever asks. Putting the
    question together takes longer than asking it, and it is always the same.
    """
    outstanding = OpenDuty.objects.filter(role__in=duties)
    is_open = Case.objects.filter(Exists(outstanding.filter(case=OuterRef("pk"))), closed=False)
    # In this order: who it falls on is found in an index, and whether it went on is looked for among events.
    goes_on = DeadlineRow.objects.filter(
        WAITING, Exists(outstanding.filter(case=OuterRef("case"))), GOES_ON, falls_on__in=duties
    )
    both = is_open.values_list("pk", "team_id").union(goes_on.values_list("case_id", "case__team_id"), all=True)
    return both.query.sql_with_params()


@cache
def _noted() -> _Sql:
    unread = Case.objects.filter(hand_overs__isnull=False, hand_overs__read_at=None)
    return unread.values_list("pk").query.sql_with_params()


# --- what others have left ------------------------------------------------------------------------------------


class Handed(NamedTuple):
    """A case of which somebody on duty has told something nobody has read yet, and since when."""

    key: str
    number: str
    name: str
    since: datetime


def handed_over(day: Day) -> list[Handed]:
    """The cases with something handed over that nobody has read; the one that has waited longest first."""
    if not (some := day.noted & day.known.keys()):
        return []
    notes = Case.objects.filter(pk__in=among(some), hand_overs__isnull=False, hand_overs__read_at=None)
    found: dict[int, datetime] = {}
    for case, since in notes.order_by("hand_overs__written_at", "pk").values_list("pk", "hand_overs__written_at"):
        found.setdefault(case, since)
    known = ((day.known[case], since) for case, since in found.items())
    return [Handed(case.key, case.number, case.name, since) for case, since in known]


def openings(day: Day) -> int:
    """How many openings the person must look at: of an adviser who leads nothing, those of their own cases."""
    person = day.person
    if person.may(Right.LOG):
        return openings_to_review(person, on=day.today, at=day.moment).count()
    initials = person.initials
    own = {each.case_id for each in day.known.values() if initials and each.adviser == initials}
    return sum(case in own and user != person.user.pk for case, user in _rows(unseen()))


# --- turns ----------------------------------------------------------------------------------------------------


class Turn(NamedTuple):
    """A post whose duties fall on whoever is there, and the cases of its units in which they are outstanding."""

    place: Place
    closed: Mapping[int, bool]  # by case; of the closed ones only those in which something may go on all the same

    @property
    def duties(self) -> frozenset[Role]:
        """What falls on it."""
        return self.place.role.duties

    def has(self, duty: Waiting) -> bool:
        """Whether the duty falls on it; of a closed case only what goes on all the same."""
        if duty.falls_on not in self.duties or duty.case_id not in self.closed:
            return False
        return not self.closed[duty.case_id] or duty.rule in ASKED_ALL_THE_SAME


def turn_of(day: Day, place: Place) -> Turn:
    """The turn of a post, in those of its cases that the person may see."""
    return Turn(place, {case: day.known[case].closed for case in _here(day, place) if case in day.known})


def all_closed(day: Day, turn: Turn) -> QuerySet[Case]:
    """All closed cases of its units in which one of its duties is outstanding: many, and asked for seldom."""
    here = Q(team_id__in=turn.place.units) | Q(team_id__isnull=True) | Q(pk__in=among(_named(day, _BESIDES)))
    outstanding = OpenDuty.objects.filter(role__in=turn.duties).values("case_id")
    return day.cases.filter(here, pk__in=outstanding, closed=True).order_by()
