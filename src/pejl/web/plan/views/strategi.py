"""What is our strategy, and how far are we with it?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.plan.pages import shown


@needs()
def plan(request: Request) -> HttpResponse:
    """The strategy that applies."""
    return render(request, "plan/strategi.html", {"strategy": shown(request)})


urlpatterns = [path("plan/", plan, name="plan")]
