"""Which stories from practice are there, is anybody known by them, and who says that they may be told?"""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.plan.areas import there
from pejl.web.plan.models import PracticeCase
from pejl.web.plan.pages import shown
from pejl.web.plan.practice import (
    KINDS,
    approve,
    check,
    departments,
    found_in,
    mark_of,
    pieces,
    told,
    units_of,
    writers,
)
from pejl.web.plan.recognisable import Finding

_WRONG: Final = 422
State = PracticeCase.State
# Who may say that a story is fit to be told: the head, and the head of a department, who decides texts to families too.
_APPROVES: Final = (Right.APPROVE, Right.TEXTS)


@needs()
def praksiscases(request: Request) -> HttpResponse:
    """The stories unit by unit; a draft is shown to those who write them, and counted for everybody else."""
    strategy = shown(request)
    if strategy is None:
        return render(request, "plan/cases.html", {"strategy": None})
    rows = there(PracticeCase, "-told_on", strategy=strategy).select_related("unit", "area")
    writes = request.person.may(Right.PLAN)
    cases = list(rows)
    units = units_of(strategy)
    tell = {unit.pk for unit in departments(units)} | {case.unit_id for case in cases}
    hidden = Counter(each.unit_id for each in cases if each.state != State.GODKENDT)
    shelves = [
        (
            unit,
            [each for each in cases if each.unit_id == unit.pk and (writes or each.state == State.GODKENDT)],
            0 if writes else hidden[unit.pk],
        )
        for unit in units
        if unit.pk in tell
    ]
    return render(request, "plan/cases.html", {"strategy": strategy, "shelves": shelves, "writes": writes})


class CheckForm(forms.Form):
    """A reason for each thing that stays, and that somebody has read the whole."""

    mark = forms.CharField(widget=forms.HiddenInput)
    laest = forms.BooleanField(
        label="Jeg har selv læst hele fortællingen, og ingen kan kendes på den",
        error_messages={"required": "Læs fortællingen, og sæt kryds. Tjekket kan ikke se alt."},
    )

    def __init__(self, data: Any = None, *, found: list[Finding], mark: str) -> None:
        super().__init__(data, initial={"mark": mark})
        self.found = [each for each in found if each.can_stay]
        for each in self.found:
            self.fields[each.key] = forms.CharField(
                label=f"»{each.words}« kan blive stående, fordi",
                help_text=KINDS[each.kind][0],
                max_length=200,
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
                error_messages={"required": f"Skriv, hvorfor »{each.words}« kan blive stående, eller ret teksten."},
            )

    @property
    def answers(self) -> dict[str, str]:
        """What was said to each."""
        return {each.key: self.cleaned_data[each.key] for each in self.found}


def _case(request: Request, key: str) -> PracticeCase:
    """The story: anybody's when it is approved, else for those who write such stories."""
    found: PracticeCase | None = there(PracticeCase, key=key).select_related("strategy", "unit", "area").first()
    if found is None or not (found.state == State.GODKENDT or request.person.may(Right.PLAN)):
        raise Http404
    return found


@needs()
def praksiscase(request: Request, practice: str) -> HttpResponse:
    """One story, with the next step for those who may take it."""
    case = _case(request, practice)
    writes = request.person.may(Right.PLAN)
    found = found_in(case, units=units_of(case.strategy)) if writes and case.state == State.KLADDE else []
    form = CheckForm(_sent(request, "tjek"), found=found, mark=mark_of(case))
    refused = ""
    if request.method == "POST":
        answer, refused = _step(request, case, form)
        if answer:
            return answer
    context = {
        "case": case,
        "strategy": case.strategy,
        "writes": writes,
        "form": form if case.state == State.KLADDE and writes else None,
        "blocking": [each for each in found if not each.can_stay],
        "found": found,
        "kinds": [(each, *KINDS[each.kind], len(each.spans)) for each in found],
        "pieces": pieces(told(case), found) if found else [],
        "approves": _approves(request) and case.state == State.TJEKKET,
        "mark": mark_of(case),
        "own": case.state == State.TJEKKET and request.person.user.username in writers(case),
        "refused": refused,
    }
    return render(request, "plan/case.html", context, status=_WRONG if refused or form.errors else 200)


def _sent(request: Request, act: str) -> Any:
    return request.POST if request.method == "POST" and request.POST.get("goer") == act else None


def _approves(request: Request) -> bool:
    return any(request.person.may(right) for right in _APPROVES)


def _step(request: Request, case: PracticeCase, form: CheckForm) -> tuple[HttpResponse | None, str]:
    """Take the step that was asked for; the refusal in words where it can't be taken."""
    doing = Doing(by=request.person.user, at=request.moment)
    try:
        if request.POST.get("goer") == "tjek":
            if not request.person.may(Right.PLAN):
                raise Http404
            if not form.is_valid():
                return None, ""
            check(case, answers=form.answers, mark=form.cleaned_data["mark"], doing=doing)
            messages.success(request, "Casen er tjekket. En anden skal nu godkende den.")
        elif request.POST.get("goer") == "godkend":
            if not _approves(request):
                raise Http404
            approve(case, doing=doing, mark=request.POST.get("mark", ""))
            messages.success(request, "Casen er godkendt og kan bruges i papirer.")
    except Refused as refusal:
        return None, str(refusal)
    return redirect("praksiscase", practice=case.key), ""


urlpatterns = [
    path("plan/cases/", praksiscases, name="praksiscases"),
    path("plan/cases/<str:practice>/", praksiscase, name="praksiscase"),
]
