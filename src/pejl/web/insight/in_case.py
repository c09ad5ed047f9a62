"""Which focus areas does one child's case bear on, and what does each mean here? Told to the one who works in it.

Never a score and never a comparison with other children: only which of the things we work on have been done here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from pejl.dates import local_day
from pejl.indicators import Better, Indicator, Per, Period, Row, Unit, Verdict, latest, rows
from pejl.indicators.counting import AT_THE_END
from pejl.indicators.telling import decimal
from pejl.web.cases.reads import reading_of, reads
from pejl.web.insight.figures import indicator_of
from pejl.web.insight.thread import by_area, pointing

if TYPE_CHECKING:
    from pejl.indicators import Read
    from pejl.web.access.models import Case
    from pejl.web.plan.models import Effect, Evidence, FocusArea

# A year: what is older is history, and stands in the case itself.
_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Seen:
    """What a figure counts in this case, the newest first."""

    indicator: Indicator
    rows: tuple[Row, ...]

    @property
    def words(self) -> str:
        """How it stands here, in a sentence."""
        return _words(self.indicator, self.rows)

    @property
    def last(self) -> date:
        """The day of the newest."""
        return self.rows[0].day

    @property
    def stands(self) -> bool:
        """Whether it is how it stands, and not something that happened on a day."""
        return isinstance(self.indicator.counts, AT_THE_END)

    @property
    def open(self) -> bool:
        """Whether the newest of them was not as we want it."""
        unwanted = {Better.HIGHER: Verdict.NO, Better.LOWER: Verdict.YES}.get(self.indicator.better)
        return self.indicator.unit is Unit.SHARE and self.rows[0].verdict is unwanted


@dataclass(frozen=True, slots=True)
class Bearing:
    """A focus area with the effects this case bears on."""

    area: FocusArea
    effects: tuple[tuple[Effect, tuple[Seen, ...]], ...]


def bearings(case: Case, *, at: datetime) -> tuple[list[Bearing], bool]:
    """By focus area; and whether any effect in force points to a figure at all. A fixed number of questions."""
    evidence = pointing()
    # A figure for each adviser says nothing of a child.
    known = {each.subject: found for each in evidence if (found := indicator_of(each.subject))}
    wanted = {key: each for key, each in known.items() if each.unit is not Unit.RATIO}
    own = type(case).objects.filter(pk=case.pk)
    read = next((read for _, read in reads(own, reading_of([*wanted.values()], as_of=at))), None)
    if read is None:
        return [], bool(known)
    seen = {key: here for key, each in wanted.items() if (here := _seen(each, read, at=at))}
    bearing = by_area(each for each in evidence if each.subject in seen)
    return [_bearing(area, found, seen) for area, found in bearing], bool(known)


def _bearing(area: FocusArea, evidence: list[Evidence], seen: dict[str, Seen]) -> Bearing:
    effects: dict[Effect, list[Seen]] = {}
    for each in evidence:
        effects.setdefault(each.effect, []).append(seen[each.subject])
    return Bearing(area, tuple((effect, tuple(found)) for effect, found in effects.items()))


def _seen(indicator: Indicator, read: Read, *, at: datetime) -> Seen | None:
    """What it counts here within the year; of what stands, only as it stands now."""
    today = local_day(at)
    periods = (Period(today, today),) if isinstance(indicator.counts, AT_THE_END) else _year(today)
    found = sorted(rows(indicator, read, periods=periods, as_of=at), key=lambda each: each.day, reverse=True)
    return Seen(indicator, tuple(found)) if found else None


def _year(today: date) -> tuple[Period, ...]:
    return latest(Per.MONTH, day=today, number=_MONTHS)


def _words(indicator: Indicator, found: tuple[Row, ...]) -> str:
    """Plain numbers of this case: how many times, how many of them as asked, and what nobody can tell."""
    yes, no, unknown = (sum(each.verdict is verdict for each in found) for verdict in Verdict)
    if indicator.unit is Unit.DAYS:
        days = [each.value for each in found if each.value is not None]
        return f"{decimal(days[0])} dage" if days else "Kan ikke afgøres"
    told = []
    if indicator.unit is Unit.SHARE and yes + no == 1:
        told.append("Ja" if yes else "Nej")
    elif indicator.unit is Unit.SHARE and yes + no:
        told.append(f"Ja {yes} af {yes + no} gange")
    elif yes:
        told.append("Én gang" if yes == 1 else f"{yes} gange")
    if unknown:
        told.append("kan ikke afgøres" if not told else f"{unknown} kan ikke afgøres")
    return ", ".join(told)[:1].upper() + ", ".join(told)[1:]
