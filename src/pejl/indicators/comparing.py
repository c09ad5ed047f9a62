"""Why is a figure not the same as last time? Two series compared in Danish words, saying only what is known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from pejl.dates import local_day
from pejl.events import RETTELSE, Event
from pejl.indicators.indicator import Indicator
from pejl.indicators.telling import period_of_point, told
from pejl.tables import Point, Series
from pejl.wording import danish_day


@dataclass(frozen=True, slots=True)
class Came:
    """What was written down between two moments: events, and corrections of events."""

    later: int = 0
    corrected: int = 0


def came_later(events: Iterable[Event], *, kinds: Collection[str], since: datetime, until: datetime) -> Came:
    """How much of these kinds was registered after the one moment and by the other, and how much was corrected.

    ``events``: all that was ever written in the cases counted, corrections included.
    """
    written = [each for each in events if each.recorded_at <= until]
    of_kind = {(e.case_id, e.event_id) for e in written if e.kind in kinds}
    new = [each for each in written if each.recorded_at > since]
    corrected = [e for e in new if e.kind == RETTELSE.key and (e.case_id, str(e.fields.get("replaces"))) in of_kind]
    return Came(sum(each.kind in kinds for each in new), len(corrected))


def difference(indicator: Indicator, before: Series, after: Series, *, came: Came | None = None) -> tuple[str, ...]:
    """Each period where the figure has become another, and then what is known of why; empty: nothing has.

    Nothing is said of a period that only one of them tells of.
    """
    if {before.indicator, after.indicator} != {indicator.key} or before.of != after.of:
        raise ValueError(f"cannot compare {before.indicator} of {before.of!r} with {after.indicator} of {after.of!r}")
    changed = tuple(_changes(indicator, before, after))
    return (*changed, *_why(before, after, came)) if changed else ()


def _changes(indicator: Indicator, before: Series, after: Series) -> Iterator[str]:
    now = {(each.first, each.last, each.group): each for each in after.points}
    for old in before.points:
        new = now.get((old.first, old.last, old.group))
        if new and new != old:
            yield _change(indicator, old, new)


def _change(indicator: Indicator, old: Point, new: Point) -> str:
    group = f" for »{indicator.label_of.get(old.group, old.group)}«" if old.group else ""
    return f"I {period_of_point(old).name} var tallet{group} {told(indicator, old)}. Nu er det {told(indicator, new)}."


def _why(before: Series, after: Series, came: Came | None) -> Iterator[str]:
    if before.version != after.version:
        yield (
            f"Tallet er nu opgjort efter udgave {after.version} af definitionen og før efter udgave {before.version}, "
            "så de to kan ikke sammenlignes."
        )
    if before.source != after.source:
        yield "Tallet kommer ikke fra det samme sted som før."
    if before.as_of != after.as_of:
        yield (
            f"Før var det opgjort pr. {danish_day(local_day(before.as_of))}, nu pr. "
            f"{danish_day(local_day(after.as_of))}."
        )
    if before.known_at != after.known_at:
        yield _registered(min(before.known_at, after.known_at), came)


def _registered(since: datetime, came: Came | None) -> str:
    day = danish_day(local_day(since))
    if came is None:
        return f"Det, der er registreret eller rettet siden {day}, er kommet med."
    one = came.later == 1
    later = f"er {came.later} {'hændelse' if one else 'hændelser'}, som tallet kan bygge på, registreret"
    corrected = f"{came.corrected or 'ingen'} er rettet"
    return f"Siden {day} {later}, og {corrected}."
