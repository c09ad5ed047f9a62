"""How is it going with the goals in the children's plans, as they were last judged, in a unit's cases?

The goals belong to the children and not to a focus area, so the number says how many there are of each answer, and
nothing of which effect moved them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from django.db.models import Q

from pejl.events import MAAL_VURDERET, MAALSTATUS, RETTELSE, effective
from pejl.web.cases import bridge

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from pejl.web.access.models import Case

_YEAR: Final = timedelta(days=365)
_NOT_SAID: Final = "Ikke skrevet, hvordan det går"


@dataclass(frozen=True, slots=True)
class Progress:
    """The goals judged within a year, by the newest judgement of each."""

    parts: tuple[tuple[str, int], ...]

    @property
    def number(self) -> int:
        """All of them."""
        return sum(number for _, number in self.parts)


def progress(cases: QuerySet[Case], *, today: date) -> Progress:
    """Each goal once, by its newest judgement; one question."""
    events = bridge.ledger_events(cases, only=Q(kind__in=[MAAL_VURDERET.key, RETTELSE.key]))
    newest: dict[tuple[str, str], str] = {}
    for event in sorted(effective(events), key=lambda each: each.order):
        if event.kind == MAAL_VURDERET.key and today - _YEAR < event.day <= today:
            newest[event.case_id, event.thread_id or event.event_id] = str(event.fields.get(MAALSTATUS.name, ""))
    counted = Counter(newest.values())
    told = [(label, counted.pop(code, 0)) for code, label in MAALSTATUS.choices.items()]
    return Progress((*told, *(((_NOT_SAID, sum(counted.values())),) if counted else ())))
