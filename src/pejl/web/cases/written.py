"""What stands written in a case, and how much of it may this reader see?

The plan, the agreements, the closing and the walk read the events of a case once, and ask here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.conf import settings

from pejl.events import KILDE_DAEKKER, KIND_BY_KEY, Event, Field, Kind, effective
from pejl.tables import Coverage
from pejl.web.access.models import Case
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.forms.courses import Happened, Running, courses_of
from pejl.web.cases.people import names_of
from pejl.web.cases.timeline import Reader, may_see, words_of


@dataclass(frozen=True)
class Written:
    """The events of a case that stand, in order; what its sources deliver; and who reads."""

    events: tuple[Event, ...]
    coverage: Coverage
    own_coverage: tuple[Event, ...]
    names: Mapping[str, str]
    reader: Reader
    today: date

    def of(self, *kinds: Kind) -> list[Event]:
        """Those of these kinds, in order."""
        keys = {kind.key for kind in kinds}
        return [each for each in self.events if each.kind in keys]

    def latest(self, *kinds: Kind) -> Event | None:
        """The last of these kinds."""
        return next(reversed(self.of(*kinds)), None)

    def said(self, event: Event, field: Field) -> str:
        """What is written in a field, in words; empty where nothing is, or where it is not for this reader."""
        value = event.fields.get(field.name)
        return words_of(field, value) if value not in (None, "") and may_see(field, reader=self.reader) else ""

    def who(self, event: Event) -> str:
        """Who did it, by name where the name is known here."""
        return self.names.get(event.done_by, event.done_by)

    @cached_property
    def courses(self) -> dict[str, Running]:
        """The courses of the case by their thread."""
        return {each.thread_id: each for each in courses_of(map(_happened, self.events))}

    def course(self, event: Event) -> str:
        """What people call the course of an event; empty where it is about the case as a whole."""
        return self.courses[event.thread_id].told if event.thread_id else ""

    def covers(self, kind: Kind, *, from_day: date) -> bool:
        """Whether a source of the case would have told of such an event from this day on."""
        days = [self.coverage.since(source, kinds=[kind.key]) for source in {each.source for each in self.events}]
        own = (each.day for each in self.own_coverage if each.fields.get("slags", "") in ("", kind.key))
        first = min((day for day in (*days, *own) if day is not None), default=None)
        return first is not None and first <= from_day


def written_in(request: Request, case: Case) -> Written:
    """The case as this person may read it: two questions to the database."""
    everything = bridge.events_of_case(case)
    standing = list(_in_order(everything))
    declared = [each for each in effective(everything) if each.kind == KILDE_DAEKKER.key]
    return Written(
        events=tuple(standing),
        coverage=Coverage.declared_in(declared),
        own_coverage=tuple(each for each in declared if each.case_id),
        names=names_of({each.done_by for each in standing}),
        reader=reader_of(request),
        today=request.today,
    )


def reader_of(request: Request) -> Reader:
    """How much of what is written the person may read; what was sealed stands only on the case's own page."""
    return Reader(
        text=request.person.may(Right.TEXT),
        sealed=False,
        alone=settings.PEJL_MODE == "alene",
        initials=request.person.initials,
    )


def _in_order(everything: list[Event]) -> Iterator[Event]:
    standing = (each for each in effective(everything) if each.case_id and each.kind != KILDE_DAEKKER.key)
    yield from sorted(standing, key=lambda each: each.order)


def _happened(event: Event) -> Happened:
    paragraph = str(event.fields.get("paragraf", ""))
    return Happened(kind=event.kind, day=event.day, thread_id=event.thread_id, paragraph=paragraph)


def label_of(event: Event) -> str:
    """What happened, by the law of its own day."""
    return KIND_BY_KEY[event.kind].label_on(event.day)


def field_of(kind: Kind, name: str) -> Field:
    """One of the kind's typed fields."""
    return next(each for each in kind.fields if each.name == name)
