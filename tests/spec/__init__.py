"""The law by example: which chapters have examples, in the order of the rulebook?"""

from tests.spec import (
    barnets_stemme,
    lokale,
    opfoelgning,
    plan,
    screening,
    tilsyn,
    underretninger,
    undersoegelse,
)
from tests.spec.example import Chapter

CHAPTERS: dict[str, Chapter] = {
    "underretninger": underretninger.CHAPTER,
    "screening": screening.CHAPTER,
    "undersoegelse": undersoegelse.CHAPTER,
    "barnets_stemme": barnets_stemme.CHAPTER,
    "plan": plan.CHAPTER,
    "opfoelgning": opfoelgning.CHAPTER,
    "tilsyn": tilsyn.CHAPTER,
    "lokale": lokale.CHAPTER,
}
