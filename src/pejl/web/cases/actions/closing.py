"""How is a case closed, and how is something agreed marked as done?

Closing where the procedure is not followed takes a reason and is never refused with one: whether it is followed is
asked again with the case locked, so that nobody closes on an old picture of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pejl.dates import local_day
from pejl.events import AFTALE_INDGAAET, AFTALE_UDFOERT, BEGRUNDELSE
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
    new_event,
    recorder,
    refuse_again,
    spend,
)
from pejl.web.cases.models import EventRow

_CLOSED: Final = "Sagen er allerede afsluttet. Den er ikke afsluttet igen."
_GONE: Final = "Aftalen står ikke i sagen længere. Åbn siden igen, og se, hvad der er aftalt nu."
_DONE: Final = "Aftalen er allerede meldt gjort. Den er ikke meldt gjort igen."


def close(case: Case, entry: Entry, *, sent: Sent, lacks: Callable[[Case], list[str]]) -> EventRow:
    """Close the case once; ``lacks`` names what the procedure misses, as it is with the case locked."""
    with locked(case) as held:
        refuse_again(sent.token)
        if held.closed:
            raise Overtaken(_CLOSED)
        missing = lacks(held)
        if missing and not str(entry.fields.get(BEGRUNDELSE.name, "")).strip():
            raise Refused(_without_reason(missing))
        event = new_event(held, entry, sent=sent)
        spend(sent, event)
        rows = append(held, [event], sent=sent)
        changed("sag_afsluttet", by=sent.by, at=sent.at, case=held, event=event.event_id, mangler=len(missing))
        return rows[-1]


def _without_reason(missing: list[str]) -> str:
    told = ", ".join(f"»{each}«" for each in missing)
    return f"Noget mangler i afslutningen: {told}. Gør det først, eller skriv, hvorfor sagen afsluttes alligevel."


def mark_done(case: Case, event_id: str, *, sent: Sent, happened: str = "") -> EventRow:
    """Something that was agreed has been done; raises Refused where it is no longer agreed."""
    with locked(case) as held:
        refuse_again(sent.token)
        agreed = EventRow.objects.filter(case=held, event_id=event_id, kind=AFTALE_INDGAAET.key, sealed=False).first()
        gone = bridge.withdrawn_ids(held)
        if agreed is None or agreed.event_id in gone:
            raise Refused(_GONE)
        done = EventRow.objects.filter(case=held, kind=AFTALE_UDFOERT.key, thread_id=agreed.thread_id)
        if any(each.event_id not in gone for each in done):
            raise Overtaken(_DONE)
        entry = Entry(
            kind=AFTALE_UDFOERT.key,
            day=local_day(sent.at),
            at=sent.at,
            thread_id=agreed.thread_id,
            done_by=recorder(sent.by),
            fields={"hvad_skete": happened.strip()},
        )
        event = new_event(held, entry, sent=sent)
        spend(sent, event)
        rows = append(held, [event], sent=sent)
        changed("aftale_gjort", by=sent.by, at=sent.at, case=held, event=event.event_id)
        return rows[-1]
