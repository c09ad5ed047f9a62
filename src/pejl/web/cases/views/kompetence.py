"""Who may grant what here, since when, and by which decision? A department leader decides (requirements C19, C20)."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.doors import needs
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.actions.competences import Decision, decide
from pejl.web.cases.actions.writing import Refused
from pejl.web.cases.competence import LEVELS, level_of, levels_on, rank_of
from pejl.web.cases.competence_moves import moves
from pejl.web.cases.models import Competence
from pejl.web.cases.sending import sent_of, token_of


class CompetenceForm(forms.Form):
    """A new decision about one measure."""

    measure = forms.CharField(
        label="Paragraf",
        max_length=60,
        help_text="Fx § 30 eller § 32, stk. 1, nr. 3. Det om § 32 gælder alt under § 32, der ikke står for sig.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Skriv paragraffen."},
    )
    decides = forms.ChoiceField(
        label="Må bevilges af",
        choices=[("", "Vælg"), *LEVELS.items()],
        help_text="Den laveste, der må. De, der står højere, må også.",
        error_messages={"required": "Vælg, hvem der må bevilge det."},
    )
    visitation_first = forms.BooleanField(label="Skal i visitationsudvalg først", required=False)
    first = forms.DateField(
        label="Gælder fra",
        help_text="Tidligst i dag. Det, der er bevilget før, bliver ved den gamle beslutning.",
        widget=forms.DateInput(attrs={"type": "date", "autocomplete": "off"}, format="%Y-%m-%d"),
        error_messages={"required": "Skriv dagen.", "invalid": "Dagen findes ikke. Skriv den som dag.måned.år."},
    )
    reason = forms.CharField(
        label="Begrundelse",
        max_length=500,
        help_text="Hvorfor, og hvor det er besluttet. Her står intet om børn og familier.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Skriv kort hvorfor, og hvor det er besluttet."},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One measure, as decided today."""

    row: Competence
    who: str
    mine: bool


@needs()
def kompetence(request: Request) -> HttpResponse:
    """What applies today, what is coming and what applied; for a department leader a form for a new decision."""
    may = request.person.may(Right.TEXTS)
    if request.method == "POST" and not may:
        raise Http404
    form = CompetenceForm(request.POST if request.method == "POST" else None) if may else None
    if form is not None and form.is_valid():
        try:
            decide(Decision(**form.cleaned_data), sent=sent_of(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Beslutningen er gemt. Den gælder fra den dag, du har valgt.")
            return redirect("kompetence")
    values = {
        "form": form,
        "token": token_of(request),
        "lines": _lines(request),
        "history": [
            (each.row, LEVELS.get(each.row.decides, each.row.decides), each.told)
            for each in moves(Competence.objects.all())
        ],
        "sees_figures": request.person.may(Right.OVERVIEW),
        "today": request.today,
    }
    return render(request, "cases/kompetence.html", values, status=422 if form is not None and form.errors else 200)


def _lines(request: Request) -> list[Line]:
    levels, rank = levels_on(request.today), rank_of(place.role.key for place in request.person.places)
    known = list(LEVELS)
    found = []
    for measure in sorted(levels, key=_by_number):
        row = levels[measure]
        needed = known.index(row.decides) if row.decides in known else len(known)
        mine = rank >= needed and level_of(measure, levels) == row
        found.append(Line(row=row, who=LEVELS.get(row.decides, row.decides), mine=mine))
    return found


def _by_number(measure: str) -> list[tuple[int, str]]:
    """§ 9 before § 30.

    >>> sorted(["§ 32, stk. 1", "§ 9", "§ 32"], key=_by_number)
    ['§ 9', '§ 32', '§ 32, stk. 1']
    """
    words = measure.replace(",", " ").split()
    return [(int(each), "") if each.isdecimal() else (0, each) for each in words]


urlpatterns = [path("kompetence/", kompetence, name="kompetence")]
