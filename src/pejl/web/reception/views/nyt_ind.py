"""How is what reaches us written down in under a minute, on the right child, and what follows from it at once?

One form. What has been written stays written, whichever button was pressed; nothing is taken in before »Gem«.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.doors import needs
from pejl.web.access.gate import visible
from pejl.web.access.log import log, log_list
from pejl.web.access.models import LogEntry
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.actions.writing import Refused, recorder
from pejl.web.cases.day import FIRST_OF_ALL, held_back
from pejl.web.cases.forms.offered import beside_a_case_system
from pejl.web.cases.sending import token_of
from pejl.web.reception.actions.taking_in import Told, letter_of, take_in
from pejl.web.reception.forms import ChildForm, LetterForm
from pejl.web.reception.models import Letter
from pejl.web.reception.receiving import (
    MOST,
    Known,
    follows,
    known,
    own_letters,
    told_of,
    twice,
    unsettled,
    written_lately,
)

# A letter about more children than these is about a school or a street, and is written as more than one.
MOST_CHILDREN: Final = 12
ANOTHER: Final = "nyt"
_ADD, _FIND, _REMOVE = "tilfoej", "find", "fjern-"


@dataclass
class Asked:
    """The whole page's form: the letter, its children, and which children we may know."""

    letter: LetterForm
    children: list[ChildForm]
    known: dict[int, list[Known]]

    @property
    def rows(self) -> list[tuple[ChildForm, list[Known], str]]:
        """Each child with those it may be, and the one that was chosen."""
        return [
            (form, self.known.get(number, []), str(form["sag"].value() or ""))
            for number, form in enumerate(self.children)
        ]

    @property
    def is_valid(self) -> bool:
        """Whether all of it can be used; every fault is found at once."""
        return all([self.letter.is_valid(), *(each.is_valid() for each in self.children)])


@needs(Right.INTAKE)
def nyt_ind(request: Request) -> HttpResponse:
    """The form; and what I have written today, whom nobody knows, what may be the same."""
    if request.method != "POST":
        return _page(request, _asked(request, data=None, numbers=[0]), status=200)
    if done := _sent_before(request):
        return redirect("nyt-ind-modtaget", done.key)
    pressed, numbers = request.POST.get("goer", ""), _numbers(request)
    if pressed == _ADD:
        return _page(request, _kept(request, [*numbers, None][:MOST_CHILDREN]), status=200)
    if pressed.startswith(_REMOVE):
        gone = pressed.removeprefix(_REMOVE)
        return _page(request, _kept(request, [each for each in numbers if str(each) != gone] or [None]), status=200)
    given = _sent(request, _asked(request, data=request.POST, numbers=numbers), saves=pressed != _FIND)
    # Of a double click, the second meets the child that the first has just written, and would ask who it is.
    done = _sent_before(request)
    return redirect("nyt-ind-modtaget", done.key) if done else given


def _sent(request: Request, asked: Asked, *, saves: bool) -> HttpResponse:
    if not asked.is_valid:
        return _page(request, asked, status=422)
    _look(request, asked)
    if not saves or _must_choose(asked):
        return _page(request, asked, status=200, looked=True)
    scope = visible(request.person, on=request.today, at=request.moment)
    contact = asked.letter.contact(tuple(_told(each) for each in asked.children))
    try:
        letter = take_in(contact, by=request.person.user, at=request.moment, token=token_of(request), within=scope)
    except Refused as refused:
        asked.letter.add_error(None, str(refused))
        return _page(request, asked, status=422)
    if asked.letter.doubt:
        messages.warning(request, f"{asked.letter.doubt}. Klokkeslættet står derfor som usikkert.")
    return redirect("nyt-ind-modtaget", letter.key)


def _sent_before(request: Request) -> Letter | None:
    letter = letter_of(token_of(request))
    return letter if letter and letter.recorded_by == recorder(request.person.user) else None


def _told(form: ChildForm) -> Told:
    chosen = form.cleaned_data["sag"]
    return replace(form.told, case_key="" if chosen == ANOTHER else chosen)


# --- children we know -----------------------------------------------------------------------------------------


def _look(request: Request, asked: Asked) -> None:
    """Find the children it may be, among those the person may see; written down as a search."""
    scope = visible(request.person, on=request.today, at=request.moment)
    text = request.person.may(Right.TEXT)
    for number, form in enumerate(asked.children):
        if form.told.cpr or form.told.name:
            asked.known[number] = known(form.told, within=scope, today=request.today, text=text)
            log(request, LogEntry.Act.SEARCH, detail={"side": "nyt-ind", "antal": len(asked.known[number])})


def _must_choose(asked: Asked) -> bool:
    """Whether we may know a child and nobody has said yet which it is."""
    for number, form in enumerate(asked.children):
        keys = {each.child.case.key for each in asked.known.get(number, ())}
        if keys and form.cleaned_data["sag"] not in {*keys, ANOTHER}:
            return True
    return False


# --- the form, as it was written ------------------------------------------------------------------------------


def _numbers(request: Request) -> list[int]:
    """Which children the sent form has; their numbers are those of its fields."""
    written = request.POST.get("antal", "1")
    many = int(written) if written.isdecimal() and len(written) < 3 else 1
    return list(range(max(1, min(many, MOST_CHILDREN))))


def _asked(request: Request, *, data: Any, numbers: list[int]) -> Asked:
    letter = LetterForm(data, moment=request.moment, beside=beside_a_case_system())
    children = [ChildForm(data, today=request.today, prefix=f"barn-{number}") for number in numbers]
    return Asked(letter, children, {})


def _kept(request: Request, numbers: list[int | None]) -> Asked:
    """What was written, not judged yet, with these children; None is a new one."""
    letter = LetterForm(moment=request.moment, beside=beside_a_case_system(), initial=_written(request, ""))
    children = [
        ChildForm(
            today=request.today,
            prefix=f"barn-{place}",
            initial=_written(request, f"barn-{number}-") if number is not None else None,
        )
        for place, number in enumerate(numbers)
    ]
    return Asked(letter, children, {})


def _written(request: Request, prefix: str) -> dict[str, Any]:
    length = len(prefix)
    return {name[length:]: value for name, value in request.POST.items() if name.startswith(prefix)}


def _page(request: Request, asked: Asked, *, status: int, looked: bool = False) -> HttpResponse:
    scope = visible(request.person, on=request.today, at=request.moment)
    mine = written_lately(request.person.user, within=scope, at=request.moment)
    waiting = unsettled(scope)
    log_list(request, "nyt-ind", shown=len(mine) + len(waiting))
    values = {
        "asked": asked,
        "one": len(asked.children) == 1,
        "full": len(asked.children) >= MOST_CHILDREN,
        "token": token_of(request),
        "most_known": MOST,
        "looked": looked,
        "must_choose": looked and _must_choose(asked),
        "another": ANOTHER,
        "mine": _mine(mine, told_of(mine, within=scope)),
        "waiting": waiting,
        "twice": len(twice(scope, at=request.moment)),
        "sees_text": request.person.may(Right.TEXT),
        "may_settle": request.person.may(Right.REGISTER),
    }
    return render(request, "reception/nyt_ind.html", values, status=status)


def _mine(letters: list[Letter], told: dict[int, list[Any]]) -> list[tuple[Letter, str]]:
    return [(each, "; ".join(child.told for child in told.get(each.pk, ()))) for each in letters]


# --- what happens now -----------------------------------------------------------------------------------------


@needs(Right.INTAKE)
def nyt_ind_modtaget(request: Request, contact: str) -> HttpResponse:
    """What follows from what I took in: each child's limits with their paragraphs, and what must come first."""
    scope = visible(request.person, on=request.today, at=request.moment)
    found = own_letters(request.person.user, within=scope).filter(key=contact).first()
    if found is None:
        raise Http404
    children = told_of([found], within=scope).get(found.pk, [])
    opens = set(scope.filter(pk__in=[each.case_id for each in children]).values_list("pk", flat=True))
    duties = follows(children, opens=opens, book=bridge.rulebook(), as_of=request.moment)
    first = held_back([each.case_id for each in children])
    values = {
        "letter": found,
        "children": [
            {
                "told": each.told,
                "case": each.case if each.case_id in opens else None,
                "duties": duties.get(each.event_id, []),
                "late": any(duty.late for duty in duties.get(each.event_id, [])),
                "again": any(duty.shows_help for duty in duties.get(each.event_id, [])),
                "waits_for": [FIRST_OF_ALL[rule] for rule in dict.fromkeys(first.get(each.case_id, ()))],
            }
            for each in children
        ],
        "now": request.moment,
    }
    return render(request, "reception/nyt_ind_modtaget.html", values)


urlpatterns = [
    path("nyt-ind/", nyt_ind, name="nyt-ind"),
    path("nyt-ind/modtaget/<str:contact>/", nyt_ind_modtaget, name="nyt-ind-modtaget"),
]
