"""The law, chapter by chapter: which duties are there? No arrays, no Django, no loops over cases."""

from pejl.rulebook import (
    anbringelse,
    barnets_rettigheder,
    barnets_stemme,
    forvaltning,
    genbehandling,
    handicap,
    hjemgivelse_og_samvaer,
    klage,
    lokale,
    opfoelgning,
    plan,
    saerlige,
    screening,
    tilsyn,
    udvalg,
    underretninger,
    undersoegelse,
    undersoegelsens_indhold,
    ungestoette,
)
from pejl.rules import Rule, Rulebook

# In the order of the law and of the printed Regelbog; the municipality's own goals come last.
CHAPTERS: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("underretninger", underretninger.RULES),
    ("screening", screening.RULES),
    ("undersoegelse", undersoegelse.RULES),
    ("undersoegelsens_indhold", undersoegelsens_indhold.RULES),
    ("barnets_stemme", barnets_stemme.RULES),
    ("barnets_rettigheder", barnets_rettigheder.RULES),
    ("anbringelse", anbringelse.RULES),
    ("udvalg", udvalg.RULES),
    ("genbehandling", genbehandling.RULES),
    ("plan", plan.RULES),
    ("ungestoette", ungestoette.RULES),
    ("opfoelgning", opfoelgning.RULES),
    ("hjemgivelse_og_samvaer", hjemgivelse_og_samvaer.RULES),
    ("tilsyn", tilsyn.RULES),
    ("saerlige", saerlige.RULES),
    ("handicap", handicap.RULES),
    ("forvaltning", forvaltning.RULES),
    ("klage", klage.RULES),
    ("lokale", lokale.RULES),
)

# What the chapters are called where people read them.
TITLES: dict[str, str] = {
    "underretninger": "Underretninger",
    "screening": "Screening",
    "undersoegelse": "Den børnefaglige undersøgelse",
    "undersoegelsens_indhold": "Undersøgelsens indhold",
    "barnets_stemme": "Barnets stemme",
    "barnets_rettigheder": "Barnets rettigheder",
    "anbringelse": "Anbringelse",
    "udvalg": "Børne- og ungeudvalget",
    "genbehandling": "Genbehandling",
    "plan": "Barnets plan",
    "ungestoette": "Ungeplan og ungestøtte",
    "opfoelgning": "Opfølgning på indsatsen",
    "hjemgivelse_og_samvaer": "Hjemgivelse og samvær",
    "tilsyn": "Personrettet tilsyn",
    "saerlige": "Særlige tilbud",
    "handicap": "Børn med funktionsnedsættelse",
    "forvaltning": "Høring, begrundelse og aktindsigt",
    "klage": "Klage og Ungdomskriminalitetsnævnet",
    "lokale": "Kommunens egne mål",
}

RULEBOOK = Rulebook.of(rule for _, rules in CHAPTERS for rule in rules)

_CHAPTER = {rule.key: name for name, rules in CHAPTERS for rule in rules}


def chapter_of(key: str) -> str:
    """Where a rule stands; one that only the municipality's own number brings, by the first part of its key.

    >>> [chapter_of(key) for key in ("plan.anbringelse", "forvaltning.ny_dag_meddeles", "lokal.sagsbehandlingstid")]
    ['plan', 'forvaltning', 'lokale']
    """
    first = key.partition(".")[0]
    return _CHAPTER.get(key) or (first if first in TITLES else "lokale")
