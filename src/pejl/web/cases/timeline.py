"""What has happened in a case, told backwards: what, when, by whom, and what has been said of it since?

Nothing is left out: what was corrected stands struck, what was sealed leaves a place without content, and where
nothing happened for long, that is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import dropwhile, zip_longest
from typing import ClassVar, Final

from pejl.dates import danish_date, local_day
from pejl.events import (
    BARNET_FOEDT,
    COMMON_FIELDS,
    KILDE_DAEKKER,
    KIND_BY_KEY,
    RETTELSE,
    SAG_AFSLUTTET,
    SAG_FLYTTET,
    SAG_GENAABNET,
    SKJULT_FOR_FORAELDRE,
    TID_USIKKER,
    UNDERRETTER,
    Event,
    Field,
    FieldType,
    FieldValue,
    Privacy,
    Step,
    struck,
)
from pejl.web.cases import bridge
from pejl.web.cases.actions.writing import PEJL
from pejl.web.cases.forms.courses import Happened, Running, courses_of
from pejl.web.cases.models import EventRow

# A local goal, not law: longer without any event in an open case is said on the timeline (requirement C41).
SILENT_DAYS: Final = 60
# Written down later than the day after is said as well (»efterregistreret«).
_IN_TIME: Final = timedelta(days=1)
# What the events of a letter carry before its key (docs/adr/0010).
_LETTER: Final = "brev-"
_OURS: Final = {PEJL: "Pejl"}
_MACHINERY: Final = frozenset({RETTELSE.key, KILDE_DAEKKER.key})
_CLOSES: Final = {SAG_AFSLUTTET.key: True, SAG_FLYTTET.key: True, SAG_GENAABNET.key: False}
# What those without the right to professional text see besides what happened when: whom a receipt goes to.
# Whoever sees that the child was talked with must know who may not.
FOR_EVERYBODY: Final = frozenset({UNDERRETTER.name, TID_USIKKER.name, SKJULT_FOR_FORAELDRE.name})
_ALL_DAY: Final = (datetime.min.replace(tzinfo=UTC), "")
_AFTER_ALL: Final = (datetime.max.replace(tzinfo=UTC), "")
Order = tuple[date, datetime, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """How much somebody may see of what was written."""

    text: bool  # professional text
    sealed: bool  # what was written on the wrong child
    alone: bool  # there is no case system
    initials: str

    @property
    def notes(self) -> bool:
        """Free text about people; none is kept beside a case system."""
        return self.text and self.alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """Why an event no longer counts, and who said so."""

    at: datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event as it is shown."""

    shape: ClassVar[str] = "event"
    event_id: str
    label: str
    step: Step
    thread_id: str
    course: str
    day: date
    at: datetime | None
    done_by: str
    recorded_by: str
    recorded_at: datetime
    days_late: int  # none when it was written down in time, or came from a list
    sources: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    mine: bool
    correction: Correction | None
    sealed: bool
    hidden_from_parents: bool  # the child does not want them to see it
    can_mend: bool  # here; what a case system told is put right there
    letter: str  # the key of the letter that brought it, where there is one

    @property
    def order(self) -> Order:
        """As the ledger orders events."""
        return self.day, self.at or _ALL_DAY[0], self.event_id

    @property
    def where(self) -> str:
        """The step of the law, and the course."""
        return f"{self.step} · {self.course}" if self.course else str(self.step)

    @property
    def told(self) -> str:
        """Who did it, who wrote it down and when, and where it comes from: a sentence each."""
        done = f"Udført af {self.done_by}. " if self.done_by else ""
        by = f" af {self.recorded_by}" if self.recorded_by else ""
        late = f", {self.days_late} dage efter" if self.days_late else ""
        return f"{done}Skrevet{by} {_short(local_day(self.recorded_at))}{late}. Kilde: {' og '.join(self.sources)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """Something was written on the wrong child: its place, on the day it was sealed, without the content."""

    shape: ClassVar[str] = "sealed"
    day: date

    @property
    def order(self) -> Order:
        """Before the events of its day."""
        return self.day, *_ALL_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Nothing happened for long."""

    shape: ClassVar[str] = "silence"
    first: date
    until: date
    still: bool

    @property
    def days(self) -> int:
        """From one event to the next, or to today."""
        return (self.until - self.first).days

    @property
    def order(self) -> Order:
        """Between the two events."""
        return self.until - timedelta(days=1), *_AFTER_ALL


Item = Happening | Sealed | Silence


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """All that is written of a case as one reader sees it, newest first."""

    items: tuple[Item, ...]
    courses: tuple[Running, ...]
    standing: tuple[Event, ...]  # the events that count

    @property
    def course_names(self) -> dict[str, str]:
        """What people call each course."""
        return {each.thread_id: each.told for each in self.courses}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which part of the timeline somebody asked for."""

    step: str = ""
    course: str = ""
    mine: bool = False
    words: str = ""

    def __bool__(self) -> bool:
        return bool(self.step or self.course or self.mine or self.words)

    def fits(self, item: Item) -> bool:
        """Whether an item is asked for; what has no content is shown only with everything."""
        if not isinstance(item, Happening):
            return not self
        told = " ".join([item.label, item.done_by, item.recorded_by, *(value for _, value in item.facts)]).casefold()
        return (
            self.step in ("", item.step.name)
            and self.course in ("", item.thread_id)
            and (item.mine or not self.mine)
            and all(word in told for word in self.words.casefold().split())
        )


# --- made of the rows -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a timeline needs besides the rows: who reads, who people are, and which rows say the same."""

    reader: Reader
    names: Mapping[str, str] = field(default_factory=dict)  # by initials
    twins: Mapping[int, Sequence[EventRow]] = field(default_factory=dict)  # row -> the same from other sources

    def who(self, initials: str) -> str:
        """A person's name, or what was written of them."""
        return self.names.get(initials, initials)


def timeline(rows: Sequence[EventRow], *, told: Told, today: date) -> Timeline:
    """The rows of one case as the reader sees them."""
    again = {twin.pk for twins in told.twins.values() for twin in twins}
    events = {row.event_id: bridge.event_of(row, number=_CASE) for row in rows if row.pk not in again}
    corrections = _corrections(events.values(), told=told)
    standing = [each for each in events.values() if each.event_id not in corrections and each.kind not in _MACHINERY]
    standing.sort(key=lambda each: each.order)
    courses = courses_of(map(_happened, standing))
    words = {each.thread_id: each.told for each in courses}
    shown = [row for row in rows if row.event_id in events and row.kind not in _MACHINERY]
    items: list[Item] = [
        _item(row, events[row.event_id], corrections.get(row.event_id), told=told, courses=words) for row in shown
    ]
    # A birth before all else is no step of the case, which began long after.
    begun = list(dropwhile(lambda each: each.kind == BARNET_FOEDT.key, standing))
    items += silences(begun, today=today)
    return Timeline(
        items=tuple(sorted(items, key=lambda each: each.order, reverse=True)),
        courses=tuple(courses),
        standing=tuple(standing),
    )


_CASE: Final = "sagen"  # one case at a time, so its number does not matter here


def _corrections(events: Iterable[Event], *, told: Told) -> dict[str, Correction]:
    """For each event that no longer counts, the correction that says so."""
    made = [each for each in events if each.kind == RETTELSE.key]
    gone = struck((e.recorded_at, e.event_id, e.case_id, str(e.fields.get("replaces", ""))) for e in made)
    found = {}
    for each in sorted(made, key=lambda event: event.recorded_at):
        if (_CASE, each.event_id) not in gone:
            reason = str(each.fields.get("reason", "")) if told.reader.text else ""
            by = told.who(each.recorded_by or each.done_by)
            found[str(each.fields.get("replaces", ""))] = Correction(at=each.recorded_at, by=by, reason=reason)
    return found


def _happened(event: Event) -> Happened:
    paragraph = str(event.fields.get("paragraf", ""))
    return Happened(kind=event.kind, day=event.day, thread_id=event.thread_id, paragraph=paragraph)


def _item(
    row: EventRow, event: Event, correction: Correction | None, *, told: Told, courses: Mapping[str, str]
) -> Item:
    if row.sealed and not told.reader.sealed:
        return Sealed(day=local_day(correction.at if correction else row.recorded_at))
    kind, twins = KIND_BY_KEY[event.kind], told.twins.get(row.pk, ())
    return Happening(
        event_id=event.event_id,
        label=kind.label_on(event.day),
        step=kind.step,
        thread_id=event.thread_id,
        course=courses.get(event.thread_id, ""),
        day=event.day,
        at=event.at,
        done_by=told.who(event.done_by),
        recorded_by=told.who(event.recorded_by),
        recorded_at=event.recorded_at,
        days_late=_days_late(row),
        sources=tuple(dict.fromkeys(_OURS.get(each.source, each.source) for each in (row, *twins))),
        facts=tuple(_facts(event, reader=told.reader)),
        mine=bool(told.reader.initials) and told.reader.initials in (event.done_by, event.recorded_by),
        correction=correction,
        sealed=row.sealed,
        hidden_from_parents=event.fields.get(SKJULT_FOR_FORAELDRE.name) is True,
        can_mend=told.reader.alone or row.source == PEJL,
        letter=row.shared_id.removeprefix(_LETTER) if row.shared_id.startswith(_LETTER) else "",
    )


def _days_late(row: EventRow) -> int:
    """Of what people wrote here; a list is pulled when it is pulled."""
    after = local_day(row.recorded_at) - row.day
    return after.days if row.batch_id is None and after > _IN_TIME else 0


def _facts(event: Event, *, reader: Reader) -> Iterator[tuple[str, str]]:
    for each in (*KIND_BY_KEY[event.kind].fields, *COMMON_FIELDS):
        value = event.fields.get(each.name)
        if value not in (None, "") and may_see(each, reader=reader):
            yield each.label, words_of(each, value)


def may_see(field: Field, *, reader: Reader) -> bool:
    """Whether this reader may see what is written in such a field."""
    if field.name in FOR_EVERYBODY:
        return True
    return reader.text and (reader.notes or field.privacy is not Privacy.PERSONAL)


def words_of(field: Field, value: FieldValue) -> str:
    """A field's value as people read it.

    >>> words_of(TID_USIKKER, "dobbelt")
    'Timen kom to gange den nat; læst som den første'
    """
    match field.type, value:
        case FieldType.CODE, _:
            return field.choices.get(str(value), str(value))
        case FieldType.YESNO, _:
            return "ja" if value else "nej"
        case FieldType.DATE, date():
            return danish_date(value)
        case _:
            return str(value)


def _short(day: date) -> str:
    return danish_date(day).partition(" den ")[2]


def silences(standing: Sequence[Event], *, today: date) -> Iterator[Silence]:
    """Where nothing was written for long while the case was open; ``standing`` is in order."""
    closed = False
    for earlier, later in zip_longest(standing, standing[1:]):
        closed = _CLOSES.get(earlier.kind, closed)
        until = later.day if later else today
        if not closed and (until - earlier.day).days > SILENT_DAYS:
            yield Silence(first=earlier.day, until=until, still=later is None)
