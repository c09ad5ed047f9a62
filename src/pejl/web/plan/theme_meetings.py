"""What does a theme meeting rest on: figures, ledelsestilsyn, practice, and the choices talked about (A27)?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from django.db.models import Prefetch

from pejl.web.plan.areas import SEEN, Level, Voice, by_level, there, voices
from pejl.web.plan.models import (
    Effect,
    Evidence,
    Experience,
    FocusArea,
    Judgement,
    Option,
    PlanUnit,
    PracticeCase,
    Strategy,
    ThemeMeeting,
)
from pejl.web.plan.practice import approved_cases, departments, units_of

# Nordfyns' strategy says two a year; no law does. A strategy that holds none is not reminded of it.
A_YEAR: Final = 2


@dataclass(frozen=True, slots=True)
class Year:
    """The meetings of a year, and how many are missing."""

    year: int
    meetings: Sequence[ThemeMeeting]

    @property
    def missing(self) -> int:
        """How many fewer than it should be."""
        return max(0, A_YEAR - len(self.meetings))


def years(strategy: Strategy) -> list[Year]:
    """Every year of the strategy from the first to the last; none where it has no theme meetings at all."""
    meetings = list(there(ThemeMeeting, "on", strategy=strategy).prefetch_related(_THEMES))
    if not meetings:
        return []
    ends = [each.year for each in (strategy.first, strategy.last) if each]
    every = [each.on.year for each in meetings] + ends
    by_year = {year: list(rows) for year, rows in groupby(meetings, key=lambda each: each.on.year)}
    return [Year(year, by_year.get(year, [])) for year in range(min(every), max(every) + 1)]


_THEMES: Final = Prefetch("themes", there(FocusArea, "number"))


def meeting_of(key: str) -> ThemeMeeting | None:
    """The meeting, if it is there."""
    found: ThemeMeeting | None = there(ThemeMeeting, key=key).select_related("strategy").first()
    return found


# --- what it rests on -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wanted:
    """An effect with all that can tell whether it came, and how it was judged up to the day of the meeting."""

    effect: Effect
    figures: Sequence[Evidence]
    asked_in_supervision: Sequence[Evidence]
    other: Sequence[Evidence]
    voices: Sequence[Voice]
    judged: Judgement | None


@dataclass(frozen=True, slots=True)
class Subject:
    """A theme of the meeting, effect by effect."""

    area: FocusArea
    levels: Sequence[tuple[str, Sequence[Wanted]]]

    @property
    def wanted(self) -> list[Wanted]:
        """Every effect of it."""
        return [each for _, effects in self.levels for each in effects]

    @property
    def unjudged(self) -> int:
        """How many of its effects nobody has judged."""
        return sum(each.judged is None for each in self.wanted)


def subjects(meeting: ThemeMeeting) -> list[Subject]:
    """The themes with their effects, in a fixed number of questions."""
    effects = there(Effect, "level", "number").prefetch_related(
        *SEEN, Prefetch("experiences", there(Experience, "-on"))
    )
    areas = there(FocusArea, "number", theme_meetings=meeting).prefetch_related(Prefetch("effects", effects))
    return [Subject(area, [_level(level, meeting.on) for level in by_level(area.effects.all())]) for area in areas]


def _level(level: Level, day: date) -> tuple[str, list[Wanted]]:
    return level.label, [_wanted(effect, day) for effect in level.effects]


def _wanted(effect: Effect, day: date) -> Wanted:
    evidence = effect.seen_by
    kind = Evidence.Kind
    heard = (kind.INDIKATOR, kind.TILSYN, kind.OPLEVELSE)
    return Wanted(
        effect=effect,
        figures=[each for each in evidence if each.kind == kind.INDIKATOR],
        asked_in_supervision=[each for each in evidence if each.kind == kind.TILSYN],
        other=[each for each in evidence if each.kind not in heard],
        voices=_until(voices(effect), day),
        judged=next((each for each in effect.judged_as if each.on <= day), None),
    )


def _until(told: Iterable[Voice], day: date) -> list[Voice]:
    """What had been told by the day of the meeting."""
    return [Voice(voice.who, [each for each in voice.told if each.on <= day]) for voice in told]


@dataclass(frozen=True, slots=True)
class FromPractice:
    """What a department has told that may be shown, and what is on its way."""

    unit: PlanUnit
    cases: Sequence[PracticeCase]
    coming: int


def from_practice(meeting: ThemeMeeting, areas: Sequence[FocusArea]) -> list[FromPractice]:
    """Department by department, also those that have told nothing (A28)."""
    units = units_of(meeting.strategy)
    cases = approved_cases(meeting.strategy, areas)
    drafts = there(PracticeCase, strategy=meeting.strategy, area__in=[each.pk for each in areas])
    waiting = Counter(drafts.exclude(state=PracticeCase.State.GODKENDT).values_list("unit_id", flat=True))
    tell = {unit.pk for unit in departments(units)}
    told = {pk: list(rows) for pk, rows in groupby(cases, key=lambda each: each.unit_id)}
    return [
        FromPractice(unit, told.get(unit.pk, []), waiting[unit.pk])
        for unit in units
        if unit.pk in tell or unit.pk in told
    ]


# --- what was agreed, and what came of it -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LastTime:
    """The meeting before, and the choices it made."""

    meeting: ThemeMeeting
    chosen: Sequence[Option]


def last_time(meeting: ThemeMeeting) -> LastTime | None:
    """What the one before agreed; None where this is the first."""
    earlier = there(ThemeMeeting, "-on", strategy_id=meeting.strategy_id, on__lt=meeting.on).first()
    if earlier is None:
        return None
    chosen = there(Option, meeting=earlier, outcome=Option.Outcome.VALGT)
    return LastTime(earlier, list(chosen.select_related("meeting")))
