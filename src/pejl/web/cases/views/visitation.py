"""What is the visitation committee to look at, meeting by meeting, what did it answer, and what should come back?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.events import VISITATION, VISITATION_TILBAGE, Kind
from pejl.web.access.doors import needs
from pejl.web.access.gate import visible
from pejl.web.access.log import log_list
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.offering import step_url
from pejl.web.cases.visitation import Item, Stand, items_in

# So many answers are shown at first, the newest.
_SHOWN: Final = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One matter on the page; an address is empty for those who cannot register."""

    item: Item
    answer_url: str
    back_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """What is treated on one day; None: the day has not been written."""

    day: date | None
    lines: list[Line]
    coming: bool


@needs(Right.TEXT)
def visitation(request: Request) -> HttpResponse:
    """The agenda of the meetings to come, what may have to come back, and what has been answered."""
    cases = visible(request.person, on=request.today, at=request.moment)
    lines = [_line(request, item) for item in items_in(cases)]
    answered = [
        line for each in reversed(_by_meeting(lines, Stand.BEHANDLET, today=request.today)) for line in each.lines
    ]
    everything = "alle" in request.GET
    log_list(request, "visitation", shown=len(lines))
    values = {
        "changed": [line for line in lines if line.item.changed],
        "sent_back": [line for line in lines if line.item.stand is Stand.TILBAGE],
        "waiting": _by_meeting(lines, Stand.VENTER, today=request.today),
        "answered": answered if everything else answered[:_SHOWN],
        "left": 0 if everything else max(0, len(answered) - _SHOWN),
        "any": bool(lines),
        "moment": request.moment,
    }
    return render(request, "cases/visitation.html", values)


def _line(request: Request, item: Item) -> Line:
    def url(kind: Kind) -> str:
        may = request.person.may(Right.REGISTER)
        return step_url(item.case, kind, after=item.newest.event_id) if may else ""

    return Line(item=item, answer_url=url(VISITATION), back_url=url(VISITATION_TILBAGE))


def _by_meeting(lines: list[Line], stand: Stand, *, today: date) -> list[Meeting]:
    """By day, the nearest first; without a day last."""
    found: dict[date | None, list[Line]] = {}
    for line in lines:
        if line.item.stand is stand:
            found.setdefault(line.item.meeting, []).append(line)
    days = sorted(found, key=lambda day: (day is None, day or date.max))
    return [Meeting(day=day, lines=found[day], coming=bool(day and day >= today)) for day in days]


urlpatterns = [path("visitation/", visitation, name="visitation")]
