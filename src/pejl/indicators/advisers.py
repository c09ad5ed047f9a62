"""How often has a child's adviser changed, and how long has the child had the one it has? Never about a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from typing import Final

from pejl.indicators.counting import AdviserChanges
from pejl.indicators.indicator import Group
from pejl.indicators.period import Calendar
from pejl.indicators.reading import Read
from pejl.indicators.rows import Row, Verdict

CHANGES: Final = (
    Group("ingen", "Ingen skift"),
    Group("et", "Ét skift"),
    Group("to", "To skift"),
    Group("tre", "Tre skift eller flere"),
)


def rows_of_changes(counted: AdviserChanges, read: Read, calendar: Calendar) -> Iterator[Row]:
    """The open case at the end of each period. The child's first adviser is no change."""
    for period, last in calendar.ends:
        if read.is_open(last):
            held = [spell for spell in read.spells if spell.first <= last]
            since = last - timedelta(days=counted.days)
            changes = sum(
                later.first >= since and later.adviser != earlier.adviser for earlier, later in pairwise(held)
            )
            verdict = Verdict.YES if changes else Verdict.NO
            yield Row(read.case_id, period, verdict, last, group=CHANGES[min(changes, len(CHANGES) - 1)].key)


def rows_of_time(read: Read, calendar: Calendar) -> Iterator[Row]:
    """The open cases that have an adviser at the end of each period, and for how many days it has been that one."""
    for period, last in calendar.ends:
        if read.is_open(last):
            held = [each for each in read.spells if each.first <= last and not (each.last and each.last <= last)]
            if held:
                yield Row(read.case_id, period, Verdict.YES, last, value=float((last - held[-1].first).days))
