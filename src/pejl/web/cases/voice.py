"""What has the child said in this case, to whom, what did it lead to, and when was the child told?

The frame is Lundy's four: Rum, Stemme, Tilhører, Indflydelse. One short record a time, never twelve boxes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from pejl import events as e
from pejl.dates import danish_date
from pejl.events import KIND_BY_KEY, Event
from pejl.tables import Status
from pejl.web.cases.happened import Standing
from pejl.web.cases.timeline import Reader, words_of

# The rule that a decision is judged by (barnets lov § 5, stk. 3).
HEARD_FIRST: Final = "barnet.hoeres_foer_afgoerelse"
# So the form and the page call it when the child does not want the parents to see its words.
HIDDEN: Final = e.SKJULT_FOR_FORAELDRE.name


# --- what is told of the child --------------------------------------------------------------------------------

TALKS: Final = frozenset(
    kind.key for kind in (e.SAMTALE_MED_BARNET, e.KONTAKT_MED_BARNET, e.HOLDNING_INDHENTET, e.RAADGIVERSKIFT_OENSKET)
)
_DECISIONS: Final = frozenset(
    kind.key for kind in (e.AFGOERELSE_TRUFFET, e.UDVALGETS_AFGOERELSE, e.FORMANDENS_AFGOERELSE)
)
_ANSWERS: Final = frozenset({e.SVAR_TIL_BARNET.key, e.RAADGIVERSKIFT_BESVARET.key})
_LETTERS: Final = frozenset({e.BREV_SENDT.key, e.AFGOERELSE_SENDT.key})
CHILD_ITSELF: Final = frozenset({"barnet", "ung_15"})
ARRIVED: Final = frozenset({e.UNDERRETNING_MODTAGET.key, e.HENVENDELSE_MODTAGET.key, e.ANSOEGNING_MODTAGET.key})
# What may only come in the child's own words, besides that it happened.
_OWN_WORDS: Final = frozenset({e.BARNETS_ORD.name})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing the child said, or one thing it led to."""

    shape: str  # talk, words, left_out, answer, letter, decision
    event_id: str
    kind: str
    thread_id: str
    day: date
    label: str
    by: str
    words: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    hidden: bool = False
    said_not_hidden: bool = False
    lacks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    came_after: tuple[Entry, ...] = ()  # the answer, and the decision that followed

    @property
    def anchor(self) -> str:
        """Where on the page it stands."""
        return f"h-{self.event_id}"

    @property
    def answered(self) -> bool:
        """Whether the child was told what became of it."""
        return any(each.shape == "answer" for each in self.came_after)

    @property
    def told(self) -> str:
        """The entry in a sentence of another: »samtale med barnet 3. maj 2026«."""
        return f"{self.label[0].lower()}{self.label[1:]} {danish_date(self.day).partition(' den ')[2]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """Barnets spor: the entries in the order they happened, and what is missing."""

    entries: tuple[Entry, ...]
    told_of_helper: date | None  # the right to a bisidder
    unsafe: bool
    covers_answers: bool

    def of(self, *shapes: str) -> list[Entry]:
        """The entries of some shapes."""
        return [each for each in self.entries if each.shape in shapes]

    @property
    def talks(self) -> list[Entry]:
        """The times the child was heard."""
        return self.of("talk")

    @property
    def last_talk(self) -> Entry | None:
        """The latest of them."""
        return self.talks[-1] if self.talks else None

    @property
    def unanswered(self) -> list[Entry]:
        """The talks the child has not been told the outcome of."""
        return [each for each in self.talks if _NO_ANSWER in each.lacks]

    @property
    def answer_unseen(self) -> list[Entry]:
        """The talks nobody here can tell whether the child was answered after: the source did not tell of answers."""
        return [each for each in self.talks if _NO_ANSWER not in each.lacks and not each.answered]

    @property
    def visits(self) -> list[Entry]:
        """The supervisory visits where somebody talked with the child."""
        return [each for each in self.of("words") if each.kind == e.TILSYNSBESOEG.key]

    @property
    def not_heard_first(self) -> list[Entry]:
        """The decisions before which the child was not heard."""
        return [each for each in self.of("decision") if _NOT_HEARD in each.lacks]

    @property
    def hidden(self) -> list[Entry]:
        """What the parents are not to see."""
        return [each for each in self.entries if each.hidden]


_NO_ANSWER: Final = "Barnet har ikke fået svar endnu"
_NOT_HEARD: Final = "Barnet er ikke hørt før afgørelsen"
_NO_CHANGE: Final = "Det er ikke skrevet, hvad det ændrede"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who reads, who people are, and how the decisions stand."""

    reader: Reader
    names: Mapping[str, str] = field(default_factory=dict)
    decisions: Mapping[str, tuple[Status, str, str]] = field(default_factory=dict)  # event -> status, met by, excuse

    def who(self, initials: str) -> str:
        """A person's name, or what was written of them."""
        return self.names.get(initials, initials)


def trail_of(standing: Standing, *, asked: Asked) -> Trail:
    """What the events of the case tell of the child's own part, the oldest first."""
    found = [entry for event in standing.events if (entry := _entry(event, asked=asked)) is not None]
    told = next((event.day for event in standing.events if event.kind == e.BISIDDER_OPLYST.key), None)
    since = standing.covered_since(e.SVAR_TIL_BARNET.key)
    return Trail(
        entries=tuple(_led_on(found, asked=asked, since=since)),
        told_of_helper=told,
        unsafe=unsafe(standing.events),
        covers_answers=since is not None,
    )


def unsafe(events: Iterable[Event]) -> bool:
    """Whether the parents were ever suspected, or honour or control was ever a matter: then care comes first."""
    return any(event.fields.get("foraeldre_mistaenkt") or event.fields.get("aeresrelateret") for event in events)


# --- one entry ------------------------------------------------------------------------------------------------


def _entry(event: Event, *, asked: Asked) -> Entry | None:
    """What one event tells of the child; most tell nothing."""
    shape = _shape(event)
    if shape is None:
        return None
    hidden = event.fields.get(HIDDEN)
    entry = Entry(
        shape=shape,
        event_id=event.event_id,
        kind=event.kind,
        thread_id=event.thread_id,
        day=event.day,
        label=_label(event),
        by=asked.who(event.done_by),
        words=_words(event, reader=asked.reader),
        facts=tuple(_facts(event, shape, reader=asked.reader)),
        hidden=hidden is True,
        said_not_hidden=hidden is False,
    )
    return _judged(entry, asked=asked) if shape == "decision" else entry


def _shape(event: Event) -> str | None:
    whom = str(event.fields.get("hvem", ""))
    tests: tuple[tuple[str, bool], ...] = (
        ("talk", event.kind in TALKS),
        ("answer", event.kind in _ANSWERS),
        ("decision", event.kind in _DECISIONS),
        ("left_out", event.kind == e.SAMTALE_UNDLADT.key),
        ("left_out", event.kind == e.INDDRAGELSE_UNDLADT.key and whom in CHILD_ITSELF),
        ("letter", event.kind in _LETTERS and whom in CHILD_ITSELF),
        ("words", event.kind in ARRIVED and event.fields.get("underretter") == "barnet"),
        ("words", bool(event.fields.get("talt_med_barnet")) or bool(_OWN_WORDS & event.fields.keys())),
        ("words", event.fields.get("hvis_ord") == "barnet"),
    )
    return next((shape for shape, fits in tests if fits), None)


def _label(event: Event) -> str:
    label = KIND_BY_KEY[event.kind].label_on(event.day)
    if event.kind in ARRIVED and event.fields.get("underretter") == "barnet":
        return f"{label}: fra barnet selv"
    if event.kind == e.MAAL_AFTALT.key:
        return "Mål aftalt med barnets egne ord"
    if event.fields.get("talt_med_barnet"):
        return f"{label}: der blev talt med barnet"
    return label


def _words(event: Event, *, reader: Reader) -> str:
    """The child's own words, for those who may read them."""
    if not reader.notes:
        return ""
    own = e.MAAL.name if event.fields.get("hvis_ord") == "barnet" else e.BARNETS_ORD.name
    return str(event.fields.get(own, "")).strip()


# What a record says besides the child's own words, under the names people know it by.
_FACTS: Final[Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]] = {
    "talk": (
        ("Rum", ("sted", "kontaktform", "kilde", "formaal")),
        ("Tilhører", ("modtaget_af",)),
        ("Indflydelse", ("aendrede",)),
    ),
    "left_out": (("Hvorfor ikke", ("hvorfor_ikke", "begrundelse")),),
    "answer": (("Svaret", ("imoedekommet", "svar", "begrundelse")),),
    "letter": (("Brevet", ("brev",)),),
    "decision": (("Paragraf", ("paragraf",)),),
}


def _facts(event: Event, shape: str, *, reader: Reader) -> Iterator[tuple[str, str]]:
    for label, names in _FACTS.get(shape, ()):
        told = [_told(event, name) for name in names if name in event.fields and _readable(name, reader=reader)]
        if told:
            yield label, ". ".join([*(each.rstrip(".") for each in told[:-1]), told[-1]])


def _told(event: Event, name: str) -> str:
    field_ = e.FIELD_BY_NAME[name]
    told = words_of(field_, event.fields[name])
    return f"{field_.label}: {told}" if field_.type is e.FieldType.YESNO else told


def _readable(name: str, *, reader: Reader) -> bool:
    return reader.notes or (reader.text and e.FIELD_BY_NAME[name].privacy is not e.Privacy.PERSONAL)


def _judged(entry: Entry, *, asked: Asked) -> Entry:
    """A decision with whether the child was heard first."""
    status, _, excuse = asked.decisions.get(entry.event_id, (None, "", ""))
    match status:
        # Heard afterwards is not heard first.
        case Status.OPEN | Status.OVERDUE | Status.LATE:
            return replace(entry, lacks=(_NOT_HEARD,))
        case Status.EXCUSED:
            why = f": {excuse}" if excuse and asked.reader.notes else ""
            return replace(entry, notes=(f"Barnet blev ikke hørt først{why}",))
        case Status.UNKNOWN:
            return replace(entry, notes=("Det kan ikke afgøres, om barnet var hørt først",))
        case Status.MET:
            return replace(entry, notes=("Barnet var hørt først",))
        case _:
            return entry


# --- what each led to -----------------------------------------------------------------------------------------


def _led_on(entries: Sequence[Entry], *, asked: Asked, since: date | None) -> Iterator[Entry]:
    answers = dict(_answered(entries))
    for number, entry in enumerate(entries):
        if entry.shape != "talk":
            yield entry
            continue
        answer = answers.get(entry.event_id)
        decision = next((each for each in entries[number + 1 :] if each.shape == "decision"), None)
        could = e.AENDREDE in KIND_BY_KEY[entry.kind].fields and asked.reader.notes
        untold = could and not any(label == "Indflydelse" for label, _ in entry.facts)
        lacks = [_NO_CHANGE] if untold else []
        if answer is None and since is not None and entry.day >= since:
            lacks.append(_NO_ANSWER)
        yield replace(entry, came_after=tuple(filter(None, (answer, decision))), lacks=tuple(lacks))


def _answered(entries: Sequence[Entry]) -> Iterator[tuple[str, Entry]]:
    """Each talk with its first answer: an answer is to the last talk, and to those since the decision before that."""
    talks: list[list[Entry]] = [[]]  # between the decisions
    told: set[str] = set()
    for entry in entries:
        if entry.shape == "decision":
            talks.append([])
        elif entry.shape == "talk":
            talks[-1].append(entry)
        elif entry.shape == "answer":
            fitting = ([each for each in some if _same_course(each, entry)] for some in reversed(talks))
            for talk in next(filter(None, fitting), []):
                if talk.event_id not in told:
                    told.add(talk.event_id)
                    yield talk.event_id, entry


def _same_course(one: Entry, other: Entry) -> bool:
    """Whether an answer may be to this; what is about the case as a whole fits every course."""
    return one.thread_id == other.thread_id or not (one.thread_id and other.thread_id)
