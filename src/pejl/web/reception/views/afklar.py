"""Who is the child, and are two notifications the same? Said by a person, when somebody knows."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.doors import needs
from pejl.web.access.gate import open_case, visible
from pejl.web.access.log import log, log_list
from pejl.web.access.models import Case, LogEntry
from pejl.web.access.names import sort_key
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.actions.writing import Refused
from pejl.web.cases.forms.correcting import ChildSearchForm
from pejl.web.cases.models import Child
from pejl.web.cases.people import child_of, names_of
from pejl.web.cases.sending import case_url, sent_of, sent_once, token_of
from pejl.web.reception.actions.settling import is_provisional, join, name_child, part, tie
from pejl.web.reception.forms import NameForm
from pejl.web.reception.models import LetterChild
from pejl.web.reception.receiving import Known, joined, known, twice

_SHOWN: Final = 20
_TIED: Final = "Det hele står nu i barnets egen sag. Den midlertidige sag er lukket."
_TIED_PROTECTED: Final = "Det hele står nu også i barnets egen sag. Den midlertidige sag er, som den var."
_HERE: Final = "nyt-ind-samme"


# --- who is the child? ----------------------------------------------------------------------------------------


@needs(Right.REGISTER)
@sent_once
def afklar(request: Request, key: str) -> HttpResponse:
    """Write the child's name, or find the child's own case; both on one page, each with its own button."""
    case = open_case(request, key)
    child = child_of(case)
    if child is None or not is_provisional(child, case):
        return render(request, "reception/afklar.html", {"case": case, "child": child, "settled": True})
    if request.POST.get("til"):
        return _tie(request, case, child, to=open_case(request, request.POST["til"]))
    if "navn" in request.POST:
        return _name(request, case, child)
    return _page(request, case, child, search=ChildSearchForm(request.POST if "soeg" in request.POST else None))


def _name(request: Request, case: Case, child: Child) -> HttpResponse:
    """With a name; unless we know the child, and then the person says so or not."""
    form, scope = (
        NameForm(request.POST, today=request.today),
        visible(request.person, on=request.today, at=request.moment),
    )
    if not form.is_valid():
        return _page(request, case, child, form=form, status=422)
    others = known(form.told, within=scope.exclude(pk=case.pk), today=request.today, text=False)
    log(request, LogEntry.Act.SEARCH, detail={"side": "afklar", "antal": len(others)})
    if others and not request.POST.get("nyt"):
        return _page(request, case, child, form=form, others=others)
    try:
        name_child(case, form.told, within=scope, sent=sent_of(request))
    except Refused as refused:
        form.add_error(None, str(refused))
        return _page(request, case, child, form=form, status=422)
    messages.success(request, "Barnet er skrevet på sagen.")
    return redirect(case_url(request, case) or "nyt-ind")


def _tie(request: Request, case: Case, child: Child, *, to: Case) -> HttpResponse:
    """What it does, and yes; with yes, it is done."""
    refusal = ""
    if request.POST.get("bekraeft"):
        try:
            tie(case, to=to, sent=sent_of(request))
        except Refused as refused:
            refusal = str(refused)
        else:
            messages.success(request, _TIED_PROTECTED if to.protected and not case.protected else _TIED)
            return redirect("sag", to.key)
    values = {"case": case, "child": child, "to": to, "to_child": child_of(to), "token": token_of(request)}
    return render(
        request, "reception/afklar_bekraeft.html", values | {"refusal": refusal}, status=422 if refusal else 200
    )


def _page(
    request: Request,
    case: Case,
    child: Child,
    *,
    search: ChildSearchForm | None = None,
    form: NameForm | None = None,
    others: list[Known] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Both ways to go on."""
    values: dict[str, object] = {
        "case": case,
        "child": child,
        "form": form or NameForm(today=request.today, initial=_initial(child)),
        "search": search or ChildSearchForm(),
        "others": others or [],
        "token": token_of(request),
    }
    if search is not None and search.is_valid():
        found = _found(request, search.cleaned_data["soeg"], besides=case)
        values |= {"found": found[:_SHOWN], "asked": True, "more": len(found) > _SHOWN}
    bad = search is not None and bool(search.errors)
    return render(request, "reception/afklar.html", values, status=422 if bad else status)


def _initial(child: Child) -> dict[str, object]:
    """What is known already; a description is no name."""
    named = "" if child.unsettled and child.described and child.described in child.name else child.name
    unborn = child.expected is not None
    return {
        "navn": named,
        "foedt": child.born,
        "adresse": child.address,
        "ufoedt": unborn,
        "ventes": child.expected,
    }


def _found(request: Request, words: str, *, besides: Case) -> list[Case]:
    """Cases within reach, by the whole number or any part of the name, in Danish order."""
    seen = visible(request.person, on=request.today, at=request.moment).exclude(pk=besides.pk)
    wanted = Q(number__iexact=words) | Q(child__name_sort__contains=sort_key(words), child__unsettled=False)
    rows = seen.filter(wanted).select_related("child").order_by("child__name_sort", "pk")
    found = list(rows[: _SHOWN + 1])
    log(request, LogEntry.Act.SEARCH, detail={"side": "afklar", "antal": len(found[:_SHOWN])})
    return found


# --- the same twice -------------------------------------------------------------------------------------------


@needs(Right.REGISTER)
@sent_once
def samme(request: Request) -> HttpResponse:
    """What may be the same worry told twice, and what people have joined."""
    refusal = ""
    if request.method == "POST":
        try:
            return _judged(request)
        except Refused as refused:
            refusal = str(refused)
    scope = visible(request.person, on=request.today, at=request.moment)
    pairs, together = twice(scope, at=request.moment), joined(scope, at=request.moment)
    names = names_of({each.joined_by for each in together})
    log_list(request, _HERE, shown=len(pairs) + len(together))
    values = {
        "pairs": pairs,
        "joined": [(each, names.get(each.joined_by, each.joined_by)) for each in together],
        "refusal": refusal,
        "token": token_of(request),
        "sees_text": request.person.may(Right.TEXT),
    }
    return render(request, "reception/samme.html", values, status=422 if refusal else 200)


def _judged(request: Request) -> HttpResponse:
    """They are one, or they were two after all."""
    if "skil" in request.POST:
        part(_of(request, "skil"), sent=sent_of(request))
        messages.success(request, "De er skilt ad igen, og hver har sine egne frister.")
    else:
        join(_of(request, "den"), _of(request, "og"), sent=sent_of(request))
        messages.success(request, "De er lagt sammen. Begge breve er gemt, og fristen regnes fra det første.")
    return redirect(_HERE)


def _of(request: Request, name: str) -> LetterChild:
    """One of those the person may see, by the id of its event."""
    scope = visible(request.person, on=request.today, at=request.moment)
    rows = LetterChild.objects.filter(event_id=request.POST.get(name, ""), case__in=scope)
    found = rows.select_related("case", "letter").first()
    if found is None:
        raise Http404
    open_case(request, found.case.key)
    return found


urlpatterns = [
    path("afklar/<str:key>/", afklar, name="afklar"),
    path("nyt-ind/samme/", samme, name=_HERE),
]
