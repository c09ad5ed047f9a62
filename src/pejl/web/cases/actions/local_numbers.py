"""How does a department leader decide the municipality's own number for a local goal, from a day on?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db import IntegrityError, transaction

from pejl.dates import danish_date, local_day
from pejl.web.access.log import changed
from pejl.web.access.models import User
from pejl.web.cases.actions.writing import Refused
from pejl.web.cases.models import LocalNumber

MOST_DAYS: Final = 365
# A mistyped year could never be taken back: the numbers are only added to.
FURTHEST: Final = timedelta(days=2 * 365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided: how many days, from when, and why."""

    rule: str
    number: int
    first: date
    reason: str


def decide(decision: Decision, *, by: User, at: datetime) -> LocalNumber:
    """Add the number to the history; what began before its first day keeps the number it began with."""
    if decision.first < local_day(at):
        raise Refused("Et nyt tal kan tidligst gælde fra i dag. Ellers blev gamle sager bedømt efter et nyt mål.")
    if decision.first > local_day(at) + FURTHEST:
        raise Refused("Et nyt tal kan højst gælde fra om to år. Se efter, om årstallet er rigtigt.")
    if not 1 <= decision.number <= MOST_DAYS:
        raise Refused(f"Antallet af dage skal være fra 1 til {MOST_DAYS}. Skriv et andet tal.")
    if not decision.reason.strip():
        raise Refused("Der mangler en begrundelse. Skriv kort, hvorfor tallet ændres, og hvor det er besluttet.")
    try:
        with transaction.atomic():
            row = LocalNumber.objects.create(
                rule=decision.rule,
                number=decision.number,
                first=decision.first,
                reason=decision.reason.strip(),
                decided_by=by.name,
                decided_at=at,
            )
            changed("lokalt_tal", by=by, at=at, rule=decision.rule, number=decision.number, first=str(decision.first))
    except IntegrityError as error:
        told = danish_date(decision.first)
        raise Refused(f"Der er allerede besluttet et tal, der gælder fra {told}. Vælg en anden dag.") from error
    return row
