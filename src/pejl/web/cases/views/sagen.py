"""What does a person see who opens a child's case: the people, what to do next, what is missing, what has happened?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Final

from django.conf import settings
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.events import RAADGIVERSKIFT, Step
from pejl.rules import Rulebook
from pejl.web.access.doors import needs
from pejl.web.access.gate import leads, open_case, visible
from pejl.web.access.log import log
from pejl.web.access.models import Case, Cover, LogEntry, Naming, TemporaryAccess, running
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.actions.writing import new_token
from pejl.web.cases.agreements import has_next_step, open_agreements
from pejl.web.cases.ahead import Looking, Required, required, steps_ahead
from pejl.web.cases.duties import Asked, Duties, duties_of
from pejl.web.cases.forms.offered import course_mark
from pejl.web.cases.models import Child, DeadlineRow, EventRow, SecondSource, Spell
from pejl.web.cases.people import (
    advisers_of,
    age_words,
    child_as_opened,
    named_in,
    names_of,
    relatives_of,
    siblings_of,
)
from pejl.web.cases.seldom import seldom_in
from pejl.web.cases.steps import STEPS, steps_of
from pejl.web.cases.timeline import SILENT_DAYS, Reader, Timeline, Told, Wanted, timeline

# So much of a long case is shown at first.
_SHOWN: Final = 20
_STEPS: Final = (*STEPS, Step.SAG)
Values = dict[str, object]


@needs(Right.CASES)
def sag(request: Request, key: str) -> HttpResponse:
    """The case. A search in its text comes by POST, so that no words stand in an address."""
    case = open_case(request, key)
    rows, declared = _rows(case)
    named, spells = named_in(case), list(Spell.objects.filter(case=case))
    names = names_of(_initials(case, rows, spells))
    told = Told(reader=_reader(request, case, named), names=names, twins=_twins(case, rows))
    events = timeline(rows, told=told, today=request.today)
    book = bridge.rulebook()
    duties = _duties(request, case, book=book, courses=events.course_names)
    child = child_as_opened(case)
    first = _first(request, case, [*rows, *declared], known=(events, duties, child, book))
    values = {
        "case": case,
        **_people(request, case, child),
        "seldom": seldom_in(case, child, events.standing, today=request.today),
        **_staff(request, case, spells=spells, names=names),
        "named": named,
        "duties": duties,
        "steps": steps_of(duties, kinds=[each.kind for each in events.standing], first=first),
        **_agreed(events, told.reader, duties, today=request.today),
        **_events(request, case, events),
        **_may(request, case),
        **_handed_over(request, case),
        "now": request.moment,
        "today": request.today,
    }
    return render(request, "cases/sag.html", values)


def _rows(case: Case) -> tuple[list[EventRow], list[EventRow]]:
    """What is written of the case; and of none, what the sources say that they cover."""
    found = list(EventRow.objects.filter(Q(case=case) | Q(case__isnull=True)).order_by("pk"))
    return [row for row in found if row.case_id], [row for row in found if not row.case_id]


# --- people ---------------------------------------------------------------------------------------------------


def _people(request: Request, case: Case, child: Child | None) -> Values:
    if child is None:
        return {"child": None}
    relatives = relatives_of(child)
    in_scope = visible(request.person, on=request.today, at=request.moment)
    return {
        "child": child,
        "age": age_words(child.born, day=request.today),
        "relatives": relatives,
        "custody": [each.name for each in relatives if each.custody],
        "lives_with": [each.name for each in relatives if each.lives_with_child]
        or [child.lives_with or "Ikke skrevet"],
        "not_to_contact": [each for each in relatives if each.do_not_contact],
        "siblings": siblings_of(child, visible=in_scope),
        "sees_address": bool(child.address) and (not child.address_protected or request.person.may(Right.TEXT)),
    }


def _staff(request: Request, case: Case, *, spells: list[Spell], names: dict[str, str]) -> Values:
    covers = (
        Cover.objects.filter(running(request.today), initials=case.adviser) if case.adviser else Cover.objects.none()
    )
    return {
        "advisers": advisers_of(spells, names=names, reasons=dict(RAADGIVERSKIFT.choices)),
        "covers": list(covers.select_related("user")),
        "temporary": _temporary(request, case),
    }


def _temporary(request: Request, case: Case) -> TemporaryAccess | None:
    """The opening that let this person in, if it is not their case anyhow."""
    person = request.person
    if leads(person, case, right=Right.CASES) or (case.adviser and case.adviser == person.initials):
        return None
    given = TemporaryAccess.objects.filter(case=case, user=person.user, until__gt=request.moment)
    return given.order_by("-until").first()


def _initials(case: Case, rows: Iterable[EventRow], spells: Iterable[Spell]) -> set[str]:
    written = {initials for row in rows for initials in (row.done_by, row.recorded_by)}
    return written | {spell.initials for spell in spells} | {case.adviser}


def _reader(request: Request, case: Case, named: list[Naming]) -> Reader:
    person = request.person
    mine = any(each.user_id == person.user.pk and each.named_as == Naming.As.BESKYTTET for each in named)
    return Reader(
        text=person.may(Right.TEXT),
        sealed=mine or leads(person, case, right=Right.PROTECT),
        alone=settings.PEJL_MODE == "alene",
        initials=person.initials,
    )


def _handed_over(request: Request, case: Case) -> Values:
    """What a duty has told the next, until somebody else has read it."""
    if not request.person.may(Right.TEXT):
        return {"hand_overs": []}
    notes = list(case.hand_overs.filter(read_at=None).order_by("written_at", "pk"))
    others = any(note.written_by != request.person.name for note in notes)
    return {"hand_overs": notes, "unread_by_me": others and request.person.may(Right.WATCH)}


def _may(request: Request, case: Case) -> Values:
    """Which buttons the page has."""
    person, alone = request.person, settings.PEJL_MODE == "alene"
    return {
        "may_register": person.may(Right.REGISTER),
        "may_edit_people": alone and person.may(Right.REGISTER),
        "may_read_letters": person.may(Right.TEXT),
        "may_write_letters": alone and person.may(Right.REGISTER) and person.may(Right.TEXT),
        "may_protect": leads(person, case, right=Right.PROTECT),
        "may_name": leads(person, case, right=Right.ASSIGN),
        "may_give_log": leads(person, case, right=Right.GIVE_LOG),
        "alone": alone,
    }


# --- duties and events ----------------------------------------------------------------------------------------


def _duties(request: Request, case: Case, *, book: Rulebook, courses: dict[str, str]) -> Duties:
    rows = DeadlineRow.objects.filter(case=case).order_by("pk")
    asked = Asked(book=book, as_of=request.moment, courses=courses)
    return duties_of(rows, asked=asked, closed=case.closed)


def _first(
    request: Request, case: Case, rows: list[EventRow], *, known: tuple[Timeline, Duties, Child | None, Rulebook]
) -> dict[Step, list[Required]]:
    """What the law wants before the steps that are next or under way; in a closed case there are none."""
    events, duties, child, book = known
    looking = Looking(
        now=request.moment,
        may_write=request.person.may(Right.REGISTER),
        may_read=request.person.may(Right.TEXT),
        parents_wait=bool(duties.first),
    )
    courses = () if case.closed else events.courses
    steps = steps_ahead(courses, events.standing, book=book, case=case, now=request.moment)
    if not steps:
        return {}
    told = bridge.told_by(case, rows, read=events.standing, born=child.born if child else None)
    found = bridge.ahead_of(told, steps, book=book, as_of=request.moment)
    return required(case, found, courses=events.course_names, looking=looking)


def _agreed(events: Timeline, reader: Reader, duties: Duties, *, today: date) -> Values:
    """What somebody has agreed to do, and whether anything at all waits for somebody."""
    agreed = open_agreements(events.standing, reader=reader, today=today)
    return {
        "agreed": agreed,
        "has_next": has_next_step(duties, agreed, events=events.standing, today=today),
        "token": new_token(),
    }


def _twins(case: Case, rows: list[EventRow]) -> dict[int, list[EventRow]]:
    """The rows that say the same as another; where all comes from one source there are none."""
    found: dict[int, list[EventRow]] = defaultdict(list)
    if len({row.source for row in rows}) < 2:
        return found
    by_pk = {row.pk: row for row in rows}
    pairs = SecondSource.objects.filter(event__case=case).order_by("pk").values_list("event_id", "other_id")
    for event, other in pairs:
        if other in by_pk:  # both were told of the same case
            found[event].append(by_pk[other])
    return found


def _events(request: Request, case: Case, events: Timeline) -> Values:
    """The part of the timeline that is asked for."""
    courses = {course_mark(each.thread_id): each for each in events.courses}
    course = courses.get(request.GET.get("forloeb", ""))
    wanted = Wanted(
        step=next((step.name for step in _STEPS if step.name == request.GET.get("trin")), ""),
        course=course.thread_id if course else "",
        mine=request.GET.get("mine") == "1",
        words=request.POST.get("tekst", "").strip()[:100],
    )
    if wanted.words:
        log(request, LogEntry.Act.SEARCH, case=case, detail={"side": "sag"})
    items = [each for each in events.items if wanted.fits(each)]
    everything = bool(wanted) or "alle" in request.GET or len(items) <= _SHOWN
    return {
        "items": items if everything else items[:_SHOWN],
        "left": 0 if everything else len(items) - _SHOWN,
        "wanted": wanted,
        "wanted_course": course_mark(wanted.course) if wanted.course else "",
        "courses": [(mark, each.choice) for mark, each in courses.items()],
        "step_choices": [(step.name, step.value) for step in _STEPS],
        "query": request.GET.urlencode(),
        "silent_days": SILENT_DAYS,
    }


urlpatterns = [path("sag/<str:key>/", sag, name="sag")]
