"""On which sheets are the strategy, its focus areas and its effects written?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

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


def _evidence_named(values: Mapping[str, Any]) -> Mapping[str, str]:
    kind = values.get("kind")
    if kind in (Evidence.Kind.INDIKATOR, Evidence.Kind.TILSYN) and not values.get("subject"):
        return {"subject": "Skriv, hvilket nøgletal eller spørgsmål effekten kan ses ved."}
    if kind == Evidence.Kind.OPLEVELSE and not values.get("who"):
        return {"who": "Vælg, hvis oplevelse det er; de holdes hver for sig."}
    return {}


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
)
EVIDENCE: Final = Sheet(
    slug="ses-ved",
    model=Evidence,
    one="Måde at se effekten på",
    new="Ny måde at se effekten på",
    parent="effect",
    strategy="effect__area__strategy",
    main=("kind", "subject", "who", "expected", "expected_by"),
    check=_evidence_named,
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
)
MADE_KNOWN: Final = Sheet(
    slug="kendt",
    model=MadeKnown,
    one="Møde om strategien",
    new="Skriv et møde om strategien",
    parent="strategy",
    main=("kind", "on", "meeting", "units", "others"),
    more=("when_words", "source"),
)
OPT_OUT: Final = Sheet(
    slug="fravalg",
    model=OptOut,
    one="Fravalg",
    new="Nyt fravalg",
    parent="strategy",
    main=("text", "why", "on", "decided_by"),
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
