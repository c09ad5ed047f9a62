"""Where do rows become the core's events and the core's deadlines rows? Only here does the web run an engine.

One case is judged by ``plain`` after each registration; many at once (an import, the start of the day) by
``columnar``. The two agree row for row, so it does not matter which made a row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from hashlib import sha256
from typing import Final

import polars as pl
from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.fields.json import KT

from pejl.dates import FIRST_DAY, local_day
from pejl.engine import columnar, plain
from pejl.engine.ahead import Ahead as Ahead
from pejl.engine.ahead import Asked as Asked
from pejl.engine.ahead import First as First
from pejl.engine.ahead import ahead
from pejl.engine.explain import explain
from pejl.engine.plain import Judgement
from pejl.events import (
    BARNET_FOEDT,
    FIELD_BY_NAME,
    RAADGIVER_FRATRAADT,
    RAADGIVER_TILDELT,
    RAEKKEFOELGE,
    RETTELSE,
    SAG_AFSLUTTET,
    SAG_FLYTTET,
    SAG_GENAABNET,
    UNDERRETTER,
    Event,
    FieldType,
    FieldValue,
    effective,
    struck,
)
from pejl.indicators import Read
from pejl.ledger import DEADLINE_SCHEMA, frame_of
from pejl.rulebook import RULEBOOK
from pejl.rulebook.handicap import is_disability_case
from pejl.rulebook.lokale import OWN_NUMBERS, with_local_numbers
from pejl.rules import Aged, AtLeast, Rule, Rulebook
from pejl.tables import Deadline, Status, Unknown
from pejl.web.access.models import Case, Omraade, OpenDuty, Post
from pejl.web.cases.bulk import insert
from pejl.web.cases.models import Child, DeadlineRow, EventRow, LocalNumber, Spell
from pejl.what_if import Change, Comparison, compared, first_told, kinds_of, with_changes

_ROWS: Final = 2_000  # written at a time
# What the door to a case shows of its events.
_DERIVED: Final = ("adviser", "team", "closed", "omraade", "again_on", "rulebook")
# From so many cases on the columnar engine is the faster one.
_MANY: Final = 40
# Of so few rules the plain one is the faster, however many the cases: nothing has to be made into columns.
_FEW: Final = 12


# --- the rulebook with this municipality's numbers ------------------------------------------------------------


def rulebook(*, known_at: datetime | None = None) -> Rulebook:
    """The law, and the local goals with the numbers decided here, by now or by then."""
    decided = LocalNumber.objects.order_by("first")
    if known_at is not None:
        decided = decided.filter(decided_at__lte=known_at)
    return _rulebook(tuple(decided.values_list("rule", "first", "number")))


@lru_cache(maxsize=8)
def _rulebook(numbers: tuple[tuple[str, date, int], ...]) -> Rulebook:
    book = RULEBOOK
    for own in OWN_NUMBERS:
        decided = [(first, number) for rule, first, number in numbers if rule == own.rule]
        book = with_local_numbers(book, decided, of=own)
    return book


# --- events ---------------------------------------------------------------------------------------------------

# What an event and its row call the same and hold alike.
_AS_KEPT: Final = (
    *("event_id", "kind", "day", "at", "thread_id", "shared_id"),
    *("recorded_at", "source", "done_by", "recorded_by"),
)


def event_of(row: EventRow, *, number: str) -> Event:
    """A row as the core's event; the number is its case's."""
    return Event(
        event_id=row.event_id,
        case_id=number,
        kind=row.kind,
        day=row.day,
        at=row.at,
        thread_id=row.thread_id,
        shared_id=row.shared_id,
        recorded_at=row.recorded_at,
        source=row.source,
        done_by=row.done_by,
        recorded_by=row.recorded_by,
        fields=_fields(row.fields),
    )


def row_of(event: Event, *, case: Case | None) -> EventRow:
    """The core's event as a row, not yet saved."""
    return EventRow(
        event_id=event.event_id,
        case=case,
        thread_id=event.thread_id,
        shared_id=event.shared_id,
        kind=event.kind,
        day=event.day,
        at=event.at,
        recorded_at=event.recorded_at,
        source=event.source,
        done_by=event.done_by,
        recorded_by=event.recorded_by,
        fields={name: value.isoformat() if isinstance(value, date) else value for name, value in event.fields.items()},
    )


def _fields(kept: dict[str, FieldValue]) -> dict[str, FieldValue]:
    return {name: _read(name, value) for name, value in kept.items()}


def _read(name: str, value: FieldValue) -> FieldValue:
    if FIELD_BY_NAME[name].type is FieldType.DATE and isinstance(value, str):
        return date.fromisoformat(value)
    return value


def events_of_case(case: Case) -> list[Event]:
    """All that is written of the case, corrections included, and what the sources say that they cover."""
    rows = EventRow.objects.filter(Q(case=case) | Q(case__isnull=True)).order_by("pk")
    return [event_of(row, number=case.number if row.case_id else "") for row in rows]


def ledger_events(cases: QuerySet[Case] | Collection[int] | None = None, *, only: Q | None = None) -> list[Event]:
    """The whole ledger, or that of some cases, or only some rows of it; always with the declarations of coverage."""
    wanted = only or Q()
    if cases is not None:
        wanted &= Q(case__in=cases)
    # Each half on its own, so that a database can look both up.
    rows = EventRow.objects.filter(wanted | Q(case__isnull=True) if wanted else Q()).order_by("pk")
    # Columns and not objects: of several hundred thousand rows that is half the time.
    told = rows.values_list("case__number", "fields", *_AS_KEPT).iterator(chunk_size=_ROWS)
    return [
        Event(case_id=number or "", fields=_fields(fields), **dict(zip(_AS_KEPT, columns, strict=True)))
        for number, fields, *columns in told
    ]


def ledger_frame() -> pl.DataFrame:
    """The whole ledger with the columns of a file, for the importer and for taking out."""
    return frame_of(ledger_events())


# --- the birth ------------------------------------------------------------------------------------------------

# A birth was known before anything that follows from it.
_EVER_KNOWN: Final = datetime.combine(FIRST_DAY, time.min, tzinfo=UTC)


def with_births(cases: Sequence[Case], events: Iterable[Event]) -> list[Event]:
    """The events, and the day each child was born where its own case does not tell: what some duties count by.

    It stands on the child's row and not in the ledger, so it is told only to what judges: it is never kept, and is
    in no timeline and in nothing that is taken out.
    """
    return _told_born(events, dict(_born(cases)))


def _told_born(events: Iterable[Event], born: Mapping[str, date]) -> list[Event]:
    events = list(events)
    told = {event.case_id for event in effective(events) if event.kind == BARNET_FOEDT.key}
    return [*events, *(birth_of(number, day) for number, day in born.items() if number not in told)]


def birth_of(number: str, born: date) -> Event:
    """The day a child was born, as the engines read it."""
    return Event(
        event_id=f"foedt:{number}",
        case_id=number,
        kind=BARNET_FOEDT.key,
        day=born,
        recorded_at=_EVER_KNOWN,
        source="",
    )


def _born(cases: Sequence[Case]) -> Iterator[tuple[str, date]]:
    """The cases' numbers with the day their child was born; one question, however many there are."""
    known = {case.pk: case.number for case in cases if case.pk}
    rows = Child.objects.filter(born__isnull=False)
    # So many that to name them costs more than to read all the others too.
    rows = rows.filter(case__in=known) if len(known) <= _ROWS else rows
    for pk, born in rows.values_list("case_id", "born"):
        if pk in known and born is not None:
            yield known[pk], born


def _told_of(case: Case) -> list[Event]:
    """All that a case is judged by."""
    return with_births([case], events_of_case(case))


def told_by(case: Case, rows: Iterable[EventRow], *, read: Iterable[Event], born: date | None) -> list[Event]:
    """The same of a case whose rows and child are known already, with the rows of what the sources cover; no question.

    Those of the rows that somebody has ``read`` are not made into events again.
    """
    known = {event.event_id: event for event in read}
    told = [known.get(row.event_id) or event_of(row, number=case.number if row.case_id else "") for row in rows]
    if born is None or any(event.kind == BARNET_FOEDT.key for event in effective(told)):
        return told
    return [*told, birth_of(case.number, born)]


def ahead_of(told: Iterable[Event], steps: Iterable[Event], *, book: Rulebook, as_of: datetime) -> list[Ahead]:
    """What would have to come before these steps if they were taken in the case that is told of."""
    return ahead(told, steps, rulebook=book, as_of=as_of, taken=False)


def before(case: Case, step: Event, *, as_of: datetime) -> list[Ahead]:
    """What should come before a step that is being taken; it is kept nowhere."""
    return ahead(_told_of(case), [step], rulebook=rulebook(), as_of=as_of)


def judgements(case: Case, *, as_of: datetime, known_at: datetime | None = None) -> list[Judgement]:
    """The duties of a case with the events behind each, for a page that explains them."""
    found = plain.judgements(_told_of(case), rulebook=rulebook(), as_of=as_of, known_at=known_at)
    return list(found)


_SOURCE: Final = "Kilde: "
_REASON_KEPT_BACK: Final = "Begrundelsen står i sagen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a duty is due when it is: the steps in Danish, without its title and its source, which ``rule`` tells."""

    rule: Rule
    deadline: Deadline
    status: Status
    start: Event
    steps: tuple[str, ...]


def explained(case: Case, mark: str, *, as_of: datetime, with_text: bool = True) -> Explanation | None:
    """The steps behind the duty with this mark, or None: the case has no such duty any more.

    Without text, the reasons somebody gave for an exception, and for a step out of order, are left out.
    """
    found = judgements(case, as_of=as_of)
    marks = _marks(judgement.deadline for judgement in found)
    judgement = next((each for each, its in zip(found, marks, strict=True) if its == mark), None)
    if judgement is None:
        return None
    deadline = judgement.deadline
    if not with_text:
        judgement = _without_reasons(judgement)
    told = [step for step in explain(judgement, as_of=as_of)[1:] if not step.startswith(_SOURCE)]
    status = deadline.status(as_of)
    return Explanation(rule=judgement.rule, deadline=deadline, status=status, start=judgement.start, steps=tuple(told))


def _without_reasons(judgement: Judgement) -> Judgement:
    deadline, start = judgement.deadline, judgement.start
    if deadline.excused_reason:
        deadline = deadline._replace(excused_reason=_REASON_KEPT_BACK)
    if RAEKKEFOELGE.name in start.fields:
        fields = {name: value for name, value in start.fields.items() if name != RAEKKEFOELGE.name}
        start = replace(start, fields=fields)
    return judgement._replace(deadline=deadline, start=start)


# --- what figures are counted from (reads.py) -------------------------------------------------------------------


def judged_anew(
    cases: Sequence[Case], events: list[Event], *, rules: frozenset[str] | None, as_of: datetime, known_at: datetime
) -> Mapping[str, list[Deadline]]:
    """The duties of these rules (None: of all) by case number, as of any moment and as known at any other.

    ``events``: all that was written in these cases, and what the sources say that they cover.
    """
    book = rulebook(known_at=known_at)
    if rules is not None:
        book = Rulebook.of([rule for rule in book.rules if rule.key in rules])
    if not book.rules:
        return {}
    told = with_births(cases, events)
    if len(book.rules) > _FEW:
        return _evaluated(told, book=book, as_of=as_of, known_at=known_at)
    found = defaultdict[str, list[Deadline]](list)
    for duty in plain.evaluate(told, rulebook=book, as_of=as_of, known_at=known_at):
        found[duty.case_id].append(duty)
    return found


# Those too that are there only where a number is decided.
_EVERY_RULE: Final = (*RULEBOOK.rules, *(make(1) for own in OWN_NUMBERS for make in own.makes))


@lru_cache(maxsize=128)
def kinds_counted(rules: frozenset[str]) -> frozenset[str]:
    """The kinds of event that decide the duties of these rules, whatever number is decided here."""
    found = {rule.key: frozenset[str]() for rule in _EVERY_RULE}
    for rule in _EVERY_RULE:
        found[rule.key] |= kinds_of(rule)
    return frozenset[str]().union(*(found[key] for key in rules))


# --- deadlines ------------------------------------------------------------------------------------------------


def recompute(case: Case, *, as_of: datetime) -> None:
    """Work out one case anew, in the transaction of whatever changed it."""
    book, events = rulebook(), _told_of(case)
    found = plain.evaluate(events, rulebook=book, as_of=as_of)
    keep(_worked_out([case], {case.number: events}, {case.number: found}, as_of=as_of, book=book))


def recompute_many(cases: Sequence[Case], *, as_of: datetime) -> None:
    """Work out many cases anew; each slice of them in a transaction of its own unless one is open already."""
    # Who names a case twice means it once: its rows would else be written twice.
    book, cases = rulebook(), list({case.pk: case for case in cases}.values())
    for start in range(0, len(cases), _ROWS):
        some = list(cases[start : start + _ROWS])
        own = Case.objects.filter(pk__in=[case.pk for case in some])
        with transaction.atomic():
            # Nobody writes in them between what is read here and what is kept.
            list(own.select_for_update().order_by("pk").values_list("pk"))
            events = with_births(some, ledger_events(own))
            found = _evaluated(events, book=book, as_of=as_of)
            keep(_worked_out(some, by_case(events), found, as_of=as_of, book=book))


def stale_cases(*, as_of: datetime) -> QuerySet[Case]:
    """The cases whose rulebook is another than today's, or whose next period has begun."""
    stale = ~Q(rulebook=rulebook().fingerprint) | Q(again_on__lte=local_day(as_of))
    return Case.objects.filter(stale)


def refresh(*, as_of: datetime) -> int:
    """Work out the stale cases anew; gives how many."""
    cases = list(stale_cases(as_of=as_of))
    recompute_many(cases, as_of=as_of)
    return len(cases)


def by_case(events: Iterable[Event]) -> dict[str, list[Event]]:
    """The events of each case by its number; under none what the sources say that they cover."""
    found = defaultdict[str, list[Event]](list)
    for event in events:
        found[event.case_id].append(event)
    return found


def _evaluated(
    events: list[Event], *, book: Rulebook, as_of: datetime, known_at: datetime | None = None
) -> dict[str, list[Deadline]]:
    """The deadlines of each case by its number."""
    cases = {event.case_id for event in events}
    found = defaultdict[str, list[Deadline]](list)
    if len(cases) <= _MANY:
        rows: Iterable[Deadline] = plain.evaluate(events, rulebook=book, as_of=as_of, known_at=known_at)
    else:
        rows = _deadlines(columnar.evaluate(frame_of(events), rulebook=book, as_of=as_of, known_at=known_at))
    for row in rows:
        found[row.case_id].append(row)
    return found


_INSTANTS: Final = tuple(name for name, dtype in DEADLINE_SCHEMA.items() if isinstance(dtype, pl.Datetime))


def _deadlines(frame: pl.DataFrame) -> Iterable[Deadline]:
    for row in frame.drop("status").iter_rows(named=True):
        yield Deadline(**(row | {"unknown_reason": Unknown(row["unknown_reason"])}))


@dataclass(frozen=True)
class WorkedOut:
    """What follows from the events of some cases, as rows that are not kept yet; the cases' doors are set."""

    cases: Sequence[Case]
    deadlines: list[DeadlineRow]
    spells: list[Spell]
    duties: list[OpenDuty]
    born: Mapping[str, date] = field(default_factory=dict)  # by the cases' numbers, as it was judged by


def worked_out(cases: Sequence[Case], events: Sequence[Event], *, as_of: datetime) -> WorkedOut:
    """What follows from these events, which are all those of the cases and the declarations of coverage.

    Needs no transaction: the slow half of an import, done before anything is locked. A case may be unsaved.
    """
    book, born = rulebook(), dict(_born(cases))
    told = _told_born(events, born)
    found = _evaluated(told, book=book, as_of=as_of)
    return replace(_worked_out(cases, by_case(told), found, as_of=as_of, book=book), born=born)


def born_otherwise(found: WorkedOut) -> bool:
    """Whether a day of birth has been put right since; asked with the cases locked, before ``keep``."""
    return dict(_born(found.cases)) != found.born


def as_if(case: Case, more: Iterable[Event], *, as_of: datetime) -> list[DeadlineRow]:
    """The duties of the case as they would be if this had happened too; nothing is kept."""
    return worked_out([copy(case)], [*events_of_case(case), *more], as_of=as_of).deadlines


def thought_otherwise(cases: QuerySet[Case], change: Change, *, as_of: datetime) -> tuple[Rule, Comparison]:
    """One version of a rule, and how it would have stood in these cases by another number; nothing is kept.

    Only what can decide that rule is read, and only that rule is judged, so that it takes no longer than it must.
    Raises ``Impossible`` for a number that cannot be.
    """
    rule = rulebook().find(change.rule, version=change.version)
    books = (Rulebook.of([rule]), with_changes(Rulebook.of([rule]), [change]))
    starts = EventRow.objects.filter(case__in=cases, kind__in=[match.kind.key for match in rule.starts])
    begun = cases.filter(pk__in=starts.values("case"))
    events = ledger_events(begun, only=Q(kind__in=sorted(kinds_of(rule))))
    events += _first_told(begun, events, kinds=kinds_of(rule), as_of=as_of)
    if any(isinstance(each, Aged) for each in rule.when):
        events = with_births(list(begun), events)
    frame = frame_of(events)
    before, after = (columnar.evaluate(frame, rulebook=book, as_of=as_of) for book in books)
    return rule, compared(before, after).get((rule.key, rule.version), Comparison())


def _first_told(
    cases: QuerySet[Case], told: Iterable[Event], *, kinds: Iterable[str], as_of: datetime
) -> Iterator[Event]:
    """Of the kinds that are not read, the first event of each source in each case.

    Without what is written in them, which is what takes time to read.
    """
    corrections = [each for each in told if each.kind == RETTELSE.key]
    gone = struck((e.recorded_at, e.event_id, e.case_id, str(e.fields.get("replaces", ""))) for e in corrections)
    today = local_day(as_of)
    by_now = Q(day__lt=today) | Q(day=today, at__isnull=True) | Q(day=today, at__lte=as_of)
    rows = EventRow.objects.filter(by_now, case__in=cases).exclude(kind__in=kinds).order_by("day", "pk")
    columns = ("case__number", "source", "event_id", "kind", "day", "at", "recorded_at")
    for found in first_told(rows.values_list(*columns).iterator(chunk_size=_ROWS), gone=gone):
        number, source, event_id, kind, day, at, recorded_at = found
        yield Event(
            event_id=event_id, case_id=number, kind=kind, day=day, at=at, recorded_at=recorded_at, source=source
        )


def _worked_out(
    cases: Sequence[Case],
    events: dict[str, list[Event]],
    deadlines: dict[str, list[Deadline]],
    *,
    as_of: datetime,
    book: Rulebook,
) -> WorkedOut:
    teams = Teams()
    found = WorkedOut(cases, [], [], [])
    for case in cases:
        standing = [event for event in effective(events.get(case.number, ())) if event.case_id]
        spells = spells_of(standing, case=case)
        rows = _deadline_rows(case, deadlines.get(case.number, ()), standing, spells=spells, teams=teams)
        found.deadlines.extend(rows)
        found.spells.extend(spells)
        roles = sorted({row.falls_on for row in rows if _waits(row)})
        found.duties.extend(OpenDuty(case=case, role=role) for role in roles)
        _set_door(case, standing, spells=spells, teams=teams, day=local_day(as_of))
        case.again_on = _again_on(rows, standing, book=book, day=local_day(as_of))
        case.rulebook = book.fingerprint
    return found


def keep(found: WorkedOut, *, made: Sequence[Case] = ()) -> None:
    """Replace what was worked out before; ``made`` are those of the cases that the same transaction has made."""
    new = {case.pk for case in made}
    known = [case for case in found.cases if case.pk not in new]
    for start in range(0, len(known), _ROWS):
        some = [case.pk for case in known[start : start + _ROWS]]
        DeadlineRow.objects.filter(case__in=some).delete()
        Spell.objects.filter(case__in=some).delete()
        OpenDuty.objects.filter(case__in=some).delete()
    insert(DeadlineRow, found.deadlines)
    insert(Spell, found.spells)
    insert(OpenDuty, found.duties)
    # The cases are there already; this way of telling the database of many changes is twenty times as fast.
    Case.objects.bulk_create(known, update_conflicts=True, unique_fields=["pk"], update_fields=_DERIVED)


def _waits(row: DeadlineRow) -> bool:
    return not (row.met_at or row.stopped_at or row.excused_reason)


def _deadline_rows(
    case: Case, deadlines: Iterable[Deadline], standing: list[Event], *, spells: list[Spell], teams: Teams
) -> list[DeadlineRow]:
    by_id = {event.event_id: event for event in standing}
    deadlines = list(deadlines)
    rows = []
    for each, mark in zip(deadlines, _marks(deadlines), strict=True):
        adviser = _adviser_on(spells, local_day(each.due_at)) if each.due_at else ""
        values = each._asdict() | {"unknown_reason": each.unknown_reason.value, "force": str(each.force)}
        values["falls_on"] = str(each.falls_on)
        del values["case_id"]
        start = by_id.get(each.starts_event)
        rows.append(
            DeadlineRow(
                case=case,
                mark=mark,
                month=f"{local_day(each.starts_at):%Y-%m}" if each.starts_at else "",
                notifier=str(start.fields.get(UNDERRETTER.name, "")) if start else "",
                adviser_at_due=adviser,
                team_at_due_id=teams.of(adviser, on=local_day(each.due_at)) if each.due_at and adviser else None,
                **values,
            )
        )
    return rows


def _marks(deadlines: Iterable[Deadline]) -> Iterator[str]:
    """A mark for each duty, the same as long as the duty is; both engines give a case's duties in one order."""
    seen: dict[str, int] = defaultdict(int)
    for each in deadlines:
        identity = f"{each.rule}|{each.thread_id}|{each.starts_event}|{each.starts_at}"
        seen[identity] += 1
        yield sha256(f"{identity}|{seen[identity]}".encode()).hexdigest()[:16]


def _again_on(rows: Iterable[DeadlineRow], standing: Iterable[Event], *, book: Rulebook, day: date) -> date | None:
    """The day on which time alone gives the case another row: a new period begins, or an event's day comes."""
    rhythms = {rule.key for rule in book.rules if isinstance(rule.duty, AtLeast)}
    periods = [local_day(row.due_at) for row in rows if row.rule in rhythms and row.due_at and not row.stopped_at]
    days = [each + timedelta(days=1) for each in periods] + [event.day for event in standing]
    return min((each for each in days if each > day), default=None)


# --- who has the case -----------------------------------------------------------------------------------------


def spells_of(standing: Iterable[Event], *, case: Case) -> list[Spell]:
    """Who was adviser from when to when."""
    spells: list[Spell] = []
    for event in sorted(standing, key=lambda each: each.order):
        open_spell = spells[-1] if spells and spells[-1].last is None else None
        if event.kind == RAADGIVER_TILDELT.key and event.done_by:
            if open_spell and open_spell.initials == event.done_by:
                continue
            if open_spell:
                open_spell.last = event.day
            spells.append(Spell(case=case, initials=event.done_by, first=event.day))
        elif event.kind == RAADGIVER_FRATRAADT.key and open_spell:
            open_spell.last = event.day
            open_spell.ended_why = str(event.fields.get("aarsag", ""))
    return spells


def _adviser_on(spells: Iterable[Spell], day: date) -> str:
    held = [each for each in spells if each.first <= day and (each.last is None or day <= each.last)]
    return held[-1].initials if held else ""


def _set_door(case: Case, standing: list[Event], *, spells: list[Spell], teams: Teams, day: date) -> None:
    now = spells[-1] if spells and spells[-1].last is None else None
    case.adviser = now.initials if now else ""
    team = teams.of(case.adviser, on=day) if case.adviser else None
    # Between two advisers the case stays where it was: with the team of the last one.
    if team is None and spells:
        team = teams.of(spells[-1].initials, on=spells[-1].last or day)
    case.team_id = team or case.team_id
    case.closed = is_closed(standing)
    case.omraade = Omraade.HANDICAP if is_disability_case(standing) else Omraade.SOCIAL


_ENDS: Final = {SAG_AFSLUTTET.key: True, SAG_FLYTTET.key: True, SAG_GENAABNET.key: False}


def is_closed(standing: Iterable[Event]) -> bool:
    """Whether the last that was said of the case as a whole is that it is over."""
    last = max((event for event in standing if event.kind in _ENDS), key=lambda each: each.order, default=None)
    return last is not None and _ENDS[last.kind]


def team_then(case: Case, read: Read, *, on: date, teams: Teams) -> int | None:
    """The team that had the case on a day, by what the figures read of it, as the door tells it of today."""
    held = [each for each in read.spells if each.first <= on]
    if not held:
        return case.team_id
    now, running = held[-1], held[-1].last is None or held[-1].last > on
    team = teams.of(now.adviser, on=on) if running else None
    return team or teams.of(now.adviser, on=now.last or on) or case.team_id


class Teams:
    """Which team each adviser was in on a day; the posts are read once."""

    def __init__(self) -> None:
        self._posts = defaultdict[str, list[tuple[date, date | None, int]]](list)
        rows = Post.objects.filter(unit__level="team").exclude(user__initials="").order_by("first", "pk")
        for initials, first, last, unit in rows.values_list("user__initials", "first", "last", "unit_id"):
            self._posts[initials].append((first, last, unit))

    def of(self, initials: str, *, on: date) -> int | None:
        """The team, or None: nobody here by those initials that day."""
        posts = self._posts.get(initials, ())
        held = [unit for first, last, unit in posts if first <= on and (last is None or on <= last)]
        return held[-1] if held else None


def withdrawn_ids(case: Case) -> frozenset[str]:
    """The events of the case that a correction has taken out of force."""
    events = [event for event in events_of_case(case) if event.case_id]
    standing = {event.event_id for event in effective(events)}
    return frozenset(event.event_id for event in events if event.event_id not in standing and event.kind != "rettelse")


def withdrawn_in(cases: QuerySet[Case]) -> frozenset[str]:
    """The events of these cases that a correction has taken out of force, for figures that count events."""
    rows = EventRow.objects.filter(kind=RETTELSE.key, case__in=cases)
    told = rows.values_list("recorded_at", "event_id", "case_id", KT("fields__replaces"))
    corrections = ((at, event, str(case), str(replaces or "")) for at, event, case, replaces in told)
    return frozenset(event for _, event in struck(corrections))
