"""What can be sent together with an event: the siblings it is about too, and who agreed to do what by when?"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from django import forms
from django.forms import BoundField

from pejl.events import AFTALE_INDGAAET, SENEST, FieldValue
from pejl.web.cases.actions.writing import Entry
from pejl.web.cases.forms.asked import Need
from pejl.web.cases.forms.fields import answer, is_free_text, typed, typed_name
from pejl.web.cases.forms.setting import Setting

AGREEMENTS: Final = 3
_WHO, _WHAT = "f_hvem_goer", "f_hvad"


class SiblingsForm(forms.Form):
    """Which siblings the same is written for; those the person may not see are not there."""

    def __init__(self, choices: Sequence[tuple[str, str]], *, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.fields["soeskende"] = forms.MultipleChoiceField(
            label="Skriv det også hos",
            choices=choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text="Der kommer én registrering i hver sag. Barnets egne ord kommer ikke med til søskende.",
            error_messages={"invalid_choice": "Den søskende kan ikke vælges. Åbn siden igen, og vælg på ny."},
        )

    @property
    def chosen(self) -> list[str]:
        """The marks of those chosen."""
        return list(self.cleaned_data["soeskende"])


class AgreementForm(forms.Form):
    """Who does what by when."""

    def __init__(self, setting: Setting, *, number: int, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, prefix=f"aftale-{number}", initial=initial, use_required_attribute=False)
        self.number, self.setting = number, setting
        own = replace(setting, kind=AFTALE_INDGAAET)
        self.typed = [each for each in AFTALE_INDGAAET.fields if not (setting.beside and is_free_text(each))]
        self.fields.update({typed_name(each): typed(each, Need.EXTRA, own) for each in self.typed})
        for each in self.fields.values():
            if isinstance(each.widget, forms.Textarea):
                each.widget.attrs["rows"] = 2

    def clean(self) -> dict[str, Any]:
        """An agreement nobody has taken on is none."""
        said = super().clean() or {}
        if self.is_made:
            if not said.get(_WHO):
                self.add_error(_WHO, "Skriv, hvem der gør det.")
            if _WHAT in self.fields and not said.get(_WHAT):
                self.add_error(_WHAT, "Skriv, hvad der er aftalt.")
        return said

    @property
    def is_made(self) -> bool:
        """Whether anything was written."""
        return any(self.cleaned_data.values())

    def check_day(self, day: date) -> None:
        """It cannot have to be done before it was agreed."""
        by_day = self.cleaned_data.get(typed_name(SENEST))
        if by_day and by_day < day:
            self.add_error(typed_name(SENEST), "Dagen ligger før mødet. Ret en af dagene.")

    def entry(self, main: Entry) -> Entry:
        """The agreement as a course of its own, made when the event it stands under happened."""
        said: dict[str, FieldValue | None] = {
            each.name: answer(each, self.cleaned_data.get(typed_name(each))) for each in self.typed
        }
        return replace(
            main,
            kind=AFTALE_INDGAAET.key,
            thread_id=f"p-{secrets.token_hex(6)}",
            fields={name: value for name, value in said.items() if value is not None},
        )

    @property
    def bounds(self) -> list[BoundField]:
        """Its fields."""
        return [self[name] for name in self.fields]
