"""Barnets rettigheder: is the child told what it may, asked where it must consent, and answered when it asks?

Barnets lov §§ 3, 6, 46 and 48: a companion of its own choice, party to its own case from ten, consent from fifteen, and
an answer to the child who asks to be placed. How old the child is follows from the day it was born.
"""

from pejl.events import (
    AFDAEKNING_BESLUTTET,
    AFGOERELSE_SENDT,
    AFGOERELSE_TRUFFET,
    ANBRINGELSE_IVAERKSAT,
    ANBRINGELSE_OENSKET,
    ANBRINGELSESOENSKE_BESVARET,
    BISIDDER_OPLYST,
    FORMANDENS_AFGOERELSE,
    HJEMGIVELSE_BESLUTTET,
    SAG_AFSLUTTET,
    SAG_FLYTTET,
    SAMTYKKE_GIVET,
    SAMTYKKE_TRUKKET,
    SAMVAER_AFGJORT,
    UDVALGETS_AFGOERELSE,
    UNDERSOEGELSE_BESLUTTET,
    UNGESTOETTE_BESLUTTET,
)
from pejl.law import BARNETS_LOV, SERVICELOVEN, UNDER_BARNETS_LOV, UNDER_SERVICELOVEN, Sure, since
from pejl.rules import (
    NO_LIMIT,
    Aged,
    Before,
    FieldIn,
    FieldSet,
    Force,
    ParagraphIn,
    Role,
    Rule,
    Scope,
    Within,
    event,
)

_BARNET = FieldIn("hvem", frozenset({"barnet", "ung_15"}))
_INDEHAVER = FieldIn("hvem", frozenset({"foraelder_1", "foraelder_2", "anden_indehaver"}))
_SAGEN_SLUT = (event(SAG_AFSLUTTET), event(SAG_FLYTTET))

# The right is there at any time in a case. Pejl asks when the municipality begins to find out about the child; what was
# told earlier counts where it stands in the same course or on the case as a whole.
BISIDDER_SEL = Rule(
    key="barnet.bisidder",
    title="Barnet får at vide, at det må have en bisidder",
    says="Barnet havde ret til en bisidder i sin sag, og når den blev undersøgt, skulle barnet vide det.",
    cites=SERVICELOVEN.at(
        "§ 48 a",
        row="SEL-11",
        sure=Sure.UNVERIFIED,
        note=(
            "Retten til en bisidder er læst i forarbejderne til barnets lov. At kommunen også før 2024 skulle oplyse "
            "om den, er ikke fundet."
        ),
    ),
    force=Force.LAW,
    in_force=UNDER_SERVICELOVEN,
    starts=(event(UNDERSOEGELSE_BESLUTTET),),
    duty=Within(NO_LIMIT, already=Before()),
    met_by=(event(BISIDDER_OPLYST),),
    scope=Scope.CASE,
    stopped_by=_SAGEN_SLUT,
    falls_on=Role.RAADGIVER,
)
BISIDDER = Rule(
    key="barnet.bisidder",
    title="Barnet får at vide, at det må have en bisidder",
    says=(
        "Barnet har på ethvert tidspunkt ret til en bisidder, og kommunen skal oplyse barnet om det. Pejl regner fra "
        "den dag, en afdækning eller undersøgelse bliver besluttet. Loven har ingen frist i tal."
    ),
    cites=BARNETS_LOV.at("§ 6", row="BRN-03"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(AFDAEKNING_BESLUTTET), event(UNDERSOEGELSE_BESLUTTET)),
    duty=Within(NO_LIMIT, already=Before()),
    met_by=(event(BISIDDER_OPLYST),),
    scope=Scope.CASE,
    stopped_by=_SAGEN_SLUT,
    falls_on=Role.RAADGIVER,
)

# What answers to barnets lov § 3 in the act before; which cases § 167 itself named was not found.
_SEL_PARAGRAFFER = ParagraphIn(("§ 52", "§ 57 b", "§ 58", "§ 68", "§ 68 b", "§ 69", "§ 71", "§ 75", "§ 76", "§ 76 a"))
# § 47 is decided by the committee (§ 142), and in some lists written as an ordinary decision.
_BL_PARAGRAFFER = ParagraphIn(
    (
        *("§ 32", "§ 33", "§ 39", "§ 46", "§ 47", "§ 52", "§ 97, stk. 2", "§ 100, stk. 1"),
        *("§ 104, stk. 2", "§ 104, stk. 3", "§ 104, stk. 4", "§ 104, stk. 5", "§ 114", "§ 115", "§ 116", "§ 120"),
    )
)

# Each decision is to be sent: one that was sent in another course does not answer for it. Nothing stops it, for a
# decision that has been made is to be told, whatever becomes of the case.
AFGOERELSE_TIL_BARNET_SEL = Rule(
    key="barnet.faar_afgoerelsen",
    title="Barnet får selv afgørelsen",
    says="Barnet kunne selv klage fra det fyldte 12. år, og skulle derfor selv have afgørelsen.",
    cites=SERVICELOVEN.at(
        "§ 167",
        row="SEL-12",
        sure=Sure.UNVERIFIED,
        note=(
            "Klageretten fra 12 år er læst i loven. At afgørelsen derfor skulle sendes til barnet, og i hvilke sager, "
            "er sluttet ud fra barnets lov § 3 og ikke læst."
        ),
    ),
    force=Force.LAW,
    in_force=UNDER_SERVICELOVEN,
    starts=(
        event(AFGOERELSE_TRUFFET, FieldSet("paragraf"), _SEL_PARAGRAFFER),
        event(UDVALGETS_AFGOERELSE),
        event(FORMANDENS_AFGOERELSE),
    ),
    when=(Aged(12, below=18),),
    duty=Within(NO_LIMIT),
    met_by=(event(AFGOERELSE_SENDT, _BARNET),),
    scope=Scope.THREAD,
    falls_on=Role.RAADGIVER,
)
AFGOERELSE_TIL_BARNET = Rule(
    key="barnet.faar_afgoerelsen",
    title="Barnet får selv afgørelsen",
    says=(
        "Fra det fyldte 10. år er barnet selv part i de sager, loven nævner. Afgørelsen skal derfor også sendes til "
        "barnet, med vejledning om at klage. Loven har ingen frist i tal."
    ),
    cites=BARNETS_LOV.at(
        "§ 3",
        row="BRN-04",
        note="§ 33 kom med i listen, og § 104, stk. 4, kom til ved lovforslag L 87 fra november 2024. Hvilken dag "
        "ændringerne begyndte at gælde, er ikke fundet.",
    ),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(
        event(AFGOERELSE_TRUFFET, FieldSet("paragraf"), _BL_PARAGRAFFER),
        *(event(kind) for kind in (UDVALGETS_AFGOERELSE, FORMANDENS_AFGOERELSE)),
        *(event(kind) for kind in (SAMVAER_AFGJORT, HJEMGIVELSE_BESLUTTET, UNGESTOETTE_BESLUTTET)),
    ),
    when=(Aged(10, below=18),),
    duty=Within(NO_LIMIT),
    met_by=(event(AFGOERELSE_SENDT, _BARNET),),
    scope=Scope.THREAD,
    falls_on=Role.RAADGIVER,
)

# Consent is given to one placement: what was given before the last one began was for that one, and what was withdrawn
# is given no more. A decision about something else on the way does not undo it.
_SAMTYKKE_KRAEVES = (event(AFGOERELSE_TRUFFET, FieldSet("paragraf"), ParagraphIn(("§ 46",))),)
_SIDEN_SIDST = Before(since=(ANBRINGELSE_IVAERKSAT, SAMTYKKE_TRUKKET))

UNGES_SAMTYKKE = Rule(
    key="barnet.samtykke_15",
    title="Den unges samtykke til anbringelsen",
    says=(
        "Er den unge fyldt 15 år, kræver anbringelse med samtykke også den unges eget samtykke, og det skal omfatte "
        "formålet med anbringelsen. Er et samtykke trukket tilbage, ser Pejl efter et nyt."
    ),
    cites=BARNETS_LOV.at("§ 46, stk. 1-2", row="BRN-05"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=_SAMTYKKE_KRAEVES,
    when=(Aged(15, below=18),),
    duty=_SIDEN_SIDST,
    met_by=(event(SAMTYKKE_GIVET, FieldIn("hvem", frozenset({"ung_15"}))),),
    scope=Scope.CASE,
    falls_on=Role.RAADGIVER,
)
# How many hold parental authority stands in no list, so one consent is what can be asked for here.
INDEHAVERENS_SAMTYKKE = Rule(
    key="barnet.samtykke_foraeldre",
    title="Samtykke fra forældremyndighedens indehaver",
    says=(
        "Anbringelse med samtykke kræver, at forældremyndighedens indehaver har samtykket, også til formålet. Pejl ser "
        "efter, om mindst én har; er der to, skal begge, og det må rådgiveren selv holde øje med. Er et samtykke "
        "trukket tilbage, ser Pejl efter et nyt."
    ),
    cites=BARNETS_LOV.at("§ 46, stk. 1-2", row="BRN-05"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=_SAMTYKKE_KRAEVES,
    duty=_SIDEN_SIDST,
    met_by=(event(SAMTYKKE_GIVET, _INDEHAVER),),
    scope=Scope.CASE,
    falls_on=Role.RAADGIVER,
)

OENSKE_BESVARES = Rule(
    key="barnet.oenske_besvares",
    title="Svar til et barn, der beder om at blive anbragt",
    says=(
        "Beder et barn om at blive anbragt, skal kommunen vurdere det, også om barnet skal undersøges, og give barnet "
        "et skriftligt svar. Loven har ingen aldersgrænse og ingen frist i tal."
    ),
    cites=BARNETS_LOV.at("§ 48", row="BRN-06"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(ANBRINGELSE_OENSKET),),
    duty=Within(NO_LIMIT),
    met_by=(event(ANBRINGELSESOENSKE_BESVARET),),
    scope=Scope.CASE,
    stopped_by=(event(SAG_FLYTTET),),
    falls_on=Role.RAADGIVER,
)
# The answer that says no is itself what the guide stands in; a guide sent afterwards meets the duty too.
OENSKE_KLAGEVEJLEDNING = Rule(
    key="barnet.oenske_klagevejledning",
    title="Klagevejledning til et barn, der ikke bliver anbragt",
    says=(
        "Får barnet hverken en anbringelse eller støtte, kan det klage til Ankestyrelsen, og svaret skal have en "
        "klagevejledning med. Fik barnet støtte i stedet, gælder det ikke; det kan Pejl ikke se."
    ),
    cites=BARNETS_LOV.at(
        "§ 48",
        row="BRN-06",
        sure=Sure.SECONDARY,
        note=(
            "Klageretten kom med en ændring af loven i marts 2024. Dagen, den begyndte at gælde, er ikke fundet; her "
            "regnes fra den 5. marts 2024, som er den formodede ændringslovs dato."
        ),
    ),
    force=Force.LAW,
    in_force=since("2024-03-05"),
    starts=(event(ANBRINGELSESOENSKE_BESVARET, FieldSet("imoedekommet"), FieldIn("imoedekommet", frozenset({False}))),),
    duty=Within(NO_LIMIT),
    met_by=(event(ANBRINGELSESOENSKE_BESVARET, FieldIn("klagevejledning", frozenset({True}))),),
    scope=Scope.CASE,
    stopped_by=(event(SAG_FLYTTET),),
    falls_on=Role.RAADGIVER,
)

RULES = (
    BISIDDER_SEL,
    BISIDDER,
    AFGOERELSE_TIL_BARNET_SEL,
    AFGOERELSE_TIL_BARNET,
    UNGES_SAMTYKKE,
    INDEHAVERENS_SAMTYKKE,
    OENSKE_BESVARES,
    OENSKE_KLAGEVEJLEDNING,
)
