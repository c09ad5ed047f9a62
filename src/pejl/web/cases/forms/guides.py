"""What helps whoever registers a step: what stands first, which words and which law are at hand, what comes next?

A guide is a value for a kind of event. A kind without one has its form all the same, in the order that ``asked``
gives. The guides themselves stand by step in ``guides_early`` and ``guides_later``. No Django, so that the house
rules can read them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from pejl import events as e
from pejl.events import Field, Kind
from pejl.law import BARNETS_LOV, Act, Citation, Sure
from pejl.rules import Force, Rule, Rulebook

# So much law is at hand beside a form; the Regelbog has the rest.
_AT_HAND: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A place in the law and what it says, in our own words."""

    cites: Citation
    says: str
    force: Force = Force.LAW
    rule: str = ""  # its page in the Regelbog


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Fields that belong together, with a heading of their own after »Flere felter«."""

    title: str
    fields: tuple[Field, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StepGuide:
    """What is at hand when this kind of event is registered."""

    kind: Kind
    # What stands first; »dag« always does, and »klokken« where it is named here or the law counts in hours.
    first: tuple[str, ...]
    groups: tuple[Group, ...] = ()
    # The field that the handbook's phrase for this kind can be put into.
    phrase_into: str = ""
    questions: tuple[str, ...] = ()
    cites: tuple[Words, ...] = ()
    # What is commonly done before, so that the page can show what is missing.
    before: tuple[Kind, ...] = ()
    siblings: bool = False
    # Who does what by when can be written under it (requirements G6, G7).
    agreements: bool = False


# --- law that no rule with a limit cites (the project's law notes, by row) ----------------------------------------

FORVALTNINGSLOVEN: Final = Act(short="FVL", title="Forvaltningsloven", link="")
OFFENTLIGHEDSLOVEN: Final = Act(
    short="OFL", title="Offentlighedsloven", link="https://danskelove.dk/offentlighedsloven"
)
RETSSIKKERHEDSLOVEN: Final = Act(
    short="RSL", title="Retssikkerhedsloven", link="https://danskelove.dk/retssikkerhedsloven"
)


def _bl(paragraph: str, row: str, says: str, sure: Sure = Sure.STATUTE) -> Words:
    return Words(cites=BARNETS_LOV.at(paragraph, row=row, sure=sure), says=says)


SCREENING: Final = _bl(
    "§ 18, stk. 1-2",
    "SCR-01",
    "Screeningen har ét af tre udfald: ingen yderligere afklaring, afdækning (§ 19) eller børnefaglig undersøgelse "
    "(§§ 20-22).",
)
RISIKO_FOERST: Final = _bl(
    "§ 18, stk. 3",
    "SCR-02",
    "Tyder det på en æreskonflikt eller negativ social kontrol, skal risikoen vurderes, før forældre og netværk "
    "inddrages.",
)
SYSTEMATISK: Final = Words(
    cites=BARNETS_LOV.at("§ 136", row="UND-03", sure=Sure.GUIDANCE),
    says="Underretningen vurderes rettidigt og systematisk, så det hurtigt vides, om der skal en afdækning eller en "
    "undersøgelse til. Der er intet tal i loven.",
    force=Force.GUIDANCE,
)
OPLYST: Final = Words(
    cites=RETSSIKKERHEDSLOVEN.at("§ 10", row="GEN-08", sure=Sure.TRAVAUX),
    says="Kommunen skal sørge for, at sagen er oplyst godt nok.",
)
NOTATPLIGT: Final = Words(
    cites=OFFENTLIGHEDSLOVEN.at("§ 13, stk. 1-2", row="GEN-02", sure=Sure.GUIDANCE),
    says="I afgørelsessager noteres oplysninger om sagens fakta, eksterne faglige vurderinger og væsentlige skridt "
    "snarest muligt.",
)
PARTSHOERING: Final = Words(
    cites=FORVALTNINGSLOVEN.at("§ 19", row="GEN-01", sure=Sure.GUIDANCE),
    says="Før en afgørelse skal parten høres over oplysninger, som parten ikke kan antages at kende, og som taler "
    "imod ham eller hende. Husk barnet fra 10 år i de sager, hvor barnet er part.",
)
AFDAEKNING: Final = Words(
    cites=BARNETS_LOV.at("§ 19", row="AFD-01", sure=Sure.GUIDANCE),
    says="En afdækning er en vurdering af et eller flere afgrænsede forhold, så vidt muligt sammen med barn og "
    "forældre og med de fagfolk, der kender barnet. Loven har ingen frist i tal.",
)
UNDERSOEGELSE_SKAL: Final = _bl(
    "§ 20, stk. 1-2",
    "BFU-01",
    "Der skal undersøges i alvorlige eller komplekse sager, blandt andet når en anbringelse overvejes, og ved "
    "overgreb eller mistanke om det.",
)
SOESKENDE: Final = _bl(
    "§ 21, stk. 1", "BFU-04", "Under undersøgelsen tages stilling til, om andre børn i familien også skal undersøges."
)
INDHOLD: Final = _bl(
    "§ 22",
    "BFU-05",
    "Helhedssyn. Udfordringer og ressourcer hos barn, familie og netværk. Fagfolk, der kender dem, inddrages. "
    "Begrundet stillingtagen til, om der skal støtte til og hvilken, og hvordan familien ser på den.",
)
TO_RAADGIVERE: Final = _bl(
    "§ 21, stk. 5",
    "BFU-04b",
    "Har barnet ikke fået støtte før, deltager som udgangspunkt to rådgivere i de væsentlige møder med barnet.",
)
SAMTIDIG_STOETTE: Final = _bl(
    "§ 22, stk. 6",
    "BFU-06",
    "Er der sat støtte i gang samtidig, tages der stilling til, om den fortsætter, ændres eller stopper.",
)
BARNETS_SYN: Final = _bl(
    "§ 5, stk. 3", "BRN-01", "Før en beslutning eller afgørelse om barnet indhentes barnets syn, og løbende."
)
BISIDDER: Final = _bl("§ 6", "BRN-03", "Barnet skal have at vide, at det har ret til en bisidder.")
UDEN_SAMTYKKE: Final = _bl(
    "§ 137, stk. 2 og 4",
    "UND-09",
    "Under vurderingen kan der tales med barnet, om nødvendigt uden forældrenes samtykke eller tilstedeværelse.",
)
TIDLIG_HJAELP: Final = _bl(
    "§ 30",
    "STØ-01",
    "Ved lettere behov tilbydes en eller flere af: konsulentbistand, gruppeforløb, familieplanlægning og anden "
    "forebyggende hjælp.",
)
STOETTE_INDHOLD: Final = _bl(
    "§ 32, stk. 1-3",
    "STØ-02",
    "Afgørelsen skal sige, hvad støtten skal føre til, og hvor længe den ventes at vare. "
    "Forældrenes samtykke hører til.",
)
STOETTE_GRUNDLAG: Final = _bl(
    "§ 32, stk. 4", "STØ-03", "Støtten kan begynde efter eller samtidig med en afdækning eller undersøgelse."
)
PLAN_VAELGES: Final = _bl(
    "§ 91, stk. 1", "PLA-01", "Ved afgørelsen om støtte tages der stilling til, om der skal laves en plan."
)
PLAN_INDHOLD: Final = _bl(
    "§§ 91, stk. 3, og 92",
    "PLA-05",
    "Konkrete mål for trivsel og udvikling, barnets ønsker, og så vidt muligt lavet med barn og forældre. Søskende kan "
    "have én plan, når der tages hensyn til hvert barn.",
)
OPFOELGNING: Final = _bl(
    "§ 95, stk. 4-5",
    "OPF-03",
    "Hver gang: Skal indsatsen justeres? Skal noget afklares igen? Skal der en ny eller ændret plan til?",
)
BEGRUNDELSE: Final = Words(
    cites=FORVALTNINGSLOVEN.at(
        "§§ 22-25", row="GEN-05", sure=Sure.SECONDARY, note="Læst hos en kommune, ikke i lovteksten."
    ),
    says="En skriftlig afgørelse, der ikke giver fuldt medhold, skal have begrundelse og klagevejledning.",
)


def law_at_hand(guide: StepGuide | None, kind: Kind, *, book: Rulebook, on: date) -> tuple[Words, ...]:
    """The rules that such an event meets or excuses, and what else the guide cites; each place once."""
    rules = [rule for rule in book.rules if on in rule.in_force and _is_about(rule, kind)]
    told = [Words(cites=rule.cites, says=rule.says, force=rule.force, rule=rule.key) for rule in rules]
    places = {str(each.cites) for each in told if each.cites.paragraph}
    others = [each for each in guide.cites if str(each.cites) not in places] if guide else []
    return tuple([*told[:_AT_HAND], *others])


def _is_about(rule: Rule, kind: Kind) -> bool:
    return any(match.kind == kind for match in (*rule.met_by, *rule.excused_by))


def words_of(cites: Citation) -> str:
    """A citation as it stands on a page, where a mark of its own says whether it has been confirmed."""
    return f"{cites.act.title} {cites.paragraph}".strip()


# What belongs to one child alone and is never written in a sibling's case with the rest.
THE_CHILDS_OWN: Final = frozenset({each.name for each in (e.BARNETS_ORD, e.AENDREDE, e.MODTAGET_AF)})
