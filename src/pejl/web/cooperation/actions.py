"""What can be done about places and their advisers: write a place, close it, give it an adviser, end that?

Each is one transaction with its line in the log of changes. Who may do it is for the views to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import F, Q

from pejl.dates import danish_date
from pejl.web.access.actions import Doing, Refused
from pejl.web.access.log import changed
from pejl.web.access.models import User
from pejl.web.cooperation.models import Attachment, Place

# A mistyped year is further away.
FURTHEST: Final = timedelta(days=5 * 365)
_NEVER_BEGAN: Final = Q(last__lt=F("first"))


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAttachment:
    """Who is to be a place's adviser, from when, and what is agreed."""

    user: User
    first: date
    last: date | None = None
    attends: str = ""
    uses: tuple[str, ...] = ()


def add_place(name: str, kind: Place.Kind, *, doing: Doing) -> Place:
    """Write a place on the list."""
    try:
        with transaction.atomic():
            place = Place.objects.create(name=name, kind=kind)
            changed("samarbejdssted_skrevet", by=doing.by, at=doing.at, sted=place.key)
            return place
    except IntegrityError as error:
        raise _taken(name) from error


def put_place(place: Place, name: str, kind: Place.Kind, *, doing: Doing) -> None:
    """Correct what a place is called, and what sort of place it is."""
    try:
        with transaction.atomic():
            Place.objects.filter(pk=place.pk).update(name=name, kind=kind)
            changed("samarbejdssted_rettet", by=doing.by, at=doing.at, sted=place.key)
    except IntegrityError as error:
        raise _taken(name) from error


def _taken(name: str) -> Refused:
    return Refused(f"»{name}« står der allerede. Brug det sted, der er, eller skriv et navn, der skiller de to ad.")


def close_place(place: Place, *, doing: Doing) -> None:
    """The place is no more: its advisers have their last day today."""
    with transaction.atomic():
        held = Place.objects.select_for_update().get(pk=place.pk)
        if held.closed_on:
            raise Refused(f"{held.name} blev lukket {danish_date(held.closed_on)}. Du behøver ikke gøre mere.")
        held.closed_on = doing.today
        held.save(update_fields=["closed_on"])
        running = held.attachments.filter(Q(last__isnull=True) | Q(last__gt=doing.today))
        for row in running.select_for_update():
            # What was to begin later never does: its last day is the one before its first.
            _end(row, doing.today if row.first <= doing.today else row.first - timedelta(days=1), doing)
        changed("samarbejdssted_lukket", by=doing.by, at=doing.at, sted=held.key)


def attach(place: Place, new: NewAttachment, *, doing: Doing) -> Attachment:
    """Let somebody be the place's adviser from a day on; several can be, the same person once at a time."""
    _refuse_days(new, today=doing.today)
    with transaction.atomic():
        held = Place.objects.select_for_update().get(pk=place.pk)
        if held.closed_on:
            raise Refused(f"{held.name} er lukket. Vælg et sted, der er der endnu.")
        if before := _same(held, new):
            raise Refused(_overlap(before))
        row = Attachment.objects.create(
            place=held,
            user=new.user,
            first=new.first,
            last=new.last,
            attends=new.attends,
            uses=list(new.uses),
            given_by=doing.by.name,
            given_at=doing.at,
        )
        changed("tvaersraadgiver_skrevet", by=doing.by, at=doing.at, sted=held.key, user=new.user.username)
        return row


def _refuse_days(new: NewAttachment, *, today: date) -> None:
    if new.last is not None and new.last < new.first:
        raise Refused("Slutdagen ligger før den første dag. Ret en af dem.")
    for day in (new.first, new.last):
        if day is not None and abs(day - today) > FURTHEST:
            raise Refused(f"{danish_date(day)} ligger for langt væk. Se efter, om årstallet er rigtigt.")


def _same(place: Place, new: NewAttachment) -> Attachment | None:
    until = Q(first__lte=new.last) if new.last else Q()
    running = Q(last__isnull=True) | Q(last__gte=new.first)
    rows = place.attachments.filter(until, running, user=new.user).exclude(_NEVER_BEGAN)
    return rows.select_related("user", "place").first()


def _overlap(row: Attachment) -> str:
    until = f" til {danish_date(row.last)}" if row.last else ""
    return (
        f"{row.user.name} er allerede tværsrådgiver for {row.place.name} fra {danish_date(row.first)}{until}. "
        "Afslut den aftale først, hvis noget er ændret."
    )


def detach(row: Attachment, last: date, *, doing: Doing) -> None:
    """Give an agreement its last day; the day before its first means that it never began."""
    with transaction.atomic():
        held = Attachment.objects.select_for_update().get(pk=row.pk)
        if held.last is not None and held.last < doing.today:
            raise Refused(f"Aftalen sluttede {danish_date(held.last)}. Du behøver ikke gøre mere.")
        if last < held.first - timedelta(days=1):
            raise Refused("Slutdagen ligger før den første dag. Ret den.")
        if last - doing.today > FURTHEST:
            raise Refused(f"{danish_date(last)} ligger for langt væk. Se efter, om årstallet er rigtigt.")
        _refuse_longer(held, last)
        _end(held, last, doing)
        changed("tvaersraadgiver_afsluttet", by=doing.by, at=doing.at, sted=held.place.key, user=held.user.username)


def _refuse_longer(row: Attachment, last: date) -> None:
    """No agreement lasts longer than its place, or into the next one of the same two."""
    if row.place.closed_on and last > row.place.closed_on:
        raise Refused(f"{row.place.name} blev lukket {danish_date(row.place.closed_on)}. Vælg den dag eller en før.")
    later = row.place.attachments.filter(user=row.user, first__gt=row.first, first__lte=last).exclude(_NEVER_BEGAN)
    if found := later.order_by("first").first():
        raise Refused(f"{row.user.name} har en ny aftale fra {danish_date(found.first)}. Vælg en dag før den.")


def _end(row: Attachment, last: date, doing: Doing) -> None:
    row.last, row.ended_by = last, doing.by.name
    row.save(update_fields=["last", "ended_by"])
