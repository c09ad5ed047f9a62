"""On which sheets do the units write their goals, and answer each round?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse

from pejl.web.plan.indicator_names import indicator_choices
from pejl.web.plan.models import FocusArea, LocalGoal, OutsideGoal, Round, RoundAnswer
from pejl.web.plan.sheets.sheet import Sheet

if TYPE_CHECKING:
    from pejl.web.access.actions import Doing

_WRITTEN: Final = (
    *("area", "goal", "we_do", "following", "signs"),
    # The long list last.
    *("efforts", "signs_by", "contract_goal", "outside_goals", "crosses", "indicators"),
)
_STATE: Final = LocalGoal.State


def page_of_goal(goal: LocalGoal) -> str:
    """Where a goal is read: among the others of its unit."""
    return f"{reverse('maal-enhed', args=(goal.unit.key,))}#maal-{goal.key}"


def _crosses_another(values: Mapping[str, Any]) -> Mapping[str, str]:
    area, other = values.get("area"), values.get("crosses")
    if isinstance(area, FocusArea) and area == other:
        return {"crosses": "Et mål kan ikke krydse sit eget område. Vælg et andet, eller lad feltet stå tomt."}
    return {}


def _approved(goal: Any) -> bool:
    return bool(goal.state == _STATE.GODKENDT)


def _sent_in_again(goal: Any, names: frozenset[str], doing: Doing) -> Mapping[str, Any]:
    """What was approved is not what now stands: whoever approves reads it once more."""
    if not _approved(goal) or not names & set(_WRITTEN):
        return {}
    again = {"state": _STATE.SENDT, "sent_on": doing.today, "sent_by": doing.by.name}
    return {**again, "approved_on": None, "approved_by": ""}


def _answered_once(values: Mapping[str, Any]) -> Mapping[str, str]:
    asked, goal = values.get("round"), values.get("goal")
    of = goal.pk if isinstance(goal, LocalGoal) else goal
    others = RoundAnswer.objects.filter(removed_at__isnull=True, goal=of, round=asked)
    if others.exclude(key=values.get("key", "")).exists():
        return {"round": "Målet er allerede fulgt op i den runde. Ret det svar i stedet."}
    return {}


OUTSIDE_GOAL: Final = Sheet(
    slug="andres-maal",
    tab="maal",
    model=OutsideGoal,
    one="Mål, andre har sat",
    new="Nyt mål, andre har sat",
    parent="strategy",
    main=("body", "number", "text", "source"),
    page=lambda row: f"{reverse('maal')}?strategi={row.strategy.key}#andres",
)
GOAL: Final = Sheet(
    slug="maal",
    model=LocalGoal,
    one="Mål",
    new="Nyt mål",
    parent="unit",
    strategy="unit__strategy",
    main=_WRITTEN[:5],
    more=(*_WRITTEN[5:-1], "source", _WRITTEN[-1]),
    reasoned=frozenset(_WRITTEN),
    asks_reason=_approved,
    reason_hint="Målet er godkendt. Retter du det, bliver det sendt ind igen, og grunden står ved det.",
    corrected=_sent_in_again,
    offered={"indicators": indicator_choices},
    check=_crosses_another,
    page=page_of_goal,
)
ROUND: Final = Sheet(
    slug="runde",
    tab="maal",
    model=Round,
    one="Runde",
    new="Ny runde",
    parent="strategy",
    main=("kind", "name", "due"),
    more=("when_words",),
    reasoned=frozenset({"due"}),
    page=lambda row: f"{reverse('runder')}?strategi={row.strategy.key}",
)
ROUND_ANSWER: Final = Sheet(
    slug="opfoelgning",
    model=RoundAnswer,
    one="Opfølgning på målet",
    new="Følg op på målet",
    parent="goal",
    strategy="goal__unit__strategy",
    main=("round", "far", "words", "remains"),
    more=("source",),
    stamped={"by": "name", "on": "today"},
    check=_answered_once,
    page=lambda row: page_of_goal(row.goal),
)
GOAL_SHEETS: Final = (OUTSIDE_GOAL, GOAL, ROUND, ROUND_ANSWER)
