"""How does one case stand when it is walked from the first contact to the closing, step by step (C1-C42)?

What each step asks of a case stands as values in ``walk_steps``; ``walk_looks`` and ``walk_own`` say how a value is
looked up. Nothing is told as done that cannot be seen: what no source would tell is »kan ikke afgøres«, and what lives
elsewhere says where.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final

from pejl import events as e
from pejl.events import Kind
from pejl.rules import Force
from pejl.tables import Status
from pejl.web.access.roles import Right
from pejl.web.cases.duties import Duties
from pejl.web.cases.ending import Ending
from pejl.web.cases.written import Written


class Standing(StrEnum):
    """How a step stands; the most pressing first."""

    OVERDUE = "Mangler, fristen er gået"
    MISSING = "Mangler"
    WAITS = "Venter, fristen er ikke gået"
    UNKNOWN = "Kan ikke afgøres"
    MISSED = "Ikke gjort, mens det kunne"
    LATE = "Gjort for sent"
    DONE = "Gjort"
    NOT_OWED = "Ikke krævet"
    ELSEWHERE = "Ses ikke i sagen"
    JUDGED = "Vurderet af et menneske"


# Whose colour and shape each wears: those of the steps on the case's own page.
LOOKS: Final = {
    Standing.OVERDUE: Status.OVERDUE,
    Standing.MISSING: Status.OPEN,
    Standing.WAITS: Status.OPEN,
    Standing.UNKNOWN: Status.UNKNOWN,
    Standing.MISSED: Status.OVERDUE,
    Standing.LATE: Status.LATE,
    Standing.DONE: Status.MET,
    Standing.NOT_OWED: Status.EXCUSED,
    Standing.ELSEWHERE: Status.CANCELLED,
    Standing.JUDGED: Status.CANCELLED,
}
# What a reader who looks for gaps is shown first.
GAPS: Final = frozenset({Standing.OVERDUE, Standing.MISSING, Standing.MISSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the case says of one look."""

    standing: Standing
    told: str
    force: Force | None = None  # None: the municipality's own paper
    confirmed: bool = True  # whether the source of a law has been read
    day: date | None = None
    registers: Kind | None = None
    duty: str = ""
    url_name: str = ""
    quality: bool = False  # a person's judgement of the work, which no law or paper asks for (requirement C48)
    needs: Right | None = None  # to see the page of that name


@dataclass(frozen=True)
class Walked:
    """The case that is walked."""

    written: Written
    duties: Duties
    closed: bool

    @cached_property
    def ending(self) -> Ending:
        """The same case as the closing sees it."""
        return Ending(self.written, self.duties)


Look = Callable[[Walked], Iterable[Answer]]
CONTACTS: Final = (e.UNDERRETNING_MODTAGET, e.HENVENDELSE_MODTAGET, e.ANSOEGNING_MODTAGET)
NO_GRANT: Final = "Der er ikke givet hjælp efter § 30 (før 2024 § 11, stk. 3)."


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkStep:
    """One step: the row of the requirement it answers, what it is in plain words, and how it is looked up."""

    key: str
    title: str
    looks: tuple[Look, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """One step as it stands in a case: as its most pressing part does."""

    step: WalkStep
    answers: tuple[Answer, ...]

    @property
    def standing(self) -> Standing:
        """The most pressing."""
        found = {each.standing for each in self.answers}
        return next(each for each in Standing if each in found)

    @property
    def shown(self) -> tuple[Answer, ...]:
        """What is not owed is only told where nothing else is."""
        unowed = self.standing is Standing.NOT_OWED
        told = [each for each in self.answers if (each.standing is Standing.NOT_OWED) == unowed]
        return tuple({each.told: each for each in reversed(told)}.values())[::-1]

    @property
    def look(self) -> Status:
        """Whose colour and shape it wears."""
        return LOOKS[self.standing]

    @property
    def gap(self) -> bool:
        """Whether something is missing here."""
        return self.standing in GAPS


def walked(case: Walked, steps: Iterable[WalkStep]) -> list[Walk]:
    """Each step as it stands in the case."""
    return [Walk(step=step, answers=tuple(a for look in step.looks for a in look(case))) for step in steps]
