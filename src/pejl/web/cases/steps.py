"""What has been done in a case, what is missing, and what is late, step by step in the order of the law (C42)?

A duty belongs to the step of the event that meets it. A step without any duty is not owed; what was done in it all
the same is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pejl.events import KIND_BY_KEY, Step
from pejl.tables import Status
from pejl.web.cases.duties import Duties, Duty
from pejl.web.cases.forms.asked import meeting_kinds

# The events of these two are about the case and the ledger, and no duty is met by them.
STEPS: Final = tuple(step for step in Step if step not in (Step.SAG, Step.REGISTRERING))


class Standing(StrEnum):
    """How a step stands as a whole: the most pressing of its duties."""

    OVERDUE = "Mangler, fristen er gået"
    MISSING = "Mangler"
    UNKNOWN = "Kan ikke afgøres"
    MISSED = "Ikke gjort, mens det kunne"
    LATE = "Gjort, noget for sent"
    DONE = "Gjort"
    FREE = "Bortfaldet eller undtaget"
    NOT_OWED = "Ikke krævet"


_OF_STATUS: Final = {
    Status.OVERDUE: Standing.OVERDUE,
    Status.OPEN: Standing.MISSING,
    Status.UNKNOWN: Standing.UNKNOWN,
    Status.LATE: Standing.LATE,
    Status.MET: Standing.DONE,
    Status.CANCELLED: Standing.FREE,
    Status.EXCUSED: Standing.FREE,
}
# The status that lends the step its colour and shape.
_LOOKS: Final = {
    Standing.OVERDUE: Status.OVERDUE,
    Standing.MISSING: Status.OPEN,
    Standing.UNKNOWN: Status.UNKNOWN,
    Standing.MISSED: Status.OVERDUE,
    Standing.LATE: Status.LATE,
    Standing.DONE: Status.MET,
    Standing.FREE: Status.CANCELLED,
    Standing.NOT_OWED: Status.EXCUSED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The duties of one rule in a step: how many stand how, the most pressing first."""

    title: str
    counts: tuple[tuple[Status, int], ...]

    @property
    def several(self) -> bool:
        """Whether there is more than one, so that the numbers say something."""
        return sum(number for _, number in self.counts) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """One step of the course."""

    step: Step
    standing: Standing
    lines: tuple[Line, ...]
    happened: int  # events in the step

    @property
    def look(self) -> Status:
        """Whose colour and shape the step wears."""
        return _LOOKS[self.standing]


def steps_of(duties: Duties, *, kinds: Iterable[str]) -> list[StepRow]:
    """The steps in the order of the law; ``kinds`` are those of the events that stand."""
    by_step: dict[Step, list[Duty]] = {step: [] for step in STEPS}
    missed = {duty.mark for duty in duties.missed}
    for duty in duties.all:
        by_step[meeting_kinds(duty.rule)[0].step].append(duty)
    happened = Counter(KIND_BY_KEY[kind].step for kind in kinds)
    standing = {
        step: {Standing.MISSED if duty.mark in missed else _OF_STATUS[duty.status] for duty in own}
        for step, own in by_step.items()
    }
    return [_row(step, own, found=standing[step], happened=happened[step]) for step, own in by_step.items()]


def _row(step: Step, duties: list[Duty], *, found: set[Standing], happened: int) -> StepRow:
    standing = next((each for each in Standing if each in found), Standing.NOT_OWED)
    if standing is Standing.NOT_OWED and happened:
        standing = Standing.DONE
    return StepRow(step=step, standing=standing, lines=_lines(duties), happened=happened)


def _lines(duties: list[Duty]) -> tuple[Line, ...]:
    counts: dict[str, Counter[Status]] = {}
    for duty in duties:
        counts.setdefault(duty.rule.title, Counter())[duty.status] += 1
    return tuple(
        Line(title=title, counts=tuple((status, number[status]) for status in _OF_STATUS if number[status]))
        for title, number in counts.items()
    )
