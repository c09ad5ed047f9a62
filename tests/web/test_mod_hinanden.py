"""Does the page of pairs flag what goes opposite ways as a question, open each point to its cases, and say when few?"""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pejl.indicators import Per, latest
from pejl.indicators.pairs import TIDLIG_OG_UNDERSOEGELSE as PAIR
from pejl.web.insight.models import Measured, Measuring
from tests.web.nordby import NOW, TODAY, Nordby
from tests.web.overview_pages import page, words

# Both databases keep and read figures alike (test_papirer).
pytestmark = pytest.mark.one_database

URL = "/noegletal/mod-hinanden/"
# Eight quarters, of which the last runs: the half year to the first quarter of 2026 against the one before.
RISES, FALLS, FEW = [9, 20, 20, 20, 20, 35, 35, 99], [9, 23, 23, 23, 23, 12, 11, 99], [1, 0, 1, 2, 0, 4, 5, 9]


def kept(nordby: Nordby, first: list[int], second: list[int], *, unit: str = "Team Nord") -> None:
    """So many in each of the latest quarters, the one that runs last."""
    run = Measuring.objects.create(as_of=NOW, known_at=NOW, measured_at=NOW, rulebook="r")
    for indicator, counts in zip(PAIR.both, (first, second), strict=True):
        for period, count in zip(latest(Per.QUARTER, day=TODAY, number=len(counts)), counts, strict=True):
            Measured.objects.create(
                run=run,
                indicator=indicator.key,
                version=indicator.version,
                unit=nordby.units[unit],
                omraade="social",
                per=Per.QUARTER.value,
                first=period.first,
                last=period.last,
                counted=count,
            )


def of_the_pair(html: str) -> str:
    """What the page says of the pair."""
    return words(re.sub(r"<svg.*?</svg>", "", html, flags=re.DOTALL)).partition("Underretninger og undersøgelser")[0]


def test_the_two_that_go_apart_are_flagged_with_numbers_and_a_question(nordby: Nordby) -> None:
    kept(nordby, RISES, FALLS)
    shown = page(nordby.client("teamleder"), URL)
    told = of_the_pair(shown)
    assert "Se nærmere Halvåret til og med 1. kvartal 2026." in told
    assert "Tidlig hjælp bevilget: 70 mod 40 i det samme halvår året før." in told
    assert "Undersøgelser besluttet: 23 mod 46 i det samme halvår året før." in told
    assert f"Spørgsmålet til jer: {PAIR.ask_when_first_rises}" in told
    # In the table and on the drawing, too; the quarter that runs is in neither.
    assert re.findall(r"(\d\. kvartal \d+) \d+ \d+ Se nærmere", told) == ["1. kvartal 2026"]
    assert "1. kvartal 2026: Se nærmere" in shown


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (RISES, RISES, "I ingen af de halve år gik de to tal hver sin vej"),
        (FALLS, FALLS, "I ingen af de halve år gik de to tal hver sin vej"),
        (FEW, FALLS, "Der er for få til at sige noget"),
        (RISES[-4:], FALLS[-4:], "Der er endnu ikke talt så langt tilbage"),
    ],
)
def test_the_same_way_and_too_few_say_so_and_flag_nothing(
    nordby: Nordby, first: list[int], second: list[int], said: str
) -> None:
    kept(nordby, first, second)
    told = of_the_pair(page(nordby.client("teamleder"), URL))
    assert said in told
    assert "Spørgsmålet til jer" not in told


def test_each_point_opens_to_its_cases_for_those_who_may(nordby: Nordby) -> None:
    kept(nordby, RISES, FALLS)
    kept(nordby, RISES, FALLS, unit="Center")
    leader = nordby.client("teamleder")
    shown = page(leader, URL)
    found = re.findall(r'href="(/noegletal/[^"]*/sager/[^"]*periode=2026-K1)"', shown)
    assert len(found) == len(PAIR.both)
    for address in found:
        page(leader, address.replace("&amp;", "&"))
    head = page(nordby.client("centerchef"), URL)
    assert "Spørgsmålet til jer" in head
    assert "/sager/?" not in head


def test_before_the_first_count_it_says_so(nordby: Nordby) -> None:
    assert "Tallene er ikke regnet ud endnu" in page(nordby.client("teamleder"), URL)


def test_a_unit_that_is_not_one_s_own_is_refused_in_words(nordby: Nordby) -> None:
    other = nordby.units["Team Syd"].pk
    assert "de enheder, du ser tal for" in page(nordby.client("teamleder"), f"{URL}?enhed={other}", status=422)


def test_the_page_asks_as_much_however_many_pairs_have_figures(nordby: Nordby) -> None:
    leader, asked = nordby.client("teamleder"), []
    kept(nordby, RISES[-1:], FALLS[-1:])
    page(leader, URL)  # the first page after signing in asks a little more
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            page(leader, URL)
        asked.append(len(queries))
        kept(nordby, RISES, FALLS)
    assert asked[0] == asked[1]
