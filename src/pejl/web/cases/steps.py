"""What has been done in a case, what is missing, and what is late, step by step in the order of the law (C42)?

A duty belongs to the step of the event that meets it. A step without any duty is not owed; what was done in it all
the same is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from pejl.events import KIND_BY_KEY, Step
from pejl.rules import Rule
from pejl.tables import Status
from pejl.web.cases.ahead import Required
from pejl.web.cases.bridge import First
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
    UNDER_WAY = "I gang"
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
_NOT_DONE: Final = "ikke gjort"
# In the order they are told.
_WORDS: Final = (Status.OVERDUE.danish, _NOT_DONE, *(each.danish for each in _OF_STATUS if each is not Status.OVERDUE))
# The status that lends the step its colour and shape.
_LOOKS: Final = {
    Standing.OVERDUE: Status.OVERDUE,
    Standing.MISSING: Status.OPEN,
    Standing.UNKNOWN: Status.UNKNOWN,
    Standing.MISSED: Status.OVERDUE,
    Standing.LATE: Status.LATE,
    Standing.UNDER_WAY: Status.OPEN,
    Standing.DONE: Status.MET,
    Standing.FREE: Status.CANCELLED,
    Standing.NOT_OWED: Status.EXCUSED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The duties of one rule in a step: how many stand how, the most pressing first."""

    rule: Rule
    counts: tuple[tuple[str, int], ...]

    @property
    def told(self) -> str:
        """How they stand; with numbers where there is more than one, so that the numbers say something."""
        several = sum(number for _, number in self.counts) > 1
        return ", ".join(f"{number} {word}" if several else word for word, number in self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """One step of the course."""

    step: Step
    standing: Standing
    lines: tuple[Line, ...]
    happened: int  # events in the step
    first: tuple[Required, ...]  # what should come before the step, where it is next or under way

    @property
    def first_told(self) -> str:
        """How much of that stands how, the most pressing first."""
        counts = Counter(each.stands for each in self.first)
        told = {each: each.value for each in First} | {First.DEPENDS: "afhænger af svar, der ikke er givet endnu"}
        return "Hvad loven kræver her: " + ", ".join(f"{counts[each]} {told[each]}" for each in First if counts[each])

    @property
    def look(self) -> Status:
        """Whose colour and shape the step wears."""
        return _LOOKS[self.standing]


def steps_of(
    duties: Duties, *, kinds: Iterable[str], first: Mapping[Step, Sequence[Required]] | None = None
) -> list[StepRow]:
    """The steps in the order of the law; ``kinds`` are those of the events that stand, ``first`` what comes before."""
    by_step: dict[Step, list[Duty]] = {step: [] for step in STEPS}
    missed = {duty.mark for duty in duties.missed}
    for duty in duties.all:
        by_step[meeting_kinds(duty.rule)[0].step].append(duty)
    happened = Counter(KIND_BY_KEY[kind].step for kind in kinds)
    standing = {
        step: {Standing.MISSED if duty.mark in missed else _OF_STATUS[duty.status] for duty in own}
        for step, own in by_step.items()
    }
    lines = {step: _lines(own, missed=missed) for step, own in by_step.items()}
    rows = [_row(step, own, found=standing[step], happened=happened[step]) for step, own in lines.items()]
    return [_with_what_comes_first(row, tuple(first.get(row.step, ()))) for row in rows] if first else rows


def _with_what_comes_first(row: StepRow, first: tuple[Required, ...]) -> StepRow:
    """A step that is still ahead is not done because something in it has happened."""
    begun = bool(first) and not row.lines and row.standing is Standing.DONE
    return replace(row, first=first, standing=Standing.UNDER_WAY if begun else row.standing)


def _row(step: Step, lines: tuple[Line, ...], *, found: set[Standing], happened: int) -> StepRow:
    standing = next((each for each in Standing if each in found), Standing.NOT_OWED)
    if standing is Standing.NOT_OWED and happened:
        standing = Standing.DONE
    return StepRow(step=step, standing=standing, lines=lines, happened=happened, first=())


def _lines(duties: list[Duty], *, missed: set[str]) -> tuple[Line, ...]:
    counts: dict[str, tuple[Rule, Counter[str]]] = {}
    for duty in duties:
        # Two versions of a rule with one title are one line, as long as they stand in the same place.
        counts.setdefault(f"{duty.rule.title} {duty.rule.cites}", (duty.rule, Counter()))[1][_word(duty, missed)] += 1
    return tuple(
        Line(rule=rule, counts=tuple((word, number[word]) for word in _WORDS if number[word]))
        for rule, number in counts.values()
    )


def _word(duty: Duty, missed: set[str]) -> str:
    """How a duty stands; one without a number does not run any more where nobody can meet it."""
    return _NOT_DONE if duty.status is Status.OPEN and duty.mark in missed else duty.status.danish
