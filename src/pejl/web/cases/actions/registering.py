"""What can a person register in a case, correct there, and move to the right child?"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from pejl.dates import danish_date, danish_moment, local_day
from pejl.events import KILDE_DAEKKER, KIND_BY_KEY, RETTELSE, Event
from pejl.web.access.log import changed
from pejl.web.access.models import Case
from pejl.web.cases import bridge
from pejl.web.cases.actions.writing import (
    Entry,
    Overtaken,
    Refused,
    Sent,
    append,
    locked,
    locked_all,
    new_event,
    recorder,
    refuse_again,
    spend,
)
from pejl.web.cases.forms.courses import ONLY_AFTER, PLACES, Ties
from pejl.web.cases.forms.demands import refusals
from pejl.web.cases.models import EventRow

_WRONG_CHILD: Final = "Registreret på forkert barn"
# They speak of other events and of sources; ``correct`` writes the one and importing the other.
_NOT_BY_HAND: Final = (RETTELSE.key, KILDE_DAEKKER.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What one case gets of an act: the event itself first, then what was agreed at it."""

    case: Case
    entries: tuple[Entry, ...]


def register(case: Case, entry: Entry, *, sent: Sent) -> EventRow:
    """One event, once: raises AlreadySent when the same form is sent again, Overtaken when it stands there already."""
    return register_together([Act(case=case, entries=(entry,))], sent=sent)


def register_together(acts: Sequence[Act], *, sent: Sent) -> EventRow:
    """One act in all these cases or in none: one form, one shared id, an event in each; gives the first case's.

    The cases are locked in the same order by everybody, so that two joint acts cannot wait for each other.
    """
    for entry in (each for act in acts for each in act.entries):
        _refuse_kind(entry)
    shared = f"p-{secrets.token_hex(8)}" if len(acts) > 1 else ""
    with locked_all([act.case for act in acts]) as held:
        refuse_again(sent.token)
        first = ""
        for number, act in enumerate(acts):
            case = held[act.case.pk]
            events = [new_event(case, _tied(each, shared), sent=sent) for each in act.entries]
            _refuse_unfinished(case, events)
            # The form was opened in the first case: of the others only the very same, the same day, is a hindrance.
            if number == 0:
                first = events[0].event_id
                _refuse_twice(case, events[0], sent=sent, where="sagen")
                spend(sent, events[0])
            else:
                _refuse_twice(case, events[0], sent=_as_seen(sent, case), where="en søskendes sag")
            append(case, events, sent=sent)
            for event in events:
                changed("registreret", by=sent.by, at=sent.at, case=case, kind=event.kind, event=event.event_id)
        return EventRow.objects.get(event_id=first)


def _refuse_kind(entry: Entry) -> None:
    if entry.kind in _NOT_BY_HAND:
        raise Refused("Den slags hændelse kan ikke registreres for sig. Brug »Ret« ved den hændelse, der er forkert.")
    for refusal in refusals(KIND_BY_KEY[entry.kind], entry.fields, day=entry.day):
        raise Refused(refusal)


def _refuse_unfinished(case: Case, events: Sequence[Event]) -> None:
    """What judges a piece of work is of one that was finished by then, and says which."""
    for event in events:
        if needed := ONLY_AFTER.get(event.kind):
            rows = EventRow.objects.filter(case=case, kind=needed.key, sealed=False, thread_id=event.thread_id)
            rows = rows.exclude(thread_id="").filter(day__lte=event.day)
            if not rows.exclude(event_id__in=bridge.withdrawn_ids(case)).exists():
                label, what = KIND_BY_KEY[event.kind].label, needed.label
                raise Refused(
                    f"»{label}« kan ikke registreres her. Der er ingen »{what}« i det forløb senest "
                    f"{danish_date(event.day)}. Vælg den undersøgelse, vurderingen gælder, eller ret dagen."
                )


def _tied(entry: Entry, shared_id: str) -> Entry:
    return replace(entry, shared_id=entry.shared_id or shared_id)


def _as_seen(sent: Sent, case: Case) -> Sent:
    return sent if sent.seen is None else replace(sent, seen=case.version)


def _refuse_twice(case: Case, event: Event, *, sent: Sent, where: str) -> None:
    """The very same may stand there already, or somebody registered it while the form stood open."""
    if sent.seen is None:
        return
    begins = PLACES[event.kind].ties in (Ties.BEGINS, Ties.JOINS_OR_BEGINS)
    # A course of its own has a thread of its own, so that the same letter twice is never in the same thread.
    same = EventRow.objects.filter(case=case, kind=event.kind, sealed=False)
    rows = list((same if begins else same.filter(thread_id=event.thread_id)).order_by("-recorded_at", "-pk"))
    gone = bridge.withdrawn_ids(case) if rows else frozenset()
    for row in (each for each in rows if each.event_id not in gone):
        meanwhile = sent.seen != case.version and local_day(row.recorded_at) == local_day(sent.at)
        if row.day == event.day or meanwhile:
            raise Overtaken(_told(row, sent=sent, where=where))


def _told(row: EventRow, *, sent: Sent, where: str) -> str:
    label = KIND_BY_KEY[row.kind].label_on(row.day)
    when = danish_moment(row.at) if row.at else danish_date(row.day)
    who = "dig" if row.recorded_by == recorder(sent.by) else row.recorded_by or row.source
    return (
        f"»{label}« {when} står allerede i {where}. "
        f"Den er registreret af {who} {danish_moment(row.recorded_at)}. "
        "Er det den samme, skal du ikke gøre mere. Er det en anden, så registrér den alligevel."
    )


def correct(row: EventRow, *, reason: str, instead: Entry | None, sent: Sent) -> EventRow:
    """Take an event out of force with a reason, and put another in its place if there is one."""
    case = _case_of(row)
    if not reason.strip():
        raise Refused("Der mangler en grund. Skriv kort, hvorfor hændelsen rettes.")
    with locked(case) as held:
        refuse_again(sent.token)
        _refuse_gone(held, row)
        correction = _correction(held, row, reason=reason, sent=sent)
        events = [correction] if instead is None else [new_event(held, instead, sent=sent), correction]
        _refuse_unfinished(held, events)
        spend(sent, events[0])
        append(held, events, sent=sent)
        changed("rettet", by=sent.by, at=sent.at, case=held, event=row.event_id, correction=correction.event_id)
        return EventRow.objects.get(event_id=events[0].event_id)


def move(row: EventRow, *, to: Case, sent: Sent, thread_id: str = "") -> EventRow:
    """What was registered on the wrong child is sealed there and stands in the right case, in this course, instead."""
    wrong = _case_of(row)
    if wrong.pk == to.pk:
        raise Refused("Hændelsen står allerede på det barn. Vælg et andet.")
    first, second = sorted((wrong, to), key=lambda case: case.pk)
    with locked(first), locked(second):
        held, right = Case.objects.get(pk=wrong.pk), Case.objects.get(pk=to.pk)
        refuse_again(sent.token)
        _refuse_gone(held, row)
        copy = replace(
            bridge.event_of(row, number=right.number),
            event_id=f"p-{secrets.token_hex(12)}",
            thread_id=thread_id,
            # The letter it came with is still its letter; what siblings were written together is not.
            shared_id=row.shared_id if row.shared_id.startswith("brev-") else "",
            recorded_at=sent.at,
            source="pejl",
            recorded_by=recorder(sent.by),
        )
        spend(sent, copy)
        EventRow.objects.filter(pk=row.pk).update(sealed=True)
        append(held, [_correction(held, row, reason=_WRONG_CHILD, sent=sent)], sent=sent)
        moved = append(right, [copy], sent=sent)[-1]
        changed("flyttet_fra", by=sent.by, at=sent.at, case=held, event=row.event_id)
        changed("flyttet_til", by=sent.by, at=sent.at, case=right, event=copy.event_id)
        return moved


def _correction(case: Case, row: EventRow, *, reason: str, sent: Sent) -> Event:
    entry = Entry(
        kind=RETTELSE.key,
        day=local_day(sent.at),
        at=sent.at,
        thread_id=row.thread_id,
        done_by=sent.by.initials,
        fields={"replaces": row.event_id, "reason": reason.strip()},
    )
    return new_event(case, entry, sent=sent)


def _refuse_gone(case: Case, row: EventRow) -> None:
    if EventRow.objects.filter(pk=row.pk, sealed=True).exists() or row.event_id in bridge.withdrawn_ids(case):
        raise Refused("Hændelsen er allerede rettet. Se sagen igen, og ret den nye, hvis der stadig er en fejl.")


def _case_of(row: EventRow) -> Case:
    if row.case is None:
        raise Refused("Det er en oplysning om kilden og hører ikke til en sag. Ret mappingen i stedet.")
    return row.case
