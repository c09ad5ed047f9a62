"""Which book has more than three hundred rules? The real one, and its rules again with other numbers.

As many as the English validator of children's lists runs, on as many rows. Every rule is a whole rule: with its own
limits counted, its own verdicts, its own rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pejl.rulebook import RULEBOOK
from pejl.rules import Rule, Rulebook
from pejl.what_if import MOST, Change, Number, number_of, with_changes

LEAST: Final = 305  # as many as the validator has


def many_rules() -> Rulebook:
    """The rulebook, and then its rules with a number one higher, two higher, and so on."""
    rules, more = list(RULEBOOK.rules), 1
    while len(rules) < LEAST:
        rules += _with_numbers(more)
        more += 1
    return Rulebook.of(rules)


def _with_numbers(more: int) -> Iterator[Rule]:
    changed = {(change.rule, change.version): change for change in _changes(more)}
    for rule in with_changes(RULEBOOK, changed.values()).rules:
        if (rule.key, rule.version) in changed:
            yield replace(rule, key=f"{rule.key}.{more}")


def _changes(more: int) -> Iterator[Change]:
    """Only rules with one version that has a number: a key of its own may have no gap."""
    for versions in RULEBOOK.by_key.values():
        numbers = [number_of(rule) for rule in versions]
        if all(number and number.value + more <= MOST[number.unit] for number in numbers):
            for rule, number in zip(versions, numbers, strict=True):
                if number:
                    yield Change(rule=rule.key, version=rule.version, number=Number(number.value + more, number.unit))
