"""Does time do to deadlines only what it may? What comes late, when one looks again, another part of the calendar."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from pejl.dates import end_of_day, local_day, local_time, read_local
from pejl.engine import columnar, plain
from pejl.events import SAG_GENAABNET, Event, FieldValue, effective
from pejl.law import InForce
from pejl.ledger import deadline_frame, frame_of
from pejl.rules import AtLeast, DayIn, Days, Duty, Hours, NoLimit, Recurring, Rule, Rulebook, Within, WorkingDays
from pejl.tables import Deadline
from tests.properties.generated import AS_OF, DAYS, worlds

World = tuple[Rulebook, list[Event]]
MOMENTS = st.sampled_from(AS_OF)
RANDOM = st.randoms(use_true_random=False)


def rows(world: World, as_of: datetime) -> list[Deadline]:
    rulebook, events = world
    return plain.evaluate(events, rulebook=rulebook, as_of=as_of)


# --- what comes after a deadline ------------------------------------------------------------------------------


def duty_of(row: Deadline) -> tuple[object, ...]:
    """Which duty it is, whatever became of it."""
    return row.case_id, row.rule, row.thread_id, row.starts_event, row.starts_at


@settings(max_examples=100)
@given(world=worlds(), as_of=MOMENTS, rng=RANDOM)
def test_what_happens_after_due_never_changes_due(world: World, as_of: datetime, rng: Random) -> None:
    rulebook, events = world
    standing = effective(events)
    day_of = {event.event_id: event.day for event in standing}
    dues = {duty_of(row): row for row in rows((rulebook, standing), as_of)}
    ends = sorted({local_day(row.due_at) for row in dues.values() if row.due_at})
    for end in rng.sample(ends, k=min(3, len(ends))):
        before = [event for event in standing if event.day <= end or not event.case_id]
        then = {duty_of(row): row for row in rows((rulebook, before), as_of)}
        # A case opened again was never closed, so a rhythm goes on that would have ended.
        reopened = {event.case_id for event in standing if event.kind == SAG_GENAABNET.key and event.day > end}
        for duty, row in dues.items():
            if row.due_at and row.due_at <= end_of_day(end) and day_of[row.starts_event] <= end:
                assert duty in then or row.case_id in reopened
                same = then.get(duty, row)
                assert (same.warn_at, same.due_at) == (row.warn_at, row.due_at)


# --- looking again --------------------------------------------------------------------------------------------


@settings(max_examples=100)
@given(world=worlds(), as_of=MOMENTS, minutes=st.integers(1, 60 * 24 * 400))
def test_as_of_a_moment_and_then_a_later_one_is_as_of_the_later(world: World, as_of: datetime, minutes: int) -> None:
    """Rows once worked out hold until something happens in their case; only new periods come by the calendar."""
    rulebook, events = world
    later = as_of + timedelta(minutes=minutes)
    standing = effective(events)
    known = {id(event) for event in plain.happened(standing, as_of=as_of)}
    touched = {event.case_id for event in plain.happened(standing, as_of=later) if id(event) not in known}
    stored = [row for row in rows(world, as_of) if row.case_id not in touched]
    again = rows((rulebook, [event for event in events if event.case_id in {"", *touched}]), later)
    periods = {rule.key for rule in rulebook.rules if isinstance(rule.duty, AtLeast)}
    anew = rows(world, later)
    begun = [
        row
        for row in anew
        if row.case_id not in touched
        and row.rule in periods
        and row.starts_at
        and local_day(row.starts_at) > local_day(as_of)
    ]
    assert in_one_order([*stored, *again, *begun]) == in_one_order(anew)


def in_one_order(found: list[Deadline]) -> list[Deadline]:
    return sorted(found, key=repr)


@settings(max_examples=30)
@given(world=worlds(), as_of=st.permutations(AS_OF))
def test_an_earlier_question_leaves_nothing_behind(world: World, as_of: list[datetime]) -> None:
    """The same frame, the same events and the same rules, asked in any order as if each were the first."""
    rulebook, events = world
    frame = frame_of(events)
    for moment in as_of:
        columnar.evaluate(frame, rulebook=rulebook, as_of=moment)
        rows(world, moment)
    fresh = Rulebook.of(replace(rule) for rule in rulebook.rules)
    for moment in as_of:
        one = columnar.evaluate(frame, rulebook=rulebook, as_of=moment)
        assert one.equals(columnar.evaluate(frame_of(events), rulebook=fresh, as_of=moment))
        assert rows(world, moment) == rows((fresh, [replace(event) for event in events]), moment)


# --- another part of the calendar -----------------------------------------------------------------------------

# From grundlovsdag to Christmas no day is a holiday, and until the end of October no clock is changed: here hours,
# days and working days can be moved by whole weeks. Months and years differ in length from each other, and so do
# birthdays; they are moved by four hundred years, which are whole weeks, after which the calendar is itself again.
A_SUMMER = date(2024, 6, 10)
FOUR_HUNDRED_YEARS = timedelta(weeks=20_871)


def moved(event: Event, by: timedelta) -> Event:
    fields = {name: value + by if isinstance(value, date) else value for name, value in event.fields.items()}
    at = event.at + by if event.at else None
    return replace(event, day=event.day + by, at=at, recorded_at=event.recorded_at + by, fields=fields)


def row_moved(row: Deadline, by: timedelta) -> Deadline:
    names = ("starts_at", "warn_at", "due_at", "met_at", "stopped_at")
    return row._replace(**{name: at + by for name in names if (at := getattr(row, name))})


def in_the_summer(event: Event) -> Event:
    """The same event on a day of the summer; what sources cover has begun long before."""

    def move(value: FieldValue) -> FieldValue:
        return A_SUMMER + timedelta(days=DAYS.index(value)) if isinstance(value, date) and value in DAYS else value

    day = move(event.day)
    assert isinstance(day, date)
    at = read_local(day, clock=local_time(event.at)).at if event.at else None
    return replace(event, day=day, at=at, fields={name: move(value) for name, value in event.fields.items()})


def in_days(rule: Rule) -> Rule:
    """The same rule with a number of days for months and years, of no age and of all times."""
    return replace(rule, duty=_in_days(rule.duty), when=rule.running, in_force=InForce(), transition_from=None)


def _in_days(duty: Duty) -> Duty:
    if isinstance(duty, Within) and not isinstance(duty.time, Hours | Days | WorkingDays | NoLimit):
        return replace(duty, time=Days(12))
    if isinstance(duty, Recurring) and not isinstance(duty.every, DayIn):
        return replace(duty, every=Days(12))
    return duty


@settings(max_examples=60)
@given(world=worlds(), weeks=st.integers(1, 8), days=st.integers(0, 60))
def test_hours_days_and_working_days_move_by_whole_weeks(world: World, weeks: int, days: int) -> None:
    rulebook, events = world
    book = Rulebook.of(in_days(rule) for rule in rulebook.rules if not isinstance(rule.duty, AtLeast))
    summer = [in_the_summer(event) for event in events]
    by, as_of = timedelta(weeks=weeks), datetime(2024, 6, 20, 11, tzinfo=UTC) + timedelta(days=days)
    then = [row_moved(row, by) for row in rows((book, summer), as_of)]
    later = [moved(event, by) for event in summer]
    assert rows((book, later), as_of + by) == then
    frame = columnar.evaluate(frame_of(later), rulebook=book, as_of=as_of + by)
    expected = deadline_frame(then, as_of=as_of + by)
    assert frame.sort(frame.columns, nulls_last=True).equals(expected.sort(frame.columns, nulls_last=True))


@settings(max_examples=100)
@given(world=worlds(), as_of=MOMENTS)
def test_months_years_and_birthdays_move_by_four_hundred_years(world: World, as_of: datetime) -> None:
    """Leap days, changes of the clock and the turn of the law with them; holidays alone are of our own time."""
    rulebook, events = world
    by = FOUR_HUNDRED_YEARS
    book = Rulebook.of(rule for rule in rulebook.rules if not counts_working_days(rule))
    later = Rulebook.of(rule_moved(rule, by) for rule in book.rules)
    then = [row_moved(row, by)._replace(rule_version="") for row in rows((book, events), as_of)]
    found = rows((later, [moved(event, by) for event in events]), as_of + by)
    assert [row._replace(rule_version="") for row in found] == then


def counts_working_days(rule: Rule) -> bool:
    return isinstance(rule.duty, Within) and isinstance(rule.duty.time, WorkingDays)


def rule_moved(rule: Rule, by: timedelta) -> Rule:
    first, last, turn = (
        day + by if day else None for day in (rule.in_force.first, rule.in_force.last, rule.transition_from)
    )
    return replace(rule, in_force=InForce(first, last), transition_from=turn)
