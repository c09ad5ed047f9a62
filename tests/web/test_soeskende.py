"""Can two children be written as siblings, both ways, by somebody who may open both, and by nobody else?"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from pejl.web.cases.actions.writing import new_token
from pejl.web.cases.models import Child, Sibling
from tests.web.nordby import PROTECTED, Nordby

URL = "/sag/egen/soeskende/"


def send(client: Client, **answers: str) -> Any:
    return client.post(URL, {"token": new_token(), **answers})


def ties(one: str, other: str) -> list[tuple[str, bool]]:
    rows = Sibling.objects.filter(child__case__key__in=(one, other), other__case__key__in=(one, other))
    return sorted(rows.values_list("child__case__key", "half"))


def test_a_sibling_is_found_and_written_both_ways(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    found = send(client, soeg="Lukket").content.decode()
    assert 'name="til" value="lukket"' in found
    assert "Helsøskende" in send(client, til="lukket").content.decode()
    assert send(client, til="lukket", bekraeft="ja", slags="halv").status_code == 302
    assert ties("egen", "lukket") == [("egen", True), ("lukket", True)]


def test_a_tie_can_be_mended_and_taken_away(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    for kind, half in (("hel", False), ("halv", True)):
        send(client, til="lukket", bekraeft="ja", slags=kind)
        assert ties("egen", "lukket") == [("egen", half), ("lukket", half)]
    assert send(client, fjern="lukket").status_code == 302
    assert ties("egen", "lukket") == []


@pytest.mark.parametrize(("together", "joined"), [({"sammen": "on"}, True), ({}, False)])
def test_only_who_live_together_become_one_family(nordby: Nordby, together: dict[str, str], joined: bool) -> None:
    Child.objects.filter(case__key="lukket").update(family=None)
    send(nordby.client("raadgiver"), til="lukket", bekraeft="ja", slags="hel", **together)
    one, two = (Child.objects.get(case__key=key).family_id for key in ("egen", "lukket"))
    assert (one == two) is joined


@pytest.mark.parametrize("key", ["syd", PROTECTED, "findes-ikke"])
@pytest.mark.parametrize("act", ["til", "fjern"])
def test_nobody_ties_or_unties_a_child_whose_case_they_may_not_open(nordby: Nordby, key: str, act: str) -> None:
    before = Sibling.objects.count()
    assert send(nordby.client("raadgiver"), **{act: key}, bekraeft="ja", slags="hel").status_code == 404
    assert Sibling.objects.count() == before


def test_a_search_never_finds_the_protected_child(nordby: Nordby) -> None:
    assert PROTECTED not in send(nordby.client("raadgiver"), soeg="Beskyttet").content.decode().replace(
        "Barn Beskyttet", ""
    )


def test_a_page_that_is_too_old_says_so(nordby: Nordby) -> None:
    leader = nordby.client("afdelingsleder")
    assert leader.post("/sag/egen/soeskende/", {"fjern": "syd", "token": ""}).status_code == 302
    assert "for gammel" in leader.get("/sag/egen/soeskende/").content.decode()
    assert Sibling.objects.filter(child__case__key="egen", other__case__key="syd").exists()


def test_the_case_itself_is_refused(nordby: Nordby) -> None:
    answer = send(nordby.client("raadgiver"), til="egen", bekraeft="ja", slags="hel")
    assert answer.status_code == 422
    assert "Det er det samme barn." in answer.content.decode()


def test_beside_a_case_system_there_is_no_such_page(nordby: Nordby, settings: Settings) -> None:
    settings.PEJL_MODE = "ved_siden_af"
    assert nordby.client("raadgiver").get(URL).status_code == 404
