"""Which case began under serviceloven and went on under barnets lov? One from November 2023, placed, and home in 2025.

Its days are fixed, for it is about the turn of a year: the decision of 2023 stands on § 52 of serviceloven, the next
one, of 2024, on § 46 of barnets lov. What each act wanted first is done for one part and missing for another.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from random import Random
from typing import Final

from pejl.events import Event, FieldValue
from pejl.web.access.models import Case
from pejl.web.access.names import sort_key
from pejl.web.cases import bridge
from pejl.web.cases.bulk import insert
from pejl.web.cases.cpr import locked_up, mark_of_cpr
from pejl.web.cases.models import Child, EventRow, Relative
from pejl.web.demo import names
from pejl.web.demo.doors import Town
from pejl.web.demo.people import SOURCE

NUMBER: Final = "SIM-OVERGANG"
_SEED: Final = 5
_ADVISER: Final = "mette"
_BORN: Final = date(2009, 4, 14)  # fifteen before the second decision
_CHILD, _MOTHER = "Silas Overby", "Maja Overby"
Fields = dict[str, FieldValue]

_TOLD: Final[Fields] = {"underretter": "skole", "uafklaret_type": False, "mistanke_overgreb": False}
_PLACED: Final[Fields] = {"anbringelsestype": "almen"}
# Day, kind, course, fields, and the hour where it is known (UTC).
_STORY: Final[tuple[tuple[str, str, str, Fields, int | None], ...]] = (
    ("2023-11-01", "kilde_daekker", "", {}, None),
    ("2023-11-06", "underretning_modtaget", "U1", _TOLD | {"ufoedt": False, "aeresrelateret": False}, 9),
    ("2023-11-06", "vurdering_24_timer", "U1", {}, 14),
    ("2023-11-08", "kvittering_sendt", "U1", {}, None),
    ("2023-11-08", "raadgiver_tildelt", "", {}, None),
    ("2023-11-13", "undersoegelse_besluttet", "B1", {"behov_kendt": date(2023, 11, 6)}, None),
    ("2023-11-27", "plan_lavet", "I1", {}, None),
    ("2023-12-04", "afgoerelse_truffet", "I1", {"paragraf": "§ 52, stk. 3, nr. 7"}, None),
    ("2023-12-11", "anbringelse_ivaerksat", "I1", {"paragraf": "§ 52, stk. 3, nr. 7"} | _PLACED, None),
    ("2024-02-26", "undersoegelse_afsluttet", "B1", {}, None),
    ("2024-03-06", "opfoelgning_holdt", "I1", {}, None),
    ("2024-05-15", "tilsynsbesoeg", "I1", {"talt_med_barnet": True}, None),
    ("2024-09-04", "opfoelgning_holdt", "I1", {}, None),
    ("2024-10-16", "tilsynsbesoeg", "I1", {"talt_med_barnet": True}, None),
    ("2024-10-21", "samtale_med_barnet", "", {}, None),
    ("2024-10-28", "plan_revideret", "I1", {}, None),
    ("2024-11-04", "samtykke_givet", "I1", {"hvem": "foraelder_1"}, None),
    ("2024-11-11", "afgoerelse_truffet", "I1", {"paragraf": "§ 46, stk. 1"}, None),
    ("2024-11-12", "anbringelse_aendret", "I1", {"paragraf": "§ 46, stk. 1"}, None),
    ("2025-02-05", "opfoelgning_holdt", "I1", {"naeste_senest": date(2025, 8, 5)}, None),
    ("2025-06-02", "anbringelse_ophoert", "I1", {}, None),
    ("2025-06-30", "sag_afsluttet", "", {}, None),
)


def make_transition(town: Town, *, now: datetime) -> None:
    """The case, its child and its mother; closed, so that nobody's day is longer for it."""
    random = Random(_SEED)
    case = Case.objects.create(number=NUMBER, adviser=town.users[_ADVISER].initials)
    number = names.cpr(random, born=_BORN, girl=False)
    child = Child.objects.create(
        case=case,
        name=_CHILD,
        name_sort=sort_key(_CHILD),
        born=_BORN,
        cpr=locked_up(number),
        cpr_mark=mark_of_cpr(number),
        address=names.address(random),
    )
    Relative.objects.create(
        child=child, name=_MOTHER, relation="Mor", custody=True, lives_with_child=True, phone=names.phone(random)
    )
    insert(EventRow, [bridge.row_of(event, case=case) for event in _events(town, case)])
    bridge.recompute_many([case], as_of=now)


def _events(town: Town, case: Case) -> Iterator[Event]:
    me = town.users[_ADVISER].initials
    for number, (told, kind, thread, fields, hour) in enumerate(_STORY):
        day = date.fromisoformat(told)
        at = datetime.combine(day, time(hour), tzinfo=UTC) if hour is not None else None
        yield Event(
            event_id=f"overgang-{number}",
            case_id=case.number,
            kind=kind,
            day=day,
            at=at,
            thread_id=thread,
            recorded_at=datetime.combine(day, time(15), tzinfo=UTC),
            source=SOURCE,
            done_by=me,
            recorded_by=me,
            fields=fields,
        )
