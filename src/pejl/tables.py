"""Which tables travel between the steps, with which columns, and what does a deadline's row say at a moment?

Plain values only; ``ledger.py`` reads and writes them as files. Rows are read-only once made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from pejl.events import FIELD_BY_NAME, KILDE_DAEKKER, Event, FieldType


class ColumnType(StrEnum):
    """The types a column can have in CSV, Parquet and XLSX alike."""

    TEXT = "text"
    DAY = "day"  # the local date
    INSTANT = "instant"  # UTC, to the second
    YESNO = "yesno"
    NUMBER = "number"


_OF_FIELD: Final = {
    FieldType.TEXT: ColumnType.TEXT,
    FieldType.CODE: ColumnType.TEXT,
    FieldType.DATE: ColumnType.DAY,
    FieldType.YESNO: ColumnType.YESNO,
    FieldType.NUMBER: ColumnType.NUMBER,
}

# The columns of every ledger file. The first part is the event itself, the second its kind's typed fields.
EVENT_COLUMNS: Final[Mapping[str, ColumnType]] = MappingProxyType(
    {
        "event_id": ColumnType.TEXT,
        "case_id": ColumnType.TEXT,
        "thread_id": ColumnType.TEXT,
        "shared_id": ColumnType.TEXT,
        "kind": ColumnType.TEXT,
        "day": ColumnType.DAY,
        "at": ColumnType.INSTANT,
        "recorded_at": ColumnType.INSTANT,
        "source": ColumnType.TEXT,
        "done_by": ColumnType.TEXT,
        "recorded_by": ColumnType.TEXT,
    }
    | {f"f_{name}": _OF_FIELD[each.type] for name, each in FIELD_BY_NAME.items()}
)
# Without these a row is no event; case_id too, except where a source declares what it covers.
REQUIRED_EVENT_COLUMNS: Final = ("event_id", "kind", "day", "recorded_at", "source")


class Status(StrEnum):
    """How a duty stands at a moment. The Danish words are the ones shown."""

    MET = "met"
    LATE = "late"
    OVERDUE = "overdue"
    OPEN = "open"
    CANCELLED = "cancelled"
    EXCUSED = "excused"
    UNKNOWN = "unknown"

    @property
    def danish(self) -> str:
        """The word a caseworker sees."""
        return _STATUS_WORDS[self]


_STATUS_WORDS: Final = {
    Status.MET: "overholdt",
    Status.LATE: "overholdt for sent",
    Status.OVERDUE: "overskredet",
    Status.OPEN: "løber",
    Status.CANCELLED: "bortfaldet",
    Status.EXCUSED: "undtaget med begrundelse",
    Status.UNKNOWN: "kan ikke afgøres",
}


class Unknown(StrEnum):
    """Why a duty cannot be judged. The Danish sentence is the one shown."""

    NOTHING = ""
    NOT_COVERED = "ikke_daekket"
    START_MISSING = "startdato_mangler"
    FIELD_MISSING = "felt_mangler"
    NEXT_MISSING = "naeste_mangler"
    HOUR_OF_START = "klokkeslaet_start"  # decides only between the two possible ends of the clock
    HOUR_OF_END = "klokkeslaet_slut"
    TRANSITION = "overgang"
    BIRTH_MISSING = "foedselsdag_mangler"
    DAY_PASSED = "dagen_var_gaaet"

    @property
    def danish(self) -> str:
        """The reason as a sentence."""
        return _UNKNOWN_WORDS[self]


_UNKNOWN_WORDS: Final = {
    Unknown.NOTHING: "",
    Unknown.NOT_COVERED: "Kilden indeholder ikke det, der skal til for at se, om pligten er opfyldt.",
    Unknown.START_MISSING: "Startdatoen mangler, så fristen kan ikke regnes ud.",
    Unknown.FIELD_MISSING: "En oplysning mangler, så det kan ikke afgøres, om pligten gælder eller er opfyldt.",
    Unknown.NEXT_MISSING: "Det er ikke skrevet, hvornår næste opfølgning senest skal holdes.",
    Unknown.HOUR_OF_START: "Klokkeslættet for starten er usikkert, og det afgør, om fristen er overskredet.",
    Unknown.HOUR_OF_END: "Klokkeslættet er usikkert, og det afgør, om det skete i tide.",
    Unknown.TRANSITION: (
        "Overgang, ikke bekræftet: hvordan pligten går fra serviceloven til barnets lov, er ikke fundet i loven."
    ),
    Unknown.BIRTH_MISSING: "Barnets fødselsdag mangler, så fristen kan ikke regnes ud.",
    Unknown.DAY_PASSED: "Den dag, loven regner til, var gået, da pligten begyndte.",
}


class Deadline(NamedTuple):
    """One duty in one case. Instants are stored; the status is worked out for the moment asked about.

    A named tuple, not a frozen dataclass: it is made for every deadline and costs a third.

    ``warn_at`` is the strict reading of an unclear limit, ``due_at`` the late one; both None: no number in law.
    """

    case_id: str
    thread_id: str
    rule: str
    rule_version: str
    falls_on: str
    starts_event: str
    starts_at: datetime | None
    warn_at: datetime | None
    due_at: datetime | None
    met_event: str
    met_at: datetime | None
    stopped_at: datetime | None
    excused_reason: str
    unknown_reason: Unknown
    force: str

    def status(self, as_of: datetime) -> Status:
        """How the duty stands at this moment: the first that fits, in the order of the design."""
        if self.unknown_reason and self.unknown_reason is not Unknown.HOUR_OF_START:
            return Status.UNKNOWN
        if self.met_at:
            return Status.LATE if self.due_at and self.met_at > self.due_at else Status.MET
        if self.excused_reason:
            return Status.EXCUSED
        if self.stopped_at and (self.due_at is None or self.stopped_at <= self.due_at):
            return Status.CANCELLED
        return self._status_while_waiting(as_of)

    def _status_while_waiting(self, as_of: datetime) -> Status:
        if self.due_at is None or self.warn_at is None:
            return Status.OPEN
        if as_of > self.due_at:
            return Status.OVERDUE
        if self.unknown_reason is Unknown.HOUR_OF_START and as_of > self.warn_at:
            return Status.UNKNOWN
        return Status.OPEN


_INSTANTS: Final = ("starts_at", "warn_at", "due_at", "met_at", "stopped_at")
# The columns of a file of deadlines: the row's own, and the status at the moment of the evaluation.
DEADLINE_COLUMNS: Final[Mapping[str, ColumnType]] = MappingProxyType(
    {
        name: ColumnType.INSTANT if name in _INSTANTS else ColumnType.TEXT
        for name in (*(name for name in Deadline._fields if name != "force"), "status", "force")
    }
)


ALL_KINDS: Final = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which kinds of event each source delivers, from which day: {source: {kind key or "" for all: day}}."""

    by_source: Mapping[str, Mapping[str, date]] = field(default_factory=dict)

    @classmethod
    def declared_in(cls, events: Iterable[Event]) -> Coverage:
        """What the events ``kilde_daekker`` without a case declare for the ledger as a whole."""
        found: dict[str, dict[str, date]] = {}
        for event in events:
            if event.kind == KILDE_DAEKKER.key and not event.case_id:
                kinds = found.setdefault(event.source, {})
                slags = str(event.fields.get("slags", ALL_KINDS))
                kinds[slags] = min(event.day, kinds.get(slags, event.day))
        return cls(found)

    def since(self, source: str, *, kinds: Iterable[str]) -> date | None:
        """The first day from which the source delivers at least one of these kinds; None: it never does."""
        declared = self.by_source.get(source, {})
        days = [declared[kind] for kind in (*kinds, ALL_KINDS) if kind in declared]
        return min(days, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One figure of a series: a period, perhaps a group, and what was counted in it.

    ``counted`` of ``out_of`` (None: a plain count, with nothing to be a share of). What cannot be decided stands in
    ``unknown`` and is in neither. A figure nobody could count (no source delivers it) is None, never zero.
    """

    first: date
    last: date
    counted: int | None
    out_of: int | None = None
    unknown: int = 0
    group: str = ""
    # Neither number nor share: a median in days, children for each full-time post. None with a count or a share; with
    # it ``counted`` is the number it rests on.
    value: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One indicator's figures, period by period: as of an instant, as known at another, by which definition."""

    indicator: str
    version: int
    of: str  # whose figures: the unit's name, "" = all
    as_of: datetime
    known_at: datetime
    points: tuple[Point, ...]
    # Entered by hand: from where, and by whom. Empty: counted from the events.
    source: str = ""
    entered_by: str = ""
