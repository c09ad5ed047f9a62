"""Anbringelser: how many children live away from home, where, and does somebody visit them?"""

from pejl.events import ANBRINGELSE_AENDRET, ANBRINGELSE_IVAERKSAT, ANBRINGELSE_OPHOERT, TILSYNSBESOEG, TYPE_ANBRINGELSE
from pejl.indicators.citing import MUNICIPAL, cited
from pejl.indicators.counting import Duties, Each, Happened, Standing
from pejl.indicators.indicator import Better, Indicator, Marker, Rests, Unit, groups_by
from pejl.rules import FieldIn, event

_BEGUN = (event(ANBRINGELSE_IVAERKSAT),)
_CHANGED = (event(ANBRINGELSE_AENDRET),)
_ENDED = (ANBRINGELSE_OPHOERT,)
_NEEDS = (ANBRINGELSE_IVAERKSAT, ANBRINGELSE_AENDRET, ANBRINGELSE_OPHOERT)

ANBRAGTE = Indicator(
    key="anbringelser.anbragte",
    name="Anbragte børn",
    question="Hvor mange børn er anbragt, og hvor bor de?",
    means="Hvor mange børn der bor uden for hjemmet. Et lavere tal er ikke i sig selv bedre for børnene.",
    how="De børn, der er anbragt ved periodens slutning, efter det sted, de bor da. Hvert barn tæller én gang.",
    counts=Standing(begun_by=_BEGUN, changed_by=_CHANGED, ended_by=_ENDED, each=Each.CHILD),
    unit=Unit.COUNT,
    better=Better.NEITHER,
    bears_on=(Marker.VALG, Marker.STYRING),
    rests=Rests.PRACTICE,
    source=MUNICIPAL,
    needs=_NEEDS,
    groups=groups_by(TYPE_ANBRINGELSE),
    for_child="Barnet bor uden for hjemmet.",
)
NETVAERK = Indicator(
    key="anbringelser.netvaerk",
    name="Anbragte børn, der bor i netværket",
    question="Hvor mange anbragte børn bor hos nogen, de kender?",
    means=(
        "Hvor mange der bor hos slægt eller netværk. Flere kommuner har det som mål. Om det er rigtigt for det "
        "enkelte barn, kan tallet ikke sige."
    ),
    how="Af de børn, der er anbragt ved periodens slutning, hvor mange der da bor i en netværksplejefamilie.",
    counts=Standing(
        begun_by=_BEGUN,
        changed_by=_CHANGED,
        ended_by=_ENDED,
        yes=(FieldIn(TYPE_ANBRINGELSE.name, frozenset({"netvaerk"})),),
        each=Each.CHILD,
    ),
    unit=Unit.SHARE,
    better=Better.NEITHER,
    bears_on=(Marker.VALG,),
    rests=Rests.PRACTICE,
    source="Ét af indsatstrappens tolv nøgletal (netværksplejefamilier)",
    needs=_NEEDS,
    for_child="Barnet bor hos nogen, det kender i forvejen, fordi vi har ledt i familien og netværket.",
)
TILSYN = Indicator(
    key="anbringelser.tilsyn",
    name="To tilsynsbesøg om året",
    question="Besøger vi de anbragte børn, og taler vi med dem?",
    means="Om de besøg, der skulle holdes, blev holdt, med en samtale med barnet.",
    how=(
        "Af de besøg, der skulle være holdt senest i perioden, hvor mange der var holdt. Der skal to til i hvert år "
        "fra anbringelsens begyndelse. Et besøg, hvor det ikke er skrevet, om nogen talte med barnet, kan ikke afgøres."
    ),
    counts=Duties(rules=("tilsyn.to_besoeg_om_aaret",)),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    bears_on=(Marker.OPFOELGNING, Marker.INDDRAGELSE),
    rests=Rests.LAW,
    cites=cited("tilsyn.to_besoeg_om_aaret"),
    needs=(ANBRINGELSE_IVAERKSAT, TILSYNSBESOEG),
    for_child="Nogen fra kommunen har besøgt barnet, der hvor det bor, og talt med det.",
)

BEGYNDT = Indicator(
    key="anbringelser.begyndt",
    name="Anbringelser begyndt",
    question="Hvor mange børn flytter uden for hjemmet?",
    means="Hvor mange gange et barn er blevet anbragt. Om det var rigtigt for barnet, kan tallet ikke sige.",
    how=(
        "De anbringelser, der er begyndt i perioden. Flytter et anbragt barn til et andet sted, er det en ændring og "
        "tæller ikke."
    ),
    counts=Happened(what=_BEGUN),
    unit=Unit.COUNT,
    better=Better.NEITHER,
    bears_on=(Marker.VALG, Marker.STYRING),
    rests=Rests.PRACTICE,
    source=MUNICIPAL,
    needs=(ANBRINGELSE_IVAERKSAT,),
    for_child="Barnet er flyttet uden for hjemmet.",
)

INDICATORS = (ANBRAGTE, BEGYNDT, NETVAERK, TILSYN)
