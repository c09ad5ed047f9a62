"""What became of one time of an item: how is it marked as held, moved or dropped; and how does a fixed item come in?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from pejl.dates import danish_date
from pejl.web.access.actions import Doing, Refused
from pejl.web.plan import wheel
from pejl.web.plan.actions import new
from pejl.web.plan.fixed_items import FixedItem
from pejl.web.plan.models import Strategy, WheelDone, WheelItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What happened with the time that was planned for a day."""

    planned: date
    how: str
    on: date | None = None
    why: str = ""


def is_planned(item: WheelItem, day: date) -> bool:
    """Whether the item has a time on the day."""
    return day in wheel.planned_days(item, first=day, last=day)


def mark(item: WheelItem, told: Mark, *, doing: Doing) -> WheelDone:
    """Say what became of it; a second click is told that it is said."""
    with transaction.atomic():
        held = WheelItem.objects.select_for_update().get(pk=item.pk)
        _refuse(held, told, today=doing.today)
        said = WheelDone.objects.filter(item=held, planned=told.planned, removed_at__isnull=True).order_by("pk").last()
        if said and (said.how, said.on) == (told.how, told.on):
            how = str(said.get_how_display()).lower()
            raise Refused(f"»{held.name}« står allerede som {how}. Du behøver ikke gøre mere.")
        # The reason belongs to what is told, so it is both the row's and the history's.
        values: dict[str, Any] = {"planned": told.planned, "how": told.how, "on": told.on, "why": told.why}
        return new(WheelDone, doing=doing, reason=told.why, item=held, **values)


def _refuse(item: WheelItem, told: Mark, *, today: date) -> None:
    if not is_planned(item, told.planned):
        raise Refused(f"»{item.name}« er ikke planlagt {danish_date(told.planned)}. Gå tilbage til årshjulet.")
    if told.how == wheel.MOVED and told.on is None:
        raise Refused("Skriv, hvilken dag det er flyttet til.")
    if told.how == wheel.MOVED and told.on == told.planned:
        raise Refused("Det er den dag, det var planlagt til. Skriv den nye dag.")
    if told.how == wheel.HELD and (told.on or told.planned) > today:
        raise Refused("Dagen ligger i fremtiden, så det kan ikke være holdt endnu. Skriv den dag, det blev holdt.")
    if told.how != wheel.HELD and not told.why:
        raise Refused("Skriv, hvorfor det er flyttet eller udgået, så andre kan forstå det senere.")


def take_in(fixed: FixedItem, strategy: Strategy, *, first: date, doing: Doing) -> WheelItem:
    """Let a fixed item come in, every year from a day the municipality chooses."""
    with transaction.atomic():
        Strategy.objects.select_for_update().get(pk=strategy.pk)
        there = WheelItem.objects.filter(removed_at__isnull=True, law=fixed.law)
        if there.filter(strategy=strategy).exists() or there.filter(strategy=None).exists():
            raise Refused(f"»{fixed.name}« står allerede i årshjulet. Du behøver ikke gøre mere.")
        return new(
            WheelItem,
            doing=doing,
            strategy=strategy,
            name=fixed.name,
            kind=WheelItem.Kind.FAST,
            body=fixed.body,
            first=first,
            again=WheelItem.Again.AARLIGT,
            law=fixed.law,
        )
