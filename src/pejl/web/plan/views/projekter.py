"""Which projects and pilots are there, how are they judged, and what was decided about each?"""

from __future__ import annotations

from datetime import date
from typing import Final

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.plan.areas import there
from pejl.web.plan.models import Project, Saving, Trial
from pejl.web.plan.pages import shown
from pejl.web.plan.pilot_paper import DESIGN, pilot_paper, project_facts
from pejl.web.plan.views.files import paper_file

_KEPT: Final = Project.Decision.DRIFT


@needs()
def projekter(request: Request) -> HttpResponse:
    """All of them with how they stand, and the savings that were agreed."""
    strategy = shown(request)
    if strategy is None:
        return render(request, "plan/projekter.html", {"strategy": None})
    rows = there(Project, "-first", "name", strategy=strategy).select_related("area")
    savings = list(there(Saving, "year", "name", strategy=strategy).select_related("strategy"))
    context = {
        "strategy": strategy,
        "projects": [(each, _missing(each, request.today)) for each in rows],
        "savings": savings,
        "agreed": sum(each.agreed or 0 for each in savings),
        "realised": sum(each.realised or 0 for each in savings),
        "untold": sum(each.realised is None for each in savings),
    }
    return render(request, "plan/projekter.html", context)


def _missing(project: Project, today: date) -> str:
    """What somebody must do about it, in a sentence; empty where nothing is missing."""
    if project.decision == _KEPT and not project.kept_by:
        return "Det er overgået til drift, men ingen er skrevet på til at holde det i live."
    if project.last and project.last < today and not project.decision:
        return "Det er sluttet, og ingen har skrevet, hvad der blev besluttet."
    return ""


def _project(key: str) -> Project:
    found: Project | None = there(Project, key=key).select_related("strategy", "area").first()
    if found is None:
        raise Http404
    return found


@needs()
def projekt(request: Request, project: str) -> HttpResponse:
    """One project: what it is for, how it is judged, what was tried, and what was decided."""
    found = _project(project)
    context = {
        "project": found,
        "strategy": found.strategy,
        "facts": project_facts(found),
        "design": [(heading, getattr(found, name)) for heading, name in DESIGN],
        "trials": there(Trial, "-on", project=found).select_related("project"),
        "missing": _missing(found, request.today),
        "handed": found.decision == _KEPT or found.handed_on or found.left_behind or found.kept_by,
    }
    return render(request, "plan/projekt.html", context)


@needs()
def evaluering(request: Request, project: str, fil: str) -> HttpResponse:
    """The judgement of the project as a file."""
    paper = pilot_paper(_project(project), municipality=settings.PEJL_MUNICIPALITY, made_at=request.moment)
    found = paper_file(paper, fil, name="evaluering")
    if found is None:
        raise Http404
    return found


urlpatterns = [
    path("plan/projekter/", projekter, name="projekter"),
    path("plan/projekt/<str:project>/", projekt, name="projekt"),
    path("plan/projekt/<str:project>/evaluering.<str:fil>", evaluering, name="projekt-evaluering"),
]
