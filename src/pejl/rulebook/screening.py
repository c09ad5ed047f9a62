"""Screening: what must be done before the municipality turns to the parents and the network?

Barnets lov § 18, stk. 3: where there may be an honour conflict or negative social control, the risk is assessed
before anybody around the child is involved. The law's word is *screening*; what a ledger tells is the notification
that spoke of it, so the duty begins there. One rule keeps it in sight from that day on, the other looks back from the
day somebody was involved.
"""

from pejl.events import (
    HOERING_PARTER,
    NETVAERKSMOEDE,
    PARTSHOERING_HOLDT,
    PARTSHOERING_INDKALDT,
    RISIKOVURDERING,
    SAG_AFSLUTTET,
    SAG_FLYTTET,
    UNDERRETNING_MODTAGET,
)
from pejl.law import BARNETS_LOV, UNDER_BARNETS_LOV
from pejl.rules import NO_LIMIT, Before, FieldIn, Force, Role, Rule, Running, Scope, Within, event

_AERESRELATERET = event(UNDERRETNING_MODTAGET, FieldIn("aeresrelateret", frozenset({True})))

# Looked for in the notification's own course: an assessment made for another notification is not one of this.
# Taking the contact down to an enquiry changes nothing, for the risk is the same whatever the contact is called.
RISIKO_VURDERES = Rule(
    key="screening.risikovurdering",
    title="Risikovurdering ved æreskonflikt eller negativ social kontrol",
    says=(
        "Tyder en underretning på æreskonflikt eller negativ social kontrol, skal risikoen vurderes, før forældre og "
        "netværk inddrages. Loven har ingen frist i tal; pligten står åben fra underretningen."
    ),
    cites=BARNETS_LOV.at("§ 18, stk. 3", row="SCR-02"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(_AERESRELATERET,),
    duty=Within(NO_LIMIT),
    met_by=(event(RISIKOVURDERING),),
    scope=Scope.THREAD,
    stopped_by=(event(SAG_AFSLUTTET), event(SAG_FLYTTET)),
    falls_on=Role.RAADGIVER,
)
RISIKO_VURDERES_FOERST = Rule(
    key="screening.risikovurdering_foer_inddragelse",
    title="Risikovurdering, før forældre og netværk inddrages",
    says=(
        "Tyder en underretning på æreskonflikt eller negativ social kontrol, skal risikovurderingen være lavet, "
        "første gang forældre eller netværk inddrages i forløbet."
    ),
    cites=BARNETS_LOV.at("§ 18, stk. 3", row="SCR-02"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=tuple(event(kind) for kind in (PARTSHOERING_INDKALDT, PARTSHOERING_HOLDT, HOERING_PARTER, NETVAERKSMOEDE)),
    only_first=True,
    when=(Running(begun_by=(_AERESRELATERET,), ended_by=(SAG_AFSLUTTET, SAG_FLYTTET), scope=Scope.THREAD),),
    duty=Before(),
    met_by=(event(RISIKOVURDERING),),
    scope=Scope.THREAD,
    falls_on=Role.RAADGIVER,
)

RULES = (RISIKO_VURDERES, RISIKO_VURDERES_FOERST)
