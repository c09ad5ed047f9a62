"""How is a letter written from a case: filled in, read through as often as wanted, and sent once?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse

from pejl.web.access.doors import needs
from pejl.web.access.gate import open_case
from pejl.web.access.models import Case
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.actions.sending_letters import Letter, send
from pejl.web.cases.actions.writing import Overtaken, Refused
from pejl.web.cases.forms.courses import Running
from pejl.web.cases.forms.letters import LetterForm
from pejl.web.cases.happened import Standing, standing_in
from pejl.web.cases.letters import (
    Facts,
    Recipient,
    courses_about,
    is_too_young,
    known,
    notifier_of,
    recipients,
    waits_for,
)
from pejl.web.cases.models import Child
from pejl.web.cases.people import child_of, relatives_of
from pejl.web.cases.sending import MIN_DAG, case_url, sent_of, sent_once, token_of
from pejl.web.cases.views.breve import may_write
from pejl.web.handbook.lix import read
from pejl.web.handbook.text import Reader, Text, TextKind, filled, missing
from pejl.web.handbook.texts import current

_SENT: Final = "Registreret som sendt. Pejl sender ikke post: send brevet i Digital Post eller som brev."
Choice = tuple[str, str, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What lies before whoever writes: the template, the case, to whom and about which course."""

    case: Case
    text: Text
    child: Child | None
    standing: Standing
    people: list[Recipient]
    to: Recipient | None
    courses: dict[str, Running]
    course: str

    @property
    def thread_id(self) -> str:
        """The course of the event that will tell of the letter."""
        return self.courses[self.course].thread_id if self.course else ""

    @property
    def notifier(self) -> str:
        """Who notified, where the letter answers a notification."""
        return notifier_of(self.standing.events, thread_id=self.thread_id)


def _desk(request: Request, case: Case, text: Text) -> Desk:
    child, standing = child_of(case), standing_in(case)
    relatives = relatives_of(child) if child else []
    people = recipients(text, child, relatives, today=request.today)
    courses = courses_about(text, standing)
    asked = request.GET.get("om", "")
    return Desk(
        case=case,
        text=text,
        child=child,
        standing=standing,
        people=people,
        to=next((each for each in people if each.mark == request.GET.get("til")), people[0] if people else None),
        courses=courses,
        course=asked if asked in courses else next(iter(courses), ""),
    )


@needs(Right.TEXT)
@sent_once
def nyt(request: Request, key: str, text: str) -> HttpResponse:
    """One letter: filled in from the case, read through as often as wanted, sent once."""
    case, found = open_case(request, key), current(text, on=request.today)
    if found is None or found.kind is not TextKind.BREV or not may_write(request):
        raise Http404
    desk = _desk(request, case, found)
    if request.method != "POST":
        return _page(request, desk, _opened(request, desk))
    form = LetterForm(found, to=desk.to.name if desk.to else "", data=request.POST)
    if request.POST.get("goer") != "send":
        form.is_valid()
        return _page(request, desk, _reopened(desk, form))
    if not form.is_valid():
        _say_missing(form)
        return _page(request, desk, form, status=422)
    return _sent(request, desk, form)


def _opened(request: Request, desk: Desk) -> LetterForm:
    facts = Facts(
        case=desk.case,
        child=desk.child,
        events=desk.standing.events,
        thread_id=desk.thread_id,
        by=request.person.user,
        at=request.moment,
    )
    to = desk.to.name if desk.to else ""
    told = {**known(facts), "modtager": to}
    words = {"tekst": filled(desk.text.body, told), "emne": filled(desk.text.subject, told)}
    if "til_kommune" in desk.text.placeholders:
        words["til_navn"] = told.get("til_kommune", "")
    return LetterForm(desk.text, to=to, initial=words)


def _reopened(desk: Desk, form: LetterForm) -> LetterForm:
    """What was written so far, without a word of what is missing."""
    told = {name: form.data.get(name, "") for name in form.fields}
    return LetterForm(desk.text, to=form.to, initial={**told, "tekst": form.words()})


def _say_missing(form: LetterForm) -> None:
    """All that is missing is told at once, not one thing after another."""
    if left := missing(form.words()):
        form.add_error("tekst", f"Der mangler: {'; '.join(left)}. Skriv det i teksten, eller slet linjen.")


def _sent(request: Request, desk: Desk, form: LetterForm) -> HttpResponse:
    letter = Letter(
        text=desk.text,
        thread_id=desk.thread_id,
        notifier=desk.notifier,
        to_name=form.name(),
        subject=form.cleaned_data["emne"],
        body=form.words(),
        hvem=desk.to.hvem if desk.to else "",
        meeting=form.cleaned_data.get("moededag"),
    )
    try:
        row = send(desk.case, letter, sent=sent_of(request))
    except Overtaken as overtaken:
        return _page(request, desk, form, status=409, overtaken=str(overtaken))
    except Refused as refused:
        form.add_error(None, str(refused))
        return _page(request, desk, form, status=422)
    messages.success(request, _SENT)
    if not case_url(request, desk.case):
        return redirect(MIN_DAG)
    return redirect("brev", key=desk.case.key, letter=row.key)


def _page(request: Request, desk: Desk, form: LetterForm, *, status: int = 200, overtaken: str = "") -> HttpResponse:
    words = form.words() if form.is_bound else str(form.initial.get("tekst", ""))
    reading = read(words)
    context = {
        "case": desk.case,
        "text": desk.text,
        "desk": desk,
        "form": form,
        "reading": reading,
        "reader": desk.text.reader,
        "hard": reading.too_hard(desk.text.reader.hardest),
        "missing": missing(words),
        "waits": waits_for(desk.case, desk.text, notifier=desk.notifier),
        "too_young": is_too_young(desk.text, desk.child, today=request.today),
        "to_child": desk.text.reader is Reader.BARN,
        "not_to": _left_out(desk),
        "people": _people(desk),
        "courses": _courses(desk),
        "token": token_of(request),
        "seen": request.POST.get("set", "") or desk.case.version,
        "overtaken": overtaken,
    }
    return render(request, "cases/brev_nyt.html", context, status=status)


def _left_out(desk: Desk) -> list[str]:
    """Those a letter of this kind is never offered to."""
    if desk.text.reader is not Reader.FORAELDER or desk.child is None:
        return []
    return [each.name for each in relatives_of(desk.child) if each.do_not_contact]


def _people(desk: Desk) -> list[Choice]:
    return [(each.told, _url(desk, til=each.mark, om=desk.course), each is desk.to) for each in desk.people]


def _courses(desk: Desk) -> list[Choice]:
    til = desk.to.mark if desk.to else ""
    return [(each.choice, _url(desk, til=til, om=mark), mark == desk.course) for mark, each in desk.courses.items()]


def _url(desk: Desk, **asked: str) -> str:
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"{reverse('brev-nyt', args=[desk.case.key, desk.text.key])}?{query}"


urlpatterns = [path("sag/<str:key>/breve/nyt/<str:text>/", nyt, name="brev-nyt")]
