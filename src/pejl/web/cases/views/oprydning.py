"""What looks wrong in the cases I may see, and what has been said or done about it?

Each adviser sees their own. A leader sees the cases of the unit, counted by team, and by adviser once staff have been
told of such lists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.http import urlencode

from pejl.web.access.doors import needs
from pejl.web.access.gate import open_case, visible
from pejl.web.access.log import log_list
from pejl.web.access.models import Case, StaffDecision
from pejl.web.access.names import sort_key
from pejl.web.access.request import Request
from pejl.web.access.roles import Right, Sees
from pejl.web.cases.actions.marking import MENDED, RIGHT, mark
from pejl.web.cases.actions.writing import Refused
from pejl.web.cases.cleanup import FAULT_BY_KEY, FAULTS, LOOKED_AT, Fault, Found, faults_in
from pejl.web.cases.cleanup_facts import facts_of
from pejl.web.cases.models import Batch, Marking
from pejl.web.cases.overview.advisers import opened
from pejl.web.cases.people import names_of
from pejl.web.components import integer

_PAGE: Final = 50
# Where no lists are read in, what was mended is counted for so long.
_RECENTLY: Final = timedelta(days=30)
_NOBODY: Final = "Ingen rådgiver"
_NO_TEAM: Final = "Intet team"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One probable mistake as it stands on the page."""

    found: Found
    adviser: str
    marking: Marking | None
    mend_url: str  # the form that mends it here; empty beside a case system
    first: bool  # of its kind on the page


@needs(Right.CLEANUP)
def oprydning(request: Request) -> HttpResponse:
    """The probable mistakes, by kind; what is sent says something about one of them."""
    if request.method == "POST":
        return _marked(request)
    cases = _scope(request)
    found = _found(request, cases)
    markings = {(each.case_id, each.fault): each for each in Marking.objects.filter(case__in=cases)}
    by_adviser = _may_see_advisers(request)
    chosen = _chosen(request, found, markings=markings, by_adviser=by_adviser)
    page = Paginator(chosen, _PAGE).get_page(request.GET.get("side"))
    lines = list(_lines(page.object_list, markings))
    fault = FAULT_BY_KEY.get(request.GET.get("fejl", ""))
    log_list(request, "oprydning", shown=len(lines), filters={"fejl": fault.key if fault else ""})
    waiting = _unsettled(found, markings)
    context = {
        "page": page,
        "lines": lines,
        "chips": list(_chips(found, markings, chosen=request.GET.get("fejl", ""))),
        "waiting": len(waiting),
        "mending": sum(_said(each, markings) == MENDED for each in waiting),
        "mended": _mended(found, markings, since=_since(request.moment)),
        "shares": _shares(request, waiting, by_adviser=by_adviser),
        "by_adviser": by_adviser,
        "back": request.get_full_path(),
    }
    return render(request, "cases/oprydning.html", context)


def _scope(request: Request) -> QuerySet[Case]:
    return visible(request.person, on=request.today, at=request.moment)


def _found(request: Request, cases: QuerySet[Case]) -> list[Found]:
    return faults_in(facts_of(cases, kinds=LOOKED_AT, at=request.moment, today=request.today))


Markings = dict[tuple[int, str], Marking]


def _said(found: Found, markings: Markings) -> str:
    marking = markings.get((found.case.pk, found.key))
    return marking.said if marking else ""


def _unsettled(found: Iterable[Found], markings: Markings) -> list[Found]:
    """Without those that somebody has said are right."""
    return [each for each in found if _said(each, markings) != RIGHT]


def _chosen(request: Request, found: list[Found], *, markings: Markings, by_adviser: bool) -> list[Found]:
    wanted = request.GET.get("fejl", "")
    if wanted == RIGHT:
        return [each for each in found if _said(each, markings) == RIGHT]
    adviser = request.GET.get("raadgiver") if by_adviser else None
    return [
        each
        for each in _unsettled(found, markings)
        if (wanted not in FAULT_BY_KEY or each.fault.key == wanted) and adviser in (None, each.case.adviser)
    ]


def _lines(found: Iterable[Found], markings: Markings) -> Iterator[Line]:
    held = list(found)
    names = names_of({each.case.adviser for each in held})
    before: Fault | None = None
    for each in held:
        yield Line(
            found=each,
            adviser=names.get(each.case.adviser, each.case.adviser) or _NOBODY,
            marking=markings.get((each.case.pk, each.key)),
            mend_url=_mend_url(each) if settings.PEJL_MODE == "alene" else "",
            first=each.fault is not before,
        )
        before = each.fault


def _mend_url(found: Found) -> str:
    if found.about:
        return reverse("ret", args=[found.case.key, found.about])
    return reverse("sag", args=[found.case.key])


def _chips(found: list[Found], markings: Markings, *, chosen: str) -> Iterator[tuple[str, str, bool]]:
    url = reverse("oprydning")
    waiting = _unsettled(found, markings)
    counts = Counter(each.fault.key for each in waiting)
    yield f"Alle ({integer(len(waiting))})", url, chosen not in (*FAULT_BY_KEY, RIGHT)
    for fault in FAULTS:
        if counts[fault.key] or chosen == fault.key:
            address = f"{url}?{urlencode({'fejl': fault.key})}"
            yield f"{fault.title} ({integer(counts[fault.key])})", address, chosen == fault.key
    if right := len(found) - len(waiting):
        yield f"Markeret som rigtige ({integer(right)})", f"{url}?{urlencode({'fejl': RIGHT})}", chosen == RIGHT


# --- what has been mended -----------------------------------------------------------------------------------------


def _since(at: datetime) -> datetime:
    """The list before the newest one: what was marked after it, and is gone, the newest one has mended."""
    pulls = Batch.objects.filter(state=Batch.State.TAKEN_IN).order_by("-recorded_at", "-pk")
    moments = [moment for moment in pulls.values_list("recorded_at", flat=True)[:2] if moment]
    return moments[1] if len(moments) > 1 else min([*moments, at]) - _RECENTLY


def _mended(found: list[Found], markings: Markings, *, since: datetime) -> int:
    still = {(each.case.pk, each.key) for each in found}
    return sum(each.said == MENDED and each.said_at >= since for place, each in markings.items() if place not in still)


# --- for a leader ---------------------------------------------------------------------------------------------------


def _may_see_advisers(request: Request) -> bool:
    decision = opened(StaffDecision.objects.all(), today=request.today)
    return decision is not None and request.person.may(Right.BY_ADVISER)


def _shares(request: Request, waiting: list[Found], *, by_adviser: bool) -> list[tuple[str, str, int]]:
    """How many by adviser or by team, with the address of each; without protected cases, as all totals."""
    if not request.person.units(Sees.UNIT, right=Right.CLEANUP):
        return []
    open_to_count = [each.case for each in waiting if not each.case.protected]
    if not by_adviser:
        teams = Counter(case.team or _NO_TEAM for case in open_to_count)
        return [(team, "", number) for team, number in sorted(teams.items(), key=lambda pair: sort_key(pair[0]))]
    advisers = Counter(case.adviser for case in open_to_count)
    names = names_of(set(advisers))
    told = [(names.get(each, each) or _NOBODY, each, number) for each, number in advisers.items()]
    url = reverse("oprydning")
    return sorted(
        ((name, f"{url}?{urlencode({'raadgiver': each})}", number) for name, each, number in told),
        key=lambda row: sort_key(row[0]),
    )


# --- saying something about one -------------------------------------------------------------------------------------


def _marked(request: Request) -> HttpResponse:
    """Mark one of them, if it is there."""
    case = open_case(request, request.POST.get("sag", ""))
    fault = request.POST.get("fejl", "")
    found = _found(request, _scope(request).filter(pk=case.pk))
    if fault not in {each.key for each in found}:
        raise Http404
    try:
        mark(case, fault, request.POST.get("sagt", ""), by=request.user, at=request.moment)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(_back(request))


def _back(request: Request) -> str:
    """The page the person came from, if it is this one."""
    url, asked = reverse("oprydning"), request.POST.get("tilbage", "")
    return asked if asked == url or asked.startswith(f"{url}?") else url


urlpatterns = [path("oprydning/", oprydning, name="oprydning")]
