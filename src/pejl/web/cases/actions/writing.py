"""How is something written in a case: who may write at once, what is refused, and what follows from it?

Lock the case, append the events, work its deadlines out anew, write the change down: all or nothing.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import F

from pejl.dates import FIRST_DAY, local_day
from pejl.events import KILDE_DAEKKER, Event, FieldValue, faults
from pejl.web.access.actions import Refused as Refused
from pejl.web.access.models import Case, User
from pejl.web.cases import bridge
from pejl.web.cases.models import EventRow, FormToken

# The source of what people register here.
PEJL: Final = "pejl"
_NAME_IN_LEDGER: Final = 60  # letters of ``EventRow.recorded_by``; a user name may be longer


class Overtaken(Refused):
    """The same has been registered already, since the form was opened or before it."""


class AlreadySent(Exception):
    """This very form has been sent before: what it gave then is all it gives."""

    def __init__(self, row: EventRow) -> None:
        super().__init__("cannot use a form's token twice; show what it gave the first time instead")
        self.row = row


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a person wants to register: the event without the machinery around it."""

    kind: str
    day: date
    at: datetime | None = None
    thread_id: str = ""
    shared_id: str = ""
    done_by: str = ""
    fields: dict[str, FieldValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """Who sent the form, when, and which form: the token makes a double click one event.

    ``seen`` is the case's version when the form was opened; None: not asked, or the person has confirmed.
    """

    by: User
    at: datetime
    token: str
    seen: int | None = None


@contextmanager
def locked(case: Case) -> Iterator[Case]:
    """The case, so that nobody else writes in it until the transaction ends."""
    with transaction.atomic():
        yield Case.objects.select_for_update().get(pk=case.pk)


@contextmanager
def locked_all(cases: Iterable[Case]) -> Iterator[dict[int, Case]]:
    """Several cases by their number in the database, always locked in that order."""
    with transaction.atomic():
        yield {pk: Case.objects.select_for_update().get(pk=pk) for pk in sorted({case.pk for case in cases})}


def new_event(case: Case, entry: Entry, *, sent: Sent) -> Event:
    """The event, with an id of its own; raises Refused when it cannot be."""
    event = Event(
        event_id=f"p-{secrets.token_hex(12)}",
        case_id=case.number,
        kind=entry.kind,
        day=entry.day,
        at=entry.at,
        thread_id=entry.thread_id,
        shared_id=entry.shared_id,
        recorded_at=sent.at,
        source=PEJL,
        done_by=entry.done_by,
        recorded_by=recorder(sent.by),
        fields={name: value for name, value in entry.fields.items() if value != ""},
    )
    for fault in _impossible(event, now=sent.at):
        raise Refused(fault)
    return event


def recorder(user: User) -> str:
    """How the ledger names whoever writes something down."""
    return (user.initials or user.username)[:_NAME_IN_LEDGER]


def _impossible(event: Event, *, now: datetime) -> Iterator[str]:
    if event.day > local_day(now) or (event.at is not None and event.at > now):
        yield "Det er ikke sket endnu. Skriv en dag og et klokkeslæt, der er gået."
    if event.day < FIRST_DAY:
        yield f"Dagen ligger før {FIRST_DAY.year}. Ret årstallet."
    yield from faults(event)


def append(case: Case, events: Iterable[Event], *, sent: Sent) -> list[EventRow]:
    """Add the events to the locked case and work it out anew."""
    rows = [bridge.row_of(event, case=case) for event in (*_coverage(case, sent=sent), *events)]
    EventRow.objects.bulk_create(rows)
    Case.objects.filter(pk=case.pk).update(version=F("version") + 1)
    bridge.recompute(case, as_of=sent.at)
    return rows


def _coverage(case: Case, *, sent: Sent) -> Iterator[Event]:
    """Where Pejl is the only place, a case is covered from the day it begins to be worked here (design 4)."""
    if settings.PEJL_MODE != "alene":
        return
    declared = EventRow.objects.filter(case=case, kind=KILDE_DAEKKER.key, source=PEJL)
    if not declared.exists():
        yield Event(
            event_id=f"p-{secrets.token_hex(12)}",
            case_id=case.number,
            kind=KILDE_DAEKKER.key,
            day=local_day(sent.at),
            recorded_at=sent.at,
            source=PEJL,
            recorded_by=recorder(sent.by),
        )


def already_sent(token: str) -> EventRow | None:
    """What the same form gave the first time it was sent."""
    used = FormToken.objects.filter(token=token).first()
    return EventRow.objects.filter(event_id=used.event_id).select_related("case").first() if used else None


def refuse_again(token: str) -> None:
    """Raises AlreadySent for a form that has been sent; asked with the case locked, so that two cannot both pass."""
    if row := already_sent(token):
        raise AlreadySent(row)
    if not token or FormToken.objects.filter(token=token).exists():
        raise Refused("Siden er for gammel til at blive sendt. Åbn den igen, og udfyld den på ny.")


def spend(sent: Sent, event: Event) -> None:
    """Remember that this form has been sent, and what it gave."""
    FormToken.objects.create(token=sent.token, used_at=sent.at, event_id=event.event_id)


def new_token() -> str:
    """A token for a form that has just been opened."""
    return secrets.token_urlsafe(24)
