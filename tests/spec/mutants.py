"""What is a rule with one thing changed? Every number, start, stop, scope and condition of it, one at a time.

A rule is a value, so its changes can be made without knowing the rule: each part of it is made one greater and one
less, turned about, or left out. ``python -m tests.spec.mutation`` asks whether the worked examples notice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import Field, fields, is_dataclass, replace
from datetime import date, timedelta
from itertools import chain
from typing import Any, NamedTuple

from pejl.dates import MissingDay
from pejl.events import Kind
from pejl.rules import Exemption, FieldSet, Rule, Scope

# What is said of a rule and decides nothing, and whom it falls on, which is the web's to hold.
_WORDS = frozenset({"key", "title", "says", "cites", "force", "falls_on", "version"})


class Mutant(NamedTuple):
    """A rule with one thing changed, and what that was."""

    rule: Rule
    changed: str


def mutants(rule: Rule) -> Iterator[Mutant]:
    """Every rule that differs from this in one thing and could be a rule."""
    for each in fields(rule):
        if each.name in _WORDS:
            continue
        part = getattr(rule, each.name)
        for value, told in chain(_changes(part), _left_out(part, each)):
            try:
                changed = replace(rule, **{each.name: value})
            except ValueError:
                continue  # no rule at all: what makes rules has refused it
            yield Mutant(changed, f"{each.name}{told}")


def _changes(value: Any) -> Iterator[tuple[Any, str]]:
    """Each way to change one thing in a value, with the way to it in words."""
    match value:
        case bool():
            yield not value, f": {not value}"
        case int():
            yield from ((value + step, f": {value + step} for {value}") for step in (1, -1))
        case date():
            yield from ((value + step, f": {value + step}") for step in (timedelta(1), timedelta(-1)))
        case Scope() | MissingDay():
            yield from ((other, f": {other.name}") for other in type(value) if other is not value)
        case frozenset():
            yield from _without(value)
        case tuple():
            yield from _fewer(value)
        case Kind() | str() | None:
            return
        case _ if is_dataclass(value):
            yield from _in_parts(value)


def _without(values: frozenset[Any]) -> Iterator[tuple[Any, str]]:
    if len(values) > 1:
        yield from ((values - {each}, f" without {each!r}") for each in sorted(values, key=repr))
    elif values <= {True, False}:
        yield frozenset({True, False}) - values, " turned about"


def _fewer(values: tuple[Any, ...]) -> Iterator[tuple[Any, str]]:
    """One left out, or one changed."""
    for number, each in enumerate(values):
        rest = (*values[:number], *values[number + 1 :])
        yield rest, f" without {_name(each)}"
        yield from (
            ((*values[:number], changed, *values[number + 1 :]), f".{_name(each)}{told}")
            for changed, told in _changes(each)
        )


def _in_parts(value: Any) -> Iterator[tuple[Any, str]]:
    for each in fields(value):
        part = getattr(value, each.name)
        for changed, told in chain(_changes(part), _left_out(part, each)):
            try:
                yield replace(value, **{each.name: changed}), f".{each.name}{told}"
            except ValueError:
                continue


def _left_out(part: Any, each: Field[Any]) -> Iterator[tuple[Any, str]]:
    """What need not be there, gone: its field is empty when nobody says otherwise."""
    if part and (each.default is None or each.default == ""):
        yield each.default, " left out"


def _name(value: Any) -> str:
    """What a part is called: a paragraph by itself, an event by its kind, a condition by its field."""
    match value:
        case str():
            return value
        case Exemption(condition):
            return _name(condition)
        case FieldSet(field):
            return f"{field} filled in"
    kind = getattr(value, "kind", value)
    return str(getattr(kind, "key", "") or getattr(value, "field", "") or type(value).__name__)
