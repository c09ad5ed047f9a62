"""How many questions does every page of the web ask the database? Counted at two sizes: the number must not grow."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Final

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from bench.web_data import MANY
from bench.web_pages import KIND, PAGES, asked_by, client_of, ordinary
from pejl.web.cases.models import DeadlineRow, EventRow

# One of these may open whatever there is; the first who may is the one it is counted for.
_PEOPLE: Final = (MANY, "karen", "henrik", "dan", "sys")


def count_all() -> dict[str, dict[str, int | None]]:
    """The number for each measured page, and for each address; None: nobody could be found who sees it."""
    logging.disable()  # a page that fails is told of as one that nobody sees
    return {"pages": _of_pages(), "addresses": _of_addresses()}


def _of_pages() -> dict[str, int | None]:
    return {name: _count([client_of(page.person)], page.url) for name, page in PAGES.items() if page.is_there}


def _of_addresses() -> dict[str, int | None]:
    clients = [client_of(each) for each in _PEOPLE]
    values = _values()
    found: dict[str, int | None] = {}
    for name, parameters in sorted(_patterns()):
        if parameters <= values.keys():
            found[name] = _count(clients, reverse(name, kwargs={each: values[each] for each in parameters}))
        else:
            found[name] = None
    return found


def _count(clients: list[Client], url: str) -> int | None:
    for client in clients:
        if client.get(url).status_code == 200:
            return len(asked_by(client, url))
    return None


def _values() -> dict[str, str]:
    """Something for each parameter of an address."""
    case = ordinary()
    deadline = DeadlineRow.objects.filter(case=case).order_by("pk").first()
    event = EventRow.objects.filter(case=case).order_by("pk").last()
    assert deadline
    assert event
    return {
        "key": case.key,
        "kind": KIND,
        "mark": deadline.mark,
        "event_id": event.event_id,
        "rule": deadline.rule,
    }


def _patterns() -> Iterator[tuple[str, frozenset[str]]]:
    """The name and the parameters of every address of ours."""
    waiting: list[URLPattern | URLResolver] = list(get_resolver().url_patterns)
    while waiting:
        each = waiting.pop()
        if isinstance(each, URLResolver):
            waiting += each.url_patterns
        elif not each.callback.__module__.startswith("mozilla_django_oidc"):
            yield str(each.name), frozenset(each.pattern.converters)
