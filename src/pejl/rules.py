"""What is a rule? Frozen values that say when a duty starts, within what time, and what meets, stops or excuses it.

A rule is data: two unrelated engines run it, ``explain`` tells it, the Regelbog prints it. Every choice that law
leaves open (rounding of months, which days are working days) is a value here, never an assumption in an engine.
Keep the operations few: each costs both engines, the generator of rulebooks and the explanation.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import pairwise

from pejl.dates import MissingDay
from pejl.events import BARNET_FOEDT, COMMON_FIELDS, FieldType, Kind
from pejl.law import Citation, InForce


class Force(StrEnum):
    """Law, guidance and the municipality's own goals: never shown as the same thing."""

    LAW = "law"
    GUIDANCE = "guidance"
    LOCAL = "local"


class Scope(StrEnum):
    """Where what meets and excuses a duty is looked for: the same course, or the whole case.

    What *stops* it is always looked for in the course (and among events without thread): a placement is not
    over because another one ended. See docs/adr/0002-stop-hoerer-til-forloebet.md.
    """

    THREAD = "thread"
    CASE = "case"


class Role(StrEnum):
    """Who the duty falls on; the web gives each person the duties of their roles."""

    MODTAGELSE = "modtagelse"
    ADMINISTRATIV = "administrativ"
    RAADGIVER = "raadgiver"
    TILSYNSKONSULENT = "tilsynskonsulent"


# --- conditions on the fields of an event -------------------------------------------------------------
# Three answers: True, False, and None where the field is missing, so that nobody guesses.


@dataclass(frozen=True, slots=True)
class FieldIn:
    """The field has one of these values."""

    field: str
    values: frozenset[str | bool]


@dataclass(frozen=True, slots=True)
class ParagraphIn:
    """The paragraph is one of these, or lies under one: "§ 32, stk. 1" covers "§ 32, stk. 1, nr. 3"."""

    paragraphs: tuple[str, ...]
    field: str = "paragraf"


@dataclass(frozen=True, slots=True)
class FieldSet:
    """The field has been filled in (never uncertain)."""

    field: str


Condition = FieldIn | ParagraphIn | FieldSet


def lies_under(paragraph: str, *, under: str) -> bool:
    """True when a paragraph is another, or a part of it.

    >>> lies_under("§ 32, stk. 1, nr. 3", under="§ 32, stk. 1"), lies_under("§ 320", under="§ 32")
    (True, False)
    """
    return paragraph == under or paragraph.startswith(under + ",")


@dataclass(frozen=True, slots=True)
class Match:
    """Events of one kind that fulfil every condition."""

    kind: Kind
    where: tuple[Condition, ...] = ()

    def __post_init__(self) -> None:
        known = {each.name for each in (*COMMON_FIELDS, *self.kind.fields)}
        for condition in self.where:
            if condition.field not in known:
                raise ValueError(f"cannot test {condition.field!r} on {self.kind.key}; use one of {sorted(known)}")


def event(kind: Kind, *where: Condition) -> Match:
    """An event of this kind, where every condition holds."""
    return Match(kind, where)


@dataclass(frozen=True, slots=True)
class Running:
    """At the start of the duty a course is running: begun on or before that day, not ended before it."""

    begun_by: tuple[Match, ...]
    ended_by: tuple[Kind, ...]
    scope: Scope = Scope.CASE


@dataclass(frozen=True, slots=True)
class Aged:
    """On the day of the start the child has had this birthday and not yet that one; unknown without a birth.

    The birth is the event ``barnet_foedt`` of the case, whose day is the day of birth.
    """

    from_years: int = 0
    below: int | None = None


@dataclass(frozen=True, slots=True)
class Exemption:
    """A fact about the starting event that excuses the duty, and the reason in Danish."""

    condition: Condition
    reason: str


# --- durations ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hours:
    """A running clock from the instant of the start; nights, weekends and holidays count."""

    number: int


@dataclass(frozen=True, slots=True)
class Days:
    """Calendar days; the day of the start is counted only where the law says so (ANB-05)."""

    number: int
    start_counts: bool = False


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Working days in both readings: reminded by the strict one, due by the late one (law notes D)."""

    number: int


@dataclass(frozen=True, slots=True)
class Months:
    """Calendar months, with what to do when the month has no such day."""

    number: int
    if_missing_day: MissingDay


@dataclass(frozen=True, slots=True)
class Years:
    """Calendar years: the same date, with what to do about 29 February."""

    number: int
    if_missing_day: MissingDay


@dataclass(frozen=True, slots=True)
class ToBirthday:
    """Until the child's birthday of so many years, or so many months before it.

    Unknown where the birth is not known, and where the day had passed when the duty began.
    """

    years: int
    months_before: int = 0


@dataclass(frozen=True, slots=True)
class NoLimit:
    """The law gives no number: the duty is open until it is met, and never late."""


@dataclass(frozen=True, slots=True)
class DayIn:
    """Due on the day written in a field of the event the time runs from; missing is shown as missing."""

    field: str


NO_LIMIT = NoLimit()
Duration = Hours | Days | WorkingDays | Months | Years | ToBirthday | NoLimit


@dataclass(frozen=True, slots=True)
class Cap:
    """The earlier of two: the first finish of a course decided on or before the start and unfinished then."""

    decided_by: tuple[Kind, ...]
    finished_by: tuple[Kind, ...]


# --- the four kinds of duty ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Before:
    """Something must have happened first: since the preceding of these on an earlier day, else ever."""

    since: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True)
class Within:
    """Something must follow in time; with ``already``, what had happened first in the course has met it already."""

    time: Duration
    cap: Cap | None = None
    already: Before | None = None


@dataclass(frozen=True, slots=True)
class Recurring:
    """A rhythm while something runs: each meeting event starts the next row.

    ``from_start`` says whether the start itself begins the first row, or only the first meeting event.
    """

    every: Days | Months | Years | DayIn
    from_start: bool = True


@dataclass(frozen=True, slots=True)
class AtLeast:
    """So many times in each period, rolling from the start; one row for each time owed."""

    times: int
    per: Months | Years


Duty = Within | Before | Recurring | AtLeast


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One duty, in the words of the law notes and as a value.

    ``counts_from`` names a date field of the starting event to count from instead of its day.
    ``basis`` names decisions: the latest in the same course on or before the start decides which act applies;
    without one, the start does. ``transition_from``: rows due on or after this day are shown as
    "overgang, ikke bekræftet" and kept out of shares.
    """

    key: str
    title: str
    says: str
    cites: Citation
    force: Force
    in_force: InForce
    starts: tuple[Match, ...]
    duty: Duty
    met_by: tuple[Match, ...]
    scope: Scope
    falls_on: Role
    counts_from: str = ""
    only_first: bool = False
    when: tuple[Running | Aged, ...] = ()
    stopped_by: tuple[Match, ...] = ()
    excused_by: tuple[Match, ...] = ()
    excused_if: tuple[Exemption, ...] = ()
    basis: tuple[Kind, ...] = ()
    transition_from: date | None = None

    # Which version of the rule: the act, and the day it came into force if that is known.
    version: str = field(init=False)

    def __post_init__(self) -> None:
        first, act = self.in_force.first, self.cites.act.short
        object.__setattr__(self, "version", f"{act} {first:%Y-%m-%d}" if first else act)
        for fault in _faults(self):
            raise ValueError(f"cannot make rule {self.key!r}: {fault}")
        # Rules that ask the same of events share the very same value, so that a case answers it once.
        for name in ("starts", "met_by", "stopped_by", "excused_by"):
            object.__setattr__(self, name, _shared(getattr(self, name)))

    def __hash__(self) -> int:
        return hash((self.key, self.version))

    @property
    def running(self) -> tuple[Running, ...]:
        """The courses that must be running at the start."""
        return tuple(each for each in self.when if isinstance(each, Running))

    @property
    def fingerprint(self) -> str:
        """A short hash of everything the rule says, the same in every run."""
        return _short_hash(json.dumps(_spelled_out(self), sort_keys=True))


@lru_cache(maxsize=4096)
def _shared(matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """Of equal values the first one made."""
    return matches


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _spelled_out(value: object) -> object:
    """A value as plain lists and names. Each part carries its type: five days are not five working days."""
    if isinstance(value, Kind):
        return value.key  # what else can be written on such an event is not the rule's doing
    if is_dataclass(value):
        return [type(value).__name__, {each.name: _spelled_out(getattr(value, each.name)) for each in fields(value)}]
    if isinstance(value, tuple):
        return [_spelled_out(each) for each in value]
    if isinstance(value, frozenset):
        return sorted(value, key=repr)
    return value.isoformat() if isinstance(value, date) else value


def _faults(rule: Rule) -> Iterator[str]:
    yield from _faults_in_duty(rule)
    if rule.counts_from:
        for match in rule.starts:
            types = {f.name: f.type for f in match.kind.fields}
            if types.get(rule.counts_from) is not FieldType.DATE:
                yield f"{rule.counts_from!r} is no date field of {match.kind.key}; count from a date field"
    for match in rule.excused_by:
        if "begrundelse" not in {f.name for f in match.kind.fields}:
            yield f"{match.kind.key} carries no reason; excuse only by kinds with the field 'begrundelse'"
    for matches in (rule.starts, rule.met_by, rule.stopped_by, rule.excused_by):
        yield from _faults_in_matches(matches)
    if not rule.starts or not rule.met_by:
        yield "it never starts or can never be met; give starts and met_by"


def _faults_in_matches(matches: tuple[Match, ...]) -> Iterator[str]:
    kinds = [match.kind.key for match in matches]
    if len(set(kinds)) < len(kinds):
        yield f"one kind stands twice in {kinds}; write one match with all its conditions"
    if BARNET_FOEDT.key in kinds:
        yield "a birth tells the child's age and is no step of the case; use ToBirthday or Aged"


def _faults_in_duty(rule: Rule) -> Iterator[str]:
    duty = rule.duty
    if isinstance(duty, Within) and isinstance(duty.time, Hours) and (rule.counts_from or duty.cap):
        yield "hours run from an instant; count them from the event itself, without a cap"
    if isinstance(duty, Within) and isinstance(duty.time, Hours) and duty.already:
        yield "what came before cannot meet a running clock; leave out already"
    if isinstance(duty, Within) and isinstance(duty.time, ToBirthday) and (rule.counts_from or duty.cap):
        yield "a birthday is a day of its own; leave out counts_from and cap"
    if isinstance(duty, Before) and (rule.stopped_by or rule.counts_from or rule.transition_from):
        yield "a duty that comes before is over when it starts; leave out stops, counts_from and transition"
    if isinstance(duty, Recurring | AtLeast) and (rule.excused_by or rule.only_first or rule.counts_from):
        yield "a rhythm is stopped, not excused; leave out excused_by, only_first and counts_from"
    if isinstance(duty, AtLeast) and duty.times < 1:
        yield f"{duty.times} times is no duty; ask for at least one"
    length = duty.every if isinstance(duty, Recurring) else duty.per if isinstance(duty, AtLeast) else None
    if length is not None and not isinstance(length, DayIn) and length.number < 1:
        yield f"a period of {length.number} never ends; give one of at least 1"
    if isinstance(duty, Recurring) and isinstance(duty.every, DayIn) and duty.from_start:
        yield "the day is written on the meeting events; use from_start=False"


@dataclass(frozen=True)
class Rulebook:
    """Rules in the order of the printed book; refuses gaps, overlaps and double keys between versions."""

    rules: tuple[Rule, ...]

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Rulebook:
        """A rulebook of these rules, after the checks."""
        book = cls(tuple(rules))
        for versions in book.by_key.values():
            _check_versions(versions)
        return book

    @cached_property
    def by_key(self) -> dict[str, tuple[Rule, ...]]:
        """Every key with its versions, oldest first."""
        found: dict[str, list[Rule]] = {}
        for rule in self.rules:
            found.setdefault(rule.key, []).append(rule)
        return {key: tuple(sorted(found[key], key=lambda r: r.in_force.first or date.min)) for key in found}

    @cached_property
    def by_start(self) -> dict[str, tuple[Rule, ...]]:
        """The rules that an event of a kind (its key) can start."""
        found: dict[str, list[Rule]] = {}
        for rule in self.rules:
            for key in dict.fromkeys(match.kind.key for match in rule.starts):
                found.setdefault(key, []).append(rule)
        return {key: tuple(rules) for key, rules in found.items()}

    @cached_property
    def _places(self) -> dict[str, tuple[int, ...]]:
        place = {rule: number for number, rule in enumerate(self.rules)}
        return {key: tuple(place[rule] for rule in rules) for key, rules in self.by_start.items()}

    def begun_by(self, kinds: Iterable[str]) -> list[Rule]:
        """The rules that events of these kinds (their keys) can start, in the order of the book."""
        places = {place for kind in kinds for place in self._places.get(kind, ())}
        return [self.rules[place] for place in sorted(places)]

    @cached_property
    def fingerprint(self) -> str:
        """A short hash that changes when any rule does, and not when they only change places."""
        return _short_hash(" ".join(sorted(rule.fingerprint for rule in self.rules)))

    def find(self, key: str, *, version: str) -> Rule:
        """The one rule of this key and version."""
        for rule in self.by_key.get(key, ()):
            if rule.version == version:
                return rule
        raise KeyError(f"cannot find rule {key!r} version {version!r}; use one of {sorted(self.by_key)}")


def _place(rule: Rule) -> str:
    return f"version {rule.version!r}, {rule.cites}"


def _check_versions(versions: tuple[Rule, ...]) -> None:
    for older, newer in pairwise(versions):
        where = f"{older.key} ({older.cites.row} and {newer.cites.row}; {_place(older)} and {_place(newer)})"
        if older.in_force.overlaps(newer.in_force):
            raise ValueError(
                f"cannot have two versions at once of {where}: {older.in_force} overlaps {newer.in_force}; "
                "end the older the day before the newer begins"
            )
        last, first = older.in_force.last, newer.in_force.first
        if last is None or first is None or (first - last).days != 1:
            raise ValueError(
                f"cannot leave a gap between versions of {where}: {older.in_force}, then {newer.in_force}; "
                "let the newer begin the day after the older ends"
            )
