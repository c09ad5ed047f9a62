"""What may everybody read, without a login? The papers somebody has released, as they were frozen, and nothing else."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, Final, cast

from django.conf import settings
from django.core.cache import cache
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import condition, require_safe

from pejl.reports.html import as_html
from pejl.web.insight.models import PaperEdition
from pejl.web.insight.papers.composing import frozen
from pejl.web.insight.papers.releasing import is_released, released
from pejl.web.insight.views.udgave import file_of
from pejl.web.shell import Shell

_KEPT: Final = "public, max-age=300"
_SECONDS: Final = 3600
_ON_A_PAGE: Final = 25


def _edition(key: str) -> PaperEdition:
    found: PaperEdition | None = PaperEdition.objects.filter(key=key, protected=True).select_related("paper").first()
    if found is None or not is_released(found):
        raise Http404
    return found


def _page(request: HttpRequest, template: str, values: dict[str, Any]) -> HttpResponse:
    """In a frame without menu and names, whoever looks at it, so that it can be kept on the way and shown to all."""
    frame = Shell(
        person=None,
        menu=(),
        municipality=settings.PEJL_MUNICIPALITY,
        demo=settings.PEJL_ENV == "demo",
        mode=settings.PEJL_MODE,
        home_url=reverse("offentligt"),
        log_out_url="",
    )
    answer = render(request, f"insight/papirer/{template}", {"shell": frame, **values})
    return _may_be_kept(request, answer)


def _may_be_kept(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """On the way only for those without a session: the answer to one who has it may carry the session itself."""
    if answer.status_code == HTTPStatus.OK:
        mine = settings.SESSION_COOKIE_NAME in request.COOKIES
        answer.headers["Cache-Control"] = "private, max-age=300" if mine else _KEPT
    return answer


@require_safe
def offentligt(request: HttpRequest) -> HttpResponse:
    """The newest released edition of each paper."""
    page = Paginator(released(), _ON_A_PAGE).get_page(request.GET.get("side"))
    return _page(request, "offentligt.html", {"editions": list(page), "page": page})


@require_safe
def offentligt_udgave(request: HttpRequest, edition: str) -> HttpResponse:
    """One of them."""
    found = _edition(edition)
    told = {"edition": found, "paper": found.paper, "told": as_html(frozen(found))}
    return _page(request, "offentligt_udgave.html", told)


def _print(request: HttpRequest, edition: str, fil: str) -> str:
    return f'"{_edition(edition).sha256}-{fil}"'


@require_safe
@condition(etag_func=_print)
def offentligt_fil(request: HttpRequest, edition: str, fil: str) -> HttpResponse:
    """As a file; a reader who has it already is told so, and it is not made again."""
    found = _edition(edition)
    # Frozen, so a file once made is the file: everybody may ask, and making one takes a second.
    name = f"papir-{found.sha256}-{fil}"
    answer = cast("HttpResponse", cache.get_or_set(name, lambda: file_of(frozen(found), fil), _SECONDS))
    return _may_be_kept(request, answer)


urlpatterns = [
    path("offentligt/", offentligt, name="offentligt"),
    path("offentligt/<str:edition>/", offentligt_udgave, name="offentligt-udgave"),
    path("offentligt/<str:edition>/<str:fil>/", offentligt_fil, name="offentligt-fil"),
]
