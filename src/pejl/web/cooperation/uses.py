"""What is a cross-disciplinary adviser used for at a school? A municipality with one more use writes a line here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

USES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "tvaersmoede": "Tværsmøder",
        "netvaerksmoede": "Netværksmøder",
        "underretningsmoede": "Underretningsmøder",
        "aaben_tid": "Åben tid for personalet",
        "raad_til_familier": "Råd til børn og forældre på stedet",
    }
)


def told(uses: Iterable[str]) -> str:
    """In words; one that is no longer on the list stands as it was written.

    >>> told(["tvaersmoede", "aaben_tid"])
    'Tværsmøder, åben tid for personalet'
    >>> told(["legetimer"])
    'legetimer'
    """
    words = [USES.get(each, each) for each in uses]
    return ", ".join(words[:1] + [each[:1].lower() + each[1:] for each in words[1:]])
