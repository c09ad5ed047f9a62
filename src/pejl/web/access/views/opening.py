"""How does somebody on duty open a case outside their scope, and how does its owner review that?

A protected number and an unknown one give the very same answer, by the same query.
"""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.actions import Doing, Refused, open_for_a_time, review_opening
from pejl.web.access.doors import needs
from pejl.web.access.forms import OpeningForm
from pejl.web.access.gate import TEMPORARY, visible
from pejl.web.access.log import log, log_list
from pejl.web.access.marks import mark_of, marked
from pejl.web.access.models import LogEntry, TemporaryAccess
from pejl.web.access.openings import openings_of, openings_to_review
from pejl.web.access.request import Request
from pejl.web.access.roles import Right

_VERDICTS = {"i_orden": "I orden", "foelges_op": "Følges op"}
# So many of those already reviewed are shown below the ones that wait.
_SHOWN = 50


@needs(Right.BREAK_GLASS)
def aabn(request: Request) -> HttpResponse:
    """Ask for a number and a reason; open the case for a time, or say that there is none to open."""
    form = OpeningForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        number, reason = form.cleaned_data["nummer"].strip(), form.cleaned_data["begrundelse"]
        mine = visible(request.person, on=request.today, at=request.moment).filter(number=number).first()
        if mine is not None:
            messages.info(request, "Du har allerede adgang til sagen, så den er ikke åbnet med begrundelse.")
            return redirect("sag", mine.key)
        try:
            return redirect("sag", open_for_a_time(request, number, reason=reason).key)
        except Refused as refusal:
            log(request, LogEntry.Act.REFUSED)
            form.add_error(None, str(refusal))
    values = {"form": form, "hours": int(TEMPORARY.total_seconds() // 3600)}
    return render(request, "access/opening.html", values, status=422 if form.errors else 200)


@needs(Right.CASES)
def nye_aabninger(request: Request) -> HttpResponse:
    """The openings this person answers for, and their verdict on each."""
    if request.method == "POST":
        return _review(request)
    waiting = list(openings_to_review(request.person, on=request.today, at=request.moment))
    done = openings_of(request.person, on=request.today, at=request.moment).filter(reviewed_at__isnull=False)
    reviewed = list(done.order_by("-reviewed_at", "-pk")[:_SHOWN])
    log_list(request, "nye-aabninger", shown=len(waiting) + len(reviewed))
    values = {"waiting": [(mark_of(each), each) for each in waiting], "reviewed": reviewed, "verdicts": _VERDICTS}
    return render(request, "access/opening_list.html", values)


def _review(request: Request) -> HttpResponse:
    opening = _chosen(request)
    try:
        review_opening(
            opening, verdict=request.POST["resultat"], doing=Doing(by=request.person.user, at=request.moment)
        )
        messages.success(request, "Åbningen er gennemset.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("nye-aabninger")


def _chosen(request: Request) -> TemporaryAccess:
    """The opening the form names, if this person answers for it."""
    opening = marked(
        openings_of(request.person, on=request.today, at=request.moment), mark=request.POST.get("aabning", "")
    )
    if opening is None or request.POST.get("resultat") not in _VERDICTS:
        raise Http404
    return opening


urlpatterns = [
    path("aabn/", aabn, name="aabn-med-begrundelse"),
    path("aabninger/", nye_aabninger, name="nye-aabninger"),
]
