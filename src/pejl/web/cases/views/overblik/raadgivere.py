"""Who among the advisers needs help? Closed until staff have been told and MED has treated the lists."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.doors import needs
from pejl.web.access.log import log_list
from pejl.web.access.models import StaffDecision
from pejl.web.access.request import Request
from pejl.web.access.roles import Right, Sees
from pejl.web.cases.actions.staff_decision import record
from pejl.web.cases.actions.writing import Refused, Sent, new_token
from pejl.web.cases.overview import advisers
from pejl.web.cases.overview.selection import Selection, openable
from pejl.web.cases.views.overblik import visning


@needs(Right.BY_ADVISER)
def raadgivere(request: Request) -> HttpResponse:
    """Load and what was inherited first, then lateness; or, while closed, what must be recorded and by whom."""
    decision = advisers.opened(StaffDecision.objects.all(), today=request.today)
    values: dict[str, object] = {
        "pages": visning.pages(request, here="overblik-raadgivere"),
        "may_record": request.person.may(Right.LOCAL_NUMBERS),
        "decision": decision,
    }
    if decision is None:
        return render(request, "cases/overblik/raadgivere_lukket.html", values)
    units = request.person.units(Sees.UNIT, right=Right.BY_ADVISER)
    cases = openable(request, Selection(omraade=None)).filter(team__in=units)
    also = advisers.advisers_of(units, today=request.today)
    loads = advisers.loads(cases, at=request.moment, today=request.today, also=also)
    log_list(request, "overblik-raadgivere", shown=len(loads))
    values |= {"loads": loads, "without": advisers.without_adviser(cases), "guide": advisers.GUIDE}
    return render(request, "cases/overblik/raadgivere.html", values)


class DecisionForm(forms.Form):
    """The two days, and the token that makes a double click one."""

    token = forms.CharField(max_length=64, widget=forms.HiddenInput)
    informed_on = forms.DateField(
        label="Hvornår blev medarbejderne informeret?",
        help_text="Om hvad listerne viser, hvem der ser dem, og hvad de bruges til.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": "Skriv den dag, medarbejderne blev informeret.",
            "invalid": "Det er ikke en dato. Skriv år, måned og dag, fx 2026-03-31.",
        },
    )
    med_on = forms.DateField(
        label="Hvornår blev listerne behandlet i MED?",
        help_text="Dagen for mødet i MED-udvalget.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": "Skriv dagen for mødet i MED-udvalget.",
            "invalid": "Det er ikke en dato. Skriv år, måned og dag, fx 2026-03-31.",
        },
    )


@needs(Right.LOCAL_NUMBERS)
def beslutning(request: Request) -> HttpResponse:
    """Record the two days; what was recorded before stays and can be read."""
    form = DecisionForm(request.POST) if request.method == "POST" else DecisionForm(initial={"token": new_token()})
    if request.method == "POST" and form.is_valid():
        days = form.cleaned_data
        try:
            sent = Sent(by=request.user, at=request.moment, token=days["token"])
            record(informed_on=days["informed_on"], med_on=days["med_on"], sent=sent)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Datoerne er registreret. Listerne efter rådgiver er åbne.")
            return redirect("overblik-raadgivere")
    values = {
        "form": form,
        "pages": visning.pages(request, here="overblik-raadgivere"),
        "history": StaffDecision.objects.order_by("-decided_at", "-pk"),
    }
    return render(request, "cases/overblik/beslutning.html", values, status=422 if form.errors else 200)


urlpatterns = [
    path("overblik/raadgivere/", raadgivere, name="overblik-raadgivere"),
    path("overblik/raadgivere/beslutning/", beslutning, name="overblik-raadgivere-beslutning"),
]
