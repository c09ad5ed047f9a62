"""Is a published figure still the same: counted again by what was known then, and beside it by what is known now?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Q

from pejl.dates import local_day
from pejl.events import RETTELSE
from pejl.indicators import Came, Indicator, Period, came_later, difference
from pejl.tables import Series
from pejl.web.access.models import Case
from pejl.web.cases import bridge
from pejl.web.insight.counting import Moment, Pass, read_together
from pejl.web.insight.figures import Whose
from pejl.web.insight.units import Units, kinds_of_case, unprotected

# Said where the two differ and nothing that was written down later explains it.
ELSE: Final = "En sag kan også være flyttet til en anden enhed eller ikke længere tælle med."
OTHER_RULES: Final = "Kommunens egne tal eller reglerne i Pejl er ændret siden."


def rerun(
    indicator: Indicator, whose: Whose, *, periods: Sequence[Period], as_of: datetime, known_at: datetime
) -> Series:
    """The figure as of one moment and as known at another; the same two always give the same.

    The team and the kind of each case are those of then. A protected case counts in none, also where it was not yet
    protected then: what has been published stands in the paper, and this must not tell what has become protected.
    """
    return _at_each(indicator, whose, periods=periods, moments=[Moment(as_of=as_of, known_at=known_at)])[0]


def _at_each(
    indicator: Indicator, whose: Whose, *, periods: Sequence[Period], moments: Sequence[Moment]
) -> list[Series]:
    units = Units()
    passes = [Pass((indicator,), periods=(periods,), moment=each, units=units) for each in moments]
    read_together(Case.objects.filter(protected=False), passes)
    kinds = kinds_of_case(indicator)
    kind = whose.omraade if whose.omraade in kinds else kinds[0]
    return [_of(one, moment, indicator, whose, kind) for one, moment in zip(passes, moments, strict=True)]


def _of(one: Pass, moment: Moment, indicator: Indicator, whose: Whose, kind: str) -> Series:
    found = [each.series for _, each in one.found([whose.unit]) if each.omraade == kind]
    known_at = moment.known_at or moment.as_of
    return found[0] if found else _nothing(indicator, whose, as_of=moment.as_of, known_at=known_at)


def _nothing(indicator: Indicator, whose: Whose, *, as_of: datetime, known_at: datetime) -> Series:
    """No case to count: nobody can tell."""
    return Series(
        indicator=indicator.key,
        version=indicator.version,
        of=whose.unit.name,
        as_of=as_of,
        known_at=known_at,
        points=(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The figure with what was known then and with what is known now, as of the same moment, and the difference."""

    then: Series
    now: Series
    words: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether nothing has changed."""
        return self.then.points == self.now.points


def compared(
    indicator: Indicator, whose: Whose, *, periods: Sequence[Period], known_at: datetime, now: datetime
) -> Compared:
    """Both numbers, and the difference in words."""
    moments = [Moment(as_of=known_at, known_at=each) for each in (known_at, now)]
    then, again = _at_each(indicator, whose, periods=periods, moments=moments)
    return Compared(then=then, now=again, words=told_apart(indicator, whose, before=then, after=again))


def told_apart(indicator: Indicator, whose: Whose, *, before: Series, after: Series) -> tuple[str, ...]:
    """The difference between a figure and a later one in words; empty: there is none.

    For a paper: ``before`` is the series it was published with.
    """
    if before.points == after.points:
        return ()
    since, until = sorted((before.known_at, after.known_at))
    came = came_between(indicator, whose, since=since, until=until, by=before.as_of)
    words = difference(indicator, before, after, came=came)
    if not words:
        return ()
    if bridge.rulebook(known_at=since).fingerprint != bridge.rulebook(known_at=until).fingerprint:
        words = (*words, OTHER_RULES)
    return words if came.later or came.corrected else (*words, ELSE)


def came_between(indicator: Indicator, whose: Whose, *, since: datetime, until: datetime, by: datetime) -> Came:
    """How much the figure may rest on came late: happened by a moment, was written down or corrected between two."""
    kinds = indicator.kinds | bridge.kinds_counted(frozenset(indicator.rules))
    cases, day = unprotected(Units(), whose.unit), local_day(by)
    events = bridge.ledger_events(cases, only=Q(kind__in=sorted(kinds | {RETTELSE.key})))
    late = [each for each in events if each.day <= day or each.kind == RETTELSE.key]
    return came_later(late, kinds=kinds, since=since, until=until)
