"""Is a child still expected in this case, and what is told of it until it is born?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pejl.events import BARNET_FOEDT, UNDERRETNING_MODTAGET, Event
from pejl.web.cases.models import Child


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A child that is not born yet."""

    day: date | None
    passed: bool


def expected(child: Child | None, standing: Iterable[Event], *, today: date) -> Expected | None:
    """The child that is expected, or None: it is born, or nobody has spoken of an unborn child."""
    if child is not None and child.born is not None:
        return None
    unborn = bool(child and child.expected)
    for event in standing:
        if event.kind == UNDERRETNING_MODTAGET.key and event.fields.get("ufoedt") is True:
            unborn = True
        if event.kind == BARNET_FOEDT.key:
            return None
    day = child.expected if child else None
    return Expected(day=day, passed=bool(day and day < today)) if unborn else None
