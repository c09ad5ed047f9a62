"""How are a duty and a hand-over asked about? Their labels, hints, and what to do when something is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any, Final, cast

from django import forms

from pejl.dates import Doubt, danish_moment, read_local
from pejl.web.access.forms import choices_of
from pejl.web.access.models import User
from pejl.web.reception.actions.watching import NewWatch
from pejl.web.reception.models import Watch

_CHOOSE: Final = ("", "Vælg …")
_MOMENTS: Final = ("%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%d.%m.%Y %H.%M", "%d.%m.%Y kl. %H.%M", "%d-%m-%Y %H:%M")
_DOUBTS: Final = {
    Doubt.TWICE: "findes to gange, fordi uret stilles tilbage. Det er læst som den første gang.",
    Doubt.SKIPPED: "findes ikke, fordi uret stilles frem. Det er læst som en time senere.",
}
_LONGEST_NOTE: Final = 2_000
# Beside a case system no text about the family is kept here, so the next is told in a word where to look.
CODES: Final = (
    ("laes", "Læs det, jeg har skrevet i fagsystemet"),
    ("foelg_op", "Følg op i dag: se aftalen i fagsystemet"),
    ("ring_underretter", "Ring til underretteren i dag"),
    ("tal_med_barnet", "Tal med barnet i dag"),
    ("akut", "Akut hjælp er sat i gang: se fagsystemet med det samme"),
    ("ingen_akut", "Vurderet, der er ikke brug for akut hjælp"),
)


class Moment(forms.CharField):
    """A day and an hour on a Danish clock, as an instant."""

    def __init__(self, label: str, *, hint: str = "") -> None:
        super().__init__(
            label=label,
            help_text=hint,
            widget=forms.DateTimeInput(attrs={"type": "datetime-local", "autocomplete": "off"}),
            error_messages={"required": "Skriv dag og klokkeslæt."},
        )
        self.doubt = Doubt.NONE

    def clean(self, value: Any) -> datetime:
        """The instant; an hour the clock shows twice or never is remembered as doubtful."""
        words = str(super().clean(value))
        for way in _MOMENTS:
            try:
                told = datetime.strptime(words, way)  # noqa: DTZ007 -- read as a Danish clock in the next line
                reading = read_local(told.date(), clock=time(told.hour, told.minute))
            except ValueError:
                continue
            self.doubt = reading.doubt
            return reading.at
        raise forms.ValidationError("Tidspunktet kan ikke læses. Skriv det som 31.12.2026 kl. 15.30.")


class WatchForm(forms.Form):
    """A duty for somebody."""

    person = forms.ChoiceField(
        label="Hvem?",
        error_messages={"required": "Vælg en person.", "invalid_choice": "Personen kan ikke vælges. Vælg en anden."},
    )
    vagt = forms.ChoiceField(
        label="Hvilken vagt?",
        choices=Watch.Duty.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg en vagt.", "invalid_choice": "Den vagt findes ikke. Vælg igen."},
    )
    fra = Moment("Fra")
    til = Moment("Til", hint="Når vagten går over midnat, så husk den næste dags dato.")
    telefon = forms.CharField(
        label="Vagttelefon",
        required=False,
        max_length=40,
        help_text="Nummeret, kolleger og samarbejdspartnere skal ringe til.",
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
        error_messages={"max_length": "Nummeret er for langt. Skriv højst 40 tegn."},
    )

    def __init__(self, data: Any = None, *, people: Iterable[User]) -> None:
        super().__init__(data)
        self._people = {user.username: user for user in people}
        cast("forms.ChoiceField", self.fields["person"]).choices = [_CHOOSE, *choices_of(self._people.values())]

    @property
    def doubts(self) -> list[str]:
        """What must be said about an hour in the night the clock is changed."""
        asked = [(name, cast("Moment", self.fields[name]).doubt) for name in ("fra", "til")]
        return [
            f"Klokkeslættet {danish_moment(self.cleaned_data[name]).rpartition(' ')[2]} {_DOUBTS[doubt]}"
            for name, doubt in asked
            if doubt
        ]

    def asked(self) -> NewWatch:
        """What the form asks for."""
        said = self.cleaned_data
        return NewWatch(
            user=self._people[said["person"]],
            duty=Watch.Duty(said["vagt"]),
            first_at=said["fra"],
            last_at=said["til"],
            phone=said["telefon"].strip(),
        )


class HandOverForm(forms.Form):
    """What the next must know about a case; a choice and no text beside a case system."""

    def __init__(self, data: Any = None, *, beside: bool) -> None:
        super().__init__(data)
        self.beside = beside
        if beside:
            self.fields["besked"] = forms.ChoiceField(
                label="Hvad skal den næste gøre?",
                choices=CODES,
                widget=forms.RadioSelect,
                help_text="Sagens tekst står i fagsystemet.",
                error_messages={"required": "Vælg, hvad den næste skal gøre.", "invalid_choice": "Vælg igen."},
            )
        else:
            self.fields["besked"] = forms.CharField(
                label="Det skal den næste vide",
                max_length=_LONGEST_NOTE,
                help_text="Hvad er gjort, hvad er aftalt med hvem, og hvad skal der ske først i dag?",
                widget=forms.Textarea(attrs={"rows": 5}),
                error_messages={
                    "required": "Skriv kort, hvad den næste skal vide eller gøre.",
                    "max_length": f"Teksten er for lang. Skriv højst {_LONGEST_NOTE} tegn.",
                },
            )

    def note(self) -> str:
        """In words."""
        said = str(self.cleaned_data["besked"])
        return dict(CODES)[said] if self.beside else said
