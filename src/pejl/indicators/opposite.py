"""Where do two counts go opposite ways by more than chance, and where are they too few to say?

The half year that ends with a period is held against the same half year the year before, so that the season says
nothing. Two counts of the same unchanged thing differ by more than twice the square root of their sum about one time
in twenty; only when both go further than that, and opposite ways, is there something to look at. The half year, the
twice and the fewest are ours: nobody has decided when a figure moves. Siblings come together, so counts swing a
little more than this reckons with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from math import sqrt
from typing import Final

from pejl.tables import Point

MONTHS: Final = 6
_MONTHS_OF_A_YEAR: Final = 12
_TIMES: Final = 2
# So many in the two half years together, or nothing is said.
FEWEST: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How many in the half year a year ago and in the newest; ``unknown`` could belong to either or to none."""

    before: int
    after: int
    unknown_before: int = 0
    unknown_after: int = 0

    @property
    def enough(self) -> bool:
        """Whether there are so many that something can be said."""
        return self.before + self.after >= FEWEST

    @property
    def rises(self) -> bool:
        """More than chance, even if all that is unknown was there a year ago."""
        return _apart(self.before + self.unknown_before, self.after)

    @property
    def falls(self) -> bool:
        """Less than chance, even if all that is unknown is there now."""
        return _apart(self.after + self.unknown_after, self.before)


def _apart(fewer: int, more: int) -> bool:
    """Whether the larger is larger by more than chance.

    >>> _apart(30, 48), _apart(30, 47)
    (True, False)
    """
    return more - fewer > _TIMES * sqrt(more + fewer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The half year that ends with the period at ``place``, of both counts."""

    place: int
    first: Change
    second: Change

    @property
    def enough(self) -> bool:
        """Whether both are so many that something can be said."""
        return self.first.enough and self.second.enough

    @property
    def first_rises(self) -> bool | None:
        """True: the first rises and the second falls. False: the other way. None: not opposite, or it may be chance."""
        if not self.enough:
            return None
        if self.first.rises and self.second.falls:
            return True
        return False if self.first.falls and self.second.rises else None


def compared(first: Sequence[Point], second: Sequence[Point], *, months: int) -> Iterator[Compared]:
    """Every half year that can be held against one a year before; ``months`` is the length of a period.

    The two are of the same periods, and all of them have ended. Where a period was not counted nothing is compared.
    """
    wide, back = MONTHS // months, _MONTHS_OF_A_YEAR // months
    for place in range(wide + back - 1, min(len(first), len(second))):
        changes = [_change(points, place=place, wide=wide, back=back) for points in (first, second)]
        if changes[0] and changes[1]:
            yield Compared(place=place, first=changes[0], second=changes[1])


def _change(points: Sequence[Point], *, place: int, wide: int, back: int) -> Change | None:
    after = points[place - wide + 1 : place + 1]
    before = points[place - back - wide + 1 : place - back + 1]
    if any(each.counted is None for each in (*before, *after)) or _gap(points[place - back - wide + 1 : place + 1]):
        return None
    return Change(
        before=sum(each.counted or 0 for each in before),
        after=sum(each.counted or 0 for each in after),
        unknown_before=sum(each.unknown for each in before),
        unknown_after=sum(each.unknown for each in after),
    )


def _gap(points: Sequence[Point]) -> bool:
    """Whether a period between the first and the last is missing: so many back is then not a year ago."""
    return any(later.first - earlier.last != timedelta(days=1) for earlier, later in pairwise(points))


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Half years in a row that went the same opposite ways: the first of them, the last, and what was compared then."""

    since: int
    until: int
    first_rises: bool
    newest: Compared


def apart(found: Sequence[Compared]) -> tuple[Apart, ...]:
    """Where they went opposite ways, one for each stretch, the newest first."""
    stretches: list[Apart] = []
    for each in found:
        if each.first_rises is None:
            continue
        last = stretches[-1] if stretches else None
        if last and last.until == each.place - 1 and last.first_rises is each.first_rises:
            stretches[-1] = Apart(since=last.since, until=each.place, first_rises=each.first_rises, newest=each)
        else:
            stretches.append(Apart(since=each.place, until=each.place, first_rises=each.first_rises, newest=each))
    return tuple(reversed(stretches))
