"""How do new recommendations become the next plan in one act, so that each action still knows what it answers?

Everything is written in one transaction or not at all; a second click is told what the first one made.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import transaction

from pejl.web.access.actions import Doing, Refused
from pejl.web.plan import account
from pejl.web.plan.actions import new, put
from pejl.web.plan.models import Action, Course, FocusArea, Recommendation, Strategy, Theme

# How many at once is suggested: the number of short-term recommendations in the papers; people decide.
FEW: Final = 3
_NAME: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class NextPlan:
    """What people decide of the plan before it is made."""

    title: str
    focus_word: str
    focus_words: str
    few: int
    origin: Action.From


def suggested(course: Course, rows: Iterable[Recommendation]) -> dict[str, str | int]:
    """What the form starts with: the years of the target days, and the municipality's own words of before."""
    days = [day for each in rows for day in (each.given_on, each.due) if day]
    years = f" {min(days).year}–{max(days).year}" if days else ""
    before = course.strategy
    return {
        "title": f"Udviklingsplan{years}",
        "focus_word": before.focus_word if before else "Fokusområde",
        "focus_words": before.focus_words if before else "Fokusområder",
        "few": (before.few if before else None) or FEW,
        "origin": Action.From.TASK_FORCE.value,
    }


def renew(course: Course, wanted: NextPlan, *, doing: Doing) -> Strategy:
    """Make a draft: an area for each theme with something new, an action for each recommendation, in order."""
    with transaction.atomic():
        held = Course.objects.select_for_update().get(pk=course.pk)
        _refuse_made(held)
        rows = account.read(held).fresh
        if not rows:
            raise Refused("Forløbet har ingen nye anbefalinger. Skriv dem under deres tema, før planen laves.")
        plan = _strategy(held, wanted, rows, doing=doing)
        areas = _areas(plan, rows, doing=doing)
        for number, row in enumerate(rows, start=1):
            _action(plan, areas[row.theme_id], row, number=number, wanted=wanted, doing=doing)
        put(held, doing=doing, reason=f"De nye anbefalinger blev til planen »{plan.title}«.", next_plan=plan)
        return plan


def _refuse_made(course: Course) -> None:
    if course.next_plan:
        raise Refused(
            f"Anbefalingerne er allerede blevet til planen »{course.next_plan.title}«. Du behøver ikke gøre mere; "
            "ret handlingerne i den."
        )


def _strategy(course: Course, wanted: NextPlan, rows: list[Recommendation], *, doing: Doing) -> Strategy:
    last = max((each.due for each in rows if each.due), default=None)
    return new(
        Strategy,
        doing=doing,
        title=wanted.title,
        kind="Udviklingsplan",
        status=Strategy.Status.KLADDE,
        first=_from(doing.today, last),
        last=last,
        replaces=course.strategy,
        purposes=course.remaining,
        framework=f"{course.name} ({course.body})",
        focus_word=wanted.focus_word,
        focus_words=wanted.focus_words,
        few=wanted.few,
        source=course.source,
    )


def _areas(plan: Strategy, rows: list[Recommendation], *, doing: Doing) -> dict[int, FocusArea]:
    themes: dict[int, Theme] = {row.theme_id: row.theme for row in rows}
    ordered = sorted(themes.values(), key=lambda each: (each.number, each.pk))
    return {
        theme.pk: new(
            FocusArea,
            doing=doing,
            strategy=plan,
            number=number,
            name=theme.name,
            added_on=doing.today,
            reasoning=_why(theme, rows),
        )
        for number, theme in enumerate(ordered, start=1)
    }


def _why(theme: Theme, rows: list[Recommendation]) -> str:
    own = sum(row.theme_id == theme.pk for row in rows)
    told = account.counted(own, "ny anbefaling", "nye anbefalinger")
    return f"{told} under temaet »{theme.name}« i {theme.course.name}."


def _action(
    plan: Strategy, area: FocusArea, row: Recommendation, *, number: int, wanted: NextPlan, doing: Doing
) -> None:
    action = new(
        Action,
        doing=doing,
        strategy=plan,
        area=area,
        number=number,
        name=_name(row),
        text=row.text,
        stage=Action.Stage.PLANLAGT,
        # Few at a time: the first are suggested to begin now, the others wait for room.
        first=_from(doing.today, row.due) if number <= wanted.few else None,
        last=row.due,
        when_words=row.get_horizon_display(),
        origin=wanted.origin,
        origin_words=row.theme.course.name[:200],
        source=row.source,
    )
    put(row, doing=doing, reason="Blev til en handling i den næste plan.", actions=[*row.actions.all(), action])


def _name(row: Recommendation) -> str:
    words = row.problem or row.text
    return words if len(words) <= _NAME else f"{words[: _NAME - 1]}…"


def _from(today: date, last: date | None) -> date | None:
    """Today, unless the target day is passed already: then people must say when."""
    return None if last and last < today else today
