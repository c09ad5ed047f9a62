"""Barnets plan: when must there be a plan, before or after the decision?

Barnets lov § 91 counts three months from the decision; serviceloven § 140 wanted the plan first. Help under § 30
asks for no plan, and a decision without paragraph is shown as one that cannot be judged.
"""

from pejl.dates import MissingDay
from pejl.events import (
    AFGOERELSE_TRUFFET,
    ANBRINGELSE_OPHOERT,
    INDSATS_OPHOERT,
    PLAN_LAVET,
    PLAN_REVIDERET,
    SAG_AFSLUTTET,
    SAG_FLYTTET,
    UDVALGETS_AFGOERELSE,
    UNGEPLAN_LAVET,
)
from pejl.law import BARNETS_LOV, SERVICELOVEN, UNDER_BARNETS_LOV, UNDER_SERVICELOVEN, Sure
from pejl.rules import (
    Before,
    Exemption,
    FieldIn,
    FieldSet,
    Force,
    Months,
    ParagraphIn,
    Role,
    Rule,
    Scope,
    Within,
    event,
)

TRE_MAANEDER = Months(3, MissingDay.LAST_OF_MONTH)
FIRE_MAANEDER = Months(4, MissingDay.LAST_OF_MONTH)

# The law asks that there is a plan: one made on the way to this decision need not be made again. A plan from before
# the preceding decision was made for that one; counting it could show a plan where none has been thought of.
_ALLEREDE = Before(since=(AFGOERELSE_TRUFFET, UDVALGETS_AFGOERELSE))
_PLAN_SEL = (event(PLAN_LAVET), event(PLAN_REVIDERET))
# From 16 the plan is a young person's plan (barnets lov § 108; § 51 names both).
_PLAN = (*_PLAN_SEL, event(UNGEPLAN_LAVET))
_SLUT = (event(INDSATS_OPHOERT), event(ANBRINGELSE_OPHOERT), event(SAG_AFSLUTTET), event(SAG_FLYTTET))
# The paragraphs servicelovens § 140 names.
_SEL_PLAN = ParagraphIn(("§ 52", "§ 76", "§ 76 a"))
_KAN_IKKE_AFVENTE = FieldIn("kan_ikke_afvente", frozenset({True}))

FOER_AFGOERELSE_SEL = Rule(
    key="plan.foer_afgoerelse",
    title="Plan før afgørelsen",
    says="Der skal være en handleplan, før der træffes afgørelse om foranstaltningen.",
    cites=SERVICELOVEN.at("§ 140, stk. 1", row="SEL-07", sure=Sure.TRAVAUX),
    force=Force.LAW,
    in_force=UNDER_SERVICELOVEN,
    starts=(event(AFGOERELSE_TRUFFET, _SEL_PLAN),),
    duty=_ALLEREDE,
    met_by=_PLAN_SEL,
    scope=Scope.CASE,
    excused_if=(Exemption(_KAN_IKKE_AFVENTE, "Afgørelsen kunne ikke afvente en plan."),),
    falls_on=Role.RAADGIVER,
)
FOER_AFGOERELSE = Rule(
    key="plan.foer_afgoerelse",
    title="Plan før afgørelsen",
    says="Ved anbringelse uden samtykke skal planen foreligge, før afgørelsen træffes.",
    cites=BARNETS_LOV.at("§ 91, stk. 2, 3. pkt.", row="PLA-04"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    # Decided by the committee, and in some lists written as an ordinary decision.
    starts=(
        event(AFGOERELSE_TRUFFET, ParagraphIn(("§ 47",))),
        event(UDVALGETS_AFGOERELSE, ParagraphIn(("§ 47",))),
    ),
    duty=_ALLEREDE,
    met_by=_PLAN,
    scope=Scope.CASE,
    excused_if=(
        Exemption(
            FieldIn("udvalgsart", frozenset({"godkendelse"})),
            "Udvalget godkendte en foreløbig afgørelse, som formanden havde truffet, fordi den ikke kunne vente.",
        ),
    ),
    falls_on=Role.RAADGIVER,
)
HASTENDE_SEL = Rule(
    key="plan.efter_hastende_afgoerelse",
    title="Plan efter en afgørelse, der ikke kunne vente",
    says="Kunne afgørelsen ikke afvente en handleplan, skulle planen laves snarest og senest inden fire måneder.",
    cites=SERVICELOVEN.at("§ 140, stk. 1", row="SEL-07", sure=Sure.TRAVAUX),
    force=Force.LAW,
    in_force=UNDER_SERVICELOVEN,
    # Only where it was noted that the decision could not wait: most decisions say nothing of it.
    starts=(event(AFGOERELSE_TRUFFET, FieldSet("kan_ikke_afvente"), _SEL_PLAN, _KAN_IKKE_AFVENTE),),
    duty=Within(FIRE_MAANEDER, already=_ALLEREDE),
    met_by=_PLAN_SEL,
    scope=Scope.CASE,
    stopped_by=_SLUT,
    falls_on=Role.RAADGIVER,
)
STOETTE = Rule(
    key="plan.stoettende_indsats",
    title="Plan ved støttende indsats",
    says="Er det valgt, at der skal være en plan, skal den være lavet senest tre måneder efter afgørelsen.",
    cites=BARNETS_LOV.at("§ 91, stk. 1", row="PLA-02"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(AFGOERELSE_TRUFFET, ParagraphIn(("§ 32",)), FieldIn("plan_valgt", frozenset({True}))),),
    duty=Within(TRE_MAANEDER, already=_ALLEREDE),
    met_by=_PLAN,
    scope=Scope.CASE,
    stopped_by=_SLUT,
    falls_on=Role.RAADGIVER,
)
ANBRINGELSE = Rule(
    key="plan.anbringelse",
    title="Plan ved anbringelse med samtykke",
    says="Ved anbringelse med samtykke skal der altid være en plan, senest tre måneder efter afgørelsen.",
    cites=BARNETS_LOV.at("§ 91, stk. 2", row="PLA-03"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(AFGOERELSE_TRUFFET, ParagraphIn(("§ 46",))),),
    duty=Within(TRE_MAANEDER, already=_ALLEREDE),
    met_by=_PLAN,
    scope=Scope.CASE,
    stopped_by=_SLUT,
    falls_on=Role.RAADGIVER,
)

RULES = (FOER_AFGOERELSE_SEL, FOER_AFGOERELSE, HASTENDE_SEL, STOETTE, ANBRINGELSE)
