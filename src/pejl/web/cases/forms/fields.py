"""How is each thing asked: a day, an hour, a course, a colleague, a typed field of an event?"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

from pejl.dates import FIRST_DAY, LAST_DAY
from pejl.events import RAEKKEFOELGE, UNDERRETNING_MODTAGET, Field, FieldType, FieldValue, Kind, Privacy
from pejl.web.cases.forms.asked import Need, counted_in_hours
from pejl.web.cases.forms.courses import ONLY_AFTER, PLACES, Running, Ties
from pejl.web.cases.forms.demands import always_demanded
from pejl.web.cases.forms.setting import Setting

NEW: Final = "nyt"
WHOLE: Final = "hele-sagen"
NOBODY: Final = "ikke-oplyst"
UNKNOWN: Final = "ved-ikke"
# So few that they are read at a glance; more of them fold together in a list.
_FEW: Final = 4
_SHORT: Final = 200
_LONG: Final = 4_000
DAYS: Final = ("%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%y", "%d-%m-%y", "%d/%m-%Y", "%d/%m %Y")
CLOCKS: Final = ("%H:%M", "%H.%M", "%H:%M:%S", "%H%M")
NO_SUCH_DAY: Final = "Dagen findes ikke. Skriv den som dag.måned.år, fx 3.5.2024."

_OTHER_YEARS: Final = f"Dagen ligger ikke mellem {FIRST_DAY.year} og {LAST_DAY.year}. Ret årstallet."
# Days can be counted within these years and in no others.
YEARS: Final = (MinValueValidator(FIRST_DAY, _OTHER_YEARS), MaxValueValidator(LAST_DAY, _OTHER_YEARS))

# What depends on the answer, where the field's own name does not say it.
HINTS: Final[Mapping[str, str]] = {
    "behov_kendt": "De fire måneder regnes fra den dag. Kendes den ikke, så lad feltet stå tomt.",
    "naeste_senest": "Er dagen ikke besluttet, så lad feltet stå tomt; så står pligten til at beslutte den åben.",
    "paragraf": "Skriv fx § 32, stk. 1, nr. 3.",
    "anden_person": "Uden navn, fx »Teamleder«.",
    "aeresrelateret": "Ved ja skal risikoen vurderes, før forældre og netværk inddrages.",
    "mistanke_overgreb": "Ved ja skal der tales med barnet, om nødvendigt uden forældrenes samtykke.",
    "talt_med_barnet": "Et besøg uden samtale med barnet tæller ikke med i de to om året.",
    "ny_deltager": "Loven kræver mindst én, der ikke har haft sagen før.",
    "tabt_aarsag": "Kun ved § 87. Hvad barnet fejler, skal ikke stå her.",
    "gennemgang_udfald": "Udfaldet og den faglige vurdering skal med.",
    "plan_valgt": "Det gælder støttende indsatser efter § 32. Ved § 46 skal der altid være en plan.",
}


# --- when -----------------------------------------------------------------------------------------------------


def question(kind: Kind) -> str:
    """What is asked about the time: of a notification it counts when it got here."""
    return "Hvornår nåede den frem?" if kind == UNDERRETNING_MODTAGET else "Hvornår skete det?"


def when(setting: Setting) -> dict[str, forms.Field]:
    """The day and the hour, never preset: a date that stands there already is not read."""
    in_hours = counted_in_hours(setting.kind, book=setting.book)
    found: dict[str, forms.Field] = {
        "dag": forms.DateField(
            label="Dag",
            input_formats=DAYS,
            widget=_day_widget(max=setting.today.isoformat()),
            error_messages={"required": "Skriv dagen.", "invalid": NO_SUCH_DAY},
        ),
        "klokken": forms.TimeField(
            label="Klokkeslæt",
            required=in_hours,
            input_formats=CLOCKS,
            help_text="Fristen er i timer, så klokkeslættet afgør den." if in_hours else "",
            widget=forms.TimeInput(format="%H:%M", attrs={"type": "time", "autocomplete": "off"}),
            error_messages={
                "required": "Skriv klokkeslættet. Kendes det ikke, så sæt kryds ved det under »Flere felter«.",
                "invalid": "Klokkeslættet findes ikke. Skriv det som timer.minutter, fx 15.50.",
            },
        ),
    }
    if in_hours:
        found["klokken_ukendt"] = forms.BooleanField(label="Klokkeslættet kendes ikke", required=False)
    return found


def _day_widget(**attrs: str) -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "autocomplete": "off", **attrs})


# --- in which course ------------------------------------------------------------------------------------------


def where(setting: Setting) -> dict[str, forms.Field]:
    """The course, where there is more than one answer."""
    place = PLACES[setting.kind.key]
    fitting = [each for each in setting.courses if each.course in place.courses or each.thread_id == setting.thread_id]
    if place.ties in (Ties.NEVER, Ties.BEGINS) or not fitting:
        return {}
    choices = [(each.thread_id, each.choice) for each in fitting]
    if place.ties is Ties.JOINS_OR_BEGINS:
        choices.insert(0, (NEW, "Et nyt forløb"))
    else:
        choices.append((WHOLE, "Sagen som helhed"))
    few, preset = len(choices) <= _FEW, _preset(setting, fitting)
    asked = forms.ChoiceField(
        label="Hvad hører det til?",
        choices=choices if few else [("", "Vælg"), *choices],
        widget=forms.RadioSelect if few else forms.Select,
        required=preset is None,
        initial=preset,
        error_messages={"required": "Vælg, hvad det hører til."},
    )
    return {"forloeb": asked}


def _preset(setting: Setting, fitting: list[Running]) -> str | None:
    """The course of the duty; else the only one that runs; else nothing, so that nobody registers on a guess."""
    ties = PLACES[setting.kind.key].ties
    if setting.thread_id is not None:
        return setting.thread_id or WHOLE
    if ties is Ties.MAY_JOIN:
        return WHOLE
    if setting.kind.key in ONLY_AFTER:  # of what is over, and of the only one there is
        over = [each for each in fitting if each.over]
        return over[0].thread_id if len(over) == 1 else None
    running = [each for each in fitting if not each.over]
    return running[0].thread_id if ties is Ties.JOINS and len(running) == 1 else None


def preset_course(setting: Setting) -> str | None:
    """What it belongs to, where that is known before anybody is asked."""
    asked = where(setting).get("forloeb")
    return asked.initial if asked else None


def thread_of(setting: Setting, chosen: str | None) -> str:
    """The thread of the course that was chosen, or of the only one it can be; a new course gets one of its own."""
    begins = PLACES[setting.kind.key].ties in (Ties.BEGINS, Ties.JOINS_OR_BEGINS)
    chosen = chosen or preset_course(setting)
    chosen = chosen or (NEW if begins else WHOLE)
    if chosen == NEW:
        return f"p-{secrets.token_hex(6)}"
    return "" if chosen == WHOLE else chosen


# --- by whom --------------------------------------------------------------------------------------------------


def who(setting: Setting) -> dict[str, forms.Field]:
    """Who did it, which is not the same as who writes it down."""
    if setting.done_by is not None:
        return {}
    if setting.allocates:
        asked = forms.ChoiceField(
            label="Rådgiver, der får sagen",
            choices=[("", "Vælg"), *(each.choice for each in setting.people)],
            error_messages={"required": "Vælg den rådgiver, der får sagen."},
        )
        return {"udfoert_af": asked}
    ours = PLACES[setting.kind.key].ours
    others = [each.choice for each in setting.people if each.initials != setting.me.initials]
    asked = forms.ChoiceField(
        label="Udført af" if ours else "Modtaget af",
        choices=[(setting.me.initials, f"Mig ({setting.me.name})"), (NOBODY, "Ikke oplyst"), *others],
        initial=setting.me.initials if ours else NOBODY,
        required=False,
        help_text="At det er dig, der registrerer, bliver skrevet for sig.",
    )
    return {"udfoert_af": asked}


# --- the kind's own fields ------------------------------------------------------------------------------------


def typed_name(each: Field) -> str:
    """What a typed field is called in the form."""
    return f"f_{each.name}"


def typed(each: Field, need: Need, setting: Setting) -> forms.Field:
    """A field of the event, asked as its type wants it; what is always demanded says so before it is sent."""
    is_demanded = each.name in always_demanded(setting.kind)
    found = _asked(each, need, setting, may_be_unknown=not is_demanded)
    if is_demanded:  # refused by the demand, which tells what to write, and not by the field
        found.widget.attrs["aria-required"] = "true"
    return found


def _asked(each: Field, need: Need, setting: Setting, *, may_be_unknown: bool) -> forms.Field:
    """Missing can be said where a choice is asked for, unless the answer is demanded."""
    shared: dict[str, Any] = {
        "label": each.label,
        "required": need in (Need.MUST, Need.ANSWER),
        "help_text": HINTS.get(each.name, ""),
    }
    match each.type:
        case FieldType.YESNO:
            return forms.ChoiceField(
                choices=[("ja", "Ja"), ("nej", "Nej"), (UNKNOWN, "Ved ikke")],
                widget=forms.RadioSelect,
                error_messages={"required": "Vælg ja, nej eller ved ikke."},
                **shared,
            )
        case FieldType.CODE:
            unknown = [(UNKNOWN, "Ikke oplyst")] if may_be_unknown else []
            choices = [("", "Vælg"), *each.choices.items(), *unknown]
            return forms.ChoiceField(choices=choices, error_messages={"required": "Vælg det, der passer."}, **shared)
        case FieldType.DATE:
            errors = {"invalid": NO_SUCH_DAY}
            return forms.DateField(
                input_formats=DAYS, widget=_day_widget(), error_messages=errors, validators=YEARS, **shared
            )
        case FieldType.NUMBER:
            return forms.IntegerField(error_messages={"invalid": "Skriv et helt tal."}, **shared)
        case FieldType.TEXT:
            return _text(each, setting, shared)


def _text(each: Field, setting: Setting, shared: dict[str, Any]) -> forms.Field:
    long = is_free_text(each) and not setting.beside
    if is_free_text(each) and setting.beside:
        shared["help_text"] = "Kort og uden personoplysninger; resten står i fagsystemet."
    errors = {
        "required": "Feltet er tomt. Uden det har registreringen ingen virkning.",
        "max_length": "Teksten er for lang: højst %(limit_value)d tegn. Skriv den kortere.",
    }
    widget = forms.Textarea(attrs={"rows": 4}) if long else forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(widget=widget, max_length=_LONG if long else _SHORT, error_messages=errors, **shared)


def order_reason() -> forms.ChoiceField:
    """Why a step is taken before what the law wants first: a code, so that it is asked beside a case system too."""
    return forms.ChoiceField(
        label=RAEKKEFOELGE.label,
        choices=[("", "Vælg"), *RAEKKEFOELGE.choices.items()],
        required=False,
        error_messages={"invalid_choice": "Vælg en af grundene."},
    )


def reason(*, beside: bool) -> forms.CharField:
    """Why an event is put right; it may be about the family, so it is kept short beside a case system."""
    return forms.CharField(
        label="Hvorfor rettes det?",
        help_text="Kort og uden personoplysninger, fx »Forkert dag«." if beside else "Kort, fx »Forkert dag«.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        max_length=_SHORT if beside else _LONG,
        error_messages={
            "required": "Skriv kort, hvorfor det rettes, fx »Forkert dag«.",
            "max_length": "Teksten er for lang: højst %(limit_value)d tegn. Skriv den kortere.",
        },
    )


def is_free_text(each: Field) -> bool:
    """Whether people write about the family in it."""
    return each.type is FieldType.TEXT and each.privacy is Privacy.PERSONAL


def answer(each: Field, given: Any) -> FieldValue | None:
    """An answer as the ledger keeps it; None stays missing."""
    if given in (None, "", UNKNOWN):
        return None
    found: FieldValue = {"ja": True, "nej": False}[given] if each.type is FieldType.YESNO else given
    return found
