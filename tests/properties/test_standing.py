"""Does the database say of every stored duty what the core says of it, now and at any earlier moment?"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tests.web.conftest  # noqa: F401 -- sets Django up, without which no model can be imported
from pejl.dates import end_of_day, local_day
from pejl.engine import plain
from pejl.events import Event
from pejl.ledger import events_of
from pejl.rulebook import RULEBOOK
from pejl.rules import Rulebook
from pejl.simulation import simulate
from pejl.tables import Deadline, Status
from pejl.web.access.models import Case
from pejl.web.cases.models import DeadlineRow
from pejl.web.cases.standing import begun_by, deadline_of, status_at
from tests.properties.generated import AS_OF, RECORDED, worlds

pytestmark = pytest.mark.django_db
LAST_DAY = date(2026, 6, 30)


def stored(deadlines: Iterable[Deadline]) -> list[DeadlineRow]:
    """The duties as rows of the database, and no others there."""
    DeadlineRow.objects.all().delete()
    case, _ = Case.objects.get_or_create(number="sag")
    rows = []
    for number, each in enumerate(deadlines):
        values = each._asdict() | {"unknown_reason": each.unknown_reason.value, "force": str(each.force)}
        values["falls_on"] = str(each.falls_on)
        del values["case_id"]
        rows.append(DeadlineRow(case=case, mark=f"{number}", **values))
    DeadlineRow.objects.bulk_create(rows, batch_size=1_000)
    return list(DeadlineRow.objects.order_by("pk"))


def one_letter() -> list[Event]:
    """A notification that nobody has answered, from a source that covers everything."""
    covered = Event(
        event_id="1", case_id="sag", kind="kilde_daekker", day=date(2020, 1, 1), source="kilde", recorded_at=RECORDED
    )
    return [
        covered,
        replace(
            covered, event_id="2", kind="underretning_modtaget", day=date(2024, 2, 1), fields={"underretter": "skole"}
        ),
    ]


def told_by_the_database(moment: datetime) -> list[str]:
    """The status of each row, in the order they were stored."""
    return list(DeadlineRow.objects.annotate(told=status_at(moment)).order_by("pk").values_list("told", flat=True))


def as_it_stood(deadline: Deadline, moment: datetime) -> Status:
    """The core's status, without what met or stopped the duty on a later day."""
    by = end_of_day(local_day(moment))
    met_at = deadline.met_at if deadline.met_at and deadline.met_at <= by else None
    stopped_at = deadline.stopped_at if deadline.stopped_at and deadline.stopped_at <= by else None
    return deadline._replace(met_at=met_at, stopped_at=stopped_at).status(moment)


def moments_around(deadlines: Sequence[Deadline], random: Random, *, number: int) -> list[datetime]:
    """Some of the instants on which something turns, the second before and after, and some odd ones."""
    known = {at for each in deadlines for at in (each.starts_at, each.warn_at, each.due_at, each.met_at) if at}
    turns = random.sample(sorted(known), k=min(number, len(known)))
    return [at + timedelta(seconds=random.choice((-1, 0, 1, 7_000))) for at in turns]


@settings(max_examples=60)
@given(world=worlds(), as_of=st.sampled_from(AS_OF), random=st.randoms(use_true_random=False))
def test_on_generated_rulebooks(world: tuple[Rulebook, list[Event]], as_of: datetime, random: Random) -> None:
    rulebook, events = world
    deadlines = plain.evaluate(events, rulebook=rulebook, as_of=as_of)
    stored(deadlines)
    assert told_by_the_database(as_of) == [each.status(as_of) for each in deadlines]
    for moment in moments_around(deadlines, random, number=4):
        assert told_by_the_database(moment) == [as_it_stood(each, moment) for each in deadlines], moment


def test_on_a_municipality() -> None:
    as_of = datetime(2026, 6, 30, 12, tzinfo=UTC)
    events = simulate(4_000, years=4, seed=7, last_day=LAST_DAY).events
    deadlines = plain.evaluate(events_of(events), rulebook=RULEBOOK, as_of=as_of)
    stored(deadlines)
    told = told_by_the_database(as_of)
    assert told == [each.status(as_of) for each in deadlines]
    assert set(told) == set(Status)
    random = Random(7)  # noqa: S311 -- the same moments each time, not secret ones
    for moment in moments_around(deadlines, random, number=25):
        assert told_by_the_database(moment) == [as_it_stood(each, moment) for each in deadlines], moment


def test_only_what_had_begun_is_asked_about() -> None:
    deadlines = plain.evaluate(one_letter(), rulebook=RULEBOOK, as_of=AS_OF[0])
    assert stored(deadlines)
    begun = deadlines[0].starts_at
    assert begun
    assert DeadlineRow.objects.filter(begun_by(begun)).count() == len(deadlines)
    assert not DeadlineRow.objects.filter(begun_by(begun - timedelta(days=1))).exists()


def test_a_row_read_back_is_the_same_duty() -> None:
    deadlines = plain.evaluate(one_letter(), rulebook=RULEBOOK, as_of=AS_OF[0])
    assert [deadline_of(row, number="sag") for row in stored(deadlines)] == deadlines
