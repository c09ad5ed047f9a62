"""How is something registered in a case: which kind, with which answers, and what is said when it is done?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.html import format_html

from pejl.events import KIND_BY_KEY, KOMPETENCE, PARAGRAF, SAG_AFSLUTTET, Kind
from pejl.rules import Rule, Rulebook
from pejl.tables import Status
from pejl.web.access.doors import needs
from pejl.web.access.gate import open_case
from pejl.web.access.models import Case, User
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.actions.registering import Act, register_together
from pejl.web.cases.actions.writing import Overtaken, Refused
from pejl.web.cases.ahead import Required
from pejl.web.cases.at_hand import PUT_IN, at_hand, with_phrase
from pejl.web.cases.competence import CHECKED, Verdict, verdict_on
from pejl.web.cases.day import FIRST_OF_ALL, held_back, rule_of
from pejl.web.cases.duty_line import register_url
from pejl.web.cases.forms.asked import meeting_kinds
from pejl.web.cases.forms.courses import turns_to_parents
from pejl.web.cases.forms.fields import question
from pejl.web.cases.forms.offered import by_step, course_by_mark, delivered_by_lists, kinds_for, may_register
from pejl.web.cases.forms.registering import EventForm
from pejl.web.cases.forms.setting import Setting
from pejl.web.cases.joint import Whole, whole
from pejl.web.cases.models import DeadlineRow, EventRow
from pejl.web.cases.offering import Follows, course_of, filled_in, next_steps, same_people, standing_in
from pejl.web.cases.offering import told as told_steps
from pejl.web.cases.out_of_order import asking_why, missing_with_others, should_come_first
from pejl.web.cases.sending import (
    back_to,
    came_from_page,
    case_url,
    page_url,
    sent_of,
    sent_once,
    setting_of,
    token_of,
    warn_of_competence,
    warn_of_order,
    warn_of_others,
    warn_of_time,
)
from pejl.web.cases.standing import WAITING, deadline_of, status_at


@dataclass(frozen=True, slots=True)
class CameFrom:
    """The duty the form was opened for, with its rule, and the page to return to; the address holds both."""

    duty: DeadlineRow | None
    rule: Rule | None
    page: str
    # What stands in the case, and the event the form was opened after.
    after: Follows = field(default_factory=Follows)

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
    return CameFrom(duty, rule_of(duty, book) if duty else None, came_from_page(request))


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
    page = came_from_page(request)
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
@sent_once
def registrer(request: Request, key: str, kind: str) -> HttpResponse:
    """The form of one kind of event; sent, it registers it once."""
    case, asked = open_case(request, key), KIND_BY_KEY.get(kind)
    if asked is None or not may_register(request.person, case, asked):
        raise Http404
    if asked == SAG_AFSLUTTET:  # has a page of its own, where what is missing is seen first
        return redirect("afslut", case.key)
    came = came_from(request, case, book=bridge.rulebook())
    came = replace(came, after=Follows.of(case, request.GET.get("efter", "")))
    course = came.duty.thread_id if came.duty else course_by_mark(case, request.GET.get("forloeb", ""))
    setting = came.after.fitted(setting_of(request, case, asked, thread_id=course))
    if request.method == "POST" and PUT_IN not in request.POST:
        return _sent(request, case, whole(request, case, EventForm(setting, data=request.POST)), came=came)
    return _opened(request, case, setting, came=came)


def _opened(request: Request, case: Case, setting: Setting, *, came: CameFrom) -> HttpResponse:
    """The form with what is known or with all that was written and the phrase besides."""
    if request.method == "POST":
        said = with_phrase({**request.POST.dict()}, setting.kind, on=request.today)
        form = EventForm(setting, initial=said)
        sent = whole(request, case, form, said=said)
        told: dict[str, object] = {"first": asking_why(request, case, form)}
        return _page(request, case, sent, came=came, status=200, told=told)
    people = same_people(setting, came.after)
    known = [*filled_in(setting, came.after), *(people if "som_sidst" in request.GET else ())]
    form = EventForm(setting, initial={each.name: each.value for each in known})
    told = {"known": [each for each in known if each.name in form.fields], "same_people": people}
    told["first"] = asking_why(request, case, form)
    return _page(request, case, whole(request, case, form), came=came, status=200, told=told)


def _sent(request: Request, case: Case, sent: Whole, *, came: CameFrom) -> HttpResponse:
    form, verdict, first = sent.event, None, list[Required]()
    if sent.is_valid():
        verdict = _verdict(request, form)
        first = should_come_first(request, case, form)
    elif form.order:  # it was asked for, and something else is to be mended
        first = asking_why(request, case, form)
    if form.errors:
        return _page(request, case, sent, came=came, status=422, told={"first": first})
    acts = sent.acts(case)
    others = missing_with_others(request, acts[1:], form=form)
    try:
        row = register_together(acts, sent=sent_of(request))
    except Overtaken as overtaken:
        case.refresh_from_db(fields=["version"])
        return _page(request, case, sent, came=came, status=409, told={"overtaken": str(overtaken), "first": first})
    except Refused as refused:
        form.add_error(None, str(refused))
        return _page(request, case, sent, came=came, status=422, told={"first": first})
    _tell(request, case, row, came=came, acts=acts)
    warn_of_time(request, form)
    warn_of_order(request, first)
    warn_of_others(request, others)
    warn_of_competence(request, verdict, after=course_of(standing_in(case), row.thread_id))
    return back_to(request, case, page=came.page)


def _verdict(request: Request, form: EventForm) -> Verdict | None:
    """Whoever may not grant it is asked who had the competence; nobody is locked out."""
    done_by = form.entry().done_by
    by = User.objects.filter(initials=done_by, is_active=True).first() if done_by else None
    said = form.said()
    paragraph, day = str(said.get(PARAGRAF.name, "")), form.cleaned_data["dag"]
    verdict = verdict_on(form.setting.kind, paragraph, by=by or request.person.user, day=day)
    if verdict and verdict.beyond and not said.get(KOMPETENCE.name):
        form.add_error(f"f_{KOMPETENCE.name}", verdict.refusal)
    return verdict


def _tell(request: Request, case: Case, row: EventRow, *, came: CameFrom, acts: Sequence[Act]) -> None:
    """What was registered, how the duty stands now, and what comes next. Never a name: it travels in a cookie."""
    label, made, others = KIND_BY_KEY[row.kind].label_on(row.day), len(acts[0].entries) - 1, len(acts) - 1
    also = f" Det er også skrevet hos {others} søskende." if others else ""
    agreed = f" {made} {'aftale' if made == 1 else 'aftaler'} er skrevet ned." if made else ""
    steps = next_steps(request, case, row, page=came.page) if case_url(request, case) else []
    standing = _standing_now(request, case, came)
    told = format_html("»{}« er registreret.{}{}{}{}", label, also, agreed, standing, told_steps(steps))
    messages.success(request, told)


def _standing_now(request: Request, case: Case, came: CameFrom) -> str:
    """How the duty stands after it, for it may not have been met by this."""
    after = DeadlineRow.objects.filter(case=case, mark=came.duty.mark).first() if came.duty else None
    if after is None or came.rule is None:
        return ""
    return f" Pligten »{came.rule.title}« er nu: {deadline_of(after).status(request.moment).danish}."


def _page(
    request: Request,
    case: Case,
    sent: Whole,
    *,
    came: CameFrom,
    status: int,
    told: Mapping[str, object] | None = None,
) -> HttpResponse:
    form = sent.event
    kind, waits = form.setting.kind, waits_for(case)
    values = {
        "case": case,
        "kind_label": kind.label_on(request.today),
        "question": question(kind),
        "form": form,
        "came": came,
        "back_url": page_url(case, page=came.page),
        "token": token_of(request),
        "seen": case.version,
        "overtaken": "",
        "whole": sent,
        "help": at_hand(request, case, form, events=came.after.events, waits=bool(waits)),
        "put_in": PUT_IN,
        "checks_competence": kind.key in CHECKED,
        "others": _others(request, case, form, came=came, waits=bool(waits)),
        "waits_for": waits if turns_to_parents(kind.key, notifier=came.notifier) else [],
        "delivered": form.setting.beside and kind.key in delivered_by_lists(case),
        **(told or {}),
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
