"""What time is it? The one place in the web that asks; everything below gets the moment as an argument."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django.conf import settings

from pejl.dates import local_day


def now() -> datetime:
    """This instant in UTC, to the second; in an example municipality the same time of the day its papers tell of."""
    instant = datetime.now(UTC).replace(microsecond=0)
    day: date | None = settings.PEJL_DAY
    return instant.replace(year=day.year, month=day.month, day=day.day) if day else instant


def today() -> date:
    """The local day in Denmark."""
    return local_day(now())
