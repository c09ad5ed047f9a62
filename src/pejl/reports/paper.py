"""What is a paper? Headings, words, tables, charts and figures in reading order: one value for web, PDF, Word, Excel.

A part that shows figures holds them already told and already safe to show; here nothing is counted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from pejl.charts import Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; level 1 is below the paper's own title."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words people wrote or approved; an empty line parts the paragraphs."""

    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Somebody's own words, and who said them without telling who it was (»en mor«)."""

    body: str
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A list; numbered where the order or the reference matters."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with its caption and column headings; the first cell of each row heads the row."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""

    def __post_init__(self) -> None:
        if not self.head:
            raise ValueError(f"cannot lay out the table »{self.caption}«: it needs headings")
        if any(len(row) != len(self.head) for row in self.rows):
            raise ValueError(f"cannot lay out the table »{self.caption}«: every row needs {len(self.head)} cells")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A chart with its table."""

    chart: Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Names and what they are, such as a paper's dates and owner."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Something to notice: what is uncertain, what is missing, what a person must know before using a figure."""

    body: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""


Part = Heading | Text | Quote | Bullets | Table | Drawing | Facts | Aside | NewPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A paper. ``data_at``: the moment its figures are as of; ``made_at``: when this copy was made (both UTC)."""

    title: str
    municipality: str
    made_at: datetime
    parts: tuple[Part, ...]
    subtitle: str = ""
    data_at: datetime | None = None
    version: str = ""  # »Kladde« or »Udgave 2«
    facts: tuple[tuple[str, str], ...] = field(default=())

    def __post_init__(self) -> None:
        if any(at is not None and at.tzinfo is None for at in (self.made_at, self.data_at)):
            raise ValueError("cannot date the paper: its moments need a time zone")
