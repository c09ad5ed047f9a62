"""What is asked of an anonymous talk, and of an offer? Of a talk only what can be chosen from a list."""

from __future__ import annotations

from typing import Any, Final

from django import forms

from pejl.web.access.forms import Day, Key, Reason
from pejl.web.counselling.actions import Told
from pejl.web.counselling.models import OfferJudgement, Talk
from pejl.web.counselling.values import QUESTIONS, Question

# Short lists are seen at a glance; the others open.
_AT_A_GLANCE: Final = 7


class TalkForm(forms.Form):
    """One talk. No field can be written in but the day."""

    key = Key()
    day = Day("Dag")

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None, correcting: bool = False) -> None:
        super().__init__(data, initial=initial)
        said = initial or {}
        for each in QUESTIONS:
            self.fields[each.field] = asked(each, kept=said.get(each.field, ""))
        if correcting:
            label = "Det var ikke en samtale. Tag den ud af tallene."
            self.fields["taken_back"] = forms.BooleanField(label=label, required=False)

    @property
    def told(self) -> Told:
        """What was chosen."""
        return Told(**{**self.cleaned_data, "themes": tuple(self.cleaned_data["themes"])})


def asked(question: Question, *, kept: str | list[str]) -> forms.ChoiceField:
    """The choices in use, and the one that was chosen before."""
    choices = [(each.key, each.label) for each in question.choices if each.used or each.key in kept]
    errors = {"required": "Vælg et svar.", "invalid_choice": "Vælg fra listen."}
    if question.several:
        field: forms.ChoiceField = forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple)
    elif len(choices) <= _AT_A_GLANCE:
        field = forms.ChoiceField(choices=choices, widget=forms.RadioSelect)
    else:
        field = forms.ChoiceField(choices=[("", "Vælg …"), *choices])
    field.label, field.help_text = question.label, question.hint
    field.error_messages |= errors
    return field


def as_it_was(talk: Talk) -> dict[str, Any]:
    """A talk's own answers."""
    return {"day": talk.day, **{each.field: getattr(talk, each.field) for each in QUESTIONS}}


class JudgementForm(forms.Form):
    """What a leader thinks of an offer."""

    key = Key()
    verdict = forms.ChoiceField(
        label="Hvad skal der ske med tilbuddet?",
        choices=OfferJudgement.Verdict.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg, hvad der skal ske.", "invalid_choice": "Vælg et af svarene."},
    )
    reason = Reason("Hvorfor?", hint="Mindst en hel sætning. Skriv om tilbuddet, og ikke om nogen, der har brugt det.")
