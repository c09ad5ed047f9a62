"""What has happened since last time, track by track? And in which order do we want to go on?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final, TypeVar

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.doors import needs
from pejl.web.access.forms import Day, Reason
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.plan.actions import OVERTAKEN
from pejl.web.plan.holding import reorder
from pejl.web.plan.models import Action, FocusArea, Strategy, Track
from pejl.web.plan.pages import shown
from pejl.web.plan.since import by_track, changes_between, half_a_year_before, reports_between

Row = TypeVar("Row", bound=Model)
_WRONG: Final = 422
_MOST: Final = 999
_STILL: Final = (Action.Stage.I_GANG, Action.Stage.PLANLAGT, Action.Stage.PAA_HOLD)
_LINES: Final = 100  # of the log on a page
_REPORTS: Final = 25
_AT_ONCE: Final = 60  # more actions than anybody orders by hand


class SinceForm(forms.Form):
    """From when to when."""

    siden = Day("Siden")
    til = Day("Til og med", required=False)


@needs()
def siden_sidst(request: Request) -> HttpResponse:
    """What the log says, and what the owners have told."""
    strategy = shown(request)
    if strategy is None:
        return render(request, "plan/siden_sidst.html", {"strategy": None})
    form = SinceForm(request.GET if request.GET.get("siden") else None)
    first, last = half_a_year_before(request.today), request.today
    if form.is_bound and form.is_valid():
        first, last = form.cleaned_data["siden"], form.cleaned_data["til"] or request.today
    if not form.is_bound:
        form = SinceForm(initial={"siden": first, "til": last})
    context = {
        "strategy": strategy,
        "form": form,
        "first": first,
        "last": last,
        **_leaf(strategy, request.GET.get("side"), first=first, last=last),
    }
    return render(request, "plan/siden_sidst.html", context)


def _leaf(strategy: Strategy, side: str | None, *, first: date, last: date) -> dict[str, Any]:
    """So much of it as can be read at a time, the newest first; ten years of a plan is a book."""
    changes = Paginator(changes_between(strategy, first=first, last=last), _LINES)
    reports = Paginator(reports_between(strategy, first=first, last=last), _REPORTS)
    page = Paginator(range(max(changes.num_pages, reports.num_pages)), 1).get_page(side)
    shown_changes, shown_reports = _of(changes, page.number), _of(reports, page.number)
    return {
        "tracks": by_track(strategy, changes=shown_changes, reports=shown_reports),
        "page": page,
        "changes": (changes.count, len(shown_changes)),
        "reports": (reports.count, len(shown_reports)),
    }


def _of(pages: Paginator[Row], number: int) -> list[Row]:
    """What stands on the page; nothing where there are not so many."""
    return list(pages.page(number)) if number <= pages.num_pages else []


class OrderForm(forms.Form):
    """A number for each track, area and action, and one reason for the whole."""

    def __init__(self, data: Any = None, *, strategy: Strategy) -> None:
        super().__init__(data)
        self.rows = dict(_rows(strategy))
        for name, row in self.rows.items():
            wrong = {"required": "Skriv et tal.", "invalid": "Skriv et helt tal.", "max_value": f"Højst {_MOST}."}
            self.fields[name] = forms.IntegerField(
                label=row.name, initial=row.number, min_value=0, max_value=_MOST, error_messages=wrong
            )
        self.order = ",".join(f"{name}:{row.number}" for name, row in self.rows.items())
        self.fields["seen"] = forms.CharField(widget=forms.HiddenInput, required=False, initial=self.order)
        self.fields["hvorfor"] = Reason(
            "Hvorfor ændres rækkefølgen?", hint="Mindst en hel sætning. Den kommer med i status."
        )

    def clean_seen(self) -> str:
        """The order as it was when the page was opened; nobody has set another meanwhile."""
        seen: str = self.cleaned_data["seen"]
        if seen and seen != self.order:
            raise forms.ValidationError(OVERTAKEN)
        return seen

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields by what they order."""
        words = ("spor", "omraade", "handling")
        return [(word, [self[name] for name in self.rows if name.startswith(word)]) for word in words]

    def moves(self) -> list[tuple[Track | FocusArea | Action, int]]:
        """Each row with its new number."""
        return [(row, self.cleaned_data[name]) for name, row in self.rows.items()]


def _rows(strategy: Strategy) -> Iterator[tuple[str, Track | FocusArea | Action]]:
    there: dict[str, Any] = {"removed_at__isnull": True}
    yield from ((f"spor-{each.key}", each) for each in strategy.tracks.filter(**there).order_by("number", "pk"))
    yield from ((f"omraade-{each.key}", each) for each in strategy.areas.filter(**there).order_by("number", "pk"))
    actions = strategy.actions.filter(**there, stage__in=_STILL).order_by("number", "pk")[:_AT_ONCE]
    yield from ((f"handling-{each.key}", each) for each in actions)


@needs(Right.PLAN)
def raekkefoelge(request: Request) -> HttpResponse:
    """Set another order, with one reason; the earlier one stays readable."""
    strategy = shown(request)
    if strategy is None:
        raise Http404
    form = OrderForm(request.POST or None, strategy=strategy)
    if request.method == "POST" and form.is_valid():
        doing = Doing(by=request.person.user, at=request.moment)
        try:
            moved = reorder(form.moves(), why=form.cleaned_data["hvorfor"], doing=doing)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Rækkefølgen er ændret ({moved} flyttet).")
            return redirect("siden-sidst")
    context = {"strategy": strategy, "form": form}
    return render(request, "plan/raekkefoelge.html", context, status=_WRONG if form.errors else 200)


urlpatterns = [
    path("plan/siden-sidst/", siden_sidst, name="siden-sidst"),
    path("plan/raekkefoelge/", raekkefoelge, name="raekkefoelge"),
]
