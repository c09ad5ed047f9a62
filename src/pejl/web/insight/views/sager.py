"""Which cases are behind a figure? The very rows it is added up from, for those who may open them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.indicators import Indicator, Period, Unit, Verdict, told
from pejl.tables import Point, Series
from pejl.web.access import gate
from pejl.web.access.doors import needs
from pejl.web.access.log import log_list
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.models import Child
from pejl.web.insight.asking import Asked, asked
from pejl.web.insight.drill import Behind, Line, behind, only
from pejl.web.insight.figures import Whose, indicator_of, stored, whole
from pejl.web.insight.periods import ended, per_of, read, written
from pejl.web.insight.units import BOTH, counted, kinds_of_case

_PAGE: Final = 25
_NO_PERIOD: Final = "Perioden kan ikke læses. Skriv den som 2026-03 for en måned eller 2026-K1 for et kvartal."
# What yes, no and unknown are called in the list, by what sort of figure it is.
_OF_SHARE: Final = {Verdict.YES: "Ja", Verdict.NO: "Nej", Verdict.UNKNOWN: "Kan ikke afgøres"}
_OF_COUNT: Final = {Verdict.YES: "Tæller med", Verdict.NO: "Tæller ikke", Verdict.UNKNOWN: "Kan ikke afgøres"}


@needs(Right.DRILL)
def sager(request: Request, indicator: str) -> HttpResponse:
    """The lines of one period, those to look at first on top."""
    found = indicator_of(indicator)
    if found is None:
        raise Http404
    question = asked(request)
    wanted = request.GET.get("periode", "")
    period = read(wanted) if wanted else _newest_of(question, request)
    values: dict[str, object] = {"indicator": found, "form": question.form, "query": question.query}
    if question.whose is None or period is None:
        return render(request, "insight/sager.html", {**values, "wrong_period": _NO_PERIOD}, status=422)
    values |= _listed(request, found, question, period)
    return render(request, "insight/sager.html", values)


def _newest_of(question: Asked, request: Request) -> Period | None:
    return ended(question.whose.per, today=request.today) if question.whose else None


def _listed(request: Request, indicator: Indicator, question: Asked, period: Period) -> dict[str, object]:
    whose = question.whose
    assert whose  # noqa: S101 -- asked before
    result = _behind(request, indicator, question, whose, period)
    verdict, group = request.GET.get("svar", ""), request.GET.get("gruppe", "")
    verdict = verdict if verdict in set(Verdict) else ""
    group = group if group in indicator.label_of else ""
    lines = list(only(result.lines, verdict=verdict, group=group))
    page = Paginator(lines, _PAGE).get_page(request.GET.get("side"))
    _with_children(page.object_list)
    filters = {"tal": indicator.key, "periode": written(period), "svar": verdict, "gruppe": group}
    log_list(request, "noegletal-sager", shown=len(lines), filters={k: v for k, v in filters.items() if v})
    series = _kept_series(indicator, whose, period)
    kept = next((each for each in whole(series) if each.first == period.first), None)
    return {
        "whose": whose,
        "period": period,
        "figure": _now(indicator, result, kept),
        "kept": told(indicator, kept) if kept else "",
        "counted_at": series.as_of if series else None,
        "page": page,
        "lines": [(line, _words(indicator)[line.verdict], _groups(indicator, line)) for line in page.object_list],
        "number": len(lines),
        "verdicts": _choices(request, indicator, result, chosen=verdict),
        "parts": _parts(request, indicator, result, chosen=group),
        "with_days": indicator.unit is Unit.DAYS,
    }


def _behind(request: Request, indicator: Indicator, question: Asked, whose: Whose, period: Period) -> Behind:
    """Of the cases that are counted and that this person may open."""
    openable = gate.visible(request.person, on=request.today, at=request.moment)
    cases = counted(request.person, question.units, whose.unit).filter(pk__in=openable.values("pk"))
    if kinds_of_case(indicator) != (BOTH,):
        cases = cases.filter(omraade=whose.omraade)
    return behind(indicator, cases, period=period, as_of=request.moment)


def _kept_series(indicator: Indicator, whose: Whose, period: Period) -> Series | None:
    """The figure as it was last counted ahead by today's definition: the list is of now, and may know more."""
    asked_of = Whose(unit=whose.unit, omraade=whose.omraade, per=per_of(period))
    found = stored(asked_of, since=period.first, until=period.first, indicators=[indicator.key]).get(indicator.key)
    return found if found and found.version == indicator.version else None


def _now(indicator: Indicator, result: Behind, kept: Point | None) -> str:
    """The figure of the list; where it found nothing, none is none only if the sources tell of the period."""
    point = result.point
    if point.counted is None and kept and kept.counted is not None:
        point = replace(point, counted=0, out_of=None if kept.out_of is None else 0)
    return told(indicator, point)


def _with_children(lines: Iterable[Line]) -> None:
    """The names for this page, in one question."""
    cases = [case for line in lines for case in line.cases]
    children = Child.objects.filter(case__in=[case.pk for case in cases])
    names = dict(children.values_list("case_id", "name"))
    for case in cases:
        case.named = names.get(case.pk, "")  # type: ignore[attr-defined]  # for the page


def _words(indicator: Indicator) -> dict[Verdict, str]:
    return _OF_SHARE if indicator.unit is Unit.SHARE else _OF_COUNT


def _groups(indicator: Indicator, line: Line) -> str:
    return ", ".join(indicator.label_of[each] for each in indicator.label_of if each in line.groups)


def _choices(request: Request, indicator: Indicator, result: Behind, *, chosen: str) -> list[tuple[str, str, bool]]:
    """Links to each answer, with how many."""
    words = _words(indicator)
    shown = [each for each in Verdict if result.number(each) or each.value == chosen]
    every = ("Alle svar", _with(request, svar=""), not chosen)
    return [
        every,
        *((f"{words[x]} ({result.number(x)})", _with(request, svar=x.value), x.value == chosen) for x in shown),
    ]


def _parts(request: Request, indicator: Indicator, result: Behind, *, chosen: str) -> list[tuple[str, str, bool]]:
    """Links to each part of an indicator that has parts."""
    there = {group for line in result.lines for group in line.groups}
    shown = [(key, label) for key, label in indicator.label_of.items() if key in there or key == chosen]
    if not shown:
        return []
    every = ("Alle dele", _with(request, gruppe=""), not chosen)
    return [every, *((label, _with(request, gruppe=key), key == chosen) for key, label in shown)]


def _with(request: Request, **more: str) -> str:
    query = request.GET.copy()
    query.pop("side", None)
    for name, value in more.items():
        query[name] = value
        if not value:
            del query[name]
    return f"?{query.urlencode()}"


urlpatterns = [path("noegletal/<str:indicator>/sager/", sager, name="noegletal-sager")]
