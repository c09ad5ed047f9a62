"""Which forms has a paper: begun, written in, sent back, decided upon, a small number shown, taken back?"""

from __future__ import annotations

from datetime import date
from typing import Any, Final, cast

from django import forms
from django.forms import BoundField

from pejl.dates import FIRST_DAY
from pejl.web.access.forms import Day, Key, Reason
from pejl.web.access.models import Omraade, Unit, new_key
from pejl.web.insight.models import Paper, PaperPart
from pejl.web.insight.papers.composing import Draft
from pejl.web.insight.papers.parts import Filled, Kind
from pejl.web.insight.papers.templates import TEMPLATES
from pejl.web.plan.since import half_a_year_before

_CHOOSE: Final = ("", "Vælg …")
_LONGEST: Final = 20_000
_TALL, _LOW = 7, 3


class NewPaperForm(forms.Form):
    """Five fields; the rest is as one would most often have it, and folded away."""

    key = Key()
    skabelon = forms.ChoiceField(label="Hvilken slags papir?", error_messages={"required": "Vælg en skabelon."})
    titel = forms.CharField(label="Titel", max_length=200, error_messages={"required": "Skriv papirets titel."})
    enhed = forms.ChoiceField(
        label="Hvilken enhed er tallene om?",
        error_messages={"required": "Vælg en enhed.", "invalid_choice": "Vælg en af de enheder, du ser tal for."},
    )
    udvalg = forms.CharField(
        label="Hvem skal have papiret?", help_text="Fx Børne- og Ungeudvalget.", max_length=200, required=False
    )
    moededag = Day("Mødedag", required=False)
    siden = Day("Siden", hint="Sidste gang udvalget fik en status.", required=False)
    til = Day("Status pr.", hint="Det er ikke altid mødedagen.", required=False)
    omraade = forms.ChoiceField(label="Område", choices=Omraade.choices, required=False, initial=Omraade.SOCIAL)

    def __init__(self, data: Any = None, *, units: list[Unit], today: date) -> None:
        super().__init__(data, initial={"key": new_key(), "til": today, "siden": half_a_year_before(today)})
        self._today = today
        cast("forms.ChoiceField", self.fields["skabelon"]).choices = [_CHOOSE, *_templates()]
        named = [(str(each.pk), each.name) for each in units]
        cast("forms.ChoiceField", self.fields["enhed"]).choices = named if len(named) == 1 else [_CHOOSE, *named]

    @property
    def first_fields(self) -> list[BoundField]:
        """What is asked at once."""
        return [self[name] for name in ("skabelon", "titel", "enhed", "udvalg", "moededag")]

    @property
    def more_fields(self) -> list[BoundField]:
        """What stands under »Flere felter«."""
        return [self[name] for name in ("siden", "til", "omraade")]

    @property
    def more_open(self) -> bool:
        """Unfolded where something in it is wrong."""
        return any(bound.errors for bound in self.more_fields)

    def clean(self) -> dict[str, Any]:
        """Half a year to today, unless something else is said."""
        values = super().clean() or {}
        values["til"] = values.get("til") or self._today
        if min(values["til"], values.get("siden") or values["til"]) < FIRST_DAY:
            self.add_error("til", f"Perioden begynder eller slutter før {FIRST_DAY.year}. Ret årstallet.")
            return values
        values["siden"] = values.get("siden") or half_a_year_before(values["til"])
        values["omraade"] = values.get("omraade") or Omraade.SOCIAL
        if values["til"] < values["siden"]:
            self.add_error("til", "Status pr. ligger før den dag, der tælles fra. Ret en af dem.")
        if values["til"] > self._today:
            self.add_error("til", "Dagen ligger i fremtiden. Der er ingen tal for den endnu.")
        return values


def _templates() -> list[tuple[str, list[tuple[str, str]]]]:
    """By kind, in the list's order."""
    kinds = {kind: [(each.key, each.name) for each in TEMPLATES.values() if each.kind is kind] for kind in Kind}
    return [(kind.danish, of_kind) for kind, of_kind in kinds.items()]


class WordsForm(forms.Form):
    """What people write in a draft: a field for each part, named by it."""

    use_required_attribute = False
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, draft: Draft) -> None:
        super().__init__(data, initial={"seen": draft.paper.saved})
        self.names: dict[str, str] = {}
        for part in draft.parts:
            spec = draft.template.spec.get(part.spec)
            if spec and spec.filled is Filled.DECISION:
                continue
            name = f"ord-{part.spec}"
            self.names[part.spec] = name
            self.fields[name] = _asked(part, hint=spec.hint if spec else "")
            is_recommendation = bool(spec and spec.filled is Filled.RECOMMENDATION)
            self.initial[name] = draft.paper.recommendation if is_recommendation else part.words

    def words(self) -> dict[str, str]:
        """By the key of the part."""
        return {key: self.cleaned_data[name] for key, name in self.names.items()}


class _Later(forms.CharField):
    """Must be written before the paper is sent, and may be empty until then; the label says so."""

    def validate(self, value: Any) -> None:
        """Whether it is missing is asked when the paper is sent."""


def _asked(part: PaperPart, *, hint: str) -> forms.CharField:
    if part.figures:
        label = f"Faglig kommentar til »{part.heading}«"
    else:
        label = f"Jeres tekst til »{part.heading}«" if part.drawn else part.heading
    must = part.required or bool(part.figures)
    when = "Kan stå tomt, til papiret sendes til godkendelse." if must else ""
    return _Later(
        label=label,
        help_text=" ".join(filter(None, (hint, when))),
        required=must,
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": _LOW if part.drawn and not part.figures else _TALL}),
        error_messages={"max_length": "Teksten er for lang. Skriv højst 20.000 tegn i hver del."},
    )


class SendBackForm(forms.Form):
    """Why a paper is not approved."""

    hvorfor = Reason("Hvorfor sendes papiret tilbage?", hint="Mindst en hel sætning om, hvad der skal rettes.")


class TakeBackForm(forms.Form):
    """Why everybody may read it no longer."""

    hvorfor = Reason("Hvorfor tages udgaven tilbage?", hint="Mindst en hel sætning.")


class DisclosureForm(forms.Form):
    """Why a small number may be shown."""

    key = Key()
    tal = forms.ChoiceField(
        label="Hvilket tal?",
        error_messages={"required": "Vælg et tal.", "invalid_choice": "Tallet er ikke skjult længere. Vælg et andet."},
    )
    hvorfor = Reason("Hvorfor må tallet vises?", hint="Mindst en hel sætning. Begrundelsen står ved tallet i papiret.")

    def __init__(self, data: Any = None, *, cells: list[tuple[str, str]]) -> None:
        super().__init__(data, initial={"key": new_key()})
        cast("forms.ChoiceField", self.fields["tal"]).choices = [_CHOOSE, *cells]


class DecisionForm(forms.Form):
    """What the body decided, in its own words."""

    beslutning = forms.CharField(
        label="Hvad blev besluttet?",
        help_text="Som det står i referatet. Det kan være noget andet end indstillingen.",
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Skriv beslutningen, som den står i referatet."},
    )
    udvalg = forms.CharField(label="Hvem besluttede det?", max_length=200, error_messages={"required": "Skriv hvem."})
    dag = Day("Hvilken dag?")

    def __init__(self, data: Any = None, *, paper: Paper) -> None:
        super().__init__(data, initial={"udvalg": paper.body, "dag": paper.meeting_on})
