"""How do leaders read the log of look-ups, confirm a sample of it, and give a family the log of their child?

The log is for security only. Whoever reads it is written down in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.doors import needs
from pejl.web.access.gate import leads, open_case, visible
from pejl.web.access.log import log
from pejl.web.access.look_ups import (
    led_cases,
    month_asked_for,
    months_back,
    readable,
    told,
    units_of,
)
from pejl.web.access.marks import mark_of, marked
from pejl.web.access.models import Case, LogEntry, LogReview, Unit
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.access.sampling import SAMPLE, Frame, confirm, draw_sample, frame
from pejl.web.access.taking_out import csv_file
from pejl.web.components import short_moment

_PAGE: Final = 100
_MONTHS: Final = 12


# --- the unit's log -------------------------------------------------------------------------------------------


@needs(Right.LOG)
def log_page(request: Request) -> HttpResponse:
    """Who looked at what in the unit's cases, a month at a time."""
    months = months_back(request.today, number=_MONTHS)
    month = month_asked_for(request.GET.get("maaned", ""), among=months)
    entries = readable(request, month=month).order_by("-at", "-pk")
    if act := _asked_for(request.GET.get("handling", ""), among=LogEntry.Act.values):
        entries = entries.filter(act=act)
    names = dict(entries.order_by().values_list("username", "name").distinct())
    if who := _asked_for(request.GET.get("hvem", ""), among=names):
        entries = entries.filter(username=who)
    page = Paginator(entries, _PAGE).get_page(request.GET.get("side"))
    log(request, LogEntry.Act.LOG, detail={"side": "log", "antal": len(page.object_list)})
    cases = visible(request.person, on=request.today, at=request.moment)
    values = {
        "page": page,
        "lines": told(list(page.object_list), cases=cases),
        "months": [(f"{each:%Y-%m}", each) for each in months],
        "acts": LogEntry.Act.choices,
        "names": sorted(names.items(), key=lambda pair: pair[1]),
        "chosen": {"maaned": f"{month:%Y-%m}", "handling": act, "hvem": who},
        "tabs": _tabs(request),
    }
    return render(request, "access/log.html", values)


def _asked_for(text: str, *, among: Iterable[str]) -> str:
    return text if text in among else ""


def _tabs(request: Request) -> list[tuple[str, str, bool]]:
    pages = (("Opslag", reverse("log")), ("Månedens stikprøve", reverse("log-stikproeve")))
    return [(text, url, url == request.path) for text, url in pages]


# --- the monthly sample ---------------------------------------------------------------------------------------


@needs(Right.LOG)
def log_stikproeve(request: Request) -> HttpResponse:
    """The month's sample and its numbers; drawn by a button."""
    months = months_back(request.today, number=_MONTHS + 1)[1:]
    month = month_asked_for(_either(request, "maaned"), among=months)
    units = units_of(request)
    unit = next((each for each in units if str(each.pk) == _either(request, "enhed")), units[0] if units else None)
    if unit is None:
        raise Http404
    if request.method == "POST":
        return _draw(request, month, unit)
    log(request, LogEntry.Act.LOG, detail={"side": "log-stikproeve", "maaned": f"{month:%Y-%m}"})
    reviews = _reviews(request).filter(month=month, unit=unit).select_related("entry").order_by("pk")
    values = {
        "months": [(f"{each:%Y-%m}", each) for each in months],
        "units": [(str(each.pk), each.name) for each in units],
        "chosen": {"maaned": f"{month:%Y-%m}", "enhed": str(unit.pk)},
        "month": month,
        "unit": unit,
        "sample": _sample(request, list(reviews)),
        "size": SAMPLE,
        "tabs": _tabs(request),
        **_numbers(frame(unit, month=month), list(reviews)),
    }
    return render(request, "access/log_sample.html", values)


def _either(request: Request, name: str) -> str:
    return request.POST.get(name, "") or request.GET.get(name, "")


def _draw(request: Request, month: date, unit: Unit) -> HttpResponse:
    try:
        number = draw_sample(month, unit, doing=Doing(by=request.person.user, at=request.moment))
        if number:
            messages.success(request, f"Der er trukket {number} opslag, som skal gennemses.")
        else:
            messages.info(request, "Der er ikke flere opslag at trække i den måned.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return _back(month, unit)


def _back(month: date, unit: Unit) -> HttpResponse:
    return redirect(f"{reverse('log-stikproeve')}?maaned={month:%Y-%m}&enhed={unit.pk}")


def _reviews(request: Request) -> QuerySet[LogReview]:
    """What was drawn in the units this person leads, in cases they may open."""
    units, cases = units_of(request), led_cases(request)
    return LogReview.objects.filter(unit__in=units, entry__case_key__in=cases.values("key"))


def _sample(request: Request, reviews: list[LogReview]) -> list[dict[str, object]]:
    lines = told([each.entry for each in reviews], cases=led_cases(request))
    own = request.person.user.username
    return [
        {"mark": mark_of(review), "review": review, "line": line, "own": review.entry.username == own}
        for review, line in zip(reviews, lines, strict=True)
    ]


def _numbers(found: Frame, reviews: list[LogReview]) -> dict[str, object]:
    """The month in figures; never a figure for a person."""
    acts = Counter(each.act for each in found.all)
    seen = {each.entry.username for each in reviews if each.reviewed_at}
    unseen = {each.name for each in found.all if each.username not in seen}
    return {
        "figures": [
            ("Opslag i enhedens sager", len(found.all)),
            ("Heraf uden tildelt sag (begrundelse, vikar, anden enhed)", len(found.unassigned)),
            *[(f"Heraf »{LogEntry.Act(act).label}«", number) for act, number in sorted(acts.items())],
            ("Medarbejdere, der slog op", len({each.username for each in found.all})),
            ("Trukket til gennemsyn", len(reviews)),
            ("Gennemset", sum(1 for each in reviews if each.reviewed_at)),
            ("Heraf følges op", sum(1 for each in reviews if each.verdict == "foelges_op")),
        ],
        "unseen": sorted(unseen),
    }


@needs(Right.LOG)
def log_gennemse(request: Request) -> HttpResponse:
    """A leader's answer to one of the drawn look-ups."""
    if request.method != "POST":
        return redirect("log-stikproeve")
    review = marked(_reviews(request).select_related("entry", "unit"), mark=request.POST.get("opslag", ""))
    verdict = _asked_for(request.POST.get("resultat", ""), among=("i_orden", "foelges_op"))
    if review is None or not verdict:
        raise Http404
    try:
        note = request.POST.get("bemaerkning", "")[:500]
        confirm(review, verdict=verdict, note=note, doing=Doing(by=request.person.user, at=request.moment))
        messages.success(request, "Opslaget er gennemset.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return _back(review.month, review.unit)


# --- the log of one child -------------------------------------------------------------------------------------


@needs(Right.GIVE_LOG)
def sag_log(request: Request, key: str) -> HttpResponse:
    """Who looked at this child's case, when and why."""
    case = _given(request, key)
    page = Paginator(_of(case), _PAGE).get_page(request.GET.get("side"))
    lines = list(page.object_list)  # read before the next line is written
    log(request, LogEntry.Act.LOG, case=case, why="Leder af enheden")
    return render(request, "access/log_case.html", {"case": case, "page": page, "lines": lines})


@needs(Right.GIVE_LOG)
def sag_log_fil(request: Request, key: str) -> HttpResponse:
    """The same as a file to give to the family, with or without the names of those who looked."""
    case = _given(request, key)
    if request.method != "POST":
        return redirect("sag-log", case.key)
    names = "navne" in request.POST
    log(request, LogEntry.Act.EXPORT, case=case, why="Log udleveret", detail={"side": "sag-log", "navne": str(names)})
    head = ["Tidspunkt", *(["Hvem"] if names else []), "Handling", "Adgang som"]
    rows = [
        [short_moment(each.at), *([each.name] if names else []), each.get_act_display(), each.why]
        for each in _of(case).iterator(chunk_size=2_000)
    ]
    note = [["Loggen bruges kun til sikkerhed.", *[""] * (len(head) - 1)]]
    return csv_file("log-over-opslag", head=head, rows=[*rows, *note])


def _given(request: Request, key: str) -> Case:
    case = open_case(request, key)
    if not leads(request.person, case, right=Right.GIVE_LOG):
        raise Http404
    return case


def _of(case: Case) -> QuerySet[LogEntry]:
    return LogEntry.objects.filter(case_key=case.key).order_by("-at", "-pk")


urlpatterns = [
    path("log/", log_page, name="log"),
    path("log/stikproeve/", log_stikproeve, name="log-stikproeve"),
    path("log/gennemse/", log_gennemse, name="log-gennemse"),
    path("sag/<str:key>/log/", sag_log, name="sag-log"),
    path("sag/<str:key>/log/fil/", sag_log_fil, name="sag-log-fil"),
]
