"""What is asked about somebody in the child's network, and what must be right about it?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from django import forms

from pejl.web.access.forms import Day
from pejl.web.cases.models import NetworkPerson

_TOO_LONG: Final = "Teksten er for lang: højst %(limit_value)d tegn. Skriv den kortere."
# These stand first; the rest are folded away.
_FIRST: Final = ("name", "relation", "circle", "near", "good_for")


def _text(name: str, *, hint: str = "", required: str = "", long: bool = False) -> forms.CharField:
    field = NetworkPerson._meta.get_field(name)
    return forms.CharField(
        label=str(getattr(field, "verbose_name", name)),
        help_text=hint,
        required=bool(required),
        max_length=getattr(field, "max_length", None),
        widget=forms.Textarea(attrs={"rows": 3}) if long else forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": required, "max_length": _TOO_LONG},
    )


class PersonForm(forms.Form):
    """Somebody on the map."""

    name = _text("name", required="Skriv, hvad personen hedder.")
    relation = _text(
        "relation",
        hint="For eksempel mormor, ven, fodboldtræner eller lærer.",
        required="Skriv, hvem det er for barnet.",
    )
    circle = forms.ChoiceField(
        label="Netværk",
        choices=NetworkPerson.Circle.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg privat eller professionelt netværk."},
    )
    near = forms.TypedChoiceField(
        label="Hvor tæt på, som barnet selv siger det",
        choices=NetworkPerson.Near.choices,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg, hvor tæt på personen er."},
    )
    good_for = _text("good_for", hint="For eksempel: kan hente på tirsdage; er god at ringe til.", long=True)
    kept_how = _text("kept_how", hint="Også hvis barnet flytter, eller indsatsen slutter.", long=True)
    child_says = _text("child_says", hint="Barnets egne ord.", long=True)
    contact = _text("contact")
    first = Day("På kortet fra", hint="Tom: fra i dag.", required=False)
    last = Day("Til og med", hint="Tom, så længe personen hører til.", required=False)

    def __init__(self, data: Any, *, person: NetworkPerson | None, today: date) -> None:
        names = list(self.base_fields)
        super().__init__(data, initial={name: getattr(person, name) for name in names} if person else {})
        self._today = today
        if person is None:
            del self.fields["last"]

    @property
    def asked_first(self) -> Iterator[forms.BoundField]:
        """The five that most need."""
        return (self[name] for name in _FIRST)

    @property
    def more(self) -> Iterator[forms.BoundField]:
        """The rest."""
        return (self[name] for name in self.fields if name not in _FIRST)

    @property
    def more_wrong(self) -> bool:
        """Whether something among the rest must be mended, so that it stands open."""
        return any(name in self.errors for name in self.fields if name not in _FIRST)

    def clean_first(self) -> date:
        """A day that has been; today where none is written."""
        first: date = self.cleaned_data["first"] or self._today
        if first > self._today:
            raise forms.ValidationError(
                "Dagen er ikke kommet endnu. Skriv en dag, der er gået, eller lad feltet stå tomt."
            )
        return first

    def clean_last(self) -> date | None:
        """Nobody is taken off before they came."""
        last: date | None = self.cleaned_data["last"]
        if last and last > self._today:
            raise forms.ValidationError("Dagen er ikke kommet endnu. Lad feltet stå tomt, til det er slut.")
        return last

    def clean(self) -> dict[str, Any]:
        """The two days in order."""
        values = super().clean() or {}
        first, last = values.get("first"), values.get("last")
        if first and last and last < first:
            self.add_error("last", "Sidste dag ligger før den første. Ret en af de to dage.")
        return values
