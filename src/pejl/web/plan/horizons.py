"""When is a recommendation meant to be done? Each horizon as a value: so many months from the day it was given.

The lengths are the Task Force's own (»½ år« and »1-2 år«). How a month without that day is counted, and that the days
are dates to steer by and no limits of the law, is ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from pejl.dates import LAST_OF_MONTH, MissingDay, add_months
from pejl.web.plan.models import Recommendation

# The months have no 31st each: the last day of the month then, as for the limits of the law.
ROUNDING: Final[MissingDay] = LAST_OF_MONTH
RULE: Final = (
    "Dagene regnes i måneder fra den dag, anbefalingen er givet: kort sigt et halvt år, lang sigt et til to år. Har "
    "måneden ingen sådan dag, er det månedens sidste. Det er dage at styre efter og ingen frist i loven."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Horizon:
    """How many months after it was given it is expected to be done, at the earliest and at the latest."""

    key: Recommendation.Horizon
    latest: int
    earliest: int | None = None


HORIZONS: Final[Mapping[str, Horizon]] = MappingProxyType(
    {
        each.key.value: each
        for each in (
            Horizon(key=Recommendation.Horizon.KORT, latest=6),
            Horizon(key=Recommendation.Horizon.LANG, earliest=12, latest=24),
        )
    }
)


@dataclass(frozen=True, slots=True)
class Expected:
    """The days a horizon gives; None where it gives none."""

    due_from: date | None = None
    due: date | None = None


def expected(horizon: str, given_on: date | None) -> Expected:
    """The days, from the day it was given; none without that day, or for what the analysis recommended at first.

    >>> expected("kort", date(2023, 8, 31)).due
    datetime.date(2024, 2, 29)
    """
    rule = HORIZONS.get(horizon)
    if rule is None or given_on is None:
        return Expected()
    return Expected(_after(given_on, rule.earliest), _after(given_on, rule.latest))


def computed(values: Mapping[str, Any]) -> dict[str, date | None]:
    """What a sheet of a recommendation leaves to be worked out."""
    days = expected(str(values.get("horizon", "")), values.get("given_on"))
    return {"due_from": days.due_from, "due": days.due}


def is_moved(row: Recommendation) -> bool:
    """Whether somebody has given it another day than its horizon does."""
    days = expected(row.horizon, row.given_on)
    return days.due is not None and (row.due_from, row.due) != (days.due_from, days.due)


def _after(day: date, months: int | None) -> date | None:
    return None if months is None else add_months(day, months=months, if_missing_day=ROUNDING)
