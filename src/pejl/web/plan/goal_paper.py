"""How do the units' goals stand on paper: one unit's sheets in the shared template, and all units together (N12)?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pejl.dates import local_day
from pejl.reports import Aside, Bullets, Facts, Heading, NewPage, Part, Report, Table, Text
from pejl.web.components import short_day
from pejl.web.plan.goals_page import GoalSheet, Overview, overview, sheets_of
from pejl.web.plan.indicator_names import indicator_name
from pejl.web.plan.models import LocalGoal, PlanUnit, Strategy
from pejl.web.plan.rounds import Plan, RoundStand, stands

_NOTHING = "Ikke skrevet"


def overview_paper(strategy: Strategy, plan: Plan, *, municipality: str, made_at: datetime) -> Report:
    """All units: the table, the gaps, the rounds, and then each unit's sheets."""
    told, today = overview(plan), local_day(made_at)
    parts = [part for unit in plan.units for part in (NewPage(), *_unit(plan, unit, made_at))]
    return Report(
        title="Enhedernes mål",
        subtitle=strategy.title,
        municipality=municipality,
        made_at=made_at,
        facts=_facts(plan, told),
        parts=(*_table(told), *_gaps(told), *_rounds(stands(plan, today=today)), *parts),
    )


def goal_paper(unit: PlanUnit, plan: Plan, *, municipality: str, made_at: datetime) -> Report:
    """One unit's sheets."""
    return Report(
        title=f"Mål for {unit.name}",
        subtitle=unit.strategy.title,
        municipality=municipality,
        made_at=made_at,
        parts=tuple(_unit(plan, unit, made_at)),
    )


def _facts(plan: Plan, told: Overview) -> tuple[tuple[str, str], ...]:
    approved = sum(each.state == LocalGoal.State.GODKENDT for each in plan.goals)
    return (
        ("Enheder", str(len(plan.units))),
        ("Mål", f"{len(plan.goals)}, heraf {approved} godkendt"),
        ("Områder uden mål", f"{told.gap_number} af {len(told.cells)}"),
    )


def _table(told: Overview) -> Iterator[Part]:
    yield Heading(text="Overblik")
    yield Table(
        caption="Hvor langt målene er, område for område og enhed for enhed",
        head=("Område", *(unit.name for unit in told.units)),
        rows=tuple((area.name, *(cell.words for cell in cells)) for area, cells in told.rows),
    )


def _gaps(told: Overview) -> Iterator[Part]:
    yield Heading(text="Huller")
    if not told.gaps:
        yield Text(body="Alle enheder har et mål under hvert område.")
        return
    yield Bullets(items=tuple(told.gap_lines))


def _rounds(rounds: list[RoundStand]) -> Iterator[Part]:
    if not rounds:
        return
    yield Heading(text="Runder")
    yield Table(
        caption="Hvem har svaret i hver runde",
        head=("Runde", "Senest", "Enhed", "Svar", "Kom for sent", "Stand"),
        rows=tuple(row for each in rounds for row in _round(each)),
    )


def _round(told: RoundStand) -> Iterator[tuple[str, ...]]:
    due = told.round.when_words or short_day(told.round.due)
    if told.is_adjustment:
        ended = f"{told.version}, {short_day(told.version.on)}" if told.version else "Ikke sket"
        yield told.round.name, due, "–", "–", "–", ended
    for each in told.units:
        yield told.round.name, due, each.unit.name, f"{each.answered} af {each.asked}", str(each.late), each.words


def _unit(plan: Plan, unit: PlanUnit, made_at: datetime) -> Iterator[Part]:
    yield Heading(text=unit.name)
    for under in sheets_of(plan, unit, today=local_day(made_at)):
        yield Heading(text=under.area.name, level=2)
        if not under.goals:
            yield Aside(title="Hul", body="Enheden har ikke skrevet et mål her.")
        for each in under.goals:
            yield from _goal(each)


def _goal(sheet: GoalSheet) -> Iterator[Part]:
    goal = sheet.goal
    yield Heading(text=goal.goal, level=3)
    yield Facts(pairs=tuple((name, words) for name, words in _template(goal)))
    if sheet.told:
        yield Table(
            caption=f"Runderne: {goal.goal}",
            head=("Runde", "Hvor langt", "Status", "Det, der mangler"),
            rows=tuple(
                (
                    each.round.name,
                    each.words,
                    each.answer.words if each.answer else "–",
                    (each.answer.remains if each.answer else "") or "–",
                )
                for each in sheet.told
            ),
        )


def _template(goal: LocalGoal) -> Iterator[tuple[str, str]]:
    yield "Tilstand", _state(goal)
    yield "Det gør vi", goal.we_do or _NOTHING
    yield "Indsatser, der bidrager", goal.efforts or _NOTHING
    yield "Sådan følger vi op", goal.following or _NOTHING
    yield "Tegn på, at det lykkes", goal.signs or _NOTHING
    names = [indicator_name(key) or "et nøgletal, som ikke længere findes i Pejl" for key in goal.indicators]
    yield "Nøgletal", "; ".join(names) or "Ingen"
    yield "Ventes set senest", short_day(goal.signs_by) or _NOTHING
    if goal.contract_goal:
        yield "Aftale- eller budgetmål", goal.contract_goal
    if joined := [str(each) for each in goal.outside_goals.all()]:
        yield "Svarer på mål, andre har sat", "; ".join(joined)
    if goal.source:
        yield "Kilde", goal.source


def _state(goal: LocalGoal) -> str:
    state = str(goal.get_state_display())
    if goal.state == LocalGoal.State.GODKENDT and goal.approved_on:
        return f"{state} {short_day(goal.approved_on)} af {goal.approved_by}"
    if goal.state == LocalGoal.State.SENDT and goal.sent_on:
        return f"{state} {short_day(goal.sent_on)} af {goal.sent_by}"
    return state
