"""How is a list that was read in taken back whole, and what of people's own work stays?

The events of the list are removed, not corrected, as if the list had never been read (docs/adr/0008). What people have
built on it stays: what they registered, what they corrected, and the cases they have done something in. The batch
keeps how much was removed, what it can be known by, who did it and why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from pejl.dates import danish_minute
from pejl.events import KILDE_DAEKKER, RETTELSE, Event
from pejl.web.access.log import changed
from pejl.web.access.models import Case, Naming, TemporaryAccess
from pejl.web.cases import bridge
from pejl.web.cases.actions.many import By, count_up, covered, ledger_mark, lock_cases, lock_source, pieces
from pejl.web.cases.actions.writing import PEJL, Overtaken, Refused
from pejl.web.cases.models import Batch, Child, EventRow, Marking

_TIMES: Final = 3
_MOST_REASON: Final = 500
_NO_REASON: Final = "Der mangler en grund. Skriv kort, hvorfor listen tages tilbage."
_LONG_REASON: Final = f"Grunden er for lang. Skriv højst {_MOST_REASON} tegn."
_BUSY: Final = "Der blev registreret i sagerne, mens listen blev taget tilbage. Intet er ændret. Prøv igen om lidt."


# --- whether it can be done -----------------------------------------------------------------------------------


def first_in_the_way(batch: Batch) -> Batch | None:
    """The newest list of the same source that was read in later and must be taken back before this one."""
    newer = Q(recorded_at__gt=batch.recorded_at) | Q(recorded_at=batch.recorded_at, pk__gt=batch.pk)
    later = Batch.objects.filter(newer, source=batch.source, state=Batch.State.TAKEN_IN)
    return later.order_by("-recorded_at", "-pk").first()


def _refuse(batch: Batch) -> None:
    if batch.state == Batch.State.TAKEN_BACK:
        raise Overtaken(f"Listen er allerede taget tilbage af {batch.taken_back_by}.")
    if batch.state != Batch.State.TAKEN_IN:
        raise Refused("Listen er ikke læst ind, så der er ikke noget at tage tilbage.")
    if later := first_in_the_way(batch):
        raise Refused(
            f"En nyere liste fra samme kilde bygger på denne. Tag først »{later.file_name}« tilbage; den blev læst "
            f"ind {danish_minute(later.recorded_at) if later.recorded_at else 'senere'}."
        )


# --- what people have built on it -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Built:
    """What people have done since the list was read in that speaks of what it brought."""

    registered: tuple[int, ...]  # rows of events: in the list's courses, and in cases that it made
    corrected: tuple[int, ...]  # rows of corrections of its events
    cases: tuple[int, ...]  # cases it made that people have done something in, and that therefore stay


def built_on(batch: Batch) -> Built:
    """What stays when the list is taken back."""
    ids = set(EventRow.objects.filter(batch=batch).values_list("event_id", flat=True))
    own = EventRow.objects.filter(batch=batch).exclude(thread_id="").values_list("case_id", "thread_id").distinct()
    courses, made = set(own), set(batch.traces.get("made", ()))
    registered, corrected = [], []
    since = EventRow.objects.filter(source=PEJL, batch=None, recorded_at__gte=batch.recorded_at)
    for row in since.exclude(kind=KILDE_DAEKKER.key).order_by("pk"):
        if bridge.event_of(row, number="").fields.get("replaces") in ids:
            corrected.append(row.pk)
        elif row.case_id in made or (row.case_id, row.thread_id) in courses:
            registered.append(row.pk)
    return Built(tuple(registered), tuple(corrected), tuple(_worked_in(batch)))


def _worked_in(batch: Batch) -> Iterator[int]:
    """The cases the list made that hold anything else: other events, a name, a naming, a marking, a protection."""
    case = OuterRef("pk")
    others = EventRow.objects.filter(Q(batch__isnull=True) | ~Q(batch=batch), case=case)
    held = Q(Exists(others)) | Q(protected=True)
    for model in (Child, Naming, TemporaryAccess, Marking):
        held |= Q(Exists(model._default_manager.filter(case=case)))
    for some in pieces(batch.traces.get("made", ())):
        yield from Case.objects.filter(held, pk__in=some).order_by("pk").values_list("pk", flat=True)


def without_protected(built: Built) -> Built:
    """The same as far as it can be told to somebody who is named in no protected case."""
    rows = EventRow.objects.filter(case__protected=False, pk__in=[*built.registered, *built.corrected])
    known = set(rows.values_list("pk", flat=True))
    cases = Case.objects.filter(protected=False, pk__in=built.cases).values_list("pk", flat=True)
    return Built(
        tuple(pk for pk in built.registered if pk in known),
        tuple(pk for pk in built.corrected if pk in known),
        tuple(cases),
    )


# --- doing it -------------------------------------------------------------------------------------------------


def take_back(batch: Batch, *, reason: str, by: By) -> Batch:
    """Remove all that the list added, in one transaction; raises ``Refused`` with nothing changed."""
    if not reason.strip():
        raise Refused(_NO_REASON)
    if len(reason.strip()) > _MOST_REASON:
        raise Refused(_LONG_REASON)
    _refuse(batch)
    for _ in range(_TIMES):
        if _taken_back(batch, _plan(batch, by=by), reason=reason.strip(), by=by):
            return Batch.objects.get(pk=batch.pk)
    raise Overtaken(_BUSY)


@dataclass(frozen=True)
class _Plan:
    """What will be removed and what will follow, worked out before anything is locked."""

    mark: str
    built: Built
    gone: list[Case]
    found: bridge.WorkedOut
    removed: dict[str, object]


def _plan(batch: Batch, *, by: By) -> _Plan:
    mark, built = ledger_mark(), built_on(batch)
    made = set(batch.traces.get("made", ()))
    rows = list(EventRow.objects.filter(batch=batch).select_related("case").order_by("event_id"))
    ids = {row.event_id for row in rows}
    ledger = bridge.ledger_events()
    left = [event for event in ledger if event.event_id not in ids]
    whole_source = covered(ledger, source=batch.source) != covered(left, source=batch.source)
    cases = list(Case.objects.filter(pk__in=_touched(batch, whole_source=whole_source)))
    gone = [case for case in cases if case.pk in made and case.pk not in built.cases]
    stay = [case for case in cases if case.pk not in made or case.pk in built.cases]
    _give_back_teams(stay, batch)
    numbers = {case.number for case in stay}
    events = [event for event in left if event.case_id in numbers or not event.case_id]
    found = bridge.worked_out(stay, events, as_of=by.at)
    return _Plan(mark, built, gone, found, _summary(rows, built=built, gone=gone))


def _touched(batch: Batch, *, whole_source: bool) -> QuerySet[EventRow, int | None]:
    """The cases that the list wrote in, or all those of its source where what it covers becomes another."""
    of_source = Q(batch=batch) | Q(source=batch.source) if whole_source else Q(batch=batch)
    return EventRow.objects.filter(of_source, case__isnull=False).values_list("case_id", flat=True)


def _give_back_teams(cases: list[Case], batch: Batch) -> None:
    """A case that the list moved to another team is where it was before, unless it has been moved since."""
    moved = {pk: (before, after) for pk, before, after in batch.traces.get("teams", ())}
    for case in cases:
        before, after = moved.get(case.pk, (case.team_id, case.team_id))
        if case.team_id == after:
            case.team_id = before


def _summary(rows: list[EventRow], *, built: Built, gone: list[Case]) -> dict[str, object]:
    """How much was removed, and what it can be known by: the same events have the same hash."""
    digest = sha256()
    for row in rows:
        event = bridge.event_of(row, number=row.case.number if row.case else "")
        digest.update(f"{_spelled(event)}\n".encode())
    corrections, declared = (sum(row.kind == kind.key for row in rows) for kind in (RETTELSE, KILDE_DAEKKER))
    return {
        "haendelser": len(rows) - corrections - declared,
        "rettelser": corrections,
        "daekning": declared,
        "sager": len(gone),
        "hash": digest.hexdigest(),
        "bliver": {"registreret": built.registered, "rettet": built.corrected, "sager": built.cases},
    }


def _spelled(event: Event) -> str:
    fields = sorted(event.fields.items())
    own = (event.event_id, event.case_id, event.kind, event.day, event.at, event.thread_id, event.done_by)
    return repr((*map(str, own), fields))


def _taken_back(batch: Batch, plan: _Plan, *, reason: str, by: By) -> bool:
    """The one transaction; False, and nothing changed, when something has happened since the plan."""
    with transaction.atomic():
        held = lock_source(batch, source=batch.source)
        _refuse(held)
        lock_cases([*plan.found.cases, *plan.gone])
        if ledger_mark() != plan.mark or built_on(held) != plan.built or bridge.born_otherwise(plan.found):
            return False
        EventRow.objects.filter(batch=held).delete()
        for some in pieces([case.pk for case in plan.gone]):
            Case.objects.filter(pk__in=some).delete()
        bridge.keep(plan.found)
        count_up(plan.found.cases)
        held.state, held.taken_back_at, held.taken_back_by = Batch.State.TAKEN_BACK, by.at, by.user.name
        held.taken_back_why, held.removed = reason, plan.removed
        held.save()
        told = {name: plan.removed[name] for name in ("haendelser", "rettelser", "daekning", "sager", "hash")}
        changed("liste_taget_tilbage", by=by.user, at=by.at, batch=held.key, kilde=held.source, **told)  # type: ignore[arg-type]  # figures and a hash
    return True
