"""How is a case closed well: what is in place, what is missing, what does closing not clean away, and the closing?"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.events import SAG_AFSLUTTET
from pejl.web.access.doors import needs
from pejl.web.access.gate import open_case
from pejl.web.access.models import Case
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.actions.closing import close
from pejl.web.cases.actions.writing import Overtaken, Refused
from pejl.web.cases.closing import Line, checklist, effect_on, lacks
from pejl.web.cases.duties import Asked, duties_of
from pejl.web.cases.duty_line import register_url
from pejl.web.cases.ending import Ending, Standing, Way
from pejl.web.cases.forms.closing import ClosingForm
from pejl.web.cases.forms.courses import turns_to_parents
from pejl.web.cases.forms.offered import may_register
from pejl.web.cases.models import DeadlineRow
from pejl.web.cases.sending import back_to, sent_of, sent_once, setting_of, token_of
from pejl.web.cases.written import Written, written_in

_PAGE = "afslut"


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """What can be registered from a line of the list."""

    label: str
    about: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line with its buttons."""

    line: Line
    buttons: tuple[Button, ...]

    @property
    def look(self) -> str:
        """The colour and shape it wears on the page."""
        return {Standing.DONE: "met", Standing.MISSING: "open", Standing.EXCUSED: "excused"}.get(
            self.line.found.standing, "cancelled"
        )


@needs(Right.REGISTER)
@sent_once
def afslut(request: Request, key: str) -> HttpResponse:
    """The checklist and the closing."""
    case = open_case(request, key)
    if not may_register(request.person, case, SAG_AFSLUTTET):
        raise Http404
    ending = ending_of(request, case)
    setting = setting_of(request, case, SAG_AFSLUTTET)
    form = ClosingForm(setting, missing=bool(lacks(ending)), data=request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _closed(request, case, form)
    return _page(request, case, form, ending=ending, status=422 if form.is_bound else 200)


def ending_of(request: Request, case: Case, written: Written | None = None) -> Ending:
    """The case as the closing sees it."""
    written = written or written_in(request, case)
    rows = DeadlineRow.objects.filter(case=case).order_by("pk")
    courses = {thread: each.told for thread, each in written.courses.items()}
    asked = Asked(book=bridge.rulebook(), as_of=request.moment, courses=courses)
    return Ending(written, duties_of(rows, asked=asked, closed=case.closed))


def _closed(request: Request, case: Case, form: ClosingForm) -> HttpResponse:
    try:
        close(case, form.entry(), sent=sent_of(request), lacks=lambda held: lacks(ending_of(request, held)))
    except Refused as refused:
        case.refresh_from_db(fields=["closed", "version"])
        form.add_error(None, str(refused))
        status = 409 if isinstance(refused, Overtaken) else 422
        return _page(request, case, form, ending=ending_of(request, case), status=status)
    messages.success(request, "Sagen er afsluttet. Kommer der noget nyt, kan den genåbnes.")
    return back_to(request, case, page="")


def _page(request: Request, case: Case, form: ClosingForm, *, ending: Ending, status: int) -> HttpResponse:
    lines = checklist(ending)
    values = {
        "case": case,
        "rows": [Row(line=each, buttons=_buttons(request, case, each, ending=ending)) for each in lines],
        "held_back": bool(ending.duties.first),
        "missing": sum(each.missing for each in lines),
        "effect": effect_on(ending.duties),
        "closed_on": ending.written.latest(SAG_AFSLUTTET),
        "form": form,
        "token": token_of(request),
        "seen": case.version,
        "now": request.moment,
    }
    return render(request, "cases/afslutning.html", values, status=status)


def _buttons(request: Request, case: Case, line: Line, *, ending: Ending) -> tuple[Button, ...]:
    """Nothing that turns to the parents is offered before the child's safety has been looked at."""
    first = bool(ending.duties.first)
    ways = (way for way in line.found.ways if not (first and turns_to_parents(way.kind.key, notifier="")))
    return tuple(_button(request, case, way) for way in ways if may_register(request.person, case, way.kind))


def _button(request: Request, case: Case, way: Way) -> Button:
    url = register_url(case, way.kind, mark=way.duty, course=way.course, back=_PAGE)
    return Button(label=way.kind.label_on(request.today), about=way.about, url=url)


urlpatterns = [path("sag/<str:key>/afslut/", afslut, name="afslut")]
