"""On which sheets are the funds, the courses, the projects and what was tried written?"""

from __future__ import annotations

from typing import Final

from pejl.web.plan.models import Fund, Project, Saving, Training, Trial
from pejl.web.plan.sheets.sheet import Sheet

FUND: Final = Sheet(
    slug="pulje",
    model=Fund,
    one="Pulje",
    new="Ny pulje",
    parent="strategy",
    main=("name", "year", "amount"),
    more=("source",),
    reasoned=frozenset({"amount"}),
)
TRAINING: Final = Sheet(
    slug="kursus",
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
)
PROJECT: Final = Sheet(
    slug="projekt",
    model=Project,
    one="Projekt",
    new="Nyt projekt",
    parent="strategy",
    main=("kind", "name", "aim", "partner", "area"),
    more=(
        *("target_group", "funder", "money", "first", "last", "when_words", "owner_words", "status"),
        *("questions", "measures", "baseline", "data", "learning", "decision", "decided_on", "decided_why", "source"),
    ),
    reasoned=frozenset({"decision"}),
)
TRIAL: Final = Sheet(
    slug="proevehandling",
    model=Trial,
    one="Prøvehandling",
    new="Ny prøvehandling",
    parent="project",
    strategy="project__strategy",
    main=("on", "tried", "saw", "following"),
)
SAVING: Final = Sheet(
    slug="raaderum",
    model=Saving,
    one="Råderumsforslag",
    new="Nyt råderumsforslag",
    parent="strategy",
    main=("name", "year", "agreed", "realised", "words"),
    more=("source",),
)
TRAINING_SHEETS: Final = (FUND, TRAINING, PROJECT, TRIAL, SAVING)
