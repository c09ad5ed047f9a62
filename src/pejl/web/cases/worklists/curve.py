"""How many were left at the end of each week or month, against a straight line to the day it should be done?

Worked out anew from what stands in the cases each time, so that what is told late moves the curve back in time too.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from pejl.charts import Line, LineChart, Unit
from pejl.dates import LAST_OF_MONTH, add_days, add_months

# As many weeks as can be told apart on a phone; a longer list is drawn by the month.
_WEEKS: Final = 20
_WEEK: Final = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One entry of the list: the day it was taken on, and the day it was done, if it is."""

    taken_on: date
    done_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From when to when a list runs, and the day it is looked at: of one that has ended, its last day."""

    started_on: date
    target_on: date
    as_of: date
    ended: bool = False

    @property
    def last(self) -> date:
        """How far the curve is drawn: nothing is ahead of a list that has ended."""
        return self.as_of if self.ended else max(self.target_on, self.as_of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """The end of one period: what was left (None: not there yet), and what the straight line says."""

    day: date
    left: int | None
    wanted: float
    running: bool = False  # the period has not ended


def left_on(works: Sequence[Work], day: date) -> int:
    """How many were on the list and not done at the end of a day."""
    return sum(each.taken_on <= day and (each.done_on is None or each.done_on > day) for each in works)


def curve(works: Sequence[Work], span: Span) -> list[Point]:
    """The first day and the end of each period until the list should be, or is, done."""
    first = left_on(works, span.started_on)
    days = [span.started_on, *_ends(span)]
    points = [Point(day=span.started_on, left=first, wanted=float(first))]
    for before, day in pairwise(days):
        begun = before < span.as_of
        left = left_on(works, min(day, span.as_of)) if begun else None
        running = begun and day > span.as_of
        points.append(Point(day=day, left=left, wanted=_wanted(first, span, day), running=running))
    return points


def _wanted(first: int, span: Span, day: date) -> float:
    whole = (span.target_on - span.started_on).days
    return max(first * (1 - (day - span.started_on).days / whole), 0.0)


def _ends(span: Span) -> list[date]:
    """The Sundays, or of a long list the last days of the months, and the last day itself."""
    by_week = (span.last - span.started_on).days <= _WEEKS * _WEEK
    found, day = list[date](), _sunday(span.started_on) if by_week else _last_of_month(span.started_on)
    while day < span.last:
        found.append(day)
        after = add_days(day, days=1)
        day = _sunday(after) if by_week else _last_of_month(after)
    return [each for each in (*found, span.last) if each > span.started_on]


def _sunday(day: date) -> date:
    return add_days(day, days=6 - day.weekday())


def _last_of_month(day: date) -> date:
    return add_days(add_months(day.replace(day=1), months=1, if_missing_day=LAST_OF_MONTH), days=-1)


# --- drawn ----------------------------------------------------------------------------------------------------


def drawn(points: Sequence[Point], *, of: str, title: str) -> LineChart:
    """The curve as a chart; ``of`` is what is counted, in the plural."""
    told = [each for each in points if each.left is not None]
    first, last = told[0], told[-1]
    return LineChart(
        title=f"Tilbage på listen: {title}",
        says=f"{first.left} {of} tilbage {_short(first.day)}, {last.left} til sidst. Linjen er nul på måldagen.",
        unit=Unit.COUNT,
        periods=tuple(_short(each.day) for each in points),
        lines=(
            Line(
                name="Tilbage",
                values=tuple(None if each.left is None else float(each.left) for each in points),
                told=tuple("kommer" if each.left is None else str(each.left) for each in points),
            ),
            Line(
                name="Lige linje til måldagen",
                values=tuple(each.wanted for each in points),
                # What is left of one is still one to do.
                told=tuple(str(math.ceil(round(each.wanted, 6))) for each in points),
            ),
        ),
        uncertain=tuple(place for place, each in enumerate(points) if each.running),
    )


def _short(day: date) -> str:
    return f"{day.day}.{day.month}.{day:%y}"
