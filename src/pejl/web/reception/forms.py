"""What is asked when something reaches us, and when somebody knows who the child is?

Five fields first, and nothing that nobody has been told yet is required (house rule 14).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, Final

from django import forms

from pejl.dates import local_day, local_time, read_local, start_of_day
from pejl.events import (
    ANSOEGNING_MODTAGET,
    HENVENDELSE_MODTAGET,
    TID_USIKKER,
    UNDERRETNING_MODTAGET,
    UNDERRETTER,
    FieldValue,
)
from pejl.web.cases.cpr import is_cpr
from pejl.web.cases.forms.fields import CLOCKS, DAYS, NO_SUCH_DAY, YEARS
from pejl.web.reception.actions.taking_in import Contact, Told
from pejl.web.reception.models import Letter

UNKNOWN: Final = "ved-ikke"
UNSURE: Final = "usikker"
_ANONYMOUS: Final = "anonym"
_TOO_LONG: Final = "Teksten er for lang: højst %(limit_value)d tegn. Skriv den kortere."
_LETTER_TEXT: Final = 20_000
_YES: Final = [("ja", "Ja"), ("nej", "Nej"), (UNKNOWN, "Det ved vi ikke")]

# As they mostly come; the family was one choice until 2023, which no letter of today is about.
_SENDERS: Final = (
    *("skole", "dagtilbud", "sundhedspleje", "sundhedsvaesen", "politi", "familie", "barnet", "kommune"),
    *("anbringelsessted", "forening", "andre", _ANONYMOUS),
)
SENDERS: Final = [(each, UNDERRETTER.choices[each].replace(" (fra 2024)", "")) for each in _SENDERS]

KIND_CHOICES: Final = [
    (UNSURE, "Jeg er ikke sikker: den tæller som underretning, til nogen har set på den"),
    (UNDERRETNING_MODTAGET.key, "Underretning"),
    (HENVENDELSE_MODTAGET.key, "Henvendelse"),
    (ANSOEGNING_MODTAGET.key, "Ansøgning"),
]
# What people write about a family, or who they are; beside a case system it is kept there.
_KEPT_IN_THE_CASE_SYSTEM: Final = ("tekst", "navn", "kontakt", "stilling")


def _text(label: str, *, hint: str = "", length: int = 200, rows: int = 0, missing: str = "") -> forms.CharField:
    """Required where there is something to say of it missing."""
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(
        label=label,
        help_text=hint,
        required=bool(missing),
        max_length=length,
        widget=widget,
        error_messages={"max_length": _TOO_LONG, "required": missing},
    )


def _day(label: str, *, hint: str = "", required: bool = False) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=hint,
        required=required,
        input_formats=DAYS,
        validators=YEARS,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "autocomplete": "off"}),
        error_messages={"required": "Skriv dagen.", "invalid": NO_SUCH_DAY},
    )


def _yesno(label: str, *, hint: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        choices=_YES,
        initial=UNKNOWN,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Vælg ja, nej eller »det ved vi ikke«."},
    )


class LetterForm(forms.Form):
    """What reached us: when, from whom, what was said, and what kind it is."""

    dag = _day("Dag", required=True)
    klokken = forms.TimeField(
        label="Klokkeslæt",
        input_formats=CLOCKS,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time", "autocomplete": "off"}),
        error_messages={
            "required": "Skriv klokkeslættet. Kendes det ikke, så sæt kryds ved det under »Flere felter«.",
            "invalid": "Klokkeslættet findes ikke. Skriv det som timer.minutter, fx 15.50.",
        },
    )
    afsender = forms.ChoiceField(
        label="Hvem kommer det fra?",
        choices=[("", "Vælg"), *SENDERS, (UNKNOWN, "Det ved vi ikke endnu")],
        error_messages={"required": "Vælg, hvem det kommer fra.", "invalid_choice": "Vælg en af dem på listen."},
    )
    tekst = _text("Hvad blev der sagt eller skrevet?", length=_LETTER_TEXT, rows=5)
    type = forms.ChoiceField(
        label="Hvad er det?",
        choices=KIND_CHOICES,
        initial=UNSURE,
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg, hvad det er.", "invalid_choice": "Vælg, hvad det er."},
    )
    klokken_ukendt = forms.BooleanField(label="Klokkeslættet kendes ikke", required=False)
    kanal = forms.ChoiceField(
        label="Hvordan nåede det frem?",
        choices=[each for each in Letter.Channel.choices if each[0] != Letter.Channel.FORMULAR],
        initial=Letter.Channel.TELEFON,
        error_messages={"invalid_choice": "Vælg en af dem på listen."},
    )
    mistanke_overgreb = _yesno(
        "Handler det om vold eller andre overgreb?",
        hint="Ved ja skal der tales med barnet, om nødvendigt uden forældrenes samtykke.",
    )
    foraeldre_mistaenkt = _yesno("Er det en forælder, mistanken retter sig mod?")
    aeresrelateret = _yesno(
        "Æreskonflikt eller negativ social kontrol?",
        hint="Ved ja skal risikoen vurderes, før forældre og netværk inddrages.",
    )
    navn = _text("Afsenderens navn")
    kontakt = _text("Afsenderens telefon, mail eller adresse", hint="Så kvitteringen kan sendes.", length=300)
    stilling = _text("Afsenderens stilling eller relation til barnet")

    def __init__(
        self, data: Any = None, *, moment: datetime, beside: bool, initial: Mapping[str, Any] | None = None
    ) -> None:
        now = {"dag": local_day(moment), "klokken": local_time(moment)}
        super().__init__(data, initial={**now, **(initial or {})}, use_required_attribute=False)
        self.fields["dag"].widget.attrs["max"] = local_day(moment).isoformat()
        self._moment = moment
        if beside:
            for name in _KEPT_IN_THE_CASE_SYSTEM:
                del self.fields[name]

    @property
    def folded(self) -> list[forms.BoundField]:
        """What stands under »Flere felter«."""
        names = ("klokken_ukendt", "kanal", "mistanke_overgreb", "foraeldre_mistaenkt", "aeresrelateret")
        return [self[name] for name in (*names, "navn", "kontakt", "stilling") if name in self.fields]

    @property
    def folded_open(self) -> bool:
        """Unfolded at once where something there must be mended."""
        return "klokken" in self.errors or any(bound.errors for bound in self.folded)

    def clean(self) -> dict[str, Any]:
        """A moment that has been, and nobody anonymous with a name."""
        answers = super().clean() or self.cleaned_data
        day, clock, unknown = answers.get("dag"), answers.get("klokken"), answers.get("klokken_ukendt")
        if unknown:
            self.errors.pop("klokken", None)
        if day and day > local_day(self._moment):
            self.add_error("dag", "Dagen er ikke kommet endnu. Skriv den dag, det nåede frem.")
        elif clock and not unknown and day and read_local(day, clock=clock).at > self._moment:
            told = local_time(self._moment).strftime("%H.%M")
            self.add_error("klokken", f"Klokken er kun {told}. Skriv det klokkeslæt, det nåede frem.")
        if answers.get("afsender") == _ANONYMOUS and (answers.get("navn") or answers.get("kontakt")):
            self.add_error("afsender", "Afsenderen er anonym, men der står et navn eller en kontakt. Ret et af dem.")
        return answers

    @property
    def doubt(self) -> str:
        """What is uncertain about the hour, in words; empty for all hours but two a year."""
        return TID_USIKKER.choices.get(self._doubt(), "")

    def _doubt(self) -> str:
        day, clock = self.cleaned_data["dag"], self._clock()
        return str(read_local(day, clock=clock).doubt or "") if clock else ""

    def _clock(self) -> time | None:
        return None if self.cleaned_data["klokken_ukendt"] else self.cleaned_data.get("klokken")

    def contact(self, children: tuple[Told, ...]) -> Contact:
        """What was answered, as a contact to take in."""
        answers, clock = self.cleaned_data, self._clock()
        at = read_local(answers["dag"], clock=clock).at if clock else start_of_day(answers["dag"])
        unsure = answers["type"] == UNSURE
        sender = answers["afsender"]
        return Contact(
            kind=UNDERRETNING_MODTAGET.key if unsure else answers["type"],
            received_at=at,
            hour_known=clock is not None,
            channel=answers["kanal"],
            sender_type="" if sender == UNKNOWN else sender,
            anonymous=sender == _ANONYMOUS,
            sender_name=answers.get("navn", ""),
            sender_contact=answers.get("kontakt", ""),
            sender_role=answers.get("stilling", ""),
            text=answers.get("tekst", ""),
            children=children,
            fields=self._said() | {"uafklaret_type": unsure},
        )

    def _said(self) -> dict[str, FieldValue]:
        names = ("mistanke_overgreb", "foraeldre_mistaenkt", "aeresrelateret")
        said: dict[str, FieldValue] = {
            name: self.cleaned_data[name] == "ja" for name in names if self.cleaned_data[name] in ("ja", "nej")
        }
        return said | ({TID_USIKKER.name: self._doubt()} if self._doubt() else {})


class WhoForm(forms.Form):
    """Who the child is, as far as anybody knows."""

    navn = _text("Barnets navn", hint="Er barnet ikke født, så den gravides navn.")
    cpr = _text("CPR-nummer", hint="Er barnet ikke født, så den gravides.", length=20)
    foedt = _day("Født")
    adresse = _text("Adresse", length=300)
    ufoedt = forms.BooleanField(label="Barnet er ikke født endnu", required=False)
    ventes = _day("Ventes født")

    def __init__(self, data: Any = None, *, today: date, prefix: str | None = None, initial: Any = None) -> None:
        super().__init__(data, prefix=prefix, initial=initial, use_required_attribute=False)
        self._today = today

    def clean_cpr(self) -> str:
        """Ten digits, however they are written."""
        written: str = self.cleaned_data["cpr"].strip()
        digits = "".join(sign for sign in written if sign.isdigit())
        if written and not is_cpr(written):
            raise forms.ValidationError("CPR-nummeret passer ikke. Skriv det som 010117-1234, eller lad det stå tomt.")
        return f"{digits[:6]}-{digits[6:]}" if digits else ""

    def clean(self) -> dict[str, Any]:
        """A child is born, or it is not."""
        answers = super().clean() or self.cleaned_data
        if answers.get("foedt") and answers.get("ufoedt"):
            self.add_error("foedt", "Barnet kan ikke både være født og ikke være det. Ret et af dem.")
        elif answers.get("foedt") and answers["foedt"] > self._today:
            self.add_error("foedt", "Dagen er ikke kommet endnu. Er barnet ikke født, så skriv den i »Ventes født«.")
        return answers

    @property
    def told(self) -> Told:
        """The answers as one child."""
        answers = self.cleaned_data
        return Told(
            told=answers.get("barn", ""),
            name=answers["navn"].strip(),
            cpr=answers["cpr"],
            born=answers["foedt"],
            address=answers["adresse"],
            unborn=answers["ufoedt"],
            expected=answers["ventes"] if answers["ufoedt"] else None,
        )


class ChildForm(WhoForm):
    """One child of the letter: what is told, and under »Flere felter« who it is."""

    barn = _text(
        "Hvad ved vi om barnet?",
        hint="Fx »dreng ca. 8, Skolegade«. Navn og CPR kan komme senere.",
        length=300,
        missing="Skriv det, I ved om barnet, om det så kun er »barn i Skolegade«.",
    )
    sag = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)
    field_order = ("barn", "sag")

    @property
    def folded(self) -> list[forms.BoundField]:
        """Who the child is."""
        return [self[name] for name in ("navn", "cpr", "foedt", "adresse", "ufoedt", "ventes")]

    @property
    def folded_open(self) -> bool:
        """Unfolded where something there must be mended, or has been written."""
        return any(bound.errors or bound.value() for bound in self.folded)

    def clean(self) -> dict[str, Any]:
        """Something must be said of the child."""
        answers = super().clean()
        if answers.get("navn", "").strip() and not answers.get("barn"):
            self.errors.pop("barn", None)
        return answers


class NameForm(WhoForm):
    """Who an unsettled child is: now by name."""

    def clean(self) -> dict[str, Any]:
        """A name, and something that tells this child from others of that name."""
        answers = super().clean()
        if not answers.get("navn", "").strip():
            self.add_error("navn", "Skriv barnets navn. Kendes det ikke endnu, så vent med siden.")
        elif not (answers.get("cpr") or answers.get("foedt") or answers.get("ufoedt")) and not self.errors:
            self.add_error("cpr", "Skriv CPR-nummer eller fødselsdag, så barnet ikke forveksles med et andet.")
        return answers
