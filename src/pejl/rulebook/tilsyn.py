"""Personrettet tilsyn: how often must the municipality see and talk with a child it has placed, and tell of worry?

Barnets lov § 156: at least two visits a year. Whether the year is the calendar's or rolls from the placement is
not said in the law; it rolls here, and the Regelbog says so. Worrying conditions at the place go to socialtilsynet.
"""

from pejl.dates import MissingDay
from pejl.events import (
    AFGOERELSE_TRUFFET,
    ANBRINGELSE_IVAERKSAT,
    ANBRINGELSE_OPHOERT,
    SAG_AFSLUTTET,
    SAG_FLYTTET,
    SOCIALTILSYN_ORIENTERET,
    TILSYNSBESOEG,
    UDVALGETS_AFGOERELSE,
)
from pejl.law import BARNETS_LOV, SERVICELOVEN, UNDER_BARNETS_LOV, UNDER_SERVICELOVEN, Sure
from pejl.rules import NO_LIMIT, AtLeast, FieldIn, FieldSet, Force, Role, Rule, Scope, Within, Years, event

# A visit where nobody talked with the child is a visit, but not the one the law asks for.
_BESOEG_MED_SAMTALE = event(TILSYNSBESOEG, FieldIn("talt_med_barnet", frozenset({True})))
_ET_AAR = Years(1, MissingDay.LAST_OF_MONTH)
_STOP = (event(ANBRINGELSE_OPHOERT), event(SAG_AFSLUTTET), event(SAG_FLYTTET))

TO_BESOEG_SEL = Rule(
    key="tilsyn.to_besoeg_om_aaret",
    title="To tilsynsbesøg om året",
    says="Der skulle være mindst to tilsynsbesøg om året, hvor kommunen talte med barnet.",
    cites=SERVICELOVEN.at(
        "§ 148",
        row="SEL-21",
        sure=Sure.UNVERIFIED,
        note="Servicelovens tekst er ikke læst; reglen er sluttet fra barnets lov § 156.",
    ),
    force=Force.LAW,
    in_force=UNDER_SERVICELOVEN,
    starts=(event(ANBRINGELSE_IVAERKSAT),),
    basis=(AFGOERELSE_TRUFFET, UDVALGETS_AFGOERELSE),
    duty=AtLeast(2, per=_ET_AAR),
    met_by=(_BESOEG_MED_SAMTALE,),
    scope=Scope.CASE,
    stopped_by=_STOP,
    falls_on=Role.TILSYNSKONSULENT,
)
TO_BESOEG = Rule(
    key="tilsyn.to_besoeg_om_aaret",
    title="To tilsynsbesøg om året",
    says=(
        "Mindst to gange om året skal kommunen besøge barnet på anbringelsesstedet og tale med det, så vidt "
        "muligt uden at personalet er til stede. Året regnes her fra anbringelsens start, hver anbringelse for sig."
    ),
    cites=BARNETS_LOV.at("§ 156, stk. 1", row="TIL-01"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(ANBRINGELSE_IVAERKSAT),),
    basis=(AFGOERELSE_TRUFFET, UDVALGETS_AFGOERELSE),
    duty=AtLeast(2, per=_ET_AAR),
    met_by=(_BESOEG_MED_SAMTALE,),
    scope=Scope.CASE,
    stopped_by=_STOP,
    falls_on=Role.TILSYNSKONSULENT,
)
# That the child has moved since does not make the place good, so nothing stops it.
SOCIALTILSYN = Rule(
    key="tilsyn.socialtilsynet_orienteres",
    title="Bekymrende forhold indberettes til socialtilsynet",
    says=(
        "Bliver kommunen ved et tilsynsbesøg opmærksom på bekymrende forhold på stedet, skal den orientere den "
        "kommune, der fører socialtilsyn med det. Loven har ingen frist i tal."
    ),
    cites=BARNETS_LOV.at("§ 156, stk. 4", row="TIL-02"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    # Only where it was noted: most visits say nothing of it.
    starts=(event(TILSYNSBESOEG, FieldSet("bekymrende_forhold"), FieldIn("bekymrende_forhold", frozenset({True}))),),
    duty=Within(NO_LIMIT),
    met_by=(event(SOCIALTILSYN_ORIENTERET),),
    scope=Scope.CASE,
    falls_on=Role.TILSYNSKONSULENT,
)

RULES = (TO_BESOEG_SEL, TO_BESOEG, SOCIALTILSYN)
