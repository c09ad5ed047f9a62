"""How is it written that a child asks for another adviser, and what the answer was?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pejl.dates import local_day
from pejl.events import (
    RAADGIVER_FRATRAADT,
    RAADGIVER_TILDELT,
    RAADGIVERSKIFT_BESVARET,
    RAADGIVERSKIFT_OENSKET,
    SVAR_TIL_BARNET,
    Event,
    FieldValue,
)
from pejl.web.access.log import changed
from pejl.web.access.models import Case
from pejl.web.cases.actions.writing import Entry, Refused, Sent, append, locked, new_event, refuse_again, spend
from pejl.web.cases.models import EventRow
from pejl.web.cases.wishes import open_wish

_BY_THE_CHILD: Final = "barnet_bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Yes or no, why, who takes over, and what the child was told and when; empty: not told yet."""

    granted: bool
    reason: str
    adviser: str = ""
    told: str = ""
    told_on: date | None = None


def wish(case: Case, *, day: date, words: str, reason: str, sent: Sent) -> EventRow:
    """The child's own words, and what lies behind them if it was said."""
    with locked(case) as held:
        refuse_again(sent.token)
        if open_wish(held):
            raise Refused("Barnets ønske står der allerede og venter på svar. Skriv svaret i stedet.")
        fields = {"barnets_ord": words, "begrundelse": reason}
        event = new_event(held, Entry(kind=RAADGIVERSKIFT_OENSKET.key, day=day, fields={**fields}), sent=sent)
        spend(sent, event)
        row = append(held, [event], sent=sent)[-1]
        changed("raadgiverskift_oensket", by=sent.by, at=sent.at, case=held, event=event.event_id)
        return row


def answer(case: Case, given: Answer, *, sent: Sent) -> EventRow:
    """The answer, what the child was told, and the change of adviser if it is yes: all at once."""
    with locked(case) as held:
        refuse_again(sent.token)
        if not open_wish(held):
            raise Refused("Der er ikke noget ønske, der venter på svar. Gå til sagen, og se, om det er besvaret.")
        if given.granted and given.adviser in ("", held.adviser):
            raise Refused("Vælg den rådgiver, der får sagen. Det skal være en anden end den, barnet har nu.")
        events = [new_event(held, each, sent=sent) for each in _entries(held, given, sent=sent)]
        spend(sent, events[0])
        rows = append(held, events, sent=sent)
        changed("raadgiverskift_besvaret", by=sent.by, at=sent.at, case=held, event=events[0].event_id)
        return _row_of(rows, events[0])


def _row_of(rows: list[EventRow], event: Event) -> EventRow:
    return next(row for row in rows if row.event_id == event.event_id)


def _entries(case: Case, given: Answer, *, sent: Sent) -> list[Entry]:
    today, by = local_day(sent.at), sent.by.initials
    reply: dict[str, FieldValue] = {"imoedekommet": given.granted, "begrundelse": given.reason}
    entries = [Entry(kind=RAADGIVERSKIFT_BESVARET.key, day=today, at=sent.at, done_by=by, fields=reply)]
    if given.told_on:
        told: dict[str, FieldValue] = {"svar": given.told}
        entries.append(Entry(kind=SVAR_TIL_BARNET.key, day=given.told_on, done_by=by, fields=told))
    if not given.granted:
        return entries
    if case.adviser:
        # A second before the next one begins, so that nobody has to guess which came first.
        left = Entry(
            kind=RAADGIVER_FRATRAADT.key,
            day=today,
            at=sent.at - timedelta(seconds=1),
            done_by=case.adviser,
            fields={"aarsag": _BY_THE_CHILD},
        )
        entries.append(left)
    return [*entries, Entry(kind=RAADGIVER_TILDELT.key, day=today, at=sent.at, done_by=given.adviser)]
