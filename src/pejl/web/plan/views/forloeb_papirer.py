"""The account and the development plan as files: what a printer or another body gets."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import path

from pejl.reports import Report
from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.plan.account_paper import account_paper
from pejl.web.plan.development_paper import development_paper
from pejl.web.plan.models import Strategy
from pejl.web.plan.views.files import paper_file
from pejl.web.plan.views.forloeb import course_of


@needs()
def redegoerelse(request: Request, course: str, fil: str) -> HttpResponse:
    """The account as a document of its own."""
    paper = account_paper(course_of(course), municipality=settings.PEJL_MUNICIPALITY, made_at=request.moment)
    return _file(paper, fil)


@needs()
def udviklingsplan(request: Request, plan: str, fil: str) -> HttpResponse:
    """A development plan, in order."""
    found = Strategy.objects.filter(key=plan, removed_at__isnull=True).select_related("replaces").first()
    if found is None:
        raise Http404
    paper = development_paper(found, municipality=settings.PEJL_MUNICIPALITY, made_at=request.moment)
    return _file(paper, fil)


def _file(paper: Report, fil: str) -> HttpResponse:
    found = paper_file(paper, fil, name="papir")
    if found is None:
        raise Http404
    return found


urlpatterns = [
    path("plan/forloeb/<str:course>/redegoerelse.<str:fil>", redegoerelse, name="redegoerelse"),
    path("plan/udviklingsplan/<str:plan>.<str:fil>", udviklingsplan, name="udviklingsplan"),
]
