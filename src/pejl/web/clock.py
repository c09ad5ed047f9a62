"""What time is it? The one place in the web that asks; everything below gets the moment as an argument."""

from __future__ import annotations

from datetime import UTC, date, datetime

from pejl.dates import local_day


def now() -> datetime:
    """This instant in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def today() -> date:
    """The local day in Denmark."""
    return local_day(now())
