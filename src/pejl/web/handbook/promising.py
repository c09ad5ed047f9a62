"""How does a department leader promise the families something, change it, and take it back?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.log import changed
from pejl.web.handbook.actions import FURTHEST
from pejl.web.handbook.models import Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """What was decided: the words, where it shows, who answers for it, from when to when, and why."""

    key: str
    number: int
    says: str
    seen: str
    owner: str
    first: date
    last: date | None
    reason: str
    taken_back: bool = False


def promise(promised: Promised, *, doing: Doing) -> Promise:
    """Add the version to the history. The same form sent twice is one version."""
    _refuse_days(promised, today=doing.today)
    values = {name: getattr(promised, name) for name in Promised.__slots__ if name not in ("key", "number")}
    try:
        with transaction.atomic():
            row = Promise.objects.create(
                key=promised.key,
                number=promised.number,
                decided_by=doing.by.name,
                decided_at=doing.at,
                **values,
            )
            action = "loefte_taget_tilbage" if promised.taken_back else "loefte_besluttet"
            changed(action, by=doing.by, at=doing.at, loefte=promised.key, udgave=promised.number)
    except IntegrityError as error:
        there = Promise.objects.get(key=promised.key, number=promised.number)
        if all(getattr(there, name) == value for name, value in values.items()):
            return there
        told = (
            "Løftet er ændret, mens du skrev. Åbn siden igen, se den nye udgave, og ret den, hvis den ikke er rigtig."
        )
        raise Refused(told) from error
    return row


def _refuse_days(promised: Promised, *, today: date) -> None:
    if promised.first < today:
        raise Refused("Et løfte kan tidligst gælde fra i dag. Det, der er lovet før, bliver stående, som det var.")
    if promised.first > today + FURTHEST:
        raise Refused("Et løfte kan højst gælde fra om to år. Se efter, om årstallet er rigtigt.")
    if promised.last and promised.last < promised.first:
        raise Refused("Den sidste dag ligger før den første. Ret en af dem.")
