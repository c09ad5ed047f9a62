"""How do people come in and out, and which page do they see first?"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.module_loading import import_string
from django.views.decorators.http import require_POST
from mozilla_django_oidc.views import OIDCAuthenticationCallbackView, OIDCAuthenticationRequestView

from pejl.web.access.doors import needs
from pejl.web.access.models import Post, User, running
from pejl.web.access.names import sort_key
from pejl.web.access.request import Request
from pejl.web.access.roles import SYSTEMANSVARLIG, Right
from pejl.web.access.signing_in import through_the_municipality

_CLOSED: Final = (
    "Din bruger i Pejl er lukket. Skal du bruge Pejl, så bed din leder eller den systemansvarlige om at åbne den."
)
_UNKNOWN: Final = (
    "Du er logget ind hos kommunen, men du er ikke oprettet i Pejl. Bed din leder eller den systemansvarlige om det."
)
_WENT_WRONG: Final = (
    "Login gennem kommunen lykkedes ikke. Prøv igen. Sker det igen, så sig det til den systemansvarlige."
)
# The first that a person may see, and where there is no right there is the rulebook.
_FIRST_PAGES: Final = (
    (Right.MIN_DAG, "min-dag"),
    (Right.OVERVIEW, "overblik"),
    (Right.IMPORT, "indlaes"),
    (Right.STAFF, "medarbejdere"),
    (Right.CIRCLE, "ungekredsen"),
    (Right.CASES, "sager"),
)


# --- the first page ---------------------------------------------------------------------------------------------


@needs()
def home(request: Request) -> HttpResponse:
    """On to the first page the person may see; without a post today, whom to ask."""
    if not request.person.places:
        return render(request, "access/home_no_post.html", {"ask": _responsible(request)})
    pages = (page for right, page in _FIRST_PAGES if request.person.may(right))
    return redirect(next(pages, "regelbog"))


def _responsible(request: Request) -> list[str]:
    """The people who can give somebody a post."""
    posts = Post.objects.filter(running(request.today), role=SYSTEMANSVARLIG.key, user__is_active=True)
    return sorted(set(posts.values_list("user__name", flat=True)), key=sort_key)


# --- with a password --------------------------------------------------------------------------------------------


_FIELDS: Final = (
    ("username", "Brugernavn", "Skriv dit brugernavn."),
    ("password", "Adgangskode", "Skriv din adgangskode."),
)


class LogInForm(AuthenticationForm):
    """User name and password."""

    error_messages = {  # noqa: RUF012 -- Django's own attribute, read only
        "invalid_login": "Brugernavn eller adgangskode er ikke rigtig. Se efter store og små bogstaver, og prøv igen.",
        "inactive": _CLOSED,
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label, missing in _FIELDS:
            self.fields[name].label = label
            self.fields[name].error_messages["required"] = missing


class LogIn(LoginView):
    """The page where one signs in, in the ways this municipality has chosen."""

    template_name = "access/login.html"
    authentication_form = LogInForm
    redirect_authenticated_user = True

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Try the password, where there are any."""
        if not settings.PEJL_PASSWORD_LOGIN:
            return HttpResponseNotAllowed(["GET"])
        return super().post(request, *args, **kwargs)

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        """The page again, as an answer that says that it did not go."""
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Which ways there are; the invented people only in a demo."""
        values = super().get_context_data(**kwargs)
        values["oidc"] = through_the_municipality()
        values["demo_logins"] = import_string(settings.DEMO_LOGINS)() if settings.DEMO_LOGINS else ()
        values["public_form"] = settings.PEJL_FORM_OPEN
        if not settings.PEJL_PASSWORD_LOGIN:
            values["form"] = None
        return values


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """Out, and back to where one signs in."""
    logout(request)
    messages.success(request, "Du er logget ud.")
    return redirect("login")


# --- through the municipality -----------------------------------------------------------------------------------


class Return(OIDCAuthenticationCallbackView):  # type: ignore[misc]  # the library ships no types
    """Back from the identity provider: in, or told kindly why not."""

    user: User | None = None

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """In, if this browser was the one that left, and the provider and we both know the person."""
        try:
            answer: HttpResponseBase = super().get(request)
        except SuspiciousOperation:
            answer = self.login_failure()
        return answer

    def login_failure(self) -> HttpResponse:
        """Back to the page where one signs in, with the reason as far as it is the person's own."""
        messages.error(self.request, self._reason())
        return redirect("login")

    def _reason(self) -> str:
        if self.user is not None and not self.user.is_active:
            return _CLOSED
        return _UNKNOWN if getattr(self.request, "stranger", False) else _WENT_WRONG


def _where_configured(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Not there at all in a municipality that has not connected its identity provider."""

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponseBase:
        if not through_the_municipality():
            raise Http404
        return view(request)

    return answer


urlpatterns = [
    path("", home, name="home"),
    path("log-ind/", LogIn.as_view(), name="login"),
    path("log-ud/", log_out, name="logout"),
    path(
        "oidc/authenticate/",
        _where_configured(OIDCAuthenticationRequestView.as_view()),
        name="oidc_authentication_init",
    ),
    path("oidc/callback/", _where_configured(Return.as_view()), name="oidc_authentication_callback"),
]
