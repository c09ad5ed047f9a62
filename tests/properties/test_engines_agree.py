"""Do the readable and the columnar engine give the very same deadlines?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from pejl.dates import local_time, read_local
from pejl.engine import columnar, plain
from pejl.events import Event, FieldValue
from pejl.ledger import deadline_frame, frame_of
from pejl.rulebook import RULEBOOK
from pejl.rules import Condition, FieldIn, Match, ParagraphIn, Rule, Rulebook
from tests.properties.generated import AS_OF, DAYS, RECORDED, crowded, kinds_named, worlds


def both(
    events: list[Event], *, rulebook: Rulebook, as_of: datetime, known_at: datetime | None = None
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The two results, in the same row order."""
    readable = plain.evaluate(events, rulebook=rulebook, as_of=as_of, known_at=known_at)
    one = deadline_frame(readable, as_of=as_of)
    other = columnar.evaluate(frame_of(events), rulebook=rulebook, as_of=as_of, known_at=known_at)
    return one.sort(one.columns, nulls_last=True), other.sort(other.columns, nulls_last=True)


def assert_same(one: pl.DataFrame, other: pl.DataFrame) -> None:
    """Row for row and column for column; the first difference is shown."""
    if one.equals(other):
        return
    missing = one.join(other, on=one.columns, how="anti", nulls_equal=True)
    extra = other.join(one, on=one.columns, how="anti", nulls_equal=True)
    raise AssertionError(f"plain only: {missing.to_dicts()}\ncolumnar only: {extra.to_dicts()}")


# Fewer and larger than the other properties: a rule more costs both engines less than another ledger does.
@settings(max_examples=180)
@given(
    world=worlds(most_rules=8, most_cases=40),
    as_of=st.sampled_from(AS_OF),
    known=st.sampled_from((None, RECORDED + timedelta(days=1))),
)
def test_on_generated_rulebooks(world: tuple[Rulebook, list[Event]], as_of: datetime, known: datetime | None) -> None:
    rulebook, events = world
    one, other = both(events, rulebook=rulebook, as_of=as_of, known_at=known)
    assert_same(one, other)


# --- the rulebook of the law --------------------------------------------------------------------------------------


def test_on_every_rule_of_the_rulebook() -> None:
    """Each rule on crowded cases of its own, whose events often fulfil its conditions, when it was in force.

    The simulated municipality knows only what happens often; here every rule begins.
    """
    rng = Random(20260630)  # noqa: S311 -- the same each time, not secret
    events = [event for number, rule in enumerate(RULEBOOK.rules) for event in _crowded_for(rule, rng, number=number)]
    one, other = both(events, rulebook=RULEBOOK, as_of=datetime(2027, 6, 30, 12, tzinfo=UTC))
    assert_same(one, other)
    begun = set(one.select("rule", "rule_version").unique().iter_rows())
    assert {(rule.key, rule.version) for rule in RULEBOOK.rules} - begun == set()


def _crowded_for(rule: Rule, rng: Random, *, number: int) -> Iterator[Event]:
    by = _to_its_time(rule)
    matches = [*rule.starts, *rule.met_by, *rule.stopped_by, *(each for one in rule.running for each in one.begun_by)]
    for event in crowded(rng.randrange(2**32), cases=12, kinds=kinds_named(Rulebook((rule,)))):
        fields = dict(event.fields)
        for match in matches:
            if match.kind.key == event.kind and rng.random() < 0.8:
                fields |= {each.field: _fitting(each, match, rng) for each in match.where}
        day = event.day + by
        at = read_local(day, clock=local_time(event.at)).at if event.at else None
        yield replace(
            event,
            event_id=f"{number} {event.event_id}",
            case_id=f"{number} {event.case_id}" if event.case_id else "",
            source=f"{number} {event.source}",
            day=day,
            at=at,
            fields=fields | ({"replaces": f"{number} {fields['replaces']}"} if "replaces" in fields else {}),
        )


def _to_its_time(rule: Rule) -> timedelta:
    """What brings the days of the crowded ledgers to the rule's time in force, where they are not in it."""
    first, last = rule.in_force.first, rule.in_force.last
    if first and first > DAYS[0] + timedelta(days=60):
        return first - DAYS[0]
    return last - DAYS[-1] if last and last < DAYS[-1] - timedelta(days=60) else timedelta()


def _fitting(condition: Condition, match: Match, rng: Random) -> FieldValue:
    if isinstance(condition, FieldIn):
        return rng.choice(sorted(condition.values))
    if isinstance(condition, ParagraphIn):
        return rng.choice(condition.paragraphs)
    (field,) = (each for each in match.kind.fields if each.name == condition.field)
    samples: tuple[FieldValue, ...] = (date(2024, 1, 1), True, 3, *sorted(field.choices), "noget")
    return next(each for each in samples if field.accepts(each))
