"""How does a leader protect a case, and name the people who may see it?"""

from __future__ import annotations

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.actions import Doing, NewNaming, Refused, end_naming, name_person, protect, unprotect
from pejl.web.access.doors import needs
from pejl.web.access.forms import NamingForm, ProtectForm, UnprotectForm
from pejl.web.access.gate import leads, may_be_named, open_case
from pejl.web.access.marks import mark_of, marked
from pejl.web.access.models import Case, Naming, User, running
from pejl.web.access.request import Request
from pejl.web.access.roles import Right


@needs(Right.PROTECT)
def sag_beskyt(request: Request, key: str) -> HttpResponse:
    """Protect the case, or let it be an ordinary one again."""
    case = _led(request, key, right=Right.PROTECT)
    return _protected(request, case) if case.protected else _unprotected(request, case)


def _led(request: Request, key: str, *, right: Right) -> Case:
    """The case, if it is of a unit this person leads: who opened it for a time may not let others in."""
    case = open_case(request, key)
    if not leads(request.person, case, right=right):
        raise Http404
    return case


def _unprotected(request: Request, case: Case) -> HttpResponse:
    people = {user.username: user for user in may_be_named(on=request.today)}
    form = ProtectForm(request.POST or None, people=people.values(), proposed=_proposed(request, case))
    if request.method == "POST" and form.is_valid():
        named = [people[username] for username in form.cleaned_data["navngivne"]]
        reason = form.cleaned_data["begrundelse"]
        try:
            protect(case, named=named, reason=reason, doing=_doing(request))
            return _after_protecting(request, case, named=named)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    values = {"case": case, "form": form}
    return render(request, "access/opening_protect.html", values, status=422 if form.errors else 200)


def _after_protecting(request: Request, case: Case, *, named: list[User]) -> HttpResponse:
    if request.person.user in named:
        messages.success(request, "Sagen er beskyttet. Kun de navngivne kan se den nu.")
        return redirect("sag", case.key)
    messages.success(request, "Sagen er beskyttet. Du er ikke navngivet og kan derfor ikke længere se den.")
    return redirect("sager")


def _proposed(request: Request, case: Case) -> list[str]:
    """The adviser and those already named."""
    named = set(case.namings.filter(running(request.today)).values_list("user__username", flat=True))
    adviser = User.objects.filter(initials=case.adviser).exclude(initials="").values_list("username", flat=True)
    return [*named, *adviser]


def _protected(request: Request, case: Case) -> HttpResponse:
    form = UnprotectForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            unprotect(case, why=form.cleaned_data["begrundelse"], doing=_doing(request))
            messages.success(request, "Sagen er ikke beskyttet længere.")
            return redirect("sag", case.key)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    values = {"case": case, "form": form, "protection": case.protections.filter(ended_at__isnull=True).last()}
    return render(request, "access/opening_unprotect.html", values, status=422 if form.errors else 200)


@needs(Right.ASSIGN)
def sag_navngiv(request: Request, key: str) -> HttpResponse:
    """Those named in the case, and a form to name another; a button ends a naming."""
    case = _led(request, key, right=Right.ASSIGN)
    if request.method == "POST" and "afslut" in request.POST:
        return _end(request, case)
    people = {user.username: user for user in may_be_named(on=request.today)}
    som = request.GET.get("som", "")
    form = NamingForm(request.POST or None, people=people.values(), today=request.today, som=som)
    if request.method == "POST" and form.is_valid() and _named(request, case, form, people=people):
        return redirect("sag-navngiv", case.key)
    named = [(mark_of(each), each) for each in _named_now(request, case)]
    values = {"case": case, "form": form, "named": named}
    return render(request, "access/opening_naming.html", values, status=422 if form.errors else 200)


def _named_now(request: Request, case: Case) -> QuerySet[Naming]:
    """Those whose time has not run out."""
    namings = case.namings.exclude(last__lt=request.today)
    return namings.select_related("user", "case").order_by("first", "pk")


def _named(request: Request, case: Case, form: NamingForm, *, people: dict[str, User]) -> bool:
    given = form.cleaned_data
    new = NewNaming(
        user=people[given["person"]],
        named_as=Naming.As(given["som"]),
        first=given["fra"],
        last=given["til"],
        reason=given["begrundelse"],
    )
    try:
        name_person(case, new, doing=_doing(request))
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, f"{new.user.name} er navngivet i sagen.")
    return True


def _end(request: Request, case: Case) -> HttpResponse:
    naming = marked(_named_now(request, case), mark=request.POST["afslut"])
    if naming is None:
        raise Http404
    try:
        end_naming(naming, doing=_doing(request))
        messages.success(request, "Navngivningen er afsluttet.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    still = naming.user_id != request.person.user.pk or not case.protected
    return redirect("sag-navngiv", case.key) if still else redirect("sager")


def _doing(request: Request) -> Doing:
    return Doing(by=request.person.user, at=request.moment)


urlpatterns = [
    path("sag/<str:key>/beskyt/", sag_beskyt, name="sag-beskyt"),
    path("sag/<str:key>/navngiv/", sag_navngiv, name="sag-navngiv"),
]
