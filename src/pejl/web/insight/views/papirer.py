"""Which papers are there, and how is one begun?"""

from __future__ import annotations

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.actions import Doing
from pejl.web.access.doors import needs
from pejl.web.access.log import log_list
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.insight.models import Paper, PaperEdition
from pejl.web.insight.papers.forms import NewPaperForm
from pejl.web.insight.papers.templates import TEMPLATES
from pejl.web.insight.papers.writing import NewPaper, begin
from pejl.web.insight.units import Units, of_person
from pejl.web.plan.pages import shown

_WRONG = 422
_ON_A_PAGE = 25


@needs(Right.PLAN)
def papirer(request: Request) -> HttpResponse:
    """Those of the units whose figures this person may see: the drafts, and the editions."""
    papers = Paper.objects.filter(unit__in=request.person.overview_units).order_by("-until", "-made_at", "-pk")
    # What an edition says is long, and the lists tell only of its number.
    editions = PaperEdition.objects.defer("content", "figures").order_by("number")
    papers = papers.select_related("unit").prefetch_related(Prefetch("editions", editions))
    open_ones = list(papers.exclude(state=Paper.State.FRIGIVET))
    page = Paginator(papers.filter(state=Paper.State.FRIGIVET), _ON_A_PAGE).get_page(request.GET.get("side"))
    rows = [*open_ones, *page]
    for each in rows:
        each.kind = TEMPLATES[each.template].kind.danish if each.template in TEMPLATES else "Papir"  # type: ignore[attr-defined]  # told on the page
    log_list(request, "papirer", shown=len(rows))
    context = {
        "drafts": [each for each in open_ones if each.state in {Paper.State.KLADDE, Paper.State.SENDT}],
        "approved": [each for each in open_ones if each.state == Paper.State.GODKENDT],
        "released": list(page),
        "page": page,
    }
    return render(request, "insight/papirer/papirer.html", context)


@needs(Right.PLAN)
def papir_nyt(request: Request) -> HttpResponse:
    """Begin one from a template."""
    units = Units()
    form = NewPaperForm(request.POST or None, units=of_person(request.person, units), today=request.today)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        new = NewPaper(
            key=told["key"],
            template=told["skabelon"],
            title=told["titel"],
            unit=units.by_pk[int(told["enhed"])],
            omraade=told["omraade"],
            strategy=shown(request),
            body=told["udvalg"],
            meeting_on=told["moededag"],
            since=told["siden"],
            until=told["til"],
        )
        doing = Doing(by=request.person.user, at=request.moment)
        return redirect("papir", begin(new, municipality=settings.PEJL_MUNICIPALITY, doing=doing).key)
    templates = [each for each in TEMPLATES.values() if each.source]
    context = {"form": form, "templates": templates}
    return render(request, "insight/papirer/nyt.html", context, status=_WRONG if form.errors else 200)


urlpatterns = [
    path("papirer/", papirer, name="papirer"),
    path("papirer/nyt/", papir_nyt, name="papir-nyt"),
]
