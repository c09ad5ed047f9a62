"""When something goes wrong, do people get a kind page, and the log nothing about anybody?"""

import logging
import sys
from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import ResolverMatch

from pejl.web import errors

# Its pages are opened on both databases by test_roles and test_scope; what they say is no database's doing.
pytestmark = pytest.mark.one_database

SECRET = "Karl Andersen 010203-1234"  # noqa: S105 -- an invented child, to look for where it must not be
RECORD = logging.LogRecord


@pytest.fixture
def request_of_a_case() -> HttpRequest:
    """A request for a case, by its key."""
    request = RequestFactory().get("/sager/hemmeligkey/")
    request.resolver_match = ResolverMatch(lambda _: HttpResponse(), (), {}, route="sager/<str:key>/")
    return request


def logged(record: RECORD) -> str:
    """The line as it is written."""
    assert errors.NoTraces().filter(record)
    return logging.Formatter().format(record)


def record(message: object, *arguments: object, **extra: object) -> RECORD:
    """A line as the logging module makes it."""
    made = RECORD("pejl", logging.ERROR, __file__, 1, message, arguments, None)
    made.__dict__.update(extra)
    return made


def failed() -> Iterator[RECORD]:
    """What is logged when something of ours, and something of others', fails with a name in its message."""
    for attempt in (lambda: errors._short(None), lambda: int(SECRET)):  # type: ignore[arg-type]  # it is to fail
        try:
            attempt()
        except (TypeError, ValueError):
            made = record("Internal Server Error: %s", f"/{SECRET}")
            made.exc_info = sys.exc_info()
            yield made


def test_an_exception_is_told_by_its_class_and_place(request_of_a_case: HttpRequest) -> None:
    ours, others = failed()
    ours.__dict__["request"] = request_of_a_case
    assert logged(ours).startswith("TypeError i pejl/web/errors.py:")
    assert logged(others).startswith("ValueError i test_errors.py:")


def test_no_line_names_anybody(request_of_a_case: HttpRequest) -> None:
    lines = [
        *failed(),
        record("Ukendt barn %s", SECRET),
        record("Ukendt barn %(name)s", {"name": SECRET}),
        record("Not Found: %s", "/sager/hemmeligkey/", request=request_of_a_case, status_code=404),
        record("Cpr 010203-1234 findes ikke"),
        record(ValueError(SECRET)),
    ]
    text = "\n".join(map(logged, lines))
    for secret in ("Karl", "010203", "1234", "hemmeligkey"):
        assert secret not in text
    assert "404 (GET /sager/<str:key>/)" in text


def test_fixed_words_stay() -> None:
    assert logged(record("Listen har %d rækker", 12)) == "Listen har … rækker"


def test_an_error_report_holds_nothing_personal() -> None:
    reported = errors.NothingPersonal()
    request = RequestFactory().post("/", {"navn": SECRET}, headers={"cookie": SECRET})
    found = [
        reported.get_safe_settings(),
        reported.get_safe_request_meta(request),
        reported.get_safe_cookies(request),
        reported.get_post_parameters(request),
        dict(reported.get_traceback_frame_variables(request, sys._getframe())),
    ]
    assert found == [{}] * len(found)
    assert reported.is_active(None)


@pytest.mark.parametrize(
    ("view", "status", "words"),
    [
        (errors.not_found, 404, "Siden findes ikke, eller du har ikke adgang til den."),
        (errors.forbidden, 403, "Siden findes ikke, eller du har ikke adgang til den."),
        (errors.csrf_failure, 403, "Siden havde stået åben for længe"),
        (errors.server_error, 500, "Der skete en fejl hos os"),
    ],
)
def test_every_error_has_a_page_with_a_way_on(view, status: int, words: str) -> None:
    answer = view(RequestFactory().get("/findes-ikke/"))
    page = answer.content.decode()
    assert answer.status_code == status
    assert f"<h1>{words}</h1>" in page
    assert "Gå til forsiden" in page


def test_not_there_and_not_theirs_look_the_same() -> None:
    request = RequestFactory().get("/")
    assert errors.not_found(request).content == errors.not_found(request, ValueError(SECRET)).content
