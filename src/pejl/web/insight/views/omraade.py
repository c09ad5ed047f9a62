"""What shows that a focus area's effects come: figures, experiences, goals and judgements beside each other?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.indicators import Indicator, latest
from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.insight.asking import Asked, asked
from pejl.web.insight.figures import Newest, indicator_of, newest, newest_run, stored
from pejl.web.insight.goals import Progress, progress
from pejl.web.insight.periods import ended, written
from pejl.web.insight.units import counted
from pejl.web.plan.areas import Voice, area_of, by_level, can_be_seen, in_focus, voices
from pejl.web.plan.areas import newest as newest_judgement
from pejl.web.plan.models import Effect, Evidence, Judgement

_BACK: Final = 8  # periods that the trend looks back on, and the one that runs


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that shows the effect."""

    indicator: Indicator
    evidence: Evidence
    newest: Newest


@dataclass(frozen=True, slots=True)
class Row:
    """An effect with all that shows it."""

    effect: Effect
    seen: bool
    figures: list[Figure]
    other: list[Evidence]
    voices: list[Voice]
    judged: Judgement | None
    goals: bool


@needs(Right.OVERVIEW)
def omraade(request: Request, area: str) -> HttpResponse:
    """One focus area, effect by effect."""
    found = area_of(area)
    if found is None:
        raise Http404
    question = asked(request)
    told = _figures(request, question, found.effects.all())
    levels = [(each.label, [_row(effect, told) for effect in each.effects]) for each in by_level(found.effects.all())]
    rows = [row for _, own in levels for row in own]
    values = {
        "area": found,
        "form": question.form,
        "query": question.query,
        "whose": question.whose,
        "levels": levels,
        "unseen": [row.effect for row in rows if not row.seen],
        "focus": in_focus(found, request.today),
        "goals": _goals(request, question) if any(row.goals for row in rows) else None,
        "run": newest_run(),
        "drills": request.person.may(Right.DRILL),
        "period": _period(request, question),
    }
    return render(request, "insight/omraade.html", values, status=question.status)


def _period(request: Request, question: Asked) -> str:
    return written(ended(question.whose.per, today=request.today)) if question.whose else ""


def _figures(request: Request, question: Asked, effects: Iterable[Effect]) -> dict[str, Newest]:
    """The newest figure of every indicator the effects point to; by its key."""
    keys = {e.subject for effect in effects for e in effect.seen_by if e.kind == Evidence.Kind.INDIKATOR}
    whose = question.whose
    if whose is None:
        return {}
    period = ended(whose.per, today=request.today)
    since = latest(whose.per, day=request.today, number=_BACK)[0].first
    series = stored(whose, since=since, indicators=keys or {""})
    known = [found for key in keys if (found := indicator_of(key))]
    return {each.key: newest(each, series.get(each.key), period=period) for each in known}


def _row(effect: Effect, told: dict[str, Newest]) -> Row:
    evidence = effect.seen_by
    figures = [
        Figure(found, each, told[found.key])
        for each in evidence
        if each.kind == Evidence.Kind.INDIKATOR and (found := indicator_of(each.subject)) and found.key in told
    ]
    return Row(
        effect=effect,
        seen=can_be_seen(effect),
        figures=figures,
        # A figure Pejl no longer has is said to be gone.
        other=[each for each in evidence if each.kind != Evidence.Kind.INDIKATOR or not indicator_of(each.subject)],
        voices=voices(effect),
        judged=newest_judgement(effect),
        goals=any(each.kind == Evidence.Kind.PLANMAAL for each in evidence),
    )


def _goals(request: Request, question: Asked) -> Progress | None:
    whose = question.whose
    if whose is None:
        return None
    cases = counted(request.person, question.units, whose.unit).filter(omraade=whose.omraade)
    return progress(cases, today=request.today)


urlpatterns = [path("noegletal/omraade/<str:area>/", omraade, name="noegletal-omraade")]
