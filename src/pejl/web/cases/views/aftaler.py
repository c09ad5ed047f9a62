"""What has been agreed in a case, by whom and by when, and what of it is done? One click says that it is."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.events import AFTALE_INDGAAET
from pejl.web.access.doors import needs
from pejl.web.access.gate import open_case
from pejl.web.access.models import Case
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.actions.closing import mark_done
from pejl.web.cases.actions.writing import Overtaken, Refused, new_token
from pejl.web.cases.agreements import agreements_in
from pejl.web.cases.forms.offered import beside_a_case_system, may_register
from pejl.web.cases.sending import back_to, came_from_page, sent_of, sent_once
from pejl.web.cases.written import written_in

_ID = 60


@needs(Right.CASES)
@sent_once
def aftaler(request: Request, key: str) -> HttpResponse:
    """The agreements; sent, one of them is done."""
    case = open_case(request, key)
    if request.method == "POST" and may_register(request.person, case, AFTALE_INDGAAET):
        return _done(request, case)
    return _page(request, case)


def _done(request: Request, case: Case) -> HttpResponse:
    # What happened is about the family, and beside a case system no such text is kept.
    happened = "" if beside_a_case_system() else request.POST.get("hvad_skete", "")[:500]
    try:
        mark_done(case, request.POST.get("aftale", "")[:_ID], sent=sent_of(request), happened=happened)
    except Refused as refused:
        status = 409 if isinstance(refused, Overtaken) else 422
        return _page(request, case, problem=str(refused), status=status)
    messages.success(request, "Aftalen er meldt gjort.")
    return back_to(request, case, page=came_from_page(request))


def _page(request: Request, case: Case, *, problem: str = "", status: int = 200) -> HttpResponse:
    written = written_in(request, case)
    found = agreements_in(written)
    values = {
        "case": case,
        "agreed": [each for each in found if each.done_on is None],
        "done": [each for each in found if each.done_on is not None],
        "may_register": may_register(request.person, case, AFTALE_INDGAAET),
        "tells_what": not beside_a_case_system(),
        "token": new_token(),
        "problem": problem,
    }
    return render(request, "cases/aftaler.html", values, status=status)


urlpatterns = [path("sag/<str:key>/aftaler/", aftaler, name="aftaler")]
