"""How is it asked to whom some cases go? No text about a family is kept beside a case system."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, cast

from django import forms

from pejl.events import FIELD_BY_NAME, RAADGIVERSKIFT
from pejl.web.cases.actions.allocating import Order
from pejl.web.cases.allocation import Adviser

_CHOOSE: Final = ("", "Vælg …")
_LONGEST: Final = 4_000
_AT_ONCE: Final = 200
_NOTE: Final = FIELD_BY_NAME["overlevering"].label


class AllocateForm(forms.Form):
    """To whom, why the one before leaves, and what the next must know."""

    ny_raadgiver = forms.ChoiceField(
        label="Hvem skal have de valgte sager?",
        error_messages={
            "required": "Vælg en rådgiver.",
            "invalid_choice": "Personen er ikke rådgiver i dag. Vælg en anden.",
        },
    )
    aarsag = forms.ChoiceField(
        label="Hvorfor skifter sagen rådgiver?",
        required=False,
        choices=[_CHOOSE, *((code, words) for code, words in RAADGIVERSKIFT.choices.items() if code != "uoplyst")],
        help_text="Kun når en anden har sagen nu. Går den til et andet team, kan feltet stå tomt.",
        error_messages={"invalid_choice": "Den årsag findes ikke. Vælg igen."},
    )
    overlevering = forms.CharField(
        label=_NOTE,
        required=False,
        max_length=_LONGEST,
        help_text="Det samme bliver skrevet i alle de valgte sager.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": f"Teksten er for lang. Skriv højst {_LONGEST} tegn."},
    )

    def __init__(self, data: Any = None, *, people: Iterable[Adviser], beside: bool) -> None:
        super().__init__(data)
        cast("forms.ChoiceField", self.fields["ny_raadgiver"]).choices = [
            _CHOOSE,
            *((it.initials, it.words) for it in people),
        ]
        if beside:
            del self.fields["overlevering"]

    @property
    def chosen(self) -> list[str]:
        """The cases with a tick, as they were sent; no more than can be given at once."""
        sent: list[str] = self.data.getlist("sag") if hasattr(self.data, "getlist") else []
        return list(dict.fromkeys(sent))[:_AT_ONCE]

    def clean(self) -> dict[str, Any]:
        """At least one case."""
        said = super().clean() or {}
        if not self.chosen:
            raise forms.ValidationError("Der er ikke valgt nogen sag. Sæt kryds ved dem, der skal gives videre.")
        return said

    def asked(self) -> Order:
        """What the form asks for."""
        said = self.cleaned_data
        return Order(to=said["ny_raadgiver"], reason=said["aarsag"], note=said.get("overlevering", "").strip())
