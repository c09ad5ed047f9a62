"""The law, chapter by chapter: which duties are there? No arrays, no Django, no loops over cases."""

from pejl.rulebook import (
    barnets_stemme,
    lokale,
    opfoelgning,
    plan,
    screening,
    tilsyn,
    underretninger,
    undersoegelse,
)
from pejl.rules import Rule, Rulebook

# In the order of the law and of the printed Regelbog; the municipality's own goals come last.
CHAPTERS: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("underretninger", underretninger.RULES),
    ("screening", screening.RULES),
    ("undersoegelse", undersoegelse.RULES),
    ("barnets_stemme", barnets_stemme.RULES),
    ("plan", plan.RULES),
    ("opfoelgning", opfoelgning.RULES),
    ("tilsyn", tilsyn.RULES),
    ("lokale", lokale.RULES),
)

# What the chapters are called where people read them.
TITLES: dict[str, str] = {
    "underretninger": "Underretninger",
    "screening": "Screening",
    "undersoegelse": "Den børnefaglige undersøgelse",
    "barnets_stemme": "Barnets stemme",
    "plan": "Barnets plan",
    "opfoelgning": "Opfølgning på indsatsen",
    "tilsyn": "Personrettet tilsyn",
    "lokale": "Kommunens egne mål",
}

RULEBOOK = Rulebook.of(rule for _, rules in CHAPTERS for rule in rules)
