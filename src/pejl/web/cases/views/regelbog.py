"""Which duties does Pejl know, where do they stand, and what has this municipality decided itself?

The words and the examples are the very ones that ``docs/regelbog`` is printed from (``wording``, ``examples``).
"""

from __future__ import annotations

from typing import NamedTuple

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse

from pejl import wording
from pejl.rulebook import TITLES, chapter_of
from pejl.rulebook.examples import WorkedExample, examples_of
from pejl.rulebook.lokale import OWN_NUMBERS, OwnNumber
from pejl.rules import Force, Rule, Rulebook
from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.actions.local_numbers import MOST_DAYS, Decision, decide
from pejl.web.cases.actions.writing import Refused
from pejl.web.cases.models import LocalNumber
from pejl.web.cases.views.overblik.hvad_nu_hvis import what_if_url


class Line(NamedTuple):
    """One version of a rule in a list."""

    rule: Rule
    heading: str
    confirmed: bool
    url: str


class Version(NamedTuple):
    """One version of a rule on its page."""

    rule: Rule
    heading: str
    confirmed: bool
    facts: dict[str, str]
    link: str  # to the words of the law; empty for the municipality's own goals
    examples: tuple[WorkedExample, ...]
    what_if_url: str  # empty where there is no number, and for those who see no totals


def confirmed(rule: Rule) -> bool:
    """Whether we have read where it stands; a local goal needs no source but the municipality's own."""
    return rule.force is Force.LOCAL or rule.cites.sure.confirmed


def _line(rule: Rule, *, book: Rulebook) -> Line:
    url = reverse("regelbog-regel", args=[rule.key])
    return Line(rule, wording.heading(rule, book=book), confirmed(rule), url)


def _chapters(book: Rulebook) -> list[tuple[str, list[Line]]]:
    """The book in its printed order; the local goals with the numbers decided here."""
    found: dict[str, list[Line]] = {name: [] for name in TITLES}
    for key, versions in book.by_key.items():
        found[chapter_of(key)] += [_line(rule, book=book) for rule in versions]
    return [(TITLES[name], lines) for name, lines in found.items()]


@needs()
def regelbog(request: Request) -> HttpResponse:
    """The contents."""
    return render(request, "cases/regelbog.html", {"chapters": _chapters(bridge.rulebook())})


@needs()
def ikke_bekraeftet(request: Request) -> HttpResponse:
    """Everything we have not read in the law itself, on one page."""
    book = bridge.rulebook()
    found = [_line(rule, book=book) for rule in book.rules if not confirmed(rule)]
    return render(request, "cases/regelbog_ikke_bekraeftet.html", {"lines": found})


@needs()
def regel(request: Request, rule: str) -> HttpResponse:
    """One rule in all its versions, newest first."""
    book = bridge.rulebook()
    versions = book.by_key.get(rule)
    if versions is None:
        raise Http404
    shown = [_version(each, book=book, totals=request.person.may(Right.OVERVIEW)) for each in reversed(versions)]
    context = {"title": versions[-1].title, "versions": shown, "local": versions[-1].force is Force.LOCAL}
    return render(request, "cases/regelbog_regel.html", context)


def _version(rule: Rule, *, book: Rulebook, totals: bool) -> Version:
    link = "" if rule.force is Force.LOCAL else rule.cites.link
    heading = wording.heading(rule, book=book)
    thought = what_if_url(rule) if totals else ""
    return Version(rule, heading, confirmed(rule), wording.facts(rule), link, examples_of(rule), thought)


class Shown(NamedTuple):
    """One of the municipality's own numbers on the page of them."""

    number: OwnNumber
    versions: list[Rule]
    history: list[LocalNumber]


class NumberForm(forms.Form):
    """A new number of days, for one of the municipality's own."""

    rule = forms.ChoiceField(
        label="Hvilket tal",
        choices=[(own.rule, own.title) for own in OWN_NUMBERS],
        help_text="Ovenfor står, hvad hvert tal regnes fra og til.",
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg, hvilket tal der er besluttet."},
    )
    number = forms.IntegerField(
        label="Antal dage", min_value=1, max_value=MOST_DAYS, help_text="Kalenderdage; dagen selv tælles ikke med."
    )
    first = forms.DateField(
        label="Gælder fra",
        help_text="Tidligst i dag. Det, der er modtaget før, bliver ved sit gamle tal.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reason = forms.CharField(
        label="Begrundelse",
        max_length=500,
        help_text="Hvorfor tallet ændres, og hvor det er besluttet.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@needs()
def kommunens_tal(request: Request) -> HttpResponse:
    """The history of each number, and for a department leader a form for a new one."""
    may = request.person.may(Right.LOCAL_NUMBERS)
    if request.method == "POST" and not may:
        raise Http404
    form = NumberForm(request.POST or None) if may else None
    if form is not None and request.method == "POST" and form.is_valid():
        try:
            decide(Decision(**form.cleaned_data), by=request.user, at=request.moment)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Tallet er gemt. Det gælder fra den dag, du har valgt.")
            return redirect("regelbog-tal")
    context = {"form": form, "numbers": _own_numbers(bridge.rulebook())}
    return render(request, "cases/regelbog_tal.html", context, status=422 if form is not None and form.errors else 200)


def _own_numbers(book: Rulebook) -> list[Shown]:
    """Each number with its versions and its history, the newest first; one question for all of them."""
    history = list(LocalNumber.objects.order_by("-first"))
    return [
        Shown(own, [*reversed(book.by_key.get(own.rule, ()))], [row for row in history if row.rule == own.rule])
        for own in OWN_NUMBERS
    ]


urlpatterns = [
    path("regelbog/", regelbog, name="regelbog"),
    path("regelbog/ikke-bekraeftet/", ikke_bekraeftet, name="regelbog-ikke-bekraeftet"),
    path("regelbog/kommunens-tal/", kommunens_tal, name="regelbog-tal"),
    path("regelbog/regel/<str:rule>/", regel, name="regelbog-regel"),
]
