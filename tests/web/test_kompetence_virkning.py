"""What did a moved competence lead to: as many days before as after, nothing hidden, and never a protected case?"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pejl.events import FieldValue
from pejl.web.access.models import LogEntry
from pejl.web.cases import bridge
from pejl.web.cases.competence_moves import Move, Span, moves, span_of
from pejl.web.cases.models import Competence, EventRow
from tests.web.nordby import PROTECTED, TODAY, Nordby, days_before, event
from tests.web.overview_pages import page, words
from tests.web.test_kompetence import decided

# Its pages are opened on both databases by test_roles and test_scope; what they count is no database's doing.
pytestmark = pytest.mark.one_database

URL = "/kompetence/virkning/"


def grant(nordby: Nordby, case: str, days_ago: int, *, who: str = "", paragraph: str = "§ 30, stk. 1") -> None:
    fields: dict[str, FieldValue] = {"paragraf": paragraph, **({"kompetence": who} if who else {})}
    tell(nordby, case, "bevilling", days_ago, thread=f"G{days_ago}", fields=fields)


def tell(nordby: Nordby, case: str, kind: str, days_ago: int, **how: object) -> None:
    found = event(nordby.cases[case], kind, days_ago=days_ago, **how)  # type: ignore[arg-type]  # handed on
    EventRow.objects.bulk_create([bridge.row_of(found, case=nordby.cases[case])])


def given_back(nordby: Nordby, *, days_ago: int = 150) -> Competence:
    """First the team leader, then the adviser; one grant before and three after, and what came of them."""
    decided("§ 30", "teamleder", days_ago=400)
    row = decided("§ 30", "raadgiver", days_ago=days_ago)
    grant(nordby, "egen", 395, who="teamleder Navn Navnesen")
    grant(nordby, "egen", days_ago + 10, who="Teamleder")
    tell(nordby, "egen", "opfoelgning_holdt", days_ago - 20, thread=f"G{days_ago + 10}")
    for ago in (days_ago, 120, 5):
        grant(nordby, "egen", ago)
    tell(nordby, "egen", "visitation_tilbage", 100, thread="G120")
    tell(nordby, "egen", "opfoelgning_holdt", 20, thread="G120")  # after a hundred days
    return row


def questions(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        page(client, address)
    return len(queries)


def table(client: Client, url: str = URL) -> dict[str, tuple[str, str]]:
    """Before and after, by what is counted, of the first decision on the page."""
    rows = re.findall(
        r'<th scope="row"[^>]*>([^<]*)</th><td[^>]*>([^<]*)</td><td[^>]*>([^<]*)</td></tr>', page(client, url)
    )
    return {what: (before, after) for what, before, after in rows}


def move(*levels: str, days_ago: tuple[int, ...]) -> Move:
    """The newest of these decisions about § 30."""
    rows = [Competence(measure="§ 30", decides=x, first=days_before(y)) for x, y in zip(levels, days_ago, strict=True)]
    return moves(rows)[0]


# --- the decisions --------------------------------------------------------------------------------------------------


def test_the_direction_follows_from_the_levels_and_from_the_decision_that_named_it_most_closely(db: None) -> None:
    for measure, level, ago in (
        ("§ 32", "teamleder", 500),
        ("§ 32, stk. 1, nr. 5", "afdelingsleder", 300),
        ("§ 32, stk. 1, nr. 5", "afdelingsleder", 200),
        ("§ 32", "raadgiver", 100),
    ):
        decided(measure, level, days_ago=ago)
    assert [(each.row.measure, each.told) for each in moves(Competence.objects.all())] == [
        ("§ 32", "Lagt tilbage til rådgiver"),
        ("§ 32, stk. 1, nr. 5", "Uændret hos afdelingsleder"),
        ("§ 32, stk. 1, nr. 5", "Løftet til afdelingsleder"),
        ("§ 32", "Første beslutning"),
    ]


@pytest.mark.parametrize(
    ("ago", "known", "days", "early"),
    [
        ((400, 150), 900, 150, False),  # so long it has applied
        ((200, 150), 900, 50, False),  # so long the one before applied
        ((400, 150), 180, 30, False),  # so far back there are grants
        ((900, 500), 900, 365, False),  # no longer than a year
        ((400, 90), 900, 90, True),  # three months have not gone by
        ((400, 91), 900, 91, False),
    ],
)
def test_as_many_days_are_held_against_each_other_as_there_are_on_both_sides(
    ago: tuple[int, int], known: int, days: int, early: bool
) -> None:
    found = span_of(move("teamleder", "raadgiver", days_ago=ago), today=TODAY, known_since=days_before(known))
    first = days_before(ago[1])
    assert found == Span(
        days=days,
        before=(first - timedelta(days), first - timedelta(1)),
        after=(first, first + timedelta(days - 1)),
        why=found.why if found else "",
        early=early,
    )


def test_a_decision_of_today_or_without_any_grant_before_it_cannot_be_compared() -> None:
    new = move("teamleder", "raadgiver", days_ago=(400, 0))
    assert span_of(new, today=TODAY, known_since=days_before(900)) is None
    old = move("teamleder", "raadgiver", days_ago=(400, 150))
    assert span_of(old, today=TODAY, known_since=None) is None


# --- the page -------------------------------------------------------------------------------------------------------


def test_before_and_after_are_counted_by_who_had_the_competence_and_what_came_of_it(nordby: Nordby) -> None:
    given_back(nordby)
    grant(nordby, "egen", 40, paragraph="§ 32, stk. 1, nr. 3")  # is not decided about
    shown = table(nordby.client("teamleder"))
    assert shown == {
        "Bevillinger": ("1", "3"),
        "Kompetencen: teamleder": ("1", "0"),
        "Kompetencen: ikke skrevet": ("0", "3"),
        "Sendt tilbage til visitation": ("0 af 1", "1 af 2"),
        "Fulgt op": ("1 af 1", "0 af 2"),
        "Endnu ikke gået 90 dage": ("0", "1"),
    }
    told = words(page(nordby.client("teamleder"), URL))
    assert "§ 30: lagt tilbage til rådgiver fra 11. januar 2026" in told
    assert "De 150 dage før" in told
    assert "Beslutningen har ikke gjaldt længere." in told
    assert "Navnesen" not in told  # who had the competence is told by the level alone


def test_too_early_is_said(nordby: Nordby) -> None:
    given_back(nordby, days_ago=60)
    assert "For tidligt at sige noget" in page(nordby.client("teamleder"), URL)


def test_a_grant_that_was_corrected_away_and_one_in_a_protected_case_are_not_counted(nordby: Nordby) -> None:
    given_back(nordby)
    grant(nordby, PROTECTED, 30)
    gone = EventRow.objects.get(kind="bevilling", day=days_before(120))
    tell(nordby, "egen", "rettelse", 1, fields={"replaces": gone.event_id, "reason": "Forkert barn"})
    assert table(nordby.client("teamleder"))["Bevillinger"] == ("1", "2")
    assert table(nordby.client("afdelingsleder"))["Bevillinger"] == ("1", "2")


def test_what_no_source_would_have_told_is_no_nought(nordby: Nordby) -> None:
    given_back(nordby)
    EventRow.objects.filter(kind="kilde_daekker", case=nordby.cases["egen"]).update(fields={"slags": "bevilling"})
    shown, client = table(nordby.client("teamleder")), nordby.client("teamleder")
    assert shown["Sendt tilbage til visitation"] == ("1 kan ikke ses", "1 af 1, 1 kan ikke ses")
    assert shown["Fulgt op"] == ("1 af 1", "2 kan ikke ses")
    opened = re.search(r"beslutning=\d+", page(client, URL))
    assert opened
    assert "Kan ikke ses</td>" in page(client, f"{URL}?{opened[0]}")


def test_a_part_that_got_a_decision_of_its_own_is_on_neither_side(nordby: Nordby) -> None:
    given_back(nordby)
    grant(nordby, "egen", 155, paragraph="§ 30, stk. 2")
    grant(nordby, "egen", 30, paragraph="§ 30, stk. 2")
    assert table(nordby.client("teamleder"))["Bevillinger"] == ("2", "4")
    decided("§ 30, stk. 2", "raadgiver", days_ago=90)
    assert table(nordby.client("teamleder"))["Bevillinger"] == ("1", "3")


def test_a_mistyped_year_that_was_put_right_is_no_time_without_grants(nordby: Nordby) -> None:
    decided("§ 30", "teamleder", days_ago=900)
    decided("§ 30", "raadgiver", days_ago=150)
    grant(nordby, "egen", 160)
    grant(nordby, "egen", 800)
    gone = EventRow.objects.get(kind="bevilling", day=days_before(800))
    tell(nordby, "egen", "rettelse", 1, fields={"replaces": gone.event_id, "reason": "Forkert år"})
    assert "De 10 dage før" in words(page(nordby.client("teamleder"), URL))


def test_each_leader_counts_their_own_and_nothing_to_compare_with_is_no_nought(nordby: Nordby) -> None:
    given_back(nordby)
    grant(nordby, "syd", 30)
    clients = {who: nordby.client(who) for who in ("teamleder", "teamleder_syd", "afdelingsleder")}
    numbers = {who: table(client).get("Bevillinger") for who, client in clients.items()}
    assert numbers == {"teamleder": ("1", "3"), "teamleder_syd": None, "afdelingsleder": ("1", "4")}
    assert "ingen bevillinger, som er ældre end den" in page(clients["teamleder_syd"], URL)


def test_the_two_kinds_of_case_are_never_added_up(nordby: Nordby) -> None:
    given_back(nordby)
    assert table(nordby.client("teamleder"), f"{URL}?omraade=handicap") == {}


def test_the_grants_behind_are_opened_by_those_who_may_and_the_list_is_logged(nordby: Nordby) -> None:
    row = given_back(nordby)
    leader, behind = nordby.client("teamleder"), f"{URL}?omraade=social&beslutning={row.pk}"
    assert f'href="?omraade=social&amp;beslutning={row.pk}#sagerne-bag"' in page(leader, URL)
    assert page(leader, behind).count("/sag/egen/") == 4
    entry = LogEntry.objects.filter(act=LogEntry.Act.LIST).latest("pk")
    assert entry.detail == {"side": "kompetence-virkning", "antal": 4, "paragraf": "§ 30"}
    head = page(nordby.client("centerchef"), behind)
    assert "Bevillingerne bag" not in head
    assert "/sag/" not in head
    assert "beslutning=" not in head


def test_without_a_decision_that_moved_anything_it_says_so(nordby: Nordby) -> None:
    decided("§ 30", "teamleder")
    assert "Ingen beslutning har flyttet kompetencen endnu." in page(nordby.client("teamleder"), URL)


def test_the_page_asks_as_much_however_many_decisions_and_grants(nordby: Nordby) -> None:
    row = given_back(nordby)
    address, leader = f"{URL}?beslutning={row.pk}", nordby.client("afdelingsleder")
    page(leader, address)  # the first page after signing in asks a little more
    before = questions(leader, address)
    for ago in range(20, 40):
        grant(nordby, "syd", ago)
    for measure, level, ago in (("§ 30", "teamleder", 10), ("§ 32", "teamleder", 300), ("§ 32", "raadgiver", 200)):
        decided(measure, level, days_ago=ago)
    assert questions(leader, address) == before


def test_the_history_says_the_direction_and_leads_those_who_see_figures_on(nordby: Nordby) -> None:
    given_back(nordby)
    leader, adviser = (page(nordby.client(who), "/kompetence/") for who in ("teamleder", "raadgiver"))
    for shown in (leader, adviser):
        assert "Lagt tilbage til rådgiver" in shown
        assert "Første beslutning" in shown
    assert URL in leader
    assert URL not in adviser
