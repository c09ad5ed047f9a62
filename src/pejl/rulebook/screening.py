"""Screening: what must a notification lead to, and what must be done before parents and network are involved?

Barnets lov § 18, stk. 1-2: each notification leads to a stand on whether more must be found out. Stk. 3: where there
may be an honour conflict or negative social control, the risk is assessed before anybody around the child is involved.
The law's word is *screening*; what a ledger tells is the notification that spoke of it, so both duties begin there. Of
the risk one rule keeps it in sight from that day on, the other looks back from the day somebody was involved.
"""

from pejl.events import (
    AFDAEKNING_AFSLUTTET,
    AFDAEKNING_BESLUTTET,
    GENVURDERING,
    HOERING_PARTER,
    INDDRAGELSE,
    INDLEDENDE_VURDERING,
    KONTAKT_NEDGRADERET,
    NETVAERKSMOEDE,
    PARTSHOERING_HOLDT,
    PARTSHOERING_INDKALDT,
    RISIKOVURDERING,
    SAG_AFSLUTTET,
    SAG_FLYTTET,
    UNDERRETNING_MODTAGET,
    UNDERSOEGELSE_AFSLUTTET,
    UNDERSOEGELSE_BESLUTTET,
)
from pejl.law import BARNETS_LOV, UNDER_BARNETS_LOV
from pejl.rules import NO_LIMIT, Before, FieldIn, FieldSet, Force, Role, Rule, Running, Scope, Within, event

# Taking a notification down to an enquiry needs a reason and a second person; without both it stops nothing.
_NEDGRADERET = event(KONTAKT_NEDGRADERET, FieldSet("begrundelse"), FieldSet("anden_person"))

# The duty begins whenever the municipality has reason to think that a child needs help. What a ledger surely tells of
# that is the notification. An outcome decided without a note of the screening shows that there was one, and so do a
# reassessment and the end of what was already running when the notification came; closing the case does not.
SCREENES = Rule(
    key="screening.foretages",
    title="Screening efter en underretning",
    says=(
        "Har kommunen grund til at tro, at et barn har brug for hjælp, skal den screene sagen og tage stilling: Er der "
        "ikke brug for mere afklaring, skal der laves en afdækning, eller skal der laves en børnefaglig undersøgelse? "
        "Pejl regner fra underretningen. Loven har ingen frist i tal."
    ),
    cites=BARNETS_LOV.at("§ 18, stk. 1-2", row="SCR-01"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(UNDERRETNING_MODTAGET),),
    duty=Within(NO_LIMIT),
    met_by=(
        *(event(kind) for kind in (INDLEDENDE_VURDERING, GENVURDERING, AFDAEKNING_BESLUTTET, UNDERSOEGELSE_BESLUTTET)),
        *(event(kind) for kind in (AFDAEKNING_AFSLUTTET, UNDERSOEGELSE_AFSLUTTET)),
    ),
    scope=Scope.CASE,
    stopped_by=(_NEDGRADERET, event(SAG_FLYTTET)),
    falls_on=Role.RAADGIVER,
)

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
# That somebody was involved counts only where it is written who: a professional may be asked first.
_FAMILIE_OG_NETVAERK = FieldIn("hvem", frozenset({"foraelder_1", "foraelder_2", "anden_indehaver", "netvaerk"}))

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
    starts=(
        *(event(kind) for kind in (PARTSHOERING_INDKALDT, PARTSHOERING_HOLDT, HOERING_PARTER, NETVAERKSMOEDE)),
        event(INDDRAGELSE, FieldSet("hvem"), _FAMILIE_OG_NETVAERK),
    ),
    only_first=True,
    when=(Running(begun_by=(_AERESRELATERET,), ended_by=(SAG_AFSLUTTET, SAG_FLYTTET), scope=Scope.THREAD),),
    duty=Before(),
    met_by=(event(RISIKOVURDERING),),
    scope=Scope.THREAD,
    falls_on=Role.RAADGIVER,
)

RULES = (SCREENES, RISIKO_VURDERES, RISIKO_VURDERES_FOERST)
