"""What has each unit set out to do under each area, where are the gaps, and how are goals sent in and approved?"""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db.models import Max, Prefetch
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.doors import needs
from pejl.web.access.forms import Reason
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.plan.approving import OPEN, approve, leads, send_back, send_in
from pejl.web.plan.areas import there
from pejl.web.plan.goal_paper import goal_paper, overview_paper
from pejl.web.plan.goals_page import overview, sheets_of
from pejl.web.plan.models import LocalGoal, OutsideGoal, PlanChange, PlanUnit, Strategy
from pejl.web.plan.pages import shown
from pejl.web.plan.rounds import read, without_answers
from pejl.web.plan.views.files import paper_file

_WRONG: Final = 422


@needs()
def maal(request: Request) -> HttpResponse:
    """Units across areas, with how far each goal is, and what is missing."""
    strategy = shown(request)
    if strategy is None:
        return render(request, "plan/maal.html", {"strategy": None})
    own = Prefetch("local_goals", there(LocalGoal, "unit__number", "area__number").select_related("unit"))
    joined = there(OutsideGoal, "body", "number", strategy=strategy).prefetch_related(own)
    context = {"strategy": strategy, "told": overview(without_answers(strategy)), "joined": joined}
    return render(request, "plan/maal.html", context)


@needs()
def maal_enhed(request: Request, unit: str) -> HttpResponse:
    """One unit's goals in the shared template, with every round side by side."""
    return _page(request, _unit(unit))


def _unit(key: str) -> PlanUnit:
    found: PlanUnit | None = there(PlanUnit, key=key).select_related("strategy").first()
    if found is None:
        raise Http404
    return found


def _page(request: Request, unit: PlanUnit, form: forms.Form | None = None) -> HttpResponse:
    plan = read(unit.strategy, words_of=unit)
    goals = plan.goals_of(unit)
    changes = PlanChange.objects.filter(row__in=[each.key for each in goals]).order_by().values_list("row")
    newest = {key: str(newest) for key, newest in changes.annotate(newest=Max("pk"))}
    context = {
        "strategy": unit.strategy,
        "unit": unit,
        "areas": sheets_of(plan, unit, today=request.today, read=newest),
        "follow_ups": [each for each in plan.rounds if each.kind == "opfoelgning"],
        "goals": goals,
        "open": [each for each in goals if each.state in OPEN],
        "leads": leads(request.person, unit),
        "approves": request.person.may(Right.APPROVE),
        "form": form,
    }
    return render(request, "plan/maal_enhed.html", context, status=_WRONG if form is not None else 200)


class StepForm(forms.Form):
    """Which step, with which goal, and as it stood when it was read."""

    goer = forms.ChoiceField(
        label="Skridt",
        choices=[(each, each) for each in ("send", "send_alle", "godkend", "tilbage")],
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Skridtet findes ikke. Brug en af knapperne."),
    )
    maal = forms.CharField(required=False, max_length=32)
    laest = forms.CharField(required=False, max_length=20)


class BackForm(forms.Form):
    """Why a goal is given back."""

    hvorfor = Reason("Hvorfor sendes målet tilbage?", hint="Mindst en hel sætning. Enheden læser den.")


@needs(Right.PLAN)
@require_POST
def maal_skridt(request: Request, unit: str) -> HttpResponse:
    """Send in, approve, or give back."""
    found = _unit(unit)
    form = StepForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form)
    try:
        told = _step(request, found, form.cleaned_data)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, found, form)
    messages.success(request, told)
    return redirect("maal-enhed", unit=found.key)


def _step(request: Request, unit: PlanUnit, sent: dict[str, Any]) -> str:
    doing = Doing(by=request.person.user, at=request.moment)
    if sent["goer"] == "send_alle":
        _refuse_strangers(request, unit)
        open_goals = list(there(LocalGoal, unit=unit, state__in=OPEN))
        return f"{send_in(open_goals, doing=doing)} mål er sendt ind til godkendelse."
    goal = there(LocalGoal, unit=unit, key=sent["maal"]).first()
    if goal is None:
        raise Http404
    if sent["goer"] == "send":
        _refuse_strangers(request, unit)
        send_in([goal], doing=doing)
        return f"Sendt ind til godkendelse: {goal.goal}"
    if not request.person.may(Right.APPROVE):
        raise Http404
    if sent["goer"] == "godkend":
        approve(goal, read=sent["laest"], doing=doing)
        return f"Godkendt: {goal.goal}"
    send_back(goal, why=_why(request), read=sent["laest"], doing=doing)
    return f"Sendt tilbage til {unit.name}: {goal.goal}"


def _refuse_strangers(request: Request, unit: PlanUnit) -> None:
    if not leads(request.person, unit):
        raise Refused(f"Kun de, der leder {unit.name}, kan sende enhedens mål ind. Bed dem gøre det.")


def _why(request: Request) -> str:
    form = BackForm(request.POST)
    if not form.is_valid():
        raise Refused("Skriv i mindst en hel sætning, hvorfor målet sendes tilbage, så enheden kan rette det.")
    return str(form.cleaned_data["hvorfor"])


@needs()
def maal_papir(request: Request, fil: str) -> HttpResponse:
    """The collected overview of all units as a file (N12)."""
    strategy = shown(request)
    if strategy is None:
        raise Http404
    return _file(request, strategy, None, fil)


@needs()
def maal_enhed_papir(request: Request, unit: str, fil: str) -> HttpResponse:
    """One unit's goal sheets as a file (N12)."""
    found = _unit(unit)
    return _file(request, found.strategy, found, fil)


def _file(request: Request, strategy: Strategy, unit: PlanUnit | None, fil: str) -> HttpResponse:
    made: dict[str, Any] = {"municipality": settings.PEJL_MUNICIPALITY, "made_at": request.moment}
    plan = read(strategy)
    paper = goal_paper(unit, plan, **made) if unit else overview_paper(strategy, plan, **made)
    answer = paper_file(paper, fil, name="maal")
    if answer is None:
        raise Http404
    return answer


urlpatterns = [
    path("plan/maal/", maal, name="maal"),
    path("plan/maal/samlet.<str:fil>", maal_papir, name="maal-papir"),
    path("plan/maal/<str:unit>/", maal_enhed, name="maal-enhed"),
    path("plan/maal/<str:unit>/skridt/", maal_skridt, name="maal-skridt"),
    path("plan/maal/<str:unit>/maalark.<str:fil>", maal_enhed_papir, name="maal-enhed-papir"),
]
