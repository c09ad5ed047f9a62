"""What is asked when a case is closed: the day, what the effort led to, and why, where something is missing?"""

from __future__ import annotations

from typing import Any, Final

from django import forms

from pejl.events import BEGRUNDELSE, SAG_AFSLUTTET, VURDERING, Field
from pejl.web.cases.actions.writing import Entry
from pejl.web.cases.forms.asked import Need
from pejl.web.cases.forms.fields import answer, typed, typed_name, when
from pejl.web.cases.forms.setting import Setting

EFFEKT: Final = next(each for each in SAG_AFSLUTTET.fields if each.name == "effekt")


class ClosingForm(forms.Form):
    """The closing itself; beside a case system the assessment stands there, and only a short reason is asked."""

    def __init__(self, setting: Setting, *, missing: bool, data: Any = None) -> None:
        super().__init__(data)
        self.setting = setting
        self.fields["dag"] = when(setting)["dag"]
        self.fields["dag"].label = "Sagen afsluttes den"
        for each, need in _asked(setting, missing=missing):
            self.fields[typed_name(each)] = typed(each, need, setting)
        self.fields[typed_name(EFFEKT)].error_messages["required"] = "Vælg, hvad indsatsen førte til."
        if missing:
            reason = self.fields[typed_name(BEGRUNDELSE)]
            reason.label = "Hvorfor afsluttes sagen, selv om noget mangler?"
            reason.error_messages["required"] = "Skriv, hvorfor sagen afsluttes nu, eller gør det, der mangler, først."

    def clean_dag(self) -> Any:
        """A day that has come."""
        day = self.cleaned_data["dag"]
        if day > self.setting.today:
            raise forms.ValidationError("Dagen er ikke kommet endnu. Skriv den dag, sagen blev afsluttet.")
        return day

    def entry(self) -> Entry:
        """The closing as an event to be."""
        told = {each.name: answer(each, self.cleaned_data.get(typed_name(each))) for each in SAG_AFSLUTTET.fields}
        return Entry(
            kind=SAG_AFSLUTTET.key,
            day=self.cleaned_data["dag"],
            done_by=self.setting.me.initials,
            fields={name: value for name, value in told.items() if value is not None},
        )


def _asked(setting: Setting, *, missing: bool) -> list[tuple[Field, Need]]:
    found = [(EFFEKT, Need.MUST)]
    if not setting.beside:
        found.append((VURDERING, Need.EXTRA))
    return [*found, (BEGRUNDELSE, Need.MUST)] if missing else found
