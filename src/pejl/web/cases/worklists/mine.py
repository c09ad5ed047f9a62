"""Which worklists wait for this person, as owner or as the adviser of a case, and by when?"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from django.db import connection
from django.db.models import Q, QuerySet

from pejl.web.access import gate
from pejl.web.cases.day_cases import among
from pejl.web.cases.worklists.rows import IS_WAITING
from pejl.web.worklists.models import Entry

if TYPE_CHECKING:
    from pejl.web.access.person import Person

# Stands for whoever asks, until it is known who does; no initials look like it.
_WHOEVER: Final = "\x01"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """A list with how many of its entries wait for the person."""

    title: str
    number: int
    first: date


@cache
def _asked(vendor: str) -> tuple[str, tuple[Any, ...]]:
    """The question of what waits for somebody, written out once for each sort of database.

    It is the same for everybody, and to put it together costs ten times as much as to ask it: too much for a page
    that everybody opens first of all each day.
    """
    theirs = Q(owner=_WHOEVER) | Q(case__adviser=_WHOEVER)
    rows = Entry.objects.filter(theirs, IS_WAITING, worklist__ended_on=None).order_by("worklist", "pk")
    told = rows.values_list("case_id", "worklist__title", "target_on", "worklist__target_on", "pk")
    sql, params = told.query.sql_with_params()
    return sql, tuple(params)


def _waiting(person: Person) -> list[Any]:
    """What waits for the person, whoever may open the cases; none for those who never have a case."""
    if not person.initials:
        return []
    sql, params = _asked(connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(sql, [person.initials if each == _WHOEVER else each for each in params])
        return list(cursor.fetchall())


def entries_of(person: Person, *, on: date, at: datetime) -> QuerySet[Entry]:
    """The entries that wait for the person, in cases they may open."""
    mine = Entry.objects.filter(pk__in=among(row[-1] for row in _waiting(person)))
    return mine.filter(case__in=gate.visible(person, on=on, at=at))


def mine(person: Person, *, on: date, at: datetime) -> list[Mine]:
    """One line a list, in cases they may open."""
    rows = _waiting(person)
    asked = gate.visible(person, on=on, at=at).filter(pk__in=among(row[0] for row in rows))
    return _by_list(rows, within=set(asked.values_list("pk", flat=True)))


def mine_among(person: Person, cases: Container[int]) -> list[Mine]:
    """The same in cases that are known to be theirs to open: one question."""
    return _by_list(_waiting(person), within=cases)


def _by_list(rows: Iterable[Any], *, within: Container[int]) -> list[Mine]:
    found: dict[str, list[date]] = {}
    for case, title, own, of_all, _ in rows:
        if case in within:
            found.setdefault(title, []).append(_day(own or of_all))
    return [Mine(title=title, number=len(days), first=min(days)) for title, days in found.items()]


def _day(told: date | str) -> date:
    """A day as the database tells it: one of them in letters."""
    return date.fromisoformat(told) if isinstance(told, str) else told
