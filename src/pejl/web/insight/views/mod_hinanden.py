"""Which figures are seen against each other, and where did they go opposite ways? A question, never a verdict (C18)."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.indicators import Per, latest
from pejl.indicators.opposite import FEWEST
from pejl.indicators.pairs import PAIRS
from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.insight.asking import asked
from pejl.web.insight.figures import stored
from pejl.web.insight.periods import KEPT
from pejl.web.insight.seen_together import LOOK, shown


@needs(Right.OVERVIEW)
def mod_hinanden(request: Request) -> HttpResponse:
    """Every pair, quarter by quarter unless months are asked for: the counts of a month are most often few."""
    question = asked(request, per=Per.QUARTER)
    values: dict[str, object] = {"form": question.form, "query": question.query, "fewest": FEWEST, "look": LOOK}
    if question.whose:
        whose = question.whose
        since = latest(whose.per, day=request.today, number=KEPT[whose.per])[0].first
        keys = {each.key for pair in PAIRS for each in pair.both}
        series = stored(whose, since=since, indicators=keys)
        values |= {
            "whose": whose,
            "pairs": [shown(pair, series) for pair in PAIRS],
            "opens": request.person.may(Right.DRILL),
        }
    return render(request, "insight/mod_hinanden.html", values, status=question.status)


urlpatterns = [path("noegletal/mod-hinanden/", mod_hinanden, name="noegletal-mod-hinanden")]
