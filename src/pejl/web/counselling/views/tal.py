"""How much is the open counselling used, for what, and what is asked for that nothing here meets?"""

from __future__ import annotations

from datetime import date

from django.db.models import Min
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.views.overblik import visning
from pejl.web.charted import shown
from pejl.web.counselling import figures
from pejl.web.counselling.models import Talk
from pejl.web.counselling.talks import standing_in
from pejl.web.counselling.values import HJEMMEL


@needs(Right.OVERVIEW)
def tal(request: Request) -> HttpResponse:
    """The numbers of a year. Only those who lead the counsellors see the small ones."""
    leads = request.person.may(Right.DRILL)
    years = _years(request.today)
    year = next((each for each in years if str(each) == request.GET.get("aar")), years[0])
    talks = standing_in(year)
    told = (figures.inside if leads else figures.outside)(talks, year=year, today=request.today)
    drawn = figures.chart(told, year=year, unfinished=leads and year == request.today.year)
    context = {
        "year": year,
        "years": [(str(each), f"{reverse('aaben-raadgivning-tal')}?aar={each}", each == year) for each in years],
        "figures": told,
        "chart": shown(drawn, name="samtaler") if told.periods and told.total.number != 0 else None,
        "unmet": figures.unmet(talks) if leads else [],
        "leads": leads,
        "registers": request.person.may(Right.INTAKE),
        "law": HJEMMEL,
        "pages": visning.pages(request, here="aaben-raadgivning-tal"),
    }
    return render(request, "counselling/tal.html", context)


def _years(today: date) -> list[int]:
    """This year and back to the first talk, the newest first."""
    first: date | None = Talk.objects.aggregate(first=Min("day"))["first"]
    return list(range(today.year, min(first.year if first else today.year, today.year) - 1, -1))


urlpatterns = [path("aaben-raadgivning/tal/", tal, name="aaben-raadgivning-tal")]
