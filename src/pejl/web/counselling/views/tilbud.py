"""How are the early offers used, do they meet the need, who waits, and what does the leader want to do with each?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.doors import needs
from pejl.web.access.models import new_key
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.views.overblik import visning
from pejl.web.counselling.early import Use, first_grant, of_grants, of_talks
from pejl.web.counselling.forms import JudgementForm
from pejl.web.counselling.judging import Judged, judge
from pejl.web.counselling.models import OfferJudgement
from pejl.web.counselling.offers import OFFER_BY_KEY, OFFERS, RAADGIVNING, Offer
from pejl.web.counselling.talks import first_talk, standing_in

_WRONG: Final = 422
# So many years back one may look.
_YEARS: Final = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One offer in a year; ``use`` is None where this reader may not see the numbers one by one."""

    offer: Offer
    use: Use | None
    judged: OfferJudgement | None
    counted: bool  # False: nobody had begun to write them down that year, so nothing is no nought

    @property
    def told(self) -> str:
        """The newest judgement in words."""
        return OfferJudgement.Verdict(self.judged.verdict).label if self.judged else ""


@needs(Right.OVERVIEW)
def tilbud(request: Request) -> HttpResponse:
    """Every offer in a year, with what was judged of it."""
    year = _year(request)
    judged = list(OfferJudgement.objects.order_by("at", "pk"))
    newest = {each.offer: each for each in judged if each.year == year}
    uses = dict(of_grants(request.person, year=year))
    granted, talked = (_is_in(year, first) for first in (first_grant(request.person), first_talk()))
    lines = [
        Line(each, uses.get(each, Use(waiting=0)), newest.get(each.key), granted)
        for each in OFFERS
        if each != RAADGIVNING
    ]
    context = {
        "lines": [Line(RAADGIVNING, _talks(request, year), newest.get(RAADGIVNING.key), talked), *lines],
        "year": year,
        "years": [(str(each), f"{reverse('tidlige-tilbud')}?aar={each}", each == year) for each in _years(request)],
        "history": [(each, OFFER_BY_KEY.get(each.offer)) for each in reversed(judged)],
        "may_judge": request.person.may(Right.PLAN),
        "pages": visning.pages(request, here="aaben-raadgivning-tal"),
    }
    return render(request, "counselling/tilbud.html", context)


def _is_in(year: int, first: date | None) -> bool:
    return first is not None and first.year <= year


def _talks(request: Request, year: int) -> Use | None:
    """The small numbers of the talks are for those who lead the counsellors."""
    return of_talks(standing_in(year)) if request.person.may(Right.DRILL) else None


def _years(request: Request) -> range:
    return range(request.today.year, request.today.year - _YEARS, -1)


def _year(request: Request) -> int:
    asked = request.GET.get("aar", "")
    return next((each for each in _years(request) if str(each) == asked), request.today.year)


@needs(Right.PLAN)
def vurder(request: Request, offer: str) -> HttpResponse:
    """A new judgement of one offer; those before are kept."""
    found, year = OFFER_BY_KEY.get(offer), _year(request)
    if found is None:
        raise Http404
    form = JudgementForm(request.POST or None, initial={"key": new_key()})
    if request.method == "POST" and form.is_valid():
        try:
            judge(Judged(offer=offer, year=year, **form.cleaned_data), doing=Doing(by=request.user, at=request.moment))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Vurderingen er gemt.")
            return redirect(f"{reverse('tidlige-tilbud')}?aar={year}")
    context = {"form": form, "offer": found, "year": year}
    return render(request, "counselling/vurder.html", context, status=_WRONG if form.errors else 200)


urlpatterns = [
    path("aaben-raadgivning/tilbud/", tilbud, name="tidlige-tilbud"),
    path("aaben-raadgivning/tilbud/<str:offer>/", vurder, name="tidligt-tilbud"),
]
