"""When are the theme meetings, what did each rest on, what was agreed, and what came of it by the next?"""

from __future__ import annotations

from datetime import date
from typing import Final

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.plan.areas import there
from pejl.web.plan.models import Option, Strategy
from pejl.web.plan.pages import shown
from pejl.web.plan.theme_meetings import A_YEAR, Year, from_practice, last_time, meeting_of, subjects, years

_NUMBERS: Final = {0: "intet", 1: "kun ét"}


@needs()
def temamoeder(request: Request) -> HttpResponse:
    """The meetings year by year."""
    strategy = shown(request)
    held = years(strategy) if strategy else []
    context = {"strategy": strategy, "years": held, "warnings": _warnings(held), "today": request.today}
    return render(request, "plan/temamoeder.html", context)


def _warnings(held: list[Year]) -> list[str]:
    return [
        f"Der er {_NUMBERS[len(each.meetings)]} temamøde i {each.year}. Strategien regner med {_told(A_YEAR)} om året."
        for each in held
        if each.missing
    ]


def _told(number: int) -> str:
    return "to" if number == A_YEAR else str(number)


@needs()
def temamoede(request: Request, meeting: str) -> HttpResponse:
    """One meeting: the four parts it rests on, what was agreed, and what came of what was agreed last time."""
    found = meeting_of(meeting)
    if found is None:
        raise Http404
    themes = subjects(found)
    areas = [each.area for each in themes]
    practice = from_practice(found, areas)
    context = {
        "meeting": found,
        "strategy": found.strategy,
        "themes": themes,
        "supervision": [
            (each.area, [asked for wanted in each.wanted for asked in wanted.asked_in_supervision]) for each in themes
        ],
        "practice": practice,
        "silent": [each.unit for each in practice if not each.cases],
        "options": there(Option, meeting=found).select_related("meeting"),
        "last": last_time(found),
        "ahead": found.on > request.today,
        "late": _late(found.strategy, found.on, request.today, held=found.held),
    }
    return render(request, "plan/temamoede.html", context)


def _late(strategy: Strategy, on: date, today: date, *, held: bool) -> bool:
    """Whether the day has gone and nobody has said that it was held."""
    return on < today and not held and strategy.status != Strategy.Status.ERSTATTET


urlpatterns = [
    path("plan/temamoeder/", temamoeder, name="temamoeder"),
    path("plan/temamoede/<str:meeting>/", temamoede, name="temamoede"),
]
