"""Does the thought experiment count what the overview counts, change nothing, and show no case to strangers?"""

import re
from dataclasses import replace
from html import unescape
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pejl.rulebook import RULEBOOK
from pejl.web.access.models import Case, LogEntry
from pejl.web.access.person import person_of
from pejl.web.access.roles import ROLE_BY_KEY
from pejl.web.cases import bridge
from pejl.web.cases.models import DeadlineRow, EventRow
from pejl.web.cases.overview.selection import Selection, cases
from pejl.web.cases.overview.tally import NOTHING, summed, tallies, tally_of
from pejl.what_if import Change, number_of
from tests.web.nordby import NOW, PROTECTED, TODAY, Nordby
from tests.web.overview_pages import more_cases, page, tell, words

URL = "/overblik/hvad-nu-hvis/"
VURDERES = "underretning.vurderes BL 2024-01-01"


def asking(rule: str = VURDERES, number: str = "72", **more: str) -> str:
    return f"{URL}?{urlencode({'regel': rule, 'antal': number} | more)}"


# --- who gets what --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", sorted(ROLE_BY_KEY))
def test_leaders_think_and_nobody_else(nordby: Nordby, role: str) -> None:
    leader = role in {"teamleder", "afdelingsleder", "centerchef"}
    for url in (URL, asking()):
        html = page(nordby.client(role), url, status=200 if leader else 404)
        assert ("Et tankeeksperiment, ikke lov" in html) is leader


def test_the_head_of_the_centre_gets_totals_and_no_way_to_a_case(nordby: Nordby) -> None:
    html = page(nordby.client("centerchef"), asking())
    assert "tænkt som 72 timer i stedet for 24 timer" in html
    assert "Barn " not in words(html)
    assert not re.search(r'href="[^"]*(/overblik/sager|/sag/)', html)
    assert not LogEntry.objects.filter(detail__side="overblik-hvad-nu-hvis").exists()


def test_a_leader_is_led_to_the_cases_of_their_own_and_it_is_logged(nordby: Nordby) -> None:
    html = page(nordby.client("teamleder"), asking())
    listed = html[html.index("Sager, der ville have stået anderledes</h2>") :]
    assert set(re.findall(r'href="/sag/([\w-]+)/"', listed)) == {"egen", "lukket"}
    assert LogEntry.objects.get(act=LogEntry.Act.LIST).detail == {
        **{"side": "overblik-hvad-nu-hvis", "antal": 2},
        **{"regel": "underretning.vurderes", "udgave": "BL 2024-01-01", "tal": "72 timer"},
    }


# --- what is counted ------------------------------------------------------------------------------------------


def test_today_and_the_thought_number_stand_side_by_side(nordby: Nordby) -> None:
    # In four cases one old notification nobody looked at, and one of 26 hours ago; one case was closed today.
    told = words(page(nordby.client("afdelingsleder"), asking()))
    assert "I tide 0 0 uændret For sent 0 0 uændret Overskredet 8 4 −4 Løber 0 4 +4" in told
    assert "Andel i tide 0 af 8 0 af 4" in told
    assert "Sager, hvor noget ville have stået anderledes: 4 af 4 ." in told
    assert "Barn Egen overskredet løber Team Nord" in told


def test_the_two_fields_that_must_be_filled_in_say_so_before_anything_is_asked(nordby: Nordby) -> None:
    assert page(nordby.client("afdelingsleder"), URL).count("(skal udfyldes)") == 2


def test_a_team_is_a_part(nordby: Nordby) -> None:
    team = str(nordby.units["Team Syd"].pk)
    told = words(page(nordby.client("afdelingsleder"), asking(team=team)))
    assert "anderledes: 1 af 1 ." in told
    assert "Barn Egen" not in told


def test_what_is_done_late_can_be_in_time(nordby: Nordby) -> None:
    tell(nordby, "egen", "vurdering_24_timer", days_ago=298, thread="U1")
    told = words(page(nordby.client("teamleder"), asking()))
    assert "I tide 0 1 +1 For sent 1 0 −1" in told


def test_numbers_of_old_and_new_law_are_thought_apart(nordby: Nordby) -> None:
    told = words(page(nordby.client("afdelingsleder"), asking("underretning.vurderes SEL")))
    assert "Ingen har haft pligten" in told


def numbered() -> list[str]:
    return [f"{rule.key} {rule.version}" for rule in RULEBOOK.rules if number_of(rule)]


def test_today_is_what_the_overview_shows_for_every_rule(nordby: Nordby) -> None:
    person = person_of(nordby.people["afdelingsleder"], on=TODAY)
    counted = cases(person, Selection())
    shown = tallies(DeadlineRow.objects.filter(case__in=counted), "rule", "rule_version", at=NOW)
    for rule in (each for each in bridge.rulebook().rules if number_of(each)):
        number = number_of(rule)
        assert number
        change = Change(rule=rule.key, version=rule.version, number=replace(number, value=number.value + 1))
        _, found = bridge.thought_otherwise(counted, change, as_of=NOW)
        assert tally_of(found.before) == shown.get((rule.key, rule.version), NOTHING), rule.key
    assert summed(shown, rule="underretning.vurderes").overdue == 8


def test_a_source_that_told_something_else_of_the_case_decides_what_is_known(nordby: Nordby) -> None:
    """As in the whole ledger: read by itself, the notification would be of a source that covers all."""
    case = Case.objects.get(key="egen")
    EventRow.objects.filter(case=case, kind="kilde_daekker").delete()
    bridge.recompute(case, as_of=NOW)
    told = words(page(nordby.client("teamleder"), asking()))
    waiting = DeadlineRow.objects.filter(case=case, rule="underretning.vurderes", unknown_reason="ikke_daekket")
    assert waiting.count() == 2
    assert "Kan ikke afgøres 2" in told


def test_a_protected_case_is_in_nobodys_count(nordby: Nordby) -> None:
    html = page(nordby.client("afdelingsleder"), asking())
    assert PROTECTED not in html
    Case.objects.filter(key=PROTECTED).update(protected=False)
    assert "Overskredet 10 5 −5" in words(page(nordby.client("afdelingsleder"), asking()))


def test_nothing_is_kept(nordby: Nordby) -> None:
    before = list(DeadlineRow.objects.order_by("pk").values()), EventRow.objects.count()
    page(nordby.client("afdelingsleder"), asking())
    assert (list(DeadlineRow.objects.order_by("pk").values()), EventRow.objects.count()) == before
    assert bridge.rulebook().fingerprint == RULEBOOK.fingerprint


def test_as_many_questions_however_many_cases(nordby: Nordby) -> None:
    def questions() -> int:
        client = nordby.client("afdelingsleder")
        with CaptureQueriesContext(connection) as queries:
            page(client, asking())
        return len(queries)

    few = questions()
    more_cases(nordby)
    assert questions() == few


# --- asking ---------------------------------------------------------------------------------------------------


def test_the_form_works_from_a_rules_page_and_asks_for_a_number(nordby: Nordby) -> None:
    for role in ("teamleder", "centerchef"):
        client = nordby.client(role)
        for there in ("/overblik/regel/underretning.vurderes/?fra=&til=", "/regelbog/regel/underretning.vurderes/"):
            link = unescape(re.findall(r'href="(/overblik/hvad-nu-hvis/\?[^"]*)"', page(client, there))[0])
            html = page(client, link)
            assert f'<option value="{VURDERES}" selected>' in html
            assert "error-summary" not in html


def test_those_without_totals_see_no_way_there(nordby: Nordby) -> None:
    assert URL not in page(nordby.client("raadgiver"), "/regelbog/regel/underretning.vurderes/")


def test_a_duty_without_a_number_is_not_offered(nordby: Nordby) -> None:
    html = page(nordby.client("teamleder"), URL)
    assert "underretning.tilbagemeldes" not in html
    assert [code for code in numbered() if f'value="{code}"' not in html] == []
    assert URL + "?" not in page(nordby.client("teamleder"), "/regelbog/regel/underretning.tilbagemeldes/")


@pytest.mark.parametrize(
    ("rule", "number", "said"),
    [
        (VURDERES, "", "Skriv det tal, der skal prøves."),
        (VURDERES, "to døgn", "Skriv et helt tal, fx 10."),
        (VURDERES, "0", "Skriv et helt tal fra 1 til 8760."),
        (VURDERES, "-3", "Skriv et helt tal fra 1 til 8760."),
        (VURDERES, "24", "har allerede 24 timer. Skriv et andet tal."),
        (VURDERES, "9" * 4000, "Skriv et helt tal"),
        ("", "48", "Vælg den pligt, tallet skal prøves på."),
        ("findes.ikke SEL", "48", "Vælg en pligt fra listen."),
        ("underretning.tilbagemeldes BL 2024-01-01", "4", "Vælg en pligt fra listen."),
    ],
)
def test_what_cannot_be_thought_is_refused_in_words(nordby: Nordby, rule: str, number: str, said: str) -> None:
    html = page(nordby.client("teamleder"), asking(rule, number), status=422)
    assert "Der er noget, der skal rettes" in html
    assert said in unescape(html)


def test_another_leaders_team_is_as_one_that_is_not_there(nordby: Nordby) -> None:
    for team in (nordby.units["Team Syd"].pk, 99_999):
        html = page(nordby.client("teamleder"), asking(team=str(team)), status=422)
        assert "Vælg et af de team, du ser tal for." in html
