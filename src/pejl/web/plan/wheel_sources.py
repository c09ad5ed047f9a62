"""What stands in the year's wheel? The items people write, and by themselves the rounds, theme meetings and courses.

The one place where other rows become items of the year; each is read where it belongs, and never written twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q
from django.urls import reverse

from pejl.web.plan import wheel
from pejl.web.plan.areas import there
from pejl.web.plan.models import CourseMeeting, Round, Strategy, ThemeMeeting, WheelDone, WheelItem
from pejl.web.plan.rounds import RoundStand, read, stands
from pejl.web.plan.sheets import sheet_of
from pejl.web.plan.wheel import Done, Item, Occurrence, State

COURSE: Final = ("kursus", "Møde i et forløb")
_ROUND: Final = WheelItem.Kind.RUNDE
_THEME: Final = WheelItem.Kind.TEMAMOEDE


@dataclass(frozen=True, slots=True)
class Year:
    """All items with what became of them."""

    items: list[Item]
    done: list[Done]
    fixed: frozenset[str]  # the paragraphs that already stand in the wheel

    def between(self, first: date, last: date, *, today: date) -> list[Occurrence]:
        """Every time from one day to another."""
        return wheel.occurrences(self.items, self.done, first=first, last=last, today=today)

    def years(self, today: date) -> range:
        """From the year of the first item to that of the last; with something open-ended, to next year."""
        if not self.items:
            return range(today.year, today.year + 1)
        endless = any(each.again in wheel.MONTHS_BETWEEN and each.until is None for each in self.items)
        ends = [each.until or each.first for each in self.items]
        moved = [each.on for each in self.done if each.on]
        last = max(*(day.year for day in (*ends, *moved)), today.year + 1 if endless else 0)
        return range(min(each.first.year for each in self.items), last + 1)


def year_of(strategy: Strategy, *, today: date) -> Year:
    """What stands in the wheel of a strategy; items that belong to no strategy stand in every one's."""
    rows = list(there(WheelItem, "first").filter(Q(strategy=strategy) | Q(strategy=None)))
    marks = there(WheelDone, item__in=rows).values_list("item__key", "planned", "how", "on", "why")
    items = [
        *(_written(each) for each in rows),
        *_rounds(strategy, today),
        *_themes(strategy, today),
        *_courses(strategy),
    ]
    done = [Done(item=item, planned=planned, how=how, on=on, why=why) for item, planned, how, on, why in marks]
    return Year(items, done, frozenset(each.law for each in rows if each.law))


def _written(row: WheelItem) -> Item:
    return Item(
        key=row.key,
        name=row.name,
        kind=row.kind,
        kind_words=str(row.get_kind_display()),
        first=row.first,
        again=row.again,
        until=row.until,
        body=row.body,
        law=row.law,
        when_words=row.when_words,
        source=row.source,
    )


def _rounds(strategy: Strategy, today: date) -> Iterator[Item]:
    page = f"{reverse('runder')}?strategi={strategy.key}"
    for told in stands(read(strategy, words=False), today=today):
        row: Round = told.round
        yield Item(
            key=row.key,
            name=row.name,
            kind=_ROUND.value,
            kind_words=str(_ROUND.label),
            first=row.due,
            body="Enhederne" if not told.is_adjustment else "",
            when_words=row.when_words,
            url=f"{page}#runde-{row.key}",
            told=_state_of(told, today),
        )


def _state_of(told: RoundStand, today: date) -> State:
    if told.done and (told.units or told.is_adjustment):
        return State.HELD
    return State.LATE if told.round.due < today else State.PLANNED


def _themes(strategy: Strategy, today: date) -> Iterator[Item]:
    for row in there(ThemeMeeting, "on", strategy=strategy):
        passed = State.LATE if row.on < today else State.PLANNED
        yield Item(
            key=row.key,
            name=row.name,
            kind=_THEME.value,
            kind_words=str(_THEME.label),
            first=row.on,
            url=sheet_of(ThemeMeeting).page(row),
            told=State.HELD if row.held else passed,
        )


def _courses(strategy: Strategy) -> Iterator[Item]:
    key, words = COURSE
    rows = there(CourseMeeting, "on", course__strategy=strategy, course__removed_at__isnull=True, on__isnull=False)
    for row in rows.select_related("course"):
        yield Item(
            key=row.key,
            name=f"{row.course.name}: {row.name}",
            kind=key,
            kind_words=words,
            first=row.on,
            when_words=row.when_words,
            url=reverse("forloeb-vis", args=(row.course.key,)),
            marked=False,
        )
