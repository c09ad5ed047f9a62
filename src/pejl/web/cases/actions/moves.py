"""How is it written that the family has moved away, and that the municipality they move to has been told?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pejl.events import MELLEMKOMMUNAL_UNDERRETNING, SAG_FLYTTET, FieldValue
from pejl.web.access.log import changed
from pejl.web.access.models import Case
from pejl.web.cases.actions.writing import Entry, Refused, Sent, append, locked, new_event, refuse_again, spend
from pejl.web.cases.models import EventRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The new municipality has been told, that day, with a summary of the assessments that matter."""

    day: date
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """The family moved that day; ``needs`` None: nobody has judged whether help is needed."""

    day: date
    to: str
    needs: bool | None
    told: Told | None = None


def move_away(case: Case, move: Move, *, sent: Sent) -> EventRow:
    """Both in one: the case is closed here, and what the law asks before that is forgotten is told."""
    with locked(case) as held:
        refuse_again(sent.token)
        if held.closed:
            raise Refused("Sagen er allerede afsluttet eller flyttet. Se sagen, og genåbn den, hvis det er en fejl.")
        events = [new_event(held, entry, sent=sent) for entry in _entries(move)]
        spend(sent, events[-1])
        rows = append(held, events, sent=sent)
        kinds = [event.kind for event in events]
        changed("flyttet_til_kommune", by=sent.by, at=sent.at, case=held, kinds=kinds, event=events[-1].event_id)
        return rows[-1]


def _entries(move: Move) -> list[Entry]:
    """The notification first, for it may be told before the move is."""
    fields: dict[str, FieldValue] = {"til_kommune": move.to}
    moved = fields if move.needs is None else {**fields, "behov_for_stoette": move.needs}
    entries = [Entry(kind=SAG_FLYTTET.key, day=move.day, fields=moved)]
    if move.told:
        told = {**fields, "sammenfatning": move.told.summary}
        entries.insert(0, Entry(kind=MELLEMKOMMUNAL_UNDERRETNING.key, day=move.told.day, fields=told))
    return entries
