"""What does a strategy's page and a focus area's page need, in a fixed number of questions however much there is?

Rows that are taken out are left out here, once for all, so that no template has to remember it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.db.models import Prefetch, QuerySet

from pejl.web.plan.indicator_names import indicator_name
from pejl.web.plan.models import (
    Action,
    Effect,
    Evidence,
    Experience,
    Family,
    FocusArea,
    Judgement,
    PlanRow,
    PracticeCase,
    Strategy,
    ThemeMeeting,
    Track,
)

if TYPE_CHECKING:
    from datetime import date


def there(model: type[PlanRow], *order: str, **which: Any) -> QuerySet[Any]:
    """Rows that are not taken out, in this order."""
    return model._default_manager.filter(removed_at__isnull=True, **which).order_by(*order, "pk")


# What an effect can be seen by (``seen_by``), and how it was judged, newest first (``judged_as``). Lists of their own:
# with sixty effects on a page their managers took longer than the questions.
SEEN = (
    Prefetch("evidence", there(Evidence), to_attr="seen_by"),
    Prefetch("judgements", there(Judgement, "-on", "-pk"), to_attr="judged_as"),
)
_EFFECTS = Prefetch("effects", there(Effect, "level", "number").prefetch_related(*SEEN))


def areas_of(strategy: Strategy) -> list[FocusArea]:
    """Its focus areas with their effects, what those are seen by, and how they were judged."""
    return list(there(FocusArea, "number", strategy=strategy).prefetch_related(_EFFECTS))


def area_of(key: str) -> FocusArea | None:
    """One focus area with all that belongs to it."""
    told = Prefetch("experiences", there(Experience, "-on", "-pk"))
    effects = there(Effect, "level", "number").prefetch_related(*SEEN, told)
    approved = there(PracticeCase, "-told_on", state=PracticeCase.State.GODKENDT)
    found: FocusArea | None = (
        there(FocusArea, key=key)
        .select_related("strategy")
        .prefetch_related(
            Prefetch("effects", effects),
            Prefetch("actions", actions_in_order()),
            Prefetch("tracks", there(Track, "number")),
            Prefetch("theme_meetings", there(ThemeMeeting, "-on")),
            Prefetch("practice_cases", approved.select_related("unit")),
        )
        .first()
    )
    return found


def actions_in_order() -> QuerySet[Action]:
    """Actions by priority, with who answers for them."""
    found: QuerySet[Action] = there(Action, "number").select_related("owner")
    return found


# --- by family ------------------------------------------------------------------------------------------------


_FAMILIES: Final = {Family.BORGER: "Borgerrettede", Family.ORGANISATION: "Organisationsrettede"}


@dataclass(frozen=True, slots=True)
class Shelf:
    """The focus areas of one family; ``label`` is empty where the strategy does not part them."""

    label: str
    areas: Sequence[FocusArea]


def by_family(areas: Iterable[FocusArea]) -> list[Shelf]:
    """Those turned towards citizens, those towards the organisation, and those that are neither."""
    listed = list(areas)
    shelves = [Shelf(label, [a for a in listed if a.family == family]) for family, label in _FAMILIES.items()]
    rest = [a for a in listed if not a.family]
    parted = any(shelf.areas for shelf in shelves)
    return [shelf for shelf in (*shelves, Shelf("Øvrige" if parted else "", rest)) if shelf.areas]


@dataclass(frozen=True, slots=True)
class Level:
    """The effects wanted on one level."""

    label: str
    effects: Sequence[Effect]


def by_level(effects: Iterable[Effect]) -> list[Level]:
    """What children and families shall notice, and what staff and leaders shall (A8)."""
    words = {Family.BORGER: "For børn, unge og familier", Family.ORGANISATION: "For medarbejdere og ledere"}
    listed = list(effects)
    levels = [Level(label, [each for each in listed if each.level == level]) for level, label in words.items()]
    return [level for level in levels if level.effects]


# --- can it be seen? ------------------------------------------------------------------------------------------


def can_be_seen(effect: Effect) -> bool:
    """Whether there is one way at least: a figure that Pejl no longer has is none (A10)."""
    return any(each.kind != Evidence.Kind.INDIKATOR or bool(indicator_name(each.subject)) for each in effect.seen_by)


def unseen(areas: Iterable[FocusArea]) -> list[Effect]:
    """The effects nobody can see yet."""
    return [effect for area in areas for effect in area.effects.all() if not can_be_seen(effect)]


def newest(effect: Effect) -> Judgement | None:
    """The latest judgement of an effect, whose judgements have been asked for newest first."""
    return next(iter(effect.judged_as), None)


@dataclass(frozen=True, slots=True)
class Voice:
    """What one kind of people told of an effect; they are never mixed with others (M2, M3)."""

    who: str
    told: Sequence[Experience]


def voices(effect: Effect) -> list[Voice]:
    """Each kind that has told something, or that we said we would ask."""
    told = list(effect.experiences.all())
    asked = {each.who for each in effect.seen_by if each.kind == Evidence.Kind.OPLEVELSE}
    kinds = {who: [each for each in told if each.who == who] for who in Evidence.Who}
    return [Voice(str(who.label), rows) for who, rows in kinds.items() if rows or who in asked]


def in_focus(area: FocusArea, today: date) -> bool:
    """Whether the municipality has it in special focus now."""
    return bool(area.focus_from and area.focus_from <= today and (area.focus_to is None or today <= area.focus_to))


def chain(strategy: Strategy) -> list[Strategy]:
    """What it replaces, and what that replaced (A2); one question, and no circle goes round twice."""
    every = {each.pk: each for each in there(Strategy)}
    found: list[Strategy] = []
    before = every.get(strategy.replaces_id or 0)
    while before is not None and before != strategy and before not in found:
        found.append(before)
        before = every.get(before.replaces_id or 0)
    return found
