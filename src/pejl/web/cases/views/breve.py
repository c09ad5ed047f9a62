"""Which letters have been sent in a case, and how is each read again exactly as it was sent?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path

from pejl.dates import local_day
from pejl.web.access.doors import needs
from pejl.web.access.gate import leads, open_case
from pejl.web.access.log import log
from pejl.web.access.models import Case, LogEntry, Naming, running
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.forms.offered import beside_a_case_system
from pejl.web.cases.models import EventRow, SentLetter
from pejl.web.handbook.text import Reader, TextKind
from pejl.web.handbook.texts import TEXT_BY_KEY, all_current

# --- the letters of a case ----------------------------------------------------------------------------------


@needs(Right.TEXT)
def breve(request: Request, key: str) -> HttpResponse:
    """The letters that were sent, and those there are to write."""
    case = open_case(request, key)
    writes = may_write(request)
    letters = all_current(on=request.today) if writes else []
    context = {
        "case": case,
        "sent": _sent_letters(request, case),
        "offered": [text for text in letters if text.kind is TextKind.BREV],
        "may_write": writes,
        "beside": beside_a_case_system(),
    }
    return render(request, "cases/breve.html", context)


def may_write(request: Request) -> bool:
    """Whether this person writes letters here; beside a case system they are written there."""
    return request.person.may(Right.REGISTER) and request.person.may(Right.TEXT) and not beside_a_case_system()


@dataclass(frozen=True, slots=True)
class Shown:
    """A letter in the list: open to this reader or not, and whether it was taken back."""

    letter: SentLetter
    sealed: bool
    withdrawn: bool


def _sent_letters(request: Request, case: Case) -> list[Shown]:
    rows = list(SentLetter.objects.filter(case=case).defer("pdf", "body").order_by("-sent_at", "-pk"))
    sealed = _sealed(case) if not _reads_sealed(request, case) else frozenset()
    gone = bridge.withdrawn_ids(case)
    return [Shown(row, row.event_id in sealed, row.event_id in gone) for row in rows]


def _sealed(case: Case) -> frozenset[str]:
    """What was written on the wrong child."""
    return frozenset(EventRow.objects.filter(case=case, sealed=True).values_list("event_id", flat=True))


def _reads_sealed(request: Request, case: Case) -> bool:
    named = Naming.objects.filter(
        running(request.today), case=case, user=request.person.user, named_as=Naming.As.BESKYTTET
    )
    return leads(request.person, case, right=Right.PROTECT) or named.exists()


# --- reading one --------------------------------------------------------------------------------------------


@needs(Right.TEXT)
def brev(request: Request, key: str, letter: str) -> HttpResponse:
    """One letter exactly as it was sent."""
    case = open_case(request, key)
    found = _letter(request, case, letter)
    withdrawn = found.event_id in bridge.withdrawn_ids(case)
    context = {
        "case": case,
        "letter": found,
        "withdrawn": withdrawn,
        "template": TEXT_BY_KEY.get(found.template),
        "reader": Reader(found.reader).label,
    }
    return render(request, "cases/brev.html", context)


@needs(Right.TEXT)
def brev_pdf(request: Request, key: str, letter: str) -> HttpResponse:
    """The file as it was sent."""
    case = open_case(request, key)
    found = _letter(request, case, letter)
    log(request, LogEntry.Act.EXPORT, case=case, detail={"side": "brev-pdf", "brev": found.key})
    # Never a name: a file's name is seen by others.
    name = f"brev-{local_day(found.sent_at):%Y-%m-%d}.pdf"
    return HttpResponse(
        bytes(found.pdf),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _letter(request: Request, case: Case, letter: str) -> SentLetter:
    found = SentLetter.objects.filter(case=case, key=letter).first()
    if found is None or (found.event_id in _sealed(case) and not _reads_sealed(request, case)):
        raise Http404
    return found


urlpatterns = [
    path("sag/<str:key>/breve/", breve, name="breve"),
    path("sag/<str:key>/breve/<str:letter>/", brev, name="brev"),
    path("sag/<str:key>/breve/<str:letter>/pdf/", brev_pdf, name="brev-pdf"),
]
