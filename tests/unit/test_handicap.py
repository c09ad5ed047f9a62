"""Which cases are cases of a child with a disability, by the law of each event's own day?"""

from datetime import UTC, date, datetime

import pytest

from pejl.events import KIND_BY_KEY, Event
from pejl.rulebook.handicap import is_disability_case, is_for_disability

OLD, NEW = date(2023, 12, 31), date(2024, 1, 1)


def told(kind: str, paragraph: str = "", *, on: date = NEW) -> Event:
    assert kind in KIND_BY_KEY
    return Event(
        event_id="h",
        case_id="s",
        kind=kind,
        day=on,
        recorded_at=datetime(2026, 1, 1, tzinfo=UTC),
        source="liste",
        fields={"paragraf": paragraph} if paragraph else {},
    )


@pytest.mark.parametrize("paragraph", ["§ 80", "§ 86", "§ 87, stk. 1", "§ 90", "§ 86, stk. 1, nr. 2"])
def test_barnets_lov_80_to_90_from_2024_on(paragraph: str) -> None:
    assert is_for_disability(paragraph, on=NEW)
    assert not is_for_disability(paragraph, on=OLD)


@pytest.mark.parametrize("paragraph", ["§ 41", "§ 42", "§ 42, stk. 3"])
def test_servicelovens_41_and_42_until_2023(paragraph: str) -> None:
    assert is_for_disability(paragraph, on=OLD)
    assert not is_for_disability(paragraph, on=NEW)


@pytest.mark.parametrize("paragraph", ["§ 79", "§ 91", "§ 8", "§ 800", "§ 32, stk. 1", "§ 30", ""])
def test_other_paragraphs_are_not(paragraph: str) -> None:
    assert not is_for_disability(paragraph, on=NEW)
    assert not is_for_disability(paragraph, on=OLD)


@pytest.mark.parametrize(
    "kind", ["ansoegning_modtaget", "afgoerelse_truffet", "bevilling", "indsats_bevilget", "indsats_ivaerksat"]
)
def test_what_is_asked_for_decided_or_begun_tells(kind: str) -> None:
    assert is_disability_case([told("notat"), told(kind, "§ 87")])
    assert is_disability_case([told(kind, "§ 42", on=OLD)])
    assert not is_disability_case([told(kind, "§ 32"), told(kind, "§ 42"), told(kind)])


def test_knowing_of_the_impairment_tells() -> None:
    assert is_disability_case([told("funktionsnedsaettelse_kendt")])


def test_a_social_case_is_not_one() -> None:
    # A placement or a committee's decision names other paragraphs, whatever stands in the field.
    assert not is_disability_case([told("underretning_modtaget"), told("anbringelse_ivaerksat", "§ 86")])
    assert not is_disability_case([])
