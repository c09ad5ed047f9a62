"""Which investigations are past their four months, with or without a preliminary assessment, and by how much?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.http import urlencode

from pejl.web.access.doors import needs
from pejl.web.access.log import log_list
from pejl.web.access.models import User
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.overview import investigations
from pejl.web.cases.overview.investigations import Group, Phase
from pejl.web.cases.overview.selection import Selection, cases, duties, openable_duties
from pejl.web.cases.views.overblik import visning
from pejl.web.cases.views.overblik.asking import (
    ChosenField,
    SelectionForm,
    asked,
    framed,
    period_words,
    within,
)
from pejl.web.components import count_of

if TYPE_CHECKING:
    from pejl.web.cases.overview.investigations import Investigation

_PAGE: Final = 25


class UndersoegelserForm(SelectionForm):
    """Period, team, and which of the investigations to list."""

    fase = ChosenField(
        "Hvor langt", none="Alle", wrong="Vælg fra listen.", choices=[(each.value, each.danish) for each in Phase]
    )
    gruppe = ChosenField(
        "Fristen",
        none="Alle over fristen",
        wrong="Vælg fra listen.",
        choices=[(each.value, each.danish) for each in Group],
    )

    def __init__(self, *args: Any, lists: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fra"].help_text = "For afsluttede: måneden, undersøgelsen sluttede i. Fx 2026-03."
        self.fields.pop("underretter", None)
        if not lists:
            del self.fields["fase"], self.fields["gruppe"]


@dataclass(frozen=True, slots=True)
class Row:
    """A phase with its groups."""

    words: str
    cells: list[visning.Cell]
    share: str


@dataclass(frozen=True, slots=True)
class Line:
    """One investigation in the list."""

    row: Investigation
    phase: Phase
    group: Group
    days_over: int
    adviser: str


@needs(Right.OVERVIEW)
def undersoegelser(request: Request) -> HttpResponse:
    """The three groups, how far over, and for leaders the investigations themselves."""
    drills = request.person.may(Right.DRILL)
    question = asked(request, partial(UndersoegelserForm, lists=drills))
    values: dict[str, object] = {
        **framed(request, question),
        "pages": visning.pages(request, here="overblik-undersoegelser"),
        "narrowed": bool(question.form.errors),
    }
    if question.selection:
        values |= _figures(request, question.selection)
        if drills:
            values |= _list(request, question.selection, chosen=question.form.cleaned_data)
    return render(request, "cases/overblik/undersoegelser.html", values, status=question.status)


def _figures(request: Request, selection: Selection) -> dict[str, object]:
    owed, asked_of = duties(request.person, selection), within(request, selection)
    gone = bridge.withdrawn_in(cases(request.person, selection))
    counts, with_plan = investigations.grouped(owed, within=asked_of, gone=gone)
    return {
        "period": period_words(selection),
        "groups": [group.danish for group in Group],
        "rows": list(_rows(request, selection, counts)),
        "steps": investigations.steps_over(investigations.investigations(owed, within=asked_of), today=request.today),
        "with_plan": with_plan,
        "running": sum(number for (phase, _), number in counts.items() if phase is Phase.RUNNING),
        "any": bool(counts),
    }


def _rows(request: Request, selection: Selection, counts: dict[tuple[Phase, Group], int]) -> Iterator[Row]:
    for phase in Phase:
        own = {group: counts.get((phase, group), 0) for group in Group}
        judged = own[Group.IN_TIME] + sum(number for group, number in own.items() if group.over)
        cells = [_cell(request, selection, phase=phase, group=group, number=number) for group, number in own.items()]
        share = "løber endnu" if phase is Phase.RUNNING else count_of(own[Group.IN_TIME], judged)
        yield Row(phase.danish, cells, share if judged else visning.NONE_JUDGED)


def _cell(request: Request, selection: Selection, *, phase: Phase, group: Group, number: int) -> visning.Cell:
    kept = {"fra": selection.first, "til": selection.last, "team": selection.team or "", **visning.kept_kind(selection)}
    query = urlencode({**kept, "fase": phase.value, "gruppe": group.value})
    linked = number and request.person.may(Right.DRILL)
    return visning.Cell(group.danish, number, f"?{query}#liste" if linked else "")


def _list(request: Request, selection: Selection, *, chosen: dict[str, str]) -> dict[str, object]:
    """Those over the limit, unless another group was asked for."""
    groups = [chosen["gruppe"]] if chosen["gruppe"] else [group.value for group in investigations.OVER]
    rows = investigations.investigations(openable_duties(request, selection), within=within(request, selection))
    rows = rows.filter(group__in=groups)
    if chosen["fase"]:
        rows = rows.filter(phase=chosen["fase"])
    listed = investigations.in_order(rows).select_related("case__child", "case__team")
    page = Paginator(listed, _PAGE).get_page(request.GET.get("side"))
    filters = {name: str(value) for name, value in chosen.items() if value}
    log_list(request, "overblik-undersoegelser", shown=page.paginator.count, filters={**filters})
    told = [Phase(chosen["fase"]).danish] if chosen["fase"] else []
    told += [Group(chosen["gruppe"]).danish] if chosen["gruppe"] else ["Over fristen"]
    return {"page": page, "number": page.paginator.count, "told": told, "lines": list(_lines(request, list(page)))}


def _lines(request: Request, rows: list[Investigation]) -> Iterator[Line]:
    initials = {row.case.adviser for row in rows} - {""}
    names = dict(User.objects.filter(initials__in=initials).values_list("initials", "name"))
    for row in rows:
        phase, group = Phase(row.phase), Group(row.group)
        days = investigations.days_over(row, today=request.today) if group.over else 0
        yield Line(row, phase, group, days, names.get(row.case.adviser, row.case.adviser))


urlpatterns = [path("overblik/undersoegelser/", undersoegelser, name="overblik-undersoegelser")]
