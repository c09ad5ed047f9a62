"""What is sent with one form: the event, what was agreed at it, and the same in the siblings' cases?

Each case gets an event of its own in a course of its own. What is the child's own is never written of a sibling.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from pejl.events import RAEKKEFOELGE
from pejl.web.access.gate import visible
from pejl.web.access.models import Case
from pejl.web.access.request import Request
from pejl.web.cases import bridge
from pejl.web.cases.actions.registering import Act
from pejl.web.cases.actions.writing import Entry
from pejl.web.cases.day import held_back
from pejl.web.cases.forms.courses import PLACES, Running, Ties, turns_to_parents
from pejl.web.cases.forms.fields import NEW, thread_of
from pejl.web.cases.forms.guided import guide_of
from pejl.web.cases.forms.guides import THE_CHILDS_OWN
from pejl.web.cases.forms.offered import courses_in, may_register
from pejl.web.cases.forms.registering import EventForm
from pejl.web.cases.forms.setting import Setting
from pejl.web.cases.forms.together import AGREEMENTS, AgreementForm, SiblingsForm
from pejl.web.cases.models import EventRow
from pejl.web.cases.people import age_words, child_of, siblings_of

# Why a step was taken out of order is told of the one child, too.
_OWN: Final = THE_CHILDS_OWN | {RAEKKEFOELGE.name}


@dataclass(frozen=True, slots=True)
class Whole:
    """The form of an event with all that can be sent together with it."""

    event: EventForm
    siblings: SiblingsForm | None
    cases: dict[str, Case]  # of the siblings, by their keys
    agreements: tuple[AgreementForm, ...]

    def is_valid(self) -> bool:
        """Whether all of it can be registered; what is wrong further down is told at the top, too."""
        if not self.event.is_bound:
            return False
        good = self.event.is_valid()
        others = [self.siblings] if self.siblings else []
        for form in (*self.agreements, *others):
            if form.is_valid() and isinstance(form, AgreementForm) and "dag" in self.event.cleaned_data:
                form.check_day(self.event.cleaned_data["dag"])
            for error in (each for errors in form.errors.values() for each in errors):
                where = f"Aftale {form.number}: " if isinstance(form, AgreementForm) else ""
                self.event.add_error(None, f"{where}{error}")
                good = False
        return good

    @property
    def agreements_open(self) -> bool:
        """Unfolded where something is written."""
        return any(bound.value() for form in self.agreements for bound in form.bounds)

    @property
    def siblings_open(self) -> bool:
        """Unfolded where somebody is chosen."""
        return bool(self.siblings and self.siblings["soeskende"].value())

    def acts(self, case: Case) -> list[Act]:
        """What each case gets; the case the form was opened in is the first."""
        main = self.event.entry()
        made = [form.entry(main) for form in self.agreements if form.is_made]
        chosen = [self.cases[key] for key in self.siblings.chosen] if self.siblings else []
        others = [Act(case=each, entries=(self._of_sibling(each, main, of=case),)) for each in chosen]
        return [Act(case=case, entries=(main, *made)), *others]

    def _of_sibling(self, sibling: Case, main: Entry, *, of: Case) -> Entry:
        own = {name: value for name, value in main.fields.items() if name not in _OWN}
        return replace(main, thread_id=_course_in(sibling, self.event.setting, main.thread_id, of=of), fields=own)


def whole(request: Request, case: Case, event: EventForm, *, said: dict[str, Any] | None = None) -> Whole:
    """All of it, as it was sent; ``said`` instead fills it in again without judging it."""
    guide, data = guide_of(event.setting.kind), request.POST if event.is_bound else None
    cases, choices = _siblings(request, case, event) if guide and guide.siblings else ({}, [])
    ticked = {"soeskende": request.POST.getlist("soeskende")} if said else None
    numbers = range(1, AGREEMENTS + 1) if guide and guide.agreements and not event.setting.correcting else ()
    return Whole(
        event=event,
        siblings=SiblingsForm(choices, data=data, initial=ticked)
        if choices or (data and "soeskende" in data)
        else None,
        cases=cases,
        agreements=tuple(
            AgreementForm(event.setting, number=each, data=data, initial=_of_agreement(said, each)) for each in numbers
        ),
    )


def _of_agreement(said: dict[str, Any] | None, number: int) -> dict[str, Any]:
    start = f"aftale-{number}-"
    return {name.removeprefix(start): value for name, value in (said or {}).items() if name.startswith(start)}


def _siblings(request: Request, case: Case, event: EventForm) -> tuple[dict[str, Case], list[tuple[str, str]]]:
    """The siblings whose open cases the person may write in, and how they stand in a list."""
    child = child_of(case)
    if child is None:
        return {}, []
    kind = event.setting.kind
    cases = visible(request.person, on=request.today, at=request.moment).filter(closed=False)
    rows = [row for row in siblings_of(child, visible=cases) if may_register(request.person, row.other.case, kind)]
    waiting = held_back({row.other.case_id for row in rows}) if turns_to_parents(kind.key, notifier="") else {}
    choices = []
    for row in rows:
        early = " – kontakt ikke forældrene endnu i den sag" if row.other.case_id in waiting else ""
        choices.append((row.other.case.key, f"{row.other.name}, {age_words(row.other.born, day=request.today)}{early}"))
    return {row.other.case.key: row.other.case for row in rows}, choices


def _course_in(sibling: Case, setting: Setting, thread_id: str, *, of: Case) -> str:
    """The sibling's own running course of the same sort; else a new one, or the case as a whole, as the kind has it."""
    place = PLACES[setting.kind.key]
    chosen = next((each for each in setting.courses if each.thread_id == thread_id), None)
    if chosen is None or place.ties in (Ties.BEGINS, Ties.NEVER):
        return thread_of(setting, None)
    courses = courses_in(sibling, gone=bridge.withdrawn_ids(sibling))
    fitting = [each for each in courses if each.course is chosen.course and not each.over]
    begins = place.ties is Ties.JOINS_OR_BEGINS
    return _same_letter_first(sibling, fitting, thread_id, of=of) or (thread_of(setting, NEW) if begins else "")


def _same_letter_first(sibling: Case, fitting: Sequence[Running], thread_id: str, *, of: Case) -> str:
    """Of several, the one that the same letter or joint act began; else the newest."""
    shared = EventRow.objects.filter(case=of, thread_id=thread_id).exclude(shared_id="").values("shared_id")
    tied = set(EventRow.objects.filter(case=sibling, shared_id__in=shared).values_list("thread_id", flat=True))
    first = sorted(fitting, key=lambda each: each.thread_id not in tied)
    return first[0].thread_id if first else ""
