"""How is something that was registered wrong put right, or taken back?"""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.events import KIND_BY_KEY, Kind
from pejl.web.access.doors import needs
from pejl.web.access.gate import open_case, visible
from pejl.web.access.models import Case
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.actions.registering import correct
from pejl.web.cases.actions.writing import PEJL, Refused
from pejl.web.cases.forms.correcting import ReasonForm
from pejl.web.cases.forms.courses import NOTHING_BUT_TEXT
from pejl.web.cases.forms.fields import question
from pejl.web.cases.forms.offered import beside_a_case_system, may_register
from pejl.web.cases.forms.registering import EventForm, initial_of
from pejl.web.cases.models import EventRow
from pejl.web.cases.sending import back_to, sent_of, sent_once, setting_of, token_of, warn_of_time


def event_in(request: Request, case: Case, event_id: str) -> EventRow:
    """An event that can be put right here; 404 for another case's, a sealed one and one about the ledger itself."""
    row = EventRow.objects.filter(case=case, event_id=event_id, sealed=False).first()
    if row is None or not may_mend(request, case, KIND_BY_KEY[row.kind]):
        raise Http404
    return row


def may_mend(request: Request, case: Case, kind: Kind) -> bool:
    """Whether this person may put such an event right, or have it moved here, in this case."""
    # What is nothing but text has no form beside a case system, but can still be taken back.
    return kind.key in NOTHING_BUT_TEXT or may_register(request.person, case, kind)


def about(request: Request, case: Case, row: EventRow) -> dict[str, object]:
    """What every page about putting an event right tells of it."""
    theirs = visible(request.person, on=request.today, at=request.moment).exclude(pk=case.pk)
    shared = EventRow.objects.filter(shared_id=row.shared_id, kind=row.kind, sealed=False, case__in=theirs)
    return {
        "case": case,
        "row": row,
        "label": KIND_BY_KEY[row.kind].label_on(row.day),
        "gone": row.event_id in bridge.withdrawn_ids(case),
        # Of one letter or one joint act; those out of the person's reach are not counted.
        "shared": shared.values("case_id").distinct().count() if row.shared_id else 0,
        "in_case_system": beside_a_case_system() and row.source != PEJL,
    }


@needs(Right.REGISTER)
@sent_once
def ret(request: Request, key: str, event_id: str) -> HttpResponse:
    """The event's own form filled in; what is sent takes its place, with a reason."""
    case = open_case(request, key)
    row = event_in(request, case, event_id)
    old = bridge.event_of(row, number=case.number)
    data = request.POST if request.method == "POST" else None
    withdraw = data is not None and "traek_tilbage" in data
    setting = setting_of(request, case, KIND_BY_KEY[row.kind], correcting=row)
    form = EventForm(setting, data=None if withdraw else data, initial=initial_of(old, setting))
    # To take it back, only the reason is asked for; what else was sent is not read.
    asked = ReasonForm(data, beside=setting.beside) if withdraw else form
    if not asked.is_valid():
        return _page(request, about(request, case, row), form, asked)
    try:
        instead = None if withdraw else form.entry(keep=old.fields, shared_id=row.shared_id)
        correct(row, reason=asked.cleaned_data["grund"], instead=instead, sent=sent_of(request))
    except Refused as refused:
        asked.add_error(None, str(refused))
        return _page(request, about(request, case, row), form, asked)
    return _done(request, case, row, form=None if withdraw else form)


def _page(request: Request, told: dict[str, object], form: EventForm, asked: forms.Form) -> HttpResponse:
    when = question(form.setting.kind)
    values = {**told, "question": when, "form": form, "asked": asked, "token": token_of(request)}
    return render(request, "cases/registrer_ret.html", values, status=422 if asked.is_bound else 200)


def _done(request: Request, case: Case, row: EventRow, *, form: EventForm | None) -> HttpResponse:
    label = KIND_BY_KEY[row.kind].label_on(row.day)
    told = "rettet" if form else "trukket tilbage"
    messages.success(request, f"»{label}« er {told}. Det, der stod før, er gemt og kan ses på sagen.")
    if form:
        warn_of_time(request, form)
    return back_to(request, case, page="")


urlpatterns = [
    path("sag/<str:key>/ret/<str:event_id>/", ret, name="ret"),
]
