"""What are we doing, how far has each action come, and what waits? And one action with all that belongs to it."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.doors import needs
from pejl.web.access.forms import Day, Reason
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.plan.going import blocked, load_of, still_waits, waits_told
from pejl.web.plan.holding import Pause, put_on_hold, take_up
from pejl.web.plan.models import Action, Dependency, Strategy
from pejl.web.plan.pages import shown

_ON_A_PAGE: Final = 25
_WRONG: Final = 422
# Shown first: what somebody works with or waits for.
_ALIVE: Final = (Action.Stage.I_GANG, Action.Stage.PLANLAGT, Action.Stage.PAA_HOLD)
_ALL: Final = "alle"


@needs()
def handlinger(request: Request) -> HttpResponse:
    """The actions of the strategy, by track or focus area in the order of priority."""
    strategy = shown(request)
    if strategy is None:
        return render(request, "plan/handlinger.html", {"strategy": None})
    every = Action.objects.filter(strategy=strategy, removed_at__isnull=True)
    chosen = request.GET.get("vis", "")
    stages = (chosen,) if chosen in Action.Stage.values else tuple(Action.Stage) if chosen == _ALL else _ALIVE
    found = every.filter(stage__in=stages).select_related("area", "track", "owner")
    groups = ("track__number", "track_id") if strategy.tracks.exists() else ("area__number", "area_id")
    found = found.order_by(*groups, "number", "pk")
    page = Paginator(found, _ON_A_PAGE).get_page(request.GET.get("side"))
    waiting = Dependency.objects.filter(action__in=[each.pk for each in page], removed_at__isnull=True)
    running = every.filter(stage=Action.Stage.I_GANG).only("stage", "profession")
    waits = blocked(list(waiting.select_related("other")))
    context = {
        "strategy": strategy,
        "page": page,
        "lines": [(action, waits.get(action.pk, [])) for action in page],
        "by_track": groups[0] == "track__number",
        "chips": _chips(request, strategy),
        "warnings": load_of(strategy, running).warnings,
    }
    return render(request, "plan/handlinger.html", context)


def _chips(request: Request, strategy: Strategy) -> list[tuple[str, str, bool]]:
    rows = Action.objects.filter(strategy=strategy, removed_at__isnull=True).order_by()
    counts = dict(rows.values_list("stage").annotate(Count("pk")))
    chosen = request.GET.get("vis", "")
    alive = sum(counts.get(stage.value, 0) for stage in _ALIVE)
    of_stage = [(f"{stage.label} ({counts.get(stage.value, 0)})", stage.value) for stage in Action.Stage]
    choices = [(f"Det, vi arbejder med ({alive})", ""), *of_stage, (f"Alle ({sum(counts.values())})", _ALL)]
    kept = f"&strategi={request.GET['strategi']}" if request.GET.get("strategi") else ""
    return [(text, f"?vis={value}{kept}", value == chosen) for text, value in choices]


def _action(key: str) -> Action:
    rows = Action.objects.select_related("strategy", "area", "track", "owner")
    action = rows.filter(key=key).first()
    if action is None:
        raise Http404
    return action


@needs()
def handling(request: Request, row: str) -> HttpResponse:
    """One action: how far, what it waits for, what its owner tells, how it was judged, and where it came from."""
    action = _action(row)
    waits = list(action.waits_for.filter(removed_at__isnull=True).select_related("other"))
    there: dict[str, Any] = {"removed_at__isnull": True}
    context = {
        "action": action,
        "facts": _facts(action),
        "effects": action.effects.filter(**there).select_related("area"),
        "units": action.units.filter(**there).order_by("number", "name"),
        "waits": [(each, waits_told(each), still_waits(each)) for each in waits],
        "holds_up": action.holds_up.filter(**there).select_related("action"),
        "reports": action.reports.filter(**there).order_by("-on", "-pk"),
        "evaluations": action.evaluations.filter(**there).order_by("-on", "-pk"),
        "roll_outs": action.roll_outs.filter(**there).select_related("unit").order_by("unit__number", "unit__name"),
        "pressures": action.pressures.filter(**there),
        "recommendations": action.recommendations.filter(**there).select_related("theme__course"),
        "may_hold": request.person.may(Right.PLAN) and not action.removed_at,
        "on_hold": action.stage == Action.Stage.PAA_HOLD,
    }
    return render(request, "plan/handling.html", context)


def _facts(action: Action) -> list[tuple[str, object]]:
    """What is known; what nobody has written is left out."""
    words = action.strategy
    origin = action.get_origin_display()
    facts: list[tuple[str, object]] = [
        ("Stadie", action.get_stage_display()),
        ("I praksis", action.get_lives_display()),
        (words.focus_word, action.area or ""),
        (words.track_word, action.track or ""),
        ("Ansvarlig", action.owner.name if action.owner else action.owner_words),
        ("Fagligt område", action.profession),
        ("Kommer fra", f"{origin}: {action.origin_words}" if action.origin_words else origin),
    ]
    return [(name, value) for name, value in facts if value]


class HoldForm(forms.Form):
    """Why it waits, and for what."""

    hvorfor = Reason("Hvorfor sættes handlingen på hold?", hint="Mindst en hel sætning. Den kommer med i status.")
    siden = Day("Siden")
    hvem = forms.CharField(
        label="Besluttet af", max_length=200, error_messages={"required": "Skriv, hvem der har besluttet det."}
    )
    indtil = forms.CharField(
        label="Går i gang igen, når",
        help_text="Fx »når den nye chef er tiltrådt«.",
        max_length=300,
        error_messages={"required": "Skriv, hvad der skal ske, før handlingen går i gang igen."},
    )


class AgainForm(forms.Form):
    """Why it goes on."""

    hvorfor = Reason("Hvorfor går handlingen i gang igen?", hint="Mindst en hel sætning.")


@needs(Right.PLAN)
def handling_hold(request: Request, row: str) -> HttpResponse:
    """Put the action on hold, or let it go on."""
    action = _action(row)
    if action.removed_at:
        raise Http404
    on_hold = action.stage == Action.Stage.PAA_HOLD
    initial = {"siden": request.today, "hvem": request.person.name}
    form: forms.Form = AgainForm(request.POST or None) if on_hold else HoldForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        doing = Doing(by=request.person.user, at=request.moment)
        try:
            _hold(action, form, doing=doing)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Gemt: {action.name}")
            return redirect("handling", row=action.key)
    context = {"action": action, "form": form, "on_hold": on_hold}
    return render(request, "plan/handling_hold.html", context, status=_WRONG if form.errors else 200)


def _hold(action: Action, form: forms.Form, *, doing: Doing) -> None:
    told = form.cleaned_data
    if isinstance(form, AgainForm):
        take_up(action, why=told["hvorfor"], doing=doing)
    else:
        pause = Pause(why=told["hvorfor"], since=told["siden"], by=told["hvem"], until=told["indtil"])
        put_on_hold(action, pause, doing=doing)


urlpatterns = [
    path("plan/handlinger/", handlinger, name="handlinger"),
    path("plan/handling/<str:row>/", handling, name="handling"),
    path("plan/handling/<str:row>/hold/", handling_hold, name="handling-hold"),
]
