"""Is a step taken before what the law wants first, and has who takes it said why? Asked at the form, never a lock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from pejl.web.access.models import Case
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.actions.registering import Act
from pejl.web.cases.actions.writing import Entry
from pejl.web.cases.ahead import Looking, Required, before_this, comes_after
from pejl.web.cases.day import held_back
from pejl.web.cases.forms.fields import thread_of, typed_name
from pejl.web.cases.forms.registering import EventForm

_WHY_FIRST: Final = (
    "Loven vil have noget gjort først, og det er ikke registreret. Vælg, hvorfor det her sker før, eller registrér det "
    "andet først."
)


def should_come_first(request: Request, case: Case, form: EventForm) -> list[Required]:
    """What should have come first; where it surely did not, a reason is asked for, and nobody is locked out."""
    entry = form.entry()
    if not comes_after(entry.kind, book=form.setting.book, day=entry.day):
        form.forget_order()
        return []
    first = before_this(case, entry, looking=_looking(request, case))
    missing = [each for each in first if each.missing]
    if not missing:
        form.forget_order()
    else:
        form.ask_order(refusal="" if form.says_why else _WHY_FIRST)
    return first


def missing_with_others(request: Request, acts: Iterable[Act], *, form: EventForm) -> list[list[Required]]:
    """For each sibling whose case gets the same and lacks what should have come first: what it lacks.

    The reason that was given is told of the one child, so it is no answer here.
    """
    entry = form.entry()
    if not comes_after(entry.kind, book=form.setting.book, day=entry.day):
        return []
    found = (before_this(act.case, act.entries[0], looking=_looking(request, act.case)) for act in acts)
    return [missing for first in found if (missing := [each for each in first if each.missing])]


def _comes_first_now(request: Request, case: Case, form: EventForm) -> list[Required]:
    """The same before anything is written, as if it happened now: only what is sure, for the answers come later."""
    setting = form.setting
    if not comes_after(setting.kind.key, book=setting.book, day=setting.today):
        return []
    fields = {each.name: form.initial[typed_name(each)] for each, _ in form.typed if form.initial.get(typed_name(each))}
    entry = Entry(kind=setting.kind.key, day=setting.today, at=request.moment, fields=fields)
    entry = replace(entry, thread_id=thread_of(setting, None))
    first = before_this(case, entry, looking=_looking(request, case))
    return [each for each in first if each.missing]


def _looking(request: Request, case: Case) -> Looking:
    person = request.person
    return Looking(
        now=request.moment,
        may_write=person.may(Right.REGISTER),
        may_read=person.may(Right.TEXT),
        parents_wait=bool(held_back({case.pk}).get(case.pk)),
    )


def asking_why(request: Request, case: Case, form: EventForm) -> list[Required]:
    """What surely should come first is told before anybody has written a word, and the reason asked for at once."""
    first = _comes_first_now(request, case, form)
    if first:
        form.ask_order()
    return first
