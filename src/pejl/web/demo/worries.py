"""What came in just before the demo begins? A few fresh notifications, so that a day's work can be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from pejl.dates import local_day
from pejl.events import UNDERRETNING_MODTAGET, Event, FieldValue
from pejl.web.demo.people import SOURCE

_WRITTEN_DOWN: Final = timedelta(minutes=20)


# What a notification says when nothing special is the matter; unsaid, it could not be judged.
_NOTHING_SPECIAL: Final[dict[str, FieldValue]] = {
    "uafklaret_type": False,
    "mistanke_overgreb": False,
    "foraeldre_mistaenkt": False,
    "ufoedt": False,
    "aeresrelateret": False,
}


@dataclass(frozen=True, slots=True)
class _Worry:
    """A notification that came so many hours ago, on a case of the demo's first or second adviser."""

    hours: int
    notifier: str
    adviser: int = 0
    told: dict[str, FieldValue] = field(default_factory=dict)


# Two are overdue; suspected abuse (§ 137) and an honour conflict (§ 18) come before anything else.
_WORRIES: Final = (
    _Worry(30, "skole"),
    _Worry(26, "sundhedspleje"),
    _Worry(20, "skole", told={"mistanke_overgreb": True, "foraeldre_mistaenkt": True}),
    _Worry(9, "dagtilbud", told={"aeresrelateret": True}),
    _Worry(4, "skole", adviser=1),
    _Worry(2, "anonym", adviser=1),
)


def fresh_worries(cases: tuple[list[str], list[str]], *, now: datetime) -> Iterator[Event]:
    """The notifications, each on a case of its own of one of the two advisers."""
    left = [iter(own) for own in cases]
    for number, worry in enumerate(_WORRIES):
        case = next(left[worry.adviser], None)
        if case is not None:
            yield _notification(f"demo-{number}", case, worry, at=now - timedelta(hours=worry.hours))


def _notification(event_id: str, case: str, worry: _Worry, *, at: datetime) -> Event:
    return Event(
        event_id=event_id,
        case_id=case,
        kind=UNDERRETNING_MODTAGET.key,
        day=local_day(at),
        at=at.replace(second=0),
        thread_id="DEMO-U1",
        recorded_at=at.replace(second=0) + _WRITTEN_DOWN,
        source=SOURCE,
        fields={"underretter": worry.notifier, **_NOTHING_SPECIAL, **worry.told},
    )
