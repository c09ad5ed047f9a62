"""Which case does the readable engine judge over and over? Twenty-five events that begin many of the rules.

A schoolchild gets support under serviceloven, is notified about again under barnets lov, is investigated and placed.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final

from pejl.dates import read_local
from pejl.events import Event, FieldValue

_RECORDED: Final = datetime.fromisoformat("2026-06-30T12:00:00+00:00")
_EVENTS: Final[tuple[tuple[str, str, str, dict[str, FieldValue]], ...]] = (
    ("U1", "2023-05-02 09:10", "underretning_modtaget", {"underretter": "skole"}),
    ("U1", "2023-05-02 14:00", "vurdering_24_timer", {"akut_behov": False}),
    ("U1", "2023-05-05 10:30", "kvittering_sendt", {}),
    ("I1", "2023-06-01", "afgoerelse_truffet", {"paragraf": "§ 52, stk. 3, nr. 3"}),
    ("I1", "2023-06-05", "indsats_ivaerksat", {"paragraf": "§ 52, stk. 3, nr. 3"}),
    ("I1", "2023-06-20", "plan_lavet", {}),
    ("I1", "2023-09-01", "opfoelgning_holdt", {}),
    ("I1", "2024-02-15", "opfoelgning_holdt", {}),
    ("I1", "2024-03-01", "indsats_ophoert", {}),
    ("U2", "2025-01-13 16:40", "underretning_modtaget", {"underretter": "sundhedsvaesen"}),
    ("U2", "2025-01-14 10:05", "vurdering_24_timer", {"akut_behov": False}),
    ("U2", "2025-01-17 11:00", "kvittering_sendt", {}),
    ("U2", "2025-01-22 09:00", "partshoering_indkaldt", {}),
    ("U2", "2025-02-03 13:15", "tilbagemelding_underretter", {"om_indsatsens_type": False}),
    ("B1", "2025-02-04", "undersoegelse_besluttet", {"behov_kendt": date(2025, 1, 14)}),
    ("B1", "2025-03-10 14:00", "samtale_med_barnet", {}),
    ("B1", "2025-05-12", "foreloebig_vurdering", {}),
    ("B1", "2025-06-20", "undersoegelse_afsluttet", {}),
    ("", "2025-06-24 13:00", "samtale_med_barnet", {}),
    ("A1", "2025-07-01", "afgoerelse_truffet", {"paragraf": "§ 46, stk. 1"}),
    ("A1", "2025-07-15", "anbringelse_ivaerksat", {"paragraf": "§ 46, stk. 1", "anbringelsestype": "almen"}),
    ("A1", "2025-09-10", "plan_lavet", {}),
    ("A1", "2025-10-09", "opfoelgning_holdt", {"naeste_senest": date(2026, 4, 1)}),
    ("A1", "2026-01-20 15:30", "tilsynsbesoeg", {"talt_med_barnet": True}),
    ("A1", "2026-03-25", "opfoelgning_holdt", {"naeste_senest": date(2026, 9, 1)}),
)


def the_case() -> list[Event]:
    """The case, and what its source covers."""
    covers = Event(
        event_id="dækning",
        case_id="",
        kind="kilde_daekker",
        day=date(2016, 7, 1),
        recorded_at=_RECORDED,
        source="bench",
    )
    return [covers, *(_event(number, *each) for number, each in enumerate(_EVENTS))]


def _event(number: int, thread: str, when: str, kind: str, fields: dict[str, FieldValue]) -> Event:
    day, clock = date.fromisoformat(when[:10]), when[11:]
    return Event(
        event_id=f"h{number:02}",
        case_id="sag",
        thread_id=thread,
        kind=kind,
        day=day,
        at=read_local(day, clock=time.fromisoformat(clock)).at if clock else None,
        recorded_at=_RECORDED,
        source="bench",
        fields=fields,
    )
