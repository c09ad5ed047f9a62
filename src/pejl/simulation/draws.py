"""What comes out by chance? Whole arrays of chances and spreads from one seeded generator."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
import polars as pl

from pejl.simulation.almanac import Flags, Floats, Ints

Bounds = tuple[Ints | int, Ints | int]


class Draws:
    """The same seed gives the same draws in the same order; nothing else decides them."""

    def __init__(self, seed: Sequence[int]) -> None:
        self._rng = np.random.default_rng(seed)

    def unit(self, size: int) -> Floats:
        """Numbers from 0 up to 1."""
        return self._rng.random(size)

    def chance(self, share: float | Floats, *, size: int) -> Flags:
        """True in this share of the rows."""
        return self._rng.random(size) < share

    def between(self, low: Ints | int, high: Ints | int, *, size: int) -> Ints:
        """Whole numbers from low to high, both with; low where high is lower."""
        room = np.maximum(np.asarray(high) - np.asarray(low), 0) + 1
        found: Ints = np.asarray(low) + (self._rng.random(size) * room).astype(np.int64)
        return found

    def about(self, mean: float, *, size: int) -> Ints:
        """Whole numbers from 0, many small and few large, with this mean."""
        return self._rng.exponential(mean, size).astype(np.int64)

    def how_many(self, expected: float) -> int:
        """How often something happens that is expected so many times."""
        return int(self._rng.poisson(expected))

    def place(self, weights: Collection[float], *, size: int) -> Ints:
        """The places in a list, by weight."""
        upto = np.cumsum(np.fromiter(weights, dtype=float))
        found: Ints = np.searchsorted(upto, self._rng.random(size) * upto[-1], side="right")
        return np.minimum(found, len(upto) - 1)

    def key(self, shares: Mapping[int, float], *, size: int) -> Ints:
        """The keys, by share."""
        keys: Ints = np.array(list(shares), dtype=np.int64)
        return keys[self.place(shares.values(), size=size)]

    def code(self, shares: Mapping[str, float], *, size: int) -> pl.Series:
        """The keys as text, by share."""
        return texts(list(shares), self.place(shares.values(), size=size))

    def text(self, choices: Sequence[str], *, size: int) -> pl.Series:
        """One of these texts in each row, all as likely."""
        return texts(choices, self.between(0, len(choices) - 1, size=size))

    def some(self, candidates: Ints, *, share: float) -> Ints:
        """A share of these, in their order; at least one if there are any, so that it can be found."""
        count = min(max(1, int(self._rng.binomial(len(candidates), share))), len(candidates))
        return np.sort(self._rng.choice(candidates, size=count, replace=False)) if count else candidates


def texts(choices: Sequence[str], places: Ints) -> pl.Series:
    """The text at each place."""
    return pl.Series(choices, dtype=pl.String()).gather(places)


def where(keep: Flags, values: pl.Series) -> pl.Series:
    """The values where the flag is set, else nothing."""
    return pl.select(pl.when(pl.Series(keep)).then(values)).to_series()
