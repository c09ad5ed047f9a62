"""May a difference be chance? What a common share gives of so many, if nothing but chance sets them apart."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from math import exp, lgamma, log
from typing import Final

# Nineteen times in twenty chance stays inside; the twentieth lies outside without anybody's doing.
_OUTSIDE: Final = 0.05


class Verdict(StrEnum):
    """How a number lies against what chance gives."""

    CHANCE = "kan være tilfældigt"
    BELOW = "færre, end tilfældet giver"
    ABOVE = "flere, end tilfældet giver"
    ALONE = "intet at måle med"


def by_chance(total: int, *, share: float) -> tuple[int, int]:
    """The fewest and the most of so many that chance gives nineteen times in twenty.

    >>> by_chance(6, share=0.5), by_chance(9, share=0.5), by_chance(100, share=0.5)
    ((1, 5), (2, 7), (40, 60))
    """
    fewest, most, below = 0, total, 0.0
    for number, chance in enumerate(_chances(total, share)):
        if below + chance > _OUTSIDE / 2 >= below:
            fewest = number
        if below + chance >= 1 - _OUTSIDE / 2 > below:
            most = number
        below += chance
    return fewest, most


def _chances(total: int, share: float) -> Iterator[float]:
    """How likely each number is, from none to all."""
    if not 0 < share < 1:
        yield from (1.0 if number == round(total * share) else 0.0 for number in range(total + 1))
        return
    for number in range(total + 1):
        ways = lgamma(total + 1) - lgamma(number + 1) - lgamma(total - number + 1)
        yield exp(ways + number * log(share) + (total - number) * log(1 - share))


def verdict(number: int, total: int, *, share: float) -> Verdict:
    """Whether one of several may differ from them all by chance alone."""
    fewest, most = by_chance(total, share=share)
    if number < fewest:
        return Verdict.BELOW
    return Verdict.ABOVE if number > most else Verdict.CHANCE
