"""What does a worked example of a figure look like, and what does the indicator give?

A few children, about ten events, a period, and the fraction written out. The same values are the tests and the
examples printed on the page of figures, so neither can drift from the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cache

from pejl.dates import end_of_day
from pejl.engine import plain
from pejl.events import Event
from pejl.indicators import Indicator, Per, Period, Read, Row, by_key, measured, period_of, read_case, rows, told
from pejl.rulebook import RULEBOOK
from pejl.small_numbers import Shown, protected, share
from pejl.tables import Coverage, Point, Series
from tests.spec.example import Example

KNOWN_AT = datetime(2027, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A few children's events, a period, and what the indicator then gives.

    ``cases``: each child's events as in ``example.py``, and ``@AB`` for who did it. ``behind``: the verdicts of each
    child's rows, in order; a child that is not counted has none. ``gives``: the figure in words.
    """

    key: str
    says: str
    cases: Mapping[str, str]
    gives: str
    behind: Mapping[str, str]
    groups: Mapping[str, int] = field(default_factory=dict)
    month: str = "2026-06"
    as_of: str = "2026-07-31"
    families: Mapping[str, str] = field(default_factory=dict)
    posts: float = 0.0
    covers: tuple[str, ...] | None = None

    @property
    def indicator(self) -> Indicator:
        """The indicator it shows."""
        return by_key(self.key)

    @property
    def period(self) -> Period:
        """The month it is told for."""
        return period_of(date.fromisoformat(f"{self.month}-01"), per=Per.MONTH)

    @property
    def moment(self) -> datetime:
        """The end of the day it is told from."""
        return end_of_day(date.fromisoformat(self.as_of))

    def ledger(self) -> list[Event]:
        """What the source covers, and every child's events."""
        return [event for name in self.cases for event in self.events_of(name)]

    def events_of(self, name: str) -> list[Event]:
        """One child's events, with what the source covers before them."""
        lines = [line.strip() for line in self.cases[name].strip().splitlines()]
        people = [next((word[1:] for word in line.split() if word.startswith("@")), "") for line in lines]
        plainly = "\n".join(" ".join(word for word in line.split() if not word.startswith("@")) for line in lines)
        made = Example(says="", events=plainly, as_of=self.as_of, gives=(), covers=self.covers).ledger(name)
        covered, own = made[: len(made) - len(lines)], made[len(made) - len(lines) :]
        return [*covered, *(replace(event, done_by=who) for event, who in zip(own, people, strict=True))]

    def reads(self) -> list[Read]:
        """The children as figures read them."""
        return [self._read(name) for name in self.cases]

    def _read(self, name: str) -> Read:
        events = self.events_of(name)
        return read_case(
            events,
            plain.evaluate(events, rulebook=RULEBOOK, as_of=self.moment),
            coverage=Coverage.declared_in(events),
            as_of=self.moment,
            family=self.families.get(name, "") if self.families else None,
        )

    def rows(self) -> dict[str, list[Row]]:
        """What is behind the figure, by child."""
        return {
            read.case_id: rows(self.indicator, read, periods=[self.period], as_of=self.moment) for read in self.reads()
        }

    def series(self) -> Series:
        """The figure and its groups."""
        return _series(self.key, self)

    @property
    def whole(self) -> Point:
        """The figure itself."""
        return self.series().points[0]

    @property
    def given(self) -> str:
        """The figure in words."""
        return told(self.indicator, self.whole)

    def outside(self) -> Shown:
        """What may be told of it outside the department, standing alone."""
        point = self.whole
        out_of = point.counted if point.out_of is None else point.out_of
        return protected(share("tal", counted=point.counted, out_of=out_of), smallest=self.indicator.smallest)["tal"]

    def __hash__(self) -> int:
        return hash((self.key, self.says))


@cache
def _series(key: str, example: Figure) -> Series:
    return measured(
        by_key(key),
        example.reads(),
        periods=[example.period],
        as_of=example.moment,
        known_at=KNOWN_AT,
        given={"fuldtid": {example.period.last: example.posts}} if example.posts else {},
    )
