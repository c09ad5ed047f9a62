"""What are the figures, and which cases are behind each? A figure is only its rows added up, so it opens to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from statistics import median

from pejl.dates import local_day
from pejl.indicators.advisers import rows_of_changes, rows_of_time
from pejl.indicators.counting import (
    AT_THE_END,
    AdviserChanges,
    Duties,
    Happened,
    Lengths,
    Moves,
    OfTheChild,
    OnLadder,
    Per,
    Running,
    Standing,
    WithAdviser,
)
from pejl.indicators.courses import rows_of_lengths, rows_of_standing
from pejl.indicators.duties import rows_of_duties, rows_of_running
from pejl.indicators.happenings import rows_of_happened
from pejl.indicators.indicator import Indicator, Unit
from pejl.indicators.ladder import rows_of_moves, rows_on_ladder
from pejl.indicators.period import Calendar, Period
from pejl.indicators.reading import Read
from pejl.indicators.rows import NOT_COVERED, Row, Verdict
from pejl.tables import Point, Series

# What is given from outside: by its name (»fuldtid«) the number at the last day of each period.
Given = Mapping[str, Mapping[date, float]]


def rows(indicator: Indicator, read: Read, *, periods: Sequence[Period], as_of: datetime) -> list[Row]:
    """Every counted thing of this case: what a list behind the figure shows."""
    return list(_rows(indicator, read, Calendar(periods, today=local_day(as_of)), as_of=as_of))


def measured(
    indicator: Indicator,
    reads: Iterable[Read],
    *,
    periods: Sequence[Period],
    as_of: datetime,
    known_at: datetime,
    of: str = "",
    given: Given | None = None,
) -> Series:
    """One indicator's figures over these cases."""
    found = measured_all((indicator,), reads, periods=periods, as_of=as_of, known_at=known_at, of=of, given=given)
    return found[indicator.key]


def measured_all(
    indicators: Sequence[Indicator],
    reads: Iterable[Read],
    *,
    periods: Sequence[Period],
    as_of: datetime,
    known_at: datetime,
    of: str = "",
    given: Given | None = None,
) -> dict[str, Series]:
    """Several at once, by their keys; each case is read once and may then be forgotten.

    For each period first the whole, with an empty group, and then each group: of a count so many, of a share so many
    of all that could be judged. With a median or a ratio ``counted`` is the number it rests on.
    """
    found = Measuring(indicators, periods=periods, as_of=as_of, known_at=known_at)
    for read in reads:
        found.add(read, of=(of,))
    return found.series(of, given=given)


class Measuring:
    """Figures of several units on their way: a case is read once, and added to each unit that counts it."""

    def __init__(
        self, indicators: Sequence[Indicator], *, periods: Sequence[Period], as_of: datetime, known_at: datetime
    ) -> None:
        self._indicators, self._periods = tuple(indicators), tuple(periods)
        self._as_of, self._known_at = as_of, known_at
        self._calendar = Calendar(periods, today=local_day(as_of))
        self._sums: dict[str, list[_Sum]] = {}

    def add(self, read: Read, *, of: Iterable[str]) -> list[Row]:
        """Count a case in the figures of these units; it may then be forgotten. Gives what was counted in it."""
        sums, counted = [self._sums_of(each) for each in of], list[Row]()
        for place, indicator in enumerate(self._indicators):
            rows = list(_rows(indicator, read, self._calendar, as_of=self._as_of))
            for each in sums:
                each[place].add(read, rows, self._calendar)
            counted += rows
        return counted

    def series(self, of: str, *, given: Given | None = None) -> dict[str, Series]:
        """What has been counted of a unit, by the indicators' keys; without a case all is »ikke opgjort«."""
        return {
            each.indicator.key: Series(
                indicator=each.indicator.key,
                version=each.indicator.version,
                of=of,
                as_of=self._as_of,
                known_at=self._known_at,
                points=tuple(each.points(self._periods, given or {})),
            )
            for each in self._sums_of(of)
        }

    def _sums_of(self, unit: str) -> list[_Sum]:
        if unit not in self._sums:
            self._sums[unit] = [_Sum(indicator) for indicator in self._indicators]
        return self._sums[unit]


# --- the rows of one case -------------------------------------------------------------------------------------


def _rows(indicator: Indicator, read: Read, calendar: Calendar, *, as_of: datetime) -> Iterator[Row]:
    for row in _found(indicator, read, calendar, as_of=as_of):
        if _told(indicator, read, row):
            yield row
        else:
            yield row._replace(verdict=Verdict.UNKNOWN, why=NOT_COVERED, value=None)


def _found(indicator: Indicator, read: Read, calendar: Calendar, *, as_of: datetime) -> Iterator[Row]:
    match indicator.counts:
        case Duties() as counted:
            return rows_of_duties(counted, read, calendar, as_of=as_of)
        case Running() as counted:
            return rows_of_running(counted, read, calendar, as_of=as_of)
        case Happened() as counted:
            return rows_of_happened(counted, read, calendar, groups=indicator.groups)
        case Standing() as counted:
            return rows_of_standing(counted, read, calendar, groups=indicator.groups)
        case Per() as counted:
            return rows_of_standing(counted.what, read, calendar, groups=indicator.groups)
        case counted:
            return _of_the_child(counted, read, calendar)


def _of_the_child(counted: OfTheChild, read: Read, calendar: Calendar) -> Iterator[Row]:
    """What follows from the whole course of a case, and not from one event or duty."""
    match counted:
        case Lengths():
            return rows_of_lengths(counted, read, calendar)
        case Moves():
            return rows_of_moves(counted, read, calendar)
        case OnLadder():
            return rows_on_ladder(counted, read, calendar)
        case AdviserChanges():
            return rows_of_changes(counted, read, calendar)
        case WithAdviser():
            return rows_of_time(read, calendar)


def _told(indicator: Indicator, read: Read, row: Row) -> bool:
    """Whether a source of the case would have told: without it those that were kept would be seen and the rest not."""
    needs = indicator.needs
    match indicator.counts:
        case Duties() as counted:
            since = row.since or row.day
            return read.covers(counted.needs.get(row.rule, needs), all_from=since, on=since)
        case counted if isinstance(counted, AT_THE_END):
            return read.covers(needs, all_from=row.day, on=row.day)
    return read.covers(needs, all_from=row.period.first, on=row.day)


def _speaks(indicator: Indicator, read: Read, period: Period, last: date) -> bool:
    """Whether the case's sources tell of the period, so that nothing found in it means none."""
    first = last if isinstance(indicator.counts, AT_THE_END) else period.first
    return read.covers(indicator.needs, all_from=first, on=last)


# --- adding up ------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Cell:
    """What has been counted in one period, as a whole or in one group."""

    rows: Counter[Verdict] = field(default_factory=Counter)
    together: dict[str, Verdict] = field(default_factory=dict)
    values: list[float] = field(default_factory=list)

    def add(self, row: Row) -> None:
        if not row.counted_as or row.verdict is Verdict.UNKNOWN:
            self.rows[row.verdict] += 1
        elif self.together.get(row.counted_as) is not Verdict.YES:
            self.together[row.counted_as] = row.verdict
        if row.value is not None:
            self.values.append(row.value)

    def number(self, verdict: Verdict) -> int:
        return self.rows[verdict] + sum(each is verdict for each in self.together.values())

    @property
    def judged(self) -> int:
        return self.number(Verdict.YES) + self.number(Verdict.NO)


class _Sum:
    """The figures of one indicator on their way."""

    def __init__(self, indicator: Indicator) -> None:
        self.indicator = indicator
        self._cells: dict[tuple[Period, str], _Cell] = {}
        self._spoken: set[Period] = set()  # some source tells of these

    def add(self, read: Read, rows: Iterable[Row], calendar: Calendar) -> None:
        if len(self._spoken) < len(calendar.ends):
            silent = (each for each in calendar.ends if each[0] not in self._spoken)
            self._spoken.update(period for period, last in silent if _speaks(self.indicator, read, period, last))
        for row in rows:
            self._cell(row.period, "").add(row)
            if row.group and row.verdict is not Verdict.UNKNOWN:
                self._cell(row.period, row.group).add(row)

    def _cell(self, period: Period, group: str) -> _Cell:
        found = self._cells.get((period, group))
        if found is None:
            found = self._cells[period, group] = _Cell()
        return found

    def points(self, periods: Sequence[Period], given: Given) -> Iterator[Point]:
        """Each period with its groups, in order."""
        for period in periods:
            whole = self._cells.get((period, ""), _Cell())
            counted_at_all = bool(whole.judged) or (period in self._spoken and not self._blind(whole))
            for group in ("", *(each.key for each in self.indicator.groups)):
                cell = self._cells.get((period, group), _Cell())
                yield self._point(period, group, cell, whole=whole if counted_at_all else None, given=given)

    def _blind(self, whole: _Cell) -> bool:
        """Whether a ratio would stand for things of which not one could be decided."""
        return self.indicator.unit is Unit.RATIO and bool(whole.number(Verdict.UNKNOWN))

    def _point(self, period: Period, group: str, cell: _Cell, *, whole: _Cell | None, given: Given) -> Point:
        unknown = cell.number(Verdict.UNKNOWN)
        if whole is None:
            return Point(first=period.first, last=period.last, counted=None, unknown=unknown, group=group)
        share = self.indicator.unit is Unit.SHARE
        return Point(
            first=period.first,
            last=period.last,
            counted=cell.judged if group else cell.number(Verdict.YES),
            out_of=whole.judged if share else None,
            unknown=unknown,
            group=group,
            value=self._value(period, cell, given),
        )

    def _value(self, period: Period, cell: _Cell, given: Given) -> float | None:
        match self.indicator.unit:
            case Unit.DAYS:
                return float(median(cell.values)) if cell.values else None
            case Unit.RATIO:
                of = given.get(self.indicator.given, {}).get(period.last)
                return cell.number(Verdict.YES) / of if of else None
        return None
