"""What comes back when a closed case is opened again, and how is it done?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.doors import needs
from pejl.web.access.gate import open_case
from pejl.web.access.models import Case
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.actions.reopening import as_if_reopened, reopen
from pejl.web.cases.actions.writing import Refused
from pejl.web.cases.duties import Asked, Duties, duties_of
from pejl.web.cases.forms.offered import beside_a_case_system, courses_in
from pejl.web.cases.forms.seldom import ReopenForm
from pejl.web.cases.sending import sent_of, sent_once, token_of


@needs(Right.REGISTER)
@sent_once
def genaabn(request: Request, key: str) -> HttpResponse:
    """The duties as they would stand, before one says yes."""
    case = open_case(request, key)
    form = ReopenForm(request.POST if request.method == "POST" else None, beside=beside_a_case_system())
    if form.is_valid():
        try:
            reopen(case, reason=form.cleaned_data.get("begrundelse", ""), sent=sent_of(request))
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Sagen er åben igen. Pligterne står under »Næste skridt«.")
            return redirect("sag", case.key)
    values = {
        "case": case,
        "form": form,
        "token": token_of(request),
        "duties": _duties(request, case) if case.closed else None,
        "now": request.moment,
    }
    return render(request, "cases/genaabn.html", values, status=422 if form.errors else 200)


def _duties(request: Request, case: Case) -> Duties:
    courses = courses_in(case, gone=bridge.withdrawn_ids(case))
    asked = Asked(book=bridge.rulebook(), as_of=request.moment, courses={each.thread_id: each.told for each in courses})
    return duties_of(as_if_reopened(case, sent=sent_of(request)), asked=asked, closed=False)


urlpatterns = [path("sag/<str:key>/genaabn/", genaabn, name="sag-genaabn")]
