"""How does a development plan read on paper: few things at a time, in order, with days, and where each comes from?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Prefetch

from pejl.reports import Aside, Bullets, Heading, Part, Report, Table, Text
from pejl.web.components import short_day
from pejl.web.plan.account import counted
from pejl.web.plan.models import Action, FocusArea, Recommendation, Strategy
from pejl.web.plan.paper import period_words


def development_paper(strategy: Strategy, *, municipality: str, made_at: datetime) -> Report:
    """The plan as it stands."""
    there = {"removed_at__isnull": True}
    asked = Recommendation.objects.filter(**there).select_related("theme").order_by("pk")
    actions = list(
        strategy.actions.filter(**there)
        .select_related("area", "owner")
        .prefetch_related(Prefetch("recommendations", asked))
        .order_by("number", "pk")
    )
    areas = list(strategy.areas.filter(**there).order_by("number", "pk"))
    return Report(
        title=strategy.title,
        subtitle=strategy.kind,
        municipality=municipality,
        made_at=made_at,
        version=strategy.get_status_display(),
        facts=_facts(strategy),
        parts=(*_why(strategy), *_order(strategy, actions), *_areas(strategy, areas, actions)),
    )


def _facts(strategy: Strategy) -> tuple[tuple[str, str], ...]:
    told = (
        ("Tid", strategy.period_words or period_words(strategy)),
        ("Besluttet af", strategy.decided_by),
        ("Erstatter", strategy.replaces.title if strategy.replaces else ""),
        ("Bygger på", strategy.framework),
    )
    return tuple((name, value) for name, value in told if value)


def _why(strategy: Strategy) -> Iterator[Part]:
    purposes = tuple(line.strip() for line in strategy.purposes.splitlines() if line.strip())
    if purposes:
        yield Heading(text="Det, planen skal")
        yield Bullets(items=purposes, numbered=True)


def _order(strategy: Strategy, actions: list[Action]) -> Iterator[Part]:
    yield Heading(text="Rækkefølge")
    words = strategy.action_words.lower()
    if strategy.few:
        yield Aside(title="Få ad gangen", body=f"Højst {strategy.few} {words} er i gang på samme tid.")
    if not actions:
        yield Text(body=f"Der er ingen {words} i planen endnu.")
        return
    yield Table(
        caption=f"{counted(len(actions), strategy.action_word.lower(), words)} i rækkefølge",
        head=("Nr.", strategy.action_word, strategy.focus_word, "Tid", "Ansvarlig"),
        rows=tuple(
            (
                str(each.number),
                each.name,
                each.area.name if each.area else "–",
                _time(each, strategy.few),
                each.owner.name if each.owner else each.owner_words or "Ingen endnu",
            )
            for each in actions
        ),
    )


def _time(each: Action, few: int | None) -> str:
    """When it begins and when it is expected; what comes after the first few waits for room."""
    begins = "venter på plads" if few and each.number > few else "begyndelsen er ikke sat"
    first = f"fra {short_day(each.first)}" if each.first else begins
    return f"{first}, senest {short_day(each.last)}" if each.last else first


def _areas(strategy: Strategy, areas: list[FocusArea], actions: list[Action]) -> Iterator[Part]:
    for area in areas:
        yield Heading(text=f"{strategy.focus_word} {area.number}: {area.name}")
        yield Text(body=area.purpose or area.reasoning)
        for each in (action for action in actions if action.area_id == area.pk):
            yield Heading(text=f"{each.number}. {each.name}", level=2)
            asked = list(each.recommendations.all())
            if each.text not in {row.text for row in asked}:
                yield Text(body=each.text)
            yield Text(body=_stands(each))
            for row in asked:
                yield Aside(
                    title=f"Svarer på en anbefaling under »{row.theme.name}«", body=f"{row.text}\n\n{row.source}"
                )


def _stands(each: Action) -> str:
    told = f"Stadie: {each.get_stage_display()}. I praksis: {each.get_lives_display().lower()}."
    if each.stage == Action.Stage.PAA_HOLD:
        until = f" Går i gang igen, når {each.hold_until}." if each.hold_until else ""
        return f"{told} På hold siden {short_day(each.hold_since)}, fordi {each.hold_reason}{until}"
    return told
