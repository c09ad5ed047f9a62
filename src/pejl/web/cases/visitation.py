"""What is on the visitation committee's agenda, what did it answer, and where has the basis changed since?

There may be hundreds of matters, and of most nothing is shown but that they were answered: of each event only what
decides how the matter stands is read, and a case itself only where it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Final, NamedTuple, Protocol, TypeVar

from django.db.models import Q, QuerySet

from pejl import events as e
from pejl.events import Event, FieldValue
from pejl.web.access.models import Case
from pejl.web.cases import bridge
from pejl.web.cases.models import EventRow

# What a grant builds on: another paragraph, kind of effort or length is another matter than the committee saw.
_BASIS: Final = (e.PARAGRAF.name, e.INDSATSTYPE.name, e.VARIGHED.name)
_GRANTS: Final = (e.BEVILLING.key, e.AFGOERELSE_TRUFFET.key)
_ANSWERED: Final = frozenset({"anbefalet", "aendret"})
# A follow-up that says that it goes on as it did changes nothing; and there are many of them.
_GOES_ON: Final = "fortsaetter"
_TURNS: Final = [code for code in e.KONSEKVENS.choices if code != _GOES_ON]
_PUT_ON: Final = (e.VISITATION_DAGSORDEN.key, e.VISITATION.key, e.VISITATION_TILBAGE.key)


_BEFORE_ALL_HOURS: Final = datetime.min.replace(tzinfo=UTC)


class Telling(Protocol):
    """As much of an event as tells whether the basis has changed."""

    @property
    def kind(self) -> str:
        """What happened."""

    @property
    def fields(self) -> Mapping[str, FieldValue]:
        """What was written."""


class Told(NamedTuple):
    """As much of an event as a matter is told by, its fields as they are kept."""

    pk: int
    event_id: str
    kind: str
    day: date
    at: datetime | None
    fields: Mapping[str, FieldValue]


Some = TypeVar("Some", Event, Told)


class Stand(StrEnum):
    """How a case stands with the committee."""

    VENTER = "Venter på mødet"
    BEHANDLET = "Behandlet"
    TILBAGE = "Sendt tilbage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One matter of one case, as it stands now."""

    case_id: int
    meeting: date | None
    put_on: Told | None
    answer: Told | None
    back: Told | None
    changed: str  # what has changed since the committee's answer; empty where nothing has
    newest: Told

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


def _said(event: Told | None, name: str) -> str:
    return str(event.fields.get(name, "")) if event else ""


def items_in(cases: QuerySet[Case]) -> list[Item]:
    """Every matter put before the committee in these cases: three questions, however many they are."""
    put = EventRow.objects.filter(case__in=cases, kind__in=_PUT_ON, sealed=False)
    courses: dict[tuple[int, str], list[Told]] = {}
    _add(courses, put, gone=frozenset())
    concerned = {case for case, _ in courses}
    gone = bridge.withdrawn_in(Case.objects.filter(pk__in=concerned))
    # Only in the courses in which the committee was asked: there are many other grants in the same cases.
    where = Q(case_id__in=concerned, thread_id__in={thread for _, thread in courses})
    since = Q(kind__in=_GRANTS) | Q(kind=e.OPFOELGNING_HOLDT.key, **{f"fields__{e.KONSEKVENS.name}__in": _TURNS})
    _add(courses, EventRow.objects.filter(where, since, sealed=False), gone=gone, begins=False)
    found = (_item([each for each in own if each.event_id not in gone], of=case) for (case, _), own in courses.items())
    return [item for item in found if item]


def _add(
    courses: dict[tuple[int, str], list[Told]], rows: QuerySet[EventRow], *, gone: frozenset[str], begins: bool = True
) -> None:
    """The rows in their courses; one that is not there yet begins only where it is said."""
    for case, thread, *columns in rows.order_by("pk").values_list("case_id", "thread_id", *Told._fields):
        told = Told(*columns)
        if told.event_id not in gone and (begins or (case, thread) in courses):
            courses.setdefault((case, thread), []).append(told)


def _item(written: Iterable[Told], *, of: int) -> Item | None:
    course = in_order(sorted(written, key=lambda each: each.pk))
    put_on, answer, back = (_last(course, key) for key in _PUT_ON)
    told = [each for each in course if each.kind in _PUT_ON]
    if not told:
        return None
    day = str(put_on.fields.get(e.MOEDEDAG.name) or "") if put_on else ""
    meeting = date.fromisoformat(day) if day else None
    return Item(
        case_id=of,
        meeting=meeting or (answer.day if answer else None),
        put_on=put_on,
        answer=answer,
        back=back,
        changed=changed_since_visitation(course),
        newest=told[-1],
    )


def in_order(written: Iterable[Some]) -> list[Some]:
    """As they happened; of two on a day without an hour, the one that was written down first."""
    return sorted(written, key=lambda each: (each.day, each.at or _BEFORE_ALL_HOURS))


def _last(course: Sequence[Told], kind: str) -> Told | None:
    return next((each for each in reversed(course) if each.kind == kind), None)


def changed_since_visitation(course: Sequence[Telling]) -> str:
    """What in a course, in order, is no longer as the committee saw it; empty where nothing is, or it has it again."""
    told = [number for number, each in enumerate(course) if each.kind in _PUT_ON]
    if not told or course[told[-1]].kind != e.VISITATION.key:
        return ""
    answer = course[told[-1]]
    if answer.fields.get("indstilling", "anbefalet") not in _ANSWERED:
        return ""
    since = course[told[-1] + 1 :]
    return _by_follow_up(since) or _by_grants([each for each in course if each.kind in _GRANTS], since)


def _by_follow_up(since: Sequence[Telling]) -> str:
    for each in since:
        code = each.fields.get(e.KONSEKVENS.name) if each.kind == e.OPFOELGNING_HOLDT.key else None
        if code and code != _GOES_ON:
            return f"Opfølgningen siger: {e.KONSEKVENS.choices[str(code)]}"
    return ""


def _by_grants(grants: Sequence[Telling], since: Sequence[Telling]) -> str:
    """The first grant is what was recommended; a later one that says something else has another basis."""
    for number, each in enumerate(grants[1:], start=1):
        before = grants[number - 1]
        for name in _BASIS if each in since else ():
            was, now = before.fields.get(name), each.fields.get(name)
            if was and now and was != now:
                return f"{e.FIELD_BY_NAME[name].label} er ændret fra {was} til {now}"
    return ""
