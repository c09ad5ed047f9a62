"""Is nothing that points at somebody missed where it is put, wherever it is put, and are the places told right?"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pejl.web.plan.recognisable import Kind, findings
from pejl.web.plan.recognisable_words import FIRST_NAMES, MONTHS

# Words that tell nothing of anybody.
PLAIN = st.lists(
    st.sampled_from(
        [
            "barnet",
            "talte",
            "med",
            "moren",
            "og",
            "ville",
            "gerne",
            "blive",
            "boende",
            "der",
            "hvor",
            "vennerne",
            "er",
            "så",
            "mødet",
            "gik",
            "godt",
        ]
    ),
    min_size=1,
    max_size=12,
).map(" ".join)
NAMES = st.sampled_from(sorted(FIRST_NAMES))
# A capital and letters, such as no list holds.
STRANGE = st.from_regex(r"\A[BDGKLMNRSTV][aeiouy][bdfgklmnrstv]{1,2}[aeiouy]x[a-z]{1,5}\Z")
NUMBERS = st.one_of(
    st.from_regex(r"\A[0-3][0-9][0-1][0-9]{3}-?[0-9]{4}\Z"),
    st.from_regex(r"\A[2-9][0-9]( ?[0-9]{2}){3}\Z"),
    st.from_regex(r"\A[a-z]{2,8}@[a-z]{2,8}\.dk\Z"),
)
DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31)).flatmap(
    lambda day: st.sampled_from(
        [
            f"{day.day}. {MONTHS[day.month - 1]} {day.year}",
            f"{day.day}. {MONTHS[day.month - 1]}",
            f"{MONTHS[day.month - 1]} {day.year}",
            f"{day.day}/{day.month}",
            f"{day:%d-%m-%Y}",
            day.isoformat(),
        ]
    )
)
AGES = st.integers(0, 24).flatmap(lambda age: st.sampled_from([f"{age} år", f"{age}-årig", f"{age} år og 3 måneder"]))
ANYTHING = st.text(max_size=400)


def found(text: str, kind: Kind) -> set[str]:
    return {each.words for each in findings(text) if each.kind is kind}


@given(PLAIN, STRANGE, PLAIN)
def test_a_name_nobody_has_heard_is_found_inside_a_sentence(before: str, name: str, after: str) -> None:
    assert name in found(f"{before} {name} {after}.", Kind.NAME) | found(f"{before} {name} {after}.", Kind.PLACE)


@given(NAMES, PLAIN)
def test_a_name_many_have_is_found_first_in_a_sentence_too(name: str, after: str) -> None:
    assert name in found(f"{name} {after}.", Kind.NAME) | found(f"{name} {after}.", Kind.PLACE)


@given(STRANGE, PLAIN, PLAIN)
def test_a_name_first_in_a_sentence_is_found_where_it_stands_in_another_too(name: str, one: str, two: str) -> None:
    text = f"{name} {one}. Så {two} {name}."
    spans = {span for each in findings(text) for span in each.spans}
    assert (0, len(name)) in spans


@given(PLAIN, NUMBERS, PLAIN)
def test_a_number_is_found_and_can_not_stay(before: str, number: str, after: str) -> None:
    told = [each for each in findings(f"{before} {number} {after}") if each.kind is Kind.NUMBER]
    assert [(each.words, each.can_stay) for each in told] == [(number, False)]


@given(PLAIN, DAYS, PLAIN)
def test_a_day_is_found(before: str, day: str, after: str) -> None:
    assert day in found(f"{before} {day} {after}", Kind.DAY)


@given(PLAIN, AGES, PLAIN)
def test_an_age_is_found(before: str, age: str, after: str) -> None:
    assert age in found(f"{before} {age} {after}", Kind.AGE)


@given(st.lists(PLAIN, min_size=1, max_size=5))
def test_words_that_tell_of_nobody_are_left_alone(sentences: list[str]) -> None:
    assert findings(" ".join(f"{each.capitalize()}." for each in sentences)) == []


@given(PLAIN, STRANGE.map(str.lower), PLAIN)
def test_the_municipalitys_own_units_are_places_however_they_are_written(before: str, unit: str, after: str) -> None:
    told = findings(f"{before} {unit} {after}", places=[unit.upper()])
    assert any(each.kind is Kind.PLACE and each.words.lower().startswith(unit) for each in told)


@given(ANYTHING, st.lists(st.text(max_size=20), max_size=3))
def test_whatever_is_written_each_finding_says_where_its_words_stand(text: str, places: list[str]) -> None:
    told = findings(text, places=places)
    for each in told:
        for first, last in each.spans:
            assert 0 <= first < last <= len(text)
            if each.kind is not Kind.RARE:
                assert text[first:last] == each.words
    ordinary = sorted(span for each in told if each.kind is not Kind.RARE for span in each.spans)
    assert all(before[1] <= after[0] for before, after in pairwise(ordinary))
    assert len({each.key for each in told}) == len(told)


def test_things_that_are_rare_together_are_told_once() -> None:
    story = "En dreng med autisme er adopteret og bor hos en enlig far."
    assert [each.kind for each in findings(story)] == [Kind.RARE]
    assert findings("En dreng har autisme.") == []


def test_what_is_written_with_a_capital_and_is_nobody_is_left_alone() -> None:
    assert findings("Vi ringede til Ankestyrelsen, og DUBU viste fristen i Barnets lov.") == []
