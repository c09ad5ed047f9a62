"""Does each rule do what its worked examples say, and does each rule have the examples it needs?"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import chain
from typing import Any

import polars as pl
import pytest

from pejl.dates import danish_date, local_day
from pejl.engine import columnar, plain
from pejl.engine.explain import explain
from pejl.ledger import deadline_frame, frame_of
from pejl.rulebook import CHAPTERS as LAW
from pejl.rulebook import RULEBOOK
from pejl.rules import AtLeast, Before, Hours, Months, NoLimit, Recurring, Rule, Within, WorkingDays, Years
from pejl.tables import Deadline, Status
from tests.spec import CHAPTERS
from tests.spec.example import SITUATIONS, Example, given, judged

BOOK: list[tuple[Rule, Example]] = [
    (rule, each)
    for chapter in CHAPTERS.values()
    for rule, examples in chapter.examples.items()
    for example in examples
    for each in (example, *example.changed)
]


def _params(chosen: Iterable[tuple[Rule, Example]]) -> list[Any]:
    return [pytest.param(rule, example, id=f"{rule.cites.row}: {example.says}") for rule, example in chosen]


RULES = [pytest.param(rule, id=f"{rule.key} {rule.version}") for rule in RULEBOOK.rules]

# --- what the examples of a rule must show ------------------------------------------------------------------

WITHIN_A_NUMBER = {"til tiden", "dagen før", "dagen efter", "for sent", "mangler", "kan ikke afgøres"}
WITHIN_NO_LIMIT = {"til tiden", "løber", "kan ikke afgøres"}
BEFORE = {"til tiden", "dagen før", "samme dag", "dagen efter", "for sent", "mangler", "kan ikke afgøres"}
RECURRING = WITHIN_A_NUMBER
AT_LEAST = WITHIN_A_NUMBER
# Where the calendar or the clock can decide.
BY_LENGTH: dict[type, set[str]] = {
    Hours: {"sommertid begynder", "sommertid slutter"},
    WorkingDays: {"jul", "påske"},
    Months: {"månedsslut"},
    Years: {"skuddag"},
}
_NEVER_LATE = {"for sent": "et besøg efter årets udløb hører til det næste år og er aldrig for sent"}
# What a rule need not show although its kind of duty asks for it, and why. Taken out the day the rule shows it.
EXCEPTIONS: dict[tuple[str, str], dict[str, str]] = {
    ("tilsyn.to_besoeg_om_aaret", "SEL"): _NEVER_LATE,
    ("tilsyn.to_besoeg_om_aaret", "BL 2024-01-01"): _NEVER_LATE,
}


def must_show(rule: Rule) -> set[str]:
    """Every situation that a rule with this duty, these conditions and this time in force can come in."""
    stops = bool(rule.stopped_by)
    conditional = rule.when or any(match.where for match in rule.starts)
    return {
        *_by_duty(rule),
        *BY_LENGTH.get(type(_length(rule)), ()),
        *_if(stops, "stop før fristen"),
        *_if(stops and not isinstance(_length(rule), NoLimit), "stop efter fristen"),
        *_if(rule.excused_by or rule.excused_if, "undtaget"),
        *_if(conditional, "ingen pligt"),
        *_if(rule.in_force.first, "før reglen gjaldt"),
        *_if(rule.in_force.last, "efter reglen ophørte"),
    }


def _by_duty(rule: Rule) -> set[str]:
    match rule.duty:
        case Within(time=NoLimit()):
            return WITHIN_NO_LIMIT
        case Within():
            return WITHIN_A_NUMBER
        case Before():
            return BEFORE
        case Recurring():
            return RECURRING
        case AtLeast():
            return AT_LEAST


def _length(rule: Rule) -> object:
    match rule.duty:
        case Within(time=length) | Recurring(every=length) | AtLeast(per=length):
            return length
        case Before():
            return None


def _if(holds: object, situation: str) -> Iterator[str]:
    if holds:
        yield situation


def shown(rule: Rule) -> Counter[str]:
    """How often each situation turns up among the examples of a rule."""
    return Counter(chain.from_iterable(example.shows for each, example in BOOK if each == rule))


@pytest.mark.parametrize("rule", RULES)
def test_the_examples_show_what_the_duty_asks_for(rule: Rule) -> None:
    excepted = EXCEPTIONS.get((rule.key, rule.version), {}).keys()
    assert must_show(rule) - shown(rule).keys() == excepted


def test_every_exception_names_a_rule() -> None:
    assert EXCEPTIONS.keys() <= {(rule.key, rule.version) for rule in RULEBOOK.rules}


def test_the_book_shows_every_situation() -> None:
    assert set(chain.from_iterable(example.shows for _, example in BOOK)) == SITUATIONS.keys()


# --- each example -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("rule", "example"), _params(BOOK))
def test_example(rule: Rule, example: Example) -> None:
    assert given(rule, example) == example.gives
    for key, row in example.rest.items():
        versions = [given(version, example) for version in RULEBOOK.by_key[key]]
        assert (row,) in versions, f"{key} gives {versions}"


@pytest.mark.parametrize(("rule", "example"), _params(BOOK))
def test_an_example_shows_what_it_says(rule: Rule, example: Example) -> None:
    statuses = [row.status(example.moment) for row in _rows(rule, example)]
    for situation in example.shows:
        sign = SITUATIONS[situation]
        if isinstance(sign, Status):
            assert sign in statuses, f"{situation}: {statuses}"
        elif sign == ():
            assert statuses == [], situation
    for situation, days in (("dagen før", -1), ("dagen efter", 1)):
        if situation in example.shows:
            assert days in set(_distances(rule, example)), situation


def _rows(rule: Rule, example: Example) -> list[Deadline]:
    return [judgement.deadline for judgement in judged(rule, example)]


def _distances(rule: Rule, example: Example) -> Iterator[int]:
    """How many days (of an hour duty: minutes) from due to what met it, to what stopped it, and to the moment."""
    minutes = isinstance(_length(rule), Hours)
    for row in _rows(rule, example):
        for at in (row.met_at, row.stopped_at, example.moment):
            if at and row.due_at:
                yield _apart(row.due_at, at, minutes=minutes)
    # A visit the day after the year belongs to the next row, so it is held against the due day of this one.
    if isinstance(rule.duty, AtLeast):
        dues = {local_day(row.due_at) for row in _rows(rule, example) if row.due_at}
        visits = [event.day for event in example.own_events() if event.kind == "tilsynsbesoeg"]
        yield from ((visit - due).days for visit in visits for due in dues)


def _apart(due: datetime, at: datetime, *, minutes: bool) -> int:
    return round((at - due) / timedelta(minutes=1)) if minutes else (local_day(at) - local_day(due)).days


@pytest.mark.parametrize("as_of", sorted({example.as_of for _, example in BOOK}))
def test_both_engines_say_the_same(as_of: str) -> None:
    """Every example of a day at once, each a case of its own with its own source."""
    then = [(rule, example) for rule, example in BOOK if example.as_of == as_of]
    events = list(chain.from_iterable(e.ledger(f"{rule.cites.row}: {e.says}") for rule, e in then))
    moment = then[0][1].moment
    readable = deadline_frame(plain.evaluate(events, rulebook=RULEBOOK, as_of=moment), as_of=moment)
    other = columnar.evaluate(frame_of(events), rulebook=RULEBOOK, as_of=moment)
    one, two = (frame.sort(frame.columns, nulls_last=True) for frame in (readable, other))
    assert one.equals(two), pl.concat([one, two]).unique(keep="none").to_dicts()


READINGS = [(rule, example) for rule, example in BOOK if example.reminds]


@pytest.mark.parametrize(("rule", "example"), _params(READINGS))
def test_the_strict_reading_is_reminded_of_and_explained(rule: Rule, example: Example) -> None:
    (judgement,) = judged(rule, example)
    assert judgement.deadline.warn_at
    assert str(local_day(judgement.deadline.warn_at)) == example.reminds
    steps = explain(judgement, as_of=example.moment)
    assert any(danish_date(local_day(judgement.deadline.warn_at)) in step for step in steps), steps


# --- the book as a whole ------------------------------------------------------------------------------------


def test_every_rule_has_examples_and_one_of_them_explained() -> None:
    explained = Counter((rule.key, rule.version) for rule, example in BOOK if example.explained)
    assert explained == Counter((rule.key, rule.version) for rule in RULEBOOK.rules)


def test_chapters_and_rules_stand_in_the_order_of_the_rulebook() -> None:
    assert [(name, list(chapter.examples)) for name, chapter in CHAPTERS.items()] == [
        (name, list(rules)) for name, rules in LAW
    ]


def test_no_two_examples_of_a_rule_say_the_same() -> None:
    said = Counter((rule.key, rule.version, example.says) for rule, example in BOOK)
    assert [twice for twice, times in said.items() if times > 1] == []
