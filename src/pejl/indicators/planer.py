"""Planer og opfølgning: is there a plan in time, and is it followed up when it should be?"""

from pejl.events import (
    AFGOERELSE_TRUFFET,
    ANBRINGELSE_IVAERKSAT,
    ANBRINGELSE_OPHOERT,
    INDSATS_IVAERKSAT,
    OPFOELGNING_HOLDT,
    PLAN_LAVET,
    PLAN_REVIDERET,
)
from pejl.indicators.citing import NATIONAL, cited
from pejl.indicators.counting import Duties, Each, Has, Standing
from pejl.indicators.indicator import Better, Indicator, Marker, Rests, Unit
from pejl.rules import event

_PLAN = ("plan.foer_afgoerelse", "plan.efter_hastende_afgoerelse", "plan.stoettende_indsats", "plan.anbringelse")

TIL_TIDEN = Indicator(
    key="planer.til_tiden",
    name="Barnets plan til tiden",
    question="Er planen klar, når den skal være det?",
    means="Om de planer, der skulle være der, kom i tide. Det siger ikke, om målene er gode.",
    how=(
        "Af de planer, der skulle foreligge senest i perioden, hvor mange der var lavet den dag. Ved støttende indsats "
        "kun, hvor det er valgt, at der skal være en plan; loven lader kommunen vælge."
    ),
    counts=Duties(rules=_PLAN),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    bears_on=(Marker.VALG, Marker.OPFOELGNING),
    rests=Rests.LAW,
    cites=cited(*_PLAN),
    source=NATIONAL,
    needs=(AFGOERELSE_TRUFFET, PLAN_LAVET),
    for_child="Barnet og familien har en plan med få, klare mål, som de selv har været med til at lave.",
)
FORELIGGER = Indicator(
    key="planer.foreligger",
    name="Anbragte børn med en plan",
    question="Har alle anbragte børn en plan?",
    means="Hvor mange anbragte børn der har en plan lige nu. Nogle få kan mangle den, fordi fristen ikke er gået.",
    how=(
        "Af de børn, der er anbragt ved periodens slutning, hvor mange der i sagen har en plan, lavet eller revideret. "
        "Hvor ny planen er, tæller ikke med."
    ),
    counts=Standing(
        begun_by=(event(ANBRINGELSE_IVAERKSAT),),
        ended_by=(ANBRINGELSE_OPHOERT,),
        yes=Has((PLAN_LAVET, PLAN_REVIDERET)),
        each=Each.CHILD,
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    bears_on=(Marker.VALG, Marker.OPFOELGNING),
    rests=Rests.LAW,
    cites=cited("plan.anbringelse"),
    needs=(ANBRINGELSE_IVAERKSAT, ANBRINGELSE_OPHOERT, PLAN_LAVET),
    for_child="Det står i en plan, hvad anbringelsen skal føre til for barnet.",
)
FOERSTE_OPFOELGNING = Indicator(
    key="opfoelgning.foerste",
    name="Første opfølgning til tiden",
    question="Følger vi op, inden der er gået tre måneder?",
    means="Om nogen så efter i tide, om hjælpen hjælper. Det siger ikke, hvad opfølgningen førte til.",
    how=(
        "Af de første opfølgninger, der skulle holdes senest i perioden, hvor mange der var holdt. Der er tre måneder "
        "fra indsatsen begyndte, eller til undersøgelsen ved siden af er færdig, hvis det er før."
    ),
    counts=Duties(rules=("opfoelgning.foerste",)),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    bears_on=(Marker.OPFOELGNING,),
    rests=Rests.LAW,
    cites=cited("opfoelgning.foerste"),
    source=NATIONAL,
    needs=(INDSATS_IVAERKSAT, OPFOELGNING_HOLDT),
    for_child="Vi har talt med barnet og familien om, hvorvidt hjælpen virker, og hvad der skal ske nu.",
)
NAESTE_OPFOELGNING = Indicator(
    key="opfoelgning.naeste",
    name="Næste opfølgning i sagens egen rytme",
    question="Følger vi op, når vi har aftalt det?",
    means="Om den aftalte dag bliver holdt. Loven har ingen fast rytme længere; den aftales i hver sag.",
    how=(
        "Af de opfølgninger, hvor den aftalte dag lå i perioden, hvor mange der var holdt da. Er dagen ikke skrevet, "
        "kan det ikke afgøres; Pejl finder ikke selv på en."
    ),
    counts=Duties(rules=("opfoelgning.naeste",)),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    bears_on=(Marker.OPFOELGNING,),
    rests=Rests.LAW,
    cites=cited("opfoelgning.naeste"),
    needs=(OPFOELGNING_HOLDT,),
    for_child="Vi holder det, vi har aftalt med barnet og familien om, hvornår vi ses igen.",
)

INDICATORS = (TIL_TIDEN, FORELIGGER, FOERSTE_OPFOELGNING, NAESTE_OPFOELGNING)
