"""How does the empty database become Norddjurs on 18 August 2025, with a log as it would have been?"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from django.db import transaction

from pejl.indicators import INDICATORS
from pejl.web.access.actions import Doing
from pejl.web.access.models import Post, Unit, User, new_key
from pejl.web.circle.actions import Judged, assess, take_in
from pejl.web.circle.models import Assessment
from pejl.web.examples.norddjurs import actions, projects
from pejl.web.examples.norddjurs import strategy as told
from pejl.web.examples.norddjurs.people import CENTER, DEPARTMENT, PEOPLE, TEAM
from pejl.web.examples.norddjurs.sources import STATUS
from pejl.web.examples.norddjurs_sag import People as Authors
from pejl.web.examples.norddjurs_sag import make_item
from pejl.web.examples.staff import make_people, make_units
from pejl.web.plan.actions import new, put
from pejl.web.plan.models import (
    Action,
    Dependency,
    Effect,
    Evidence,
    FocusArea,
    Fund,
    MadeKnown,
    OutsideReview,
    PlanUnit,
    Pressure,
    Project,
    Report,
    RollOut,
    Strategy,
    Track,
    Training,
    WheelItem,
)

_HIRED: Final = date(2020, 1, 1)
_NEW_HEAD: Final = date(2025, 8, 18)
_DECIDED: Final = date(2024, 12, 10)
_APRIL: Final = date(2025, 4, 10)
_JUNE: Final = date(2025, 6, 16)
_AUGUST: Final = date(2025, 8, 15)
# The paper: fourteen assessed, four with a new effort. How the others divide it does not say; that is invented.
_YOUNG: Final = (("indsats", 4), ("har_hjaelp", 6), ("foelges", 4))


def fill(*, now: datetime) -> None:
    """Fill an empty database, all or nothing; one that has people in it is left as it is."""
    with transaction.atomic():
        if User.objects.exists():
            return
        units = make_units(CENTER, {DEPARTMENT: (TEAM,)})
        people = make_people(PEOPLE, units=units, hired=_HIRED)
        Post.objects.filter(user=people["signe"]).update(first=_NEW_HEAD)
        strategy = _strategy(people, units)
        made = _actions(strategy, people)
        _since_april(strategy, made, people)
        _projects(strategy, people)
        _circle(people)
        make_item(units[DEPARTMENT], Authors(writer=people["bent"], approver=people["dorthe"]))


def _on(day: date, who: User) -> Doing:
    return Doing(by=who, at=datetime.combine(day, time(10), tzinfo=UTC))


def _strategy(people: dict[str, User], units: dict[str, Unit]) -> Strategy:
    head = people["dorthe"]
    before = new(Strategy, doing=_on(date(2022, 11, 15), head), **told.BEFORE)
    doing = _on(_DECIDED, head)
    strategy = new(Strategy, doing=doing, replaces=before, **told.STRATEGY)
    markers = {}
    for each in told.MARKERS:
        source = told.STRATEGY["source"]
        markers[each["number"]] = new(FocusArea, doing=doing, strategy=strategy, source=source, **each)
    for number, (marker, level, text, seen) in enumerate(told.EFFECTS, start=1):
        effect = new(Effect, doing=doing, area=markers[marker], level=level, text=text, number=number, source=STATUS)
        for word in seen:
            key = next(each.key for each in INDICATORS if word in each.name.lower())
            new(Evidence, doing=doing, effect=effect, kind="indikator", subject=key)
    for number, name, bears in told.TRACKS:
        areas = [markers[each] for each in bears]
        new(Track, doing=doing, strategy=strategy, number=number, name=name, areas=areas, source=STATUS)
    for number, (name, what, part, unit) in enumerate(told.UNITS, start=1):
        given: dict[str, Any] = {"name": name, "what": what, "part": part, "unit": units.get(unit), "number": number}
        new(PlanUnit, doing=doing, strategy=strategy, **given)
    for known in told.KNOWN:
        new(MadeKnown, doing=doing, strategy=strategy, **known)
    for pressure in told.PRESSURES:
        new(Pressure, doing=doing, strategy=strategy, **pressure)
    for review in told.REVIEWS:
        new(OutsideReview, doing=doing, **review)
    return strategy


def _actions(strategy: Strategy, people: dict[str, User]) -> dict[str, Action]:
    """As they stood at the status of April 2025: what came to wait later, still ran."""
    doing = _on(_APRIL, people["bent"])
    tracks = {track.number: track for track in strategy.tracks.all()}
    markers = {area.number: area for area in strategy.areas.all()}
    effects = {effect.number: effect for effect in Effect.objects.filter(area__strategy=strategy)}
    made: dict[str, Action] = {}
    for place, (track, marker, values) in enumerate(actions.ACTIONS, start=1):
        waits = values.get("stage") == "paa_hold"
        given = {name: value for name, value in values.items() if not (waits and name.startswith("hold_"))}
        given |= {"stage": "planlagt"} if waits else {}
        seen = [effects[1]] if marker == 1 else [effects[3]] if values["name"] == actions.ADVISERS else []
        made[values["name"]] = new(
            Action,
            doing=doing,
            strategy=strategy,
            track=tracks[track],
            area=markers[marker],
            number=place,
            effects=seen,
            **given,
        )
    seminar = made[actions.SEMINAR]
    new(Dependency, doing=doing, action=made[actions.PLAN], other=seminar)
    head = "Den nye børne- og familiechef er tiltrådt"
    new(Dependency, doing=doing, action=made[actions.PLACED], what=head, expected=_NEW_HEAD)
    rolled = made["Projekt Styrket Inddragelse og Samarbejde"]
    for name, lives in (
        ("Børne- og Familierådgivningen", "i_brug"),
        ("Familiehuset", "intet"),
        ("Sundhedsplejen", "intet"),
    ):
        unit = PlanUnit.objects.get(strategy=strategy, name=name)
        note = "Barnets lov først her" if lives == "i_brug" else "Udførerne følger efter"
        new(RollOut, doing=doing, action=rolled, unit=unit, lives=lives, note=note)
    return made


def _since_april(strategy: Strategy, made: dict[str, Action], people: dict[str, User]) -> None:
    """What the note of August tells as having happened since the status of April."""
    leader, head = people["bent"], people["dorthe"]
    for _, _, values in actions.ACTIONS:
        if values.get("stage") == "paa_hold":
            held = {name: value for name, value in values.items() if name.startswith("hold_")}
            put(
                made[values["name"]],
                doing=_on(date(2025, 4, 30), head),
                reason=values["hold_reason"],
                stage="paa_hold",
                hold_by=head.name,
                **held,
            )
    dubu = made["Fagsystemet DUBU tages i brug"]
    told_of = "En DUBU-konsulent er begyndt."
    new(Report, doing=_on(_JUNE, leader), action=dubu, on=date(2025, 6, 1), since=told_of, by=leader.name)
    tracks = {track.number: track for track in strategy.tracks.all()}
    for number, report in actions.REPORTS:
        new(Report, doing=_on(_AUGUST, leader), track=tracks[number], on=_AUGUST, by=leader.name, **report)


def _projects(strategy: Strategy, people: dict[str, User]) -> None:
    doing = _on(_APRIL, people["bent"])
    for project in projects.PROJECTS:
        new(Project, doing=doing, strategy=strategy, **project)
    fund = new(Fund, doing=doing, strategy=strategy, **projects.FUND)
    # The paper says that it is all used, not on what.
    spent: dict[str, Any] = {"name": "Udviklingsprocessen, ikke fordelt i papiret", "stage": "afsluttet"}
    amount = projects.FUND["amount"]
    source = projects.FUND["source"]
    new(Training, doing=doing, strategy=strategy, fund=fund, committed=amount, spent=amount, source=source, **spent)
    for training in projects.TRAININGS:
        new(Training, doing=doing, strategy=strategy, **training)
    for item in projects.WHEEL:
        new(WheelItem, doing=doing, strategy=strategy, **item)


def _circle(people: dict[str, User]) -> None:
    doing, number = _on(date(2025, 6, 15), people["ole"]), 0
    for outcome, many in _YOUNG:
        for _ in range(many):
            number += 1
            born = 2009 + number % 4
            young = take_in(new_key(), name=f"Opdigtet ung {number}", born=born, about="", doing=doing)
            assess(young, _judged(outcome, number, doing), doing=doing)


def _judged(outcome: str, number: int, doing: Doing) -> Judged:
    effort = "En konkret indsats" if outcome == Assessment.Outcome.INDSATS else ""
    review = doing.today + timedelta(days=90 + number)
    words = "Drøftet og vurderet i taskforcen."
    return Judged(key=new_key(), on=doing.today, outcome=outcome, words=words, effort=effort, review_on=review)
