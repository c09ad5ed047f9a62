"""Which day, which second? Danish calendar days, working days and clock time, counted as the law counts.

Nothing here reads the clock. A `date` is a Danish calendar day; an aware `datetime` is an instant, and those
given back are in UTC. Where the law is unclear the caller must say which reading is meant. "Source: D" names
a row of the law notes, section D, "Counting time".
"""

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple, ParamSpec, TypeVar, cast
from zoneinfo import ZoneInfo

__all__ = [
    "COPENHAGEN",
    "FIRST_DAY",
    "FIRST_OF_NEXT",
    "LAST_DAY",
    "LAST_OF_MONTH",
    "UTC",
    "Doubt",
    "LocalReading",
    "MissingDay",
    "WorkingCalendar",
    "add_days",
    "add_months",
    "add_working_days",
    "add_years",
    "danish_date",
    "danish_moment",
    "easter_sunday",
    "end_of_day",
    "free_day_name",
    "is_working_day",
    "local_day",
    "local_time",
    "passed_over",
    "public_holidays",
    "read_local",
    "start_of_day",
]

COPENHAGEN: Final = ZoneInfo("Europe/Copenhagen")

# The list of public holidays below is vouched for in these years and no others: it held unchanged from the
# first to 2023, lost store bededag in 2024, and is taken to stay so. A day outside is a typing error or a
# placeholder far more often than a real day in a case, so it is refused rather than guessed at.
FIRST_DAY: Final = date(1990, 1, 1)
LAST_DAY: Final = date(2100, 12, 31)

_LAST_YEAR_WITH_STORE_BEDEDAG: Final = 2023
_MIDNIGHT: Final = time(0, 0, 0)
_LAST_SECOND: Final = time(23, 59, 59)
_ONE_DAY: Final = timedelta(days=1)
_CACHED_DAYS: Final = 65_536  # about 180 years of days, a few megabytes; each is worked out once

_WEEKDAYS: Final = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS: Final = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)

_P = ParamSpec("_P")
_T = TypeVar("_T")


def _remembered(function: Callable[_P, _T]) -> Callable[_P, _T]:
    # Typeshed's lru_cache forgets the parameters, so that mypy would let `end_of_day("i morgen")` pass.
    return cast("Callable[_P, _T]", lru_cache(maxsize=_CACHED_DAYS)(function))


# Days and the clock -----------------------------------------------------------------------------------------


class Doubt(StrEnum):
    """What was doubtful about a local time. `NONE` is empty, so `if reading.doubt:` reads well."""

    NONE = ""
    TWICE = "dobbelt"  # the local hour occurs twice, and is read as the first
    SKIPPED = "findes_ikke"  # the local hour does not exist, and is read as an hour later


class LocalReading(NamedTuple):
    """An instant read from a Danish day and clock: `at` is aware, in UTC, to the second."""

    at: datetime
    doubt: Doubt


def read_local(day: date, *, clock: time) -> LocalReading:
    """The instant a Danish clock showed `clock` on `day`; parts of a second are dropped.

    An hour that occurs twice (autumn) is read as the first, one that does not exist (spring) as an hour
    later, and `doubt` says so, so that people can be warned. `clock.fold` is ignored: a clock time typed or
    imported never says which of the two hours it was.

    Raises `ValueError` for a `clock` with a time zone, `TypeError` if `day` is a moment.
    Source: D "Summer time", our own engineering choice.

    >>> read_local(date(2024, 5, 3), clock=time(15, 50)).at.isoformat()
    '2024-05-03T13:50:00+00:00'
    >>> read_local(date(2024, 3, 31), clock=time(2, 30)).doubt
    <Doubt.SKIPPED: 'findes_ikke'>
    """
    _refuse_moment(day)
    if clock.tzinfo is not None:
        raise ValueError(f"cannot read {clock!r} as a Danish clock; do clock.replace(tzinfo=None) instead")
    local = datetime.combine(day, clock.replace(microsecond=0, fold=0), tzinfo=COPENHAGEN)
    first, second = _to_utc(local), _to_utc(local.replace(fold=1))
    return LocalReading(at=first, doubt=_doubt(first, second))


def local_day(at: datetime) -> date:
    """The calendar day in Denmark at an instant.

    Raises `ValueError` for a moment without time zone. Source: D "Summer time".

    >>> local_day(datetime(2024, 5, 3, 22, 30, tzinfo=UTC))
    datetime.date(2024, 5, 4)
    """
    return _to_local(at).date()


def local_time(at: datetime) -> time:
    """What a Danish clock shows at an instant, to the second, without time zone.

    Raises `ValueError` for a moment without time zone. Source: D "Summer time".

    >>> local_time(datetime(2024, 5, 3, 22, 30, tzinfo=UTC))
    datetime.time(0, 30)
    """
    return _to_local(at).time().replace(microsecond=0, fold=0)


@_remembered
def start_of_day(day: date) -> datetime:
    """The instant, in UTC, of 00:00:00 in Denmark.

    Raises `TypeError` if `day` is a moment. Source: D "Summer time".

    >>> start_of_day(date(2024, 5, 3)).isoformat()
    '2024-05-02T22:00:00+00:00'
    """
    return read_local(day, clock=_MIDNIGHT).at


@_remembered
def end_of_day(day: date) -> datetime:
    """The instant, in UTC, of 23:59:59 in Denmark: the last second in which a duty of that day is in time.

    Raises `TypeError` if `day` is a moment. Source: D "End of day": limits run to 23:59, not office closing.

    >>> end_of_day(date(2024, 5, 3)).isoformat()
    '2024-05-03T21:59:59+00:00'
    """
    return read_local(day, clock=_LAST_SECOND).at


def _doubt(first: datetime, second: datetime) -> Doubt:
    # Python reads a local time in two ways, by the offset before and after a change of clocks. They agree on
    # every hour but two a year: when clocks go back, the offset before gives the earlier instant; when they
    # go forward, the later one, which is the hour that does not exist moved an hour on.
    if first == second:
        return Doubt.NONE
    return Doubt.TWICE if first < second else Doubt.SKIPPED


def _to_utc(local: datetime) -> datetime:
    try:
        return local.astimezone(UTC)
    except OverflowError as error:
        raise ValueError(f"cannot place {local} in UTC; treat it as no date instead") from error


def _to_local(at: datetime) -> datetime:
    if at.utcoffset() is None:
        raise ValueError(
            f"cannot tell the Danish time of {at!r}, which has no time zone; "
            "do read_local(day, clock=...) instead (or, if it is known to be UTC, at.replace(tzinfo=UTC))"
        )
    return at.astimezone(COPENHAGEN)


def _refuse_moment(day: date) -> None:
    # A datetime is a date to Python and to mypy. Its calendar day is that of its own zone, mostly UTC, so a
    # notification at half past midnight would silently be counted from the day before.
    if isinstance(day, datetime):
        raise TypeError(f"cannot use the moment {day!r} as a calendar day; do local_day(at) instead")


# Days, months and years -------------------------------------------------------------------------------------


class MissingDay(StrEnum):
    """Where a month or year limit ends when the month has no such day: said, never assumed."""

    LAST_OF_MONTH = "sidste_i_måneden"
    FIRST_OF_NEXT = "første_i_næste"


LAST_OF_MONTH: Final = MissingDay.LAST_OF_MONTH
FIRST_OF_NEXT: Final = MissingDay.FIRST_OF_NEXT


def add_days(day: date, *, days: int) -> date:
    """The day that many calendar days later (earlier, if negative); `day` itself is not counted.

    A limit in weeks ends on the same weekday: add seven days a week. Free days count like all others.

    Raises `ValueError` outside the calendar (years 1 to 9999), `TypeError` if `day` is a moment.
    Source: D "Day of the event" and "Weeks, months".

    >>> add_days(date(2024, 5, 3), days=14)
    datetime.date(2024, 5, 17)
    """
    _refuse_moment(day)
    try:
        return day + timedelta(days=days)
    except OverflowError as error:
        raise _outside_calendar(day, f"{days} days") from error


def add_months(day: date, *, months: int, if_missing_day: MissingDay) -> date:
    """The day of the same number that many calendar months later (earlier, if negative), never 30 days each.

    Raises `ValueError` outside the calendar (years 1 to 9999), `TypeError` if `day` is a moment.
    Source: D "Weeks, months" and "Month end": forældelsesloven § 27, stk. 1, by analogy, is `LAST_OF_MONTH`.

    >>> add_months(date(2023, 10, 31), months=4, if_missing_day=LAST_OF_MONTH)
    datetime.date(2024, 2, 29)
    >>> add_months(date(2023, 10, 31), months=4, if_missing_day=FIRST_OF_NEXT)
    datetime.date(2024, 3, 1)
    """
    _refuse_moment(day)
    year, month_before = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise _outside_calendar(day, f"{months} months")
    return _day_of_month(year, month_before + 1, day.day, if_missing_day)


def add_years(day: date, *, years: int, if_missing_day: MissingDay) -> date:
    """The same day of the same month that many years later (earlier, if negative).

    Raises `ValueError` outside the calendar (years 1 to 9999), `TypeError` if `day` is a moment.
    Source: D "AST's own example" (below) and, for 29 February, "Month end".

    >>> add_years(date(2013, 4, 17), years=1, if_missing_day=LAST_OF_MONTH)
    datetime.date(2014, 4, 17)
    """
    return add_months(day, months=12 * years, if_missing_day=if_missing_day)


def _day_of_month(year: int, month: int, number: int, if_missing_day: MissingDay) -> date:
    length = monthrange(year, month)[1]
    if number <= length:
        return date(year, month, number)
    # No day is ever missing in December, so the next month is in the same year.
    landings = {LAST_OF_MONTH: date(year, month, length), FIRST_OF_NEXT: date(year, month + 1, 1)}
    return landings[if_missing_day]


def _outside_calendar(day: date, amount: str) -> ValueError:
    # Registers write 9999-12-31 for "no end" and 0001-01-01 for "no date".
    return ValueError(f"cannot add {amount} to {day}, outside years 1 to 9999; treat it as no date instead")


# Public holidays and working days ---------------------------------------------------------------------------


class WorkingCalendar(StrEnum):
    """Which days are a *hverdag*: the law does not define the word, so both readings are kept.

    `LATE` is Monday to Friday without public holidays, 5 June, 24 and 31 December; it gives the due date. In
    `STRICT` Saturday counts and only Sundays and public (church) holidays are skipped; it gives the reminder,
    and whoever acts on that is in time under either reading.

    Source: D "Hverdag = Saturday?", "1 May, 5 June, 24/31 Dec" and "Suggested default for 6 hverdage".
    """

    LATE = "mandag-fredag"
    STRICT = "mandag-lørdag"


_FREE_WEEKDAYS: Final = {
    WorkingCalendar.LATE: (5, 6),
    WorkingCalendar.STRICT: (6,),
}
# Free by forældelsesloven § 27, stk. 2, without being public holidays. 1 May is neither.
_CUSTOMARY_FREE_DAYS: Final[Mapping[WorkingCalendar, Mapping[tuple[int, int], str]]] = {
    WorkingCalendar.LATE: {(6, 5): "grundlovsdag", (12, 24): "juleaftensdag", (12, 31): "nytårsaftensdag"},
    WorkingCalendar.STRICT: {},
}


def easter_sunday(year: int) -> date:
    """Easter Sunday (påskedag), by the anonymous Gregorian rule (Meeus, Jones and Butcher).

    Raises `ValueError` for a year outside `FIRST_DAY` to `LAST_DAY`. Source: D "Public holidays" hang on it.

    >>> easter_sunday(2025)
    datetime.date(2025, 4, 20)
    """
    _refuse_year(year)
    century, year_of_century = divmod(year, 100)
    moon_shift = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    moon = (19 * (year % 19) + moon_shift + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (year_of_century // 4) - moon - year_of_century % 4) % 7
    late = (year % 19 + 11 * moon + 22 * to_sunday) // 451
    month, day_before = divmod(moon + to_sunday - 7 * late + 114, 31)
    return date(year, month, day_before + 1)


@_remembered
def public_holidays(year: int) -> Mapping[date, str]:
    """The public holidays of a year with their Danish names, in order; Sundays as such are not among them.

    Store bededag is one to 2023 and an ordinary working day from 2024. 1 May, 5 June, 24 and 31 December are
    no public holidays in any year.

    Raises `ValueError` for a year outside `FIRST_DAY` to `LAST_DAY`. Source: D "Public holidays".

    >>> public_holidays(2024)[date(2024, 5, 9)]
    'Kristi himmelfartsdag'
    """
    easter = easter_sunday(year)
    by_easter = {easter + timedelta(days=days): name for days, name in _after_easter(year).items()}
    fixed = {date(year, 12, 25): "1. juledag", date(year, 12, 26): "2. juledag"}
    return MappingProxyType({date(year, 1, 1): "nytårsdag", **by_easter, **fixed})


def free_day_name(day: date, *, calendar: WorkingCalendar) -> str | None:
    """Why nobody works that day, in Danish, or `None` on a working day; a holiday's name before a weekday's.

    Raises `ValueError` for a day outside `FIRST_DAY` to `LAST_DAY`, `TypeError` if `day` is a moment.
    Source: D "Hverdag = Saturday?", "Public holidays" and "1 May, 5 June, 24/31 Dec".

    >>> free_day_name(date(2024, 12, 24), calendar=WorkingCalendar.LATE)
    'juleaftensdag'
    >>> free_day_name(date(2024, 12, 24), calendar=WorkingCalendar.STRICT) is None
    True
    """
    _refuse_moment(day)
    return _free_days(day.year, calendar).get(day)


def is_working_day(day: date, *, calendar: WorkingCalendar) -> bool:
    """Whether the day counts as a *hverdag*. Raises and source as `free_day_name`.

    >>> is_working_day(date(2024, 5, 4), calendar=WorkingCalendar.STRICT)  # a Saturday
    True
    """
    return free_day_name(day, calendar=calendar) is None


def add_working_days(day: date, *, days: int, calendar: WorkingCalendar) -> date:
    """The working day on which a limit of that many working days ends; the next working day is day 1.

    The day of the event is not counted, so zero days is the day itself, free or not.

    Raises `ValueError` for negative `days` or where the count leaves `FIRST_DAY` to `LAST_DAY`, `TypeError`
    if `day` is a moment. Source: D "Day of the event" and "Suggested default for 6 hverdage".

    >>> add_working_days(date(2024, 3, 22), days=6, calendar=WorkingCalendar.LATE)
    datetime.date(2024, 4, 4)
    >>> add_working_days(date(2024, 3, 22), days=6, calendar=WorkingCalendar.STRICT)
    datetime.date(2024, 4, 2)
    """
    _refuse_moment(day)
    if days < 0:
        raise ValueError(f"cannot add days={days} working days; count forward from an earlier day instead")
    for _ in range(days):
        day = _next_working_day(day, calendar)
    return day


def passed_over(day: date, *, days: int, calendar: WorkingCalendar) -> tuple[tuple[date, str], ...]:
    """The free days that `add_working_days` skipped on its way, in order, with their Danish names.

    The answer to "why not earlier?". Raises and source as `add_working_days`.

    >>> passed_over(date(2024, 5, 8), days=1, calendar=WorkingCalendar.LATE)
    ((datetime.date(2024, 5, 9), 'Kristi himmelfartsdag'),)
    """
    last = add_working_days(day, days=days, calendar=calendar)
    between = (day + timedelta(days=step) for step in range(1, (last - day).days))
    named = ((each, free_day_name(each, calendar=calendar)) for each in between)
    return tuple((each, name) for each, name in named if name is not None)


def _after_easter(year: int) -> Mapping[int, str]:
    # Days from Easter Sunday.
    store_bededag = {26: "store bededag"} if year <= _LAST_YEAR_WITH_STORE_BEDEDAG else {}
    return {
        **{-3: "skærtorsdag", -2: "langfredag", 0: "påskedag", 1: "2. påskedag"},
        **store_bededag,
        **{39: "Kristi himmelfartsdag", 49: "pinsedag", 50: "2. pinsedag"},
    }


@_remembered
def _free_days(year: int, calendar: WorkingCalendar) -> Mapping[date, str]:
    # A later name replaces an earlier one: 5 June 2022 was grundlovsdag, pinsedag and a Sunday.
    days = (date(year, 1, 1) + timedelta(days=step) for step in range(366))
    weekend = {day: _WEEKDAYS[day.weekday()] for day in days if day.weekday() in _FREE_WEEKDAYS[calendar]}
    customary = {date(year, *day): name for day, name in _CUSTOMARY_FREE_DAYS[calendar].items()}
    return {**weekend, **customary, **public_holidays(year)}


def _next_working_day(day: date, calendar: WorkingCalendar) -> date:
    day += _ONE_DAY
    while day in _free_days(day.year, calendar):
        day += _ONE_DAY
    return day


def _refuse_year(year: int) -> None:
    if not FIRST_DAY.year <= year <= LAST_DAY.year:
        raise ValueError(
            f"cannot tell the Danish public holidays of year={year}; use a day from {FIRST_DAY} to {LAST_DAY} instead"
        )


# Days and moments in Danish words ---------------------------------------------------------------------------


def danish_date(day: date) -> str:
    """The day as a Danish reader writes it, with its weekday. Raises `TypeError` if `day` is a moment.

    >>> danish_date(date(2024, 5, 3))
    'fredag den 3. maj 2024'
    """
    _refuse_moment(day)
    return f"{_WEEKDAYS[day.weekday()]} den {day.day}. {MONTHS[day.month - 1]} {day.year}"


def danish_moment(at: datetime) -> str:
    """The instant as a Danish reader writes it, in Danish time; seconds are shown where they are not zero.

    The last second of a day is shown as "kl. 23.59", the end of a limit. Source: D "End of day".
    Raises `ValueError` for a moment without time zone.

    >>> danish_moment(datetime(2024, 5, 3, 13, 50, tzinfo=UTC))
    'fredag den 3. maj 2024 kl. 15.50'
    """
    clock = local_time(at)
    pattern = "%H.%M" if clock.second == 0 or clock == _LAST_SECOND else "%H.%M.%S"
    return f"{danish_date(local_day(at))} kl. {clock.strftime(pattern)}"


def danish_minute(at: datetime) -> str:
    """The instant to the minute, for sentences about what people did, where seconds say nothing.

    >>> danish_minute(datetime(2024, 5, 3, 13, 50, 7, tzinfo=UTC))
    'fredag den 3. maj 2024 kl. 15.50'
    """
    return danish_moment(at.replace(second=0, microsecond=0))
