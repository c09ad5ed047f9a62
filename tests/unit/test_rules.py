"""Are rules and rulebooks that mean nothing, or two things, refused when they are made?"""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from pejl.dates import MissingDay
from pejl.events import BARNET_FOEDT, PLAN_LAVET, SAG_AFSLUTTET, UNDERRETNING_MODTAGET
from pejl.law import InForce, since, until
from pejl.rulebook import RULEBOOK
from pejl.rulebook.plan import FOER_AFGOERELSE
from pejl.rulebook.underretninger import KVITTERES, KVITTERES_SEL
from pejl.rules import (
    AtLeast,
    Before,
    Cap,
    DayIn,
    Days,
    FieldIn,
    Hours,
    Months,
    Recurring,
    Rulebook,
    Scope,
    ToBirthday,
    Within,
    WorkingDays,
    event,
)


def test_a_condition_on_a_field_the_kind_has_not_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot test 'findes_ikke' on underretning_modtaget; use one of"):
        event(UNDERRETNING_MODTAGET, FieldIn("findes_ikke", frozenset({"x"})))


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"counts_from": "underretter"}, "is no date field"),
        ({"excused_by": (event(PLAN_LAVET),)}, "carries no reason"),
        ({"met_by": ()}, "can never be met"),
        ({"stopped_by": (event(SAG_AFSLUTTET), event(SAG_AFSLUTTET))}, "stands twice"),
        ({"duty": Before()}, "over when it starts"),
        ({"duty": Within(Hours(24), already=Before())}, "cannot meet a running clock"),
        ({"duty": Within(ToBirthday(18), cap=Cap((), ()))}, "a birthday is a day of its own"),
        ({"stopped_by": (event(BARNET_FOEDT),)}, "a birth tells the child's age"),
        ({"duty": AtLeast(0, Months(12, MissingDay.LAST_OF_MONTH))}, "is no duty"),
        ({"duty": Recurring(DayIn("naeste_senest"))}, "written on the meeting events"),
    ],
)
def test_a_rule_that_means_nothing_is_refused(changes: dict[str, object], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        replace(KVITTERES, **changes)  # type: ignore[arg-type]  # any field may be changed here


def test_a_rhythm_is_stopped_and_not_excused() -> None:
    with pytest.raises(ValueError, match="a rhythm is stopped, not excused"):
        replace(KVITTERES, duty=AtLeast(2, Months(12, MissingDay.LAST_OF_MONTH)), only_first=True)


# What somebody must look up to mend it: the key, and of both versions the row, the version and the place in the act.
BOTH_PLACES = (
    *("underretning.kvitteres", "SEL-02 and UND-05", "version 'SEL', Serviceloven (før 2024) § 155 b, stk. 1"),
    "version 'BL 2024-01-0",
)


def test_overlapping_versions_are_refused_with_both_places() -> None:
    with pytest.raises(
        ValueError, match=r"cannot have two versions at once .*til og med 01\.02\.2024 overlaps"
    ) as caught:
        Rulebook.of([replace(KVITTERES_SEL, in_force=until("2024-02-01")), KVITTERES])
    assert [each for each in BOTH_PLACES if each not in str(caught.value)] == []


@pytest.mark.parametrize("order", [1, -1])
def test_one_day_too_many_is_an_overlap_in_whatever_order_they_are_written(order: int) -> None:
    versions = [replace(KVITTERES_SEL, in_force=until("2024-01-01")), KVITTERES]
    with pytest.raises(ValueError, match="two versions at once"):
        Rulebook.of(versions[::order])


def test_a_gap_between_versions_is_refused_with_both_places() -> None:
    with pytest.raises(ValueError, match=r"cannot leave a gap .*let the newer begin the day after") as caught:
        Rulebook.of([KVITTERES_SEL, replace(KVITTERES, in_force=since("2024-01-02"))])
    assert [each for each in BOTH_PLACES if each not in str(caught.value)] == []


def test_a_gap_between_the_second_and_the_third_version_is_found_too() -> None:
    second = replace(KVITTERES, in_force=InForce(date(2024, 1, 1), date(2024, 6, 30)))
    with pytest.raises(ValueError, match=r"01\.01\.2024 til 30\.06\.2024, then fra 02\.07\.2024"):
        Rulebook.of([KVITTERES_SEL, second, replace(KVITTERES, in_force=since("2024-07-02"))])
    Rulebook.of([KVITTERES_SEL, second, replace(KVITTERES, in_force=since("2024-07-01"))])


def test_the_same_version_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="two versions at once"):
        Rulebook.of([FOER_AFGOERELSE, FOER_AFGOERELSE])


def test_a_rule_is_found_by_key_and_version() -> None:
    book = Rulebook.of([KVITTERES_SEL, KVITTERES])
    assert book.find(KVITTERES.key, version="BL 2024-01-01") is KVITTERES
    with pytest.raises(KeyError, match="cannot find rule"):
        book.find("findes.ikke", version="SEL")


# --- fingerprints ---------------------------------------------------------------------------------------------

ASKED = "from pejl.rulebook import RULEBOOK; print(RULEBOOK.fingerprint)"


@pytest.mark.parametrize(
    "changes",
    [
        {"duty": Within(WorkingDays(7))},
        {"duty": Within(Days(6))},  # as many days, counted another way
        {"scope": Scope.CASE},
        {"in_force": since("2024-01-02")},
        {"starts": (event(UNDERRETNING_MODTAGET, FieldIn("underretter", frozenset({"skole"}))),)},
        {"stopped_by": ()},
        {"says": "Noget andet."},
    ],
)
def test_a_changed_rule_has_another_fingerprint_and_so_has_its_book(changes: dict[str, object]) -> None:
    changed = replace(KVITTERES, **changes)  # type: ignore[arg-type]  # any field may be changed here
    assert changed.fingerprint != KVITTERES.fingerprint
    assert Rulebook((changed,)).fingerprint != Rulebook((KVITTERES,)).fingerprint


def test_a_rule_more_or_less_is_another_book() -> None:
    assert Rulebook((KVITTERES,)).fingerprint != Rulebook((KVITTERES, KVITTERES_SEL)).fingerprint


def test_the_order_of_the_book_is_not_its_meaning() -> None:
    assert Rulebook((KVITTERES, KVITTERES_SEL)).fingerprint == Rulebook((KVITTERES_SEL, KVITTERES)).fingerprint


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_fingerprint_is_the_same_in_every_process(seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    told = subprocess.run(
        [sys.executable, "-c", ASKED], env=environment, check=True, capture_output=True, text=True, encoding="utf-8"
    )
    assert told.stdout.strip() == RULEBOOK.fingerprint
    assert len(RULEBOOK.fingerprint) == 16
