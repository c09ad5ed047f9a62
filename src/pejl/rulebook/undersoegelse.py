"""Den børnefaglige undersøgelse: when must there be one, and by when must the municipality know what the child needs?

Barnets lov §§ 20, 23 and 125, before 2024 serviceloven §§ 50-52. The four months run from the day the need became
known, not from the decision to investigate. A missing day is shown as missing; the decision's day is never used
instead. An investigation without consent has two months from the committee's decision.
"""

from pejl.dates import MissingDay
from pejl.events import (
    AFGOERELSE_TRUFFET,
    BOERNEHUS_INDDRAGET,
    FORELOEBIG_VURDERING,
    KONTAKT_NEDGRADERET,
    SAG_AFSLUTTET,
    SAG_FLYTTET,
    UDVALGETS_AFGOERELSE,
    UNDERRETNING_MODTAGET,
    UNDERSOEGELSE_AFSLUTTET,
    UNDERSOEGELSE_BESLUTTET,
)
from pejl.law import BARNETS_LOV, SERVICELOVEN, UNDER_BARNETS_LOV, UNDER_SERVICELOVEN, Sure
from pejl.rules import (
    NO_LIMIT,
    Before,
    Exemption,
    FieldIn,
    FieldSet,
    Force,
    Match,
    Months,
    ParagraphIn,
    Role,
    Rule,
    Scope,
    Within,
    event,
)

# 31 October + 4 months is the last day of February (law notes D, by analogy with forældelsesloven § 27).
FIRE_MAANEDER = Months(4, MissingDay.LAST_OF_MONTH)
TO_MAANEDER = Months(2, MissingDay.LAST_OF_MONTH)
_SAGEN_SLUT = (event(SAG_AFSLUTTET), event(SAG_FLYTTET))

# Taking a notification down to an enquiry needs a reason and a second person; without both it stops nothing.
_NEDGRADERET = event(KONTAKT_NEDGRADERET, FieldSet("begrundelse"), FieldSet("anden_person"))

# The law also wants one in other serious cases, and where a parent returns to a violent home. No list tells of those.
# An investigation that is already running takes the abuse in: it meets the duty when it is finished, and at once where
# it is written in the same course or on the case as a whole.
VED_OVERGREB = Rule(
    key="undersoegelse.ved_overgreb",
    title="Undersøgelse ved overgreb eller mistanke om det",
    says=(
        "Handler en underretning om overgreb eller mistanke om overgreb, skal kommunen træffe afgørelse om en "
        "børnefaglig undersøgelse. Kører der allerede en, opfylder den pligten, når den bliver afsluttet. Loven har "
        "ingen frist i tal."
    ),
    cites=BARNETS_LOV.at("§ 20, stk. 1", row="BFU-01"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    # Only where it was noted: a list that says nothing of abuse is not to be full of what cannot be judged.
    starts=(
        event(UNDERRETNING_MODTAGET, FieldSet("mistanke_overgreb"), FieldIn("mistanke_overgreb", frozenset({True}))),
    ),
    duty=Within(NO_LIMIT, already=Before(since=(UNDERSOEGELSE_AFSLUTTET,))),
    met_by=(event(UNDERSOEGELSE_BESLUTTET), event(UNDERSOEGELSE_AFSLUTTET)),
    scope=Scope.CASE,
    stopped_by=(_NEDGRADERET, event(SAG_FLYTTET)),
    excused_if=(Exemption(FieldIn("ufoedt", frozenset({True})), "Barnet er ikke født endnu."),),
    falls_on=Role.RAADGIVER,
)
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


_NOT_READ_23 = "Fristen er læst hos Ankestyrelsen; teksten i § 23 er ikke læst."


def _besluttet_efter(paragraph: str) -> tuple[Match, ...]:
    """Decided by the committee, and in some lists written as an ordinary decision."""
    where = (FieldSet("paragraf"), ParagraphIn((paragraph,)))
    return event(UDVALGETS_AFGOERELSE, *where), event(AFGOERELSE_TRUFFET, *where)


# The committee's decision stands in a course of its own, so the investigation is looked for in the whole case.
UDEN_SAMTYKKE_SEL = Rule(
    key="undersoegelse.uden_samtykke",
    title="Undersøgelse uden samtykke inden to måneder",
    says=(
        "Havde udvalget besluttet en undersøgelse uden samtykke under ophold på en institution eller et sygehus, "
        "skulle den være færdig senest to måneder efter afgørelsen."
    ),
    cites=SERVICELOVEN.at(
        "§ 51",
        row="SEL-06",
        sure=Sure.SECONDARY,
        note="Læst i gengivelser og hos Ankestyrelsen, ikke i lovteksten.",
    ),
    force=Force.LAW,
    in_force=UNDER_SERVICELOVEN,
    starts=_besluttet_efter("§ 51"),
    duty=Within(TO_MAANEDER),
    met_by=(event(UNDERSOEGELSE_AFSLUTTET),),
    scope=Scope.CASE,
    stopped_by=_SAGEN_SLUT,
    falls_on=Role.RAADGIVER,
)
UDEN_SAMTYKKE = Rule(
    key="undersoegelse.uden_samtykke",
    title="Undersøgelse uden samtykke inden to måneder",
    says=(
        "Har udvalget besluttet en undersøgelse uden samtykke, skal den være færdig senest to måneder efter afgørelsen."
    ),
    cites=BARNETS_LOV.at("§ 23", row="BFU-07", sure=Sure.GUIDANCE, note=_NOT_READ_23),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=_besluttet_efter("§ 23"),
    duty=Within(TO_MAANEDER),
    met_by=(event(UNDERSOEGELSE_AFSLUTTET),),
    scope=Scope.CASE,
    stopped_by=_SAGEN_SLUT,
    falls_on=Role.RAADGIVER,
)
# Barnets lov lets support begin beside the investigation; what it asks before a placement stands in its own chapter.
# Only where it is written whether the help was provisional: what could wait for no investigation was no fault.
FOER_FORANSTALTNING_SEL = Rule(
    key="undersoegelse.foer_foranstaltning",
    title="Undersøgelse før en foranstaltning",
    says=(
        "En foranstaltning kunne som hovedregel først besluttes, når undersøgelsen var færdig. Akut eller foreløbig "
        "hjælp kunne gives imens."
    ),
    cites=SERVICELOVEN.at(
        "§ 52", row="SEL-05", sure=Sure.SECONDARY, note="Læst hos en kommune, ikke i lovteksten (§§ 50 og 52)."
    ),
    force=Force.LAW,
    in_force=UNDER_SERVICELOVEN,
    starts=(event(AFGOERELSE_TRUFFET, FieldSet("paragraf"), ParagraphIn(("§ 52",)), FieldSet("foreloebig")),),
    duty=Before(),
    met_by=(event(UNDERSOEGELSE_AFSLUTTET),),
    scope=Scope.CASE,
    excused_if=(Exemption(FieldIn("foreloebig", frozenset({True})), "Hjælpen var akut eller foreløbig."),),
    falls_on=Role.RAADGIVER,
)
BOERNEHUS = Rule(
    key="undersoegelse.boernehus",
    title="Børnehuset bruges ved overgreb",
    says=(
        "Undersøges et barn, fordi der er overgreb eller mistanke om det, og er der brug for at arbejde sammen med "
        "politi eller sundhedsvæsen, skal kommunen bruge børnehuset. Der er ikke fundet nogen frist i tal."
    ),
    cites=BARNETS_LOV.at(
        "§ 125",
        row="OVG-01",
        sure=Sure.SECONDARY,
        note="§§ 124 og 126 er læst, men § 125, hvor pligten står, er ikke; pligten er læst hos et børnehus.",
    ),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    # Only where it was noted that both hold.
    starts=(
        event(
            UNDERSOEGELSE_BESLUTTET,
            FieldSet("boernehus_skal_bruges"),
            FieldIn("boernehus_skal_bruges", frozenset({True})),
        ),
    ),
    duty=Within(NO_LIMIT),
    met_by=(event(BOERNEHUS_INDDRAGET),),
    scope=Scope.THREAD,
    stopped_by=_SAGEN_SLUT,
    falls_on=Role.RAADGIVER,
)

RULES = (
    VED_OVERGREB,
    AFSLUTTES_SEL,
    AFSLUTTES,
    FORELOEBIG,
    UDEN_SAMTYKKE_SEL,
    UDEN_SAMTYKKE,
    FOER_FORANSTALTNING_SEL,
    BOERNEHUS,
)
