"""What would have to come first, if these steps were taken? The duties that come before a step, before it is taken.

Each step is an event that is not there yet, judged alone with what has happened: one step never meets another's
duties. What the rulebook holds is asked, so that a new rule of the kind ``Before`` is seen at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from pejl import dates
from pejl.engine.case import Case, has_age, holds, is_running
from pejl.engine.plain import Judgement, happened, judge_rule
from pejl.events import BARNET_FOEDT, Event, effective
from pejl.rules import Aged, Before, Condition, FieldSet, Match, Rule, Rulebook, Running
from pejl.tables import Coverage, Unknown

# What a duty asks about the step it begins with, about the child's age, or about what is running.
Asked = Condition | Aged | Running


class First(StrEnum):
    """How what should come first stands."""

    MISSING = "mangler"
    UNKNOWN = "kan ikke afgøres"
    DEPENDS = "afhænger af svaret"  # the step is not taken, and it hangs on what will be answered then
    MET = "er gjort"
    EXCUSED = "undtaget"
    NOT_OWED = "gælder ikke"


class Ahead(NamedTuple):
    """One duty that comes before a step; a duty that is not owed has no judgement."""

    rule: Rule
    step: Event
    judgement: Judgement | None
    # Why it is not owed, or what nobody knows yet and it hangs on.
    asks: tuple[Asked, ...]
    taken: bool

    @property
    def stands(self) -> First:
        """What the judgement says of the order; a duty that may not be owed is met all the same where it is met."""
        if self.judgement is None:
            return First.NOT_OWED
        deadline = self.judgement.deadline
        in_time = deadline.met_at is not None and deadline.due_at is not None and deadline.met_at <= deadline.due_at
        if deadline.unknown_reason and not (in_time and deadline.unknown_reason is Unknown.FIELD_MISSING):
            return First.DEPENDS if self._is_to_be_answered else First.UNKNOWN
        if in_time:
            return First.MET
        if deadline.excused_reason:
            return First.EXCUSED
        return First.DEPENDS if self._is_to_be_answered else First.MISSING

    @property
    def _is_to_be_answered(self) -> bool:
        """Whether all that nobody knows is what is written only when the step is taken."""
        if self.taken or self.judgement is None or not self.asks:
            return False
        reason = self.judgement.deadline.unknown_reason
        in_doubt = reason and reason is not Unknown.FIELD_MISSING
        return not in_doubt and not any(isinstance(each, Aged | Running) for each in self.asks)


def ahead(
    events: Iterable[Event], steps: Iterable[Event], *, rulebook: Rulebook, as_of: datetime, taken: bool = True
) -> list[Ahead]:
    """What comes before each of these steps in one case, as the case stands at an instant (UTC).

    Where a step is not being ``taken``, a field that makes a duty begin by being filled in is not known yet.
    """
    standing = effective(events)
    own = [event for event in happened(standing, as_of=as_of) if event.case_id]
    if all(event.kind == BARNET_FOEDT.key for event in own):
        return []
    coverage = Coverage.declared_in(standing)
    found: list[Ahead] = []
    for step in steps:
        rules = [rule for rule in rulebook.by_start.get(step.kind, ()) if isinstance(rule.duty, Before)]
        if rules:
            case = Case([*own, step], coverage=coverage, today=dates.local_day(as_of))
            found += (each for rule in rules for each in _before(case, rule, step, taken=taken))
    return found


def _before(case: Case, rule: Rule, step: Event, *, taken: bool) -> Iterator[Ahead]:
    """The duties of one rule that begin with the step; or that none does, where the law of its day has the rule."""
    judged = rule if taken else _unwritten(rule)
    found = [each for each in judge_rule(case, judged) if each.start is step] if case.can_start(judged) else []
    if found:
        asks = tuple(_answers(case, judged, step, wanted=None)) + (() if taken else _to_be_written(rule, step))
        yield from (Ahead(rule, step, each, asks, taken) for each in found)
    elif step.day in rule.in_force:
        against = tuple(_answers(case, judged, step, wanted=False))
        if against:
            yield Ahead(rule, step, None, against, taken)


def _answers(case: Case, rule: Rule, step: Event, *, wanted: bool | None) -> Iterator[Asked]:
    """What the rule asks and is answered so: False, or None where nobody knows."""
    for match in _starts(rule, step):
        yield from (condition for condition in match.where if holds(condition, step) is wanted)
    for asked in rule.when:
        so = has_age(case, asked, step) if isinstance(asked, Aged) else is_running(case, asked, step)
        if so is wanted:
            yield asked


def _starts(rule: Rule, step: Event) -> Iterator[Match]:
    return (match for match in rule.starts if match.kind.key == step.kind)


# --- what is written only when the step is taken --------------------------------------------------------


@cache
def _unwritten(rule: Rule) -> Rule:
    """The rule as if whatever has to be filled in for it to begin were."""
    starts = tuple(
        Match(match.kind, tuple(each for each in match.where if not isinstance(each, FieldSet)))
        for match in rule.starts
    )
    return rule if starts == rule.starts else replace(rule, starts=starts)


def _to_be_written(rule: Rule, step: Event) -> tuple[FieldSet, ...]:
    """What has to be filled in, and is not; a field of which more is asked is told by that."""
    return tuple(
        each
        for match in _starts(rule, step)
        for each in match.where
        if isinstance(each, FieldSet)
        and not holds(each, step)
        and sum(other.field == each.field for other in match.where) == 1
    )
