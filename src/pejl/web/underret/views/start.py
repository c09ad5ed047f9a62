"""Where does somebody begin who is worried about a child, and how do they go on with what they began?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from pejl.rules import Force
from pejl.web import clock
from pejl.web.underret import drafts
from pejl.web.underret.actions import receipt_of, throw_away
from pejl.web.underret.layout import SENDER_BY_KEY, SENDERS
from pejl.web.underret.views.frame import page, public, remember, token_in_cookie, token_sent

_NO_SUCH = (
    "Der er ikke noget gemt under den kode. Se efter, om den er skrevet rigtigt. Er den sendt, er den ikke her mere."
)


@public
def start(request: HttpRequest) -> HttpResponse:
    """Who are you, what happens with what you write, and whom to call when it cannot wait?"""
    token = token_in_cookie(request)
    begun = drafts.written_with(token) if token else None
    values = {
        "senders": SENDERS,
        "begun": SENDER_BY_KEY.get(begun.sender) if begun else None,
        "token": token if begun else "",
        "law": Force.LAW,
        "guidance": Force.GUIDANCE,
    }
    return page(request, "start.html", values)


@public
def go_on(request: HttpRequest) -> HttpResponse:
    """On with what was saved under a code; the code is never in an address."""
    if request.method != "POST":
        return page(request, "fortsaet.html", {})
    typed = request.POST.get("kode", "")
    written = drafts.written_under(typed)
    if written is None or written.sender not in SENDER_BY_KEY or receipt_of(written.token):
        return page(request, "fortsaet.html", {"problem": _NO_SUCH, "typed": typed}, status=422)
    return remember(redirect("underret-skriv", afsender=written.sender), written.token)


@public
def throw(request: HttpRequest) -> HttpResponse:
    """Delete what has not been sent."""
    if request.method != "POST":
        return redirect("underret")
    throw_away(token_sent(request))
    return page(request, "slettet.html", {"at": clock.now()})


urlpatterns = [
    path("underret/", start, name="underret"),
    path("underret/fortsaet/", go_on, name="underret-fortsaet"),
    path("underret/slet/", throw, name="underret-slet"),
]
