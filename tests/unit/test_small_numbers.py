"""Are small numbers hidden with their reason, no more than needed, and shown where somebody has decided it?"""

import doctest

import pytest

from pejl import small_numbers
from pejl.small_numbers import (
    CannotProtect,
    Grid,
    Shown,
    Sum,
    Why,
    Zero,
    grids,
    hiding,
    protected,
    share,
    table,
    together,
)


def hidden(page: dict[str, Shown]) -> set[str]:
    return {name for name, each in page.items() if each.number is None}


@pytest.mark.parametrize("module", [small_numbers, grids, hiding])
def test_the_examples_in_the_code_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]  # each of them is a module


def test_each_hidden_number_tells_why() -> None:
    page = protected(table("t", {"nord": {"pige": 3, "dreng": 20}, "syd": {"pige": 15, "dreng": 30}}))
    small, other = page["t/nord/pige"], page["t/syd/dreng"]
    assert (small.told, small.reason) == ("færre end 5", "Tallet er så lille, at det kan pege på enkelte børn.")
    assert (other.told, other.reason) == ("ikke vist", "Ikke vist, fordi et andet tal ellers kunne regnes ud.")
    assert page["t/alle/alle"] == Shown(number=68, why=Why.OPEN, told="68")


def test_one_small_number_in_a_table_costs_three_others_and_no_total() -> None:
    rows = {f"r{row}": {f"c{column}": 20 + row + column for column in range(4)} for row in range(4)}
    rows["r1"]["c2"] = 2
    page = protected(table("t", rows))
    assert len(hidden(page)) == 4
    assert not any("alle" in name for name in hidden(page))


def test_two_small_numbers_in_a_row_need_no_third_there() -> None:
    page = protected(Grid(cells={"a": 3, "b": 4, "c": 9, "alle": 16}, sums=(Sum("alle", ("a", "b", "c")),)))
    assert hidden(page) == {"a", "b"} or hidden(page) == {"a", "b", "c"}
    assert page["alle"].number == 16


def test_numbers_that_have_nothing_to_do_with_each_other_do_not_cost_each_other() -> None:
    page = protected(together([share("en", counted=3, out_of=40), share("to", counted=20, out_of=40)]))
    assert hidden(page) == {"en"}


@pytest.mark.parametrize(
    ("counted", "out_of", "gone"),
    [
        (20, 40, set()),
        (4, 40, {"s"}),  # »færre end 5« of 40: who the four are among cannot be told more closely
        (36, 40, {"s"}),  # or the other four could be worked out
        (35, 40, set()),
        (40, 40, {"s"}),
        (0, 40, {"s"}),
        (3, 3, {"s", "s/af"}),
        (1, 3, {"s", "s/af"}),
        (0, 0, set()),
    ],
)
def test_a_share_hides_the_few_in_it_and_the_few_outside_it(counted: int, out_of: int, gone: set[str]) -> None:
    assert hidden(protected(share("s", counted=counted, out_of=out_of))) == gone


@pytest.mark.parametrize("counted", [0, 40])
def test_that_all_are_in_one_group_is_shown_where_it_is_about_us(counted: int) -> None:
    assert hidden(protected(share("s", counted=counted, out_of=40), zero=Zero.SHOWN)) == set()


def test_a_zero_among_other_groups_tells_nobodys_story() -> None:
    grid = Grid(cells={"a": 0, "b": 7, "c": 9, "alle": 16}, sums=(Sum("alle", ("a", "b", "c")),))
    assert hidden(protected(grid)) == set()
    assert "a" in hidden(protected(grid, zero=Zero.HIDDEN))


def test_four_groups_of_one_are_not_called_few_since_that_would_tell() -> None:
    cells = {"a": 1, "b": 1, "c": 1, "d": 1, "alle": 4}
    page = protected(Grid(cells=cells, sums=(Sum("alle", ("a", "b", "c", "d")),)))
    assert page["alle"].told == "færre end 5"
    assert {page[name].why for name in "abcd"} == {Why.UNDIVIDED}


def test_the_years_total_gives_a_quarter_back_and_costs_another() -> None:
    quarters = {"k1": 12, "k2": 3, "k3": 14, "k4": 9}
    page = protected(Grid(cells=quarters | {"aar": 38}, sums=(Sum("aar", tuple(quarters)),)))
    assert "k2" in hidden(page)
    assert len(hidden(page)) == 2


def test_without_the_total_nothing_else_is_lost() -> None:
    assert hidden(protected(Grid(cells={"k1": 12, "k2": 3, "k3": 14, "k4": 9}))) == {"k2"}


def test_a_decision_shows_a_number_and_the_rest_is_worked_out_anew() -> None:
    grid = table("t", {"nord": {"pige": 3, "dreng": 20}, "syd": {"pige": 15, "dreng": 30}})
    page = protected(grid, allowed={"t/nord/pige": "Centerchefen, 3. maj 2024"})
    assert hidden(page) == set()
    assert page["t/nord/pige"].reason == "Vist efter beslutning. Centerchefen, 3. maj 2024"


def test_a_decision_on_one_small_number_protects_the_other_still() -> None:
    grid = Grid(cells={"a": 3, "b": 4, "alle": 7}, sums=(Sum("alle", ("a", "b")),))
    page = protected(grid, allowed={"a": "Centerchefen"})
    assert hidden(page) == {"b", "alle"}


def test_decisions_that_give_a_hidden_number_back_are_refused() -> None:
    grid = Grid(cells={"a": 3, "b": 4, "alle": 7}, sums=(Sum("alle", ("a", "b")),))
    with pytest.raises(CannotProtect, match="cannot hide b"):
        protected(grid, allowed={"a": "Centerchefen", "alle": "Centerchefen"})


def test_what_earlier_papers_showed_stays_shown_and_what_they_held_back_stays_so() -> None:
    quarters = Grid(cells={"k1": 12, "k2": 3})
    earlier = protected(quarters)
    page = protected(Grid(cells={"k1": 12, "k2": 3, "aar": 15}, sums=(Sum("aar", ("k1", "k2")),)), before=earlier)
    assert page["k1"].number == 12
    assert hidden(page) == {"k2", "aar"}


def test_another_threshold() -> None:
    page = protected(Grid(cells={"a": 7, "b": 12}), smallest=10)
    assert page["a"].told == "færre end 10"
    assert page["b"].number == 12


def test_what_nobody_counted_is_not_hidden_but_missing() -> None:
    page = protected(Grid(cells={"a": None, "b": 36, "alle": 40}, sums=(Sum("alle", ("a", "b")),)))
    assert page["a"] == Shown(number=None, why=Why.UNCOUNTED, told="ikke opgjort", reason="Ikke opgjort.")


@pytest.mark.parametrize(
    ("cells", "complaint"),
    [
        ({"a": 3, "b": 4, "alle": 8}, "its parts are 7 together"),
        ({"a": None, "b": 9, "alle": 8}, "its parts are 9 together"),
        ({"a": 3, "alle": 8}, "give b a number, or None"),
        ({"a": -3, "b": 11, "alle": 8}, "a count is zero or more"),
    ],
)
def test_what_does_not_add_up_is_refused(cells: dict[str, int | None], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Grid(cells=cells, sums=(Sum("alle", ("a", "b")),))


def test_a_name_is_one_number() -> None:
    with pytest.raises(ValueError, match="give one of them another name"):
        together([Grid(cells={"a": 7}), Grid(cells={"a": 8})])


def test_a_table_of_only_small_numbers_costs_its_total_but_not_its_zeros() -> None:
    page = protected(table("t", {"nord": {"pige": 0, "dreng": 4}, "syd": {"pige": 2, "dreng": 0}}), zero=Zero.SHOWN)
    assert page["t/alle/alle"].number is None
    assert [name for name, each in page.items() if each.number == 0] == ["t/nord/pige", "t/syd/dreng"]


def test_what_was_held_back_before_stays_so_when_nothing_needs_it_any_more() -> None:
    earlier = {"b": Shown(number=None, why=Why.GIVES_BACK, told="ikke vist")}
    assert hidden(protected(Grid(cells={"a": 12, "b": 20}), before=earlier)) == {"b"}
    undivided = {"b": Shown(number=None, why=Why.UNDIVIDED, told="ikke vist")}
    assert hidden(protected(Grid(cells={"a": 12, "b": 20}), before=undivided)) == {"b"}
