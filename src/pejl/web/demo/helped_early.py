"""What came in Nordby when advisers could grant early help themselves: more of it, and fewer investigations?

As Odsherred saw it (requirements C18 and C20). Most investigations since then are a clarification instead, and the
family got early help. Decided by the case's number, and so the same each time. Nobody who can be signed in as is
touched: their cases are shown to newcomers as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Final

from pejl import events as e
from pejl.events import Event, FieldValue, Kind
from pejl.web.access.models import User
from pejl.web.demo.municipality import Municipality
from pejl.web.demo.people import SOURCE

GIVEN_BACK: Final = 270  # days ago
_SEED: Final = "helped early"
_CLARIFIED: Final = 0.65  # of the investigations since then
_BY_ADVISER, _FOLLOWED_UP, _SENT_BACK = 0.8, 0.7, 0.08
_WRITTEN: Final = time(13)
_THREAD: Final = "DEMO-T1"
_BECOMES: Final = {
    e.UNDERSOEGELSE_BESLUTTET.key: e.AFDAEKNING_BESLUTTET,
    e.UNDERSOEGELSE_AFSLUTTET.key: e.AFDAEKNING_AFSLUTTET,
}
_ONLY_OF_INVESTIGATIONS: Final = frozenset({e.UNDERSOEGELSESPLAN_LAVET.key, e.FORELOEBIG_VURDERING.key})
_PLACED: Final = frozenset(
    each.key for each in (e.ANBRINGELSE_IVAERKSAT, e.UDVALGETS_AFGOERELSE, e.FORMANDENS_AFGOERELSE)
)
_FIVE: Final[Mapping[str, FieldValue]] = {
    "udspring": "Den indledende vurdering peger på ét afgrænset problem.",
    "maal": "Roligere morgener og fast søvn.",
    "indsatstype": "Rådgivning hos familiekonsulent",
    "varighed": "3 måneder",
    "inddragelse_af": "Barnet og forældrene har selv valgt, hvad de vil begynde med.",
}


def helped_early(municipality: Municipality, users: Iterable[User], *, today: date) -> Municipality:
    """The municipality as it became."""
    alone = {case for user in users for case in municipality.open_cases.get(user.initials, ()) if user.initials}
    since = today - timedelta(days=GIVEN_BACK)
    by_case = {
        number: own if number in alone else list(_told(number, own, since=since, today=today))
        for number, own in municipality.by_case.items()
    }
    sources = [event for event in municipality.events if not event.case_id]
    return replace(municipality, events=sources + [x for own in by_case.values() for x in own], by_case=by_case)


def _told(number: str, own: list[Event], *, since: date, today: date) -> Iterator[Event]:
    random = Random(f"{_SEED} {number}")
    begun = [each for each in own if each.kind == e.UNDERSOEGELSE_BESLUTTET.key and each.day >= since]
    if len(begun) != 1 or any(map(_must_be_investigated, own)) or random.random() >= _CLARIFIED:
        yield from own
        return
    for each in own:
        yield from _instead(each, begun[0])
    closed = min((each.day for each in own if each.kind == e.SAG_AFSLUTTET.key), default=today)
    for place, (kind, day, fields) in enumerate(_granted(begun[0].day, random=random)):
        if day < closed:
            yield Event(
                event_id=f"demo-t-{number}-{place}",
                case_id=number,
                kind=kind.key,
                day=day,
                thread_id=_THREAD,
                recorded_at=datetime.combine(day, _WRITTEN, tzinfo=UTC),
                source=SOURCE,
                done_by=begun[0].done_by,
                recorded_by=begun[0].done_by,
                fields=fields,
            )


def _must_be_investigated(each: Event) -> bool:
    """A child that is placed has been, and one that may have been abused is."""
    return each.kind in _PLACED or each.fields.get("mistanke_overgreb") is True


def _instead(each: Event, begun: Event) -> Iterator[Event]:
    """The same event of a clarification; nothing where there is none."""
    if each.kind == e.INDLEDENDE_VURDERING.key and each.fields.get(e.SCREENING_UDFALD.name) == "undersoegelse":
        yield replace(each, fields={**each.fields, e.SCREENING_UDFALD.name: "afdaekning"})
    elif each.thread_id != begun.thread_id or each.kind not in {*_BECOMES, *_ONLY_OF_INVESTIGATIONS}:
        yield each
    elif each.kind in _BECOMES:
        kind = _BECOMES[each.kind]
        known = {field.name for field in (*kind.fields, *e.COMMON_FIELDS)}
        told = {name: value for name, value in each.fields.items() if name in known}
        yield replace(each, kind=kind.key, fields=told)


def _granted(decided: date, *, random: Random) -> Iterator[tuple[Kind, date, Mapping[str, FieldValue]]]:
    granted = decided + timedelta(days=random.randint(7, 21))
    by: dict[str, FieldValue] = {"kompetence": "Rådgiver"} if random.random() < _BY_ADVISER else {}
    yield e.BEVILLING, granted, {"paragraf": "§ 30, stk. 1", **_FIVE, **by}
    yield e.INDSATS_IVAERKSAT, granted + timedelta(days=7), {"paragraf": "§ 30, stk. 1"}
    if random.random() < _SENT_BACK:
        yield e.VISITATION_TILBAGE, granted + timedelta(days=35), {"begrundelse": "Der var brug for mere end ventet."}
    if random.random() < _FOLLOWED_UP:
        told: dict[str, FieldValue] = {"maalstatus": "fremgang", "konsekvens": "fortsaetter"}
        yield e.OPFOELGNING_HOLDT, granted + timedelta(days=random.randint(40, 85)), told
    yield e.INDSATS_OPHOERT, granted + timedelta(days=100), {}
