"""What does it take to write: one event through the form and without it, a list taken in, the first start?"""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from html.parser import HTMLParser
from itertools import cycle
from typing import Final
from unittest.mock import patch

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from bench.sizes import ROOT
from bench.web_pages import ADVISER, KIND, client_of, own_cases
from bench.web_sizes import NOW, WebSize
from bench.web_timing import Timed
from pejl.dates import local_day
from pejl.web.access.models import Case, User
from pejl.web.cases import uploads
from pejl.web.cases.actions import importing
from pejl.web.cases.actions.many import By
from pejl.web.cases.actions.registering import register
from pejl.web.cases.actions.writing import Entry, Sent
from pejl.web.cases.models import EventRow
from pejl.web.demo.fill import fill

_SAMPLE: Final = ROOT / "tests" / "samples" / "udtraek-nordby.xlsx"
_MAPPING: Final = "eksempel-udtraek.toml"
_WARM_UPS: Final = 3


# --- one event --------------------------------------------------------------------------------------------------


def registered(times: int) -> Timed:
    """The action alone: lock, append, work out, write down who did it."""
    user, timed = User.objects.get(username=ADVISER), Timed()
    for number, case in _cases(times):
        entry = Entry(kind=KIND, day=local_day(NOW) - timedelta(days=number), done_by=user.initials)
        sent = Sent(by=user, at=NOW, token=secrets.token_urlsafe(24), seen=case.version)
        timed.time(partial(register, case, entry, sent=sent))
    return _after_warm_ups(timed, times=times)


def posted(times: int) -> Timed:
    """The same through the page: a form of its own is fetched each time, and only sending it is timed."""
    client, timed = client_of(ADVISER), Timed()
    for number, case in _cases(times):
        url = reverse("registrer", args=[case.key, KIND])
        day = local_day(NOW) - timedelta(days=number)
        form = filled_in(client.get(url).content.decode()) | {"dag": day.isoformat(), "klokken": "08:00"}
        before = EventRow.objects.count()
        timed.time(partial(client.post, url, form))
        assert EventRow.objects.count() > before, f"nothing was registered at {url} with {form}"
    return _after_warm_ups(timed, times=times)


def _cases(times: int) -> Iterator[tuple[int, Case]]:
    """Her open cases in turn, each round another day, so that nothing is registered twice; as they are now."""
    cases = own_cases()
    for number, case in zip(range(times + _WARM_UPS), cycle(cases), strict=False):
        yield 1 + number // len(cases), Case.objects.get(pk=case.pk)


def _after_warm_ups(timed: Timed, *, times: int) -> Timed:
    return Timed(seconds=timed.seconds[-times:], cpu=timed.cpu[-times:])


class _Form(HTMLParser):
    """The answers a form starts with."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: dict[str, str] = {}
        self._radio: dict[str, str] = {}
        self._inside = False
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a field holds."""
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = "pejl-register" in told.get("class", "")
        elif self._inside and tag == "select":
            self._select = told["name"]
        elif self._inside and tag == "option" and ("selected" in told or self._select not in self.answers):
            self.answers[self._select] = told.get("value", "")
        elif self._inside and tag == "input" and "name" in told:
            self._input(told)

    def handle_endtag(self, tag: str) -> None:
        """The form ends."""
        if tag == "form":
            self._inside = False

    def _input(self, told: dict[str, str]) -> None:
        kind, name = told.get("type", "text"), told["name"]
        if kind in ("radio", "checkbox"):
            if "checked" in told or (kind == "radio" and name not in self.answers):
                self.answers[name] = told.get("value", "")
        else:
            self.answers[name] = told.get("value", "")


def filled_in(page: str) -> dict[str, str]:
    """The form of a page as a browser would send it; where one must choose, the first."""
    form = _Form()
    form.feed(page)
    return form.answers


# --- a list, and the first start --------------------------------------------------------------------------------


def taken_in() -> Timed:
    """The sample list tried and taken in; the time is that of the transaction, all of it is told besides."""
    by = By(user=User.objects.get(username="dan"), at=NOW)
    transaction, whole = Timed(), time.perf_counter()
    stored = uploads.store(SimpleUploadedFile(_SAMPLE.name, _SAMPLE.read_bytes()))
    batch = importing.try_list(stored, _MAPPING, by=by, token=secrets.token_urlsafe(24))
    tried = time.perf_counter()
    inner = importing._taken_in

    def noted(*args: object, **kwargs: object) -> bool:
        transaction.time(lambda: answers.append(inner(*args, **kwargs)))  # type: ignore[arg-type]  # handed on as they came
        return answers[-1]

    answers: list[bool] = []
    with patch.object(importing, "_taken_in", noted):
        batch = importing.take_in(batch, by=by)
    transaction.rows = batch.new_events
    transaction.facts = {
        "try": tried - whole,
        "take_in": time.perf_counter() - tried,
        "cases": batch.new_cases,
        "rejects": batch.rejects.count(),
    }
    return transaction


def first_start(size: WebSize) -> Timed:
    """An empty file becomes the demo: tables, then the municipality."""
    timed = Timed()
    began = time.perf_counter()
    call_command("migrate", verbosity=0)
    migrated = time.perf_counter() - began
    timed.time(lambda: fill(now=NOW, inhabitants=size.inhabitants, years=size.years))
    timed.rows = EventRow.objects.count()
    timed.facts = {"migrate": migrated, "cases": Case.objects.count()}
    return timed
