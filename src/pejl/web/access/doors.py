"""Which views need which right, and what does the wrong person get? The same 404 as for a page that is not there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from pejl.web.access.roles import Right

if TYPE_CHECKING:
    from pejl.web.access.request import Request

P = ParamSpec("P")
View = Callable[Concatenate["Request", P], HttpResponse]


def needs(*rights: Right) -> Callable[[View[P]], Callable[Concatenate[HttpRequest, P], HttpResponse]]:
    """Only for signed-in people with one of these rights (none named: everybody signed in)."""

    def guarded(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
        @login_required
        @wraps(view)
        def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            asked = cast("Request", request)
            if rights and not any(asked.person.may(right) for right in rights):
                raise Http404
            return view(asked, *args, **kwargs)

        return cast("Callable[Concatenate[HttpRequest, P], HttpResponse]", answer)

    return guarded
