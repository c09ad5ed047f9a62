"""Which lines of the log of look-ups may this person see, and what do they say in words?

A line about a case is shown only to who may open that case: the look-ups in a protected case would tell that it is
there. So would the number of rows in somebody's list, which is why such numbers are never shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db.models import Q, QuerySet

from pejl.dates import LAST_OF_MONTH, add_months, start_of_day
from pejl.web.access.gate import led, visible
from pejl.web.access.models import Case, LogEntry, Post, Unit, running
from pejl.web.access.request import Request
from pejl.web.access.roles import Right, Sees

# The pages as the menu and their headings call them.
PAGES: Final = {
    "min-dag": "Min dag",
    "sager": "Sager",
    "sager-fil": "Fil med sager",
    "sager-soeg": "Søgning efter en sag",
    "flyt": "Søgning efter det rigtige barn",
    "overblik-sager": "Overblik: sager",
    "overblik-undersoegelser": "Overblik: undersøgelser",
    "overblik-raadgivere": "Overblik: hvem har brug for hjælp",
    "oprydning": "Oprydning",
    "indlaes": "Indlæs",
    "indlaes-batch": "Indlæs: en liste",
    "indlaes-afviste": "Indlæs: afviste rækker",
    "indlaes-tag-tilbage": "Indlæs: taget tilbage",
    "nye-aabninger": "Åbnet med begrundelse",
    "log": "Log",
    "log-stikproeve": "Månedens stikprøve",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LookUp:
    """One line of the log as it is shown."""

    at: datetime
    name: str
    act: str
    why: str
    case_key: str
    number: str  # of the case; empty where the line is about none
    page: str


def led_units(request: Request) -> frozenset[int]:
    """The units whose log this person reads."""
    return request.person.units(Sees.UNIT, right=Right.LOG)


def led_cases(request: Request) -> QuerySet[Case]:
    """The cases of those units, as far as this person may open them."""
    cases = visible(request.person, on=request.today, at=request.moment)
    return cases.filter(led(request.person, right=Right.LOG))


def of_cases(cases: QuerySet[Case]) -> QuerySet[LogEntry]:
    """What was looked up in these cases."""
    return LogEntry.objects.filter(case_key__in=cases.values("key"))


def readable(request: Request, *, month: date) -> QuerySet[LogEntry]:
    """The lines of a month about the unit's cases, and the lists and searches of the unit's people."""
    people = Post.objects.filter(running(request.today), unit_id__in=led_units(request)).values("user__username")
    cases = Q(case_key__in=led_cases(request).values("key"))
    return in_month(LogEntry.objects.filter(cases | Q(case_key="", username__in=people)), month=month)


def in_month(entries: QuerySet[LogEntry], *, month: date) -> QuerySet[LogEntry]:
    """Those of a month by the local calendar."""
    return entries.filter(at__gte=start_of_day(month), at__lt=start_of_day(month_after(month)))


def month_after(month: date) -> date:
    """The first day of the next month."""
    return add_months(month, months=1, if_missing_day=LAST_OF_MONTH)


def months_back(today: date, *, number: int) -> list[date]:
    """The first days of this month and those before it, newest first."""
    first = today.replace(day=1)
    return [add_months(first, months=-back, if_missing_day=LAST_OF_MONTH) for back in range(number)]


def month_asked_for(text: str, *, among: list[date]) -> date:
    """The month in an address (»2026-05«), else the first of those there are."""
    return next((month for month in among if f"{month:%Y-%m}" == text), among[0])


def units_of(request: Request) -> list[Unit]:
    """The units this person may draw a sample for, the widest first."""
    units = {unit.pk: unit for unit in Unit.objects.filter(pk__in=led_units(request)).order_by("name")}
    return sorted(units.values(), key=lambda unit: unit.parent_id in units)


def told(entries: list[LogEntry], *, cases: QuerySet[Case]) -> list[LookUp]:
    """The lines in words, with the numbers of their cases; one query."""
    numbers = dict(cases.filter(key__in={each.case_key for each in entries}).values_list("key", "number"))
    return [
        LookUp(
            at=each.at,
            name=each.name,
            act=each.get_act_display(),
            why=each.why,
            case_key=each.case_key if each.case_key in numbers else "",
            number=numbers.get(each.case_key, ""),
            page=PAGES.get(str(each.detail.get("side", "")), ""),
        )
        for each in entries
    ]
