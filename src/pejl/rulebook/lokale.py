"""Kommunens egne mål: what has this municipality promised itself beyond the law?

Same shape as the law's rules, marked LOCAL, and never shown as law. The number of days is the municipality's own. It
may be changed from a day on: each number is a version of the rule, and the one in force on the start day applies.
One number may carry a duty of the law too: the council publishes how long an application takes, and the law asks for
a letter when that cannot be kept. What the municipality wants more of is one value in ``OWN_NUMBERS``.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from pejl.events import (
    AFGOERELSE_TRUFFET,
    ANSOEGNING_MODTAGET,
    BEVILLING,
    KONTAKT_NEDGRADERET,
    PARTSHOERING_INDKALDT,
    PARTSHOERING_UNDLADT,
    SAG_AFSLUTTET,
    SAG_FLYTTET,
    SAGSBEHANDLINGSTID_UDSKUDT,
    UNDERRETNING_MODTAGET,
)
from pejl.law import ALWAYS, LOKALT_MAAL, RETSSIKKERHEDSLOVEN, InForce, Sure
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


_AFGJORT = (event(AFGOERELSE_TRUFFET), event(BEVILLING))
_SLUT = (event(SAG_AFSLUTTET), event(SAG_FLYTTET))


def ansoegning_afgoeres(days: int, *, in_force: InForce = ALWAYS) -> Rule:
    """The council's own published time from an application to a decision (retssikkerhedsloven § 3, law notes GEN-06).

    Looked for in the whole case: an application and the decision of it are seldom written in the same course.
    """
    return Rule(
        key="lokal.sagsbehandlingstid",
        title=f"Ansøgningen afgjort (kommunens frist, {days} dage)",
        says=f"Kommunen har selv sat den frist, at afgørelsen er truffet senest {days} dage efter ansøgningen.",
        cites=LOKALT_MAAL.at("", row="GEN-06"),
        force=Force.LOCAL,
        in_force=in_force,
        starts=(event(ANSOEGNING_MODTAGET),),
        duty=Within(Days(days)),
        met_by=_AFGJORT,
        scope=Scope.CASE,
        stopped_by=_SLUT,
        falls_on=Role.RAADGIVER,
    )


def ny_dag_meddeles(days: int, *, in_force: InForce = ALWAYS) -> Rule:
    """The law's own duty, with the council's number as its limit: decided by then, or a letter saying when."""
    return Rule(
        key="forvaltning.ny_dag_meddeles",
        title=f"Afgørelse eller besked om en ny dag ({days} dage)",
        says=(
            f"Kan afgørelsen ikke træffes inden for kommunens offentliggjorte frist på {days} dage, skal ansøgeren "
            "have skriftlig besked om, hvornår den nu ventes."
        ),
        cites=RETSSIKKERHEDSLOVEN.at(
            "§ 3, stk. 2",
            row="GEN-06",
            sure=Sure.SECONDARY,
            note="Læst hos kommuner og DUKH, ikke i lovteksten. Tallet er det, kommunen selv har sat.",
        ),
        force=Force.LAW,
        in_force=in_force,
        starts=(event(ANSOEGNING_MODTAGET),),
        duty=Within(Days(days)),
        met_by=(*_AFGJORT, event(SAGSBEHANDLINGSTID_UDSKUDT, FieldSet("ventes_senest"))),
        scope=Scope.CASE,
        stopped_by=_SLUT,
        falls_on=Role.RAADGIVER,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNumber:
    """A number of days that the municipality decides itself, and the rules it carries, the goal itself first."""

    title: str
    runs: str  # from what to what
    unset: str  # what holds until a number has been decided
    makes: tuple[Callable[..., Rule], ...]
    default: int | None = None  # None: no such rule until a number has been set

    @property
    def rule(self) -> str:
        """The key of the goal, under which each number is kept."""
        return self.keys[0]

    @property
    def keys(self) -> tuple[str, ...]:
        """Every rule the number carries."""
        return tuple(make(1).key for make in self.makes)


PARTSHOERING = OwnNumber(
    title="Indkaldt til partshøring",
    runs="Fra underretningen er modtaget, til familien senest skal være indkaldt.",
    unset=f"Tallet har ikke været ændret. De {DEFAULT_DAYS} dage er det, Pejl begynder med.",
    makes=(partshoering_indkaldes,),
    default=DEFAULT_DAYS,
)
SAGSBEHANDLINGSTID = OwnNumber(
    title="Ansøgninger afgjort",
    runs="Fra ansøgningen er modtaget, til den senest skal være afgjort: den frist, kommunen har offentliggjort.",
    unset=(
        "Der er ikke skrevet noget tal. Så længe måler Pejl ikke, hvor længe en ansøgning tager, og minder ikke om det "
        "brev, loven kræver, når fristen ikke kan holdes."
    ),
    makes=(ansoegning_afgoeres, ny_dag_meddeles),
)
OWN_NUMBERS = (PARTSHOERING, SAGSBEHANDLINGSTID)


def with_local_numbers(
    book: Rulebook, changes: Iterable[tuple[date, int]], *, of: OwnNumber = PARTSHOERING
) -> Rulebook:
    """The book where each number counts from its day on, and until the first the default, if there is one.

    ``changes``: the day a number takes effect and the number, in any order. Whatever numbers the book had are replaced.
    """
    numbers = _numbers(of, sorted(changes))
    versions = [make(days, in_force=then) for make in of.makes for days, then in numbers]
    return Rulebook.of([*(rule for rule in book.rules if rule.key not in of.keys), *versions])


def _numbers(of: OwnNumber, changes: list[tuple[date, int]]) -> list[tuple[int, InForce]]:
    """Each number with the days it counts on."""
    _check_changes(changes)
    firsts = [None, *(day for day, _ in changes)]
    lasts = [*(day - timedelta(days=1) for day, _ in changes), None]
    numbers = [of.default, *(days for _, days in changes)]
    return [
        (days, InForce(first, last))
        for days, first, last in zip(numbers, firsts, lasts, strict=True)
        if days is not None
    ]


def _check_changes(changes: list[tuple[date, int]]) -> None:
    for (day, days), (other_day, other_days) in pairwise(changes):
        if day == other_day:
            raise ValueError(f"cannot have {days} and {other_days} days both from {day}; keep one of them")
    for day, days in changes:
        if days < 1:
            raise ValueError(f"cannot set a limit of {days} days from {day}; give at least one day")


RULES = (partshoering_indkaldes(DEFAULT_DAYS),)
