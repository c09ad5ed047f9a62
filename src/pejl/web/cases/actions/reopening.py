"""How is a closed case opened again? Its duties come back as if it had never been closed (docs/adr/0006)."""

from __future__ import annotations

from pejl.dates import local_day
from pejl.events import SAG_GENAABNET, Event
from pejl.web.access.log import changed
from pejl.web.access.models import Case
from pejl.web.cases import bridge
from pejl.web.cases.actions.writing import Entry, Refused, Sent, append, locked, new_event, refuse_again, spend
from pejl.web.cases.models import DeadlineRow, EventRow


def reopen(case: Case, *, reason: str, sent: Sent) -> EventRow:
    """Write that it is open again, and why."""
    with locked(case) as held:
        refuse_again(sent.token)
        if not held.closed:
            raise Refused("Sagen er allerede åben. Gå til sagen, og arbejd videre der.")
        event = _opened(held, reason=reason, sent=sent)
        spend(sent, event)
        row = append(held, [event], sent=sent)[-1]
        changed("genaabnet", by=sent.by, at=sent.at, case=held, event=event.event_id)
        return row


def as_if_reopened(case: Case, *, sent: Sent) -> list[DeadlineRow]:
    """The duties as they would stand afterwards; nothing is written."""
    return bridge.as_if(case, [_opened(case, reason="", sent=sent)], as_of=sent.at)


def _opened(case: Case, *, reason: str, sent: Sent) -> Event:
    entry = Entry(kind=SAG_GENAABNET.key, day=local_day(sent.at), at=sent.at, fields={"begrundelse": reason})
    return new_event(case, entry, sent=sent)
