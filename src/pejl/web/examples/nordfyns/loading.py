"""How does the empty database become Nordfyns in April 2024, with a log as it would have been?"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from django.db import transaction

from pejl.web.access.actions import Doing
from pejl.web.access.models import Unit, User
from pejl.web.examples.nordfyns import meetings, projects
from pejl.web.examples.nordfyns import strategy as told
from pejl.web.examples.nordfyns.people import CENTER, DEPARTMENT, PEOPLE, TEAM
from pejl.web.examples.nordfyns.sources import INVENTED, INVENTED_DAY, area
from pejl.web.examples.staff import make_people, make_units
from pejl.web.insight.actions import enter
from pejl.web.plan.actions import new, put
from pejl.web.plan.models import (
    Action,
    CaseReview,
    Course,
    Effect,
    Evidence,
    Experience,
    FocusArea,
    Fund,
    Judgement,
    MadeKnown,
    Option,
    OutsideReview,
    PlanUnit,
    PracticeCase,
    Project,
    Strategy,
    ThemeMeeting,
    Training,
    WheelItem,
    Wording,
)
from pejl.web.plan.practice import approve, check, found_in, mark_of

_HIRED: Final = date(2019, 8, 1)
_BEFORE: Final = date(2020, 6, 15)
_WRITTEN: Final = date(2023, 1, 3)
_STORIES: Final = date(2024, 4, 2)


def fill(*, now: datetime) -> None:
    """Fill an empty database, all or nothing; one that has people in it is left as it is."""
    with transaction.atomic():
        if User.objects.exists():
            return
        units = make_units(CENTER, {DEPARTMENT: (TEAM,)})
        people = make_people(PEOPLE, units=units, hired=_HIRED)
        strategy = _strategies(people["gerda"])
        own = _units(strategy, units, people["gerda"])
        areas, effects = _areas(strategy, people["gerda"])
        _actions(strategy, areas, people["ivar"])
        _training(strategy, areas, own, people)
        _told(effects, people)
        _figures(units[DEPARTMENT], people["ivar"])
        _meetings(strategy, areas, people["ivar"])
        _stories(strategy, areas[3], own, people)


def _on(day: date, who: User) -> Doing:
    return Doing(by=who, at=datetime.combine(day, time(10), tzinfo=UTC))


# --- the strategy -----------------------------------------------------------------------------------------------


def _strategies(head: User) -> Strategy:
    doing = _on(_BEFORE, head)
    before = new(Strategy, doing=doing, **told.BEFORE)
    course = new(Course, doing=doing, strategy=before, **told.COURSE)
    new(OutsideReview, doing=doing, course=course, **told.REVIEW)
    review: dict[str, Any] = {
        "name": "Sagerne i den indledende analyse",
        "cases": 20,
        "when_words": "Ved forløbets begyndelse",
    }
    new(CaseReview, doing=doing, course=course, source=told.COURSE["source"], **review)
    for says, source in told.PERIODS:
        about = "Den tidligere plans periode"
        new(Wording, doing=_on(_WRITTEN, head), course=course, about=about, says=says, source=source)
    strategy = new(Strategy, doing=_on(_WRITTEN, head), replaces=before, **told.STRATEGY)
    put(course, doing=_on(_WRITTEN, head), next_plan=strategy)
    new(MadeKnown, doing=_on(_WRITTEN, head), strategy=strategy, **told.MADE)
    return strategy


def _units(strategy: Strategy, units: dict[str, Unit], head: User) -> dict[str, PlanUnit]:
    made: dict[str, PlanUnit] = {}
    for number, (short, name, what, part, below) in enumerate(told.UNITS, start=1):
        made[short] = new(
            PlanUnit,
            doing=_on(_WRITTEN, head),
            reason=f"Kilde: {told.UNITS_FROM}",
            strategy=strategy,
            name=name,
            what=what,
            part=part,
            number=number,
            parent=made.get(below),
            unit=units.get(name),
        )
    return made


def _areas(strategy: Strategy, head: User) -> tuple[dict[int, FocusArea], dict[str, Effect]]:
    doing = _on(_WRITTEN, head)
    areas = {
        each["number"]: new(FocusArea, doing=doing, strategy=strategy, source=area(each["number"]), **each)
        for each in told.AREAS
    }
    effects = {}
    for number, (short, of, level, text, seen) in enumerate(told.EFFECTS, start=1):
        given: dict[str, Any] = {"area": areas[of], "level": level, "text": text, "number": number, "source": area(of)}
        effects[short] = new(Effect, doing=doing, **given)
        for kind, values in seen:
            new(Evidence, doing=doing, effect=effects[short], kind=kind, **values)
    return areas, effects


def _actions(strategy: Strategy, areas: dict[int, FocusArea], leader: User) -> None:
    for number, (of, name, profession, values) in enumerate(told.ACTIONS, start=1):
        given: dict[str, Any] = {"strategy": strategy, "area": areas[of], "number": number, "name": name}
        source = f"{area(of)}, »Konkrete handlinger«"
        new(Action, doing=_on(_WRITTEN, leader), profession=profession, source=source, **given, **values)


# --- money, courses and projects --------------------------------------------------------------------------------


def _training(
    strategy: Strategy, areas: dict[int, FocusArea], units: dict[str, PlanUnit], people: dict[str, User]
) -> None:
    doing = _on(_WRITTEN, people["ivar"])
    funds = {each["year"]: new(Fund, doing=doing, strategy=strategy, **each) for each in projects.FUNDS}
    for year, of, took_part, values in projects.COURSES:
        given = {**values, "area": areas[values["area"]], "source": projects.COURSES_FROM}
        given |= {"units": [units[each] for each in of], "participants": [people[each] for each in took_part]}
        begun = values.get("first", date(year, 1, 15)) - timedelta(days=30)
        new(Training, doing=_on(begun, people["ivar"]), strategy=strategy, fund=funds[year], **given)
    for project in projects.PROJECTS:
        new(Project, doing=doing, strategy=strategy, **{**project, "area": areas[project["area"]]})


# --- the theme meetings -----------------------------------------------------------------------------------------


def _told(effects: dict[str, Effect], people: dict[str, User]) -> None:
    for short, who, method, day, question, words in meetings.TOLD:
        given: dict[str, Any] = {
            "who": who,
            "method": method,
            "on": day,
            "question": question,
            "words": f"{words} (Opdigtet.)",
        }
        new(Experience, doing=_on(day, people["dagny"]), effect=effects[short], **given)
    for short, day, verdict, words in meetings.JUDGED:
        judged: dict[str, Any] = {
            "on": day,
            "verdict": verdict,
            "words": f"{words} (Opdigtet.)",
            "by": people["ivar"].name,
        }
        new(Judgement, doing=_on(day, people["ivar"]), effect=effects[short], **judged)


def _figures(unit: Unit, leader: User) -> None:
    """There are no cases in the example, so its figures are such as somebody types in from DUBU."""
    first, last = meetings.QUARTER
    for number, (indicator, counted, out_of) in enumerate(meetings.FIGURES, start=1):
        given = {"indicator": indicator, "counted": counted, "out_of": out_of, "unit": unit}
        given |= {"first": first, "last": last, "source": f"DUBU. {INVENTED}", "key": f"nordfyns-tal-{number}"}
        enter(given, doing=_on(_STORIES, leader))


def _meetings(strategy: Strategy, areas: dict[int, FocusArea], leader: User) -> None:
    new(WheelItem, doing=_on(_WRITTEN, leader), strategy=strategy, **meetings.WHEEL)
    made = []
    for day, themes, values in meetings.MEETINGS:
        known = {name: values[name] for name in values if name in ("name",)}
        planned = _on(_WRITTEN, leader)
        row = new(
            ThemeMeeting,
            doing=planned,
            strategy=strategy,
            on=day,
            when_words=INVENTED_DAY,
            themes=[areas[each] for each in themes],
            **known,
        )
        rest = {name: value for name, value in values.items() if name not in known}
        made.append(put(row, doing=_on(min(day, _STORIES), leader), **rest) if rest else row)
    for place, values in meetings.OPTIONS:
        day = min(meetings.MEETINGS[place][0], _STORIES)
        new(Option, doing=_on(day, leader), meeting=made[place], **values)


def _stories(strategy: Strategy, theme: FocusArea, units: dict[str, PlanUnit], people: dict[str, User]) -> None:
    """Written by the leader of the team, checked by her, approved by the head of the department."""
    for unit, shows, title, text in meetings.STORIES:
        given: dict[str, Any] = {"unit": units[unit], "area": theme, "shows": shows, "title": title, "text": text}
        doing = _on(_STORIES, people["dagny"])
        case = new(PracticeCase, doing=doing, strategy=strategy, told_on=_STORIES, source=INVENTED, **given)
        kept = {each.key: "Det står i hver kommune." for each in found_in(case, units=units.values())}
        case = check(case, answers=kept, mark=mark_of(case), doing=doing)
        approve(case, doing=_on(_STORIES, people["ivar"]))
