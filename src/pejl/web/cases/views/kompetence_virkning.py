"""What did it lead to that competence was given back or taken up? For those who see totals (requirement C20)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.web.access.doors import needs
from pejl.web.access.log import log_list
from pejl.web.access.models import Case, Omraade
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.competence_after import FOLLOWED, Grant, Led, Line, led_to, lines
from pejl.web.cases.overview.selection import Selection, cases, openable

_PAGE: Final = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A decision on the page."""

    led: Led
    lines: list[Line]
    opens: bool  # there are cases behind it, and its list is not shown already


@needs(Right.OVERVIEW)
def virkning(request: Request) -> HttpResponse:
    """Each decision with what came before and after it; those who may open cases open one of them to its grants."""
    selection = Selection(omraade=_kind(request))
    found = led_to(cases(request.person, selection), today=request.today)
    chosen = _chosen(request, found)
    values = {
        "kinds": [(each.label, f"?omraade={each.value}", each is selection.omraade) for each in Omraade],
        "omraade": selection.omraade,
        "found": [_shown(request, each, chosen=chosen) for each in found],
        "chosen": chosen,
        "followed": FOLLOWED,
        **(_behind(request, chosen, selection) if chosen else {}),
    }
    return render(request, "cases/kompetence_virkning.html", values)


def _kind(request: Request) -> Omraade:
    """The kind of case asked for; the two are never added up."""
    asked = request.GET.get("omraade", "")
    return Omraade(asked) if asked in Omraade.values else Omraade.SOCIAL


def _chosen(request: Request, found: Iterable[Led]) -> Led | None:
    if not request.person.may(Right.DRILL):
        return None
    asked = request.GET.get("beslutning", "")
    return next((each for each in found if asked == str(each.move.row.pk)), None)


def _shown(request: Request, led: Led, *, chosen: Led | None) -> Shown:
    behind = bool(led.before or led.after)
    opens = behind and led is not chosen and request.person.may(Right.DRILL)
    return Shown(led=led, lines=lines(led) if led.span else [], opens=opens)


def _behind(request: Request, led: Led, selection: Selection) -> dict[str, object]:
    """The grants of one decision in the cases that this person may open, the newest first."""
    told = [*((each, True) for each in led.after), *((each, False) for each in led.before)]
    numbers = {each.case for each, _ in told}
    may_open = openable(request, selection).filter(number__in=numbers).select_related("child")
    by_number = {case.number: case for case in may_open}
    own = sorted(
        ((each, after, by_number[each.case]) for each, after in told if each.case in by_number),
        key=lambda line: (line[0].day, line[0].case),
        reverse=True,
    )
    page: Page[tuple[Grant, bool, Case]] = Paginator(own, _PAGE).get_page(request.GET.get("side"))
    log_list(request, "kompetence-virkning", shown=len(own), filters={"paragraf": led.move.row.measure})
    return {"page": page, "number": len(own)}


urlpatterns = [path("kompetence/virkning/", virkning, name="kompetence-virkning")]
