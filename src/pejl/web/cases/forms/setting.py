"""What must a form know before it asks: which kind of event, in which case, filled in by whom?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from pejl.dates import local_day
from pejl.events import Kind
from pejl.rules import Rulebook
from pejl.web.cases.forms.courses import Running


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody who can have done it."""

    initials: str
    name: str = ""

    @property
    def choice(self) -> tuple[str, str]:
        """As it stands in a list."""
        return self.initials, f"{self.name} ({self.initials})" if self.name else self.initials


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The kind, the moment, who asks, and what there is to choose from."""

    kind: Kind
    book: Rulebook
    moment: datetime
    me: Colleague
    courses: list[Running] = field(default_factory=list)
    people: list[Colleague] = field(default_factory=list)
    # The course of the duty the form was opened for, or of the event it corrects; None: neither.
    thread_id: str | None = None
    # Known already, so that nobody is asked.
    done_by: str | None = None
    # ``people`` are the advisers to choose from, and one of them gets the case.
    allocates: bool = False
    # Beside a case system: no free text about the case.
    beside: bool = False
    # Filled in with what an event says, to be put right.
    correcting: bool = False
    # May read what others have written about the family.
    reads_text: bool = True

    @property
    def today(self) -> date:
        """The local day."""
        return local_day(self.moment)
