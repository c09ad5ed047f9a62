"""Which kinds of event may this person register in this case, and what does the form need to know about the case?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.utils.crypto import salted_hmac

from pejl.events import KILDE_DAEKKER, KIND_BY_KEY, KINDS, RETTELSE, Kind, Step
from pejl.tables import ALL_KINDS
from pejl.web.access.models import Case, Post, User, running
from pejl.web.access.person import Person
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.forms.courses import ALLOCATION, BY_LEADERS, NOTHING_BUT_TEXT, PLACES, Happened, Running, courses_of
from pejl.web.cases.forms.setting import Colleague
from pejl.web.cases.models import EventRow


def kinds_for(person: Person, case: Case) -> Iterator[Kind]:
    """What this person may register here, in the order of the vocabulary."""
    return (kind for kind in KINDS if may_register(person, case, kind))


def may_register(person: Person, case: Case, kind: Kind) -> bool:
    """Whether there is such a form for this person in this case."""
    if kind.key not in PLACES or not person.may(Right.REGISTER):
        return False
    if kind.key in ALLOCATION or kind.key in BY_LEADERS:
        return may_allocate(person, case)
    return kind.key not in NOTHING_BUT_TEXT or not beside_a_case_system()


def may_allocate(person: Person, case: Case) -> bool:
    """Who has the case is decided by those who lead its team, or who lead and are named in it when it is protected."""
    leading = [place for place in person.places if Right.ASSIGN in place.role.rights]
    return any(case.protected or case.team_id is None or case.team_id in place.units for place in leading)


def beside_a_case_system() -> bool:
    """Whether the case system's lists are the master; then no free text about the case is kept here."""
    return bool(settings.PEJL_MODE == "ved_siden_af")


def by_step(kinds: Iterator[Kind]) -> list[tuple[Step, list[Kind]]]:
    """The kinds under the steps of a case, in the order of the law."""
    found: dict[Step, list[Kind]] = {}
    for kind in kinds:
        found.setdefault(kind.step, []).append(kind)
    return [(step, found[step]) for step in Step if step in found]


def delivered_by_lists(case: Case) -> frozenset[str]:
    """The kinds that the lists of this case's sources say they deliver."""
    own = EventRow.objects.filter(case=case).values("source")
    rows = EventRow.objects.filter(case__isnull=True, kind=KILDE_DAEKKER.key, source__in=own)
    declared = {str(bridge.event_of(row, number="").fields.get("slags", ALL_KINDS)) for row in rows}
    return frozenset(KIND_BY_KEY) if ALL_KINDS in declared else frozenset(declared)


# --- what there is to choose from ------------------------------------------------------------------------------


def courses_in(case: Case, *, gone: frozenset[str]) -> list[Running]:
    """The courses of the case, without what has been taken out of force."""
    rows = EventRow.objects.filter(case=case, sealed=False).exclude(thread_id="").exclude(kind=RETTELSE.key)
    return courses_of(
        Happened(
            kind=event.kind,
            day=event.day,
            thread_id=event.thread_id,
            paragraph=str(event.fields.get("paragraf", "")),
        )
        for event in (bridge.event_of(row, number=case.number) for row in rows)
        if event.event_id not in gone
    )


def colleagues() -> list[Colleague]:
    """Everybody who works here and has initials, by name."""
    users = User.objects.filter(is_active=True).exclude(initials="").order_by("name", "pk")
    return [Colleague(initials=initials, name=name) for initials, name in users.values_list("initials", "name")]


def advisers(case: Case, *, on: date) -> list[Colleague]:
    """Those who can be given a case that day: the advisers, those of the case's own team first."""
    posts = Post.objects.filter(running(on), role="raadgiver", user__is_active=True).exclude(user__initials="")
    rows = posts.select_related("user").order_by("user__name", "user_id")
    own = [post.user for post in rows if post.unit_id == case.team_id]
    users = dict.fromkeys([*own, *(post.user for post in rows)])
    return [Colleague(initials=user.initials, name=user.name) for user in users]


def course_mark(thread_id: str) -> str:
    """A course in an address: the case system's own name of it may hold a number."""
    return salted_hmac("pejl.forloeb", thread_id).hexdigest()[:10]


def course_by_mark(case: Case, mark: str) -> str | None:
    """The course an address names; None: it names none, or one that is no longer there."""
    courses = courses_in(case, gone=bridge.withdrawn_ids(case)) if mark else []
    return next((each.thread_id for each in courses if course_mark(each.thread_id) == mark), None)
