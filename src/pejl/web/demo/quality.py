"""Which finished investigations have Nordby's leaders read and judged? A handful in one team; the rest nobody has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from pejl.dates import local_day, start_of_day
from pejl.events import KVALITETSMAERKER, UNDERSOEGELSE_AFSLUTTET, UNDERSOEGELSE_KVALITET_VURDERET, Event, FieldValue
from pejl.web.cases import bridge
from pejl.web.cases.actions.writing import PEJL
from pejl.web.cases.bulk import insert
from pejl.web.cases.models import EventRow
from pejl.web.demo.doors import Town

_LATELY: Final = 330  # days
_READ_AFTER: Final = 9  # days
# The six marks of each, in their order: a plain yes, or what stands instead and why.
_Judged = tuple[tuple[str, str] | None, ...]
_PARTLY, _NO, _CANNOT = "delvist", "nej", "kan_ikke"
_JUDGED: Final[tuple[_Judged, ...]] = (
    (None, (_PARTLY, "Lange sætninger i afsnittet om forældrene."), None, None, None, None),
    (None, None, None, (_NO, "Alt er gengivet fra skolen og lægen; intet er set hjemme."), None, None),
    (
        (_PARTLY, "Afsnittet om boligen fylder mere end det, der skulle afklares."),
        (_NO, "Svær at læse: fagord og sætninger på fire linjer."),
        (_PARTLY, "Vurderingen gentager oplysningerne uden at sige, hvad de betyder."),
        None,
        None,
        (_NO, "Netværket er ikke nævnt."),
    ),
    (None, None, None, None, (_PARTLY, "Der står, at barnet er set, men ikke hvad det sagde."), None),
    (None, None, (_PARTLY, "To af vurderingerne står uden begrundelse."), None, None, None),
    (None, None, None, (_CANNOT, "Bilaget fra familiehuset ligger ikke ved."), None, None),
)


def make_quality(town: Town, *, now: datetime) -> None:
    """Some of the team's newest, read by its leader."""
    shown = {case.pk for case in town.of("mette")}
    finished = EventRow.objects.filter(kind=UNDERSOEGELSE_AFSLUTTET.key, case__protected=False).exclude(thread_id="")
    rows = finished.filter(case__team=_team(town), day__gte=local_day(now) - timedelta(days=_LATELY))
    rows = rows.filter(day__lte=local_day(now) - timedelta(days=_READ_AFTER)).select_related("case")
    # Those of the adviser whom newcomers look at stand first.
    chosen = sorted(rows, key=lambda row: (row.case_id not in shown, -row.day.toordinal(), row.event_id))
    insert(EventRow, list(_rows(town, chosen[: len(_JUDGED)])))


def _team(town: Town) -> int | None:
    mine = town.of("mette")[0]
    mine.refresh_from_db(fields=["team"])
    return mine.team_id


def _rows(town: Town, finished: list[EventRow]) -> Iterator[EventRow]:
    reader = town.users["lars"].initials
    for row, judged in zip(finished, _JUDGED, strict=False):
        assert row.case  # noqa: S101 -- chosen by its case
        day = row.day + timedelta(days=_READ_AFTER)
        event = Event(
            event_id=f"demo-kvalitet-{row.case.number}",
            case_id=row.case.number,
            kind=UNDERSOEGELSE_KVALITET_VURDERET.key,
            day=day,
            thread_id=row.thread_id,
            recorded_at=start_of_day(day) + timedelta(hours=13),
            source=PEJL,
            done_by=reader,
            recorded_by=reader,
            fields=_fields(judged),
        )
        yield bridge.row_of(event, case=row.case)


def _fields(judged: _Judged) -> dict[str, FieldValue]:
    fields: dict[str, FieldValue] = {}
    for (mark, why), told in zip(KVALITETSMAERKER, judged, strict=True):
        fields[mark.name] = told[0] if told else "ja"
        if told:
            fields[why.name] = told[1]
    return fields
