"""How is an edition read as it was frozen, released, taken back, decided upon, and counted again?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.text import slugify
from django.views.decorators.http import require_POST

from pejl.reports import Report
from pejl.reports.html import as_html
from pejl.reports.typesetting import MissingSign
from pejl.web.access.actions import Doing, Refused
from pejl.web.access.doors import needs
from pejl.web.access.log import log
from pejl.web.access.models import LogEntry
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.insight.models import Paper, PaperEdition
from pejl.web.insight.papers.again import counted_again
from pejl.web.insight.papers.approving import Decided, decide
from pejl.web.insight.papers.composing import frozen
from pejl.web.insight.papers.forms import DecisionForm, TakeBackForm
from pejl.web.insight.papers.releasing import is_released, release, take_back
from pejl.web.plan.views.files import cannot_print

_WRONG: Final = 422
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What stands in the address, and which function of the core makes it; loaded only when it is asked for.
_KINDS: Final[Mapping[str, tuple[str, str, str]]] = MappingProxyType(
    {
        "pdf": ("pejl.reports.pdf", "as_pdf", "application/pdf"),
        "docx": ("pejl.reports.word", "as_word", _WORD),
        "xlsx": ("pejl.reports.excel", "as_excel", _EXCEL),
    }
)


def file_of(report: Report, kind: str) -> HttpResponse:
    """The paper as a file, named by its title; another kind is not there."""
    if kind not in _KINDS:
        raise Http404
    module, function, content_type = _KINDS[kind]
    make: Callable[[Report], bytes] = getattr(import_module(module), function)
    name = slugify(f"{report.title} {report.version}")[:80] or "papir"
    headers = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
    try:
        made = make(report)
    except MissingSign as missing:
        return cannot_print(missing)
    return HttpResponse(made, content_type=content_type, headers=headers)


def edition_or_404(request: Request, key: str) -> PaperEdition:
    """An edition of a unit whose figures this person may see."""
    found: PaperEdition | None = (
        PaperEdition.objects.filter(key=key, paper__unit__in=request.person.overview_units)
        .select_related("paper", "paper__unit")
        .first()
    )
    if found is None:
        raise Http404
    return found


def _doing(request: Request) -> Doing:
    return Doing(by=request.person.user, at=request.moment)


@needs(Right.PLAN)
def papir_udgave(request: Request, edition: str) -> HttpResponse:
    """As it was approved."""
    found = edition_or_404(request, edition)
    context = {
        "edition": found,
        "paper": found.paper,
        "told": as_html(frozen(found)),
        "released": is_released(found),
        "releases": list(found.releases.order_by("at", "pk")),
        "may_release": request.person.may(Right.APPROVE) and found.protected,
        "may_decide": not found.paper.decision and found.paper.state in {Paper.State.GODKENDT, Paper.State.FRIGIVET},
        "may_open": found.paper.state in {Paper.State.GODKENDT, Paper.State.FRIGIVET},
        "form": TakeBackForm(),
    }
    return render(request, "insight/papirer/udgave.html", context)


@needs(Right.PLAN)
def papir_udgave_fil(request: Request, edition: str, fil: str) -> HttpResponse:
    """The edition as a file: the same bytes each time."""
    found = edition_or_404(request, edition)
    answer = file_of(frozen(found), fil)
    log(request, LogEntry.Act.EXPORT, detail={"side": "papir-udgave", "udgave": found.key, "slags": fil})
    return answer


@needs(Right.PLAN)
def papir_samme_tal(request: Request, edition: str) -> HttpResponse:
    """The figures counted again: as known then, and as known now."""
    found = edition_or_404(request, edition)
    again = counted_again(found, now=request.moment)
    context = {
        "edition": found,
        "again": again,
        "kept": all(each.kept for each in again),
        "later": any(each.words for each in again),
    }
    return render(request, "insight/papirer/samme_tal.html", context)


@needs(Right.APPROVE)
@require_POST
def papir_frigiv(request: Request, edition: str) -> HttpResponse:
    """Let everybody read it."""
    found = edition_or_404(request, edition)
    try:
        release(found, doing=_doing(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Udgaven er frigivet. Alle kan læse den uden at logge ind.")
    return redirect("papir-udgave", found.key)


@needs(Right.APPROVE)
def papir_tag_tilbage(request: Request, edition: str) -> HttpResponse:
    """Nobody without a login reads it any more."""
    found = edition_or_404(request, edition)
    form = TakeBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            take_back(found, reason=form.cleaned_data["hvorfor"], doing=_doing(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Udgaven er taget tilbage.")
            return redirect("papir-udgave", found.key)
    context = {"edition": found, "form": form}
    return render(request, "insight/papirer/tag_tilbage.html", context, status=_WRONG if form.errors else 200)


@needs(Right.PLAN)
def papir_beslutning(request: Request, edition: str) -> HttpResponse:
    """Write what the body decided, after the meeting."""
    found = edition_or_404(request, edition)
    form = DecisionForm(request.POST or None, paper=found.paper)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        decided = Decided(words=told["beslutning"], body=told["udvalg"], on=told["dag"])
        try:
            made = decide(found.paper, decided, municipality=settings.PEJL_MUNICIPALITY, doing=_doing(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Beslutningen er skrevet ind.")
            return redirect("papir-udgave", (made or found).key)
    context = {"edition": found, "paper": found.paper, "form": form}
    return render(request, "insight/papirer/beslutning.html", context, status=_WRONG if form.errors else 200)


urlpatterns = [
    path("papirer/udgave/<str:edition>/", papir_udgave, name="papir-udgave"),
    path("papirer/udgave/<str:edition>/fil/<str:fil>/", papir_udgave_fil, name="papir-udgave-fil"),
    path("papirer/udgave/<str:edition>/samme-tal/", papir_samme_tal, name="papir-samme-tal"),
    path("papirer/udgave/<str:edition>/frigiv/", papir_frigiv, name="papir-frigiv"),
    path("papirer/udgave/<str:edition>/tag-tilbage/", papir_tag_tilbage, name="papir-tag-tilbage"),
    path("papirer/udgave/<str:edition>/beslutning/", papir_beslutning, name="papir-beslutning"),
]
