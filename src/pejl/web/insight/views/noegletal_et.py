"""What does one figure say over time, what does it mean, and what in the plan is it meant to show?"""

from __future__ import annotations

from typing import Final

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.indicators import Indicator, Per, Period, latest, told
from pejl.tables import Series
from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.insight import drawn
from pejl.web.insight.asking import asked
from pejl.web.insight.by_hand import entered
from pejl.web.insight.figures import Whose, indicator_of, newest, stored, whole
from pejl.web.insight.periods import KEPT, ended, written
from pejl.web.insight.thread import served_by
from pejl.web.insight.units import BOTH, kind_told, kinds_of_case
from pejl.web.insight.views.noegletal import FORCE
from pejl.web.plan.models import Action

_SHOWN: Final = 13  # months: a year, and the same month the year before
_ALL: Final = "alle"
_PERIODS: Final = {Per.MONTH: "måneder", Per.QUARTER: "kvartaler"}
_WHO: Final = (
    "Teamleder, afdelingsleder og centerchef, hver for de enheder, de leder. Centerchefen ser ikke sagerne bag."
)
_OFTEN: Final = "Regnes hver nat, måned for måned og kvartal for kvartal, for de seneste tre år."


@needs(Right.OVERVIEW)
def et(request: Request, indicator: str) -> HttpResponse:
    """One indicator: its chart with a table, its definition, and what it serves."""
    found = indicator_of(indicator)
    if found is None:
        raise Http404
    question = asked(request)
    areas, actions = served_by(found)
    values: dict[str, object] = {
        "indicator": found,
        "form": question.form,
        "query": question.query,
        "areas": areas,
        "actions": actions,
        "no_cause": drawn.NO_CAUSE,
        "pairs": _definition(found),
        "force": FORCE.get(found.rests),
    }
    if question.whose:
        whose = question.whose
        most = KEPT[whose.per]
        shows_all = request.GET.get("vis") == _ALL
        number = most if shows_all else min(_SHOWN, most)
        since = latest(whose.per, day=request.today, number=number)[0].first
        series = stored(whose, since=since, indicators=[found.key]).get(found.key)
        values |= _told(request, found, series, whose) | _charts(found, series, actions)
        values |= {"shows_all": shows_all, "kept": {"vis": _ALL} if shows_all else {}}
        values["all_periods"] = f"{most} {_PERIODS[whose.per]}" if most > _SHOWN else ""
        values["by_hand"] = entered([whose.unit], indicator=found.key)
    return render(request, "insight/et.html", values, status=question.status)


def _told(request: Request, indicator: Indicator, series: Series | None, whose: Whose) -> dict[str, object]:
    period = ended(whose.per, today=request.today)
    both = kinds_of_case(indicator) == (BOTH,)
    return {
        "whose": whose,
        "kind": kind_told(BOTH if both else whose.omraade),
        "both_kinds": both,
        "series": series,
        "newest": newest(indicator, series, period=period),
        "year_before": _year_before(indicator, series, period),
        "periods": _openable(request, series),
    }


def _charts(indicator: Indicator, series: Series | None, actions: list[Action]) -> dict[str, object]:
    if series is None:
        return {}
    chart, groups = drawn.chart_of(indicator, series, actions=actions), drawn.groups_of(indicator, series)
    return {
        "chart": drawn.shown(chart, name="tal") if chart else None,
        "groups": drawn.shown(groups, name="dele") if groups else None,
    }


def _openable(request: Request, series: Series | None) -> list[tuple[str, str]]:
    """The periods whose cases can be listed, the newest first; for those who may."""
    if not request.person.may(Right.DRILL):
        return []
    counted = [each for each in reversed(whole(series)) if each.counted is not None or each.unknown]
    periods = [Period(each.first, each.last) for each in counted]
    return [(written(each), each.name) for each in periods]


def _year_before(indicator: Indicator, series: Series | None, period: Period) -> str:
    """The same period the year before, in words; empty where it was not counted."""
    first = period.first.replace(year=period.first.year - 1)
    found = [each for each in whole(series) if each.first == first and each.counted is not None]
    return told(indicator, found[0]) if found else ""


def _definition(indicator: Indicator) -> list[tuple[str, str]]:
    law = "; ".join(dict.fromkeys(f"{each.act.title} {each.paragraph}".strip() for each in indicator.cites))
    pairs = [
        ("Spørgsmålet", indicator.question),
        ("Det siger tallet", indicator.means),
        ("Sådan tælles det", indicator.how),
        ("Slags tal", indicator.unit.danish),
        ("Hvad er godt", indicator.better.danish),
        ("Hjemmel", law),
        ("Kilde", indicator.source),
        ("Pejlemærker for kvalitet", ", ".join(each.danish for each in indicator.bears_on)),
        ("Definitionens udgave", str(indicator.version)),
        ("Hvem ser det", _WHO),
        ("Hvor tit", _OFTEN),
    ]
    return [(word, words) for word, words in pairs if words]


urlpatterns = [path("noegletal/<str:indicator>/", et, name="noegletal-et")]
