"""What is asked when a worklist is begun, and when order, owner and day are set for several of its entries?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final, cast

from django import forms
from django.http import QueryDict

from pejl.dates import danish_date
from pejl.web.access.forms import Day, Key
from pejl.web.access.models import Omraade, Unit
from pejl.web.cases.worklists import KIND_BY_KEY, KINDS
from pejl.web.cases.worklists.owning import Owners
from pejl.web.cases.worklists.rows import Row
from pejl.web.worklists.actions import Set, newest_setting
from pejl.web.worklists.models import Worklist

_MONTHS: Final = 12
_MOST_MONTHS: Final = 240
_LAST_PLACE: Final = 999
AS_IT_IS: Final = ""
THE_ADVISER: Final = "sagens-raadgiver"


class BeginForm(forms.Form):
    """A new list."""

    key = Key()
    slags = forms.ChoiceField(
        label="Hvad skal listen handle om?",
        choices=[(kind.key, kind.title) for kind in KINDS],
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg, hvad listen skal handle om.", "invalid_choice": "Vælg en fra listen."},
    )
    enhed = forms.ChoiceField(
        label="Hvilken enhed?",
        error_messages={"required": "Vælg en enhed.", "invalid_choice": "Vælg en af de enheder, du leder."},
    )
    omraade = forms.ChoiceField(
        label="Hvilke sager?",
        choices=Omraade.choices,
        initial=Omraade.SOCIAL,
        help_text="De to slags tælles aldrig sammen.",
        error_messages={"required": "Vælg sociale sager eller handicapsager.", "invalid_choice": "Vælg en fra listen."},
    )
    maaneder = forms.IntegerField(
        label="Hvor mange måneder skal sagerne mindst have været åbne?",
        required=False,
        min_value=1,
        max_value=_MOST_MONTHS,
        initial=_MONTHS,
        help_text="Bruges kun til sager, der har været åbne længe.",
        error_messages={
            "invalid": "Skriv et helt antal måneder, fx 12.",
            "min_value": "Skriv mindst én måned.",
            "max_value": f"Skriv højst {_MOST_MONTHS} måneder.",
        },
    )
    maaldag = Day("Hvornår skal listen være arbejdet igennem?", hint="En dag, I tror på. Den kan flyttes senere.")

    def __init__(self, data: Any = None, *, units: Iterable[Unit], today: date, initial: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(initial))
        self._today = today
        self.units = {str(unit.pk): unit for unit in units}
        offered = [(key, unit.name) for key, unit in self.units.items()]
        cast("forms.ChoiceField", self.fields["enhed"]).choices = offered

    def clean(self) -> dict[str, Any]:
        """The day is ahead, and how long is said where the kind asks."""
        said = super().clean() or self.cleaned_data
        kind, target = KIND_BY_KEY.get(said.get("slags", "")), said.get("maaldag")
        if kind and kind.asks_months and not said.get("maaneder") and "maaneder" not in self.errors:
            self.add_error("maaneder", "Skriv, hvor mange måneder en sag skal have været åben for at komme med.")
        if target and target <= self._today:
            told = danish_date(self._today)
            self.add_error("maaldag", f"Måldagen skal ligge efter i dag ({told}), hvor listen begynder.")
        return said


class ArrangeForm(forms.Form):
    """A place for each row, and an owner and a day for those that are ticked."""

    ejer = forms.ChoiceField(
        label="Ejer af de valgte",
        required=False,
        help_text="Den, der sørger for, at det bliver gjort. Ejeren skal kunne åbne sagen.",
        error_messages={"invalid_choice": "Personen kan ikke vælges længere. Vælg en anden."},
    )
    maaldag = Day("Måldag for de valgte", hint="Er feltet tomt, bliver måldagen, som den er.", required=False)

    # What had been set when the page was read, so that nobody sets over what another has set since, unread.
    laest = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, rows: Iterable[Row], owners: Owners, of: Worklist) -> None:
        super().__init__(data, initial={"laest": newest_setting(of)})
        self.rows, self._owners, self._started_on = list(rows), owners, of.started_on
        self._worklist = of
        first = [(AS_IT_IS, "Som den er"), (THE_ADVISER, "Sagens rådgiver")]
        cast("forms.ChoiceField", self.fields["ejer"]).choices = [*first, *owners.choices]
        for row in self.rows:
            self.fields[_place(row)] = _place_field(row)

    @property
    def chosen(self) -> set[str]:
        """The keys of the rows with a tick."""
        sent: list[str] = self.data.getlist("valgt") if hasattr(self.data, "getlist") else []
        return set(sent) & {row.entry.key for row in self.rows}

    @property
    def places(self) -> dict[str, forms.BoundField]:
        """The field of each row's place, by the key of its entry."""
        return {row.entry.key: self[_place(row)] for row in self.rows}

    @property
    def below(self) -> list[forms.BoundField]:
        """What is set for the ticked ones."""
        return [self["ejer"], self["maaldag"]]

    def clean(self) -> dict[str, Any]:
        """What is set for the ticked needs a tick; an owner must be able to open the case."""
        said = super().clean() or self.cleaned_data
        owner, target = said.get("ejer"), said.get("maaldag")
        if (owner or target) and not self.chosen:
            raise forms.ValidationError("Sæt kryds ved dem, ejeren eller måldagen skal gælde for.")
        if target and target < self._started_on:
            told = danish_date(self._started_on)
            self.add_error("maaldag", f"Måldagen kan ikke ligge, før listen begyndte {told}. Vælg en senere dag.")
        if owner and owner != THE_ADVISER:
            self._check_owner(owner)
        return said

    def _check_owner(self, owner: str) -> None:
        chosen = [row.entry.case for row in self.rows if row.entry.key in self.chosen]
        closed = [case for case in chosen if not self._owners.may_own(owner, case)]
        if closed:
            name, number = self._owners.name_of(owner), len(closed)
            self.add_error(
                "ejer",
                f"{name} kan ikke åbne {number} af de {len(chosen)} valgte sager. Navngiv personen som medrådgiver i "
                "dem først, eller vælg en anden ejer.",
            )

    def wanted(self) -> list[Set]:
        """How each row of the page shall stand."""
        return [self._set(row) for row in self.rows]

    def _set(self, row: Row) -> Set:
        said, ticked = self.cleaned_data, row.entry.key in self.chosen
        owner, target = row.entry.owner, row.entry.target_on
        if ticked and said["ejer"]:
            owner = "" if said["ejer"] == THE_ADVISER else said["ejer"]
        if ticked and said["maaldag"]:
            target = said["maaldag"]
        # A row that was not on the page when it was read stays as it is.
        place = said.get(_place(row)) if _place(row) in self.data else row.entry.place
        return Set(entry=row.entry, place=place, owner=owner, target_on=target)

    def read_again(self) -> None:
        """The page that is shown now tells how all of it stands; what was typed stays."""
        sent = self.data.copy() if isinstance(self.data, QueryDict) else QueryDict(mutable=True)
        sent["laest"] = newest_setting(self._worklist)
        self.data = sent


def _place(row: Row) -> str:
    return f"plads_{row.entry.key}"


def _place_field(row: Row) -> forms.IntegerField:
    child = getattr(row.entry.case, "child", None)
    name = (child and child.name) or row.entry.case.number
    wrong = f"Skriv et helt tal fra 1 til {_LAST_PLACE}, eller lad feltet stå tomt."
    return forms.IntegerField(
        label=f"Plads for {name}",
        required=False,
        min_value=1,
        max_value=_LAST_PLACE,
        initial=row.entry.place,
        widget=forms.NumberInput(attrs={"class": "form-input pejl-place", "autocomplete": "off"}),
        error_messages={"invalid": wrong, "min_value": wrong, "max_value": wrong},
    )


class TargetForm(forms.Form):
    """Another day for the list as a whole."""

    ny_maaldag = Day("Ny måldag for hele listen")
