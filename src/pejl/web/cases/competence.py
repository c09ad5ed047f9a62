"""Who may grant what, and may the person who did? Asked and told, never a locked door (requirement C19)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from pejl.dates import danish_date
from pejl.events import AFGOERELSE_TRUFFET, BEVILLING, Kind
from pejl.rules import lies_under
from pejl.web.access.models import User
from pejl.web.access.person import person_of
from pejl.web.access.roles import AFDELINGSLEDER, CENTERCHEF, RAADGIVER, TEAMLEDER, VISITATIONSUDVALG
from pejl.web.cases.models import Competence

CHECKED: Final = frozenset({BEVILLING.key, AFGOERELSE_TRUFFET.key})

# From the nearest to the highest: who has one level has those before it.
LEVELS: Final[Mapping[str, str]] = MappingProxyType(
    {
        RAADGIVER.key: RAADGIVER.label,
        TEAMLEDER.key: TEAMLEDER.label,
        AFDELINGSLEDER.key: AFDELINGSLEDER.label,
        CENTERCHEF.key: CENTERCHEF.label,
        VISITATIONSUDVALG.key: VISITATIONSUDVALG.label,
        "boerneudvalg": "Børne- og ungeudvalget",
    }
)
_RANK: Final = {key: number for number, key in enumerate(LEVELS)}
# Who does an adviser's work has an adviser's competence.
_LIKE_ADVISERS: Final = frozenset({"medraadgiver", "vikar", "modtagelse"})


class Stand(StrEnum):
    """How somebody stands to a measure."""

    WITHIN = "inden for egen kompetence"
    BEYOND = "ud over egen kompetence"
    UNDECIDED = "ikke besluttet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether it is theirs to grant, and by which decision."""

    stand: Stand
    paragraph: str
    level: Competence | None = None

    @property
    def who(self) -> str:
        """Who may grant it, in words."""
        return LEVELS.get(self.level.decides, self.level.decides) if self.level else ""

    @property
    def refusal(self) -> str:
        """What is said where nobody has been named who had the competence."""
        since = danish_date(self.level.first) if self.level else ""
        return (
            f"Den, der udfører det, har ikke selv kompetencen til {self.paragraph} den dag. Det må bevilges af: "
            f"{self.who} (gælder fra {since}). Skriv, hvem der havde kompetencen, fx »{self.who}«."
        )

    @property
    def told(self) -> str:
        """What is said when it has been registered; empty where there is nothing to say."""
        if self.stand is Stand.UNDECIDED:
            return f"Det er ikke besluttet i Pejl, hvem der må bevilge efter {self.paragraph}."
        return f"Det må bevilges af: {self.who}. Der står, hvem der havde kompetencen." if self.beyond else ""

    @property
    def beyond(self) -> bool:
        """Whether somebody else must have had the competence."""
        return self.stand is Stand.BEYOND


def levels_on(day: date) -> dict[str, Competence]:
    """For each measure the decision in force that day."""
    rows = Competence.objects.filter(first__lte=day).order_by("first", "pk")
    return {row.measure: row for row in rows}


def level_of(paragraph: str, levels: Mapping[str, Competence]) -> Competence | None:
    """The decision about this paragraph: the one that names it most closely."""
    fitting = [measure for measure in levels if lies_under(paragraph, under=measure)]
    return levels[max(fitting, key=len)] if fitting else None


def rank_of(roles: Iterable[str]) -> int:
    """The highest level these roles have; -1 for none."""
    return max((_RANK.get(RAADGIVER.key if each in _LIKE_ADVISERS else each, -1) for each in roles), default=-1)


def verdict_on(kind: Kind, paragraph: str, *, by: User, day: date) -> Verdict | None:
    """How whoever grants it stands to it, by the posts of that day; None where nothing is granted."""
    if kind.key not in CHECKED or not paragraph:
        return None
    level = level_of(paragraph, levels_on(day))
    if level is None:
        return Verdict(stand=Stand.UNDECIDED, paragraph=paragraph)
    rank = rank_of(place.role.key for place in person_of(by, on=day).places)
    stand = Stand.WITHIN if rank >= _RANK.get(level.decides, len(_RANK)) else Stand.BEYOND
    return Verdict(stand=stand, paragraph=paragraph, level=level)
