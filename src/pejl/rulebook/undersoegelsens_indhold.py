"""Undersøgelsens indhold: what must the investigation have looked at before it ends, and what follows when it has?

Barnets lov §§ 21 and 22: brothers and sisters, two advisers with the child, the school, and the help that ran beside.
What is asked for *before* is looked for when the investigation is finished.
"""

from pejl.events import (
    AFGOERELSE_TRUFFET,
    ANBRINGELSE_IVAERKSAT,
    ANBRINGELSE_OPHOERT,
    INDSATS_IVAERKSAT,
    INDSATS_OPHOERT,
    OPFOELGNING_HOLDT,
    PPV_OVERVEJET,
    SAG_AFSLUTTET,
    SAG_FLYTTET,
    SAMTALE_MED_BARNET,
    SAMTALE_UNDLADT,
    SOESKENDE_OVERVEJET,
    UDVALGETS_AFGOERELSE,
    UNDERSOEGELSE_AFSLUTTET,
    UNDERSOEGELSE_BESLUTTET,
)
from pejl.law import BARNETS_LOV, UNDER_BARNETS_LOV
from pejl.rules import (
    NO_LIMIT,
    Before,
    Exemption,
    FieldIn,
    FieldSet,
    Force,
    ParagraphIn,
    Role,
    Rule,
    Running,
    Scope,
    Within,
    event,
)

_JA = frozenset({True})
# In the investigation's own course, or on the case as a whole since the investigation before it ended.
_I_UNDERSOEGELSEN = Before(since=(UNDERSOEGELSE_AFSLUTTET,))

SOESKENDE = Rule(
    key="undersoegelse.soeskende_overvejet",
    title="Søskende overvejes under undersøgelsen",
    says=(
        "Under undersøgelsen skal kommunen tage stilling til, om der også skal undersøges for andre børn i familien. "
        "Pejl ved ikke, om der er andre børn: er der ingen, skriver man det som stillingtagen."
    ),
    cites=BARNETS_LOV.at("§ 21, stk. 1", row="BFU-04"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(UNDERSOEGELSE_AFSLUTTET),),
    duty=_I_UNDERSOEGELSEN,
    met_by=(event(SOESKENDE_OVERVEJET),),
    scope=Scope.THREAD,
    falls_on=Role.RAADGIVER,
)

# Only where it was noted at the decision: nothing else tells why a child is placed, and who else lives at home.
_SKYLDES_HJEMMET = (FieldSet("soeskende_under_15"), FieldIn("soeskende_under_15", _JA))
# What was set going during the child's own investigation counts where it stands on the case as a whole.
SOESKENDE_UNDER_15 = Rule(
    key="undersoegelse.soeskende_under_15",
    title="Søskende under 15 år undersøges ved anbringelse",
    says=(
        "Anbringes et barn på grund af utilstrækkelig omsorg eller overgreb, skal kommunen sætte en undersøgelse i "
        "gang af søskende under 15 år i hjemmet. Det kan kun undlades, når det er åbenbart unødvendigt; så skriver man "
        "grunden i Pejl. Loven har ingen frist i tal."
    ),
    cites=BARNETS_LOV.at("§ 21, stk. 2-4", row="BFU-04a"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    # § 47 is decided by the committee, and in some lists written as an ordinary decision.
    starts=(
        event(AFGOERELSE_TRUFFET, ParagraphIn(("§ 46", "§ 47")), *_SKYLDES_HJEMMET),
        event(UDVALGETS_AFGOERELSE, ParagraphIn(("§ 47",)), *_SKYLDES_HJEMMET),
    ),
    duty=Within(NO_LIMIT, already=Before(since=(UNDERSOEGELSE_BESLUTTET,))),
    met_by=(event(SOESKENDE_OVERVEJET, FieldIn("soeskende_udfald", frozenset({"undersoegelse"}))),),
    scope=Scope.CASE,
    stopped_by=(event(SAG_FLYTTET),),
    excused_by=(event(SOESKENDE_OVERVEJET, FieldIn("soeskende_udfald", frozenset({"aabenbart_ikke"}))),),
    falls_on=Role.RAADGIVER,
)

# A talk is often written on the case or on another course, so it is looked for in the whole case. Where no talk could
# be held, there was none to be two at.
TO_RAADGIVERE = Rule(
    key="undersoegelse.to_raadgivere",
    title="To rådgivere ved de væsentlige samtaler med barnet",
    says=(
        "Har barnet ikke fået støtte eller været anbragt før undersøgelsen, skal der som udgangspunkt være to "
        "rådgivere med ved de væsentlige samtaler med barnet. Er der kun én, skrives grunden."
    ),
    cites=BARNETS_LOV.at("§ 21, stk. 5", row="BFU-04b"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    # Only where it was noted that there was no help before: that decides whether the duty is owed at all.
    starts=(event(UNDERSOEGELSE_AFSLUTTET, FieldSet("hjaelp_foer"), FieldIn("hjaelp_foer", frozenset({False}))),),
    duty=Before(since=(UNDERSOEGELSE_BESLUTTET,)),
    met_by=(event(SAMTALE_MED_BARNET, FieldIn("to_raadgivere", _JA)),),
    scope=Scope.CASE,
    excused_by=(event(SAMTALE_UNDLADT),),
    excused_if=(Exemption(FieldSet("en_raadgiver_grund"), "Der står, hvorfor kun én rådgiver var med."),),
    falls_on=Role.RAADGIVER,
)

# What may run beside an investigation: § 32, stk. 4, § 46, stk. 3, and § 143; before 2024 §§ 52 and 75, and help begun
# under them still runs on after the turn. That it ends is a stand too.
STOETTE_VED_SIDEN_AF = Rule(
    key="undersoegelse.stoette_ved_siden_af",
    title="Stillingtagen til støtte, der løb ved siden af",
    says=(
        "Har barnet fået støtte, mens det blev undersøgt, skal kommunen, når undersøgelsen er færdig, tage stilling "
        "til, om støtten skal fortsætte, ændres eller høre op. Loven har ingen frist i tal."
    ),
    cites=BARNETS_LOV.at("§ 22, stk. 6", row="BFU-06"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(UNDERSOEGELSE_AFSLUTTET),),
    when=(
        Running(
            begun_by=(
                event(INDSATS_IVAERKSAT, ParagraphIn(("§ 32", "§ 52"))),
                event(ANBRINGELSE_IVAERKSAT, ParagraphIn(("§ 46", "§ 143", "§ 52", "§ 75"))),
            ),
            ended_by=(INDSATS_OPHOERT, ANBRINGELSE_OPHOERT, SAG_AFSLUTTET, SAG_FLYTTET),
        ),
    ),
    duty=Within(NO_LIMIT),
    met_by=(
        event(OPFOELGNING_HOLDT, FieldSet("konsekvens")),
        event(AFGOERELSE_TRUFFET),
        event(UDVALGETS_AFGOERELSE),
        event(INDSATS_OPHOERT),
        event(ANBRINGELSE_OPHOERT),
    ),
    scope=Scope.CASE,
    stopped_by=(event(SAG_AFSLUTTET), event(SAG_FLYTTET)),
    falls_on=Role.RAADGIVER,
)
PPV = Rule(
    key="undersoegelse.ppv_overvejet",
    title="Pædagogisk-psykologisk vurdering overvejes",
    says=(
        "Viser undersøgelsen, at barnet har det svært i skolen, skal det overvejes, om barnet skal have en "
        "pædagogisk-psykologisk vurdering efter folkeskolelovens § 12, stk. 2."
    ),
    cites=BARNETS_LOV.at("§ 22, stk. 4", row="BFU-08"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    # Only where it was noted that there is trouble at school.
    starts=(event(UNDERSOEGELSE_AFSLUTTET, FieldSet("skolevanskeligheder"), FieldIn("skolevanskeligheder", _JA)),),
    duty=_I_UNDERSOEGELSEN,
    met_by=(event(PPV_OVERVEJET),),
    scope=Scope.THREAD,
    falls_on=Role.RAADGIVER,
)

RULES = (SOESKENDE, SOESKENDE_UNDER_15, TO_RAADGIVERE, STOETTE_VED_SIDEN_AF, PPV)
