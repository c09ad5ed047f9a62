"""Hjemgivelse og samvær: what comes before a placed child goes home, and how is contact decided meanwhile?

Barnets lov §§ 100 and 104, for the way home before 2024 serviceloven § 68. That serviceloven's time before the way
home was six months too has not been read, so it has no rule here.
"""

from pejl.dates import MissingDay
from pejl.events import (
    ANBRINGELSE_IVAERKSAT,
    ANBRINGELSE_OPHOERT,
    HJEMGIVELSE_BESLUTTET,
    PLAN_LAVET,
    PLAN_REVIDERET,
    SAG_AFSLUTTET,
    SAG_FLYTTET,
    SAMVAER_AFGJORT,
    SAMVAER_BEDT,
    SAMVAER_GENOPTAGET,
    SAMVAER_PAUSE,
    STATUSUDTALELSE,
    UDVALGETS_AFGOERELSE,
)
from pejl.law import BARNETS_LOV, SERVICELOVEN, UNDER_BARNETS_LOV, UNDER_SERVICELOVEN, Sure
from pejl.rules import (
    NO_LIMIT,
    Before,
    Days,
    FieldIn,
    FieldSet,
    Force,
    Months,
    ParagraphIn,
    Role,
    Rule,
    Running,
    Scope,
    Within,
    event,
)

# A statement or a revision from an earlier placement is of no use here.
_UNDER_ANBRINGELSEN = Before(since=(ANBRINGELSE_IVAERKSAT,))
_SLUT = (event(ANBRINGELSE_OPHOERT), event(SAG_AFSLUTTET), event(SAG_FLYTTET))

UDTALELSE_FOERST_SEL = Rule(
    key="hjemgivelse.udtalelse_foerst",
    title="Udtalelse fra anbringelsesstedet før hjemgivelse",
    says="Før der blev truffet afgørelse om hjemgivelse, skulle der foreligge en udtalelse fra anbringelsesstedet.",
    cites=SERVICELOVEN.at("§ 68, stk. 2-3", row="SEL-14", sure=Sure.TRAVAUX),
    force=Force.LAW,
    in_force=UNDER_SERVICELOVEN,
    starts=(event(HJEMGIVELSE_BESLUTTET),),
    duty=_UNDER_ANBRINGELSEN,
    met_by=(event(STATUSUDTALELSE),),
    scope=Scope.CASE,
    falls_on=Role.RAADGIVER,
)
UDTALELSE_FOERST = Rule(
    key="hjemgivelse.udtalelse_foerst",
    title="Udtalelse fra anbringelsesstedet før hjemgivelse",
    says=(
        "Før kommunen træffer afgørelse om, at barnet skal hjem, og om hvor lang tid der skal gå før det, skal der "
        "foreligge en udtalelse fra anbringelsesstedet."
    ),
    cites=BARNETS_LOV.at("§ 100, stk. 1-2", row="HJE-01"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(HJEMGIVELSE_BESLUTTET),),
    duty=_UNDER_ANBRINGELSEN,
    met_by=(event(STATUSUDTALELSE),),
    scope=Scope.CASE,
    falls_on=Role.RAADGIVER,
)
PERIODE = Rule(
    key="hjemgivelse.periode",
    title="Hjemgivelsesperioden er højst seks måneder",
    says=(
        "Fra det er besluttet, at barnet skal hjem, må der højst gå seks måneder. Hvilken dag loven regner fra, er "
        "ikke fundet; her regnes fra beslutningen."
    ),
    cites=BARNETS_LOV.at("§ 100, stk. 3", row="HJE-02"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(HJEMGIVELSE_BESLUTTET),),
    duty=Within(Months(6, MissingDay.LAST_OF_MONTH)),
    met_by=(event(ANBRINGELSE_OPHOERT),),
    scope=Scope.THREAD,
    # Decided instead that the child stays, against the parents' wish: then nobody is on the way home.
    stopped_by=(event(UDVALGETS_AFGOERELSE, ParagraphIn(("§ 47",))), event(SAG_AFSLUTTET), event(SAG_FLYTTET)),
    falls_on=Role.RAADGIVER,
)
PLAN_FOERST = Rule(
    key="hjemgivelse.plan_revideres",
    title="Planen revideres, før barnet kommer hjem",
    says=(
        "Før barnet kommer hjem, skal planen være revideret og sige, hvilken støtte der skal være bagefter. Er der "
        "ingen plan endnu, ses det under planens egne regler."
    ),
    cites=BARNETS_LOV.at("§ 100, stk. 5", row="PLA-07"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    # Only where it is written where the child went: most lists say nothing of it.
    starts=(event(ANBRINGELSE_OPHOERT, FieldSet("ophoert_til"), FieldIn("ophoert_til", frozenset({"foraeldre"}))),),
    # A child that was placed for some days only, before there had to be a plan, has none to revise.
    when=(Running(begun_by=(event(PLAN_LAVET), event(PLAN_REVIDERET)), ended_by=(ANBRINGELSE_OPHOERT,)),),
    duty=_UNDER_ANBRINGELSEN,
    met_by=(event(PLAN_REVIDERET),),
    scope=Scope.CASE,
    falls_on=Role.RAADGIVER,
)
SAMVAER = Rule(
    key="samvaer.afgoeres",
    title="Afgørelse om samvær",
    says=(
        "Er der uenighed eller behov for det, skal kommunen afgøre, hvor meget samvær der skal være, og hvordan. "
        "Det vurderes for hvert barn. Loven har ingen frist i tal."
    ),
    cites=BARNETS_LOV.at("§ 104, stk. 2", row="SAM-01"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(SAMVAER_BEDT),),
    duty=Within(NO_LIMIT),
    met_by=(event(SAMVAER_AFGJORT),),
    scope=Scope.THREAD,
    stopped_by=_SLUT,
    falls_on=Role.RAADGIVER,
)
# A week limit ends on the same weekday, so eight weeks are 56 days.
PAUSE = Rule(
    key="samvaer.pause",
    title="Pause i samvær i højst otte uger",
    says=(
        "Beder barnet om det, kan samværet sættes i bero i op til otte uger. Senest da skal samværet være genoptaget, "
        "eller der skal være truffet en ny afgørelse, af kommunen eller af udvalget (§ 105)."
    ),
    cites=BARNETS_LOV.at("§ 104, stk. 5", row="SAM-02"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(SAMVAER_PAUSE),),
    duty=Within(Days(56)),
    met_by=(
        event(SAMVAER_GENOPTAGET),
        event(SAMVAER_AFGJORT),
        event(UDVALGETS_AFGOERELSE, FieldSet("paragraf"), ParagraphIn(("§ 105",))),
    ),
    scope=Scope.THREAD,
    stopped_by=_SLUT,
    falls_on=Role.RAADGIVER,
)

RULES = (UDTALELSE_FOERST_SEL, UDTALELSE_FOERST, PERIODE, PLAN_FOERST, SAMVAER, PAUSE)
