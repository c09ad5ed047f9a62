"""How is an action put on hold, taken up again, and how does a new head set another order? Each with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from pejl.web.access.actions import Doing, Refused
from pejl.web.plan.actions import put
from pejl.web.plan.models import Action, FocusArea, Track


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Why it waits, since when, who decided it, and what starts it again (A13)."""

    why: str
    since: date
    by: str
    until: str


def put_on_hold(action: Action, pause: Pause, *, doing: Doing) -> Action:
    """Let the action wait; what it was before stands in the history."""
    if pause.since > doing.today:
        raise Refused("Dagen ligger i fremtiden. Skriv den dag, handlingen blev sat på hold.")
    with transaction.atomic():
        held = _locked(action)
        if held.stage == Action.Stage.PAA_HOLD:
            raise Refused("Handlingen er allerede på hold. Ret den, hvis begrundelsen er en anden.")
        return put(
            held,
            doing=doing,
            reason=pause.why,
            day=pause.since,
            stage=Action.Stage.PAA_HOLD,
            hold_reason=pause.why,
            hold_since=pause.since,
            hold_by=pause.by,
            hold_until=pause.until,
        )


def _locked(action: Action) -> Action:
    """As it stands now, while nobody else can write in it."""
    return Action.objects.select_for_update(of=("self",)).get(pk=action.pk)


def take_up(action: Action, *, why: str, doing: Doing) -> Action:
    """Let the action run again; why it waited stays in the history."""
    with transaction.atomic():
        held = _locked(action)
        if held.stage != Action.Stage.PAA_HOLD:
            raise Refused("Handlingen er ikke på hold længere. Gå tilbage, og se, hvordan den står nu.")
        return put(
            held,
            doing=doing,
            reason=why,
            stage=Action.Stage.I_GANG,
            hold_reason="",
            hold_since=None,
            hold_by="",
            hold_until="",
        )


def reorder(rows: Sequence[tuple[Track | FocusArea | Action, int]], *, why: str, doing: Doing) -> int:
    """Give tracks, areas and actions their new places, all or none; gives how many moved."""
    moved = [(row, number) for row, number in rows if row.number != number]
    if not moved:
        raise Refused("Rækkefølgen er, som den var. Skriv et andet tal ud for det, der skal flyttes.")
    with transaction.atomic():
        for row, number in moved:
            put(row, doing=doing, reason=why, number=number)
    return len(moved)
