"""How does Nordby keep the duties that the simulation tells nothing of? At the committee, at placements, disability.

Some children have a disability, so that a newcomer sees both kinds of case. Decided by the case's number, and so the
same each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Final

from pejl import events as e
from pejl.dates import local_day
from pejl.events import Event, FieldValue, Kind
from pejl.web.demo.doors import Town
from pejl.web.demo.people import SOURCE

_SEED: Final = "rest of the law"
_OFFERED: Final = 0.8  # of those whose child is placed
_RECOMMENDED: Final = 0.9  # of the committee's decisions
_DISABILITY: Final = 0.04  # of the children
_APPLIES: Final = 0.6  # of these, for extra costs or lost earnings
_LOST_EARNINGS: Final = frozenset({"§ 87", "§ 42"})
_STAYS_HOME: Final = 0.7
_LATELY: Final = 360  # days
# Of some it is not written down.
_WHY: Final = ("skolefravaer", "skolefravaer", "andet", "")
# So many days a case must have been worked on, for the three months and some more to have gone by.
_LONG_ENOUGH: Final = 150
_KNOWN_AFTER: Final = 20  # days
# The first of each list have something fresh and urgent, and are shown to newcomers as they are.
_LEFT_ALONE: Final = 8
_WRITTEN: Final = time(14)
Fields = dict[str, FieldValue]
_Told = tuple[Kind, date, str, Fields]


def rest_of_law(town: Town, *, now: datetime) -> Iterator[Event]:
    """What happened besides in all the cases."""
    today = local_day(now)
    alone = {case.number for who in ("mette", "jonas") for case in (*town.of(who)[:_LEFT_ALONE], *town.of(who)[-3:])}
    for number, own in sorted(town.municipality.by_case.items()):
        random = Random(f"{_SEED} {number}")
        told = [*_committee(own, random=random), *_support(own, random=random)]
        if random.random() < _DISABILITY and number not in alone:
            told += _disability(own, random=random)
        advised = [event for event in own if event.kind == e.RAADGIVER_TILDELT.key]
        for place, (kind, day, thread, fields) in enumerate(told):
            if day < today:
                by = _adviser(advised, day)
                yield Event(
                    event_id=f"oevrig-{number}-{place}",
                    case_id=number,
                    kind=kind.key,
                    day=day,
                    thread_id=thread,
                    recorded_at=datetime.combine(day, _WRITTEN, tzinfo=UTC),
                    source=SOURCE,
                    done_by=by,
                    recorded_by=by,
                    fields=fields,
                )


def _committee(own: Iterable[Event], *, random: Random) -> Iterator[_Told]:
    """Before the committee decides, it gets a recommendation, and hears those it is about."""
    for decided in own:
        if decided.kind == e.UDVALGETS_AFGOERELSE.key and decided.day >= e.BARNETS_LOV_FIRST_DAY:
            if random.random() < _RECOMMENDED:
                yield e.INDSTILLING_SENDT, decided.day - timedelta(days=8), decided.thread_id, {"bilag_med": True}
            yield e.UDVALGSHOERING, decided.day, decided.thread_id, {"hvem": "foraelder_1"}
            if random.random() < _RECOMMENDED:
                yield e.UDVALGSHOERING, decided.day, decided.thread_id, {"hvem": "barnet"}


def _support(own: Iterable[Event], *, random: Random) -> Iterator[_Told]:
    """Parents are offered a support person when their child is placed."""
    for placed in own:
        if placed.kind == e.ANBRINGELSE_IVAERKSAT.key and random.random() < _OFFERED:
            yield e.STOETTEPERSON_TILBUDT, placed.day, placed.thread_id, {"hvem": "foraelder_1"}


def _disability(own: list[Event], *, random: Random) -> Iterator[_Told]:
    """The municipality is told of the disability, and offers the family guidance, most often within three months."""
    first, last = min(each.day for each in own), max(each.day for each in own)
    if (last - first).days < _LONG_ENOUGH:
        return
    known = first + timedelta(days=_KNOWN_AFTER)
    yield e.FUNKTIONSNEDSAETTELSE_KENDT, known, "", {}
    yield e.FAMILIEVEJLEDNING_TILBUDT, known + timedelta(days=random.randint(20, 100)), "", {}
    if random.random() < _APPLIES:
        new = known >= e.BARNETS_LOV_FIRST_DAY
        paragraph = random.choice(("§ 86", "§ 87")) if new else random.choice(("§ 41", "§ 42"))
        yield e.ANSOEGNING_MODTAGET, known, "DEMO-S1", _asked(paragraph, random=random)
    yield from _lost_earnings(known, last, random=random)


def _lost_earnings(known: date, last: date, *, random: Random) -> Iterator[_Told]:
    """Later a parent of some must stay at home, most often because the child is no longer at school."""
    asked = last - timedelta(days=random.randint(1, _LATELY))
    if asked > known and random.random() < _STAYS_HOME:
        paragraph = "§ 87" if asked >= e.BARNETS_LOV_FIRST_DAY else "§ 42"
        yield e.ANSOEGNING_MODTAGET, asked, "DEMO-S2", _asked(paragraph, random=random)


def _asked(paragraph: str, *, random: Random) -> Fields:
    why = random.choice(_WHY) if paragraph in _LOST_EARNINGS else ""
    return {"paragraf": paragraph, e.TABT_AARSAG.name: why} if why else {"paragraf": paragraph}


def _adviser(advised: Iterable[Event], day: date) -> str:
    held = [event for event in advised if event.day <= day]
    return held[-1].done_by if held else ""
