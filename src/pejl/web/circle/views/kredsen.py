"""Whom does the circle follow, what did it judge, and which totals may others see?"""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.doors import needs
from pejl.web.access.log import log
from pejl.web.access.models import LogEntry, new_key
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.circle.actions import Decided, Judged, assess, disclose, take_in
from pejl.web.circle.forms import AssessForm, DiscloseForm, YoungForm
from pejl.web.circle.models import Assessment, Disclosure, Young
from pejl.web.circle.totals import ages, counted, outside

_WRONG: Final = 422


@needs(Right.CIRCLE)
def ungekredsen(request: Request) -> HttpResponse:
    """The young people, those who are to be looked at again first."""
    newest: dict[int, Assessment] = {}
    for each in Assessment.objects.order_by("on", "pk"):
        newest[each.young_id] = each
    people = list(Young.objects.order_by("name"))
    lines = [(young, newest.get(young.pk)) for young in people if young.ended_on is None]
    lines.sort(key=lambda line: (_review_day(line[1]), line[0].name))
    log(request, LogEntry.Act.LIST, detail={"side": "ungekredsen", "antal": len(people)})
    context = {
        "lines": [(young, last, _is_late(last, request)) for young, last in lines],
        "ended": [young for young in people if young.ended_on],
        "inside": counted(request.today),
        "totals": outside(request.today),
        "ages": ages(request.today),
        "today": request.today,
    }
    return render(request, "circle/ungekredsen.html", context)


def _review_day(last: Assessment | None) -> str:
    return last.review_on.isoformat() if last and last.review_on else ""


def _is_late(last: Assessment | None, request: Request) -> bool:
    return last is None or bool(last.review_on and last.review_on < request.today)


@needs(Right.CIRCLE)
def ung_ny(request: Request) -> HttpResponse:
    """Take a young person in."""
    form = YoungForm(request.POST or None, initial={"key": new_key()})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        doing = Doing(by=request.person.user, at=request.moment)
        try:
            young = take_in(
                told["key"], name=told["navn"], born=told["foedselsaar"], about=told["bekymring"], doing=doing
            )
        except Refused as refusal:
            form.add_error("foedselsaar", str(refusal))
        else:
            return redirect("ung", young=young.key)
    return render(request, "circle/ung_ny.html", {"form": form}, status=_WRONG if form.errors else 200)


@needs(Right.CIRCLE)
def ung(request: Request, young: str) -> HttpResponse:
    """One young person: what was judged, and a new judgement."""
    found = Young.objects.filter(key=young).first()
    if found is None:
        raise Http404
    form = AssessForm(request.POST or None, initial={"key": new_key(), "dag": request.today})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        judged = Judged(
            key=told["key"],
            on=told["dag"],
            outcome=told["udfald"],
            words=told["vurdering"],
            effort=told["indsats"],
            review_on=told["igen"],
        )
        try:
            assess(found, judged, doing=Doing(by=request.person.user, at=request.moment))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Vurderingen er gemt.")
            return redirect("ung", young=found.key)
    log(request, LogEntry.Act.LIST, detail={"side": "ung", "antal": 1})
    context = {"young": found, "assessments": found.assessments.order_by("-on", "-pk"), "form": form}
    return render(request, "circle/ung.html", context, status=_WRONG if form.errors else 200)


@needs(Right.DISCLOSE)
def ungekredsen_tal(request: Request) -> HttpResponse:
    """The totals as others see them, and the decision to let a small one be seen."""
    form = DiscloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        role = request.person.roles_told
        decided = Decided(
            on=request.today, what=told["tal"], allowed=told["maa"] == "ja", why=told["begrundelse"], role=role
        )
        try:
            disclose(decided, doing=Doing(by=request.person.user, at=request.moment))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Beslutningen er gemt.")
            return redirect("ungekredsen-tal")
    context = {
        "form": form,
        "totals": outside(request.today),
        "decisions": Disclosure.objects.order_by("-pk"),
        "today": request.today,
    }
    return render(request, "circle/tal.html", context, status=_WRONG if form.errors else 200)


urlpatterns = [
    path("ungekredsen/", ungekredsen, name="ungekredsen"),
    path("ungekredsen/ny/", ung_ny, name="ung-ny"),
    path("ungekredsen/ung/<str:young>/", ung, name="ung"),
    path("ungekredsen/tal/", ungekredsen_tal, name="ungekredsen-tal"),
]
