"""Børne- og ungeudvalget: what must be ready and who heard before it decides, and what follows the chair's decision?

Barnets lov §§ 47, 51, 142 and 143. When the chair has decided alone because it could not wait, three short limits
begin on the day that decision is carried out. Approving the chair's decision is no ordinary decision: what § 51 asks
for then follows within the month.
"""

from pejl.dates import MissingDay
from pejl.events import (
    AFGOERELSE_SENDT,
    AFGOERELSE_TRUFFET,
    ANBRINGELSE_OPHOERT,
    FORMANDSAFGOERELSE_IVAERKSAT,
    INDDRAGELSE_UNDLADT,
    INDSTILLING_SENDT,
    SAG_AFSLUTTET,
    SAG_FLYTTET,
    UDVALGETS_AFGOERELSE,
    UDVALGSHOERING,
    UNDERSOEGELSE_AFSLUTTET,
)
from pejl.law import BARNETS_LOV, UNDER_BARNETS_LOV, Sure
from pejl.rules import (
    Aged,
    Before,
    Days,
    Exemption,
    FieldIn,
    Force,
    Hours,
    Months,
    ParagraphIn,
    Role,
    Rule,
    Scope,
    Within,
    event,
)

_GODKENDER = Exemption(
    FieldIn("udvalgsart", frozenset({"godkendelse"})),
    "Udvalget godkendte en foreløbig afgørelse, som formanden havde truffet, fordi den ikke kunne vente.",
)
# Each meeting has its own recommendation and hears people itself: what came before the last decision was for that.
_SIDEN_SIDST = Before(since=(UDVALGETS_AFGOERELSE,))
_FORAELDRE = FieldIn("hvem", frozenset({"foraelder_1", "foraelder_2", "anden_indehaver"}))
_BARNET = FieldIn("hvem", frozenset({"barnet", "ung_15"}))

UNDERSOEGELSE_FOERST = Rule(
    key="udvalg.undersoegelse_foerst",
    title="Undersøgelse før anbringelse uden samtykke",
    says=(
        "Udvalget kan først træffe afgørelse om anbringelse uden samtykke, når der er lavet en børnefaglig "
        "undersøgelse, eller en undersøgelse af kommende forældre."
    ),
    cites=BARNETS_LOV.at("§ 47", row="ANB-02"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(UDVALGETS_AFGOERELSE, ParagraphIn(("§ 47",))),),
    duty=Before(),
    met_by=(event(UNDERSOEGELSE_AFSLUTTET),),
    scope=Scope.CASE,
    excused_if=(_GODKENDER,),
    falls_on=Role.RAADGIVER,
)
INDSTILLING = Rule(
    key="udvalg.indstilling_foerst",
    title="Indstilling til udvalget med bilag",
    says=(
        "Før udvalget afgør en sag om anbringelse uden samtykke, skal det have en indstilling. Med den skal følge "
        "undersøgelsen, barnets plan eller ungeplan, barnets holdning, og hvad forældrene kan, også med hjælp."
    ),
    cites=BARNETS_LOV.at("§ 51", row="ANB-03"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(UDVALGETS_AFGOERELSE, ParagraphIn(("§ 47", "§ 49"))),),
    duty=_SIDEN_SIDST,
    met_by=(event(INDSTILLING_SENDT, FieldIn("bilag_med", frozenset({True}))),),
    scope=Scope.THREAD,
    excused_if=(_GODKENDER,),
    falls_on=Role.RAADGIVER,
)
FORAELDRE_HOERES = Rule(
    key="udvalg.foraeldre_hoeres",
    title="Forældrene kan tale i udvalget",
    says=(
        "Før udvalget træffer afgørelse, skal forældremyndighedens indehaver have mulighed for at udtale sig over for "
        "det. Ønsker forælderen det ikke, skriver man det i Pejl med en begrundelse."
    ),
    cites=BARNETS_LOV.at("§ 142, stk. 2-3", row="ANB-04"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(UDVALGETS_AFGOERELSE),),
    duty=_SIDEN_SIDST,
    met_by=(event(UDVALGSHOERING, _FORAELDRE),),
    scope=Scope.THREAD,
    excused_by=(event(INDDRAGELSE_UNDLADT, _FORAELDRE),),
    falls_on=Role.RAADGIVER,
)
BARNET_HOERES = Rule(
    key="udvalg.barnet_hoeres",
    title="Barnet kan tale i udvalget",
    says=(
        "Før udvalget træffer afgørelse, skal barnet have mulighed for at udtale sig over for det. Det kan undlades, "
        "når barnet er under 10 år, eller når det vil skade barnet."
    ),
    cites=BARNETS_LOV.at("§ 142, stk. 2-3", row="ANB-04"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(UDVALGETS_AFGOERELSE),),
    when=(Aged(10),),
    duty=_SIDEN_SIDST,
    met_by=(event(UDVALGSHOERING, _BARNET),),
    scope=Scope.THREAD,
    excused_by=(event(INDDRAGELSE_UNDLADT, _BARNET),),
    falls_on=Role.RAADGIVER,
)

# --- the chair's provisional decision -----------------------------------------------------------------------

# Nothing stops the first two: that the placement is over again does not undo that it was carried out.
BESKED = Rule(
    key="udvalg.formand_besked",
    title="Skriftlig besked om formandens afgørelse",
    says=(
        "Er formandens foreløbige afgørelse sat i værk, skal forældremyndighedens indehaver og de andre parter have "
        "skriftlig besked inden for 24 timer, også om deres ret til papirerne, til en advokat og til at udtale sig. "
        "Pejl ser efter, om mindst én indehaver har fået den."
    ),
    cites=BARNETS_LOV.at("§ 143", row="ANB-05a", sure=Sure.GUIDANCE),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(FORMANDSAFGOERELSE_IVAERKSAT),),
    duty=Within(Hours(24)),
    met_by=(event(AFGOERELSE_SENDT, _FORAELDRE),),
    scope=Scope.THREAD,
    falls_on=Role.RAADGIVER,
)
GODKENDES = Rule(
    key="udvalg.formand_godkendes",
    title="Formandens afgørelse godkendes inden syv dage",
    says=(
        "Udvalget skal godkende formandens foreløbige afgørelse snarest og senest inden syv dage. Den dag, afgørelsen "
        "sættes i værk, er den første af de syv, og søn- og helligdage tæller med."
    ),
    cites=BARNETS_LOV.at("§ 143", row="ANB-05", sure=Sure.GUIDANCE),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(FORMANDSAFGOERELSE_IVAERKSAT),),
    duty=Within(Days(7, start_counts=True)),
    met_by=(event(UDVALGETS_AFGOERELSE, FieldIn("udvalgsart", frozenset({"godkendelse"}))),),
    scope=Scope.THREAD,
    falls_on=Role.RAADGIVER,
)
ORDINAER = Rule(
    key="udvalg.formand_en_maaned",
    title="Ordinær afgørelse, før formandens falder bort",
    says=(
        "En foreløbig afgørelse gælder kun en måned. Skal indgrebet fortsætte, skal udvalget have truffet en ordinær "
        "afgørelse inden da, medmindre barnet nu er anbragt med samtykke. Måneden regnes her fra den dag, afgørelsen "
        "blev sat i værk."
    ),
    cites=BARNETS_LOV.at("§ 143", row="ANB-05b", sure=Sure.GUIDANCE),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(FORMANDSAFGOERELSE_IVAERKSAT),),
    duty=Within(Months(1, MissingDay.LAST_OF_MONTH)),
    met_by=(event(UDVALGETS_AFGOERELSE, FieldIn("udvalgsart", frozenset({"ordinaer"}))),),
    scope=Scope.THREAD,
    # Consented to instead, it goes on by a decision of its own and no longer by the chair's.
    stopped_by=(
        event(AFGOERELSE_TRUFFET, ParagraphIn(("§ 46",))),
        *(event(kind) for kind in (ANBRINGELSE_OPHOERT, SAG_AFSLUTTET, SAG_FLYTTET)),
    ),
    falls_on=Role.RAADGIVER,
)

RULES = (UNDERSOEGELSE_FOERST, INDSTILLING, FORAELDRE_HOERES, BARNET_HOERES, BESKED, GODKENDES, ORDINAER)
