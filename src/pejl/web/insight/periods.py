"""How is a period written in an address, and which are counted ahead?

Months as »2026-06«, quarters as »2026-K2«, half years as »2026-H1«, years as »2026«.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from pejl.dates import FIRST_DAY, LAST_DAY
from pejl.indicators import Per, Period, latest, period_of

# So many periods of each length are kept worked out: three years, so that a year ago can be told.
KEPT: Final = {Per.MONTH: 36, Per.QUARTER: 12}
# As a page offers them, by the word in its address.
PERS: Final = {"maaned": Per.MONTH, "kvartal": Per.QUARTER}
WORD_OF: Final = {per: word for word, per in PERS.items()}
_WRITTEN: Final = re.compile(r"(?P<year>\d{4})(?:-(?:(?P<month>0[1-9]|1[0-2])|K(?P<quarter>[1-4])|H(?P<half>[12])))?")
_MONTHS_OF: Final = {"month": 1, "quarter": 3, "half": 6}
_PER_OF: Final = {"month": Per.MONTH, "quarter": Per.QUARTER, "half": Per.HALF_YEAR}


def written(period: Period) -> str:
    """The period as it stands in an address.

    >>> written(period_of(date(2026, 5, 3), per=Per.QUARTER)), written(period_of(date(2026, 5, 3), per=Per.MONTH))
    ('2026-K2', '2026-05')
    """
    first = period.first
    part = {
        Per.MONTH: f"-{first:%m}",
        Per.QUARTER: f"-K{(first.month + 2) // 3}",
        Per.HALF_YEAR: f"-H{1 if first.month == 1 else 2}",
        Per.YEAR: "",
    }
    return f"{first.year:04}{part[per_of(period)]}"


def per_of(period: Period) -> Per:
    """How long a period is that has a name of its own."""
    for per in Per:
        if period_of(period.first, per=per) == period:
            return per
    raise ValueError(f"cannot write {period} in an address; use a whole month, quarter, half year or year")


def read(text: str) -> Period | None:
    """The period an address names; None for what is none.

    >>> read("2026-K2").name, read("2026-05").name, read("2026-13")
    ('2. kvartal 2026', 'maj 2026', None)
    """
    found = _WRITTEN.fullmatch(text)
    if found is None or not FIRST_DAY.year <= int(found["year"]) < LAST_DAY.year:
        return None
    for part, months in _MONTHS_OF.items():
        if found[part]:
            first = date(int(found["year"]), (int(found[part]) - 1) * months + 1, 1)
            return period_of(first, per=_PER_OF[part])
    return period_of(date(int(found["year"]), 1, 1), per=Per.YEAR)


def ended(per: Per, *, today: date) -> Period:
    """The newest period that has ended: on its last day it has not."""
    return period_of(period_of(today, per=per).first - timedelta(days=1), per=per)


def kept(*, today: date) -> Iterator[tuple[Per, tuple[Period, ...]]]:
    """The periods that are worked out ahead, the one that runs included."""
    for per, number in KEPT.items():
        yield per, latest(per, day=today, number=number)
