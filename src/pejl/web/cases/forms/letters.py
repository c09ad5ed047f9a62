"""What is asked of whoever writes a letter? Only what the case does not know."""

from __future__ import annotations

from datetime import date, time
from typing import Any, Final

from django import forms

from pejl.dates import read_local
from pejl.events import PARTSHOERING_INDKALDT
from pejl.web.cases.letters import moment_words
from pejl.web.handbook.text import Text, filled

_LONGEST: Final = 20_000
_NAME: Final = 200


class LetterForm(forms.Form):
    """The letter: to whom, about what, when the meeting is, and the words."""

    til_navn = forms.CharField(
        label="Til",
        max_length=_NAME,
        help_text="Navnet på den, der skal have brevet.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Skriv, hvem brevet er til."},
    )
    moededag = forms.DateField(
        label="Mødet er",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "autocomplete": "off"}),
        error_messages={"required": "Skriv dagen for mødet.", "invalid": "Dagen findes ikke. Skriv den igen."},
    )
    moedetid = forms.TimeField(
        label="Klokken",
        input_formats=("%H:%M", "%H.%M"),
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time", "autocomplete": "off"}),
        error_messages={"required": "Skriv klokkeslættet.", "invalid": "Klokkeslættet findes ikke. Skriv fx 10.30."},
    )
    tekst = forms.CharField(
        label="Brevet",
        max_length=_LONGEST,
        strip=False,
        help_text="Skriv det, der mangler. En kort linje uden punktum lige over en tekst bliver til en overskrift.",
        widget=forms.Textarea(attrs={"rows": 22}),
        error_messages={
            "required": "Brevet er tomt. Skriv det, der skal stå.",
            "max_length": "Brevet er for langt: højst %(limit_value)d tegn. Skriv det kortere.",
        },
    )
    emne = forms.CharField(
        label="Emne", max_length=_NAME, error_messages={"required": "Skriv, hvad brevet handler om."}
    )

    def __init__(self, text: Text, *, to: str, **more: Any) -> None:
        super().__init__(**more)
        self.to = to
        if to:
            del self.fields["til_navn"]
        if text.sends != PARTSHOERING_INDKALDT.key:
            del self.fields["moededag"], self.fields["moedetid"]

    @property
    def has_meeting(self) -> bool:
        """Whether it calls to a meeting."""
        return "moededag" in self.fields

    def name(self) -> str:
        """Who it is to: known from the case, or written here."""
        return self.to or str(self.cleaned_data.get("til_navn", ""))

    def words(self) -> str:
        """The letter, with what was told in the other fields put in its places."""
        body = str(self.cleaned_data.get("tekst", "")).replace("\r\n", "\n")
        told = {"modtager": self.name(), "til_kommune": "" if self.to else self.name(), "moededag": self._meeting()}
        for name, value in told.items():
            if value:
                body = body.replace(filled(f"{{{name}}}", {}), value)
        return body

    def _meeting(self) -> str:
        day, clock = self.cleaned_data.get("moededag"), self.cleaned_data.get("moedetid")
        if not isinstance(day, date) or not isinstance(clock, time):
            return ""
        return moment_words(read_local(day, clock=clock).at)
