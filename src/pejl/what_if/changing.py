"""Which rulebook comes of today's when some of its numbers are changed? Only numbers: what starts and meets stays.

A changed rule says itself that it is a thought experiment, in its title and in its words, wherever it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from pejl.rules import (
    AtLeast,
    Before,
    DayIn,
    Days,
    Duration,
    Duty,
    Hours,
    Months,
    NoLimit,
    Rule,
    Rulebook,
    Within,
    WorkingDays,
    Years,
)
from pejl.wording import one_of


class Impossible(ValueError):
    """A change that cannot be made; the message is the Danish sentence for the user, remedy included."""


# Each unit as it is written in a file, with what one and several are called.
UNITS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "timer": ("time", "timer"),
        "dage": ("dag", "dage"),
        "hverdage": ("hverdag", "hverdage"),
        "maaneder": ("måned", "måneder"),
        "aar": ("år", "år"),
        "gange": ("gang", "gange"),
    }
)
# More than this is a slip of the finger, and would count days out of the calendar.
MOST: Final[Mapping[str, int]] = MappingProxyType(
    {"timer": 8760, "dage": 3650, "hverdage": 2500, "maaneder": 240, "aar": 20, "gange": 366}
)
_UNIT_OF: Final[Mapping[type, str]] = MappingProxyType(
    {Hours: "timer", Days: "dage", WorkingDays: "hverdage", Months: "maaneder", Years: "aar"}
)


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a rule: so many of a unit.

    >>> str(Number(48, "timer")), str(Number(1, "maaneder"))
    ('48 timer', '1 måned')
    """

    value: int
    unit: str

    def __str__(self) -> str:
        one, many = UNITS[self.unit]
        return f"{self.value} {one if self.value == 1 else many}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One number instead of another; without ``version`` in every version of the rule that has a number."""

    rule: str
    number: Number
    version: str = ""


def number_of(rule: Rule) -> Number | None:
    """The number that can be thought otherwise; None: the duty has none."""
    match rule.duty:
        case Within(time=time):
            return _number(time)
        case AtLeast(times=times):
            return Number(times, "gange")
        case Before():
            return None
        case _:
            return None if isinstance(rule.duty.every, DayIn) else _number(rule.duty.every)


def _number(time: Duration) -> Number | None:
    unit = _UNIT_OF.get(type(time))
    return Number(time.number, unit) if unit and isinstance(time, Hours | Days | WorkingDays | Months | Years) else None


def with_changes(book: Rulebook, changes: Iterable[Change]) -> Rulebook:
    """The book where these numbers are others; everything else is as it was. Raises ``Impossible``."""
    made: dict[tuple[str, str], Rule] = {}
    for change in changes:
        for rule in _meant(book, change):
            if (rule.key, rule.version) in made:
                raise Impossible(
                    f"Reglen »{rule.key}«, udgaven »{rule.version}«, er ændret to gange. Behold én af ændringerne."
                )
            made[rule.key, rule.version] = _changed(rule, change.number)
    return Rulebook.of(made.get((rule.key, rule.version), rule) for rule in book.rules)


def _meant(book: Rulebook, change: Change) -> list[Rule]:
    """The versions that a change is about."""
    versions = book.by_key.get(change.rule)
    if versions is None:
        raise Impossible(f"Reglen »{change.rule}« findes ikke i regelbogen. Se nøglerne med »pejl rulebook«.")
    if change.version:
        versions = tuple(rule for rule in versions if rule.version == change.version)
        if not versions:
            known = one_of(f"»{rule.version}«" for rule in book.by_key[change.rule])
            raise Impossible(
                f"Reglen »{change.rule}« har ikke udgaven »{change.version}«. Brug {known}, eller udelad udgaven."
            )
    numbered = [rule for rule in versions if number_of(rule)]
    if not numbered:
        raise Impossible(f"»{versions[-1].title}« kan ikke få et andet tal: {_why_not(versions[-1].duty)}.")
    _check_number(change.number, numbered)
    different = [rule for rule in numbered if number_of(rule) != change.number]
    if not different:
        raise Impossible(f"»{numbered[-1].title}« har allerede {change.number}. Skriv et andet tal.")
    return different


def _check_number(number: Number, rules: list[Rule]) -> None:
    found = {rule.version: number_of(rule) for rule in rules}
    wrong = {version: own for version, own in found.items() if own and own.unit != number.unit}
    if wrong:
        units = list(dict.fromkeys(UNITS[own.unit][1] for own in found.values() if own))
        others = (
            f", og udgaverne tæller ikke ens: {', '.join(f'{v} i {UNITS[o.unit][1]}' for v, o in found.items() if o)}"
        )
        remedy = "Skriv, hvilken udgave det gælder." if len(units) > 1 else f"Skriv tallet i {units[0]}."
        raise Impossible(
            f"»{rules[-1].title}« tælles ikke i {UNITS[number.unit][1]}{others if len(units) > 1 else ''}. {remedy}"
        )
    if not 1 <= number.value <= MOST[number.unit]:
        raise Impossible(
            f"{number} kan ikke bruges til »{rules[-1].title}«. Skriv et helt tal fra 1 til {MOST[number.unit]}."
        )


def _why_not(duty: Duty) -> str:
    match duty:
        case Before():
            return "noget skal være sket først, og loven tæller ingen tid"
        case Within(time=NoLimit()):
            return "loven har ingen frist i tal"
        case Within():
            return "fristen er barnets fødselsdag"
        case _:
            return "fristen er den dag, der blev skrevet den foregående gang"


def _changed(rule: Rule, number: Number) -> Rule:
    was = number_of(rule)
    return replace(
        rule,
        title=f"{rule.title} (tankeeksperiment: {number})",
        says=f"Tankeeksperiment, ikke lov: {number} i stedet for {was}. {rule.says}",
        duty=_with_number(rule.duty, number.value),
    )


def _with_number(duty: Duty, value: int) -> Duty:
    match duty:
        case AtLeast():
            return replace(duty, times=value)
        case Within(time=Hours() | Days() | WorkingDays() | Months() | Years() as time):
            return replace(duty, time=replace(time, number=value))
        case Before() | Within():
            raise TypeError(f"cannot put {value} in {duty}, which has no number; ask number_of first")
        case _:
            if isinstance(duty.every, DayIn):
                raise TypeError(f"cannot put {value} in {duty}, which has no number; ask number_of first")
            return replace(duty, every=replace(duty.every, number=value))
