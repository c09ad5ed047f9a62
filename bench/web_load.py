"""What do sixteen people at once wait? Their browsers, gunicorn and PostgreSQL share the machine's cores.

The browsers are threads of this process, each with a person and a connection of its own, which ask for the next page
as soon as they have had the last: sixteen who never think. Their number, their requests and their time are bounded,
and they reach nothing but a server of our own on this machine.
"""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import cycle, islice
from pathlib import Path
from typing import Any, Final

from bench import web_postgres
from bench.sizes import ROOT
from bench.web_measured import set_up
from bench.web_sizes import WebSize
from bench.web_timing import Timed

HOST: Final = "127.0.0.1"
USERS: Final = 16
_LEADERS: Final = ("lars", "susanne", "karen", "mange")
_WARM_UPS: Final = 6
_MOST_SECONDS: Final = 90.0
_READY: Final = "klar"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody signed in, and the pages they go round between."""

    cookie: str
    pages: tuple[str, ...]


def loaded(size: WebSize, folder: Path, *, times: int, pages: str) -> Timed:
    """Every visitor asks for so many pages; the times are those of each answer."""
    with web_postgres.server() as url:
        set_up(url, data=folder)
        visitors = _filled(size, pages=pages)
        with _serving() as port:
            _visit(port, visitors, times=_WARM_UPS)
            began = time.perf_counter()
            seconds = _visit(port, visitors, times=times)
            taken = time.perf_counter() - began
    slowest = statistics.quantiles(seconds, n=20)[-1]
    facts = {"p95": slowest, "per_second": len(seconds) / taken, "users": len(visitors)}
    return Timed(seconds, [], rows=len(seconds), facts=facts)


def _filled(size: WebSize, *, pages: str) -> list[Visitor]:
    from django.core.management import call_command
    from django.db import connections

    call_command("migrate", verbosity=0)
    web_postgres.copy_rows(size.database)
    visitors = list(_visitors(pages))
    connections.close_all()
    return visitors


def _visitors(pages: str) -> Iterator[Visitor]:
    """The advisers with most open cases and a few leaders, each with a session."""
    from django.conf import settings
    from django.db.models import Count

    from bench.web_pages import client_of
    from pejl.web.access.models import Case, User

    busy = Case.objects.filter(closed=False).exclude(adviser="").values_list("adviser")
    most = [initials for initials, _ in busy.annotate(n=Count("pk")).order_by("-n", "adviser")]
    known = User.objects.filter(is_active=True, initials__in=most).in_bulk(field_name="username").values()
    advisers = sorted(known, key=lambda user: most.index(user.initials))
    for name in (*(user.username for user in advisers[: USERS - len(_LEADERS)]), *_LEADERS):
        cookie = client_of(name).cookies[settings.SESSION_COOKIE_NAME].value
        yield Visitor(f"{settings.SESSION_COOKIE_NAME}={cookie}", tuple(_round(name, pages)))


def _round(username: str, pages: str) -> Iterator[str]:
    """Twenty cases at a time; or what a day is made of: the day, the cases, a case."""
    from django.urls import reverse

    from pejl.web.access.gate import visible
    from pejl.web.access.models import User
    from pejl.web.access.person import person_of
    from pejl.web.clock import now, today

    yield reverse("sager")
    if pages == "day":
        person = person_of(User.objects.get(username=username), on=today())
        cases = visible(person, on=today(), at=now()).filter(closed=False).order_by("number")
        yield reverse("min-dag")
        yield from (reverse("sag", args=[case.key]) for case in cases[:2])


# --- the server -------------------------------------------------------------------------------------------------


@contextmanager
def _serving() -> Iterator[int]:
    """The web as ./start serves it, on a free port, until it is no longer needed."""
    with closing(socket.socket()) as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "bench.web_load", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=os.environ) as process:  # noqa: S603 -- our own program
        try:
            assert process.stdout
            if _READY not in process.stdout.readline():
                raise RuntimeError("cannot measure a server that did not start; see what it says above")
            yield port
        finally:
            process.terminate()
            process.communicate()


def serve(port: int) -> None:
    """What the process of the server does."""
    from pejl.web import run

    run.serve(port, ready=lambda: print(_READY, flush=True))


# --- the visitors -----------------------------------------------------------------------------------------------


def _visit(port: int, visitors: Sequence[Visitor], *, times: int) -> list[float]:
    stop = time.monotonic() + _MOST_SECONDS
    with ThreadPoolExecutor(len(visitors)) as pool:
        found = list(pool.map(lambda each: _one(port, each, times=times, stop=stop), visitors))
    return [seconds for some in found for seconds in some]


def _one(port: int, visitor: Visitor, *, times: int, stop: float) -> list[float]:
    seconds = []
    with closing(HTTPConnection(HOST, port, timeout=60)) as browser:
        for page in islice(cycle(visitor.pages), times):
            if time.monotonic() > stop:
                break
            began = time.perf_counter()
            _fetch(browser, page, cookie=visitor.cookie)
            seconds.append(time.perf_counter() - began)
    return seconds


def _fetch(browser: Any, page: str, *, cookie: str) -> None:
    browser.request("GET", page, headers={"Cookie": cookie, "Accept-Encoding": "gzip"})
    answer = browser.getresponse()
    answer.read()
    if answer.status != 200:
        raise RuntimeError(f"cannot measure {page}: it answers {answer.status}; mend the page first")


if __name__ == "__main__":
    serve(int(sys.argv[1]))
