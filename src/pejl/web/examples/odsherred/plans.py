"""How does the plan the course rests on come in: its goals, its areas and actions, its courses and its year?"""

from __future__ import annotations

from typing import Any

from pejl.web.access.actions import Doing
from pejl.web.examples.odsherred import strategies
from pejl.web.examples.odsherred.shapes import ACCOUNT, DONE, NOT_TOLD, PARTLY, Did, Told
from pejl.web.examples.odsherred.themes import THEMES
from pejl.web.examples.odsherred.writing import ACCOUNTED, Written
from pejl.web.plan.actions import new, put
from pejl.web.plan.models import (
    Action,
    CourseGoal,
    Dependency,
    FocusArea,
    PlanUnit,
    Recommendation,
    Strategy,
    Training,
    WheelDone,
    WheelItem,
)


def fill_goals(written: Written) -> None:
    """The account tells the plan's purposes: one goal for each theme, a sub-goal for each purpose under it."""
    for told in THEMES:
        goal = _goal(written, str(told.number), f"{told.name}", told.did, ())
        subs = [(told.purpose, told.did, tuple(each.number for each in told.asked))] if told.purpose else []
        subs += [(each.purpose, each.did, (each.number,)) for each in told.asked if each.purpose]
        for number, (text, did, answers) in enumerate(subs, start=1):
            rows = tuple(written.asked[f"{told.number}.{each}"] for each in answers)
            _goal(written, f"{told.number}.{number}", text, did, rows, parent=goal)


def _goal(
    written: Written,
    number: str,
    text: str,
    did: tuple[Did, ...],
    rows: tuple[Recommendation, ...],
    parent: CourseGoal | None = None,
) -> CourseGoal:
    return new(
        CourseGoal,
        doing=written.at(ACCOUNTED),
        course=written.course,
        parent=parent,
        number=number,
        text=text,
        state=_state(did),
        recommendations=rows,
    )


def _state(did: tuple[Did, ...]) -> str:
    """A goal is as far as its activities: met when all are done, not told where the paper tells of none."""
    states = {each.state for each in did}
    if states <= {NOT_TOLD}:
        return NOT_TOLD
    return DONE if states == {DONE} else PARTLY


def fill_plan(written: Written, plan: Strategy) -> None:
    """The plan itself."""
    doing = written.at(ACCOUNTED)
    for number, (name, what, part) in enumerate(strategies.UNITS, start=1):
        new(PlanUnit, doing=doing, strategy=plan, name=name, what=what, part=part, number=number)
    areas = {told.number: _area(plan, told, doing=doing) for told in THEMES}
    _actions(written, plan, areas)
    for theme, values in strategies.TRAININGS:
        new(Training, doing=doing, strategy=plan, area=areas[theme], **values)
    _wheel(plan, doing)


def _actions(written: Written, plan: Strategy, areas: dict[int, FocusArea]) -> None:
    doing = written.at(ACCOUNTED)
    for number, (theme, answers, told, waits) in enumerate(strategies.ACTIONS, start=1):
        given = {"origin": Action.From.TASK_FORCE, "source": ACCOUNT, **told}
        action = new(Action, doing=doing, strategy=plan, area=areas[theme], number=number, **given)
        for what, expected in waits:
            new(Dependency, doing=doing, action=action, what=what, expected=expected)
        for each in answers:
            row = written.asked[each]
            put(row, doing=doing, actions=[*row.actions.all(), action])


def _wheel(plan: Strategy, doing: Doing) -> None:
    for values in strategies.WHEEL:
        row = new(WheelItem, doing=doing, strategy=plan, **values)
        for day in strategies.HELD.get(row.name, ()):
            new(WheelDone, doing=doing, item=row, planned=day, how=WheelDone.How.HOLDT, why=row.source)


def _area(plan: Strategy, told: Told, *, doing: Doing) -> FocusArea:
    """A theme of the plan, with the purposes the account gives it."""
    purposes = filter(None, (told.purpose, *(each.purpose for each in told.asked)))
    given: dict[str, Any] = {"number": told.number, "name": told.name, "purpose": "\n".join(purposes)}
    return new(FocusArea, doing=doing, strategy=plan, source=ACCOUNT, **given)
