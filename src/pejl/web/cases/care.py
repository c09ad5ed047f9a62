"""Where must one be careful: whom may nobody contact, and may the child be talked with without the parents?

Said on every page about the child's part, so that nothing there leads anybody to the wrong person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pejl.events import Event
from pejl.web.access.models import Case
from pejl.web.cases.day import FIRST_OF_ALL, held_back
from pejl.web.cases.models import Child, Relative
from pejl.web.cases.people import relatives_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """What to mind in this case."""

    child: Child | None
    relatives: tuple[Relative, ...]
    waits_for: tuple[str, ...]  # what must be done before anybody turns to the parents
    suspected: date | None  # the latest notification that suspects a parent
    control: date | None  # and the latest that tells of honour conflict or negative social control

    @property
    def not_to_contact(self) -> list[Relative]:
        """The grown-ups nobody may contact."""
        return [each for each in self.relatives if each.do_not_contact]

    @property
    def alone(self) -> bool:
        """Whether the page offers the talk without the parents (barnets lov § 137)."""
        return bool(self.suspected or self.control or self.waits_for)

    @property
    def any(self) -> bool:
        """Whether there is anything to say."""
        return self.alone or bool(self.not_to_contact)


def care_of(case: Case, child: Child | None, events: tuple[Event, ...]) -> Care:
    """Read from the people, the duties that come first, and what was notified."""
    waits = held_back({case.pk}).get(case.pk, ())
    return Care(
        child=child,
        relatives=tuple(relatives_of(child)) if child else (),
        waits_for=tuple(FIRST_OF_ALL[rule] for rule in dict.fromkeys(waits)),
        suspected=None if case.closed else _latest(events, "foraeldre_mistaenkt"),
        control=None if case.closed else _latest(events, "aeresrelateret"),
    )


def _latest(events: tuple[Event, ...], field: str) -> date | None:
    """The day it was last said; the page tells the day, so that an old worry is not read as a new one."""
    return max((event.day for event in events if event.fields.get(field) is True), default=None)
