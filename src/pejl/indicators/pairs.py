"""Which figures are seen against each other, why, and which way must they go apart to be worth a question?

A pair is a value: a municipality that wants one more writes one and adds it to ``PAIRS``. Nothing here counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pejl.indicators import anbringelser, indsatser, underretninger, undersoegelser
from pejl.indicators.counting import Happened
from pejl.indicators.indicator import Indicator, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two figures on one axis of time, and the question asked where they go opposite ways.

    An empty question: that way is no reason to ask, and nothing is flagged.
    """

    key: str
    name: str
    first: Indicator
    second: Indicator
    why: str  # they are seen together
    source: str
    ask_when_first_rises: str = ""  # and the second falls
    ask_when_first_falls: str = ""  # and the second rises

    def __post_init__(self) -> None:
        for each in self.both:
            # Only what happens in a period can be added up over several; what stands at its end cannot.
            if each.unit is not Unit.COUNT or not isinstance(each.counts, Happened):
                raise ValueError(f"cannot add {each.key} up over periods for {self.key}; use a count of what happened")
        if not (self.ask_when_first_rises or self.ask_when_first_falls):
            raise ValueError(f"cannot see {self.key} as a pair without a question; write at least one")

    @property
    def both(self) -> tuple[Indicator, Indicator]:
        """The two, in the order they are told."""
        return self.first, self.second

    def question(self, *, first_rises: bool) -> str:
        """What is asked when they go apart this way; empty: nothing."""
        return self.ask_when_first_rises if first_rises else self.ask_when_first_falls


def checked(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """The same, when no key stands twice."""
    found: dict[str, Pair] = {}
    for each in pairs:
        if each.key in found:
            raise ValueError(f"cannot have two pairs called {each.key!r}; give one of them another key")
        found[each.key] = each
    return tuple(found.values())


TIDLIG_OG_UNDERSOEGELSE: Final = Pair(
    key="tidlig_hjaelp_og_undersoegelser",
    name="Tidlig hjælp og undersøgelser",
    first=indsatser.TIDLIGE_BEVILGET,
    second=undersoegelser.BESLUTTET,
    why=(
        "Tidlig hjælp er til det afgrænsede og konkrete. Bliver der bevilget mere af den, mens der undersøges mindre, "
        "kan det være godt, eller det kan være børn, der skulle have været undersøgt."
    ),
    source="Odsherred Kommunes afrapportering til Task Forcen, hvor begge tal følges (§ 11, stk. 3, og § 50 dengang)",
    ask_when_first_rises="Får nogen børn tidlig hjælp, hvor deres behov burde være undersøgt først?",
    ask_when_first_falls="Bliver der undersøgt, hvor tidlig hjælp kunne have været nok?",
)
UNDERRETNING_OG_UNDERSOEGELSE: Final = Pair(
    key="underretninger_og_undersoegelser",
    name="Underretninger og undersøgelser",
    first=underretninger.MODTAGET,
    second=undersoegelser.BESLUTTET,
    why="Kommer der flere underretninger, mens der undersøges mindre, er det værd at se, hvad de blev til.",
    source="ledelsesinformation i kommuner, fx Rebild, hvor de to tal står ved siden af hinanden",
    ask_when_first_rises="Hvad blev de flere underretninger til, når de ikke blev til undersøgelser?",
)
TIDLIG_OG_ANBRINGELSE: Final = Pair(
    key="tidlige_indsatser_og_anbringelser",
    name="Tidlige indsatser og anbringelser",
    first=indsatser.TIDLIGE,
    second=anbringelser.BEGYNDT,
    why="Indsatstrappen følger begge: hjælpen tæt på hverdagen og det at flytte uden for hjemmet.",
    source="Indsatstrappens tolv nøgletal",
    ask_when_first_falls="Kommer hjælpen så sent, at flere børn må flytte hjemmefra?",
)

# In the order they are told.
PAIRS: Final = checked((TIDLIG_OG_UNDERSOEGELSE, UNDERRETNING_OG_UNDERSOEGELSE, TIDLIG_OG_ANBRINGELSE))
