"""What is a template? Parts in an order, and who fills each: the data or people?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Kind(StrEnum):
    """What sort of paper it is."""

    STATUS = "status"
    ITEM = "sag"
    THEME = "temamoede"
    OF_THE_PLAN = "plan"
    STEERING = "styring"

    @property
    def danish(self) -> str:
        """The word a reader sees."""
        return {
            Kind.STATUS: "Statusnotat",
            Kind.ITEM: "Sag til udvalget",
            Kind.THEME: "Materiale til temamøde",
            Kind.OF_THE_PLAN: "Papir fra planen",
            Kind.STEERING: "Nøgletal til ledelsen",
        }[self]


class Filled(StrEnum):
    """By whom a part is filled, or which stored field it shows."""

    DATA = "data"  # drawn; people may write beneath
    PEOPLE = "mennesker"
    RECOMMENDATION = "indstilling"
    DECISION = "beslutning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """A part of a template. ``draws`` names functions of ``drawing``; ``required``: people must write something."""

    key: str
    heading: str
    filled: Filled = Filled.PEOPLE
    draws: tuple[str, ...] = ()
    required: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A kind of paper. ``sure``: how well we know another's headings (H high, M some); empty: they are our own."""

    key: str
    kind: Kind
    name: str
    parts: tuple[Spec, ...]
    leaves: bool = True  # for a body outside the line: small numbers are taken out
    source: str = ""
    sure: str = ""
    note: str = ""

    @property
    def spec(self) -> Mapping[str, Spec]:
        """The parts by their keys."""
        return {each.key: each for each in self.parts}


def checked(templates: tuple[Template, ...]) -> Mapping[str, Template]:
    """By their keys; none twice, and no part twice within one."""
    found = {each.key: each for each in templates}
    if len(found) != len(templates):
        raise ValueError("cannot have two templates of one key; give each its own")
    for each in templates:
        if len(each.spec) != len(each.parts):
            raise ValueError(f"cannot have two parts of one key in {each.key}; give each its own")
    return MappingProxyType(found)


# --- parts that several templates have ------------------------------------------------------------------------

_COMMENT: Final = "Hvad siger tallene fagligt, og hvad siger de ikke?"


def figures(key: str = "tal", heading: str = "Tallene") -> Spec:
    """Figures, which never go upwards without a professional comment (E8)."""
    return Spec(key=key, heading=heading, filled=Filled.DATA, draws=("tal",), required=True, hint=_COMMENT)


def drawn(key: str, heading: str, *draws: str, hint: str = "", required: bool = False) -> Spec:
    """A part from the plan, with room for people's words."""
    return Spec(key=key, heading=heading, filled=Filled.DATA, draws=draws, hint=hint, required=required)


def written(key: str, heading: str, *, hint: str = "", required: bool = False) -> Spec:
    """A part people write."""
    return Spec(key=key, heading=heading, hint=hint, required=required)


RECOMMENDATION: Final = Spec(
    key="indstilling",
    heading="Indstilling",
    filled=Filled.RECOMMENDATION,
    required=True,
    hint="Hvem indstiller hvad? De almindelige ord er: godkender, drøfter, tager til efterretning.",
)
DECISION: Final = Spec(key="beslutning", heading="Beslutning", filled=Filled.DECISION)
ANNEXES: Final = Spec(key="bilag", heading="Bilag", hint="Et bilag på hver linje.")
