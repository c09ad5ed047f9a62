"""How does a list become events here: tried first without writing anything, then taken in whole or not at all?

All that takes time (reading the list, working out the deadlines) happens before the one transaction, in which the
ledger must still be as it was when that began. Whoever is stopped on the way leaves it as it was before, or as after.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as Dictionary
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Final

import polars as pl
from django.conf import settings
from django.db import transaction
from django.db.models import Count, F, Max

from pejl.events import KILDE_DAEKKER, RETTELSE, Event, effective
from pejl.importers import Imported, ImportRefused, import_extract, read_mapping
from pejl.importers.importer import REJECT_SCHEMA
from pejl.importers.layout import Mapping
from pejl.ledger import LedgerError, events_of, frame_of, write_table
from pejl.tables import Coverage
from pejl.web.access.log import changed
from pejl.web.access.models import Case, User
from pejl.web.cases import bridge, uploads
from pejl.web.cases.actions.joining import Joined, Pair, Pen, joined, restored
from pejl.web.cases.actions.told import Line, refuse_unfit, told_lines
from pejl.web.cases.actions.writing import Overtaken, Refused
from pejl.web.cases.bulk import insert
from pejl.web.cases.models import Batch, EventRow, FormToken, Reject, SecondSource
from pejl.web.cases.uploads import Stored

_ROWS: Final = 2_000  # asked for or written at a time
_TIMES: Final = 3  # so many times the ledger may change under the work before it is given up
_GONE: Final = "Filen er slettet eller ændret, siden den blev lagt op. Læg den op igen."
_BUSY: Final = "Der blev registreret i sagerne, mens listen blev læst. Intet er læst ind. Prøv igen om lidt."
_OTHER_NUMBERS: Final = (
    "Der er sket noget i sagerne, siden listen blev prøvet, og tallene er blevet andre. Intet er læst ind. "
    "Se de nye tal, og læs ind, hvis de er, som de skal være."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """Who does it, and at what moment; the moment is also when the events are known from."""

    user: User
    at: datetime

    @property
    def pen(self) -> Pen:
        """Who the corrections of the joining are written by."""
        return Pen(by=self.user.initials or self.user.username, at=self.at)


# --- what a list would add -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Reading:
    """What a list would add to the ledger as it stood when the reading began."""

    mark: str
    mapping: Mapping
    imported: Imported
    before: list[Event]
    new: list[Event]  # of the list
    joins: Joined
    joined_before: list[Pair]

    @cached_property
    def added(self) -> list[Event]:
        """Every event to be added."""
        return [*self.new, *self.joins.events]

    @cached_property
    def happened(self) -> list[Event]:
        """The events of the list that speak of cases, and not of the ledger itself."""
        return [event for event in self.new if event.kind not in (RETTELSE.key, KILDE_DAEKKER.key)]

    @property
    def touched(self) -> frozenset[str]:
        """The numbers of the cases whose deadlines may follow from something else now."""
        numbers = {event.case_id for event in self.added} - {""}
        source = self.mapping.source
        if covered(self.before, source=source) != covered([*self.before, *self.added], source=source):
            numbers |= {event.case_id for event in self.before if event.source == source} - {""}
        return frozenset(numbers)


def covered(events: Iterable[Event], *, source: str) -> Dictionary[str, date] | None:
    """The kinds of event that the source says it delivers, and from when; None: it says nothing."""
    declarations = [each for each in events if not each.case_id and each.source == source]
    return Coverage.declared_in(effective(declarations)).by_source.get(source)


def read(path: Path, mapping_name: str, *, by: By) -> Reading:
    """What the list would add; raises ``ImportRefused`` when it cannot be used."""
    mark = ledger_mark()
    mapping = read_mapping(Path(settings.PEJL_MAPPINGS) / mapping_name)
    before = bridge.ledger_events()
    ledger = frame_of(before) if before else None
    imported = import_extract(path, mapping=mapping, ledger=ledger, recorded_at=by.at)
    new = events_of(imported.table.tail(imported.new).collect()) if imported.new else []
    refuse_unfit(new)
    pairs = [Pair(*each) for each in SecondSource.objects.values_list("event__event_id", "other__event_id")]
    joins = _joins(new, before=before, pairs=pairs, pen=by.pen)
    return Reading(mark, mapping, imported, before, new, joins, pairs)


def _joins(new: list[Event], *, before: list[Event], pairs: list[Pair], pen: Pen) -> Joined:
    standing = effective([*before, *new])
    known = {event.event_id for event in before}
    in_force = {event.event_id for event in standing}
    taken = {each for pair in pairs if pair.counts in in_force for each in pair}
    back = restored(new, pairs=[pair for pair in pairs if pair.counts in known], pen=pen)
    hand = [event for event in standing if event.event_id in known]
    found = joined(new, standing=hand, taken=taken, pen=pen)
    return Joined((*back, *found.events), found.pairs)


def ledger_mark() -> str:
    """The ledger as it is, in a few figures: another after anything has been added or taken back."""
    events = EventRow.objects.aggregate(n=Count("pk"), last=Max("pk"))
    cases = Case.objects.aggregate(n=Count("pk"), last=Max("pk"))
    pairs = SecondSource.objects.aggregate(n=Count("pk"), last=Max("pk"))
    return "/".join(f"{each['n']}-{each['last'] or 0}" for each in (events, cases, pairs))


# --- trying ---------------------------------------------------------------------------------------------------


def try_list(stored: Stored, mapping_name: str, *, by: By, token: str) -> Batch:
    """Read the list without writing any event; gives the batch with its numbers, or with why it was refused."""
    batch = Batch(
        state=Batch.State.TRIED,
        mapping=mapping_name,
        file_name=stored.name,
        file_hash=stored.hash,
        stored_as=stored.stored_as,
        uploaded_at=by.at,
        uploaded_by=by.user.name,
    )
    lines: list[Line] = []
    try:
        reading = read(uploads.path_of(stored.stored_as), mapping_name, by=by)
        lines = _note_numbers(batch, reading)
    except (ImportRefused, LedgerError, Refused) as error:
        batch.state, batch.refusal = Batch.State.REFUSED, _in_words(error, stored)
    return _written(batch, lines, by=by, token=token)


def _in_words(error: Exception, stored: Stored) -> str:
    """The refusal with the file's own name, and without the machine's folders."""
    words = str(error).replace(str(uploads.path_of(stored.stored_as)), stored.name)
    return words.replace(stored.stored_as, stored.name).replace(f"{Path(settings.PEJL_MAPPINGS)}/", "")


def _note_numbers(batch: Batch, reading: Reading) -> list[Line]:
    """Write on the batch what the list would add; gives the lines about its rows."""
    told = told_lines(reading.imported, standing=effective(reading.before), pairs=reading.joined_before)
    batch.source = reading.mapping.source
    batch.pulled = reading.mapping.pulled
    batch.covers = [[kind, since.isoformat()] for kind, since in reading.mapping.coverage.items()]
    batch.counts = [asdict(replace(each, warnings=told.warnings[each.sheet])) for each in reading.imported.counts]
    batch.new_events = len(reading.happened)
    batch.corrections = sum(event.kind == RETTELSE.key for event in reading.new)
    # Protected cases are unknown here, so that the number of new cases tells nothing of them.
    known = set(Case.objects.filter(protected=False).values_list("number", flat=True))
    batch.new_cases = len({event.case_id for event in reading.happened} - known)
    both = {each for pair in reading.joins.pairs for each in pair}
    batch.joined = sum(event.event_id in both and event.case_id in known for event in reading.happened)
    batch.ledger_mark = reading.mark
    return told.lines


def _written(batch: Batch, lines: Sequence[Line], *, by: By, token: str) -> Batch:
    """Keep the batch; the same form sent twice gives the first batch, and the second file goes."""
    with transaction.atomic():
        used, fresh = FormToken.objects.get_or_create(
            token=token, defaults={"used_at": by.at, "event_id": f"batch:{batch.key}"}
        )
        if fresh:
            batch.save()
            _keep_lines(batch, lines)
            changed("liste_proevet", by=by.user, at=by.at, batch=batch.key, tilstand=batch.state)
            return batch
    uploads.discard(batch.stored_as)
    return Batch.objects.get(key=used.event_id.removeprefix("batch:"))


def _keep_lines(batch: Batch, lines: Sequence[Line]) -> None:
    Reject.objects.filter(batch=batch).delete()
    Reject.objects.bulk_create([Reject(batch=batch, **asdict(line)) for line in lines], batch_size=_ROWS)


def rejects_as_csv(batch: Batch) -> bytes:
    """The lines about the rows as the command line writes them: safe to open in a spreadsheet."""
    names = REJECT_SCHEMA.names()
    rows = batch.rejects.order_by("pk").values_list(*names)
    with tempfile.TemporaryDirectory(prefix="pejl-") as folder:
        path = Path(folder) / "afvist.csv"
        write_table(pl.DataFrame(list(rows), schema=REJECT_SCHEMA, orient="row"), path)
        return path.read_bytes()


# --- taking in ------------------------------------------------------------------------------------------------


def take_in(batch: Batch, *, by: By) -> Batch:
    """Read the list in, whole or not at all; raises ``Refused`` with nothing changed."""
    for _ in range(_TIMES):
        _refuse_unless_tried(batch)
        if not uploads.is_whole(batch):
            raise Refused(_GONE)
        plan = _plan(_read_again(batch, by=by), by=by)
        _refuse_other_numbers(batch, plan.reading, by=by)
        if _taken_in(batch, plan, by=by):
            return Batch.objects.get(pk=batch.pk)
    raise Overtaken(_BUSY)


def _refuse_unless_tried(batch: Batch) -> None:
    state = Batch.State(batch.state)
    if state is Batch.State.TAKEN_IN:
        raise Overtaken(f"Listen er allerede læst ind af {batch.recorded_by}. Den er ikke læst ind igen.")
    if state is not Batch.State.TRIED:
        raise Refused(f"Listen kan ikke læses ind, for den er {state.label.lower()}. Læg den op igen.")


def _read_again(batch: Batch, *, by: By) -> Reading:
    stored = Stored(batch.file_name, batch.stored_as, batch.file_hash)
    try:
        return read(uploads.path_of(batch.stored_as), batch.mapping, by=by)
    except (ImportRefused, LedgerError) as error:
        raise Refused(_in_words(error, stored)) from error


def _refuse_other_numbers(batch: Batch, reading: Reading, *, by: By) -> None:
    """What is taken in must be what was shown; if it is not, show what it would be now."""
    if reading.mark == batch.ledger_mark:
        return
    shown = (batch.new_events, batch.new_cases, batch.corrections, batch.joined)
    lines = _note_numbers(batch, reading)
    if shown == (batch.new_events, batch.new_cases, batch.corrections, batch.joined):
        return
    with transaction.atomic():
        held = Batch.objects.select_for_update().get(pk=batch.pk)
        _refuse_unless_tried(held)
        batch.save()
        _keep_lines(batch, lines)
    raise Overtaken(_OTHER_NUMBERS)


@dataclass(frozen=True)
class _Plan:
    """Everything that will be written, ready before anything is locked."""

    reading: Reading
    made: list[Case]
    known: list[Case]
    rows: list[EventRow]
    found: bridge.WorkedOut
    teams: dict[int, int | None]  # of the known cases, as they were


def _plan(reading: Reading, *, by: By) -> _Plan:
    touched = reading.touched
    cases = {case.number: case for case in Case.objects.all() if case.number in touched}
    teams = {case.pk: case.team_id for case in cases.values()}
    made = [Case(number=number) for number in sorted(touched - cases.keys())]
    known = [cases[number] for number in sorted(cases)]
    of_number = cases | {case.number: case for case in made}
    events = [each for each in (*reading.before, *reading.added) if each.case_id in touched or not each.case_id]
    found = bridge.worked_out([*known, *made], events, as_of=by.at)
    rows = [bridge.row_of(event, case=of_number.get(event.case_id)) for event in reading.added]
    return _Plan(reading, made, known, rows, found, teams)


def _taken_in(batch: Batch, plan: _Plan, *, by: By) -> bool:
    """The one transaction; False, and nothing written, when the ledger is no longer as it was."""
    with transaction.atomic():
        held = lock_source(batch, source=plan.reading.mapping.source)
        _refuse_unless_tried(held)
        lock_cases(plan.known)
        if ledger_mark() != plan.reading.mark:
            return False
        Case.objects.bulk_create(plan.made, batch_size=_ROWS)
        for row in plan.rows:
            row.batch = held
        insert(EventRow, plan.rows)
        _keep_pairs(plan)
        bridge.keep(plan.found, made=plan.made)
        count_up(plan.known)
        _note_taken_in(held, plan, by=by)
        changed(
            "liste_laest_ind",
            by=by.user,
            at=by.at,
            batch=held.key,
            kilde=held.source,
            haendelser=len(plan.rows),
            nye_sager=len(plan.made),
        )
    return True


def lock_source(batch: Batch, *, source: str) -> Batch:
    """The batch, so that nobody else takes in or takes back a list of the source until the transaction ends."""
    held = {each.pk: each for each in Batch.objects.select_for_update().filter(source=source).order_by("pk")}
    return held.get(batch.pk) or Batch.objects.select_for_update().get(pk=batch.pk)


def lock_cases(cases: Sequence[Case]) -> None:
    """Keep everybody else from writing in these cases until the transaction ends, in the order of the rows."""
    for some in pieces(sorted(case.pk for case in cases)):
        list(Case.objects.select_for_update().filter(pk__in=some).order_by("pk").values_list("pk"))


def count_up(cases: Sequence[Case]) -> None:
    """Whoever has a form of one of these cases open is told that something has happened."""
    for some in pieces([case.pk for case in cases]):
        Case.objects.filter(pk__in=some).update(version=F("version") + 1)


def pieces(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    """The keys of rows, so many at a time that a query can name them."""
    for start in range(0, len(keys), _ROWS):
        yield keys[start : start + _ROWS]


def _keep_pairs(plan: _Plan) -> None:
    pairs = plan.reading.joins.pairs
    ids = sorted({each for pair in pairs for each in pair})
    pks: dict[str, int] = {}
    for start in range(0, len(ids), _ROWS):
        some = EventRow.objects.filter(event_id__in=ids[start : start + _ROWS])
        pks |= dict(some.values_list("event_id", "pk"))
    insert(SecondSource, [SecondSource(event_id=pks[pair.counts], other_id=pks[pair.other]) for pair in pairs])


def _note_taken_in(held: Batch, plan: _Plan, *, by: By) -> None:
    after = {case.pk: case.team_id for case in plan.known}
    held.state = Batch.State.TAKEN_IN
    held.recorded_at, held.recorded_by = by.at, by.user.name
    held.ledger_mark = plan.reading.mark
    held.traces = {
        "made": sorted(case.pk for case in plan.made),
        "touched": sorted(after),
        # Where the cases came to another team: the team they came from, and the one they came to.
        "teams": [[pk, team, after[pk]] for pk, team in sorted(plan.teams.items()) if team != after[pk]],
    }
    held.save()
