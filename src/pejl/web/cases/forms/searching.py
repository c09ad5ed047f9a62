"""What can a child be looked up by?"""

from __future__ import annotations

from django import forms

_LETTERS = 2


class SearchForm(forms.Form):
    """A name, a case number or a CPR number."""

    soeg = forms.CharField(
        label="Navn, sagsnummer eller CPR-nummer",
        help_text="Der søges kun blandt de sager, du kan se. Det, du skriver, gemmes ikke.",
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        error_messages={
            "required": "Skriv et navn eller et nummer at søge efter.",
            "max_length": "Det er for langt at søge efter. Skriv højst 100 tegn.",
        },
    )

    def clean_soeg(self) -> str:
        """One letter fits nearly everybody."""
        words = str(self.cleaned_data["soeg"]).strip()
        if len(words) < _LETTERS:
            raise forms.ValidationError("Skriv mindst to bogstaver eller tal.")
        return words
