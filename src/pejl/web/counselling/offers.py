"""Which early offers are judged as a whole, and to which of them does a grant under § 30 belong?

A new offer is one line. What a grant was of stands in words (»Indsatsens type«), so a type is known by the words that
tell it; a grant with other words, or none, is shown as such and guessed at by nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from pejl.law import Citation
from pejl.web.counselling.values import HJEMMEL
from pejl.web.handbook.cited import FOREBYGGENDE


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One early offer. ``words``: a grant is of it where one of them stands in its type; the first that fits counts."""

    key: str
    label: str
    cites: Citation
    words: tuple[str, ...] = ()


RAADGIVNING: Final = Offer(key="aaben_raadgivning", label="Åben, anonym rådgivning", cites=HJEMMEL)
# The kinds of § 30 (law notes E3), in our words.
GRUPPER: Final = Offer(
    key="grupper", label="Netværks- og samtalegrupper", cites=FOREBYGGENDE, words=("gruppe", "netværk")
)
FAMILIEPLANLAEGNING: Final = Offer(
    key="familieplanlaegning", label="Rådgivning om familieplanlægning", cites=FOREBYGGENDE, words=("familieplan",)
)
KONSULENT: Final = Offer(
    key="konsulent",
    label="Konsulenthjælp og rådgivning til familien",
    cites=FOREBYGGENDE,
    words=("konsulent", "rådgivning", "familievejled", "samtale", "forældrekursus"),
)
ANDET: Final = Offer(key="andet", label="Anden tidlig hjælp", cites=FOREBYGGENDE)
IKKE_SKREVET: Final = Offer(key="ikke_skrevet", label="Tidlig hjælp, hvor typen ikke er skrevet", cites=FOREBYGGENDE)

OFFERS: Final = (RAADGIVNING, KONSULENT, GRUPPER, FAMILIEPLANLAEGNING, ANDET, IKKE_SKREVET)
OFFER_BY_KEY: Final[Mapping[str, Offer]] = MappingProxyType({each.key: each for each in OFFERS})
# Looked for in this order: »samtalegruppe« is a group before it is a talk.
_BY_WORDS: Final = (GRUPPER, FAMILIEPLANLAEGNING, KONSULENT, *(each for each in OFFERS if each.words))


def offer_of(words: str) -> Offer:
    """Which offer a grant was of, by what is written of its type.

    >>> offer_of("Samtalegruppe for unge").key, offer_of("Familiekonsulent").key, offer_of(" ").key
    ('grupper', 'konsulent', 'ikke_skrevet')
    >>> offer_of("Hestetur").key
    'andet'
    """
    told = words.casefold().strip()
    if not told:
        return IKKE_SKREVET
    return next((each for each in _BY_WORDS if any(word in told for word in each.words)), ANDET)
