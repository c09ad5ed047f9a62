"""What are the figures of every unit as of a moment, counted from the cases in one pass?

Both the figures kept each night and those counted again as they were known once come from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from pejl.dates import local_day
from pejl.indicators import Indicator, Measuring, Period, Read
from pejl.indicators import Unit as Sort
from pejl.tables import Series
from pejl.web.cases.reads import Reading, reads, reads_at
from pejl.web.insight.units import BOTH, FullTime, Units, kind_then

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from pejl.web.access.models import Case, Unit


@dataclass(frozen=True, slots=True)
class Found:
    """An indicator's figures in one unit and one kind of case."""

    unit: Unit
    omraade: str
    series: Series


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """As of when, and as known when; ``known_at`` None: all that is known, which only goes with now."""

    as_of: datetime
    known_at: datetime | None = None

    @property
    def then(self) -> bool:
        """Whether it is another moment than now."""
        return self.known_at is not None


class Pass:
    """One reading of the cases, for some indicators over some periods."""

    def __init__(
        self, indicators: Iterable[Indicator], *, periods: Sequence[Sequence[Period]], moment: Moment, units: Units
    ) -> None:
        self._moment, self._units, self._periods = moment, units, periods
        known_at, every = moment.known_at or moment.as_of, list(indicators)
        rules = frozenset(rule for each in every for rule in each.rules)
        self.reading = Reading(as_of=moment.as_of, known_at=moment.known_at, rules=rules)
        self._sums = [
            (alike, number, Measuring(some, periods=each, as_of=moment.as_of, known_at=known_at))
            for alike, some in _by_kind(every)
            if some
            for number, each in enumerate(periods)
        ]
        # What has a case in it: of the others there is nothing to tell.
        self._seen: set[tuple[int, str]] = set()

    def read(self, cases: QuerySet[Case]) -> None:
        """Count these cases."""
        for case, read in reads(cases, self.reading):
            self.add(case, read)

    def add(self, case: Case, read: Read) -> None:
        """Count one."""
        on = local_day(self._moment.as_of) if self._moment.then else None
        units = self._units.counting(self._units.team(case, read, on=on))
        kind = kind_then(case, read, then=self._moment.then)
        self._seen |= {(unit, kind) for unit in units}
        for alike, _, sums in self._sums:
            sums.add(read, of=[_key(unit, kind if alike else BOTH) for unit in units])

    def found(self, units: Iterable[Unit]) -> Iterator[tuple[int, Found]]:
        """The figures of these units, with the place of the periods they are of."""
        full_time = FullTime(self._units)
        for unit in units:
            for alike, number, sums in self._sums:
                given = full_time.given(unit, periods=self._periods[number], as_of=self._moment.as_of)
                kinds = [kind for pk, kind in sorted(self._seen) if pk == unit.pk] if alike else [BOTH]
                for kind in kinds:
                    for series in sums.series(_key(unit.pk, kind), given=given).values():
                        yield number, Found(unit, kind, replace(series, of=unit.name))


def read_together(cases: QuerySet[Case], passes: Sequence[Pass]) -> None:
    """Count the cases in several passes of different moments, read from the database once."""
    for case, read_at_each in reads_at(cases, [each.reading for each in passes]):
        for one, read in zip(passes, read_at_each, strict=True):
            one.add(case, read)


def _by_kind(indicators: list[Indicator]) -> tuple[tuple[bool, list[Indicator]], ...]:
    """Those told by kind of case, and those told of both."""
    apart = [each for each in indicators if each.unit is not Sort.RATIO]
    return (True, apart), (False, [each for each in indicators if each.unit is Sort.RATIO])


def _key(unit: int, kind: str) -> str:
    return f"{unit} {kind}"
