"""What must the assessment of the first 24 hours answer, and what is done when a child cannot go home tonight?

Values, with the source of each from the law notes; a municipality's own words stand in the handbook.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pejl.law import BARNETS_LOV, Citation, Sure
from pejl.rules import Force


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing to answer or to do, and where it stands; no source: good practice."""

    text: str
    cites: Citation | None = None
    force: Force = Force.LAW


_ASSESSMENT: Final = BARNETS_LOV.at("§ 136", row="UND-01", sure=Sure.GUIDANCE)
_CHAIR: Final = BARNETS_LOV.at("§ 143", row="ANB-05", sure=Sure.GUIDANCE)
# Law notes UND-14: told by Ankestyrelsen as practice; no paragraph has been found.
REACHABLE: Final = (
    "Kommunen skal kunne nås på en vagttelefon uden for åbningstid, i weekender og på helligdage. "
    "Det skriver Ankestyrelsen; vi har ikke fundet en paragraf."
)

ANSWERS: Final = (
    Point(text="Er barnets sundhed eller udvikling i fare?", cites=_ASSESSMENT),
    Point(text="Er der brug for at handle akut, inden barnet skal hjem eller sove?", cites=_ASSESSMENT),
    Point(text="Hvad bygger vurderingen på: hvad er set, hvad er sagt, og af hvem?"),
)
STEPS: Final = (
    Point(text="Er der fare nu, så ring 112. Er du i tvivl, så ring til bagvagten, før du kører ud."),
    Point(
        text=(
            "Tal med barnet, hvis det kan lade sig gøre uden at gøre barnet mere udsat: Hvad er der sket? "
            "Hvad er du bange for? Hvem er du tryg ved?"
        ),
    ),
    Point(text="Er der mistanke om overgreb, så kontakt ikke forældrene, før der er talt med barnet."),
    Point(text="Find ud af, hvem i familien eller netværket barnet kan være hos i nat, og om det er trygt."),
    Point(
        text="Forsøg først at få samtykke. Skriv, hvem du spurgte, hvornår, og hvad de svarede.",
        cites=_CHAIR,
    ),
    Point(
        text=(
            "Får du ikke samtykke, og kan barnet ikke vente på et møde i børne- og ungeudvalget, så ring til "
            "bagvagten. Udvalgets formand kan træffe en foreløbig afgørelse, når betingelserne i den paragraf, der "
            "bruges, er opfyldt."
        ),
        cites=_CHAIR,
    ),
    Point(
        text=(
            "Skriv klokkeslættet, når afgørelsen bliver iværksat. Udvalget skal godkende den snarest og senest den "
            "syvende dag. Den dag, den sættes i værk, er den første, og søndage og helligdage tæller med: sat i værk "
            "den 1., skal den godkendes senest den 7."
        ),
        cites=_CHAIR,
    ),
    Point(
        text=(
            "Forældremyndighedens indehaver og de andre parter skal have skriftlig besked inden 24 timer efter "
            "iværksættelsen: om aktindsigt, advokat og retten til at udtale sig."
        ),
        cites=BARNETS_LOV.at("§ 143", row="ANB-05a", sure=Sure.GUIDANCE),
    ),
    Point(text="Fortæl barnet, hvad der sker i nat, og hvem barnet kan ringe til. Skriv barnets egne ord."),
    Point(text="Skriv en overdragelse til dagholdet her på siden."),
)
