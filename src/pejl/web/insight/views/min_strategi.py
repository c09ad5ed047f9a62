"""What do we work on now, why, and what does it mean in my cases?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.web.access import gate
from pejl.web.access.doors import needs
from pejl.web.access.log import log_list
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.insight.mine import Here, mine, owned, working_on
from pejl.web.plan.models import Action
from pejl.web.plan.pages import shown


@needs()
def min_strategi(request: Request) -> HttpResponse:
    """The one or two things we work on now; for those with cases also what they mean there."""
    strategy = shown(request)
    actions = working_on(strategy, today=request.today) if strategy else []
    has_cases = bool(request.person.initials) and request.person.may(Right.CASES)
    works: list[tuple[Action, tuple[Here, ...]]] = [(each, ()) for each in actions]
    if actions and has_cases:
        visible = gate.visible(request.person, on=request.today, at=request.moment)
        own = visible.filter(adviser=request.person.initials, closed=False).select_related("child")
        found = mine(actions, own, at=request.moment)
        works = [(each.action, each.here) for each in found]
        log_list(request, "min-strategi", shown=sum(len(here.look_at) for each in found for here in each.here))
    context = {
        "strategy": strategy,
        "works": works,
        "has_cases": has_cases,
        "owned": owned(strategy, request.person.user) if strategy else [],
    }
    return render(request, "insight/min_strategi.html", context)


urlpatterns = [path("plan/min-strategi/", min_strategi, name="min-strategi")]
