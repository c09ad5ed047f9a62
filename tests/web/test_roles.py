"""Does every address answer those it is for, and nobody else? (House rule 7.)"""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from pejl.web.access.roles import ROLES
from tests.web.addresses import of_the_plan, one_of_each, patterns, theirs
from tests.web.nordby import Nordby
from tests.web.role_table import EVERYBODY, PAGES, PUBLIC

NOT_THERE = 404
ADDRESSES = [pytest.param(name, parameters, id=name) for name, parameters in patterns()]


def test_every_address_stands_in_the_role_table() -> None:
    assert {name for name, _ in patterns()} == set(PAGES)


def test_every_role_stands_in_the_role_table() -> None:
    assert {role.key for role in ROLES} == EVERYBODY


@pytest.mark.one_database
@pytest.mark.parametrize(("name", "parameters"), ADDRESSES)
def test_a_page_answers_those_it_is_for_and_nobody_else(nordby: Nordby, name: str, parameters: tuple[str, ...]) -> None:
    address = reverse(name, kwargs=theirs(name, parameters))
    # Who may is decided before any database is asked, so one of them tries it.
    roles = one_of_each() if name in of_the_plan() else EVERYBODY
    assert {role for role in roles if answers(nordby.client(role), address)} == PAGES[name] & roles


def answers(client: Client, address: str) -> bool:
    """Whether there is anything there for this person; what is only sent to (405) is tried by sending."""
    status = client.get(address).status_code
    return (client.post(address).status_code if status == 405 else status) != NOT_THERE


def test_each_way_of_meeting_the_plan_is_tried() -> None:
    assert {"teamleder", "centerchef", "ungekreds"} <= one_of_each()
    assert len(one_of_each()) == 5
    assert {"plan", "handling", "ark-ny", "aarshjul"} <= of_the_plan()
    assert "roed-traad" not in of_the_plan()


@pytest.mark.one_database
@pytest.mark.parametrize(("name", "parameters"), ADDRESSES)
def test_nobody_reads_a_page_without_signing_in(nordby: Nordby, name: str, parameters: tuple[str, ...]) -> None:
    answer = Client().get(reverse(name, kwargs=theirs(name, parameters)))
    if name == "login":
        assert answer.status_code == 200
    elif name in PUBLIC:
        assert answers(Client(), reverse(name, kwargs=theirs(name, parameters)))
        assert "/log-ind/" not in answer.headers.get("Location", "")
    elif PAGES[name] and answer.status_code != 405:
        assert (answer.status_code, answer.headers["Location"].partition("?")[0]) == (302, "/log-ind/")
