"""How is a figure entered that no file delivers: with its source, and marked as entered wherever it stands?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.actions import Doing
from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.insight.actions import enter
from pejl.web.insight.by_hand import entered
from pejl.web.insight.forms import HandForm
from pejl.web.insight.units import Units, of_person


@needs(Right.PLAN)
def indtast(request: Request) -> HttpResponse:
    """Enter one; a correction is a new one of the same period."""
    units = of_person(request.person, Units())
    posted = request.method == "POST"
    form = HandForm(request.POST if posted else None, units=units, indicator=request.GET.get("tal", ""))
    if posted and form.is_valid():
        figure = enter(form.values, doing=Doing(by=request.user, at=request.moment))
        messages.success(request, "Tallet er skrevet ind og står nu mærket »Indtastet i hånden«.")
        return redirect("noegletal-et", figure.indicator) if figure.indicator else redirect("noegletal")
    values = {"form": form, "by_hand": entered(units)}
    return render(request, "insight/indtast.html", values, status=422 if form.errors else 200)


urlpatterns = [path("noegletal/indtast/", indtast, name="noegletal-indtast")]
