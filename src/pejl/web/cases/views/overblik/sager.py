"""Which cases are behind a figure? For those who may open them: what the figure counts, and nothing else."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.core.paginator import Paginator
from django.db.models import F, Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from pejl.dates import local_day
from pejl.rules import Force, Rulebook
from pejl.tables import Status
from pejl.web.access.doors import needs
from pejl.web.access.log import Detail, log, log_list
from pejl.web.access.models import LogEntry, Omraade, StaffDecision, User
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.models import DeadlineRow
from pejl.web.cases.overview.advisers import opened
from pejl.web.cases.overview.book import Entry, entry_of, titles
from pejl.web.cases.overview.holding import Origin, origin
from pejl.web.cases.overview.selection import Selection, openable_duties
from pejl.web.cases.standing import status_at
from pejl.web.cases.views.overblik import visning
from pejl.web.cases.views.overblik.asking import (
    Asked,
    ChosenField,
    MonthField,
    SelectionForm,
    asked,
    framed,
    period_words,
)

if TYPE_CHECKING:
    from pejl.web.cases.overview.holding import Overdue as Listed  # the same two columns: how it stands, whose it was

_PAGE: Final = 25
_UNDATED: Final = "ingen"
FORCES: Final = {Force.LAW: "Lov", Force.GUIDANCE: "Vejledning", Force.LOCAL: "Lokalt mål"}


class _OneMonth(MonthField):
    """A single month, or the duties that have none."""

    def __init__(self) -> None:
        super().__init__("Måned")
        self.widget = forms.HiddenInput()

    def clean(self, value: Any) -> str:
        """»ingen« is the duties without a start."""
        return _UNDATED if value == _UNDATED else super().clean(value)


class SagerForm(SelectionForm):
    """What a figure can have been narrowed to."""

    regel = ChosenField("Pligt", none="Alle pligter", wrong="Vælg en pligt fra listen.")
    status = ChosenField(
        "Hvordan den står",
        none="Alle",
        wrong="Vælg en status fra listen.",
        choices=[(status.value, status.danish) for status in Status],
    )
    slags = ChosenField(
        "Lov eller lokalt mål",
        none="Alle slags",
        wrong="Vælg fra listen.",
        choices=[(str(k), w) for k, w in FORCES.items()],
    )
    udgave = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    arvet = ChosenField(
        "Hvis den er overskredet: hos hvem udløb den",
        none="Alle",
        wrong="Vælg fra listen.",
        choices=[(each.value, each.danish) for each in Origin],
    )
    sager = ChosenField(
        "Sager",
        none="Alle sager",
        wrong="Vælg fra listen.",
        choices=[("aabne", "Åbne sager"), ("lukkede", "Afsluttede sager")],
    )
    maaned = _OneMonth()
    field_order = ("regel", "slags", "status", "fra", "til", "team", "underretter", "sager", "arvet")

    def __init__(self, *args: Any, rules: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chosen("regel").offer(rules.items())

    @property
    def selection(self) -> Selection:
        """One month instead of a period, where one was asked for."""
        month = self.cleaned_data["maaned"]
        plain = super().selection
        return replace(plain, first=month, last=month) if month and month != _UNDATED else plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One duty in the list."""

    row: DeadlineRow
    status: Status
    title: str
    entry: Entry | None
    adviser: str
    days_over: int | None


@needs(Right.DRILL)
def sager(request: Request) -> HttpResponse:
    """The duties behind a figure, those due first on top."""
    book = bridge.rulebook()
    question = _asked(request, book)
    values: dict[str, object] = {**framed(request, question), "pages": visning.pages(request, here="")}
    if question.selection:
        rows = _rows(request, question)
        page = Paginator(rows, _PAGE).get_page(request.GET.get("side"))
        number = page.paginator.count
        log_list(request, "overblik-sager", shown=number, filters=_filters(question))
        values |= {
            "page": page,
            "number": number,
            "lines": list(_lines(page.object_list, book=book, today=request.today)),
            "told": list(_told(question.form)),
            "csv_url": _csv_url(request) if request.person.may(Right.EXPORT) and number else "",
        }
    return render(request, "cases/overblik/sager.html", values, status=question.status)


def _asked(request: Request, book: Rulebook) -> Asked[SagerForm]:
    """Without a period, every month: a figure that was followed names its own."""
    return asked(request, partial(SagerForm, rules=titles(book)), default_period=False)


def _rows(request: Request, question: Asked[SagerForm]) -> QuerySet[Listed]:
    assert question.selection  # noqa: S101 -- only asked once the form is valid
    chosen = question.form.cleaned_data
    period = Q(month="") if chosen["maaned"] == _UNDATED else question.selection.in_period
    rows = openable_duties(request, question.selection).filter(period)
    for column, name in (("rule", "regel"), ("rule_version", "udgave"), ("force", "slags")):
        if chosen[name]:
            rows = rows.filter(**{column: chosen[name]})
    if chosen["sager"]:
        rows = rows.filter(case__closed=chosen["sager"] == "lukkede")
    told = rows.annotate(standing=status_at(request.moment), origin=origin())
    if chosen["status"]:
        told = told.filter(standing=chosen["status"])
    if chosen["arvet"]:
        told = told.filter(origin=chosen["arvet"])
    return told.select_related("case__child", "case__team").order_by(F("due_at").asc(nulls_last=True), "pk")


def _lines(rows: Iterable[Listed], *, book: Rulebook, today: date) -> Iterator[Line]:
    found = list(rows)
    initials = {row.case.adviser for row in found}
    names = dict(User.objects.filter(initials__in=initials).exclude(initials="").values_list("initials", "name"))
    called = titles(book)
    for row in found:
        rule = next((each for each in book.by_key.get(row.rule, ()) if each.version == row.rule_version), None)
        status = Status(row.standing)
        yield Line(
            row=row,
            status=status,
            title=called.get(row.rule, row.rule),
            entry=entry_of(rule) if rule else None,
            adviser=names.get(row.case.adviser, row.case.adviser),
            days_over=_days_over(row, status=status, today=today),
        )


def _days_over(row: DeadlineRow, *, status: Status, today: date) -> int | None:
    """Whole days past due; None for what is not past."""
    if row.due_at is None or status not in (Status.LATE, Status.OVERDUE):
        return None
    end = local_day(row.met_at) if status is Status.LATE and row.met_at else today
    return (end - local_day(row.due_at)).days


def _told(form: SagerForm) -> Iterator[str]:
    """What the list is of, in words for its first lines."""
    names = [
        name for name in ("regel", "slags", "status", "team", "underretter", "sager", "arvet") if name in form.fields
    ]
    yield form.omraade_chosen.label
    yield from filter(None, map(form.words_for, names))
    yield from _period_told(form)


def _period_told(form: SagerForm) -> Iterator[str]:
    if form.cleaned_data["maaned"] == _UNDATED:
        yield "uden startdato"
    elif form.selection.first or form.selection.last:
        yield f"begyndt {period_words(form.selection)}"


def _filters(question: Asked[SagerForm]) -> Detail:
    """What the list was narrowed to, for the log: codes and months, never a name."""
    return {name: str(value) for name, value in question.form.cleaned_data.items() if value}


# --- taking the list out --------------------------------------------------------------------------------------

_HEADINGS: Final = (
    "Sagsnummer",
    "Område",
    "Team",
    "Pligt",
    "Slags",
    "Hjemmel",
    "Begyndt",
    "Frist",
    "Sket",
    "Status",
    "Dage over",
)
_ADVISER: Final = "Rådgiver"
# What a spreadsheet would run as a formula.
_DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r")


@needs(Right.EXPORT)
def sager_csv(request: Request) -> HttpResponse:
    """The same list as a file for a spreadsheet; no names and no CPR numbers leave with it."""
    if not request.person.may(Right.DRILL):
        raise Http404
    book = bridge.rulebook()
    question = _asked(request, book)
    if not question.selection:
        return render(request, "cases/overblik/sager.html", framed(request, question), status=question.status)
    lines = list(_lines(_rows(request, question), book=book, today=request.today))
    # A list that can be sorted by adviser is a list by adviser, and opens with the others.
    by_adviser = opened(StaffDecision.objects.all(), today=request.today) is not None
    detail: Detail = {"side": "overblik-sager", "antal": len(lines), **_filters(question)}
    log(request, LogEntry.Act.EXPORT, detail=detail)
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="overblik-{request.today:%Y-%m-%d}.csv"'
    written = csv.writer(response, delimiter=";")
    written.writerow([*_HEADINGS, _ADVISER] if by_adviser else _HEADINGS)
    for line in lines:
        cells = [*_cells(line), line.row.case.adviser] if by_adviser else _cells(line)
        written.writerow([_harmless(cell) for cell in cells])
    return response


def _cells(line: Line) -> list[str]:
    row, entry = line.row, line.entry
    return [
        row.case.number,
        Omraade(row.case.omraade).label,
        row.case.team.name if row.case.team else "",
        line.title,
        FORCES[Force(row.force)],
        f"{entry.source}{'' if entry.confirmed else ' (ikke bekræftet)'}" if entry else "",
        *(_day(at) for at in (row.starts_at, row.due_at, row.met_at)),
        line.status.danish,
        "" if line.days_over is None else str(line.days_over),
    ]


def _day(at: datetime | None) -> str:
    return f"{local_day(at):%Y-%m-%d}" if at else ""


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_DANGEROUS) else cell


def _csv_url(request: Request) -> str:
    query = request.GET.copy()
    query.pop("side", None)
    return f"{reverse('overblik-sager-csv')}?{query.urlencode()}"


urlpatterns = [
    path("overblik/sager/", sager, name="overblik-sager"),
    path("overblik/sager.csv", sager_csv, name="overblik-sager-csv"),
]
