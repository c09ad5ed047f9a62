"""How is the circle's register written? One transaction each, with a line of change that names nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.log import changed
from pejl.web.circle.models import Assessment, Disclosure, Young
from pejl.web.circle.totals import LABELS, counted, would_be_given_away

_OLDEST = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the circle judged: outcome, words, which effort, and when it is looked at again."""

    key: str
    on: date
    outcome: str
    words: str
    effort: str
    review_on: date | None


def take_in(key: str, *, name: str, born: int, about: str, doing: Doing) -> Young:
    """A young person the circle begins to talk about; a double click writes one."""
    if not doing.today.year - _OLDEST <= born <= doing.today.year:
        raise Refused("Fødselsåret kan ikke være rigtigt for et barn eller en ung. Ret det.")
    with transaction.atomic():
        values = {"name": name.strip(), "born": born, "about": about.strip(), "taken_in_on": doing.today}
        young, new = Young.objects.get_or_create(key=key, defaults=values)
        if new:
            changed("kreds_optaget", by=doing.by, at=doing.at, raekke=young.key)
        elif young.name != name.strip():
            raise Refused("Siden er allerede brugt til en anden ung. Åbn den igen, og skriv den unge ind.")
        return young


def assess(young: Young, judged: Judged, *, doing: Doing) -> Assessment:
    """Add a judgement; who is still followed is looked at again on a day."""
    if judged.outcome != Assessment.Outcome.SLUT and not judged.review_on:
        raise Refused("Skriv, hvornår I senest ser på den unge igen. Det skal I, så længe den unge følges.")
    if judged.review_on and judged.review_on <= judged.on:
        raise Refused("Dagen, hvor I ser på den unge igen, skal ligge efter vurderingen. Ret en af dagene.")
    if judged.on > doing.today:
        raise Refused("Vurderingen kan ikke ligge i fremtiden. Ret dagen.")
    if judged.outcome in (Assessment.Outcome.INDSATS, Assessment.Outcome.ANDEN) and not judged.effort.strip():
        raise Refused("Skriv, hvilken indsats der sættes i gang.")
    with transaction.atomic():
        held = Young.objects.select_for_update().get(pk=young.pk)
        if there := Assessment.objects.filter(key=judged.key).first():
            return there
        row = Assessment.objects.create(
            key=judged.key,
            young=held,
            on=judged.on,
            outcome=judged.outcome,
            words=judged.words.strip(),
            effort=judged.effort.strip(),
            review_on=judged.review_on if judged.outcome != Assessment.Outcome.SLUT else None,
            by=doing.by.name,
            at=doing.at,
        )
        # Written down late, it does not undo what was judged after it.
        newest = held.assessments.order_by("-on", "-pk")[0]
        ended = newest.outcome == Assessment.Outcome.SLUT
        held.ended_on, held.ended_why = (newest.on, newest.words[:500]) if ended else (None, "")
        held.save(update_fields=["ended_on", "ended_why"])
        changed("kreds_vurderet", by=doing.by, at=doing.at, raekke=held.key)
        return row


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision on one number of a day: may it be published, and why."""

    on: date
    what: str
    allowed: bool
    why: str
    role: str


def disclose(decided: Decided, *, doing: Doing) -> Disclosure:
    """Let a small number be published, or take that back; kept with who, as what, and why."""
    if decided.what not in LABELS:
        raise Refused("Det tal findes ikke. Vælg et af tallene på siden.")
    if decided.allowed and not counted(decided.on)[decided.what]:
        raise Refused("Tallet er nul, så der er ikke noget at offentliggøre.")
    if decided.allowed and would_be_given_away(decided.on, decided.what):
        raise Refused("Så ville et andet lille tal kunne regnes ud. Tag stilling til det andet tal først.")
    with transaction.atomic():
        standing = Disclosure.objects.filter(on=decided.on, what=decided.what).order_by("pk").last()
        if standing and (standing.allowed, standing.why) == (decided.allowed, decided.why):
            return standing  # a double click
        row = Disclosure.objects.create(
            on=decided.on,
            what=decided.what,
            allowed=decided.allowed,
            why=decided.why,
            decided_by=doing.by.name,
            decided_as=decided.role,
            decided_at=doing.at,
        )
        action = "kreds_offentliggjort" if decided.allowed else "kreds_skjult"
        changed(action, by=doing.by, at=doing.at, tal=decided.what)
        return row
