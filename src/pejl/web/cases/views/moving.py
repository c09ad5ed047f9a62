"""How does something that was registered on the wrong child come to stand on the right one?"""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.events import KIND_BY_KEY
from pejl.web.access.doors import needs
from pejl.web.access.gate import open_case, visible
from pejl.web.access.log import log
from pejl.web.access.models import Case, LogEntry
from pejl.web.access.names import sort_key
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.actions.registering import move
from pejl.web.cases.actions.writing import Refused
from pejl.web.cases.forms.correcting import ChildSearchForm, CourseForm
from pejl.web.cases.models import EventRow
from pejl.web.cases.sending import sent_of, sent_once, setting_of, token_of
from pejl.web.cases.views.correcting import about, event_in, may_mend

_SHOWN: Final = 20


@needs(Right.REGISTER)
@sent_once
def flyt(request: Request, key: str, event_id: str) -> HttpResponse:
    """Look for the right child, see what will happen, and say yes to it: three steps on one address."""
    case = open_case(request, key)
    row = event_in(request, case, event_id)
    if request.POST.get("til"):
        return _confirm(request, row, about(request, case, row), to=open_case(request, request.POST["til"]))
    form = ChildSearchForm(request.POST if request.method == "POST" else None)
    values: dict[str, object] = {**about(request, case, row), "form": form}
    if form.is_valid():
        found = list(_found(request, form.cleaned_data["soeg"], wrong=case)[: _SHOWN + 1])
        log(request, LogEntry.Act.SEARCH, detail={"side": "flyt", "antal": len(found[:_SHOWN])})
        values |= {"found": found[:_SHOWN], "asked": True, "more": len(found) > _SHOWN}
    return render(request, "cases/registrer_flyt.html", values, status=422 if form.errors else 200)


def _found(request: Request, words: str, *, wrong: Case) -> QuerySet[Case]:
    """Cases within reach, by the whole number or any part of the name, in Danish order."""
    seen = visible(request.person, on=request.today, at=request.moment).exclude(pk=wrong.pk)
    wanted = Q(number__iexact=words) | Q(child__name_sort__contains=sort_key(words))
    return seen.filter(wanted).select_related("child").order_by("child__name_sort", "pk")


def _confirm(request: Request, row: EventRow, told: dict[str, object], *, to: Case) -> HttpResponse:
    """What moving does, and yes; with yes, it is done."""
    # Who may not allocate there must not move an allocation there either.
    if not may_mend(request, to, KIND_BY_KEY[row.kind]):
        raise Http404
    data = request.POST if "bekraeft" in request.POST else None
    form = CourseForm(setting_of(request, to, KIND_BY_KEY[row.kind]), data=data)
    if form.is_valid():
        try:
            move(row, to=to, sent=sent_of(request), thread_id=form.thread_id)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Det er flyttet hertil. Der, hvor det stod forkert, er det forseglet.")
            return redirect("sag", to.key)
    values = {**told, "to": to, "form": form, "token": token_of(request)}
    return render(request, "cases/registrer_flyt_bekraeft.html", values, status=422 if form.errors else 200)


urlpatterns = [
    path("sag/<str:key>/flyt/<str:event_id>/", flyt, name="flyt"),
]
