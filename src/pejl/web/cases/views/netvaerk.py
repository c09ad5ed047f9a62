"""How is the child's network shown, and how is somebody put on the map, put right there, and taken off it?"""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path

from pejl.web.access.doors import needs
from pejl.web.access.gate import open_case
from pejl.web.access.models import Case
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.actions.network import add_person, change_person, end_person, take_over
from pejl.web.cases.actions.writing import Overtaken, Refused, Sent, new_token
from pejl.web.cases.care import care_of
from pejl.web.cases.forms.network import PersonForm
from pejl.web.cases.happened import standing_in
from pejl.web.cases.models import NetworkPerson, Relative
from pejl.web.cases.network import SIZE, is_on, map_of, mark_of_person, not_on_map
from pejl.web.cases.people import child_of

_TOKEN = 64


@needs(Right.CASES)
def netvaerk(request: Request, key: str) -> HttpResponse:
    """The map, and the same in words."""
    case = open_case(request, key)
    return _map(request, case)


def _map(request: Request, case: Case, *, refused: str = "", status: int = 200) -> HttpResponse:
    child = child_of(case)
    people = list(NetworkPerson.objects.filter(child=child)) if child else []
    care = care_of(case, child, standing_in(case).events)
    values = {
        "case": case,
        "child": child,
        "map": map_of(child, people, relatives=care.relatives, today=request.today) if child else None,
        "size": str(SIZE),
        "half": str(SIZE // 2),
        "not_on_map": not_on_map(care.relatives, people, today=request.today),
        "care": care,
        "may_edit": may_edit(request),
        "may_register": request.person.may(Right.REGISTER),
        "sees_text": request.person.may(Right.TEXT),
        "alone": settings.PEJL_MODE == "alene",
        "refused": refused,
        "token": new_token(),
    }
    return render(request, "cases/netvaerk.html", values, status=status)


def may_edit(request: Request) -> bool:
    """Who may write about the family, where no case system keeps it."""
    person = request.person
    return settings.PEJL_MODE == "alene" and person.may(Right.REGISTER) and person.may(Right.TEXT)


def _to_edit(request: Request, key: str) -> Case:
    if not may_edit(request):
        raise Http404
    return open_case(request, key)


def _sent(request: Request) -> Sent:
    return Sent(by=request.person.user, at=request.moment, token=request.POST.get("token", "")[:_TOKEN])


# --- one person -----------------------------------------------------------------------------------------------


@needs(Right.REGISTER)
def ny(request: Request, key: str) -> HttpResponse:
    """Somebody new on the map."""
    case = _to_edit(request, key)
    form = PersonForm(request.POST or None, person=None, today=request.today)
    if request.method == "POST" and form.is_valid():
        try:
            add_person(case, form.cleaned_data, sent=_sent(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return _form(request, case, form, person=None, status=422)
        messages.success(request, "Personen står på kortet.")
        return redirect("netvaerk", case.key)
    return _form(request, case, form, person=None, status=422 if request.method == "POST" else 200)


@needs(Right.REGISTER)
def person(request: Request, key: str, person: str) -> HttpResponse:
    """Put right what stands about somebody."""
    case = _to_edit(request, key)
    found = get_object_or_404(NetworkPerson, key=person, child__case=case)
    form = PersonForm(request.POST or None, person=found, today=request.today)
    if request.method == "POST" and form.is_valid():
        try:
            change_person(case, found.key, form.cleaned_data, seen=request.POST.get("set", ""), sent=_sent(request))
        except Overtaken as refusal:
            messages.error(request, str(refusal))
            found.refresh_from_db()
            form = PersonForm(None, person=found, today=request.today)
            return _form(request, case, form, person=found, status=409)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return _form(request, case, form, person=found, status=422)
        messages.success(request, "Oplysningerne er gemt.")
        return redirect("netvaerk", case.key)
    return _form(request, case, form, person=found, status=422 if request.method == "POST" else 200)


def _form(request: Request, case: Case, form: PersonForm, *, person: NetworkPerson | None, status: int) -> HttpResponse:
    values = {
        "case": case,
        "form": form,
        "person": person,
        "on_map": person is not None and is_on(person, today=request.today),
        "token": new_token() if status != 422 else request.POST.get("token", "")[:_TOKEN] or new_token(),
        "other_token": new_token(),
        "seen": (request.POST.get("set", "") if status == 422 else mark_of_person(person)) if person else "",
    }
    return render(request, "cases/netvaerk_person.html", values, status=status)


# --- with one click -------------------------------------------------------------------------------------------


@needs(Right.REGISTER)
def afslut(request: Request, key: str, person: str) -> HttpResponse:
    """Off the map from today."""
    case = _to_edit(request, key)
    found = get_object_or_404(NetworkPerson, key=person, child__case=case)
    if request.method == "POST":
        try:
            end_person(case, found.key, sent=_sent(request))
        except Refused as refusal:
            return _map(request, case, refused=str(refusal), status=422)
        messages.success(request, "Personen er taget af kortet og står under »Tidligere«.")
    return redirect("netvaerk", case.key)


@needs(Right.REGISTER)
def overtag(request: Request, key: str) -> HttpResponse:
    """One of the child's grown-ups onto the map."""
    case = _to_edit(request, key)
    if request.method == "POST":
        number = request.POST.get("voksen", "")
        wanted = number if number.isdecimal() and len(number) < 12 else "0"
        relative = get_object_or_404(Relative, pk=int(wanted), child__case=case)
        try:
            take_over(case, relative, sent=_sent(request))
        except Refused as refusal:
            return _map(request, case, refused=str(refusal), status=422)
        messages.success(request, "Personen står på kortet. Skriv selv, hvad personen kan bruges til.")
    return redirect("netvaerk", case.key)


urlpatterns = [
    path("sag/<str:key>/netvaerk/", netvaerk, name="netvaerk"),
    path("sag/<str:key>/netvaerk/ny/", ny, name="netvaerk-ny"),
    path("sag/<str:key>/netvaerk/overtag/", overtag, name="netvaerk-overtag"),
    path("sag/<str:key>/netvaerk/<str:person>/", person, name="netvaerk-person"),
    path("sag/<str:key>/netvaerk/<str:person>/afslut/", afslut, name="netvaerk-afslut"),
]
