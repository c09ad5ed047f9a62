"""Which way did each decision move the competence, and how many days can be held against as many before it?

Computed from the decisions alone, so that the history says the direction without anybody having written it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from pejl.web.cases.competence import LEVELS, level_of
from pejl.web.cases.models import Competence

# No longer than a year: what happens later has other causes, too.
LONGEST: Final = 365
# Ours: three months. Before that a decision has hardly begun to show.
EARLIEST: Final = 91
_DAY: Final = timedelta(days=1)


class Way(StrEnum):
    """Where a decision moved the competence from and to."""

    BACK = "Lagt tilbage til"
    UP = "Løftet til"
    SAME = "Uændret hos"
    FIRST = "Første beslutning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A decision, the one that applied to the measure the day before, and until when it applied itself."""

    row: Competence
    was: Competence | None
    until: date | None  # the day before the next decision about the same measure

    @property
    def way(self) -> Way:
        """Nearer the family, further from it, or neither."""
        if self.was is None:
            return Way.FIRST
        known = list(LEVELS)
        now, before = (known.index(each.decides) if each.decides in known else -1 for each in (self.row, self.was))
        return Way.SAME if now == before else Way.BACK if now < before else Way.UP

    @property
    def moved(self) -> bool:
        """Whether somebody else may grant it from that day."""
        return self.way in (Way.BACK, Way.UP)

    @property
    def told(self) -> str:
        """The direction in words.

        >>> new, old = (Competence(measure="§ 30", decides=each) for each in ("raadgiver", "teamleder"))
        >>> Move(row=new, was=old, until=None).told, Move(row=old, was=new, until=None).told
        ('Lagt tilbage til rådgiver', 'Løftet til teamleder')
        """
        who = LEVELS.get(self.row.decides, self.row.decides)
        return self.way.value if self.was is None else f"{self.way.value} {who[0].lower()}{who[1:]}"


def moves(rows: Iterable[Competence]) -> list[Move]:
    """Every decision, the newest first."""
    ordered = sorted(rows, key=lambda each: (each.first, each.pk or 0))
    found = [_move(place, ordered) for place in range(len(ordered))]
    return found[::-1]


def _move(place: int, ordered: Sequence[Competence]) -> Move:
    row = ordered[place]
    before = {each.measure: each for each in ordered[:place] if each.first < row.first}
    after = [each.first for each in ordered[place + 1 :] if each.measure == row.measure]
    return Move(row=row, was=level_of(row.measure, before), until=min(after) - _DAY if after else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """As many days before a decision as after it, and why there are not more."""

    days: int
    before: tuple[date, date]
    after: tuple[date, date]
    why: str
    early: bool  # too early to tell


def span_of(move: Move, *, today: date, known_since: date | None) -> Span | None:
    """The days that can be held against each other; None: there are none yet.

    ``known_since``: the day of the first grant anybody has written down.
    """
    first, was = move.row.first, move.was
    after = (min(move.until or today, today - _DAY) - first).days + 1
    ended = move.until is not None and move.until < today
    limits = [(after, "Så kom der en ny beslutning." if ended else "Beslutningen har ikke gjaldt længere.")]
    if was is not None:
        limits.append(((first - was.first).days, "Så længe gjaldt den forrige beslutning."))
    known = (first - known_since).days if known_since else 0
    limits += [(known, "Der er ikke bevillinger, som er ældre."), (LONGEST, "Pejl ser højst på et år.")]
    days, why = min(limits, key=lambda each: each[0])
    if days <= 0:
        return None
    length = timedelta(days=days)
    return Span(
        days=days,
        before=(first - length, first - _DAY),
        after=(first, first + length - _DAY),
        why=why,
        early=after < EARLIEST,
    )


def governed(paragraph: str, move: Move, rows: Iterable[Competence], *, last: date) -> bool:
    """Whether the decision is the one that names this paragraph most closely, to the last of the days looked at.

    One that another decision took over meanwhile is in neither the days before nor those after.
    """
    then: Mapping[str, Competence] = {each.measure: each for each in rows if each.first <= last}
    level = level_of(paragraph, then)
    return level is not None and level.measure == move.row.measure
