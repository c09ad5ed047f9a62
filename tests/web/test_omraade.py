"""Are the figures of social cases and of cases of disability told apart everywhere, and never added up unsaid?"""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pejl.web.access.models import Case, Omraade
from pejl.web.cases import bridge
from pejl.web.cases.models import DeadlineRow, EventRow
from tests.web.nordby import NOW, Nordby
from tests.web.overview_pages import (
    ALL,
    BY_ADVISER,
    DRILLS,
    TOTALS,
    figures,
    open_lists,
    page,
    rows_of,
    tell,
    words,
)

HANDICAP = "omraade=handicap"


def asks_for_help(nordby: Nordby, name: str) -> None:
    """The family asks for lost earnings (barnets lov § 87)."""
    tell(nordby, name, "ansoegning_modtaget", days_ago=20, fields={"paragraf": "§ 87"})


def area(name: str) -> str:
    return Case.objects.get(key=name).omraade


# --- which cases ----------------------------------------------------------------------------------------------


def test_what_was_asked_for_makes_it_a_case_of_disability(nordby: Nordby) -> None:
    assert area("egen") == Omraade.SOCIAL
    asks_for_help(nordby, "egen")
    assert area("egen") == Omraade.HANDICAP


def test_what_was_corrected_away_does_not(nordby: Nordby) -> None:
    asks_for_help(nordby, "egen")
    asked = EventRow.objects.get(case__key="egen", kind="ansoegning_modtaget")
    tell(nordby, "egen", "rettelse", days_ago=0, fields={"replaces": asked.event_id, "reason": "Forkert barn"})
    assert area("egen") == Omraade.SOCIAL


@pytest.mark.parametrize("many", [True, False], ids=["alle på én gang", "én ad gangen"])
def test_rows_from_before_it_was_kept_are_filled(
    nordby: Nordby, *, many: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asks_for_help(nordby, "syd")
    # As the migration leaves them.
    Case.objects.update(omraade=Omraade.SOCIAL, rulebook="")
    monkeypatch.setattr(bridge, "_MANY", 0 if many else 10_000)
    assert bridge.refresh(as_of=NOW) == Case.objects.count()
    assert [case.key for case in Case.objects.filter(omraade=Omraade.HANDICAP)] == ["syd"]


# --- the figures ----------------------------------------------------------------------------------------------


def test_each_is_counted_for_itself(nordby: Nordby) -> None:
    leader = nordby.client("afdelingsleder")
    both = words(page(leader, f"/overblik/?{ALL}"))
    assert "Underretninger 5 8 4 1" in both
    assert "Der er ingen pligter i handicapsager" in both
    asks_for_help(nordby, "egen")
    social, other = (words(page(leader, f"/overblik/?{ALL}&omraade={each}")) for each in ("social", "handicap"))
    assert "Underretninger 4 6 3 1 Henvendelser 0 0 0 0 Ansøgninger 0 0 0 0" in social
    assert "Underretninger 2 2 1 1 Henvendelser 0 0 0 0 Ansøgninger 1 1 1 1" in other
    assert words(page(leader, f"/overblik/?{ALL}")) == social


def test_how_many_stand_beside_is_said_both_ways(nordby: Nordby) -> None:
    asks_for_help(nordby, "egen")
    own = DeadlineRow.objects.filter(case__key="egen").count()
    other = DeadlineRow.objects.filter(case__key="lukket").count()
    leader = nordby.client("teamleder")
    assert f"Ved siden af er der {own} pligter i handicapsager" in words(page(leader, f"/overblik/?{ALL}"))
    told = words(page(leader, f"/overblik/?{ALL}&{HANDICAP}"))
    assert f"Ved siden af er der {other} pligter i sociale sager" in told


def test_a_protected_case_stands_beside_nobodys(nordby: Nordby) -> None:
    asks_for_help(nordby, "beskyttet")
    for role in ("teamleder", "afdelingsleder", "centerchef"):
        told = words(page(nordby.client(role), f"/overblik/?{ALL}"))
        assert "Der er ingen pligter i handicapsager" in told
        assert "Ingen pligter i perioden" in words(page(nordby.client(role), f"/overblik/?{ALL}&{HANDICAP}"))


def test_every_page_says_which_and_leads_on_to_the_same(nordby: Nordby) -> None:
    asks_for_help(nordby, "egen")
    leader = nordby.client("teamleder")
    for url in TOTALS:
        html = page(leader, f"{url}&{HANDICAP}" if "?" in url else f"{url}?{HANDICAP}")
        assert "Tallene er for handicapsager" in words(html), url
        # Where the way leads on to figures, it leads to the same cases; the links that change the area apart.
        shown = html[html.index('aria-label="Overblikkets sider"') :]
        led = [unescape(each) for each in re.findall(r'href="(/overblik/[^"]*|\?[^"]*)"', shown)]
        assert led, url
        assert [each for each in led if HANDICAP not in each and "omraade=social" not in each] == [], url


def test_behind_a_figure_is_what_it_counts(nordby: Nordby) -> None:
    asks_for_help(nordby, "egen")
    leader = nordby.client("teamleder")
    for kind, child, other in (("handicap", "Egen", "Lukket"), ("social", "Lukket", "Egen")):
        found = figures(page(leader, f"/overblik/?{ALL}&omraade={kind}"))
        assert found
        for url, number in found[:6]:
            told = page(leader, url)
            assert f"{number} pligt" in words(told)
            assert f"Barn {child}" in told
            assert f"Barn {other}" not in told


def test_the_file_says_which(nordby: Nordby) -> None:
    asks_for_help(nordby, "egen")
    leader = nordby.client("teamleder")
    for kind, told, number in (("handicap", "Handicapsager", "NB-egen"), ("social", "Sociale sager", "NB-lukket")):
        heading, *lines = leader.get(f"/overblik/sager.csv?omraade={kind}").content.decode("utf-8-sig").splitlines()
        assert heading.startswith("Sagsnummer;Område;Team;")
        assert lines
        assert all(line.startswith(f"{number};{told};") for line in lines)


def test_an_adviser_s_cases_of_disability_stand_apart_in_the_row(nordby: Nordby) -> None:
    open_lists()
    leader = nordby.client("teamleder")
    before = rows_of(page(leader, BY_ADVISER), "Navn på raadgiver")
    asks_for_help(nordby, "egen")
    load, deadlines = rows_of(page(leader, BY_ADVISER), "Navn på raadgiver")
    assert load[1].startswith("1<")
    assert "heraf 1 i handicapsager" in load[1]
    assert deadlines[3].startswith("0<")
    assert f"og {before[1][3]} i handicapsager" in deadlines[3]
    assert rows_of(page(nordby.client("raadgiver"), "/min-belastning/"), "Navn på raadgiver") == [load, deadlines]


def test_another_kind_is_refused_in_words(nordby: Nordby) -> None:
    for url in (*TOTALS, *DRILLS):
        html = page(nordby.client("teamleder"), f"{url}{'&' if '?' in url else '?'}omraade=x", status=422)
        assert "Vælg sociale sager eller handicapsager." in unescape(html)


def test_as_many_questions_for_either(nordby: Nordby) -> None:
    asks_for_help(nordby, "egen")

    def asked(url: str) -> int:
        client = nordby.client("afdelingsleder")
        with CaptureQueriesContext(connection) as queries:
            page(client, url)
        return len(queries)

    assert asked(f"/overblik/?{ALL}") == asked(f"/overblik/?{ALL}&{HANDICAP}")
