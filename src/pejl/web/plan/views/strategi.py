"""What is our strategy: where it comes from, what it wants, whom it is for, and who knows of it?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Prefetch, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.reports.html import as_html
from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.plan.areas import areas_of, by_family, chain, in_focus, newest, there, unseen
from pejl.web.plan.matrix import matrix_of
from pejl.web.plan.models import FocusArea, MadeKnown, OptOut, PlanChange, PlanUnit, Strategy, Track
from pejl.web.plan.pages import shown
from pejl.web.plan.paper import period_words, strategy_paper
from pejl.web.plan.views.files import paper_file

_A_PAGE: Final = 50
_ACTIONS_ON_PAGE: Final = 10  # of each focus area; the files tell them all
# What counts as a changed priority, by the kind of row: its place in the order, its focus, how many at a time.
_PRIORITY: Final = {
    "fokusomraade": ("number", "focus_from", "focus_to"),
    "spor": ("number",),
    "handling": ("number",),
    "strategi": ("few", "few_areas"),
}


@dataclass(frozen=True, slots=True)
class Card:
    """A focus area in the list."""

    area: FocusArea
    focus: bool
    seen: int
    judged: int


@needs()
def plan(request: Request) -> HttpResponse:
    """The strategy that applies, or the one that is asked for."""
    strategy = shown(request)
    if strategy is None:
        return render(request, "plan/strategi.html", {"strategy": None})
    areas = areas_of(strategy)
    context = {
        **_frame(strategy),
        "shelves": [(shelf.label, [_card(each, request) for each in shelf.areas]) for shelf in by_family(areas)],
        "matrix": any(each.family == "borger" for each in areas)
        and any(each.family == "organisation" for each in areas),
        "unseen": unseen(areas),
        "facts": _facts(strategy),
        "before": chain(strategy),
        "after": list(there(Strategy, "first", replaces=strategy)),
        "versions": list(strategy.versions.defer("content").order_by("-number")),
        "may_decide": request.person.may(Right.APPROVE),
        "tracks": there(Track, "number", strategy=strategy)
        .select_related("owner", "strategy")
        .prefetch_related(Prefetch("areas", there(FocusArea, "number"))),
        "opt_outs": there(OptOut, "on", strategy=strategy).select_related("strategy"),
        "missing": _missing(strategy),
    }
    return render(request, "plan/strategi.html", context)


def _card(area: FocusArea, request: Request) -> Card:
    effects = list(area.effects.all())
    return Card(area, in_focus(area, request.today), len(effects), sum(newest(each) is not None for each in effects))


def _frame(strategy: Strategy | None) -> dict[str, Any]:
    return {"strategy": strategy, "asked": f"?strategi={strategy.key}" if strategy else ""}


def _facts(strategy: Strategy) -> list[tuple[str, str]]:
    told = [("Periode", period_words(strategy)), ("Perioden, som papiret skriver den", strategy.period_words)]
    return [(name, words) for name, words in told if words]


# --- whom it is for -------------------------------------------------------------------------------------------


@needs()
def enheder(request: Request) -> HttpResponse:
    """Who is in it, with the child in the centre (A17)."""
    strategy = shown(request)
    units = list(there(PlanUnit, "number", strategy=strategy).select_related("parent", "strategy"))
    parts = [(part, [each for each in units if each.part == part]) for part in PlanUnit.Part]
    context = {**_frame(strategy), "parts": [each for each in parts if each[1]], "rings": _rings(units)}
    return render(request, "plan/enheder.html", context)


def _rings(units: Iterable[PlanUnit]) -> dict[str, list[PlanUnit]]:
    """The two rings around the child, each parted into what stands above and below."""
    listed = list(units)
    found: dict[str, list[PlanUnit]] = {}
    for name, part in (("inner", PlanUnit.Part.PRIMAER), ("outer", PlanUnit.Part.SEKUNDAER)):
        ring = [each for each in listed if each.part == part]
        half = (len(ring) + 1) // 2
        found |= {f"{name}_above": ring[:half], f"{name}_below": ring[half:]}
    return found


@needs()
def matrix(request: Request) -> HttpResponse:
    """Where the two families cross."""
    strategy = shown(request)
    found = matrix_of(strategy, areas_of(strategy)) if strategy else None
    return render(request, "plan/matrix.html", {**_frame(strategy), "matrix": found})


@needs()
def effekter(request: Request) -> HttpResponse:
    """Every effect with what it is seen by, those nobody can see first."""
    strategy = shown(request)
    areas = areas_of(strategy) if strategy else []
    context = {**_frame(strategy), "areas": areas, "unseen": unseen(areas)}
    return render(request, "plan/effekter.html", context)


# --- who knows of it ------------------------------------------------------------------------------------------


@needs()
def kendt(request: Request) -> HttpResponse:
    """How the strategy was made, to whom it was told, and who is still missing (A31, A32)."""
    strategy = shown(request)
    meetings = (
        there(MadeKnown, "-on", strategy=strategy)
        .select_related("strategy")
        .prefetch_related(Prefetch("units", there(PlanUnit, "number")))
    )
    kinds = [(kind, [each for each in meetings if each.kind == kind]) for kind in MadeKnown.Kind]
    context = {**_frame(strategy), "kinds": kinds, "missing": _missing(strategy) if strategy else []}
    return render(request, "plan/kendt.html", context)


def _missing(strategy: Strategy) -> list[PlanUnit]:
    """Those in the strategy's scope whom no meeting has told of it."""
    told = MadeKnown.objects.filter(removed_at__isnull=True, strategy=strategy, kind=MadeKnown.Kind.KENDT)
    units = there(PlanUnit, "number", strategy=strategy).exclude(part=PlanUnit.Part.UDENFOR)
    # Without the meetings of nobody: »not among nothing known« would leave out everybody.
    return list(units.exclude(pk__in=told.filter(units__isnull=False).values("units")))


@needs()
def prioriteringer(request: Request) -> HttpResponse:
    """What has been given another place or another focus, and why; what it was stays readable."""
    strategy = shown(request)
    which = Q()
    for sheet, fields in _PRIORITY.items():
        which |= Q(sheet=sheet, field__in=fields)
    changes = PlanChange.objects.filter(which, strategy=strategy.key if strategy else "", act=PlanChange.Act.CHANGED)
    page = Paginator(changes.order_by("-day", "-pk"), _A_PAGE).get_page(request.GET.get("side"))
    added = there(FocusArea, "added_on", strategy=strategy, added_on__isnull=False)
    return render(request, "plan/prioriteringer.html", {**_frame(strategy), "page": page, "added": added})


@needs()
def papir(request: Request) -> HttpResponse:
    """The strategy on paper as it stands now, on the page or as a file."""
    strategy = shown(request)
    if strategy is None:
        return render(request, "plan/papir.html", {"strategy": None})
    kind = request.GET.get("fil", "")
    paper = strategy_paper(
        strategy,
        municipality=settings.PEJL_MUNICIPALITY,
        made_at=request.moment,
        at_most=None if kind else _ACTIONS_ON_PAGE,
    )
    if answer := paper_file(paper, kind, name="strategi"):
        return answer
    return render(request, "plan/papir.html", {**_frame(strategy), "told": as_html(paper)})


urlpatterns = [
    path("plan/", plan, name="plan"),
    path("plan/enheder/", enheder, name="plan-enheder"),
    path("plan/matrix/", matrix, name="plan-matrix"),
    path("plan/effekter/", effekter, name="plan-effekter"),
    path("plan/kendt/", kendt, name="plan-kendt"),
    path("plan/prioriteringer/", prioriteringer, name="plan-prioriteringer"),
    path("plan/papir/", papir, name="plan-papir"),
]
