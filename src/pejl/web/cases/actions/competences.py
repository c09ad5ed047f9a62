"""How is it decided who may grant what, from a day on? Only added to: that is its history (requirements C19, C20)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db import IntegrityError, transaction

from pejl.dates import FIRST_DAY, danish_date, local_day
from pejl.law import read_paragraph
from pejl.web.access.log import changed
from pejl.web.cases.actions.writing import Refused, Sent
from pejl.web.cases.competence import LEVELS
from pejl.web.cases.models import Competence, FormToken

# A mistyped year could never be taken back.
FURTHEST: Final = timedelta(days=2 * 365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided: the lowest who may grant this measure, from when, and why."""

    measure: str
    decides: str
    first: date
    reason: str
    visitation_first: bool = False


def decide(decision: Decision, *, sent: Sent) -> None:
    """Add the decision to the history; sent again, the same form changes nothing."""
    measure = _checked(decision, today=local_day(sent.at))
    try:
        with transaction.atomic():
            if FormToken.objects.filter(token=sent.token).exists():
                return
            FormToken.objects.create(token=sent.token, used_at=sent.at, event_id="")
            Competence.objects.create(
                measure=measure,
                decides=decision.decides,
                visitation_first=decision.visitation_first,
                first=decision.first,
                decided_by=sent.by.name,
                decided_at=sent.at,
                reason=decision.reason.strip(),
            )
            changed("egen_kompetence", by=sent.by, at=sent.at, measure=measure, decides=decision.decides)
    except IntegrityError as error:
        if FormToken.objects.filter(token=sent.token).exists():
            return
        told = danish_date(decision.first)
        raise Refused(
            f"Der er allerede en beslutning om {measure}, der gælder fra {told}. Vælg en anden dag."
        ) from error


def _checked(decision: Decision, *, today: date) -> str:
    """The measure in the one spelling; raises Refused for what cannot be decided."""
    measure = read_paragraph(decision.measure)
    if not measure:
        raise Refused("Paragraffen kan ikke læses. Skriv den som § 32, stk. 1, nr. 3.")
    if decision.decides not in LEVELS:
        raise Refused("Vælg, hvem der må bevilge det.")
    if decision.first < FIRST_DAY or decision.first > today + FURTHEST:
        raise Refused("Dagen ligger for langt væk. Se efter, om årstallet er rigtigt.")
    if decision.first < today:
        raise Refused("En beslutning kan tidligst gælde fra i dag. Ellers blev gamle bevillinger bedømt efter en ny.")
    if not decision.reason.strip():
        raise Refused("Der mangler en begrundelse. Skriv kort hvorfor, og hvor det er besluttet.")
    return measure
