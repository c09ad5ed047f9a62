"""Which answers belong together, so that a registration without one of them is refused, and what is said then?

A demand is a value: what it is made of, when it holds, and in whose name it is made. No Django, so that the house
rules can read it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from pejl import events as e
from pejl.events import Field, FieldValue, Kind
from pejl.law import ALWAYS, BARNETS_LOV, UNDER_BARNETS_LOV, UNDER_SERVICELOVEN, InForce
from pejl.rules import Condition, FieldIn, FieldSet, Force, ParagraphIn, lies_under

Answers = Mapping[str, FieldValue | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """These fields of this kind must all be answered where the conditions hold."""

    kind: Kind
    # Each field with what to write in it.
    fields: tuple[tuple[Field, str], ...]
    when: tuple[Condition, ...] = ()
    in_force: InForce = ALWAYS
    about: str  # »Bevillingen efter § 30«
    title: str  # of the fields together, on the form
    source: str
    force: Force
    confirmed: bool = True

    def missing(self, answers: Answers, *, day: date) -> tuple[tuple[Field, str], ...]:
        """The fields it lacks; none where the demand does not hold."""
        if day not in self.in_force or not all(_holds(each, answers) for each in self.when):
            return ()
        return tuple((each, told) for each, told in self.fields if _is_empty(answers.get(each.name)))


def _holds(condition: Condition, answers: Answers) -> bool:
    value = answers.get(condition.field)
    match condition:
        case FieldIn(values=values):
            return value in values
        case ParagraphIn(paragraphs=paragraphs):
            return any(lies_under(str(value or ""), under=each) for each in paragraphs)
        case FieldSet():
            return not _is_empty(value)


def _is_empty(value: FieldValue | None) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


# --- what is demanded -----------------------------------------------------------------------------------------

_FIVE: Final = (
    (e.UDSPRING, "Skriv, hvad i den indledende vurdering indsatsen bygger på."),
    (e.MAAL, "Skriv det eller de få mål, indsatsen skal nå."),
    (e.INDSATSTYPE, "Skriv, hvilken slags indsats det er, fx rådgivning eller gruppeforløb."),
    (e.VARIGHED, "Skriv, hvor længe indsatsen ventes at vare, fx 3 måneder."),
    (e.INDDRAGELSE_AF, "Skriv kort, hvordan barn, forældre og netværk er inddraget."),
)
_FIVE_TITLE: Final = "De fem dele af en bevilling til tidlig hjælp"
# The grant phrase of Odsherred Kommune's action plan (requirement C16): the municipality's own, not law.
_FIVE_SOURCE: Final = "Odsherred Kommunes frase til bevillinger efter § 11, stk. 3 (nu barnets lov § 30)"
_QUALITY_SOURCE: Final = "Task Forcens anbefaling om fokuserede og overskuelige undersøgelser (ikke lov)"

DEMANDS: Final[tuple[Demand, ...]] = (
    Demand(
        kind=e.BEVILLING,
        fields=_FIVE,
        when=(ParagraphIn(("§ 30",)),),
        in_force=UNDER_BARNETS_LOV,
        about="Bevillingen efter § 30",
        title=_FIVE_TITLE,
        source=_FIVE_SOURCE,
        force=Force.LOCAL,
    ),
    Demand(
        kind=e.BEVILLING,
        fields=_FIVE,
        when=(ParagraphIn(("§ 11, stk. 3",)),),
        in_force=UNDER_SERVICELOVEN,
        about="Bevillingen efter § 11, stk. 3",
        title=_FIVE_TITLE,
        source=_FIVE_SOURCE,
        force=Force.LOCAL,
    ),
    Demand(
        kind=e.AFGOERELSE_TRUFFET,
        fields=(
            (e.FORMAAL, "Skriv, hvad støtten skal føre til."),
            (e.VARIGHED, "Skriv, hvor længe støtten ventes at vare."),
        ),
        when=(ParagraphIn(("§ 32",)),),
        in_force=UNDER_BARNETS_LOV,
        about="Afgørelsen efter § 32",
        title="Formål og forventet varighed (§ 32)",
        source=str(BARNETS_LOV.at("§ 32, stk. 1-3", row="STØ-02")),
        force=Force.LAW,
    ),
    # Without progress an effort that goes on needs its reason (requirement C36).
    Demand(
        kind=e.OPFOELGNING_HOLDT,
        fields=((e.BEGRUNDELSE, "Skriv, hvorfor indsatsen fortsætter, når der ikke er fremgang."),),
        when=(
            FieldIn(e.MAALSTATUS.name, frozenset({"uaendret", "tilbagegang"})),
            FieldIn(e.KONSEKVENS.name, frozenset({"fortsaetter"})),
        ),
        about="Opfølgningen uden fremgang",
        title="Når der ikke er fremgang, og indsatsen fortsætter",
        source="Kommunens krav til opfølgning: uden fremgang skal indsatsen stoppes, erstattes eller begrundes",
        force=Force.LOCAL,
    ),
    # A review without its outcome and its reasons is only a tick (requirements C17, C39).
    Demand(
        kind=e.SAG_GENNEMGAAET,
        fields=(
            (e.FIELD_BY_NAME["gennemgang_udfald"], "Vælg, om hjælpen eller sagen fortsætter, ændres eller afsluttes."),
            (e.VURDERING, "Skriv kort den faglige vurdering, som udfaldet bygger på."),
        ),
        about="Gennemgangen",
        title="Udfald og faglig vurdering",
        source="Task Forcens anbefaling om at gennemgå al løbende tidlig hjælp (ikke lov)",
        force=Force.LOCAL,
    ),
    # All six or none: a mark nobody answered would look like one nobody thought of (requirement C27).
    Demand(
        kind=e.UNDERSOEGELSE_KVALITET_VURDERET,
        fields=tuple((mark, "Vælg et svar. »Kan ikke vurderes« er også et svar.") for mark, _ in e.KVALITETSMAERKER),
        about="Vurderingen af kvaliteten",
        title="De seks mærker",
        source=_QUALITY_SOURCE,
        force=Force.LOCAL,
    ),
    *(
        Demand(
            kind=e.UNDERSOEGELSE_KVALITET_VURDERET,
            fields=((why, "Skriv kort, hvad der mangler, eller hvorfor det ikke kan vurderes."),),
            when=(FieldIn(mark.name, frozenset(mark.choices) - {"ja"}),),
            about=f"Vurderingen af »{mark.label}«",
            title="Hvorfor ikke et ja",
            source=_QUALITY_SOURCE,
            force=Force.LOCAL,
        )
        for mark, why in e.KVALITETSMAERKER
    ),
    # Nobody waits without a stand on other help meanwhile (requirement C33).
    Demand(
        kind=e.INDSATS_PAA_VENTELISTE,
        fields=((e.FIELD_BY_NAME["anden_hjaelp"], "Vælg, om familien får anden hjælp, mens den venter."),),
        about="Ventelisten",
        title="Hjælp, mens familien venter",
        source="Kommunens krav: der tages stilling til anden hjælp i ventetiden",
        force=Force.LOCAL,
    ),
)


def demands_on(kind: Kind) -> Iterator[Demand]:
    """What is demanded of this kind of event."""
    return (each for each in DEMANDS if each.kind == kind)


def demanded(kind: Kind) -> frozenset[str]:
    """The fields some demand may ask for; they are asked about beside a case system, too."""
    own = tuple(demands_on(kind))
    asked = {each.name for demand in own for each, _ in demand.fields}
    return frozenset(asked | {condition.field for demand in own for condition in demand.when})


def always_demanded(kind: Kind) -> frozenset[str]:
    """The fields that must be filled in whatever else is answered."""
    return frozenset(each.name for demand in demands_on(kind) if not demand.when for each, _ in demand.fields)


def lacks(kind: Kind, answers: Answers, *, day: date) -> dict[str, str]:
    """The name of each field that is missing, with what to write in it."""
    return {each.name: told for demand in demands_on(kind) for each, told in demand.missing(answers, day=day)}


def refusals(kind: Kind, answers: Answers, *, day: date) -> Iterator[str]:
    """A sentence for each demand that is not met, naming every part that is missing; ``lacks`` tells what to write."""
    for demand in demands_on(kind):
        if missing := demand.missing(answers, day=day):
            parts = _and([f"»{each.label}«" for each, _ in missing])
            yield (
                f"{demand.about} kan ikke registreres endnu. Der mangler {parts}. "
                f"Skriv det, der mangler, og registrér igen. Kilde: {demand.source}."
            )


def _and(parts: list[str]) -> str:
    """The parts as one says them.

    >>> _and(["a"]), _and(["a", "b", "c"])
    ('a', 'a, b og c')
    """
    *first, last = parts
    return f"{', '.join(first)} og {last}" if first else last
