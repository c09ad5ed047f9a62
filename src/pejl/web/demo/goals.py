"""What has been agreed in some demo cases: goals and how they go, what people do by when, and who waits?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from pejl import events as e
from pejl.dates import local_day, start_of_day
from pejl.events import Event, FieldValue, Kind
from pejl.web.demo.municipality import Municipality
from pejl.web.demo.people import SOURCE


@dataclass(frozen=True, slots=True)
class _Told:
    """Something that happened so many days ago in a course of its own; dates in the fields are days from today."""

    kind: Kind
    days_ago: int
    thread: str
    told: dict[str, FieldValue] = field(default_factory=dict)
    senest: int | None = None


def _goal(thread: str, words: str, *, whose: str, measured: str, senest: int) -> _Told:
    told: dict[str, FieldValue] = {"maal": words, "hvis_ord": whose, "maales_paa": measured}
    return _Told(e.MAAL_AFTALT, 75, thread, {**told, "aftalt_med": "Barnet og mor"}, senest)


def _judged(thread: str, days_ago: int, status: str, assessment: str) -> _Told:
    return _Told(e.MAAL_VURDERET, days_ago, thread, {"maalstatus": status, "vurdering": assessment})


def _agreed(thread: str, who: str, what: str, *, days_ago: int, senest: int) -> _Told:
    return _Told(e.AFTALE_INDGAAET, days_ago, thread, {"hvem_goer": who, "hvad": what}, senest)


# The first case of the list has all of it; the others a little each.
_TOLD: Final = (
    (
        _goal(
            "DEMO-M1",
            "Jeg vil gerne kunne sove i min egen seng hele natten",
            whose="barnet",
            measured="Mor skriver en streg i kalenderen for hver nat. Fem nætter om ugen er nok.",
            senest=40,
        ),
        _goal(
            "DEMO-M2",
            "Vi kommer til tiden i skole og spiser morgenmad sammen",
            whose="faelles",
            measured="Skolen ringer ikke, og der er morgenmad fire dage om ugen.",
            senest=-6,
        ),
        _judged("DEMO-M1", 45, "uaendret", "Det går op og ned. Far er med om aftenen nu."),
        _judged("DEMO-M1", 12, "fremgang", "Fire nætter om ugen de sidste tre uger."),
        _agreed("DEMO-A1", "Skolens lærer", "Ringer til mor hver fredag", days_ago=12, senest=-3),
        _agreed("DEMO-A2", "Rådgiver", "Spørger familiehuset om en aftengruppe", days_ago=12, senest=9),
        _agreed("DEMO-A3", "Mor", "Taler med egen læge", days_ago=30, senest=-16),
        _Told(e.AFTALE_UDFOERT, 18, "DEMO-A3", {"hvad_skete": "Tid hos lægen i næste uge."}),
    ),
    (
        _Told(
            e.INDSATS_PAA_VENTELISTE,
            64,
            "DEMO-V1",
            {"indsatstype": "Familiebehandling", "anden_hjaelp": True, "hjaelp_imens": "Kontaktperson om tirsdagen"},
        ),
    ),
    (_Told(e.INDSATS_PAA_VENTELISTE, 31, "DEMO-V1", {"indsatstype": "Familiebehandling"}),),
    (_agreed("DEMO-A1", "Sundhedsplejersken", "Besøger hjemmet igen", days_ago=5, senest=2),),
)


def goals_and_agreements(municipality: Municipality, cases: list[str], *, now: datetime) -> Iterator[Event]:
    """The events, on the first of these cases that were there in time."""
    today = local_day(now)
    before = today - timedelta(days=90)
    old = [number for number in cases if any(each.day < before for each in municipality.by_case[number])]
    for number, told in zip(old, _TOLD, strict=False):
        for place, each in enumerate(told):
            yield _event(number, each, place, today=today)


def _event(number: str, told: _Told, place: int, *, today: date) -> Event:
    day = today - timedelta(days=told.days_ago)
    fields = dict(told.told)
    if told.senest is not None:
        fields["senest"] = today + timedelta(days=told.senest)
    return Event(
        event_id=f"demo-{number}-{told.thread}-{place}",
        case_id=number,
        kind=told.kind.key,
        day=day,
        thread_id=told.thread,
        recorded_at=start_of_day(day) + timedelta(hours=15),
        source=SOURCE,
        fields=fields,
    )
