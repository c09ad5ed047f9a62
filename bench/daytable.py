"""When does each day begin and end, and when is each limit up that is counted from it? One row a day.

What a data warehouse calls a date dimension. The baselines share it with the engines' calendar, for how the law
counts days is not what is measured here.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import partial

import pandas as pd

from pejl.dates import (
    LAST_OF_MONTH,
    WorkingCalendar,
    add_days,
    add_months,
    add_working_days,
    end_of_day,
    start_of_day,
)

_LIMITS = {
    "six_working_days_strict": partial(add_working_days, days=6, calendar=WorkingCalendar.STRICT),
    "six_working_days": partial(add_working_days, days=6, calendar=WorkingCalendar.LATE),
    "fourteen_days": partial(add_days, days=14),
    "three_months": partial(add_months, months=3, if_missing_day=LAST_OF_MONTH),
    "four_months": partial(add_months, months=4, if_missing_day=LAST_OF_MONTH),
}


def day_table(days: Iterable[date]) -> pd.DataFrame:
    """``day``, ``begins``, ``ends`` and the last instant of each limit counted from the day (UTC, naive)."""
    ordered = sorted(days)
    columns: dict[str, list[datetime]] = {
        "day": [datetime(d.year, d.month, d.day) for d in ordered],  # noqa: DTZ001 -- pandas has no plain days
        "begins": [_naive(start_of_day(day)) for day in ordered],
        "ends": [_naive(end_of_day(day)) for day in ordered],
    }
    for name, limit in _LIMITS.items():
        columns[name] = [_naive(end_of_day(limit(day))) for day in ordered]
    return pd.DataFrame(columns, dtype="datetime64[us]")


def _naive(instant: datetime) -> datetime:
    return instant.replace(tzinfo=None)
