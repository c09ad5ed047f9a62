"""What is the next likely step in a case, and what is known already when it is taken, so that nobody types it twice?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from pejl.dates import danish_date
from pejl.events import KIND_BY_KEY, VISITATION_TILBAGE, Event, FieldValue, Kind, effective
from pejl.rules import Rule
from pejl.tables import Status
from pejl.web.access.models import Case
from pejl.web.access.request import Request
from pejl.web.cases import bridge
from pejl.web.cases.day import held_back, rule_of
from pejl.web.cases.forms.courses import PLACES, Ties, turns_to_parents
from pejl.web.cases.forms.next_steps import AFTER, KNOWN, SAME_PEOPLE, Known, decided
from pejl.web.cases.forms.offered import may_register
from pejl.web.cases.forms.setting import Setting
from pejl.web.cases.models import DeadlineRow, EventRow
from pejl.web.cases.standing import WAITING, status_at
from pejl.web.cases.visitation import changed_since_visitation, in_order

_OFFERED: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something that can be registered next."""

    kind: Kind
    label: str
    url: str


def step_url(case: Case, kind: Kind, *, after: str = "", mark: str = "", page: str = "") -> str:
    """The form of a step that follows an event, or meets a duty."""
    asked = {"frist": mark, "efter": after, "fra": page}
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"{reverse('registrer', args=[case.key, kind.key])}{f'?{query}' if query else ''}"


# --- what comes next ------------------------------------------------------------------------------------------


def next_steps(request: Request, case: Case, row: EventRow, *, page: str) -> list[Step]:
    """What was decided by it first, then open duties of its course and of the case, then what commonly follows."""
    events = standing_in(case)
    waits = bool(held_back({case.pk}).get(case.pk))
    found: dict[str, Step] = {}
    for kind, mark, notifier in (*_first(row, events), *_duties(request, case, row), *_usual(row)):
        early = waits and turns_to_parents(kind.key, notifier=notifier)
        if not early and may_register(request.person, case, kind):
            url = step_url(case, kind, after=row.event_id, mark=mark, page=page)
            found.setdefault(kind.key, Step(kind=kind, label=kind.label_on(request.today), url=url))
    return list(found.values())[:_OFFERED]


Candidate = tuple[Kind, str, str]  # the kind, the mark of the duty it meets, and who notified


def _duties(request: Request, case: Case, row: EventRow) -> Iterator[Candidate]:
    book = bridge.rulebook()
    rows = DeadlineRow.objects.filter(WAITING, case=case, stopped_at=None, unknown_reason="")
    standing = rows.annotate(status=status_at(request.moment)).filter(status__in=(Status.OVERDUE, Status.OPEN))
    own_first = sorted(standing.order_by("due_at", "pk"), key=lambda each: each.thread_id != row.thread_id)
    for duty in own_first:
        rule: Rule | None = rule_of(duty, book)
        if rule is not None:
            yield rule.met_by[0].kind, duty.mark, duty.notifier


def _usual(row: EventRow) -> Iterator[Candidate]:
    return ((kind, "", "") for kind in AFTER.get(row.kind, ()))


def _first(row: EventRow, events: Sequence[Event]) -> Iterator[Candidate]:
    yield from _back_to_visitation(row, events)
    yield from ((kind, "", "") for kind in decided(row.kind, row.fields))


def _back_to_visitation(row: EventRow, events: Sequence[Event]) -> Iterator[Candidate]:
    """First of all: what the committee built on has changed (requirement C22)."""
    if row.thread_id and changed_since_visitation(course_of(events, row.thread_id)):
        yield VISITATION_TILBAGE, "", ""


def told(steps: Iterable[Step]) -> SafeString:
    """The steps as links in a sentence; nothing where there are none. Never a name: it travels in a cookie."""
    links = format_html_join(" · ", '<a href="{}">{}</a>', ((each.url, each.label) for each in steps))
    return format_html(" Det næste kan være: {}", links) if links else SafeString("")


# --- what is known --------------------------------------------------------------------------------------------


def standing_in(case: Case) -> list[Event]:
    """What stands in the case, in order; what a correction took out of force is not there."""
    own = (each for each in effective(bridge.events_of_case(case)) if each.case_id)
    return in_order(own)


def course_of(events: Sequence[Event], thread_id: str) -> list[Event]:
    """Those of one course."""
    return [each for each in events if thread_id and each.thread_id == thread_id]


@dataclass(frozen=True, slots=True, kw_only=True)
class Follows:
    """What stands in the case, and the event a form was opened after."""

    events: tuple[Event, ...] = ()
    event: Event | None = None

    @classmethod
    def of(cls, case: Case, event_id: str) -> Follows:
        """Read from the address; an event of another case, or one that no longer stands, is none."""
        events = tuple(standing_in(case))
        return cls(events=events, event=next((each for each in events if each.event_id == event_id), None))

    def fitted(self, setting: Setting) -> Setting:
        """In the same course, where such an event belongs in it."""
        place = PLACES[setting.kind.key]
        if self.event is None or setting.thread_id is not None or place.ties in (Ties.BEGINS, Ties.NEVER):
            return setting
        own = [each for each in setting.courses if each.thread_id == self.event.thread_id]
        fits = any(each.course in place.courses for each in own)
        return replace(setting, thread_id=self.event.thread_id) if fits else setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """An answer that stands in the form beforehand, and where it comes from."""

    name: str
    value: FieldValue
    told: str


def filled_in(setting: Setting, after: Follows) -> list[Filled]:
    """What the course has told already, and the form asks for."""
    course = course_of(after.events, after.event.thread_id) if after.event else []
    return list(_filled(setting.kind, KNOWN, reversed(course)))


def same_people(setting: Setting, after: Follows) -> list[Filled]:
    """Who was at the last meeting of the same sort."""
    return list(_filled(setting.kind, SAME_PEOPLE, reversed(after.events)))


def _filled(kind: Kind, known: Iterable[Known], events: Iterable[Event]) -> Iterator[Filled]:
    newest_first = list(events)
    for each in (found for found in known if kind in found.kinds):
        told_by = {other.key for other in each.told_by}
        for event in (one for one in newest_first if one.kind in told_by):
            value = event.day if each.its_day else event.fields.get(each.field.name)
            if value:
                yield Filled(name=f"f_{each.field.name}", value=value, told=f"{each.field.label}: {_from(event)}")
                break


def _from(event: Event) -> str:
    return f"fra »{KIND_BY_KEY[event.kind].label_on(event.day)}« {danish_date(event.day)}"
