"""Which cases does this person see, and how is a child looked up among them?

Everything starts from the cases in scope. The words of a search come by POST and are written down nowhere.
"""

from __future__ import annotations

from typing import Final

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.web.access.doors import needs
from pejl.web.access.gate import visible
from pejl.web.access.log import log, log_list
from pejl.web.access.models import Case, LogEntry, StaffDecision
from pejl.web.access.names import sort_key
from pejl.web.access.request import Request
from pejl.web.access.roles import Right, Sees
from pejl.web.access.taking_out import csv_file
from pejl.web.cases import bridge
from pejl.web.cases.forms.searching import SearchForm
from pejl.web.cases.listing import ORDERS, Asked, Due, Wanted, by_name, listed, rows_of
from pejl.web.cases.overview.advisers import opened
from pejl.web.cases.people import found, names_of
from pejl.web.components import short_day

# So many rows a page, at first and on request.
_FEW: Final = 20
_MANY: Final = 100
# More hits than this say that the words were too few.
_HITS: Final = 50
Choices = list[tuple[str, str]]


@needs(Right.CASES)
def sager(request: Request) -> HttpResponse:
    """The cases in scope, a page at a time."""
    cases, asked = _scope(request), _asked(request)
    advisers, teams = _advisers(request, cases), _teams(cases)
    wanted = _wanted(request, advisers=advisers, teams=teams)
    size = _MANY if request.GET.get("vis") == str(_MANY) else _FEW
    chosen = listed(cases, wanted=wanted, asked=asked).select_related("child", "team")
    page = Paginator(chosen, size).get_page(request.GET.get("side"))
    rows = rows_of(page.object_list, asked=asked)
    log_list(request, "sager", shown=len(rows), filters=wanted.filters)
    values = {
        "page": page,
        "rows": rows,
        "wanted": wanted,
        "advisers": advisers,
        "teams": teams,
        "chips": _chips(request, wanted),
        "team_code": str(wanted.team) if wanted.team else "",
        "sizes": [(f"{number} ad gangen", _with(request, vis=str(number)), number == size) for number in (_FEW, _MANY)],
        "search": SearchForm(),
        "caption": _caption(wanted, page.paginator.count),
        "chosen_something": bool(wanted.filters.keys() - {"orden"}),
        "query": request.GET.urlencode(),
        "sorts": True,
        "now": request.moment,
        **_may(request),
    }
    return render(request, "cases/sager.html", values)


def _caption(wanted: Wanted, number: int) -> str:
    state = "afsluttede" if wanted.closed else "åbne"
    with_overdue = " med overskredet frist" if wanted.overdue else ""
    return f"{number} {state} {'sag' if number == 1 else 'sager'}{with_overdue}"


def _scope(request: Request) -> QuerySet[Case]:
    return visible(request.person, on=request.today, at=request.moment)


def _asked(request: Request) -> Asked:
    return Asked(request.moment, request.today, bridge.rulebook())


def _may(request: Request) -> dict[str, object]:
    rights = {"may_search": Right.SEARCH, "may_open": Right.BREAK_GLASS, "may_export": Right.EXPORT}
    rights["may_visit"] = Right.TEXT
    return {name: request.person.may(right) for name, right in rights.items()}


# --- what can be asked for ------------------------------------------------------------------------------------


def _wanted(request: Request, *, advisers: Choices, teams: Choices) -> Wanted:
    asked = request.GET
    order = asked.get("orden", "")
    mine = request.person.initials if asked.get("mine") == "1" else ""
    return Wanted(
        adviser=mine or next((code for code, _ in advisers if code == asked.get("raadgiver")), ""),
        team=next((int(code) for code, _ in teams if code == asked.get("team")), 0),
        closed=asked.get("afsluttede") == "1",
        overdue=asked.get("overskredet") == "1",
        order=order if order.lstrip("-") in ORDERS else "navn",
    )


def _advisers(request: Request, cases: QuerySet[Case]) -> Choices:
    """Lists by adviser open only when staff have been told of them (issue 3, item 4)."""
    if not _by_adviser(request):
        return []
    initials = set(cases.exclude(adviser="").order_by().values_list("adviser", flat=True).distinct())
    names = names_of(initials)
    return sorted(((each, names.get(each, each)) for each in initials), key=lambda pair: sort_key(pair[1]))


def _by_adviser(request: Request) -> bool:
    may = request.person.may(Right.BY_ADVISER)
    return may and opened(StaffDecision.objects.all(), today=request.today) is not None


def _teams(cases: QuerySet[Case]) -> Choices:
    """The teams of the cases in scope; no choice where there is only one."""
    found = cases.filter(team__isnull=False).order_by("team__name").values_list("team_id", "team__name").distinct()
    teams = [(str(pk), name) for pk, name in found]
    return teams if len(teams) > 1 else []


def _chips(request: Request, wanted: Wanted) -> list[tuple[str, str, bool]]:
    mine = request.GET.get("mine") == "1"
    chips = [
        ("Med overskredet frist", _with(request, overskredet="" if wanted.overdue else "1"), wanted.overdue),
        ("Afsluttede", _with(request, afsluttede="" if wanted.closed else "1"), wanted.closed),
    ]
    if request.person.initials and any(place.role.sees is Sees.OWN for place in request.person.places):
        chips.insert(0, ("Mine sager", _with(request, mine="" if mine else "1", raadgiver=""), mine))
    return chips


def _with(request: Request, **changes: str) -> str:
    """The address with other choices, from the first page on."""
    query = request.GET.copy()
    for name, value in {**changes, "side": ""}.items():
        query[name] = value
        if not value:
            del query[name]
    return f"?{query.urlencode()}"


# --- a search -------------------------------------------------------------------------------------------------


@needs(Right.SEARCH)
def sager_soeg(request: Request) -> HttpResponse:
    """Look a child up among the cases in scope."""
    form = SearchForm(request.POST or None)
    values: dict[str, object] = {"form": form, "now": request.moment, "most": _HITS, **_may(request)}
    if request.method == "POST" and form.is_valid():
        how, cases = found(_scope(request), words=form.cleaned_data["soeg"])
        first = cases.select_related("child", "team").order_by(by_name(), "pk")[:_HITS]
        hits = rows_of(first, asked=_asked(request))
        log(request, LogEntry.Act.SEARCH, detail={"side": "sager-soeg", "paa": how, "antal": len(hits)})
        values |= {"rows": hits, "searched": True}
    return render(request, "cases/sager_soeg.html", values, status=422 if form.errors else 200)


# --- a file ---------------------------------------------------------------------------------------------------


@needs(Right.EXPORT)
def sager_fil(request: Request) -> HttpResponse:
    """The list as a file: numbers and not names, and no protected case, for a file is easily passed on."""
    cases, asked = _scope(request).filter(protected=False), _asked(request)
    wanted = _wanted(request, advisers=_advisers(request, cases), teams=_teams(cases))
    rows = rows_of(listed(cases, wanted=wanted, asked=asked).select_related("child", "team"), asked=asked)
    log(request, LogEntry.Act.EXPORT, detail={"side": "sager-fil", "antal": len(rows), **wanted.filters})
    # A file can be sorted by adviser, so that column opens with the lists by adviser.
    by = _by_adviser(request)
    head = [
        "Sagsnummer",
        *(["Rådgiver"] if by else []),
        "Team",
        "Næste frist",
        "Hvad",
        "Ældste overskredne frist",
        "Hvad",
    ]
    return csv_file(
        "sager",
        head=head,
        rows=[
            [row.number, *([row.adviser] if by else []), row.team, *_cells(row.coming), *_cells(row.overdue)]
            for row in rows
        ],
    )


def _cells(due: Due | None) -> tuple[str, str]:
    return (short_day(due.due_at), due.title) if due else ("", "")


urlpatterns = [
    path("sager/", sager, name="sager"),
    path("sager/soeg/", sager_soeg, name="sager-soeg"),
    path("sager/fil/", sager_fil, name="sager-fil"),
]
