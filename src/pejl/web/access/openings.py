"""Which openings with a reason must this person look at? Those of their own cases and of the unit they lead."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache

from django.db.models import Q, QuerySet

from pejl.web.access.gate import led, visible
from pejl.web.access.models import TemporaryAccess
from pejl.web.access.person import Person
from pejl.web.access.roles import Right


def openings_to_review(person: Person, *, on: date, at: datetime) -> QuerySet[TemporaryAccess]:
    """The openings nobody has looked at yet, oldest first; never one's own."""
    return openings_of(person, on=on, at=at).filter(reviewed_at__isnull=True).order_by("given_at", "pk")


def openings_of(person: Person, *, on: date, at: datetime) -> QuerySet[TemporaryAccess]:
    """All openings this person answers for; a case protected since is theirs only if they are named in it."""
    mine = Q(adviser=person.initials) if person.initials else Q(pk__in=())
    cases = visible(person, on=on, at=at).filter(mine | led(person, right=Right.LOG))
    return TemporaryAccess.objects.filter(case__in=cases).exclude(user=person.user).select_related("case", "user")


@cache
def unseen() -> tuple[str, tuple[str, ...]]:
    """Asks which cases were opened, and by whom, without anybody having looked at it; always the same question."""
    rows = TemporaryAccess.objects.filter(reviewed_at__isnull=True)
    return rows.values_list("case_id", "user_id").query.sql_with_params()
