"""Who is asking, at what moment, and have they been away too long?"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from pejl.dates import local_day
from pejl.web import clock
from pejl.web.access.person import person_of

if TYPE_CHECKING:
    from pejl.web.access.request import Request

Answer = Callable[[HttpRequest], HttpResponseBase]
_SEEN: Final = "seen"
# The session is written at most so often, so that reading a page is not a write.
_WRITTEN_EVERY: Final = 60
_NUL: Final = "\x00"


class IdleLogout:
    """Ends a login that has not been used for a while, as a shared office asks for."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Sign out whoever has been away; else note, now and then, that they are here."""
        if request.user.is_authenticated:
            now = int(clock.now().timestamp())
            seen = request.session.get(_SEEN, now)
            if now - seen > settings.PEJL_IDLE_MINUTES * 60:
                logout(request)
                messages.info(request, "Du er logget ud, fordi siden ikke har været brugt i et stykke tid.")
                return _whole_page(request, _to_login(request))
            if now - seen >= _WRITTEN_EVERY or _SEEN not in request.session:
                request.session[_SEEN] = now
        return _whole_page(request, self._answer(request))


def _to_login(request: HttpRequest) -> HttpResponse:
    """Back to where they were, once they are signed in again; what was sent is not sent twice."""
    where = request.get_full_path() if request.method == "GET" else None
    return redirect_to_login(where) if where else redirect(settings.LOGIN_URL)


def _whole_page(request: HttpRequest, answer: HttpResponseBase) -> HttpResponseBase:
    """A login page must not be put into a corner of the page that asked in the background."""
    to_login = answer.status_code == 302 and answer["Location"].startswith(reverse(settings.LOGIN_URL))
    if to_login and request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": answer["Location"]})
    return answer


class WhoIsAsking:
    """Gives the request its person, its moment and its day; the clock is asked once."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Fill in the request, and keep answers about people out of every cache."""
        if request.user.is_authenticated:
            asked = cast("Request", request)
            asked.moment = clock.now()
            asked.today = local_day(asked.moment)
            asked.person = person_of(request.user, on=asked.today)
        response = self._answer(request)
        if isinstance(response, HttpResponse):
            response.setdefault("Cache-Control", "no-store, private")
        return response

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: dict[str, object]) -> None:
        """Nobody can type a NUL, and PostgreSQL cannot be asked about one: there is nothing by that name."""
        told = (each for query in (request.GET, request.POST) for values in query.lists() for each in values[1])
        if any(_NUL in str(each) for each in (*kwargs.values(), *told)):
            raise Http404
