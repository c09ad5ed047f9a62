"""Who was involved in each step of a case, and where is nothing seen and no reason written?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.web.access.doors import needs
from pejl.web.access.gate import open_case
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.care import care_of
from pejl.web.cases.happened import standing_in
from pejl.web.cases.involvement import involvement_in
from pejl.web.cases.involving import Party
from pejl.web.cases.people import child_of
from pejl.web.cases.views.barnets_spor import reader_of


@needs(Right.CASES)
def inddragelse(request: Request, key: str) -> HttpResponse:
    """The steps the case has come to, each with the four parties."""
    case = open_case(request, key)
    child, standing, reader = child_of(case), standing_in(case), reader_of(request)
    care = care_of(case, child, standing.events)
    values = {
        "case": case,
        "child": child,
        "table": involvement_in(standing, reader=reader, holds_back=bool(care.waits_for)),
        "parties": list(Party),
        "care": care,
        # Nothing leads anybody to the parents before the child's safety is seen to.
        "may_turn_to_parents": not care.waits_for,
        "reader": reader,
        "may_register": request.person.may(Right.REGISTER),
        "now": request.moment,
    }
    return render(request, "cases/inddragelse.html", values)


urlpatterns = [path("sag/<str:key>/inddragelse/", inddragelse, name="inddragelse")]
