"""How does a leader write down what should happen to an early offer?"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.log import changed
from pejl.web.counselling.models import OfferJudgement
from pejl.web.counselling.offers import OFFER_BY_KEY


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What was judged: which offer in which year, what should happen, and why."""

    key: str
    offer: str
    year: int
    verdict: str
    reason: str


def judge(judged: Judged, *, doing: Doing) -> OfferJudgement:
    """Add the judgement; the ones before are kept. A double click is one."""
    if judged.offer not in OFFER_BY_KEY:
        raise Refused("Det tilbud findes ikke. Vælg et af tilbuddene på siden.")
    if judged.year > doing.today.year:
        raise Refused("Et år, der ikke er begyndt, kan ikke vurderes. Vælg et andet år.")
    with transaction.atomic():
        values = {
            "offer": judged.offer,
            "year": judged.year,
            "verdict": judged.verdict,
            "reason": judged.reason,
            "on": doing.today,
            "by": doing.by.name,
            "at": doing.at,
        }
        row, new = OfferJudgement.objects.get_or_create(key=judged.key, defaults=values)
        if new:
            changed("tilbud_vurderet", by=doing.by, at=doing.at, tilbud=judged.offer, aar=judged.year)
    return row
