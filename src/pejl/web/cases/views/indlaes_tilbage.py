"""What goes and what stays when a list is taken back, and who may see which of it?

What people have built on the list is told in numbers, without protected cases, and as cases only to those who may open
them: who takes lists in seldom may.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from pejl.web.access.doors import needs
from pejl.web.access.gate import visible
from pejl.web.access.log import log_list
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.actions.many import By
from pejl.web.cases.actions.taking_back import Built, built_on, first_in_the_way, take_back, without_protected
from pejl.web.cases.actions.writing import Overtaken, Refused
from pejl.web.cases.models import Batch, EventRow
from pejl.web.components import integer

_SHOWN: Final = 100


class ReasonForm(forms.Form):
    """Why a list is taken back."""

    reason = forms.CharField(
        label="Hvorfor tages listen tilbage?",
        help_text="Fx: Det var en liste fra en anden måned. Skriv ingen navne.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Skriv kort, hvorfor listen tages tilbage.",
            "max_length": "Grunden er for lang. Skriv højst 500 tegn.",
        },
    )


@needs(Right.IMPORT)
def tag_tilbage(request: Request, batch: str) -> HttpResponse:
    """What goes and what stays, and a form to do it."""
    found = get_object_or_404(Batch, key=batch)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _done(request, found, form)
    if found.state != Batch.State.TAKEN_IN:
        return redirect("indlaes-batch", found.key)
    return _page(request, found, form, status=422 if form.errors else 200)


def _done(request: Request, batch: Batch, form: ReasonForm) -> HttpResponse:
    try:
        done = take_back(batch, reason=form.cleaned_data["reason"], by=By(user=request.user, at=request.moment))
    except Refused as refusal:
        done = Batch.objects.get(pk=batch.pk)
        if not (done.state == Batch.State.TAKEN_BACK and done.taken_back_by == request.person.name):
            form.add_error(None, str(refusal))
            return _page(request, done, form, status=409 if isinstance(refusal, Overtaken) else 422)
    messages.success(request, f"Listen er taget tilbage. {integer(done.removed['haendelser'])} hændelser er fjernet.")
    return redirect("indlaes-batch", done.key)


def _page(request: Request, batch: Batch, form: ReasonForm, *, status: int) -> HttpResponse:
    log_list(request, "indlaes-tag-tilbage", shown=1, filters={"batch": batch.key})
    context = {
        "batch": batch,
        "form": form,
        "in_the_way": first_in_the_way(batch) if batch.recorded_at else None,
        "stays": _told(request, built_on(batch)) if batch.recorded_at else None,
    }
    return render(request, "cases/indlaes_tilbage.html", context, status=status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stays:
    """What people have built on a list, without protected cases; the rows only for those who may open the cases."""

    registered: int
    corrected: int
    cases: int
    rows: list[EventRow]

    @property
    def anything(self) -> bool:
        """Whether there is something to tell."""
        return bool(self.registered or self.corrected or self.cases)


def stayed(request: Request, batch: Batch) -> Stays | None:
    """What stayed when the list was taken back; None: it has not been."""
    kept = batch.removed.get("bliver")
    return _told(request, Built(*(tuple(kept[name]) for name in ("registreret", "rettet", "sager")))) if kept else None


def _told(request: Request, built: Built) -> Stays:
    open_to_count = without_protected(built)
    own = visible(request.person, on=request.today, at=request.moment)
    rows = EventRow.objects.filter(pk__in=[*built.registered, *built.corrected], case__in=own)
    return Stays(
        registered=len(open_to_count.registered),
        corrected=len(open_to_count.corrected),
        cases=len(open_to_count.cases),
        rows=list(rows.select_related("case__child").order_by("-recorded_at", "-pk")[:_SHOWN]),
    )
