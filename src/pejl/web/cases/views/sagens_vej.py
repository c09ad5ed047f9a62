"""How does a case stand when it is walked from the first contact to the closing, every missing step named?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, path, reverse

from pejl.web.access.doors import needs
from pejl.web.access.gate import open_case
from pejl.web.access.models import Case
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.duty_line import register_url
from pejl.web.cases.forms.courses import turns_to_parents
from pejl.web.cases.forms.offered import may_register
from pejl.web.cases.views.afslutning import ending_of
from pejl.web.cases.walk import Answer, Standing, Walk, Walked, walked
from pejl.web.cases.walk_steps import STEPS

_PAGE = "vej"
# What stands elsewhere: where the link leads, by the name of the page.
_PLACES: Final = {
    "underret": "Se formularen",
    "vagt": "Se vagten",
    "mine-arbejdslister": "Se dine arbejdslister",
    "noegletal-mod-hinanden": "Se »Tal mod hinanden«",
    "kompetence-virkning": "Se »Hvad førte det til?«",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One answer of a step with the way from it."""

    answer: Answer
    url: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One step with its answers."""

    walk: Walk
    parts: tuple[Part, ...]


@needs(Right.CASES)
def sagens_vej(request: Request, key: str) -> HttpResponse:
    """Every step in order, or only those where something is missing."""
    case = open_case(request, key)
    ending = ending_of(request, case)
    steps = walked(Walked(ending.written, ending.duties, case.closed), STEPS)
    first = bool(ending.duties.first)
    only_gaps = request.GET.get("vis") == "mangler"
    values = {
        "case": case,
        "rows": [_row(request, case, each, first=first) for each in steps if each.gap or not only_gaps],
        "tally": [(each, number) for each in Standing if (number := sum(s.standing is each for s in steps))],
        "gaps": sum(each.gap for each in steps),
        "only_gaps": only_gaps,
        "tabs": [("Alle trin", "?", not only_gaps), ("Kun det, der mangler", "?vis=mangler", only_gaps)],
        "now": request.moment,
    }
    return render(request, "cases/sagens_vej.html", values)


def _row(request: Request, case: Case, walk: Walk, *, first: bool) -> Row:
    return Row(walk=walk, parts=tuple(_part(request, case, each, first=first) for each in walk.shown))


def _part(request: Request, case: Case, answer: Answer, *, first: bool) -> Part:
    """Nothing that turns to the parents is offered before the child's safety has been looked at."""
    kind = answer.registers
    held_back = first and kind is not None and turns_to_parents(kind.key, notifier="")
    if kind and not held_back and may_register(request.person, case, kind):
        url = register_url(case, kind, mark=answer.duty, back=_PAGE)
        return Part(answer=answer, url=url, link=f"Registrér »{kind.label_on(request.today)}«")
    may_see = answer.needs is None or request.person.may(answer.needs)
    return Part(
        answer=answer,
        url=_elsewhere(answer.url_name) if may_see else "",
        link=_PLACES.get(answer.url_name, "Gå dertil"),
    )


def _elsewhere(name: str) -> str:
    """The address, or nothing where this installation has no such page."""
    try:
        return reverse(name) if name else ""
    except NoReverseMatch:
        return ""


urlpatterns = [path("sag/<str:key>/vej/", sagens_vej, name="sagens-vej")]
