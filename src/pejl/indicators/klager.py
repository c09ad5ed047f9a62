"""Klager: how many complain, and how often does Ankestyrelsen see it otherwise?"""

from pejl.events import ANKESTYRELSENS_AFGOERELSE, KIND_BY_KEY, KLAGE_MODTAGET
from pejl.indicators.citing import MUNICIPAL, cited
from pejl.indicators.counting import Duties, Happened
from pejl.indicators.indicator import Better, Indicator, Marker, Rests, Unit, groups_by
from pejl.rules import FieldIn, event

_UDFALD = next(each for each in KIND_BY_KEY[ANKESTYRELSENS_AFGOERELSE.key].fields if each.name == "ankeudfald")
_OMGJORT = frozenset({"aendret", "hjemvist"})

MODTAGET = Indicator(
    key="klager.modtaget",
    name="Klager modtaget",
    question="Hvor mange klager over det, vi har bestemt?",
    means="Hvor tit nogen er uenige og siger det. Flere klager kan også være et tegn på, at folk kender deres ret.",
    how="Hver klage tæller én gang, den dag den er modtaget.",
    counts=Happened(what=(event(KLAGE_MODTAGET),)),
    unit=Unit.COUNT,
    better=Better.NEITHER,
    bears_on=(Marker.STYRING, Marker.INDDRAGELSE),
    rests=Rests.PRACTICE,
    source=MUNICIPAL,
    needs=(KLAGE_MODTAGET,),
    for_child="Barnet eller en forælder har klaget.",
)
GENVURDERET = Indicator(
    key="klager.genvurderet",
    name="Klager genvurderet inden fire uger",
    question="Ser vi hurtigt på klagen igen?",
    means="Om den, der klagede, hurtigt får svar fra os eller får sagen sendt videre.",
    how="Af de klager, hvor de fire uger gik i perioden, hvor mange der var genvurderet da.",
    counts=Duties(rules=("klage.genvurderes",)),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    bears_on=(Marker.STYRING,),
    rests=Rests.LAW,
    cites=cited("klage.genvurderes"),
    needs=(KLAGE_MODTAGET,),
    for_child="Vi har set på afgørelsen igen, efter at der blev klaget.",
)
OMGJORT = Indicator(
    key="klager.omgjort",
    name="Afgørelser, som Ankestyrelsen ændrede eller sendte tilbage",
    question="Hvor tit ser Ankestyrelsen det på en anden måde?",
    means="Hvor mange af de påklagede afgørelser, der ikke holdt. Der er få af dem, så tallet svinger meget.",
    how=(
        "Af de klager, Ankestyrelsen har afgjort i perioden, hvor mange der blev ændret eller hjemvist. Klager, den "
        "afviste, er ikke med."
    ),
    counts=Happened(
        what=(event(ANKESTYRELSENS_AFGOERELSE, FieldIn(_UDFALD.name, frozenset(_UDFALD.choices) - {"afvist"})),),
        yes=(FieldIn(_UDFALD.name, _OMGJORT),),
    ),
    unit=Unit.SHARE,
    better=Better.LOWER,
    bears_on=(Marker.STYRING, Marker.VALG),
    rests=Rests.PRACTICE,
    source=MUNICIPAL,
    needs=(ANKESTYRELSENS_AFGOERELSE,),
    groups=groups_by(_UDFALD),
    for_child="Ankestyrelsen har set på barnets sag og taget stilling.",
)

INDICATORS = (MODTAGET, GENVURDERET, OMGJORT)
