"""Which events tell that somebody was involved in a step, and how strongly?

One answer for the page of a case and for the count of many. Only what is written counts; a meeting whose guests stand
in free text is told as »måske«.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, Protocol, TypeVar

from pejl import events as e
from pejl.events import FieldValue, Step
from pejl.web.cases.voice import CHILD_ITSELF


class Party(StrEnum):
    """The four who are asked about (requirement F1)."""

    BARNET = "Barnet"
    FORAELDRE = "Forældre"
    PRIVAT = "Privat netværk"
    PROFESSIONEL = "Professionelt netværk"


# The steps that people can be involved in; the child's voice is a column, and the case itself no step.
STEPS: Final = tuple(step for step in Step if step not in (Step.BARNET, Step.SAG, Step.REGISTRERING))
FAMILY: Final = frozenset({Party.FORAELDRE, Party.PRIVAT})
_PARENTS: Final = ("foraelder_1", "foraelder_2", "anden_indehaver")
_OF_WHOM: Final[Mapping[str, Party]] = {
    **dict.fromkeys(CHILD_ITSELF, Party.BARNET),
    **dict.fromkeys(_PARENTS, Party.FORAELDRE),
    "netvaerk": Party.PRIVAT,
    "fagperson": Party.PROFESSIONEL,
}


class Sort(StrEnum):
    """How sure it is that somebody was involved."""

    INVOLVED = "inddraget"
    PERHAPS = "maaske"
    LEFT_OUT = "undladt"


class Stand(StrEnum):
    """How it stands with one party in one step, all in all. The strongest that is told counts."""

    INVOLVED = "inddraget"
    PERHAPS = "maaske"
    REASON = "grund"
    GAP = "mangler"
    WAITS = "venter"
    UNSEEN = "ukendt"

    @property
    def danish(self) -> str:
        """The words of the tables."""
        return {
            Stand.INVOLVED: "Inddraget",
            Stand.PERHAPS: "Måske",
            Stand.REASON: "Undladt med grund",
            Stand.GAP: "Hverken set eller begrundet",
            Stand.WAITS: "Venter: barnets sikkerhed først",
            Stand.UNSEEN: "Kilden fortæller det ikke",
        }[self]


class Happening(Protocol):
    """As much of an event as this is told by."""

    @property
    def kind(self) -> str:
        """One of ``events.KINDS``."""

    @property
    def thread_id(self) -> str:
        """Its course."""

    @property
    def day(self) -> date:
        """The local day."""

    @property
    def fields(self) -> Mapping[str, FieldValue]:
        """What was written."""


@dataclass(frozen=True, slots=True)
class Tells:
    """What a kind of event tells about a party; no party: the event says whose it is."""

    party: Party | None = None
    sort: Sort = Sort.INVOLVED


# What counts as involving whom. A municipality that counts more writes a line here.
TELLING: Final[Mapping[str, Tells]] = {
    kind.key: tells
    for kind, tells in (
        (e.SAMTALE_MED_BARNET, Tells(Party.BARNET)),
        (e.KONTAKT_MED_BARNET, Tells(Party.BARNET)),
        (e.HOLDNING_INDHENTET, Tells(Party.BARNET)),
        (e.RAADGIVERSKIFT_OENSKET, Tells(Party.BARNET)),
        (e.SAMTALE_UNDLADT, Tells(Party.BARNET, Sort.LEFT_OUT)),
        (e.PARTSHOERING_HOLDT, Tells(Party.FORAELDRE)),
        (e.PARTSHOERING_UNDLADT, Tells(Party.FORAELDRE, Sort.LEFT_OUT)),
        (e.UNDERRETNINGSMOEDE, Tells(Party.FORAELDRE, Sort.PERHAPS)),
        (e.NETVAERKSMOEDE, Tells(Party.PRIVAT)),
        (e.TVAERSMOEDE, Tells(Party.PROFESSIONEL)),
        (e.STATUSUDTALELSE, Tells(Party.PROFESSIONEL)),
        (e.INDDRAGELSE, Tells()),
        (e.INDDRAGELSE_UNDLADT, Tells(sort=Sort.LEFT_OUT)),
        (e.SAMTYKKE_GIVET, Tells()),
        (e.SAMTYKKE_AFVIST, Tells()),
        (e.KLAGE_MODTAGET, Tells()),
    )
}
# The parent's or the child's own word stands in the record of something else.
_OWN_WORD: Final[Mapping[str, Party]] = {e.BARNETS_ORD.name: Party.BARNET, e.EGNE_ORD.name: Party.FORAELDRE}
# Whose own words these are is not written.
_WORDS_OF_ANYBODY: Final = frozenset({e.INDDRAGELSE.key, e.MAAL_VURDERET.key})
_TELLING_FIELDS: Final = frozenset({*_OWN_WORD, e.TALT_MED_BARNET.name})
# The kinds whose fields tell of a party, and those that are read at all: the others neither tell nor are a step.
TELLERS: Final = frozenset(TELLING) | {
    kind.key for kind in e.KINDS if _TELLING_FIELDS & {each.name for each in kind.fields}
}
# A talk or a meeting has no step of its own.
OWN_STEP: Final[Mapping[str, Step]] = {kind.key: kind.step for kind in e.KINDS if kind.step in STEPS}
READ: Final = TELLERS | OWN_STEP.keys()
REASONS: Final = ("hvorfor_ikke", e.BEGRUNDELSE.name)


Told = TypeVar("Told", bound=Happening)


def placed(events: Iterable[Told]) -> Iterator[tuple[Told, Step]]:
    """Each event with its step; a talk or a meeting belongs to the step its course, or else the case, had come to."""
    of_course: dict[str, Step] = {}
    reached = Step.KONTAKT
    for event in events:
        own = OWN_STEP.get(event.kind)
        if own is not None:
            reached = of_course[event.thread_id] = own
            yield event, own
        elif event.thread_id in of_course and event.thread_id:
            yield event, of_course[event.thread_id]
        else:
            yield event, reached


def told_by(event: Happening) -> Iterator[tuple[Party, Sort]]:
    """The parties an event tells of, each once."""
    found: dict[Party, Sort] = {}
    if tells := TELLING.get(event.kind):
        party = tells.party or _OF_WHOM.get(str(event.fields.get("hvem", "")))
        if party:
            found[party] = tells.sort
    if event.kind not in _WORDS_OF_ANYBODY:
        for name, party in _OWN_WORD.items():
            if event.fields.get(name):
                found.setdefault(party, Sort.INVOLVED)
    if event.fields.get(e.TALT_MED_BARNET.name) is True:
        found.setdefault(Party.BARNET, Sort.INVOLVED)
    return iter(found.items())


def stands_by(event: Happening) -> Iterator[tuple[Party, Stand]]:
    """The same, told as one stand each: what a count of many cases is made of."""
    for party, sort in told_by(event):
        yield party, alone(sort, lacks_reason=lacks_a_reason(event, sort))


def stand_of(mentioned: Iterable[Stand], *, told: bool, waits: bool) -> Stand:
    """The strongest of what was mentioned; of nothing, or no reason, whether anybody would have told us."""
    found = min(mentioned, key=_STRENGTH, default=None)
    if found is not None and found is not Stand.GAP:
        return found
    if waits:
        return Stand.WAITS
    return Stand.GAP if found or told else Stand.UNSEEN


_STRENGTH: Final = list(Stand).index


def alone(sort: Sort, *, lacks_reason: bool) -> Stand:
    """What one time tells by itself."""
    if sort is Sort.LEFT_OUT:
        return Stand.GAP if lacks_reason else Stand.REASON
    return Stand.INVOLVED if sort is Sort.INVOLVED else Stand.PERHAPS


def lacks_a_reason(event: Happening, sort: Sort) -> bool:
    """Left out, and nobody wrote why."""
    return sort is Sort.LEFT_OUT and not any(event.fields.get(name) for name in REASONS)


def kinds_telling_of(party: Party) -> list[str]:
    """The kinds of which a source must deliver at least one, before a party's absence means anything."""
    return [kind for kind, tells in TELLING.items() if tells.party in (None, party)]
