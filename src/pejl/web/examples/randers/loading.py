"""How does the empty database become Randers in June 2017, a year after the units sent in their goals?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any, Final

from django.db import transaction

from pejl.web.access.actions import Doing
from pejl.web.access.models import Unit, User
from pejl.web.examples.randers import goals as invented
from pejl.web.examples.randers import strategy as told
from pejl.web.examples.randers.people import AUTHORITY, CENTER, EFFORTS, LEADER, PEOPLE, PPR, SHELTER
from pejl.web.examples.randers.strategy import INVENTED, at
from pejl.web.examples.staff import make_people, make_units
from pejl.web.plan.actions import new, put
from pejl.web.plan.approving import approve, newest_change, send_back, send_in
from pejl.web.plan.models import (
    FocusArea,
    LocalGoal,
    MadeKnown,
    OutsideGoal,
    PlanUnit,
    Round,
    RoundAnswer,
    Strategy,
    WheelItem,
)
from pejl.web.plan.versions import Decision, decide
from pejl.web.plan.wheel import HELD
from pejl.web.plan.wheel_keeping import Mark, mark

MUNICIPALITY: Final = "Randers Kommune"
_HIRED: Final = date(2014, 1, 1)
_WRITTEN: Final = date(2016, 4, 1)
_DECIDED: Final = date(2016, 4, 26)
_ADJUSTED: Final = date(2017, 5, 23)
# When each unit sent in, and when its goals were approved: invented days. The shelter came after the end of June.
_SENT: Final = {
    PPR: date(2016, 6, 24),
    EFFORTS: date(2016, 6, 28),
    AUTHORITY: date(2016, 6, 29),
    SHELTER: date(2016, 7, 4),
}
_APPROVED: Final = date(2016, 7, 6)
# When the units answered each round.
_ANSWERED: Final = (date(2016, 9, 20), date(2016, 12, 14), date(2017, 3, 22))
_LATE: Final = (SHELTER, date(2017, 1, 9))  # its answer to the second round
_BACK: Final = (PPR, "oekonomi")


@dataclass(slots=True)
class Writing:
    """Who writes, and what is there already."""

    people: dict[str, User]
    units: dict[str, Unit]
    strategy: Strategy | None = None
    places: dict[str, PlanUnit] = field(default_factory=dict)
    areas: dict[str, FocusArea] = field(default_factory=dict)
    rounds: list[Round] = field(default_factory=list)

    def doing(self, by: str, day: date) -> Doing:
        """This person at nine o'clock that day."""
        return Doing(by=self.people[by], at=datetime.combine(day, time(9), tzinfo=UTC))


def fill(*, now: datetime) -> None:
    """Fill an empty database, all or nothing; one that has people in it is left as it is."""
    del now  # every day is the paper's, or invented around it
    with transaction.atomic():
        if User.objects.exists():
            return
        units = make_units(CENTER, {name: () for name in LEADER})
        writing = Writing(make_people(PEOPLE, units=units, hired=_HIRED), units)
        _strategy(writing)
        _time_plan(writing)
        _decide(writing, _DECIDED, "Papiret er dateret april 2016. Dagen er den, hvor udvalget blev orienteret.")
        goals = _goals(writing)
        _sent_in(writing, goals)
        for number in range(len(_ANSWERED)):
            _answered(writing, number)
        _adjusted(writing)


def _strategy(writing: Writing) -> None:
    doing = writing.doing("inger", _WRITTEN)
    strategy = new(Strategy, doing=doing, **told.STRATEGY)
    writing.strategy = strategy
    for number, name in enumerate(LEADER, start=1):
        values: dict[str, Any] = {"name": name, "number": number, "unit": writing.units[name]}
        writing.places[name] = new(PlanUnit, doing=doing, strategy=strategy, **values)
    for number, (key, family, name, vision, why, place) in enumerate(told.VISIONS, start=1):
        writing.areas[key] = new(
            FocusArea,
            doing=doing,
            strategy=strategy,
            number=number,
            family=family,
            name=name,
            vision=vision,
            reasoning=why,
            order_words=_order(number, family, place),
            source=at(name),
        )
    _joined(writing, doing)


def _order(number: int, family: str, place: int) -> str:
    """The citizens' visions stand in two orders, and both are kept (X3)."""
    if family == told.B and place != number:
        return f"Nr. {number} i kapitlerne og nr. {place} i papirets opsummering. Begge rækkefølger er papirets."
    return ""


def _joined(writing: Writing, doing: Doing) -> None:
    of = ((told.KL, told.KL_MARKERS, "Indledning"), (told.PARTNERSHIP, told.PARTNERSHIP_GOALS, told.VISIONS[0][2]))
    for body, texts, section in of:
        for number, text in enumerate(texts, start=1):
            values: dict[str, Any] = {"body": body, "number": number, "text": text, "source": at(section)}
            new(OutsideGoal, doing=doing, strategy=writing.strategy, **values)


def _time_plan(writing: Writing) -> None:
    doing, source = writing.doing("inger", _WRITTEN), at("Tidsplan for perioden april 2016 – maj 2017")
    for kind, name, due, words in told.ROUNDS:
        values: dict[str, Any] = {"kind": kind, "name": name, "due": due, "when_words": words}
        writing.rounds.append(new(Round, doing=doing, strategy=writing.strategy, **values))
    for name, kind, body, first, words in told.WHEEL:
        planned: dict[str, Any] = {
            "name": name,
            "kind": kind,
            "body": body,
            "first": first,
            "when_words": words,
            "source": source,
        }
        item = new(WheelItem, doing=doing, strategy=writing.strategy, **planned)
        why = "Opdigtet eksempel. Papiret siger kun, hvornår det var planlagt."
        mark(item, Mark(planned=first, how=HELD, why=why), doing=writing.doing("inger", first))
    for kind, meeting, day, words, others in told.MEETINGS:
        met: dict[str, Any] = {"kind": kind, "meeting": meeting, "on": day, "when_words": words, "others": others}
        units = list(writing.places.values()) if meeting == "Møder i afdelingerne" else []
        source = at("Proces" if kind == "tilblivelse" else "Tidsplan for perioden april 2016 – maj 2017")
        new(MadeKnown, doing=doing, strategy=writing.strategy, units=units, source=source, **met)


def _decide(writing: Writing, day: date, reason: str) -> None:
    strategy = Strategy.objects.get(title=told.STRATEGY["title"])
    decision = Decision(key=f"randers-{day}", decided_by="Forvaltningen, Børn og Familie", on=day, reason=reason)
    decide(strategy, decision, municipality=MUNICIPALITY, doing=writing.doing("inger", day))


# --- goals, rounds and the adjustment: invented, and marked so ----------------------------------------------------


def _goals(writing: Writing) -> dict[tuple[str, str], LocalGoal]:
    outside = {(each.body, each.number): each for each in OutsideGoal.objects.all()}
    found = {}
    for (unit, key), (goal, we_do, signs) in invented.GOALS.items():
        kl, partnership = invented.JOINED.get(key, ((), ()))
        others = [outside[told.KL, n] for n in kl] + [outside[told.PARTNERSHIP, n] for n in partnership]
        values: dict[str, Any] = {
            "goal": goal,
            "we_do": we_do,
            "signs": signs,
            "efforts": invented.EFFORTS_BY_VISION[key],
            "following": invented.FOLLOWING[unit],
            "signs_by": date(2017, 4, 30),
            "indicators": invented.INDICATORS.get((unit, key), []),
            "contract_goal": invented.CONTRACT.get((unit, key), ""),
            "outside_goals": others,
            "source": INVENTED,
        }
        crosses = invented.CROSSES.get((unit, key))
        values["crosses"] = writing.areas[crosses] if crosses else None
        place: dict[str, Any] = {"unit": writing.places[unit], "area": writing.areas[key]}
        found[unit, key] = new(LocalGoal, doing=writing.doing(LEADER[unit], date(2016, 6, 10)), **place, **values)
    return found


def _sent_in(writing: Writing, goals: dict[tuple[str, str], LocalGoal]) -> None:
    for unit, day in _SENT.items():
        own = [goal for (name, _), goal in goals.items() if name == unit]
        send_in(own, doing=writing.doing(LEADER[unit], day))
    judging = writing.doing("inger", _APPROVED)
    for cell, goal in goals.items():
        if cell == _BACK:
            why = "Opdigtet eksempel: Skriv, hvordan I vil se det, så vi kan tale om det i september."
            send_back(goal, why=why, read=newest_change(goal), doing=judging)
            send_in([goal], doing=writing.doing(LEADER[PPR], date(2016, 7, 8)))
        approve(goal, read=newest_change(goal), doing=writing.doing("inger", date(2016, 7, 11)))


def _answered(writing: Writing, number: int) -> None:
    row = writing.rounds[number + 1]
    goals = LocalGoal.objects.select_related("unit", "area").order_by("pk")
    for turn, goal in enumerate(goals):
        if goal.first_sent_on is None or goal.first_sent_on > row.due:
            continue
        unit = goal.unit.name
        day = _LATE[1] if (unit, number) == (_LATE[0], 1) else _ANSWERED[number]
        far = invented.WENT[turn % len(invented.WENT)][number]
        words, remains = invented.TOLD[far]
        doing = writing.doing(LEADER[unit], day)
        values: dict[str, Any] = {"far": far, "words": words, "remains": remains, "source": INVENTED}
        new(RoundAnswer, doing=doing, round=row, goal=goal, by=doing.by.name, on=day, **values)


def _adjusted(writing: Writing) -> None:
    """The paper says only that it is adjusted in May; what was changed is invented."""
    doing, why = (
        writing.doing("inger", _ADJUSTED),
        "Opdigtet eksempel: Opfølgningen i marts viste, at det haltede mest.",
    )
    values: dict[str, Any] = {
        "purpose": "Opdigtet eksempel: I det kommende år spørger alle fire enheder barnet, før de voksne taler sammen.",
        "focus_from": _ADJUSTED,
        "focus_to": date(2018, 5, 31),
    }
    put(writing.areas["med"], doing=doing, reason=why, **values)
    _decide(writing, _ADJUSTED, "Opdigtet eksempel: Medbestemmelse er sat i fokus efter opfølgningen i marts.")
