"""Which children wait for an effort, how long have they waited, and has somebody taken a stand on help meanwhile?"""

from __future__ import annotations

from typing import Final

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.web.access.doors import needs
from pejl.web.access.gate import visible
from pejl.web.access.log import log_list
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.waiting import waiting_in
from pejl.web.cases.written import reader_of

_PAGE: Final = 50


@needs(Right.CASES)
def venteliste(request: Request) -> HttpResponse:
    """The efforts that wait in the cases the person may see, the longest first."""
    cases = visible(request.person, on=request.today, at=request.moment).filter(closed=False)
    found = waiting_in(cases, reader=reader_of(request), today=request.today)
    page = Paginator(found, _PAGE).get_page(request.GET.get("side"))
    log_list(request, "venteliste", shown=len(page.object_list))
    values = {
        "page": page,
        "total": len(found),
        "undecided": sum(each.decided is None for each in found),
        "without": sum(each.decided is False for each in found),
    }
    return render(request, "cases/venter.html", values)


urlpatterns = [path("venteliste/", venteliste, name="venteliste")]
