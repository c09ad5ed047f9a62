"""What do the simulation's small tables have in common? Columns of the same length, rows that can be chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Self

import numpy as np

from pejl.simulation.almanac import Flags, Ints


@dataclass(frozen=True, slots=True)
class Table:
    """A frozen dataclass whose fields are arrays of one length."""

    def __len__(self) -> int:
        return len(getattr(self, fields(self)[0].name))

    def where(self, chosen: Flags | Ints) -> Self:
        """Some of the rows."""
        return type(self)(*(getattr(self, each.name)[chosen] for each in fields(self)))

    @classmethod
    def joined(cls, parts: Iterable[Self]) -> Self:
        """The rows of all of these, one after the other."""
        tables = list(parts)
        return cls(*(np.concatenate([getattr(part, each.name) for part in tables]) for each in fields(cls)))
