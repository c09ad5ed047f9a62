"""How is a version of the strategy decided, and read as it stood?"""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.reports.html import as_html
from pejl.web.access.actions import Doing, Refused
from pejl.web.access.doors import needs
from pejl.web.access.forms import Day, Key, Reason
from pejl.web.access.models import new_key
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.plan.areas import there
from pejl.web.plan.models import Strategy, StrategyVersion
from pejl.web.plan.versions import Decision, decide, paper_of
from pejl.web.plan.views.files import paper_file

_WRONG = 422


class DecisionForm(forms.Form):
    """Who decided this version, when, and why now."""

    key = Key()
    decided_by = forms.CharField(
        label="Hvem har besluttet den?",
        help_text="Fx Børne- og Ungeudvalget.",
        max_length=200,
        error_messages={"required": "Skriv, hvem der har besluttet udgaven."},
    )
    on = Day("Hvilken dag?")
    reason = Reason("Hvorfor en udgave nu?", hint="Mindst en hel sætning. Den står ved udgaven.")

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data, initial={"key": new_key(), "on": today})


@needs(Right.APPROVE)
def beslut(request: Request, strategy: str) -> HttpResponse:
    """Freeze the strategy as it stands."""
    found: Strategy | None = there(Strategy, key=strategy).first()
    if found is None:
        raise Http404
    form = DecisionForm(request.POST or None, today=request.today)
    if request.method == "POST" and form.is_valid():
        doing = Doing(by=request.person.user, at=request.moment)
        try:
            made = decide(found, Decision(**form.cleaned_data), municipality=settings.PEJL_MUNICIPALITY, doing=doing)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Udgave {made.number} er besluttet og kan altid læses, som den stod.")
            return redirect("plan-udgave", made.key)
    context = {"strategy": found, "form": form}
    return render(request, "plan/beslut.html", context, status=_WRONG if form.errors else 200)


@needs()
def udgave(request: Request, version: str) -> HttpResponse:
    """One version as it stood."""
    found = StrategyVersion.objects.select_related("strategy").filter(key=version).first()
    if found is None:
        raise Http404
    paper = paper_of(found)
    if answer := paper_file(paper, request.GET.get("fil", ""), name="strategi"):
        return answer
    heading = f"Udgave {found.number}"
    context = {"heading": heading, "version": found, "strategy": found.strategy, "told": as_html(paper)}
    return render(request, "plan/udgave.html", context)


urlpatterns = [
    path("plan/beslut/<str:strategy>/", beslut, name="plan-beslut"),
    path("plan/udgave/<str:version>/", udgave, name="plan-udgave"),
]
