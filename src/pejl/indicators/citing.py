"""Where does a figure get its law from? From the rules whose duties it counts, so that no citation is written twice."""

from __future__ import annotations

from typing import Final

from pejl.law import Citation
from pejl.rulebook import RULEBOOK

# What more than one figure is taken from.
NATIONAL: Final = "Ankestyrelsens Børnesagsbarometer måler det samme på stikprøver fra hele landet"
MUNICIPAL: Final = "Almindeligt i kommuners ledelsesinformation, fx i Rebild og Thisted"


def cited(*rules: str) -> tuple[Citation, ...]:
    """The law behind these rules, in the newest version of each."""
    return tuple(RULEBOOK.by_key[key][-1].cites for key in rules)
