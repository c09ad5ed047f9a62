"""What is asked of a young person, of a judgement, and of a decision to publish?"""

from __future__ import annotations

from typing import Final

from django import forms

from pejl.web.access.forms import Day, Key, Reason
from pejl.web.circle.models import Assessment
from pejl.web.circle.totals import LABELS

_LONG: Final = 2000


class YoungForm(forms.Form):
    """Who the circle begins to talk about."""

    key = Key()
    navn = forms.CharField(
        label="Navn",
        max_length=200,
        help_text="Kun kredsen kan se det. Skriv ikke CPR-nummer.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Skriv den unges navn."},
    )
    foedselsaar = forms.IntegerField(
        label="Fødselsår",
        error_messages={"required": "Skriv året, den unge er født.", "invalid": "Skriv året med fire cifre, fx 2011."},
    )
    bekymring = forms.CharField(
        label="Det, vi er bekymrede for",
        max_length=_LONG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": f"Teksten er for lang. Skriv højst {_LONG} tegn."},
    )


class AssessForm(forms.Form):
    """What the circle judged."""

    key = Key()
    dag = Day("Dag")
    udfald = forms.ChoiceField(
        label="Udfald",
        choices=Assessment.Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg, hvad vurderingen førte til.", "invalid_choice": "Vælg et af udfaldene."},
    )
    vurdering = forms.CharField(
        label="Vurdering",
        max_length=_LONG,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Skriv vurderingen i en sætning eller to."},
    )
    indsats = forms.CharField(label="Hvilken indsats", max_length=200, required=False)
    igen = Day("Ses på igen senest", required=False)


class DiscloseForm(forms.Form):
    """May a small number be published?"""

    tal = forms.ChoiceField(
        label="Hvilket tal",
        choices=[("", "Vælg …"), *LABELS.items()],
        error_messages={"required": "Vælg et tal.", "invalid_choice": "Vælg et af tallene på siden."},
    )
    maa = forms.ChoiceField(
        label="Må det offentliggøres?",
        choices=[("ja", "Ja, tallet må vises"), ("nej", "Nej, tallet skal skjules igen")],
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg ja eller nej."},
    )
    begrundelse = Reason("Hvorfor?", hint="Mindst en hel sætning. Beslutningen gemmes med dit navn.")
