"""What does this municipality promise every family, what shows whether it is kept, and what gets the family to read?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.doors import needs
from pejl.web.access.forms import Day, Key, Reason
from pejl.web.access.models import new_key
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.handbook.lix import read
from pejl.web.handbook.models import Promise
from pejl.web.handbook.promises import PROPOSAL_BY_KEY, Seen, choices, coming, holding, seen, undecided
from pejl.web.handbook.promising import Promised, promise
from pejl.web.handbook.text import Reader

_WRONG: Final = 422
_LONGEST: Final = 300


@dataclass(frozen=True, slots=True)
class Line:
    """A promise, and where it shows whether it was kept."""

    row: Promise
    seen: Seen


def _lines(rows: Iterable[Promise]) -> list[Line]:
    return [Line(row, seen(row.seen)) for row in rows]


@needs()
def loefter(request: Request) -> HttpResponse:
    """The promises as they hold today, and all that was decided before."""
    rows = list(Promise.objects.order_by("-first", "-decided_at"))
    may_decide = request.person.may(Right.TEXTS)
    context = {
        "lines": _lines(holding(rows, on=request.today)),
        "coming": _lines(coming(rows, on=request.today)),
        "history": rows,
        "proposals": [(each, seen(each.seen)) for each in undecided(rows)] if may_decide else [],
        "may_decide": may_decide,
        "today": request.today,
    }
    return render(request, "handbook/loefter.html", context)


@needs()
def papir(request: Request) -> HttpResponse:
    """The promises for the family to take home: plain words, one sheet, to be printed."""
    lines = holding(Promise.objects.all(), on=request.today)
    return render(request, "handbook/loefter_papir.html", {"promises": lines, "today": request.today})


class PromiseForm(forms.Form):
    """A promise, in words a family reads."""

    key = Key()
    number = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=1000)
    says = forms.CharField(
        label="Det lover vi",
        max_length=_LONGEST,
        help_text="Skriv til familien: »I …«, »Barnet …«. Lov ikke det, loven allerede giver dem ret til.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Skriv, hvad I lover.",
            "max_length": f"Løftet er for langt. Skriv højst {_LONGEST} tegn, eller del det i to.",
        },
    )
    seen = forms.ChoiceField(
        label="Hvor ses det, om løftet holdes?",
        choices=choices,
        required=False,
        help_text="Vælg »Kan ikke ses i Pejl«, hvis der ikke er noget, der viser det.",
        error_messages={"invalid_choice": "Vælg noget fra listen."},
    )
    owner = forms.CharField(
        label="Ejer",
        max_length=200,
        help_text="Den, der holder øje med løftet, fx »Faglig koordinator«.",
        error_messages={"required": "Skriv, hvem der holder øje med løftet."},
    )
    first = Day("Gælder fra", hint="Tidligst i dag.")
    last = Day("Gælder til og med", hint="Må stå tom: så gælder løftet, til I beslutter andet.", required=False)
    reason = Reason("Begrundelse", hint="Hvorfor, og hvor det er besluttet. Mindst en hel sætning.")
    taken_back = forms.BooleanField(label="Løftet tages tilbage fra den dag, det skulle gælde fra", required=False)


@needs(Right.TEXTS)
def loefte_nyt(request: Request) -> HttpResponse:
    """A promise nobody has made before, or one of Pejl's proposals."""
    proposal = PROPOSAL_BY_KEY.get(request.GET.get("forslag", ""))
    start = {"key": proposal.key, "says": proposal.says, "seen": proposal.seen} if proposal else {"key": new_key()}
    form = PromiseForm(request.POST or None, initial={**start, "number": 1, "first": request.today})
    del form.fields["taken_back"]
    return _decided(request, form) or _page(request, form, row=None)


@needs(Right.TEXTS)
def loefte(request: Request, promise: str) -> HttpResponse:
    """A new version of a promise, or the day it is taken back."""
    rows = list(Promise.objects.filter(key=promise).order_by("number"))
    if not rows:
        raise Http404
    newest = rows[-1]
    start = {name: getattr(newest, name) for name in ("key", "says", "seen", "owner", "last")}
    start |= {"number": newest.number + 1, "first": request.today + timedelta(days=1)}
    form = PromiseForm(request.POST or None, initial=start)
    form.fields["key"].disabled = True
    return _decided(request, form) or _page(request, form, row=newest)


def _page(request: Request, form: PromiseForm, *, row: Promise | None) -> HttpResponse:
    context = {"form": form, "row": row, "today": request.today}
    return render(request, "handbook/loefte.html", context, status=_WRONG if form.errors else 200)


def _decided(request: Request, form: PromiseForm) -> HttpResponse | None:
    """Kept, and on to the list; nothing where the form must be shown (again)."""
    if request.method != "POST" or not form.is_valid():
        return None
    told: dict[str, Any] = form.cleaned_data
    try:
        promise(Promised(**told), doing=Doing(by=request.user, at=request.moment))
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None
    messages.success(request, "Løftet er gemt. Det gælder fra den dag, du har valgt.")
    _warn_if_hard(request, told["says"])
    return redirect("haandbog-loefter")


def _warn_if_hard(request: Request, says: str) -> None:
    reading, most = read(says), Reader.FORAELDER.hardest
    if reading.too_hard(most):
        messages.warning(request, f"Lixtallet er {reading.lix}. Til en familie bør det højst være {most}.")


urlpatterns = [
    path("haandbog/det-kan-i-regne-med/", loefter, name="haandbog-loefter"),
    path("haandbog/det-kan-i-regne-med/papir/", papir, name="haandbog-loefter-papir"),
    path("haandbog/det-kan-i-regne-med/nyt/", loefte_nyt, name="haandbog-loefte-nyt"),
    path("haandbog/det-kan-i-regne-med/ret/<str:promise>/", loefte, name="haandbog-loefte"),
]
