"""What was the figure with what we knew on a day, and what is it with what we know now?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import path

from pejl.dates import FIRST_DAY, end_of_day
from pejl.indicators import NOT_COUNTED, Indicator, Per, told
from pejl.tables import Series
from pejl.web.access.doors import needs
from pejl.web.access.forms import Day
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.insight.asking import asked
from pejl.web.insight.figures import Whose, indicator_of, whole
from pejl.web.insight.periods import ended, per_of, read, written
from pejl.web.insight.reruns import Compared, compared

_NO_PERIOD: Final = "Perioden kan ikke læses. Skriv den som 2026-03 for en måned eller 2026-K1 for et kvartal."


class DengangForm(forms.Form):
    """The day whose knowledge is asked for, and the period the figure is of."""

    kendt = Day("Med det, vi vidste den", hint="Ved dagens slutning. Fx den dag, tallet blev offentliggjort.")
    periode = forms.CharField(
        label="Periode",
        required=False,
        max_length=10,
        help_text="Fx 2026-03 eller 2026-K1. Lad feltet stå tomt for den seneste, der var slut den dag.",
    )

    def __init__(self, data: QueryDict, *, today: date) -> None:
        filled = data.copy()
        # The newest month that has ended.
        filled.setdefault("kendt", str(ended(Per.MONTH, today=today).last))
        super().__init__(filled)
        self._today = today

    def clean_kendt(self) -> date:
        """A day that has ended."""
        day: date = self.cleaned_data["kendt"]
        if not FIRST_DAY <= day < self._today:
            raise forms.ValidationError(f"Vælg en dag, der er gået, og som ikke ligger før {FIRST_DAY.year}.")
        return day

    def clean_periode(self) -> str:
        """A period that has a name."""
        text = str(self.cleaned_data["periode"])
        if text and read(text) is None:
            raise forms.ValidationError(_NO_PERIOD)
        return text


@needs(Right.OVERVIEW)
def dengang(request: Request, indicator: str) -> HttpResponse:
    """Both numbers, and the difference in words."""
    found = indicator_of(indicator)
    if found is None:
        raise Http404
    question, form = asked(request), DengangForm(request.GET, today=request.today)
    values: dict[str, Any] = {"indicator": found, "form": question.form, "own_form": form, "query": question.query}
    valid = form.is_valid()
    if question.whose is None or not valid:
        return render(request, "insight/dengang.html", values, status=422)
    if "kendt" not in request.GET:
        # Every case is read twice for it: not before somebody has chosen the day.
        return render(request, "insight/dengang.html", values | {"not_asked": True})
    day = form.cleaned_data["kendt"]
    chosen = read(form.cleaned_data["periode"])
    period = chosen or ended(question.whose.per, today=day + timedelta(days=1))
    whose = Whose(unit=question.whose.unit, omraade=question.whose.omraade, per=per_of(period))
    result = compared(found, whose, periods=(period,), known_at=end_of_day(day), now=request.moment)
    values |= {"whose": whose, "period": period, "written": written(period), "day": day}
    return render(request, "insight/dengang.html", values | _told(found, result))


def _told(indicator: Indicator, result: Compared) -> dict[str, object]:
    return {
        "result": result,
        "then": _words(indicator, result.then),
        "now": _words(indicator, result.now),
        "parts": _parts(indicator, result),
    }


def _words(indicator: Indicator, series: Series) -> str:
    points = whole(series)
    return told(indicator, points[0]) if points else NOT_COUNTED


def _parts(indicator: Indicator, result: Compared) -> list[tuple[str, str, str]]:
    """Each part of the figure, then and now, where it has any."""
    then, now = ({p.group: p for p in series.points if p.group} for series in (result.then, result.now))
    labels = indicator.label_of
    return [
        (label, told(indicator, then[key]), told(indicator, now[key]))
        for key, label in labels.items()
        if key in then and key in now and (then[key].counted or now[key].counted)
    ]


urlpatterns = [path("noegletal/<str:indicator>/dengang/", dengang, name="noegletal-dengang")]
