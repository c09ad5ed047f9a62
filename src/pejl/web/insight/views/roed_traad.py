"""What do the things we work on mean in this child's case?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.web.access import gate
from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.people import child_as_opened
from pejl.web.insight.in_case import bearings


@needs(Right.CASES)
def roed_traad(request: Request, key: str) -> HttpResponse:
    """The focus areas this case bears on, each in plain words."""
    case = gate.open_case(request, key)
    found, any_figure = bearings(case, at=request.moment)
    child = child_as_opened(case)
    values = {
        "case": case,
        "name": child.name if child and child.name else "Navn ikke oplyst",
        "bearings": found,
        "any_figure": any_figure,
        "sees_figures": request.person.may(Right.OVERVIEW),
    }
    return render(request, "insight/roed_traad.html", values)


urlpatterns = [path("sag/<str:key>/roed-traad/", roed_traad, name="roed-traad")]
