"""What is asked when something registered is wrong: why, and, on the wrong child, whose it is?"""

from __future__ import annotations

from typing import Any

from django import forms

from pejl.web.cases.forms.fields import reason, thread_of, where
from pejl.web.cases.forms.setting import Setting


class ReasonForm(forms.Form):
    """Why an event is taken back without another in its place."""

    def __init__(self, data: Any = None, *, beside: bool) -> None:
        super().__init__(data)
        self.fields["grund"] = reason(beside=beside)


class ChildSearchForm(forms.Form):
    """By number or name, among the cases the person may see; sent, never in an address."""

    soeg = forms.CharField(
        label="Det rigtige barns sagsnummer eller navn",
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": "Skriv et sagsnummer eller et navn.",
            "max_length": "Det er for langt. Skriv højst %(limit_value)d tegn.",
        },
    )


class CourseForm(forms.Form):
    """In which course of the right child's case it belongs, where there is more than one answer."""

    def __init__(self, setting: Setting, *, data: Any = None) -> None:
        super().__init__(data)
        self.setting = setting
        self.fields.update(where(setting))

    @property
    def thread_id(self) -> str:
        """The course that was chosen, or the only one it can be."""
        return thread_of(self.setting, self.cleaned_data.get("forloeb"))
