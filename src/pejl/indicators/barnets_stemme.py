"""Barnets stemme: was the child spoken with before the decision and in the investigation, and was anyone involved?"""

from pejl.events import (
    AFGOERELSE_TRUFFET,
    INDDRAGELSE,
    INDDRAGELSE_UNDLADT,
    KONTAKT_MED_BARNET,
    NETVAERKSMOEDE,
    PARTSHOERING_HOLDT,
    PARTSHOERING_UNDLADT,
    SAMTALE_MED_BARNET,
    SAMTALE_UNDLADT,
    UNDERSOEGELSE_AFSLUTTET,
    UNDERSOEGELSE_BESLUTTET,
)
from pejl.indicators.citing import NATIONAL, cited
from pejl.indicators.counting import Between, Duties, Happened
from pejl.indicators.indicator import Better, Indicator, Marker, Rests, Unit
from pejl.rules import event

_UNDERSOEGT = (event(UNDERSOEGELSE_AFSLUTTET),)

FOER_AFGOERELSE = Indicator(
    key="barnets_stemme.foer_afgoerelse",
    name="Samtale eller anden direkte kontakt med barnet før afgørelsen",
    question="Har vi talt med barnet, før vi bestemte noget?",
    means="Om barnet blev hørt, før der blev truffet afgørelse. Det siger ikke, om det barnet sagde, fik betydning.",
    how=(
        "Af de afgørelser, der er truffet i perioden, hvor mange der havde en samtale eller anden direkte kontakt med "
        "barnet siden den forrige afgørelse. Er samtalen undladt med en begrundelse, tæller afgørelsen ikke med."
    ),
    counts=Duties(rules=("barnet.hoeres_foer_afgoerelse",)),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    bears_on=(Marker.INDDRAGELSE, Marker.VALG),
    rests=Rests.LAW,
    cites=cited("barnet.hoeres_foer_afgoerelse"),
    source=NATIONAL,
    needs=(AFGOERELSE_TRUFFET, SAMTALE_MED_BARNET),
    for_child="Barnet har selv fortalt, hvad det mener, før der blev bestemt noget.",
)
I_UNDERSOEGELSEN = Indicator(
    key="barnets_stemme.i_undersoegelsen",
    name="Samtale eller anden direkte kontakt med barnet under undersøgelsen",
    question="Er barnet selv med i undersøgelsen?",
    means="Om barnet er mødt, mens det blev undersøgt. Meget små børn mødes på andre måder end ved en samtale.",
    how=(
        "Af de undersøgelser, der er afsluttet i perioden, hvor mange der har en samtale eller anden direkte kontakt "
        "med barnet mellem beslutningen og afslutningen. Er samtalen undladt, tæller det som nej, også med begrundelse."
    ),
    counts=Happened(
        what=_UNDERSOEGT,
        yes=Between(begun_by=UNDERSOEGELSE_BESLUTTET, has=(SAMTALE_MED_BARNET, KONTAKT_MED_BARNET)),
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    bears_on=(Marker.INDDRAGELSE, Marker.UDREDNING),
    rests=Rests.PRACTICE,
    source=NATIONAL,
    needs=(UNDERSOEGELSE_AFSLUTTET, SAMTALE_MED_BARNET),
    for_child="Vi har mødt barnet og hørt det, mens vi undersøgte, hvad det har brug for.",
)
INDDRAGET = Indicator(
    key="barnets_stemme.inddragelse_skrevet",
    name="Inddragelse skrevet ned under undersøgelsen",
    question="Kan vi se, hvem der blev inddraget, eller hvorfor ikke?",
    means=(
        "Om det er skrevet, at forældre, netværk eller fagfolk var med, eller hvorfor de ikke var. Det siger, hvad der "
        "er skrevet, og ikke, hvor god inddragelsen var."
    ),
    how=(
        "Af de undersøgelser, der er afsluttet i perioden, hvor mange der mellem beslutningen og afslutningen har en "
        "inddragelse, et afholdt partshøringsmøde, et netværksmøde eller en undladt inddragelse med grund."
    ),
    counts=Happened(
        what=_UNDERSOEGT,
        yes=Between(
            begun_by=UNDERSOEGELSE_BESLUTTET,
            has=(INDDRAGELSE, INDDRAGELSE_UNDLADT, PARTSHOERING_HOLDT, PARTSHOERING_UNDLADT, NETVAERKSMOEDE),
        ),
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    bears_on=(Marker.INDDRAGELSE,),
    rests=Rests.OWN,
    source="Efter Task Forcens mål om, at inddragelse i hvert trin er skrevet ned med formål",
    needs=(UNDERSOEGELSE_AFSLUTTET, INDDRAGELSE),
    for_child="Det kan læses, hvem omkring barnet der var med, hvad de sagde, eller hvorfor de ikke var med.",
)
UNDLADT = Indicator(
    key="barnets_stemme.samtale_undladt",
    name="Samtaler med barnet, der er undladt",
    question="Hvor tit lader vi være med at tale med barnet?",
    means="Hvor tit samtalen er sprunget over. Det kan være rigtigt; grunden står i sagen.",
    how="Hver gang det i perioden er skrevet, at samtalen med barnet blev undladt.",
    counts=Happened(what=(event(SAMTALE_UNDLADT),)),
    unit=Unit.COUNT,
    better=Better.NEITHER,
    bears_on=(Marker.INDDRAGELSE,),
    rests=Rests.OWN,
    source="Vist ved siden af samtalerne, så undtagelsen ikke bliver usynlig",
    needs=(SAMTALE_UNDLADT,),
    for_child="Vi talte ikke med barnet denne gang, og der skal stå hvorfor.",
)

INDICATORS = (FOER_AFGOERELSE, I_UNDERSOEGELSEN, INDDRAGET, UNDLADT)
