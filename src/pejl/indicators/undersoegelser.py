"""Undersøgelser: how many run, how many have passed their four months, and how did the finished ones go?"""

from pejl.events import BEHOV_KENDT, FORELOEBIG_VURDERING, UNDERSOEGELSE_AFSLUTTET, UNDERSOEGELSE_BESLUTTET
from pejl.indicators.citing import MUNICIPAL, NATIONAL, cited
from pejl.indicators.counting import By, Duties, Happened, Lengths, Running, Standing
from pejl.indicators.duties import OVER_GROUPS
from pejl.indicators.indicator import Better, Indicator, Marker, Rests, Unit
from pejl.rules import event

_FIRE_MAANEDER = "undersoegelse.afsluttes"
_FORELOEBIG = "undersoegelse.foreloebig_vurdering"
_NEEDS = (UNDERSOEGELSE_BESLUTTET, UNDERSOEGELSE_AFSLUTTET)
_BEGUN = (event(UNDERSOEGELSE_BESLUTTET),)

BESLUTTET = Indicator(
    key="undersoegelser.besluttet",
    name="Undersøgelser besluttet",
    question="Hvor mange børnefaglige undersøgelser beslutter vi?",
    means="Hvor mange undersøgelser der sættes i gang. Det siger ikke, om det var de rigtige børn, der blev undersøgt.",
    how="De børnefaglige undersøgelser, der er besluttet i perioden. Hvert barn tæller for sig, også søskende.",
    counts=Happened(what=_BEGUN),
    unit=Unit.COUNT,
    better=Better.NEITHER,
    bears_on=(Marker.UDREDNING, Marker.STYRING),
    rests=Rests.PRACTICE,
    source="Odsherred Kommunes afrapportering til Task Forcen følger det ved siden af den tidlige hjælp",
    needs=(UNDERSOEGELSE_BESLUTTET,),
    for_child="Det er besluttet at finde ud af, hvad barnet har brug for.",
)
I_GANG = Indicator(
    key="undersoegelser.i_gang",
    name="Undersøgelser i gang",
    question="Hvor mange børnefaglige undersøgelser har vi i gang?",
    means="Hvor meget undersøgelsesarbejde der ligger. Det siger ikke, om der er for meget eller for lidt.",
    how="De undersøgelser, der er besluttet og ikke afsluttet ved periodens slutning, i sager, der ikke er lukket.",
    counts=Standing(begun_by=_BEGUN, ended_by=(UNDERSOEGELSE_AFSLUTTET,)),
    unit=Unit.COUNT,
    better=Better.NEITHER,
    bears_on=(Marker.UDREDNING,),
    rests=Rests.PRACTICE,
    source=MUNICIPAL,
    needs=_NEEDS,
    for_child="Vi er ved at finde ud af, hvad barnet har brug for.",
)
OVER_FIRE_MAANEDER = Indicator(
    key="undersoegelser.over_fire_maaneder",
    name="Undersøgelser i gang over fire måneder",
    question="Hvor mange børn venter længere på en afklaring, end loven siger?",
    means="Hvor mange der har ventet for længe lige nu. En foreløbig vurdering hjælper barnet, men undskylder ikke.",
    how=(
        "Af de undersøgelser, der er i gang ved periodens slutning, hvor mange der da er over fire måneder fra den "
        "dag, behovet blev kendt. Er den dag ikke skrevet, kan det ikke afgøres. Kun fra 2024 spørger loven om en "
        "foreløbig vurdering; de ældre står for sig."
    ),
    counts=Running(rule=_FIRE_MAANEDER, beside=_FORELOEBIG),
    unit=Unit.SHARE,
    better=Better.LOWER,
    bears_on=(Marker.UDREDNING,),
    rests=Rests.LAW,
    cites=cited(_FIRE_MAANEDER, _FORELOEBIG),
    needs=_NEEDS,
    groups=OVER_GROUPS,
    for_child="Der er gået mere end fire måneder, siden vi blev klar over, at barnet kan have brug for støtte.",
)
AFSLUTTEDE = Indicator(
    key="undersoegelser.afsluttede",
    name="Afsluttede undersøgelser inden for fire måneder",
    question="Bliver undersøgelserne færdige i tide?",
    means=(
        "Hvordan de undersøgelser gik, der blev færdige. Ryddes der op i gamle sager, falder tallet, uden at nogen "
        "arbejder langsommere; se det sammen med dem, der stadig er i gang."
    ),
    how=(
        "Af de undersøgelser, der er afsluttet i perioden, hvor mange der var færdige senest fire måneder efter, at "
        "behovet blev kendt. De andre er delt i dem med og dem uden en foreløbig vurdering."
    ),
    counts=Duties(rules=(_FIRE_MAANEDER,), by=By.FINISH, beside=_FORELOEBIG),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    bears_on=(Marker.UDREDNING,),
    rests=Rests.LAW,
    cites=cited(_FIRE_MAANEDER, _FORELOEBIG),
    source=NATIONAL,
    needs=_NEEDS,
    groups=OVER_GROUPS,
    for_child="Undersøgelsen er færdig, så barnet og familien ved, hvad der nu skal ske.",
)
FORELOEBIG = Indicator(
    key="undersoegelser.foreloebig_vurdering",
    name="Foreløbig vurdering, når undersøgelsen tager længere tid",
    question="Får barnet en foreløbig vurdering, når fire måneder ikke er nok?",
    means="Om de, der må vente, i det mindste får en foreløbig vurdering. Det gør ikke undersøgelsen rettidig.",
    how=(
        "Af de undersøgelser, hvor de fire måneder gik i perioden, uden at de var færdige, hvor mange der havde en "
        "foreløbig vurdering den dag. Er undersøgelsen færdig inden, tæller den ikke med."
    ),
    counts=Duties(rules=(_FORELOEBIG,)),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    bears_on=(Marker.UDREDNING,),
    rests=Rests.LAW,
    cites=cited(_FORELOEBIG),
    needs=(*_NEEDS, FORELOEBIG_VURDERING),
    for_child="Undersøgelsen er ikke færdig, men det er skrevet, hvad vi ved nu, og hvad barnet har brug for imens.",
)
VARIGHED = Indicator(
    key="undersoegelser.varighed",
    name="Undersøgelsernes varighed",
    question="Hvor længe tager en undersøgelse?",
    means="Hvor længe et barn typisk venter på en afklaring. En enkelt meget lang undersøgelse flytter ikke tallet.",
    how=(
        "Medianen af dagene fra den dag, behovet blev kendt, til undersøgelsen var afsluttet, for dem, der er "
        "afsluttet i perioden. Er dagen ikke skrevet, er undersøgelsen ikke med."
    ),
    counts=Lengths(begun_by=_BEGUN, until=(UNDERSOEGELSE_AFSLUTTET,), counted_from=BEHOV_KENDT.name),
    unit=Unit.DAYS,
    better=Better.LOWER,
    bears_on=(Marker.UDREDNING,),
    rests=Rests.OWN,
    source="Regnet fra samme dag som lovens fire måneder",
    needs=_NEEDS,
    for_child="Så mange dage gik der, fra vi blev klar over barnets behov, til vi vidste, hvad der skulle gøres.",
)

INDICATORS = (BESLUTTET, I_GANG, OVER_FIRE_MAANEDER, AFSLUTTEDE, FORELOEBIG, VARIGHED)
