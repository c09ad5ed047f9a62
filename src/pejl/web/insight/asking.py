"""Which unit, kind of case and length of period has somebody asked the figures for? Within what they may see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django import forms
from django.http import QueryDict
from django.utils.http import urlencode

from pejl.indicators import Per
from pejl.web.access.models import Omraade, Unit
from pejl.web.access.request import Request
from pejl.web.insight.figures import Whose
from pejl.web.insight.periods import PERS, WORD_OF
from pejl.web.insight.units import Units, of_person

_PER_WORDS: Final = {Per.MONTH: "Måned for måned", Per.QUARTER: "Kvartal for kvartal"}
_UNIT_WRONG: Final = "Vælg en af de enheder, du ser tal for."


class _Asked(forms.Form):
    """Unit, kind of case and length of period."""

    enhed = forms.ChoiceField(label="Enhed", error_messages={"invalid_choice": _UNIT_WRONG, "required": _UNIT_WRONG})
    omraade = forms.ChoiceField(
        label="Område",
        choices=Omraade.choices,
        error_messages={"invalid_choice": "Vælg sociale sager eller handicapsager."},
    )
    per = forms.ChoiceField(
        label="Perioder",
        choices=[(word, _PER_WORDS[per]) for word, per in PERS.items()],
        error_messages={"invalid_choice": "Vælg måneder eller kvartaler."},
    )

    def __init__(self, asked: QueryDict, *, units: list[Unit], per: Per) -> None:
        data = asked.copy()
        data.setdefault("enhed", str(units[0].pk) if units else "")
        data.setdefault("omraade", Omraade.SOCIAL)
        data.setdefault("per", WORD_OF[per])
        super().__init__(data)
        field = self.fields["enhed"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(str(unit.pk), unit.name) for unit in units]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked; ``whose`` is None where it cannot be shown."""

    form: forms.Form
    units: Units
    whose: Whose | None

    @property
    def status(self) -> int:
        """Of the answer."""
        return 200 if self.whose else 422

    @property
    def query(self) -> str:
        """The same choices for the address of another page of figures."""
        if self.whose is None:
            return ""
        chosen = {"enhed": str(self.whose.unit.pk), "omraade": self.whose.omraade, "per": WORD_OF[self.whose.per]}
        return urlencode(chosen)


def asked(request: Request, *, per: Per = Per.MONTH) -> Asked:
    """What the address asks; without a choice the widest unit the person sees, in periods of this length."""
    units = Units()
    form = _Asked(request.GET, units=of_person(request.person, units), per=per)
    if not form.is_valid():
        return Asked(form, units, None)
    chosen = form.cleaned_data
    whose = Whose(unit=units.by_pk[int(chosen["enhed"])], omraade=chosen["omraade"], per=PERS[chosen["per"]])
    return Asked(form, units, whose)
