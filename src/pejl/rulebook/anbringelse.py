"""Anbringelse: what comes before a placement with consent, and what follows when a child is placed?

Barnets lov § 46 wants the investigation first, and § 75 that the parents are offered a support person. How long a
placed child may be held back is written in voksenansvarsbekendtgørelsen. Placement without consent: see udvalg.
"""

from pejl.events import (
    AFGOERELSE_TRUFFET,
    ANBRINGELSE_IVAERKSAT,
    ANBRINGELSE_OPHOERT,
    SAG_AFSLUTTET,
    SAG_FLYTTET,
    STOETTEPERSON_TILBUDT,
    TILBAGEHOLDELSE_BESLUTTET,
    TILBAGEHOLDELSE_OPHOERT,
    UNDERSOEGELSE_AFSLUTTET,
)
from pejl.law import BARNETS_LOV, UNDER_BARNETS_LOV, VOKSENANSVARSBEKENDTGOERELSEN, Sure
from pejl.rules import (
    NO_LIMIT,
    Before,
    Days,
    Exemption,
    FieldIn,
    Force,
    ParagraphIn,
    Role,
    Rule,
    Scope,
    Within,
    event,
)

_SLUT = (event(ANBRINGELSE_OPHOERT), event(SAG_AFSLUTTET), event(SAG_FLYTTET))

# An investigation from before an earlier decision still counts: the law asks that there is one, not that it is new.
UNDERSOEGELSE_FOERST = Rule(
    key="anbringelse.undersoegelse_foerst",
    title="Undersøgelse før anbringelse med samtykke",
    says=(
        "Et barn kan først anbringes med samtykke, når der er lavet en børnefaglig eller en ungefaglig undersøgelse. "
        "Kun en foreløbig eller akut anbringelse kan under særlige omstændigheder besluttes ved siden af den, og "
        "så skrives det på afgørelsen."
    ),
    cites=BARNETS_LOV.at("§ 46, stk. 1 og 3", row="ANB-01"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(AFGOERELSE_TRUFFET, ParagraphIn(("§ 46",))),),
    duty=Before(),
    met_by=(event(UNDERSOEGELSE_AFSLUTTET),),
    scope=Scope.CASE,
    excused_if=(Exemption(FieldIn("foreloebig", frozenset({True})), "Anbringelsen er foreløbig eller akut."),),
    falls_on=Role.RAADGIVER,
)
# Offered on the way to the placement is offered too; what was offered during an earlier placement is not.
STOETTEPERSON = Rule(
    key="anbringelse.stoetteperson",
    title="Støtteperson til forældrene",
    says=(
        "I forbindelse med en anbringelse skal kommunen tilbyde forældremyndighedens indehaver en støtteperson, hvad "
        "enten barnet er anbragt med eller uden samtykke. Der er ikke fundet nogen frist i tal."
    ),
    cites=BARNETS_LOV.at("§ 75", row="ANB-08", sure=Sure.GUIDANCE),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(ANBRINGELSE_IVAERKSAT),),
    duty=Within(NO_LIMIT, already=Before(since=(ANBRINGELSE_OPHOERT,))),
    met_by=(event(STOETTEPERSON_TILBUDT),),
    scope=Scope.CASE,
    stopped_by=_SLUT,
    excused_if=(
        Exemption(ParagraphIn(("§ 114", "§ 115", "§ 116", "§ 120")), "Opholdet er ungestøtte til en, der er voksen."),
    ),
    falls_on=Role.RAADGIVER,
)
TILBAGEHOLDELSE = Rule(
    key="anbringelse.tilbageholdelse",
    title="Tilbageholdelse i højst 14 dage",
    says=(
        "Et anbragt barn må højst tilbageholdes i 14 dage efter en afgørelse om det. Afgørelsen skal sige, hvor længe. "
        "Dagene regnes her fra dagen efter afgørelsen."
    ),
    cites=VOKSENANSVARSBEKENDTGOERELSEN.at(
        "§ 5",
        row="ANB-09",
        note="Læst i bekendtgørelse nr. 980 af 30. juni 2025. Hvad der stod før den, er ikke læst.",
    ),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(TILBAGEHOLDELSE_BESLUTTET),),
    duty=Within(Days(14)),
    met_by=(event(TILBAGEHOLDELSE_OPHOERT),),
    scope=Scope.THREAD,
    stopped_by=(event(ANBRINGELSE_OPHOERT), event(SAG_FLYTTET)),
    falls_on=Role.RAADGIVER,
)

RULES = (UNDERSOEGELSE_FOERST, STOETTEPERSON, TILBAGEHOLDELSE)
