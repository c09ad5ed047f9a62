"""On which sheets are the actions written, what they wait for, and how they went?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse

from pejl.web.plan.models import Action, Dependency, Evaluation, Pressure, Report, RollOut
from pejl.web.plan.sheets.sheet import Sheet

if TYPE_CHECKING:
    from pejl.web.access.person import Person


def _owns(person: Person, action: Any) -> bool:
    """Who answers for an action may tell of it, also without leading anybody."""
    return action is not None and getattr(action, "owner_id", None) == person.user.pk


def _action_holds(values: Mapping[str, Any]) -> Mapping[str, str]:
    wrong: dict[str, str] = {}
    if values.get("stage") == Action.Stage.PAA_HOLD:
        if not values.get("hold_reason"):
            wrong["hold_reason"] = "Handlingen er på hold. Skriv, hvorfor."
        if not values.get("hold_since"):
            wrong["hold_since"] = "Handlingen er på hold. Skriv, siden hvornår."
    first, last = values.get("first"), values.get("last")
    if first and last and last < first:
        wrong["last"] = "Handlingen kan ikke slutte, før den begynder. Ret en af dagene."
    return wrong


def _waits_for_something(values: Mapping[str, Any]) -> Mapping[str, str]:
    if not values.get("other") and not values.get("what"):
        return {"what": "Vælg en anden handling, eller skriv, hvad der skal ske først."}
    return {}


def _page_of_action(action: Any) -> str:
    return reverse("handling", args=(action.key,))


def _page(row: Any) -> str:
    """What belongs to an action is read where the action is."""
    return _page_of_action(row.action) if row.action else reverse("handlinger")


_LIVES: Final = (
    "Skrevet: det står et sted. Fremlagt: medarbejderne har hørt om det. I brug: nogle gør det. Rutine: alle gør det."
)
ACTION: Final = Sheet(
    slug="handling",
    tab="handlinger",
    model=Action,
    one="Handling",
    new="Ny handling",
    parent="strategy",
    main=("name", "area", "owner", "stage", "lives"),
    more=(
        *("text", "track", "number", "effects", "units", "profession", "owner_words"),
        *("first", "last", "when_words", "origin", "origin_words"),
        *("hold_reason", "hold_since", "hold_by", "hold_until"),
        *("handed_on", "left_behind", "kept_by", "source"),
    ),
    reasoned=frozenset({"number", "stage", "area", "track"}),
    check=_action_holds,
    page=_page_of_action,
    hints={
        "lives": _LIVES,
        "number": "Det laveste tal kommer først.",
        "owner": "Den, der skriver status.",
        "when_words": "Fx »foråret 2025«, når papiret ikke skriver en dag.",
    },
)
DEPENDENCY: Final = Sheet(
    slug="venter-paa",
    model=Dependency,
    one="Det, handlingen venter på",
    new="Skriv, hvad handlingen venter på",
    parent="action",
    strategy="action__strategy",
    main=("other", "what", "expected", "happened_on"),
    check=_waits_for_something,
    page=_page,
)
REPORT: Final = Sheet(
    slug="status",
    model=Report,
    one="Status på handlingen",
    new="Skriv status",
    parent="action",
    strategy="action__strategy",
    main=("on", "since", "now", "following"),
    stamped={"by": "name"},
    own=_owns,
    page=_page,
    hints={
        "since": "Hvad er der sket, siden I sidst skrev?",
        "now": "Hvor langt er I?",
        "following": "Hvad gør I så, og hvem gør det?",
    },
)
EVALUATION: Final = Sheet(
    slug="evaluering",
    model=Evaluation,
    one="Evaluering af handlingen",
    new="Evaluér handlingen",
    parent="action",
    strategy="action__strategy",
    main=("on", "verdict", "effect_seen", "evidence"),
    stamped={"by": "name"},
    page=_page,
    hints={
        "effect_seen": "Hvad kan I se, og hvad ved I ikke?",
        "evidence": "Fx nøgletal, ledelsestilsyn eller det, nogen har fortalt.",
    },
)
PRESSURE: Final = Sheet(
    slug="kommende",
    tab="handlinger",
    model=Pressure,
    one="Kommende lov eller beslutning",
    new="Ny kommende lov eller beslutning",
    parent="strategy",
    main=("name", "on", "text", "actions"),
    more=("when_words", "source"),
    page=lambda row: reverse("handlinger"),
)
ROLL_OUT: Final = Sheet(
    slug="udbredelse",
    model=RollOut,
    one="Udbredelse i en enhed",
    new="Skriv udbredelse i en enhed",
    parent="action",
    strategy="action__strategy",
    main=("unit", "lives", "on", "note"),
    own=_owns,
    page=_page,
    hints={
        "lives": _LIVES,
    },
)
STEP_SHEETS: Final = (ACTION, DEPENDENCY, REPORT, EVALUATION, PRESSURE, ROLL_OUT)
