"""What is asked when a child is born, moves away, is to be opened again, or asks for another adviser?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, Final

from django import forms
from django.forms import BoundField

from pejl.dates import FIRST_DAY, local_day, read_local
from pejl.web.access.forms import Day
from pejl.web.cases.actions.births import Birth, Newborn
from pejl.web.cases.actions.moves import Move, Told
from pejl.web.cases.actions.wishes import Answer
from pejl.web.cases.forms.people import read_cpr
from pejl.web.cases.forms.setting import Colleague

NOT_BORN: Final = "0"
_MOST: Final = 3  # children born together
_BORN: Final = (("1", "Ét barn"), ("2", "Tvillinger"), ("3", "Trillinger"), (NOT_BORN, "Barnet blev ikke født levende"))
_YES_NO: Final = (("ja", "Ja"), ("nej", "Nej"))
_YES_NO_UNKNOWN: Final = (*_YES_NO, ("ved-ikke", "Ved ikke"))
_TOO_LONG: Final = {"max_length": "Teksten er for lang. Skriv højst %(limit_value)d tegn."}


def _line(label: str, *, hint: str = "", length: int = 200) -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(
        label=label, help_text=hint, max_length=length, required=False, widget=widget, error_messages=_TOO_LONG
    )


def _words(label: str, *, hint: str = "", missing: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=4_000,
        required=bool(missing),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": missing, **_TOO_LONG},
    )


def _choice(label: str, choices: Sequence[tuple[str, str]], *, missing: str, hint: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": missing, "invalid_choice": missing},
    )


class _Dated(forms.Form):
    """A form about a day that has been."""

    def __init__(self, data: Any = None, *, moment: datetime, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        self.moment = moment

    def clean_dag(self) -> date:
        """Not tomorrow, and not long before there were computers."""
        return self._been(self.cleaned_data["dag"])

    def _been(self, day: date) -> date:
        if day > local_day(self.moment):
            raise forms.ValidationError("Dagen er ikke kommet endnu. Skriv den dag, det skete.")
        if day < FIRST_DAY:
            raise forms.ValidationError(f"Dagen ligger før {FIRST_DAY.year}. Ret årstallet.")
        return day


# --- the birth ------------------------------------------------------------------------------------------------


class BirthForm(_Dated):
    """When, how many, and who they are as far as anybody knows."""

    dag = Day("Dag")
    antal = _choice("Hvor mange børn?", _BORN, missing="Vælg, hvor mange børn der blev født.")
    klokken = forms.TimeField(
        label="Klokkeslæt",
        required=False,
        input_formats=("%H:%M", "%H.%M"),
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={"invalid": "Klokkeslættet findes ikke. Skriv det som timer.minutter, fx 15.50."},
    )

    def __init__(self, data: Any = None, *, moment: datetime, beside: bool) -> None:
        super().__init__(data, moment=moment)
        self._asks_names = not beside
        if beside:
            # The case system makes the second child's case; only it knows its number.
            self.fields["antal"].choices = [_BORN[0], _BORN[-1]]  # type: ignore[attr-defined]  # a choice field
            return
        for number in range(1, _MOST + 1):
            self.fields[f"navn_{number}"] = _line(
                f"Navn på barn {number}", hint="Lad feltet stå tomt, hvis barnet ikke har fået navn." * (number == 1)
            )
            self.fields[f"cpr_{number}"] = _line(f"CPR-nummer på barn {number}", length=20)

    @property
    def at_first(self) -> list[BoundField]:
        """The day, how many, and the first child."""
        return [self[name] for name in ("dag", "antal", "navn_1", "cpr_1") if name in self.fields]

    @property
    def folded(self) -> list[BoundField]:
        """The hour, and the other children."""
        return [self[name] for name in self.fields if name not in ("dag", "antal", "navn_1", "cpr_1")]

    @property
    def folded_open(self) -> bool:
        """Unfolded at once where something is wrong, or twins are chosen."""
        return any(bound.errors for bound in self.folded) or self.data.get("antal") in ("2", "3")

    def clean(self) -> dict[str, Any]:
        """The numbers can be read, nobody is told of who was not born, and the hour has been."""
        answers = super().clean() or {}
        for number in range(1, _MOST + 1) if self._asks_names else ():
            self._check_child(number, born=int(answers.get("antal") or _MOST))
        day, clock = answers.get("dag"), answers.get("klokken")
        if day and clock and read_local(day, clock=clock).at > self.moment:
            self.add_error("klokken", "Så sent er klokken ikke endnu. Skriv det klokkeslæt, barnet blev født.")
        return answers

    def _check_child(self, number: int, *, born: int) -> None:
        name, cpr = f"navn_{number}", f"cpr_{number}"
        try:
            self.cleaned_data[cpr] = read_cpr(self.cleaned_data.get(cpr, ""))
        except forms.ValidationError as fault:
            self.add_error(cpr, fault)
        told = self.cleaned_data.get(name) or self.cleaned_data.get(cpr)
        if told and number > born:
            self.add_error(
                name, f"Her står noget om barn {number}, men det er ikke valgt, at der er så mange. Ret det."
            )

    @property
    def is_born(self) -> bool:
        """Whether there is a living child."""
        return bool(self.cleaned_data["antal"] != NOT_BORN)

    def birth(self) -> Birth:
        """What was answered."""
        day, clock = self.cleaned_data["dag"], self.cleaned_data.get("klokken")
        at = read_local(day, clock=clock).at if clock else None
        return Birth(day=day, at=at, children=tuple(self._newborns()))

    def _newborns(self) -> Iterator[Newborn]:
        for number in range(1, int(self.cleaned_data["antal"]) + 1):
            told = self.cleaned_data
            yield Newborn(name=told.get(f"navn_{number}", ""), cpr=told.get(f"cpr_{number}", ""))


# --- moving away ----------------------------------------------------------------------------------------------


class MoveForm(_Dated):
    """When, where to, is help needed, and has the new municipality been told?"""

    dag = Day("Dagen, familien flyttede")
    til = _line("Til hvilken kommune")
    behov = _choice(
        "Er der behov for særlig støtte, eller venter familien et barn, der kan få brug for den?",
        _YES_NO_UNKNOWN,
        missing="Vælg ja, nej eller ved ikke.",
        hint="Ved ja skal tilflytningskommunen underrettes (barnets lov § 132).",
    )
    underrettet = Day(
        "Dagen, tilflytningskommunen blev underrettet",
        hint="Lad feltet stå tomt, hvis det ikke er sket endnu.",
        required=False,
    )
    sammenfatning = _words(
        "Sammenfatning af de vurderinger, der betyder noget",
        hint="Det, den nye kommune skal vide for at hjælpe barnet. Papirerne sendes ved siden af.",
    )

    def __init__(self, data: Any = None, *, moment: datetime, beside: bool) -> None:
        super().__init__(data, moment=moment)
        if beside:
            del self.fields["til"], self.fields["sammenfatning"]

    def clean_underrettet(self) -> date | None:
        """A day that has been, if there is one."""
        day: date | None = self.cleaned_data["underrettet"]
        return self._been(day) if day else None

    def clean(self) -> dict[str, Any]:
        """The law asks for the summary with the notification."""
        answers = super().clean() or {}
        if answers.get("underrettet") and "sammenfatning" in self.fields and not answers.get("sammenfatning"):
            self.add_error("sammenfatning", "Skriv sammenfatningen. Loven kræver, at den følger med underretningen.")
        if answers.get("sammenfatning") and not answers.get("underrettet") and "underrettet" not in self.errors:
            self.add_error("underrettet", "Skriv den dag, underretningen blev sendt, eller slet sammenfatningen.")
        return answers

    def move(self) -> Move:
        """What was answered."""
        told = self.cleaned_data
        needs = {"ja": True, "nej": False}.get(told["behov"])
        day = told["underrettet"]
        sent = Told(day=day, summary=told.get("sammenfatning", "")) if day else None
        return Move(day=told["dag"], to=told.get("til", ""), needs=needs, told=sent)


# --- opening again --------------------------------------------------------------------------------------------


class ReopenForm(forms.Form):
    """Why."""

    begrundelse = _words("Hvorfor åbnes sagen igen?", missing="Skriv kort, hvorfor sagen åbnes igen.")

    def __init__(self, data: Any = None, *, beside: bool) -> None:
        super().__init__(data)
        if beside:
            del self.fields["begrundelse"]


# --- another adviser ------------------------------------------------------------------------------------------


class WishForm(_Dated):
    """When the child said so, and how."""

    dag = Day("Dagen, barnet sagde det")
    ord = _words("Barnets egne ord", hint="Sådan som barnet sagde det.")
    baggrund = _words("Det, der ligger bag, hvis barnet har fortalt det")

    def __init__(self, data: Any = None, *, moment: datetime, beside: bool) -> None:
        super().__init__(data, moment=moment)
        if beside:
            del self.fields["ord"], self.fields["baggrund"]


class AnswerForm(_Dated):
    """Yes or no, why, who takes over, and what the child was told."""

    svar = _choice("Får barnet en anden rådgiver?", _YES_NO, missing="Vælg ja eller nej.")
    raadgiver = forms.ChoiceField(label="Rådgiver, der får sagen", required=False, help_text="Udfyldes kun ved ja.")
    begrundelse = _words("Begrundelse", missing="Skriv begrundelsen. Barnet skal kunne få den at vide.")
    dag = Day(
        "Dagen, barnet fik svaret", hint="Lad feltet stå tomt, hvis barnet ikke har fået det endnu.", required=False
    )
    fortalt = _words("Det, barnet fik at vide")

    def __init__(self, data: Any = None, *, moment: datetime, people: list[Colleague], beside: bool) -> None:
        super().__init__(data, moment=moment)
        self.fields["raadgiver"].choices = [("", "Vælg"), *(each.choice for each in people)]  # type: ignore[attr-defined]  # a choice field
        if beside:
            del self.fields["begrundelse"], self.fields["fortalt"]

    def clean_dag(self) -> date | None:  # type: ignore[override]  # here it need not have happened
        """A day that has been, if there is one."""
        day: date | None = self.cleaned_data["dag"]
        return self._been(day) if day else None

    def clean(self) -> dict[str, Any]:
        """With yes somebody must take over; what was told has a day."""
        answers = super().clean() or {}
        if answers.get("svar") == "ja" and not answers.get("raadgiver"):
            self.add_error("raadgiver", "Vælg den rådgiver, der får sagen.")
        if answers.get("fortalt") and not answers.get("dag") and "dag" not in self.errors:
            self.add_error("dag", "Skriv den dag, barnet fik svaret.")
        return answers

    def answer(self) -> Answer:
        """What was answered."""
        told, granted = self.cleaned_data, self.cleaned_data["svar"] == "ja"
        return Answer(
            granted=granted,
            reason=told.get("begrundelse", ""),
            adviser=told.get("raadgiver", "") if granted else "",
            told=told.get("fortalt", ""),
            told_on=told.get("dag"),
        )


# --- siblings -------------------------------------------------------------------------------------------------


class SiblingForm(forms.Form):
    """How the two are related, and whether they live together."""

    slags = _choice(
        "Er de hel- eller halvsøskende?", (("hel", "Helsøskende"), ("halv", "Halvsøskende")), missing="Vælg."
    )
    sammen = forms.BooleanField(label="Børnene bor sammen", required=False)
