"""Are days, working days and the clock counted as the law counts them?

Dates in the tables are worked out by hand, not copied from the program. The `holidays` package is the oracle
for public holidays; Pejl itself never uses it.
"""

import doctest
from datetime import date, datetime, time, timedelta, timezone

import holidays
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pejl import dates
from pejl.dates import (
    COPENHAGEN,
    FIRST_DAY,
    FIRST_OF_NEXT,
    LAST_DAY,
    LAST_OF_MONTH,
    UTC,
    Doubt,
    MissingDay,
    WorkingCalendar,
    add_days,
    add_months,
    add_working_days,
    add_years,
    danish_date,
    danish_moment,
    easter_sunday,
    end_of_day,
    free_day_name,
    is_working_day,
    local_day,
    local_time,
    passed_over,
    public_holidays,
    read_local,
    start_of_day,
)

LATE, STRICT = WorkingCalendar.LATE, WorkingCalendar.STRICT

DAYS = st.dates(min_value=FIRST_DAY, max_value=LAST_DAY)
# Room for a count of working days before the calendar ends.
COUNTED_FROM = st.dates(min_value=FIRST_DAY, max_value=date(2099, 12, 31))
COUNTS = st.integers(min_value=0, max_value=60)
CALENDARS = st.sampled_from(WorkingCalendar)
CLOCKS = st.times().map(lambda clock: clock.replace(microsecond=0))
MOMENTS = st.dates(FIRST_DAY, LAST_DAY).flatmap(
    lambda day: st.times().map(lambda clock: datetime.combine(day, clock, tzinfo=UTC))
)
WHOLE_SECONDS = MOMENTS.map(lambda at: at.replace(microsecond=0))


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]  # mypy cannot count the parts


def test_every_public_function_has_a_running_example() -> None:
    found = doctest.DocTestFinder().find(dates)
    with_examples = {test.name.removeprefix("pejl.dates.") for test in found if test.examples}
    functions = {name for name in dates.__all__ if name.islower()}
    assert functions <= with_examples
    assert doctest.testmod(dates).failed == 0


# The clock


@given(DAYS, CLOCKS)
def test_an_unambiguous_time_is_read_and_shown_alike(day: date, clock: time) -> None:
    reading = read_local(day, clock=clock)
    assume(reading.doubt is Doubt.NONE)
    assert (local_day(reading.at), local_time(reading.at)) == (day, clock)
    assert reading.at.tzinfo is UTC


@given(WHOLE_SECONDS)
def test_an_instant_is_shown_and_read_alike_but_for_the_second_hour_of_two(at: datetime) -> None:
    reading = read_local(local_day(at), clock=local_time(at))
    second_of_two = reading.doubt is Doubt.TWICE and reading.at != at
    assert reading.at == (at - timedelta(hours=1) if second_of_two else at)
    assert reading.doubt is not Doubt.SKIPPED


@pytest.mark.parametrize("year", range(1990, 2101))
def test_a_year_has_one_hour_skipped_and_one_hour_twice(year: int) -> None:
    quarters = [
        read_local(date(year, 1, 1) + timedelta(days=number), clock=time(hour, minute)).doubt
        for number in range(365)
        for hour in (0, 1, 2, 3, 23)
        for minute in (0, 30)
    ]
    assert (quarters.count(Doubt.SKIPPED), quarters.count(Doubt.TWICE)) == (2, 2)


@pytest.mark.parametrize(
    ("day", "clock", "at", "doubt"),
    [
        (date(2024, 3, 31), time(1, 59, 59), utc(2024, 3, 31, 0, 59, 59), Doubt.NONE),
        (date(2024, 3, 31), time(2, 0), utc(2024, 3, 31, 1, 0), Doubt.SKIPPED),
        (date(2024, 3, 31), time(2, 30), utc(2024, 3, 31, 1, 30), Doubt.SKIPPED),
        (date(2024, 3, 31), time(2, 59, 59), utc(2024, 3, 31, 1, 59, 59), Doubt.SKIPPED),
        (date(2024, 3, 31), time(3, 0), utc(2024, 3, 31, 1, 0), Doubt.NONE),
        (date(2024, 10, 27), time(1, 59, 59), utc(2024, 10, 26, 23, 59, 59), Doubt.NONE),
        (date(2024, 10, 27), time(2, 0), utc(2024, 10, 27, 0, 0), Doubt.TWICE),
        (date(2024, 10, 27), time(2, 30), utc(2024, 10, 27, 0, 30), Doubt.TWICE),
        (date(2024, 10, 27), time(2, 59, 59), utc(2024, 10, 27, 0, 59, 59), Doubt.TWICE),
        (date(2024, 10, 27), time(3, 0), utc(2024, 10, 27, 2, 0), Doubt.NONE),
    ],
)
def test_clock_changes(day: date, clock: time, at: datetime, doubt: Doubt) -> None:
    assert read_local(day, clock=clock) == (at, doubt)
    assert bool(doubt) is (doubt is not Doubt.NONE)


def test_a_skipped_hour_is_shown_an_hour_later() -> None:
    assert local_time(read_local(date(2024, 3, 31), clock=time(2, 30)).at) == time(3, 30)


def test_the_second_of_two_hours_is_shown_but_never_read() -> None:
    second = utc(2024, 10, 27, 1, 30)
    assert local_time(second) == time(2, 30)
    assert local_time(second).fold == 0
    assert read_local(date(2024, 10, 27), clock=time(2, 30, fold=1)).at == utc(2024, 10, 27, 0, 30)


def test_parts_of_a_second_are_dropped() -> None:
    assert read_local(date(2024, 5, 3), clock=time(15, 50, 7, 999_999)).at == utc(2024, 5, 3, 13, 50, 7)
    assert local_time(utc(2024, 5, 3, 13, 50, 7, 999_999)) == time(15, 50, 7)


def test_an_instant_in_any_zone_is_read_in_danish_time() -> None:
    at = datetime(2024, 5, 3, 20, 30, tzinfo=timezone(timedelta(hours=-2)))
    assert (local_day(at), local_time(at)) == (date(2024, 5, 4), time(0, 30))


@pytest.mark.parametrize(
    ("day", "start", "end", "hours"),
    [
        (date(2024, 1, 15), utc(2024, 1, 14, 23), utc(2024, 1, 15, 22, 59, 59), 24),
        (date(2024, 3, 31), utc(2024, 3, 30, 23), utc(2024, 3, 31, 21, 59, 59), 23),
        (date(2024, 7, 15), utc(2024, 7, 14, 22), utc(2024, 7, 15, 21, 59, 59), 24),
        (date(2024, 10, 27), utc(2024, 10, 26, 22), utc(2024, 10, 27, 22, 59, 59), 25),
    ],
)
def test_a_day_has_the_hours_it_has(day: date, start: datetime, end: datetime, hours: int) -> None:
    assert (start_of_day(day), end_of_day(day)) == (start, end)
    assert end - start + timedelta(seconds=1) == timedelta(hours=hours)


@given(DAYS)
def test_days_follow_each_other_without_a_gap(day: date) -> None:
    assert end_of_day(day) + timedelta(seconds=1) == start_of_day(day + timedelta(days=1))
    assert local_day(start_of_day(day)) == local_day(end_of_day(day)) == day


@given(MOMENTS)
def test_an_instant_lies_within_its_own_day(at: datetime) -> None:
    day = local_day(at)
    assert start_of_day(day) <= at < end_of_day(day) + timedelta(seconds=1)


@pytest.mark.parametrize("ask", [local_day, local_time, danish_moment])
def test_a_moment_without_zone_is_refused(ask: object) -> None:
    naive = datetime(2024, 5, 3, 12)  # noqa: DTZ001 -- the missing zone is what is refused
    with pytest.raises(ValueError, match=r"cannot tell .*2024, 5, 3, 12.*; do read_local"):
        ask(naive)  # type: ignore[operator]  # the three have different answers


def test_a_clock_with_zone_is_refused() -> None:
    with pytest.raises(ValueError, match=r"cannot read .*; do clock.replace"):
        read_local(date(2024, 5, 3), clock=time(12, tzinfo=COPENHAGEN))


def test_a_day_before_the_clock_is_refused() -> None:
    with pytest.raises(ValueError, match=r"cannot place 0001-01-01 00:00:00.* in UTC; treat"):
        start_of_day(date(1, 1, 1))


@pytest.mark.parametrize(
    "ask",
    [
        lambda day: read_local(day, clock=time(12)),
        start_of_day,
        end_of_day,
        danish_date,
        lambda day: add_days(day, days=1),
        lambda day: add_months(day, months=1, if_missing_day=LAST_OF_MONTH),
        lambda day: add_years(day, years=1, if_missing_day=LAST_OF_MONTH),
        lambda day: free_day_name(day, calendar=LATE),
        lambda day: is_working_day(day, calendar=LATE),
        lambda day: add_working_days(day, days=1, calendar=LATE),
        lambda day: passed_over(day, days=1, calendar=LATE),
    ],
)
def test_a_moment_is_not_a_day(ask: object) -> None:
    with pytest.raises(TypeError, match=r"cannot use the moment .*; do local_day"):
        ask(utc(2024, 5, 3, 22, 30))  # type: ignore[operator]  # the eleven have different answers


# Days, months and years


def test_two_weeks_end_on_the_same_weekday() -> None:
    assert add_days(date(2024, 12, 20), days=14) == date(2025, 1, 3)
    assert add_days(date(2025, 1, 3), days=-14) == date(2024, 12, 20)


@pytest.mark.parametrize(
    ("day", "months", "last", "first"),
    [
        (date(2023, 10, 31), 4, date(2024, 2, 29), date(2024, 3, 1)),
        (date(2024, 10, 31), 4, date(2025, 2, 28), date(2025, 3, 1)),
        (date(2024, 10, 29), 4, date(2025, 2, 28), date(2025, 3, 1)),
        (date(2023, 10, 29), 4, date(2024, 2, 29), date(2024, 2, 29)),
        (date(2024, 2, 29), 4, date(2024, 6, 29), date(2024, 6, 29)),
        (date(2024, 8, 31), 4, date(2024, 12, 31), date(2024, 12, 31)),
        (date(2024, 8, 31), 3, date(2024, 11, 30), date(2024, 12, 1)),
        (date(2024, 12, 31), -1, date(2024, 11, 30), date(2024, 12, 1)),
        (date(2024, 1, 15), -1, date(2023, 12, 15), date(2023, 12, 15)),
        (date(2024, 1, 31), 0, date(2024, 1, 31), date(2024, 1, 31)),
    ],
)
def test_calendar_months(day: date, months: int, last: date, first: date) -> None:
    assert add_months(day, months=months, if_missing_day=LAST_OF_MONTH) == last
    assert add_months(day, months=months, if_missing_day=FIRST_OF_NEXT) == first


@given(DAYS, st.integers(-600, 600), st.sampled_from(MissingDay))
def test_months_keep_the_number_or_land_where_told(day: date, months: int, landing: MissingDay) -> None:
    later = add_months(day, months=months, if_missing_day=landing)
    if later.day == day.day:
        assert (later.year - day.year) * 12 + later.month - day.month == months
    else:
        at_the_edge = later + timedelta(days=1) if landing is LAST_OF_MONTH else later
        assert at_the_edge.day == 1


@given(DAYS, DAYS, st.integers(0, 600), st.sampled_from(MissingDay))
def test_a_later_start_never_ends_earlier(one: date, other: date, months: int, landing: MissingDay) -> None:
    early, late = sorted((one, other))
    assert add_months(early, months=months, if_missing_day=landing) <= add_months(
        late, months=months, if_missing_day=landing
    )


@pytest.mark.parametrize(
    ("day", "years", "last", "first"),
    [
        (date(2013, 4, 17), 1, date(2014, 4, 17), date(2014, 4, 17)),  # Ankestyrelsens eget eksempel
        (date(2024, 2, 29), 1, date(2025, 2, 28), date(2025, 3, 1)),
        (date(2024, 2, 29), 4, date(2028, 2, 29), date(2028, 2, 29)),
        (date(2024, 2, 29), -1, date(2023, 2, 28), date(2023, 3, 1)),
    ],
)
def test_years(day: date, years: int, last: date, first: date) -> None:
    assert add_years(day, years=years, if_missing_day=LAST_OF_MONTH) == last
    assert add_years(day, years=years, if_missing_day=FIRST_OF_NEXT) == first


def test_counting_out_of_the_calendar_is_refused() -> None:
    no_end = date(9999, 12, 31)
    with pytest.raises(ValueError, match=r"cannot add 14 days to 9999-12-31, .*; treat it as no date"):
        add_days(no_end, days=14)
    with pytest.raises(ValueError, match=r"cannot add 4 months to 9999-12-31, .*; treat it as no date"):
        add_months(no_end, months=4, if_missing_day=LAST_OF_MONTH)
    with pytest.raises(ValueError, match="cannot add -12 months to 0001-01-01"):
        add_years(date(1, 1, 1), years=-1, if_missing_day=LAST_OF_MONTH)


# Public holidays

# What the oracle calls days that we call something else, in lower case.
OUR_NAMES = {
    "anden påskedag": "2. påskedag",
    "anden pinsedag": "2. pinsedag",
    "juledag": "1. juledag",
    "anden juledag": "2. juledag",
    "kristi himmelfartsdag": "Kristi himmelfartsdag",
}


@pytest.mark.parametrize("year", range(2010, 2041))
def test_public_holidays_are_those_of_the_oracle(year: int) -> None:
    oracle = holidays.country_holidays("DK", years=year, language="da")
    named = {day: OUR_NAMES.get(name.lower(), name.lower()) for day, name in oracle.items()}
    assert public_holidays(year) == named


@pytest.mark.parametrize("year", range(2010, 2041))
def test_four_customary_days_are_no_public_holidays(year: int) -> None:
    """The oracle agrees on 1 May, 5 June, 24 and 31 December, but for a movable holiday that falls on one.

    So it is no oracle for working days: by forældelsesloven the last three are free in the late reading.
    """
    movable = {"store bededag", "kristi himmelfartsdag", "pinsedag", "2. pinsedag", "anden pinsedag"}
    oracle = holidays.country_holidays("DK", years=year, language="da")
    customary = {date(year, *day) for day in ((5, 1), (6, 5), (12, 24), (12, 31))}
    for names in (oracle, public_holidays(year)):
        public = {names[day].lower() for day in customary if day in names}
        assert public <= movable
    assert {free_day_name(day, calendar=LATE) is None for day in customary - {date(year, 5, 1)}} == {False}


@pytest.mark.parametrize("year", range(1990, 2101))
def test_holidays_fall_on_their_weekdays_and_in_order(year: int) -> None:
    weekdays = {name: day.weekday() for day, name in public_holidays(year).items()}
    assert easter_sunday(year).weekday() == 6
    assert date(year, 3, 22) <= easter_sunday(year) <= date(year, 4, 25)
    assert (weekdays["skærtorsdag"], weekdays["langfredag"], weekdays["2. påskedag"]) == (3, 4, 0)
    assert (weekdays["Kristi himmelfartsdag"], weekdays["pinsedag"], weekdays["2. pinsedag"]) == (3, 6, 0)
    assert list(public_holidays(year)) == sorted(public_holidays(year))
    assert len(weekdays) == (11 if year <= 2023 else 10)


# Easter Sunday as the almanacs print it, written down here year by year: a second source beside the oracle.
EASTERS = (
    *("2010-04-04", "2011-04-24", "2012-04-08", "2013-03-31", "2014-04-20", "2015-04-05", "2016-03-27", "2017-04-16"),
    *("2018-04-01", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31", "2025-04-20"),
    *("2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13", "2032-03-28", "2033-04-17"),
    *("2034-04-09", "2035-03-25", "2036-04-13", "2037-04-05", "2038-04-25", "2039-04-10", "2040-04-01"),
)


def test_every_easter_from_2010_to_2040_is_the_printed_one() -> None:
    assert [str(easter_sunday(year)) for year in range(2010, 2041)] == list(EASTERS)


@pytest.mark.parametrize("easter", [date.fromisoformat(each) for each in EASTERS], ids=str)
def test_the_movable_holidays_hang_on_the_printed_easter(easter: date) -> None:
    movable = {-3: "skærtorsdag", -2: "langfredag", 0: "påskedag", 1: "2. påskedag"}
    movable |= {26: "store bededag"} if easter.year <= 2023 else {}
    movable |= {39: "Kristi himmelfartsdag", 49: "pinsedag", 50: "2. pinsedag"}
    fixed = {(1, 1): "nytårsdag", (12, 25): "1. juledag", (12, 26): "2. juledag"}
    expected = [(easter + timedelta(days=days), name) for days, name in movable.items()]
    expected += [(date(easter.year, *day), name) for day, name in fixed.items()]
    assert list(public_holidays(easter.year).items()) == sorted(expected)


@pytest.mark.parametrize("year", range(2010, 2041))
def test_store_bededag_is_a_holiday_to_2023_and_a_working_day_from_2024(year: int) -> None:
    fourth_friday = easter_sunday(year) + timedelta(days=26)
    oracle = holidays.country_holidays("DK", years=year, language="da")
    assert (fourth_friday in public_holidays(year)) is (fourth_friday in oracle) is (year <= 2023)
    for calendar in WorkingCalendar:
        assert is_working_day(fourth_friday, calendar=calendar) is (year > 2023)


@pytest.mark.parametrize("year", range(2010, 2041))
def test_a_working_day_in_its_two_readings_on_every_day_of_the_year(year: int) -> None:
    """By the oracle and the two readings of the law notes, and nothing of our own."""
    oracle = holidays.country_holidays("DK", years=year, language="da")
    customary = {date(year, 6, 5), date(year, 12, 24), date(year, 12, 31)}
    for step in range((date(year + 1, 1, 1) - date(year, 1, 1)).days):
        day = date(year, 1, 1) + timedelta(days=step)
        church = day in oracle
        assert is_working_day(day, calendar=STRICT) is not (church or day.weekday() == 6)
        assert is_working_day(day, calendar=LATE) is not (church or day.weekday() >= 5 or day in customary)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1990, 4, 15), (2000, 4, 23), (2008, 3, 23), (2011, 4, 24), (2024, 3, 31), (2025, 4, 20), (2038, 4, 25)],
)
def test_easter_as_printed_in_almanacs(year: int, month: int, day: int) -> None:
    assert easter_sunday(year) == date(year, month, day)


def test_store_bededag_ended_with_2023() -> None:
    assert public_holidays(2023)[date(2023, 5, 5)] == "store bededag"
    assert date(2024, 4, 26) not in public_holidays(2024)
    for calendar in WorkingCalendar:
        assert not is_working_day(date(2023, 5, 5), calendar=calendar)
        assert is_working_day(date(2024, 4, 26), calendar=calendar)
    assert add_working_days(date(2023, 5, 3), days=2, calendar=LATE) == date(2023, 5, 8)
    assert add_working_days(date(2024, 4, 24), days=2, calendar=LATE) == date(2024, 4, 26)


def test_the_holidays_of_a_year_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        public_holidays(2024)[date(2024, 5, 1)] = "fri"  # type: ignore[index]  # it is what is refused


@pytest.mark.parametrize(
    ("day", "late", "strict"),
    [
        (date(2024, 5, 3), None, None),  # Friday
        (date(2024, 5, 4), "lørdag", None),
        (date(2024, 5, 5), "søndag", "søndag"),
        (date(2024, 1, 1), "nytårsdag", "nytårsdag"),
        (date(2024, 3, 28), "skærtorsdag", "skærtorsdag"),
        (date(2024, 3, 29), "langfredag", "langfredag"),
        (date(2024, 3, 30), "lørdag", None),
        (date(2024, 3, 31), "påskedag", "påskedag"),
        (date(2024, 4, 1), "2. påskedag", "2. påskedag"),
        (date(2024, 5, 1), None, None),  # 1 May is not free by law
        (date(2024, 5, 9), "Kristi himmelfartsdag", "Kristi himmelfartsdag"),
        (date(2024, 5, 19), "pinsedag", "pinsedag"),
        (date(2024, 5, 20), "2. pinsedag", "2. pinsedag"),
        (date(2024, 6, 5), "grundlovsdag", None),
        (date(2022, 6, 5), "pinsedag", "pinsedag"),  # also grundlovsdag and a Sunday
        (date(2021, 6, 5), "grundlovsdag", None),  # a Saturday
        (date(2024, 12, 24), "juleaftensdag", None),
        (date(2023, 12, 24), "juleaftensdag", "søndag"),
        (date(2024, 12, 25), "1. juledag", "1. juledag"),
        (date(2024, 12, 26), "2. juledag", "2. juledag"),
        (date(2024, 12, 27), None, None),
        (date(2024, 12, 31), "nytårsaftensdag", None),
    ],
)
def test_free_days_have_names(day: date, late: str | None, strict: str | None) -> None:
    assert (free_day_name(day, calendar=LATE), free_day_name(day, calendar=STRICT)) == (late, strict)
    assert is_working_day(day, calendar=LATE) is (late is None)


@pytest.mark.parametrize("day", [FIRST_DAY - timedelta(days=1), LAST_DAY + timedelta(days=1)])
def test_holidays_nobody_has_checked_are_refused(day: date) -> None:
    refused = rf"cannot tell .* year={day.year}; use a day from 1990-01-01 to 2100-12-31 instead"
    for ask in (easter_sunday, public_holidays):
        with pytest.raises(ValueError, match=refused):
            ask(day.year)
    with pytest.raises(ValueError, match=refused):
        is_working_day(day, calendar=LATE)


def test_a_count_that_leaves_the_checked_years_is_refused() -> None:
    with pytest.raises(ValueError, match=r"cannot tell .* year=2101"):
        add_working_days(date(2100, 12, 30), days=1, calendar=LATE)
    assert add_working_days(date(2100, 12, 30), days=1, calendar=STRICT) == LAST_DAY


# Working days


@pytest.mark.parametrize(
    ("day", "late", "strict"),
    [
        # Easter 2024: 28 March to 1 April.
        # Late 25 26 27 | 2 3 4 April; strict Sat 23, 25 26 27, Sat 30 | 2 April.
        (date(2024, 3, 22), date(2024, 4, 4), date(2024, 4, 2)),
        # Late 2 3 4 5, 8 9 April; strict Sat 30 | 2 3 4 5, Sat 6 April.
        (date(2024, 3, 27), date(2024, 4, 9), date(2024, 4, 6)),
        # The same from inside the holidays, but for Saturday 30 March, which is now the start.
        (date(2024, 3, 30), date(2024, 4, 9), date(2024, 4, 8)),
        # Easter 2025: 17 to 21 April. Late 15 16 | 22 23 24 25; strict 15 16, Sat 19 | 22 23 24.
        (date(2025, 4, 14), date(2025, 4, 25), date(2025, 4, 24)),
        # Christmas 2024, from a Friday.
        # Late 23 | 27 | 30 | 2 3 | 6 January; strict Sat 21, 23 24 | 27, Sat 28 | 30.
        (date(2024, 12, 20), date(2025, 1, 6), date(2024, 12, 30)),
        # Christmas 2025, from Tuesday 23 December.
        # Late 29 30 | 2 | 5 6 7 January; strict 24 | Sat 27 | 29 30 31 | 2 January.
        (date(2025, 12, 23), date(2026, 1, 7), date(2026, 1, 2)),
        # Grundlovsdag 2024, a Wednesday. Late 4 | 6 7 | 10 11 12; strict 4 5 6 7, Sat 8 | 10.
        (date(2024, 6, 3), date(2024, 6, 12), date(2024, 6, 10)),
        # Grundlovsdag 2025, a Thursday, and pinse from Sunday 8 June.
        # Late 3 4 | 6 | 10 11 12; strict 3 4 5 6, Sat 7 | 10.
        (date(2025, 6, 2), date(2025, 6, 12), date(2025, 6, 10)),
        # Grundlovsdag 2021, a Saturday: free by either name in the late reading. Late 4 | 7 8 9 10 11; strict to 10.
        (date(2021, 6, 3), date(2021, 6, 11), date(2021, 6, 10)),
        # Store bededag 2023, Friday 5 May. Late 1 2 3 4 | 8 9; strict Sat 29 April, 1 2 3 4, Sat 6.
        (date(2023, 4, 28), date(2023, 5, 9), date(2023, 5, 6)),
        # Easter 2026: 2 to 6 April. Late 30 31 1 | 7 8 9 April; strict Sat 28, 30 31 1, Sat 4 | 7.
        (date(2026, 3, 27), date(2026, 4, 9), date(2026, 4, 7)),
        # New Year 2030, from a Thursday. Late 28 | 2 3 4 | 7 8 January; strict 28, Sat 29, 31 | 2 3 4.
        (date(2029, 12, 27), date(2030, 1, 8), date(2030, 1, 4)),
    ],
)
def test_six_working_days(day: date, late: date, strict: date) -> None:
    assert add_working_days(day, days=6, calendar=LATE) == late
    assert add_working_days(day, days=6, calendar=STRICT) == strict


def test_the_free_days_passed_over_are_named() -> None:
    assert passed_over(date(2024, 12, 20), days=6, calendar=LATE) == (
        (date(2024, 12, 21), "lørdag"),
        (date(2024, 12, 22), "søndag"),
        (date(2024, 12, 24), "juleaftensdag"),
        (date(2024, 12, 25), "1. juledag"),
        (date(2024, 12, 26), "2. juledag"),
        (date(2024, 12, 28), "lørdag"),
        (date(2024, 12, 29), "søndag"),
        (date(2024, 12, 31), "nytårsaftensdag"),
        (date(2025, 1, 1), "nytårsdag"),
        (date(2025, 1, 4), "lørdag"),
        (date(2025, 1, 5), "søndag"),
    )
    assert passed_over(date(2024, 12, 20), days=6, calendar=STRICT) == (
        (date(2024, 12, 22), "søndag"),
        (date(2024, 12, 25), "1. juledag"),
        (date(2024, 12, 26), "2. juledag"),
        (date(2024, 12, 29), "søndag"),
    )


@given(COUNTED_FROM, COUNTS, CALENDARS)
def test_exactly_so_many_working_days_lie_between(day: date, days: int, calendar: WorkingCalendar) -> None:
    last = add_working_days(day, days=days, calendar=calendar)
    after = [day + timedelta(days=step) for step in range(1, (last - day).days + 1)]
    assert sum(is_working_day(each, calendar=calendar) for each in after) == days
    assert days == 0 or is_working_day(last, calendar=calendar)
    assert len(passed_over(day, days=days, calendar=calendar)) == len(after) - days


@given(COUNTED_FROM, COUNTED_FROM, COUNTS, COUNTS, CALENDARS)
def test_later_starts_and_longer_limits_never_end_earlier(
    one: date, other: date, few: int, many: int, calendar: WorkingCalendar
) -> None:
    (early, late), (short, long) = sorted((one, other)), sorted((few, many))
    ends = add_working_days(early, days=short, calendar=calendar)
    assert ends <= add_working_days(late, days=short, calendar=calendar)
    assert ends <= add_working_days(early, days=long, calendar=calendar)


@given(COUNTED_FROM, COUNTS)
def test_the_strict_reading_never_ends_after_the_late(day: date, days: int) -> None:
    strict = add_working_days(day, days=days, calendar=STRICT)
    assert strict <= add_working_days(day, days=days, calendar=LATE)


def test_no_days_is_the_day_itself_and_fewer_are_refused() -> None:
    sunday = date(2024, 5, 5)
    assert add_working_days(sunday, days=0, calendar=LATE) == sunday
    assert passed_over(sunday, days=0, calendar=LATE) == ()
    with pytest.raises(ValueError, match="cannot add days=-1 working days; count forward"):
        add_working_days(sunday, days=-1, calendar=LATE)


# Danish words


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (utc(2024, 5, 3, 13, 50), "fredag den 3. maj 2024 kl. 15.50"),
        (utc(2024, 5, 3, 13, 50, 0, 999), "fredag den 3. maj 2024 kl. 15.50"),
        (utc(2024, 5, 3, 13, 50, 7), "fredag den 3. maj 2024 kl. 15.50.07"),
        (utc(2024, 1, 14, 8, 5), "søndag den 14. januar 2024 kl. 09.05"),
        (utc(2024, 12, 30, 23, 0), "tirsdag den 31. december 2024 kl. 00.00"),
        (utc(2024, 12, 31, 22, 59, 59), "tirsdag den 31. december 2024 kl. 23.59"),
        (utc(2024, 12, 31, 22, 59, 58), "tirsdag den 31. december 2024 kl. 23.59.58"),
    ],
)
def test_moments_in_danish(at: datetime, words: str) -> None:
    assert danish_moment(at) == words


def test_days_in_danish() -> None:
    months = " ".join(danish_date(date(2024, month, 1)).split()[3] for month in range(1, 13))
    weekdays = " ".join(danish_date(date(2024, 4, 29) + timedelta(days=step)).split()[0] for step in range(7))
    assert months == "januar februar marts april maj juni juli august september oktober november december"
    assert weekdays == "mandag tirsdag onsdag torsdag fredag lørdag søndag"
