"""Genbehandling: when must the committee look again at a placement without consent?

Barnets lov § 50, before 2024 serviceloven § 62: a year after the decision where the child had not been placed during
the year before it, else two. The length was read at Ankestyrelsen, not in § 50 itself.
"""

from pejl.dates import MissingDay
from pejl.events import ANBRINGELSE_OPHOERT, SAG_AFSLUTTET, SAG_FLYTTET, UDVALGETS_AFGOERELSE
from pejl.law import BARNETS_LOV, SERVICELOVEN, UNDER_BARNETS_LOV, UNDER_SERVICELOVEN, Sure
from pejl.rules import (
    Aged,
    FieldIn,
    FieldSet,
    Force,
    Match,
    ParagraphIn,
    Recurring,
    Role,
    Rule,
    Scope,
    Within,
    Years,
    event,
)

_IGEN = event(UDVALGETS_AFGOERELSE, FieldIn("udvalgsart", frozenset({"genbehandling"})))
_ORDINAER = FieldIn("udvalgsart", frozenset({"ordinaer"}))
_SLUT = (event(ANBRINGELSE_OPHOERT), event(SAG_AFSLUTTET), event(SAG_FLYTTET))
# A permanent placement (§ 67, before § 68 a) is not decided again; one decided before 2024 can become so by either act.
_STOP_SEL = (event(UDVALGETS_AFGOERELSE, ParagraphIn(("§ 67", "§ 68 a"))), *_SLUT)
_STOP = (event(UDVALGETS_AFGOERELSE, ParagraphIn(("§ 67",))), *_SLUT)
_UDEN_SAMTYKKE_SEL = ParagraphIn(("§ 58",))
_UDEN_SAMTYKKE = ParagraphIn(("§ 47",))
_ET_AAR = Years(1, MissingDay.LAST_OF_MONTH)
_TO_AAR = Years(2, MissingDay.LAST_OF_MONTH)
_TRE_AAR = Years(3, MissingDay.LAST_OF_MONTH)

_ANDEN_FRIST = (
    "Er fristen i sagen sat kortere eller undtagelsesvis forlænget, kan Pejl ikke se det. Der regnes fra udvalgets "
    "egen afgørelse, også når Ankestyrelsen eller retten har taget stilling siden."
)
_SKREVET_UNDER_SEL = "Siden hos Ankestyrelsen er skrevet under serviceloven; teksten i § 50 er ikke læst."


# Where it is not written whether the child was placed, the one-year rule alone says that it cannot be judged.
def _foerste(uden_samtykke: ParagraphIn) -> tuple[Match, ...]:
    ikke_anbragt = FieldIn("anbragt_seneste_aar", frozenset({False}))
    return (event(UDVALGETS_AFGOERELSE, uden_samtykke, ikke_anbragt, _ORDINAER),)


def _senere(uden_samtykke: ParagraphIn) -> tuple[Match, ...]:
    anbragt = FieldIn("anbragt_seneste_aar", frozenset({True}))
    art = FieldIn("udvalgsart", frozenset({"ordinaer", "genbehandling"}))
    return (event(UDVALGETS_AFGOERELSE, FieldSet("anbragt_seneste_aar"), uden_samtykke, anbragt, art),)


ET_AAR_SEL = Rule(
    key="genbehandling.efter_et_aar",
    title="Genbehandling inden et år",
    says=(
        "Havde barnet ikke været anbragt det seneste år, skulle en anbringelse uden samtykke genbehandles i udvalget "
        "inden et år efter afgørelsen. For børn under et år gjaldt en længere frist."
    ),
    cites=SERVICELOVEN.at("§ 62", row="SEL-13", sure=Sure.GUIDANCE),
    force=Force.LAW,
    in_force=UNDER_SERVICELOVEN,
    starts=_foerste(_UDEN_SAMTYKKE_SEL),
    when=(Aged(1),),
    duty=Within(_ET_AAR),
    met_by=(_IGEN,),
    scope=Scope.CASE,
    stopped_by=_STOP_SEL,
    falls_on=Role.RAADGIVER,
)
ET_AAR = Rule(
    key="genbehandling.efter_et_aar",
    title="Genbehandling inden et år",
    says=(
        "Har barnet ikke været anbragt det seneste år, skal en anbringelse uden samtykke genbehandles i udvalget inden "
        f"et år efter afgørelsen. {_ANDEN_FRIST}"
    ),
    cites=BARNETS_LOV.at("§ 50", row="ANB-06", sure=Sure.GUIDANCE, note=_SKREVET_UNDER_SEL),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=_foerste(_UDEN_SAMTYKKE),
    duty=Within(_ET_AAR),
    met_by=(_IGEN,),
    scope=Scope.CASE,
    stopped_by=_STOP,
    falls_on=Role.RAADGIVER,
)
TO_AAR_SEL = Rule(
    key="genbehandling.efter_to_aar",
    title="Genbehandling inden to år",
    says=(
        "Havde barnet været anbragt inden for det seneste år, skulle en anbringelse uden samtykke genbehandles i "
        "udvalget inden to år efter den seneste afgørelse. For børn under et år gjaldt en længere frist."
    ),
    cites=SERVICELOVEN.at("§ 62", row="SEL-13", sure=Sure.GUIDANCE),
    force=Force.LAW,
    in_force=UNDER_SERVICELOVEN,
    starts=_senere(_UDEN_SAMTYKKE_SEL),
    when=(Aged(1),),
    duty=Recurring(_TO_AAR),
    met_by=(_IGEN,),
    scope=Scope.CASE,
    stopped_by=_STOP_SEL,
    falls_on=Role.RAADGIVER,
)
TO_AAR = Rule(
    key="genbehandling.efter_to_aar",
    title="Genbehandling inden to år",
    says=(
        "Har barnet været anbragt inden for det seneste år, skal en anbringelse uden samtykke genbehandles i udvalget "
        f"inden to år efter den seneste afgørelse. {_ANDEN_FRIST}"
    ),
    cites=BARNETS_LOV.at("§ 50", row="ANB-06", sure=Sure.GUIDANCE, note=_SKREVET_UNDER_SEL),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=_senere(_UDEN_SAMTYKKE),
    duty=Recurring(_TO_AAR),
    met_by=(_IGEN,),
    scope=Scope.CASE,
    stopped_by=_STOP,
    falls_on=Role.RAADGIVER,
)
SPAEDBOERN_SEL = Rule(
    key="genbehandling.spaedboern",
    title="Genbehandling inden tre år for børn under et år",
    says="Var barnet under et år, skulle en anbringelse uden samtykke genbehandles i udvalget inden tre år.",
    cites=SERVICELOVEN.at(
        "§ 62, stk. 5",
        row="SEL-13",
        sure=Sure.SECONDARY,
        note=(
            "De tre år er ikke læst i lovteksten, og det er ikke fundet, hvornår de kom til. Om barnets lov § 50 har "
            "en tilsvarende frist, vides ikke."
        ),
    ),
    force=Force.LAW,
    in_force=UNDER_SERVICELOVEN,
    starts=(event(UDVALGETS_AFGOERELSE, _UDEN_SAMTYKKE_SEL, _ORDINAER),),
    when=(Aged(below=1),),
    duty=Within(_TRE_AAR),
    met_by=(_IGEN,),
    scope=Scope.CASE,
    stopped_by=_STOP_SEL,
    falls_on=Role.RAADGIVER,
)

RULES = (ET_AAR_SEL, ET_AAR, TO_AAR_SEL, TO_AAR, SPAEDBOERN_SEL)
