"""How are a place and its adviser asked about? Their labels, hints, and what to do when something is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from django import forms

from pejl.web.access.forms import Day, choices_of
from pejl.web.access.models import User
from pejl.web.cooperation.actions import NewAttachment
from pejl.web.cooperation.models import Place
from pejl.web.cooperation.uses import USES


class PlaceForm(forms.Form):
    """A place, new or corrected."""

    navn = forms.CharField(
        label="Navn",
        max_length=120,
        help_text="Som I kalder det til daglig, fx Skovskolen.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Skriv navnet.", "max_length": "Navnet er for langt. Skriv højst 120 tegn."},
    )
    slags = forms.ChoiceField(
        label="Hvad er det?",
        choices=[("", "Vælg …"), *Place.Kind.choices],
        error_messages={"required": "Vælg, hvad det er.", "invalid_choice": "Det kan ikke vælges. Vælg igen."},
    )

    def __init__(self, data: Any = None, *, place: Place | None = None) -> None:
        super().__init__(data, initial={"navn": place.name, "slags": place.kind} if place else None)

    def clean_navn(self) -> str:
        """Without the spaces a pasted name brings."""
        return " ".join(str(self.cleaned_data["navn"]).split())


class AttachForm(forms.Form):
    """Who is the place's adviser, from when, and what is agreed."""

    hvem = forms.ChoiceField(
        label="Hvem?",
        error_messages={"required": "Vælg en person.", "invalid_choice": "Personen kan ikke vælges. Vælg en anden."},
    )
    fra = Day("Fra")
    til = Day("Til og med", hint="Kan stå tomt, når aftalen ikke har en slutdag.", required=False)
    fremmoede = forms.CharField(
        label="Fast fremmøde",
        required=False,
        max_length=200,
        help_text="Fx tirsdag i lige uger kl. 9-12. Skriv intet om børn og familier.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": "Teksten er for lang. Skriv højst 200 tegn."},
    )
    bruges_til = forms.MultipleChoiceField(
        label="Hvad bruger stedet tværsrådgiveren til?",
        choices=list(USES.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Et af krydserne kan ikke vælges længere. Vælg igen."},
    )

    def __init__(self, data: Any = None, *, people: Iterable[User], today: date) -> None:
        super().__init__(data, initial={"fra": today})
        self._people = {user.username: user for user in people}
        cast("forms.ChoiceField", self.fields["hvem"]).choices = [("", "Vælg …"), *choices_of(self._people.values())]

    def asked(self) -> NewAttachment:
        """What the form asks for."""
        said = self.cleaned_data
        return NewAttachment(
            user=self._people[said["hvem"]],
            first=said["fra"],
            last=said["til"],
            attends=said["fremmoede"].strip(),
            uses=tuple(said["bruges_til"]),
        )


class DetachForm(forms.Form):
    """The last day of an agreement."""

    sidste = Day("Sidste dag")
