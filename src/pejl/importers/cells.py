"""What does the text in a cell mean: which day, which hour, which value of a field?

A list of a million rows has a few thousand different days and hours. So each different text is read once by a
plain function, and the answers are put in place for all rows; only the step from local hour to instant is
worked out on whole columns. Each answer stands beside its text, in a column named after it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, time, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Final, Literal

import polars as pl

from pejl.dates import COPENHAGEN, FIRST_DAY, LAST_DAY, Doubt
from pejl.events import NAESTE_SENEST, PARAGRAF, FieldType
from pejl.importers.layout import FieldSource, Moment, folded
from pejl.law import read_paragraph
from pejl.ledger.frames import EVENT_SCHEMA

# 13-02-24 is not among them: it may as well be 24 February 2013.
_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4}|[0-9]{2})|([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
# 16.04 without "kl." is not among them: Excel may have made it of 16.4, or of a number.
_CLOCK: Final = re.compile(
    r"(?:kl\.? ?)?([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?|kl\.? ?([0-9]{1,2})\.([0-9]{2})"
)
# A day, and perhaps an hour in the same cell.
_DAY_AND_CLOCK: Final = r"^([0-9.\-]+)(?:(?:T|[\s,]+)(\S.*))?$"
_LIKE_A_CLOCK: Final = r"^(?i:kl\.?)?\s*[0-9]{1,2}[:.][0-9]{2}"
_CENTURY: Final = "20"
_ONE_DAY: Final = timedelta(days=1)
# These fields speak of days to come, so a day after the pull is no mistake in them.
_OF_DAYS_TO_COME: Final = (NAESTE_SENEST.name, "svarfrist")
_REMEMBERED: Final = 50_000

# What is known about a column of texts stands in columns named after it, and with these endings.
DAY: Final = "\tday"
CLOCK: Final = "\tclock"
AT: Final = "\tat"
DOUBT: Final = "\tdoubt"
WRONG: Final = "\twrong"  # something stands there that cannot be read
CLOCK_WRONG: Final = "\tclock_wrong"  # the same of the hour alone
MIDNIGHT: Final = "\tmidnight"  # the column of hours says midnight sharp, which says nothing
# Systems and spreadsheets keep a day without an hour as its midnight, and nobody can tell it from the hour.
_NO_HOUR: Final = time()


@lru_cache(maxsize=_REMEMBERED)
def day_of(text: str) -> date | None:
    """The day a text says, in one of the ways lists have; None when it says none.

    >>> day_of("03-02-2024"), day_of("9.2.24"), day_of("2024-02-30")
    (datetime.date(2024, 2, 3), datetime.date(2024, 2, 9), None)
    """
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = filter(None, found.groups())
    else:
        return None
    try:
        return date(int(year if len(year) == 4 else _CENTURY + year), int(month), int(day))
    except ValueError:
        return None


@lru_cache(maxsize=_REMEMBERED)
def clock_of(text: str) -> time | None:
    """The hour a text says, in one of the ways lists have; None when it says none.

    >>> clock_of("16:04"), clock_of("kl. 06.35"), clock_of("16.04")
    (datetime.time(16, 4), datetime.time(6, 35), None)
    """
    found = _CLOCK.fullmatch(text.casefold())
    if not found:
        return None
    try:
        hour, minute, second = (*(int(part) for part in found.groups() if part), 0)[:3]
        return time(hour, minute, second)
    except ValueError:
        return None


def by_text(texts: pl.Series, read: Callable[[str], object], *, dtype: pl.DataType) -> pl.Series:
    """What a plain function makes of each text; it is asked once about each different one."""
    different = texts.drop_nulls().unique()
    answers = pl.Series([read(text) for text in different], dtype=dtype)
    return texts.replace_strict(different, answers, default=None, return_dtype=dtype)


def with_moments(rows: pl.DataFrame, moments: Iterable[Moment], *, last_day: date) -> pl.DataFrame:
    """The rows with the day, hour, instant and doubt of each moment; days after ``last_day`` cannot be true."""
    for moment in moments:
        rows = _with_day(rows, moment.day, last_day=last_day)
        if moment.clock:
            rows = _with_clock(rows, moment)
        clock = pl.col(moment.day + CLOCK)
        rows = rows.with_columns(
            pl.when(clock != _NO_HOUR).then(clock).alias(moment.day + CLOCK),
            ((clock == _NO_HOUR).fill_null(False) & _beside(moment)).alias(moment.day + MIDNIGHT),
        )
        rows = _with_instant(rows, moment.day)
    return rows


def _beside(moment: Moment) -> pl.Expr:
    """Whether the hour stands in a column of its own."""
    return pl.col(moment.clock).is_not_null() if moment.clock else pl.lit(False)


def _with_day(rows: pl.DataFrame, column: str, *, last_day: date) -> pl.DataFrame:
    different = rows.select(pl.col(column).drop_nulls().unique())
    read = different.with_columns(_day_columns(different[column], last_day=last_day))
    wrong = [pl.col(column + ending).fill_null(False) for ending in (WRONG, CLOCK_WRONG)]
    return rows.join(read, on=column, how="left", maintain_order="left").with_columns(wrong)


def _day_columns(texts: pl.Series, *, last_day: date) -> Iterator[pl.Expr]:
    """What each text says: the day, the hour beside it, and what of it cannot be read."""
    parts = [texts.str.extract(_DAY_AND_CLOCK, part) for part in (1, 2)]
    days = _within(by_text(parts[0], day_of, dtype=pl.Date()), last_day)
    clocks = by_text(parts[1], clock_of, dtype=pl.Time())
    # "25:00" after a day is an hour that cannot be read. "til 5.2.24" after a day makes the day itself doubtful.
    no_hour = parts[1].is_not_null() & clocks.is_null()
    wrong = days.is_null() | (no_hour & ~parts[1].str.contains(_LIKE_A_CLOCK))
    yield pl.when(~wrong).then(days).alias(texts.name + DAY)
    yield pl.when(~wrong).then(clocks).alias(texts.name + CLOCK)
    yield pl.lit(wrong).alias(texts.name + WRONG)
    yield pl.lit(no_hour & ~wrong).alias(texts.name + CLOCK_WRONG)


def _within(days: pl.Series, last_day: date) -> pl.Series:
    return days.zip_with(days.is_between(FIRST_DAY, last_day), pl.Series([None], dtype=pl.Date()))


def why_no_day(text: str, *, last_day: date) -> str:
    """What is wrong with a day that cannot be used, and what to do about it."""
    found = re.match(_DAY_AND_CLOCK, text)
    day = day_of(found[1]) if found else None
    if day and day > last_day:
        return f"Datoen ligger efter udtrækket, der går til {last_day - _ONE_DAY:%d-%m-%Y}. Ret den i fagsystemet."
    if day and day < FIRST_DAY:
        return f"Datoen ligger før {FIRST_DAY.year}. Ret den i fagsystemet."
    days = f"fra {FIRST_DAY:%d-%m-%Y} til {last_day:%d-%m-%Y}"
    return f"Datoen kan ikke læses. Skriv en dato {days} som dd-mm-åååå."


def _with_clock(rows: pl.DataFrame, moment: Moment) -> pl.DataFrame:
    """The hour that has its own column; where that is blank, the hour beside the day."""
    texts = rows[moment.clock]
    clocks = by_text(texts, clock_of, dtype=pl.Time())
    wrong = texts.is_not_null() & clocks.is_null()
    return rows.with_columns(
        pl.when(texts.is_null()).then(pl.col(moment.day + CLOCK)).otherwise(clocks).alias(moment.day + CLOCK),
        pl.when(texts.is_null())
        .then(pl.col(moment.day + CLOCK_WRONG))
        .otherwise(wrong)
        .alias(moment.day + CLOCK_WRONG),
    )


def _with_instant(rows: pl.DataFrame, column: str) -> pl.DataFrame:
    """The instant and its doubt: the same reading of the two odd nights as ``dates.read_local``, for a whole column."""
    local = rows.select(pl.col(column + DAY).dt.combine(pl.col(column + CLOCK), "us")).to_series()
    first, second = _instants(local, of_two="earliest"), _instants(local, of_two="latest")
    skipped = first.is_null() & local.is_not_null()
    if skipped.any():
        first = first.zip_with(~skipped, _instants(local.dt.offset_by("1h"), of_two="earliest"))
    doubt = (
        pl.when(skipped)
        .then(pl.lit(Doubt.SKIPPED.value))
        .when(first != second)
        .then(pl.lit(Doubt.TWICE.value))
        .otherwise(None)
    )
    return rows.with_columns(first.dt.convert_time_zone("UTC").alias(column + AT), doubt.alias(column + DOUBT))


def _instants(local: pl.Series, *, of_two: Literal["earliest", "latest"]) -> pl.Series:
    return local.dt.replace_time_zone(COPENHAGEN.key, ambiguous=of_two, non_existent="null")


# --- fields -------------------------------------------------------------------------------------------------


def field_values(texts: pl.Series, source: FieldSource, *, last_day: date) -> pl.Series:
    """The values of a typed field; null where the cell is blank or cannot be read."""
    dtype = EVENT_SCHEMA[f"f_{source.target.name}"]
    match source.target.type:
        case FieldType.DATE:
            days = by_text(texts.str.extract(_DAY_AND_CLOCK, 1), day_of, dtype=dtype)
            return _within(days, _last_day_of(source, last_day=last_day))
        case FieldType.NUMBER:
            return texts.cast(dtype, strict=False)
        case FieldType.TEXT if source.target is PARAGRAF and not source.codes:
            return by_text(texts, read_paragraph, dtype=dtype)
        case FieldType.TEXT if not source.codes:
            return by_text(texts, lambda text: " ".join(text.split()), dtype=dtype)
    return by_text(texts, lambda text: source.codes.get(folded(text)), dtype=dtype)


def _last_day_of(source: FieldSource, *, last_day: date) -> date:
    return LAST_DAY if source.target.name in _OF_DAYS_TO_COME else last_day


def why_no_value(text: str, source: FieldSource, *, last_day: date) -> str:
    """Why a field is empty though something stands in its cell, and what to do about it."""
    if source.target is PARAGRAF and not source.codes:
        return f"Paragraffen »{text}« kan ikke læses. Skriv den som »§ 46, stk. 1«."
    empty = f"Feltet »{source.target.label}« er tomt"
    found = re.match(_DAY_AND_CLOCK, text)
    if source.target.type is FieldType.DATE and found and (day := day_of(found[1])):
        if day > _last_day_of(source, last_day=last_day) == LAST_DAY:
            return f"{empty}, for datoen ligger efter {LAST_DAY.year}. Ret den i fagsystemet."
        return f"{empty}. {why_no_day(text, last_day=last_day)}"
    return f"{empty}, for værdien kendes ikke. {_REMEDY[source.target.type]}"


# What may be written instead of what cannot be read, by the type of the field.
_REMEDY: Final[Mapping[FieldType, str]] = MappingProxyType(
    {
        FieldType.CODE: "Tilføj koden i mappingen, eller ret den i fagsystemet.",
        FieldType.YESNO: "Skriv ja eller nej, eller tilføj koden i mappingen.",
        FieldType.DATE: "Skriv datoen som dd-mm-åååå.",
        FieldType.NUMBER: "Skriv et helt tal.",
        FieldType.TEXT: "Tilføj koden i mappingen, eller ret den i fagsystemet.",
    }
)
