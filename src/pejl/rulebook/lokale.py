"""Kommunens egne mål: what has this municipality promised itself beyond the law?

Same shape as the law's rules, marked LOCAL, and never shown as law. The number of days is the municipality's own. It
may be changed from a day on: each number is a version of the rule, and the one in force on the start day applies.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from pejl.events import (
    KONTAKT_NEDGRADERET,
    PARTSHOERING_INDKALDT,
    PARTSHOERING_UNDLADT,
    SAG_AFSLUTTET,
    SAG_FLYTTET,
    UNDERRETNING_MODTAGET,
)
from pejl.law import ALWAYS, LOKALT_MAAL, InForce
from pejl.rules import Days, Exemption, FieldIn, FieldSet, Force, Role, Rule, Rulebook, Scope, Within, event

# What counts until the municipality has chosen a number of its own (requirement C8).
DEFAULT_DAYS = 14
_FARE = "kontakt med forældrene kan bringe barnet i fare"


def partshoering_indkaldes(days: int, *, in_force: InForce = ALWAYS) -> Rule:
    """The goal that the family is called to a meeting so many calendar days after receipt (requirement C8).

    It is met by the *call*, not by the meeting, and it is not the hearing of forvaltningsloven § 19.
    """
    return Rule(
        key="lokal.partshoering_indkaldes",
        title=f"Indkaldt til partshøring (lokalt mål, {days} dage)",
        says=f"Familien skal være indkaldt til et møde senest {days} dage efter, at underretningen er modtaget.",
        cites=LOKALT_MAAL.at("", row="C8"),
        force=Force.LOCAL,
        in_force=in_force,
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


def with_local_numbers(book: Rulebook, changes: Iterable[tuple[date, int]]) -> Rulebook:
    """The book where the default number counts until the first change, and each later number from its day on.

    ``changes``: the day a number takes effect and the number, in any order. Whatever numbers the book had are replaced.
    """
    versions = _versions(sorted(changes))
    return Rulebook.of([*(rule for rule in book.rules if rule.key != versions[0].key), *versions])


def _versions(changes: list[tuple[date, int]]) -> list[Rule]:
    _check_changes(changes)
    firsts = [None, *(day for day, _ in changes)]
    lasts = [*(day - timedelta(days=1) for day, _ in changes), None]
    numbers = [DEFAULT_DAYS, *(days for _, days in changes)]
    return [
        partshoering_indkaldes(days, in_force=InForce(first, last))
        for days, first, last in zip(numbers, firsts, lasts, strict=True)
    ]


def _check_changes(changes: list[tuple[date, int]]) -> None:
    for (day, days), (other_day, other_days) in pairwise(changes):
        if day == other_day:
            raise ValueError(f"cannot have {days} and {other_days} days both from {day}; keep one of them")
    for day, days in changes:
        if days < 1:
            raise ValueError(f"cannot call a family within {days} days from {day}; give at least one day")


RULES = (partshoering_indkaldes(DEFAULT_DAYS),)
