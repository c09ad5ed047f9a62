"""Barnets stemme: has the child been heard before something is decided about it?

Barnets lov § 5: conversation or other direct contact before every decision, and all along. Serviceloven § 48 asked for
a conversation, before decisions under the paragraphs it named.
"""

from pejl.events import (
    AFGOERELSE_TRUFFET,
    FORMANDENS_AFGOERELSE,
    HOLDNING_INDHENTET,
    KONTAKT_MED_BARNET,
    SAMTALE_MED_BARNET,
    SAMTALE_UNDLADT,
    UDVALGETS_AFGOERELSE,
)
from pejl.law import BARNETS_LOV, SERVICELOVEN, UNDER_BARNETS_LOV, UNDER_SERVICELOVEN, Sure
from pejl.rules import NO_LIMIT, Before, Exemption, Force, ParagraphIn, Role, Rule, Scope, Within, event

# A decision by the administration or the committee marks what came before it as heard for that one. The chair's
# provisional decision starts the duty too, but marks nothing: the committee then decides the same matter.
_AFGOERELSER = (AFGOERELSE_TRUFFET, UDVALGETS_AFGOERELSE)

# The paragraphs servicelovens § 48 named. What the committee or its chair decided is taken to be under one of them.
_SEL_SAMTALE = ParagraphIn(
    (
        *("§ 51", "§ 52", "§ 52 a", "§ 56", "§ 57 a", "§ 57 b", "§ 58", "§ 62", "§ 63", "§ 65"),
        *("§ 68", "§ 68 a", "§ 68 b", "§ 69", "§ 70", "§ 71", "§ 75"),
    )
)

HOERES_SEL = Rule(
    key="barnet.hoeres_foer_afgoerelse",
    title="Barnet høres før afgørelsen",
    says=(
        "Før der blev truffet afgørelse efter en af de paragraffer, loven nævnte, skulle der være en samtale med "
        "barnet. Samtalen i undersøgelsen var nok, når den lige var holdt."
    ),
    cites=SERVICELOVEN.at(
        "§ 48", row="SEL-10", sure=Sure.TRAVAUX, note="Paragrafferne er læst i lovforslaget L 181 (2012-13)."
    ),
    force=Force.LAW,
    in_force=UNDER_SERVICELOVEN,
    starts=(event(AFGOERELSE_TRUFFET, _SEL_SAMTALE), event(UDVALGETS_AFGOERELSE), event(FORMANDENS_AFGOERELSE)),
    duty=Before(since=_AFGOERELSER),
    met_by=(event(SAMTALE_MED_BARNET),),
    scope=Scope.CASE,
    excused_by=(event(SAMTALE_UNDLADT),),
    falls_on=Role.RAADGIVER,
)
# Extra costs and lost earnings: money for the parents (law notes B2 and BRN-01).
_FORAELDRENES_PENGE = Exemption(
    ParagraphIn(("§ 86", "§ 87")),
    "Afgørelsen handler om forældrenes penge. Så skal barnet normalt ikke høres (Ankestyrelsens principmeddelelse "
    "22-25).",
)
# One conversation cannot answer for a decision made before it: each decision asks for contact since the last one.
HOERES = Rule(
    key="barnet.hoeres_foer_afgoerelse",
    title="Barnet høres før afgørelsen",
    says=(
        "Før der træffes afgørelse, skal kommunen gennem samtale eller anden direkte kontakt have barnets "
        "holdning. Det kan kun undlades, når barnets alder eller andre forhold taler afgørende imod det."
    ),
    cites=BARNETS_LOV.at(
        "§ 5, stk. 3",
        row="BRN-01",
        note=(
            "At barnet normalt ikke skal høres om forældrenes penge, er læst i Ankestyrelsens principmeddelelse 22-25. "
            "At det er afgørelser efter §§ 86 og 87, er Pejls læsning."
        ),
    ),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=tuple(event(kind) for kind in (*_AFGOERELSER, FORMANDENS_AFGOERELSE)),
    duty=Before(since=_AFGOERELSER),
    met_by=(event(SAMTALE_MED_BARNET), event(KONTAKT_MED_BARNET)),
    scope=Scope.CASE,
    excused_by=(event(SAMTALE_UNDLADT),),
    excused_if=(_FORAELDRENES_PENGE,),
    falls_on=Role.RAADGIVER,
)
PAA_ANDEN_MAADE = Rule(
    key="barnet.holdning_paa_anden_maade",
    title="Barnets holdning indhentes på anden måde",
    says="Er samtalen undladt, skal barnets holdning alligevel søges belyst på en anden måde.",
    cites=BARNETS_LOV.at("§ 5, stk. 4", row="BRN-02"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(SAMTALE_UNDLADT),),
    # The view may have been sought before the note that there was no conversation was written.
    duty=Within(NO_LIMIT, already=Before(since=_AFGOERELSER)),
    met_by=(event(HOLDNING_INDHENTET),),
    scope=Scope.CASE,
    falls_on=Role.RAADGIVER,
)

RULES = (HOERES_SEL, HOERES, PAA_ANDEN_MAADE)
