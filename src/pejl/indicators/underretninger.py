"""Underretninger: how many come in, are they looked at in time, and does the one who was worried hear back?"""

from pejl.events import (
    PARTSHOERING_INDKALDT,
    TILBAGEMELDING_UNDERRETTER,
    UNDERRETNING_MODTAGET,
    UNDERRETTER,
    VURDERING_24_TIMER,
)
from pejl.indicators.citing import MUNICIPAL, NATIONAL, cited
from pejl.indicators.counting import By, Duties, Each, Happened
from pejl.indicators.indicator import Better, Indicator, Marker, Rests, Unit, groups_by
from pejl.rules import event

MODTAGET = Indicator(
    key="underretninger.modtaget",
    name="Underretninger modtaget",
    question="Hvor mange underretninger kommer der, og fra hvem?",
    means="Hvor meget der kommer ind. Flere kan betyde flere børn, der har det svært, eller flere, der siger det højt.",
    how=(
        "Hver underretning om hvert barn tæller én gang, den dag den er modtaget. Et brev om tre søskende er derfor "
        "tre underretninger. En, der senere er omtypet, tæller stadig, for den kom ind."
    ),
    counts=Happened(what=(event(UNDERRETNING_MODTAGET),)),
    unit=Unit.COUNT,
    better=Better.NEITHER,
    bears_on=(Marker.UDREDNING, Marker.STYRING),
    rests=Rests.PRACTICE,
    source=MUNICIPAL,
    needs=(UNDERRETNING_MODTAGET,),
    groups=groups_by(UNDERRETTER),
    for_child="Det er én gang, nogen har været bekymret for barnet.",
)
BOERN = Indicator(
    key="underretninger.boern",
    name="Børn, der er underrettet om",
    question="Hvor mange børn er der underrettet om?",
    means="Hvor mange børn det drejer sig om. Er der langt flere underretninger end børn, kommer mange om de samme.",
    how="Hvert barn tæller én gang i perioden, uanset hvor mange underretninger der er om det.",
    counts=Happened(what=(event(UNDERRETNING_MODTAGET),), each=Each.CHILD),
    unit=Unit.COUNT,
    better=Better.NEITHER,
    bears_on=(Marker.UDREDNING,),
    rests=Rests.PRACTICE,
    source=MUNICIPAL,
    needs=(UNDERRETNING_MODTAGET,),
    for_child="Der er underrettet om barnet mindst én gang i perioden.",
)
INDEN_24_TIMER = Indicator(
    key="underretninger.vurderet_24_timer",
    name="Underretninger vurderet inden for 24 timer",
    question="Ser vi på underretningen inden for et døgn?",
    means="Om nogen når at se, om barnet er i akut fare. Det siger ikke, hvor god vurderingen er.",
    how=(
        "Af de underretninger, hvor døgnet er gået i perioden, hvor mange der er vurderet inden for 24 timer. Nætter, "
        "weekender og helligdage tæller med. Mangler et klokkeslæt, og afgør det svaret, kan det ikke afgøres."
    ),
    counts=Duties(rules=("underretning.vurderes",)),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    bears_on=(Marker.UDREDNING,),
    rests=Rests.LAW,
    cites=cited("underretning.vurderes"),
    source=NATIONAL,
    needs=(UNDERRETNING_MODTAGET, VURDERING_24_TIMER),
    for_child="Nogen har inden et døgn set, om barnet har brug for hjælp med det samme, og skrevet det ned.",
)
PARTSHOERING = Indicator(
    key="underretninger.partshoering_indkaldt",
    name="Indkaldt til partshøring inden for kommunens eget mål",
    question="Bliver familien hurtigt kaldt ind til et møde?",
    means="Om familien hører fra os. Det er et mål, kommunen selv har sat, og ikke høringen efter forvaltningsloven.",
    how=(
        "Af de underretninger, hvor kommunens egne dage er gået i perioden (14, hvis den ikke har sat et andet tal), "
        "hvor mange der er indkaldt til møde om. Er mødet undladt, fordi det kan bringe barnet i fare, tæller det ikke "
        "med."
    ),
    counts=Duties(rules=("lokal.partshoering_indkaldes",)),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    bears_on=(Marker.UDREDNING, Marker.INDDRAGELSE),
    rests=Rests.LOCAL,
    cites=cited("lokal.partshoering_indkaldes"),
    needs=(UNDERRETNING_MODTAGET, PARTSHOERING_INDKALDT),
    for_child="Familien er kaldt ind til et møde om bekymringen, eller det er skrevet, hvorfor ikke.",
)
TILBAGEMELDING = Indicator(
    key="underretninger.tilbagemelding",
    name="Tilbagemelding til faglige underrettere",
    question="Hører skolen, dagtilbuddet og de andre fagfolk fra os?",
    means="Om fagfolk får at vide, at der er taget hånd om det. Loven har ingen frist i dage.",
    how=(
        "Af de underretninger fra fagfolk, der er modtaget i perioden, hvor mange der er meldt tilbage om indtil nu. "
        "De nyeste perioder ligger lavt, fordi tilbagemeldingen først kommer senere."
    ),
    counts=Duties(rules=("underretning.tilbagemeldes",), by=By.START),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    bears_on=(Marker.UDREDNING, Marker.STYRING),
    rests=Rests.LAW,
    cites=cited("underretning.tilbagemeldes"),
    needs=(UNDERRETNING_MODTAGET, TILBAGEMELDING_UNDERRETTER),
    for_child="Den fagperson, der var bekymret for barnet, har fået at vide, at der er gjort noget.",
)

INDICATORS = (MODTAGET, BOERN, INDEN_24_TIMER, PARTSHOERING, TILBAGEMELDING)
