"""What of that which seldom happens can a newcomer see? An unborn child, a withdrawn consent, a wish, a birthday near.

All in Mette's cases, so that one person can try it all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from random import Random
from typing import Final

from pejl.dates import LAST_OF_MONTH, add_years, local_day
from pejl.events import Event, FieldValue
from pejl.rulebook.alder import SAMTYKKE
from pejl.web.access.models import Case
from pejl.web.access.names import sort_key
from pejl.web.cases import bridge
from pejl.web.cases.actions.writing import PEJL
from pejl.web.cases.bulk import insert
from pejl.web.cases.cpr import locked_up, mark_of_cpr
from pejl.web.cases.models import Child, EventRow, Relative
from pejl.web.demo import names
from pejl.web.demo.doors import Town
from pejl.web.demo.people import SOURCE

_SEED: Final = 4
# The first of Mette's cases have something fresh and urgent.
_URGENT: Final = 5
_ADVISER: Final = "mette"
_NUMBER: Final = "SIM-VENTET"
# The last by name, so that she is easily found.
_MOTHER: Final = "Åse Ålund"
_WORDS: Final = "Jeg synes, det er svært at sige noget til hende. Må jeg få en anden at tale med?"
_NOT_ABUSE: Final[dict[str, FieldValue]] = {
    "uafklaret_type": False,
    "mistanke_overgreb": False,
    "foraeldre_mistaenkt": False,
    "aeresrelateret": False,
}


def make_rare(town: Town, *, now: datetime) -> None:
    """One of each."""
    random = Random(_SEED)
    changed = [
        _unborn(town, now=now, random=random),
        *_consent_gone(town, now=now),
        *_wish(town, now=now),
        *_after_closing(town, now=now),
    ]
    changed += _birthday(town, today=local_day(now), random=random)
    bridge.recompute_many(changed, as_of=now)


# --- an unborn child ------------------------------------------------------------------------------------------


def _unborn(town: Town, *, now: datetime, random: Random) -> Case:
    case = Case.objects.create(number=_NUMBER, adviser=town.users[_ADVISER].initials)
    child = Child.objects.create(
        case=case,
        name=_MOTHER,
        name_sort=sort_key(_MOTHER),
        address=names.address(random),
        expected=local_day(now) + timedelta(days=18),
    )
    Relative.objects.create(child=child, name=_MOTHER, relation="Mor", phone=names.phone(random))
    told: dict[str, FieldValue] = {"underretter": "sundhedsvaesen", "ufoedt": True, **_NOT_ABUSE}
    _keep(
        case,
        [
            _event(town, case, "kilde_daekker", now=now, days=12, source=PEJL),
            _event(town, case, "underretning_modtaget", now=now, days=12, thread="U1", fields=told, source=PEJL),
            _event(town, case, "raadgiver_tildelt", now=now, days=12, source=PEJL),
            _event(town, case, "vurdering_24_timer", now=now, days=11, hours=6, thread="U1", source=PEJL),
            _event(town, case, "kvittering_sendt", now=now, days=10, thread="U1", source=PEJL),
            _event(
                town, case, "undersoegelse_besluttet", now=now, days=6, thread="B1", source=PEJL, fields=_known(now)
            ),
        ],
    )
    return case


def _known(now: datetime) -> dict[str, FieldValue]:
    return {"behov_kendt": local_day(now) - timedelta(days=10)}


# --- in cases that are there already ----------------------------------------------------------------------------


def _consent_gone(town: Town, *, now: datetime) -> Iterator[Case]:
    """A placement that runs, where a parent has taken the consent back."""
    for case in reversed(town.holding(_ADVISER, "anbringelse_ivaerksat")):
        told = town.municipality.by_case[case.number]
        over = {event.thread_id for event in told if event.kind == "anbringelse_ophoert"}
        placed = [event for event in told if event.kind == "anbringelse_ivaerksat" and event.thread_id not in over]
        if placed and placed[-1].fields.get("paragraf", "").startswith(("§ 46", "§ 52")):  # type: ignore[union-attr]  # a text
            fields: dict[str, FieldValue] = {"hvem": "foraelder_1"}
            thread = placed[-1].thread_id
            _keep(case, [_event(town, case, "samtykke_trukket", now=now, days=3, thread=thread, fields=fields)])
            yield case
            return


def _wish(town: Town, *, now: datetime) -> Iterator[Case]:
    for case in town.of(_ADVISER)[-3:-2]:
        _keep(case, [_event(town, case, "raadgiverskift_oensket", now=now, days=4, fields={"barnets_ord": _WORDS})])
        yield case


def _after_closing(town: Town, *, now: datetime) -> Iterator[Case]:
    """A worry about a child whose case was closed."""
    closed = Case.objects.filter(adviser=town.users[_ADVISER].initials, closed=True).order_by("number")
    for case in closed[:1]:
        told: dict[str, FieldValue] = {"underretter": "skole", "ufoedt": False, **_NOT_ABUSE}
        _keep(
            case, [_event(town, case, "underretning_modtaget", now=now, days=0, hours=3, thread="DEMO-U9", fields=told)]
        )
        yield case


def _birthday(town: Town, *, today: date, random: Random) -> list[Case]:
    """The child nearest to it turns fifteen within a fortnight."""
    born = add_years(today + timedelta(days=12), years=-SAMTYKKE.years, if_missing_day=LAST_OF_MONTH)
    children = Child.objects.filter(case__in=town.of(_ADVISER)[_URGENT:], born__isnull=False)
    child = min(children, key=lambda each: (abs(((each.born or born) - born).days), each.pk), default=None)
    if child is None:
        return []
    number = names.cpr(random, born=born, girl=True)
    child.born, child.cpr, child.cpr_mark = born, locked_up(number), mark_of_cpr(number)
    child.save()
    return [child.case]


# --- written down ---------------------------------------------------------------------------------------------


def _keep(case: Case, events: Iterable[Event]) -> None:
    insert(EventRow, [bridge.row_of(event, case=case) for event in events])


def _event(
    town: Town,
    case: Case,
    kind: str,
    *,
    now: datetime,
    days: int,
    hours: int = 0,
    thread: str = "",
    fields: dict[str, FieldValue] | None = None,
    source: str = SOURCE,
) -> Event:
    me = town.users[_ADVISER].initials
    at = now.replace(second=0, microsecond=0) - timedelta(days=days, hours=hours)
    return Event(
        event_id=f"sjaeldent-{case.number}-{kind}",
        case_id=case.number,
        kind=kind,
        day=local_day(at),
        at=None if kind == "kilde_daekker" else at,
        thread_id=thread,
        recorded_at=at,
        source=source,
        done_by=me,
        recorded_by=me,
        fields=fields or {},
    )
