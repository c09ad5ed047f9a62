"""How big are the invented plans that the pages of the plan are measured on, and where do they lie?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.sizes import MANIFEST, VAR

PLAN: Final = VAR / "plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSize:
    """A strategy with so much in it; the municipality around it is the demo's, and the same in every size."""

    name: str
    label: str
    areas: int
    effects: int
    actions: int
    tracks: int
    units: int
    goals: int
    rounds: int
    asked: int  # recommendations at the start of the course
    left: int  # and at its end
    wheel: int
    theme_meetings: int
    log: int  # lines of history, over ten years
    versions: int
    papers: int

    @property
    def folder(self) -> Path:
        return PLAN / self.name

    @property
    def database(self) -> Path:
        return self.folder / "pejl.sqlite3"

    @property
    def holds(self) -> dict[str, int]:
        """How much of each kind there is in it."""
        found: dict[str, int] = json.loads((self.folder / MANIFEST).read_text(encoding="utf-8"))["holds"]
        return found


FULL: Final = PlanSize(
    name="fuld",
    label="500 handlinger og ti års log",
    areas=10,
    effects=60,
    actions=500,
    tracks=8,
    units=8,
    goals=40,
    rounds=12,
    asked=28,
    left=9,
    wheel=60,
    theme_meetings=20,
    log=30_000,
    versions=10,
    papers=40,
)
# A few of everything: a page asks the same questions of this, and only gets fewer rows.
SMALL: Final = PlanSize(
    name="lille",
    label="en tiendedel",
    areas=2,
    effects=6,
    actions=50,
    tracks=2,
    units=3,
    goals=6,
    rounds=4,
    asked=6,
    left=2,
    wheel=6,
    theme_meetings=2,
    log=3_000,
    versions=2,
    papers=4,
)
PLAN_SIZES: Final = {size.name: size for size in (FULL, SMALL)}
