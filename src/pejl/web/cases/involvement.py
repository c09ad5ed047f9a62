"""Who was involved in each step of the case, who was left out and why, and where is nothing seen and no reason written?

Only what is written counts. A meeting whose guests stand in free text is told as »måske«, and what the sources never
tell of as not to be seen here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from pejl import events as e
from pejl.events import KIND_BY_KEY, Event, Kind, Step
from pejl.web.cases.happened import Standing
from pejl.web.cases.timeline import Reader
from pejl.web.cases.voice import CHILD_ITSELF, HIDDEN


class Party(StrEnum):
    """The four who are asked about (requirement F1)."""

    BARNET = "Barnet"
    FORAELDRE = "Forældre"
    PRIVAT = "Privat netværk"
    PROFESSIONEL = "Professionelt netværk"


# The steps that people can be involved in; the child's voice is a column, and the case itself no step.
STEPS: Final = tuple(step for step in Step if step not in (Step.BARNET, Step.SAG, Step.REGISTRERING))
_FAMILY: Final = frozenset({Party.FORAELDRE, Party.PRIVAT})
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
_REASONS: Final = ("hvorfor_ikke", e.BEGRUNDELSE.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One time a party was involved, perhaps was, or was left out."""

    sort: Sort
    label: str
    day: date
    reason: str
    lacks_reason: bool
    hidden: bool


Found = Mapping[tuple[Step, Party], Sequence[Mention]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One party in one step."""

    party: Party
    mentions: tuple[Mention, ...]
    told: bool  # whether anybody would have told us
    waits: bool  # for the child's safety, before anybody turns to them

    @property
    def gap(self) -> bool:
        """Nothing is seen, and no reason is written, though it would be told if there was."""
        return self.told and not self.waits and all(each.lacks_reason for each in self.mentions)

    @property
    def unseen(self) -> bool:
        """Nothing is told of it, so nobody here can know."""
        return not self.told and not self.mentions


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One step the case has come to, with the four parties."""

    step: Step
    first: date
    last: date
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The whole."""

    rows: tuple[Row, ...]

    @property
    def gaps(self) -> list[tuple[Step, Party]]:
        """Where nothing is seen and no reason is written."""
        return [(row.step, cell.party) for row in self.rows for cell in row.cells if cell.gap]

    @property
    def not_reached(self) -> list[Step]:
        """The steps in which nothing has happened."""
        reached = {row.step for row in self.rows}
        return [step for step in STEPS if step not in reached]


def involvement_in(standing: Standing, *, reader: Reader, holds_back: bool) -> Table:
    """The steps the case has come to, each with who was involved; while it holds back, the family is no gap."""
    found: dict[tuple[Step, Party], list[Mention]] = {}
    days: dict[Step, list[date]] = {}
    for event, step in _placed(standing.events):
        told = list(_told_by(event))
        for party, sort in told:
            found.setdefault((step, party), []).append(_mention(event, sort, reader=reader))
        if told or KIND_BY_KEY[event.kind].step is step:
            days.setdefault(step, []).append(event.day)
    waiting = _FAMILY if holds_back else frozenset()
    rows = [_row(step, days[step], found, standing=standing, waiting=waiting) for step in STEPS if step in days]
    return Table(rows=tuple(rows))


def _row(step: Step, days: list[date], found: Found, *, standing: Standing, waiting: frozenset[Party]) -> Row:
    last = max(days)
    cells = (
        Cell(
            party=party,
            mentions=tuple(found.get((step, party), ())),
            told=_would_be_told(standing, party, on=last),
            waits=party in waiting,
        )
        for party in Party
    )
    return Row(step=step, first=min(days), last=last, cells=tuple(cells))


def _placed(events: Iterable[Event]) -> Iterator[tuple[Event, Step]]:
    """Each event with its step; a talk or a meeting belongs to the step its course, or else the case, had come to."""
    of_course: dict[str, Step] = {}
    reached = Step.KONTAKT
    for event in events:
        own = KIND_BY_KEY[event.kind].step
        if own in STEPS:
            reached = of_course[event.thread_id] = own
            yield event, own
        elif event.thread_id in of_course and event.thread_id:
            yield event, of_course[event.thread_id]
        else:
            yield event, reached


def _told_by(event: Event) -> Iterator[tuple[Party, Sort]]:
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
    if event.fields.get("talt_med_barnet") is True:
        found.setdefault(Party.BARNET, Sort.INVOLVED)
    return iter(found.items())


def _mention(event: Event, sort: Sort, *, reader: Reader) -> Mention:
    kind: Kind = KIND_BY_KEY[event.kind]
    told = [_word(event, name) for name in _REASONS if event.fields.get(name) and _may_read(name, reader=reader)]
    return Mention(
        sort=sort,
        label=kind.label_on(event.day),
        day=event.day,
        reason=". ".join(told) if sort is Sort.LEFT_OUT else "",
        lacks_reason=sort is Sort.LEFT_OUT and not any(event.fields.get(name) for name in _REASONS),
        hidden=event.fields.get(HIDDEN) is True,
    )


def _word(event: Event, name: str) -> str:
    choices = e.FIELD_BY_NAME[name].choices
    value = str(event.fields[name])
    return choices.get(value, value).rstrip(".")


def _may_read(name: str, *, reader: Reader) -> bool:
    return reader.notes or (reader.text and e.FIELD_BY_NAME[name].privacy is not e.Privacy.PERSONAL)


def _would_be_told(standing: Standing, party: Party, *, on: date) -> bool:
    kinds = [kind for kind, tells in TELLING.items() if tells.party in (None, party)]
    since = standing.covered_since(*kinds)
    return since is not None and since <= on
