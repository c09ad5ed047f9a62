"""How is a draft written in, drawn again, sent, sent back, approved, and taken along as a file?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST

from pejl.reports import Report
from pejl.reports.html import parts_as_html
from pejl.web.access.actions import Doing, Refused
from pejl.web.access.doors import needs
from pejl.web.access.log import log
from pejl.web.access.models import LogEntry
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.insight.models import Paper, PaperPart
from pejl.web.insight.papers.approving import Disclosure, approve, disclose, open_again, send, send_back
from pejl.web.insight.papers.composing import DRAFT, Draft, draft_of, drawn_parts, missing, report_of
from pejl.web.insight.papers.forms import DisclosureForm, SendBackForm, WordsForm
from pejl.web.insight.papers.parts import Filled
from pejl.web.insight.papers.shortened import shortened
from pejl.web.insight.papers.small import Small, small_in
from pejl.web.insight.papers.writing import Overtaken, draw_again, write
from pejl.web.insight.views.udgave import file_of

_WRONG, _OVERTAKEN = 422, 409
_TOLD_AT_MOST = 12


def paper_or_404(request: Request, key: str) -> Paper:
    """A paper of a unit whose figures this person may see; everything else is not there."""
    found: Paper | None = (
        Paper.objects.filter(key=key, unit__in=request.person.overview_units).select_related("unit", "strategy").first()
    )
    if found is None:
        raise Http404
    return found


def _doing(request: Request) -> Doing:
    return Doing(by=request.person.user, at=request.moment)


# --- the draft ------------------------------------------------------------------------------------------------


@needs(Right.PLAN)
def papir(request: Request, paper: str) -> HttpResponse:
    """The draft, part by part: what was drawn, and people's words beneath."""
    found = paper_or_404(request, paper)
    draft = draft_of(found)
    form = WordsForm(request.POST or None, draft=draft)
    if request.method != "POST" or not form.is_valid():
        return _page(request, draft, form, status=_WRONG if form.errors else 200)
    try:
        write(found, form.words(), seen=form.cleaned_data["seen"], doing=_doing(request))
        _and_then(request, found)
    except Refused as refusal:
        return _refused(request, paper_or_404(request, paper), refusal)
    return redirect("papir", paper)


def _refused(request: Request, paper: Paper, refusal: Refused) -> HttpResponse:
    """Why not, with what was typed. What was kept before the refusal is kept, and counts as seen."""
    overtaken, draft = isinstance(refusal, Overtaken), draft_of(paper)
    typed = request.POST.copy()
    if not overtaken:
        typed["seen"] = str(paper.saved)
    form = WordsForm(typed, draft=draft)
    form.full_clean()
    form.add_error(None, str(refusal))
    return _page(request, draft, form, status=_OVERTAKEN if overtaken else _WRONG)


def _and_then(request: Request, paper: Paper) -> None:
    """What the button said, after the words are kept."""
    doing = _doing(request)
    match request.POST.get("goer"):
        case "hent":
            told = draw_again(paper, municipality=settings.PEJL_MUNICIPALITY, doing=doing)
            messages.success(request, "Tallene og teksten fra planen er hentet igen.")
            for line in told[:_TOLD_AT_MOST] or ["Intet er ændret siden sidst."]:
                messages.info(request, line)
        case "send":
            send(paper, doing=doing)
            messages.success(request, "Papiret er sendt til godkendelse.")
        case _:
            messages.success(request, "Gemt.")


def _page(request: Request, draft: Draft, form: WordsForm, *, status: int = 200, **more: Any) -> HttpResponse:
    found = draft.paper
    small = small_in(draft)
    context = {
        "paper": found,
        "template": draft.template,
        "form": form,
        "parts": [_Shown(draft, part, form) for part in draft.parts],
        "missing": missing(draft),
        "problem": draft.problem,
        "small": small,
        "may_disclose": request.person.may(Right.DISCLOSE) and found.state in {Paper.State.KLADDE, Paper.State.SENDT},
        "disclosures": list(found.disclosures.order_by("pk")),
        "editions": list(found.editions.defer("content", "figures").order_by("-number")),
        "may_approve": request.person.may(Right.APPROVE),
        "own": found.sent_username == request.person.user.username,
        "is_draft": found.state == Paper.State.KLADDE,
        "is_sent": found.state == Paper.State.SENDT,
        **more,
    }
    return render(request, "insight/papirer/papir.html", context, status=status)


class _Shown:
    """A part on the page: its number for the address, what was drawn, and the field people write in."""

    def __init__(self, draft: Draft, part: PaperPart, form: WordsForm) -> None:
        spec = draft.template.spec.get(part.spec)
        self.heading, self.part = part.heading, part
        self.is_decision = bool(spec and spec.filled is Filled.DECISION)
        self.field = form[form.names[part.spec]] if part.spec in form.names else None
        # True numbers: whoever is here sees the unit's figures.
        report = Report(
            title="",
            municipality="",
            made_at=draft.paper.made_at,
            parts=tuple(shortened(drawn_parts(part, None))),
        )
        self.drawn = parts_as_html(report, level=3, name=f"del-{part.number}")


# --- steps ----------------------------------------------------------------------------------------------------


def _step(request: Request, paper: Paper, do: Callable[[], object], said: str) -> HttpResponse:
    try:
        do()
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)
    return redirect("papir", paper.key)


@needs(Right.APPROVE)
@require_POST
def papir_godkend(request: Request, paper: str) -> HttpResponse:
    """Freeze it as an edition."""
    found, municipality, seen = paper_or_404(request, paper), settings.PEJL_MUNICIPALITY, request.POST.get("seen", "")
    try:
        edition = approve(found, municipality=municipality, doing=_doing(request), seen=seen)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("papir", found.key)
    messages.success(request, f"Udgave {edition.number} er godkendt. Den kan altid læses, som den står nu.")
    return redirect("papir-udgave", edition.key)


@needs(Right.APPROVE)
def papir_tilbage(request: Request, paper: str) -> HttpResponse:
    """Not approved, with the reason."""
    found = paper_or_404(request, paper)
    form = SendBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        why, said = form.cleaned_data["hvorfor"], "Papiret er sendt tilbage."
        return _step(request, found, lambda: send_back(found, why=why, doing=_doing(request)), said)
    context = {"paper": found, "form": form}
    return render(request, "insight/papirer/tilbage.html", context, status=_WRONG if form.errors else 200)


@needs(Right.PLAN)
@require_POST
def papir_genaabn(request: Request, paper: str) -> HttpResponse:
    """A draft again."""
    found = paper_or_404(request, paper)
    return _step(request, found, lambda: open_again(found, doing=_doing(request)), "Papiret er en kladde igen.")


@needs(Right.DISCLOSE)
def papir_lille_tal(request: Request, paper: str) -> HttpResponse:
    """Decide that a small number may be shown, with a reason that stands in the paper."""
    found = paper_or_404(request, paper)
    hidden = {each.cell: each for each in small_in(draft_of(found)) if each.hidden}
    cells = [(cell, f"{each.told}: {each.truth}") for cell, each in hidden.items()]
    form = DisclosureForm(request.POST or None, cells=cells)
    if request.method == "POST" and form.is_valid():
        try:
            disclose(found, _disclosure(request, hidden[form.cleaned_data["tal"]], form), doing=_doing(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Tallet vises i papiret, og beslutningen er skrevet i loggen.")
            return redirect("papir", found.key)
    context = {"paper": found, "form": form, "cells": cells}
    return render(request, "insight/papirer/lille_tal.html", context, status=_WRONG if form.errors else 200)


def _disclosure(request: Request, small: Small, form: DisclosureForm) -> Disclosure:
    return Disclosure(
        key=form.cleaned_data["key"],
        cell=small.cell,
        told=small.told,
        number=small.number,
        reason=form.cleaned_data["hvorfor"],
        role=request.person.roles_told,
    )


@needs(Right.PLAN)
def papir_fil(request: Request, paper: str, fil: str) -> HttpResponse:
    """The draft as a file: for a body outside the line without its small numbers, since a file travels."""
    found = paper_or_404(request, paper)
    draft = draft_of(found)
    if draft.problem:
        # The page says why, and shows the numbers to those inside the line only.
        messages.error(request, draft.problem)
        return redirect("papir", found.key)
    report = report_of(draft, municipality=settings.PEJL_MUNICIPALITY, made_at=request.moment, version=DRAFT)
    answer = file_of(report, fil)
    log(request, LogEntry.Act.EXPORT, detail={"side": "papir", "papir": found.key, "slags": fil})
    return answer


urlpatterns = [
    path("papirer/<str:paper>/", papir, name="papir"),
    path("papirer/<str:paper>/godkend/", papir_godkend, name="papir-godkend"),
    path("papirer/<str:paper>/tilbage/", papir_tilbage, name="papir-tilbage"),
    path("papirer/<str:paper>/genaabn/", papir_genaabn, name="papir-genaabn"),
    path("papirer/<str:paper>/lille-tal/", papir_lille_tal, name="papir-lille-tal"),
    path("papirer/<str:paper>/fil/<str:fil>/", papir_fil, name="papir-fil"),
]
