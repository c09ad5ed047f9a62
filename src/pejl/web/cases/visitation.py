"""What is on the visitation committee's agenda, what did it answer, and where has the basis changed since?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from django.db.models import QuerySet

from pejl import events as e
from pejl.events import Event
from pejl.web.access.models import Case
from pejl.web.cases import bridge
from pejl.web.cases.models import EventRow

# What a grant builds on: another paragraph, kind of effort or length is another matter than the committee saw.
_BASIS: Final = (e.PARAGRAF.name, e.INDSATSTYPE.name, e.VARIGHED.name)
_GRANTS: Final = (e.BEVILLING.key, e.AFGOERELSE_TRUFFET.key)
_ANSWERED: Final = frozenset({"anbefalet", "aendret"})
_READ: Final = (
    *(e.VISITATION_DAGSORDEN.key, e.VISITATION.key, e.VISITATION_TILBAGE.key),
    *(e.OPFOELGNING_HOLDT.key, *_GRANTS),
)
_PUT_ON: Final = (e.VISITATION_DAGSORDEN.key, e.VISITATION.key, e.VISITATION_TILBAGE.key)


class Stand(StrEnum):
    """How a case stands with the committee."""

    VENTER = "Venter på mødet"
    BEHANDLET = "Behandlet"
    TILBAGE = "Sendt tilbage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One matter of one case, as it stands now."""

    case: Case
    meeting: date | None
    put_on: Event | None
    answer: Event | None
    back: Event | None
    changed: str  # what has changed since the committee's answer; empty where nothing has
    newest: Event

    @property
    def stand(self) -> Stand:
        """Waiting, treated, or sent back since."""
        if self.back and self.newest is self.back:
            return Stand.TILBAGE
        return Stand.BEHANDLET if self.answer and self.newest is self.answer else Stand.VENTER

    @property
    def question(self) -> str:
        """What the committee is asked."""
        return _said(self.put_on, "spoergsmaal")

    @property
    def assessment(self) -> str:
        """The adviser's own assessment."""
        return _said(self.put_on, e.VURDERING.name)

    @property
    def answered(self) -> str:
        """The committee's answer in words."""
        code = _said(self.answer, "indstilling")
        return e.FIELD_BY_NAME["indstilling"].choices.get(code, "Svaret er ikke oplyst") if self.answer else ""

    @property
    def reason(self) -> str:
        """Why it answered so, or why the case was sent back."""
        return _said(self.back if self.stand is Stand.TILBAGE else self.answer, e.BEGRUNDELSE.name)


def _said(event: Event | None, name: str) -> str:
    return str(event.fields.get(name, "")) if event else ""


def items_in(cases: QuerySet[Case]) -> list[Item]:
    """Every matter put before the committee in these cases: two questions, however many they are."""
    put_on = EventRow.objects.filter(case__in=cases, kind__in=_PUT_ON, sealed=False).values("case_id")
    gone = bridge.withdrawn_in(cases.filter(pk__in=put_on))
    rows = EventRow.objects.filter(case__in=cases, case_id__in=put_on, kind__in=_READ, sealed=False)
    courses: dict[tuple[int, str], list[EventRow]] = {}
    for row in rows.select_related("case__child").order_by("pk"):
        if row.event_id not in gone:
            courses.setdefault((row.case_id or 0, row.thread_id), []).append(row)
    return [item for own in courses.values() for item in _item(own)]


def _item(rows: Sequence[EventRow]) -> Iterator[Item]:
    case = rows[0].case
    course = in_order(bridge.event_of(row, number="") for row in rows)
    put_on, answer, back = (_last(course, key) for key in _PUT_ON)
    told = [each for each in course if each.kind in _PUT_ON]
    if case is None or not told:
        return
    day = put_on.fields.get(e.MOEDEDAG.name) if put_on else None
    meeting = day if isinstance(day, date) else None
    yield Item(
        case=case,
        meeting=meeting or (answer.day if answer else None),
        put_on=put_on,
        answer=answer,
        back=back,
        changed=changed_since_visitation(course),
        newest=told[-1],
    )


def in_order(written: Iterable[Event]) -> list[Event]:
    """As they happened; of two on a day without an hour, the one that was written down first."""
    return sorted(written, key=lambda each: each.order[:-1])


def _last(course: Iterable[Event], kind: str) -> Event | None:
    return next((each for each in reversed(list(course)) if each.kind == kind), None)


def changed_since_visitation(course: Sequence[Event]) -> str:
    """What in a course, in order, is no longer as the committee saw it; empty where nothing is, or it has it again."""
    told = [number for number, each in enumerate(course) if each.kind in _PUT_ON]
    if not told or course[told[-1]].kind != e.VISITATION.key:
        return ""
    answer = course[told[-1]]
    if answer.fields.get("indstilling", "anbefalet") not in _ANSWERED:
        return ""
    since = course[told[-1] + 1 :]
    return _by_follow_up(since) or _by_grants([each for each in course if each.kind in _GRANTS], since)


def _by_follow_up(since: Sequence[Event]) -> str:
    for each in since:
        code = each.fields.get(e.KONSEKVENS.name) if each.kind == e.OPFOELGNING_HOLDT.key else None
        if code and code != "fortsaetter":
            return f"Opfølgningen siger: {e.KONSEKVENS.choices[str(code)]}"
    return ""


def _by_grants(grants: Sequence[Event], since: Sequence[Event]) -> str:
    """The first grant is what was recommended; a later one that says something else has another basis."""
    for number, each in enumerate(grants[1:], start=1):
        before = grants[number - 1]
        for name in _BASIS if each in since else ():
            was, now = before.fields.get(name), each.fields.get(name)
            if was and now and was != now:
                return f"{e.FIELD_BY_NAME[name].label} er ændret fra {was} til {now}"
    return ""
