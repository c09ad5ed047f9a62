"""Which sheets are there? One list for each part of the thread."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from pejl.web.plan.models import PlanRow
from pejl.web.plan.sheets.course import COURSE_SHEETS
from pejl.web.plan.sheets.goals import GOAL_SHEETS
from pejl.web.plan.sheets.sheet import Sheet as Sheet
from pejl.web.plan.sheets.steps import STEP_SHEETS
from pejl.web.plan.sheets.strategy import STRATEGY_SHEETS
from pejl.web.plan.sheets.training import TRAINING_SHEETS
from pejl.web.plan.sheets.year import YEAR_SHEETS

SHEETS: Final = (
    *STRATEGY_SHEETS,
    *STEP_SHEETS,
    *GOAL_SHEETS,
    *COURSE_SHEETS,
    *YEAR_SHEETS,
    *TRAINING_SHEETS,
)
SHEET_BY_SLUG: Final[Mapping[str, Sheet]] = MappingProxyType({sheet.slug: sheet for sheet in SHEETS})
SHEET_BY_MODEL: Final[Mapping[type[PlanRow], Sheet]] = MappingProxyType({sheet.model: sheet for sheet in SHEETS})
if len(SHEET_BY_SLUG) != len(SHEETS) or len(SHEET_BY_MODEL) != len(SHEETS):
    raise ValueError("cannot have two sheets for one address or one model; remove one of them from SHEETS")


def field_label(field: Any) -> str:
    """A field as people call it; one that points at a row and has no name of its own is called as that row is."""
    named = str(getattr(field, "verbose_name", field.name))
    unnamed = named == field.name.replace("_", " ")
    return SHEET_BY_MODEL[field.related_model].one if unnamed and field.related_model in SHEET_BY_MODEL else named


def sheet_of(model: type[PlanRow]) -> Sheet:
    """The sheet a row of this kind is written on."""
    return SHEET_BY_MODEL[model]
