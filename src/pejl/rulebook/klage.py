"""Klage og Ungdomskriminalitetsnævnet: what must the municipality do when somebody complains, or the board asks?

Retssikkerhedsloven §§ 66-67 and lov om bekæmpelse af ungdomskriminalitet § 43. The time Ankestyrelsen and the courts
have is theirs and no duty of the municipality; it stands in docs/regelbog/ikke-regler.md.
"""

from pejl.events import KLAGE_GENVURDERET, KLAGE_MODTAGET, NAEVN_BESVARET, NAEVN_SPOERGER
from pejl.law import ALWAYS, RETSSIKKERHEDSLOVEN, UNGDOMSKRIMINALITETSLOVEN, Sure, since
from pejl.rules import NO_LIMIT, Days, FieldIn, Force, Role, Rule, Scope, Within, event

# Weeks end on the same weekday (law notes D).
FIRE_UGER = Days(28)

# Nothing stops it: whoever has complained is answered, also where the case has been closed.
GENVURDERES = Rule(
    key="klage.genvurderes",
    title="Klagen genvurderes inden fire uger",
    says=(
        "Når kommunen har fået en klage over sin afgørelse, skal den genvurdere afgørelsen inden fire uger. Holder den "
        "fast, sender den klagen videre til Ankestyrelsen. Klager over børne- og ungeudvalgets afgørelser går direkte "
        "til Ankestyrelsen og hører ikke til her."
    ),
    cites=RETSSIKKERHEDSLOVEN.at(
        "§§ 66-67",
        row="KLA-01",
        sure=Sure.SECONDARY,
        note=(
            "At kommunen har fire uger til at genvurdere, er læst hos en kommune og et fagforbund, ikke i lovteksten. "
            "At klager over udvalgets afgørelser går uden om kommunen, er ikke bekræftet."
        ),
    ),
    force=Force.LAW,
    in_force=ALWAYS,
    starts=(event(KLAGE_MODTAGET),),
    duty=Within(FIRE_UGER),
    met_by=(event(KLAGE_GENVURDERET),),
    scope=Scope.THREAD,
    falls_on=Role.RAADGIVER,
)

# In force from 1 January 2019 (law notes A7).
_FRA_2019 = since("2019-01-01")

# Either answer meets the seven days: the facts, or when they can be expected.
NAEVNET_BESVARES = Rule(
    key="naevnet.besvares",
    title="Svar til Ungdomskriminalitetsnævnet inden syv dage",
    says=(
        "Beder Ungdomskriminalitetsnævnet om flere oplysninger, skal kommunen give dem snarest muligt. Kan det ikke "
        "ske inden syv dage, skal kommunen fortælle nævnet, hvornår de kan ventes."
    ),
    cites=UNGDOMSKRIMINALITETSLOVEN.at("§ 43, stk. 2", row="UKN-01"),
    force=Force.LAW,
    in_force=_FRA_2019,
    starts=(event(NAEVN_SPOERGER),),
    duty=Within(Days(7)),
    met_by=(event(NAEVN_BESVARET),),
    scope=Scope.THREAD,
    falls_on=Role.RAADGIVER,
)
# Saying when does not end the duty; without this rule it would be lost from sight.
NAEVNET_FAAR_RESTEN = Rule(
    key="naevnet.oplysninger_foelger",
    title="Resten af oplysningerne sendt til nævnet",
    says=(
        "Har kommunen kun svaret nævnet, hvornår oplysningerne kan ventes, skal oplysningerne følge snarest muligt. "
        "Loven har ingen frist i tal."
    ),
    cites=UNGDOMSKRIMINALITETSLOVEN.at("§ 43, stk. 2", row="UKN-01"),
    force=Force.LAW,
    in_force=_FRA_2019,
    starts=(event(NAEVN_BESVARET, FieldIn("naevnssvar", frozenset({"hvornaar"}))),),
    duty=Within(NO_LIMIT),
    met_by=(event(NAEVN_BESVARET, FieldIn("naevnssvar", frozenset({"oplysninger"}))),),
    scope=Scope.THREAD,
    falls_on=Role.RAADGIVER,
)

RULES = (GENVURDERES, NAEVNET_BESVARES, NAEVNET_FAAR_RESTEN)
