"""Indsatstrappen: do children move closer to ordinary life, or further from it? (requirement K3; practice notes d)"""

from pejl.events import (
    ANBRINGELSE_AENDRET,
    ANBRINGELSE_IVAERKSAT,
    ANBRINGELSE_OPHOERT,
    INDSATS_IVAERKSAT,
    INDSATS_OPHOERT,
    TYPE_ANBRINGELSE,
)
from pejl.indicators.counting import Ladder, Moves, OnLadder, Rung
from pejl.indicators.indicator import Better, Indicator, Marker, Rests, Unit
from pejl.indicators.indsatser import STOETTENDE, TIDLIG
from pejl.indicators.ladder import MOVES, steps
from pejl.rules import FieldIn, Match, event


def _placed(*types: str) -> tuple[Match, ...]:
    where = FieldIn(TYPE_ANBRINGELSE.name, frozenset(types))
    return event(ANBRINGELSE_IVAERKSAT, where), event(ANBRINGELSE_AENDRET, where)


# The national ladder's six steps. Which of our codes stands on which is our own reading. Efforts in universal services
# are in no case, and a room of one's own or a boarding school is on none of the six: there the step cannot be told.
LADDER = Ladder(
    rungs=(
        Rung(1, "tidligere indsats i almenområdet", ()),
        Rung(2, "forebyggende indsats", (event(INDSATS_IVAERKSAT, TIDLIG),)),
        Rung(3, "indsats i hjemmet", (event(INDSATS_IVAERKSAT, STOETTENDE),)),
        Rung(4, "anbragt i slægt eller netværk", _placed("netvaerk")),
        Rung(5, "anbragt i plejefamilie", _placed("almen", "forstaerket", "specialiseret")),
        Rung(6, "anbragt på institution", _placed("doegninstitution", "opholdssted", "sikret")),
    ),
    ended_by={
        INDSATS_IVAERKSAT: (INDSATS_OPHOERT,),
        ANBRINGELSE_IVAERKSAT: (ANBRINGELSE_OPHOERT,),
        ANBRINGELSE_AENDRET: (ANBRINGELSE_OPHOERT,),
    },
)
_NEEDS = (INDSATS_IVAERKSAT, INDSATS_OPHOERT, ANBRINGELSE_IVAERKSAT, ANBRINGELSE_OPHOERT)
_SOURCE = "Socialstyrelsens indsatstrappe med seks trin; hvad der står på hvilket trin, er Pejls valg"

BEVAEGELSER = Indicator(
    key="indsatstrappen.bevaegelser",
    name="Børn, der er flyttet op eller ned ad indsatstrappen",
    question="Kommer børnene tættere på hverdagen eller længere væk?",
    means=(
        "Hvor tit hjælpen bliver mere eller mindre indgribende. Op er ikke i sig selv dårligt: et barn kan have brug "
        "for mere. Trappen bruges ikke til at vælge det billigste."
    ),
    how=(
        "Hver gang i perioden et barns højeste trin blev et andet. At begynde med hjælp eller at slippe den er ikke at "
        "flytte, medmindre der gik højst 31 dage imellem. Eget værelse og efterskole står ikke på trappen."
    ),
    counts=Moves(ladder=LADDER),
    unit=Unit.COUNT,
    better=Better.NEITHER,
    bears_on=(Marker.VALG, Marker.OPFOELGNING),
    rests=Rests.PRACTICE,
    source=_SOURCE,
    needs=_NEEDS,
    groups=MOVES,
    for_child="Barnet har fået mere eller mindre indgribende hjælp end før. Er der en plan for vejen ned igen?",
)
TRIN = Indicator(
    key="indsatstrappen.trin",
    name="Børn på hvert trin af indsatstrappen",
    question="Hvor står børnene på indsatstrappen?",
    means="Hvor indgribende hjælpen er samlet set. Det siger ikke, om den passer til behovet.",
    how=(
        "De børn, der får hjælp ved periodens slutning, på det højeste trin, de står på. Trin 1, hjælp i "
        "almenområdet, står ikke i en sag og er ikke med. Kan trinnet ikke ses, tæller barnet for sig."
    ),
    counts=OnLadder(ladder=LADDER),
    unit=Unit.COUNT,
    better=Better.NEITHER,
    bears_on=(Marker.VALG, Marker.STYRING),
    rests=Rests.PRACTICE,
    source=_SOURCE,
    needs=_NEEDS,
    groups=steps(LADDER),
    for_child="Så indgribende er barnets hjælp nu, i forhold til et almindeligt hverdagsliv.",
)
TID = Indicator(
    key="indsatstrappen.tid_paa_trin",
    name="Tid på det samme trin af indsatstrappen",
    question="Hvor længe har børnene stået på det samme trin?",
    means=(
        "Hvor længe hjælpen har været lige indgribende. Lang tid kan være ro og kan være stilstand; det ses kun i den "
        "enkelte sag."
    ),
    how=(
        "Medianen af dagene, siden barnet kom til det højeste trin, det står på ved periodens slutning, i alt og for "
        "hvert trin. Flytter barnet på samme trin, løber dagene videre."
    ),
    counts=OnLadder(ladder=LADDER),
    unit=Unit.DAYS,
    better=Better.NEITHER,
    bears_on=(Marker.VALG, Marker.OPFOELGNING),
    rests=Rests.PRACTICE,
    source=_SOURCE,
    needs=_NEEDS,
    groups=steps(LADDER),
    for_child="Så længe har barnets hjælp været lige indgribende. Hvornår talte I sidst om det næste skridt?",
)

INDICATORS = (BEVAEGELSER, TRIN, TID)
