"""What must be known of a case that is about to be closed, and how does one line of its checklist stand?

What belongs to the closing itself counts from the last time the case was opened.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from pejl import events as e
from pejl.dates import danish_date
from pejl.events import Event, Kind
from pejl.rules import Rule
from pejl.web.cases.duties import Duties
from pejl.web.cases.written import Written, label_of


class Standing(StrEnum):
    """How a line of the checklist stands."""

    DONE = "Gjort"
    MISSING = "Mangler"
    EXCUSED = "Undladt med begrundelse"
    NOT_NEEDED = "Ikke relevant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What can be registered so that the line is in place; ``about`` names the course it is for."""

    kind: Kind
    about: str = ""
    course: str = ""
    duty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the case says of one line."""

    standing: Standing
    told: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    rule: Rule | None = None  # where it is law that asks for it, and not only the procedure


@dataclass(frozen=True)
class Ending:
    """A case that is about to be closed."""

    written: Written
    duties: Duties

    @cached_property
    def efforts(self) -> list[Event]:
        """The starts of the efforts there have been since the case was last opened, or that run still."""
        started = self.written.of(e.INDSATS_IVAERKSAT, e.ANBRINGELSE_IVAERKSAT)
        first = {each.thread_id: each for each in reversed(started)}
        return [each for each in first.values() if each.day >= self.opened or not self.over(each)][::-1]

    @cached_property
    def opened(self) -> date:
        """The last time the case was opened again; before everything where it never was."""
        again = self.written.latest(e.SAG_GENAABNET)
        return again.day if again else date.min

    def over(self, effort: Event) -> bool:
        """Whether an effort has ended."""
        ends = self.written.of(e.INDSATS_OPHOERT, e.ANBRINGELSE_OPHOERT)
        return any(each.thread_id in ("", effort.thread_id) and each.order >= effort.order for each in ends)

    def of(self, *kinds: Kind) -> list[Event]:
        """What has happened of these kinds since the case was last opened."""
        return [each for each in self.written.of(*kinds) if each.day >= self.opened]

    def in_course(self, effort: Event, *kinds: Kind) -> list[Event]:
        """What has happened of these kinds in one effort, or was not tied to any."""
        return [each for each in self.of(*kinds) if each.thread_id in ("", effort.thread_id)]

    def told(self, event: Event) -> str:
        """What happened, when, and by whom."""
        by = self.written.who(event)
        return f"{label_of(event)} {danish_date(event.day)}{f' af {by}' if by else ''}"
