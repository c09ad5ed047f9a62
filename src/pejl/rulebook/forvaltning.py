"""God forvaltning: what does general administrative law ask around a decision, whatever the decision is about?

Forvaltningsloven §§ 19 and 22-25 and offentlighedsloven § 36. How fast an application is to be decided is the council's
own number (retssikkerhedsloven § 3) and stands in ``lokale``. Notes and filing are asked for "as soon as possible" and
are no deadline: docs/regelbog/ikke-regler.md.
"""

from pejl.events import (
    AFGOERELSE_SENDT,
    AFGOERELSE_TRUFFET,
    AKTINDSIGT_BEDT,
    AKTINDSIGT_BESVARET,
    AKTINDSIGT_UDSAT,
    HOERING_PARTER,
    UDVALGETS_AFGOERELSE,
)
from pejl.law import ALWAYS, FORVALTNINGSLOVEN, OFFENTLIGHEDSLOVEN, Sure
from pejl.rules import (
    NO_LIMIT,
    Before,
    Exemption,
    FieldIn,
    FieldSet,
    Force,
    Role,
    Rule,
    Scope,
    Within,
    WorkingDays,
    event,
)

# Only where it was noted: most decisions say nothing of it, and then nobody can judge these duties.
_IKKE_FULDT_MEDHOLD = (FieldSet("fuldt_medhold"), FieldIn("fuldt_medhold", frozenset({False})))

PARTSHOERING = Rule(
    key="forvaltning.parten_hoeres",
    title="Partshøring før afgørelsen",
    says=(
        "Får parten ikke fuldt ud medhold, skal parten først have de oplysninger, som taler imod, og som parten ikke "
        "kan antages at kende, med en frist til at svare. Kendte parten det hele, skriver man det på afgørelsen. "
        "Et barn på 10 år eller mere er selv part i de sager, loven nævner."
    ),
    cites=FORVALTNINGSLOVEN.at("§ 19", row="GEN-01", sure=Sure.GUIDANCE),
    force=Force.LAW,
    in_force=ALWAYS,
    starts=(event(AFGOERELSE_TRUFFET, *_IKKE_FULDT_MEDHOLD),),
    # In the decision's own course: one letter does not answer for a decision about something else.
    duty=Before(since=(AFGOERELSE_TRUFFET, UDVALGETS_AFGOERELSE)),
    met_by=(event(HOERING_PARTER),),
    scope=Scope.THREAD,
    excused_if=(Exemption(FieldIn("parten_kendte", frozenset({True})), "Parten kendte allerede det, der talte imod."),),
    falls_on=Role.RAADGIVER,
)
KLAGEVEJLEDNING = Rule(
    key="forvaltning.begrundelse_og_klagevejledning",
    title="Begrundelse og klagevejledning",
    says=(
        "En skriftlig afgørelse, der ikke giver parten fuldt ud medhold, skal have en begrundelse: reglerne, de "
        "vigtigste oplysninger og de vigtigste hensyn. Den skal også have en klagevejledning. Der er ikke fundet nogen "
        "frist i tal."
    ),
    cites=FORVALTNINGSLOVEN.at(
        "§§ 22-25",
        row="GEN-05",
        sure=Sure.SECONDARY,
        note=(
            "Læst hos en kommune, ikke i lovteksten. Er afgørelsen givet mundtligt, kan parten inden 14 dage bede om "
            "en skriftlig begrundelse; det følger Pejl ikke."
        ),
    ),
    force=Force.LAW,
    in_force=ALWAYS,
    starts=(event(AFGOERELSE_TRUFFET, *_IKKE_FULDT_MEDHOLD),),
    duty=Within(NO_LIMIT),
    met_by=(event(AFGOERELSE_SENDT, FieldIn("klagevejledning", frozenset({True}))),),
    scope=Scope.THREAD,
    falls_on=Role.RAADGIVER,
)

# Nothing stops these two: the right to see one's papers outlives the case, and moves with nobody.
_FVL_16 = "For den, der er part i sagen, står det samme i forvaltningslovens § 16, som kun er læst i gengivelse."
_BREV = event(AKTINDSIGT_UDSAT, FieldSet("begrundelse"), FieldSet("ventes_senest"))

AKTINDSIGT = Rule(
    key="forvaltning.aktindsigt",
    title="Aktindsigt eller besked inden syv arbejdsdage",
    says=(
        "Den, der beder om aktindsigt, skal have svar snarest. Kan svaret ikke gives inden syv arbejdsdage, skal "
        "kommunen inden da skrive, hvorfor det tager længere tid, og hvornår svaret kan ventes. Loven siger "
        "arbejdsdage; hvilke dage det er, er ikke fundet. Pejl minder om den tidligste dag og regner fristen efter den "
        "seneste."
    ),
    cites=OFFENTLIGHEDSLOVEN.at("§ 36, stk. 2", row="GEN-04", note=_FVL_16),
    force=Force.LAW,
    in_force=ALWAYS,
    starts=(event(AKTINDSIGT_BEDT),),
    duty=Within(WorkingDays(7)),
    met_by=(event(AKTINDSIGT_BESVARET), _BREV),
    scope=Scope.THREAD,
    falls_on=Role.RAADGIVER,
)
# The letter does not end the duty; without this rule the request would be lost from sight.
AKTINDSIGT_UDSAT_BESVARES = Rule(
    key="forvaltning.aktindsigt_efter_brev",
    title="Aktindsigt, når der er skrevet, at det tager længere tid",
    says=(
        "Har kommunen skrevet, at aktindsigten tager længere tid, skal svaret stadig komme snarest. Brevets dag er "
        "kommunens egen melding og ingen frist i loven."
    ),
    cites=OFFENTLIGHEDSLOVEN.at("§ 36, stk. 2", row="GEN-04", note=_FVL_16),
    force=Force.LAW,
    in_force=ALWAYS,
    starts=(event(AKTINDSIGT_UDSAT),),
    duty=Within(NO_LIMIT),
    met_by=(event(AKTINDSIGT_BESVARET),),
    scope=Scope.THREAD,
    falls_on=Role.RAADGIVER,
)

RULES = (PARTSHOERING, KLAGEVEJLEDNING, AKTINDSIGT, AKTINDSIGT_UDSAT_BESVARES)
