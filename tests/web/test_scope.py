"""Can anybody see, count or guess a protected case who is not named in it? Tried on every address, for every role.

The database is asked twice: as it is, and as if the protected case had never been. Every answer to everybody who is
not named must be the same, letter by letter: status, words, totals, exports, and how many questions it took. So
nothing can tell, however it is put on a page.
"""

from __future__ import annotations

import re

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pejl.web.access.models import Case, LogEntry
from pejl.web.access.roles import ROLE_BY_KEY
from pejl.web.cases.models import DeadlineRow
from pejl.web.underret.views.frame import COOKIE
from tests.web.addresses import FORM, VALUES, filled_in, of_the_plan, one_of_each, patterns
from tests.web.nordby import NAMED, PROTECTED, Nordby, remove_protected
from tests.web.role_table import PAGES

# What is drawn anew for each answer and tells nothing.
DRAWN = re.compile(r'(csrfmiddlewaretoken" value="|nonce="|name="(?:token|key)" value="|^/nyt-ind/modtaget/)[^"]*')
Answers = dict[str, tuple[int, str, int]]
# Everybody in the small municipality who is not named in the protected case.
UNNAMED = sorted({*ROLE_BY_KEY, "syd", "teamleder_syd"})
ROLE_OF = {"syd": "raadgiver", "teamleder_syd": "teamleder"}


def marks() -> dict[str, tuple[str, ...]]:
    """The values, with a real mark of a deadline in the case of one's own and in the protected one."""
    found = [DeadlineRow.objects.filter(case__key=key).order_by("mark")[0].mark for key in ("egen", PROTECTED)]
    return VALUES | {"mark": (*found, "findes-ikke")}


def asked(client: Client, method: str, address: str) -> tuple[int, str, int]:
    """The status, the words and the number of questions to the database; whatever was written is undone."""
    connection.queries_log.clear()  # it keeps only so many, and warns
    client.cookies.pop(COOKIE, None)  # what one page of the public form remembers is no answer of the next
    with transaction.atomic(), CaptureQueriesContext(connection) as queries:
        answer = client.get(address) if method == "GET" else client.post(address, FORM)
        told = answer.getvalue()
        transaction.set_rollback(True)
    where = answer.headers.get("Location", "")
    return answer.status_code, DRAWN.sub(r"\1", told.decode("utf-8", "replace")) + DRAWN.sub(r"\1", where), len(queries)


def answers(client: Client, values: dict[str, tuple[str, ...]], *, person: str) -> Answers:
    """What one person gets from every address, asked for and sent to.

    Of what is not there only one is asked for (it answers as another's does, tested below), and a form about another's
    case is sent once for each of the two: one's own, and the protected. What is not for the person's role at all is
    asked for the protected case alone.
    """
    there = {name: tuple(each for each in kept if each != "findes-ikke") or kept for name, kept in values.items()}
    sent = {name: tuple(each for each in kept if each != "syd") for name, kept in there.items()}
    closed = {name: tuple(each for each in kept if PROTECTED in each) or kept[-1:] for name, kept in sent.items()}
    return {
        f"{method} {address}": asked(client, method, address)
        for name, parameters in patterns()
        if name not in of_the_plan() or ROLE_OF.get(person, person) in one_of_each()
        for method, chosen in (("GET", there), ("POST", sent))
        for address in filled_in(
            name, parameters, values=chosen if ROLE_OF.get(person, person) in PAGES[name] else closed
        )
        if name != "logout"
    }


def test_every_parameter_of_an_address_is_tried() -> None:
    assert {each for _, parameters in patterns() for each in parameters} <= set(VALUES)


# What may be seen is decided before any database is asked, so one of them tries everybody, and the other one who sees
# a whole unit and one who sees where a duty is.
ASKED = ["afdelingsleder", "modtagelse"] if connection.vendor == "postgresql" else UNNAMED


@pytest.mark.parametrize("person", ASKED)
def test_nobody_who_is_not_named_can_tell_that_a_protected_case_is_there(nordby: Nordby, person: str) -> None:
    values, client = marks(), nordby.client(person)
    there = answers(client, values, person=person)
    remove_protected()
    gone = answers(client, values, person=person)
    assert [address for address, answer in there.items() if answer != gone[address]] == []


def test_everybody_else_has_been_asked(nordby: Nordby) -> None:
    assert set(UNNAMED) == set(nordby.people) - {NAMED}


def test_the_one_who_is_named_sees_it(nordby: Nordby) -> None:
    """So that the test above compares something: the same pages do show the case to the one it is shown to."""
    client = nordby.client(NAMED)
    assert client.get(reverse("sag", args=[PROTECTED])).status_code == 200
    assert "Barn Beskyttet" in client.get(reverse("sager")).content.decode()


def test_a_page_of_a_case_is_refused_alike_whether_it_is_another_s_protected_or_not_there(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    answered = [asked(client, "GET", reverse("sag", args=[key])) for key in ("syd", PROTECTED, "findes-ikke")]
    assert answered[0][0] == 404
    assert answered[0] == answered[1] == answered[2]


def test_a_centre_head_opens_no_case_by_any_address(nordby: Nordby) -> None:
    client = nordby.client("centerchef")
    opened = [
        address
        for name, parameters in patterns()
        if {"key", "mark", "event_id"} & set(parameters)
        for address in filled_in(name, parameters, values=marks())
        for method in ("GET", "POST")
        if asked(client, method, address)[0] != 404
    ]
    assert opened == []
    assert not LogEntry.objects.filter(username="centerchef", act=LogEntry.Act.READ).exists()


def test_no_name_and_no_number_of_a_child_stands_in_an_address(nordby: Nordby) -> None:
    client = nordby.client("afdelingsleder")
    for name, parameters in patterns():
        for address in filled_in(name, parameters, values=marks()):
            page = asked(client, "GET", address)[1]
            links = re.findall(r'(?:href|action|hx-get|hx-post|hx-push-url)="([^"]*)"', page)
            assert [link for link in links if "Barn" in link or "NB-" in link or "034517" in link] == [], address


@pytest.mark.parametrize("person", ["raadgiver", "teamleder", "afdelingsleder", "modtagelse"])
def test_lists_hold_only_cases_that_can_be_opened(nordby: Nordby, person: str) -> None:
    """Whatever links to a case on a list opens, and no case stands on a list that cannot be opened."""
    client = nordby.client(person)
    keys = set(Case.objects.values_list("key", flat=True))
    for name in ("min-dag", "sager", "overblik-sager", "oprydning"):
        page = asked(client, "GET", reverse(name))[1]
        linked = set(re.findall(r"/sag/([\w-]+)/", page)) & keys
        assert {key for key in linked if client.get(reverse("sag", args=[key])).status_code != 200} == set()
