"""What would have stood otherwise? Two tables of deadlines, of the same cases by two rulebooks, counted side by side.

A case changes when one of its duties stands otherwise by the other number, or when it has another number of duties.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Final

import polars as pl

from pejl.events import BARNET_FOEDT, KILDE_DAEKKER, RETTELSE, SAG_GENAABNET, Kind
from pejl.rules import Rule
from pejl.tables import Status

# Nobody names these in a rule: what a source covers, what was corrected, whether a closed case was opened again,
# and how old the child is.
_ALWAYS: Final = (KILDE_DAEKKER, RETTELSE, SAG_GENAABNET, BARNET_FOEDT)

Counts = Counter[Status]


@dataclass(slots=True)
class Comparison:
    """One version of one rule: how its duties stand today, how they would have stood, and in which cases."""

    before: Counts = field(default_factory=Counter)
    after: Counts = field(default_factory=Counter)
    cases: int = 0  # with the duty, by either number
    changed: dict[str, tuple[Counts, Counts]] = field(default_factory=dict)  # by case: only what stands otherwise


def kinds_of(rule: Rule) -> frozenset[str]:
    """The kinds of event that can decide anything about a rule; of the others, see ``first_told``."""
    return frozenset(kind.key for kind in (*_ALWAYS, *_named_in(rule)))


def _named_in(value: object) -> Iterator[Kind]:
    if isinstance(value, Kind):
        yield value
    elif is_dataclass(value):
        for each in fields(value):
            yield from _named_in(getattr(value, each.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from _named_in(part)


def first_told(others: Iterable[tuple[Any, ...]], *, gone: Set[tuple[str, str]]) -> Iterator[tuple[Any, ...]]:
    """Of events of other kinds than a rule's: the first that each source has told of each case, corrections aside.

    What a source covers speaks of the cases it has told of, from the day the case began; nothing else in these
    events can matter. Each is (case, source, event id, …), in the order of their days.
    """
    seen: set[tuple[str, str]] = set()
    for each in others:
        case, source, event_id, *_ = each
        if (case, source) not in seen and (case, event_id) not in gone:
            seen.add((case, source))
            yield each


def compared(before: pl.DataFrame, after: pl.DataFrame) -> dict[tuple[str, str], Comparison]:
    """The two tables by rule and version, with the cases that change."""
    found = defaultdict[tuple[str, str], Comparison](Comparison)
    cases = defaultdict[tuple[str, str], set[str]](set)
    otherwise: dict[tuple[str, str, str], tuple[Counts, Counts]] = {}
    for rule, version, case, _, _, status, was, became in _duties(before, after).iter_rows():
        comparison, stands = found[rule, version], Status(status)
        comparison.before[stands] += was
        comparison.after[stands] += became
        cases[rule, version].add(case)
        if was != became:
            gone, come = otherwise.setdefault((rule, version, case), (Counter(), Counter()))
            (gone if was > became else come)[stands] += abs(was - became)
    for key, comparison in found.items():
        comparison.cases = len(cases[key])
    for (rule, version, case), both in otherwise.items():
        found[rule, version].changed[case] = both
    return dict(found)


# A duty is the same by both numbers when the same event began it in the same course; a rhythm may have several rows.
_DUTY: Final = ("rule", "rule_version", "case_id", "thread_id", "starts_event")


def _duties(before: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame:
    """How often each duty stands so, by the one table and by the other."""
    sides = [
        table.group_by(*_DUTY, "status").agg(pl.len().cast(pl.Int64).alias(name))
        for table, name in ((before, "was"), (after, "became"))
    ]
    both = sides[0].join(sides[1], on=[*_DUTY, "status"], how="full", coalesce=True, nulls_equal=True)
    return both.with_columns(pl.col("was", "became").fill_null(0)).sort(*_DUTY, "status")
