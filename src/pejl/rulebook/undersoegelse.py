"""Den børnefaglige undersøgelse: by when must the municipality know what the child needs?

Barnets lov § 20, before 2024 serviceloven § 50. The four months run from the day the need became known, not from
the decision to investigate. A missing day is shown as missing; the decision's day is never used instead.
"""

from pejl.dates import MissingDay
from pejl.events import (
    FORELOEBIG_VURDERING,
    SAG_AFSLUTTET,
    SAG_FLYTTET,
    UNDERSOEGELSE_AFSLUTTET,
    UNDERSOEGELSE_BESLUTTET,
)
from pejl.law import BARNETS_LOV, SERVICELOVEN, UNDER_BARNETS_LOV, UNDER_SERVICELOVEN, Sure
from pejl.rules import Force, Months, Role, Rule, Scope, Within, event

# 31 October + 4 months is the last day of February (law notes D, by analogy with forældelsesloven § 27).
FIRE_MAANEDER = Months(4, MissingDay.LAST_OF_MONTH)

AFSLUTTES_SEL = Rule(
    key="undersoegelse.afsluttes",
    title="Undersøgelsen afsluttes inden fire måneder",
    says="Undersøgelsen skal være færdig senest fire måneder efter, at kommunen blev opmærksom på behovet.",
    cites=SERVICELOVEN.at("§ 50, stk. 7", row="SEL-04", sure=Sure.TRAVAUX),
    force=Force.LAW,
    in_force=UNDER_SERVICELOVEN,
    starts=(event(UNDERSOEGELSE_BESLUTTET),),
    counts_from="behov_kendt",
    duty=Within(FIRE_MAANEDER),
    met_by=(event(UNDERSOEGELSE_AFSLUTTET),),
    scope=Scope.THREAD,
    stopped_by=(event(SAG_AFSLUTTET), event(SAG_FLYTTET)),
    falls_on=Role.RAADGIVER,
)
AFSLUTTES = Rule(
    key="undersoegelse.afsluttes",
    title="Undersøgelsen afsluttes inden fire måneder",
    says=(
        "Undersøgelsen skal være færdig senest fire måneder efter, at kommunen blev opmærksom på, at barnet "
        "kan have behov for særlig støtte."
    ),
    cites=BARNETS_LOV.at("§ 20, stk. 3", row="BFU-02"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(UNDERSOEGELSE_BESLUTTET),),
    counts_from="behov_kendt",
    duty=Within(FIRE_MAANEDER),
    met_by=(event(UNDERSOEGELSE_AFSLUTTET),),
    scope=Scope.THREAD,
    stopped_by=(event(SAG_AFSLUTTET), event(SAG_FLYTTET)),
    falls_on=Role.RAADGIVER,
)
# A rule of its own: it falls away when the investigation is finished in time, and it never excuses one that is not.
FORELOEBIG = Rule(
    key="undersoegelse.foreloebig_vurdering",
    title="Foreløbig vurdering, når fire måneder ikke er nok",
    says=(
        "Kan undersøgelsen undtagelsesvis ikke være færdig efter fire måneder, skal der på den dag foreligge en "
        "foreløbig vurdering, og undersøgelsen skal gøres færdig snarest."
    ),
    cites=BARNETS_LOV.at("§ 20, stk. 3, 2. pkt.", row="BFU-03"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(UNDERSOEGELSE_BESLUTTET),),
    counts_from="behov_kendt",
    duty=Within(FIRE_MAANEDER),
    met_by=(event(FORELOEBIG_VURDERING),),
    scope=Scope.THREAD,
    stopped_by=(event(UNDERSOEGELSE_AFSLUTTET), event(SAG_AFSLUTTET), event(SAG_FLYTTET)),
    falls_on=Role.RAADGIVER,
)

RULES = (AFSLUTTES_SEL, AFSLUTTES, FORELOEBIG)
