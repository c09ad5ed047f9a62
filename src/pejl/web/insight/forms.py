"""How is a figure entered by hand: which of Pejl's it is or what it is called, of when, how many, and from where?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from django import forms
from django.forms import BoundField

from pejl.dates import FIRST_DAY, LAST_DAY
from pejl.indicators import Indicator
from pejl.indicators import Unit as Sort
from pejl.web.access.forms import Day, Key
from pejl.web.access.models import Unit, new_key
from pejl.web.insight.figures import indicator_of
from pejl.web.plan.indicator_names import indicator_choices

_WHOLE: Final = {"invalid": "Skriv et helt tal.", "min_value": "Tallet kan ikke være under nul."}
_MAIN: Final = ("indicator", "first", "last", "counted", "source")
_MORE: Final = ("out_of", "value", "name", "definition", "unit")
_MOST: Final = 2_000_000_000  # what the database keeps
_LONGEST_DEFINITION: Final = 2_000


def _words(label: str, *, hint: str = "", required: bool, most: int) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=most,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": f"Udfyld »{label}«.",
            "max_length": f"»{label}« er for lang. Skriv højst {most} tegn.",
        },
    )


def _number(label: str, *, hint: str = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=hint,
        required=False,
        min_value=0,
        max_value=_MOST,
        error_messages={**_WHOLE, "max_value": "Tallet er for stort. Se efter, om der er et nul for meget."},
    )


class HandForm(forms.Form):
    """One figure, with its source."""

    key = Key()
    indicator = forms.ChoiceField(
        label="Nøgletal",
        required=False,
        help_text="Er det ikke et af Pejls, så skriv navnet under »Flere felter«.",
        error_messages={"invalid_choice": "Vælg et nøgletal fra listen."},
    )
    first = Day("Fra", hint="Den første dag, tallet gælder.")
    last = Day("Til og med", hint="Den sidste dag, tallet gælder.")
    counted = _number("Antal", hint="Det, der er talt. Kommatal skrives under »Flere felter«.")
    source = _words("Kilde", hint="Hvor kommer tallet fra? Fx fagsystemets udtræk 3. maj.", required=True, most=300)
    out_of = _number("Ud af", hint="Når tallet er en andel: hvor mange det er ud af.")
    value = forms.FloatField(
        label="Tal med komma",
        required=False,
        localize=True,
        min_value=0,
        max_value=_MOST,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        help_text="Fx 13,5 dage i median. Skriv ellers antallet ovenfor.",
        error_messages={
            "invalid": "Skriv tallet med komma, fx 13,5.",
            "min_value": "Tallet kan ikke være under nul.",
            "max_value": "Tallet er for stort. Se efter, om der er et nul for meget.",
        },
    )
    name = _words("Eget navn", hint="Når det ikke er et af Pejls nøgletal.", required=False, most=200)
    definition = forms.CharField(
        label="Sådan er det talt",
        required=False,
        max_length=_LONGEST_DEFINITION,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Hvad er talt, hvornår, og hvad er ikke med?",
        error_messages={"max_length": f"Teksten er for lang. Skriv højst {_LONGEST_DEFINITION} tegn."},
    )
    unit = forms.ChoiceField(
        label="Enhed",
        error_messages={"required": "Vælg en enhed.", "invalid_choice": "Vælg en af de enheder, du ser tal for."},
    )

    def __init__(self, data: Any = None, *, units: Sequence[Unit], indicator: str = "") -> None:
        first = str(units[0].pk) if units else ""
        super().__init__(data, initial={"key": new_key(), "indicator": indicator, "unit": first})
        self._units = {str(unit.pk): unit for unit in units}
        self._choose("indicator", [("", "Et tal med eget navn"), *indicator_choices()])
        self._choose("unit", [(pk, unit.name) for pk, unit in self._units.items()])

    def _choose(self, name: str, choices: Sequence[Any]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    @property
    def first_fields(self) -> list[BoundField]:
        """What is asked at once."""
        return [self[name] for name in _MAIN]

    @property
    def more_fields(self) -> list[BoundField]:
        """What stands under »Flere felter«."""
        return [self[name] for name in _MORE]

    @property
    def more_open(self) -> bool:
        """Unfolded where something in it is wrong or filled in."""
        return any(self[name].errors or (self.is_bound and self[name].value()) for name in _MORE if name != "unit")

    def clean(self) -> dict[str, Any]:
        """What must hold between the fields."""
        values = super().clean() or {}
        for name, sentence in _faults(values):
            self.add_error(name, sentence)
        return values

    @property
    def values(self) -> dict[str, Any]:
        """What shall be written."""
        return {**self.cleaned_data, "unit": self._units[self.cleaned_data["unit"]]}


def _faults(values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    first, last = values.get("first"), values.get("last")
    if first and last and last < first:
        yield "last", "Perioden slutter, før den begynder. Byt om på de to dage."
    if first and first < FIRST_DAY:
        yield "first", f"Dagen ligger før {FIRST_DAY.year}. Ret årstallet."
    if last and last > LAST_DAY:
        yield "last", f"Dagen ligger efter {LAST_DAY.year}. Ret årstallet."
    chosen = indicator_of(values.get("indicator", ""))
    if not chosen and not values.get("name"):
        yield "name", "Vælg et nøgletal ovenfor, eller skriv, hvad tallet hedder."
    if not chosen and not values.get("definition"):
        yield "definition", "Skriv, hvordan tallet er talt, så andre kan forstå det."
    counted, value, of = values.get("counted"), values.get("value"), values.get("out_of")
    if counted is None and value is None:
        yield "counted", "Skriv tallet, enten som et antal eller som et tal med komma. Kendes det ikke, så lad være."
    if of is not None and (counted is None or counted > of):
        yield "out_of", "En del kan ikke være større end det hele. Ret antallet, eller hvor mange det er ud af."
    if chosen:
        yield from _unlike(chosen, values)


def _unlike(chosen: Indicator, values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """A figure of Pejl's is entered in the shape Pejl tells it in."""
    if values.get("name"):
        yield "name", "Du har valgt et af Pejls nøgletal. Lad det egne navn stå tomt, eller vælg »eget navn« ovenfor."
    if chosen.unit is Sort.SHARE and values.get("out_of") is None:
        yield "out_of", "Det er en andel. Skriv, hvor mange tallet er ud af."
    if chosen.unit is Sort.COUNT and values.get("counted") is None:
        yield "counted", "Det er et antal. Skriv et helt tal."
    if chosen.unit in (Sort.DAYS, Sort.RATIO) and (values.get("value") is None or values.get("counted") is None):
        yield "value", "Skriv både tallet med komma og det antal, det bygger på."
