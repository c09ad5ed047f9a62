"""Which goals are there in a case, whose words are they, how is it going with each, and is the plan up to date?

A goal is a course of its own: agreed once, judged many times. It was used at a follow-up when it was judged after the
follow-up before and no later than that day, so that it may be judged on the way to the meeting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from pejl import events as e
from pejl.events import BARNETS_LOV_FIRST_DAY, Event
from pejl.web.cases.forms.offered import course_mark
from pejl.web.cases.people import age_on
from pejl.web.cases.written import Written, field_of, label_of

# »Få, præcise mål« (requirement C32): above this the page asks whether there are too many.
MANY: Final = 5
# From this age the plan is a young person's plan (barnets lov § 108; law.md PLA-06).
YOUNG: Final = 16
_ENDED: Final = frozenset({"naaet", "ikke_laengere"})
_WHOSE: Final = field_of(e.MAAL_AFTALT, "hvis_ord")
_WITH: Final = field_of(e.MAAL_AFTALT, "aftalt_med")
_MEASURE: Final = field_of(e.MAAL_AFTALT, "maales_paa")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One assessment of a goal."""

    day: date
    status: str  # in words; empty where it was not said
    assessment: str
    own_words: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One goal, with its assessments, the newest first."""

    mark: str
    number: int
    words: str  # empty where they are not for this reader, or stand in the case system
    whose: str
    by_child: bool  # the child's own words
    agreed_with: str
    measured_on: str
    by_day: date | None
    agreed_on: date
    judged: tuple[Judged, ...]
    used_at: tuple[date, ...]  # the follow-ups
    passed_over: date | None  # the last follow-up, where the goal was not judged for it or since
    over: bool
    late: bool

    @property
    def latest(self) -> Judged | None:
        """How it is going."""
        return self.judged[0] if self.judged else None

    @property
    def named(self) -> str:
        """What it is called where its words cannot stand."""
        return self.words or f"Mål {self.number}"


def goals_of(written: Written) -> list[Goal]:
    """The goals of the case: those that are worked towards first, then those that are over."""
    follow_ups = sorted({each.day for each in written.of(e.OPFOELGNING_HOLDT)})
    agreed = enumerate(written.of(e.MAAL_AFTALT), start=1)
    goals = [_goal(event, number, written=written, follow_ups=follow_ups) for number, event in agreed]
    return sorted(goals, key=lambda each: (each.over, each.number))


def _goal(event: Event, number: int, *, written: Written, follow_ups: Sequence[date]) -> Goal:
    judged = [each for each in written.of(e.MAAL_VURDERET) if event.thread_id and each.thread_id == event.thread_id]
    over = bool(judged) and judged[-1].fields.get(e.MAALSTATUS.name) in _ENDED
    by_day = event.fields.get(e.SENEST.name)
    by_day = by_day if isinstance(by_day, date) else None
    used = list(_used([each.day for each in judged], since=event.day, follow_ups=follow_ups))
    return Goal(
        mark=course_mark(event.thread_id),
        number=number,
        words=written.said(event, e.MAAL),
        whose=written.said(event, _WHOSE),
        by_child=event.fields.get(_WHOSE.name) == "barnet",
        agreed_with=written.said(event, _WITH),
        measured_on=written.said(event, _MEASURE),
        by_day=by_day,
        agreed_on=event.day,
        judged=tuple(_judged(each, written=written) for each in reversed(judged)),
        used_at=tuple(used),
        passed_over=None if over else _passed_over([each.day for each in judged], event.day, used, follow_ups),
        over=over,
        late=bool(by_day and by_day < written.today and not over),
    )


def _judged(event: Event, *, written: Written) -> Judged:
    return Judged(
        day=event.day,
        status=written.said(event, e.MAALSTATUS),
        assessment=written.said(event, e.VURDERING),
        own_words=written.said(event, e.EGNE_ORD),
        by=written.who(event),
    )


def _used(judged: Sequence[date], *, since: date, follow_ups: Sequence[date]) -> Iterator[date]:
    """The follow-ups the goal was judged for."""
    for before, held in pairwise([date.min, *follow_ups]):
        if held >= since and any(before < day <= held for day in judged):
            yield held


def _passed_over(judged: Sequence[date], agreed: date, used: Sequence[date], follow_ups: Sequence[date]) -> date | None:
    last = next(reversed(follow_ups), None)
    if last is None or agreed > last or last in used or any(day > last for day in judged):
        return None
    return last


# --- the plan -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The plan as it was made or revised."""

    day: date
    label: str
    by: str
    child_said: str
    involved: str
    assessment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The plan of a case, the newest version first, and what has happened since that it may not know of."""

    name: str
    versions: tuple[Version, ...]
    since: tuple[tuple[str, date], ...]

    @property
    def latest(self) -> Version | None:
        """As it stands."""
        return self.versions[0] if self.versions else None


# What makes a plan old: the basis has changed, or a follow-up asked for something else (C22, C28, C35).
_MAKES_OLD: Final = (e.UNDERSOEGELSE_OPDATERET, e.ANBRINGELSE_AENDRET, e.VISITATION_TILBAGE)
_ASKS_FOR_MORE: Final = frozenset({"justeres", "erstattes"})


def plan_of(written: Written, *, born: date | None) -> Plan:
    """The plan, named by the law of its own day, or of today where there is none."""
    versions = written.of(e.PLAN_LAVET, e.PLAN_REVIDERET)
    last = versions[-1].day if versions else written.today
    return Plan(
        name=plan_name(last, born=born),
        versions=tuple(_version(each, written=written) for each in reversed(versions)),
        since=tuple(_since(written.events, last=last)) if versions else (),
    )


def plan_name(day: date, *, born: date | None) -> str:
    """What the law of that day calls the plan.

    >>> plan_name(date(2023, 5, 1), born=date(2005, 1, 1)), plan_name(date(2026, 5, 1), born=date(2009, 1, 1))
    ('Handleplan', 'Ungeplan')
    """
    if day < BARNETS_LOV_FIRST_DAY:
        return "Handleplan"
    return "Ungeplan" if born and age_on(born, day=day) >= YOUNG else "Barnets plan"


def _version(event: Event, *, written: Written) -> Version:
    return Version(
        day=event.day,
        label=label_of(event),
        by=written.who(event),
        child_said=written.said(event, e.BARNETS_ORD),
        involved=written.said(event, e.INDDRAGELSE_AF),
        assessment=written.said(event, e.VURDERING),
    )


def _since(events: Iterable[Event], *, last: date) -> Iterator[tuple[str, date]]:
    keys = {kind.key for kind in _MAKES_OLD}
    for each in events:
        asked = each.kind == e.OPFOELGNING_HOLDT.key and each.fields.get(e.KONSEKVENS.name) in _ASKS_FOR_MORE
        if each.day > last and (asked or each.kind in keys):
            told = f"{label_of(each)}: indsatsen {each.fields[e.KONSEKVENS.name]!s}" if asked else label_of(each)
            yield told, each.day
