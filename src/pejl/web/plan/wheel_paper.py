"""How does the year stand on paper: what is late, and month by month what comes and what became of it (N13)?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from pejl.dates import MONTHS, local_day
from pejl.reports import Aside, Heading, Report, Table, Text
from pejl.reports.paper import Part
from pejl.web.components import short_day
from pejl.web.plan.fixed_items import is_confirmed
from pejl.web.plan.models import Strategy
from pejl.web.plan.wheel import RULE, Occurrence, State, late
from pejl.web.plan.wheel_sources import year_of

STATES = {
    State.PLANNED: "Planlagt",
    State.LATE: "Forsinket",
    State.HELD: "Holdt",
    State.DROPPED: "Udgået",
    State.PASSED: "Dagen er gået",
}


def wheel_paper(strategy: Strategy, *, year: int, municipality: str, made_at: datetime) -> Report:
    """The time plan of a year."""
    today = local_day(made_at)
    found = year_of(strategy, today=today).between(date(year, 1, 1), date(year, 12, 31), today=today)
    return Report(
        title=f"Årshjul {year}",
        subtitle=strategy.title,
        municipality=municipality,
        made_at=made_at,
        parts=(*_late(late(found)), *_months(found), Aside(title="Sådan er dagene fundet", body=RULE)),
    )


def state_words(each: Occurrence) -> str:
    """How one time stands, in words."""
    moved = f", flyttet fra {short_day(each.planned)}" if each.is_moved else ""
    why = f": {each.why}" if each.why else ""
    return f"{STATES[each.state]}{moved}{why}"


def day_words(each: Occurrence) -> str:
    """The day as the paper puts it, where it puts it in words and the day is ours."""
    return each.item.when_words if each.item.when_words and not each.is_moved else short_day(each.day)


def _late(found: Sequence[Occurrence]) -> Sequence[Part]:
    if not found:
        return ()
    return (Heading(text="Forsinket"), _table("Det, der skulle være sket", found))


def _months(found: Sequence[Occurrence]) -> list[Part]:
    if not found:
        return [Text(body="Der står intet i årshjulet dette år.")]
    parts: list[Part] = []
    for number, name in enumerate(MONTHS, start=1):
        if falling := [each for each in found if each.day.month == number]:
            parts += [Heading(text=name.capitalize()), _table(f"{name.capitalize()}: det, der skal ske", falling)]
    return parts


def _table(caption: str, found: Sequence[Occurrence]) -> Table:
    return Table(
        caption=caption,
        head=("Hvad", "Dag", "Slags", "Hvem", "Stand"),
        rows=tuple(
            (_name(each), day_words(each), each.item.kind_words, each.item.body or "–", state_words(each))
            for each in found
        ),
    )


def _name(each: Occurrence) -> str:
    law = each.item.law
    if not law:
        return each.item.name
    return f"{each.item.name} ({law}{'' if is_confirmed(law) else ', ikke bekræftet'})"
