"""Which forms decide who sees a case? Their labels, hints, and what to do when something is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final, cast

from django import forms

from pejl.web.access.models import Naming, User
from pejl.web.access.names import sort_key

_WORDS: Final = 4
_LETTERS: Final = 20
# Everything but the naming that goes with protecting a case, which has a page of its own.
NAMED_AS: Final = [(each.value, each.label) for each in Naming.As if each is not Naming.As.BESKYTTET]


class Reason(forms.CharField):
    """A reason in a sentence, which others will read."""

    def __init__(self, label: str, *, hint: str) -> None:
        super().__init__(
            label=label,
            help_text=hint,
            max_length=500,
            widget=forms.Textarea(attrs={"rows": 3}),
            error_messages={
                "required": "Skriv en begrundelse.",
                "max_length": "Teksten er for lang. Skriv højst 500 tegn.",
            },
        )

    def clean(self, value: Any) -> str:
        """Refuse a word or two: nobody can judge those afterwards."""
        words = " ".join(str(super().clean(value)).split())
        if len(words) < _LETTERS or len(words.split()) < _WORDS:
            raise forms.ValidationError("Begrundelsen er for kort. Skriv mindst en hel sætning.")
        return words


class Key(forms.RegexField):
    """The key the empty form was given (``new_key``), which becomes an address: nothing that cannot stand in one."""

    def __init__(self, **options: Any) -> None:
        wrong = "Siden kan ikke bruges, som den blev sendt. Åbn den igen, og prøv en gang til."
        super().__init__(
            r"\A(?!-\Z)[A-Za-z0-9_-]+\Z",
            max_length=32,
            widget=forms.HiddenInput,
            error_messages={"required": wrong, "invalid": wrong, "max_length": wrong},
            **options,
        )


class Day(forms.DateField):
    """A day, typed or picked."""

    def __init__(self, label: str, *, hint: str = "", required: bool = True) -> None:
        super().__init__(
            label=label,
            help_text=hint,
            required=required,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y"],
            error_messages={
                "required": "Skriv en dag.",
                "invalid": "Dagen kan ikke læses. Skriv den som 31-12-2026.",
            },
        )


class OpeningForm(forms.Form):
    """Open a case outside one's scope."""

    nummer = forms.CharField(
        label="Sagsnummer",
        help_text="Skriv nummeret, som det står i fagsystemet.",
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Skriv sagens nummer.", "max_length": "Nummeret er for langt. Se efter igen."},
    )
    begrundelse = Reason(
        "Hvorfor skal du se sagen nu?",
        hint="Mindst en hel sætning. Den læses af sagens rådgiver og leder.",
    )


class ProtectForm(forms.Form):
    """Protect a case, and name those who may see it."""

    navngivne = forms.MultipleChoiceField(
        label="Hvem skal kunne se sagen?",
        help_text="Kun dem, du sætter kryds ved. Vælg så få som muligt, og husk en, der kan tage over ved fravær.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Sæt kryds ved mindst én.",
            "invalid_choice": "En af personerne kan ikke vælges længere. Vælg igen.",
        },
    )
    begrundelse = Reason("Hvorfor skal sagen beskyttes?", hint="Mindst en hel sætning.")

    def __init__(self, data: Any = None, *, people: Iterable[User], proposed: Iterable[str] = ()) -> None:
        super().__init__(data, initial={"navngivne": list(proposed)})
        cast("forms.MultipleChoiceField", self.fields["navngivne"]).choices = choices_of(people)


class UnprotectForm(forms.Form):
    """Let a case be an ordinary one again."""

    begrundelse = Reason("Hvorfor skal sagen ikke være beskyttet længere?", hint="Mindst en hel sætning.")


class NamingForm(forms.Form):
    """Name a person in a case."""

    person = forms.ChoiceField(
        label="Hvem?",
        error_messages={
            "required": "Vælg en person.",
            "invalid_choice": "Personen kan ikke vælges længere. Vælg en anden.",
        },
    )
    som = forms.ChoiceField(
        label="Som hvad?", choices=NAMED_AS, widget=forms.RadioSelect, error_messages={"required": "Vælg en rolle."}
    )
    fra = Day("Fra")
    til = Day("Til og med", hint="En vikar skal have en slutdag. Ellers kan feltet stå tomt.", required=False)
    begrundelse = Reason("Hvorfor?", hint="Mindst en hel sætning.")

    def __init__(self, data: Any = None, *, people: Iterable[User], today: date, som: str = "") -> None:
        super().__init__(data, initial={"fra": today, "som": som})
        cast("forms.ChoiceField", self.fields["person"]).choices = [("", "Vælg …"), *choices_of(people)]
        self._today = today

    def clean(self) -> dict[str, Any]:
        """A stand-in stands in for a time, and nobody's time ends before it begins or before today."""
        values = super().clean() or {}
        first, last = values.get("fra"), values.get("til")
        if values.get("som") == Naming.As.VIKAR and not last and "til" not in self.errors:
            self.add_error("til", "En vikar skal have en slutdag. Skriv den sidste dag.")
        if first and last and last < first:
            self.add_error("til", "Slutdagen ligger før den første dag. Ret en af dem.")
        elif last and last < self._today:
            self.add_error("til", "Slutdagen er gået. Skriv en dag fra i dag af.")
        return values


def choices_of(people: Iterable[User]) -> list[tuple[str, str]]:
    """The people by name, in Danish order; initials tell namesakes apart."""
    ordered = sorted(people, key=lambda each: (sort_key(each.name), each.initials))
    return [(each.username, f"{each.name} ({each.initials})" if each.initials else each.name) for each in ordered]
