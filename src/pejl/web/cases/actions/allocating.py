"""How is a case given to an adviser, or handed over from one to another: what is written, and what is refused?

Each case is a transaction of its own: of many, some can be given and others refused. Who may do it is for the views.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from pejl.dates import local_day
from pejl.events import RAADGIVER_FRATRAADT, RAADGIVER_TILDELT, Event
from pejl.web.access.log import changed
from pejl.web.access.models import Case, Post, running
from pejl.web.access.roles import RAADGIVER
from pejl.web.cases.actions.writing import (
    AlreadySent,
    Entry,
    Overtaken,
    Refused,
    Sent,
    append,
    locked,
    new_event,
    refuse_again,
    spend,
)

# The adviser of another team has the case from now on, and so has the other team.
MOVED: Final = "flyttet_team"
_TOKEN: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """To whom, and what is told: why the one before leaves, and what the next must know."""

    to: str  # initials
    reason: str = ""
    note: str = ""


def give(case: Case, order: Order, *, sent: Sent) -> bool:
    """The adviser from now on; False when this very form has given the case already."""
    token = f"{sent.token}:{case.key}"
    if not sent.token or len(token) > _TOKEN:
        raise Refused("Siden er for gammel til at blive sendt. Åbn den igen, og vælg på ny.")
    once = replace(sent, token=token)
    with locked(case) as held:
        try:
            refuse_again(token)
        except AlreadySent:
            return False
        _refuse(held, order, sent=sent)
        events = list(_events(held, order, sent=sent))
        spend(once, events[-1])
        before = held.adviser
        append(held, events, sent=once)
        changed("sag_givet", by=sent.by, at=sent.at, case=held, til=order.to, fra=before, event=events[-1].event_id)
        return True


def _refuse(case: Case, order: Order, *, sent: Sent) -> None:
    if sent.seen is not None and sent.seen != case.version:
        raise Overtaken("Sagen er ændret, siden du åbnede siden. Se, hvem der har den nu, og vælg igen.")
    if case.closed:
        raise Refused("Sagen er afsluttet. Genåbn den først, hvis der skal arbejdes i den igen.")
    if case.adviser == order.to:
        raise Refused("Rådgiveren har allerede sagen. Du behøver ikke gøre mere.")
    if team_of(order.to, sent=sent) is None:
        raise Refused(
            f"{order.to} er ikke rådgiver i et team i dag. Vælg en anden, eller få rollen skrevet under Medarbejdere."
        )


def team_of(initials: str, *, sent: Sent) -> int | None:
    """The team in which this person is adviser today; None: in no one."""
    posts = Post.objects.filter(running(local_day(sent.at)), role=RAADGIVER.key, user__is_active=True)
    found = posts.filter(user__initials=initials, unit__level="team").exclude(user__initials="")
    return found.order_by("first", "pk").values_list("unit_id", flat=True).last()


def _events(case: Case, order: Order, *, sent: Sent) -> Iterator[Event]:
    day = local_day(sent.at)
    told = Entry(kind=RAADGIVER_TILDELT.key, day=day, at=sent.at, done_by=order.to, fields={"overlevering": order.note})
    begins = new_event(case, told, sent=sent)
    if case.adviser:
        why = _reason(case, order, sent=sent)
        left = Entry(kind=RAADGIVER_FRATRAADT.key, day=day, at=sent.at, done_by=case.adviser, fields={"aarsag": why})
        ends = new_event(case, left, sent=sent)
        # At the same moment the ids decide which comes first, and one must leave before the next begins.
        first, second = sorted((ends.event_id, begins.event_id))
        ends, begins = replace(ends, event_id=first), replace(begins, event_id=second)
        yield ends
    yield begins


def _reason(case: Case, order: Order, *, sent: Sent) -> str:
    if order.reason:
        return order.reason
    if team_of(order.to, sent=sent) != case.team_id:
        return MOVED
    raise Refused("En anden har sagen i dag. Vælg, hvorfor den skal skifte rådgiver.")
