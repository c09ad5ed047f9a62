"""What did the letter say that brought a notification? For those who may open the case it came to."""

from __future__ import annotations

from django.db.models import F
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.web.access.doors import needs
from pejl.web.access.gate import open_case, visible
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.models import EventRow
from pejl.web.cases.people import names_of
from pejl.web.reception.actions.taking_in import FORM, LETTER
from pejl.web.reception.models import Letter
from pejl.web.reception.receiving import told_of


@needs(Right.CASES)
def brev(request: Request, contact: str) -> HttpResponse:
    """The letter as it came; who wrote it and what it said only with the right to professional text."""
    scope = visible(request.person, on=request.today, at=request.moment)
    here = EventRow.objects.filter(shared_id=f"{LETTER}{contact}", sealed=False, case__in=scope)
    # One line in the log, of the case by which it was opened; out of scope is as if it were not there.
    case = open_case(request, here.order_by("pk").values_list(F("case__key"), flat=True).first() or "")
    found = Letter.objects.filter(shared_id=f"{LETTER}{contact}").first()
    if found is None:
        raise Http404
    others = [each for each in told_of([found], within=scope).get(found.pk, []) if each.case_id != case.pk]
    seen = set(scope.filter(pk__in=[each.case_id for each in others]).values_list("pk", flat=True))
    who = "Formularen på nettet" if found.recorded_by == FORM else ""
    values = {
        "case": case,
        "letter": found,
        "others": [(each.told, each.case) for each in others if each.case_id in seen],
        "recorded_by": who or names_of({found.recorded_by}).get(found.recorded_by, found.recorded_by),
        "sees_text": request.person.may(Right.TEXT),
    }
    return render(request, "reception/brev.html", values)


urlpatterns = [path("brev/<str:contact>/", brev, name="brev-ind")]
