"""Børn med funktionsnedsættelse: which cases are of this kind, and what must their families be offered?

Barnets lov §§ 80-90, before 2024 serviceloven §§ 41 and 42 (law notes B2). Whether a case is of this kind follows from
what was asked for, decided or begun in it, or from the municipality's being told; nobody ticks a box.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from pejl.dates import MissingDay
from pejl.events import (
    AFGOERELSE_TRUFFET,
    ANSOEGNING_MODTAGET,
    BARNETS_LOV_FIRST_DAY,
    BEVILLING,
    FAMILIEVEJLEDNING_TILBUDT,
    FUNKTIONSNEDSAETTELSE_KENDT,
    INDSATS_BEVILGET,
    INDSATS_IVAERKSAT,
    PARAGRAF,
    SAG_AFSLUTTET,
    SAG_FLYTTET,
    Event,
)
from pejl.law import BARNETS_LOV, SERVICELOVEN, UNDER_BARNETS_LOV, InForce
from pejl.rules import Force, Months, Role, Rule, Scope, Within, event, lies_under

# --- which cases ----------------------------------------------------------------------------------------------

# Help for children with a disability: barnets lov §§ 80 to 90, among them extra costs (§ 86) and lost earnings (§ 87).
PARAGRAPHS: Final = tuple(f"§ {number}" for number in range(80, 91))
# The old act's own numbers; its §§ 80-90 were about adults. Only these two are paired in the law notes.
PARAGRAPHS_SEL: Final = ("§ 41", "§ 42")
# What says under which paragraph a family asks for or is given help.
_TELLING: Final = frozenset(
    kind.key for kind in (ANSOEGNING_MODTAGET, AFGOERELSE_TRUFFET, BEVILLING, INDSATS_BEVILGET, INDSATS_IVAERKSAT)
)


def is_for_disability(paragraph: str, *, on: date) -> bool:
    """Whether help under this paragraph is help for a disability, by the law of that day.

    >>> is_for_disability("§ 87, stk. 1", on=date(2024, 5, 1)), is_for_disability("§ 87", on=date(2023, 5, 1))
    (True, False)
    """
    then = PARAGRAPHS if on >= BARNETS_LOV_FIRST_DAY else PARAGRAPHS_SEL
    return any(lies_under(paragraph, under=each) for each in then)


def is_disability_case(events: Iterable[Event]) -> bool:
    """Whether a case is, among others, a case of a child with a disability; takes its events as they stand."""
    return any(_tells(event) for event in events)


def _tells(event: Event) -> bool:
    if event.kind == FUNKTIONSNEDSAETTELSE_KENDT.key:
        return True
    paragraph = event.fields.get(PARAGRAF.name)
    return event.kind in _TELLING and isinstance(paragraph, str) and is_for_disability(paragraph, on=event.day)


# --- what they must be offered --------------------------------------------------------------------------------

TRE_MAANEDER = Months(3, MissingDay.LAST_OF_MONTH)
_SLUT = (event(SAG_AFSLUTTET), event(SAG_FLYTTET))

FAMILIEVEJLEDNING_SEL = Rule(
    key="handicap.familievejledning",
    title="Familievejledning tilbudt inden tre måneder",
    says=(
        "Familien skal tilbydes familievejledning senest tre måneder efter, at kommunen har fået at vide, at barnet "
        "har en betydelig og varig nedsat funktionsevne."
    ),
    # Inserted as subsection 4 and later cited as subsection 8; the section is the same.
    cites=SERVICELOVEN.at("§ 11", row="FAM-01"),
    force=Force.LAW,
    in_force=InForce(date(2009, 7, 1), date(2023, 12, 31)),
    starts=(event(FUNKTIONSNEDSAETTELSE_KENDT),),
    duty=Within(TRE_MAANEDER),
    met_by=(event(FAMILIEVEJLEDNING_TILBUDT),),
    scope=Scope.CASE,
    stopped_by=_SLUT,
    falls_on=Role.RAADGIVER,
)
FAMILIEVEJLEDNING = Rule(
    key="handicap.familievejledning",
    title="Familievejledning tilbudt inden tre måneder",
    says=(
        "Familien skal tilbydes familievejledning senest tre måneder efter, at kommunen har fået at vide, at det er "
        "konstateret, at barnet har en betydelig og varig nedsat funktionsevne."
    ),
    cites=BARNETS_LOV.at("§ 81, stk. 4", row="FAM-01"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(FUNKTIONSNEDSAETTELSE_KENDT),),
    duty=Within(TRE_MAANEDER),
    met_by=(event(FAMILIEVEJLEDNING_TILBUDT),),
    scope=Scope.CASE,
    stopped_by=_SLUT,
    falls_on=Role.RAADGIVER,
)

RULES = (FAMILIEVEJLEDNING_SEL, FAMILIEVEJLEDNING)
