"""What is the visitation committee to look at, meeting by meeting, what did it answer, and what should come back?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
from pejl.web.access.models import Case
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
    case: Case
    may_register: bool

    @property
    def answer_url(self) -> str:
        """Where the committee's answer is written."""
        return self._url(VISITATION)

    @property
    def back_url(self) -> str:
        """Where the matter is sent back to the committee."""
        return self._url(VISITATION_TILBAGE)

    def _url(self, kind: Kind) -> str:
        return step_url(self.case, kind, after=self.item.newest.event_id) if self.may_register else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """What is treated on one day; None: the day has not been written."""

    day: date | None
    lines: list[Line]
    coming: bool


@needs(Right.TEXT)
def visitation(request: Request) -> HttpResponse:
    """The agenda of the meetings to come, what may have to come back, and what has been answered."""
    items = items_in(visible(request.person, on=request.today, at=request.moment))
    answered = _in_order_of_meetings(items, Stand.BEHANDLET, newest_first=True)
    some = answered if "alle" in request.GET else answered[:_SHOWN]
    changed = [each for each in items if each.changed]
    waiting = _in_order_of_meetings(items, Stand.VENTER)
    sent_back = [each for each in items if each.stand is Stand.TILBAGE]
    on_page = (*changed, *sent_back, *waiting, *some)
    shown = _lines(request, on_page)
    log_list(request, "visitation", shown=len(on_page))
    values = {
        "changed": shown(changed),
        "sent_back": shown(sent_back),
        "waiting": _by_meeting(shown(waiting), today=request.today),
        "answered": shown(some),
        "left": len(answered) - len(some),
        "any": bool(items),
        "moment": request.moment,
    }
    return render(request, "cases/visitation.html", values)


def _lines(request: Request, items: Iterable[Item]) -> Callable[[Iterable[Item]], list[Line]]:
    """What is shown of matters; their cases are read at once for all of these."""
    may_register = request.person.may(Right.REGISTER)
    seen = visible(request.person, on=request.today, at=request.moment).select_related("child")
    held = seen.in_bulk({each.case_id for each in items})

    def lines(some: Iterable[Item]) -> list[Line]:
        known = ((each, held.get(each.case_id)) for each in some)
        return [Line(item=each, case=case, may_register=may_register) for each, case in known if case]

    return lines


def _in_order_of_meetings(items: Iterable[Item], stand: Stand, *, newest_first: bool = False) -> list[Item]:
    """Those that stand so, by the day of their meeting; one without a day as the latest."""
    found = [each for each in items if each.stand is stand]
    return sorted(found, key=lambda each: each.meeting or date.max, reverse=newest_first)


def _by_meeting(lines: Iterable[Line], *, today: date) -> list[Meeting]:
    """By day, in the same order."""
    found: dict[date | None, list[Line]] = {}
    for line in lines:
        found.setdefault(line.item.meeting, []).append(line)
    return [Meeting(day=day, lines=own, coming=bool(day and day >= today)) for day, own in found.items()]


urlpatterns = [path("visitation/", visitation, name="visitation")]
