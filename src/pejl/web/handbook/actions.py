"""How does a department leader decide a text in the municipality's own words, from a day on?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db import IntegrityError, transaction

from pejl.dates import danish_date, local_day
from pejl.web.access.actions import Refused
from pejl.web.access.log import changed
from pejl.web.access.models import User
from pejl.web.handbook.cited import CITED
from pejl.web.handbook.models import OwnText
from pejl.web.handbook.text import unknown_placeholders

# A mistyped year could never be taken back: the versions are only added to.
FURTHEST: Final = timedelta(days=2 * 365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What was decided: which text, the words, what they rest on, who answers for them, from when, and why."""

    key: str
    title: str
    body: str
    cites: tuple[str, ...]
    owner: str
    first: date
    reason: str


def decide(version: Version, *, by: User, at: datetime) -> OwnText:
    """Add the version to the history; letters already sent keep their words."""
    _refuse_days(version.first, today=local_day(at))
    _refuse_words(version)
    try:
        with transaction.atomic():
            row = OwnText.objects.create(
                key=version.key,
                title=version.title.strip(),
                body=version.body.strip(),
                cites=list(version.cites),
                owner=version.owner.strip(),
                first=version.first,
                decided_by=by.name,
                decided_at=at,
                reason=version.reason.strip(),
            )
            changed("egen_tekst", by=by, at=at, tekst=version.key, first=str(version.first))
    except IntegrityError as error:
        told = danish_date(version.first)
        raise Refused(f"Der er allerede en udgave, der gælder fra {told}. Vælg en anden dag.") from error
    return row


def _refuse_days(first: date, *, today: date) -> None:
    if first < today:
        raise Refused("En ny udgave kan tidligst gælde fra i dag. Det, der er skrevet før, bliver ved sine gamle ord.")
    if first > today + FURTHEST:
        raise Refused("En ny udgave kan højst gælde fra om to år. Se efter, om årstallet er rigtigt.")


def _refuse_words(version: Version) -> None:
    if not version.body.strip():
        raise Refused("Teksten er tom. Skriv de ord, der skal bruges.")
    if unknown := unknown_placeholders(version.body):
        named = " og ".join(f"{{{name}}}" for name in unknown)
        raise Refused(f"Pejl kender ikke {named}. Brug et af navnene på listen, eller skriv teksten uden.")
    if not version.cites or any(key not in CITED for key in version.cites):
        raise Refused("Vælg mindst ét sted i loven, teksten bygger på. Ellers ses den ikke, når loven ændres.")
    if not version.reason.strip():
        raise Refused("Der mangler en begrundelse. Skriv kort, hvorfor teksten ændres, og hvor det er besluttet.")
