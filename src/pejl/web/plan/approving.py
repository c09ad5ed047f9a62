"""How does a unit's goal get from draft to approved? Sent in by those who lead the unit, judged by those who approve.

A goal that lacks a part of the shared template is not sent in; the sentence names what is missing. What was approved
and is corrected waits for approval again (``sheets.goals``), so that what stands as approved is what was read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.db import transaction

from pejl.dates import danish_date
from pejl.web.access.actions import Doing, Refused
from pejl.web.access.person import Person
from pejl.web.access.roles import Right
from pejl.web.plan.actions import newest_change as newest_change
from pejl.web.plan.actions import put
from pejl.web.plan.models import LocalGoal, PlanUnit

_STATE: Final = LocalGoal.State
# Goals that whoever leads the unit has in hand.
OPEN: Final = (_STATE.KLADDE, _STATE.TILBAGE)
# The shared template: each part with its fields, of which one at least says something.
_TEMPLATE: Final = (
    ("Det gør vi", ("we_do",)),
    ("Indsatser, der bidrager", ("efforts",)),
    ("Sådan følger vi op", ("following",)),
    ("Tegn på, at det lykkes (eller et nøgletal)", ("signs", "indicators")),
    ("Ventes set senest", ("signs_by",)),
)


def leads(person: Person, unit: PlanUnit) -> bool:
    """Whether they lead the unit: a post that reaches it in Pejl; any leader's where it stands in no unit of Pejl."""
    if unit.unit_id is None:
        return person.may(Right.PLAN)
    return any(Right.PLAN in place.role.rights and unit.unit_id in place.units for place in person.places)


def missing_in(goal: LocalGoal) -> list[str]:
    """The parts of the template nobody has written."""
    return [name for name, fields in _TEMPLATE if not any(getattr(goal, each) for each in fields)]


def send_in(goals: Sequence[LocalGoal], *, doing: Doing) -> int:
    """Send a unit's goals in, all or none; gives how many."""
    with transaction.atomic():
        held = [_held(each) for each in goals]
        if not held:
            raise Refused("Der er ingen mål at sende ind. Skriv et mål, eller se, om de allerede er sendt.")
        for goal in held:
            _refuse_sent(goal)
        _refuse_unfinished(held)
        for goal in held:
            put(goal, doing=doing, **_sent(goal, doing))
        return len(held)


def approve(goal: LocalGoal, *, read: str, doing: Doing) -> LocalGoal:
    """Approve a goal as it was read."""
    with transaction.atomic():
        held = _to_be_judged(goal, read)
        return put(held, doing=doing, state=_STATE.GODKENDT, approved_on=doing.today, approved_by=doing.by.name)


def send_back(goal: LocalGoal, *, why: str, read: str, doing: Doing) -> LocalGoal:
    """Give a goal back to its unit, and say why."""
    with transaction.atomic():
        held = _to_be_judged(goal, read)
        return put(held, doing=doing, reason=why, state=_STATE.TILBAGE, sent_back_why=why)


def _held(goal: LocalGoal) -> LocalGoal:
    return LocalGoal.objects.select_for_update().get(pk=goal.pk)


def _sent(goal: LocalGoal, doing: Doing) -> dict[str, Any]:
    first = {} if goal.first_sent_on else {"first_sent_on": doing.today}
    return {"state": _STATE.SENDT, "sent_on": doing.today, "sent_by": doing.by.name, "sent_back_why": "", **first}


def _refuse_sent(goal: LocalGoal) -> None:
    if goal.state in OPEN:
        return
    done = "godkendt" if goal.state == _STATE.GODKENDT else "sendt ind"
    day = f" {danish_date(goal.sent_on)}" if goal.sent_on else ""
    who = f" af {goal.sent_by}" if goal.sent_by else ""
    sent = f"Det blev sendt ind{day}{who}." if day or who else ""
    raise Refused(f"Målet »{goal.goal}« er allerede {done}. {sent} Du behøver ikke gøre mere.")


def _refuse_unfinished(goals: Sequence[LocalGoal]) -> None:
    lacking = [(goal, missing) for goal in goals if (missing := missing_in(goal))]
    if lacking:
        told = "; ".join(f"»{goal.goal}« mangler {_and(missing)}" for goal, missing in lacking)
        raise Refused(f"Intet er sendt ind endnu: {told}. Skriv det under »Ret«, og send så ind igen.")


def _and(names: Sequence[str]) -> str:
    quoted = [f"»{name}«" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} og {quoted[-1]}"


def _to_be_judged(goal: LocalGoal, read: str) -> LocalGoal:
    held = _held(goal)
    if held.state == _STATE.GODKENDT:
        day = f" {danish_date(held.approved_on)}" if held.approved_on else ""
        raise Refused(f"Målet er allerede godkendt{day} af {held.approved_by}. Du behøver ikke gøre mere.")
    if held.state != _STATE.SENDT:
        raise Refused("Målet er ikke sendt ind, eller det er allerede sendt tilbage. Vent på, at enheden sender det.")
    if newest_change(held) != read:
        raise Refused("Målet er rettet, siden du åbnede siden. Læs det igen, og tag så stilling.")
    return held
