"""How are we doing: every figure by the quality marker it bears on, the newest of each in words?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST

from pejl.indicators import INDICATORS, Indicator, Marker, Rests, latest
from pejl.rules import Force
from pejl.web.access.actions import Doing
from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.actions.writing import new_token
from pejl.web.insight.actions import measure_again
from pejl.web.insight.asking import Asked, asked
from pejl.web.insight.by_hand import entered
from pejl.web.insight.figures import Newest, newest, newest_run, stored
from pejl.web.insight.periods import ended
from pejl.web.insight.thread import pointing
from pejl.web.insight.units import of_person
from pejl.web.plan.areas import in_focus

# So many periods are read: the newest, those the trend looks back on, and the one that runs.
_BACK: Final = 8
_STABILITY: Final = "stabilitet"
_CHAPTERS: Final = "frister"
# What a figure rests on, as the mark of the rules tells it; the others are said in words.
FORCE: Final = {Rests.LAW: Force.LAW, Rests.GUIDANCE: Force.GUIDANCE, Rests.LOCAL: Force.LOCAL}


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator with its newest figure."""

    indicator: Indicator
    newest: Newest
    force: Force | None
    focus: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """The figures of one marker."""

    title: str
    lines: list[Line]
    folded: bool = False


@needs(Right.OVERVIEW)
def noegletal(request: Request) -> HttpResponse:
    """All of them."""
    question = asked(request)
    values: dict[str, object] = {"form": question.form, "query": question.query, "token": new_token()}
    if question.whose:
        values |= {
            "whose": question.whose,
            "period": ended(question.whose.per, today=request.today),
            "run": newest_run(),
            "shelves": list(_shelves(request, question)),
            "by_hand": entered(of_person(request.person, question.units), indicator=""),
            "may_enter": request.person.may(Right.PLAN),
        }
    return render(request, "insight/noegletal.html", values, status=question.status)


def _shelves(request: Request, question: Asked) -> Iterator[Shelf]:
    lines = list(_lines(request, question))
    apart = {_STABILITY, _CHAPTERS}
    for marker in Marker:
        own = [x for x in lines if x.indicator.bears_on[0] is marker and x.indicator.topic not in apart]
        if own:
            yield Shelf(marker.danish, own)
    yield Shelf("Ro og stabilitet for barnet", [x for x in lines if x.indicator.topic == _STABILITY])
    yield Shelf("Frister, kapitel for kapitel i loven", [x for x in lines if x.indicator.topic == _CHAPTERS], True)


def _lines(request: Request, question: Asked) -> Iterator[Line]:
    whose = question.whose
    if whose is None:
        return
    period = ended(whose.per, today=request.today)
    since = latest(whose.per, day=request.today, number=_BACK)[0].first
    series = stored(whose, since=since)
    focus = {each.subject for each in pointing() if in_focus(each.effect.area, request.today)}
    for indicator in INDICATORS:
        told = newest(indicator, series.get(indicator.key), period=period)
        yield Line(indicator, told, FORCE.get(indicator.rests), indicator.key in focus)


@needs(Right.OVERVIEW)
@require_POST
def regn(request: Request) -> HttpResponse:
    """Count the figures again, with what has been registered today."""
    doing = Doing(by=request.user, at=request.moment)
    if measure_again(doing=doing, token=request.POST.get("token", "")):
        messages.success(request, "Tallene er regnet ud igen med det, vi ved nu.")
    else:
        messages.info(request, "Tallene var allerede regnet ud. Åbn siden igen, hvis de skal regnes ud på ny.")
    return redirect("noegletal")


urlpatterns = [
    path("noegletal/", noegletal, name="noegletal"),
    path("noegletal/regn/", regn, name="noegletal-regn"),
]
