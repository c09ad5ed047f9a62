"""What is a chart? Its heading, periods, named rows of values and marks, as one value, before anybody draws it.

A chart holds what is *shown*: numbers too small to show have been taken out before (``small_numbers``) and stand as
None with a note, so that nothing hidden is in the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Unit(Enum):
    """What the numbers are."""

    COUNT = "antal"
    PERCENT = "procent"
    DAYS = "dage"
    RATIO = "forhold"  # children for each full-time post: one decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One named row of values, as long as the chart's periods; None where there is none, or it may not be shown.

    ``told`` says each value in words for the table, such as »12 af 17« or »færre end 5«.
    """

    name: str
    values: tuple[float | None, ...]
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something that happened in a period, drawn as a line across the chart; nothing is said of cause."""

    period: int  # index among the chart's periods
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What all charts have: a heading, what it shows in one sentence (its alternative text), and the periods."""

    title: str
    says: str
    unit: Unit
    periods: tuple[str, ...]
    lines: tuple[Line, ...]
    note: str = ""
    uncertain: tuple[int, ...] = ()  # periods not finished, or whose data are late: drawn hollow and called »foreløbig«


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChart(Chart):
    """Development over time."""

    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart(Chart):
    """One or more named bars for each period or group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StackedChart(Chart):
    """Parts of a whole, each period a bar of full length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """Those who stand equally close to the centre."""

    name: str
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RingChart(Chart):
    """Who stands around someone, the closest first. It has no figures: ``periods`` and ``lines`` are empty."""

    centre: str
    rings: tuple[Ring, ...]
