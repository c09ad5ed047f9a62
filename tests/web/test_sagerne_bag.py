"""Are the overview's figures the same all the way down to the cases, and without a trace of a protected one?"""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pejl.tables import Status
from pejl.web.access.models import Case, LogEntry, Naming, Post
from pejl.web.cases.models import EventRow, SentLetter
from pejl.web.cases.views.overblik import visning
from pejl.web.reception.models import LetterChild
from tests.web.nordby import FIRST, PROTECTED, Nordby, remove_protected
from tests.web.overview_pages import (
    ALL,
    BY_ADVISER,
    DRILLS,
    TOTALS,
    figures,
    more_cases,
    open_lists,
    page,
    still,
    tell,
    words,
)

# --- the same number all the way down -------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["teamleder", "afdelingsleder"])
def test_every_number_opens_that_many(nordby: Nordby, role: str) -> None:
    leader = nordby.client(role)
    tell(nordby, "egen", "vurdering_24_timer", days_ago=299, thread="U1")
    asked = [*TOTALS, f"/overblik/?{ALL}&alle=1", "/overblik/?fra=2026-05&til=2026-06", "/overblik/?underretter=skole"]
    followed = [figure for url in asked for figure in figures(page(leader, url))]
    assert len(followed) > 40
    for url, number in dict(followed).items():
        told = re.search(r"([\d.]+) pligt(?:er)?\. Talt som", words(page(leader, url)))
        assert told, url
        assert int(told[1]) == number, url


def test_investigations_open_that_many(nordby: Nordby) -> None:
    leader = nordby.client("afdelingsleder")
    html = page(leader, f"/overblik/undersoegelser/?{ALL}")
    cells = re.findall(r'<a href="(\?[^"]*)#liste">(\d+)', html)
    assert cells
    for query, number in cells:
        listed = words(page(leader, f"/overblik/undersoegelser/{unescape(query)}"))
        assert re.search(rf"\b{number} undersøgelser?\. Dem, der løber", listed)


def test_a_team_leader_counts_only_the_team(nordby: Nordby) -> None:
    html = page(nordby.client("teamleder"), f"/overblik/sager/?{ALL}")
    assert "Barn Egen" in html
    assert "Barn Lukket" in html
    assert "Barn Syd" not in html
    assert "Barn Uden" not in html  # no team yet, and so in no total


# --- protected cases ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["teamleder", "afdelingsleder", "centerchef"])
def test_a_protected_case_leaves_no_trace(nordby: Nordby, role: str) -> None:
    # Even a leader who is named in it gets the same totals as everybody else.
    Naming.objects.create(
        case=nordby.cases[PROTECTED], user=nordby.people[role], named_as="beskyttet", first=FIRST, given_by="Chef"
    )
    open_lists()
    own = () if role == "centerchef" else (*DRILLS, BY_ADVISER)
    before = [still(page(nordby.client(role), url)) for url in (*TOTALS, *own)]
    remove_protected()
    after = [still(page(nordby.client(role), url)) for url in (*TOTALS, *own)]
    assert before == after


# --- the list is logged, and taken out without names ----------------------------------------------------------


def test_the_list_is_logged_with_filter_and_count(nordby: Nordby) -> None:
    leader = nordby.client("teamleder")
    page(leader, "/overblik/sager/?status=overdue&regel=underretning.vurderes")
    entry = LogEntry.objects.latest("pk")
    assert entry.act == LogEntry.Act.LIST
    assert entry.detail["side"] == "overblik-sager"
    assert entry.detail["status"] == "overdue"
    assert entry.detail["antal"] > 0
    assert "Barn" not in str(entry.detail)


def test_the_file_has_no_names_and_is_logged(nordby: Nordby) -> None:
    Case.objects.filter(key="egen").update(number="=NB-egen")
    response = nordby.client("teamleder").get("/overblik/sager.csv?status=overdue")
    told = response.content.decode("utf-8-sig")
    assert "attachment" in response["Content-Disposition"]
    assert not re.search(r"Barn (Egen|Lukket)|034517|RAAD", told)
    assert "'=NB-egen;Sociale sager;Team Nord;" in told
    entry = LogEntry.objects.latest("pk")
    assert entry.act == LogEntry.Act.EXPORT
    assert entry.detail["antal"] == len(told.splitlines()) - 1
    open_lists()
    assert "RAAD" in nordby.client("teamleder").get("/overblik/sager.csv?status=overdue").content.decode()


# --- size, and nothing at all ---------------------------------------------------------------------------------


def test_as_many_queries_for_many_cases_as_for_few(nordby: Nordby) -> None:
    open_lists()
    urls = (*TOTALS, *DRILLS, BY_ADVISER)

    def asked() -> list[int]:
        found = []
        for url in urls:
            client = nordby.client("afdelingsleder")
            with CaptureQueriesContext(connection) as queries:
                page(client, url)
            found.append(len(queries))
        return found

    few = asked()
    more_cases(nordby)
    assert asked() == few
    assert max(few) <= 24


def test_pages_of_a_long_list(nordby: Nordby) -> None:
    more_cases(nordby)
    leader = nordby.client("teamleder")
    first, second = (page(leader, f"/overblik/sager/?{ALL}&side={number}") for number in (1, 2))
    assert "Side 2 af" in second
    assert set(re.findall(r'href="/sag/([^/]+)/', first)) | set(re.findall(r'href="/sag/([^/]+)/', second))
    assert words(first) != words(second)


def test_an_empty_municipality_says_what_to_do(nordby: Nordby) -> None:
    LogEntry.objects.all().delete()
    EventRow.objects.all().delete()
    for model in (LetterChild, SentLetter, Case):
        model.objects.all().delete()
    open_lists()
    leader = nordby.client("afdelingsleder")
    for url in (*TOTALS, "/overblik/sager/"):
        assert "pejl-empty" in page(leader, url), url
    assert "Navn på raadgiver" in page(leader, BY_ADVISER)  # nobody has cases, which is what the list then says
    assert "Hver" in page(leader, BY_ADVISER)
    Post.objects.filter(role="raadgiver").delete()
    assert "pejl-empty" in page(leader, BY_ADVISER)


def test_every_status_has_a_column() -> None:
    assert {status for status, _ in visning.columns(more=True)} == set(Status)
