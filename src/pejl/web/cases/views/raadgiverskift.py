"""A child asks for another adviser: where is it written, who answers, and what is the child told?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.doors import needs
from pejl.web.access.gate import open_case
from pejl.web.access.models import Case
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases.actions.wishes import answer, wish
from pejl.web.cases.actions.writing import Refused
from pejl.web.cases.forms.offered import advisers, beside_a_case_system, may_allocate
from pejl.web.cases.forms.seldom import AnswerForm, WishForm
from pejl.web.cases.sending import back_to, sent_of, sent_once, token_of
from pejl.web.cases.wishes import Wish, open_wish


@needs(Right.REGISTER)
@sent_once
def raadgiverskift(request: Request, key: str) -> HttpResponse:
    """The wish; where one waits, the answer for whoever decides, and for the others that it waits."""
    case = open_case(request, key)
    waiting = open_wish(case)
    decides = may_allocate(request.person, case)
    form = _form(request, case, waiting=waiting, decides=decides)
    if form is not None and form.is_valid():
        try:
            return _written(request, case, form)
        except Refused as refused:
            form.add_error(None, str(refused))
    reads = request.person.may(Right.TEXT) and not beside_a_case_system()
    values = {
        "case": case,
        "form": form,
        "waiting": waiting,
        "words": waiting.event.fields if waiting and reads else {},
        "token": token_of(request),
    }
    return render(request, "cases/raadgiverskift.html", values, status=422 if form and form.errors else 200)


def _form(request: Request, case: Case, *, waiting: Wish | None, decides: bool) -> WishForm | AnswerForm | None:
    """None: it waits for somebody else."""
    data = request.POST if request.method == "POST" else None
    beside = beside_a_case_system()
    if waiting is None:
        return WishForm(data, moment=request.moment, beside=beside)
    if not decides:
        return None
    others = [each for each in advisers(case, on=request.today) if each.initials != case.adviser]
    return AnswerForm(data, moment=request.moment, people=others, beside=beside)


def _written(request: Request, case: Case, form: WishForm | AnswerForm) -> HttpResponse:
    if isinstance(form, AnswerForm):
        answer(case, form.answer(), sent=sent_of(request))
        messages.success(request, "Svaret er skrevet.")
        if not form.cleaned_data.get("dag"):
            messages.warning(
                request, "Barnet har ikke fået svaret endnu. Registrér »Svar til barnet«, når det er sket."
            )
        return back_to(request, case, page="")
    told = form.cleaned_data
    wish(case, day=told["dag"], words=told.get("ord", ""), reason=told.get("baggrund", ""), sent=sent_of(request))
    messages.success(request, "Barnets ønske er skrevet. Det står hos lederen, til det er besvaret.")
    return redirect("sag", case.key)


urlpatterns = [path("sag/<str:key>/raadgiverskift/", raadgiverskift, name="sag-raadgiverskift")]
