"""What is at hand when the child is told what became of it, and when others are involved or left out?"""

from __future__ import annotations

from typing import Final

from pejl import events as e
from pejl.web.cases.forms import guides as g
from pejl.web.cases.forms.guides import Group, StepGuide

CHILD: Final[tuple[StepGuide, ...]] = (
    StepGuide(
        kind=e.SVAR_TIL_BARNET,
        first=("dag", "svar", "barnets_ord"),
        questions=(
            "Hvad blev der ud af det, barnet sagde, og hvorfor?",
            "Er det sagt, så barnet kan forstå det, og kan barnet spørge?",
            "Hvad sagde barnet til svaret?",
        ),
        groups=(Group(title="Hvad barnet vil have vist", fields=(e.SKJULT_FOR_FORAELDRE,), is_open=True),),
        before=(e.SAMTALE_MED_BARNET,),
    ),
    StepGuide(
        kind=e.INDDRAGELSE,
        first=("dag", "hvem", "hvordan", "egne_ord", "aendrede"),
        questions=(
            "Hvem var med, og hvordan?",
            "Hvad sagde de selv om problemet og om løsningen?",
            "Hvad ændrede det, og hvem fik det at vide?",
        ),
        cites=(g.RISIKO_FOERST,),
    ),
    StepGuide(
        kind=e.INDDRAGELSE_UNDLADT,
        first=("dag", "hvem", "hvorfor_ikke", "begrundelse"),
        questions=(
            "Hvem var ikke med, og hvorfor?",
            "Ville de ikke, eller ville det være utrygt for barnet?",
            "Kan det gøres på en anden måde eller senere?",
        ),
        cites=(g.RISIKO_FOERST,),
    ),
)
