"""How is an anonymous talk counted in under half a minute, and put right when it was counted wrong?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.doors import needs
from pejl.web.access.models import new_key
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.counselling.actions import CORRECTED_WITHIN, correct, count
from pejl.web.counselling.forms import TalkForm, as_it_was
from pejl.web.counselling.models import Talk
from pejl.web.counselling.talks import standing
from pejl.web.counselling.values import HJEMMEL, NEED, THEMES, WHO
from pejl.web.handbook.cited import FAGPERSONERS_PLIGT

_WRONG: Final = 422
_MOST: Final = 100  # of the last fortnight's talks that are listed


@dataclass(frozen=True, slots=True)
class Line:
    """A talk as it is found again by whoever counted it."""

    talk: Talk
    who: str
    themes: str
    need: str


@needs(Right.INTAKE)
def raadgivning(request: Request) -> HttpResponse:
    """The form; and the last fortnight's talks, which can still be put right."""
    form = TalkForm(request.POST or None, initial={"key": new_key(), "day": request.today})
    if request.method == "POST" and form.is_valid():
        try:
            count(form.told, doing=Doing(by=request.user, at=request.moment))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Samtalen er talt med. Der er ikke skrevet noget om, hvem det var.")
            return redirect("aaben-raadgivning")
    since = request.today - CORRECTED_WITHIN
    talks = standing().filter(day__gte=since).order_by("-day", "key")[:_MOST]
    context = {
        "form": form,
        "lines": [_line(talk) for talk in talks],
        "days": CORRECTED_WITHIN.days,
        "sees_figures": request.person.may(Right.OVERVIEW),
        "law": HJEMMEL,
        "duty": FAGPERSONERS_PLIGT,
    }
    return render(request, "counselling/raadgivning.html", context, status=_WRONG if form.errors else 200)


def _line(talk: Talk) -> Line:
    themes = "; ".join(THEMES.told(each).lower() for each in talk.themes)
    return Line(talk, WHO.told(talk.who), themes, NEED.told(talk.need))


@needs(Right.INTAKE)
def ret(request: Request, talk: str) -> HttpResponse:
    """A row that takes the other's place; one that is too old to be put right is not there."""
    if Talk.objects.filter(key=request.POST.get("key", ""), replaces=talk).exists():
        return redirect("aaben-raadgivning")  # a double click
    found = standing().filter(key=talk, day__gte=request.today - CORRECTED_WITHIN).first()
    if found is None:
        raise Http404
    form = TalkForm(request.POST or None, initial={"key": new_key(), **as_it_was(found)}, correcting=True)
    if request.method == "POST" and form.is_valid():
        try:
            correct(found, form.told, doing=Doing(by=request.user, at=request.moment))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Samtalen er rettet. Den gamle række er gemt, men tæller ikke med.")
            return redirect("aaben-raadgivning")
    return render(request, "counselling/ret.html", {"form": form}, status=_WRONG if form.errors else 200)


urlpatterns = [
    path("aaben-raadgivning/", raadgivning, name="aaben-raadgivning"),
    path("aaben-raadgivning/ret/<str:talk>/", ret, name="aaben-raadgivning-ret"),
]
