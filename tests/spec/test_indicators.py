"""Does each indicator give what its example says, and does the figure open to the children it was counted from?"""

from dataclasses import replace
from datetime import date

import pytest

from pejl.engine import plain
from pejl.events import UNDERRETNING_MODTAGET
from pejl.indicators import (
    INDICATORS,
    TOPICS,
    Indicator,
    Period,
    Read,
    Rests,
    Verdict,
    by_key,
    checked,
    read_case,
    rows,
    told,
)
from pejl.indicators.citing import cited
from pejl.indicators.counting import By, Duties
from pejl.rulebook import CHAPTERS, RULEBOOK
from pejl.small_numbers import Why
from pejl.tables import Coverage, Deadline, Point, Status
from tests import spec
from tests.spec.example import Example
from tests.spec.figure import Figure
from tests.spec.indicators import EXAMPLES

SHOWN = [pytest.param(each, id=each.key) for each in EXAMPLES]


@pytest.mark.parametrize("example", SHOWN)
def test_the_figure_is_as_written(example: Figure) -> None:
    assert example.given == example.gives
    counted = {each.group: each.counted for each in example.series().points if each.group and each.counted}
    assert counted == dict(example.groups)


@pytest.mark.parametrize("example", SHOWN)
def test_behind_it_are_these_children(example: Figure) -> None:
    found = {name: " ".join(row.verdict for row in behind) for name, behind in example.rows().items()}
    assert found == dict(example.behind)


@pytest.mark.parametrize("example", SHOWN)
def test_so_few_children_are_not_told_of_outside(example: Figure) -> None:
    outside = example.outside()
    assert outside.why.hides or not example.whole.counted or example.whole.counted >= example.indicator.smallest
    assert outside.why is Why.OPEN or outside.reason


@pytest.mark.parametrize("example", SHOWN)
def test_unknown_is_in_no_number(example: Figure) -> None:
    behind = [row for rows in example.rows().values() for row in rows]
    unknown = [row for row in behind if row.verdict is Verdict.UNKNOWN]
    assert example.whole.unknown == len(unknown)
    assert all(row.why and row.value is None for row in unknown)
    if example.whole.out_of is not None:
        assert example.whole.out_of == len(behind) - len(unknown)


def test_every_indicator_that_is_not_made_from_a_chapter_has_an_example() -> None:
    assert [each.key for each in INDICATORS if each.topic != "frister"] == [each.key for each in EXAMPLES]


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda each: each.key)
def test_its_rules_are_in_the_rulebook_and_cited(indicator: Indicator) -> None:
    assert set(indicator.rules) <= RULEBOOK.by_key.keys()
    if indicator.rules:
        assert set(indicator.cites) <= set(cited(*indicator.rules))


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda each: each.key)
def test_it_has_a_topic_and_says_what_it_is(indicator: Indicator) -> None:
    assert indicator.topic in TOPICS
    assert all(words.endswith((".", "?")) for words in (indicator.means, indicator.how, indicator.for_child))
    assert indicator.question.endswith("?")
    assert indicator.needs
    assert indicator.bears_on


def test_every_topic_has_an_indicator_and_they_stand_together() -> None:
    assert list(dict.fromkeys(each.topic for each in INDICATORS)) == list(TOPICS)


def test_law_and_local_goals_are_never_alike() -> None:
    for each in INDICATORS:
        forces = {rule.force for key in each.rules for rule in RULEBOOK.by_key[key]}
        assert not forces or {Rests.on(force) for force in forces} == {each.rests}


def test_a_double_key_and_an_unknown_kind_are_refused() -> None:
    one = INDICATORS[0]
    with pytest.raises(ValueError, match="cannot have two indicators"):
        checked([one, one])
    made_up = replace(UNDERRETNING_MODTAGET, key="noget_andet")
    with pytest.raises(ValueError, match="use kinds that exist"):
        checked([replace(one, needs=(made_up,))])


# --- the figures of a chapter, by the chapter's own examples --------------------------------------------------

_JUDGED = {Status.MET: "ja", Status.LATE: "nej", Status.OVERDUE: "nej"}
_CHAPTER = dict(CHAPTERS)
COVERED_FROM = date(2015, 1, 1)
ALL_TIME = Period(date(2000, 1, 1), date(2100, 1, 1))
OF_CHAPTERS = [each for each in INDICATORS if each.topic == "frister"]


@pytest.mark.parametrize("indicator", OF_CHAPTERS, ids=lambda each: each.key)
def test_a_chapter_counts_the_duties_of_its_examples(indicator: Indicator) -> None:
    counts, name = indicator.counts, indicator.key.partition(".")[2]
    assert isinstance(counts, Duties)
    assert counts.by is By.DUE
    assert set(counts.rules) <= {rule.key for rule in _CHAPTER[name]}
    every = [example for examples in spec.CHAPTERS[name].examples.values() for example in examples]
    shown = [each for each in every if each.covers is None and min(e.day for e in each.own_events()) >= COVERED_FROM]
    assert any(_expected(example, counts.rules) for example in shown)
    for example in shown:
        assert _counted(example, indicator) == _expected(example, counts.rules), example.says


def _counted(example: Example, indicator: Indicator) -> list[str]:
    found = rows(indicator, _read(example), periods=[ALL_TIME], as_of=example.moment)
    return sorted(row.verdict.value for row in found if row.verdict is not Verdict.UNKNOWN)


def _expected(example: Example, rules: tuple[str, ...]) -> list[str]:
    ended = [each for each in _duties(example) if each.rule in rules and each.due_at and each.due_at <= example.moment]
    return sorted(_JUDGED[status] for each in ended if (status := each.status(example.moment)) in _JUDGED)


def _read(example: Example) -> Read:
    events = example.ledger()
    return read_case(events, _duties(example), coverage=Coverage.declared_in(events), as_of=example.moment)


def _duties(example: Example) -> list[Deadline]:
    return plain.evaluate(example.ledger(), rulebook=RULEBOOK, as_of=example.moment)


def test_below_ten_there_is_no_percentage() -> None:
    share = by_key("underretninger.vurderet_24_timer")
    june = Point(first=date(2026, 6, 1), last=date(2026, 6, 30), counted=8, out_of=9)
    assert told(share, june) == "8 af 9"
    assert told(share, replace(june, counted=9, out_of=10)) == "9 af 10 (90 %)"
    assert told(share, replace(june, counted=0, out_of=0)) == "ingen at tælle"
