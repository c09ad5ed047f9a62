"""What does one ask oneself before, during and after a talk with a child? Lundy's four, in short questions of our own.

Values, so that the form and the page of the child's part say the same. No Django, so that the house rules can read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Element:
    """One of the four, and what to ask oneself."""

    key: str
    name: str
    means: str
    asks: tuple[str, ...]
    at_the_form: str  # the one question a form has room for


# Own words after the questions in practice notes (c).
LUNDY: Final = (
    Element(
        "rum",
        "Rum",
        "Barnet får en tryg anledning til at sige noget.",
        (
            "Spurgte vi tidligt, og et sted hvor barnet var trygt?",
            "Var der plads til den, der er genert eller har svært ved at sige det?",
        ),
        "Var barnet trygt der, hvor I talte sammen?",
    ),
    Element(
        "stemme",
        "Stemme",
        "Barnet får hjælp til at sige, hvad det mener.",
        (
            "Ved barnet, hvad sagen handler om, og at det er frivilligt at være med?",
            "Måtte barnet selv vælge, hvordan det ville fortælle?",
        ),
        "Hvad sagde barnet selv? Skriv det med barnets ord.",
    ),
    Element(
        "tilhoerer",
        "Tilhører",
        "Den, der kan bestemme, hører det.",
        ("Hvem fik at vide, hvad barnet sagde?", "Ved barnet det, og kan de bestemme noget?"),
        "Hvem fik det at vide, og kan de bestemme noget?",
    ),
    Element(
        "indflydelse",
        "Indflydelse",
        "Det, barnet sagde, bliver taget alvorligt, og barnet får svar.",
        ("Hvad ændrede det?", "Hvornår får barnet svar, og hvorfor blev det sådan?"),
        "Hvad ændrede det, og hvornår får barnet svar?",
    ),
)

QUESTIONS: Final = tuple(each.at_the_form for each in LUNDY)
