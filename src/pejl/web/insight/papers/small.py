"""Which small numbers does a draft hold, what are they in truth, and which may be decided upon?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pejl.charts.telling import name_of
from pejl.indicators import Period, told
from pejl.small_numbers import Why
from pejl.tables import Point
from pejl.web.insight.papers.composing import Draft
from pejl.web.insight.papers.kept import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Small:
    """A figure that will not stand as it is, or stands by a decision: its truth, what is shown, and why."""

    cell: str
    name: str
    period: str
    truth: str  # for those inside the line
    number: int
    shown: str
    reason: str
    hidden: bool

    @property
    def told(self) -> str:
        """What it is, for the decision and the log; without the number."""
        return f"{self.name}, {self.period}"


def small_in(draft: Draft) -> list[Small]:
    """The figures with something hidden or allowed, in the paper's order."""
    return [each for figure in draft.figures for each in _of_figure(draft, figure)]


def _of_figure(draft: Draft, figure: Figure) -> Iterator[Small]:
    for point in figure.series.points:
        cell = name_of(point, figure.name)
        found = [each for end in ("", "/af") if (each := (draft.shown or {}).get(f"{cell}{end}"))]
        marked = [each for each in found if each.why.hides or each.why is Why.ALLOWED]
        if marked:
            first = marked[0]
            yield Small(
                cell=cell,
                name=figure.told,
                period=Period(point.first, point.last).name,
                truth=_truth(figure, point),
                number=point.counted or 0,
                shown=_truth(figure, point) if first.why is Why.ALLOWED else first.told,
                reason=first.reason,
                hidden=first.why.hides,
            )


def _truth(figure: Figure, point: Point) -> str:
    return told(figure.indicator, point)
