"""Who has the duty in the demo the next days, and what did the last one hand over? With one hole, to be seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from pejl.dates import local_day, read_local
from pejl.web.access.models import Case, User
from pejl.web.cases.models import DeadlineRow
from pejl.web.demo.doors import Town
from pejl.web.reception.models import HandOver, Watch

_OPENS, _CLOSES = time(8), time(16)
_DAYS: Final = 10
_HOLE: Final = 5  # nobody has this night
_NIGHT: Final = ("viggo", "mette", "viggo")
_PHONE: Final = "70 00 00 01"
_BACKUP: Final = "70 00 00 02"
_NOTE: Final = (
    "Skolen ringede efter lukketid. Barnet sover hos sin mormor i nat, og mor er indforstået. Jeg har lovet skolen, at "
    "nogen ringer tilbage i dag. Mormor vil gerne kontaktes før kl. 10."
)


def make_watches(town: Town, *, now: datetime) -> None:
    """The roster from yesterday on, and one note that nobody has read."""
    Watch.objects.bulk_create(_watches(town.users, today=local_day(now)))
    mine = [case.pk for case in town.of("mette")]
    waiting = DeadlineRow.objects.filter(case__in=mine, rule="underretning.vurderes", met_at=None)
    unprotected = Case.objects.filter(protected=False, closed=False)
    case = unprotected.filter(pk__in=waiting.values("case")).order_by("pk").first()
    if case is not None:
        HandOver.objects.create(
            case=case,
            token="demo-overdragelse",  # noqa: S106 -- tells one form from another, and is no secret
            note=_NOTE,
            written_at=(now - timedelta(hours=3)).replace(second=0, microsecond=0),
            written_by=town.users["viggo"].name,
        )


def _watches(users: dict[str, User], *, today: date) -> Iterator[Watch]:
    given_by = users["karen"].name
    for number in range(-1, _DAYS):
        day = today + timedelta(days=number)
        opens, closes = (read_local(day, clock=clock).at for clock in (_OPENS, _CLOSES))
        yield _watch(users["viggo"], Watch.Duty.DAG, (opens, closes), given_by=given_by, phone=_PHONE)
        if number != _HOLE:
            night = (closes, read_local(day + timedelta(days=1), clock=_OPENS).at)
            who = users[_NIGHT[number % len(_NIGHT)]]
            yield _watch(who, Watch.Duty.DOEGN, night, given_by=given_by, phone=_PHONE)
    whole = (
        read_local(today - timedelta(days=1), clock=_OPENS).at,
        read_local(today + timedelta(days=_DAYS), clock=_OPENS).at,
    )
    yield _watch(users["karen"], Watch.Duty.BAGVAGT, whole, given_by=given_by, phone=_BACKUP)


def _watch(user: User, duty: Watch.Duty, span: tuple[datetime, datetime], *, given_by: str, phone: str) -> Watch:
    return Watch(user=user, duty=duty, first_at=span[0], last_at=span[1], given_by=given_by, phone=phone)
