"""Which cases may this person see, and what is written down when one is opened? The only way to reach a case.

Every list, count, export and chart starts from ``visible``; a single case is reached by ``open_case``. A case out of
scope, a protected one and one that does not exist give the same answer, by the same query. A view never fetches a
case itself: tests/repository looks for it.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.http import Http404

from pejl.web.access.log import log
from pejl.web.access.models import Case, Cover, LogEntry, Naming, OpenDuty, Post, TemporaryAccess, User, running
from pejl.web.access.person import Person
from pejl.web.access.roles import ROLES, Right, Sees

if TYPE_CHECKING:
    from pejl.rules import Role as Duty
    from pejl.web.access.request import Request

# So long a temporary opening lasts: a duty shift, and the office hours after it.
TEMPORARY: Final = timedelta(hours=24)
# What the log says of those who were let in without the case being theirs; the monthly sample looks at them first.
WITH_A_REASON: Final = "Åbnet med begrundelse"
STANDS_IN: Final = "Vikar for rådgiveren"
_NOWHERE: Final = Q(pk__in=())


def visible(person: Person, *, on: date, at: datetime) -> QuerySet[Case]:
    """The cases this person may open: a query to build on, never a list."""
    if not person.may(Right.CASES):
        return Case.objects.none()
    # Putting the question together costs more than asking it, and a page asks it many times.
    if (on, at) not in person.scopes:
        person.scopes[on, at] = _visible(person, on=on, at=at)
    return person.scopes[on, at].all()


def _visible(person: Person, *, on: date, at: datetime) -> QuerySet[Case]:
    reached = Q(pk__in=Subquery(_opened_for_a_time(person, at=at)))
    for way in (_own(person, on=on), _with_a_duty(person), led(person, right=Right.CASES)):
        if way != _NOWHERE:
            reached |= way
    return Case.objects.filter(Q(protected=False) & reached | Q(pk__in=Subquery(_named(person.user.pk, on))))


def counted(person: Person) -> QuerySet[Case]:
    """The cases in the totals this person may see: whole units, and never a protected case.

    A leader who is named in a protected case still gets the same totals as the others: a total that
    differs between two people would tell.
    """
    if None not in person.scopes:
        units = _of_units(person.overview_units, no_team=person.reaches_no_team(Right.OVERVIEW))
        person.scopes[None] = Case.objects.filter(units, protected=False)
    return person.scopes[None].all()


def open_case(request: Request, key: str) -> Case:
    """The case, and a line in the log; raises Http404 alike for what is not there and what is not theirs."""
    cases = visible(request.person, on=request.today, at=request.moment)
    case = cases.select_related("team", "child").filter(key=key).first()
    if case is None:
        log(request, LogEntry.Act.REFUSED)
        raise Http404
    case.named_today = list(case.namings.filter(running(request.today)).select_related("user").order_by("pk"))
    log(request, LogEntry.Act.READ, case=case, why=_why(request, case))
    return case


def _why(request: Request, case: Case) -> str:
    """By what the person was let in, in words for the log; ``named_today`` has been read."""
    person = request.person
    for naming in case.named_today:
        if naming.user_id == person.user.pk:
            return str(naming.get_named_as_display())
    if case.adviser and case.adviser == person.initials:
        return "Rådgiver i sagen"
    if leads(person, case, right=Right.CASES):
        return "Leder af enheden"
    temporary = TemporaryAccess.objects.filter(case=case, user=person.user, until__gt=request.moment).first()
    if temporary is not None:
        return f"{WITH_A_REASON}: {temporary.reason}"
    if Cover.objects.filter(running(request.today), user=person.user, initials=case.adviser).exists():
        return STANDS_IN
    return "Pligt i sagen"


def _of_units(units: frozenset[int], *, no_team: bool) -> Q:
    """The cases of these units; a case without a team yet belongs to the department and the centre."""
    return Q(team_id__in=units) | Q(team_id__isnull=True) if no_team else Q(team_id__in=units)


def _own(person: Person, *, on: date) -> Q:
    if not any(place.role.sees is Sees.OWN for place in person.places):
        return _NOWHERE
    by_cover = Q(adviser__in=Subquery(_covered(person.user.pk, on)))
    return Q(adviser=person.initials) | by_cover if person.initials else by_cover


def _with_a_duty(person: Person) -> Q:
    """Cases of the unit, or of no unit yet, where a duty of the role is outstanding."""
    found = _NOWHERE
    for place in person.places:
        if place.role.sees is Sees.DUTY:
            here = (Q(team_id__in=place.units) | Q(team_id__isnull=True)) & Q(Exists(_outstanding(place.role.duties)))
            found = here if found == _NOWHERE else found | here
    return found


# The questions within the question, never their answers: a person asks the same all day, and each costs more to put
# together than to ask.


@lru_cache(maxsize=512)
def _covered(user: int, on: date) -> QuerySet[Cover, str]:
    return Cover.objects.filter(running(on), user=user).exclude(initials="").values_list("initials", flat=True)


@lru_cache(maxsize=64)
def _outstanding(roles: frozenset[Duty]) -> QuerySet[OpenDuty]:
    return OpenDuty.objects.filter(case=OuterRef("pk"), role__in=roles)


@lru_cache(maxsize=512)
def _named(user: int, on: date) -> QuerySet[Naming, int]:
    return Naming.objects.filter(running(on), user=user).values_list("case_id", flat=True)


def _opened_for_a_time(person: Person, *, at: datetime) -> QuerySet[TemporaryAccess, int]:
    rows = TemporaryAccess.objects.filter(user=person.user, given_at__lte=at, until__gt=at)
    return rows.values_list("case_id", flat=True)


def led(person: Person, *, right: Right) -> Q:
    """The cases of the units where some post gives the right to whole units."""
    units = person.units(Sees.UNIT, right=right)
    if not units and not person.reaches_no_team(right):
        return _NOWHERE
    return _of_units(units, no_team=person.reaches_no_team(right))


def leads(person: Person, case: Case, *, right: Right) -> bool:
    """Whether a post that gives the right reaches the unit of the case; a temporary opening never does."""
    if case.team_id is None:
        return person.reaches_no_team(right)
    return case.team_id in person.units(Sees.UNIT, right=right)


def may_be_named(*, on: date) -> QuerySet[User]:
    """The people whose posts let them open a case once they are named in it."""
    roles = [role.key for role in ROLES if Right.CASES in role.rights]
    posts = Post.objects.filter(running(on), role__in=roles)
    return User.objects.filter(is_active=True, pk__in=posts.values("user_id")).order_by("name")
