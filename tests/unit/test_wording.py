"""Does a rule read in plain Danish, with nothing in it that only a page of the Regelbog would understand?"""

import doctest
from datetime import date

import pytest

from pejl import wording
from pejl.rulebook import RULEBOOK
from pejl.rulebook.lokale import with_local_numbers
from pejl.rulebook.tilsyn import TO_BESOEG_SEL
from pejl.rulebook.underretninger import KVITTERES_SEL, SAMTALE_OVERGREB
from pejl.rules import Rule

RULES = [pytest.param(rule, id=f"{rule.key} {rule.version}") for rule in RULEBOOK.rules]


def test_the_examples_in_the_code_hold() -> None:
    assert doctest.testmod(wording).failed == 0


@pytest.mark.parametrize("rule", RULES)
def test_every_fact_is_a_plain_sentence(rule: Rule) -> None:
    facts = wording.facts(rule)
    assert all(facts.values())
    assert not any(mark in told for told in facts.values() for mark in ("**", "`", "](", "<"))
    assert [name for name, told in facts.items() if name != "Kilde" and not told.endswith(".")] == []


def test_what_is_not_confirmed_is_said_first() -> None:
    assert wording.facts(TO_BESOEG_SEL)["Hvor sikkert"].startswith("Ikke bekræftet. ")


def test_a_version_is_headed_by_its_act_where_the_book_has_several() -> None:
    assert wording.heading(KVITTERES_SEL, book=RULEBOOK) == "Kvittering til underretter – serviceloven (før 2024)"
    assert wording.heading(SAMTALE_OVERGREB, book=RULEBOOK) == SAMTALE_OVERGREB.title


def test_versions_of_one_act_are_headed_by_their_days() -> None:
    book = with_local_numbers(RULEBOOK, [(date(2025, 1, 1), 10)])
    first, second = (wording.heading(rule, book=book) for rule in book.by_key["lokal.partshoering_indkaldes"])
    assert first.endswith("14 dage) – kommunens eget mål, til og med 31.12.2024")
    assert second.endswith("10 dage) – kommunens eget mål, fra 01.01.2025")
