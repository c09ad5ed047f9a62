"""Does the municipality's own number of days follow the day it was changed, and is the law left as it is?"""

from datetime import UTC, date, datetime

import pytest

from pejl.dates import local_day
from pejl.engine import columnar, plain
from pejl.events import (
    AFGOERELSE_TRUFFET,
    ANSOEGNING_MODTAGET,
    BEVILLING,
    KILDE_DAEKKER,
    SAG_AFSLUTTET,
    SAG_FLYTTET,
    SAGSBEHANDLINGSTID_UDSKUDT,
    UNDERRETNING_MODTAGET,
    Event,
    FieldValue,
    Kind,
)
from pejl.law import InForce
from pejl.ledger import frame_of
from pejl.rulebook import RULEBOOK
from pejl.rulebook.lokale import (
    DEFAULT_DAYS,
    OWN_NUMBERS,
    SAGSBEHANDLINGSTID,
    partshoering_indkaldes,
    with_local_numbers,
)
from pejl.rules import Days, Force, Rulebook, Within
from pejl.tables import Status

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


# --- the council's own time for applications ------------------------------------------------------------------

TIME, NEW_DAY = SAGSBEHANDLINGSTID.keys
EIGHT_WEEKS = (date(2026, 1, 1), 56)
BOOK = with_local_numbers(RULEBOOK, [EIGHT_WEEKS], of=SAGSBEHANDLINGSTID)


def test_until_a_number_has_been_decided_there_is_no_such_rule() -> None:
    assert not {TIME, NEW_DAY} & RULEBOOK.by_key.keys()
    assert with_local_numbers(RULEBOOK, [], of=SAGSBEHANDLINGSTID) == RULEBOOK


def test_one_number_carries_the_goal_and_the_letter_the_law_asks_for() -> None:
    goal, letter = BOOK.by_key[TIME][0], BOOK.by_key[NEW_DAY][0]
    assert (goal.force, letter.force) == (Force.LOCAL, Force.LAW)
    assert (goal.in_force, letter.in_force) == (InForce(date(2026, 1, 1)),) * 2
    assert (goal.version, letter.version) == ("lokalt 2026-01-01", "RSL 2026-01-01")
    assert "56 dage" in goal.says
    assert "56 dage" in letter.says
    assert not letter.cites.sure.confirmed
    assert [rule for rule in BOOK.rules if rule.key not in (TIME, NEW_DAY)] == list(RULEBOOK.rules)


def test_no_two_numbers_carry_the_same_rule() -> None:
    keys = [key for own in OWN_NUMBERS for key in own.keys]
    assert len(set(keys)) == len(keys)


Told = tuple[Kind, date, dict[str, FieldValue]]


def applied(*later: Told, on: date = date(2026, 1, 5)) -> list[Event]:
    """An application, and what came later, each in a course of its own, from a source that covers everything."""
    recorded = datetime(2026, 6, 1, tzinfo=UTC)
    told: list[Told] = [(KILDE_DAEKKER, date(2020, 1, 1), {}), (ANSOEGNING_MODTAGET, on, {}), *later]
    return [
        Event(
            event_id=f"{number}",
            case_id="" if kind is KILDE_DAEKKER else "s",
            thread_id="" if kind in (KILDE_DAEKKER, SAG_FLYTTET, SAG_AFSLUTTET) else f"f{number}",
            kind=kind.key,
            day=day,
            recorded_at=recorded,
            source="liste",
            fields=fields,
        )
        for number, (kind, day, fields) in enumerate(told)
    ]


LAST, AFTER = date(2026, 3, 2), date(2026, 3, 3)
A_LETTER: dict[str, FieldValue] = {"ventes_senest": date(2026, 4, 1)}


@pytest.mark.parametrize(
    ("later", "goal", "letter"),
    [
        ((), Status.OVERDUE, Status.OVERDUE),
        (((AFGOERELSE_TRUFFET, LAST, {}),), Status.MET, Status.MET),
        (((BEVILLING, LAST, {}),), Status.MET, Status.MET),
        (((AFGOERELSE_TRUFFET, AFTER, {}),), Status.LATE, Status.LATE),
        (((BEVILLING, AFTER, {}),), Status.LATE, Status.LATE),
        (((SAGSBEHANDLINGSTID_UDSKUDT, LAST, A_LETTER),), Status.OVERDUE, Status.MET),
        (((SAGSBEHANDLINGSTID_UDSKUDT, AFTER, A_LETTER),), Status.OVERDUE, Status.LATE),
        # A letter that says no day is not the letter the law asks for.
        (((SAGSBEHANDLINGSTID_UDSKUDT, LAST, {}),), Status.OVERDUE, Status.OVERDUE),
        (((SAG_FLYTTET, LAST, {}),), Status.CANCELLED, Status.CANCELLED),
        (((SAG_AFSLUTTET, LAST, {}),), Status.CANCELLED, Status.CANCELLED),
        (((SAG_AFSLUTTET, AFTER, {}),), Status.OVERDUE, Status.OVERDUE),
    ],
)
def test_an_application_is_decided_in_time_or_a_letter_says_when(
    later: tuple[Told, ...], goal: Status, letter: Status
) -> None:
    as_of = datetime(2026, 6, 1, tzinfo=UTC)
    events = applied(*later)
    rows = {row.rule: row for row in plain.evaluate(events, rulebook=BOOK, as_of=as_of)}
    assert (rows[TIME].status(as_of), rows[NEW_DAY].status(as_of)) == (goal, letter)
    assert {local_day(due) for key in (TIME, NEW_DAY) if (due := rows[key].due_at)} == {LAST}
    table = columnar.evaluate(frame_of(events), rulebook=BOOK, as_of=as_of)
    fast = {row["rule"]: row["status"] for row in table.to_dicts()}
    assert (fast[TIME], fast[NEW_DAY]) == (goal, letter)


def test_what_was_asked_for_before_the_number_has_no_limit() -> None:
    rows = plain.evaluate(applied(on=date(2025, 12, 31)), rulebook=BOOK, as_of=datetime(2026, 6, 1, tzinfo=UTC))
    assert not {TIME, NEW_DAY} & {row.rule for row in rows}
