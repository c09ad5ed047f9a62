"""How is the child's CPR number shown to who asks, and how are the facts about the child's people put right?"""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.doors import needs
from pejl.web.access.gate import open_case
from pejl.web.access.log import log
from pejl.web.access.models import Case, LogEntry
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.actions.people import write_people
from pejl.web.cases.actions.writing import Overtaken, Sent, new_token
from pejl.web.cases.cpr import opened
from pejl.web.cases.forms.people import ChildForm, RelativeForm, relative_forms
from pejl.web.cases.models import Child
from pejl.web.cases.people import child_of, mark_of_facts, relatives_of

PeopleForms = tuple[ChildForm, list[RelativeForm]]


@needs(Right.CASES)
def sag_cpr(request: Request, key: str) -> HttpResponse:
    """The number, once, to whoever asks for it; written down."""
    case = open_case(request, key)
    if request.method != "POST":
        return redirect("sag", case.key)
    child = child_of(case)
    log(request, LogEntry.Act.CPR, case=case)
    number = opened(child.cpr) if child else ""
    template = "cases/sag_cpr_part.html" if request.htmx else "cases/sag_cpr.html"
    return render(request, template, {"case": case, "cpr": number})


# --- writing about the people ---------------------------------------------------------------------------------


@needs(Right.REGISTER)
def sag_mennesker(request: Request, key: str) -> HttpResponse:
    """Put right who the child and the child's people are, where no case system keeps it."""
    if settings.PEJL_MODE != "alene":
        raise Http404
    case = open_case(request, key)
    child = child_of(case)
    forms = _people_forms(request, child, data=request.POST or None)
    if request.method == "POST" and _valid(*forms):
        try:
            _write(request, case, *forms)
        except Overtaken as refusal:
            messages.error(request, str(refusal))
            child = child_of(case)
            return _people_page(request, case, child, _people_forms(request, child, data=None), status=409)
        messages.success(request, "Oplysningerne er gemt.")
        return redirect("sag", case.key)
    return _people_page(request, case, child, forms, status=422 if request.method == "POST" else 200)


def _people_forms(request: Request, child: Child | None, *, data: object) -> PeopleForms:
    sees = request.person.may(Right.TEXT) or not (child and child.address_protected)
    known = relatives_of(child) if child else []
    form = ChildForm(data, child=child, today=request.today, address=sees)
    return form, relative_forms(data, known=known)


def _valid(child: ChildForm, relatives: list[RelativeForm]) -> bool:
    return all([child.is_valid(), *(each.is_valid() for each in relatives)])


def _write(request: Request, case: Case, child: ChildForm, relatives: list[RelativeForm]) -> None:
    sent = Sent(by=request.person.user, at=request.moment, token=request.POST.get("token", ""))
    told = [each.told for each in relatives if not each.is_new or each.has_changed()]
    write_people(case, child.cleaned_data, told, seen=request.POST.get("set", ""), sent=sent)


def _people_page(request: Request, case: Case, child: Child | None, forms: PeopleForms, *, status: int) -> HttpResponse:
    child_form, relatives = forms
    values = {
        "case": case,
        "child_form": child_form,
        "relatives": relatives,
        "token": request.POST.get("token") or new_token() if status == 422 else new_token(),
        "seen": request.POST.get("set", "")
        if status == 422
        else mark_of_facts(child, relatives_of(child) if child else []),
    }
    return render(request, "cases/sag_mennesker.html", values, status=status)


urlpatterns = [
    path("sag/<str:key>/cpr/", sag_cpr, name="sag-cpr"),
    path("sag/<str:key>/mennesker/", sag_mennesker, name="sag-mennesker"),
]
