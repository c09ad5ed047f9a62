"""On which sheets are the strategy, its focus areas and its effects written?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.urls import reverse

from pejl.web.plan.indicator_names import indicator_choices
from pejl.web.plan.models import (
    Effect,
    Evidence,
    Experience,
    FocusArea,
    Judgement,
    MadeKnown,
    OptOut,
    PlanUnit,
    Strategy,
    Track,
)
from pejl.web.plan.sheets.sheet import Sheet


def _strategy_days(values: Mapping[str, Any]) -> Mapping[str, str]:
    first, last = values.get("first"), values.get("last")
    if first and last and last < first:
        return {"last": "Strategien kan ikke slutte, før den begynder. Ret en af dagene."}
    return {}


def _experience_adds_up(values: Mapping[str, Any]) -> Mapping[str, str]:
    asked, answered, agreed = (values.get(name) for name in ("asked", "answered", "agreed"))
    if answered is not None and asked is not None and answered > asked:
        return {"answered": "Flere kan ikke have svaret, end der er spurgt. Ret et af tallene."}
    if agreed is not None and (answered is None or agreed > answered):
        return {"answered": "Skriv, hvor mange der svarede: mindst så mange som dem, der svarede ja eller enig."}
    if not values.get("words") and answered is None:
        return {"words": "Skriv det, de fortalte, eller hvor mange der svarede."}
    return {}


def _added_with_reason(values: Mapping[str, Any]) -> Mapping[str, str]:
    # A6: one may come with mid-period, and then with a reason.
    if values.get("added_on") and not values.get("reasoning"):
        return {"reasoning": "Området kom med undervejs. Skriv begrundelsen."}
    first, last = values.get("focus_from"), values.get("focus_to")
    if first and last and last < first:
        return {"focus_to": "Det særlige fokus kan ikke slutte, før det begynder. Ret en af dagene."}
    return {}


def page_of_effect(effect: Effect) -> str:
    """Where an effect and all that belongs to it is read."""
    return f"{reverse('plan-omraade', args=(effect.area.key,))}#effekt-{effect.key}"


def _evidence_named(values: Mapping[str, Any]) -> Mapping[str, str]:
    kind = values.get("kind")
    if kind == Evidence.Kind.INDIKATOR and not values.get("subject"):
        return {"subject": "Vælg det nøgletal, effekten kan ses ved."}
    if kind == Evidence.Kind.TILSYN and not values.get("question"):
        return {"question": "Skriv det spørgsmål i ledelsestilsyn, effekten kan ses ved."}
    if kind == Evidence.Kind.OPLEVELSE and not values.get("who"):
        return {"who": "Vælg, hvis oplevelse det er. Børn, unge, forældre og andre holdes hver for sig."}
    return {}


_WHOSE: Final = (
    "Borgerrettet: det, børn og familier skal mærke. Organisationsrettet: det, medarbejdere og ledere skal mærke."
)
STRATEGY: Final = Sheet(
    slug="strategi",
    model=Strategy,
    one="Strategi",
    new="Ny strategi",
    main=("title", "kind", "first", "last", "mission"),
    more=(
        *("status", "decided_by", "decided_on", "replaces", "period_words", "core_task", "purposes", "framework"),
        *("focus_word", "focus_words", "track_word", "track_words", "action_word", "action_words"),
        *("few", "few_areas", "source"),
    ),
    reasoned=frozenset({"status", "few", "few_areas", "replaces"}),
    check=_strategy_days,
    page=lambda row: f"{reverse('plan')}?strategi={row.key}",
)
UNIT: Final = Sheet(
    slug="enhed",
    model=PlanUnit,
    one="Enhed",
    new="Ny enhed",
    parent="strategy",
    main=("name", "what", "part", "parent", "number"),
    more=("unit",),
    reasoned=frozenset({"part"}),
    page=lambda row: f"{reverse('plan-enheder')}?strategi={row.strategy.key}",
    hints={
        "part": "Primært: dem, strategien først og fremmest gælder. Sekundært: dem, der også er om barnet.",
    },
)
AREA: Final = Sheet(
    slug="fokusomraade",
    model=FocusArea,
    one="Fokusområde",
    new="Nyt fokusområde",
    parent="strategy",
    main=("number", "name", "family", "vision", "purpose"),
    more=("reasoning", "added_on", "focus_from", "focus_to", "order_words", "source"),
    reasoned=frozenset({"number", "focus_from", "focus_to"}),
    check=_added_with_reason,
    page=lambda row: reverse("plan-omraade", args=(row.key,)),
    hints={
        "family": _WHOSE,
        "number": "Det laveste tal står først.",
        "focus_from": "Hvis I arbejder særligt med området i en tid.",
    },
)
EFFECT: Final = Sheet(
    slug="effekt",
    model=Effect,
    one="Ønsket effekt",
    new="Ny ønsket effekt",
    parent="area",
    strategy="area__strategy",
    main=("level", "text", "number"),
    more=("source",),
    page=page_of_effect,
    hints={
        "level": _WHOSE,
        "text": "Hvad skal nogen kunne mærke? Fx »Børn oplever at blive spurgt«.",
    },
)
EVIDENCE: Final = Sheet(
    slug="ses-ved",
    model=Evidence,
    one="Måde at se effekten på",
    new="Ny måde at se effekten på",
    parent="effect",
    strategy="effect__area__strategy",
    main=("kind", "subject", "question", "who", "expected"),
    more=("expected_by",),
    offered={"subject": indicator_choices},
    hint="Vælg først, hvad effekten ses ved. Udfyld så kun det felt, der hører til.",
    check=_evidence_named,
    page=lambda row: page_of_effect(row.effect),
    hints={
        "expected": "Fx »færre end sidste år«.",
    },
)
JUDGEMENT: Final = Sheet(
    slug="vurdering",
    model=Judgement,
    one="Vurdering af effekten",
    new="Ny vurdering af effekten",
    parent="effect",
    strategy="effect__area__strategy",
    main=("on", "verdict", "words"),
    stamped={"by": "name"},
    page=lambda row: page_of_effect(row.effect),
)
EXPERIENCE: Final = Sheet(
    slug="oplevelse",
    model=Experience,
    one="Oplevelse",
    new="Ny oplevelse",
    parent="effect",
    strategy="effect__area__strategy",
    main=("who", "method", "on", "words"),
    more=("question", "asked", "answered", "agreed"),
    hint="Skriv det, som det blev fortalt, men så ingen kan kendes.",
    check=_experience_adds_up,
    page=lambda row: page_of_effect(row.effect),
    hints={
        "words": "Ingen navne, steder eller datoer.",
        "asked": "Hvor mange blev spurgt?",
        "answered": "Hvor mange svarede?",
        "agreed": "Hvor mange af dem sagde ja eller var enige?",
    },
)
TRACK: Final = Sheet(
    slug="spor",
    model=Track,
    one="Udviklingsspor",
    new="Nyt udviklingsspor",
    parent="strategy",
    main=("number", "name", "text", "areas", "owner"),
    more=("source",),
    reasoned=frozenset({"number"}),
    page=lambda row: f"{reverse('plan')}?strategi={row.strategy.key}#spor",
)
MADE_KNOWN: Final = Sheet(
    slug="kendt",
    model=MadeKnown,
    one="Møde om strategien",
    new="Skriv et møde om strategien",
    parent="strategy",
    main=("kind", "on", "meeting", "units", "others"),
    more=("when_words", "source"),
    page=lambda row: f"{reverse('plan-kendt')}?strategi={row.strategy.key}",
)
OPT_OUT: Final = Sheet(
    slug="fravalg",
    model=OptOut,
    one="Fravalg",
    new="Nyt fravalg",
    parent="strategy",
    main=("text", "why", "on", "decided_by"),
    page=lambda row: f"{reverse('plan')}?strategi={row.strategy.key}#fravalg",
)
STRATEGY_SHEETS: Final = (
    STRATEGY,
    UNIT,
    AREA,
    EFFECT,
    EVIDENCE,
    JUDGEMENT,
    EXPERIENCE,
    TRACK,
    MADE_KNOWN,
    OPT_OUT,
)
