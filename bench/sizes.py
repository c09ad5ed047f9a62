"""Which invented ledgers are measured, how big are they, and where do they lie?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.denmark import MUNICIPALITIES

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
    municipalities: tuple[int, ...] = ()

    @property
    def districts(self) -> tuple[float, ...]:
        """The inhabitants of each municipality; without any named, of equal parts."""
        return self.municipalities or (self.inhabitants / self.parts,) * self.parts

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
# Ten years of cases, about 500,000 rows, the shape the English validator was measured on; in four parts, so that a
# quarter of it is in memory at a time.
HALF_A_MILLION: Final = Size(name="halv-million", label="en halv million rækker", inhabitants=116_000, parts=4)
TWENTIETH: Final = Size(name="tyvendedel", label="en tyvendedel af landet", inhabitants=300_000, parts=2)
TENTH: Final = Size(name="tiendedel", label="en tiendedel af landet", inhabitants=600_000, parts=4)
FIFTH: Final = Size(name="femtedel", label="en femtedel af landet", inhabitants=1_200_000, parts=8)
NATION: Final = Size(
    name="landet",
    label="hele landet",
    inhabitants=sum(MUNICIPALITIES),
    parts=len(MUNICIPALITIES),
    municipalities=MUNICIPALITIES,
)
# The readable engine judges a sample of a ledger; its time for all of it is worked out from that.
SAMPLED_CASES: Final = 3_000
SAMPLE: Final = Size(name="stikprøve", label="en stikprøve", inhabitants=300_000, parts=2, cases=SAMPLED_CASES)
_ALL: Final = (TINY, MUNICIPALITY, HALF_A_MILLION, TWENTIETH, TENTH, FIFTH, NATION, SAMPLE)
SIZES: Final = {size.name: size for size in _ALL}
