"""Is the invented municipality believable, does it show what it must, and can nobody in it be a real person?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Exists, OuterRef
from pytest_django import DjangoDbBlocker

from pejl.dates import LAST_OF_MONTH, add_years, local_day
from pejl.tables import Status
from pejl.web.access.models import (
    Case,
    Cover,
    LogEntry,
    Naming,
    Post,
    Protection,
    StaffDecision,
    TemporaryAccess,
    User,
)
from pejl.web.access.sampling import frame
from pejl.web.cases import bridge
from pejl.web.cases.bulk import insert
from pejl.web.cases.competence_after import led_to
from pejl.web.cases.cpr import opened
from pejl.web.cases.models import Child, DeadlineRow, EventRow, Relative, Sibling
from pejl.web.cases.standing import status_at
from pejl.web.demo.fill import fill
from pejl.web.demo.people import PEOPLE

NOW = datetime(2026, 6, 10, 8, 30, tzinfo=UTC)
TODAY = local_day(NOW)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The demo of a small municipality, for all the tests here, and gone after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        fill(now=NOW, inhabitants=10_000)
        yield
        transaction.set_rollback(True)


def user(username: str) -> User:
    """One of the people one can sign in as."""
    return User.objects.get(username=username)


def test_everybody_is_there_and_only_they_have_a_password() -> None:
    assert {each.username for each in User.objects.all() if each.has_usable_password()} == {
        person.username for person in PEOPLE
    }
    assert not User.objects.exclude(Exists(Post.objects.filter(user=OuterRef("pk")))).exists()


def test_a_second_filling_does_nothing() -> None:
    before = Case.objects.count()
    fill(now=NOW, inhabitants=10_000)
    assert Case.objects.count() == before


@pytest.mark.parametrize(("username", "leader"), [("mette", "lars"), ("jonas", "susanne")])
def test_the_advisers_have_a_believable_load_and_their_own_leader(username: str, leader: str) -> None:
    own = Case.objects.filter(adviser=user(username).initials, closed=False)
    assert 12 <= own.count() <= 35
    assert set(own.values_list("team", flat=True)) == set(user(leader).posts.values_list("unit", flat=True))


def test_mette_has_something_overdue_and_what_comes_before_all_else() -> None:
    own = DeadlineRow.objects.filter(case__adviser=user("mette").initials, thread_id="DEMO-U1")
    found = defaultdict[str, set[str]](set)
    for rule, status in own.annotate(status=status_at(NOW)).values_list("rule", "status"):
        found[rule].add(status)
    assert Status.OVERDUE in found["underretning.vurderes"]
    assert found["underretning.samtale_overgreb"] == {Status.OPEN}
    assert found["screening.risikovurdering"] == {Status.OPEN}


def test_one_case_is_protected_and_two_are_named_in_it() -> None:
    protected = Case.objects.get(protected=True)
    named = Naming.objects.filter(case=protected, named_as=Naming.As.BESKYTTET).values_list("user__username", flat=True)
    assert set(named) == {"jonas", "karen"}
    assert Protection.objects.get().case == protected


def test_the_doors_that_are_to_be_shown_are_there() -> None:
    cover = Cover.objects.get()
    assert cover.user == user("amina")
    assert cover.first < TODAY < cover.last
    named = set(Naming.objects.values_list("user__username", "named_as"))
    assert {("amina", "medraadgiver"), ("tove", "tilsynskonsulent"), ("vibeke", "visitation")} <= named
    opening = TemporaryAccess.objects.get()
    assert (opening.user, opening.case.adviser) == (user("viggo"), user("mette").initials)
    assert opening.reviewed_at is None
    # The page that lists advisers explains why it is closed.
    assert not StaffDecision.objects.exists()


def test_what_came_of_the_competence_that_was_given_back_can_be_seen() -> None:
    """More early help, some by the advisers' own competence; and why a parent must stay at home is written down."""
    newest = led_to(Case.objects.filter(protected=False, omraade="social"), today=TODAY)[0]
    assert newest.move.told == "Lagt tilbage til rådgiver"
    assert len(newest.after) > len(newest.before) > 0
    assert "Rådgiver" in {each.who for each in newest.after} - {each.who for each in newest.before}
    assert EventRow.objects.filter(kind="ansoegning_modtaget", fields__tabt_aarsag="skolefravaer").exists()


def test_there_are_look_ups_to_draw_a_sample_of() -> None:
    unit = user("lars").posts.get().unit
    found = frame(unit, month=(TODAY.replace(day=1) - timedelta(days=1)).replace(day=1))
    assert len(found.all) > 30
    assert found.unassigned
    assert LogEntry.objects.filter(at__gt=NOW).count() == 0


# --- the children -----------------------------------------------------------------------------------------------


def test_every_child_in_an_open_case_is_a_child() -> None:
    of_age = add_years(TODAY, years=-18, if_missing_day=LAST_OF_MONTH)
    for child in Child.objects.filter(case__closed=False):
        assert child.born is None or of_age <= child.born <= TODAY


def test_an_unborn_child_has_its_mothers_name_and_no_number() -> None:
    for child in Child.objects.filter(born=None, described=""):
        assert child.relatives.filter(relation="Mor", name=child.name).exists()
        assert opened(child.cpr) == ""


def test_no_number_can_be_anybodys() -> None:
    for child in Child.objects.exclude(born=None):
        number = opened(child.cpr)
        assert 40 < int(number[2:4]) <= 52
        assert number[:2] == f"{child.born:%d}"
    assert not Relative.objects.exclude(phone="").exclude(phone__startswith="00 00 ").exists()


def test_siblings_share_what_siblings_share() -> None:
    pairs = Sibling.objects.select_related("child", "other")
    assert pairs.count() > 50
    assert pairs.filter(half=True).exists()
    fathers = dict(Relative.objects.filter(relation="Far").values_list("child", "name"))
    both_ways = set(pairs.values_list("child", "other"))
    for pair in pairs:
        assert (pair.other_id, pair.child_id) in both_ways
        assert pair.child.address == pair.other.address
        assert pair.half == (fathers[pair.child_id] != fathers[pair.other_id])


def test_what_must_be_seen_before_a_call_is_there() -> None:
    assert Child.objects.filter(address_protected=True).exists()
    assert Relative.objects.filter(do_not_contact=True).exclude(do_not_contact_why="").exists()
    assert Child.objects.exclude(interpreter="").exists()


# --- written fast, and right ------------------------------------------------------------------------------------


def test_rows_written_fast_are_the_rows_written_slowly() -> None:
    case = Case.objects.order_by("pk").first()
    assert case is not None
    for model in (EventRow, DeadlineRow):
        kept = list(model.objects.filter(case=case).order_by("pk"))
        slow = list(model.objects.filter(case=case).order_by("pk").values())
        with transaction.atomic():
            model.objects.filter(case=case).delete()
            for row in kept:
                row.pk = None
            insert(model, kept)
            fast = list(model.objects.filter(case=case).order_by("pk").values())
        assert slow
        assert [without_key(row) for row in fast] == [without_key(row) for row in slow]


def without_key(row: Any) -> dict[str, object]:
    """What a row says, but for its number."""
    return {name: value for name, value in row.items() if name != "id"}


def test_a_row_may_be_made_before_what_it_points_to_is_saved() -> None:
    case = Case(number="NY-1")
    row = EventRow(event_id="ny-1", case=case, kind="notat", day=TODAY, recorded_at=NOW, source="a")
    case.save()
    insert(EventRow, [row])
    assert EventRow.objects.get(event_id="ny-1").case == case


def test_working_cases_out_again_changes_nothing_but_their_own_columns() -> None:
    before = list(Case.objects.order_by("pk").values())
    bridge.recompute_many(list(Case.objects.order_by("pk")[:60]), as_of=NOW)
    assert list(Case.objects.order_by("pk").values()) == before
