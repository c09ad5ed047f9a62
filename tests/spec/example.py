"""What does a worked example of a rule look like, and what does the rule give?

An example is a value: a few events, a moment, and what the rule then gives. The same values are the tests and the
worked examples printed in the Regelbog, so neither can drift from the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from functools import cache

from pejl.dates import local_day, local_time, read_local
from pejl.engine import plain
from pejl.engine.plain import Judgement
from pejl.events import KILDE_DAEKKER, KIND_BY_KEY, Event, FieldType, FieldValue
from pejl.rulebook import RULEBOOK
from pejl.rules import Rule
from pejl.tables import Deadline, Status

RECORDED = datetime(2026, 1, 1, tzinfo=UTC)

# What an example can show, and what must be among the rule's rows for it to be true: a status, or no row at all.
# None: the calendar or the course of the case, which no status can tell.
SITUATIONS: dict[str, Status | tuple[()] | None] = {
    "til tiden": Status.MET,
    "dagen før": None,
    "samme dag": None,
    "dagen efter": None,
    "for sent": Status.LATE,
    "mangler": Status.OVERDUE,
    "løber": Status.OPEN,
    "stop før fristen": Status.CANCELLED,
    "stop efter fristen": Status.OVERDUE,
    "undtaget": Status.EXCUSED,
    "kan ikke afgøres": Status.UNKNOWN,
    "ingen pligt": (),
    "før reglen gjaldt": (),
    "efter reglen ophørte": (),
    "flere forløb": None,
    "rettelse": None,
    "jul": None,
    "påske": None,
    "månedsslut": None,
    "skuddag": None,
    "sommertid begynder": None,
    "sommertid slutter": None,
    "årsskiftet 2023-24": None,
}


@dataclass(frozen=True, kw_only=True)
class Variant:
    """An example with one thing changed: ``old`` in its events becomes ``new``. No ``gives``: the same as before.

    What people look for in one example (this paragraph? that ending?) without ten examples that differ by a word.
    """

    old: str
    new: str
    says: str = ""  # what is changed; empty: the words themselves, as a reader meets them
    gives: tuple[str, ...] | None = None


def also_for(old: str, *new: str, says: str = "") -> tuple[Variant, ...]:
    """The same for these words in the events as for ``old``, which may itself stand among them."""
    return tuple(Variant(old=old, new=each, says=says) for each in new if each != old)


def but_for(old: str, new: str, *gives: str, says: str) -> Variant:
    """Something else with other words in the events; nothing given: no duty."""
    return Variant(old=old, new=new, says=says, gives=gives)


@dataclass(frozen=True, kw_only=True)
class Example:
    """A few events of one case, a moment, and what a rule then gives.

    ``events``: one a line, ``day [hour] kind [#thread] [field=value …]``, with an underscore for a blank in a value.
    ``gives``: one a row of the rule, ``status due [reason]`` with ``-`` for no due; nothing when it gives no row.
    """

    says: str
    events: str
    as_of: str
    gives: tuple[str, ...]
    shows: tuple[str, ...] = ()
    # Kinds the source delivers, from the first of January 2015; None: all.
    covers: tuple[str, ...] | None = None
    rest: Mapping[str, str] = field(default_factory=dict)  # further rules: key -> the one row it gives
    reminds: str = ""  # the day Pejl reminds of, where the strict reading of the limit differs from the late one
    explained: bool = False  # the one example of its rule that the Regelbog explains step by step
    variants: tuple[Variant, ...] = ()

    @property
    def changed(self) -> tuple[Example, ...]:
        """The variants as examples of their own."""
        return tuple(map(self._with, self.variants))

    def _with(self, variant: Variant) -> Example:
        if variant.old not in self.events:
            raise ValueError(f"cannot change {variant.old!r} in {self.says!r}; write what stands in its events")
        return replace(
            self,
            says=f"{self.says} {variant.says or variant.new}",
            events=self.events.replace(variant.old, variant.new),
            gives=self.gives if variant.gives is None else variant.gives,
            shows=(),
            rest={},
            reminds="",
            explained=False,
            variants=(),
        )

    def ledger(self, case_id: str = "Eksempel") -> list[Event]:
        """What its source covers, and the example's own events; ``event_id`` is the number of the line."""
        source = f"kilden til {case_id}"
        lines = [line.strip() for line in self.events.strip().splitlines() if line.strip()]
        events = (_event(number, line, case_id=case_id, source=source) for number, line in enumerate(lines, start=1))
        return [*_coverage(self.covers, source=source), *events]

    def own_events(self) -> list[Event]:
        """The example's events in the order written."""
        return [event for event in self.ledger() if event.kind != KILDE_DAEKKER.key]

    @property
    def moment(self) -> datetime:
        """``as_of`` as an instant; a day alone is its end."""
        day, _, clock = self.as_of.partition(" ")
        return read_local(date.fromisoformat(day), clock=time.fromisoformat(clock or "23:59:59")).at


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """A chapter of the Regelbog: what it is about, in Danish, and the examples of each of its rules."""

    title: str
    introduction: str
    examples: Mapping[Rule, tuple[Example, ...]]


def _coverage(kinds: tuple[str, ...] | None, *, source: str) -> list[Event]:
    return [
        Event(
            event_id=f"{source} {number}",
            case_id="",
            kind=KILDE_DAEKKER.key,
            day=date(2015, 1, 1),
            recorded_at=RECORDED,
            source=source,
            fields={"slags": kind} if kind else {},
        )
        for number, kind in enumerate(("",) if kinds is None else kinds)
    ]


def _event(number: int, line: str, *, case_id: str, source: str) -> Event:
    day, *words = line.split()
    clock = words.pop(0) if words[0][0].isdigit() else ""
    kind = KIND_BY_KEY[words.pop(0)]
    thread = words.pop(0)[1:] if words and words[0].startswith("#") else ""
    types = {each.name: each.type for each in kind.fields}
    pairs = (word.partition("=") for word in words)
    fields = {name: _value(types[name], text) for name, _, text in pairs}
    at = None
    if clock:
        at, doubt = read_local(date.fromisoformat(day), clock=time.fromisoformat(clock))
        if doubt:
            fields["tid_usikker"] = doubt.value
    return Event(
        event_id=f"{number:02}",
        case_id=case_id,
        thread_id=thread,
        kind=kind.key,
        day=date.fromisoformat(day),
        at=at,
        recorded_at=RECORDED,
        source=source,
        fields=fields,
    )


def _value(type_: FieldType, text: str) -> FieldValue:
    if type_ is FieldType.DATE:
        return date.fromisoformat(text)
    if type_ is FieldType.YESNO:
        return text == "ja"
    return text.replace("_", " ") if type_ is FieldType.TEXT else text


def given(rule: Rule, example: Example) -> tuple[str, ...]:
    """What one version of a rule gives, written as ``gives`` is."""
    return tuple(written(each.deadline, example.moment) for each in judged(rule, example))


def judged(rule: Rule, example: Example) -> list[Judgement]:
    """The rows that one version of a rule gives, with the events behind them."""
    return [each for each in _judged(example.events, example.as_of, example.covers) if each.rule == rule]


@cache
def _judged(events: str, as_of: str, covers: tuple[str, ...] | None) -> list[Judgement]:
    example = Example(says="", events=events, as_of=as_of, covers=covers, gives=())
    return list(plain.judgements(example.ledger(), rulebook=RULEBOOK, as_of=example.moment))


def written(row: Deadline, as_of: datetime) -> str:
    """A row as ``gives`` writes it: how it stands, due, and why it cannot be judged."""
    due = "-"
    if row.due_at:
        due = str(local_day(row.due_at))
        clock = local_time(row.due_at)
        due += "" if clock == time(23, 59, 59) else f" {clock:%H:%M}"
    return f"{row.status(as_of)} {due} {row.unknown_reason}".strip()
