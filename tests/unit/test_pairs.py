"""Are two figures that go opposite ways flagged, and nothing that goes the same way, may be chance, or is too few?

The counts are of quarters. A half year is two of them, held against the same two a year before.
"""

from dataclasses import replace
from datetime import date

import pytest

from pejl.indicators import Per, by_key, latest
from pejl.indicators.opposite import FEWEST, Change, apart, compared
from pejl.indicators.pairs import PAIRS, Pair, checked
from pejl.tables import Point

QUARTERS = latest(Per.QUARTER, day=date(2026, 6, 10), number=12)
Counts = list[int | None]


def points(counts: Counts, *, unknown: int = 0) -> list[Point]:
    """So many in each quarter; ``unknown`` in the newest."""
    last = len(counts) - 1
    return [
        Point(first=each.first, last=each.last, counted=count, unknown=unknown if place == last else 0)
        for place, (each, count) in enumerate(zip(QUARTERS, counts, strict=False))
    ]


def flagged(first: Counts, second: Counts, *, unknown: int = 0) -> list[tuple[int, int, bool]]:
    """From which quarter to which, and whether the first rose."""
    found = list(compared(points(first, unknown=unknown), points(second), months=3))
    return [(each.since, each.until, each.first_rises) for each in apart(found)]


def test_more_early_help_and_fewer_investigations_than_the_year_before_is_flagged() -> None:
    # 40 became 70, where 21 more would have been chance: twice the square root of 110. 46 became 23, where 17 would.
    found = list(compared(points([20, 20, 20, 20, 35, 35]), points([23, 23, 23, 23, 12, 11]), months=3))
    assert [(each.first, each.second) for each in found] == [
        (Change(before=40, after=70), Change(before=46, after=23)),
    ]
    assert flagged([20, 20, 20, 20, 35, 35], [23, 23, 23, 23, 12, 11]) == [(5, 5, True)]


def test_the_other_way_is_flagged_as_the_other_way() -> None:
    assert flagged([35, 35, 35, 35, 20, 20], [11, 12, 12, 12, 23, 23]) == [(5, 5, False)]


def test_quarters_in_a_row_are_one_stretch_and_a_new_one_begins_after_a_break() -> None:
    first: Counts = [20, 20, 20, 20, 35, 35, 35, 20, 20, 60]
    second: Counts = [23, 23, 23, 23, 11, 11, 11, 23, 23, 11]
    # Quarters 5 and 6 end half years of 70 against 40. Quarter 7 has 55 and quarter 8 is back. In 9 it is 80 to 70.
    assert flagged(first, second) == [(5, 6, True)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ([20, 20, 20, 20, 35, 35], [11, 12, 12, 12, 23, 23]),  # both rise
        ([20, 20, 20, 20, 35, 35], [23, 23, 23, 23, 23, 23]),  # only one moves
        ([20, 20, 20, 20, 25, 25], [23, 23, 23, 23, 19, 18]),  # both move, and by no more than chance
        ([20, 60, 20, 60, 20, 60], [60, 20, 60, 20, 60, 20]),  # only with the season
    ],
)
def test_the_same_way_chance_and_season_are_not(first: Counts, second: Counts) -> None:
    assert flagged(first, second) == []


def test_too_few_are_not() -> None:
    # 1 became 17, which is no chance, but the other is 10 and 0: ten together.
    assert flagged([0, 1, 0, 0, 9, 8], [5, 5, 5, 5, 0, 0]) == []
    assert not Change(before=10, after=FEWEST - 11).enough
    assert Change(before=10, after=FEWEST - 10).enough


def test_nothing_is_compared_before_there_is_a_year_to_compare_with_or_where_nobody_counted() -> None:
    assert list(compared(points([20, 20, 20, 20, 35]), points([23, 23, 23, 23, 12]), months=3)) == []
    assert flagged([20, None, 20, 20, 35, 35], [23, 23, 23, 23, 12, 11]) == []


def test_a_period_that_is_missing_moves_no_other_into_its_place() -> None:
    first, second = points([20, 20, 20, 20, 20, 35, 35]), points([23, 23, 23, 23, 23, 12, 11])
    assert [each.place for each in compared(first, second, months=3)] == [5, 6]
    del first[3], second[3]
    assert list(compared(first, second, months=3)) == []


def test_what_cannot_be_decided_counts_against() -> None:
    # 44 became 70; with ten unknown now it still rises, for they can only be more. A fall could be hidden by them.
    assert flagged([22, 22, 22, 22, 35, 36], [23, 23, 23, 23, 12, 11], unknown=10) == [(5, 5, True)]
    assert flagged([35, 35, 35, 35, 20, 20], [11, 12, 12, 12, 23, 23], unknown=10) == []


# --- the values ---------------------------------------------------------------------------------------------------


def test_a_pair_is_of_counts_that_can_be_added_up_and_asks_something() -> None:
    good = PAIRS[0]
    with pytest.raises(ValueError, match="use a count of what happened"):
        replace(good, second=by_key("undersoegelser.i_gang"))
    with pytest.raises(ValueError, match="write at least one"):
        replace(good, ask_when_first_rises="", ask_when_first_falls="")
    with pytest.raises(ValueError, match="give one of them another key"):
        checked((good, good))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda each: each.key)
def test_every_pair_says_why_from_where_and_asks_rather_than_tells(pair: Pair) -> None:
    assert pair.why
    assert pair.source
    asked = [pair.question(first_rises=way) for way in (True, False)]
    assert all(each.endswith("?") for each in asked if each)
    assert all(by_key(each.key) is each for each in pair.both)
