"""Does the municipality's own number of days follow the day it was changed, and is the law left as it is?"""

from datetime import UTC, date, datetime

import pytest

from pejl.dates import local_day
from pejl.engine import columnar, plain
from pejl.events import KILDE_DAEKKER, UNDERRETNING_MODTAGET, Event
from pejl.law import InForce
from pejl.ledger import frame_of
from pejl.rulebook import RULEBOOK
from pejl.rulebook.lokale import DEFAULT_DAYS, partshoering_indkaldes, with_local_numbers
from pejl.rules import Days, Rulebook, Within

KEY = "lokal.partshoering_indkaldes"
TEN, SEVEN = (date(2025, 1, 1), 10), (date(2026, 3, 1), 7)


def versions(book: Rulebook) -> list[tuple[int, InForce]]:
    return [
        (rule.duty.time.number, rule.in_force)
        for rule in book.by_key[KEY]
        if isinstance(rule.duty, Within) and isinstance(rule.duty.time, Days)
    ]


def test_without_a_change_the_default_number_always_counts() -> None:
    assert versions(with_local_numbers(RULEBOOK, [])) == [(DEFAULT_DAYS, InForce())]


@pytest.mark.parametrize("changes", [[TEN, SEVEN], [SEVEN, TEN]])
def test_each_number_counts_from_its_day_to_the_day_before_the_next(changes: list[tuple[date, int]]) -> None:
    assert versions(with_local_numbers(RULEBOOK, changes)) == [
        (14, InForce(None, date(2024, 12, 31))),
        (10, InForce(date(2025, 1, 1), date(2026, 2, 28))),
        (7, InForce(date(2026, 3, 1), None)),
    ]


def test_each_number_is_a_version_with_its_own_name_and_words() -> None:
    rules = with_local_numbers(RULEBOOK, [TEN, SEVEN]).by_key[KEY]
    assert [rule.version for rule in rules] == ["lokalt", "lokalt 2025-01-01", "lokalt 2026-03-01"]
    assert [rule.title for rule in rules][2] == "Indkaldt til partshøring (lokalt mål, 7 dage)"
    assert "senest 10 dage efter" in rules[1].says


def test_the_law_is_not_touched() -> None:
    book = with_local_numbers(RULEBOOK, [TEN])
    assert [rule for rule in book.rules if rule.key != KEY] == [rule for rule in RULEBOOK.rules if rule.key != KEY]


def test_the_numbers_of_the_book_given_are_replaced() -> None:
    assert with_local_numbers(with_local_numbers(RULEBOOK, [TEN]), [SEVEN]) == with_local_numbers(RULEBOOK, [SEVEN])


def test_two_numbers_from_the_same_day_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot have 7 and 10 days both from 2025-01-01; keep one of them"):
        with_local_numbers(RULEBOOK, [TEN, (date(2025, 1, 1), 7)])


def test_no_days_at_all_are_refused() -> None:
    with pytest.raises(ValueError, match="give at least one day"):
        with_local_numbers(RULEBOOK, [(date(2025, 1, 1), 0)])


def test_two_versions_of_one_time_do_not_stand_in_one_book() -> None:
    with pytest.raises(ValueError, match="two versions at once"):
        Rulebook.of([partshoering_indkaldes(14), partshoering_indkaldes(10, in_force=InForce(first=date(2025, 1, 1)))])


def notified(day: date) -> list[Event]:
    """A notification of that day, from a source that covers everything."""
    recorded = datetime(2026, 6, 1, tzinfo=UTC)
    covers = Event(
        event_id="d", case_id="", kind=KILDE_DAEKKER.key, day=date(2020, 1, 1), recorded_at=recorded, source="liste"
    )
    letter = Event(
        event_id="u", case_id="s", kind=UNDERRETNING_MODTAGET.key, day=day, recorded_at=recorded, source="liste"
    )
    return [covers, letter]


@pytest.mark.parametrize(
    ("day", "version", "due"),
    [
        (date(2024, 12, 31), "lokalt", date(2025, 1, 14)),
        (date(2025, 1, 1), "lokalt 2025-01-01", date(2025, 1, 11)),
        (date(2026, 2, 28), "lokalt 2025-01-01", date(2026, 3, 10)),
        (date(2026, 3, 1), "lokalt 2026-03-01", date(2026, 3, 8)),
    ],
)
def test_both_engines_count_by_the_number_of_the_day_of_receipt(day: date, version: str, due: date) -> None:
    book, as_of = with_local_numbers(RULEBOOK, [TEN, SEVEN]), datetime(2026, 6, 1, tzinfo=UTC)
    (row,) = [each for each in plain.evaluate(notified(day), rulebook=book, as_of=as_of) if each.rule == KEY]
    assert row.due_at
    assert (row.rule_version, local_day(row.due_at)) == (version, due)
    table = columnar.evaluate(frame_of(notified(day)), rulebook=book, as_of=as_of)
    (fast,) = [each for each in table.to_dicts() if each["rule"] == KEY]
    assert (fast["rule_version"], fast["due_at"]) == (version, row.due_at)
