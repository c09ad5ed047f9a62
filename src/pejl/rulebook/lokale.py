"""Kommunens egne mål: what has this municipality promised itself beyond the law?

Same shape as the law's rules, marked LOCAL, and never shown as law. The number of days is the municipality's own.
"""

from pejl.events import (
    KONTAKT_NEDGRADERET,
    PARTSHOERING_INDKALDT,
    PARTSHOERING_UNDLADT,
    SAG_AFSLUTTET,
    SAG_FLYTTET,
    UNDERRETNING_MODTAGET,
)
from pejl.law import LOKALT_MAAL, InForce
from pejl.rules import Days, Exemption, FieldIn, FieldSet, Force, Role, Rule, Scope, Within, event

_FARE = "kontakt med forældrene kan bringe barnet i fare"


def partshoering_indkaldes(days: int) -> Rule:
    """The goal that the family is called to a meeting so many calendar days after receipt (requirement C8).

    It is met by the *call*, not by the meeting, and it is not the hearing of forvaltningsloven § 19.
    """
    return Rule(
        key="lokal.partshoering_indkaldes",
        title=f"Indkaldt til partshøring (lokalt mål, {days} dage)",
        says=f"Familien skal være indkaldt til et møde senest {days} dage efter, at underretningen er modtaget.",
        cites=LOKALT_MAAL.at("", row="C8"),
        force=Force.LOCAL,
        in_force=InForce(),
        starts=(event(UNDERRETNING_MODTAGET),),
        duty=Within(Days(days)),
        met_by=(event(PARTSHOERING_INDKALDT),),
        scope=Scope.THREAD,
        stopped_by=(
            event(KONTAKT_NEDGRADERET, FieldSet("begrundelse"), FieldSet("anden_person")),
            event(SAG_AFSLUTTET),
            event(SAG_FLYTTET),
        ),
        excused_by=(event(PARTSHOERING_UNDLADT),),
        excused_if=(
            Exemption(FieldIn("mistanke_overgreb", frozenset({True})), f"Mistanke om overgreb: {_FARE}."),
            Exemption(
                FieldIn("aeresrelateret", frozenset({True})),
                f"Æreskonflikt eller negativ social kontrol: {_FARE}.",
            ),
        ),
        falls_on=Role.RAADGIVER,
    )


RULES = (partshoering_indkaldes(14),)
