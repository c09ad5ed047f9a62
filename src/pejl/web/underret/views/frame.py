"""What stands around the pages of the public form, who gets them, and what they remember between them.

No login, no session and no cookie but one: the secret of what is being written. Every page that sends something carries
the same secret in itself, so that it works without the cookie, and what another site sends is not taken in: that is
why these views ask for no other proof of where a form comes from.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from pejl.web.shell import Shell
from pejl.web.underret.asking import Sender
from pejl.web.underret.codes import is_token, new_token
from pejl.web.underret.layout import SENDER_BY_KEY

P = ParamSpec("P")
COOKIE: Final = "pejl_underret"
TOKEN: Final = "token"  # noqa: S105 -- the name of a field
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def public(view: View[P]) -> View[P]:
    """For everybody, where the form is open: where Pejl is the place cases are kept, and there is a number to call."""

    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not settings.PEJL_FORM_OPEN:
            raise Http404
        if request.method == "POST" and _from_elsewhere(request):
            return redirect("underret")
        return view(request, *args, **kwargs)

    return answer


def _from_elsewhere(request: HttpRequest) -> bool:
    """Whether another site sent it: it could hand the writer a secret that it knows, and read along."""
    return request.headers.get("Sec-Fetch-Site", "same-origin") in ("cross-site", "same-site")


def sender_or_404(key: str) -> Sender:
    """The kind of sender that the address names."""
    if key not in SENDER_BY_KEY:
        raise Http404
    return SENDER_BY_KEY[key]


def page(request: HttpRequest, template: str, values: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """A page in a frame without menu and names, whoever looks at it."""
    frame = Shell(
        person=None,
        menu=(),
        municipality=settings.PEJL_MUNICIPALITY,
        demo=settings.PEJL_ENV == "demo",
        mode=settings.PEJL_MODE,
        home_url=reverse("underret"),
        log_out_url="",
    )
    always = {"shell": frame, "acute_phone": settings.PEJL_ACUTE_PHONE}
    return render(request, f"underret/{template}", {**always, **values}, status=status)


def token_in_cookie(request: HttpRequest) -> str:
    """The secret this browser had last; empty where it has none."""
    token = request.COOKIES.get(COOKIE, "")
    return token if is_token(token) else ""


def token_sent(request: HttpRequest) -> str:
    """The secret of the page that was sent; a page that has lost it begins anew with everything that stands in it."""
    token = request.POST.get(TOKEN, "")
    return token if is_token(token) else new_token()


def remember(answer: HttpResponse, token: str) -> HttpResponse:
    """Let this browser find what is being written until it is closed."""
    answer.set_cookie(
        COOKIE,
        token,
        path=reverse("underret"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return answer
