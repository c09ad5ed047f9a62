"""What do people, and the log, get to know when something goes wrong? Never anything about a person.

To people: what happened, that nothing is lost, and what to do. To the log: the class of the exception, the place in
our code, and the route without its keys; never its message, which may quote a name, a number or a file.
"""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import ItemsView
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseNotFound, HttpResponseServerError
from django.template.loader import render_to_string
from django.views.debug import SafeExceptionReporterFilter

from pejl.web.shell import shell_of

_OURS: Final = Path(__file__).parents[2]
_HIDDEN: Final = "…"
# Longer than a status or a count: a number of a person or a case.
_LONG_NUMBER: Final = re.compile(r"\d{4,}(-\d+)?")


# Pages -------------------------------------------------------------------------------------------------------


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The same for what is not there and what is not theirs."""
    return HttpResponseNotFound(render_to_string("404.html", request=request))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What the person may not do; Pejl itself answers with ``not_found``."""
    return HttpResponseForbidden(render_to_string("403.html", request=request))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was sent from a page too old, or from elsewhere."""
    return HttpResponseForbidden(render_to_string("csrf.html", request=request))


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of ours. Without the request: what failed may be the very thing that fills in the menu."""
    return HttpResponseServerError(render_to_string("500.html", {"shell": shell_of(None)}))


# Error reports -----------------------------------------------------------------------------------------------


class NothingPersonal(SafeExceptionReporterFilter):
    """Leaves settings, headers, cookies, what was sent, and local variables out of Django's error reports."""

    def is_active(self, request: HttpRequest | None) -> bool:
        """Always, also while debugging."""
        return True

    def get_safe_settings(self) -> dict[str, Any]:
        """No settings: they hold keys."""
        return {}

    def get_safe_request_meta(self, request: HttpRequest) -> dict[str, Any]:
        """No headers and no environment: they hold who asked, and from where."""
        return {}

    def get_safe_cookies(self, request: HttpRequest) -> dict[str, Any]:
        """No cookies: they hold the login."""
        return {}

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        """Nothing that was sent: it is what families have told."""
        return {}

    def get_traceback_frame_variables(self, request: HttpRequest | None, tb_frame: Any) -> ItemsView[str, Any]:
        """No local variables: they are what was sent, in other words."""
        return {}.items()


# The log -----------------------------------------------------------------------------------------------------


class NoTraces(logging.Filter):
    """Rewrites each line so that nothing personal can be in it, and lets it through."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the class, the place and the route; a message without an exception keeps its own fixed words."""
        record.msg, record.args = self._words(record), ()
        record.exc_info = record.exc_text = record.stack_info = None
        return True

    def _words(self, record: logging.LogRecord) -> str:
        if record.exc_info and record.exc_info[0]:
            return f"{record.exc_info[0].__name__} i {_place(record.exc_info[2])}{_route(record)}"
        status = getattr(record, "status_code", None)
        return f"{status or _fixed_words(record)}{_route(record)}"


def _fixed_words(record: logging.LogRecord) -> str:
    """The message as our code or a library wrote it, without its arguments and without long numbers."""
    if not isinstance(record.msg, str):
        return type(record.msg).__name__
    return _LONG_NUMBER.sub(_HIDDEN, re.sub(r"%(\(\w+\))?[-+ #0]*[\d.*]*[a-zA-Z]", _HIDDEN, record.msg))


def _place(trace: TracebackType | None) -> str:
    """Where in our code it happened: the innermost of our own lines, or the innermost of all."""
    frames = traceback.extract_tb(trace)
    ours = [each for each in frames if Path(each.filename).is_relative_to(_OURS)] or list(frames)
    return f"{_short(ours[-1].filename)}:{ours[-1].lineno}" if ours else "ukendt sted"


def _short(filename: str) -> str:
    path = Path(filename)
    return path.relative_to(_OURS).as_posix() if path.is_relative_to(_OURS) else path.name


def _route(record: logging.LogRecord) -> str:
    """The pattern of the address, such as »sager/<str:key>/«: it tells which page, and no key."""
    request = getattr(record, "request", None)
    if not isinstance(request, HttpRequest):
        return ""
    match = request.resolver_match
    return f" ({request.method} {f'/{match.route}' if match else 'ukendt adresse'})"
