"""Which courses can a case hold, what begins each, what goes on in it, and what do people call it?

A course is one notification, one investigation, one effort; the ledger's ``thread_id``. Every kind of event that can
be registered by hand stands in this table: without a line here it has no form. No Django, so that the house rules can
read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from pejl import events as e
from pejl.dates import danish_date
from pejl.events import KIND_BY_KEY, Kind, Step


class Course(StrEnum):
    """What a course is about."""

    KONTAKT = "kontakt"
    UNDERSOEGELSE = "undersoegelse"
    INDSATS = "indsats"
    KLAGE = "klage"
    AKTINDSIGT = "aktindsigt"
    MAAL = "mål"
    AFTALE = "aftale"


# What most events can be about; a goal and an agreement have events of their own.
_ALL_BUT_SMALL: Final = frozenset(Course) - {Course.MAAL, Course.AFTALE}


class Ties(StrEnum):
    """How an event is tied to a course."""

    BEGINS = "begynder"  # always a course of its own
    JOINS_OR_BEGINS = "fortsaetter_eller_begynder"  # goes on in one, or begins one where there is none
    JOINS = "fortsaetter"  # belongs in a course; on the case as a whole only where there is none
    MAY_JOIN = "kan_fortsaette"  # mostly about the child, sometimes about one course
    NEVER = "sagen"  # about the case as a whole


@dataclass(frozen=True, slots=True)
class Place:
    """Where a kind of event belongs, and whether a colleague does it or it reaches us from outside."""

    ties: Ties
    courses: frozenset[Course] = _ALL_BUT_SMALL
    ours: bool = True


_FROM_OUTSIDE: Final = (
    e.RAADGIVERSKIFT_OENSKET,
    *(e.HENVENDELSE_MODTAGET, e.UNDERRETNING_MODTAGET, e.ANSOEGNING_MODTAGET, e.STATUSUDTALELSE, e.KLAGE_MODTAGET),
    *(e.ANKESTYRELSENS_AFGOERELSE, e.UDVALGETS_AFGOERELSE, e.FORMANDENS_AFGOERELSE, e.AKTINDSIGT_BEDT, e.BARNET_FOEDT),
    *(e.SAMTYKKE_GIVET, e.SAMTYKKE_AFVIST, e.SAMTYKKE_TRUKKET),
    *(e.ANBRINGELSE_OENSKET, e.SAMVAER_BEDT, e.RUSBEHANDLING_OENSKET, e.NAEVN_SPOERGER),
)


def _placed(ties: Ties, kinds: Iterable[Kind], *courses: Course) -> dict[str, Place]:
    among = frozenset(courses or _ALL_BUT_SMALL)
    return {kind.key: Place(ties, among, ours=kind not in _FROM_OUTSIDE) for kind in kinds}


PLACES: Final[Mapping[str, Place]] = MappingProxyType(
    _placed(Ties.BEGINS, (e.HENVENDELSE_MODTAGET, e.UNDERRETNING_MODTAGET, e.ANSOEGNING_MODTAGET), Course.KONTAKT)
    | _placed(
        Ties.JOINS,
        (
            *(e.KONTAKT_NEDGRADERET, e.KVITTERING_SENDT, e.VURDERING_24_TIMER, e.GENVURDERING),
            *(e.TILBAGEMELDING_UNDERRETTER, e.INDLEDENDE_VURDERING, e.RISIKOVURDERING, e.UNDERRETNINGSMOEDE),
            *(e.PARTSHOERING_INDKALDT, e.PARTSHOERING_HOLDT, e.PARTSHOERING_UNDLADT, e.OPLYSNING_INDHENTET),
        ),
        Course.KONTAKT,
    )
    | _placed(Ties.JOINS, (e.SOESKENDE_OVERVEJET,), Course.KONTAKT, Course.UNDERSOEGELSE)
    | _placed(Ties.JOINS, (e.SAGSBEHANDLINGSTID_UDSKUDT,), Course.KONTAKT, Course.INDSATS)
    | _placed(Ties.BEGINS, (e.AFDAEKNING_BESLUTTET, e.UNDERSOEGELSE_BESLUTTET), Course.UNDERSOEGELSE)
    | _placed(
        Ties.JOINS,
        (
            *(e.AFDAEKNING_AFSLUTTET, e.UNDERSOEGELSESPLAN_LAVET, e.FORELOEBIG_VURDERING, e.UNDERSOEGELSE_AFSLUTTET),
            *(e.UNDERSOEGELSE_OPDATERET, e.BOERNEHUS_INDDRAGET, e.PPV_OVERVEJET, e.UNDERSOEGELSE_KVALITET_VURDERET),
        ),
        Course.UNDERSOEGELSE,
    )
    | _placed(
        Ties.MAY_JOIN,
        (
            *(e.SAMTALE_MED_BARNET, e.KONTAKT_MED_BARNET, e.SAMTALE_UNDLADT, e.HOLDNING_INDHENTET),
            *(e.SVAR_TIL_BARNET, e.INDDRAGELSE, e.INDDRAGELSE_UNDLADT, e.SAG_GENNEMGAAET),
            *(e.TVAERSMOEDE, e.NETVAERKSMOEDE, e.NOTAT, e.SPARRING, e.BREV_SENDT),
        ),
    )
    | _placed(
        Ties.JOINS_OR_BEGINS,
        (
            *(e.AFGOERELSE_TRUFFET, e.UDVALGETS_AFGOERELSE, e.FORMANDENS_AFGOERELSE, e.BEVILLING),
            *(e.INDSATS_BEVILGET, e.INDSATS_IVAERKSAT, e.ANBRINGELSE_IVAERKSAT),
            *(e.VISITATION_DAGSORDEN, e.INDSATS_PAA_VENTELISTE, e.INDSTILLING_SENDT, e.UNGESTOETTE_BESLUTTET),
        ),
        Course.INDSATS,
    )
    | _placed(
        Ties.JOINS,
        (
            *(e.SAMTYKKE_GIVET, e.SAMTYKKE_AFVIST, e.SAMTYKKE_TRUKKET, e.HOERING_PARTER, e.VISITATION),
            e.VISITATION_TILBAGE,
            *(e.AFGOERELSE_SENDT, e.PLAN_LAVET, e.PLAN_REVIDERET, e.OPFOELGNING_HOLDT, e.TILSYNSBESOEG),
            *(e.INDSATS_OPHOERT, e.ANBRINGELSE_AENDRET, e.ANBRINGELSE_OPHOERT),
            *(e.UDVALGSHOERING, e.FORMANDSAFGOERELSE_IVAERKSAT, e.STOETTEPERSON_TILBUDT, e.HJEMGIVELSE_BESLUTTET),
            *(e.SAMVAER_BEDT, e.SAMVAER_AFGJORT, e.SAMVAER_PAUSE, e.SAMVAER_GENOPTAGET),
            *(e.TILBAGEHOLDELSE_BESLUTTET, e.TILBAGEHOLDELSE_OPHOERT, e.SOCIALTILSYN_ORIENTERET),
        ),
        Course.INDSATS,
    )
    | _placed(Ties.JOINS, (e.STATUSUDTALELSE,), Course.UNDERSOEGELSE, Course.INDSATS)
    | _placed(Ties.BEGINS, (e.KLAGE_MODTAGET,), Course.KLAGE)
    | _placed(Ties.JOINS, (e.KLAGE_GENVURDERET, e.ANKESTYRELSENS_AFGOERELSE), Course.KLAGE)
    | _placed(Ties.BEGINS, (e.AKTINDSIGT_BEDT,), Course.AKTINDSIGT)
    | _placed(Ties.JOINS, (e.AKTINDSIGT_UDSAT, e.AKTINDSIGT_BESVARET), Course.AKTINDSIGT)
    | _placed(Ties.BEGINS, (e.MAAL_AFTALT,), Course.MAAL)
    | _placed(Ties.JOINS, (e.MAAL_VURDERET,), Course.MAAL)
    | _placed(Ties.BEGINS, (e.AFTALE_INDGAAET,), Course.AFTALE)
    | _placed(Ties.JOINS, (e.AFTALE_UDFOERT,), Course.AFTALE)
    | _placed(
        Ties.NEVER,
        (
            *(e.RAADGIVER_TILDELT, e.RAADGIVER_FRATRAADT, e.BARNET_FOEDT),
            *(e.RAADGIVERSKIFT_OENSKET, e.RAADGIVERSKIFT_BESVARET, e.TILBAGEMELDING_ALMEN, e.FAMILIE_ORIENTERET),
            *(e.SAG_AFSLUTTET, e.SAG_GENAABNET, e.SAG_FLYTTET, e.MELLEMKOMMUNAL_UNDERRETNING),
            *(e.ANBRINGELSE_OENSKET, e.ANBRINGELSESOENSKE_BESVARET, e.UNGEPLAN_OVERVEJET, e.UNGEPLAN_LAVET),
            *(e.RUSBEHANDLING_OENSKET, e.RUSBEHANDLING_IVAERKSAT, e.NAEVN_SPOERGER, e.NAEVN_BESVARET),
            *(e.FUNKTIONSNEDSAETTELSE_KENDT, e.FAMILIEVEJLEDNING_TILBUDT),
            # Told once, the child has been told: also when the next investigation begins (barnets lov § 6).
            e.BISIDDER_OPLYST,
        ),
    )
)

# How far one can see: in a course that runs, the steps that are taken in it or come after it.
AHEAD: Final[Mapping[Course, frozenset[Step]]] = MappingProxyType(
    {
        Course.KONTAKT: frozenset({Step.SCREENING, Step.UNDERSOEGELSE}),
        Course.UNDERSOEGELSE: frozenset({Step.UNDERSOEGELSE, Step.BARNET, Step.AFGOERELSE}),
        Course.INDSATS: frozenset({Step.AFGOERELSE, Step.PLAN, Step.INDSATS, Step.OPFOELGNING}),
        Course.KLAGE: frozenset({Step.KLAGE}),
        Course.AKTINDSIGT: frozenset({Step.KLAGE}),
        Course.MAAL: frozenset(),
        Course.AFTALE: frozenset(),
    }
)

# What is decided when the need for it arises, perhaps years ahead: its own form tells what should come first.
SOME_DAY: Final = frozenset(
    kind.key
    for kind in (
        *(e.INDSATS_OPHOERT, e.ANBRINGELSE_AENDRET, e.ANBRINGELSE_OPHOERT, e.HJEMGIVELSE_BESLUTTET),
        *(e.SAMVAER_AFGJORT, e.SAMVAER_PAUSE, e.SAMVAER_GENOPTAGET, e.TILBAGEHOLDELSE_BESLUTTET),
        *(e.UNGESTOETTE_BESLUTTET, e.RUSBEHANDLING_IVAERKSAT),
    )
)

# Who has a case is decided by those who allocate, not by whoever registers.
ALLOCATION: Final = frozenset({e.RAADGIVER_TILDELT.key, e.RAADGIVER_FRATRAADT.key})
# The quality of somebody's work is judged by those who lead it, and only of what is finished.
BY_LEADERS: Final = frozenset({e.UNDERSOEGELSE_KVALITET_VURDERET.key})
ONLY_AFTER: Final[Mapping[str, Kind]] = MappingProxyType(
    {e.UNDERSOEGELSE_KVALITET_VURDERET.key: e.UNDERSOEGELSE_AFSLUTTET}
)
# A note is nothing but its text, and beside a case system no such text is kept.
NOTHING_BUT_TEXT: Final = frozenset({e.NOTAT.key})

# What turns to the parents or the network. Where the risk has not been assessed first (barnets lov § 18, stk. 3), or
# the child has not been talked with (§ 137, stk. 3), nothing may urge these.
TURNS_TO_PARENTS: Final = frozenset(
    kind.key
    for kind in (
        *(e.PARTSHOERING_INDKALDT, e.PARTSHOERING_HOLDT, e.HOERING_PARTER, e.NETVAERKSMOEDE, e.UNDERRETNINGSMOEDE),
        *(e.INDDRAGELSE, e.FAMILIE_ORIENTERET),
        *(e.SAMTYKKE_GIVET, e.AFGOERELSE_SENDT, e.BISIDDER_OPLYST),
    )
)
# A receipt turns to whoever notified. These may be the family, or live with it; of an empty one nobody knows.
MAY_BE_FAMILY: Final = frozenset({"familie", "familie_eller_barn", "barnet", "andre", ""})


def turns_to_parents(kind: str, *, notifier: str) -> bool:
    """Whether doing this brings the parents into it.

    >>> turns_to_parents("kvittering_sendt", notifier="skole"), turns_to_parents("kvittering_sendt", notifier="familie")
    (False, True)
    """
    return kind in TURNS_TO_PARENTS or (kind == e.KVITTERING_SENDT.key and notifier in MAY_BE_FAMILY)


# --- the courses of one case ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """As much of an event as it takes to name a course."""

    kind: str
    day: date
    thread_id: str
    paragraph: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """One course of the case, and what people call it."""

    thread_id: str
    course: Course
    told: str
    began: date
    over: bool

    @property
    def choice(self) -> str:
        """As it stands in a list to choose from."""
        words = f"{self.told[0].upper()}{self.told[1:]}"
        return f"{words} (slut)" if self.over else words


# What names a course, the most telling first.
_NAMED_BY: Final[tuple[tuple[Kind, Course, str], ...]] = (
    (e.ANBRINGELSE_IVAERKSAT, Course.INDSATS, "anbringelsen{paragraph} iværksat {day}"),
    (e.INDSATS_IVAERKSAT, Course.INDSATS, "indsatsen{paragraph} iværksat {day}"),
    (e.INDSATS_BEVILGET, Course.INDSATS, "indsatsen{paragraph} bevilget {day}"),
    (e.AFGOERELSE_TRUFFET, Course.INDSATS, "afgørelsen{paragraph} truffet {day}"),
    (e.UDVALGETS_AFGOERELSE, Course.INDSATS, "udvalgets afgørelse{paragraph} {day}"),
    (e.FORMANDENS_AFGOERELSE, Course.INDSATS, "formandens afgørelse{paragraph} {day}"),
    (e.BEVILLING, Course.INDSATS, "bevillingen{paragraph} givet {day}"),
    (e.UNDERSOEGELSE_BESLUTTET, Course.UNDERSOEGELSE, "undersøgelsen besluttet {day}"),
    (e.AFDAEKNING_BESLUTTET, Course.UNDERSOEGELSE, "afdækningen besluttet {day}"),
    (e.UNDERRETNING_MODTAGET, Course.KONTAKT, "underretningen fra {day}"),
    (e.ANSOEGNING_MODTAGET, Course.KONTAKT, "ansøgningen fra {day}"),
    (e.HENVENDELSE_MODTAGET, Course.KONTAKT, "henvendelsen fra {day}"),
    (e.KLAGE_MODTAGET, Course.KLAGE, "klagen fra {day}"),
    (e.AKTINDSIGT_BEDT, Course.AKTINDSIGT, "anmodningen om aktindsigt fra {day}"),
    (e.MAAL_AFTALT, Course.MAAL, "målet aftalt {day}"),
    (e.AFTALE_INDGAAET, Course.AFTALE, "aftalen fra {day}"),
    (e.VISITATION_DAGSORDEN, Course.INDSATS, "sagen til visitation {day}"),
    (e.INDSATS_PAA_VENTELISTE, Course.INDSATS, "indsatsen på venteliste {day}"),
)
_RANK: Final = {kind.key: number for number, (kind, _, _) in enumerate(_NAMED_BY)}
_ENDS: Final = frozenset(
    kind.key
    for kind in (
        *(e.UNDERSOEGELSE_AFSLUTTET, e.AFDAEKNING_AFSLUTTET, e.INDSATS_OPHOERT, e.ANBRINGELSE_OPHOERT),
        *(e.KONTAKT_NEDGRADERET, e.ANKESTYRELSENS_AFGOERELSE, e.AKTINDSIGT_BESVARET, e.AFTALE_UDFOERT),
    )
)


def courses_of(happened: Iterable[Happened]) -> list[Running]:
    """The courses of a case, those that still run first, and the newest first among them."""
    by_thread: dict[str, list[Happened]] = {}
    for each in happened:
        if each.thread_id:
            by_thread.setdefault(each.thread_id, []).append(each)
    found = [_named(thread, own) for thread, own in by_thread.items()]
    return sorted(found, key=lambda each: (each.over, -each.began.toordinal(), each.thread_id))


def _named(thread_id: str, own: list[Happened]) -> Running:
    own = sorted(own, key=lambda each: each.day)
    telling = min(own, key=lambda each: _RANK.get(each.kind, len(_RANK)))
    over = any(each.kind in _ENDS for each in own)
    if telling.kind not in _RANK:
        label = KIND_BY_KEY[telling.kind].label_on(telling.day)
        told, course = f"forløbet, der begynder med »{label}« {_short(telling.day)}", _course_of(telling.kind)
    else:
        _, course, pattern = _NAMED_BY[_RANK[telling.kind]]
        paragraph = _by_law(telling, own)
        told = pattern.format(day=_short(telling.day), paragraph=paragraph)
    return Running(thread_id=thread_id, course=course, told=told, began=own[0].day, over=over)


# What can give a course another paragraph: from placement with consent (§ 46) to placement without (§ 47).
_NEW_BASIS: Final = frozenset({e.AFGOERELSE_TRUFFET.key, e.UDVALGETS_AFGOERELSE.key, e.ANBRINGELSE_AENDRET.key})


def _by_law(telling: Happened, own: list[Happened]) -> str:
    """The paragraph the course stands on now, and the one it began with where that is another."""
    later = [each.paragraph for each in own if each.kind in _NEW_BASIS and each.day > telling.day and each.paragraph]
    first, now = telling.paragraph, later[-1] if later else telling.paragraph
    if not now:
        return ""
    return f" efter {now}," if now == first or not first else f" efter {now} (før {first}),"


def _course_of(kind: str) -> Course:
    place = PLACES.get(kind)
    return min(place.courses, key=list(Course).index) if place else Course.KONTAKT


def _short(day: date) -> str:
    return danish_date(day).partition(" den ")[2]
