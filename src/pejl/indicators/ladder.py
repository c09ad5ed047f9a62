"""On which step of the ladder does a child stand, and when did it move up or down?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from pejl.events import Event
from pejl.indicators.counting import DOWN, UP, Ladder, Moves, OnLadder
from pejl.indicators.indicator import Group
from pejl.indicators.period import Calendar
from pejl.indicators.reading import Read, all_hold, end_of, in_course
from pejl.indicators.rows import FIELD_MISSING, Row, Verdict

MOVES: Final = (Group(UP, "Op ad trappen, længere fra hverdagen"), Group(DOWN, "Ned ad trappen, tættere på hverdagen"))
# Below all steps, and a step that cannot be told.
_NONE, _UNTOLD = 0, -1


class Stay(NamedTuple):
    """An effort stood on a step from a day until another; no end: still."""

    step: int
    first: date
    until: date | None
    event: Event


class Level(NamedTuple):
    """From this day the highest step was this, because of that effort; none: no help."""

    day: date
    step: int
    stay: Stay | None


def stays(ladder: Ladder, read: Read) -> list[Stay]:
    """Every effort of the case by its step; a change of placement ends one stay and begins the next."""
    begun = [event for kind in ladder.ended_by for event in read.by_kind.get(kind.key, ())]
    begun.sort(key=lambda each: each.order)
    return [_stay(ladder, read, event, begun) for event in begun]


def _stay(ladder: Ladder, read: Read, event: Event, begun: list[Event]) -> Stay:
    kinds = {kind.key: ended for kind, ended in ladder.ended_by.items()}
    over = end_of(read, event, ended_by=kinds[event.kind])
    changed = next(
        (e for e in begun if e.order > event.order and kinds[e.kind] == kinds[event.kind] and _same(e, event)), None
    )
    ends = [each.day for each in (over, changed) if each]
    return Stay(_step(ladder, event), event.day, min(ends, default=None), event)


def _same(event: Event, of: Event) -> bool:
    """Whether it is a change of the same effort: in the same course, where the course is told."""
    return bool(of.thread_id) and in_course(event, of)


def _step(ladder: Ladder, event: Event) -> int:
    for rung in ladder.rungs:
        if any(match.kind.key == event.kind and all_hold(match.where, event) for match in rung.efforts):
            return rung.number
    return _UNTOLD


def _step_on(found: list[Stay], day: date) -> tuple[int, Stay | None]:
    """The highest step at the end of the day; an untold one decides unless another stands on the top."""
    running = [each for each in found if each.first <= day and not (each.until and each.until <= day)]
    if not running:
        return _NONE, None
    highest = max(running, key=lambda each: each.step)
    untold = next((each for each in running if each.step == _UNTOLD), None)
    return (_UNTOLD, untold) if untold else (highest.step, highest)


def _levels(found: list[Stay]) -> list[Level]:
    """The child's step from each day on which it may have become another."""
    days = sorted({day for each in found for day in (each.first, each.until) if day})
    return [Level(day, *_step_on(found, day)) for day in days]


def rows_of_moves(counted: Moves, read: Read, calendar: Calendar) -> Iterator[Row]:
    """Each day the highest step became another; to begin or to end with help is no move."""
    before, left = _NONE, None
    for day, step, stay in _levels(stays(counted.ladder, read)):
        if stay is None:
            left = left or day
            continue
        near = left is None or (day - left).days <= counted.ladder.gap_days
        period = calendar.of(day)
        if before != _NONE and near and step != before and period:
            row = Row(read.case_id, period, Verdict.YES, day, event_id=stay.event.event_id)
            untold = _UNTOLD in (before, step)
            way = UP if step > before else DOWN
            yield row._replace(verdict=Verdict.UNKNOWN, why=FIELD_MISSING) if untold else row._replace(group=way)
        before, left = step, None


def rows_on_ladder(counted: OnLadder, read: Read, calendar: Calendar) -> Iterator[Row]:
    """The child at the end of each period on its highest step, and the days it has stood there."""
    levels = _levels(stays(counted.ladder, read))
    for period, last in calendar.ends if levels else ():
        reached = [each for each in levels if each.day <= last]
        if reached and (stay := reached[-1].stay) and read.is_open(last):
            step, since = reached[-1].step, _since(reached)
            row = Row(read.case_id, period, Verdict.YES, last, event_id=stay.event.event_id, group=f"trin_{step}")
            untold = row._replace(verdict=Verdict.UNKNOWN, why=FIELD_MISSING, group="")
            yield untold if step == _UNTOLD else row._replace(value=float((last - since).days))


def _since(reached: list[Level]) -> date:
    """The day on which the child came to the step it stands on."""
    came = reached[-1].day
    for each in reversed(reached):
        if each.step != reached[-1].step:
            break
        came = each.day
    return came


def steps(ladder: Ladder) -> tuple[Group, ...]:
    """A group for each step that a case can tell of; of the others a zero would say what nobody knows."""
    told = (rung for rung in ladder.rungs if rung.efforts)
    return tuple(Group(f"trin_{rung.number}", f"Trin {rung.number}: {rung.label}") for rung in told)
