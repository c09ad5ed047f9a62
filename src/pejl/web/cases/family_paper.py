"""What of the child's own part may be printed for the family, without a trace of what the child wants hidden?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pejl.web.cases.voice import ARRIVED, Entry, Trail


def for_the_family(trail: Trail) -> Trail:
    """What the family may be given: nothing the child wants hidden, and no sign that there is more.

    Where the parents were suspected, only what the child is known not to mind.
    """
    gone = {each.event_id for each in trail.entries if _withheld(each, unsafe=trail.unsafe)}
    gone |= set(_answers_that_tell(trail.entries, gone))
    kept = [each for each in trail.entries if each.event_id not in gone]
    return replace(trail, entries=tuple(_plain(each, without=gone) for each in kept))


def _withheld(entry: Entry, *, unsafe: bool) -> bool:
    if entry.hidden or entry.shape == "left_out" or entry.kind in ARRIVED:
        return True
    return unsafe and entry.shape in ("talk", "words", "answer") and not entry.said_not_hidden


def _answers_that_tell(entries: Iterable[Entry], gone: set[str]) -> Iterator[str]:
    """An answer to something hidden may repeat it, unless somebody has said that it does not."""
    for talk in entries:
        for after in talk.came_after if talk.event_id in gone else ():
            if after.shape == "answer" and not after.said_not_hidden:
                yield after.event_id


def _plain(entry: Entry, *, without: set[str]) -> Entry:
    after = tuple(each for each in entry.came_after if each.event_id not in without)
    return replace(entry, lacks=(), notes=(), came_after=after)
