"""How is an anonymous talk counted, and how is a wrong count put right?

The log of changes says that somebody counted a talk, and when; it does not say which row it was. Who counted is known,
who came is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db import IntegrityError, transaction

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.log import changed
from pejl.web.counselling.models import Talk
from pejl.web.counselling.values import QUESTIONS, THEMES

EARLIEST: Final = timedelta(days=366)
# So long a talk can be put right by those who count them; afterwards it is only a number.
CORRECTED_WITHIN: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was chosen of one talk."""

    key: str
    day: date
    way: str
    who: str
    age: str
    themes: tuple[str, ...]
    need: str
    offered: str
    led_on: str
    taken_back: bool = False


def count(told: Told, *, doing: Doing) -> Talk:
    """One talk more. A double click is one talk."""
    _refuse(told, today=doing.today)
    try:
        return _add(told, replaces="", doing=doing)
    except IntegrityError:
        return Talk.objects.get(key=told.key)


def correct(talk: Talk, told: Told, *, doing: Doing) -> Talk:
    """A row that stands in the other's place; the other is still there, and counts no more."""
    _refuse(told, today=doing.today)
    if talk.day < doing.today - CORRECTED_WITHIN:
        raise Refused(f"Samtalen er over {CORRECTED_WITHIN.days} dage gammel og kan ikke rettes. Den er nu kun et tal.")
    try:
        return _add(told, replaces=talk.key, doing=doing)
    except IntegrityError as error:
        raise Refused("Samtalen er rettet, mens du skrev. Åbn siden igen, og se, om der er mere at rette.") from error


def _add(told: Told, *, replaces: str, doing: Doing) -> Talk:
    with transaction.atomic():
        row = Talk.objects.create(
            key=told.key,
            day=told.day,
            **{each.field: getattr(told, each.field) for each in QUESTIONS if not each.several},
            themes=sorted(told.themes),
            replaces=replaces,
            taken_back=told.taken_back,
        )
        changed("raadgivning_rettet" if replaces else "raadgivning_talt", by=doing.by, at=doing.at)
    return row


def _refuse(told: Told, *, today: date) -> None:
    if told.day > today:
        raise Refused("Samtalen kan ikke ligge i fremtiden. Ret dagen.")
    if told.day < today - EARLIEST:
        raise Refused("Samtalen kan højst være et år gammel. Se efter, om årstallet er rigtigt.")
    for each in QUESTIONS:
        chosen = set(told.themes) if each is THEMES else {getattr(told, each.field)}
        if not chosen or not chosen <= each.keys:
            raise Refused(f"»{each.label}« mangler, eller svaret er ikke på listen. Vælg fra listen.")
