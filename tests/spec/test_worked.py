"""Is an example told in Danish as a reader meets it, and what is changed in it too?"""

import doctest
from dataclasses import replace

import pytest

from pejl.rulebook.plan import STOETTE
from tests.spec import worked
from tests.spec.example import Example, Variant, also_for, but_for

_STOPPED = Example(
    says="Indsatsen ophørte inden fristen: pligten faldt bort.",
    events="""
        2024-02-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=ja
        2024-04-30 indsats_ophoert #indsats
    """,
    as_of="2024-08-01",
    gives=("cancelled 2024-05-14",),
)


def _told(*variants: Variant) -> list[tuple[str, str]]:
    shown = worked.worked(STOETTE, replace(_STOPPED, variants=variants))
    return [(each.says, each.result) for each in shown.changed]


def test_the_examples_in_the_code_run() -> None:
    assert doctest.testmod(worked).attempted
    assert doctest.testmod(worked).failed == 0


def test_what_gives_the_same_in_the_place_of_one_thing_stands_together() -> None:
    kinds = also_for("indsats_ophoert", "indsats_ophoert", "anbringelse_ophoert", "sag_afsluttet")
    assert _told(*kinds, *also_for("paragraf=§_32", "paragraf=§_32,_stk._1")) == [
        ("Med »Anbringelse ophørt« eller »Sagen afsluttet« i stedet for »Støttende indsats ophørt«", "det samme."),
        ("Med § 32, stk. 1 i stedet for § 32", "det samme."),
    ]


def test_what_gives_something_else_says_what() -> None:
    unchosen = but_for("plan_valgt=ja", "plan_valgt=nej", says="Er der ikke valgt en plan")
    late = but_for("2024-04-30", "2024-06-30", "overdue 2024-05-14", says="Ophørte den først i juni")
    assert _told(unchosen, late) == [
        ("Er der ikke valgt en plan", "ingen pligt efter denne regel."),
        ("Ophørte den først i juni", "overskredet. Fristen var tirsdag den 14. maj 2024."),
    ]


def test_a_variant_may_say_itself_what_it_changes() -> None:
    assert _told(*also_for("#indsats", "#plan", says="Hedder forløbet noget andet")) == [
        ("Hedder forløbet noget andet", "det samme.")
    ]


def test_words_that_tell_a_reader_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot tell '#plan' in Danish"):
        _told(*also_for("#indsats", "#plan"))


def test_words_that_do_not_stand_in_the_example_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot change 'sag_flyttet'"):
        _told(but_for("sag_flyttet", "sag_afsluttet", says="Afsluttet"))
