"""Can each example be written on the database Pejl runs on, with people who can sign in and a log of every field?"""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from pejl.web.access.models import Case, User
from pejl.web.examples import EXAMPLES
from pejl.web.plan.models import PlanChange


# One database is strict where the other takes anything: how long a text may be, and what is a number.
@pytest.mark.django_db
@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_written_whole_with_its_people_and_no_case(name: str) -> None:
    example = EXAMPLES[name]
    example.fill(now=datetime.combine(example.day, time(8), tzinfo=UTC))
    assert example.known_by <= set(User.objects.values_list("username", flat=True))
    assert PlanChange.objects.filter(act=PlanChange.Act.ADDED).exists()
    assert not Case.objects.exists()
