"""How does somebody write that two children are siblings, or that they are not?"""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.doors import needs
from pejl.web.access.gate import open_case, visible
from pejl.web.access.log import log
from pejl.web.access.models import Case, LogEntry
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.actions.siblings import tie, untie
from pejl.web.cases.actions.writing import Refused
from pejl.web.cases.forms.correcting import ChildSearchForm
from pejl.web.cases.forms.seldom import SiblingForm
from pejl.web.cases.people import child_of, found, siblings_of
from pejl.web.cases.sending import sent_of, token_of

_SHOWN = 20


@needs(Right.REGISTER)
def soeskende(request: Request, key: str) -> HttpResponse:
    """The siblings there are, a search for one more, and yes to it: three steps on one address."""
    if settings.PEJL_MODE != "alene":
        raise Http404
    case = open_case(request, key)
    if request.POST.get("fjern"):
        return _gone(request, case, open_case(request, request.POST["fjern"]))
    if request.POST.get("til"):
        return _confirm(request, case, open_case(request, request.POST["til"]))
    form = ChildSearchForm(request.POST if request.method == "POST" else None)
    form.fields["soeg"].label = "Brorens eller søsterens sagsnummer eller navn"
    values: dict[str, object] = {"case": case, "child": child_of(case), "form": form, "token": token_of(request)}
    values["siblings"] = _siblings(request, case)
    if form.is_valid():
        hits = _found(request, form.cleaned_data["soeg"], own=case)
        log(request, LogEntry.Act.SEARCH, detail={"side": "soeskende", "antal": len(hits[:_SHOWN])})
        values |= {"found": hits[:_SHOWN], "asked": True, "more": len(hits) > _SHOWN}
    return render(request, "cases/soeskende.html", values, status=422 if form.errors else 200)


def _siblings(request: Request, case: Case) -> list[object]:
    child = child_of(case)
    in_scope = visible(request.person, on=request.today, at=request.moment)
    return [*siblings_of(child, visible=in_scope)] if child else []


def _found(request: Request, words: str, *, own: Case) -> list[Case]:
    cases = visible(request.person, on=request.today, at=request.moment).exclude(pk=own.pk)
    _, fitting = found(cases.filter(child__isnull=False), words=words)
    return list(fitting.select_related("child").order_by("child__name_sort", "pk")[: _SHOWN + 1])


def _confirm(request: Request, case: Case, other: Case) -> HttpResponse:
    """Whole or half, together or apart; with an answer, it is written."""
    form = SiblingForm(request.POST if "bekraeft" in request.POST else None)
    if form.is_valid():
        told = form.cleaned_data
        try:
            tie(case, other, half=told["slags"] == "halv", together=told["sammen"], sent=sent_of(request))
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "De to børn står nu som søskende i begge sager.")
            return redirect("sag", case.key)
    values = {
        "case": case,
        "child": child_of(case),
        "to": other,
        "to_child": child_of(other),
        "form": form,
        "token": token_of(request),
    }
    return render(request, "cases/soeskende_bekraeft.html", values, status=422 if form.errors else 200)


def _gone(request: Request, case: Case, other: Case) -> HttpResponse:
    try:
        untie(case, other, sent=sent_of(request))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "De to børn står ikke længere som søskende.")
    return redirect("sag-soeskende", case.key)


urlpatterns = [path("sag/<str:key>/soeskende/", soeskende, name="sag-soeskende")]
