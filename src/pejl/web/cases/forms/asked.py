"""What is asked about each kind of event, and which answers does some rule or figure wait for?

Worked out from the rulebook, so that a new rule asks for what it needs and no form asks for more (house rule 14). No
Django, so that the house rules can read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import lru_cache
from typing import Final

from pejl.events import RAADGIVERSKIFT, UNDERRETTER, Field, FieldType, Kind
from pejl.rules import Before, DayIn, FieldSet, Hours, Match, Recurring, Rule, Rulebook, Within

# What figures divide by: who notified, and why an adviser left.
IN_FIGURES: Final = frozenset({UNDERRETTER.name, RAADGIVERSKIFT.name})


class Need(IntEnum):
    """How much depends on an answer, the most first."""

    MUST = 0  # what excuses or stops a duty does nothing without it
    ANSWER = 1  # a rule or figure asks, and »ved ikke« is an answer
    SHOWN = 2  # a rule asks; left empty, the duty says that it is missing, or does not begin
    EXTRA = 3  # nothing asks


@lru_cache(maxsize=512)
def needs_of(kind: Kind, book: Rulebook) -> tuple[tuple[Field, Need], ...]:
    """Each typed field of the kind with what depends on it, the most first."""
    current = [rule for rule in book.rules if rule.in_force.last is None]
    must = set(_without_effect(kind, current))
    asked = {*_asked(kind, current), *IN_FIGURES} - (seldom := set(_seldom(kind, current)))
    noted = {*_begins_where_noted(kind, current), *seldom}
    found = []
    for field in kind.fields:
        choice = field.type in (FieldType.YESNO, FieldType.CODE)
        wanted = (Need.ANSWER if choice else Need.SHOWN) if field.name in asked else Need.EXTRA
        wanted = min(wanted, Need.SHOWN) if field.name in noted else wanted
        found.append((field, Need.MUST if field.name in must else wanted))
    return tuple(sorted(found, key=lambda each: each[1]))


def _without_effect(kind: Kind, rules: Iterable[Rule]) -> Iterator[str]:
    """The fields without which the event excuses or stops nothing."""
    for rule in rules:
        if any(match.kind == kind for match in rule.excused_by):
            yield "begrundelse"
        for match in _of(kind, rule.stopped_by):
            yield from (condition.field for condition in match.where if isinstance(condition, FieldSet))


def _asked(kind: Kind, rules: Iterable[Rule]) -> Iterator[str]:
    """The fields a rule reads to tell whether it begins, or is met."""
    for rule in rules:
        begun = [match for running in rule.running for match in running.begun_by]
        for match in _of(kind, (*rule.met_by, *begun)):
            yield from (condition.field for condition in match.where)
        for match in _of(kind, rule.starts):
            noted = _noted(match)
            yield from (condition.field for condition in match.where if condition.field not in noted)
        if rule.counts_from and any(_of(kind, rule.starts)):
            yield rule.counts_from
        if isinstance(rule.duty, Recurring) and isinstance(rule.duty.every, DayIn) and any(_of(kind, rule.met_by)):
            yield rule.duty.every.field


def _begins_where_noted(kind: Kind, rules: Iterable[Rule]) -> Iterator[str]:
    """The fields without which a duty does not begin, so that nobody has to answer them."""
    for rule in rules:
        for match in _of(kind, rule.starts):
            yield from _noted(match)


def _seldom(kind: Kind, rules: Iterable[Rule]) -> Iterator[str]:
    """The fields that only a look back asks for, and only where somebody has noted that it is called for.

    As long as the event meets other duties without them, nobody is made to answer each time for what is seldom owed.
    """
    meets = [(rule, match) for rule in rules for match in _of(kind, rule.met_by)]
    for rule, match in meets:
        looks_back = isinstance(rule.duty, Before) and all(_noted(start) for start in rule.starts)
        for name in {condition.field for condition in match.where} if looks_back else ():
            others = [other for _, other in meets if other is not match]
            if others and not any(condition.field == name for other in others for condition in other.where):
                yield name


def _noted(match: Match) -> frozenset[str]:
    return frozenset(condition.field for condition in match.where if isinstance(condition, FieldSet))


def _of(kind: Kind, matches: Iterable[Match]) -> Iterator[Match]:
    return (match for match in matches if match.kind == kind)


def counted_in_hours(kind: Kind, *, book: Rulebook) -> bool:
    """Whether the hour of such an event decides a duty that is counted in hours."""
    hours = (rule for rule in book.rules if isinstance(rule.duty, Within) and isinstance(rule.duty.time, Hours))
    return any(match.kind == kind for rule in hours for match in (*rule.starts, *rule.met_by))


def meeting_kinds(rule: Rule) -> tuple[Kind, ...]:
    """What can be registered to meet the duty: the ordinary one first, and last what excuses it."""
    return tuple(match.kind for match in (*rule.met_by, *rule.excused_by))
