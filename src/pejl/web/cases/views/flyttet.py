"""How is it written that the family has moved to another municipality, and that it has been told?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from pejl.web.access.doors import needs
from pejl.web.access.gate import open_case
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.actions.moves import move_away
from pejl.web.cases.actions.writing import Refused
from pejl.web.cases.forms.offered import beside_a_case_system
from pejl.web.cases.forms.seldom import MoveForm
from pejl.web.cases.going_on import OUTLIVES_THE_CASE
from pejl.web.cases.sending import sent_of, sent_once, token_of


@needs(Right.REGISTER)
@sent_once
def flyttet(request: Request, key: str) -> HttpResponse:
    """The move and, if it has been sent, the notification: one form."""
    case = open_case(request, key)
    data = request.POST if request.method == "POST" else None
    form = MoveForm(data, moment=request.moment, beside=beside_a_case_system())
    if form.is_valid():
        move = form.move()
        try:
            move_away(case, move, sent=sent_of(request))
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Det er skrevet, at familien er flyttet. Sagen er afsluttet her.")
            if move.needs and not move.told:
                messages.warning(request, "Tilflytningskommunen skal underrettes. Pligten står åben, til det er gjort.")
            return redirect("sag", case.key)
    (rule,) = (each for each in bridge.rulebook().rules if each.key in OUTLIVES_THE_CASE and not each.in_force.last)
    values = {"case": case, "form": form, "token": token_of(request), "rule": rule}
    return render(request, "cases/flyttet.html", values, status=422 if form.errors else 200)


urlpatterns = [path("sag/<str:key>/flyttet/", flyttet, name="sag-flyttet")]
