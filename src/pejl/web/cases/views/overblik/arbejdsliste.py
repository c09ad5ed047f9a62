"""How does one worklist stand: what is left, how it goes down, what has come since, and who does what by when?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.forms import BoundField
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.actions import Doing, Refused
from pejl.web.access.doors import needs
from pejl.web.access.gate import counted, visible
from pejl.web.access.log import log_list
from pejl.web.access.models import Case, Unit
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.forms.worklists import ArrangeForm, TargetForm
from pejl.web.cases.views.overblik import visning
from pejl.web.cases.worklists import KIND_BY_KEY
from pejl.web.cases.worklists.curve import Span, Work, curve, drawn
from pejl.web.cases.worklists.kind import Found, ListKind
from pejl.web.cases.worklists.owning import Owners, owners_of
from pejl.web.cases.worklists.rows import (
    OUTCOMES,
    Row,
    apart,
    counted_entries,
    lists_of,
    may_arrange,
    newcomers,
    rows_of,
)
from pejl.web.charted import shown
from pejl.web.worklists import actions
from pejl.web.worklists.models import Setting, Worklist

_PAGE: Final = 25
_DONE: Final = 50
_NEW: Final = 25
_WRONG: Final = 422


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One list as this person sees it today."""

    worklist: Worklist
    kind: ListKind
    rows: list[Row]
    span: Span
    arranges: bool  # leads the unit, and the list still runs
    opens: bool  # may see cases, and not only the numbers
    openable: frozenset[int]  # of the cases on it, those the person may open

    @property
    def waiting(self) -> list[Row]:
        """What is left, in its order."""
        return [row for row in self.rows if not row.done_by(self.span.as_of)]

    @property
    def done(self) -> list[Row]:
        """What is done, the newest first."""
        found = [row for row in self.rows if row.done_by(self.span.as_of)]
        return sorted(found, key=lambda each: (each.done_on or each.entry.taken_on, each.entry.pk), reverse=True)

    def shown(self, rows: list[Row]) -> list[Row]:
        """Those of them that the person may see the child of; the others are only in the numbers.

        Somebody with two posts counts where they may not open: each row is held against the door.
        """
        return [row for row in rows if self.opens and row.entry.case_id in self.openable]

    @property
    def works(self) -> list[Work]:
        """As the curve counts them."""
        return [Work(taken_on=row.entry.taken_on, done_on=row.done_on) for row in self.rows]


def _seen(request: Request, key: str) -> Seen:
    worklist = lists_of(request.person).filter(key=key).first()
    if worklist is None:
        raise Http404
    as_of = min(request.today, worklist.ended_on or request.today)
    kind = KIND_BY_KEY[worklist.kind]
    return Seen(
        worklist=worklist,
        kind=kind,
        rows=rows_of(kind, counted_entries(request.person).filter(worklist=worklist)),
        span=Span(
            started_on=worklist.started_on,
            target_on=worklist.target_on,
            as_of=as_of,
            ended=worklist.ended_on is not None,
        ),
        arranges=worklist.ended_on is None and may_arrange(request.person, worklist.unit_id),
        opens=request.person.may(Right.DRILL),
        openable=frozenset(_visible(request).filter(worklist_entries__worklist=worklist).values_list("pk", flat=True)),
    )


def _visible(request: Request) -> QuerySet[Case]:
    return visible(request.person, on=request.today, at=request.moment)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry in the table."""

    row: Row
    lasted: str
    owner: str
    adviser: str
    place: BoundField | None = None


def _line(row: Row, seen: Seen, *, owners: Owners, place: BoundField | None = None) -> Line:
    adviser = owners.name_of(row.entry.case.adviser)
    return Line(
        row=row,
        lasted=row.lasted(seen.span.as_of),
        owner=owners.name_of(row.entry.owner),
        adviser=adviser,
        place=place,
    )


@needs(Right.OVERVIEW)
def arbejdsliste(request: Request, worklist: str) -> HttpResponse:
    """The list, and for those who lead the unit the forms that set it in order, widen it and end it."""
    seen = _seen(request, worklist)
    page = Paginator(seen.shown(seen.waiting), _PAGE).get_page(request.GET.get("side"))
    shown_rows = list(page.object_list)
    named = [*shown_rows, *seen.shown(seen.done)[:_DONE]]
    owners = owners_of([row.entry.case for row in named], seen.worklist.unit, on=request.today)
    asks = request.POST.get("goer", "") if request.method == "POST" else ""
    arranging = ArrangeForm(request.POST if asks == "saet" else None, rows=shown_rows, owners=owners, of=seen.worklist)
    target = TargetForm(request.POST if asks == "flyt" else None)
    if request.method == "POST":
        if not seen.arranges:
            raise Http404
        done = _DOES.get(asks, _nothing)(request, seen, arranging if asks == "saet" else target)
        if done:
            messages.success(request, done)
            return redirect(request.get_full_path())
    values = _values(request, seen, owners=owners) | {
        "page": page,
        "lines": [_line(row, seen, owners=owners, place=arranging.places.get(row.entry.key)) for row in shown_rows],
        "form": arranging,
        "target_form": target,
        "chosen": arranging.chosen if arranging.is_bound else set(),
    }
    wrong = bool(arranging.errors or target.errors)
    return render(request, "cases/overblik/arbejdsliste.html", values, status=_WRONG if wrong else 200)


def _values(request: Request, seen: Seen, *, owners: Owners) -> dict[str, object]:
    points = curve(seen.works, seen.span)
    new = newcomers(seen.worklist, request.person, at=request.moment) if seen.worklist.ended_on is None else []
    done, named_new = seen.shown(seen.done), _new(request, new) if seen.opens else []
    listed = len(seen.shown(seen.waiting)) + len(done) + len(named_new)
    if seen.opens:
        log_list(request, "overblik-arbejdsliste", shown=listed, filters={"slags": seen.kind.key})
    return {
        "pages": visning.pages(request, here="overblik-arbejdslister"),
        "seen": seen,
        "worklist": seen.worklist,
        "kind": seen.kind,
        "left": len(seen.waiting),
        "total": len(seen.rows),
        "done": [_line(row, seen, owners=owners) for row in done[:_DONE]],
        "closed_to_me": len(seen.rows) - len(seen.shown(seen.rows)) if seen.opens else 0,
        "done_number": len(seen.done),
        "outcomes": _outcomes(seen.done),
        "effects": sum(row.effect for row in seen.done),
        "reviewed": sum(bool(row.outcome) for row in seen.done),
        "new_number": len(new),
        "new": named_new,
        "apart": apart(seen.worklist, request.person),
        "chart": shown(drawn(points, of=seen.kind.many, title=seen.worklist.title), name="kurve"),
        "points": points,
        "later": sum(row.entry.taken_on > seen.span.started_on for row in seen.rows),
        "settings": _settings(seen, owners=owners) if seen.opens else [],
        "targets": list(seen.worklist.settings.filter(entry=None).order_by("pk")),
        "by_team": seen.worklist.unit.level != Unit.Level.TEAM,
        "today": request.today,
    }


def _outcomes(done: list[Row]) -> list[tuple[str, int]]:
    """What the reviews came to, in the order of the form."""
    counts = Counter(row.outcome for row in done)
    told = [(words, counts[code]) for code, words in OUTCOMES.items() if counts[code]]
    return [*told, ("Slut uden gennemgang", counts[""])] if told and counts[""] else told


def _settings(seen: Seen, *, owners: Owners) -> list[tuple[Setting, str]]:
    """Who set what of the entries that are counted here, the newest first."""
    here = seen.worklist.settings.filter(entry__in=[row.entry.pk for row in seen.shown(seen.rows)]).order_by("-pk")
    newest = here.select_related("entry__case__child")[:_DONE]
    return [(each, owners.name_of(each.owner)) for each in newest]


def _new(request: Request, new: list[Found]) -> list[tuple[Case, Found]]:
    cases = _visible(request).select_related("child").in_bulk([each.case_id for each in new])
    return [(cases[each.case_id], each) for each in new if each.case_id in cases][:_NEW]


# --- what is done ---------------------------------------------------------------------------------------------

Form = ArrangeForm | TargetForm


def _doing(request: Request) -> Doing:
    return Doing(by=request.person.user, at=request.moment)


def _set(request: Request, seen: Seen, form: Form) -> str:
    if not isinstance(form, ArrangeForm) or not form.is_valid():
        return ""
    try:
        number = actions.arrange(seen.worklist, form.wanted(), doing=_doing(request), seen=form.cleaned_data["laest"])
    except Refused as refusal:
        form.add_error(None, str(refusal))
        form.read_again()
        return ""
    return f"Gemt for {number} {seen.kind.one if number == 1 else seen.kind.many}." if number else "Intet er ændret."


def _widen(request: Request, seen: Seen, form: Form) -> str:
    found = newcomers(seen.worklist, request.person, at=request.moment)
    cases = counted(request.person).in_bulk({each.case_id for each in found})
    try:
        number = actions.take_on(
            seen.worklist, [(cases[each.case_id], each.thread_id) for each in found], doing=_doing(request)
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return ""
    return f"{number} {seen.kind.one if number == 1 else seen.kind.many} er taget med på listen."


def _move(request: Request, seen: Seen, form: Form) -> str:
    if not isinstance(form, TargetForm) or not form.is_valid():
        return ""
    try:
        actions.move_target(seen.worklist, target_on=form.cleaned_data["ny_maaldag"], doing=_doing(request))
    except Refused as refusal:
        form.add_error("ny_maaldag", str(refusal))
        return ""
    return "Måldagen for listen er flyttet."


def _end(request: Request, seen: Seen, form: Form) -> str:
    actions.end(seen.worklist, doing=_doing(request))
    return "Listen er sluttet. Den kan stadig læses."


def _nothing(request: Request, seen: Seen, form: Form) -> str:
    return ""


_DOES: Final[dict[str, Callable[[Request, Seen, Form], str]]] = {
    "saet": _set,
    "tag-med": _widen,
    "flyt": _move,
    "slut": _end,
}

urlpatterns = [path("overblik/arbejdslister/<str:worklist>/", arbejdsliste, name="overblik-arbejdsliste")]
