"""How big are the invented municipalities that the web is measured on, at which moment, and where do they lie?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from bench.sizes import MANIFEST, VAR

# A Tuesday morning in Denmark. The pages are asked for at this moment, whenever they are measured.
NOW: Final = datetime(2026, 6, 30, 8, 0, tzinfo=UTC)
WEB: Final = VAR / "web"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebSize:
    """A database with a municipality of so many inhabitants, and ten years of cases."""

    name: str
    label: str
    inhabitants: int
    years: int = 10

    @property
    def folder(self) -> Path:
        return WEB / self.name

    @property
    def database(self) -> Path:
        return self.folder / "pejl.sqlite3"

    @property
    def holds(self) -> dict[str, int]:
        """How many cases, events and so on there are in it."""
        found: dict[str, int] = json.loads((self.folder / MANIFEST).read_text(encoding="utf-8"))["holds"]
        return found


# About 20,000 cases; a tenth of that; and as many cases as Open Zaak measures its list on.
WHOLE: Final = WebSize(name="hel", label="20.000 sager", inhabitants=76_000)
TENTH: Final = WebSize(name="tiendedel", label="en tiendedel", inhabitants=7_600)
OPEN_ZAAK: Final = WebSize(name="3500", label="3.500 sager", inhabitants=13_300)
# What ./start shows the first time; made anew each time it is measured.
DEMO: Final = WebSize(name="demo", label="demoen", inhabitants=30_000, years=3)
WEB_SIZES: Final = {size.name: size for size in (WHOLE, TENTH, OPEN_ZAAK, DEMO)}
