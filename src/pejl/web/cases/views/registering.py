"""How is something registered in a case: which kind, with which answers, and what is said when it is done?"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.events import KIND_BY_KEY, Kind
from pejl.rules import Rule, Rulebook
from pejl.tables import Status
from pejl.web.access.doors import needs
from pejl.web.access.gate import open_case
from pejl.web.access.models import Case
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.actions.registering import register
from pejl.web.cases.actions.writing import AlreadySent, Overtaken, Refused
from pejl.web.cases.day import FIRST_OF_ALL, held_back, rule_of
from pejl.web.cases.duty_line import register_url
from pejl.web.cases.forms.asked import meeting_kinds
from pejl.web.cases.forms.courses import turns_to_parents
from pejl.web.cases.forms.fields import question
from pejl.web.cases.forms.offered import by_step, delivered_by_lists, kinds_for, may_register
from pejl.web.cases.forms.registering import EventForm
from pejl.web.cases.models import DeadlineRow
from pejl.web.cases.sending import (
    MIN_DAG,
    already,
    back_to,
    sent_before,
    sent_of,
    setting_of,
    token_of,
    warn_of_time,
)
from pejl.web.cases.standing import WAITING, deadline_of, status_at


@dataclass(frozen=True, slots=True)
class CameFrom:
    """The duty the form was opened for, with its rule, and the page to return to; the address holds both."""

    duty: DeadlineRow | None
    rule: Rule | None
    page: str

    @property
    def query(self) -> str:
        """The page to return to, as it stands in an address; the duty belongs to its own kinds of event."""
        return f"?{urlencode({'fra': self.page})}" if self.page else ""

    @property
    def notifier(self) -> str:
        """Who notified, where the duty began with a notification."""
        return self.duty.notifier if self.duty else ""


def came_from(request: Request, case: Case, *, book: Rulebook) -> CameFrom:
    """Read from the address; a duty that is no longer there is none."""
    mark = request.GET.get("frist", "")
    duty = DeadlineRow.objects.filter(case=case, mark=mark).first() if mark else None
    page = MIN_DAG if request.GET.get("fra") == MIN_DAG else ""
    return CameFrom(duty, rule_of(duty, book) if duty else None, page)


def _url(case: Case, kind: Kind, came: CameFrom) -> str:
    return register_url(case, kind, mark=came.duty.mark if came.duty else "", back=came.page)


def waits_for(case: Case) -> list[str]:
    """What must be done before anybody turns to the parents; empty in most cases."""
    return [FIRST_OF_ALL[rule] for rule in dict.fromkeys(held_back({case.pk}).get(case.pk, ()))]


# --- which kind? ----------------------------------------------------------------------------------------------


@needs(Right.REGISTER)
def vaelg(request: Request, key: str) -> HttpResponse:
    """Everything that can be registered in the case, what is missing first."""
    case = open_case(request, key)
    book, waits = bridge.rulebook(), waits_for(case)
    came = came_from(request, case, book=book)
    values = {
        "case": case,
        "missing": _missing(request, case, book=book, waits=bool(waits)),
        "steps": by_step(kinds_for(request.person, case)),
        "came": came,
        "waits_for": waits,
        "today": request.today,
    }
    return render(request, "cases/registrer_vaelg.html", values)


def _missing(request: Request, case: Case, *, book: Rulebook, waits: bool) -> list[tuple[str, str]]:
    """What would meet the duties that wait; nothing that turns to the parents before its time."""
    page = MIN_DAG if request.GET.get("fra") == MIN_DAG else ""
    rows = DeadlineRow.objects.filter(WAITING, case=case, stopped_at=None).annotate(status=status_at(request.moment))
    found: dict[str, str] = {}
    for row in rows.filter(status__in=(Status.OVERDUE, Status.OPEN)).order_by("due_at", "pk"):
        rule = rule_of(row, book)
        kind = rule.met_by[0].kind if rule else None
        if kind is None or not may_register(request.person, case, kind):
            continue
        if not (waits and turns_to_parents(kind.key, notifier=row.notifier)):
            found.setdefault(kind.label_on(request.today), _url(case, kind, CameFrom(row, rule, page)))
    return list(found.items())


# --- the form -------------------------------------------------------------------------------------------------


@needs(Right.REGISTER)
def registrer(request: Request, key: str, kind: str) -> HttpResponse:
    """The form of one kind of event; sent, it registers it once."""
    if done := sent_before(request):
        return already(request, done)
    case, asked = open_case(request, key), KIND_BY_KEY.get(kind)
    if asked is None or not may_register(request.person, case, asked):
        raise Http404
    came = came_from(request, case, book=bridge.rulebook())
    setting = setting_of(request, case, asked, thread_id=came.duty.thread_id if came.duty else None)
    form = EventForm(setting, data=request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _page(request, case, form, came=came, status=422 if form.is_bound else 200)
    return _sent(request, case, form, came=came)


def _sent(request: Request, case: Case, form: EventForm, *, came: CameFrom) -> HttpResponse:
    try:
        row = register(case, form.entry(), sent=sent_of(request))
    except AlreadySent as again:
        return already(request, again.row)
    except Overtaken as overtaken:
        case.refresh_from_db(fields=["version"])
        return _page(request, case, form, came=came, status=409, overtaken=str(overtaken))
    except Refused as refused:
        form.add_error(None, str(refused))
        return _page(request, case, form, came=came, status=422)
    # Never a name: what is told here travels in a cookie.
    label = KIND_BY_KEY[row.kind].label_on(row.day)
    messages.success(request, f"»{label}« er registreret.{_standing_now(request, case, came)}")
    warn_of_time(request, form)
    return back_to(request, case, page=came.page)


def _standing_now(request: Request, case: Case, came: CameFrom) -> str:
    """How the duty stands after it, for it may not have been met by this."""
    after = DeadlineRow.objects.filter(case=case, mark=came.duty.mark).first() if came.duty else None
    if after is None or came.rule is None:
        return ""
    return f" Pligten »{came.rule.title}« er nu: {deadline_of(after).status(request.moment).danish}."


def _page(
    request: Request, case: Case, form: EventForm, *, came: CameFrom, status: int, overtaken: str = ""
) -> HttpResponse:
    kind, waits = form.setting.kind, waits_for(case)
    values = {
        "case": case,
        "kind_label": kind.label_on(request.today),
        "question": question(kind),
        "form": form,
        "came": came,
        "token": token_of(request),
        "seen": case.version,
        "overtaken": overtaken,
        "others": _others(request, case, form, came=came, waits=bool(waits)),
        "waits_for": waits if turns_to_parents(kind.key, notifier=came.notifier) else [],
        "delivered": form.setting.beside and kind.key in delivered_by_lists(case),
    }
    return render(request, "cases/registrer.html", values, status=status)


def _others(request: Request, case: Case, form: EventForm, *, came: CameFrom, waits: bool) -> list[tuple[str, str]]:
    """What else would meet or excuse the duty."""
    kinds = dict.fromkeys(meeting_kinds(came.rule)) if came.rule else {}
    return [
        (kind.label_on(request.today), _url(case, kind, came))
        for kind in kinds
        if kind != form.setting.kind
        and may_register(request.person, case, kind)
        and not (waits and turns_to_parents(kind.key, notifier=came.notifier))
    ]


urlpatterns = [
    path("sag/<str:key>/registrer/", vaelg, name="registrer-vaelg"),
    path("sag/<str:key>/registrer/<str:kind>/", registrer, name="registrer"),
]
