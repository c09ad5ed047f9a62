"""What does the small municipality plan? One row of every sheet, with a key that says which.

``plan-handling`` is the action, ``plan-strategi`` the strategy, and so on; a new sheet needs its line in ``ROWS``.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from pejl.reports import Report, to_json
from pejl.web.access.actions import Doing
from pejl.web.access.models import User
from pejl.web.plan.actions import new
from pejl.web.plan.models import PlanRow, Strategy, StrategyVersion, WheelFeed
from pejl.web.plan.sheets import SHEET_BY_SLUG, SHEETS
from tests.web.nordby import NOW, TODAY

# What each row says besides what it belongs to; in the order they can be written. »=slug« is that sheet's row.
ROWS: dict[str, dict[str, Any]] = {
    "strategi": {"title": "Strategien", "status": "i_kraft", "first": TODAY - timedelta(days=200)},
    "enhed": {"name": "Enheden"},
    "fokusomraade": {"name": "Området", "number": 1, "purpose": "Formålet"},
    "effekt": {"level": "borger", "text": "Effekten"},
    "ses-ved": {"kind": "cases"},
    "vurdering": {"on": TODAY, "verdict": "uvist", "words": "Vi ved det ikke.", "by": "Navn på afdelingsleder"},
    "oplevelse": {"who": "barn", "method": "interview", "on": TODAY, "words": "Det var rart."},
    "spor": {"name": "Sporet"},
    "kendt": {"on": TODAY, "meeting": "Mødet"},
    "fravalg": {"text": "Fravalget", "why": "Der er ikke kræfter."},
    "handling": {"name": "Handlingen", "area": "=fokusomraade", "stage": "i_gang"},
    "venter-paa": {"what": "Det, der skal ske"},
    "status": {"on": TODAY, "now": "Vi er i gang.", "by": "Navn på afdelingsleder"},
    "evaluering": {
        "on": TODAY,
        "verdict": "behold",
        "effect_seen": "Ja.",
        "evidence": "Tre møder.",
        "by": "Navn på afdelingsleder",
    },
    "kommende": {"name": "Loven"},
    "udbredelse": {"unit": "=enhed", "lives": "skrevet"},
    "andres-maal": {"body": "Partnerskabet", "text": "Det fælles mål"},
    "maal": {"area": "=fokusomraade", "goal": "Målet"},
    "runde": {"kind": "opfoelgning", "name": "Runden", "due": TODAY},
    "opfoelgning": {"round": "=runde", "far": "paa_vej", "words": "Godt.", "by": "Enheden", "on": TODAY},
    "forloeb": {"name": "Forløbet", "body": "Task Forcen", "strategy": "=strategi"},
    "tema": {"name": "Temaet", "marker": "styring"},
    "anbefaling": {"text": "Anbefalingen"},
    "redegoerelse": {"far": "Langt."},
    "aktivitet": {"text": "Aktiviteten"},
    "udefra": {"by": "Task Forcen", "text": "Godt på vej."},
    "forloebsmaal": {"number": "1", "text": "Målet i planen"},
    "selvevaluering": {"area": "tilsyn", "moment": "start"},
    "forloebsmoede": {"kind": "status", "name": "Statusmødet"},
    "sagsgennemgang": {"name": "Gennemgangen", "cases": 3},
    "fund": {"marker": "udredning", "text": "Fundet"},
    "ordlyd": {"about": "Dagen", "says": "Den første i måneden."},
    "eftersyn": {"body": "Revisionen", "what": "Bemærkning", "year": 2019},
    "aarshjul": {"name": "Punktet", "kind": "moede", "first": TODAY, "strategy": "=strategi"},
    "aarshjul-holdt": {"planned": TODAY, "how": "holdt"},
    "temamoede": {"name": "Temamødet", "on": TODAY},
    "handlemulighed": {"text": "Muligheden"},
    "praksiscase": {
        "unit": "=enhed",
        "area": "=fokusomraade",
        "shows": "lykkes",
        "title": "Casen",
        "text": "Et barn fik det bedre.",
        "told_on": TODAY,
    },
    "pulje": {"year": 2026, "amount": 250_000},
    "kursus": {"name": "Kurset"},
    "projekt": {"name": "Projektet"},
    "proevehandling": {"tried": "Det prøvede vi"},
    "raaderum": {"name": "Forslaget"},
}


def plan(by: User) -> dict[str, PlanRow]:
    """Write one row of each kind; {slug: row}."""
    doing = Doing(by=by, at=NOW - timedelta(days=10))
    made: dict[str, Any] = {}
    for slug, values in ROWS.items():
        sheet = SHEET_BY_SLUG[slug]
        given: dict[str, Any] = {"key": f"plan-{slug}"} | {
            name: made[value[1:]] if isinstance(value, str) and value.startswith("=") else value
            for name, value in values.items()
        }
        if sheet.parent:
            parent = sheet.model._meta.get_field(sheet.parent).related_model
            given[sheet.parent] = next(row for row in made.values() if type(row) is parent)
        made[slug] = new(sheet.model, doing=doing, **given)
    _version(made["strategi"], doing)
    address = "plan-kalender"
    WheelFeed.objects.create(token=address, strategy=made["strategi"], user=by, made_at=doing.at)
    return made


def _version(strategy: Strategy, doing: Doing) -> None:
    """One that was decided before anything of this was written."""
    paper = Report(title="Strategien, som den stod", municipality="Nordby Kommune", made_at=doing.at, parts=())
    StrategyVersion.objects.create(
        key="plan-udgave",
        strategy=strategy,
        number=1,
        on=doing.today - timedelta(days=20),
        reason="Den er besluttet.",
        decided_by="Udvalget",
        made_by=doing.by.name,
        made_at=doing.at,
        content=json.loads(to_json(paper)),
    )


def missing() -> set[str]:
    """Sheets without a row here."""
    return {sheet.slug for sheet in SHEETS} - set(ROWS)
