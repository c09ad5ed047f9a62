"""How does the year get into people's own calendars? A feed under an address nobody guesses, with nobody's name in it.

A calendar program can't sign in, so the address is the key. It gives what stands in the plan's year and nothing of any
person or case, may be closed again, and a closed one is as if it never was.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from django.db import transaction

from pejl.dates import local_day
from pejl.web.access.actions import Doing
from pejl.web.access.log import changed
from pejl.web.components import short_day
from pejl.web.plan.fixed_items import is_confirmed
from pejl.web.plan.models import Strategy, WheelFeed
from pejl.web.plan.wheel import Occurrence, State
from pejl.web.plan.wheel_sources import year_of

if TYPE_CHECKING:
    from icalendar import Event

# How far back and ahead a calendar is told.
_BACK: Final = timedelta(days=365)
_AHEAD: Final = timedelta(days=2 * 365)
_REFRESH: Final = timedelta(days=1)


def open_feed(strategy: Strategy, *, doing: Doing) -> WheelFeed:
    """This person's calendar of this strategy; the one that is open already, if there is one."""
    with transaction.atomic():
        Strategy.objects.select_for_update().get(pk=strategy.pk)
        if there := own_feed(strategy, doing):
            return there
        made = WheelFeed.objects.create(strategy=strategy, user=doing.by, made_at=doing.at)
        changed("plan_kalender_lavet", by=doing.by, at=doing.at, strategi=strategy.key)
        return made


def close_feed(strategy: Strategy, *, doing: Doing) -> bool:
    """Close the address; whether there was one."""
    with transaction.atomic():
        Strategy.objects.select_for_update().get(pk=strategy.pk)
        there = own_feed(strategy, doing)
        if there is None:
            return False
        there.revoked_at = doing.at
        there.save(update_fields=["revoked_at"])
        changed("plan_kalender_lukket", by=doing.by, at=doing.at, strategi=strategy.key)
        return True


def own_feed(strategy: Strategy, doing: Doing) -> WheelFeed | None:
    """The open calendar of whoever asks."""
    return WheelFeed.objects.filter(strategy=strategy, user=doing.by, revoked_at__isnull=True).first()


def feed_of(token: str) -> WheelFeed | None:
    """The open calendar with this address, while the one who opened it still works here."""
    rows = WheelFeed.objects.filter(
        token=token, revoked_at__isnull=True, strategy__removed_at__isnull=True, user__is_active=True
    )
    return rows.select_related("strategy").first()


def as_ics(strategy: Strategy, *, municipality: str, made_at: datetime) -> bytes:
    """The year as a calendar of whole days."""
    # Only here: it takes longer to load than most pages take to show.
    from icalendar import Calendar

    today = local_day(made_at)
    name = f"Årshjul, {municipality}: {strategy.title}"
    told = Calendar()
    told.add("prodid", "-//Pejl//Aarshjul//DA")
    told.add("version", "2.0")
    told.add("method", "PUBLISH")
    told.add("x-wr-calname", name)
    told.add("name", name)
    told.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    year = year_of(strategy, today=today)
    for each in year.between(today - _BACK, today + _AHEAD, today=today):
        told.add_component(_event(each, made_at))
    return bytes(told.to_ical())


def _event(each: Occurrence, made_at: datetime) -> Event:
    from icalendar import Event

    found = Event()
    found.add("uid", f"{each.uid}@pejl")
    found.add("dtstamp", made_at)
    # Whole days have no clock and so no time zone that could be wrong; the end is the day after, as the format has it.
    found.add("dtstart", each.day)
    found.add("dtend", each.day + timedelta(days=1))
    found.add("summary", each.item.name)
    found.add("description", _words(each))
    found.add("categories", [each.item.kind_words])
    found.add("sequence", each.marks)
    found.add("status", "CANCELLED" if each.state is State.DROPPED else "CONFIRMED")
    found.add("transp", "TRANSPARENT")
    return found


def _words(each: Occurrence) -> str:
    item = each.item
    law = item.law if is_confirmed(item.law) or not item.law else f"{item.law} (ikke bekræftet)"
    moved = f"Flyttet fra {_short(each.planned)}." if each.is_moved and each.state is not State.HELD else ""
    told = (item.kind_words, item.body, law, f"Papiret skriver: {item.when_words}" if item.when_words else "", moved)
    return "\n".join(filter(None, told))


def _short(day: date) -> str:
    return short_day(day)
