"""How does a list become events here: tried first without writing anything, then taken in whole or not at all?

All that takes time (reading the list, working out the deadlines) happens before the one transaction, in which the
ledger must still be as it was when that began. Whoever is stopped on the way leaves it as it was before, or as after.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

import polars as pl
from django.conf import settings
from django.db import transaction

from pejl.events import RETTELSE, effective
from pejl.importers import ImportRefused
from pejl.importers.importer import REJECT_SCHEMA
from pejl.ledger import LedgerError, write_table
from pejl.web.access.log import changed
from pejl.web.access.models import Case
from pejl.web.cases import bridge, uploads
from pejl.web.cases.actions.many import ROWS, By, count_up, ledger_mark, lock_cases, lock_source
from pejl.web.cases.actions.reading import Reading, read
from pejl.web.cases.actions.told import Line, told_lines
from pejl.web.cases.actions.writing import Overtaken, Refused
from pejl.web.cases.bulk import insert
from pejl.web.cases.models import Batch, EventRow, FormToken, Reject, SecondSource
from pejl.web.cases.uploads import Stored

_TIMES: Final = 3  # so many times the ledger may change under the work before it is given up
_GONE: Final = "Filen er slettet eller ændret, siden den blev lagt op. Læg den op igen."
_BUSY: Final = "Der blev registreret i sagerne, mens listen blev læst. Intet er læst ind. Prøv igen om lidt."
_OTHER_NUMBERS: Final = (
    "Der er sket noget i sagerne, siden listen blev prøvet, og tallene er blevet andre. Intet er læst ind. "
    "Se de nye tal, og læs ind, hvis de er, som de skal være."
)


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
    batch.traces = {"declared": len(reading.new) - batch.new_events - batch.corrections}
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
    Reject.objects.bulk_create([Reject(batch=batch, **asdict(line)) for line in lines], batch_size=ROWS)


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
    shown = _numbers(batch)
    lines = _note_numbers(batch, reading)
    if shown == _numbers(batch):
        return
    with transaction.atomic():
        held = Batch.objects.select_for_update().get(pk=batch.pk)
        _refuse_unless_tried(held)
        batch.save()
        _keep_lines(batch, lines)
    raise Overtaken(_OTHER_NUMBERS)


def _numbers(batch: Batch) -> tuple[object, ...]:
    return batch.new_events, batch.new_cases, batch.corrections, batch.joined, batch.traces


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
        if ledger_mark() != plan.reading.mark or bridge.born_otherwise(plan.found):
            return False
        Case.objects.bulk_create(plan.made, batch_size=ROWS)
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


def _keep_pairs(plan: _Plan) -> None:
    pairs = plan.reading.joins.pairs
    ids = sorted({each for pair in pairs for each in pair})
    pks: dict[str, int] = {}
    for start in range(0, len(ids), ROWS):
        some = EventRow.objects.filter(event_id__in=ids[start : start + ROWS])
        pks |= dict(some.values_list("event_id", "pk"))
    insert(SecondSource, [SecondSource(event_id=pks[pair.counts], other_id=pks[pair.other]) for pair in pairs])


def _note_taken_in(held: Batch, plan: _Plan, *, by: By) -> None:
    after = {case.pk: case.team_id for case in plan.known}
    held.state = Batch.State.TAKEN_IN
    held.recorded_at, held.recorded_by = by.at, by.user.name
    held.ledger_mark = plan.reading.mark
    held.traces |= {
        "made": sorted(case.pk for case in plan.made),
        "touched": sorted(after),
        # Where the cases came to another team: the team they came from, and the one they came to.
        "teams": [[pk, team, after[pk]] for pk, team in sorted(plan.teams.items()) if team != after[pk]],
    }
    held.save()
