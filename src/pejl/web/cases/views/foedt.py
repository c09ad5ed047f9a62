"""How is it written that the expected child is born, that there were two, or that there was none?"""

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
from pejl.web.cases.actions.births import born, not_born
from pejl.web.cases.actions.writing import Refused
from pejl.web.cases.forms.offered import beside_a_case_system
from pejl.web.cases.forms.seldom import BirthForm
from pejl.web.cases.people import child_of
from pejl.web.cases.sending import sent_of, sent_once, token_of


@needs(Right.REGISTER)
@sent_once
def foedt(request: Request, key: str) -> HttpResponse:
    """One act: the day, how many, and who they are."""
    case = open_case(request, key)
    data = request.POST if request.method == "POST" else None
    form = BirthForm(data, moment=request.moment, beside=beside_a_case_system())
    if form.is_valid():
        try:
            return _written(request, case, form)
        except Refused as refused:
            form.add_error(None, str(refused))
    child = child_of(case)
    values = {
        "case": case,
        "child": child,
        "form": form,
        "token": token_of(request),
        "is_born": bool(child and child.born),
        "alone": not beside_a_case_system(),
    }
    return render(request, "cases/foedt.html", values, status=422 if form.errors else 200)


def _written(request: Request, case: Case, form: BirthForm) -> HttpResponse:
    """Never a name in what is told: it travels in a cookie."""
    if not form.is_born:
        not_born(case, day=form.cleaned_data["dag"], sent=sent_of(request))
        messages.info(request, "Det er skrevet, og sagen er afsluttet. Der kommer ikke flere påmindelser om den.")
        return redirect("sag", case.key)
    others = born(case, form.birth(), sent=sent_of(request))
    told = "Barnet er født, og forløbet går videre her."
    if others:
        several = "en sag" if len(others) == 1 else f"{len(others)} sager"
        told += f" Der er oprettet {several} mere. Du finder dem under søskende."
    messages.success(request, told)
    return redirect("sag", case.key)


urlpatterns = [path("sag/<str:key>/foedt/", foedt, name="sag-foedt")]
