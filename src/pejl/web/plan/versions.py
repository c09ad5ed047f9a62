"""How is a strategy decided, so that it can be read as it stood ever after?

A version is the strategy as a paper. It is frozen in one act with the reason, the body and the day, and never written
again; what leaders change afterwards stands in the strategy itself and in its history.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction

from pejl.dates import danish_date
from pejl.reports import Report, from_json, hash_of, to_json
from pejl.web.access.actions import Doing, Refused
from pejl.web.access.log import changed
from pejl.web.plan.actions import put
from pejl.web.plan.models import PlanChange, Strategy, StrategyVersion
from pejl.web.plan.paper import strategy_paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who decided it, when, and why now. ``key``: made with the empty form, so that two clicks are one version."""

    key: str
    decided_by: str
    on: date
    reason: str


def decide(strategy: Strategy, decision: Decision, *, municipality: str, doing: Doing) -> StrategyVersion:
    """Freeze the strategy as it stands; a draft comes into force with it, and what it replaces is replaced."""
    if decision.on > doing.today:
        raise Refused("Dagen ligger i fremtiden. Skriv den dag, udgaven blev besluttet.")
    with transaction.atomic():
        if made := StrategyVersion.objects.filter(key=decision.key).first():
            return made
        held = Strategy.objects.select_for_update().get(pk=strategy.pk)
        before = held.versions.defer("content").order_by("-number").first()
        if before and decision.on < before.on:
            raise Refused(f"Udgave {before.number} er besluttet {danish_date(before.on)}. Den næste kan ikke være før.")
        _come_into_force(held, decision, doing=doing)
        number = before.number + 1 if before else 1
        paper = replace(strategy_paper(held, municipality=municipality, made_at=doing.at), version=f"Udgave {number}")
        version = StrategyVersion.objects.create(
            key=decision.key,
            strategy=held,
            number=number,
            on=decision.on,
            reason=decision.reason,
            decided_by=decision.decided_by,
            made_by=doing.by.name,
            made_at=doing.at,
            content=json.loads(to_json(paper)),
        )
        _log(version, doing=doing)
        changed("plan_udgave", by=doing.by, at=doing.at, strategi=held.key, udgave=number, sha256=hash_of(paper))
        return version


def paper_of(version: StrategyVersion) -> Report:
    """The paper as it was frozen."""
    return from_json(json.dumps(version.content))


def _come_into_force(strategy: Strategy, decision: Decision, *, doing: Doing) -> None:
    if strategy.status != Strategy.Status.KLADDE:
        return
    put(
        strategy,
        doing=doing,
        reason=decision.reason,
        day=decision.on,
        status=Strategy.Status.I_KRAFT,
        decided_by=decision.decided_by,
        decided_on=decision.on,
    )
    strategy.refresh_from_db()
    if strategy.replaces and strategy.replaces.status == Strategy.Status.I_KRAFT:
        reason = f"Erstattet af »{strategy.title}«."
        put(strategy.replaces, doing=doing, reason=reason, day=decision.on, status=Strategy.Status.ERSTATTET)


def _log(version: StrategyVersion, *, doing: Doing) -> None:
    """A line among the strategy's changes, so that what has happened since tells of it."""
    PlanChange.objects.create(
        at=doing.at,
        day=version.on,
        by_name=doing.by.name,
        by_username=doing.by.username,
        act=PlanChange.Act.CHANGED,
        strategy=version.strategy.key,
        sheet="strategi",
        row=version.strategy.key,
        title=version.strategy.title,
        field="versions",
        label="Udgave",
        before=f"Udgave {version.number - 1}" if version.number > 1 else "",
        after=f"Udgave {version.number}",
        reason=version.reason,
    )
