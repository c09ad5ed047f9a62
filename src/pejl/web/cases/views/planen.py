"""What is the child's plan, what are the goals, and how is it going with each? And a paper to give the family."""

from __future__ import annotations

from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl import events as e
from pejl.web.access.doors import needs
from pejl.web.access.gate import open_case
from pejl.web.access.models import Case
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.duties import Asked, Duty, duties_of
from pejl.web.cases.forms.offered import may_register
from pejl.web.cases.goals import MANY, goals_of, plan_of
from pejl.web.cases.models import DeadlineRow
from pejl.web.cases.people import child_of
from pejl.web.cases.voice import unsafe
from pejl.web.cases.written import Written, written_in

_RULES: Final = "plan."


@needs(Right.CASES)
def planen(request: Request, key: str) -> HttpResponse:
    """The plan; asked for as a paper, the goals alone in plain words."""
    case = open_case(request, key)
    written, child = written_in(request, case), child_of(case)
    goals = goals_of(written)
    running = [each for each in goals if not each.over]
    values: dict[str, object] = {
        "case": case,
        "child": child,
        "plan": plan_of(written, born=child.born if child else None),
        "running": running,
        "over": [each for each in goals if each.over],
        "too_many": len(running) > MANY,
        "passed_over": [each for each in running if each.passed_over],
        "follow_up": written.latest(e.OPFOELGNING_HOLDT),
        "reader": written.reader,
        "today": request.today,
        "now": request.moment,
    }
    if request.GET.get("udgave") == "familien":
        if unsafe(written.events):
            # What the child said is not handed to parents who were suspected (as on Barnets spor).
            values |= {"running": [each for each in running if not each.by_child], "unsafe": True}
        return render(request, "cases/planen_familien.html", values)
    values["duties"] = _duties(request, case, written)
    values["may_register"] = may_register(request.person, case, e.MAAL_AFTALT)
    return render(request, "cases/planen.html", values)


def _duties(request: Request, case: Case, written: Written) -> list[Duty]:
    """What the law still asks for about the plan, and what was late or left out."""
    rows = DeadlineRow.objects.filter(case=case, rule__startswith=_RULES).order_by("pk")
    courses = {thread: each.told for thread, each in written.courses.items()}
    found = duties_of(
        rows, asked=Asked(book=bridge.rulebook(), as_of=request.moment, courses=courses), closed=case.closed
    )
    return list(found.all)


urlpatterns = [path("sag/<str:key>/planen/", planen, name="planen")]
