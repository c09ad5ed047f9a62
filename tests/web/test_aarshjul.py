"""When does each item of the year fall, what is late, and what does a calendar program get?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar

from pejl.web.access.actions import Doing, Refused
from pejl.web.plan import wheel
from pejl.web.plan.actions import new
from pejl.web.plan.fixed_items import FIXED
from pejl.web.plan.models import Course, CourseMeeting, Round, Strategy, ThemeMeeting, WheelDone, WheelFeed, WheelItem
from pejl.web.plan.wheel import Done, Item, State, occurrences, planned_days
from pejl.web.plan.wheel_keeping import Mark, mark, take_in
from pejl.web.plan.wheel_paper import wheel_paper
from pejl.web.plan.wheel_picture import MOST, months
from pejl.web.plan.wheel_sources import year_of
from tests.web.nordby import NOW, TODAY, Nordby

# What it asks and writes goes through the same actions as every sheet, which are tried on both.
pytestmark = pytest.mark.one_database

WHY = "Udvalget flyttede sit møde."
FROM, TO = date(2026, 1, 1), date(2026, 12, 31)


def item(first: date, again: str = "", **values: Any) -> Item:
    return Item(key="p", name="Punkt", kind="moede", kind_words="Møde", first=first, again=again, **values)


def doing(nordby: Nordby) -> Doing:
    return Doing(by=nordby.people["afdelingsleder"], at=NOW)


def strategy() -> Strategy:
    return Strategy.objects.get(key="plan-strategi")


# --- the days -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "again", "days"),
    [
        (date(2025, 3, 3), "", []),
        (date(2026, 3, 3), "", [(3, 3)]),
        (date(2024, 2, 29), "aarligt", [(2, 28)]),
        (date(2025, 12, 31), "halvaarligt", [(6, 30), (12, 31)]),
        (date(2025, 8, 31), "kvartal", [(2, 28), (5, 31), (8, 31), (11, 30)]),
        # Counted from the first day, so that a short month does not move all that follow.
        (
            date(2026, 1, 31),
            "maaned",
            [
                *((1, 31), (2, 28), (3, 31), (4, 30), (5, 31), (6, 30)),
                *((7, 31), (8, 31), (9, 30), (10, 31), (11, 30), (12, 31)),
            ],
        ),
    ],
)
def test_a_repeat_falls_on_its_day_or_the_last_of_the_month(first: date, again: str, days: list[Any]) -> None:
    found = occurrences([item(first, again)], [], first=FROM, last=TO, today=FROM)
    assert [(each.day.month, each.day.day) for each in found] == days


@pytest.mark.parametrize("again", ["", "aarligt", "halvaarligt", "kvartal", "maaned"])
@pytest.mark.parametrize("day", [date(2019, 1, 1), date(2024, 2, 29), date(2026, 1, 31), date(2026, 11, 30)])
def test_days_counted_from_the_middle_are_those_of_the_whole_walk(again: str, day: date) -> None:
    row = item(date(2023, 8, 31), again)
    whole = [each for each in planned_days(row, last=TO) if each >= day]
    assert list(planned_days(row, first=day, last=TO)) == whole


def test_a_repeat_stops_on_its_last_day() -> None:
    found = occurrences([item(FROM, "maaned", until=date(2026, 3, 1))], [], first=FROM, last=TO, today=FROM)
    assert [each.day for each in found] == [date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)]


def test_what_is_passed_without_a_word_is_late_and_today_is_not() -> None:
    found = occurrences([item(FROM, "maaned")], [], first=FROM, last=TO, today=date(2026, 3, 1))
    assert [each.day.month for each in wheel.late(found)] == [1, 2]
    assert found[2].state is State.PLANNED


@pytest.mark.parametrize(
    ("done", "state", "day"),
    [
        ([Done(item="p", planned=FROM, how="holdt")], State.HELD, FROM),
        ([Done(item="p", planned=FROM, how="udgaaet", why=WHY)], State.DROPPED, FROM),
        ([Done(item="p", planned=FROM, how="flyttet", on=date(2026, 5, 1))], State.LATE, date(2026, 5, 1)),
        ([Done(item="p", planned=FROM, how="flyttet", on=date(2026, 9, 1))], State.PLANNED, date(2026, 9, 1)),
        (
            [
                Done(item="p", planned=FROM, how="flyttet", on=date(2026, 5, 1)),
                Done(item="p", planned=FROM, how="holdt"),
            ],
            State.HELD,
            date(2026, 5, 1),
        ),
        ([Done(item="en anden", planned=FROM, how="holdt")], State.LATE, FROM),
    ],
)
def test_what_was_said_last_is_what_holds(done: list[Done], state: State, day: date) -> None:
    (found,) = occurrences([item(FROM)], done, first=FROM, last=TO, today=date(2026, 6, 1))
    assert (found.state, found.day, found.planned) == (state, day, FROM)


def test_what_is_moved_into_the_next_year_follows_its_day() -> None:
    planned = date(2026, 12, 15)
    moved = [Done(item="p", planned=planned, how="flyttet", on=date(2027, 1, 12))]
    assert occurrences([item(planned)], moved, first=FROM, last=TO, today=FROM) == []
    (found,) = occurrences([item(planned)], moved, first=date(2027, 1, 1), last=date(2027, 12, 31), today=FROM)
    assert found.uid == "p-2026-12-15"


def test_the_picture_has_a_mark_for_each_and_says_how_many_had_no_room() -> None:
    many = [item(FROM, "") for _ in range(MOST + 5)]
    drawn = months(occurrences(many, [], first=FROM, last=TO, today=date(2026, 2, 1)), this_month=2)
    assert (len(drawn), len(drawn[0].marks), drawn[0].more) == (12, MOST, "+5")
    assert drawn[0].told == f"Januar: {MOST + 5} punkter, heraf {MOST + 5} forsinket"
    assert (drawn[1].told, drawn[1].now) == ("Februar: intet", True)


# --- where they come from -----------------------------------------------------------------------------------------


def test_rounds_theme_meetings_and_courses_stand_in_the_wheel_by_themselves(nordby: Nordby) -> None:
    soon = TODAY + timedelta(days=3)
    new(ThemeMeeting, doing=doing(nordby), strategy=strategy(), name="Temamødet om netværk", on=soon)
    course = Course.objects.get(key="plan-forloeb")
    new(CourseMeeting, doing=doing(nordby), course=course, kind="status", name="Tredje møde", on=soon)
    new(Round, doing=doing(nordby), strategy=strategy(), kind="indsendelse", name="Målene sendes ind", due=soon)
    found = {each.item.name: each for each in year_of(strategy(), today=TODAY).between(soon, soon, today=TODAY)}
    assert set(found) == {"Temamødet om netværk", "Forløbet: Tredje møde", "Målene sendes ind"}
    assert {each.state for each in found.values()} == {State.PLANNED}


def test_a_round_is_late_while_somebody_is_missing_and_a_theme_meeting_until_it_is_held(nordby: Nordby) -> None:
    before = TODAY - timedelta(days=3)
    new(Round, doing=doing(nordby), strategy=strategy(), kind="indsendelse", name="Runde", due=before)
    theme = new(ThemeMeeting, doing=doing(nordby), strategy=strategy(), name="Tema", on=before)
    states = [each.state for each in year_of(strategy(), today=TODAY).between(before, before, today=TODAY)]
    assert states == [State.LATE, State.LATE]
    ThemeMeeting.objects.filter(pk=theme.pk).update(held=True)
    named = {each.item.name: each for each in year_of(strategy(), today=TODAY).between(before, before, today=TODAY)}
    assert named["Tema"].state is State.HELD


def test_what_is_late_stands_first_on_the_page(nordby: Nordby) -> None:
    late = TODAY - timedelta(days=9)
    new(WheelItem, doing=doing(nordby), strategy=strategy(), name="Ledelsestilsyn i maj", kind="tilsyn", first=late)
    page = nordby.client("raadgiver").get(reverse("aarshjul")).content.decode()
    assert page.index("Forsinket</h2>") < page.index("Ledelsestilsyn i maj") < page.index('role="img"')
    assert "Skriv, hvad der skete" not in page  # an adviser only reads
    assert "Skriv, hvad der skete" in nordby.client("teamleder").get(reverse("aarshjul")).content.decode()


def test_the_picture_says_in_words_what_it_shows(nordby: Nordby) -> None:
    page = nordby.client("raadgiver").get(reverse("aarshjul")).content.decode()
    assert 'aria-labelledby="hjul-navn hjul-tekst"' in page
    assert "Juni: 3 punkter" in page  # the item, the round and the theme meeting of the small plan
    assert "Februar: intet" in page


# --- what became of it --------------------------------------------------------------------------------------------


def sent(nordby: Nordby, person: str, day: date, **values: str) -> Any:
    address = reverse("aarshjul-holdt", args=("plan-aarshjul", day.isoformat()))
    return nordby.client(person).post(address, values)


def test_a_leader_says_what_happened_and_a_second_click_is_told_it_is_said(nordby: Nordby) -> None:
    WheelDone.objects.all().delete()
    assert [sent(nordby, "teamleder", TODAY, how="holdt").status_code for _ in range(2)] == [302, 422]
    assert WheelDone.objects.count() == 1
    assert sent(nordby, "raadgiver", TODAY, how="holdt").status_code == 404


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"why": ""}, "Vælg, om det er holdt"),
        ({"how": "flyttet", "why": WHY}, "Skriv, hvilken dag det er flyttet til."),
        ({"how": "flyttet", "on": "2026-06-10", "why": WHY}, "Skriv den nye dag."),
        ({"how": "flyttet", "on": "2026-06-20"}, "Skriv, hvorfor det er flyttet eller udgået"),
        ({"how": "udgaaet"}, "Skriv, hvorfor det er flyttet eller udgået"),
        ({"how": "holdt", "on": "2026-06-20"}, "Dagen ligger i fremtiden"),
    ],
)
def test_what_is_not_said_in_full_is_refused(nordby: Nordby, values: dict[str, str], told: str) -> None:
    answer = sent(nordby, "teamleder", TODAY, **values)
    assert answer.status_code == 422
    assert told in answer.content.decode()


def test_a_day_the_item_does_not_fall_on_is_not_there(nordby: Nordby) -> None:
    address = reverse("aarshjul-holdt", args=("plan-aarshjul", "2026-06-11"))
    assert nordby.client("teamleder").get(address).status_code == 404
    row = WheelItem.objects.get(key="plan-aarshjul")
    with pytest.raises(Refused, match="ikke planlagt"):
        mark(row, Mark(planned=TODAY + timedelta(days=1), how="holdt"), doing=doing(nordby))


def test_the_councils_fixed_item_is_shown_as_unconfirmed_and_comes_in_once(nordby: Nordby) -> None:
    client, address = nordby.client("afdelingsleder"), reverse("aarshjul-fast", args=("plan-strategi", FIXED[0].key))
    page = client.get(reverse("aarshjul")).content.decode()
    assert "Faste punkter, der ikke står i hjulet" in page
    assert "ikke bekræftet" in page
    assert client.post(address, {"first": "2026-10-31"}).status_code == 302
    assert "Faste punkter, der ikke står i hjulet" not in client.get(reverse("aarshjul")).content.decode()
    again = client.post(address, {"first": "2026-11-30"})
    assert again.status_code == 422
    assert "står allerede i årshjulet" in again.content.decode()
    row = WheelItem.objects.get(law=FIXED[0].law)
    assert (row.first, row.again, row.kind) == (date(2026, 10, 31), "aarligt", "fast")


# --- in other people's calendars ----------------------------------------------------------------------------------


def calendar(token: str = "plan-kalender") -> Any:  # noqa: S107 -- the small plan's own
    answer = Client().get(reverse("aarshjul-kalender", args=(token,)))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(answer.content)


def test_a_calendar_program_gets_whole_days_with_addresses_that_last(nordby: Nordby) -> None:
    item_of = WheelItem.objects.get(key="plan-aarshjul")
    events = {str(each["UID"]): each for each in calendar().walk("VEVENT")}
    own = events[f"plan-aarshjul-{item_of.first.isoformat()}@pejl"]
    assert (own["DTSTART"].dt, own["DTEND"].dt) == (TODAY, TODAY + timedelta(days=1))
    assert own["DTSTART"].params["VALUE"] == "DATE"
    assert str(own["SUMMARY"]) == "Punktet"
    WheelDone.objects.all().delete()
    moved = Mark(planned=TODAY, how="flyttet", on=TODAY + timedelta(days=8), why=WHY)
    mark(item_of, moved, doing=doing(nordby))
    after = {str(each["UID"]): each for each in calendar().walk("VEVENT")}
    assert set(after) == set(events)
    now = after[f"plan-aarshjul-{TODAY.isoformat()}@pejl"]
    assert (now["DTSTART"].dt, int(now["SEQUENCE"])) == (TODAY + timedelta(days=8), 1)
    assert "Flyttet fra 10. juni 2026." in str(now["DESCRIPTION"])


def test_what_is_dropped_is_cancelled_and_a_repeat_comes_each_time(nordby: Nordby) -> None:
    made = new(
        WheelItem,
        doing=doing(nordby),
        strategy=strategy(),
        name="Status",
        kind="rapport",
        first=TODAY,
        again="kvartal",
        law="En lov § 1",
    )
    mark(made, Mark(planned=TODAY, how="udgaaet", why=WHY), doing=doing(nordby))
    found = [each for each in calendar().walk("VEVENT") if str(each["SUMMARY"]) == "Status"]
    assert [str(each["STATUS"]) for each in found[:2]] == ["CANCELLED", "CONFIRMED"]
    assert len(found) == 8  # today, and each quarter of the two years that are told
    assert "En lov § 1 (ikke bekræftet)" in str(found[0]["DESCRIPTION"])


def test_the_calendar_names_nobody(nordby: Nordby) -> None:
    WheelItem.objects.filter(key="plan-aarshjul").update(note=f"Ring til {nordby.people['afdelingsleder'].name}")
    WheelDone.objects.update(why=f"{nordby.people['raadgiver'].name} var syg")
    told = Client().get(reverse("aarshjul-kalender", args=("plan-kalender",))).content.decode()
    assert [each.name for each in nordby.people.values() if each.name in told] == []


def test_an_address_is_made_once_closed_and_gone(nordby: Nordby) -> None:
    client, address = nordby.client("raadgiver"), reverse("aarshjul-kalender-skift", args=("plan-strategi",))
    assert [client.post(address, {"goer": "lav"}).status_code for _ in range(2)] == [302, 302]
    feed = WheelFeed.objects.get(user=nordby.people["raadgiver"])
    assert len(feed.token) > 40
    assert feed.token in client.get(reverse("aarshjul")).content.decode()
    assert feed.token not in nordby.client("vikar").get(reverse("aarshjul")).content.decode()
    calendar(feed.token)
    client.post(address, {"goer": "luk"})
    assert Client().get(reverse("aarshjul-kalender", args=(feed.token,))).status_code == 404
    client.post(address, {"goer": "lav"})
    assert WheelFeed.objects.filter(user=nordby.people["raadgiver"]).count() == 2


# --- and it stays fast --------------------------------------------------------------------------------------------


def questions(nordby: Nordby) -> int:
    client = nordby.client("teamleder")
    client.get(reverse("aarshjul"))
    with CaptureQueriesContext(connection) as asked:
        assert client.get(reverse("aarshjul")).status_code == 200
    return len(asked)


def test_the_page_asks_as_many_questions_whatever_is_written(nordby: Nordby) -> None:
    few = questions(nordby)
    for number in range(12):
        values: dict[str, Any] = {"strategy": strategy(), "name": f"Punkt {number}", "kind": "moede", "again": "maaned"}
        row = new(WheelItem, doing=doing(nordby), first=TODAY - timedelta(days=40), **values)
        mark(row, Mark(planned=row.first, how="holdt"), doing=doing(nordby))
        new(Round, doing=doing(nordby), strategy=strategy(), kind="opfoelgning", name=f"R{number}", due=TODAY)
    assert questions(nordby) == few


def test_the_time_plan_is_a_paper(nordby: Nordby) -> None:
    take_in(FIXED[0], strategy(), first=date(2026, 9, 30), doing=doing(nordby))
    answer = nordby.client("raadgiver").get(reverse("aarshjul-papir", args=(2026, "docx")))
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    paper = str(wheel_paper(strategy(), year=2026, municipality="Nordby", made_at=NOW).parts)
    assert "§ 79 b, ikke bekræftet" in paper
    assert wheel.RULE in paper
