"""Who may grant what in the demo, and what is before its visitation committee?"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from pejl.dates import local_day, start_of_day
from pejl.events import OPFOELGNING_HOLDT, VISITATION, VISITATION_DAGSORDEN, Event, FieldValue, Kind
from pejl.web.access.models import Case
from pejl.web.cases import bridge
from pejl.web.cases.models import Competence, EventRow
from pejl.web.demo.doors import Town
from pejl.web.demo.helped_early import GIVEN_BACK
from pejl.web.demo.people import SOURCE

_ANSWERED: Final = timedelta(days=24)

# Measure, who may, visitation first, days ago, and why.
_DECIDED: Final[tuple[tuple[str, str, bool, int, str], ...]] = (
    ("§ 30", "teamleder", False, 500, "Skærpet, mens alle forløb blev set igennem. Besluttet på ledermødet."),
    (
        "§ 30",
        "raadgiver",
        False,
        GIVEN_BACK,
        "Kompetencen er ført delvist tilbage til rådgiverne. Følges hvert kvartal.",
    ),
    ("§ 32", "teamleder", False, 500, "Besluttet på ledermødet."),
    ("§ 32, stk. 1, nr. 5", "afdelingsleder", True, 300, "Familiebehandling skal i visitationsudvalget først."),
    ("§ 46", "visitationsudvalg", True, 500, "Anbringelser drøftes altid i udvalget."),
)


def make_competences(town: Town, *, now: datetime) -> None:
    """The levels with their history, and three matters for the committee."""
    decided_by = town.users["karen"].name
    Competence.objects.bulk_create(
        Competence(
            measure=measure,
            decides=decides,
            visitation_first=first,
            first=local_day(now) - timedelta(days=days),
            decided_by=decided_by,
            decided_at=now - timedelta(days=days),
            reason=reason,
        )
        for measure, decides, first, days, reason in _DECIDED
    )
    _put_before_the_committee(town, now=now)


def _put_before_the_committee(town: Town, *, now: datetime) -> None:
    """Two wait for the next meeting, one of them seen by the committee's secretary; one answer has lost its basis."""
    today = local_day(now)
    own, thread = town.of("mette"), "DEMO-V"
    shown = [case for case in town.of("mette") if case.namings.filter(user=town.users["vibeke"]).exists()]
    waits = list(dict.fromkeys([*shown[:1], *own[5:7]]))[:2]
    for case in waits:
        said: dict[str, FieldValue] = {
            "moededag": _next_tuesday(today),
            "spoergsmaal": "Skal familien have familiebehandling, eller rækker en fast kontaktperson?",
            "vurdering": "Barnet er glad for skolen, men sover dårligt. Forældrene vil gerne have hjælp hjemme.",
        }
        _keep(case, [_event(case, VISITATION_DAGSORDEN, today - timedelta(days=2), thread, said)], now=now)
    answered = today - _ANSWERED
    case = own[7]
    _keep(
        case,
        [
            _event(
                case,
                VISITATION_DAGSORDEN,
                answered - timedelta(days=7),
                thread,
                {"moededag": answered, "spoergsmaal": "Skal støtten i hjemmet fortsætte?"},
            ),
            _event(
                case, VISITATION, answered, thread, {"indstilling": "anbefalet", "begrundelse": "Familien er i gang."}
            ),
            _event(
                case,
                OPFOELGNING_HOLDT,
                today - timedelta(days=3),
                thread,
                {
                    "maalstatus": "uaendret",
                    "konsekvens": "erstattes",
                    "vurdering": "Hjælpen rammer ikke det, der er svært.",
                },
            ),
        ],
        now=now,
    )


def _next_tuesday(day: date) -> date:
    return day + timedelta(days=(1 - day.weekday()) % 7 or 7)


def _event(case: Case, kind: Kind, day: date, thread: str, fields: dict[str, FieldValue]) -> Event:
    return Event(
        event_id=f"demo-v-{case.number}-{kind.key}",
        case_id=case.number,
        kind=kind.key,
        day=day,
        thread_id=thread,
        recorded_at=start_of_day(day),
        source=SOURCE,
        fields=fields,
    )


def _keep(case: Case, events: list[Event], *, now: datetime) -> None:
    EventRow.objects.bulk_create(bridge.row_of(each, case=case) for each in events)
    bridge.recompute(case, as_of=now)
