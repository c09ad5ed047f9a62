"""Which items shall the council take up every year whatever the municipality plans? Values: a new one is one line.

What the law says of each, and how sure that is, is said with it; a day nobody has confirmed is not written here but
chosen by the municipality.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedItem:
    """One item, and the paragraph it is said to rest on."""

    key: str
    name: str
    body: str
    law: str
    confirmed: bool  # whether the paragraph has been read and stands as this says
    told: str


FIXED: Final = (
    FixedItem(
        key="danmarkskortet",
        name="Danmarkskortet: kommunens tal for omgjorte afgørelser",
        body="Kommunalbestyrelsen",
        law="Retssikkerhedsloven § 79 b",
        confirmed=False,
        told="Behandles én gang om året. Paragraffen er ikke læst efter endnu, så se selv efter, hvornår og hvordan.",
    ),
)
FIXED_BY_KEY: Final = {each.key: each for each in FIXED}


def is_confirmed(law: str) -> bool:
    """Whether a paragraph an item names has been read here; what people wrote themselves has not."""
    return any(each.law == law and each.confirmed for each in FIXED)
