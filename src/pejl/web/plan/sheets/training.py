"""On which sheets are the funds, the courses, the projects and what was tried written?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.urls import reverse

from pejl.web.plan.models import Fund, Project, Saving, Training, Trial
from pejl.web.plan.sheets.sheet import Sheet


def _page_of_training(row: Fund | Training) -> str:
    return f"{reverse('uddannelse')}?strategi={row.strategy.key}"


def _page_of_project(project: Project) -> str:
    return reverse("projekt", args=(project.key,))


def _course_days(values: Mapping[str, Any]) -> Mapping[str, str]:
    first, last = values.get("first"), values.get("last")
    if first and last and last < first:
        return {"last": "Kurset kan ikke slutte, før det begynder. Ret en af dagene."}
    return {}


def _decided_with_reason(values: Mapping[str, Any]) -> Mapping[str, str]:
    first, last = values.get("first"), values.get("last")
    if first and last and last < first:
        return {"last": "Projektet kan ikke slutte, før det begynder. Ret en af dagene."}
    if values.get("decision") and not values.get("decided_why"):
        return {"decided_why": "Der er truffet en beslutning om projektet. Skriv begrundelsen."}
    return {}


FUND: Final = Sheet(
    slug="pulje",
    tab="uddannelse",
    model=Fund,
    one="Pulje",
    new="Ny pulje",
    parent="strategy",
    main=("name", "year", "amount"),
    more=("source",),
    reasoned=frozenset({"amount"}),
    page=_page_of_training,
)
TRAINING: Final = Sheet(
    slug="kursus",
    tab="uddannelse",
    model=Training,
    one="Kursus",
    new="Nyt kursus",
    parent="strategy",
    main=("name", "area", "first", "stage", "supplier"),
    more=(
        *("theme", "last", "when_words", "together", "units", "participants", "seats", "competence"),
        *("fund", "committed", "spent", "funder", "exercise", "exercise_on", "seen_in", "source"),
    ),
    reasoned=frozenset({"committed", "spent"}),
    check=_course_days,
    page=_page_of_training,
    hints={
        "committed": "Sat af til kurset, men ikke betalt endnu.",
        "when_words": "Fx »foråret 2025«, når papiret ikke skriver en dag.",
    },
)
PROJECT: Final = Sheet(
    slug="projekt",
    tab="projekter",
    model=Project,
    one="Projekt",
    new="Nyt projekt",
    parent="strategy",
    main=("kind", "name", "aim", "partner", "area"),
    more=(
        *("target_group", "funder", "money", "first", "last", "when_words", "owner_words", "status"),
        *("questions", "measures", "baseline", "data", "learning", "decision", "decided_on", "decided_why"),
        *("handed_on", "left_behind", "kept_by", "source"),
    ),
    reasoned=frozenset({"decision"}),
    check=_decided_with_reason,
    page=_page_of_project,
)
TRIAL: Final = Sheet(
    slug="proevehandling",
    model=Trial,
    one="Prøvehandling",
    new="Ny prøvehandling",
    parent="project",
    strategy="project__strategy",
    main=("on", "tried", "saw", "following"),
    page=lambda row: _page_of_project(row.project),
)
SAVING: Final = Sheet(
    slug="raaderum",
    tab="projekter",
    model=Saving,
    one="Råderumsforslag",
    new="Nyt råderumsforslag",
    parent="strategy",
    main=("name", "year", "agreed", "realised", "words"),
    more=("source",),
    page=lambda row: f"{reverse('projekter')}?strategi={row.strategy.key}",
)
TRAINING_SHEETS: Final = (FUND, TRAINING, PROJECT, TRIAL, SAVING)
