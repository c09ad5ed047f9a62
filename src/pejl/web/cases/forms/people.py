"""Which facts about the child and the child's grown-ups can be written, and what must be right about them?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django import forms

from pejl.web.access.forms import Day
from pejl.web.cases.models import Child, Relative

_CPR: Final = re.compile(r"\s*(\d{6})[-\s]?(\d{4})\s*")
# So many new grown-ups can be added at a time.
EXTRA: Final = 1
_TOO_LONG: Final = {"max_length": "Teksten er for lang. Skriv den kortere."}


def _text(label: str, *, hint: str = "", length: int, required: bool = False) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=length,
        required=required,
        error_messages={"required": "Feltet er tomt. Skriv, hvad der skal stå.", **_TOO_LONG},
    )


def _yes(label: str) -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False)


def read_cpr(written: str) -> str:
    """A number in the one spelling it is kept in, empty for none."""
    found = _CPR.fullmatch(written)
    if written and not found:
        raise forms.ValidationError("CPR-nummeret skal have ti tal. Skriv det som 010117-1234.")
    return f"{found[1]}-{found[2]}" if found else ""


class ChildForm(forms.Form):
    """The child itself."""

    name = _text("Barnets navn", hint="Et ufødt barn: den gravides navn.", length=200, required=True)
    born = Day("Født", hint="Tom, hvis barnet ikke er født endnu.", required=False)
    cpr = _text("Nyt CPR-nummer", hint="Udfyld kun, hvis nummeret skal rettes. Det gamle vises ikke her.", length=20)
    lives_with = _text("Bor hos", hint="Skriv det, hvis barnet ikke bor hos en af de voksne nedenfor.", length=200)
    address = _text("Adresse", length=300)
    address_protected = _yes("Barnets adresse er beskyttet")
    interpreter = _text("Tolk til barnet", hint="Skriv sproget.", length=100)

    def __init__(self, data: Any, *, child: Child | None, today: date, address: bool) -> None:
        names = ("name", "born", "lives_with", "address", "address_protected", "interpreter")
        initial = {name: getattr(child, name) for name in names} if child else {}
        super().__init__(data, prefix="barn", initial=initial)
        if not address:
            # Nor whether it is protected: who could take that away would see the address.
            del self.fields["address"], self.fields["address_protected"]
        self._today = today

    def clean_cpr(self) -> str:
        """Ten digits, however they are written."""
        return read_cpr(self.cleaned_data["cpr"])

    def clean_born(self) -> date | None:
        """A day that has been."""
        born: date | None = self.cleaned_data["born"]
        if born and born > self._today:
            raise forms.ValidationError("Dagen er ikke kommet endnu. Lad feltet stå tomt, til barnet er født.")
        return born


class RelativeForm(forms.Form):
    """One grown-up."""

    name = _text("Navn", length=200, required=True)
    relation = _text("Relation til barnet", hint="For eksempel mor, far, plejemor.", length=100, required=True)
    custody = _yes("Har forældremyndighed")
    lives_with_child = _yes("Barnet bor her")
    phone = _text("Telefon", length=40)
    interpreter = _text("Tolk", hint="Skriv sproget.", length=100)
    address_protected = _yes("Adressen er beskyttet")
    do_not_contact = _yes("Må ikke kontaktes")
    do_not_contact_why = _text("Hvorfor ikke?", hint="Vises tydeligt øverst på sagen.", length=300)
    gone = _yes("Fjern personen fra sagen")

    def __init__(self, data: Any, *, relative: Relative | None, number: int) -> None:
        names = [name for name in self.base_fields if name != "gone"]
        initial = {name: getattr(relative, name) for name in names} if relative else {}
        super().__init__(
            data,
            prefix=f"voksen-{number}",
            initial=initial,
            empty_permitted=relative is None,
            use_required_attribute=False,
        )
        self.is_new = relative is None
        self.number = number
        if self.is_new:
            del self.fields["gone"]

    def clean(self) -> dict[str, Any]:
        """Not to be contacted needs its reason."""
        values = super().clean() or {}
        if values.get("do_not_contact") and not values.get("do_not_contact_why"):
            self.add_error("do_not_contact_why", "Skriv hvorfor, så andre ved, hvad de skal passe på.")
        return values

    @property
    def told(self) -> dict[str, Any] | None:
        """What is to be written; None takes the person away."""
        values = dict(self.cleaned_data)
        return None if values.pop("gone", False) else values


def relative_forms(data: Any, *, known: Sequence[Relative]) -> list[RelativeForm]:
    """A form for each grown-up and an empty one."""
    rows: list[Relative | None] = [*known, *[None] * EXTRA]
    return [RelativeForm(data, relative=each, number=number) for number, each in enumerate(rows)]
