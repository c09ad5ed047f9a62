"""Which instant does a person mean by "2026-06-30" or "2026-06-30T23:59" in Denmark?"""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final

from pejl.cli.danish import DANISH
from pejl.dates import FIRST_DAY, LAST_DAY, Doubt, danish_moment, end_of_day, read_local

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)")
# A year before the calendar ends, so that limits can be counted on from any day asked about.
_LAST_ASKED_ABOUT: Final = LAST_DAY.replace(year=LAST_DAY.year - 1)
_HOW: Final = "Skriv en dag som 2026-06-30 eller et tidspunkt som 2026-06-30T23:59."
_DOUBTS: Final = {
    Doubt.TWICE: "Det klokkeslæt kom to gange den nat, hvor uret blev stillet tilbage; det første er brugt",
    Doubt.SKIPPED: "Det klokkeslæt fandtes ikke den nat, hvor uret blev stillet frem; en time senere er brugt",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant in UTC, and what was doubtful about how it was written."""

    at: datetime
    doubt: Doubt = Doubt.NONE

    @property
    def warning(self) -> str:
        """What to tell the one who wrote it; empty when nothing was doubtful."""
        return f"{_DOUBTS[self.doubt]}: {danish_moment(self.at)}." if self.doubt else ""


def moment(text: str) -> Moment:
    """A moment in Danish time; a day alone is the last second of that day.

    >>> moment("2026-06-30").at.isoformat(), moment("2026-01-15 08:30").at.isoformat()
    ('2026-06-30T21:59:59+00:00', '2026-01-15T07:30:00+00:00')
    """
    if _DAY.fullmatch(text):
        return Moment(end_of_day(day(text)))
    if found := _MOMENT.fullmatch(text):
        reading = read_local(day(found[1]), clock=_clock(found[2]))
        return Moment(reading.at, reading.doubt)
    raise ArgumentTypeError(f"{DANISH}»{text}« er ikke et tidspunkt. {_HOW}")


def day(text: str) -> date:
    """A day that the calendar vouches for."""
    try:
        found = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None:
        raise ArgumentTypeError(f"{DANISH}»{text}« er ikke en dag. Skriv en dag som 2026-06-30.")
    if not FIRST_DAY <= found <= _LAST_ASKED_ABOUT:
        raise ArgumentTypeError(
            f"{DANISH}Pejl kender kun årene {FIRST_DAY.year} til {_LAST_ASKED_ABOUT.year}, ikke »{text}«. "
            "Skriv en anden dag."
        )
    return found


def _clock(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{DANISH}»{text}« er ikke et klokkeslæt. {_HOW}") from error


def now() -> Moment:
    """What the clock shows; asked for here at the edge, and nowhere below."""
    return Moment(datetime.now(UTC).replace(microsecond=0))
