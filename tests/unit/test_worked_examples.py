"""Can the worked examples of every rule be read from the package, as the tests that printed them tell them?"""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from pejl.rulebook import RULEBOOK
from pejl.rulebook.examples import Outcome, WorkedExample, examples_of
from pejl.rulebook.lokale import with_local_numbers
from pejl.rulebook.screening import RISIKO_VURDERES
from pejl.rules import Rule
from pejl.tables import Status
from tests.spec import CHAPTERS
from tests.spec.worked import worked

RULES = [pytest.param(rule, id=f"{rule.key} {rule.version}") for rule in RULEBOOK.rules]


@pytest.mark.parametrize("rule", RULES)
def test_every_version_of_a_rule_has_examples_and_one_of_them_explained(rule: Rule) -> None:
    found = examples_of(rule)
    assert found
    assert sum(bool(example.steps) for example in found) == 1
    assert all(len(row) == len(example.headers) for example in found for row in example.rows)


def test_what_is_read_is_what_was_printed() -> None:
    for chapter in CHAPTERS.values():
        for rule, examples in chapter.examples.items():
            assert examples_of(rule) == tuple(worked(rule, example) for example in examples)


def test_the_examples_are_read_once_and_never_changed() -> None:
    example = examples_of(RISIKO_VURDERES)[0]
    assert example is examples_of(RISIKO_VURDERES)[0]
    with pytest.raises(FrozenInstanceError):
        example.says = "Noget andet."  # type: ignore[misc]  # that it cannot be done is the subject


def test_a_number_chosen_later_has_no_examples_of_its_own() -> None:
    book = with_local_numbers(RULEBOOK, [(date(2025, 1, 1), 10)])
    first, later = book.by_key["lokal.partshoering_indkaldes"]
    assert examples_of(first)
    assert examples_of(later) == ()


def an_example(*outcomes: Outcome) -> WorkedExample:
    return WorkedExample(
        says="", coverage="", headers=(), rows=(), moment="1. juni", outcomes=outcomes, beside=(), steps=()
    )


MET = Outcome(status=Status.MET, told="Fristen var 2. maj.", course="indsats 1")
OPEN = Outcome(status=Status.OPEN, told="Der er ingen frist i tal.", course="indsats 2")


@pytest.mark.parametrize(
    ("outcomes", "said"),
    [
        ((), "Pr. 1. juni: ingen pligt efter denne regel."),
        ((MET,), "Pr. 1. juni: indsats 1: overholdt. Fristen var 2. maj."),
        (
            (MET, OPEN),
            "Pr. 1. juni: indsats 1: overholdt. Fristen var 2. maj. indsats 2: løber. Der er ingen frist i tal.",
        ),
    ],
)
def test_the_result_is_told_in_one_line(outcomes: tuple[Outcome, ...], said: str) -> None:
    assert an_example(*outcomes).result == said
