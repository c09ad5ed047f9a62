"""Which invented ledgers are measured, how big are they, and where do they lie?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
VAR: Final = ROOT / "var" / "bench"
MANIFEST: Final = "hvad.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much of an invented Denmark, ten years of it; ``cases`` keeps only so many of them."""

    name: str
    label: str
    inhabitants: int
    parts: int
    years: int = 10
    seed: int = 2026
    cases: int | None = None

    @property
    def folder(self) -> Path:
        return VAR / self.name

    @property
    def parts_made(self) -> list[Path]:
        """The parts that lie there."""
        return sorted(self.folder.glob("*.parquet"))

    @property
    def holds(self) -> dict[str, int]:
        """How many cases and events there are in them."""
        found: dict[str, int] = json.loads((self.folder / MANIFEST).read_text(encoding="utf-8"))["holds"]
        return found

    def results_of(self, contender: str) -> Path:
        """Where a contender writes its deadlines."""
        return VAR / "resultater" / self.name / contender


TINY: Final = Size(name="lille", label="en landsby", inhabitants=3_000, parts=2)
MUNICIPALITY: Final = Size(name="kommune", label="en kommune", inhabitants=60_000, parts=1, cases=15_000)
TWENTIETH: Final = Size(name="tyvendedel", label="en tyvendedel af landet", inhabitants=300_000, parts=2)
NATION: Final = Size(name="landet", label="hele landet", inhabitants=6_000_000, parts=40)
# The readable engine judges a sample of a ledger; its time for all of it is worked out from that.
SAMPLED_CASES: Final = 3_000
SAMPLE: Final = Size(name="stikprøve", label="en stikprøve", inhabitants=300_000, parts=2, cases=SAMPLED_CASES)
SIZES: Final = {size.name: size for size in (TINY, MUNICIPALITY, TWENTIETH, NATION, SAMPLE)}
