"""The page of whoever has the duty: the clocks that run, what has come in, who else is there, what is handed over.

The roster has a page of its own, for leaders; so has a hand-over.
"""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from pejl.events import VURDERING_24_TIMER
from pejl.web.access import gate
from pejl.web.access.actions import Doing, Refused
from pejl.web.access.doors import needs
from pejl.web.access.log import log, log_list
from pejl.web.access.marks import mark_of, marked
from pejl.web.access.models import Case, LogEntry
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.actions.writing import Sent
from pejl.web.cases.day import Day
from pejl.web.cases.duty_line import name_of
from pejl.web.cases.forms.offered import beside_a_case_system
from pejl.web.cases.sending import token_of
from pejl.web.handbook.text import Text, TextKind, filled
from pejl.web.handbook.texts import at_hand
from pejl.web.reception import acute, watch
from pejl.web.reception.actions.watching import add_watch, hand_over, mark_read, remove_watch
from pejl.web.reception.forms_watch import HandOverForm, WatchForm
from pejl.web.reception.models import Watch

_LEFT: Final = "Har selv registreret i sagen i denne vagt"


@needs(Right.WATCH)
def vagt(request: Request) -> HttpResponse:
    """What runs out first stands first."""
    day, rows = _day(request), watch.watches(at=request.moment)
    (found, old), news = watch.clocks(day), watch.since(rows, at=request.moment)
    came, notes, left = watch.arrivals(day, since=news), watch.unread(day), list(watch.just_left(day))
    log_list(request, "vagt", shown=len(found) + len(old) + len(came) + len(notes))
    values = {
        "clocks": found,
        "over": sum(each.over for each in found),
        "old": old,
        "old_title": f"Over en uge gamle og ikke vurderet ({len(old)})",
        "came": came,
        "since": news,
        "notes": [(note, name_of(note.case), note.written_by == request.person.name) for note in notes],
        "left": left,
        "roster": watch.roster(rows, at=request.moment),
        "reachable": acute.REACHABLE,
        "answers": acute.ANSWERS,
        "texts": _texts(request),
        "steps": acute.STEPS,
        "may_plan": request.person.may(Right.ASSIGN),
        "now": request.moment,
        "asof": request.moment.replace(second=0),
    }
    return render(request, "reception/vagt.html", values)


def _texts(request: Request) -> list[tuple[Text, list[str], bool]]:
    """The phrase and the checklist of the assessment, line by line, and whether the lines are points."""
    texts = at_hand(VURDERING_24_TIMER.key, on=request.today)
    chosen = [text for text in texts if text.kind in (TextKind.FRASE, TextKind.TJEKLISTE)]
    lines = [[line.removeprefix("- ") for line in filled(text.body, {}).splitlines() if line] for text in chosen]
    return [(text, told, text.kind is TextKind.TJEKLISTE) for text, told in zip(chosen, lines, strict=True)]


def _day(request: Request) -> Day:
    return Day(request.person, request.today, request.moment, bridge.rulebook())


def _doing(request: Request) -> Doing:
    return Doing(by=request.person.user, at=request.moment)


# --- the roster -----------------------------------------------------------------------------------------------


@needs(Right.ASSIGN)
def plan(request: Request) -> HttpResponse:
    """Who has the duty from now on, and where nobody has; a new duty, or the end of one."""
    if "fjern" in request.POST:
        return _remove(request)
    data = request.POST if request.method == "POST" else None
    form = WatchForm(data, people=watch.may_watch(on=request.today))
    if request.method == "POST" and form.is_valid() and _added(request, form):
        return redirect("vagt-plan")
    roster = watch.roster(watch.watches(at=request.moment), at=request.moment)
    values = {
        "form": form,
        "roster": roster,
        "ahead": [(mark_of(each), each) for each in roster.ahead],
        "reachable": acute.REACHABLE,
        "now": request.moment,
    }
    return render(request, "reception/vagt_plan.html", values, status=422 if form.errors else 200)


def _added(request: Request, form: WatchForm) -> bool:
    try:
        added = add_watch(form.asked(), doing=_doing(request))
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, f"{added.user.name} står nu på vagtplanen.")
    for doubt in form.doubts:
        messages.warning(request, doubt)
    return True


def _remove(request: Request) -> HttpResponse:
    ahead = Watch.objects.filter(last_at__gt=request.moment)
    found = marked(ahead, mark=request.POST["fjern"])
    if found is None:
        raise Http404
    remove_watch(found, doing=_doing(request))
    messages.success(request, "Vagten er fjernet fra planen.")
    return redirect("vagt-plan")


# --- from one duty to the next ----------------------------------------------------------------------------------


@needs(Right.WATCH)
def overdrag(request: Request, key: str) -> HttpResponse:
    """A note on a case for whoever has it next."""
    case, open_to_me = _case(request, key)
    form = HandOverForm(request.POST if request.method == "POST" else None, beside=beside_a_case_system())
    if request.method == "POST" and form.is_valid() and _handed_over(request, case, form):
        return redirect("vagt")
    values = {
        "case": case,
        "name": name_of(case) if open_to_me else "",
        "open_to_me": open_to_me,
        "form": form,
        "token": token_of(request),
        "before": list(case.hand_overs.filter(read_at=None).order_by("written_at", "pk")) if open_to_me else [],
    }
    return render(request, "reception/vagt_overdrag.html", values, status=422 if form.errors else 200)


def _case(request: Request, key: str) -> tuple[Case, bool]:
    """The case, and whether it can still be opened; one that has just been worked in can be handed over."""
    left = watch.just_left(_day(request)).filter(key=key).first()
    if left is None:
        return gate.open_case(request, key), True
    log(request, LogEntry.Act.READ, case=left, why=_LEFT)
    return left, False


def _handed_over(request: Request, case: Case, form: HandOverForm) -> bool:
    sent = Sent(by=request.person.user, at=request.moment, token=request.POST.get("token", ""))
    try:
        hand_over(case, form.note(), sent=sent)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, "Overdragelsen er gemt. Den står som ulæst, til en anden har læst den.")
    return True


@needs(Right.WATCH)
@require_POST
def laest(request: Request, key: str) -> HttpResponse:
    """What was handed over about the case has been read."""
    case = gate.open_case(request, key)
    if mark_read(case, doing=_doing(request)):
        messages.success(request, "Overdragelsen er mærket som læst.")
    else:
        messages.info(request, "Der var ikke noget ulæst fra andre i sagen. Din egen overdragelse skal en anden læse.")
    return redirect(_back(request, case))


def _back(request: Request, case: Case) -> str:
    """To the page the button stood on."""
    wanted = request.POST.get("fra", "")
    if wanted == "sag":
        return reverse("sag", args=[case.key])
    return reverse("min-dag" if wanted == "min-dag" else "vagt")


urlpatterns = [
    path("vagt/", vagt, name="vagt"),
    path("vagt/plan/", plan, name="vagt-plan"),
    path("vagt/<str:key>/overdrag/", overdrag, name="vagt-overdrag"),
    path("vagt/<str:key>/laest/", laest, name="vagt-laest"),
]
