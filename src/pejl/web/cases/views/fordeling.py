"""Who shall have which case? What is new or has nobody, what its adviser is away from, and what the teams carry."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.doors import needs
from pejl.web.access.log import log_list
from pejl.web.access.models import StaffDecision
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import allocation, bridge
from pejl.web.cases.actions.allocating import give
from pejl.web.cases.actions.writing import Refused, Sent, new_token
from pejl.web.cases.allocation import Adviser, Desk
from pejl.web.cases.forms.allocating import AllocateForm
from pejl.web.cases.forms.offered import beside_a_case_system
from pejl.web.cases.overview import advisers
from pejl.web.cases.overview.selection import Selection, openable
from pejl.web.cases.sending import token_of
from pejl.web.cases.wishes import open_requests

_DIGITS: Final = 9
_NOT_YOURS: Final = "En af sagerne kan du ikke fordele længere. Måske er den givet til et andet team."


@dataclass(slots=True)
class Outcome:
    """What came of giving many cases at once."""

    given: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)  # the case's number and why


@needs(Right.ASSIGN)
def fordeling(request: Request) -> HttpResponse:
    """The cases that want an adviser, with a form for those that are ticked."""
    desk = Desk(request.person, request.today, request.moment, bridge.rulebook())
    people = allocation.advisers(desk)
    data = request.POST if request.method == "POST" else None
    form = AllocateForm(data, people=people, beside=beside_a_case_system())
    outcome = Outcome()
    if form.is_valid():
        outcome = _give(request, desk, form)
        if not outcome.refused:
            name = next(each.name for each in people if each.initials == form.asked().to)
            messages.success(request, f"{_cases(outcome.given)} er givet til {name}.")
            return redirect(request.get_full_path())
    return _page(request, desk, form, people=people, outcome=outcome)


def _cases(number: int) -> str:
    return "1 sag" if number == 1 else f"{number} sager"


def _give(request: Request, desk: Desk, form: AllocateForm) -> Outcome:
    """Each case by itself; what cannot be given is told with its reason."""
    wanted = dict(_asked(each) for each in form.chosen)
    cases = {case.key: case for case in desk.cases.filter(key__in=wanted).order_by("pk")}
    outcome, order, token = Outcome(), form.asked(), request.POST.get("token", "")
    for key, seen in wanted.items():
        case = cases.get(key)
        if case is None:
            outcome.refused.append(("", _NOT_YOURS))
            continue
        try:
            give(case, order, sent=Sent(by=request.person.user, at=request.moment, token=token, seen=seen))
            outcome.given += 1
        except Refused as refusal:
            outcome.refused.append((case.number, str(refusal)))
    return outcome


def _asked(value: str) -> tuple[str, int]:
    """The key of a case, and its version as the page had it; a strange version is one no case has."""
    key, _, seen = value.partition(":")
    return key, int(seen) if seen.isdecimal() and len(seen) <= _DIGITS else -1


def _page(request: Request, desk: Desk, form: AllocateForm, *, people: list[Adviser], outcome: Outcome) -> HttpResponse:
    gone = allocation.absent(desk, known=people)
    without, away = allocation.without_adviser(desk), allocation.with_absent(desk, gone)
    holder = next((each for each in people if each.initials == request.GET.get("raadgiver") and each.own), None)
    held = allocation.held_by(desk, holder.initials) if holder else None
    shown = len(without.places) + len(away.places) + (len(held.places) if held else 0)
    log_list(request, "fordeling", shown=shown, filters={"raadgiver": holder.initials} if holder else None)
    values = {
        "form": form,
        # What has been given is spent on this token; the next choice needs one of its own.
        "token": new_token() if outcome.given else token_of(request),
        "outcome": outcome,
        "chosen": {each.partition(":")[0] for each in form.chosen} if form.is_bound else set(),
        "without": without,
        "away": away,
        "own": [each for each in people if each.own],
        "holder": holder,
        "held": held,
        "wishes": open_requests(desk.cases),
        "two": allocation.wants_two_advisers(desk.cases, on=desk.today),
        "two_cites": allocation.TWO_ADVISERS,
        **_load(request, desk),
        "now": request.moment,
    }
    return render(request, "cases/fordeling.html", values, status=422 if form.errors or outcome.refused else 200)


def _load(request: Request, desk: Desk) -> dict[str, object]:
    """What the teams carry; each adviser only once staff have been told and MED has treated such lists."""
    decision = advisers.opened(StaffDecision.objects.all(), today=request.today)
    values: dict[str, object] = {
        "teams": allocation.team_loads(desk),
        "guide": advisers.GUIDE,
        "own_guide": settings.PEJL_GUIDE_CHILDREN,
        "decision": decision,
        "loads": [],
    }
    if decision is not None:
        cases = openable(request, Selection(omraade=None)).filter(team__in=desk.units)
        also = advisers.advisers_of(desk.units, today=request.today)
        values["loads"] = advisers.loads(cases, at=request.moment, today=request.today, also=also)
    return values


urlpatterns = [path("fordeling/", fordeling, name="fordeling")]
