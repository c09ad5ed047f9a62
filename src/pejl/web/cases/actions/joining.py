"""When is an event in a list one that a person has registered already, and which of the two counts?

Both rows are kept. The one a person registered counts, unless the list says all that it says and more; where each
says something that the other does not, a third event counts that holds both. The others are taken out of force by
corrections, and ``SecondSource`` remembers that they are one. So the next pull finds its event corrected by a
person, and lets it be.

A course that a person began here has a thread of Pejl's own. When a list delivers the event that began it, the rest
of the course moves to the list's thread, where later pulls will find it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Final, NamedTuple

from pejl.dates import local_day
from pejl.events import HVEM, KIND_BY_KEY, PARAGRAF, RAADGIVER_TILDELT, RETTELSE, TID_USIKKER, Event, Step
from pejl.web.cases.actions.writing import PEJL

# Two events of a kind on a day that differ in one of these are two events.
_TELLS_APART: Final = (HVEM.name, PARAGRAF.name)
_ALREADY: Final = "Samme hændelse var allerede registreret i Pejl."
_DELIVERED: Final = "Samme hændelse er nu leveret fra fagsystemet."
_MERGED: Final = "Samme hændelse er nu leveret fra fagsystemet, og oplysningerne er samlet i én."
_MOVED: Final = "Forløbet er nu leveret fra fagsystemet, og hændelsen står i det."


class Pair(NamedTuple):
    """Two ids of one event: of the row that counts, and of another row that tells it."""

    counts: str
    other: str


@dataclass(frozen=True, slots=True)
class Joined:
    """What joining adds to the ledger, and which events are one."""

    events: tuple[Event, ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """Who writes the corrections, and when."""

    by: str
    at: datetime

    def takes_out(self, event: Event, *, because_of: str, reason: str) -> Event:
        """The correction that takes an event out of force because of another."""
        return Event(
            event_id=_id("ud", event.event_id, because_of),
            case_id=event.case_id,
            thread_id=event.thread_id,
            kind=RETTELSE.key,
            day=local_day(self.at),
            at=self.at,
            recorded_at=self.at,
            source=PEJL,
            recorded_by=self.by,
            fields={"replaces": event.event_id, "reason": reason},
        )


def _id(*parts: str) -> str:
    """The same when the same is done again, so that a list taken back and read in again gives the same."""
    return f"p-{sha256(chr(31).join(parts).encode()).hexdigest()[:24]}"


# --- which are the same -------------------------------------------------------------------------------------


def joined(new: Iterable[Event], *, standing: Iterable[Event], taken: Collection[str], pen: Pen) -> Joined:
    """What becomes of new events of a list that people have registered already; ``taken`` are joined before."""
    told = defaultdict[str, list[Event]](list)
    for event in new:
        if KIND_BY_KEY[event.kind].step is not Step.REGISTRERING:
            told[event.case_id].append(event)
    known = defaultdict[str, list[Event]](list)
    for event in standing:
        if event.case_id in told and KIND_BY_KEY[event.kind].step is not Step.REGISTRERING:
            known[event.case_id].append(event)
    found = [_in_case(told[case], known[case], taken=taken, pen=pen) for case in sorted(known)]
    return Joined(
        tuple(event for each in found for event in each.events), tuple(pair for each in found for pair in each.pairs)
    )


def _in_case(told: list[Event], known: list[Event], *, taken: Collection[str], pen: Pen) -> Joined:
    hand = sorted((each for each in known if each.source == PEJL), key=lambda each: each.order)
    moves = _moves(hand, told, known=known)
    free = [each for each in hand if each.event_id not in taken]
    pairs = list(_matches(free, told, moves=moves))
    events: list[Event] = []
    found: list[Pair] = []
    for ours, theirs in pairs:
        thread = theirs.thread_id or moves.get(ours.thread_id, ours.thread_id)
        more, one = _as_one(ours, theirs, thread=thread, pen=pen)
        events += more
        found += one
    matched = {ours.event_id for ours, _ in pairs}
    for each in hand:
        if each.thread_id in moves and each.event_id not in matched:
            events += _moved(each, to=moves[each.thread_id], pen=pen)
    return Joined(tuple(events), tuple(found))


def _matches(hand: list[Event], told: list[Event], *, moves: Mapping[str, str]) -> Iterator[tuple[Event, Event]]:
    """Each event in one pair at most; the same thread and hour before what only may be the same."""
    found = [
        ((theirs.thread_id != thread, theirs.at != ours.at, ours.order, theirs.order), ours, theirs)
        for ours in hand
        for theirs in told
        if same(ours, theirs) and _threads_agree(thread := moves.get(ours.thread_id, ours.thread_id), theirs.thread_id)
    ]
    used: set[str] = set()
    for _, ours, theirs in sorted(found, key=lambda each: each[0]):
        if not used & {ours.event_id, theirs.event_id}:
            used |= {ours.event_id, theirs.event_id}
            yield ours, theirs


def same(ours: Event, theirs: Event) -> bool:
    """Whether two events of one case are one, as far as what happened when can tell."""
    if (ours.kind, ours.day) != (theirs.kind, theirs.day):
        return False
    if ours.at and theirs.at and ours.at.replace(second=0) != theirs.at.replace(second=0):
        return False
    if ours.kind == RAADGIVER_TILDELT.key and ours.done_by.casefold() != theirs.done_by.casefold():
        return False
    return not any(_differ(ours, theirs, name) for name in _TELLS_APART)


def _differ(ours: Event, theirs: Event, name: str) -> bool:
    one, other = ours.fields.get(name), theirs.fields.get(name)
    return bool(one and other) and one != other


def _threads_agree(one: str, other: str) -> bool:
    return one == other or not one or not other


def _moves(hand: list[Event], told: list[Event], *, known: list[Event]) -> dict[str, str]:
    """Threads that people began here, and the thread in which a list now delivers what began them."""
    of_lists = {each.thread_id for each in (*told, *known) if each.source != PEJL}
    own = {each.thread_id: each for each in reversed(hand) if each.thread_id and each.thread_id not in of_lists}
    found: dict[str, str] = {}
    for thread, first in sorted(own.items()):
        begun = [each for each in told if each.thread_id and each.thread_id not in found.values() and same(first, each)]
        if begun:
            found[thread] = min(begun, key=lambda each: (each.at != first.at, each.order)).thread_id
    return found


# --- which counts -------------------------------------------------------------------------------------------


def _as_one(ours: Event, theirs: Event, *, thread: str, pen: Pen) -> tuple[list[Event], list[Pair]]:
    """The corrections that leave one of the two in force, in this thread, or both replaced by one that says it all."""
    if covers(ours, theirs) and ours.thread_id == thread:
        out = pen.takes_out(theirs, because_of=ours.event_id, reason=_ALREADY)
        return [out], [Pair(ours.event_id, theirs.event_id)]
    if not _says_more(ours, than=theirs) and theirs.thread_id == thread:
        out = pen.takes_out(ours, because_of=theirs.event_id, reason=_DELIVERED)
        return [out], [Pair(theirs.event_id, ours.event_id)]
    both = replace(_merged(ours, theirs), thread_id=thread, recorded_at=pen.at)
    outs = [pen.takes_out(each, because_of=both.event_id, reason=_MERGED) for each in (ours, theirs)]
    return [both, *outs], [Pair(both.event_id, ours.event_id), Pair(both.event_id, theirs.event_id)]


def covers(ours: Event, theirs: Event) -> bool:
    """Whether the one leaves nothing of the other unsaid; where they say different things, ours is believed."""
    texts = ((ours.shared_id, theirs.shared_id), (ours.done_by, theirs.done_by))
    unsaid = [theirs.at and not ours.at, *(said and not known for known, said in texts)]
    return not any(unsaid) and all(name in ours.fields for name in theirs.fields if name != TID_USIKKER.name)


def _says_more(ours: Event, *, than: Event) -> bool:
    """Whether a person said something that the list does not, or said otherwise."""
    texts = ((ours.shared_id, than.shared_id), (ours.done_by, than.done_by))
    more = [ours.at and not than.at, *(said and said != known for said, known in texts)]
    return any(more) or any(than.fields.get(name) != value for name, value in ours.fields.items())


def _merged(ours: Event, theirs: Event) -> Event:
    """All that the two say; the person's word where they differ."""
    fields = {**theirs.fields, **ours.fields}
    if ours.at:
        fields = {name: value for name, value in fields.items() if name != TID_USIKKER.name or name in ours.fields}
    return replace(
        ours,
        event_id=_id("samlet", ours.event_id, theirs.event_id),
        at=ours.at or theirs.at,
        shared_id=ours.shared_id or theirs.shared_id,
        done_by=ours.done_by or theirs.done_by,
        fields=fields,
    )


def _moved(event: Event, *, to: str, pen: Pen) -> list[Event]:
    """The event in the list's thread, and the correction that takes it out of Pejl's own."""
    copy = replace(event, event_id=_id("flyttet", event.event_id, to), thread_id=to, recorded_at=pen.at)
    return [copy, pen.takes_out(event, because_of=copy.event_id, reason=_MOVED)]


# --- what a list does not say any more ----------------------------------------------------------------------


def restored(new: Sequence[Event], *, pairs: Iterable[Pair], known: Mapping[str, Event], pen: Pen) -> list[Event]:
    """What people had registered, and a list's event stood for, comes back when the list takes its event back."""
    gone = {str(each.fields["replaces"]): each.event_id for each in new if each.kind == RETTELSE.key}
    again = {_slot(each.event_id) for each in new if each.kind != RETTELSE.key}
    return [
        replace(
            known[other],
            event_id=_id("tilbage", other, gone[counts]),
            thread_id=known[counts].thread_id or known[other].thread_id,
            recorded_at=pen.at,
        )
        for counts, other in pairs
        if counts in gone and _slot(counts) not in again
    ]


def _slot(event_id: str) -> str:
    """The place of a list's event in the ledger, the same for all its versions."""
    return event_id.partition("-")[0]
