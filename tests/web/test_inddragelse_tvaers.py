"""Does the page across cases count what the cases' own pages show, honestly, and for nobody more than is theirs?"""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pejl.web.access.models import LogEntry, StaffDecision
from pejl.web.cases.overview.chance import Verdict, by_chance, verdict
from tests.web.nordby import NOW, Nordby, days_before
from tests.web.overview_pages import more_cases, open_lists, page, rows_of, tell, words

URL = "/overblik/inddragelse/?fra=2025-01"


def gaps_on(client: Client, case: str) -> int:
    told = re.search(r"(\d+) steder? kan der hverken", page(client, f"/sag/{case}/inddragelse/"))
    return int(told[1]) if told else 0


def party(html: str, name: str) -> dict[str, list[str]]:
    """The rows of one party: the share, and how the others stand."""
    block = html[html.index(f"{name}, trin for trin") :].split("</table>")[0]
    rows = re.findall(r'<th scope="row">([^<]+)</th>(.*?)</tr>', block, re.DOTALL)
    texts = {step: re.findall(r"<td[^>]*>(.*?)</td>", rest, re.DOTALL) for step, rest in rows}
    without = {
        step: [re.sub(r'<span class="sr-only">.*?</span>', "", each) for each in own] for step, own in texts.items()
    }
    return {step: [re.sub(r"<[^>]+>", "", each).strip() for each in own] for step, own in without.items()}


def test_the_gaps_are_those_of_the_cases_own_pages(nordby: Nordby) -> None:
    tell(nordby, "syd", "inddragelse", days_ago=290, thread="U1", fields={"hvem": "netvaerk"})
    leader = nordby.client("afdelingsleder")
    html = page(leader, URL)
    counted = sum(
        int(row[3]) for name in ("Barnet", "Forældre", "Privat netværk") for row in party(html, name).values()
    ) + sum(int(row[3]) for row in party(html, "Professionelt netværk").values())
    assert counted == sum(gaps_on(leader, case) for case in ("egen", "syd", "uden", "lukket"))
    assert "Barn Syd" in html
    assert 'href="/sag/syd/inddragelse/"' in html
    assert "Barn Beskyttet" not in html


def test_few_are_told_as_numbers_and_what_waits_or_is_untold_stands_apart(nordby: Nordby) -> None:
    tell(nordby, "uden", "samtale_med_barnet", days_ago=270, thread="B1")
    found = party(page(nordby.client("centerchef"), URL), "Barnet")
    assert found["Afdækning og undersøgelse"] == ["1 af 4", "0", "0", "3", "0", "0"]
    # In each of them the fresh notification waits for the child's safety; the family is no gap there.
    family = party(page(nordby.client("centerchef"), URL), "Forældre")
    assert [row[4] for row in family.values()] == ["4", "4", "4", "4"]
    assert [row[0] for row in family.values()] == ["ingen"] * 4


def test_a_step_belongs_to_the_period_in_which_it_was_last_worked_on(nordby: Nordby) -> None:
    html = page(nordby.client("centerchef"), "/overblik/inddragelse/?fra=2026-06&til=2026-06")
    assert list(party(html, "Barnet")) == ["Kontakt"]
    assert "Der er ikke sket noget" in page(
        nordby.client("centerchef"), "/overblik/inddragelse/?fra=2021-01&til=2021-02"
    )


def test_the_centre_head_sees_figures_and_no_case(nordby: Nordby) -> None:
    html = page(nordby.client("centerchef"), URL + "&part=barnet&trin=kontakt")
    assert "Barn Syd" not in html
    assert "/sag/" not in html
    assert "#liste" not in html
    assert "Rådgiver for rådgiver" not in html


def test_a_leader_opens_a_figure_to_the_cases_of_the_team_and_it_is_logged(nordby: Nordby) -> None:
    html = page(nordby.client("teamleder"), URL + "&part=barnet&trin=kontakt")
    assert "Barn Egen" in html
    assert "Barn Syd" not in html
    entry = LogEntry.objects.filter(detail__side="overblik-inddragelse").latest("pk")
    assert entry.detail["antal"] == 2
    assert entry.detail["part"] == "barnet"


def test_a_party_or_a_step_that_is_not_there_is_refused_with_words(nordby: Nordby) -> None:
    assert "Vælg et trin fra listen." in page(nordby.client("teamleder"), URL + "&trin=maane", status=422)


@pytest.mark.parametrize("period", ["fra=&til=", "fra=2024-06", "fra=2024-06&til=2026-06"])
def test_more_than_two_years_at_once_is_refused_with_words(nordby: Nordby, period: str) -> None:
    told = page(nordby.client("teamleder"), f"/overblik/inddragelse/?{period}", status=422)
    assert "Vælg højst 24 måneder ad gangen. Skriv en senere måned, fx 2026-06." in told
    page(nordby.client("teamleder"), "/overblik/inddragelse/?fra=2024-07")


def test_advisers_stand_side_by_side_only_once_med_is_heard(nordby: Nordby) -> None:
    closed = page(nordby.client("teamleder"), URL)
    assert rows_of(closed, "Navn på raadgiver") == []
    assert "Lukket. Listen åbner først" in words(closed)
    later = days_before(-1)
    StaffDecision.objects.create(informed_on=later, med_on=later, decided_by="x", decided_at=NOW - timedelta(days=1))
    assert rows_of(page(nordby.client("teamleder"), URL), "Navn på raadgiver") == []
    open_lists()
    (row,) = rows_of(page(nordby.client("afdelingsleder"), URL), "Navn på raadgiver")
    assert row[1:] == ["0", "0", "2", "0", "0 af 2", "0 til 0", "kan være tilfældigt"]
    assert LogEntry.objects.filter(detail__side="overblik-inddragelse-raadgivere").exists()


def test_the_adviser_sees_the_own_row_before_the_leader_can(nordby: Nordby) -> None:
    recent = "/overblik/inddragelse/"
    mine = rows_of(page(nordby.client("raadgiver"), "/min-belastning/"), "Sociale sager")
    open_lists()
    (leaders,) = rows_of(page(nordby.client("afdelingsleder"), recent), "Navn på raadgiver")
    assert mine == [["Sociale sager", *leaders[1:6]]]


def test_six_of_nine_beside_three_of_six_is_no_difference() -> None:
    share = 9 / 15
    assert verdict(6, 9, share=share) is verdict(3, 6, share=share) is Verdict.CHANCE
    assert verdict(60, 90, share=0.5) is Verdict.ABOVE
    assert verdict(30, 90, share=0.5) is Verdict.BELOW
    assert by_chance(0, share=0.4) == (0, 0)
    assert by_chance(5, share=1.0) == (5, 5)


@pytest.mark.parametrize("person", ["afdelingsleder", "centerchef"])
def test_more_cases_ask_no_more_questions(nordby: Nordby, person: str) -> None:
    client = nordby.client(person)
    open_lists()
    page(client, URL)
    with CaptureQueriesContext(connection) as few:
        page(client, URL)
    more_cases(nordby)
    with CaptureQueriesContext(connection) as many:
        page(client, URL)
    assert len(many) == len(few)
