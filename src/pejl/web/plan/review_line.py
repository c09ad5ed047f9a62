"""Who has looked at us from outside, and when? One line of time, drawn, with the same in a table below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from pejl.web.plan.models import Course, OutsideReview

# The drawing's own points; texts, since Django would write a number with a thousand separator.
_LEFT: Final = 40
_RIGHT: Final = 960
_TOP: Final = 70
_STEP: Final = 34
_NEAR: Final = 34  # closer than this, the dots are set above one another
_BAR: Final = 22
_MONTHS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One review: its number in the table, and where it stands."""

    number: int
    row: OutsideReview
    x: str
    y: str
    text_y: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A course, from its first day to its last."""

    course: Course
    x: str
    y: str
    width: str
    text_y: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """The drawing."""

    dots: tuple[Dot, ...]
    bars: tuple[Bar, ...]
    years: tuple[tuple[str, str], ...]  # the year, and where it begins
    height: str
    axis: str
    says: str


def line_of(reviews: Sequence[OutsideReview], courses: Sequence[Course]) -> ReviewLine | None:
    """The line of time; None when nobody has looked."""
    dated = [each for each in courses if each.first]
    years = [*(each.year for each in reviews), *(y for each in dated for y in _years(each))]
    if not reviews or not years:
        return None
    scale = _Scale(min(years), max(years) + 1)
    levels = _levels([scale.x(_moment(each)) for each in reviews])
    axis = _TOP + _STEP * max(levels)
    bars = tuple(_bar(each, scale, axis + _BAR * 2 + (_BAR + 8) * place) for place, each in enumerate(dated))
    return ReviewLine(
        dots=tuple(
            Dot(
                number=number,
                row=row,
                x=str(scale.x(_moment(row))),
                y=str(axis - 24 - _STEP * level),
                text_y=str(axis - 18 - _STEP * level),
            )
            for number, (row, level) in enumerate(zip(reviews, levels, strict=True), start=1)
        ),
        bars=bars,
        years=tuple((str(year), str(scale.x(year))) for year in range(scale.first, scale.last + 1)),
        height=str(axis + 40 + (_BAR + 8) * len(bars) + 10),
        axis=str(axis),
        says=_says(reviews),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int

    def x(self, moment: float) -> int:
        share = (moment - self.first) / (self.last - self.first)
        return round(_LEFT + share * (_RIGHT - _LEFT))


def _moment(row: OutsideReview) -> float:
    """Where in time it stands; the middle of the year where the paper only gives the year."""
    return _point(row.on) if row.on else row.year + 0.5


def _point(day: date) -> float:
    return day.year + (day.month - 1 + day.day / 31) / _MONTHS


def _years(course: Course) -> tuple[int, ...]:
    return tuple(day.year for day in (course.first, course.last) if day)


def _levels(places: Sequence[int]) -> list[int]:
    """How high each dot is set, so that none lies on another."""
    levels: list[int] = []
    for place, x in enumerate(places):
        taken = {levels[before] for before in range(place) if abs(places[before] - x) < _NEAR}
        levels.append(next(level for level in range(len(places) + 1) if level not in taken))
    return levels


def _bar(course: Course, scale: _Scale, y: int) -> Bar:
    assert course.first is not None  # noqa: S101 -- only those with a day are drawn
    start = scale.x(_point(course.first))
    end = scale.x(_point(course.last)) if course.last else _RIGHT
    return Bar(course=course, x=str(start), y=str(y), width=str(max(end - start, 4)), text_y=str(y + 16))


def _says(reviews: Sequence[OutsideReview]) -> str:
    years = sorted({each.year for each in reviews})
    span = str(years[0]) if len(years) == 1 else f"{years[0]} til {years[-1]}"
    return f"Tidslinje: {len(reviews)} eftersyn udefra, {span}. De samme står i tabellen nedenfor."
