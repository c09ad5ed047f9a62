"""What do we want with one focus area, what do we do about it, how can it be seen, and what do people tell?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.plan.areas import Voice, area_of, by_level, can_be_seen, in_focus, newest, voices
from pejl.web.plan.models import Effect, Judgement


@dataclass(frozen=True, slots=True)
class Shown:
    """An effect with what it is seen by, its judgements and the experiences, as the page tells them."""

    effect: Effect
    seen: bool
    judged: Judgement | None
    earlier: list[Judgement]
    voices: list[Voice]


@needs()
def omraade(request: Request, area: str) -> HttpResponse:
    """One focus area."""
    found = area_of(area)
    if found is None:
        raise Http404
    levels = [(level.label, [_shown(each) for each in level.effects]) for level in by_level(found.effects.all())]
    context = {
        "area": found,
        "strategy": found.strategy,
        "asked": f"?strategi={found.strategy.key}",
        "levels": levels,
        "may_write": request.person.may(Right.PLAN),
        "focus": in_focus(found, request.today),
        "unseen": sum(not each.seen for _, effects in levels for each in effects),
    }
    return render(request, "plan/omraade.html", context)


def _shown(effect: Effect) -> Shown:
    return Shown(effect, can_be_seen(effect), newest(effect), effect.judged_as[1:], voices(effect))


urlpatterns = [path("plan/omraade/<str:area>/", omraade, name="plan-omraade")]
