"""What does a person see who asks for the child's own part in a case, and what may be printed for the family?"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.tables import Status
from pejl.web.access.doors import needs
from pejl.web.access.gate import open_case
from pejl.web.access.models import Case
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.care import care_of
from pejl.web.cases.day import rule_of
from pejl.web.cases.family_paper import for_the_family
from pejl.web.cases.forms.lundy import LUNDY
from pejl.web.cases.happened import Standing, standing_in
from pejl.web.cases.models import DeadlineRow
from pejl.web.cases.people import age_words, child_of, names_of
from pejl.web.cases.standing import status_at
from pejl.web.cases.timeline import Reader
from pejl.web.cases.voice import HEARD_FIRST, Asked, trail_of

FAMILY = "familien"


@needs(Right.CASES)
def barnets_spor(request: Request, key: str) -> HttpResponse:
    """What the child said and what it led to, in order; or as it may be printed for the family."""
    case = open_case(request, key)
    child, standing, reader = child_of(case), standing_in(case), reader_of(request)
    rows = _judged(request, case)
    asked = Asked(reader=reader, names=_names(standing), decisions=_decisions(rows))
    trail = trail_of(standing, asked=asked)
    given = request.GET.get("til") == FAMILY and reader.notes
    values = {
        "case": case,
        "child": child,
        "age": age_words(child.born, day=request.today) if child else "",
        "unborn": bool(child and child.expected and (not child.born or child.born > request.today)),
        "trail": for_the_family(trail) if given else trail,
        "left_out": len(trail.entries) - len(for_the_family(trail).entries) if given else 0,
        "care": care_of(case, child, standing.events),
        "reader": reader,
        "lundy": LUNDY,
        "rule": rule_of(rows[0], bridge.rulebook()) if rows else None,
        "may_register": request.person.may(Right.REGISTER),
        "now": request.moment,
    }
    return render(request, f"cases/barnets_spor{'_familien' if given else ''}.html", values)


def reader_of(request: Request) -> Reader:
    """How much of the words this person may read."""
    person = request.person
    return Reader(
        text=person.may(Right.TEXT), sealed=False, alone=settings.PEJL_MODE == "alene", initials=person.initials
    )


def _names(standing: Standing) -> dict[str, str]:
    written: set[str] = {event.done_by for event in standing.events}
    return names_of(written)


def _judged(request: Request, case: Case) -> list[DeadlineRow]:
    """How each decision stands with the duty to hear the child first."""
    rows = DeadlineRow.objects.filter(case=case, rule=HEARD_FIRST).annotate(status=status_at(request.moment))
    return list(rows.order_by("pk"))


def _decisions(rows: list[DeadlineRow]) -> dict[str, tuple[Status, str, str]]:
    return {row.starts_event: (Status(_status(row)), row.met_event, row.excused_reason) for row in rows}


def _status(row: DeadlineRow) -> str:
    return str(getattr(row, "status"))  # noqa: B009 -- the database's own column, which the model does not know


urlpatterns = [path("sag/<str:key>/barnets-spor/", barnets_spor, name="barnets-spor")]
