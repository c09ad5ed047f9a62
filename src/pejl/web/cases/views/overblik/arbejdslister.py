"""Which worklists are there, how far is each, and what shall a new one be about? And a person's own entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.doors import needs
from pejl.web.access.gate import counted
from pejl.web.access.log import log_list
from pejl.web.access.models import Omraade, Unit, new_key
from pejl.web.access.request import Request
from pejl.web.access.roles import Right, Sees
from pejl.web.cases.forms.worklists import BeginForm
from pejl.web.cases.views.overblik import visning
from pejl.web.cases.worklists import KIND_BY_KEY, KINDS
from pejl.web.cases.worklists.kind import ListKind, Wanted
from pejl.web.cases.worklists.mine import entries_of
from pejl.web.cases.worklists.rows import cases_for, left_on, lists_of, rows_of
from pejl.web.worklists.actions import Begun, begin
from pejl.web.worklists.models import Worklist

_WRONG: Final = 422
_SHOWN: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One list with how far it is."""

    worklist: Worklist
    kind: ListKind
    left: int
    total: int


@needs(Right.OVERVIEW)
def arbejdslister(request: Request) -> HttpResponse:
    """The lists of one's units, and for those who lead them the form that begins one."""
    units = _units(request)
    form = _form(request, units) if units else None
    if request.method == "POST" and form is not None and form.is_valid():
        row = _begun(request, form)
        if row is not None:
            messages.success(request, f"Listen er begyndt med {row.entries.count()} på.")
            return redirect("overblik-arbejdsliste", row.key)
    found = list(lists_of(request.person).order_by("-started_on", "-pk"))
    numbers = left_on(request.person, found)
    lines = [
        Line(worklist=each, kind=KIND_BY_KEY[each.kind], left=left, total=total)
        for each in found
        for left, total in [numbers.get(each.pk, (0, 0))]
    ]
    values = {
        "pages": visning.pages(request, here="overblik-arbejdslister"),
        "form": form,
        "kinds": KINDS,
        "running": [line for line in lines if line.worklist.ended_on is None],
        "ended": [line for line in lines if line.worklist.ended_on is not None],
        "form_open": bool(form and (form.errors or request.GET.get("slags"))),
        "today": request.today,
    }
    return render(request, "cases/overblik/arbejdslister.html", values, status=_WRONG if form and form.errors else 200)


def _units(request: Request) -> list[Unit]:
    """The units the person leads, the highest first."""
    mine = request.person.units(Sees.UNIT, right=Right.ASSIGN)
    order = [Unit.Level.CENTER, Unit.Level.AFDELING, Unit.Level.TEAM]
    return sorted(Unit.objects.filter(pk__in=mine), key=lambda each: (order.index(Unit.Level(each.level)), each.name))


def _form(request: Request, units: list[Unit]) -> BeginForm:
    asked = request.GET.get("slags", "")
    area = Omraade.HANDICAP if request.GET.get("omraade") == Omraade.HANDICAP else Omraade.SOCIAL
    initial = {"key": new_key(), "slags": asked if asked in KIND_BY_KEY else "", "omraade": area}
    return BeginForm(request.POST or None, units=units, today=request.today, initial=initial)


def _begun(request: Request, form: BeginForm) -> Worklist | None:
    said = form.cleaned_data
    kind, unit, omraade = KIND_BY_KEY[said["slags"]], form.units[said["enhed"]], Omraade(said["omraade"])
    months = said["maaneder"] if kind.asks_months else None
    cases = cases_for(request.person, unit, omraade)
    found = kind.finds(cases, Wanted(at=request.moment, months=months))
    by_id = counted(request.person).in_bulk({each.case_id for each in found})
    asked = Begun(
        key=said["key"],
        kind=kind.key,
        unit=unit,
        omraade=omraade,
        months=months,
        title=_title(kind, unit, omraade, months=months),
        target_on=said["maaldag"],
    )
    places = [(by_id[each.case_id], each.thread_id) for each in found]
    try:
        return begin(asked, places, doing=Doing(by=request.person.user, at=request.moment))
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None


def _title(kind: ListKind, unit: Unit, omraade: Omraade, *, months: int | None) -> str:
    area = f", {omraade.label.lower()}" if omraade != Omraade.SOCIAL else ""
    long = f" ({months} måneder)" if months else ""
    return f"{kind.title}{long}, {unit.name}{area}"[:120]


# --- one's own ------------------------------------------------------------------------------------------------


@needs(Right.MIN_DAG)
def mine(request: Request) -> HttpResponse:
    """What waits for the person on the lists, by list: one question for each kind of list, however many."""
    person = request.person
    entries = entries_of(person, on=request.today, at=request.moment)
    rows = [row for kind in KINDS for row in rows_of(kind, entries)]
    rows.sort(key=lambda each: (each.target_on, each.entry.pk))
    log_list(request, "mine-arbejdslister", shown=min(len(rows), _SHOWN))
    values = {"rows": rows[:_SHOWN], "total": len(rows), "today": request.today}
    return render(request, "cases/overblik/mine_arbejdslister.html", values)


urlpatterns = [
    path("overblik/arbejdslister/", arbejdslister, name="overblik-arbejdslister"),
    path("arbejdslister/mine/", mine, name="mine-arbejdslister"),
]
