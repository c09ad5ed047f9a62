"""Are a frozen edition's figures still the same: counted again with what was known then, and with what is known now?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pejl.indicators import Indicator, Period, told
from pejl.tables import Point, Series
from pejl.web.access.models import Case
from pejl.web.insight.counting import Moment, Pass
from pejl.web.insight.figures import Whose
from pejl.web.insight.models import PaperEdition
from pejl.web.insight.papers.kept import Figure, read
from pejl.web.insight.reruns import told_apart
from pejl.web.insight.units import Units


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One number: in the edition, counted again as known then, and as known now."""

    period: str
    kept: str
    then: str
    now: str

    @property
    def same(self) -> bool:
        """Whether all three say the same."""
        return self.kept == self.then == self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """A figure of the edition, number by number, and the difference in words (empty: there is none)."""

    name: str
    rows: tuple[Row, ...]
    words: tuple[str, ...]

    @property
    def kept(self) -> bool:
        """Whether what was published can be counted again to the same number."""
        return all(each.kept == each.then for each in self.rows)


def counted_again(edition: PaperEdition, *, now: datetime) -> list[Again]:
    """All of its figures; the cases are read twice, however many figures there are."""
    units, found = Units(), list[Again]()
    for same in _alike(read(edition.figures.get("series", ()))):
        first = same[0].series
        then = _counted(same, as_of=first.as_of, known_at=first.known_at, units=units)
        today = _counted(same, as_of=first.as_of, known_at=now, units=units)
        found += [_compared(each, then, today, units) for each in same if each.unit in units.by_pk]
    return found


def _alike(figures: Iterable[Figure]) -> Iterable[list[Figure]]:
    """Those drawn at one moment over the same periods: they are counted together. What was entered is not counted."""
    groups = defaultdict[object, list[Figure]](list)
    for each in (figure for figure in figures if not figure.by_hand):
        groups[each.series.as_of, each.series.known_at, _periods(each)].append(each)
    return groups.values()


def _periods(figure: Figure) -> tuple[Period, ...]:
    return tuple(Period(each.first, each.last) for each in figure.series.points)


Counted = dict[tuple[str, int, str], Series]


def _counted(figures: Sequence[Figure], *, as_of: datetime, known_at: datetime, units: Units) -> Counted:
    indicators: list[Indicator] = list({each.indicator.key: each.indicator for each in figures}.values())
    moment = Moment(as_of=as_of, known_at=known_at)
    counting = Pass(indicators, periods=(_periods(figures[0]),), moment=moment, units=units)
    counting.read(Case.objects.filter(protected=False))
    whose = [units.by_pk[pk] for pk in sorted({each.unit for each in figures}) if pk in units.by_pk]
    return {(f.series.indicator, f.unit.pk, f.omraade): f.series for _, f in counting.found(whose)}


def _compared(figure: Figure, then: Counted, now: Counted, units: Units) -> Again:
    key = figure.series.indicator, figure.unit, figure.omraade
    whose = Whose(unit=units.by_pk[figure.unit], omraade=figure.omraade)
    earlier, later = (_whole(each.get(key), figure) for each in (then, now))
    return Again(
        name=figure.told,
        rows=tuple(_rows(figure, earlier, later)),
        words=told_apart(figure.indicator, whose, before=figure.series, after=later),
    )


def _whole(series: Series | None, figure: Figure) -> Series:
    """Without the groups; with no case to count nobody can tell."""
    if series is None:
        empty = tuple(Point(first=each.first, last=each.last, counted=None) for each in figure.series.points)
        return replace(figure.series, points=empty)
    # A unit that has got another name since is the same unit.
    return replace(series, of=figure.series.of, points=tuple(each for each in series.points if not each.group))


def _rows(figure: Figure, then: Series, now: Series) -> Iterable[Row]:
    for kept, earlier, later in zip(figure.series.points, then.points, now.points, strict=True):
        said = [told(figure.indicator, each) for each in (kept, earlier, later)]
        yield Row(period=Period(kept.first, kept.last).name, kept=said[0], then=said[1], now=said[2])
