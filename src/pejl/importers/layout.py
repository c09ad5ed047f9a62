"""How is one municipality's list laid out: which column of which sheet is what? The values a mapping file holds.

``mapping`` reads them from the file that a municipality's data person has written. Headings and codes are
compared trimmed and without regard to capitals.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from pejl.events import FIELD_BY_NAME, KIND_BY_KEY, RAADGIVER_TILDELT, Field, FieldType, FieldValue, Privacy
from pejl.law import read_paragraph

NO_CODES: Final[Dictionary[str, FieldValue]] = {}


def folded(text: str) -> str:
    """A code or heading as it is compared: blanks in a row as one, capitals as small letters.

    >>> folded("  Skole ELLER\\n andet ")
    'skole eller andet'
    """
    return " ".join(text.split()).casefold()


def spelled(text: str) -> str:
    """What decides the kind of an event, as it is compared: a paragraph in its one spelling, else the folded text.

    >>> spelled("§46 stk.1"), spelled(" Børnesamtale")
    ('§ 46, stk. 1', 'børnesamtale')
    """
    return folded(read_paragraph(text) or text)


@dataclass(frozen=True, slots=True)
class Moment:
    """The column with the day, and the one with the hour where it has its own."""

    day: str
    clock: str = ""


@dataclass(frozen=True, slots=True)
class FieldSource:
    """Where the value of a typed field comes from: a column, perhaps through codes, or the same for every row."""

    target: Field
    column: str = ""
    codes: Dictionary[str, FieldValue] = field(default_factory=lambda: NO_CODES)  # folded code -> value
    constant: FieldValue | None = None

    @property
    def free_text(self) -> bool:
        """True for a field with people's own words, which never make two rows differ."""
        return self.target.type is FieldType.TEXT and self.target.privacy is not Privacy.HARMLESS


@dataclass(frozen=True, slots=True)
class KindChoice:
    """Which kind of event: always the same, or depending on what stands in a column.

    A value counts for all cells that begin with it as whole words, and a paragraph for all that lie under it:
    »§ 46« for »§46 stk. 1«, not for »§ 460« or »§ 46 a«.
    """

    otherwise: str = ""  # the kind when no value fits, or the cell is blank; empty: no event
    column: str = ""
    by_value: tuple[tuple[str, str], ...] = ()  # (spelled beginning, kind), the longest beginning first
    complete: bool = True  # False: a value that is not named deserves a warning

    @property
    def kinds(self) -> tuple[str, ...]:
        """Every kind this can give."""
        named = (*(kind for _, kind in self.by_value), self.otherwise)
        return tuple(dict.fromkeys(kind for kind in named if kind))

    def kind_of(self, cell: str) -> str:
        """The kind for what stands in the column.

        >>> KindChoice("indsats_ivaerksat", "Paragraf", (("§ 46", "anbringelse_ivaerksat"),)).kind_of("§ 46, stk. 1")
        'anbringelse_ivaerksat'
        """
        return next((kind for begins, kind in self.by_value if _begins(cell, begins)), self.otherwise)

    @property
    def by_paragraph(self) -> bool:
        """Whether it is a paragraph that decides, so that a blank one leaves a question."""
        return bool(self.by_value) and all(read_paragraph(begins) for begins, _ in self.by_value)

    def names(self, cell: str) -> bool:
        """Whether a value that is not blank is one the mapping knows what to do with."""
        return self.complete or any(_begins(cell, begins) for begins, _ in self.by_value)


def _begins(cell: str, begins: str) -> bool:
    text = spelled(cell)
    if read_paragraph(cell) and read_paragraph(begins):
        return f"{text}, ".startswith(f"{begins}, ")
    return text.startswith(begins) and not text[len(begins) : len(begins) + 1].isalnum()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSource:
    """One event that a row can give: the kind, when, and with which fields.

    ``ordinals`` tells the events of one kind in a row apart: the first, the second …
    """

    kind: KindChoice
    moment: Moment
    fields: tuple[FieldSource, ...] = ()
    done_by: str = ""
    whole_case: bool = False  # belongs to no thread, but to the case as a whole
    ordinals: Dictionary[str, int]


@dataclass(frozen=True, slots=True)
class Omission:
    """Rows to leave out: those with one of these texts, in small letters, in the column."""

    column: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSource:
    """One wide list: a row for each course, a column for each thing that is known about it."""

    name: str
    sheet: str  # empty: the only one
    heading_row: int
    row_key: str
    case: str
    key_moment: Moment
    thread: str
    thread_key: str
    shared: str
    adviser: str
    omitted: tuple[Omission, ...]
    contradictions: tuple[tuple[Moment, Moment], ...]  # (earlier, later)
    events: tuple[EventSource, ...]
    covers: tuple[str, ...]
    since: date

    @property
    def label(self) -> str:
        """The list as people know it: its sheet, or else its name in the mapping."""
        return self.sheet or self.name

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Every moment that is read, each once."""
        pairs = (moment for pair in self.contradictions for moment in pair)
        return tuple(dict.fromkeys((self.key_moment, *pairs, *(event.moment for event in self.events))))

    @property
    def columns(self) -> tuple[str, ...]:
        """Every heading that is read, each once; what is not among them never leaves the file."""
        return tuple(dict.fromkeys(column for column in self._columns() if column))

    def _columns(self) -> Iterator[str]:
        yield from (self.row_key, self.case, self.thread_key, self.shared, self.adviser)
        yield from (each.column for each in self.omitted)
        for moment in self.moments:
            yield from (moment.day, moment.clock)
        for event in self.events:
            yield from (event.kind.column, event.done_by, *(each.column for each in event.fields))

    @property
    def kind_choices(self) -> Dictionary[str, list[KindChoice]]:
        """The choices that each column decides."""
        found: dict[str, list[KindChoice]] = {}
        for choice in (event.kind for event in self.events if event.kind.column):
            found.setdefault(choice.column, []).append(choice)
        return found

    @property
    def kinds(self) -> tuple[str, ...]:
        """Every kind of event the list can give."""
        of_events = (kind for event in self.events for kind in event.kind.kinds)
        of_adviser = (RAADGIVER_TILDELT.key,) if self.adviser else ()
        return tuple(dict.fromkeys((*of_events, *of_adviser)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """A whole mapping file: one source and its lists."""

    source: str
    municipality: str
    pulled: date | None  # the last day in the pull; None: the day it is imported
    complete: bool  # rows that are missing from a later pull are withdrawn
    may_lack: bool  # a complete pull may lack most of the rows known before
    separator: str  # of a csv file; empty: found out from the headings
    lists: tuple[ListSource, ...]

    @property
    def field_columns(self) -> tuple[str, ...]:
        """The columns f_… of the ledger that this source can fill in, besides the doubt about an hour."""
        events = (event for each in self.lists for event in each.events)
        names = {source.target.name for event in events for source in event.fields}
        return tuple(f"f_{name}" for name in FIELD_BY_NAME if name in names)

    @property
    def coverage(self) -> Dictionary[str, date]:
        """The kinds the source delivers, and from which day: where lists share a kind, when the last has begun."""
        found: dict[str, date] = {}
        for each in self.lists:
            for kind in each.covers:
                found[kind] = max(each.since, found.get(kind, each.since))
        return found


def fields_of(kind: str) -> tuple[str, ...]:
    """The names of the typed fields that a kind of event has of its own."""
    return tuple(each.name for each in KIND_BY_KEY[kind].fields)
