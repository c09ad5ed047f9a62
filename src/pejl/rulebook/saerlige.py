"""Særlige tilbud: what must begin within a number of days once somebody has asked for it?

Treatment for drugs: serviceloven § 101 gave fourteen days. Barnets lov § 33 has not been read, so the same limit is
carried on as not confirmed.
"""

from pejl.events import RUSBEHANDLING_IVAERKSAT, RUSBEHANDLING_OENSKET, SAG_FLYTTET
from pejl.law import BARNETS_LOV, SERVICELOVEN, UNDER_BARNETS_LOV, UNDER_SERVICELOVEN, Sure
from pejl.rules import Days, Force, Role, Rule, Scope, Within, event

RUSBEHANDLING_SEL = Rule(
    key="rusbehandling.saettes_i_gang",
    title="Behandling for stofmisbrug inden 14 dage",
    says=(
        "Behandling for stofmisbrug skal sættes i gang senest 14 dage efter, at den unge har henvendt sig til "
        "kommunen. Vælger den unge et andet sted, kan det tage længere tid; det kan Pejl ikke se."
    ),
    cites=SERVICELOVEN.at(
        "§ 101, stk. 2",
        row="RUS-01",
        note="For unge under 18 år var der en særlig bekendtgørelse; den er ikke læst i en ny udgave.",
    ),
    force=Force.LAW,
    in_force=UNDER_SERVICELOVEN,
    starts=(event(RUSBEHANDLING_OENSKET),),
    duty=Within(Days(14)),
    met_by=(event(RUSBEHANDLING_IVAERKSAT),),
    scope=Scope.CASE,
    stopped_by=(event(SAG_FLYTTET),),
    falls_on=Role.RAADGIVER,
)
RUSBEHANDLING = Rule(
    key="rusbehandling.saettes_i_gang",
    title="Behandling for stofmisbrug inden 14 dage",
    says=(
        "Behandling for stofmisbrug skal sættes i gang senest 14 dage efter, at den unge har henvendt sig til "
        "kommunen. Vælger den unge et andet sted, kan det tage længere tid; det kan Pejl ikke se."
    ),
    cites=BARNETS_LOV.at(
        "§ 33",
        row="RUS-01",
        sure=Sure.UNVERIFIED,
        note="Barnets lov § 33 er ikke læst; de 14 dage er ført videre fra servicelovens § 101, stk. 2.",
    ),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(RUSBEHANDLING_OENSKET),),
    duty=Within(Days(14)),
    met_by=(event(RUSBEHANDLING_IVAERKSAT),),
    scope=Scope.CASE,
    stopped_by=(event(SAG_FLYTTET),),
    falls_on=Role.RAADGIVER,
)

RULES = (RUSBEHANDLING_SEL, RUSBEHANDLING)
