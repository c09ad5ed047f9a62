"""Are the birthdays that mean something told with their law, worked out anew each time, and never guessed?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pejl.rulebook.alder import MARKS, coming
from pejl.web.access.models import Case
from pejl.web.cases.ages import ages_of, ahead
from pejl.web.cases.models import Child, DeadlineRow
from tests.web.nordby import TODAY, Nordby

# Its pages are opened on both databases by test_roles and test_scope; what they say is no database's doing.
pytestmark = pytest.mark.one_database


def turn(case: str, born: date | None) -> None:
    Child.objects.filter(case__key=case).update(born=born)


def page(nordby: Nordby, case: str = "egen") -> str:
    return nordby.client("raadgiver").get(f"/sag/{case}/").content.decode()


def test_each_mark_is_a_day_with_its_place_in_the_law() -> None:
    days = {mark.key: mark.day_for(date(2017, 5, 3)) for mark in MARKS}
    assert days == {
        "part": date(2027, 5, 3),
        "samtykke": date(2032, 5, 3),
        "ungeplan": date(2033, 5, 3),
        "ungestoette": date(2034, 11, 3),
        "voksen": date(2035, 5, 3),
    }
    assert [mark.cites.row for mark in MARKS] == ["BRN-04", "BRN-05", "PLA-06", "PLA-08", "PLA-08"]


def test_who_is_born_on_the_29th_of_february_has_the_28th_in_other_years() -> None:
    assert [day for day, _ in coming(date(2012, 2, 29), on=date(2020, 1, 1))] == [
        date(2022, 2, 28),
        date(2027, 2, 28),
        date(2028, 2, 29),
        date(2029, 8, 28),
        date(2030, 2, 28),
    ]


def test_the_case_tells_what_lies_ahead(nordby: Nordby) -> None:
    turn("egen", date(2016, 7, 1))
    told = page(nordby)
    assert "<strong>1. juli 2026:</strong> Fylder 10 år. Barnet er part i sagen." in told
    assert "Barnets lov § 3" in told
    assert "Det er ikke frister, Pejl tæller." in told
    assert "ikke bekræftet" not in told.partition('id="alder"')[2].partition("</section>")[0]


def test_the_day_itself_still_stands_and_the_day_after_it_is_gone(nordby: Nordby) -> None:
    turn("egen", date(2016, 6, 10))
    assert "Fylder 10 år" in page(nordby)
    turn("egen", date(2016, 6, 9))
    assert "Fylder 10 år" not in page(nordby)


@pytest.mark.parametrize("case", ["egen"])
def test_an_unknown_birthday_is_said_and_nothing_is_guessed(nordby: Nordby, case: str) -> None:
    turn(case, None)
    told = page(nordby)
    assert "Fødselsdagen er ikke kendt." in told
    assert "Fylder" not in told


def test_an_open_case_after_the_18th_birthday_is_shown_for_review(nordby: Nordby) -> None:
    turn("egen", date(2008, 6, 9))
    assert "Den unge er fyldt 18 år, og sagen er åben" in page(nordby)
    day = nordby.client("raadgiver").get("/min-dag/").content.decode()
    assert "Fyldt 18 år, og sagen er åben" in day
    turn("lukket", date(2008, 6, 9))
    assert "Den unge er fyldt 18 år, og sagen er åben" not in page(nordby, "lukket")


def test_the_day_shows_those_of_the_next_month_apart_from_the_limits(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    turn("egen", date(2011, 7, 10))
    told = client.get("/min-dag/").content.decode()
    assert "Fødselsdage, der betyder noget" in told
    assert "10. juli 2026: Fylder 15 år. Den unge skal selv samtykke til en anbringelse." in told
    turn("egen", date(2011, 7, 11))
    assert "Fødselsdage, der betyder noget" not in client.get("/min-dag/").content.decode()


def test_what_a_colleague_may_not_see_is_on_nobodys_day(nordby: Nordby) -> None:
    Child.objects.filter(case__key__in=("egen", "beskyttet")).update(born=date(2011, 6, 20))
    told = nordby.client("syd").get("/min-dag/").content.decode()
    assert "Fylder 15 år" not in told
    own = nordby.client("raadgiver").get("/min-dag/").content.decode()
    assert own.count("Fylder 15 år") == 1


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.key)
def test_no_day_of_any_mark_is_missed_by_the_one_question(nordby: Nordby, mark: object) -> None:
    """For each birthday of five years around: the list finds what the child's own page tells."""
    ids = [Case.objects.get(key="egen").pk]
    child = Child.objects.get(case__key="egen")
    (chosen,) = (each for each in MARKS if each is mark)
    months = chosen.years * 12 - chosen.months_before
    first = TODAY - timedelta(days=round(months * 30.4375) + 6)
    for days in range(45):
        child.born = first + timedelta(days=days)
        child.save()
        own = [(line.day, line.mark) for line in ages_of(child, today=TODAY, closed=False, expected=None).lines]
        soon = [each for each in own if each[0] <= TODAY + timedelta(days=30)]
        assert [(line.day, line.mark) for line in ahead(ids, today=TODAY).lines] == soon, child.born


def test_it_is_one_question_however_many_children(nordby: Nordby) -> None:
    with CaptureQueriesContext(
        connection,
    ) as few:
        ahead([1], today=TODAY)
    Child.objects.update(born=date(2011, 6, 20))
    everyone = list(Case.objects.values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as many:
        assert len(ahead(everyone, today=TODAY).lines) == 5
    assert len(few) == len(many) == 1


def test_no_birthday_is_ever_kept_as_a_limit(nordby: Nordby) -> None:
    turn("egen", date(2011, 6, 20))
    page(nordby)
    assert not DeadlineRow.objects.filter(rule__startswith="alder").exists()
