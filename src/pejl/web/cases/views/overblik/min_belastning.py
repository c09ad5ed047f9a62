"""What do I carry myself? The very row that my leader sees, before the leader can see it."""

from __future__ import annotations

from collections import Counter

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.web.access import gate
from pejl.web.access.doors import needs
from pejl.web.access.models import Cover, Omraade, StaffDecision, running
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.overview import advisers
from pejl.web.cases.overview.advisers import Load
from pejl.web.cases.overview.involved import involved
from pejl.web.cases.overview.involved_counted import Among, Spread, spread_of
from pejl.web.cases.views.overblik.asking import MONTHS_SHOWN, first_day, months_ago


@needs(Right.MIN_DAG)
def min_belastning(request: Request) -> HttpResponse:
    """The adviser's own row."""
    decision = advisers.opened(StaffDecision.objects.all(), today=request.today)
    values = {
        "load": _own(request),
        "decision": decision,
        "guide": advisers.GUIDE,
        "involved": _own_involved(request),
        "spread": list(Spread),
    }
    return render(request, "cases/overblik/min_belastning.html", values)


def _own(request: Request) -> Load | None:
    """Counted as the leader's list counts it: without protected cases; None for those who are no adviser."""
    initials = request.person.initials
    if not initials:
        return None
    covered = Cover.objects.filter(running(request.today), user=request.user).values("initials")
    visible = gate.visible(request.person, on=request.today, at=request.moment).filter(protected=False)
    cases = visible.filter(adviser=initials) | visible.filter(adviser__in=covered)
    found = advisers.loads(cases, at=request.moment, today=request.today, also=[initials])
    own = next(load for load in found if load.initials == initials)
    return own if own.children or own.share or own.covers else None


def _own_involved(request: Request) -> list[Among]:
    """In how many of the own cases the child is seen, as the leader's list counts it: of one kind at a time."""
    visible = gate.visible(request.person, on=request.today, at=request.moment)
    own = visible.filter(protected=False, adviser=request.person.initials).exclude(adviser="")
    kinds = dict(own.values_list("pk", "omraade"))
    since = first_day(months_ago(request.today, MONTHS_SHOWN - 1))
    found = [(kinds[each.case], spread_of(each)) for each in involved(own, first=since, last=request.today)]
    by_kind = {kind: Counter(spread for own_kind, spread in found if own_kind == kind) for kind in Omraade}
    return [Among(f"{kind.label}", counts, None) for kind, counts in by_kind.items() if counts]


urlpatterns = [path("min-belastning/", min_belastning, name="min-belastning")]
