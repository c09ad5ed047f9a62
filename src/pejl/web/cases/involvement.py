"""Who was involved in each step of the case, who was left out and why, and where is nothing seen and no reason written?

Only what is written counts. A meeting whose guests stand in free text is told as »måske«, and what the sources never
tell of as not to be seen here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pejl import events as e
from pejl.events import KIND_BY_KEY, Event, Kind, Step
from pejl.web.cases.happened import Standing
from pejl.web.cases.involving import (
    FAMILY,
    OWN_STEP,
    REASONS,
    STEPS,
    Party,
    Sort,
    Stand,
    alone,
    kinds_telling_of,
    lacks_a_reason,
    placed,
    stand_of,
    told_by,
)
from pejl.web.cases.timeline import Reader
from pejl.web.cases.voice import HIDDEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One time a party was involved, perhaps was, or was left out."""

    sort: Sort
    label: str
    day: date
    reason: str
    lacks_reason: bool
    hidden: bool

    @property
    def stand(self) -> Stand:
        """What this one time tells by itself."""
        return alone(self.sort, lacks_reason=self.lacks_reason)


Found = Mapping[tuple[Step, Party], Sequence[Mention]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One party in one step."""

    party: Party
    mentions: tuple[Mention, ...]
    told: bool  # whether anybody would have told us
    waits: bool  # for the child's safety, before anybody turns to them

    @property
    def stand(self) -> Stand:
        """All in all."""
        return stand_of((each.stand for each in self.mentions), told=self.told, waits=self.waits)

    @property
    def gap(self) -> bool:
        """Nothing is seen, and no reason is written, though it would be told if there was."""
        return self.stand is Stand.GAP


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
    for event, step in placed(standing.events):
        told = list(told_by(event))
        for party, sort in told:
            found.setdefault((step, party), []).append(_mention(event, sort, reader=reader))
        if told or OWN_STEP.get(event.kind) is step:
            days.setdefault(step, []).append(event.day)
    waiting = FAMILY if holds_back else frozenset()
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


def _mention(event: Event, sort: Sort, *, reader: Reader) -> Mention:
    kind: Kind = KIND_BY_KEY[event.kind]
    told = [_word(event, name) for name in REASONS if event.fields.get(name) and _may_read(name, reader=reader)]
    return Mention(
        sort=sort,
        label=kind.label_on(event.day),
        day=event.day,
        reason=". ".join(told) if sort is Sort.LEFT_OUT else "",
        lacks_reason=lacks_a_reason(event, sort),
        hidden=event.fields.get(HIDDEN) is True,
    )


def _word(event: Event, name: str) -> str:
    choices = e.FIELD_BY_NAME[name].choices
    value = str(event.fields[name])
    return choices.get(value, value).rstrip(".")


def _may_read(name: str, *, reader: Reader) -> bool:
    return reader.notes or (reader.text and e.FIELD_BY_NAME[name].privacy is not e.Privacy.PERSONAL)


def _would_be_told(standing: Standing, party: Party, *, on: date) -> bool:
    since = standing.covered_since(*kinds_telling_of(party))
    return since is not None and since <= on
