"""What does one text say, what does it rest on, how has it been before, and how is it put in our own words?"""

from __future__ import annotations

from datetime import date
from typing import Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.actions import Refused
from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.handbook.actions import Version, decide
from pejl.web.handbook.cited import CITED, IN_FORCE, key_of
from pejl.web.handbook.contents import steps_of
from pejl.web.handbook.lix import read
from pejl.web.handbook.models import OwnText
from pejl.web.handbook.placeholders import BY_HAND, FROM_THE_CASE, PLACEHOLDERS
from pejl.web.handbook.text import Text, exampled
from pejl.web.handbook.texts import TEXT_BY_KEY, current

_LONGEST: Final = 10_000


def _text(key: str, *, on: date) -> Text:
    """The text as it applies; one whose days are over is still there to be read."""
    shipped = TEXT_BY_KEY.get(key)
    if shipped is None:
        raise Http404
    return current(key, on=on) or shipped


@needs()
def tekst(request: Request, text: str) -> HttpResponse:
    """One text."""
    found = _text(text, on=request.today)
    context = {
        "text": found,
        "steps": steps_of(found),
        "reading": read(exampled(found.body)),
        "known": [FROM_THE_CASE[name] for name in found.placeholders if name in FROM_THE_CASE],
        "by_hand": [BY_HAND[name] for name in found.placeholders if name in BY_HAND],
        "cites": [(each, IN_FORCE[each]) for each in found.cites],
        "shipped": TEXT_BY_KEY[text],
        "history": OwnText.objects.filter(key=text).order_by("-first"),
        "may_decide": request.person.may(Right.TEXTS),
        "today": request.today,
    }
    return render(request, "handbook/tekst.html", context)


class OwnTextForm(forms.Form):
    """The text in the municipality's own words."""

    body = forms.CharField(
        label="Teksten",
        max_length=_LONGEST,
        strip=False,
        help_text="Navne i krøllede parenteser udfyldes i sagen. En linje uden punktum bliver til en overskrift.",
        widget=forms.Textarea(attrs={"rows": 18}),
        error_messages={"required": "Teksten er tom. Skriv de ord, der skal bruges."},
    )
    owner = forms.CharField(
        label="Ejer",
        max_length=200,
        help_text="Den, der holder teksten ved lige, fx »Faglig koordinator«.",
        error_messages={"required": "Skriv, hvem der holder teksten ved lige."},
    )
    first = forms.DateField(
        label="Gælder fra",
        help_text="Tidligst i dag. Det, der er sendt før, bliver ved sine gamle ord.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Skriv dagen.", "invalid": "Dagen findes ikke. Skriv den som 2026-05-03."},
    )
    reason = forms.CharField(
        label="Begrundelse",
        max_length=500,
        help_text="Hvorfor teksten ændres, og hvor det er besluttet.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Skriv kort, hvorfor teksten ændres, og hvor det er besluttet."},
    )
    title = forms.CharField(
        label="Overskrift", max_length=200, error_messages={"required": "Skriv, hvad teksten hedder."}
    )
    cites = forms.MultipleChoiceField(
        label="Bygger på",
        help_text="Ændres loven, findes teksten frem ad den vej.",
        choices=[(key, f"{citation} · {citation.row}") for key, citation in CITED.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Vælg mindst ét sted i loven. Ellers ses teksten ikke, når loven ændres."},
    )


@needs(Right.TEXTS)
def egen(request: Request, text: str) -> HttpResponse:
    """A version of our own, from a day on."""
    now = _text(text, on=request.today)
    form = OwnTextForm(request.POST or None, initial=_as_it_is(now))
    if request.method == "POST" and form.is_valid():
        try:
            decide(_version(text, form), by=request.user, at=request.moment)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Teksten er gemt. Den gælder fra den dag, du har valgt.")
            _warn_if_hard(request, form.cleaned_data["body"], now)
            return redirect("haandbog-tekst", text=text)
    context = {"text": now, "form": form, "names": PLACEHOLDERS.items()}
    return render(request, "handbook/egen.html", context, status=422 if form.errors else 200)


def _as_it_is(text: Text) -> dict[str, object]:
    return {
        "body": text.body,
        "owner": text.owner if text.own else "",
        "title": text.title,
        "cites": [key_of(each) for each in text.cites],
    }


def _version(key: str, form: OwnTextForm) -> Version:
    told = form.cleaned_data
    body = told["body"].replace("\r\n", "\n")
    return Version(**{**told, "key": key, "cites": tuple(told["cites"]), "body": body})


def _warn_if_hard(request: Request, body: str, text: Text) -> None:
    reading = read(exampled(body))
    if reading.too_hard(text.reader.hardest):
        messages.warning(
            request,
            f"Lixtallet er {reading.lix}. Til »{text.reader.label.lower()}« bør det højst være {text.reader.hardest}.",
        )


urlpatterns = [
    path("haandbog/tekst/<str:text>/", tekst, name="haandbog-tekst"),
    path("haandbog/tekst/<str:text>/egen/", egen, name="haandbog-egen"),
]
